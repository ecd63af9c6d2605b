// SPDX-License-Identifier: GPL-3.0-or-later
// What a translation that is shipped has to keep to. To bring the files up to date: see
// translations/CMakeLists.txt.
#include "house/files.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

namespace fs = std::filesystem;
using namespace Qt::StringLiterals;

namespace colonnade::house {
namespace {

const QString Root = QStringLiteral(COLONNADE_SOURCE_DIR);
const QString SourceLanguage = u"en"_s; ///< its file holds plurals only

/// Language -> how many forms a plural has there; the last one is the general one.
const QMap<QString, int> PluralForms = {{u"de"_s, 2}, {u"en"_s, 2}};

struct Message
{
    QString context;
    QString source;
    QString comment;
    QString state; ///< empty, unfinished, vanished or obsolete
    bool plural = false;
    QStringList forms; ///< one, or those of the plural

    std::string name() const
    {
        const QString what = comment.isEmpty() ? source : source + u" ("_s + comment + u')';
        return qPrintable(context + u": \""_s + what + u'"');
    }
};

struct Translation
{
    QString file;
    QString language;
    QList<Message> messages;
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    message.plural = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            message.comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.state = xml.attributes().value("type"_L1).toString();
            if (!message.plural)
                message.forms = {xml.readElementText()};
            while (message.plural && xml.readNextStartElement())
                message.forms.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

Translation read(const QString &path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(path);
    Translation translation{QFileInfo(path).fileName(), {}, {}};
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "TS"_L1)
            translation.language = xml.attributes().value("language"_L1).toString();
        else if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            translation.messages.append(readMessage(xml, context));
    }
    EXPECT_FALSE(xml.hasError()) << qPrintable(path) << ": " << qPrintable(xml.errorString());
    return translation;
}

QStringList translationFiles()
{
    QStringList files;
    for (const fs::path &file : projectFiles()) {
        if (file.extension() == ".ts")
            files.append(Root + u'/' + QString::fromStdString(file.string()));
    }
    return files;
}

/// Calls @p check with the file's name and each of its messages that has a translation.
template<typename Check>
void eachTranslated(Check check)
{
    int seen = 0;
    for (const QString &path : translationFiles()) {
        const Translation translation = read(path);
        for (const Message &message : translation.messages) {
            if (!message.state.isEmpty())
                continue; // another test's
            ++seen;
            check(qPrintable(translation.file), message);
        }
    }
    EXPECT_GT(seen, 0);
}

/// %1, %2 ... of @p text in their order; %L1 is %1 written as people write numbers.
std::string placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%L?([1-9][0-9]?)"_s);
    QStringList found;
    for (const QRegularExpressionMatch &match : pattern.globalMatch(text))
        found.append(u'%' + match.captured(1));
    found.sort();
    return found.join(u' ').toStdString();
}

/// How many keys with Alt @p text has: the letter after an ampersand, && being a plain one.
int shortcuts(QString text)
{
    return static_cast<int>(text.remove(u"&&"_s).count(u'&'));
}

/// How @p text ends, as far as it tells a sentence from a word or promises another dialogue.
std::string ending(const QString &text)
{
    const bool tells = !text.isEmpty() && u".…:?!"_s.contains(text.back());
    return tells ? text.last(1).toStdString() : std::string();
}

struct Lupdate
{
    Translation translation;
    QString said;
};

