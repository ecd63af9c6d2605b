// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/documentdesk.h"

#include "gui/background.h"
#include "gui/nodefiles.h"
#include "profiles/files.h"

#include <QCryptographicHash>
#include <QSaveFile>

#include <algorithm>

namespace colonnade::gui {

namespace {

constexpr std::chrono::milliseconds DraftDelay(1000);
constexpr qint64 FileLimit = qint64(4) << 20;

using Kind = DocumentDesk::Origin::Kind;

base::Result<void> savedTo(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return base::failure(
        base::ErrorCode::IoFailed,
        DocumentDesk::tr("%1 cannot be written: %2").arg(path, file.errorString()));
}

base::Result<QByteArray> readFrom(const QString &path)
{
    auto bytes = profiles::readRegularFile(path, FileLimit);
    if (bytes)
        return *std::move(bytes);
    return base::failure(base::ErrorCode::IoFailed,
                         DocumentDesk::tr("%1 cannot be read: %2").arg(path, bytes.error().why));
}

} // namespace

/// What is on the workstation when the work begins.
struct DocumentDesk::Found
{
    std::optional<LastCopy> copy;
    struct Left
    {
        QString name;
        QDateTime savedAt;
        QByteArray hash;
    };
    QList<Left> drafts;
};

DocumentDesk::DocumentDesk(const QString &cluster, EditorDocument *document,
                           const EditorServices &services, QObject *parent)
    : QObject(parent),
      m_document(document),
      m_services(services),
      m_drafts(services.draftsFolder, cluster, document->path()),
      m_writer(std::make_shared<QThreadPool>())
{
    m_writer->setMaxThreadCount(1);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(DraftDelay);
    connect(&m_draftTimer, &QTimer::timeout, this, [this] { keepDraftNow(); });
    connect(document, &EditorDocument::textChanged, this, [this](const formats::TextEdits &edits) {
        m_acts += edits.isEmpty() ? 0 : 1;
        documentChanged();
    });
    connect(document, &EditorDocument::baseChanged, this, &DocumentDesk::documentChanged);
}

DocumentDesk::~DocumentDesk()
{
    m_stop.request_stop();
    // What is still to be written is, on a thread that may wait.
    m_services.pool->start([writer = std::move(m_writer)] { writer->waitForDone(); });
}

void DocumentDesk::start()
{
    if (std::exchange(m_started, true))
        return;
    runInBackground(
        m_services.pool, this,
        [drafts = m_drafts] {
            Found found{drafts.lastCopy(), {}};
            for (const QString &name : drafts.left()) {
                if (const std::optional<Draft> draft = drafts.draft(name))
                    found.drafts.append({name, draft->savedAt, hashOf(draft->text)});
            }
            return found;
        },
        [this](const Found &what) { found(what); });
}

void DocumentDesk::found(const Found &what)
{
    m_looked = true;
    m_lastCopy = what.copy;
    for (const Found::Left &draft : what.drafts) {
        m_left.insert(draft.name, draft.hash);
        Q_EMIT draftFound(draft.name, draft.savedAt);
    }
    dropRolledOut();
    lookForNode();
    if (!isOpen() && m_reading.isEmpty() && m_lastCopy)
        opened({Kind::LastCopy, m_lastCopy->node, m_lastCopy->readAt}, m_lastCopy->bytes);
    Q_EMIT originChanged();
}

void DocumentDesk::setState(const cluster::ClusterState &state)
{
    m_state = state;
    for (const cluster::NodeState &node : state.nodes) {
        if (node.connection.phase != remote::Phase::Connected)
            m_failed.remove(node.name()); // when it is back it may have what was missing
    }
    dropRolledOut();
    lookForNode();
}

/// A roll-out that was finished after a crash has brought the draft to the nodes: where all that
/// tell hold its bytes, there is nothing left to offer.
void DocumentDesk::dropRolledOut()
{
    QSet<QByteArray> held;
    for (const cluster::NodeState &node : m_state.nodes) {
        if (node.facts)
            held.insert(node.facts->fileHashes.value(m_document->path()));
    }
    if (held.size() != 1)
        return;
    for (const QString &name : m_left.keys(*held.begin()))
        discardDraft(name);
}

/// What a person opened, or has begun to change, is not taken away.
bool DocumentDesk::isFree() const
{
    return !isOpen()
           || (m_origin.kind == Kind::LastCopy && !m_document->isModified()
               && m_document->history()->count() == 0);
}

void DocumentDesk::lookForNode()
{
    if (!m_looked || !isFree() || !m_reading.isEmpty())
        return;
    if (const QString node = bestNode(); !node.isEmpty())
        read(node, {m_asked, m_acts}, true);
}

DocumentDesk::Awaited DocumentDesk::ask()
{
    return {++m_asked, m_acts};
}

bool DocumentDesk::isWanted(const Awaited &awaited, const QString &name)
{
    if (awaited.number != m_asked)
        return false;
    if (awaited.acts == m_acts)
        return true;
    Q_EMIT problem({base::ErrorCode::Refused,
                    tr("%1 was not opened: the text here was changed meanwhile.").arg(name),
                    tr("Open it again if the changes may go.")});
    return false;
}

/// One of those that hold what most hold.
QString DocumentDesk::bestNode() const
{
    QHash<QByteArray, int> count;
    QHash<QByteArray, QString> first;
    for (const cluster::NodeState &node : m_state.nodes) {
        if (!node.facts || node.connection.phase != remote::Phase::Connected
            || m_failed.contains(node.name()))
            continue;
        const QByteArray hash = node.facts->fileHashes.value(m_document->path());
        if (hash.isEmpty())
            continue;
        ++count[hash];
        if (!first.contains(hash))
            first.insert(hash, node.name());
    }
    const auto most = std::ranges::max_element(count);
    return most == count.end() ? QString() : first.value(count.key(*most));
}

void DocumentDesk::openFromNode(const QString &node)
{
    read(node, ask(), false);
}

void DocumentDesk::read(const QString &node, const Awaited &awaited, bool byItself)
{
    const std::shared_ptr<cluster::Nodes> nodes = m_services.nodes ? m_services.nodes() : nullptr;
    if (!nodes) {
        Q_EMIT problem({base::ErrorCode::ConnectionFailed,
                        tr("%1 cannot be read: the cluster is not connected.").arg(node)});
        return;
    }
    m_reading = node;
    Q_EMIT originChanged();
    runInBackground(
        m_services.pool, this,
        [nodes, node, read = m_services.readFile, path = m_document->path(),
         stop = m_stop.get_token()] { return fileOf(*nodes, node, read, path, stop); },
        [this, node, awaited, byItself](const base::Result<ReadFile> &file) {
            readDone(node, file, awaited, byItself);
        });
}

void DocumentDesk::readDone(const QString &node, const base::Result<ReadFile> &file,
                            const Awaited &awaited, bool byItself)
{
    if (m_reading == node)
        m_reading.clear();
    if (byItself && (!isFree() || awaited.number != m_asked)) {
        Q_EMIT originChanged();
        return;
    }
    if (file && file->exists) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_lastCopy = LastCopy{file->bytes, node, now};
        m_writer->start(
            [drafts = m_drafts, copy = *m_lastCopy] { (void)drafts.keepLastCopy(copy); });
        if (!isWanted(awaited, node)) {
            Q_EMIT originChanged();
            return;
        }
        opened({Kind::Node, node, now}, file->bytes);
        return;
    }
    m_failed.insert(node);
    Q_EMIT problem(file ? base::Error{base::ErrorCode::NotFound,
                                      tr("%1 has no %2.").arg(node, m_document->path())}
                        : file.error());
    if (!isOpen() && m_lastCopy)
        opened({Kind::LastCopy, m_lastCopy->node, m_lastCopy->readAt}, m_lastCopy->bytes);
    Q_EMIT originChanged();
}

