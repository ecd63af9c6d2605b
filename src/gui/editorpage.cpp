// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editorpage.h"

#include "gui/background.h"
#include "gui/comparedialog.h"
#include "gui/diffpanel.h"
#include "gui/documentbar.h"
#include "gui/emptydocument.h"
#include "gui/holderlist.h"
#include "gui/messagearea.h"
#include "gui/problemlist.h"
#include "gui/problemmodel.h"
#include "gui/rolloutpanel.h"
#include "gui/textview.h"
#include "gui/tonelabel.h"
#include "gui/viewswitcher.h"
#include "gui/wording.h"

#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdlib>

namespace colonnade::gui {

namespace {

/// The hash of what was to be found on the node; empty: no file, or it was not said.
QByteArray expectedOn(const operations::DeployRequest &request, const QString &node)
{
    const auto target = std::ranges::find(request.targets, node, &operations::DeployTarget::node);
    return target == request.targets.end() ? QByteArray() : target->expected.value_or(QByteArray());
}

} // namespace

EditorPage::EditorPage(const QString &cluster, EditorDocument *document, const Kind &kind,
                       const EditorServices &services, QWidget *parent)
    : QWidget(parent),
      m_cluster(cluster),
      m_document(document),
      m_services(services),
      m_kind(kind),
      m_desk(new DocumentDesk(cluster, document, services, this)),
      m_rollOut(new RollOut(cluster, document, kind.versions, services, this)),
      m_history(new RollOutHistory(cluster, QStringList{document->path()} + kind.companions,
                                   services, this)),
      m_bar(new DocumentBar(bool(kind.create), this)),
      m_messages(new MessageArea(this)),
      m_content(new QStackedWidget(this)),
      m_empty(new EmptyDocument(document->path(), bool(kind.create), m_content)),
      m_switcher(new ViewSwitcher(this)),
      m_views(new QStackedWidget(this)),
      m_diff(new DiffPanel(document, services.pool, this)),
      m_problems(new ProblemList(document, this)),
      m_holders(new HolderList(this)),
      m_text(new TextView(document, kind.grammar, m_views))
{
    auto *split = new QSplitter(Qt::Horizontal, m_content);
    split->setChildrenCollapsible(false);
    split->addWidget(makeViews());
    split->addWidget(makeSide());
    split->setStretchFactor(0, 1);
    const int character = fontMetrics().averageCharWidth();
    split->setSizes({120 * character, 42 * character});
    m_content->addWidget(m_empty);
    m_content->addWidget(split);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_messages);
    layout->addWidget(new RollOutPanel(m_rollOut, this));
    layout->addWidget(m_content, 1);
    m_views->addWidget(m_text);
    m_switcher->insert(0, tr("Text"));
    m_switcher->setCurrent(0);
    wire();
    showOpen();
}

EditorPage::~EditorPage()
{
    // The document goes after this, and its history tells of every act that goes with it.
    m_document->history()->disconnect(this);
}

QWidget *EditorPage::makeViews()
{
    auto *area = new QWidget(m_content);
    auto *layout = new QVBoxLayout(area);
    const int unit = Fonts(font()).unit;
    layout->setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit);
    layout->setSpacing(2 * unit);
    auto *split = new QSplitter(Qt::Vertical, area);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(2 * unit);
    split->addWidget(m_views);
    split->addWidget(m_diff);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 0);
    layout->addWidget(m_switcher);
    layout->addWidget(split, 1);
    return area;
}

QWidget *EditorPage::makeSide()
{
    auto *area = new QScrollArea(m_content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QWidget(area);
    column->setBackgroundRole(QPalette::Base);
    column->setAutoFillBackground(true);
    m_side = new QVBoxLayout(column);
    const int unit = Fonts(font()).unit;
    m_side->setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit);
    m_side->setSpacing(4 * unit);
    const auto addPart = [&](QLabel *heading, QWidget *part) {
        auto *both = new QVBoxLayout;
        both->setSpacing(unit);
        both->addWidget(heading);
        both->addWidget(part);
        m_side->addLayout(both);
    };
    m_problemHead = makeHeading(tr("Problems"), column);
    addPart(m_problemHead, m_problems);
    addPart(makeHeading(tr("Nodes"), column), m_holders);
    m_side->addStretch(1);
    area->setWidget(column);
    return area;
}

