// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/bounds.h"
#include "toolstack/clustersuite.h"
#include "toolstack/words.h"

#include <QXmlStreamReader>

namespace colonnade::toolstack {

namespace {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;

constexpr qsizetype MostEntries = 4096;

bool isSet(const QXmlStreamAttributes &attributes, QLatin1StringView name)
{
    return attributes.value(name) == "1"_L1;
}

/// A number in decimal or with 0x, from 0 to the largest int; 0 for anything else.
int numberOf(QStringView text)
{
    bool ok = false;
    const int number = text.toInt(&ok, 0);
    return ok && number >= 0 ? number : 0;
}

void readNode(const QXmlStreamAttributes &attributes, ClusterStatus &status)
{
    // The quorum disk is listed among the nodes, and is none.
    if (isSet(attributes, "qdisk"_L1) || status.members.size() >= MostEntries)
        return;
    Member member;
    member.name = attributes.value("name"_L1).toString();
    member.nodeId = numberOf(attributes.value("nodeid"_L1));
    member.online = isSet(attributes, "state"_L1);
    member.local = isSet(attributes, "local"_L1);
    member.rgmanager = isSet(attributes, "rgmanager"_L1);
    status.members.append(member);
}

void readGroup(const QXmlStreamAttributes &attributes, ClusterStatus &status)
{
    if (status.groups.size() >= MostEntries)
        return;
    Group group;
    group.name = attributes.value("name"_L1).toString();
    group.state = numberOf(attributes.value("state"_L1));
    group.stateName = attributes.value("state_str"_L1).toString();
    group.owner = attributes.value("owner"_L1).toString();
    group.lastOwner = attributes.value("last_owner"_L1).toString();
    group.frozen = (numberOf(attributes.value("flags"_L1)) & 1)
                   || attributes.value("flags_str"_L1).contains("frozen"_L1);
    status.groups.append(group);
}

void readElement(const QXmlStreamReader &xml, ClusterStatus &status)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    if (xml.name() == "cluster"_L1)
        status.clusterName = attributes.value("name"_L1).toString();
    else if (xml.name() == "quorum"_L1)
        status.quorate = isSet(attributes, "quorate"_L1);
    else if (xml.name() == "node"_L1)
        readNode(attributes, status);
    else if (xml.name() == "groups"_L1)
        status.rgmanagerAnswered = true;
    else if (xml.name() == "group"_L1)
        readGroup(attributes, status);
}

qsizetype beginOfXml(QByteArrayView output)
{
    const qsizetype declaration = output.indexOf("<?xml");
    return declaration >= 0 ? declaration : output.indexOf("<clustat");
}

} // namespace

base::Result<ClusterStatus> parseClustat(QByteArrayView output)
{
    const qsizetype begin = beginOfXml(output);
    if (begin < 0)
        return failure(ErrorCode::ParseFailed, Words::tr("clustat -x printed no XML"));
    if (output.size() > bounds::AnswerBytes)
        return failure(ErrorCode::OutputTooLarge, Words::tr("clustat -x printed too much"));

    QXmlStreamReader xml(output.sliced(begin).toByteArray());
    ClusterStatus status;
    bool complete = false;
    for (int depth = 0; !complete && !xml.atEnd();) {
        switch (xml.readNext()) {
        case QXmlStreamReader::DTD: // clustat writes none, and entities are a way to make much of
                                    // little
            return failure(ErrorCode::ParseFailed,
                           Words::tr("clustat -x printed a document type, which it never does"));
        case QXmlStreamReader::StartElement:
            if (depth++ == 0 && xml.name() != "clustat"_L1)
                return failure(ErrorCode::ParseFailed,
                               Words::tr("clustat -x printed XML of another kind"));
            if (depth > bounds::NestingDepth)
                return failure(ErrorCode::ParseFailed,
                               Words::tr("clustat -x printed XML that is nested too deeply"));
            readElement(xml, status);
            break;
        case QXmlStreamReader::EndElement:
            complete = --depth == 0;
            break;
        default:
            break;
        }
    }
    if (!complete)
        return failure(
            ErrorCode::ParseFailed,
            Words::tr("the XML of clustat -x cannot be read (%1)").arg(xml.errorString()));
    return status;
}

} // namespace colonnade::toolstack
