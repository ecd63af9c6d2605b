// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/bounds.h"
#include "toolstack/migrate.h"
#include "toolstack/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace colonnade::toolstack {

namespace {

using namespace Qt::StringLiterals;

/// A line that explains a failure, and our words for it; %1 and %2 are what the expression caught.
struct Cause
{
    const char *pattern;
    const char *words;
};

// The first that matches counts: the cause stands before its consequences.
constexpr Cause XlCauses[] = {
    {"REMOTE HOST IDENTIFICATION HAS CHANGED",
     QT_TRANSLATE_NOOP(
         "colonnade::toolstack",
         "the target shows another SSH host key than the one that root on the source knows")},
    {"Host key verification failed",
     QT_TRANSLATE_NOOP("colonnade::toolstack",
                       "root on the source does not know the target's SSH host key")},
    {"Permission denied \\(([^)]*)\\)",
     QT_TRANSLATE_NOOP("colonnade::toolstack",
                       "the target does not let root of the source in (tried: %1)")},
    {"Could not resolve hostname ([^\\s:]+)",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "the source cannot resolve the name %1")},
    {"ssh: connect to host (\\S+) port (\\d+): Connection refused",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "%1 refuses connections on port %2")},
    {"ssh: connect to host (\\S+) port (\\d+): No route to host",
     QT_TRANSLATE_NOOP("colonnade::toolstack",
                       "the source has no route to %1, or nothing answers there")},
    {"ssh: connect to host (\\S+) port (\\d+): ([^\\n]{1,200})",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "the source cannot connect to %1, port %2: %3")},
    {"\\bxl: (?:command )?not found",
     QT_TRANSLATE_NOOP("colonnade::toolstack",
                       "there is no xl on the target that root finds over SSH")},
    {"unexpected data instead of banner",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "the target's shell prints something of its own "
                                               "before xl answers; a login file there does")},
    {"^(\\S{1,255}) is an invalid domain identifier",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "the source has no guest %1")},
    {"No config file stored for running domain",
     QT_TRANSLATE_NOOP("colonnade::toolstack",
                       "the toolstack keeps no configuration of this guest")},
    {"unable to retrieve domain configuration",
     QT_TRANSLATE_NOOP("colonnade::toolstack",
                       "the toolstack keeps no configuration of this guest")},
    {"xend is running, which may cause",
     QT_TRANSLATE_NOOP("colonnade::toolstack",
                       "xend is running on the node, and xl refuses to work beside it")},
    {"requires at least \\d+ arguments?",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "the toolstack did not understand the command")},
    {"Disk vdev=(\\S+) failed to stat: ([^:\\n]{1,1024})",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "the disk %2 (%1) is not there on the target")},
    {"Could not find bridge device (\\S+)",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "there is no bridge %1 on the target")},
    {"mounted in a guest domain",
     QT_TRANSLATE_NOOP("colonnade::toolstack",
                       "a disk of the guest is in use by another guest on the target")},
    {"Domain with name \"([^\"\\n]{1,255})--incoming\" already exists",
     QT_TRANSLATE_NOOP(
         "colonnade::toolstack",
         "another migration of %1 arrives at the target, or left a copy behind there")},
    {"Domain with name \"([^\"\\n]{1,255})\" already exists",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "the target has another guest named %1")},
    {"Failed to populate physmap|[Nn]ot enough (?:free )?memory|failed to free memory|Cannot "
     "allocate memory|Out of memory",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "the target has not enough free memory")},
    {"Failed to enable logdirty",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "the source's hypervisor cannot follow the memory "
                                               "of this kind of guest (it has no shadow paging)")},
    {"Failed to map shared info frame",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "this domain cannot be migrated")},
    {"Bad mfn for L1",
     QT_TRANSLATE_NOOP("colonnade::toolstack",
                       "the guest's memory cannot be read; it is so while a guest is paused")},
    {"guest (?:didn't acknowledge suspend|did not suspend)",
     QT_TRANSLATE_NOOP("colonnade::toolstack",
                       "the guest did not answer the request to suspend; a paused or hanging guest "
                       "does not, nor one without drivers for Xen")},
    {"need newer xl|mandatory flag",
     QT_TRANSLATE_NOOP("colonnade::toolstack",
                       "the target's xl is older than the source's and does not understand it")},
};

