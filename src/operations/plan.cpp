// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/plan.h"

#include "operations/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace colonnade::operations {

namespace {

/// @p text as one comment line: a name with a line end in it must not become a command.
QByteArray comment(const QString &text)
{
    QByteArray line = text.toUtf8();
    for (char &c : line) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = '?';
    }
    return "# " + line + '\n';
}

QJsonObject stepToJson(const Step &step)
{
    return {{u"node"_s, step.node},
            {u"title"_s, step.title},
            {u"command"_s, QString::fromUtf8(step.command)},
            {u"before"_s, QJsonArray::fromStringList(step.before)},
            {u"proof"_s, step.proof},
            {u"undo"_s, step.undo}};
}

Step stepFromJson(const QJsonObject &json)
{
    Step step;
    step.node = json[u"node"].toString();
    step.title = json[u"title"].toString();
    step.command = json[u"command"].toString().toUtf8();
    for (const QJsonValue &fact : json[u"before"].toArray())
        step.before.append(fact.toString());
    step.proof = json[u"proof"].toString();
    step.undo = json[u"undo"].toString();
    return step;
}

bool isPlanId(const QString &id)
{
    const auto allowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    };
    return !id.isEmpty() && id.size() <= 100 && std::all_of(id.begin(), id.end(), allowed);
}

} // namespace

QByteArray Plan::toScript() const
{
    QByteArray script = "#!/bin/sh\n" + comment(title);
    for (const Step &step : steps) {
        script += '\n' + comment(step.title);
        script += comment(Words::tr("On %1, as root:").arg(step.node));
        for (const QString &fact : step.before)
            script += comment(Words::tr("Before: %1").arg(fact));
        script += step.command + '\n';
        if (!step.proof.isEmpty())
            script += comment(Words::tr("Proof: %1").arg(step.proof));
        if (!step.undo.isEmpty())
            script += comment(Words::tr("Undo: %1").arg(step.undo));
    }
    return script;
}

QJsonObject Plan::toJson() const
{
    QJsonArray list;
    for (const Step &step : steps)
        list.append(stepToJson(step));
    return {{u"id"_s, id},           {u"kind"_s, kind},  {u"title"_s, title},
            {u"cluster"_s, cluster}, {u"steps"_s, list}, {u"details"_s, details}};
}

std::optional<Plan> Plan::fromJson(const QJsonObject &json)
{
    Plan plan;
    plan.id = json[u"id"].toString();
    plan.kind = json[u"kind"].toString();
    if (!isPlanId(plan.id) || plan.kind.isEmpty())
        return std::nullopt;
    plan.title = json[u"title"].toString();
    plan.cluster = json[u"cluster"].toString();
    for (const QJsonValue &step : json[u"steps"].toArray())
        plan.steps.append(stepFromJson(step.toObject()));
    plan.details = json[u"details"].toObject();
    return plan;
}

} // namespace colonnade::operations
