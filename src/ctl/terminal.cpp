// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/terminal.h"

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

constexpr qsizetype AnswerLimit = 4096;

bool isDangerous(QChar c)
{
    // Bidirectional marks can make one name look like another.
    const char16_t code = c.unicode();
    return c.category() == QChar::Other_Control || (code >= 0x202a && code <= 0x202e)
           || (code >= 0x2066 && code <= 0x2069) || code == 0x200e || code == 0x200f
           || code == 0x2028 || code == 0x2029;
}

QString escaped(QChar c)
{
    const char16_t code = c.unicode();
    return code < 0x100 ? u"\\x%1"_s.arg(code, 2, 16, QChar(u'0'))
                        : u"\\u%1"_s.arg(code, 4, 16, QChar(u'0'));
}

QString printableExcept(const QString &text, std::optional<QChar> allowed)
{
    QString result;
    for (const QChar c : text) {
        if (isDangerous(c) && c != allowed)
            result += escaped(c);
        else
            result += c;
    }
    return result;
}

int columnsOf(int descriptor)
{
    winsize size = {};
    return ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col : 80;
}

/// Turns echoing off as long as it lives.
class Silence
{
public:
    explicit Silence(int tty) : m_tty(tty)
    {
        m_changed = ::tcgetattr(tty, &m_before) == 0;
        if (!m_changed)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHONL);
        ::tcsetattr(tty, TCSAFLUSH, &silent);
    }
    ~Silence()
    {
        if (m_changed)
            ::tcsetattr(m_tty, TCSAFLUSH, &m_before);
    }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;

private:
    int m_tty;
    bool m_changed = false;
    termios m_before = {};
};

/// One line without its end; no value at the end of input or when @p stop is set.
std::optional<QByteArray> readLine(int tty, const std::stop_token &stop)
{
    QByteArray line;
    line.reserve(AnswerLimit); // so that no copies of a secret stay behind as it grows
    while (!stop.stop_requested() && line.size() < AnswerLimit) {
        pollfd waiting{tty, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, 100);
        if (ready < 0 && errno != EINTR)
            return std::nullopt;
        if (ready <= 0)
            continue;
        char c = 0;
        const ssize_t count = ::read(tty, &c, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return std::nullopt;
        if (c == '\n')
            return line;
        line += c;
    }
    return std::nullopt;
}

} // namespace

QString printable(const QString &text)
{
    return printableExcept(text, std::nullopt);
}

QString printableLines(const QString &text)
{
    return printableExcept(text, u'\n');
}

Terminal::Terminal() : m_errIsTerminal(::isatty(STDERR_FILENO) == 1)
{
    if (::isatty(STDIN_FILENO) == 1)
        m_tty = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
}

Terminal::~Terminal()
{
    endProgress();
    if (m_tty >= 0)
        ::close(m_tty);
}

void Terminal::out(const QString &text)
{
    const std::lock_guard lock(m_output);
    endProgress();
    write(STDOUT_FILENO, printableLines(text).toUtf8() + '\n');
}

void Terminal::err(const QString &text)
{
    const std::lock_guard lock(m_output);
    endProgress();
    write(STDERR_FILENO, printableLines(text).toUtf8() + '\n');
}

bool Terminal::raw(const QByteArray &bytes)
{
    const std::lock_guard lock(m_output);
    endProgress();
    return write(STDOUT_FILENO, bytes);
}

void Terminal::progress(const QString &text)
{
    const std::lock_guard lock(m_output);
    if (text == m_progress)
        return;
    m_progress = text;
    const QString line = printable(text);
    if (m_errIsTerminal)
        write(STDERR_FILENO, "\r\x1b[K" + line.left(columnsOf(STDERR_FILENO) - 1).toUtf8());
    else
        write(STDERR_FILENO, line.toUtf8() + '\n');
}

void Terminal::endProgress()
{
    if (m_errIsTerminal && !m_progress.isEmpty())
        write(STDERR_FILENO, "\r\x1b[K");
    m_progress.clear();
}

bool Terminal::write(int descriptor, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count =
            ::write(descriptor, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (count < 0 && errno != EINTR)
            return false; // nobody reads any more
        done += std::max<ssize_t>(count, 0);
    }
    return true;
}

std::optional<QString> Terminal::askLine(const QString &question, const std::stop_token &stop)
{
    const std::optional<QByteArray> line = ask(question, true, stop);
    if (!line)
        return std::nullopt;
    return QString::fromUtf8(*line).trimmed();
}

bool Terminal::askYes(const QString &question, const std::stop_token &stop)
{
    const QString answer = askLine(question, stop).value_or(QString());
    return answer.compare(QLatin1String("y"), Qt::CaseInsensitive) == 0
           || answer.compare(QLatin1String("yes"), Qt::CaseInsensitive) == 0;
}

std::optional<base::Secret> Terminal::askSecret(const QString &question,
                                                const std::stop_token &stop)
{
    std::optional<QByteArray> line = ask(question, false, stop);
    if (!line)
        return std::nullopt;
    return base::Secret(*std::move(line));
}

std::optional<QByteArray> Terminal::ask(const QString &question, bool echo,
                                        const std::stop_token &stop)
{
    if (!canAsk())
        return std::nullopt;
    const std::lock_guard one(m_asking);
    std::optional<Silence> silence;
    if (!echo)
        silence.emplace(m_tty);
    {
        const std::lock_guard lock(m_output);
        endProgress();
        write(m_tty, printableLines(question).toUtf8());
    }
    std::optional<QByteArray> line = readLine(m_tty, stop);
    if (!echo || !line)
        write(m_tty, "\n");
    return line;
}

} // namespace colonnade::ctl