constexpr Cause XmCauses[] = {
    {"can't connect: ([^\\n]{1,200})",
     QT_TRANSLATE_NOOP("colonnade::toolstack",
                       "the target's relocation port cannot be reached (%1); "
                       "xend-relocation-server is off there, or the port is closed")},
    {"VM name '([^'\\n]{1,255})' already exists",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "the target has another guest named %1")},
    {"Domain '([^'\\n]{1,255})' does not exist",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "the source has no guest %1")},
    {"Domain is not running",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "the guest is not running")},
    {"Cannot migrate privileged domain",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "this domain cannot be migrated")},
    {"not a managed domain",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "xend does not manage this guest")},
    {"assigned PCI device", QT_TRANSLATE_NOOP("colonnade::toolstack",
                                              "a PCI device of the node is assigned to the guest")},
    {"Device of type '([^'\\n]{1,255})' refuses migration",
     QT_TRANSLATE_NOOP("colonnade::toolstack",
                       "the guest has a device (%1) that cannot be migrated")},
    {"non-migratable domain",
     QT_TRANSLATE_NOOP("colonnade::toolstack",
                       "the guest's configuration forbids its migration (nomigrate)")},
    {"I need \\d+ KiB",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "there is not enough free memory")},
    {"Hotplug scripts not working|Backend device not found|mounted in a guest domain",
     QT_TRANSLATE_NOOP("colonnade::toolstack",
                       "a disk or network card of the guest could not be connected on the target")},
    {"Unable to connect to xend|Is xend running",
     QT_TRANSLATE_NOOP("colonnade::toolstack", "xend does not answer on the source")},
    {"xc_save.{0,400}failed|[Bb]roken pipe|Connection reset",
     QT_TRANSLATE_NOOP("colonnade::toolstack",
                       "the transfer broke off; most often the target does not admit the source "
                       "(xend-relocation-hosts-allow), and its xend.log says why")},
};

/// The expressions of @p Causes, compiled once: a growing output is judged every second.
template<const auto &Causes>
const QList<QRegularExpression> &expressionsOf()
{
    static const QList<QRegularExpression> Expressions = [] {
        QList<QRegularExpression> expressions;
        for (const Cause &cause : Causes)
            expressions.append(QRegularExpression(QString::fromLatin1(cause.pattern),
                                                  QRegularExpression::MultilineOption));
        return expressions;
    }();
    return Expressions;
}

template<const auto &Causes>
QString causeIn(const QString &text)
{
    const QList<QRegularExpression> &expressions = expressionsOf<Causes>();
    for (qsizetype i = 0; i < expressions.size(); ++i) {
        const QRegularExpressionMatch match = expressions[i].match(text);
        if (!match.hasMatch())
            continue;
        QString words = Words::tr(Causes[i].words);
        for (int group = 1; group <= match.lastCapturedIndex(); ++group)
            words.replace(u'%' + QString::number(group), match.captured(group).trimmed());
        return words;
    }
    return {};
}

/// Where no cause is known: the first line that speaks of an error, else the last that says
/// anything.
QString mostTellingLine(const QString &text)
{
    constexpr qsizetype Longest = 300;
    QString last;
    for (const QStringView line : QStringView(text).split(u'\n', Qt::SkipEmptyParts)) {
        const QString trimmed = line.trimmed().left(Longest).toString();
        if (trimmed.contains("rror:"_L1))
            return trimmed;
        if (!trimmed.isEmpty())
            last = trimmed;
    }
    return last;
}

