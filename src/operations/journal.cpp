// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/journal.h"

#include "operations/journalfile.h"
#include "operations/words.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::operations {

namespace {

const QString Suffix = u".jsonl"_s;
const QString EndStage = u"ended"_s;

/// The readable lines of a journal file. A torn or foreign line is nothing that happened.
QList<QJsonObject> readLines(const QByteArray &bytes)
{
    QList<QJsonObject> lines;
    for (const QByteArray &line : bytes.split('\n')) {
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (document.isObject() && document.object().contains(u"stage"))
            lines.append(document.object());
    }
    return lines;
}

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

QByteArray toLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

/// No value: the first line, which holds the plan, is not there or not whole.
std::optional<JournalEntry> toEntry(const QList<QJsonObject> &lines)
{
    if (lines.isEmpty())
        return std::nullopt;
    std::optional<Plan> plan = Plan::fromJson(lines.first()[u"plan"].toObject());
    if (!plan)
        return std::nullopt;

    JournalEntry entry;
    entry.plan = *std::move(plan);
    entry.begun = QDateTime::fromString(lines.first()[u"at"].toString(), Qt::ISODateWithMs);
    for (const QJsonObject &line : lines) {
        entry.stage = line[u"stage"].toString();
        if (&line != &lines.first()) // which is the plan
            entry.facts[entry.stage] = line;
        if (entry.stage != EndStage)
            continue;
        entry.ended = true;
        entry.outcome = line[u"outcome"].toString();
        entry.sentence = line[u"sentence"].toString();
        entry.remedy = line[u"remedy"].toString();
    }
    return entry;
}

/// The record of a plan that this process holds.
class HeldRecord final : public Journal::Record
{
public:
    HeldRecord(JournalFile file, Plan plan, QList<QJsonObject> lines)
        : m_file(std::move(file)), m_plan(std::move(plan)), m_lines(std::move(lines))
    {
    }

    base::Result<void> stage(const QString &stage, const QJsonObject &facts) override
    {
        QJsonObject line = facts;
        line[u"stage"] = stage;
        return append(line);
    }

    base::Result<void> end(const QString &outcome, const QString &sentence,
                           const QString &remedy) override
    {
        return append({{u"stage"_s, EndStage},
                       {u"outcome"_s, outcome},
                       {u"sentence"_s, sentence},
                       {u"remedy"_s, remedy}});
    }

    QJsonObject factsOf(const QString &stage) const override
    {
        const auto isOfStage = [&](const QJsonObject &line) { return line[u"stage"] == stage; };
        const auto found = std::find_if(m_lines.rbegin(), m_lines.rend(), isOfStage);
        return found == m_lines.rend() ? QJsonObject() : *found;
    }

    const Plan &plan() const override { return m_plan; }

    QDateTime begun() const override
    {
        return QDateTime::fromString(m_lines.first()[u"at"].toString(), Qt::ISODateWithMs);
    }

    QString lastStage() const override { return m_lines.last()[u"stage"].toString(); }

private:
    base::Result<void> append(QJsonObject line)
    {
        line[u"at"] = now();
        if (const base::Result<void> written = m_file.append(toLine(line)); !written)
            return written;
        m_lines.append(line);
        return {};
    }

    JournalFile m_file;
    Plan m_plan;
    QList<QJsonObject> m_lines; // never empty: the first holds the plan
};

QString pathOf(const QString &folder, const QString &planId)
{
    return folder + u'/' + planId + Suffix;
}

/// A name from outside (a command line) must not lead out of the folder.
bool isUsableId(const QString &planId)
{
    return !planId.isEmpty() && !planId.startsWith(u'.') && !planId.contains(u'/')
           && !planId.contains(QChar::Null);
}

std::unexpected<base::Error> unknownPlan(const QString &planId)
{
    return base::failure(base::ErrorCode::NotFound,
                         Words::tr("The journal has no plan %1.").arg(planId),
                         Words::tr("The plans are listed by: colonnadectl jobs"));
}

std::optional<JournalEntry> readEntry(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    std::optional<JournalEntry> entry = toEntry(readLines(file.read(JournalFileLimit)));
    if (entry && !entry->ended)
        entry->inUse = JournalFile::isLocked(path);
    return entry;
}

} // namespace