void EditorPage::wire()
{
    wireDocument();
    wireDesk();
    wireRollOut();
    wireHistory();
    connect(m_switcher, &ViewSwitcher::chosen, this, &EditorPage::setCurrent);
    connect(m_bar, &DocumentBar::openFromNodeRequested, this, &EditorPage::openFromNode);
    connect(m_bar, &DocumentBar::openFileRequested, this, &EditorPage::askForFile);
    connect(m_bar, &DocumentBar::newRequested, this, &EditorPage::askForNew);
    connect(m_bar, &DocumentBar::compareRequested, this, &EditorPage::compareWith);
    connect(m_holders, &HolderList::compareRequested, this, &EditorPage::compareWith);
    connect(m_bar, &DocumentBar::saveAsRequested, this, &EditorPage::askForCopy);
    connect(m_empty, &EmptyDocument::openFileRequested, this, &EditorPage::askForFile);
    connect(m_empty, &EmptyDocument::newRequested, this, &EditorPage::askForNew);
}

void EditorPage::wireDocument()
{
    connect(m_document, &EditorDocument::textChanged, this, &EditorPage::showParseError);
    connect(m_document, &EditorDocument::textChanged, this, &EditorPage::statusChanged);
    connect(m_document->history(), &QUndoStack::indexChanged, this, &EditorPage::statusChanged);
    connect(m_document, &EditorDocument::selectionChanged, this, &EditorPage::statusChanged);
    connect(m_document, &EditorDocument::refused, this, &EditorPage::showProblem);
    connect(m_document, &EditorDocument::textChanged, this,
            [this] { m_messages->remove(QStringLiteral("problem")); });
    connect(m_document, &EditorDocument::baseChanged, this, [this] {
        m_baseHash = hashOf(m_document->base());
        m_baseIndex = m_document->history()->index();
        m_heldSame.clear();
        showHolders();
        Q_EMIT statusChanged();
    });
    connect(m_problems->problems(), &ProblemModel::modelReset, this, &EditorPage::showProblemCount);
    connect(m_problems, &ProblemList::wentTo, this, [this] {
        if (m_document->parseError()) // only the text can show it
            showView(m_text);
    });
    showProblemCount();
}

void EditorPage::wireDesk()
{
    connect(m_desk, &DocumentDesk::originChanged, this, &EditorPage::showOpen);
    connect(m_desk, &DocumentDesk::problem, this, &EditorPage::showProblem);
    connect(m_desk, &DocumentDesk::draftFound, this, &EditorPage::offerDraft);
    connect(m_desk, &DocumentDesk::draftGone, this,
            [this](const QString &name) { m_messages->remove(QStringLiteral("draft/") + name); });
    connect(m_desk, &DocumentDesk::done, this, [this](const QString &sentence) {
        Message message;
        message.id = QStringLiteral("done");
        message.tone = Tone::Good;
        message.sentence = sentence;
        m_messages->put(message);
    });
}

void EditorPage::wireRollOut()
{
    connect(m_bar, &DocumentBar::rollOutRequested, this, &EditorPage::askForRollOut);
    connect(m_rollOut, &RollOut::runningChanged, this, &EditorPage::showRollOut);
    connect(m_rollOut, &RollOut::runningChanged, this, &EditorPage::statusChanged);
    connect(m_rollOut, &RollOut::problem, this, &EditorPage::showProblem);
    connect(m_rollOut, &RollOut::ended, this, &EditorPage::rolledOut);
    connect(m_document, &EditorDocument::textChanged, this, &EditorPage::showRollOut);
    connect(m_document, &EditorDocument::baseChanged, this, &EditorPage::showRollOut);
}

/// The facts are up to half a minute old, and a roll-out has looked itself.
QList<HeldFile> EditorPage::holders() const
{
    QList<HeldFile> files = heldFiles(m_state, m_document->path(), m_baseHash);
    for (HeldFile &file : files) {
        const auto arrived = m_arrived.constFind(file.node);
        const cluster::NodeState *node = m_state.node(file.node);
        if (arrived == m_arrived.constEnd() || !node || !node->facts
            || node->facts->detailsReadAt > arrived->second)
            continue;
        file.hash = arrived->first;
        if (file.holds != HeldFile::Holds::NotReachable)
            file.holds = file.hash == m_baseHash ? HeldFile::Holds::Same : HeldFile::Holds::Other;
    }
    return files;
}

void EditorPage::showHolders()
{
    const QList<HeldFile> files = holders();
    m_bar->setNodes(files);
    m_holders->setFiles(files);
    showStrangers(files);
    showRollOut();
}

