# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# Shared settings of the lab scripts (sourced). Everything generated lives under $LAB_DIR, outside of the
# source tree unless you say otherwise; nothing else is written.
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
LAB_DIR=$(realpath -m "${LAB_DIR:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/colonnade/xenlab}")
CLUSTER=domnull                              # o2cb cluster name
NAME=([1]=xenhost1 [2]=xenhost2)             # node -> host name
ADDR=([1]=192.168.1.248 [2]=192.168.1.249)   # node -> private address
NODE_MEM=${NODE_MEM:-2560}                   # MiB of RAM per VM
DOM0_MEM=${DOM0_MEM:-1024}                   # MiB of it given to dom0
NODE_CPUS=${NODE_CPUS:-1}                    # vCPUs per VM (= pCPUs that Xen sees)
KEY=$LAB_DIR/id_ed25519
declare -a SSHPORT UDP                       # node -> 127.0.0.1 port: sshd's (TCP), its end of the private net (UDP)

say() { printf '%(%H:%M:%S)T %s\n' -1 "$*"; }
die() { echo "$0: $*" >&2; exit 1; }

# use_ports BASE : node N's sshd is BASE+N (TCP), its end of the private net BASE+20780+N (UDP)
use_ports() {
    PORT_BASE=$1
    SSHPORT=([1]=$((PORT_BASE + 1)) [2]=$((PORT_BASE + 2)))
    UDP=([1]=$((PORT_BASE + 20781)) [2]=$((PORT_BASE + 20782)))
}

# port_taken tcp|udp PORT : does any socket of this machine have it? Read from the kernel's tables, where the
# local port is the hexadecimal part after the colon of the second column.
port_taken() {
    local hex; hex=$(printf '%04X' "$2")
    awk -v port=":$hex" 'FNR > 1 && substr($2, length($2) - 4) == port { found = 1 } END { exit !found }' \
        "/proc/net/$1" "/proc/net/${1}6" 2>/dev/null
}

# free_base : the first base from 2200 on whose ports nobody has
free_base() {
    local base port
    for ((base = 2200; base < 3200; base += 10)); do
        use_ports $base
        for port in "${SSHPORT[@]}"; do port_taken tcp "$port" && continue 2; done
        for port in "${UDP[@]}"; do port_taken udp "$port" && continue 2; done
        return 0
    done
    die "no free ports on 127.0.0.1 from 2201 on; name a base yourself: LAB_PORT_BASE=N"
}

# The ports of a lab stay what its first `up` chose; LAB_PORT_BASE moves a lab that is down.
use_ports "${LAB_PORT_BASE:-$(cat "$LAB_DIR/port-base" 2>/dev/null || echo 2200)}"

# node N CMD... : run a command as root in dom0 of node N
node() {
    local n=$1; shift
    ssh -F none -i "$KEY" -o IdentitiesOnly=yes -o UserKnownHostsFile="$LAB_DIR/known_hosts" \
        -o ConnectTimeout=20 -o ServerAliveInterval=30 -o LogLevel=ERROR -o BatchMode=yes \
        -p "${SSHPORT[n]}" root@127.0.0.1 "$@"
}

# alive N : is the QEMU that `up` started for node N still there?
alive() {
    local p; p=$(cat "$LAB_DIR/node$1.pid" 2>/dev/null) || return 1
    [ -r "/proc/$p/cmdline" ] && tr '\0' ' ' <"/proc/$p/cmdline" | grep -q -- "$LAB_DIR/node$1.img"
}
