// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/nodefile.h"

#include "base/shell.h"
#include "remote/words.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::remote {

namespace {

using base::ErrorCode;
using base::Result;

constexpr std::chrono::milliseconds StageDeadline = std::chrono::minutes(2);
constexpr std::chrono::seconds StagePatience(100); ///< less than that

/// Takes the variable path, and input where there is some to be read: `fail` reads it first, since
/// what is left unread when a terminal goes makes some versions of sudo spin for ever. A simulated
/// node's links must not lead to the files of the machine that it runs on.
constexpr char FindFile[] = R"sh(f=${COLONNADE_ROOT-}$path
fail() {
    [ -z "${input-}" ] || cat >/dev/null
    echo "colonnade: $1" >&2
    exit 1
}
if [ -h "$f" ]; then
    f=$(readlink -f "$f") && [ -n "$f" ] || fail "it is a symbolic link that leads nowhere"
    root=$(cd "${COLONNADE_ROOT:-/}" && pwd -P)
    case $f in
        "${root%/}"/*) ;;
        *) fail "it is a symbolic link to $f, which is not on this node";;
    esac
fi
)sh";

/// Takes the variable limit. The size is asked for before the bytes are sent.
constexpr char ReadBody[] = R"sh(if [ ! -e "$f" ]; then
    printf 'absent\n%s\n' "$f"
    exit 0
fi
[ -f "$f" ] || fail "it is no regular file"
size=$(wc -c <"$f") || fail "its size cannot be read"
[ "$size" -le "$limit" ] || fail "it has $((size)) bytes, more than $limit"
printf 'file\n%s\n' "$f"
{ stat -c '%a %U:%G' "$f" 2>/dev/null || echo '? ?'; } | head -n 1
cat "$f"
)sh";

/// Takes the variables id, expected and wanted. Where there is no sha256sum, openssl prints
/// `SHA256(stdin)= HASH`.
constexpr char Functions[] = R"sh(dir=${f%/*}
new=$dir/.${f##*/}.$id.new
old=$f.$id
sum() { if command -v sha256sum >/dev/null; then sha256sum; else openssl dgst -sha256; fi; }
hash() {
    h=absent
    [ -e "$1" ] || return 0
    h=$(sum 2>/dev/null <"$1") || { h=unreadable; return 0; }
    h=${h##*= }
    h=${h%% *}
}
settle() { dd if=/dev/null of="$f" conv=notrunc,fsync 2>/dev/null || sync; }
)sh";

constexpr char LookBody[] = R"sh(for each in "$f" "$new" "$old"; do
    hash "$each"
    echo "$h"
done
)sh";

/// Takes input, mode, and patience: a script that took more seconds was given up, and what it left
/// nobody would find. The copy brings the mode, the owner and what else belongs to the file; dd
/// writes into it.
constexpr char StageBody[] = R"sh(began=$(date +%s)
[ ! -e "$f" ] || [ -f "$f" ] || fail "it is no regular file"
[ -d "$dir" ] || m=$(umask 022; mkdir "$dir" 2>&1) || fail "$m"
rm -f "$new"
if [ -e "$f" ]; then
    m=$(cp -p "$f" "$new" 2>&1) || { rm -f "$new"; fail "$m"; }
    command -v chcon >/dev/null && chcon --reference="$f" "$new" 2>/dev/null
else
    m=$({ : >"$new" && chmod "$mode" "$new"; } 2>&1) || { rm -f "$new"; fail "$m"; }
fi
m=$(dd bs=65536 conv=fsync of="$new" 2>&1) || { rm -f "$new"; fail "$m"; }
input=
hash "$new"
[ "$h" = "$wanted" ] || { rm -f "$new"; fail "what arrived is not what was sent"; }
[ $(($(date +%s) - began)) -lt "$patience" ] || { rm -f "$new"; fail "it took too long"; }
echo staged
)sh";

constexpr char SwapBody[] = R"sh(hash "$f"
[ "$h" = "$wanted" ] && { rm -f "$new"; echo "done"; exit 0; }
[ "$h" = "$expected" ] || { echo "changed $h"; exit 0; }
hash "$new"
[ "$h" = "$wanted" ] || { echo not-staged; exit 0; }
if [ "$expected" = absent ]; then
    if m=$(ln "$new" "$f" 2>&1); then
        rm -f "$new"
    elif [ -e "$f" ]; then
        hash "$f"
        echo "changed $h"
        exit 0
    else
        m=$(mv -f "$new" "$f" 2>&1) || fail "$m"
    fi
else
    rm -f "$old"
    ln "$f" "$old" 2>/dev/null || m=$(cp -p "$f" "$old" 2>&1) || { rm -f "$old"; fail "$m"; }
    hash "$f"
    [ "$h" = "$expected" ] || { rm -f "$old"; echo "changed $h"; exit 0; }
    m=$(mv -f "$new" "$f" 2>&1) || fail "$m"
fi
settle
echo "done"
)sh";