/// Somebody else has changed what was opened here.
void EditorPage::showStrangers(const QList<HeldFile> &files)
{
    if (m_rollOut->isRunning() && m_rollOut->request().path == m_document->path())
        return; // it is this one's
    QStringList nodes;
    for (const HeldFile &file : files) {
        if (file.holds == HeldFile::Holds::Same)
            m_heldSame.insert(file.node);
        else if (file.holds == HeldFile::Holds::Other && m_heldSame.contains(file.node))
            nodes.append(file.node);
    }
    QList<Message> messages;
    if (!nodes.isEmpty()) {
        Message message;
        message.id = QStringLiteral("strangers/") + nodes.join(u'/');
        message.tone = Tone::Warn;
        message.sentence =
            tr("%1: the file was changed there after it was read.").arg(joined(nodes));
        message.remedy = tr("A roll-out would replace it.");
        message.action = tr("Read it again");
        message.run = [this, node = nodes.first()] { openFromNode(node); };
        messages.append(message);
    }
    m_messages->showGroup(QStringLiteral("strangers/"), messages);
}

void EditorPage::compareWith(const QString &node)
{
    if (!m_desk->isOpen())
        return;
    const std::shared_ptr<cluster::Nodes> nodes = m_services.nodes ? m_services.nodes() : nullptr;
    if (!nodes) {
        showProblem({base::ErrorCode::ConnectionFailed,
                     tr("%1 cannot be read: the cluster is not connected.").arg(node)});
        return;
    }
    runInBackground(
        m_services.pool, this,
        [nodes, node, read = m_services.readFile, path = m_document->path()] {
            return fileOf(*nodes, node, read, path);
        },
        [this, node](const base::Result<ReadFile> &file) {
            if (!file) {
                showProblem(file.error());
                return;
            }
            auto *dialog = new CompareDialog(m_document, node, file->bytes, m_services.pool, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->show();
        });
}

void EditorPage::showRollOut()
{
    if (m_desk->isOpen())
        m_bar->setRollOut(m_rollOut->title(m_state), m_rollOut->obstacle(m_state));
    else
        m_bar->setRollOut(tr("&Roll out…"), tr("No file is open."));
}

void EditorPage::askForRollOut()
{
    m_rollOut->ask(m_state, holders());
}

void EditorPage::rolledOut(const operations::DeployResult &result)
{
    using operations::DeployOutcome;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const operations::DeployNode &node : result.nodes) {
        if (m_rollOut->request().path != m_document->path())
            continue;
        if (node.holds == operations::DeployNode::Holds::New)
            m_arrived[node.node] = {hashOf(m_rollOut->request().bytes), now};
        else if (node.holds == operations::DeployNode::Holds::Old)
            m_arrived[node.node] = {expectedOn(m_rollOut->request(), node.node), now};
    }
    Message message;
    message.id = QStringLiteral("rollout");
    message.tone =
        result.outcome == DeployOutcome::Deployed ? Tone::Good
        : result.outcome == DeployOutcome::Mixed || result.outcome == DeployOutcome::Unknown
            ? Tone::Bad
            : Tone::Warn;
    message.sentence = result.sentence;
    QStringList words;
    if (!result.remedy.isEmpty())
        words.append(result.remedy);
    for (const operations::DeployNode &node : result.nodes) {
        const QString line = QStringLiteral("%1: %2").arg(node.node, node.sentence);
        if (!node.sentence.isEmpty() && !result.sentence.contains(line)
            && !result.remedy.contains(line))
            words.append(line);
    }
    message.remedy = words.join(u'\n');
    m_messages->put(message);
    showHolders();
    m_history->read();
    if (result.outcome == DeployOutcome::Deployed)
        askForNext();
    else
        m_waiting.clear();
}

void EditorPage::showProblemCount()
{
    const int count = m_problems->problems()->counts().all();
    m_problemHead->setText(count == 0 ? tr("No problems") : tr("%n problem(s)", nullptr, count));
    m_problems->setVisible(count > 0);
}

void EditorPage::offerDraft(const QString &name, const QDateTime &savedAt)
{
    Message message;
    message.id = QStringLiteral("draft/") + name;
    message.tone = Tone::Warn;
    message.sentence =
        tr("Changes of %1 were left behind: the program ended before they were rolled out.")
            .arg(QLocale().toString(savedAt.toLocalTime(), QLocale::ShortFormat));
    message.action = tr("Open them");
    message.run = [this, name, savedAt] {
        unlessChanged([this, name] { m_desk->openDraft(name); });
        // The bar goes with its button; the draft does when it is open.
        QMetaObject::invokeMethod(
            this, [this, name, savedAt] { offerDraft(name, savedAt); }, Qt::QueuedConnection);
    };
    message.second = tr("Discard");
    message.runSecond = [this, name] { m_desk->discardDraft(name); };
    m_messages->put(message);
}

