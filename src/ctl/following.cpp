// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/following.h"

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

QString elapsedWords(std::chrono::seconds elapsed)
{
    const qint64 seconds = elapsed.count();
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

/// The end of what the toolstack printed, where a person may find out more than we did.
QString lastLines(const QByteArray &output)
{
    QStringList lines = QString::fromUtf8(output).trimmed().split(u'\n');
    if (lines.size() > 15)
        lines = lines.last(15);
    return u"  | "_s + lines.join(u"\n  | "_s);
}

} // namespace

operations::MigrationSink progressSink(const Context &context)
{
    const bool changing = context.terminal.updatesProgress();
    return [&terminal = context.terminal, changing](const operations::MigrationProgress &progress) {
        if (progress.stage == operations::MigrationStage::Ended)
            return; // the result says it
        QString line = progress.sentence;
        if (changing)
            line = elapsedWords(progress.elapsed) + u"  "_s + line;
        if (changing && progress.fraction)
            line += u"  (%1 %)"_s.arg(*progress.fraction * 100, 0, 'f', 0);
        terminal.progress(line);
    };
}

int exitCodeOf(operations::MigrationOutcome outcome)
{
    switch (outcome) {
    case operations::MigrationOutcome::Moved:
        return Done;
    case operations::MigrationOutcome::Refused:
        return Refused;
    case operations::MigrationOutcome::Stayed:
    case operations::MigrationOutcome::Undefined:
    case operations::MigrationOutcome::Lost:
    case operations::MigrationOutcome::Unknown:
        break;
    }
    return Failed;
}

int printResult(const Context &context, const operations::MigrationResult &result)
{
    const int code = exitCodeOf(result.outcome);
    if (code == Done) {
        context.terminal.out(result.sentence);
        return code;
    }
    context.terminal.err(result.sentence);
    if (!result.remedy.isEmpty())
        context.terminal.err(result.remedy);
    if (!result.output.trimmed().isEmpty())
        context.terminal.err(u"What was printed on the node:\n"_s + lastLines(result.output));
    return code;
}

} // namespace colonnade::ctl