template<const auto &Causes>
QString explain(const QString &text)
{
    const QString known = causeIn<Causes>(text);
    return known.isEmpty() ? mostTellingLine(text) : known;
}

/// The text to judge: its beginning and end, should a node print more than any migration does.
QString textOf(QByteArrayView output)
{
    constexpr qsizetype Most = 256 * 1024;
    QString text;
    if (output.size() > 2 * Most)
        text = QString::fromUtf8(output.first(Most)) + u'\n' + QString::fromUtf8(output.last(Most));
    else
        text = QString::fromUtf8(output);
    return text.replace(u'\r', u'\n');
}

/// A line that ends the command without success, from before anything was sent to after everything
/// was.
bool saysFailed(const QString &text)
{
    static const QRegularExpression Failed(
        u"^Migration failed|truncated reading banner|unexpected data instead of banner|"
        "is an invalid domain identifier|No config file stored for running domain|"
        "unable to retrieve domain configuration|xend is running, which may cause|"
        "requires at least \\d+ argument"_s,
        QRegularExpression::MultilineOption);
    return text.contains(Failed);
}

bool saysUndefined(const QString &text)
{
    return text.contains("Migration failed during final handshake"_L1)
           || text.contains("Domain state is now undefined"_L1);
}

MigrateStage stageOf(const QString &text)
{
    if (saysUndefined(text))
        return MigrateStage::Undefined;
    if (text.contains("Migration successful."_L1))
        return MigrateStage::Succeeded;
    if (saysFailed(text))
        return MigrateStage::Failed;
    // "successsfully" is how every version spells it.
    if (text.contains("Target reports successful startup"_L1)
        || text.contains("migration target: Domain started success"_L1))
        return MigrateStage::Started;
    if (text.contains("Transfer complete, requesting permission"_L1)
        || text.contains("Target has acknowledged transfer"_L1)
        || text.contains("Giving target permission to start"_L1)
        || text.contains("Got permission, starting domain"_L1))
        return MigrateStage::Handover;
    if (text.contains("migration target: Ready to receive domain"_L1)
        || text.contains("Saving to migration stream"_L1))
        return MigrateStage::Copying;
    return MigrateStage::Connecting;
}

std::optional<int> percentIn(const QString &text)
{
    static const QRegularExpression Progress(
        u"progress: Reloading memory pages: *\\d+/\\d+ +(\\d{1,3})%"_s);
    std::optional<int> percent;
    for (auto matches = Progress.globalMatch(text); matches.hasNext();) {
        const int value = matches.next().captured(1).toInt();
        if (value <= 100)
            percent = value;
    }
    return percent;
}

} // namespace

MigrateReport readXlMigrate(QByteArrayView output)
{
    const QString text = textOf(output);
    MigrateReport report{stageOf(text), percentIn(text), {}};
    if (report.stage == MigrateStage::Failed)
        report.cause = explain<XlCauses>(text);
    if (report.stage == MigrateStage::Undefined)
        report.cause = Words::tr("the connection was lost in the final handshake, when both sides "
                                 "held a copy of the guest");
    return report;
}

MigrateReport readXmMigrate(QByteArrayView output, std::optional<int> exitStatus)
{
    const QString text = textOf(output);
    static const QRegularExpression ErrorLine(u"^Error: "_s, QRegularExpression::MultilineOption);
    if (text.contains(ErrorLine) || exitStatus.value_or(0) != 0) {
        QString cause = explain<XmCauses>(text);
        if (cause.isEmpty())
            cause =
                Words::tr("xm ended with status %1 and said nothing").arg(exitStatus.value_or(-1));
        return {MigrateStage::Failed, std::nullopt, cause};
    }
    // xm says nothing at all until it ends.
    return {exitStatus ? MigrateStage::Succeeded : MigrateStage::Connecting, std::nullopt, {}};
}

} // namespace colonnade::toolstack
