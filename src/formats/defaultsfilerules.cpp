// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/defaultsfile.h"
#include "formats/findings.h"
#include "formats/shown.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using Assignment = DefaultsFile::Assignment;

constexpr qsizetype MostClusterNameBytes = 15; // cman: CMAN's own limit, which is below OCFS2's
constexpr qsizetype MostOcfs2ClusterNameBytes = 16; // o2cb_ctl/op_cluster.c

/// A number of /etc/default/o2cb: vendor/common/o2cb.init.sh, o2cb.sysconfig(5).
struct O2cbNumber
{
    const char *key;
    qlonglong least;   ///< that `o2cb configure` takes
    qlonglong initial; ///< the kernel's own
};

constexpr O2cbNumber O2cbNumbers[] = {
    {"O2CB_HEARTBEAT_THRESHOLD", 7, 31},
    {"O2CB_IDLE_TIMEOUT_MS", 5000, 30000},
    {"O2CB_KEEPALIVE_DELAY_MS", 1000, 2000},
    {"O2CB_RECONNECT_DELAY_MS", 2000, 2000},
};

/// Seconds, and what cman's init script compares as numbers.
constexpr const char *CmanNumbers[] = {"CLUSTER_JOIN_TIMEOUT",  "CLUSTER_SHUTDOWN_TIMEOUT",
                                       "CMAN_CLUSTER_TIMEOUT",  "CMAN_QUORUM_TIMEOUT",
                                       "CMAN_SHUTDOWN_TIMEOUT", "FENCE_JOIN_TIMEOUT",
                                       "FENCED_MEMBER_DELAY",   "FENCED_START_TIMEOUT"};

constexpr const char *CmanSwitches[] = {"USE_CCS", "FENCE_JOIN", "CMAN_SSHD_START"};

