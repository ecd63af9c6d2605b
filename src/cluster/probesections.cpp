// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/probeanswer.h"

#include "cluster/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace colonnade::cluster {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Result;

namespace {

constexpr qsizetype LineLimit = 400;
constexpr qsizetype LinesLimit = 1'000;

QString cleanLine(QByteArrayView bytes)
{
    QString text = QString::fromUtf8(bytes.first(std::min(bytes.size(), LineLimit)));
    for (QChar &c : text) {
        if (!c.isPrint())
            c = u' ';
    }
    return text.simplified();
}

QList<QByteArrayView> splitLines(QByteArrayView text)
{
    QList<QByteArrayView> lines;
    while (!text.isEmpty() && lines.size() < LinesLimit) {
        const qsizetype end = text.indexOf('\n');
        lines.append(text.first(end < 0 ? text.size() : end));
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
    return lines;
}

} // namespace

Result<ProbeSections> ProbeSections::split(QByteArrayView answer, const QByteArray &nonce)
{
    const QByteArray mark = '\n' + nonce + ' ';
    ProbeSections result;
    QByteArray command;
    qsizetype at = answer.indexOf(mark);
    while (at >= 0) {
        const qsizetype nameAt = at + mark.size();
        const qsizetype nameEnd = answer.indexOf('\n', nameAt);
        if (nameEnd < 0)
            break;
        const QByteArrayView name = answer.sliced(nameAt, nameEnd - nameAt);
        if (name == "end")
            return result;
        at = answer.indexOf(mark, nameEnd);
        if (at < 0)
            break;
        const QByteArrayView text =
            answer.sliced(nameEnd + 1, std::max(at - nameEnd - 1, qsizetype(0)));
        if (name.startsWith("status ")) {
            result.m_sections[command].status = name.sliced(7);
        } else if (name == "err") {
            result.m_sections[command].err = text;
        } else {
            command = name.toByteArray();
            result.m_sections.insert(command, {text, {}, {}});
        }
    }
    return base::failure(ErrorCode::ParseFailed, Words::tr("the answer is incomplete"));
}

QString ProbeSections::line(const QByteArray &name) const
{
    return cleanLine(text(name));
}

QList<QByteArrayView> ProbeSections::rawLines(const QByteArray &name) const
{
    return splitLines(text(name));
}

QStringList ProbeSections::lines(const QByteArray &name) const
{
    QStringList result;
    for (const QByteArrayView bytes : rawLines(name)) {
        if (const QString line = cleanLine(bytes); !line.isEmpty())
            result.append(line);
    }
    return result;
}

QString ProbeSections::problem(const QByteArray &name) const
{
    const Section section = m_sections.value(name);
    if (section.status == "137")
        return Words::tr("it did not end in time");
    if (section.status == "141")
        return Words::tr("it printed more than can be true");
    const QString words = cleanLine(section.err);
    if (!words.isEmpty())
        return words;
    return Words::tr("exit status %1").arg(cleanLine(section.status));
}

std::optional<qint64> clockOffset(const ProbeSections &sections, const ProbeTimes &times)
{
    // Old busybox prints the letters of %N as they are: then half a second is the best guess.
    static const QRegularExpression format(u"^(\\d{9,11})(?:\\.(\\d{3})\\d{0,6})?"_s);
    const QRegularExpressionMatch match = format.match(sections.line("date"));
    if (!match.hasMatch())
        return {};
    const bool exact = match.hasCaptured(2);
    const qint64 start =
        match.captured(1).toLongLong() * 1000 + (exact ? match.captured(2).toLongLong() : 500);

    bool startedOk = false;
    bool endedOk = false;
    const double started = sections.line("started").toDouble(&startedOk);
    const double ended = sections.line("ended").toDouble(&endedOk);
    const qint64 roundTrip = times.sent.msecsTo(times.answered);
    qint64 running = 0;
    if (startedOk && endedOk && ended >= started)
        running = std::min(qRound64((ended - started) * 1000), roundTrip);

    // The node's clock was read at both ends, in effect; the way there and back is taken as equally
    // long.
    if (roundTrip < 0 || roundTrip - running > 4'000)
        return {};
    return start + running / 2 - (times.sent.toMSecsSinceEpoch() + roundTrip / 2);
}

int relocationPort(QByteArrayView xendConfig)
{
    QByteArray text;
    char quote = 0;
    bool comment = false;
    for (const char c : xendConfig) {
        if (comment && c != '\n')
            continue;
        comment = !quote && c == '#';
        if (quote && c == quote)
            quote = 0;
        else if (!quote && (c == '\'' || c == '"'))
            quote = c;
        if (!comment)
            text += c;
    }
    static const QRegularExpression setting(
        u"\\(\\s*xend-relocation-port\\s+['\"]?(\\d{1,5})['\"]?\\s*\\)"_s);
    const QRegularExpressionMatch match = setting.match(QString::fromLatin1(text));
    const int port = match.captured(1).toInt();
    return port > 0 && port < 65536 ? port : 8002;
}

} // namespace colonnade::cluster
