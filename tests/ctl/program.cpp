// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/program.h"

#include <QFile>

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

constexpr int PatienceMs = 60'000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Arguments as execvp() takes them; @p words must live on.
std::vector<char *> pointers(QList<QByteArray> &words)
{
    std::vector<char *> result;
    for (QByteArray &word : words)
        result.push_back(word.data());
    result.push_back(nullptr);
    return result;
}

/// What comes from the terminal @p fd until its other side closes, typing as it is asked.
QByteArray converse(int fd, const QByteArray &prompt, QList<QByteArray> answers)
{
    QByteArray seen;
    qsizetype answered = 0;
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(PatienceMs);
    while (std::chrono::steady_clock::now() < end) {
        pollfd waiting{fd, POLLIN, 0};
        if (::poll(&waiting, 1, 100) <= 0)
            continue;
        char block[4096];
        const ssize_t count = ::read(fd, block, sizeof block);
        if (count <= 0)
            break; // EIO: nobody has the other side open any more
        seen.append(block, count);
        const qsizetype found = seen.indexOf(prompt, answered);
        if (found >= 0 && !answers.isEmpty()) {
            answered = found + prompt.size();
            const QByteArray line = answers.takeFirst() + '\n';
            if (::write(fd, line.constData(), static_cast<size_t>(line.size())) != line.size())
                break;
        }
    }
    return seen;
}

} // namespace

QByteArray Running::errors() const
{
    return contentOf(m_files.filePath(u"err"_s));
}

Ran Running::finish()
{
    const bool ended = m_process.waitForEnd(PatienceMs);
    if (!ended)
        m_process.kill();
    return {contentOf(m_files.filePath(u"out"_s)), errors(), ended ? m_process.exitStatus() : -1};
}

QStringList Program::commandLine(const QStringList &arguments) const
{
    return QStringList{u"-u"_s,
                       u"SSH_AUTH_SOCK"_s,
                       u"DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent"_s, // no keychain
                       u"HOME="_s + m_home.path(),
                       u"XDG_CONFIG_HOME="_s + m_home.filePath(u"config"_s),
                       u"XDG_DATA_HOME="_s + m_home.filePath(u"data"_s),
                       u"LC_ALL=C.UTF-8"_s,
                       QStringLiteral(COLONNADECTL)}
           + arguments;
}

std::unique_ptr<Running> Program::startWords(const QStringList &words, const QString &input) const
{
    auto running = std::make_unique<Running>();
    if (!running->m_process.start(
            words.first(), words.mid(1),
            {input, running->m_files.filePath(u"out"_s), running->m_files.filePath(u"err"_s)}))
        qFatal("no process can be started");
    return running;
}

std::unique_ptr<Running> Program::start(const QStringList &arguments, const QString &input) const
{
    return startWords(QStringList{u"env"_s} + commandLine(arguments), input);
}

Ran Program::run(const QStringList &arguments, const QString &input) const
{
    return start(arguments, input)->finish();
}

Ran Program::runWithin(const QStringList &wrapper, const QStringList &arguments) const
{
    return startWords(wrapper + QStringList{u"env"_s} + commandLine(arguments), {})->finish();
}

Ran Program::runOnTerminal(const QStringList &arguments, const QByteArray &prompt,
                           QList<QByteArray> answers) const
{
    QList<QByteArray> words{"env"};
    for (const QString &argument : commandLine(arguments))
        words.append(argument.toUtf8());
    const std::vector<char *> argv = pointers(words);

    winsize size = {24, 200, 0, 0};
    int fd = -1;
    const pid_t child = ::forkpty(&fd, nullptr, nullptr, &size);
    if (child == 0) {
        ::execvp(argv[0], argv.data());
        ::_exit(127);
    }
    Ran ran;
    ran.out = converse(fd, prompt, std::move(answers));
    ::close(fd); // hangs up, so that the child ends in any case
    int status = 0;
    if (::waitpid(child, &status, 0) == child && WIFEXITED(status))
        ran.status = WEXITSTATUS(status);
    return ran;
}

bool eventually(const std::function<bool()> &condition)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
}

} // namespace colonnade::ctl
