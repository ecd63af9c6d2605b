// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <sys/types.h>

namespace colonnade::test {

/// A child process. It is started with plain fork() and exec(): under ThreadSanitizer, the vfork()
/// of QProcess makes the runtime lose sight of the locks of the thread that calls it. One thread.
class ChildProcess
{
public:
    struct Files
    {
        QString input = {};  ///< empty: /dev/null, as for the others
        QString output = {}; ///< appended to
        QString errors = {}; ///< appended to; may be the same file
    };

    ChildProcess() = default;
    ~ChildProcess() { kill(); }
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    /// Starts @p program, looked up in PATH; it does not outlive us. A program that is not there
    /// ends with status 127.
    bool start(const QString &program, const QStringList &arguments, const Files &files);
    bool start(const QString &program, const QStringList &arguments)
    {
        return start(program, arguments, Files{});
    }
    /// False: it still runs after @p milliseconds.
    bool waitForEnd(int milliseconds);
    bool isRunning() { return m_pid > 0 && !waitForEnd(0); }
    /// Of a process that has ended; 128 + N when signal N ended it.
    int exitStatus() const { return m_exitStatus; }
    pid_t pid() const { return m_pid; }
    /// Kills it and waits for its end.
    void kill();

private:
    pid_t m_pid = -1; ///< -1: none, or ended
    int m_exitStatus = -1;
};

/// An OpenSSH server on loopback with a folder, keys and a configuration of its own. It ends with
/// the object, and with the process whatever becomes of that. One thread.
///
/// The user of the test logs in with clientKey(); folder() is the home there (unless the
/// configuration has a SetEnv of its own, since sshd takes one only). Nothing outside folder() is
/// written, but for root's /run/sshd, without which sshd does not start.
class Sshd
{
public:
    struct Options
    {
        QString address = QStringLiteral("127.0.0.1");          ///< any of 127.0.0.0/8
        quint16 port = 0;                                       ///< 0: a free one
        QStringList hostKeyTypes = {QStringLiteral("ed25519")}; ///< as ssh-keygen -t takes them
        QByteArray config = {}; ///< lines put before ours, so they win
    };

    Sshd();
    explicit Sshd(Options options);
    ~Sshd();

    /// Why a test cannot have a server here; empty: it can.
    static QString unavailable();

    /// Starts the server and waits until it listens. False: error() says why.
    bool start();
    QString error() const { return m_error; }

    /// Ends the listener and every connection.
    void stop();

    /// Kills every connection, not the listener.
    void cutConnections();

    /// Suspends and resumes every connection: a peer that is there and says nothing.
    void freezeConnections();
    void thawConnections();

    int connectionCount() const;

    /// Waits until there are @p count connections. False: there are not, within half a minute.
    bool waitForConnections(int count) const;

    QString address() const { return m_options.address; }
    quint16 port() const { return m_port; }
    QString folder() const { return m_folder.path(); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// The name of the user who runs the test.
    static QString user();

    /// An ed25519 key without passphrase that the server accepts.
    QString clientKey() const { return path(QStringLiteral("client_key")); }

    /// A new key of @p type, accepted by the server unless @p authorized is false. Gives its path.
    QString addKey(const QString &name, const QString &type, const QString &passphrase = {},
                   bool authorized = true);

    /// A known_hosts file that holds the server's keys.
    QString knownHosts() const { return path(QStringLiteral("known_hosts")); }

    /// The public host key of @p type, as in its .pub file: type and base64.
    QByteArray hostKey(const QString &type = QStringLiteral("ed25519")) const;

    /// What the server has logged so far.
    QByteArray log() const;

private:
    bool prepare();
    bool writeConfig();
    bool launch();
    bool waitUntilListening();
    QList<pid_t> connections() const;
    void signalConnections(int signal);
    bool fail(const QString &message);

    Options m_options;
    QTemporaryDir m_folder;
    quint16 m_port = 0;
    bool m_prepared = false;
    QString m_error;
    mutable ChildProcess m_process;
};

/// A port of @p address that nothing listens on; 0 when there is none.
quint16 freePort(const QString &address);

/// Runs a program and waits for it. False unless it ends with status 0; @p output gets what it
/// printed.
bool runProgram(const QString &program, const QStringList &arguments, const QByteArray &input = {},
                QByteArray *output = nullptr);

} // namespace colonnade::test
