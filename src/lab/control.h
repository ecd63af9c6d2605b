// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lab/lab.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace colonnade::lab {

/// A fault as the control protocol calls it.
QString faultName(Fault fault);
QStringList faultNames();

/// The lab's unix socket, over which other processes command it, and, on xm nodes, the relocation
/// ports, which take a connection and close it: what a test of reachability sees of xend. Served by
/// one thread.
///
/// A request is one line of words; the answer is "ok" or "failed" and a text, ended by closing.
class ControlPort
{
public:
    using Handler = std::function<base::Result<QString>(const QStringList &words)>;

    static base::Result<std::unique_ptr<ControlPort>> open(const QString &path, Handler handler);
    ~ControlPort();
    ControlPort(const ControlPort &) = delete;
    ControlPort &operator=(const ControlPort &) = delete;

    /// Ends the thread; nothing is handled after it.
    void stop();

    /// Listens for relocations to @p node; returns the port.
    base::Result<quint16> openRelocation(const QString &node, const QString &address);
    /// Nothing where @p node has no relocation port.
    void setRelocation(const QString &node, bool open);

    /// Sends @p words to the lab in @p folder and waits for its answer.
    static base::Result<QString> ask(const QString &folder, const QStringList &words);

private:
    struct Relocation
    {
        std::string address;
        int port = 0;
        int fd = -1;
    };

    ControlPort(int fd, Handler handler);
    void serve();
    void answer(int fd);
    void wake() const;

    int m_fd;
    int m_wake;
    Handler m_handler;
    std::mutex m_mutex;
    std::map<QString, Relocation> m_relocations;
    std::vector<int> m_closing; ///< sockets that the thread may still be polling
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace colonnade::lab