/// What lupdate makes of a copy of the file at @p path: what it adds is unfinished, what it misses
/// has vanished.
Lupdate lupdate(const QString &path, const QString &language)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QFileInfo(path).fileName());
    EXPECT_TRUE(QFile::copy(path, copy));
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    QStringList arguments = {u"-locations"_s, u"none"_s, u"-extensions"_s,
                             u"cpp,h,ui"_s,   u"-I"_s,   u"src"_s};
    if (language == SourceLanguage)
        arguments.append(u"-pluralonly"_s);
    QProcess process;
    process.setWorkingDirectory(Root);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(LUPDATE),
                  arguments + QStringList{u"src"_s, u"forms"_s, u"-ts"_s, copy});
    EXPECT_TRUE(process.waitForFinished(60'000)) << qPrintable(process.errorString());
    EXPECT_EQ(process.exitCode(), 0);
    return {read(copy), QString::fromUtf8(process.readAll())};
}

TEST(Translations, everyMessageIsFinished)
{
    EXPECT_FALSE(translationFiles().isEmpty());
    for (const QString &path : translationFiles()) {
        const Translation translation = read(path);
        for (const Message &message : translation.messages) {
            EXPECT_FALSE(message.state == "unfinished"_L1)
                << qPrintable(translation.file) << ": unfinished: " << message.name();
            EXPECT_FALSE(message.state.isEmpty()
                         && (message.forms.isEmpty() || message.forms.contains(QString())))
                << qPrintable(translation.file) << ": empty: " << message.name();
        }
    }
}

TEST(Translations, noMessageIsLeftOver)
{
    for (const QString &path : translationFiles()) {
        const Translation translation = read(path);
        for (const Message &message : translation.messages) {
            EXPECT_TRUE(message.state != "vanished"_L1 && message.state != "obsolete"_L1)
                << qPrintable(translation.file) << ": left over: " << message.name();
        }
    }
}

TEST(Translations, everyPluralHasTheFormsOfItsLanguage)
{
    for (const QString &path : translationFiles()) {
        const Translation translation = read(path);
        ASSERT_TRUE(PluralForms.contains(translation.language))
            << "how many plural forms has " << qPrintable(translation.language) << '?';
        for (const Message &message : translation.messages) {
            const int wanted = message.plural ? PluralForms[translation.language] : 1;
            EXPECT_EQ(message.forms.size(), wanted)
                << qPrintable(translation.file) << ": " << message.name();
        }
    }
}

TEST(Translations, everyPlaceholderIsKept)
{
    eachTranslated([](const char *file, const Message &message) {
        for (const QString &form : message.forms) {
            EXPECT_EQ(placeholders(form), placeholders(message.source))
                << file << ": " << message.name() << " became \"" << qPrintable(form) << '"';
            // "the guest" is as good as "1 guest", so one form may leave the number out.
            const bool general = form == message.forms.last();
            EXPECT_TRUE(message.source.contains("%n"_L1)
                            ? form.contains("%n"_L1) || (message.plural && !general)
                            : !form.contains("%n"_L1))
                << file << ": " << message.name() << " became \"" << qPrintable(form) << '"';
        }
    });
}

TEST(Translations, everyShortcutIsKept)
{
    eachTranslated([](const char *file, const Message &message) {
        for (const QString &form : message.forms) {
            EXPECT_EQ(shortcuts(form), shortcuts(message.source))
                << file << ": " << message.name() << " became \"" << qPrintable(form) << '"';
        }
    });
}

TEST(Translations, everyMessageEndsAsItsSource)
{
    eachTranslated([](const char *file, const Message &message) {
        for (const QString &form : message.forms) {
            EXPECT_EQ(ending(form), ending(message.source))
                << file << ": " << message.name() << " became \"" << qPrintable(form) << '"';
        }
    });
}

TEST(Translations, theFilesMatchTheSources)
{
    if (!QFileInfo::exists(QStringLiteral(LUPDATE)))
        GTEST_SKIP() << "lupdate is not installed";
    for (const QString &path : translationFiles()) {
        const Translation shipped = read(path);
        const Lupdate updated = lupdate(path, shipped.language);
        QStringList known;
        for (const Message &message : shipped.messages)
            known.append(QString::fromStdString(message.name()));
        for (const Message &message : updated.translation.messages) {
            EXPECT_TRUE(known.contains(QString::fromStdString(message.name())))
                << qPrintable(shipped.file) << ": not there yet: " << message.name();
            EXPECT_FALSE(message.state == "vanished"_L1)
                << qPrintable(shipped.file) << ": in no source any more: " << message.name();
        }
        // What it cannot place is filed under a context that the program does not ask for.
        for (const char *complaint : {"lacks Q_OBJECT", "unknown namespace"}) {
            EXPECT_FALSE(updated.said.contains(QLatin1String(complaint)))
                << qPrintable(updated.said);
        }
    }
}

/// What is a literal of its own reaches the window as it stands, whatever its language.
TEST(Translations, theFloorsBelowTheWindowSayTheirSentencesByWords)
{
    const QStringList floors{u"profiles"_s, u"toolstack"_s, u"cluster"_s, u"rules"_s,
                             u"operations"_s};
    const QRegularExpression sentence(
        uR"re((?:QStringLiteral\(\s*|u)"([^"\\]*[a-z],? [a-z]+ [a-z][^"\\]*)"(?:_s|\)))re"_s);
    int seen = 0;
    for (const fs::path &file : projectFiles()) {
        if (!floors.contains(QString::fromStdString(folderOf(file))))
            continue;
        for (const std::string &line : linesOf(file)) {
            ++seen;
            EXPECT_FALSE(sentence.match(QString::fromStdString(line)).hasMatch())
                << file << ": " << line;
        }
    }
    EXPECT_GT(seen, 0);
}

} // namespace
} // namespace colonnade::house
