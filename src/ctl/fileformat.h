// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ctl/context.h"
#include "ctl/filefindings.h"
#include "formats/diagnostic.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QStringList>

#include <functional>
#include <optional>
#include <sys/types.h>
#include <utility>

namespace colonnade::ctl {

/// NAME=VALUE words, or name and value of options, in order.
using FileValues = QList<std::pair<QByteArray, QByteArray>>;

/// What a verb is told on the command line. Text is UTF-8.
class FileArguments
{
public:
    /// @p words: those behind the verb. @p parser must outlive this object.
    FileArguments(const QCommandLineParser &parser, QString path, QStringList words)
        : m_parser(parser), m_path(std::move(path)), m_words(std::move(words))
    {
    }

    /// The file, as it was named.
    const QString &path() const { return m_path; }
    const QStringList &words() const { return m_words; }
    /// Empty where there are not so many.
    QByteArray word(qsizetype index) const { return m_words.value(index).toUtf8(); }
    /// The words from @p index on, which were seen to be NAME=VALUE.
    FileValues assignments(qsizetype index) const;

    bool isSet(const QString &option) const { return m_parser.isSet(option); }
    std::optional<QByteArray> value(const QString &option) const;
    QStringList values(const QString &option) const { return m_parser.values(option); }
    /// The value of an option that was seen to be a number.
    std::optional<qint64> number(const QString &option) const;

private:
    const QCommandLineParser &m_parser;
    QString m_path;
    QStringList m_words;
};

/// Name and value of `NAME=VALUE`; none: @p word is not written so.
std::optional<std::pair<QByteArray, QByteArray>> assignment(const QString &word);

/// What a verb makes of a file's text.
using FileAct =
    std::function<base::Result<QByteArray>(const QByteArray &text, const FileArguments &)>;

/// What can be done to a file of a format: `colonnadectl file FORMAT FILE WORDS...`.
struct FileVerb
{
    enum class Kind {
        Edit,
        Read, ///< changes nothing: what the act makes is printed
        Make, ///< of a file that is not there yet: acts on an empty text
        Mend, ///< edits a text that is no document, too
        Turn, ///< edits, but makes a file for others, so that other things are wrong with it
    };

    QString words; ///< "domain add"
    /// What follows them, and what is needed of it: `NAME KEY=VALUE... --ip ADDRESS [--port N]`. A
    /// word in capitals, then all options without brackets, are needed; `...` is one or more.
    QString synopsis;
    QString help; ///< one line, as in a list
    FileAct act;
    QList<QCommandLineOption> options = {}; ///< one whose value is called N takes a number
    Kind kind = Kind::Edit;
};

/// What is wrong with what was told for @p verb, as a sentence; empty: nothing.
QString problemOf(const FileVerb &verb, const FileArguments &arguments);

/// `get PATH`.
FileVerb getVerb(FileAct read);

/// A kind of file, as the command line knows it.
struct FileFormat
{
    QString name;
    QString help;                           ///< one line, as in a list
    QList<QCommandLineOption> options = {}; ///< that all its verbs have
    mode_t newFileMode = 0644;              ///< of a file that is made
    /// What is wrong with the options of the format; empty: nothing.
    std::function<QString(const FileArguments &)> problem = {};
    /// Why the text is no document; nothing where it is one.
    std::function<std::optional<formats::ParseError>(const QByteArray &, const FileArguments &)>
        parseError;
    /// All that is to say about it, in order of place.
    std::function<Findings(const QByteArray &, const FileArguments &)> findings;
    QString pathHelp; ///< what a PATH is
    QList<FileVerb> verbs;
    /// Something to tell about an edit from the first text to the second; empty: nothing.
    std::function<QString(const QByteArray &, const QByteArray &, const FileArguments &)> note = {};
};

/// All formats, by name.
const QList<FileFormat> &fileFormats();
/// nullptr where there is none of that name.
const FileFormat *formatNamed(const QString &name);
/// Says that there is no format of that name, and which there are; the exit status.
int unknownFormat(const Context &context, const QString &name);

FileFormat clusterConfFormat();
FileFormat ocfs2Format();
FileFormat guestFormat();
FileFormat xendFormat();
FileFormat lvmFormat();
FileFormat defaultsFormat();

/// @p text with an act on it, which may have failed.
base::Result<QByteArray> changed(const QByteArray &text,
                                 const base::Result<formats::TextEdits> &edits);

/// What a parse that succeeded before found, as an error of ours.
std::unexpected<base::Error> notADocument(const formats::ParseError &error);

/// That a file has no value of that path.
std::unexpected<base::Error> noSuchValue(const FileArguments &arguments);
/// That only a run of the file would tell the value.
std::unexpected<base::Error> computedValue(const FileArguments &arguments);

/// What @p document, which may not be one, makes of an act on it.
template<typename Document, typename Act>
base::Result<QByteArray> changedBy(const formats::Parsed<Document> &document, Act act)
{
    if (!document)
        return notADocument(document.error());
    return changed(document->text(), act(*document));
}

/// Why a text is no document of a format whose text alone says it all.
template<typename Document>
std::optional<formats::ParseError> parseErrorOf(const QByteArray &text, const FileArguments &)
{
    const formats::Parsed<Document> document = Document::parse(text);
    return document ? std::nullopt : std::optional(document.error());
}

/// That, or the findings of the document.
template<typename Document>
Findings findingsOf(const QByteArray &text, const FileArguments &)
{
    const formats::Parsed<Document> document = Document::parse(text);
    return document ? document->diagnostics()
                    : Findings{syntaxFinding(document.error(), text.size())};
}

/// A verb that is one act: of a document and what was told, it makes edits.
template<typename Document, typename Act>
FileAct edits(Act act)
{
    return [act](const QByteArray &text, const FileArguments &arguments) {
        return changedBy(Document::parse(text),
                         [&](const Document &document) { return act(document, arguments); });
    };
}

/// A verb that reads: of a document and what was told, it makes what is printed.
template<typename Document, typename Read>
FileAct reads(Read read)
{
    return
        [read](const QByteArray &text, const FileArguments &arguments) -> base::Result<QByteArray> {
            const formats::Parsed<Document> document = Document::parse(text);
            if (!document)
                return notADocument(document.error());
            return read(*document, arguments);
        };
}

} // namespace colonnade::ctl
