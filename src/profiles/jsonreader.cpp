// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/jsonreader.h"

#include "profiles/words.h"

#include <QJsonArray>

namespace colonnade::profiles {

void JsonReader::text(const QString &key, QString &value)
{
    const QJsonValue found = m_json.value(key);
    if (found.isString())
        value = found.toString();
    else if (!found.isUndefined())
        complain(Words::tr("\"%1\" is not a string").arg(key));
}

void JsonReader::port(const QString &key, quint16 &value)
{
    const QJsonValue found = m_json.value(key);
    const qint64 number = found.toInteger(-1);
    if (number >= 0 && number <= 65535)
        value = quint16(number);
    else if (!found.isUndefined())
        complain(Words::tr("\"%1\" is not a port number").arg(key));
}

void JsonReader::truth(const QString &key, bool &value)
{
    const QJsonValue found = m_json.value(key);
    if (found.isBool())
        value = found.toBool();
    else if (!found.isUndefined())
        complain(Words::tr("\"%1\" is not true or false").arg(key));
}

void JsonReader::seconds(const QString &key, std::chrono::seconds &value)
{
    const QJsonValue found = m_json.value(key);
    const qint64 number = found.toInteger(-1);
    if (number >= 0)
        value = std::chrono::seconds(number);
    else if (!found.isUndefined())
        complain(Words::tr("\"%1\" is not a number of seconds").arg(key));
}

void JsonReader::texts(const QString &key, QStringList &values)
{
    const QJsonValue found = m_json.value(key);
    if (found.isUndefined())
        return;
    const QString otherwise = Words::tr("\"%1\" is not a list of strings").arg(key);
    if (!found.isArray())
        return complain(otherwise);
    for (const QJsonValue &each : found.toArray()) {
        if (!each.isString())
            return complain(otherwise);
        values.append(each.toString());
    }
}

QJsonObject JsonReader::object(const QString &key)
{
    const QJsonValue found = m_json.value(key);
    if (!found.isObject() && !found.isUndefined())
        complain(Words::tr("\"%1\" is not an object").arg(key));
    return found.toObject();
}

void JsonReader::complain(const QString &problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
}

} // namespace colonnade::profiles
