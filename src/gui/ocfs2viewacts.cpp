// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ocfs2view.h"

#include "gui/card.h"
#include "gui/ocfs2nodedialog.h"
#include "gui/ocfs2nodemodel.h"
#include "ui_ocfs2view.h"

#include <QApplication>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using formats::Ocfs2Conf;
using formats::Ocfs2Node;
using rules::Ocfs2Act;
using rules::Verdict;

namespace {

QString text(const QByteArray &bytes)
{
    return CardText::printable(QString::fromUtf8(bytes));
}

/// Each reason, and below it its way out.
QString sentences(const Verdict &verdict)
{
    QStringList lines;
    for (const rules::Reason &reason : verdict.reasons) {
        lines.append(reason.sentence);
        if (!reason.remedy.isEmpty())
            lines.append(reason.remedy);
    }
    return CardText::printable(lines.join(u' '));
}

/// A number as it was typed; out of every range where it is none, so that the list refuses it.
qint64 number(const QString &typed)
{
    bool ok = false;
    const qint64 value = typed.toLongLong(&ok);
    return ok ? value : -1;
}

} // namespace

Verdict Ocfs2View::judge(Ocfs2Act act, const QString &subject, const QString &present) const
{
    return rules::mayChange(m_state, {act, QString::fromUtf8(m_cluster), subject, present});
}

void Ocfs2View::act(const QString &title, const Verdict &verdict, const Edits &edits)
{
    if (m_document->parseError() || !m_document->conf())
        return;
    // What the list itself refuses needs no question before.
    if (const auto wanted = edits(conf()); !wanted) {
        m_document->apply(title, wanted);
        return;
    }
    switch (verdict.answer()) {
    case rules::Answer::No:
        refuse(title, verdict.reasons.first().sentence, verdict.reasons.first().remedy);
        break;
    case rules::Answer::Warn:
        ask(title, verdict, edits);
        break;
    case rules::Answer::Yes:
        apply(title, verdict, edits);
        break;
    }
}

void Ocfs2View::ask(const QString &title, const Verdict &verdict, const Edits &edits)
{
    m_asker = QApplication::focusWidget();
    m_ui->messages->remove(u"ocfs2/refused"_s);
    m_ui->messages->put({u"ocfs2/question"_s, Tone::Warn, tr("%1?", "an act").arg(title),
                         sentences(verdict), tr("Do it all the same"),
                         [this, title, edits] {
                             apply(title, {}, edits);
                             if (m_asker)
                                 m_asker->setFocus();
                         },
                         true});
    // The bar of a question before this one may still be on its way out.
    const auto buttons = m_ui->messages->findChildren<QPushButton *>();
    if (!buttons.isEmpty())
        buttons.last()->setFocus();
}

void Ocfs2View::apply(const QString &title, const Verdict &verdict, const Edits &edits)
{
    if (!m_document->apply(title, edits(conf())) || verdict.reasons.isEmpty())
        return;
    m_ui->messages->put({u"ocfs2/note"_s, Tone::Neutral, sentences(verdict), {}, {}, {}, true});
}

void Ocfs2View::refuse(const QString &title, const QString &sentence, const QString &remedy)
{
    m_document->apply(title, base::failure(base::ErrorCode::Refused, sentence, remedy));
}

void Ocfs2View::sayRefused(const base::Error &error)
{
    m_ui->messages->remove(u"ocfs2/question"_s);
    m_ui->messages->put({u"ocfs2/refused"_s,
                         Tone::Bad,
                         CardText::printable(error.message),
                         CardText::printable(error.remedy),
                         {},
                         {},
                         true});
    m_ui->name->setModified(false); // fields show again what is so
    refreshCluster();
}

void Ocfs2View::editCurrent()
{
    const QModelIndex index = m_ui->nodes->currentIndex();
    const QString why = m_nodes->refusal(index);
    if (why.isEmpty()) {
        m_ui->nodes->edit(index);
        return;
    }
    const qsizetype end = why.indexOf(u'\n');
    refuse(tr("Change %1").arg(text(currentNode()->name)), end < 0 ? why : why.left(end),
           end < 0 ? QString() : why.mid(end + 1));
}

void Ocfs2View::changeCell(int row, int column, const QString &value)
{
    const Ocfs2Node node = m_nodes->rows().at(row).node;
    const QString name = QString::fromUtf8(node.name);
    const QString address = QString::fromUtf8(node.address);
    formats::Ocfs2NodeChange change;
    QString title;
    Verdict verdict;
    switch (column) {
    case Ocfs2NodeModel::Number:
        change.number = number(value);
        title = tr("Number %1 with %2").arg(text(node.name), value);
        verdict = judge(Ocfs2Act::RenumberNode, name, QString::number(node.number));
        break;
    case Ocfs2NodeModel::Name:
        change.name = value.toUtf8();
        title = tr("Rename %1 to %2").arg(text(node.name), value);
        verdict = judge(Ocfs2Act::RenameNode, name);
        break;
    case Ocfs2NodeModel::Address:
        change.address = value.toUtf8();
        title = tr("Give %1 the address %2").arg(text(node.name), value);
        verdict = judge(Ocfs2Act::ReaddressNode, name, address);
        break;
    default:
        change.port = number(value);
        title = tr("Give %1 the port %2").arg(text(node.name), value);
        verdict = judge(Ocfs2Act::ReaddressNode, name, address);
        break;
    }
    act(CardText::printable(title), verdict, [node, change](const Ocfs2Conf &list) {
        return list.changeNode(node.cluster, node.name, change);
    });
}

