// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/filefindings.h"

#include "ctl/terminal.h"

#include <QHash>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using formats::Diagnostic;
using formats::Place;
using formats::Severity;

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Hint:
        break;
    }
    return u"hint"_s;
}

/// Places of ascending offsets, without counting lines from the top each time.
class Places
{
public:
    explicit Places(QByteArrayView text) : m_text(text) {}

    Place at(qsizetype offset)
    {
        offset = std::min(offset, m_text.size());
        if (offset < m_offset)
            *this = Places(m_text);
        const QByteArrayView between = m_text.sliced(m_offset, offset - m_offset);
        const qsizetype lineEnd = between.lastIndexOf('\n');
        m_place.line += std::ranges::count(between, '\n');
        m_place.column = lineEnd < 0 ? m_place.column + between.size() : between.size() - lineEnd;
        m_offset = offset;
        return m_place;
    }

private:
    QByteArrayView m_text;
    qsizetype m_offset = 0;
    Place m_place;
};

} // namespace

Diagnostic syntaxFinding(const formats::ParseError &error, qsizetype textSize)
{
    const qsizetype begin = std::min(error.offset, textSize);
    return {"syntax", Severity::Error, {begin, std::min(begin + 1, textSize)}, error.message, {}};
}

bool hasErrors(const Findings &findings)
{
    return std::ranges::find(findings, Severity::Error, &Diagnostic::severity) != findings.end();
}

QStringList findingLines(const QString &file, QByteArrayView text, const Findings &findings)
{
    QStringList lines;
    Places places(text);
    for (const Diagnostic &finding : findings) {
        const Place place = places.at(finding.span.begin);
        const QString fix = finding.fix ? u" (fix: %1)"_s.arg(finding.fix->title) : QString();
        lines.append(printable(
            u"%1:%2:%3: "_s.arg(file, QString::number(place.line), QString::number(place.column))
            + severityWord(finding.severity) + u": "_s + finding.message + u" ["_s
            + QString::fromUtf8(finding.id) + u']' + fix));
    }
    return lines;
}

QJsonArray toJson(QByteArrayView text, const Findings &findings)
{
    QJsonArray array;
    Places places(text);
    for (const Diagnostic &finding : findings) {
        const Place place = places.at(finding.span.begin);
        array.append(QJsonObject{
            {u"line"_s, place.line},
            {u"column"_s, place.column},
            {u"offset"_s, finding.span.begin},
            {u"length"_s, finding.span.size()},
            {u"severity"_s, severityWord(finding.severity)},
            {u"id"_s, QString::fromUtf8(finding.id)},
            {u"sentence"_s, finding.message},
            {u"fix"_s, finding.fix ? QJsonValue(finding.fix->title) : QJsonValue()},
        });
    }
    return array;
}

Findings newFindings(const Findings &before, const Findings &after, Severity severity)
{
    QHash<QByteArray, qsizetype> surplus;
    QHash<std::pair<QByteArray, QString>, qsizetype> known;
    for (const Diagnostic &finding : after)
        ++surplus[finding.id];
    for (const Diagnostic &finding : before) {
        --surplus[finding.id];
        ++known[{finding.id, finding.message}];
    }
    Findings brought;
    for (const Diagnostic &finding : after) {
        const bool isKnown = known[{finding.id, finding.message}]-- > 0;
        if (finding.severity == severity && surplus.value(finding.id) > 0 && !isKnown)
            brought.append(finding);
    }
    return brought;
}

} // namespace colonnade::ctl
