// SPDX-License-Identifier: GPL-3.0-or-later
// hostkey_screenshots FOLDER writes a picture of each dialog about host keys, light and dark, with
// short and with long names. QT_SCALE_FACTOR=2 makes them for screens with small pixels.
#include "gui/appearance.h"
#include "gui/hostkeyalarmdialog.h"
#include "gui/hostkeydialog.h"
#include "gui/knownhostsdialog.h"
#include "gui/removehostkeysdialog.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QThreadPool>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::gui;

namespace {

const QByteArray First = "AAAAC3NzaC1lZDI1NTE5AAAAIEGSDuGUAhnXPtv27pnPJEfprEU2N7gCUVX+cxyWP7j2";
const QByteArray Second = "AAAAC3NzaC1lZDI1NTE5AAAAIGFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh";

struct Names
{
    QString kind;
    QString node;
    QString host;
};

remote::HostKey keyOf(const QByteArray &base64)
{
    return remote::readHostKey("ssh-ed25519", base64).value();
}

void save(QDialog &dialog, const QString &path)
{
    dialog.show();
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    QThreadPool::globalInstance()->waitForDone();
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    if (dialog.grab().save(path))
        std::printf("%s\n", qPrintable(path));
}

remote::HostKeyQuestion question(const Names &names)
{
    remote::HostKeyQuestion asked;
    asked.node = names.node;
    asked.host = names.host;
    asked.port = 2222;
    asked.key = keyOf(First);
    asked.keyType = u"ssh-ed25519"_s;
    asked.fingerprint = remote::fingerprint(asked.key);
    asked.knownHostsFile = QDir::home().filePath(u".ssh/known_hosts"_s);
    return asked;
}

void questions(const QString &prefix, const Names &names)
{
    HostKeyDialog plain(question(names), nullptr);
    save(plain, prefix + u"question.png"_s);
    remote::HostKeyQuestion asked = question(names);
    asked.jump = u"gate"_s;
    asked.remarks = QStringList{u"An authority in /etc/ssh/ssh_known_hosts:3 signs this host's "
                                u"keys. Certificates of hosts cannot be checked "
                                "here: compare the fingerprint."_s,
                                u"/home/me/.ssh/known_hosts:17 is not usable and was skipped: the "
                                u"key is damaged or cut off. It may have held "
                                "a key of this host."_s};
    HostKeyDialog more(asked, nullptr);
    more.findChild<QLineEdit *>(u"paste"_s)->setText(remote::fingerprint(keyOf(Second)));
    save(more, prefix + u"question-differs.png"_s);
}

void alarms(const QString &prefix, const Names &names, const QString &file)
{
    remote::HostKeyAlarm alarm;
    alarm.node = names.node;
    alarm.host = names.host;
    alarm.keyType = alarm.oldKeyType = u"ssh-ed25519"_s;
    alarm.fingerprint = remote::fingerprint(keyOf(Second));
    alarm.oldFingerprint = remote::fingerprint(keyOf(First));
    alarm.file = file;
    alarm.line = 1;
    alarm.onFile = remote::KnownHosts::read({file}).value().all();
    QThreadPool *pool = QThreadPool::globalInstance();
    HostKeyAlarmDialog changed(alarm, pool, nullptr);
    save(changed, prefix + u"alarm.png"_s);
    RemoveHostKeysDialog removal(alarm.onFile, names.node, pool, nullptr);
    save(removal, prefix + u"removal.png"_s);
    alarm.kind = remote::HostKeyAlarm::Kind::Revoked;
    alarm.onFile.clear();
    HostKeyAlarmDialog revoked(alarm, pool, nullptr);
    save(revoked, prefix + u"revoked.png"_s);
    profiles::Profile profile;
    profile.name = names.node;
    profile.host = names.host;
    profile.knownHostsFile = file;
    KnownHostsDialog list({profile}, pool, nullptr);
    save(list, prefix + u"list.png"_s);
    KnownHostsDialog empty({}, pool, nullptr);
    save(empty, prefix + u"list-empty.png"_s);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc != 2) {
        std::fprintf(stderr, "usage: hostkey_screenshots FOLDER\n");
        return 2;
    }
    QLocale::setDefault(QLocale::c());
    const QTemporaryDir home;
    qputenv("HOME", QFile::encodeName(home.path()));
    QApplication application(argc, argv);
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    folder.mkpath(u"."_s);
    const QString longName =
        u"xenhost-with-a-very-long-name-01.rack7.datacentre-north.internal.example.org"_s;
    for (const auto &[look, name] :
         {std::pair(Appearance::Light, u"light"_s), std::pair(Appearance::Dark, u"dark"_s)}) {
        setAppearance(look);
        for (const Names &names :
             {Names{u""_s, u"xenhost1"_s, u"10.0.0.1"_s}, Names{u"long-"_s, longName, longName}}) {
            QFile file(home.filePath(u"known_hosts"_s));
            if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
                return 1;
            file.write(names.host.toUtf8() + ",10.0.0.7 ssh-ed25519 " + First + "\nbroken\n"
                       + remote::hashedName(names.host.toUtf8()) + " ssh-ed25519 " + Second
                       + "\n@cert-authority *.example.org ssh-ed25519 " + Second + '\n');
            file.close();
            const QString prefix = folder.filePath(name + u'-' + names.kind);
            questions(prefix, names);
            alarms(prefix, names, file.fileName());
        }
    }
    return 0;
}