void Ocfs2View::addNode()
{
    if (m_cluster.isEmpty() || m_document->parseError())
        return;
    QList<Ocfs2NodeDialog::Candidate> candidates;
    for (const cluster::NodeState *node : rules::ocfs2Candidates(m_state, conf(), m_cluster))
        candidates.append({node->name(), node->facts->hostName,
                           rules::ocfs2Addresses(*node->facts, conf().nodes(m_cluster))});
    auto *dialog = new Ocfs2NodeDialog(conf(), m_cluster, candidates, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Ocfs2Node node = dialog->node();
        act(tr("Add %1 to %2").arg(text(node.name), text(node.cluster)),
            judge(Ocfs2Act::AddNode, QString::fromUtf8(node.name)),
            [node](const Ocfs2Conf &list) { return list.addNode(node); });
        if (const Ocfs2Conf::Stanza *stanza = conf().nodeStanza(node.cluster, node.name))
            m_document->select(stanza->span);
    });
    dialog->open();
}

void Ocfs2View::removeNode()
{
    const Ocfs2Node *current = currentNode();
    if (!current)
        return;
    const Ocfs2Node node = *current;
    act(tr("Remove %1 from %2").arg(text(node.name), text(node.cluster)),
        judge(Ocfs2Act::RemoveNode, QString::fromUtf8(node.name)),
        [node](const Ocfs2Conf &list) { return list.removeNode(node.cluster, node.name); });
}

void Ocfs2View::renameCluster()
{
    const QByteArray name = m_ui->name->text().trimmed().toUtf8();
    const QByteArray before = m_cluster;
    if (name == before || m_ui->name->isReadOnly())
        return;
    act(tr("Rename the cluster %1 to %2").arg(text(before), text(name)),
        judge(Ocfs2Act::RenameCluster),
        [before, name](const Ocfs2Conf &list) { return list.renameCluster(before, name); });
}

void Ocfs2View::addCluster()
{
    const QByteArray name = m_ui->newCluster->text().trimmed().toUtf8();
    if (name.isEmpty())
        return;
    act(tr("Add the cluster %1").arg(text(name)), {},
        [name](const Ocfs2Conf &list) { return list.addCluster(name); });
    if (!conf().clusterStanza(name))
        return;
    m_ui->newCluster->clear();
    m_cluster = name;
    refresh();
    m_ui->addNode->setFocus();
}

void Ocfs2View::removeCluster()
{
    const QByteArray name = m_cluster;
    act(tr("Remove the cluster %1").arg(text(name)), judge(Ocfs2Act::RemoveCluster),
        [name](const Ocfs2Conf &list) { return list.removeCluster(name); });
}

void Ocfs2View::setHeartbeat(int index)
{
    const QByteArray name = m_cluster;
    const auto mode = index == 1 ? formats::Ocfs2Heartbeat::Global : formats::Ocfs2Heartbeat::Local;
    const auto edits = conf().setHeartbeat(name, mode);
    if (edits && edits->isEmpty())
        return;
    act(index == 1 ? tr("Switch %1 to global heartbeat").arg(text(name))
                   : tr("Switch %1 to local heartbeat").arg(text(name)),
        judge(Ocfs2Act::SetHeartbeat),
        [name, mode](const Ocfs2Conf &list) { return list.setHeartbeat(name, mode); });
    refreshCluster(); // as long as it is asked about, it is as before
}

void Ocfs2View::addRegion()
{
    // blkid tells the same UUID in small letters and with dashes.
    const QByteArray region = m_ui->newRegion->text().trimmed().toUpper().remove(u'-').toUtf8();
    const QByteArray name = m_cluster;
    if (region.isEmpty())
        return;
    act(tr("Add the region %1 to %2").arg(text(region), text(name)), {},
        [name, region](const Ocfs2Conf &list) { return list.addRegion(name, region); });
    if (conf().regionStanza(name, region))
        m_ui->newRegion->clear();
}

void Ocfs2View::removeRegion()
{
    const QByteArray region = conf().regions(m_cluster).value(m_ui->regions->currentRow());
    const QByteArray name = m_cluster;
    if (region.isEmpty())
        return;
    act(tr("Remove the region %1 from %2").arg(text(region), text(name)),
        judge(Ocfs2Act::RemoveRegion, QString::fromUtf8(region)),
        [name, region](const Ocfs2Conf &list) { return list.removeRegion(name, region); });
}

void Ocfs2View::setTimeout()
{
    const auto timeout = m_ui->timeouts->current();
    if (!timeout)
        return;
    auto *dialog = new O2cbTimeoutDialog(m_state, *timeout, this);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { Q_EMIT rollOutRequested(dialog->files()); });
    dialog->open();
}

} // namespace colonnade::gui
