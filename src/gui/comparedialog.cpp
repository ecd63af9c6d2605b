// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/comparedialog.h"

#include "gui/background.h"
#include "gui/codeedit.h"
#include "gui/editordocument.h"
#include "gui/showntext.h"
#include "gui/tonelabel.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace colonnade::gui {

using formats::Span;
using formats::TextEdits;

namespace {

constexpr int Context = 3;     ///< lines around a hunk
constexpr int MostRows = 1000; ///< of more, one begins with these

/// @p span with some lines around it.
Span widened(const QByteArray &text, Span span)
{
    for (int i = 0; i < Context; ++i) {
        if (span.begin > 0)
            span.begin = text.lastIndexOf('\n', span.begin - 2) + 1;
        const qsizetype end = span.end < text.size() ? text.indexOf('\n', span.end) : -1;
        span.end = end < 0 ? text.size() : end + 1;
    }
    return span;
}

/// Shows @p span of @p text with some lines around it; the lines of the span stand out.
void showIn(QPlainTextEdit *pane, const QByteArray &text, formats::XmlEncoding encoding, Span span,
            Tone tone)
{
    const Span wide = widened(text, span);
    const auto shown = [&](Span part) {
        return ShownText(formats::textOf(text, part).toByteArray(), encoding).text();
    };
    const QString before = shown({wide.begin, span.begin});
    const QString inside = shown(span);
    QString all = before + inside + shown({span.end, wide.end});
    if (all.endsWith(u'\n'))
        all.chop(1);
    pane->setPlainText(all);
    const QColor tint = Theme::of(pane->palette()).tinted(tone);
    QList<QTextEdit::ExtraSelection> selections;
    QTextBlock block = pane->document()->findBlock(int(before.size()));
    for (qsizetype i = 0; i < inside.count(u'\n') + (inside.endsWith(u'\n') ? 0 : 1)
                          && block.isValid() && !inside.isEmpty();
         ++i) {
        QTextEdit::ExtraSelection line;
        line.cursor = QTextCursor(block);
        line.format.setBackground(tint);
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        selections.append(line);
        block = block.next();
    }
    pane->setExtraSelections(selections);
}

} // namespace

CompareDialog::CompareDialog(EditorDocument *document, const QString &node,
                             const QByteArray &theirs, QThreadPool *pool, QWidget *parent)
    : QDialog(parent), m_document(document), m_node(node), m_theirs(theirs), m_pool(pool)
{
    setObjectName(QStringLiteral("compareDialog"));
    setWindowTitle(tr("Compare %1 with %2").arg(document->path(), node));
    build();
    connect(document, &EditorDocument::textChanged, this, &CompareDialog::compare);
    connect(document, &EditorDocument::baseChanged, this, &CompareDialog::compare);
    compare();
    resize(fontMetrics().averageCharWidth() * 150, fontMetrics().lineSpacing() * 34);
}

void CompareDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("sentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    layout->addWidget(m_sentence);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("hunks"));
    m_list->setAccessibleName(tr("Differences"));
    m_list->setWordWrap(true);
    connect(m_list, &QListWidget::currentRowChanged, this, &CompareDialog::showHunk);
    layout->addWidget(m_list, 2);
    auto *panes = new QHBoxLayout;
    m_base = addPane(tr("As it was opened"), "base", panes);
    m_mine = addPane(tr("Here"), "mine", panes);
    m_other = addPane(tr("On %1").arg(m_node), "theirs", panes);
    layout->addLayout(panes, 3);

    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_take = box->addButton(tr("&Take the lines of %1").arg(m_node), QDialogButtonBox::ActionRole);
    m_keep = box->addButton(tr("&Keep mine"), QDialogButtonBox::ActionRole);
    m_takeAll = box->addButton(tr("Take &all of %1").arg(m_node), QDialogButtonBox::ActionRole);
    m_undo = box->addButton(tr("&Undo"), QDialogButtonBox::ActionRole);
    for (QPushButton *button : {m_take, m_keep, m_takeAll, m_undo})
        button->setAutoDefault(false);
    connect(m_take, &QPushButton::clicked, this, [this] { take(current()); });
    connect(m_keep, &QPushButton::clicked, this, [this] { keep(current()); });
    connect(m_takeAll, &QPushButton::clicked, this, &CompareDialog::takeAll);
    connect(m_undo, &QPushButton::clicked, m_document->history(), &QUndoStack::undo);
    connect(m_document->history(), &QUndoStack::canUndoChanged, m_undo, &QWidget::setEnabled);
    m_undo->setEnabled(m_document->history()->canUndo());
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(box);
}

QPlainTextEdit *CompareDialog::addPane(const QString &title, const char *name, QHBoxLayout *panes)
{
    auto *column = new QVBoxLayout;
    column->addWidget(makeHeading(title, this));
    auto *pane = new CodeEdit(this);
    pane->setLineNumbersShown(false);
    pane->setObjectName(QString::fromLatin1(name));
    pane->setAccessibleName(title);
    pane->setReadOnly(true);
    pane->setTabChangesFocus(true);
    pane->setFrameShape(QFrame::StyledPanel);
    column->addWidget(pane, 1);
    panes->addLayout(column, 1);
    return pane;
}

