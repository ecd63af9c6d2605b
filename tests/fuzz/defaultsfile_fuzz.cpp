// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/defaultsfile.h"

#include "act.h"

using namespace colonnade::formats;

namespace {

using Values = QList<std::pair<QByteArray, std::optional<QByteArray>>>;

Values valuesOf(const DefaultsFile &file, const QByteArray &except)
{
    Values values;
    for (const DefaultsFile::Assignment &assignment : file.assignments()) {
        if (assignment.key != except)
            values.append({assignment.key, assignment.value});
    }
    return values;
}

QByteArray someKey(FuzzedDataProvider &choices, const DefaultsFile &file)
{
    const auto index = choices.ConsumeIntegralInRange<qsizetype>(
        0, file.assignments().size() + file.commentedAssignments().size());
    if (index < file.assignments().size())
        return file.assignments()[index].key;
    return file.commentedAssignments()
        .value(index - file.assignments().size(), {{}, "NEW", {}})
        .key;
}

void requireAct(FuzzedDataProvider &choices, const DefaultsFile &file)
{
    const QByteArray key = someKey(choices, file);
    const QByteArray value = bytesOf(choices.ConsumeRandomLengthString(20));
    const int act = choices.ConsumeIntegralInRange<int>(0, 3);
    const auto edits = act == 0   ? file.remove(key)
                       : act == 1 ? file.commentOut(key)
                                  : file.set(key, value);
    if (!edits)
        return;
    const auto after = DefaultsFile::parse(actedOn(file.text(), *edits));
    require(after && valuesOf(*after, key) == valuesOf(file, key));
    if (act > 1)
        require(after->value(key) == value);
    else
        require(!after->assignment(key));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzedDataProvider choices(data, size);
    const auto seed = choices.ConsumeIntegral<uint32_t>();
    const QByteArray text = bytesOf(choices.ConsumeRemainingBytesAsString());
    const auto file = DefaultsFile::parse(text);
    if (!file) {
        require(file.error().offset >= 0 && file.error().offset <= text.size());
        return 0;
    }
    require(file->text() == text);
    for (const DefaultsFile::Assignment &assignment : file->assignments())
        require(assignment.name.begin >= 0 && assignment.word.end <= text.size()
                && assignment.name.end < assignment.word.begin);
    for (const DefaultsKind kind : {DefaultsKind::Other, DefaultsKind::O2cb, DefaultsKind::Cman})
        requireFindings(text, file->diagnostics(kind));
    const QByteArray script =
        QByteArray(reinterpret_cast<const char *>(&seed), sizeof seed) + text.right(40);
    FuzzedDataProvider act(reinterpret_cast<const uint8_t *>(script.constData()),
                           size_t(script.size()));
    requireAct(act, *file);
    return 0;
}
