// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/bounds.h"
#include "toolstack/parse.h"
#include "toolstack/words.h"

#include <algorithm>

namespace colonnade::toolstack {

namespace {

using base::ErrorCode;
using base::failure;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

QByteArrayView withoutTrailingBlanks(QByteArrayView text)
{
    while (!text.isEmpty() && (isBlank(text.back()) || text.back() == '\r'))
        text.chop(1);
    return text;
}

/// Takes the last word off @p text; what remains keeps the blanks before it.
QByteArrayView takeLastWord(QByteArrayView &text)
{
    const QByteArrayView trimmed = withoutTrailingBlanks(text);
    qsizetype begin = trimmed.size();
    while (begin > 0 && !isBlank(trimmed[begin - 1]))
        --begin;
    text = trimmed.first(begin);
    return trimmed.sliced(begin);
}

/// What the header tells: how far the right edges of ID and Mem are apart (6 today, 9 in xm of RHEL
/// 5).
struct Header
{
    qsizetype idToMemory;
};

std::optional<Header> readHeader(QByteArrayView line)
{
    if (!line.startsWith("Name") || !line.contains("VCPUs") || !line.contains("Time(s)"))
        return std::nullopt;
    const qsizetype id = line.indexOf(" ID ");
    const qsizetype memory = line.indexOf("Mem");
    if (id < 0 || memory < id)
        return std::nullopt;
    qsizetype memoryEnd = memory;
    while (memoryEnd < line.size() && !isBlank(line[memoryEnd]))
        ++memoryEnd;
    return Header{memoryEnd - (id + 3)};
}

bool looksLikeState(QByteArrayView word)
{
    const auto letter = [](char c) {
        return c == '-' || c == '?' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    return word.size() <= 10 && std::all_of(word.begin(), word.end(), letter);
}

/// Takes the ID off @p rest, which is a row up to its memory column. xm leaves the column blank for
/// a guest that is not started, and the name before it may end in digits: only the width of the gap
/// tells.
std::optional<int> takeId(QByteArrayView &rest, qsizetype memoryDigits, const Header &header,
                          Kind kind)
{
    const qsizetype gap = rest.size() - withoutTrailingBlanks(rest).size();
    const qsizetype gapWithId = std::max<qsizetype>(1, header.idToMemory - memoryDigits);
    if (kind == Kind::Xm && gap > gapWithId)
        return std::nullopt;
    QByteArrayView before = rest;
    const std::optional<qint64> id = bounds::number(takeLastWord(before), bounds::DomainId);
    if (!id || withoutTrailingBlanks(before).isEmpty())
        return std::nullopt;
    rest = before;
    return int(*id);
}

std::optional<DomainRow> readRow(QByteArrayView line, const Header &header, Kind kind)
{
    DomainRow row;
    QByteArrayView rest = line;
    const std::optional<double> time = bounds::fraction(takeLastWord(rest), bounds::CpuSeconds);
    QByteArrayView word = takeLastWord(rest);
    if (looksLikeState(word)) {
        row.state = word.toByteArray();
        word = takeLastWord(rest);
    }
    const std::optional<qint64> vcpus = bounds::number(word, bounds::Vcpus);
    const QByteArrayView memoryWord = takeLastWord(rest);
    const std::optional<qint64> memory = bounds::number(memoryWord, bounds::MemoryMiB);
    if (!time || !vcpus || !memory)
        return std::nullopt;
    row.id = takeId(rest, memoryWord.size(), header, kind);
    const QByteArrayView name = withoutTrailingBlanks(rest);
    // xl never leaves the ID out, and neither prints letters for what has none: such a line is no
    // row.
    if (name.isEmpty() || (kind == Kind::Xl && !row.id) || (row.id && row.state.isEmpty()))
        return std::nullopt;
    row.name = QString::fromUtf8(name);
    row.memoryMiB = *memory;
    row.vcpus = int(*vcpus);
    row.cpuSeconds = *time;
    return row;
}

} // namespace

base::Result<QList<DomainRow>> parseList(QByteArrayView output, Kind kind)
{
    const QString command = kindName(kind) + QStringLiteral(" list");
    if (output.size() > bounds::AnswerBytes)
        return failure(ErrorCode::OutputTooLarge,
                       Words::tr("%1 printed too much to be a list of guests").arg(command));

    QList<DomainRow> rows;
    std::optional<Header> header;
    for (qsizetype begin = 0; begin < output.size();) {
        qsizetype end = output.indexOf('\n', begin);
        end = end < 0 ? output.size() : end;
        const QByteArrayView line = output.sliced(begin, end - begin);
        begin = end + 1;
        if (line.size() > bounds::LineBytes)
            continue;
        if (!header) {
            header = readHeader(line);
        } else if (std::optional<DomainRow> row = readRow(line, *header, kind)) {
            rows.append(*std::move(row));
            if (rows.size() > bounds::Domains)
                return failure(
                    ErrorCode::OutputTooLarge,
                    Words::tr("%1 printed more guests than a Xen host can have").arg(command));
        }
    }
    if (!header)
        return failure(ErrorCode::ParseFailed,
                       Words::tr("%1 printed no list of guests").arg(command));
    return rows;
}

} // namespace colonnade::toolstack