/// The staged bytes go first: a swap that is still on its way finds nothing then.
constexpr char TakeBackBody[] = R"sh(rm -f "$new"
hash "$f"
if [ "$h" = "$expected" ]; then
    [ "$expected" = "$wanted" ] || rm -f "$old"
elif [ "$h" != "$wanted" ]; then
    now=$h
    hash "$old"
    echo "changed $now $h"
    exit 0
elif [ "$expected" = absent ]; then
    m=$(rm -f "$f" 2>&1) || fail "$m"
else
    hash "$old"
    [ "$h" = "$expected" ] || { echo no-backup; exit 0; }
    m=$(mv -f "$old" "$f" 2>&1) || fail "$m"
    settle
fi
echo "done"
)sh";

constexpr char DiscardBody[] = R"sh(m=$(rm -f "$new" 2>&1) || fail "$m"
echo "done"
)sh";

constexpr char ForgetBody[] = R"sh(m=$(rm -f "$new" "$old" 2>&1) || fail "$m"
echo "done"
)sh";

/// In a subshell, so that nothing of it stays behind in a resident shell.
QByteArray inSubshell(const QByteArray &body)
{
    return "(\n" + body + ")\n";
}

QString firstLine(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes.left(300))
        .trimmed()
        .section(u'\n', 0, 0)
        .remove(u"colonnade: "_s);
}

std::unexpected<base::Error> failed(const Connection &connection, const QString &path,
                                    const QByteArray &said)
{
    const QString reason = firstLine(said);
    if (said.contains("No space left on device") || said.contains("Disk quota exceeded"))
        return base::failure(
            ErrorCode::CommandFailed,
            Words::tr("The disk that %1 lies on is full on %2.").arg(path, connection.node()),
            Words::tr("Make room there (df, du), then try again."));
    if (said.contains("Read-only file system"))
        return base::failure(
            ErrorCode::CommandFailed,
            Words::tr("The file system that %1 lies on is read-only on %2.")
                .arg(path, connection.node()),
            Words::tr("Look at `dmesg` there: a disk that fails makes Linux do that."));
    return base::failure(
        ErrorCode::CommandFailed,
        Words::tr("%1 cannot be handled on %2: %3").arg(path, connection.node(), reason));
}

std::unexpected<base::Error> strange(const Connection &connection, const QString &path)
{
    return base::failure(
        ErrorCode::ParseFailed,
        Words::tr("The answer of %1 about %2 cannot be understood.").arg(connection.node(), path),
        Words::tr("Look whether /bin/sh and sha256sum work there."));
}

std::optional<FileReplacement::Place> placeFrom(const QByteArray &word)
{
    using Kind = FileReplacement::Kind;
    if (word == "absent")
        return FileReplacement::Place{Kind::Absent, {}};
    if (word == "unreadable")
        return FileReplacement::Place{Kind::Unreadable, {}};
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (word.size() == 64 && std::all_of(word.begin(), word.end(), isHex))
        return FileReplacement::Place{Kind::File, word};
    return std::nullopt;
}

/// Takes a line off @p rest; none: there is no whole one.
std::optional<QByteArray> takeLine(QByteArray &rest)
{
    const qsizetype end = rest.indexOf('\n');
    if (end < 0)
        return std::nullopt;
    const QByteArray line = rest.left(end);
    rest.remove(0, end + 1);
    return line;
}

} // namespace

