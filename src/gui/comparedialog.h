// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/threeway.h"

#include <QDialog>
#include <QSet>
#include <QThreadPool>

class QHBoxLayout;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace colonnade::gui {

class EditorDocument;

/// The text that is edited beside the one of a node and the one that both came from. Where they
/// differ, a person takes the other's lines, as an act that can be undone, or keeps the own ones.
class CompareDialog final : public QDialog
{
    Q_OBJECT

public:
    CompareDialog(EditorDocument *document, const QString &node, const QByteArray &theirs,
                  QThreadPool *pool, QWidget *parent);

    /// Those where the two texts differ, in order.
    const QList<Hunk> &hunks() const { return m_hunks; }
    /// Whether hunks() are those of the text as it is.
    bool isCurrent() const;
    /// The node's lines come in the place of the own ones.
    void take(int index);
    void takeAll();
    /// The person has seen it, and the own lines stay.
    void keep(int index);

private:
    void build();
    QPlainTextEdit *addPane(const QString &title, const char *name, QHBoxLayout *panes);
    void compare();
    void present(const QList<Hunk> &hunks, const QByteArray &of);
    void showHunk();
    QString wordsFor(const Hunk &hunk) const;
    QByteArray keyOf(const Hunk &hunk) const;
    int current() const;

    EditorDocument *m_document;
    QString m_node;
    QByteArray m_theirs;
    QThreadPool *m_pool;
    QByteArray m_compared; ///< the text that the hunks are of
    QList<Hunk> m_hunks;
    QSet<QByteArray> m_kept; ///< what was decided, by the lines of both
    bool m_isComparing = false;
    bool m_hasCompared = false;
    QLabel *m_sentence = nullptr;
    QListWidget *m_list = nullptr;
    QPlainTextEdit *m_base = nullptr;
    QPlainTextEdit *m_mine = nullptr;
    QPlainTextEdit *m_other = nullptr;
    QPushButton *m_take = nullptr;
    QPushButton *m_keep = nullptr;
    QPushButton *m_takeAll = nullptr;
    QPushButton *m_undo = nullptr;
};

} // namespace colonnade::gui
