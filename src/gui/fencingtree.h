// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/clusterconf.h"

#include <QTreeWidget>

#include <optional>

namespace colonnade::gui {

/// A fence method of a node, or a device of it.
struct FencePlace
{
    QString method;
    std::optional<qsizetype> use; ///< its number from 0; none: the method itself

    friend bool operator==(const FencePlace &, const FencePlace &) = default;
};

/// The fence methods of a node in their order, with their devices. What is dragged, or moved with
/// Alt and an arrow, is told by signals; the document changes elsewhere.
class FencingTree final : public QTreeWidget
{
    Q_OBJECT

public:
    explicit FencingTree(QWidget *parent);

    void setNode(const formats::ClusterNode &node);
    std::optional<FencePlace> current() const;
    void setCurrent(const FencePlace &place);

public Q_SLOTS:
    void moveCurrent(int step);

Q_SIGNALS:
    /// To the position that it has afterwards.
    void methodMoved(const QString &method, qsizetype position);
    void useMoved(const QString &method, qsizetype from, qsizetype to);
    void removeWanted();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Where what is dragged would go; none: nowhere.
    std::optional<qsizetype> targetOf(const QPoint &position) const;
    void move(const FencePlace &place, qsizetype to);
};

} // namespace colonnade::gui
