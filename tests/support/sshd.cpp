// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sshd.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace colonnade::test {

namespace {

const QString ServerProgram = QStringLiteral("/usr/sbin/sshd");
constexpr int KnockTimeoutMs = 5'000;
constexpr int StartTimeoutMs = 60000;
constexpr int StopTimeoutMs = 30000;

sockaddr_in socketAddress(const QString &address, quint16 port)
{
    sockaddr_in result{};
    result.sin_family = AF_INET;
    result.sin_port = htons(port);
    inet_pton(AF_INET, address.toLatin1().constData(), &result.sin_addr);
    return result;
}

/// Waits for the banner, too: only then sshd has begun the process that serves this knock.
bool accepts(const QString &address, quint16 port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in target = socketAddress(address, port);
    const bool result =
        ::connect(fd, reinterpret_cast<const sockaddr *>(&target), sizeof target) == 0;
    pollfd served{fd, POLLIN, 0};
    if (result)
        ::poll(&served, 1, KnockTimeoutMs);
    ::close(fd);
    return result;
}

bool append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Append) && file.write(bytes) == bytes.size();
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The parent of a process, from the fourth field of /proc/PID/stat; -1: there is no such process.
pid_t parentOf(const QString &pid)
{
    const QByteArray stat = contents(QStringLiteral("/proc/") + pid + QStringLiteral("/stat"));
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return fields.size() > 1 ? fields[1].toInt() : -1;
}

QList<pid_t> childrenOf(pid_t parent)
{
    QList<pid_t> result;
    for (const QString &pid : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        if (pid[0].isDigit() && parentOf(pid) == parent)
            result.append(pid.toInt());
    }
    return result;
}

/// In a child process: makes @p fd read or write a file.
void redirect(int fd, const QByteArray &path, int flags)
{
    const int file = ::open(path.isEmpty() ? "/dev/null" : path.constData(), flags, 0600);
    ::dup2(file, fd);
    ::close(file);
}

} // namespace

quint16 freePort(const QString &address)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in name = socketAddress(address, 0);
    socklen_t size = sizeof name;
    quint16 port = 0;
    if (::bind(fd, reinterpret_cast<const sockaddr *>(&name), size) == 0
        && ::getsockname(fd, reinterpret_cast<sockaddr *>(&name), &size) == 0)
        port = ntohs(name.sin_port);
    ::close(fd);
    return port;
}

bool ChildProcess::start(const QString &program, const QStringList &arguments, const Files &files)
{
    kill();
    QList<QByteArray> words{program.toLocal8Bit()};
    for (const QString &argument : arguments)
        words.append(argument.toLocal8Bit());
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    const QByteArray input = files.input.toLocal8Bit();
    const QByteArray output = files.output.toLocal8Bit();
    const QByteArray errors = files.errors.toLocal8Bit();

    m_pid = ::fork();
    if (m_pid != 0)
        return m_pid > 0;
    // Only calls that are safe in the child of a process with threads.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    redirect(STDIN_FILENO, input, O_RDONLY);
    redirect(STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_APPEND);
    redirect(STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_APPEND);
    ::execvp(argv[0], argv.data());
    ::_exit(127);
}

bool ChildProcess::waitForEnd(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (m_pid > 0) {
        int status = 0;
        if (::waitpid(m_pid, &status, WNOHANG) != 0) {
            m_exitStatus = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
            m_pid = -1;
        } else if (timer.hasExpired(milliseconds)) {
            return false;
        } else {
            ::poll(nullptr, 0, 2);
        }
    }
    return true;
}

void ChildProcess::kill()
{
    if (m_pid > 0)
        ::kill(m_pid, SIGKILL);
    waitForEnd(StopTimeoutMs);
}

bool runProgram(const QString &program, const QStringList &arguments, const QByteArray &input,
                QByteArray *output)
{
    const QTemporaryDir folder;
    const ChildProcess::Files files{folder.filePath(QStringLiteral("in")),
                                    folder.filePath(QStringLiteral("out")),
                                    folder.filePath(QStringLiteral("out"))};
    ChildProcess process;
    const bool good = append(files.input, input) && process.start(program, arguments, files)
                      && process.waitForEnd(60000) && process.exitStatus() == 0;
    if (output)
        *output = contents(files.output);
    return good;
}

Sshd::Sshd() : Sshd(Options{}) {}

Sshd::Sshd(Options options) : m_options(std::move(options)) {}

Sshd::~Sshd()
{
    stop();
}

QString Sshd::unavailable()
{
    if (!QFileInfo(ServerProgram).isExecutable())
        return QStringLiteral("no %1 (package openssh-server)").arg(ServerProgram);
    return {};
}