void DocumentDesk::opened(const Origin &origin, const QByteArray &text)
{
    m_origin = origin;
    m_document->open(text);
    Q_EMIT originChanged();
}

void DocumentDesk::openFile(const QString &path)
{
    runInBackground(
        m_services.pool, this, [path] { return readFrom(path); },
        [this, path, awaited = ask()](const base::Result<QByteArray> &bytes) {
            if (bytes && isWanted(awaited, path))
                opened({Kind::File, path, QDateTime::currentDateTimeUtc()}, *bytes);
            else if (!bytes)
                Q_EMIT problem(bytes.error());
        });
}

void DocumentDesk::openNew(const QByteArray &text)
{
    ask();
    opened({Kind::New, {}, QDateTime::currentDateTimeUtc()}, {});
    m_document->apply(tr("New file"), formats::TextEdits{{{0, 0}, text}});
}

void DocumentDesk::openDraft(const QString &name)
{
    runInBackground(
        m_services.pool, this, [drafts = m_drafts, name] { return drafts.draft(name); },
        [this, name, awaited = ask()](const std::optional<Draft> &draft) {
            if (!draft) {
                Q_EMIT problem({base::ErrorCode::IoFailed, tr("The draft cannot be read.")});
                return;
            }
            if (!isWanted(awaited, tr("The draft")))
                return;
            opened({Kind::Draft, {}, draft->savedAt}, draft->base);
            m_document->apply(tr("Changes of before"),
                              formats::TextEdits{{{0, draft->base.size()}, draft->text}});
            discardDraft(m_draft); // what was open was nothing that changed
            m_draft = name;
            m_left.remove(name);
            Q_EMIT draftGone(name);
        });
}

