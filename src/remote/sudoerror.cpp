// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/rootaccess.h"
#include "remote/words.h"

namespace colonnade::remote {

using base::Error;
using base::ErrorCode;

namespace {

QString reasonOf(const ConnectionSettings &settings, const SudoFailure &failure)
{
    switch (failure.problem) {
    case SudoProblem::NoSudo:
        return Words::tr("there is no sudo in the system's folders");
    case SudoProblem::NeedsTerminal:
    case SudoProblem::NoTerminal:
        return Words::tr("sudo demands a terminal (requiretty), and the SSH server gives none");
    case SudoProblem::NeedsPassword:
        return Words::tr("sudo asks for a password");
    case SudoProblem::WrongPassword:
        return Words::tr("sudo says that the password is wrong");
    case SudoProblem::AnsweredTooLate:
        return Words::tr("sudo did not wait long enough for the password");
    case SudoProblem::AsksMore:
        return Words::tr("sudo asks for more than a password: “%1”").arg(failure.words);
    case SudoProblem::NotAllowed:
        return Words::tr("sudo does not allow it to %1").arg(settings.user);
    case SudoProblem::AccountExpired:
        return Words::tr("the account or its password has expired: “%1”").arg(failure.words);
    case SudoProblem::Rambling:
        return Words::tr("sudo prints without an end instead of running a command");
    case SudoProblem::Unknown:
        break;
    }
    return failure.words.isEmpty() ? Words::tr("sudo ended without a word")
                                   : Words::tr("sudo said “%1”").arg(failure.words);
}

QString remedyFor(const ConnectionSettings &settings, SudoProblem problem)
{
    const QString allow = Words::tr("With visudo, as root on the node, add: %1")
                              .arg(settings.user + QStringLiteral(" ALL=(root) "));
    switch (problem) {
    case SudoProblem::NoSudo:
        return Words::tr("Install sudo on the node, or log in as root.");
    case SudoProblem::NeedsTerminal:
    case SudoProblem::NoTerminal:
        return Words::tr("With visudo, as root on the node, add: %1")
            .arg(QStringLiteral("Defaults:%1 !requiretty").arg(settings.user));
    case SudoProblem::NeedsPassword:
        return Words::tr("Choose sudo with a password in the profile. Or let sudo do without: ")
               + allow + QStringLiteral("NOPASSWD: ALL");
    case SudoProblem::WrongPassword:
        return Words::tr("Connect again, and give the password that sudo wants on this node: that "
                         "of %1, or root's where sudoers says rootpw or targetpw.")
            .arg(settings.user);
    case SudoProblem::NotAllowed:
        return allow + QStringLiteral("ALL");
    case SudoProblem::AsksMore:
        return Words::tr("Let sudo do without a question: ") + allow
               + QStringLiteral("NOPASSWD: ALL");
    case SudoProblem::AccountExpired:
        return Words::tr("Log in with ssh once, and set a new password.");
    case SudoProblem::AnsweredTooLate:
    case SudoProblem::Rambling:
    case SudoProblem::Unknown:
        break;
    }
    return Words::tr("Log in with ssh, and look at what this does there: %1")
        .arg(QStringLiteral("sudo /bin/sh -c id"));
}

} // namespace

Error sudoError(const ConnectionSettings &settings, const SudoFailure &failure)
{
    const QString message = Words::tr("%1 cannot become root on %2: %3.")
                                .arg(settings.user, settings.node, reasonOf(settings, failure));
    return {ErrorCode::RootDenied, message, remedyFor(settings, failure.problem)};
}

} // namespace colonnade::remote