QString Journal::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
           + u"/colonnade/journal"_s;
}

Journal::Journal(QString folder) : m_folder(std::move(folder)) {}

base::Result<std::unique_ptr<Journal::Record>> Journal::begin(const Plan &plan)
{
    // What cannot be read back cannot be resumed: refuse it now.
    if (Plan::fromJson(plan.toJson()) != plan) {
        return base::failure(base::ErrorCode::InvalidInput,
                             Words::tr("The plan \"%1\" cannot be written down.").arg(plan.title));
    }
    if (!QDir().mkpath(m_folder)) {
        return base::failure(base::ErrorCode::IoFailed,
                             Words::tr("The journal folder %1 cannot be made.").arg(m_folder),
                             Words::tr("Check the space and the permissions of your data folder."));
    }
    base::Result<JournalFile> file = JournalFile::create(pathOf(m_folder, plan.id));
    if (!file)
        return std::unexpected(file.error());
    const QJsonObject first{
        {u"stage"_s, u"planned"_s}, {u"at"_s, now()}, {u"plan"_s, plan.toJson()}};
    if (const base::Result<void> written = file->append(toLine(first)); !written)
        return std::unexpected(written.error());
    return std::make_unique<HeldRecord>(*std::move(file), plan, QList{first});
}

base::Result<std::unique_ptr<Journal::Record>> Journal::reopen(const QString &planId)
{
    const QString path = pathOf(m_folder, planId);
    if (!isUsableId(planId) || !QFile::exists(path))
        return unknownPlan(planId);
    base::Result<JournalFile> file = JournalFile::open(path);
    if (!file)
        return std::unexpected(file.error());
    const base::Result<QByteArray> bytes = file->read();
    if (!bytes)
        return std::unexpected(bytes.error());
    QList<QJsonObject> lines = readLines(*bytes);
    const std::optional<JournalEntry> entry = toEntry(lines);
    if (!entry)
        return unknownPlan(planId);
    if (entry->ended) {
        return base::failure(
            base::ErrorCode::InvalidInput,
            Words::tr("The plan %1 has ended already: %2").arg(planId, entry->sentence));
    }
    if (!bytes->endsWith('\n')) {
        // A torn last line: end it, so that the next one stands by itself.
        if (const base::Result<void> written = file->append("\n"); !written)
            return std::unexpected(written.error());
    }
    return std::make_unique<HeldRecord>(*std::move(file), entry->plan, std::move(lines));
}

base::Result<QList<JournalEntry>> Journal::entries(int limit) const
{
    QList<JournalEntry> entries;
    const QDir folder(m_folder);
    if (!folder.exists())
        return entries;
    if (!folder.isReadable()) {
        return base::failure(base::ErrorCode::IoFailed,
                             Words::tr("The journal folder %1 cannot be read.").arg(m_folder),
                             Words::tr("Check its owner and permissions."));
    }
    for (const QString &name : folder.entryList({u'*' + Suffix}, QDir::Files)) {
        if (std::optional<JournalEntry> entry = readEntry(folder.filePath(name)))
            entries.append(*std::move(entry));
    }
    std::sort(entries.begin(), entries.end(), [](const JournalEntry &a, const JournalEntry &b) {
        return std::tie(a.begun, a.plan.id) > std::tie(b.begun, b.plan.id);
    });
    return entries.first(std::min<qsizetype>(entries.size(), std::max(limit, 0)));
}

base::Result<JournalEntry> Journal::entry(const QString &planId) const
{
    std::optional<JournalEntry> entry;
    if (isUsableId(planId))
        entry = readEntry(pathOf(m_folder, planId));
    if (!entry)
        return unknownPlan(planId);
    return *std::move(entry);
}

} // namespace colonnade::operations
