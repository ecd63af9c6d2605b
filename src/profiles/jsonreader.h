// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

#include <chrono>

namespace colonnade::profiles {

/// Reads members of an object one by one and remembers the first that is wrong. A member that is
/// not there leaves the value as it is.
class JsonReader
{
public:
    /// @p json must outlive this object.
    explicit JsonReader(const QJsonObject &json) : m_json(json) {}

    void text(const QString &key, QString &value);
    void port(const QString &key, quint16 &value);
    void truth(const QString &key, bool &value);
    void seconds(const QString &key, std::chrono::seconds &value);
    void texts(const QString &key, QStringList &values);
    QJsonObject object(const QString &key);

    /// A part of a sentence; empty: all is well so far.
    const QString &problem() const { return m_problem; }
    void complain(const QString &problem);

private:
    const QJsonObject &m_json;
    QString m_problem;
};

} // namespace colonnade::profiles
