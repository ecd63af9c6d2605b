// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/fileformat.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

using base::ErrorCode;
using base::failure;

FileValues FileArguments::assignments(qsizetype index) const
{
    FileValues values;
    for (const QString &word : m_words.mid(index)) {
        if (const auto value = assignment(word))
            values.append(*value);
    }
    return values;
}

std::optional<QByteArray> FileArguments::value(const QString &option) const
{
    if (!isSet(option))
        return std::nullopt;
    return m_parser.value(option).toUtf8();
}

std::optional<qint64> FileArguments::number(const QString &option) const
{
    if (!isSet(option))
        return std::nullopt;
    return m_parser.value(option).toLongLong();
}

std::optional<std::pair<QByteArray, QByteArray>> assignment(const QString &word)
{
    const qsizetype equals = word.indexOf(u'=');
    if (equals < 1)
        return std::nullopt;
    return std::pair{word.first(equals).toUtf8(), word.sliced(equals + 1).toUtf8()};
}

namespace {

/// How many words a synopsis has room for, and what else it needs.
struct Shape
{
    qsizetype least = 0;
    qsizetype most = 0;         ///< -1: any number
    qsizetype assignments = -1; ///< from which word on they are NAME=VALUE; -1: none
    QStringList neededOptions;
};

Shape shapeOf(const QString &synopsis)
{
    Shape shape;
    bool inOption = false;
    for (const QString &token : synopsis.split(u' ', Qt::SkipEmptyParts)) {
        const bool isOption = token.startsWith(u"--") || token.startsWith(u"[--");
        if (isOption || inOption) {
            if (token.startsWith(u"--"))
                shape.neededOptions.append(token.mid(2));
            inOption = isOption && !token.contains(u']'); // its value follows
            continue;
        }
        if (token.contains(u'='))
            shape.assignments = shape.most;
        shape.least += token.startsWith(u'[') ? 0 : 1;
        shape.most = token.endsWith(u"...") ? -1 : shape.most + 1;
    }
    return shape;
}

} // namespace

QString problemOf(const FileVerb &verb, const FileArguments &arguments)
{
    const Shape shape = shapeOf(verb.synopsis);
    const qsizetype count = arguments.words().size();
    if (count < shape.least || (shape.most >= 0 && count > shape.most))
        return u"%1 takes: %2"_s.arg(verb.words,
                                     verb.synopsis.isEmpty() ? u"nothing"_s : verb.synopsis);
    for (const QString &option : shape.neededOptions) {
        if (!arguments.isSet(option))
            return u"--%1 is missing"_s.arg(option);
    }
    if (shape.assignments >= 0) {
        for (const QString &word : arguments.words().mid(shape.assignments)) {
            if (!assignment(word))
                return u"\"%1\" is not NAME=VALUE"_s.arg(word);
        }
    }
    for (const QCommandLineOption &option : verb.options) {
        for (const QString &value : arguments.values(option.names().first())) {
            bool isNumber = option.valueName() != u"N";
            if (!isNumber)
                value.toInt(&isNumber);
            if (!isNumber)
                return u"--%1 takes a number, not \"%2\""_s.arg(option.names().first(), value);
        }
    }
    return {};
}

FileVerb getVerb(FileAct read)
{
    return {u"get"_s,        u"PATH"_s, u"print a value; of several, one a line"_s,
            std::move(read), {},        FileVerb::Kind::Read};
}

const QList<FileFormat> &fileFormats()
{
    static const QList<FileFormat> formats{clusterConfFormat(), ocfs2Format(), guestFormat(),
                                           xendFormat(),        lvmFormat(),   defaultsFormat()};
    return formats;
}

const FileFormat *formatNamed(const QString &name)
{
    const auto format = std::ranges::find(fileFormats(), name, &FileFormat::name);
    return format == fileFormats().end() ? nullptr : &*format;
}

int unknownFormat(const Context &context, const QString &name)
{
    QStringList names;
    for (const FileFormat &known : fileFormats())
        names.append(known.name);
    return usageError(context,
                      u"there is no format \"%1\"; there are: %2"_s.arg(name, names.join(u", ")));
}

base::Result<QByteArray> changed(const QByteArray &text,
                                 const base::Result<formats::TextEdits> &edits)
{
    if (!edits)
        return std::unexpected(edits.error());
    return formats::applied(text, *edits);
}

std::unexpected<base::Error> notADocument(const formats::ParseError &error)
{
    return failure(ErrorCode::ParseFailed, error.message);
}

std::unexpected<base::Error> noSuchValue(const FileArguments &arguments)
{
    return failure(ErrorCode::NotFound,
                   u"There is no %1 in %2."_s.arg(arguments.words().value(0), arguments.path()));
}

std::unexpected<base::Error> computedValue(const FileArguments &arguments)
{
    return failure(ErrorCode::Unsupported,
                   u"%1 in %2 is computed when the file is run, which is not done here."_s.arg(
                       arguments.words().value(0), arguments.path()),
                   u"Look into the file."_s);
}

} // namespace colonnade::ctl
