# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# What Colonnade needs of a Debian 12, and how it is installed and built (sourced by `try` and `test`).
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# To compile it.
build_packages=(
    cmake ninja-build g++
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    qtkeychain-qt6-dev libssh-dev
)
# To see it run on a machine without a display: one of its own, a window manager, a
# pointer, a camera, and what looks at windows as a screen reader does.
run_packages=(
    xvfb xauth openbox xdotool x11-utils imagemagick
    dbus libsecret-1-0 at-spi2-core python3-pyatspi gir1.2-atspi-2.0 fonts-dejavu-core
    openssh-client procps
)
# To test it: the libraries, a real sshd, and the peers of the benchmarks.
test_packages=(
    libgtest-dev libgmock-dev libbenchmark-dev
    openssh-server sudo gnome-keyring
    pdsh clustershell virt-manager
    libxml2-utils iproute2 busybox patch
    libdevmapper-dev lvm2 ocfs2-tools libxen-dev
)

say() { printf '%(%H:%M:%S)T %s\n' -1 "$*"; }
die() { printf '%s: %s\n' "$0" "$1" >&2; shift; [ $# -eq 0 ] || printf '  %s\n' "$@" >&2; exit 1; }

# missing_of PACKAGE... : those that are not installed, and that nothing installed stands in for (busybox-static
# provides busybox, and apt would remove the one for the other)
missing_of() {
    local package installed
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' 2>/dev/null |
        sed -n 's/^installed //p' | tr ',' '\n' | sed 's/^ *//; s/[ (].*//')
    for package; do
        grep -qxF -- "$package" <<<"$installed" || echo "$package"
    done
}

# install_packages PACKAGE... : installs what is missing; does nothing, and needs no root, where all is there
install_packages() {
    local missing sudo=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        die "this script installs Debian packages, and this machine has no apt-get." \
            "Install what these are called there, then build with: cmake --preset release && cmake --build --preset release" \
            "$*"
    fi
    mapfile -t missing < <(missing_of "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null ||
            die "packages are missing, and only root installs them; there is no sudo here. As root:" \
                "apt-get install --no-install-recommends ${missing[*]}"
        sudo=(sudo)
    fi
    say "installing ${#missing[@]} packages: ${missing[*]}"
    local apt=("${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y
               -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 -o Dpkg::Use-Pty=0)
    "${apt[@]}" update || die "apt-get update failed (see above): the package lists could not be read."
    "${apt[@]}" install --no-install-recommends "${missing[@]}" ||
        die "apt-get install failed (see above). Colonnade is built and tested on Debian 12 (bookworm); this is $(system_name)."
}

system_name() { (. /etc/os-release 2>/dev/null && echo "${PRETTY_NAME:-unknown}") || echo unknown; }

# build PRESET [CMAKE-OPTION...] : configures and compiles; the programs are in build/PRESET/bin
build() {
    local preset=$1; shift
    say "building ($preset)"
    (cd "$root" && cmake --preset "$preset" "$@" &&
        cmake --build --preset "$preset" --parallel "${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}") ||
        die "the build failed (see above)."
}

# on_a_display COMMAND... : runs it on an X display of its own, with a window manager and a D-Bus session
on_a_display() {
    local folder status=0
    folder=$(mktemp -d "${TMPDIR:-/tmp}/colonnade-display.XXXXXX") || die "no temporary folder can be made."
    chmod 700 "$folder"
    # What a login would have set, and nothing of the session around it.
    env -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM -u QT_STYLE_OVERRIDE -u SESSION_MANAGER \
        XDG_RUNTIME_DIR="$folder" HOME="${HOME:-/root}" LC_ALL=C.UTF-8 \
        xvfb-run -a -s '-screen 0 1600x1000x24 -nolisten tcp' \
        dbus-run-session -- "$root/installer/desktop" "$@" || status=$?
    rm -rf -- "$folder"
    return $status
}