QString Sshd::user()
{
    const passwd *entry = ::getpwuid(::getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
}

bool Sshd::fail(const QString &message)
{
    m_error = message;
    return false;
}

bool Sshd::start()
{
    m_error = unavailable();
    if (!m_error.isEmpty() || (!m_prepared && !prepare()))
        return false;
    const bool choosePort = m_options.port == 0 && m_port == 0;
    // Somebody else may take a free port before sshd does: then another one is tried.
    for (int attempt = 0; attempt < 3; ++attempt) {
        if (choosePort)
            m_port = freePort(m_options.address);
        else if (m_port == 0)
            m_port = m_options.port;
        if (writeConfig() && launch() && waitUntilListening())
            return true;
        stop();
    }
    return false;
}

bool Sshd::prepare()
{
    if (!m_folder.isValid())
        return fail(m_folder.errorString());
    for (const QString &type : m_options.hostKeyTypes) {
        if (addKey(QStringLiteral("host_") + type, type, {}, false).isEmpty())
            return false;
    }
    if (addKey(QStringLiteral("client_key"), QStringLiteral("ed25519")).isEmpty())
        return false;
    if (::getuid() == 0)
        QDir().mkpath(QStringLiteral("/run/sshd"));
    m_prepared = true;
    return true;
}

QString Sshd::addKey(const QString &name, const QString &type, const QString &passphrase,
                     bool authorized)
{
    const QString file = path(name);
    QByteArray output;
    if (!runProgram(QStringLiteral("ssh-keygen"),
                    {QStringLiteral("-q"), QStringLiteral("-t"), type, QStringLiteral("-N"),
                     passphrase, QStringLiteral("-f"), file},
                    {}, &output)) {
        fail(QStringLiteral("ssh-keygen failed: ") + QString::fromLocal8Bit(output));
        return {};
    }
    if (authorized)
        append(path(QStringLiteral("authorized_keys")), contents(file + QStringLiteral(".pub")));
    return file;
}

bool Sshd::writeConfig()
{
    QByteArray text = m_options.config;
    for (const QString &type : m_options.hostKeyTypes)
        text += "HostKey " + path(QStringLiteral("host_") + type).toLocal8Bit() + '\n';
    text += "ListenAddress " + m_options.address.toLatin1() + '\n';
    text += "Port " + QByteArray::number(m_port) + '\n';
    text += "AuthorizedKeysFile " + path(QStringLiteral("authorized_keys")).toLocal8Bit() + '\n';
    text += "PidFile none\nStrictModes no\nPermitRootLogin yes\nUsePAM no\nUseDNS no\n"
            "PasswordAuthentication no\nKbdInteractiveAuthentication no\nLogLevel VERBOSE\n";
    // The login files of whoever runs the test are none of its business, and some take a long time.
    text += "SetEnv HOME=" + folder().toLocal8Bit() + '\n';
    QFile::remove(path(QStringLiteral("sshd_config")));
    if (!append(path(QStringLiteral("sshd_config")), text))
        return fail(QStringLiteral("cannot write into ") + folder());

    QFile::remove(knownHosts());
    for (const QString &type : m_options.hostKeyTypes)
        append(knownHosts(), '[' + m_options.address.toLatin1() + "]:" + QByteArray::number(m_port)
                                 + ' ' + hostKey(type) + '\n');
    return true;
}

bool Sshd::launch()
{
    const QString log = path(QStringLiteral("log"));
    if (!m_process.start(ServerProgram,
                         {QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"),
                          path(QStringLiteral("sshd_config"))},
                         {{}, {}, log}))
        return fail(QStringLiteral("no process can be started"));
    return true;
}

bool Sshd::waitUntilListening()
{
    QElapsedTimer timer;
    timer.start();
    bool listening = false;
    // The process that served our own knock has to go, too, or it would be counted as a connection.
    while (!listening || connectionCount() > 0) {
        if (m_process.waitForEnd(10) || timer.hasExpired(StartTimeoutMs))
            return fail(QStringLiteral("sshd did not start: ") + QString::fromLocal8Bit(log()));
        listening = listening || accepts(m_options.address, m_port);
    }
    return true;
}

void Sshd::stop()
{
    cutConnections();
    m_process.kill();
}

QList<pid_t> Sshd::connections() const
{
    return m_process.isRunning() ? childrenOf(m_process.pid()) : QList<pid_t>();
}

int Sshd::connectionCount() const
{
    return static_cast<int>(connections().size());
}

bool Sshd::waitForConnections(int count) const
{
    QElapsedTimer timer;
    timer.start();
    while (connectionCount() != count) {
        if (timer.hasExpired(StopTimeoutMs))
            return false;
        ::poll(nullptr, 0, 5);
    }
    return true;
}

void Sshd::signalConnections(int signal)
{
    for (const pid_t pid : connections()) {
        // With privilege separation a connection is two processes, and the second one holds the
        // socket.
        for (const pid_t child : childrenOf(pid))
            ::kill(child, signal);
        ::kill(pid, signal);
    }
}

void Sshd::cutConnections()
{
    signalConnections(SIGKILL);
}

void Sshd::freezeConnections()
{
    signalConnections(SIGSTOP);
}

void Sshd::thawConnections()
{
    signalConnections(SIGCONT);
}

QByteArray Sshd::hostKey(const QString &type) const
{
    const QByteArray file = contents(path(QStringLiteral("host_") + type + QStringLiteral(".pub")));
    return file.split(' ').mid(0, 2).join(' ');
}

QByteArray Sshd::log() const
{
    return contents(path(QStringLiteral("log")));
}

} // namespace colonnade::test
