// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editordocument.h"

#include "gui/background.h"

#include <QUndoCommand>

#include <utility>

namespace colonnade::gui {

using formats::TextEdit;
using formats::TextEdits;

namespace {

/// Where the cursor stands after @p edits: behind what the last of them wrote.
qsizetype endOf(const TextEdits &edits)
{
    qsizetype shift = 0;
    for (const TextEdit &edit : edits.first(edits.size() - 1))
        shift += edit.replacement.size() - edit.span.size();
    return edits.last().span.begin + shift + edits.last().replacement.size();
}

} // namespace

/// An act, as the edits that make it and those that take it back.
class EditorDocument::Act final : public QUndoCommand
{
public:
    static constexpr int Typing = 1;

    Act(EditorDocument &document, const QString &title, TextEdits edits, bool typed)
        : QUndoCommand(title),
          m_document(document),
          m_edits(std::move(edits)),
          m_inverse(formats::inverse(document.m_text, m_edits)),
          m_typed(typed)
    {
    }

    void redo() override { m_document.change(m_edits); }
    void undo() override { m_document.change(m_inverse); }
    int id() const override { return m_typed ? Typing : -1; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    EditorDocument &m_document;
    TextEdits m_edits;
    TextEdits m_inverse;
    bool m_typed;
};

bool EditorDocument::Act::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const Act *>(other); // the ids are equal
    TextEdit &mine = m_edits.first();
    const TextEdit &its = next->m_edits.first();
    const qsizetype end = mine.span.begin + mine.replacement.size();
    const bool endsLine = mine.replacement.endsWith('\n');
    if (its.span.isEmpty() && its.span.begin == end && !endsLine) { // goes on writing
        mine.replacement += its.replacement;
        m_inverse.first().span.end += its.replacement.size();
        return true;
    }
    const bool onlyRemoves = mine.replacement.isEmpty() && its.replacement.isEmpty();
    const QByteArray &removed = next->m_inverse.first().replacement;
    if (onlyRemoves && its.span.end == mine.span.begin) { // Backspace
        mine.span.begin = its.span.begin;
        m_inverse.first() = {{its.span.begin, its.span.begin},
                             removed + m_inverse.first().replacement};
        return true;
    }
    if (onlyRemoves && its.span.begin == mine.span.begin) { // Delete
        mine.span.end += its.span.size();
        m_inverse.first().replacement += removed;
        return true;
    }
    return false;
}

EditorDocument::EditorDocument(QThreadPool *pool, QObject *parent) : QObject(parent), m_pool(pool)
{
}

EditorDocument::~EditorDocument() = default;

void EditorDocument::open(const QByteArray &text)
{
    m_history.clear();
    m_text = text;
    m_base = text;
    m_selection = {};
    read();
    Q_EMIT textChanged({});
    Q_EMIT baseChanged();
    Q_EMIT selectionChanged();
}

void EditorDocument::setBase(const QByteArray &base)
{
    m_base = base;
    Q_EMIT baseChanged();
}

void EditorDocument::apply(const QString &title, const TextEdits &edits)
{
    Q_ASSERT(formats::areApplicable(edits, m_text.size()));
    if (!edits.isEmpty())
        m_history.push(new Act(*this, title, edits, false));
}

bool EditorDocument::apply(const QString &title, const base::Result<TextEdits> &edits)
{
    if (edits)
        apply(title, *edits);
    else
        Q_EMIT refused(edits.error());
    return edits.has_value();
}

void EditorDocument::type(const TextEdit &edit)
{
    if (!edit.span.isEmpty() || !edit.replacement.isEmpty())
        m_history.push(new Act(*this, tr("Typing"), {edit}, true));
}

void EditorDocument::select(formats::Span span)
{
    if (span == m_selection)
        return;
    m_selection = span;
    Q_EMIT selectionChanged();
}

void EditorDocument::change(const TextEdits &edits)
{
    m_text = formats::applied(m_text, edits);
    const qsizetype end = endOf(edits);
    m_selection = {end, end};
    read();
    Q_EMIT textChanged(edits);
    Q_EMIT selectionChanged();
}

void EditorDocument::read()
{
    m_parseError = parse(m_text);
    checkAgain();
}

void EditorDocument::checkAgain()
{
    ++m_revision;
    if (!m_checking)
        lookForFindings();
}

void EditorDocument::lookForFindings()
{
    m_checking = true;
    runInBackground(m_pool, this, check(),
                    [this, revision = m_revision](QList<formats::Diagnostic> found) {
                        m_checking = false;
                        if (revision != m_revision) { // the text went on meanwhile
                            lookForFindings();
                            return;
                        }
                        m_diagnostics = std::move(found);
                        m_checked = revision;
                        Q_EMIT diagnosticsChanged();
                    });
}

} // namespace colonnade::gui