bool isNumber(const QByteArray &value)
{
    const QByteArrayView digits =
        value.startsWith('-') ? QByteArrayView(value).sliced(1) : QByteArrayView(value);
    return !digits.isEmpty() && digits.size() < 19
           && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

bool isAlphanumeric(const QByteArray &value)
{
    return std::ranges::all_of(value, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

class Rules
{
public:
    Rules(const DefaultsFile &file, DefaultsKind kind) : m_file(file), m_kind(kind) {}

    QList<Diagnostic> findings(const QList<Diagnostic> &ofLanguage)
    {
        addLanguage(ofLanguage);
        checkBytes();
        checkDuplicates();
        if (m_kind == DefaultsKind::O2cb)
            checkO2cb();
        else if (m_kind == DefaultsKind::Cman)
            checkCman();
        return m_findings.take();
    }

private:
    /// The init scripts of o2cb and of cman are bash's.
    void addLanguage(const QList<Diagnostic> &findings)
    {
        for (const Diagnostic &finding : findings) {
            const bool isKnown = m_kind != DefaultsKind::Other;
            if (isKnown && finding.id == "bash-only")
                continue;
            const bool isWorse = isKnown && finding.id == "unquoted-blank";
            m_findings.add(finding.id.constData(), isWorse ? Severity::Error : finding.severity,
                           finding.span, finding.message, finding.fix);
        }
    }

    void checkBytes()
    {
        const QByteArray &text = m_file.text();
        if (const qsizetype nul = text.indexOf('\0'); nul >= 0)
            m_findings.add("nul-byte", Severity::Error, {nul, nul + 1},
                           u"A NUL byte stands here, which shells read differently, or not at "
                           u"all."_s);
        const qsizetype first = text.indexOf("\r\n");
        if (first < 0)
            return;
        TextEdits edits;
        for (qsizetype at = first; at >= 0; at = text.indexOf("\r\n", at + 2))
            edits.append({{at, at + 1}, QByteArray()});
        m_findings.add("carriage-return", Severity::Error, {first, first + 1},
                       u"A line ends with a carriage return, as lines of Windows do: a shell takes "
                       u"it for a part of the value or the command."_s,
                       Fix{u"Give all lines the ends of Unix"_s, edits});
    }

    void checkDuplicates()
    {
        QHash<QByteArray, const Assignment *> seen;
        for (const Assignment &assignment : m_file.assignments()) {
            if (!assignment.value || !assignment.isCertain)
                continue;
            if (const Assignment *former = std::exchange(seen[assignment.key], &assignment))
                m_findings.add(
                    "duplicate-setting", Severity::Warning, former->span,
                    u"%1 is set again below, and the last one counts."_s.arg(shown(former->key)));
        }
    }

    void checkO2cb()
    {
        QSet<QByteArray> known = {"O2CB_ENABLED", "O2CB_STACK", "O2CB_BOOTCLUSTER"};
        for (const O2cbNumber &number : O2cbNumbers) {
            known.insert(number.key);
            checkO2cbNumber(number);
        }
        checkUnknown("O2CB_", known);
        checkEnabled();
        checkStack();
        checkBootCluster();
        checkKeepalive();
    }

    /// A name with the prefix of all settings that is none of them is a slip.
    void checkUnknown(const char *prefix, const QSet<QByteArray> &known)
    {
        for (const Assignment &assignment : m_file.assignments()) {
            if (assignment.key.startsWith(prefix) && !known.contains(assignment.key))
                m_findings.add("unknown-setting", Severity::Warning, assignment.name,
                               u"Nothing reads a setting %1."_s.arg(shown(assignment.key)));
        }
    }

    void checkO2cbNumber(const O2cbNumber &number)
    {
        const auto value = m_file.value(number.key);
        if (!value || value->isEmpty())
            return;
        if (!isNumber(*value) || value->startsWith('-')) {
            add("bad-number", Severity::Error, number.key,
                u"“%1” is not a number: the kernel refuses it, the init script does not say so, "
                u"and %2 stays in force."_s.arg(shown(*value), QString::number(number.initial)),
                QByteArray::number(number.initial));
        } else if (value->toLongLong() < number.least) {
            add("below-minimum", Severity::Warning, number.key,
                u"%1 is %2, and `o2cb configure` takes no less than %3."_s.arg(
                    QString::fromLatin1(number.key), shown(*value), QString::number(number.least)));
        }
    }

    void checkEnabled()
    {
        const auto value = m_file.value("O2CB_ENABLED");
        if (!value || *value == "true" || *value == "false")
            return;
        static const QSet<QByteArray> on = {"yes", "1", "on", "true", "y"};
        add("not-true-or-false", Severity::Error, "O2CB_ENABLED",
            u"“%1” is neither true nor false, and so the cluster does not start at boot."_s.arg(
                shown(*value)),
            on.contains(value->toLower()) ? "true" : "false");
    }

    void checkStack()
    {
        const auto value = m_file.value("O2CB_STACK");
        if (!value || value->isEmpty())
            return;
        if (value->size() != 4)
            add("bad-stack", Severity::Error, "O2CB_STACK",
                u"“%1” is no cluster stack: its name has four letters, as o2cb."_s.arg(
                    shown(*value)),
                "o2cb");
        else if (*value != "o2cb" && *value != "pcmk" && *value != "cman")
            add("unknown-stack", Severity::Warning, "O2CB_STACK",
                u"The cluster stacks are o2cb, pcmk and cman; “%1” is none of them."_s.arg(
                    shown(*value)));
    }

    void checkBootCluster()
    {
        const auto value = m_file.value("O2CB_BOOTCLUSTER");
        if (value && (!isAlphanumeric(*value) || value->size() > MostOcfs2ClusterNameBytes))
            add("cluster-name", Severity::Error, "O2CB_BOOTCLUSTER",
                u"“%1” cannot be the name of an OCFS2 cluster, which is 1 to %2 letters and "
                u"digits."_s.arg(shown(*value), QString::number(MostOcfs2ClusterNameBytes)));
        const bool isNone = value ? value->isEmpty() : !m_file.assignment("O2CB_BOOTCLUSTER");
        if (isNone && m_file.value("O2CB_ENABLED") == "true")
            add("no-boot-cluster", Severity::Warning, value ? "O2CB_BOOTCLUSTER" : "O2CB_ENABLED",
                u"O2CB is enabled, and no cluster is named in O2CB_BOOTCLUSTER: none goes online "
                u"at "
                u"boot."_s);
    }

    /// The kernel refuses the one that it is given last, and the init script does not say so.
    void checkKeepalive()
    {
        const auto numberOf = [this](const O2cbNumber &number) -> std::optional<qlonglong> {
            const auto value = m_file.value(number.key);
            if (!value && m_file.assignment(number.key))
                return std::nullopt;
            return value && isNumber(*value) ? value->toLongLong() : number.initial;
        };
        const auto idle = numberOf(O2cbNumbers[1]);
        const auto keepalive = numberOf(O2cbNumbers[2]);
        if (!idle || !keepalive || *keepalive < *idle)
            return;
        const bool isKeepaliveSet = m_file.assignment(O2cbNumbers[2].key) != nullptr;
        add("keepalive-not-below-idle", Severity::Error, O2cbNumbers[isKeepaliveSet ? 2 : 1].key,
            u"The keepalive delay, %1 ms, has to be below the idle timeout, %2 ms: the kernel "
            u"refuses one of them, and the init script does not say so."_s.arg(*keepalive)
                .arg(*idle));
    }

    void checkCman()
    {
        for (const char *key : CmanNumbers) {
            if (const auto value = m_file.value(key);
                value && !value->isEmpty() && !isNumber(*value))
                add("bad-number", Severity::Error, key,
                    u"“%1” is not a number of seconds."_s.arg(shown(*value)));
        }
        for (const char *key : CmanSwitches)
            checkOneOf(key, {"yes", "no"});
        checkOneOf("CMAN_NOTIFYD_START", {"yes", "no", "conditional"});
        checkOneOf("CONFIG_VALIDATION", {"FAIL", "WARN", "NONE"});
        checkClusterName();
        checkNodeName();
        checkJoinOptions();
    }

    void checkOneOf(const char *key, const QByteArrayList &words)
    {
        const auto value = m_file.value(key);
        if (!value || value->isEmpty() || words.contains(*value))
            return;
        const auto meant = std::ranges::find_if(words, [&value](const QByteArray &word) {
            return word.compare(*value, Qt::CaseInsensitive) == 0;
        });
        add("unknown-value", Severity::Warning, key,
            u"%1 is one of %2; “%3” is none of them."_s.arg(
                QString::fromLatin1(key), QString::fromLatin1(words.join(", ")), shown(*value)),
            meant == words.end() ? QByteArray() : *meant);
    }

    void checkClusterName()
    {
        const auto value = m_file.value("CLUSTERNAME");
        if (value && value->size() > MostClusterNameBytes)
            add("cluster-name", Severity::Error, "CLUSTERNAME",
                u"The name of a cluster has at most %1 characters; “%2” has %3, and cman does not "
                u"start."_s.arg(QString::number(MostClusterNameBytes), shown(*value),
                                QString::number(value->size())));
    }

    void checkNodeName()
    {
        const auto value = m_file.value("NODENAME");
        const bool isName = !value || std::ranges::all_of(*value, [](char c) {
            return isAlphanumeric(QByteArray(1, c)) || c == '.' || c == '-' || c == '_';
        });
        if (!isName)
            add("node-name", Severity::Error, "NODENAME",
                u"“%1” is not the name of a host: it takes that of its clusternode in cluster.conf."_s
                    .arg(shown(*value)));
    }

    /// cman 3.x puts what it makes of the two names right behind the options.
    void checkJoinOptions()
    {
        const QByteArray options = m_file.value("CMAN_JOIN_OPTS").value_or(QByteArray());
        const bool isNamed = !m_file.value("CLUSTERNAME").value_or(QByteArray()).isEmpty()
                             || !m_file.value("NODENAME").value_or(QByteArray()).isEmpty();
        if (isNamed && !options.isEmpty() && !options.endsWith(' '))
            add("options-glued", Severity::Warning, "CMAN_JOIN_OPTS",
                u"cman 3 writes CLUSTERNAME and NODENAME right behind these options, with no blank "
                u"between: end them with one."_s,
                options + ' ');
    }

    /// At the assignment that wins, with a fix that sets another value where that is possible.
    void add(const char *id, Severity severity, const char *key, const QString &message,
             const QByteArray &better = {})
    {
        std::optional<Fix> fix;
        if (const auto edits = m_file.set(key, better); edits && !better.isEmpty())
            fix = Fix{u"Set %1 to %2"_s.arg(QString::fromLatin1(key), shown(better)), *edits};
        m_findings.add(id, severity, m_file.assignment(key)->span, message, fix);
    }

    const DefaultsFile &m_file;
    const DefaultsKind m_kind;
    Findings m_findings;
};

} // namespace

QList<Diagnostic> DefaultsFile::diagnostics(DefaultsKind kind) const
{
    return Rules(*this, kind).findings(m_findings);
}

} // namespace colonnade::formats
