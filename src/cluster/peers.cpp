// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/probe.h"

#include "base/shell.h"
#include "cluster/nonce.h"
#include "cluster/probescript.h"
#include "cluster/words.h"
#include "toolstack/migrate.h"

namespace colonnade::cluster {

using namespace Qt::StringLiterals;
using base::Result;
using toolstack::Kind;

namespace {

// Each peer is asked by a process of its own, so that a dead one costs its own time only. An answer
// is one line, in one write, as others come in between: `N peer INDEX`, the last words of standard
// error, `N out`, standard output; tabs between, and for the line ends.
constexpr char PeerFunctions[] = R"sh(answer() {
    a_index=$1; shift
    a_text=$({ a_out=$("$@" 2>&3 3>&- </dev/null | head -c 300); printf '\n%s out\n%s' "$N" "$a_out"; } 3>&1 |
        tail -c 1200)
    set -f; IFS='
'
    set -- $a_text
    IFS='	'
    printf '\n%s peer %s\t%s\n' "$N" "$a_index" "$*"
}
)sh";

// The other side answers with the mark and nothing else: what else comes over standard output, from
// a login file, breaks the stream of a migration ("unexpected data instead of banner").
// A shared connection of root's own settings would outlive the answer and keep its pipe open.
constexpr char XlPeer[] = R"sh(reach() {
    port=$2; [ "$port" != 22 ] || port=
    bound 20 ssh -o ControlPath=none -o BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=10 ${port:+-p "$port"} \
        -- "$1" "xl list >/dev/null && echo $N"
}
)sh";

// xend speaks IPv4 only. xm hosts have python, since xm is written in it; the others are for odd
// ones.
constexpr char XmPeer[] = R"sh(reach() {
    py='import socket,sys
s=socket.socket()
s.settimeout(8)
try:
    s.connect((sys.argv[1],int(sys.argv[2])))
except Exception:
    sys.exit("cannot connect: "+str(sys.exc_info()[1]))'
    pl='use IO::Socket::INET; IO::Socket::INET->new(PeerAddr=>$ARGV[0],PeerPort=>$ARGV[1],Timeout=>8)
        or die "cannot connect: $!\n"'
    for python in python python2 python3; do
        if have $python; then bound 10 $python -c "$py" "$1" "$2" && echo "$N"; return; fi
    done
    if have perl; then bound 10 perl -e "$pl" "$1" "$2" && echo "$N"
    elif have nc; then bound 10 nc -z -w 8 "$1" "$2" && echo "$N"
    elif have bash; then bound 10 bash -c 'exec 3<>"/dev/tcp/$1/$2"' bash "$1" "$2" && echo "$N"
    else echo "there is no python, perl, nc or bash to try it with" >&2; fi
}
)sh";

QByteArray peersScript(Kind kind, const QByteArray &nonce, const QList<PeerQuestion> &peers)
{
    QByteArray script = "(\nN=" + base::shellQuoted(nonce) + '\n';
    script += boundFunctions() + PeerFunctions + (kind == Kind::Xl ? XlPeer : XmPeer);
    for (qsizetype i = 0; i < peers.size(); ++i) {
        script += "answer " + QByteArray::number(i) + " reach "
                  + base::shellQuoted(peers[i].address.toUtf8()) + ' '
                  + QByteArray::number(peers[i].port) + " &\n";
    }
    return script + "wait\n) </dev/null 2>/dev/null\n";
}

/// The same rule as for the migration itself, so that no address is tested that cannot be used.
QString addressProblem(Kind kind, const PeerQuestion &peer)
{
    const toolstack::MigrateOptions options{peer.port, peer.port};
    const auto command = toolstack::migrateCommand(kind, u"guest"_s, peer.address, options);
    return command ? QString() : command.error().message;
}

QString lastOf(const QStringList &lines)
{
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        if (const QString clean = line->simplified(); !clean.isEmpty())
            return clean.left(300);
    }
    return Words::tr("no answer");
}

/// @p lines: what answer() printed of one peer.
void judge(PeerFact &fact, const QStringList &lines, const QString &nonce)
{
    const qsizetype mark = lines.indexOf(nonce + u" out"_s);
    const QStringList out = mark < 0 ? QStringList() : lines.mid(mark + 1);
    fact.ok = out == QStringList{nonce};
    if (fact.ok)
        return;
    fact.problem =
        out.isEmpty()
            ? lastOf(lines.first(std::max<qsizetype>(mark, 0)))
            : Words::tr(
                  "its shell prints \"%1\" at each login, which breaks the stream of a migration")
                  .arg(out.first().simplified().left(100));
}

QStringList linesOf(const QString &output, const QString &nonce, qsizetype index)
{
    const QString begin = u"\n%1 peer %2\t"_s.arg(nonce).arg(index);
    const qsizetype at = output.indexOf(begin);
    if (at < 0)
        return {};
    const qsizetype from = at + begin.size();
    return output.mid(from, output.indexOf(u'\n', from) - from).split(u'\t', Qt::SkipEmptyParts);
}

} // namespace

Result<QHash<QString, PeerFact>> probePeers(remote::Connection &source, Kind kind,
                                            const QList<PeerQuestion> &peers, std::stop_token stop)
{
    QHash<QString, PeerFact> facts;
    QList<PeerQuestion> asked;
    for (const PeerQuestion &peer : peers) {
        PeerFact &fact = facts[peer.node];
        fact.checkedAt = QDateTime::currentDateTimeUtc();
        fact.address = peer.address;
        fact.problem = addressProblem(kind, peer);
        if (fact.problem.isEmpty())
            asked.append(peer);
    }
    if (asked.isEmpty())
        return facts;

    const QByteArray nonce = freshNonce();
    remote::Command command;
    command.title = Words::tr("Test the ways to the other nodes");
    command.script = peersScript(kind, nonce, asked);
    command.outputLimit = 4 * 1024 * 1024;
    command.quiet = true;
    command.readsOnly = true;
    // Not in the resident shell: it would keep the next reading of the node waiting.
    const Result<remote::Output> output = source.run(command, std::move(stop));
    if (!output)
        return std::unexpected(output.error());

    const QString text = QString::fromUtf8(output->out);
    for (qsizetype i = 0; i < asked.size(); ++i) {
        PeerFact &fact = facts[asked[i].node];
        fact.checkedAt = QDateTime::currentDateTimeUtc();
        judge(fact, linesOf(text, QString::fromLatin1(nonce), i), QString::fromLatin1(nonce));
    }
    return facts;
}

} // namespace colonnade::cluster
