// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/domain.h"

namespace colonnade::toolstack {

QString kindName(Kind kind)
{
    return kind == Kind::Xl ? QStringLiteral("xl") : QStringLiteral("xm");
}

namespace {

/// Whether each of the six @p letters is a dash or one that its column may show.
bool knownLetters(const QByteArray &letters, Kind kind)
{
    static constexpr const char *XlColumns[6] = {"r", "b", "p", "s", "rscwS", "d"};
    static constexpr const char *XmColumns[6] = {"r", "b", "p", "s", "c", "d"};
    const auto &columns = kind == Kind::Xl ? XlColumns : XmColumns;
    if (letters.size() != 6)
        return false;
    for (int i = 0; i < 6; ++i) {
        if (letters[i] != '-' && !QByteArrayView(columns[i]).contains(letters[i]))
            return false;
    }
    return true;
}

/// Why a domain with the shutdown letter stopped. xm has no letter for a suspended one: a bare `s`
/// is what it shows for that too, so that only the crash is told apart.
RunState stopped(char reason)
{
    switch (reason) {
    case 's':
        return RunState::Suspended;
    case 'c':
    case 'w': // the watchdog fired: to an administrator, a crash
        return RunState::Crashed;
    default:
        return RunState::ShutDown;
    }
}

} // namespace

RunState runState(const DomainRow &row, Kind kind)
{
    if (!row.id)
        return RunState::Halted;
    if (!knownLetters(row.state, kind))
        return RunState::Unknown;
    const auto has = [&row](int column) { return row.state[column] != '-'; };
    // Several letters may be set at once; the one that says most about the guest's life counts.
    if (has(5))
        return RunState::Dying;
    if (has(3) || row.state[4] == 'c')
        return stopped(row.state[4]);
    if (has(2))
        return RunState::Paused;
    if (has(0))
        return RunState::Running;
    return has(1) ? RunState::Blocked : RunState::Runnable;
}

} // namespace colonnade::toolstack
