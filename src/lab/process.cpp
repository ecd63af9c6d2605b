// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/process.h"

#include "lab/nodeshell.h"

#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace colonnade::lab {

namespace {

struct Pipes
{
    int input[2] = {-1, -1};
    int output[2] = {-1, -1};
    int error[2] = {-1, -1};

    bool open()
    {
        return pipe2(input, O_CLOEXEC) == 0 && pipe2(output, O_CLOEXEC) == 0
               && pipe2(error, O_CLOEXEC) == 0;
    }
    void closeAll()
    {
        for (int *ends : {input, output, error}) {
            closeFd(ends[0]);
            closeFd(ends[1]);
        }
    }
};

std::vector<char *> pointersTo(const std::vector<std::string> &strings)
{
    std::vector<char *> pointers;
    for (const std::string &string : strings)
        pointers.push_back(const_cast<char *>(string.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

std::vector<std::string> argumentsFor(const std::string &command, bool diskFull)
{
    const std::string shell = command.empty() ? "exec /bin/sh" : command;
    if (!diskFull)
        return command.empty() ? std::vector<std::string>{"sh"}
                               : std::vector<std::string>{"sh", "-c", command};
    return {"sh", "-c", "ulimit -S -f 0; exec /bin/sh -c \"$1\"", "sh", shell};
}

pid_t spawn(const std::string &root, const Pipes &pipes, const std::vector<std::string> &arguments,
            const std::vector<std::string> &environment)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addchdir_np(&actions, (root + "/root").c_str());
    posix_spawn_file_actions_adddup2(&actions, pipes.input[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, pipes.output[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, pipes.error[1], STDERR_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);

    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    sigset_t toDefault;
    sigemptyset(&toDefault);
    for (const int signal : {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGCHLD})
        sigaddset(&toDefault, signal);
    posix_spawnattr_setsigdefault(&attributes, &toDefault);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);

    pid_t pid = -1;
    if (posix_spawn(&pid, "/bin/sh", &actions, &attributes, pointersTo(arguments).data(),
                    pointersTo(environment).data())
        != 0)
        pid = -1;
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return pid;
}

void setNonBlocking(int fd)
{
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}

} // namespace

Process startShell(const std::string &root, const std::string &command,
                   const std::vector<std::string> &extra, bool diskFull)
{
    Pipes pipes;
    Process process;
    if (!pipes.open()) {
        pipes.closeAll();
        return process;
    }
    std::vector<std::string> environment = nodeEnvironment(root);
    environment.insert(environment.end(), extra.begin(), extra.end());
    process.pid = spawn(root, pipes, argumentsFor(command, diskFull), environment);
    closeFd(pipes.input[0]);
    closeFd(pipes.output[1]);
    closeFd(pipes.error[1]);
    if (process.pid < 0) {
        pipes.closeAll();
        return process;
    }
    process.exitFd = static_cast<int>(syscall(SYS_pidfd_open, process.pid, 0));
    process.input = pipes.input[1];
    process.output = pipes.output[0];
    process.error = pipes.error[0];
    for (const int fd : {process.input, process.output, process.error})
        setNonBlocking(fd);
    return process;
}

void closeFd(int &fd)
{
    if (fd >= 0)
        close(fd);
    fd = -1;
}

} // namespace colonnade::lab