bool CompareDialog::isCurrent() const
{
    return m_hasCompared && m_compared == m_document->text();
}

void CompareDialog::compare()
{
    if (m_isComparing)
        return; // present() looks again
    m_isComparing = true;
    const QByteArray text = m_document->text();
    runInBackground(
        m_pool, this,
        [base = m_document->base(), text, theirs = m_theirs] {
            QList<Hunk> hunks = threeWay(base, text, theirs);
            hunks.removeIf([](const Hunk &hunk) { return hunk.kind == Hunk::Kind::Same; });
            return hunks;
        },
        [this, text](const QList<Hunk> &hunks) {
            m_isComparing = false;
            if (text == m_document->text())
                present(hunks, text);
            else
                compare();
        });
}

void CompareDialog::present(const QList<Hunk> &hunks, const QByteArray &of)
{
    const int row = std::max(0, current());
    m_hunks = hunks;
    m_compared = of;
    m_hasCompared = true;
    m_list->clear();
    for (const Hunk &hunk : std::as_const(m_hunks)) {
        if (m_list->count() == MostRows)
            break;
        m_list->addItem(wordsFor(hunk));
    }
    const auto both = std::ranges::count(m_hunks, Hunk::Kind::Both, &Hunk::kind);
    const int rows = std::clamp(m_list->count(), 2, 8);
    m_list->setMaximumHeight(rows * (fontMetrics().lineSpacing() + 4) + 2 * m_list->frameWidth());
    m_sentence->setText(
        m_hunks.isEmpty()
            ? tr("The text is the same as on %1.").arg(m_node)
            : tr("%n difference(s) from %1; %2 of them changed on both sides since the file was "
                 "opened.",
                 nullptr, int(m_hunks.size()))
                  .arg(m_node)
                  .arg(both));
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    showHunk();
}

QString CompareDialog::wordsFor(const Hunk &hunk) const
{
    const auto line = formats::placeOf(m_compared, hunk.mine.begin).line;
    QString words;
    switch (hunk.kind) {
    case Hunk::Kind::Theirs:
        words = tr("Line %1: changed on %2 only").arg(line).arg(m_node);
        break;
    case Hunk::Kind::Mine:
        words = tr("Line %1: changed here only").arg(line);
        break;
    case Hunk::Kind::Same:
    case Hunk::Kind::Both:
        words = tr("! Line %1: changed on both sides").arg(line);
        break;
    }
    return m_kept.contains(keyOf(hunk)) ? tr("%1 – kept").arg(words) : words;
}

QByteArray CompareDialog::keyOf(const Hunk &hunk) const
{
    return formats::textOf(m_compared, hunk.mine) + QByteArray("\0", 1)
           + formats::textOf(m_theirs, hunk.theirs);
}

int CompareDialog::current() const
{
    return m_list->currentRow();
}

void CompareDialog::showHunk()
{
    const int index = current();
    const bool isAny = index >= 0 && index < m_hunks.size();
    for (QPushButton *button : {m_take, m_keep, m_takeAll})
        button->setEnabled(isAny);
    if (!isAny) {
        for (QPlainTextEdit *pane : {m_base, m_mine, m_other})
            pane->clear();
        return;
    }
    const Hunk &hunk = m_hunks[index];
    const formats::XmlEncoding encoding = m_document->encoding();
    showIn(m_base, m_document->base(), encoding, hunk.base, Tone::Neutral);
    showIn(m_mine, m_compared, encoding, hunk.mine, Tone::Good);
    showIn(m_other, m_theirs, encoding, hunk.theirs, Tone::Warn);
}

void CompareDialog::take(int index)
{
    if (index < 0 || index >= m_hunks.size() || !isCurrent())
        return;
    const Hunk &hunk = m_hunks[index];
    m_document->apply(tr("Take line %1 of %2")
                          .arg(formats::placeOf(m_theirs, hunk.theirs.begin).line)
                          .arg(m_node),
                      TextEdits{{hunk.mine, formats::textOf(m_theirs, hunk.theirs).toByteArray()}});
}

void CompareDialog::takeAll()
{
    if (!isCurrent())
        return;
    TextEdits edits;
    for (const Hunk &hunk : std::as_const(m_hunks))
        edits.append({hunk.mine, formats::textOf(m_theirs, hunk.theirs).toByteArray()});
    m_document->apply(tr("Take the text of %1").arg(m_node), edits);
}

void CompareDialog::keep(int index)
{
    if (index < 0 || index >= m_hunks.size())
        return;
    m_kept.insert(keyOf(m_hunks[index]));
    m_list->item(index)->setText(wordsFor(m_hunks[index]));
    if (index + 1 < m_list->count())
        m_list->setCurrentRow(index + 1);
}

} // namespace colonnade::gui
