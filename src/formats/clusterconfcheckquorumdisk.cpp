// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfcheck.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace colonnade::formats {

namespace {

/// The arithmetic of qdisk(5).
class QuorumDiskCheck
{
public:
    QuorumDiskCheck(ClusterConfCheck &check, const XmlElement &disk)
        : m_check(check), m_disk(disk), m_interval(number("interval", 1)), m_tko(number("tko", 10))
    {
    }

    void run()
    {
        checkDevice();
        checkToken();
        checkPoll();
        checkWaits();
        checkHeuristics();
        checkPriority();
        if (m_disk.has("status_file"))
            m_check.report("quorum-disk-status-file", Severity::Hint, m_disk.spanOf("status_file"),
                           u"status_file is for debugging: qdiskd writes to it in every cycle."_s);
    }

private:
    /// The default where the attribute is missing or no number, which is reported elsewhere.
    int number(QByteArrayView attribute, int missing) const
    {
        return wholeNumber(m_disk.value(attribute)).value_or(missing);
    }

    void checkDevice()
    {
        const bool hasLabel = !m_disk.value("label").isEmpty();
        const bool hasDevice = !m_disk.value("device").isEmpty();
        if (!hasLabel && !hasDevice)
            m_check.report("quorum-disk-device", Severity::Error, m_disk.nameSpan(),
                           u"<quorumd> has neither label nor device: qdiskd does not find its "
                           "disk."_s);
        else if (hasLabel && hasDevice)
            m_check.report("quorum-disk-label", Severity::Warning, m_disk.spanOf("device"),
                           u"device does not count: label is there, and wins."_s,
                           m_check.fixByRemoving(m_disk, "device"));
    }

    qint64 milliseconds() const { return qint64(1000) * m_interval * m_tko; }

    /// cman's default since it was the first: 10 s.
    int token() const
    {
        const XmlElement totem = m_check.section("totem");
        return totem ? wholeNumber(totem.value("token")).value_or(10000) : 10000;
    }

    void checkToken()
    {
        // Since 3.0 qdiskd derives a missing tko from the token.
        if (!m_disk.has("tko") && !m_check.isKnown(ClusterGeneration::Cluster2))
            return;
        if (m_interval < 1 || m_tko < 1 || 2 * milliseconds() < token())
            return;
        const qint64 least = 2 * milliseconds() + 1000;
        const QString needed = QString::number(least);
        std::optional<Fix> fix;
        if (least <= std::numeric_limits<int>::max())
            fix = m_check.fix(u"Set token to %1"_s.arg(needed), {setToken(needed)});
        m_check.report("quorum-disk-token", Severity::Warning,
                       m_disk.spanOf(m_disk.has("tko") ? "tko" : "interval"),
                       u"qdiskd needs %1 ms (interval × tko) to see a node die, and totem gives up "
                       "after %2 ms: the first has to be less than half of the second."_s.arg(
                           QString::number(milliseconds()), QString::number(token())),
                       fix);
    }

    base::Result<TextEdits> setToken(const QString &value) const
    {
        if (const XmlElement totem = m_check.section("totem"); totem)
            return m_check.set(totem, "token", value);
        return addElement(m_check.document(), m_check.root(),
                          {u"totem"_s, {{u"token"_s, value}}, {}}, 0);
    }

    void checkPoll()
    {
        const XmlElement cman = m_check.section("cman");
        const int poll = cman ? wholeNumber(cman.value("quorum_dev_poll")).value_or(10000) : 10000;
        if (poll >= token())
            return;
        const Span span = cman ? cman.spanOf("quorum_dev_poll") : m_disk.nameSpan();
        m_check.report("quorum-disk-poll", Severity::Warning, span,
                       u"cman takes the quorum disk for dead after %1 ms (quorum_dev_poll), "
                       "sooner than totem a node (token, %2 ms)."_s.arg(QString::number(poll),
                                                                        QString::number(token())),
                       cman
                           ? m_check.fixBySetting(cman, "quorum_dev_poll", QString::number(token()))
                           : std::nullopt);
    }