void DocumentDesk::discardDraft(const QString &name)
{
    m_left.remove(name);
    if (!name.isEmpty())
        m_writer->start([drafts = m_drafts, name] { drafts.remove(name); });
    Q_EMIT draftGone(name);
}

void DocumentDesk::saveAs(const QString &path)
{
    runInBackground(
        m_services.pool, this, [path, text = m_document->text()] { return savedTo(path, text); },
        [this, path](const base::Result<void> &saved) {
            if (saved)
                Q_EMIT done(tr("Saved as %1.").arg(path));
            else
                Q_EMIT problem(saved.error());
        });
}

void DocumentDesk::documentChanged()
{
    if (!isOpen() && m_document->isModified()) { // put there from the history
        m_origin = {Kind::New, {}, QDateTime::currentDateTimeUtc()};
        Q_EMIT originChanged();
    }
    if (!m_draftTimer.isActive()) // a person who types without a pause is to have one, too
        m_draftTimer.start();
}

void DocumentDesk::keepDraftNow(const std::function<void(bool)> &then)
{
    m_draftTimer.stop();
    if (!m_document->isModified()) {
        dropDraft();
        if (then)
            then(true);
        return;
    }
    if (m_draft.isEmpty())
        m_draft = m_drafts.newName();
    const Draft draft{m_document->text(), m_document->base(), QDateTime::currentDateTimeUtc()};
    auto write = [drafts = m_drafts, name = m_draft, draft] { return drafts.keep(name, draft); };
    runInBackground(m_writer.get(), this, write, [this, then](const base::Result<void> &kept) {
        if (!kept)
            Q_EMIT problem(kept.error());
        if (then)
            then(kept.has_value());
    });
}

void DocumentDesk::dropDraft()
{
    m_draftTimer.stop();
    if (m_draft.isEmpty())
        return;
    m_writer->start(
        [drafts = m_drafts, name = std::exchange(m_draft, {})] { drafts.remove(name); });
}

} // namespace colonnade::gui