QByteArray sha256Of(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

Result<NodeFile> readNodeFile(Connection &connection, const QString &path, std::stop_token stop)
{
    Command command;
    command.title = Words::tr("Read %1").arg(path);
    command.script = inSubshell("path=" + base::shellQuoted(path.toUtf8()) + "\nlimit="
                                + QByteArray::number(NodeFileLimit) + '\n' + FindFile + ReadBody);
    command.outputLimit = NodeFileLimit + 64 * 1024;
    command.readsOnly = true;
    const Result<Output> output = connection.query(command, std::move(stop));
    if (!output)
        return std::unexpected(output.error());
    if (output->exitStatus != 0)
        return failed(connection, path, output->err);

    QByteArray rest = output->out;
    const std::optional<QByteArray> kind = takeLine(rest);
    const std::optional<QByteArray> target = takeLine(rest);
    NodeFile file;
    file.path = path;
    file.target = target ? QString::fromUtf8(*target) : QString();
    if (target && *kind == "absent")
        return file;
    const std::optional<QByteArray> status = takeLine(rest);
    if (!status || *kind != "file")
        return strange(connection, path);
    const QList<QByteArray> words = status->split(' ');
    file.exists = true;
    file.mode = QString::fromUtf8(words.value(0));
    file.owner = QString::fromUtf8(words.value(1));
    file.sha256 = sha256Of(rest);
    file.bytes = std::move(rest);
    return file;
}

FileReplacement::FileReplacement(Connection &connection, const QString &path, const QString &id,
                                 const std::optional<QByteArray> &expected,
                                 const QByteArray &wanted)
    : m_connection(connection),
      m_path(path),
      m_id(id),
      m_expected(expected.value_or("absent")),
      m_wanted(wanted)
{
}

QString FileReplacement::backupPath(const QString &path, const QString &id)
{
    return path + u'.' + id;
}

/// @p before: assignments of what the body needs besides.
QByteArray FileReplacement::script(const QByteArray &body, const QByteArray &before) const
{
    return inSubshell("path=" + base::shellQuoted(m_path.toUtf8())
                      + "\nid=" + base::shellQuoted(m_id.toUtf8()) + "\nexpected="
                      + base::shellQuoted(m_expected) + "\nwanted=" + base::shellQuoted(m_wanted)
                      + '\n' + before + FindFile + Functions + body);
}

Result<QByteArray> FileReplacement::perform(Command command, const std::stop_token &stop)
{
    command.deadline = StageDeadline;
    const Result<Output> output =
        command.readsOnly ? m_connection.query(command, stop) : m_connection.run(command, stop);
    if (!output)
        return std::unexpected(output.error());
    if (output->exitStatus != 0)
        return failed(m_connection, m_path, output->err);
    return output->out.trimmed();
}

Result<FileReplacement::Look> FileReplacement::look(std::stop_token stop)
{
    Command command{Words::tr("Look at %1").arg(m_path), script(LookBody)};
    command.readsOnly = true;
    const Result<QByteArray> answer = perform(std::move(command), stop);
    if (!answer)
        return std::unexpected(answer.error());
    const QList<QByteArray> words = answer->split('\n');
    const auto file = placeFrom(words.value(0));
    const auto staged = placeFrom(words.value(1));
    const auto backup = placeFrom(words.value(2));
    if (!file || !staged || !backup)
        return strange(m_connection, m_path);
    return Look{*file, *staged, *backup};
}

Result<void> FileReplacement::stage(const QByteArray &bytes, const QByteArray &newFileMode,
                                    std::stop_token stop)
{
    const QByteArray before = "input=1\nmode=" + base::shellQuoted(newFileMode)
                              + "\npatience=" + QByteArray::number(StagePatience.count()) + '\n';
    const Result<QByteArray> answer =
        perform({Words::tr("Put the new %1 beside the old one").arg(m_path),
                 script(StageBody, before), bytes},
                stop);
    if (!answer)
        return std::unexpected(answer.error());
    if (*answer != "staged")
        return strange(m_connection, m_path);
    return {};
}

Result<Output> FileReplacement::inspect(const QString &title, const QByteArray &body,
                                        std::stop_token stop)
{
    return runWith(title, body, true, stop);
}

Result<Output> FileReplacement::activate(const QString &title, const QByteArray &body,
                                         std::stop_token stop)
{
    return runWith(title, body, false, stop);
}

Result<Output> FileReplacement::runWith(const QString &title, const QByteArray &body,
                                        bool readsOnly, const std::stop_token &stop)
{
    Command command;
    command.title = title;
    command.script = script(body);
    command.readsOnly = readsOnly;
    command.deadline = StageDeadline;
    Result<Output> output = m_connection.run(command, stop);
    if (output && output->exitStatus != 0)
        return failed(m_connection, m_path, output->err);
    return output;
}

Result<FileReplacement::Outcome> FileReplacement::swap(std::stop_token stop)
{
    return outcomeOf(perform({Words::tr("Exchange %1").arg(m_path), script(SwapBody)}, stop));
}

Result<FileReplacement::Outcome> FileReplacement::takeBack(std::stop_token stop)
{
    return outcomeOf(
        perform({Words::tr("Put the old %1 back").arg(m_path), script(TakeBackBody)}, stop));
}

Result<void> FileReplacement::discard(std::stop_token stop)
{
    const Result<QByteArray> answer = perform(
        {Words::tr("Remove what was put beside %1").arg(m_path), script(DiscardBody)}, stop);
    if (!answer)
        return std::unexpected(answer.error());
    return {};
}

Result<void> FileReplacement::forget(std::stop_token stop)
{
    const Result<QByteArray> answer =
        perform({Words::tr("Remove the old %1").arg(m_path), script(ForgetBody)}, stop);
    if (!answer)
        return std::unexpected(answer.error());
    return {};
}

Result<FileReplacement::Outcome> FileReplacement::outcomeOf(const Result<QByteArray> &answer) const
{
    if (!answer)
        return std::unexpected(answer.error());
    const QList<QByteArray> words = answer->split(' ');
    if (words.first() == "done")
        return Outcome{Answer::Done};
    if (words.first() == "not-staged")
        return Outcome{Answer::NotStaged};
    if (words.first() == "no-backup")
        return Outcome{Answer::NoBackup};
    const auto now = placeFrom(words.value(1));
    if (words.first() != "changed" || !now)
        return strange(m_connection, m_path);
    const Place none;
    return Outcome{Answer::Changed, *now, placeFrom(words.value(2)).value_or(none)};
}

} // namespace colonnade::remote
