// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/connectiontest.h"
#include "ctl/profilecommands.h"
#include "ctl/session.h"
#include "profiles/contentedit.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using cluster::TestStep;

QString outcomeWord(TestStep::Outcome outcome)
{
    switch (outcome) {
    case TestStep::Outcome::Passed:
        return u"ok"_s;
    case TestStep::Outcome::Absent:
        return u"none"_s;
    case TestStep::Outcome::Failed:
        return u"FAILED"_s;
    case TestStep::Outcome::Begun:
        break;
    }
    return {};
}

/// A line for each stage that is over.
void print(const Context &context, const QString &node, const TestStep &step)
{
    if (step.outcome == TestStep::Outcome::Begun)
        return;
    context.terminal.out(u"%1: %2  %3  %4"_s.arg(node, outcomeWord(step.outcome).leftJustified(6),
                                                 cluster::stageName(step.stage).leftJustified(14),
                                                 step.detail));
    if (!step.remedy.isEmpty())
        context.terminal.out(
            u"%1: %2  %3  %4"_s.arg(node, QString(6, u' '), QString(14, u' '), step.remedy));
}

bool test(const Context &context, const profiles::Profile &profile,
          const cluster::Monitor::Connector &connector)
{
    const std::unique_ptr<remote::Connection> connection = connector(profile);
    const auto sink = [&](const TestStep &step) { print(context, profile.name, step); };
    return cluster::testConnection(*connection, sink, context.stop).has_value();
}

} // namespace

int profileTest(const Context &context)
{
    QCommandLineParser parser;
    parser.addOption({u"accept-new-host-keys"_s, u"Save host keys that are not known yet."_s});
    int code = Done;
    if (!parseArguments(context, parser, u"profile test NAME... [--accept-new-host-keys]"_s, code))
        return code;
    const QStringList names = parser.positionalArguments();
    if (names.isEmpty())
        return usageError(context, u"profile test takes the names of nodes"_s);
    const base::Result<QList<profiles::Profile>> profiles = profiles::Store().load();
    if (!profiles)
        return failed(context, profiles.error());
    const auto connector = terminalConnector(context, parser.isSet(u"accept-new-host-keys"_s));
    bool good = true;
    for (const QString &name : names) {
        const profiles::Profile *profile = profiles::findProfile(*profiles, name);
        if (!profile) {
            printError(context, u"there is no node \"%1\"."_s.arg(name),
                       u"colonnadectl profile list shows those that there are."_s);
            good = false;
        } else if (!context.stop.stop_requested()) {
            good = test(context, *profile, connector) && good;
        }
    }
    return good && !context.stop.stop_requested() ? Done : Failed;
}

} // namespace colonnade::ctl
