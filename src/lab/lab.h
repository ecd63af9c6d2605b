// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "toolstack/domain.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

namespace colonnade::lab {

/// A guest that the lab begins with.
struct Guest
{
    QString name = {};
    int node = 0; ///< index of the node that it runs on
    qint64 memoryMiB = 1024;
    int vcpus = 1;
    toolstack::GuestType type = toolstack::GuestType::Pv; ///< Pv or Pvh
    double load = 0.05;                                   ///< CPU seconds that it uses in a second
    bool paused = false;
    bool managed = false;   ///< a vm of rgmanager; needs Options::rgmanager
    bool halted = false;    ///< known to xend, not started; xm only
    bool autostart = false; ///< has a link in /etc/xen/auto of its node
    QString bridge = QStringLiteral("xenbr0");
    QString uuid = {}; ///< default: made from the name
    QString mac = {};
    QString kernel = {};
    QString ramdisk = {};
    QString cmdline = {};
};

/// One simulated host. Fields that are empty or 0 have a sensible default.
struct NodeSpec
{
    QString name = {}; ///< default xenhost1, xenhost2, ...
    qint64 memoryMiB = 32768;
    qint64 dom0MemoryMiB = 4096;
    int cpus = 16;
    QString xenVersion = {}; ///< default 4.17.5 (xl), 4.4.1 (xm)
    bool shadow = true;      ///< false: virt_caps lacks it, and no PV guest migrates away
    QStringList bridges = {QStringLiteral("xenbr0")};
};

struct Options
{
    int nodes = 2; ///< 1 to 200; of no meaning where specs are given
    QList<NodeSpec> specs = {};
    toolstack::Kind kind = toolstack::Kind::Xl;
    bool rgmanager = false;   ///< cman and rgmanager run everywhere
    QList<Guest> guests = {}; ///< empty: defaultGuests()
    bool noGuests = false;    ///< none at all
    std::chrono::milliseconds migrationTime = std::chrono::seconds(6); ///< of one live migration
    int firstDomainId = 1; ///< of the guests that a node begins with
    QString folder = {}; ///< must be empty or absent; default: a new one below the temporary folder
    bool keepFolder = false;     ///< leave it behind
    QString commandProgram = {}; ///< colonnade-lab-command; default: beside this program, then
                                 ///< ../libexec/colonnade
};

/// web1, db1, ...: what a small site runs, spread over @p nodes nodes. With @p rgmanager some are
/// managed.
QList<Guest> defaultGuests(int nodes, bool rgmanager = false);

/// How a node is reached.
struct NodeAccess
{
    QString name = {};          ///< also what `hostname` prints there
    QString host;               ///< 127.0.0.x
    quint16 port = 0;           ///< of its SSH server
    quint16 relocationPort = 0; ///< of its xend, which other nodes reach at `host`; 0 on xl nodes
    QString root;               ///< the folder that stands for its root
    QString hostKeyType;        ///< ssh-ed25519
    QString hostPublicKey;      ///< base64, as in known_hosts
    QString fingerprint;        ///< SHA256:...
};

/// What can be wrong with a node from now on, until it is cleared. Connections that are open feel
/// it too.
enum class Fault {
    Slow,           ///< every command and every script begins VALUE ms late
    Refuse,         ///< new TCP connections are refused
    Hang,           ///< TCP connects, and nothing is ever answered; open connections freeze
    FullDisk,       ///< whatever is written to a file fails (EFBIG stands for ENOSPC)
    Flood,          ///< the toolstack's and the cluster's commands print without end
    Rubbish,        ///< the same commands print random bytes and exit 0
    MigrationDeath, ///< as a source or a target: loses power when VALUE per cent of the memory are
                    ///< copied
    Handshake,      ///< migrations from here fail in the final handshake: both ends hold a copy
};

/// Simulated Xen nodes behind real SSH servers on loopback. The lab lives as long as this object:
/// destroying it ends the servers, kills what runs on the nodes and removes the folder. All
/// functions may be called from any thread. start() makes this process ignore SIGPIPE and SIGXFSZ.
class Lab
{
public:
    static base::Result<std::unique_ptr<Lab>> start(const Options &options = {});
    ~Lab();
    Lab(const Lab &) = delete;
    Lab &operator=(const Lab &) = delete;

    QList<NodeAccess> nodes() const;
    QString user() const;           ///< root
    QString privateKeyFile() const; ///< of the client; no passphrase
    QString knownHostsFile() const; ///< has every node
    QString folder() const;
    QString controlSocket() const; ///< see control()

    base::Result<void> setFault(const QString &node, Fault fault, int value = 0);
    base::Result<void> clearFault(const QString &node, Fault fault);
    /// Drops the SSH connections that are open now; processes live on, as with a real sshd.
    base::Result<void> cut(const QString &node);
    /// Takes the power away: connections are cut, processes killed, guests gone; connects are
    /// refused.
    base::Result<void> powerOff(const QString &node);
    /// Switches a node on: new boot id, no guests but those in /etc/xen/auto.
    base::Result<void> boot(const QString &node);
    /// The names of the domains that a node holds now, Domain-0 left out, as its toolstack would
    /// print them.
    QStringList domains(const QString &node) const;

    /// Carries out a line of the control protocol, as `colonnade-lab control DIR WORD...` and the
    /// socket do:
    ///   fault NODE NAME [VALUE]   slow, refuse, hang, full-disk, flood, rubbish, migration-death,
    ///   handshake clear NODE [NAME] cut NODE | die NODE | boot NODE | list NODE | nodes
    base::Result<QString> control(const QStringList &words);

private:
    class Private;
    explicit Lab(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace colonnade::lab
