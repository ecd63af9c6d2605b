// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/textview.h"

#include "formats/shown.h"
#include "gui/codeedit.h"
#include "gui/tonelabel.h"
#include "gui/tones.h"

#include <QEvent>
#include <QLabel>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace colonnade::gui {

using formats::Diagnostic;
using formats::Span;
using formats::TextEdit;
using formats::TextEdits;
using formats::XmlEncoding;

namespace {

QString nameOf(XmlEncoding encoding)
{
    switch (encoding) {
    case XmlEncoding::Utf8:
        break;
    case XmlEncoding::Ascii:
        return QStringLiteral("ASCII");
    case XmlEncoding::Latin1:
        return QStringLiteral("ISO-8859-1");
    case XmlEncoding::Latin9:
        return QStringLiteral("ISO-8859-15");
    case XmlEncoding::Windows1252:
        return QStringLiteral("Windows-1252");
    }
    return QStringLiteral("UTF-8");
}

/// The characters of @p document from @p from on, with LF for the ends of blocks.
QString textIn(const QTextDocument &document, int from, int length)
{
    QString text;
    QTextBlock block = document.findBlock(from);
    int column = from - block.position();
    while (block.isValid() && text.size() < length) {
        text += QStringView(block.text()).sliced(column);
        text += u'\n';
        column = 0;
        block = block.next();
    }
    text.truncate(length);
    return text;
}

struct Difference
{
    qsizetype prefix = 0;
    qsizetype suffix = 0;
};

/// What @p a and @p b have in common at both ends, in whole characters.
Difference compared(QStringView a, QStringView b)
{
    const qsizetype shorter = std::min(a.size(), b.size());
    Difference result;
    result.prefix = std::mismatch(a.begin(), a.begin() + shorter, b.begin()).first - a.begin();
    if (result.prefix > 0 && a[result.prefix - 1].isHighSurrogate())
        --result.prefix;
    const qsizetype rest = shorter - result.prefix;
    while (result.suffix < rest
           && a[a.size() - 1 - result.suffix] == b[b.size() - 1 - result.suffix])
        ++result.suffix;
    if (result.suffix > 0 && a[a.size() - result.suffix].isLowSurrogate())
        --result.suffix;
    return result;
}

/// Whether the change that ended at @p position tore a character that takes two units. No key does
/// that, but programs can.
bool isTorn(const QTextDocument &document, int position)
{
    return document.characterAt(position).isLowSurrogate()
           && !document.characterAt(position - 1).isHighSurrogate();
}

bool isWithinCharacter(QByteArrayView text, qsizetype offset)
{
    return offset < text.size() && (uchar(text[offset]) & 0xC0) == 0x80;
}

} // namespace

TextView::TextView(EditorDocument *document, Grammar grammar, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_edit(new CodeEdit(this)),
      m_note(new ToneLabel(this, Tone::Warn))
{
    m_highlighter = new Highlighter(m_edit->document(), grammar);
    m_highlighter->setTheme(Theme::of(palette()));
    m_edit->setObjectName(QStringLiteral("text"));
    m_edit->setAccessibleName(tr("Text of %1").arg(document->path()));
    m_edit->setTipSource([this](int position) { return tipAt(position); });
    m_note->setObjectName(QStringLiteral("textNote"));
    m_note->setWordWrap(true);
    m_note->setContentsMargins(8, 6, 8, 6);
    m_note->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_note);
    layout->addWidget(m_edit, 1);
    setFocusProxy(m_edit);

    connect(m_edit->document(), &QTextDocument::contentsChange, this, &TextView::typed);
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, this, &TextView::takeSelection);
    connect(m_edit, &QPlainTextEdit::selectionChanged, this, &TextView::takeSelection);
    connect(m_edit, &CodeEdit::undoRequested, document->history(), &QUndoStack::undo);
    connect(m_edit, &CodeEdit::redoRequested, document->history(), &QUndoStack::redo);
    connect(m_edit, &CodeEdit::scrolled, this, &TextView::showFindings, Qt::QueuedConnection);
    connect(document, &EditorDocument::textChanged, this, &TextView::documentChanged);
    connect(document, &EditorDocument::selectionChanged, this, &TextView::showSelection);
    connect(document, &EditorDocument::diagnosticsChanged, this, &TextView::collectMarks);
}

void TextView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isOutdated)
        reload();
    showSelection();
    collectMarks();
}

void TextView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->setTheme(Theme::of(palette()));
        collectMarks();
    }
}

void TextView::documentChanged(const TextEdits &edits)
{
    if (m_isOurs)
        return;
    m_refusal.clear();
    if (!isVisible() || edits.isEmpty())
        m_isOutdated = true;
    else if (!m_isOutdated)
        showEdits(edits);
    if (isVisible() && m_isOutdated)
        reload();
    showNote();
}

