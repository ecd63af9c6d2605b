// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/clusterconf.h"

namespace colonnade::formats {

/// What a cluster.conf says, without its form: what an act is to change, and what it is to leave.
struct Summary
{
    struct Plain
    {
        QString tag;
        XmlValues values;
        friend bool operator==(const Plain &, const Plain &) = default;
    };
    struct Method
    {
        QString name;
        QList<XmlValues> devices;
        friend bool operator==(const Method &, const Method &) = default;
    };
    struct Node
    {
        XmlValues values;
        QList<Method> methods;
        QList<XmlValues> unfence;
        QList<Plain> rest;
        friend bool operator==(const Node &, const Node &) = default;
    };
    struct Domain
    {
        XmlValues values;
        QList<XmlValues> members;
        friend bool operator==(const Domain &, const Domain &) = default;
    };
    struct Group
    {
        QString tag;
        XmlValues values;
        bool isDefinition = false;
        QList<Plain> rest;
        QList<Group> groups;
        friend bool operator==(const Group &, const Group &) = default;
    };

    XmlValues cluster;
    QList<Plain> sections; ///< children of <cluster> that are none of those below
    QList<Node> nodes;
    QList<XmlValues> devices;
    QList<Domain> domains;
    QList<Group> groups; ///< outermost ones
    QList<Plain> rest;

    friend bool operator==(const Summary &, const Summary &) = default;

    static Summary of(const ClusterConf &conf);
    /// Sections and groups by their kind: where a new one goes is no matter of meaning.
    void sort();
    /// For a failed test.
    QString shown() const;
};

QString valueIn(const XmlValues &values, const QString &name);
bool isIn(const XmlValues &values, const QString &name);
void setIn(XmlValues &values, const QString &name, const QString &value);
void removeIn(XmlValues &values, const QString &name);

} // namespace colonnade::formats
