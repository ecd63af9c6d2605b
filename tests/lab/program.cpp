// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/program.h"

#include "lab/process.h"

#include <QDeadlineTimer>

#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace colonnade::lab {

namespace {

constexpr int PatienceMs = 20'000;

std::vector<char *> pointersTo(const std::vector<std::string> &strings)
{
    std::vector<char *> pointers;
    for (const std::string &string : strings)
        pointers.push_back(const_cast<char *>(string.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

/// Appends what there is; closes @p fd at its end.
void drain(int &fd, QByteArray &to)
{
    char bytes[65536];
    const ssize_t count = read(fd, bytes, sizeof bytes);
    if (count > 0)
        to.append(bytes, count);
    else
        closeFd(fd);
}

} // namespace

Program::Program(const QStringList &command, const std::vector<std::string> &environment,
                 const QString &folder)
{
    std::vector<std::string> arguments;
    for (const QString &word : command)
        arguments.push_back(word.toStdString());
    int input[2], output[2], errors[2];
    if (pipe2(input, O_CLOEXEC) != 0 || pipe2(output, O_CLOEXEC) != 0
        || pipe2(errors, O_CLOEXEC) != 0)
        return;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (!folder.isEmpty())
        posix_spawn_file_actions_addchdir_np(&actions, folder.toLocal8Bit().constData());
    posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors[1], STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    sigset_t toDefault;
    sigemptyset(&toDefault);
    sigaddset(&toDefault, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &toDefault);
    const std::vector<char *> own = pointersTo(environment);
    if (posix_spawnp(&m_pid, arguments[0].c_str(), &actions, &attributes,
                     pointersTo(arguments).data(), environment.empty() ? environ : own.data())
        != 0)
        m_pid = -1;
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    for (int fd : {input[0], output[1], errors[1]})
        close(fd);
    m_input = input[1];
    m_outputFd = output[0];
    m_errorFd = errors[0];
    m_exit = m_pid > 0 ? static_cast<int>(syscall(SYS_pidfd_open, m_pid, 0)) : -1;
}

Program::~Program()
{
    signal(SIGKILL);
    waitForFinished(PatienceMs);
    for (int *fd : {&m_input, &m_outputFd, &m_errorFd, &m_exit})
        closeFd(*fd);
}

void Program::write(const QByteArray &bytes)
{
    [[maybe_unused]] const ssize_t written =
        ::write(m_input, bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

void Program::closeInput()
{
    closeFd(m_input);
}

void Program::signal(int number)
{
    if (m_pid > 0)
        ::kill(m_pid, number);
}

/// Takes in what there is to read; false: nothing came in that time.
bool Program::pump(int milliseconds)
{
    pollfd fds[] = {
        {m_outputFd, POLLIN, 0}, {m_errorFd, POLLIN, 0}, {m_pid > 0 ? m_exit : -1, POLLIN, 0}};
    if (poll(fds, 3, milliseconds) <= 0)
        return false;
    if (fds[0].revents != 0)
        drain(m_outputFd, m_output);
    if (fds[1].revents != 0)
        drain(m_errorFd, m_errors);
    int status = 0;
    if (fds[2].revents != 0 && waitpid(m_pid, &status, WNOHANG) == m_pid) {
        m_pid = -1;
        m_status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    }
    return true;
}

bool Program::waitForOutput()
{
    const QDeadlineTimer deadline(PatienceMs);
    const qsizetype before = m_output.size();
    while (m_output.size() == before && m_outputFd >= 0 && !deadline.hasExpired())
        pump(static_cast<int>(deadline.remainingTime()));
    return m_output.size() > before;
}

/// The end is that of the process and of its output, which others may have inherited.
bool Program::waitForFinished(int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    while (m_pid > 0 || m_outputFd >= 0 || m_errorFd >= 0) {
        if (!pump(static_cast<int>(deadline.remainingTime())))
            return m_pid < 0;
    }
    return true;
}

} // namespace colonnade::lab
