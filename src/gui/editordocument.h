// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "formats/diagnostic.h"
#include "formats/xmlencoding.h"

#include <QObject>
#include <QThreadPool>
#include <QUndoStack>

#include <functional>
#include <optional>

namespace colonnade::gui {

/// A file of the nodes while it is edited: its bytes, which are the one truth that picture, form
/// and raw text show, one history of acts for all of them, and what is marked. Lives in the GUI
/// thread. Views listen to it and keep nothing of their own.
class EditorDocument : public QObject
{
    Q_OBJECT

public:
    /// @p pool: where the findings are looked for, and what else takes long.
    EditorDocument(QThreadPool *pool, QObject *parent);
    ~EditorDocument() override;

    /// The absolute path on the nodes.
    virtual QString path() const = 0;
    /// What the bytes of text() mean to those who read the file.
    virtual formats::XmlEncoding encoding() const { return formats::XmlEncoding::Utf8; }

    const QByteArray &text() const { return m_text; }
    /// What @p text is compared with to be called modified, and what the diff begins from: the
    /// bytes that were opened, or those that were rolled out last.
    const QByteArray &base() const { return m_base; }
    bool isModified() const { return m_text != m_base; }

    /// Another text, without a history.
    void open(const QByteArray &text);
    /// The text as it is now has arrived where it belongs. The history stays.
    void setBase(const QByteArray &base);

    /// Makes one act, named as in "Undo TITLE": "Move node2 up in FD". Edits must be applicable.
    /// Empty edits are no act.
    void apply(const QString &title, const formats::TextEdits &edits);
    /// As above; or tells refused() why not. True: it was made, or there was nothing to do.
    bool apply(const QString &title, const base::Result<formats::TextEdits> &edits);
    /// A change by hand in the raw text. Those that follow each other at one place become one act.
    void type(const formats::TextEdit &edit);

    /// For what takes long, beside the window's thread.
    QThreadPool *pool() const { return m_pool; }
    QUndoStack *history() { return &m_history; }

    /// Why the text is no document now; none while it is one. While there is one, views that need a
    /// document show the last that was one, cannot be edited, and say so.
    const std::optional<formats::ParseError> &parseError() const { return m_parseError; }

    /// What is wrong, in order of place; looked for beside the window's thread. A parse error is
    /// the only one of a text that has one.
    const QList<formats::Diagnostic> &diagnostics() const { return m_diagnostics; }
    /// Whether diagnostics() are those of text().
    bool areDiagnosticsCurrent() const { return m_checked == m_revision; }

    /// What is marked in all views; in bytes of text(). Empty: only the cursor stands there.
    formats::Span selection() const { return m_selection; }
    void select(formats::Span span);

Q_SIGNALS:
    /// After each act, undo and redo: @p edits led from the text before to text(); empty after
    /// open().
    void textChanged(const formats::TextEdits &edits);
    void diagnosticsChanged();
    void selectionChanged();
    /// base() is another.
    void baseChanged();
    /// An act was not made.
    void refused(const base::Error &error);

protected:
    using Check = std::function<QList<formats::Diagnostic>()>;
    /// Reads @p text into a document. After an error the last document is kept.
    virtual std::optional<formats::ParseError> parse(const QByteArray &text) = 0;
    /// What looks for findings in text(), which may be no document; called on any thread. Holds all
    /// that it needs.
    virtual Check check() const = 0;
    /// Looks for the findings again, as what they depend on beside the text has changed.
    void checkAgain();

private:
    class Act;
    void change(const formats::TextEdits &edits);
    void read();
    void lookForFindings();

    QThreadPool *m_pool;
    QUndoStack m_history;
    QByteArray m_text;
    QByteArray m_base;
    std::optional<formats::ParseError> m_parseError;
    QList<formats::Diagnostic> m_diagnostics;
    formats::Span m_selection;
    quint64 m_revision = 0; ///< of the text and of all that findings depend on
    quint64 m_checked = 0;
    bool m_checking = false;
};

} // namespace colonnade::gui
