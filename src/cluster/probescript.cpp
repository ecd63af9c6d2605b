// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/probescript.h"

#include "base/shell.h"

#include <algorithm>

namespace colonnade::cluster {

namespace {

// Far below what a kernel of 2008 takes as one command line.
constexpr qsizetype PathBytesLimit = 60'000;
constexpr qsizetype PathLimit = 1'000;

// Only GNU's timeout, which knows --version: busybox's keeps a process of its own that holds the
// output open for up to a second after each command. setsid makes the command the head of a process
// group, so that a wrapper script's children go with it. The watchdog closes our descriptors: its
// sleep outlives it, and must not keep a pipe open.
constexpr char BoundFunctions[] = R"sh(have() { command -v "$1" >/dev/null 2>&1; }
bounder=shell
have timeout && timeout --version >/dev/null 2>&1 && bounder=timeout
bound() {
    b_seconds=$1; shift
    if [ $bounder = timeout ]; then timeout -s KILL "$b_seconds" "$@"; return; fi
    if have setsid; then setsid "$@" & else "$@" & fi
    b_pid=$!
    ( sleep "$b_seconds"; kill -9 -"$b_pid" || kill -9 "$b_pid" ) >/dev/null 2>&1 3>&- 4>&- 6>&- &
    b_watchdog=$!
    wait "$b_pid"; b_status=$?
    kill "$b_watchdog" 2>/dev/null
    return $b_status
}
)sh";

// $1: the root, then the paths. One line a path that exists: kind, size, inode, identity, what lies
// below a mapped device, the file system, name; tabs between. It is a shell of its own because a
// dead network disk stops whoever touches it: then bound() gives this one up, and only the paths
// stay unknown. Where stat is not of that kind, it fails, and they do, too. Of file systems that
// are mounted over each other findmnt names the uppermost last. Lenny's kernel has no
// /sys/dev/block, hence dmsetup and udevadm, which RHEL 5 calls udevinfo.
constexpr char PathScript[] = R"sh(R=$1; shift
stat -L -c %i / >/dev/null 2>&1 || exit 1
have() { command -v "$1" >/dev/null 2>&1; }
get() { l=; [ -r "$1" ] && IFS= read -r l <"$1"; :; }
disk() {
    get "$1/dm/uuid"; id=$l; [ -z "$id" ] || return 0
    for d in "$1" "$1/.."; do
        for f in "$d/wwid" "$d/device/wwid" "$d/serial"; do
            get "$f"; [ -z "$l" ] || { id=$l; break 2; }
        done
        [ -e "$1/partition" ] || return 0
    done
    get "$1/partition"; [ -z "$id" ] || [ -z "$l" ] || id="$id part$l"
}
olddisk() {
    id=$(dmsetup info -c --noheadings -o uuid -j "$2" -m "$3" 2>/dev/null)
    [ -z "$id" ] || { printf "%s" "$id"; return; }
    { udevadm info -q env -n "$1" || udevinfo -q env -n "$1"; } 2>/dev/null | { part=; while IFS= read -r l; do
        case $l in *ID_SERIAL=*) id=${l#*ID_SERIAL=} ;; *DEVTYPE=partition) part=${1##*[!0-9]} ;; esac
    done; [ -z "$id" ] || printf "%s" "$id${part:+ part$part}"; }
}
filesystem() {
    if have findmnt; then findmnt -n -r -o UUID,FSTYPE,SOURCE -T "$1" 2>/dev/null | tail -n 1; return; fi
    m=$(df -P "$1" 2>/dev/null | tail -n 1); m=${m%% *}
    printf "%s - %s\n" "$(blkid -o value -s UUID "$m" 2>/dev/null)" "$m"
}
last=
stat -L -c "%f %t %T %d %i %s %n" "$@" 2>/dev/null |
    while read -r mode major minor device inode size name; do
    kind=other; id=; below=; fs=
    case $mode in
    6???)
        kind=block; size=; major=$((0x$major)); minor=$((0x$minor)); s=$R/sys/dev/block/$major:$minor
        if [ -d "$s" ]; then
            get "$s/size"; size=${l:+s$l}; disk "$s"; own=$id
            for e in "$s"/slaves/*; do
                [ -e "$e" ] || continue
                disk "$e"; below="$below${below:+;}$id"
            done
            id=$own
        else
            size=$(blockdev --getsize64 "$name" 2>/dev/null); id=$(olddisk "$name" $major $minor)
        fi ;;
    8???)
        kind=file
        if [ "$device" != "$last" ]; then last=$device; lastfs=$(filesystem "$name"); fi
        fs=$lastfs ;;
    esac
    printf "%s\t%s\t%s\t%s\t%s\t%s\t%s\n" $kind "$size" "$inode" "$id" "$below" "$fs" "${name#"$R"}"
done | head -c 500000
)sh";

// get FILE puts its first line into l. cmd NAME BYTES SECONDS COMMAND... prints the three sections
// of a command; descriptor 4 is where sections go while 1 is a pipe, 3 carries the command's
// errors, 6 its status.
constexpr char ReadingFunctions[] = R"sh(R=${COLONNADE_ROOT:-}
mark() { printf '\n%s %s\n' "$N" "$1"; }
get() { l=; [ -r "$1" ] && IFS= read -r l <"$1"; :; }
cmd() {
    c_name=$1 c_limit=$2 c_seconds=$3; shift 3
    mark "$c_name"
    c_err=$({ c_status=$({ { bound "$c_seconds" "$@" 2>&3 4>&- 6>&-; echo $? >&6; } |
        head -c "$c_limit" >&4; } 6>&1); mark "status $c_status" >&4; } 3>&1 | head -c 2000)
    mark err; printf '%s' "$c_err"
}
xend_runs() {
    if [ -e "$R/var/lock/subsys/xend" ] || [ -e "$R/var/lock/xend" ]; then return 0; fi
    get "$R/var/run/xend.pid"
    case $l in ''|*[!0-9]*) ;; *) [ ! -d "$R/proc/$l" ] || return 0 ;; esac
    have pidof && pidof -x xend >/dev/null 2>&1
}
toolstack() {
    tool= why=
    get "$R/proc/xen/capabilities"
    case $l in
    *control_d*)
        if have xm && xend_runs; then tool=xm; elif have xl; then tool=xl; elif have xm; then tool=xm
        else why=no-command; fi ;;
    *) get "$R/sys/hypervisor/type"; why=no-dom0; [ "$l" != xen ] || why=no-control ;;
    esac
}
uptime() { mark "$1"; get "$R/proc/uptime"; printf '%s' "${l%% *}"; }
signature() {
    set -f; IFS='
'
    signature=$tool
    for row in $1; do
        IFS=' 	'; set -- $row
        [ "${1:-}" = "$N" ] || signature="$signature;${1:-} ${2:-}"
    done
    IFS=' 	
'; set +f
    [ ${#signature} -lt 20000 ] || signature=
}
guests() {
    block=$(cmd list 1000000 9 "$tool" list 4>&1)
    printf '%s' "$block"
    signature=failed
    case $block in *"
$N status 0
"*) signature=; [ ${#block} -gt 100000 ] || signature "$block"; cmd info 100000 8 "$tool" info ;; esac
}
suite() {
    if have clustat; then cmd clustat 1000000 5 clustat -x; fi
    if have cman_tool; then cmd cman 100000 3 cman_tool status; cmd nodes 300000 3 cman_tool nodes; fi
}
network() {
    mark bridges
    for f in "$R"/sys/class/net/*/bridge; do
        [ -d "$f" ] || continue
        f=${f%/bridge}; printf '%s\n' "${f##*/}"
    done
    if have ovs-vsctl; then cmd ovs 100000 3 ovs-vsctl --timeout=2 list-br; fi
    mark ports
    grep -h ' 0A ' "$R/proc/net/tcp" "$R/proc/net/tcp6" 2>/dev/null | head -c 500000
}
files() {
    if [ -e "$R/etc/cluster/cluster.conf" ]; then cmd conf 2000000 3 cat "$R/etc/cluster/cluster.conf"; fi
    if [ "$tool" = xm ]; then mark xend; head -c 100000 "$R/etc/xen/xend-config.sxp" 2>/dev/null; fi
    mark auto
    set --
    for f in "$R"/etc/xen/auto/*; do
        if [ -e "$f" ] || [ -L "$f" ]; then set -- "$@" "${f##*/}"; fi
    done
    [ $# -eq 0 ] || printf '%s\n' "$@" | head -c 100000
}
addresses() {
    if have ip; then cmd ip 200000 3 ip -o -4 addr
    elif [ -r "$R/proc/net/fib_trie" ]; then mark fib; head -c 500000 "$R/proc/net/fib_trie" 2>/dev/null; fi
}
ocfs2() {
    mark stack; get "$R/sys/fs/ocfs2/cluster_stack"; printf '%s' "$l"
    mark mounts; grep ' ocfs2 ' "$R/proc/mounts" 2>/dev/null | head -c 100000
    for f in /etc/sysconfig/o2cb /etc/default/o2cb; do
        [ -f "$R$f" ] || continue
        mark defaults; printf '%s' "$f"; cmd o2cbfile 65536 3 cat "$R$f"; break
    done
    cd "$R/sys/kernel/config/cluster" 2>/dev/null || return
    mark o2cb
    for f in *; do [ ! -d "$f" ] || printf '%s/:\n' "$f"; done | head -c 10000
    bound 3 grep -Hs -e '' -- */*_ms */heartbeat/dead_threshold */heartbeat/mode */heartbeat/*/dev \
        */node/*/num */node/*/ipv4_address */node/*/ipv4_port */node/*/local | head -c 500000
}
hashes() {
    mark hashes
    cd "$R/etc" 2>/dev/null || return
    set --
    for f in cluster/cluster.conf ocfs2/cluster.conf lvm/lvm.conf default/cman default/o2cb default/xen \
        default/xendomains xen/*; do
        if [ -f "$f" ] && [ $# -lt 500 ]; then set -- "$@" "$f"; fi
    done
    [ $# -gt 0 ] || return
    if have sha256sum; then bound 5 sha256sum "$@"; else bound 5 openssl dgst -sha256 "$@"; fi 2>/dev/null |
        head -c 200000
}
)sh";

// $@: the paths, N: the nonce, D: 1 for details in any case, S: the signature that makes them
// superfluous.
constexpr char Main[] = R"sh(uptime started
mark date; date +%s.%N
mark hostname; get "$R/proc/sys/kernel/hostname"; printf '%s' "$l"
mark boot; get "$R/proc/sys/kernel/random/boot_id"; printf '%s' "$l"
toolstack
mark toolstack; printf '%s' "$tool"
mark why; printf '%s' "$why"
signature=none
[ -z "$tool" ] || guests
mark signature; printf '%s' "$signature"
suite
if [ "$D" = 1 ] || [ -z "$signature" ] || [ "$signature" != "$S" ]; then
    mark details
    [ -z "$tool" ] || cmd long 8000000 10 "$tool" list -l
    if have cman_tool; then cmd suite 2000 3 cman_tool -V; fi
    mark watch; if have xenstore-watch; then printf yes; fi
    network
    files
    addresses
    ( ocfs2 )
    ( hashes )
    if [ $# -gt 0 ]; then mark paths; bound 6 sh -c "$P" sh "$R" "$@" 2>/dev/null; mark "status $?"; fi
fi
uptime ended
mark end
)sh";

} // namespace

QByteArray boundFunctions()
{
    return BoundFunctions;
}

QString nodePath(const QString &path)
{
    return path.startsWith(u'/') ? path : QStringLiteral("/dev/") + path;
}

QStringList askablePaths(const QStringList &paths)
{
    QStringList result;
    qsizetype bytes = 0;
    for (const QString &path : paths) {
        const bool plain = std::ranges::none_of(path, [](QChar c) { return c.unicode() < 0x20; });
        if (!plain || path.isEmpty() || result.contains(path))
            continue;
        bytes += path.toUtf8().size() + 8;
        if (bytes > PathBytesLimit || result.size() == PathLimit)
            break;
        result.append(path);
    }
    return result;
}

QByteArray probeScript(const ProbeScriptInput &input)
{
    QByteArray script = "(\nset --";
    for (const QString &path : input.paths)
        script += " \"${COLONNADE_ROOT:-}\"" + base::shellQuoted(nodePath(path).toUtf8());
    script += "\nN=" + base::shellQuoted(input.nonce);
    script += input.details ? "\nD=1" : "\nD=0";
    script += "\nS=" + base::shellQuoted(input.signature);
    script += "\nP=" + base::shellQuoted(PathScript);
    script += '\n' + boundFunctions() + ReadingFunctions + Main;
    script += ") 4>&1 </dev/null\n"; // a shell of its own: nothing that it sets stays behind
    return script;
}

} // namespace colonnade::cluster
