// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace colonnade::operations {

/// One command of a plan.
struct Step
{
    QString node;
    QString title;      ///< "Migrate web1 to xenhost2"
    QByteArray command; ///< exact shell text, as shown, copied and run
    QStringList before; ///< what is read again right before, in words
    QString proof;      ///< what proves afterwards that it worked
    QString undo;       ///< how it is taken back, in words or as a command; empty: not by a command

    friend bool operator==(const Step &, const Step &) = default;
};

/// Something that will change nodes, as a value: it can be shown, copied as a script, journaled,
/// resumed.
struct Plan
{
    QString id;   ///< unique, also the name of the job folder on the node: [a-z0-9-]+
    QString kind; ///< "migrate"
    QString title;
    QString cluster;
    QList<Step> steps;
    QJsonObject details; ///< what the kind needs to resume

    /// The commands as a shell script with comments, for a person to run by hand.
    QByteArray toScript() const;
    QJsonObject toJson() const;
    static std::optional<Plan> fromJson(const QJsonObject &json);

    friend bool operator==(const Plan &, const Plan &) = default;
};

} // namespace colonnade::operations