void EditorPage::unlessChanged(const std::function<void()> &go)
{
    if (!m_document->isModified()) {
        go();
        return;
    }
    auto *box =
        new QMessageBox(QMessageBox::Warning, tr("Changes would be lost"),
                        tr("%1 has changes that were not rolled out.").arg(m_document->path()),
                        QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("changesDialog"));
    box->setInformativeText(tr("Another file takes their place, and they cannot be undone then."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *discard = box->addButton(tr("&Discard the changes"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(discard, &QPushButton::clicked, this, go);
    box->open();
}

QString EditorPage::statusText() const
{
    if (!m_desk->isOpen())
        return {};
    if (!m_document->isModified())
        return tr("Unchanged.");
    if (m_rollOut->isRunning())
        return tr("It is being rolled out.");
    return tr("Changed: %n act(s) that were not rolled out.", nullptr,
              std::max(1, std::abs(m_document->history()->index() - m_baseIndex)));
}

QString EditorPage::placeText() const
{
    if (!m_desk->isOpen())
        return {};
    const formats::Place place = formats::placeOf(
        m_document->text(), std::min(m_document->selection().begin, m_document->text().size()));
    return tr("line %1, column %2").arg(place.line).arg(place.column);
}

void EditorPage::openFromNode(const QString &node)
{
    unlessChanged([this, node] { m_desk->openFromNode(node); });
}

void EditorPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_desk->start();
}

void EditorPage::setState(const cluster::ClusterState &state)
{
    m_state = state;
    m_desk->setState(state);
    m_empty->present(*m_desk, state);
    showHolders();
    if (!std::exchange(m_isHistoryRead, m_isHistoryRead || m_services.nodes))
        m_history->read();
    showOwed();
    Q_EMIT stateChanged(state);
}

void EditorPage::addView(const QString &title, QWidget *view)
{
    const int index = m_views->count() - 1;
    m_views->insertWidget(index, view);
    m_switcher->insert(index, title);
    if (index == 0)
        setCurrent(0);
}

void EditorPage::addSidePanel(QWidget *panel)
{
    m_side->insertWidget(m_panels++, panel);
}

QList<QWidget *> EditorPage::views() const
{
    QList<QWidget *> all;
    for (int i = 0; i < m_views->count(); ++i)
        all.append(m_views->widget(i));
    return all;
}

QWidget *EditorPage::currentView() const
{
    return m_views->currentWidget();
}

void EditorPage::showView(QWidget *view)
{
    setCurrent(m_views->indexOf(view));
}

void EditorPage::setCurrent(int index)
{
    m_switcher->setCurrent(index);
    m_views->setCurrentIndex(index);
}

void EditorPage::showOpen()
{
    m_content->setCurrentIndex(m_desk->isOpen() ? 1 : 0);
    m_empty->present(*m_desk, m_state);
    m_bar->setOrigin(*m_desk);
    showRollOut();
    showParseError();
    Q_EMIT statusChanged();
}

void EditorPage::showParseError()
{
    const QString id = QStringLiteral("parse");
    const std::optional<formats::ParseError> &error = m_document->parseError();
    if (!error || !m_desk->isOpen()) {
        m_messages->remove(id);
        return;
    }
    const formats::Place place = formats::placeOf(m_document->text(), error->offset);
    Message message;
    message.id = id;
    message.tone = Tone::Bad;
    message.sentence = tr("%1:%2:%3: %4")
                           .arg(m_document->path().section(u'/', -1))
                           .arg(place.line)
                           .arg(place.column)
                           .arg(error->message);
    message.remedy = tr("Until the text can be read again, only the text can be edited.");
    message.action = tr("Go there");
    message.run = [this] {
        goToParseError();
        // The bar goes with its button; the error has not.
        QMetaObject::invokeMethod(this, &EditorPage::showParseError, Qt::QueuedConnection);
    };
    message.closable = false;
    m_messages->put(message);
}

void EditorPage::goToParseError()
{
    const std::optional<formats::ParseError> &error = m_document->parseError();
    if (!error)
        return;
    showView(m_text);
    const qsizetype at = std::min(error->offset, m_document->text().size());
    m_document->select({at, at});
    m_text->setFocus();
}

void EditorPage::showProblem(const base::Error &error)
{
    Message message;
    message.id = QStringLiteral("problem");
    message.tone = Tone::Bad;
    message.sentence = error.message;
    message.remedy = error.remedy;
    m_messages->put(message);
}

void EditorPage::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a file of this computer"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        unlessChanged([this, path] { m_desk->openFile(path); });
    });
    dialog->open();
}

void EditorPage::askForCopy()
{
    auto *dialog = new QFileDialog(this, tr("Save a copy on this computer"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(m_document->path().section(u'/', -1));
    connect(dialog, &QFileDialog::fileSelected, m_desk, &DocumentDesk::saveAs);
    dialog->open();
}

void EditorPage::askForNew()
{
    if (m_kind.create)
        m_kind.create(this, [this](const QByteArray &text) {
            unlessChanged([this, text] { m_desk->openNew(text); });
        });
}

} // namespace colonnade::gui
