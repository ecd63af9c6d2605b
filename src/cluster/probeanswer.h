// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/probe.h"

#include <QByteArrayView>
#include <QHash>

namespace colonnade::cluster {

/// The sections of what probeScript() printed. Views into the answer.
class ProbeSections
{
public:
    /// Fails with ParseFailed when the answer ends early.
    static base::Result<ProbeSections> split(QByteArrayView answer, const QByteArray &nonce);

    bool has(const QByteArray &name) const { return m_sections.contains(name); }
    QByteArrayView text(const QByteArray &name) const { return m_sections.value(name).text; }
    /// The section as one line of text, control characters and surplus blanks removed.
    QString line(const QByteArray &name) const;
    /// At most 1000 lines, cleaned likewise; empty ones left out.
    QStringList lines(const QByteArray &name) const;
    QList<QByteArrayView> rawLines(const QByteArray &name) const;
    /// Whether the command of the section ended with status 0.
    bool succeeded(const QByteArray &name) const { return m_sections.value(name).status == "0"; }
    /// Why the command of the section failed, as a clause: "it did not end in time".
    QString problem(const QByteArray &name) const;

private:
    struct Section
    {
        QByteArrayView text;
        QByteArrayView status;
        QByteArrayView err;
    };
    QHash<QByteArray, Section> m_sections;
};

/// When a probe was sent and answered, by this workstation's clock, UTC.
struct ProbeTimes
{
    QDateTime sent;
    QDateTime answered;
};

/// Makes facts of @p sections, which answer @p request.
NodeFacts readFacts(const ProbeSections &sections, const QString &node, const ProbeRequest &request,
                    const ProbeTimes &times);

/// Reads the section `paths`. Each of @p asked gets a fact; where the section is not @p complete,
/// only those that it names.
QHash<QString, PathFact> readPaths(QByteArrayView section, const QStringList &asked, bool complete);

/// What the node's clock shows beyond ours, in ms; nothing where the answer took too long to tell.
std::optional<qint64> clockOffset(const ProbeSections &sections, const ProbeTimes &times);

/// The value of xend-relocation-port in xend-config.sxp, of which the first counts; 8002 where it
/// is not set.
int relocationPort(QByteArrayView xendConfig);

} // namespace colonnade::cluster