void TextView::reload()
{
    m_isOutdated = false;
    m_shown = ShownText(m_document->text(), m_document->encoding());
    {
        const QScopedValueRollback ours(m_isOurs, true);
        m_edit->setPlainText(m_shown.text());
        m_edit->setReadOnly(!m_shown.obstacle().isEmpty());
    }
    m_length = m_edit->document()->characterCount() - 1;
    showNote();
    showSelection();
    collectMarks();
}

void TextView::showEdits(const TextEdits &edits)
{
    const ShownText next(m_document->text(), m_document->encoding());
    const QByteArray &bytes = m_shown.bytes();
    if (next.encoding() != m_shown.encoding() || next.isFallback() != m_shown.isFallback()
        || next.obstacle() != m_shown.obstacle() || !next.obstacle().isEmpty()
        || bytes.contains('\r') || next.bytes().contains('\r')
        || bytes.first(std::min<qsizetype>(3, bytes.size()))
               != next.bytes().first(std::min<qsizetype>(3, next.bytes().size()))) {
        // Line ends and marks are not shown, so what an edit does to them is no edit here.
        showDifference(next);
        return;
    }
    QList<qsizetype> offsets;
    for (const TextEdit &edit : edits) {
        if (m_shown.encoding() == XmlEncoding::Utf8
            && (isWithinCharacter(bytes, edit.span.begin)
                || isWithinCharacter(bytes, edit.span.end))) {
            showDifference(next);
            return;
        }
        offsets << edit.span.begin << edit.span.end;
    }
    const QList<ShownText::Place> places = m_shown.placesOf(offsets);
    const QScopedValueRollback ours(m_isOurs, true);
    QTextCursor cursor(m_edit->document());
    cursor.beginEditBlock();
    for (qsizetype i = edits.size() - 1; i >= 0; --i) {
        cursor.setPosition(positionOf(places[2 * i]));
        cursor.setPosition(positionOf(places[2 * i + 1]), QTextCursor::KeepAnchor);
        cursor.insertText(formats::decoded(m_shown.encoding(), edits[i].replacement));
    }
    cursor.endEditBlock();
    m_shown = next;
    m_length = m_edit->document()->characterCount() - 1;
}

void TextView::showDifference(const ShownText &next)
{
    const QString before = m_shown.text();
    const QString after = next.text();
    const Difference same = compared(before, after);
    {
        const QScopedValueRollback ours(m_isOurs, true);
        QTextCursor cursor(m_edit->document());
        cursor.setPosition(int(same.prefix));
        cursor.setPosition(int(before.size() - same.suffix), QTextCursor::KeepAnchor);
        cursor.insertText(after.sliced(same.prefix, after.size() - same.prefix - same.suffix));
        m_edit->setReadOnly(!next.obstacle().isEmpty());
    }
    m_shown = next;
    m_length = m_edit->document()->characterCount() - 1;
}

void TextView::typed(int from, int removed, int added)
{
    if (m_isOurs || m_isOutdated)
        return;
    const QTextDocument &document = *m_edit->document();
    const int length = document.characterCount() - 1;
    // Qt counts the end of the last block in or not, as it likes.
    added = std::min(added, length - from);
    removed = std::min(removed, m_length - from);
    if (length - m_length != added - removed) {
        from = 0;
        added = length;
        removed = m_length;
    }
    if (isTorn(document, from + added)
        || (from > 0 && document.characterAt(from - 1).isHighSurrogate())) {
        reloadLater();
        return;
    }
    const QTextBlock block = document.findBlock(from); // what is before it is as it was
    const qsizetype at = m_shown.offsetOf({block.blockNumber(), from - block.position()});
    const QString before = m_shown.decoded({at, m_shown.advanced(at, removed)});
    const QString after = textIn(document, from, added);
    const Difference same = compared(before, after);
    const qsizetype begin = m_shown.advanced(at, same.prefix);
    const Span span{begin, m_shown.advanced(begin, before.size() - same.prefix - same.suffix)};
    const QString text = after.sliced(same.prefix, after.size() - same.prefix - same.suffix);
    const std::optional<QByteArray> bytes = m_shown.encoded(text, begin);
    if (!bytes) {
        refuse(tr("“%1” was not taken: %2 has no such characters, or an editor cannot show them.")
                   .arg(formats::shown(text.toUtf8()), nameOf(m_shown.encoding())));
        return;
    }
    m_refusal.clear();
    m_length = length;
    take({span, *bytes});
}

void TextView::take(const TextEdit &edit)
{
    {
        const QScopedValueRollback ours(m_isOurs, true);
        m_document->type(edit);
    }
    const XmlEncoding shown = m_shown.encoding();
    m_shown = ShownText(m_document->text(), m_document->encoding());
    if (m_shown.encoding() != shown || !m_shown.obstacle().isEmpty()) {
        // Other bytes than those that were typed look different now.
        reloadLater();
    }
    showNote();
}

