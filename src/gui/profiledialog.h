// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/environment.h"
#include "gui/keptsecrets.h"
#include "gui/profilefields.h"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <optional>

class QLabel;

namespace Ui {
class ProfileDialog;
}

namespace colonnade::gui {

/// How one node is reached, or several at once. Saves nothing itself.
class ProfileDialog final : public QDialog
{
    Q_OBJECT

public:
    /// What is edited, and what there is beside it.
    struct Subject
    {
        QList<profiles::Profile> originals; ///< none: a new profile
        QString cluster;                    ///< where a new one is put
        QList<profiles::Profile> all; ///< whose names are taken, and which can be jumped through
        QStringList clusters;         ///< offered
        std::optional<profiles::Profile> likeness; ///< what a new one begins with
    };

    ProfileDialog(Subject subject, const Environment &environment, KeptSecrets secrets,
                  QWidget *parent);
    ~ProfileDialog() override;

    /// As many as the originals, or the new one.
    QList<profiles::Profile> profiles() const;
    /// Why saving failed: the dialog stays open and says so.
    void showProblem(const base::Error &error);

Q_SIGNALS:
    /// Save was pressed with usable fields. The dialog stays until accept().
    void saveRequested();
    /// @p profile is as the fields say, saved or not.
    void testRequested(const colonnade::profiles::Profile &profile);

private:
    void bindTop();
    void bindLogin();
    void bindRoute();
    void bindRest();
    void bindKeys();
    void offerJumps();
    void begin();
    void addKey();
    void removeKey();
    void setKeys(const QStringList &files);
    QStringList keys() const;
    void browse(QLineEdit *edit, const QString &title);
    void updateJump();
    void lookUpHost();
    void grow();
    void validate();
    void say(QLabel *label, const QString &problem);
    QString nameProblem(const profiles::Profile &profile) const;
    QString jumpProblem(const profiles::Profile &profile) const;
    void lookForKept();
    void forgetKept();
    bool isSeveral() const { return m_subject.originals.size() > 1; }

    const Subject m_subject;
    const Environment m_environment;
    const KeptSecrets m_secrets;
    std::unique_ptr<Ui::ProfileDialog> m_ui;
    ProfileFields *m_fields;
    QTimer m_lookUp;        ///< waits until the host is typed
    QString m_firstProblem; ///< why it cannot be saved; empty: it can
};

} // namespace colonnade::gui
