// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clusterconfview.h"
#include "gui/vmmodel.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace colonnade::gui {

class AttributeForm;
class ChipFlow;

/// The virtual machines that rgmanager runs: a table of them, a form of all that one can have, the
/// guests that run and are in none.
class VirtualMachinesView final : public ClusterConfView
{
    Q_OBJECT

public:
    VirtualMachinesView(ClusterConfDocument *document, QWidget *parent);
    ~VirtualMachinesView() override;

    VmModel *model() const { return m_model; }
    QTableView *table() const { return m_table; }
    AttributeForm *form() const { return m_form; }
    /// The guests that run and are in no vm.
    ChipFlow *unmanaged() const { return m_unmanaged; }
    /// The vm that the form shows; empty: none.
    QString current() const { return m_current; }

public Q_SLOTS:
    void setCurrent(const QString &vm);
    /// Asks for a new vm; @p guest is offered first.
    void askForVm(const QString &guest = {});
    void askForName();
    /// Says what refers to the current one, and removes it with that if it is confirmed.
    void askToRemove();

protected:
    void refresh() override;

private:
    QWidget *buildTable();
    QWidget *buildForm();
    QWidget *buildUnmanaged();
    void showCurrent();
    void fitColumns();
    void showWarnings(const formats::ResourceGroup &vm);
    void setAttribute(const QString &name, const std::optional<QString> &value);
    void selectInDocument();
    void showDocumentSelection();
    std::optional<formats::ResourceGroup> currentVm() const;
    bool runs(const QString &vm) const;

    VmModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table = nullptr;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_rename = nullptr;
    QPushButton *m_remove = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_warnings = nullptr;
    QCheckBox *m_all = nullptr;
    AttributeForm *m_form = nullptr;
    ChipFlow *m_unmanaged = nullptr;
    QWidget *m_unmanagedRow = nullptr;
    QString m_current;
    bool m_selecting = false;
    bool m_fitted = false;
};

} // namespace colonnade::gui
