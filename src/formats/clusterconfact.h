// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/clusterconf.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace colonnade::formats {

/// Puts one act on a cluster.conf together. After the first failure nothing more is done, and
/// finished() tells it.
class ClusterConfAct
{
public:
    explicit ClusterConfAct(const ClusterConf &conf) : m_conf(conf) {}

    const ClusterConf &conf() const { return m_conf; }
    bool hasFailed() const { return m_error.has_value(); }
    void fail(base::ErrorCode code, const QString &message, const QString &remedy = {});
    /// Fails for a file whose entities may hide what is to be followed.
    void followReferences();

    /// Fails where there is none.
    std::optional<ClusterNode> wantedNode(const QString &name);

    void set(const XmlElement &element, const QString &attribute, const QString &value);
    void remove(const XmlElement &element, QByteArrayView attribute);
    void removeElement(const XmlElement &element);
    /// As the @p position-th child called @p tag of @p parent, of those that are not @p element;
    /// -1: the last.
    void moveElement(const XmlElement &element, const XmlElement &parent, QByteArrayView tag,
                     qsizetype position);
    /// As the @p position-th of the children that have its tag; -1: the last.
    void addChild(const XmlElement &parent, const NewXmlElement &child, qsizetype position = -1);
    /// Below <cluster>, in the elements of @p path, which are created where they are missing.
    void addAt(const QList<QByteArray> &path, const NewXmlElement &child);
    void add(const base::Result<TextEdits> &edits);

    /// All elements of the file that have the attribute with that value.
    QList<XmlElement> having(QByteArrayView attribute, const QString &value,
                             Qt::CaseSensitivity sensitivity = Qt::CaseSensitive) const;

    base::Result<TextEdits> finished() const;

private:
    const ClusterConf &m_conf;
    QList<TextEdits> m_acts;
    std::optional<base::Error> m_error;
};

} // namespace colonnade::formats
