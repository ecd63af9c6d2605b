// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/card.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using operations::MigrationStage;
using toolstack::RunState;

namespace {

const QString separator = u" · "_s;

/// "0:14", "1:02:07"
QString clockText(std::chrono::seconds elapsed)
{
    const qint64 total = qMax<qint64>(0, elapsed.count());
    const QString minutes = QString::number(total / 60 % 60);
    const QString seconds = QString::number(total % 60).rightJustified(2, u'0');
    if (total < 3600)
        return minutes + u':' + seconds;
    return QString::number(total / 3600) + u':' + minutes.rightJustified(2, u'0') + u':' + seconds;
}

QString stageWord(MigrationStage stage)
{
    switch (stage) {
    case MigrationStage::Checking:
        return CardText::tr("checking");
    case MigrationStage::Starting:
        return CardText::tr("starting");
    case MigrationStage::Copying:
        return CardText::tr("arriving");
    case MigrationStage::Handover:
        return CardText::tr("handing over");
    case MigrationStage::Verifying:
    case MigrationStage::Ended:
        break;
    }
    return CardText::tr("verifying");
}

QString runWord(RunState state)
{
    switch (state) {
    case RunState::Running:
    case RunState::Blocked:
    case RunState::Runnable:
        return CardText::tr("running");
    case RunState::Paused:
        return CardText::tr("paused");
    case RunState::Suspended:
        return CardText::tr("suspended");
    case RunState::ShutDown:
        return CardText::tr("shut down");
    case RunState::Crashed:
        return CardText::tr("crashed");
    case RunState::Dying:
        return CardText::tr("being removed");
    case RunState::Halted:
        return CardText::tr("off");
    case RunState::Unknown:
        break;
    }
    return CardText::tr("unknown");
}

QString paragraph(const QString &text)
{
    return text.isEmpty() ? QString() : u"<p>"_s + text.toHtmlEscaped() + u"</p>"_s;
}

QString identity(const Card &card)
{
    QStringList parts;
    if (card.domainId)
        parts.append(CardText::tr("domain %1").arg(*card.domainId));
    if (!card.uuid.isEmpty())
        parts.append(CardText::tr("UUID %1").arg(CardText::printable(card.uuid)));
    return parts.join(separator);
}

QString managerSentence(const Card &card)
{
    if (card.managedBy.isEmpty())
        return {};
    return CardText::tr("Managed by %1").arg(CardText::printable(card.managedBy));
}

} // namespace

QString CardText::state(const Card &card)
{
    switch (card.kind) {
    case Card::Kind::Arriving:
        return stageWord(card.stage) + separator + clockText(card.elapsed);
    case Card::Kind::Leaving:
        return tr("leaving");
    case Card::Kind::Guest:
    case Card::Kind::Alarm:
        break;
    }
    return card.current ? runWord(card.state) : tr("unknown");
}

QString CardText::details(const Card &card)
{
    if (card.kind == Card::Kind::Arriving) {
        const QString from = tr("from %1").arg(printable(card.peer));
        return card.sentence.isEmpty() ? from : printable(card.sentence) + separator + from;
    }
    QString text = size(card.vcpus, card.memoryMiB);
    if (card.kind == Card::Kind::Leaving)
        return text + separator + tr("to %1").arg(printable(card.peer));
    if (card.cpuPercent && card.current)
        text += separator + tr("%1 %", "load of one CPU").arg(QLocale().toString(*card.cpuPercent));
    return text;
}

QString CardText::description(const Card &card)
{
    QStringList parts = {state(card), details(card), managerSentence(card)};
    if (card.kind == Card::Kind::Alarm)
        parts += {printable(card.sentence), printable(card.remedy)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString CardText::toolTip(const Card &card)
{
    QString text = u"<p style='white-space:nowrap'><b>"_s + printable(card.name).toHtmlEscaped()
                   + u"</b></p>"_s;
    text += paragraph(state(card) + separator + details(card));
    if (!card.current)
        text += paragraph(tr("As it was when this node last answered."));
    if (card.cpuPercent && card.current)
        text += paragraph(tr("The load is counted in percent of one CPU."));
    text += paragraph(managerSentence(card)) + paragraph(identity(card));
    if (card.kind == Card::Kind::Alarm || card.kind == Card::Kind::Leaving)
        text += paragraph(card.sentence) + paragraph(card.remedy);
    return text;
}

QString CardText::memory(qint64 mebibytes)
{
    if (mebibytes < 1024)
        return tr("%1 MiB").arg(QLocale().toString(mebibytes));
    // One digit: 1.5 GiB; none where it would be 0.
    const qint64 tenths = (mebibytes * 10 + 512) / 1024;
    return tr("%1 GiB").arg(
        QLocale().toString(static_cast<double>(tenths) / 10, 'f', tenths % 10 == 0 ? 0 : 1));
}

QString CardText::size(int vcpus, qint64 memoryMiB)
{
    return tr("%1 vCPU", "number of virtual CPUs").arg(QLocale().toString(vcpus)) + separator
           + memory(memoryMiB);
}

QString CardText::printable(const QString &name)
{
    QString result = name;
    for (QChar &c : result) {
        // Format characters (Cf) reach over what follows: a name could turn the rest of the line
        // around.
        if (!c.isPrint() || c.category() == QChar::Other_Format)
            c = QChar::ReplacementCharacter;
    }
    return result;
}

QString CardText::names(const QStringList &names)
{
    switch (names.size()) {
    case 0:
        return {};
    case 1:
        return printable(names.first());
    case 2:
        return tr("%1 and %2").arg(printable(names[0]), printable(names[1]));
    case 3:
        return tr("%1, %2 and %3")
            .arg(printable(names[0]), printable(names[1]), printable(names[2]));
    default:
        return tr("%1, %2 and %n more", nullptr, static_cast<int>(names.size() - 2))
            .arg(printable(names[0]), printable(names[1]));
    }
}

} // namespace colonnade::gui
