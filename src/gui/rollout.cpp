// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rollout.h"

#include "gui/background.h"
#include "gui/editordocument.h"

#include <algorithm>

namespace colonnade::gui {

using operations::DeployOutcome;
using operations::DeployProgress;
using operations::DeployRequest;
using operations::DeployResult;
using Holds = HeldFile::Holds;

/// A plan, and the text that it was made for.
struct RollOut::Prepared
{
    RollOutProposal proposal;
    std::optional<QByteArray> text; ///< none: it is not the document's
};

RollOut::RollOut(QString cluster, EditorDocument *document, const Versions &versions,
                 const EditorServices &services, QWidget *parent)
    : QObject(parent),
      m_cluster(std::move(cluster)),
      m_document(document),
      m_versions(versions),
      m_services(services),
      m_window(parent),
      m_inbox(std::make_unique<Inbox<DeployProgress>>(
          this,
          [this](const QList<DeployProgress> &steps) {
              for (const DeployProgress &step : steps)
                  Q_EMIT progressed(step);
          },
          2000))
{
}

/// A roll-out that runs goes on to its end: half of it would be worse. The journal knows it.
RollOut::~RollOut() = default;

bool RollOut::isIdle() const
{
    return !m_isRunning && !m_isPreparing && !(m_dialog && m_dialog->isVisible());
}

QString RollOut::obstacle(const cluster::ClusterState &state) const
{
    if (!m_services.deployer.plan || !m_services.deployer.run)
        return tr("This build cannot roll files out.");
    if (m_isRunning)
        return tr("It is being rolled out.");
    if (m_document->parseError())
        return tr("The text cannot be read as it is: see the message above it.");
    const bool anyConnected = std::ranges::any_of(state.nodes, [](const auto &node) {
        return node.facts && node.connection.phase == remote::Phase::Connected;
    });
    return anyConnected ? QString() : tr("No node can be reached.");
}

QString RollOut::title(const cluster::ClusterState &state) const
{
    if (m_versions.next && !m_document->parseError())
        return tr("&Roll out version %1…").arg(m_versions.next(state));
    return tr("&Roll out…");
}

DeployRequest RollOut::requestFor(const QList<HeldFile> &files) const
{
    DeployRequest request;
    request.cluster = m_cluster;
    request.path = m_document->path();
    for (const HeldFile &file : files) {
        if (file.holds == Holds::NotReachable || file.holds == Holds::Unknown)
            request.offline.append(file.node);
        else
            request.targets.append(
                {file.node, file.hash.isEmpty() ? std::nullopt : std::optional(file.hash)});
    }
    return request;
}

void RollOut::ask(const cluster::ClusterState &state, const QList<HeldFile> &files)
{
    if (!isIdle() || !obstacle(state).isEmpty())
        return;
    for (const HeldFile &file : files) {
        if (file.holds != Holds::Unknown)
            continue;
        Q_EMIT problem({base::ErrorCode::Refused, tr("%1 was not read yet.").arg(file.node),
                        tr("Roll out when it was: it takes a moment.")});
        return;
    }
    const QByteArray text = m_document->text();
    Prepared prepared{{requestFor(files), {}, files, {}, m_document->encoding()}, text};
    RollOutProposal &proposal = prepared.proposal;
    proposal.request.bytes = text;
    proposal.errors = int(std::ranges::count(m_document->diagnostics(), formats::Severity::Error,
                                             &formats::Diagnostic::severity));
    if (m_versions.next) {
        proposal.version = m_versions.next(state);
        proposal.isRaised = proposal.version != m_versions.current();
    }
    if (proposal.isRaised) {
        const base::Result<formats::TextEdits> edits = m_versions.set(proposal.version);
        if (!edits) {
            Q_EMIT problem(edits.error());
            return;
        }
        proposal.request.bytes = formats::applied(text, *edits);
    }
    prepare(std::move(prepared), state, m_document->base());
}

void RollOut::askFor(const cluster::ClusterState &state, const DeployRequest &request,
                     const QByteArray &before)
{
    if (!isIdle())
        return;
    const auto encoding =
        request.path == m_document->path() ? m_document->encoding() : formats::XmlEncoding::Utf8;
    QList<HeldFile> files = heldFiles(state, request.path, hashOf(before));
    files.removeIf([&](const HeldFile &file) {
        return std::ranges::find(request.targets, file.node, &operations::DeployTarget::node)
               == request.targets.end();
    });
    prepare({{request, {}, files, {}, encoding}, {}}, state, before);
}

void RollOut::prepare(Prepared prepared, const cluster::ClusterState &state,
                      const QByteArray &before)
{
    m_isPreparing = true;
    runInBackground(
        m_services.pool, this,
        [prepared = std::move(prepared), state, before, plan = m_services.deployer.plan]() mutable {
            prepared.proposal.plan = plan(state, prepared.proposal.request);
            prepared.proposal.notes =
                operations::deploymentNotes(state, prepared.proposal.request, {before});
            prepared.proposal.change = TextChange::between(before, prepared.proposal.request.bytes);
            return prepared;
        },
        [this](const Prepared &done) {
            m_isPreparing = false;
            show(done);
        });
}

void RollOut::show(const Prepared &prepared)
{
    m_dialog = new RollOutDialog(prepared.proposal, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &QDialog::rejected, this, &RollOut::declined);
    connect(m_dialog, &QDialog::accepted, this, [this, prepared] {
        // The dialog lets nobody type, but views live on.
        if (!prepared.text || m_document->text() == *prepared.text)
            run(prepared, m_dialog->reason());
        else
            Q_EMIT problem({base::ErrorCode::Refused,
                            tr("Nothing was rolled out: the text was changed meanwhile."),
                            tr("Roll out again to see what is rolled out.")});
        if (!m_isRunning)
            Q_EMIT declined();
    });
    m_dialog->open();
}

void RollOut::run(const Prepared &prepared, const QString &reason)
{
    const RollOutProposal &proposal = prepared.proposal;
    if (!nodes())
        return;
    if (proposal.isRaised
        && !m_document->apply(tr("Raise the version to %1").arg(proposal.version),
                              m_versions.set(proposal.version)))
        return;
    DeployRequest request = proposal.request;
    request.reason = reason;
    m_isOfDocument = prepared.text.has_value();
    start(request,
          [request, deployer = m_services.deployer](
              cluster::Nodes &nodes, operations::Journal &journal,
              const operations::DeploySink &sink, const std::stop_token &stop) -> DeployResult {
              // The reason is part of the plan; what is to be found on the nodes is as it was
              // shown.
              const base::Result<operations::Plan> plan = deployer.plan(nodes.state(), request);
              if (!plan)
                  return {DeployOutcome::Refused, plan.error().message, plan.error().remedy, {}};
              return deployer.run(nodes, journal, *plan, sink, stop);
          });
}

void RollOut::resume(const operations::Deployment &open, operations::DeployDirection direction)
{
    if (!isIdle())
        return;
    DeployRequest request;
    request.cluster = open.cluster;
    request.path = open.path;
    request.bytes = open.bytes;
    for (const QString &node : open.nodes)
        request.targets.append({node, {}});
    m_isOfDocument =
        direction == operations::DeployDirection::Finish && m_document->text() == open.bytes;
    start(request, [id = open.planId, direction, resume = m_services.deployer.resume](
                       cluster::Nodes &nodes, operations::Journal &journal,
                       const operations::DeploySink &sink, const std::stop_token &stop) {
        return resume(nodes, journal, id, direction, sink, stop);
    });
}

std::shared_ptr<cluster::Nodes> RollOut::nodes()
{
    std::shared_ptr<cluster::Nodes> nodes = m_services.nodes ? m_services.nodes() : nullptr;
    if (!nodes)
        Q_EMIT problem({base::ErrorCode::ConnectionFailed,
                        tr("Nothing was rolled out: the cluster is not connected any more.")});
    return nodes;
}

void RollOut::start(const DeployRequest &request, const Work &work)
{
    const std::shared_ptr<cluster::Nodes> nodes = this->nodes();
    if (!nodes)
        return;
    m_request = request;
    m_isRunning = true;
    m_stop = {};
    Q_EMIT runningChanged();
    runInBackground(
        m_services.pool, this,
        [nodes, work, sink = m_inbox->sink(), folder = m_services.journalFolder,
         stop = m_stop.get_token()] {
            operations::Journal journal(folder);
            return work(*nodes, journal, sink, stop);
        },
        [this](const DeployResult &result) { finished(result); });
}

void RollOut::finished(const DeployResult &result)
{
    m_isRunning = false;
    const bool isThere =
        result.outcome == DeployOutcome::Deployed || result.outcome == DeployOutcome::Inactive;
    if (isThere && m_isOfDocument)
        m_document->setBase(m_request.bytes);
    Q_EMIT runningChanged();
    Q_EMIT ended(result);
}

void RollOut::stop()
{
    m_stop.request_stop();
}

} // namespace colonnade::gui
