// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/localuser.h"

#include <QFile>

#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace colonnade::profiles {

namespace {

/// The group of nobody else, as Debian gives one to each user and its ssh allows.
bool isOwnGroup(gid_t id)
{
    const QByteArray name = localUserName().toLocal8Bit();
    group entry = {};
    group *found = nullptr;
    std::vector<char> buffer(65536);
    if (id != ::getgid() || ::getgrgid_r(id, &entry, buffer.data(), buffer.size(), &found) != 0
        || !found || name != found->gr_name)
        return false;
    for (char **member = found->gr_mem; *member; ++member) {
        if (name != *member)
            return false;
    }
    return true;
}

} // namespace

QString localUserName()
{
    passwd entry = {};
    passwd *found = nullptr;
    std::vector<char> buffer(16384);
    if (::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || !found)
        return {};
    return QFile::decodeName(entry.pw_name);
}

QString withHome(const QString &path, const QString &home)
{
    if (!path.startsWith(u'~'))
        return path;
    const qsizetype slash = path.indexOf(u'/');
    const QString name = path.mid(1, slash < 0 ? -1 : slash - 1);
    const QString rest = slash < 0 ? QString() : path.mid(slash);
    if (name.isEmpty())
        return home + rest;
    passwd entry = {};
    passwd *found = nullptr;
    std::vector<char> buffer(16384);
    if (::getpwnam_r(QFile::encodeName(name).constData(), &entry, buffer.data(), buffer.size(),
                     &found)
            != 0
        || !found)
        return path;
    return QFile::decodeName(entry.pw_dir) + rest;
}

bool mayOthersWrite(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0 || S_ISCHR(status.st_mode))
        return false;
    const bool isOurs = status.st_uid == 0 || status.st_uid == ::getuid();
    const bool groupWrites = (status.st_mode & S_IWGRP) != 0 && !isOwnGroup(status.st_gid);
    return !isOurs || groupWrites || (status.st_mode & S_IWOTH) != 0;
}

} // namespace colonnade::profiles