    void reportWait(const char *attribute, const QString &rule)
    {
        m_check.report("quorum-disk-wait", Severity::Warning, m_disk.spanOf(attribute),
                       u"%1 is %2, and has to be %3."_s.arg(
                           QLatin1String(attribute), QString::number(number(attribute, 0)), rule));
    }

    void checkWaits()
    {
        const QString tko = QString::number(m_tko);
        if (const std::optional<int> wait = wholeNumber(m_disk.value("upgrade_wait"));
            wait && (*wait < 1 || *wait > m_tko))
            reportWait("upgrade_wait", u"1 to tko, which is %1"_s.arg(tko));
        const int up = number("tko_up", m_tko / 3);
        if (const std::optional<int> wait = wholeNumber(m_disk.value("master_wait"));
            wait && (*wait < 2 || *wait <= up || *wait > m_tko))
            reportWait("master_wait",
                       u"2 at least, more than tko_up (%1), and at most tko (%2)"_s.arg(
                           QString::number(up), tko));
    }

    void checkHeuristics()
    {
        const QList<XmlElement> heuristics = m_disk.children("heuristic");
        qint64 sum = 0;
        for (const XmlElement &heuristic : heuristics) {
            sum += wholeNumber(heuristic.value("score")).value_or(1);
            checkPing(heuristic);
        }
        const int least = number("min_score", 0);
        if (!heuristics.isEmpty() && least > sum)
            m_check.report(
                "quorum-disk-score", Severity::Error, m_disk.spanOf("min_score"),
                u"min_score is %1 and all heuristics together score %2: no node ever "
                "has the quorum disk's votes."_s.arg(QString::number(least), QString::number(sum)),
                fixForScore(static_cast<int>(std::clamp<qint64>(sum, 0, INT_MAX))));
        if (!heuristics.isEmpty() && daemonFlag(m_disk.value("master_wins")))
            m_check.report("quorum-disk-master-wins", Severity::Warning,
                           m_disk.spanOf("master_wins"),
                           u"master_wins works without heuristics only."_s,
                           m_check.fixBySetting(m_disk, "master_wins", u"0"_s));
    }

    std::optional<Fix> fixForScore(int sum) const
    {
        return m_check.fixBySetting(m_disk, "min_score", QString::number(sum));
    }

    void checkPing(const XmlElement &heuristic)
    {
        static const QRegularExpression ping(u"^\\s*(\\S*/)?ping6?\\s"_s);
        static const QRegularExpression deadline(u"\\s-w\\s*[1-9]"_s);
        const QString program = heuristic.value("program");
        if (ping.match(program).hasMatch() && !deadline.match(program).hasMatch())
            m_check.report(
                "quorum-disk-ping", Severity::Warning, heuristic.spanOf("program"),
                u"ping without -w waits too long when nobody answers: qdisk(5) asks for -w with 1 "
                "or more."_s);
    }

    void checkPriority()
    {
        const std::optional<int> priority = wholeNumber(m_disk.value("priority"));
        if (!priority)
            return;
        const QString scheduler = m_disk.has("scheduler") ? m_disk.value("scheduler") : u"rr"_s;
        const bool isRealTime = scheduler == u"rr" || scheduler == u"fifo";
        const int least = isRealTime ? 1 : -20;
        const int most = isRealTime ? 100 : 20;
        if (*priority < least || *priority > most)
            m_check.report("quorum-disk-priority", Severity::Warning, m_disk.spanOf("priority"),
                           u"priority %1 is out of range: with scheduler %2 it is %3 to %4."_s.arg(
                               QString::number(*priority), shown(scheduler), QString::number(least),
                               QString::number(most)));
    }

    ClusterConfCheck &m_check;
    XmlElement m_disk;
    int m_interval;
    int m_tko;
};

} // namespace

void checkQuorumDisk(ClusterConfCheck &check)
{
    if (const XmlElement disk = check.section("quorumd"); disk)
        QuorumDiskCheck(check, disk).run();
}

} // namespace colonnade::formats
