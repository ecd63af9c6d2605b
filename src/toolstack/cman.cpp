// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/bounds.h"
#include "toolstack/clustersuite.h"
#include "toolstack/words.h"

#include <QRegularExpression>

namespace colonnade::toolstack {

namespace {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;

constexpr int MostNodes = 4096;

int numberOf(QByteArrayView value)
{
    return int(bounds::number(value.trimmed(), std::numeric_limits<int>::max()).value_or(0));
}

/// Calls @p use with each line that is no longer than a line may be.
template<typename Use>
void forEachLine(QByteArrayView output, Use use)
{
    for (qsizetype begin = 0; begin < output.size();) {
        qsizetype end = output.indexOf('\n', begin);
        end = end < 0 ? output.size() : end;
        if (end - begin <= bounds::LineBytes)
            use(output.sliced(begin, end - begin));
        begin = end + 1;
    }
}

void readStatusLine(QByteArrayView key, QByteArrayView value, CmanStatus &status, bool &member)
{
    if (key == "Cluster Name")
        status.clusterName = QString::fromUtf8(value);
    else if (key == "Config Version")
        status.configVersion = numberOf(value);
    else if (key == "Membership state")
        member = value == "Cluster-Member";
    else if (key == "Nodes")
        status.nodes = numberOf(value);
    else if (key == "Expected votes")
        status.expectedVotes = numberOf(value);
    else if (key == "Total votes")
        status.totalVotes = numberOf(value);
    else if (key == "Quorum") // "2" with quorum, "2 Activity blocked" without
        status.quorate = !value.isEmpty() && numberOf(value) > 0;
    else if (key == "Flags")
        status.configError = value.toByteArray().split(' ').contains("Error");
    else if (key == "Node name")
        status.nodeName = QString::fromUtf8(value);
}

/// A row of `nodes`: `   1   M     44   2009-03-01 12:00:00  node1`, or of `nodes -F id,name,type`:
/// `1 node1 M `.
std::optional<Member> readNodeLine(const QString &line)
{
    static const QRegularExpression Row(
        u"^\\s*(\\d{1,9})\\s+([A-Za-z?])\\s+\\d+\\s+"
        "(?:\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\s+)?(\\S+)\\s*$"_s);
    static const QRegularExpression Fields(u"^(\\d{1,9})\\s+(\\S+)\\s+([MXd?])\\s*$"_s);
    QRegularExpressionMatch match = Fields.match(line);
    const bool fields = match.hasMatch();
    if (!fields)
        match = Row.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    Member member;
    member.nodeId = match.captured(1).toInt();
    member.name = match.captured(fields ? 2 : 3);
    member.online = match.captured(fields ? 3 : 2) == "M"_L1;
    return member;
}

} // namespace

base::Result<CmanStatus> parseCmanStatus(QByteArrayView output)
{
    if (output.size() > bounds::AnswerBytes)
        return failure(ErrorCode::OutputTooLarge, Words::tr("cman_tool status printed too much"));
    CmanStatus status;
    bool member = false;
    forEachLine(output, [&](QByteArrayView line) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            readStatusLine(line.first(colon).trimmed(), line.sliced(colon + 1).trimmed(), status,
                           member);
    });
    if (status.clusterName.isEmpty())
        return failure(ErrorCode::ParseFailed,
                       Words::tr("cman_tool status does not name a cluster"));
    status.quorate = status.quorate && member;
    return status;
}

base::Result<QList<Member>> parseCmanNodes(QByteArrayView output)
{
    if (output.size() > bounds::AnswerBytes)
        return failure(ErrorCode::OutputTooLarge, Words::tr("cman_tool nodes printed too much"));
    QList<Member> members;
    forEachLine(output, [&members](QByteArrayView line) {
        const std::optional<Member> member = readNodeLine(QString::fromUtf8(line));
        // Number 0 is the quorum disk.
        if (member && member->nodeId > 0 && members.size() < MostNodes)
            members.append(*member);
    });
    if (members.isEmpty())
        return failure(ErrorCode::ParseFailed, Words::tr("cman_tool nodes printed no node"));
    return members;
}

} // namespace colonnade::toolstack