void TextView::refuse(const QString &why)
{
    m_refusal = why;
    reloadLater();
}

/// Not within a change of the editor.
void TextView::reloadLater()
{
    m_isOutdated = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_isOutdated)
                reload();
        },
        Qt::QueuedConnection);
}

void TextView::showNote()
{
    QStringList lines;
    if (!m_refusal.isEmpty())
        lines.append(m_refusal);
    if (!m_shown.obstacle().isEmpty())
        lines.append(tr("Can only be read here: %1").arg(m_shown.obstacle()));
    if (m_shown.isFallback())
        lines.append(tr("This is not valid in %1: each byte is shown as a character of ISO-8859-1.")
                         .arg(nameOf(m_document->encoding())));
    m_note->setText(lines.join(u'\n'));
    m_note->setVisible(!lines.isEmpty());
}

int TextView::positionOf(ShownText::Place place) const
{
    return m_edit->document()->findBlockByNumber(place.line).position() + place.column;
}

qsizetype TextView::offsetOf(int position) const
{
    const QTextBlock block = m_edit->document()->findBlock(position);
    return m_shown.offsetOf({block.blockNumber(), position - block.position()});
}

void TextView::takeSelection()
{
    if (m_isOurs || m_isOutdated)
        return;
    const QScopedValueRollback ours(m_isOurs, true);
    const QTextCursor cursor = m_edit->textCursor();
    m_document->select({offsetOf(cursor.selectionStart()), offsetOf(cursor.selectionEnd())});
}

void TextView::showSelection()
{
    if (m_isOurs || m_isOutdated || !isVisible())
        return;
    const Span marked = m_document->selection();
    const QList<ShownText::Place> places = m_shown.placesOf({marked.begin, marked.end});
    const int begin = positionOf(places[0]);
    const int end = positionOf(places[1]);
    const QTextCursor cursor = m_edit->textCursor();
    if (begin == cursor.selectionStart() && end == cursor.selectionEnd())
        return;
    const QScopedValueRollback ours(m_isOurs, true);
    m_edit->reveal(end, begin); // the beginning of what is long is what one wants to see
}

void TextView::collectMarks()
{
    if (!isVisible() || m_isOutdated || !m_document->areDiagnosticsCurrent())
        return;
    QList<qsizetype> offsets;
    for (const Diagnostic &finding : m_document->diagnostics())
        offsets.append(finding.span.begin);
    QHash<int, formats::Severity> marks;
    m_findings.clear();
    const QList<ShownText::Place> places = m_shown.placesOf(offsets);
    for (qsizetype i = 0; i < places.size(); ++i) {
        const formats::Severity severity = m_document->diagnostics()[i].severity;
        const auto found = marks.constFind(places[i].line);
        if (found == marks.constEnd() || severity < *found)
            marks.insert(places[i].line, severity);
        m_findings.append({places[i], i});
    }
    m_edit->setMarks(marks);
    showFindings();
}

void TextView::showFindings()
{
    if (!isVisible() || m_isOutdated || !m_document->areDiagnosticsCurrent())
        return;
    const Theme theme = Theme::of(palette());
    const auto [first, last] = m_edit->visibleLines();
    QList<QTextEdit::ExtraSelection> underlines;
    for (const auto &[place, index] : std::as_const(m_findings)) {
        if (place.line < first - 200 || place.line > last)
            continue;
        const Diagnostic &finding = m_document->diagnostics()[index];
        QTextEdit::ExtraSelection line;
        line.cursor = QTextCursor(m_edit->document());
        const int begin = positionOf(place);
        const int length = int(m_shown.decoded(finding.span).size());
        line.cursor.setPosition(begin);
        line.cursor.setPosition(std::min(begin + length, m_length), QTextCursor::KeepAnchor);
        if (length == 0) // a place: the character before or behind it
            line.cursor.movePosition(line.cursor.atBlockEnd() ? QTextCursor::Left
                                                              : QTextCursor::Right,
                                     QTextCursor::KeepAnchor);
        line.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        line.format.setUnderlineColor(theme.strong(toneOf(finding.severity)));
        underlines.append(line);
    }
    m_edit->setUnderlines(underlines);
}

QString TextView::tipAt(int position) const
{
    if (m_isOutdated || !m_document->areDiagnosticsCurrent())
        return {};
    const qsizetype offset = offsetOf(position);
    QStringList lines;
    for (const Diagnostic &finding : m_document->diagnostics()) {
        if (finding.span.begin <= offset && offset <= finding.span.end)
            lines.append(tr("%1: %2").arg(wordOf(finding.severity), finding.message));
    }
    return lines.join(u'\n');
}

} // namespace colonnade::gui
