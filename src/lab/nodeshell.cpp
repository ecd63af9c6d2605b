// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/nodeshell.h"

#include <algorithm>
#include <cctype>
#include <csignal>
#include <cstdlib>
#include <dirent.h>
#include <fstream>
#include <functional>
#include <iterator>
#include <string_view>
#include <sys/resource.h>
#include <sys/types.h>
#include <unistd.h>

namespace colonnade::lab {

namespace {

constexpr std::string_view RootVariable = "COLONNADE_ROOT=";

/// The COLONNADE_ROOT that process @p pid was started with; empty: none, or not ours to see.
std::string rootOf(const std::string &pid)
{
    std::ifstream file("/proc/" + pid + "/environ", std::ios::binary);
    const std::string all((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    std::size_t begin = 0;
    while (begin < all.size()) {
        const std::size_t end = std::min(all.find('\0', begin), all.size());
        const std::string_view entry(all.data() + begin, end - begin);
        if (entry.starts_with(RootVariable))
            return std::string(entry.substr(RootVariable.size()));
        begin = end + 1;
    }
    return {};
}

/// Calls @p action with every process of the node (or nodes); returns how many there were.
int forEachProcess(const std::string &root, bool prefix, const std::function<void(pid_t)> &action)
{
    DIR *folder = opendir("/proc");
    if (!folder)
        return 0;
    int count = 0;
    for (const dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        const std::string name = entry->d_name;
        if (!std::isdigit(static_cast<unsigned char>(name[0])) || name == std::to_string(getpid()))
            continue;
        const std::string owner = rootOf(name);
        if (owner.empty() || (prefix ? !owner.starts_with(root) : owner != root))
            continue;
        action(static_cast<pid_t>(std::atoi(name.c_str())));
        ++count;
    }
    closedir(folder);
    return count;
}

} // namespace

std::vector<std::string> nodeEnvironment(const std::string &root)
{
    std::vector<std::string> environment = {
        std::string(RootVariable) + root,
        "PATH=" + root + "/usr/sbin:" + root
            + "/usr/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME=" + root + "/root",
        "USER=root",
        "LOGNAME=root",
        "SHELL=/bin/sh",
        "TMPDIR=" + root + "/tmp"};
    for (const char *name : {"ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"}) {
        if (const char *value = std::getenv(name))
            environment.push_back(std::string(name) + '=' + value);
    }
    return environment;
}

void becomeShell(const std::string &root, const std::string &command)
{
    const std::vector<std::string> environment = nodeEnvironment(root);
    std::vector<char *> pointers;
    for (const std::string &entry : environment)
        pointers.push_back(const_cast<char *>(entry.c_str()));
    pointers.push_back(nullptr);
    std::signal(SIGPIPE, SIG_DFL);
    if (chdir((root + "/root").c_str()) == 0) {
        if (command.empty())
            execle("/bin/sh", "sh", static_cast<char *>(nullptr), pointers.data());
        else
            execle("/bin/sh", "sh", "-c", command.c_str(), static_cast<char *>(nullptr),
                   pointers.data());
    }
    _exit(127);
}

void killProcesses(const std::string &root, bool prefix)
{
    // Again until none is left: one that was just being forked is not in the first listing. A
    // process that cannot die yet (in the kernel) must not keep us for ever.
    for (int round = 0; round < 100; ++round) {
        if (forEachProcess(root, prefix, [](pid_t pid) { kill(pid, SIGKILL); }) == 0)
            return;
        usleep(2000);
    }
}

void limitFileSize(const std::string &root, bool full)
{
    forEachProcess(root, false, [full](pid_t pid) {
        rlimit limit{};
        if (prlimit(pid, RLIMIT_FSIZE, nullptr, &limit) == 0) {
            limit.rlim_cur = full ? 0 : limit.rlim_max;
            prlimit(pid, RLIMIT_FSIZE, &limit, nullptr);
        }
    });
}

} // namespace colonnade::lab
