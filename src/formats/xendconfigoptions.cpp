// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/xendconfigoptions.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace colonnade::formats {

namespace {

using Kind = XendValueKind;

constexpr KnownXendOption text(QByteArrayView key, std::optional<QByteArrayView> byDefault = {})
{
    return {key, Kind::Text, byDefault};
}

constexpr std::array Known = {
    text("logfile", "/var/log/xen/xend.log"),
    text("loglevel", "DEBUG"),
    KnownXendOption{"xen-api-server", Kind::List, {}},
    KnownXendOption{"xend-http-server", Kind::Boolean, "no"},
    KnownXendOption{"xend-unix-server", Kind::Boolean, "no"},
    KnownXendOption{"xend-tcp-xmlrpc-server", Kind::Boolean, "no"},
    KnownXendOption{"xend-unix-xmlrpc-server", Kind::Boolean, "yes"},
    KnownXendOption{"xend-relocation-server", Kind::Boolean, "no"},
    KnownXendOption{"xend-relocation-ssl-server", Kind::Boolean, "no"},
    KnownXendOption{"xend-relocation-ssl", Kind::Boolean, "no"},
    KnownXendOption{"xend-udev-event-server", Kind::Boolean, "no"},
    KnownXendOption{"enable-dump", Kind::Boolean, "no"},
    KnownXendOption{"enable-dom0-ballooning", Kind::Boolean, {}},
    KnownXendOption{"pci-passthrough-strict-check", Kind::Boolean, "yes"},
    KnownXendOption{"xend-domain-lock", Kind::Boolean, "no"},
    KnownXendOption{"xend-port", Kind::Port, "8000"},
    KnownXendOption{"xend-relocation-port", Kind::Port, "8002"},
    KnownXendOption{"xend-relocation-ssl-port", Kind::Port, "8003"},
    KnownXendOption{"xend-tcp-xmlrpc-server-port", Kind::Port, "8006"},
    KnownXendOption{"dom0-min-mem", Kind::Number, "0"},
    KnownXendOption{"dom0-cpus", Kind::Number, "0"},
    KnownXendOption{"total_available_memory", Kind::Number, "0"},
    KnownXendOption{"console-limit", Kind::Number, "1024"},
    KnownXendOption{"qemu-dm-logrotate-count", Kind::Number, "10"},
    KnownXendOption{"device-create-timeout", Kind::Number, "100"},
    KnownXendOption{"device-destroy-timeout", Kind::Number, "100"},
    KnownXendOption{"xend-relocation-hosts-allow", Kind::Hosts, ""},
    KnownXendOption{"pscsi-device-mask", Kind::List, {}},
    text("xend-address", ""),
    text("xend-relocation-address", ""),
    text("xend-unix-path", "/var/lib/xend/xend-socket"),
    text("xend-domains-path", "/var/lib/xend/domains"),
    text("xend-state-path", "/var/lib/xend/state"),
    text("xend-storage-path", "/var/lib/xend/storage"),
    text("xend-security-path", "/var/lib/xend/security"),
    text("xend-tcp-xmlrpc-server-address", "localhost"),
    text("xend-tcp-xmlrpc-server-ssl-key-file"),
    text("xend-tcp-xmlrpc-server-ssl-cert-file"),
    text("xend-relocation-server-ssl-key-file"),
    text("xend-relocation-server-ssl-cert-file"),
    text("network-script"),
    text("vif-script", "vif-bridge"),
    text("external-migration-tool", ""),
    text("resource-label-change-script"),
    text("vnc-listen", "127.0.0.1"),
    text("vncpasswd"),
    text("vnc-tls", "0"),
    text("vnc-x509-cert-dir", "/etc/xen/vnc"),
    text("vnc-x509-verify", "0"),
    text("keymap"),
    text("xsm_module_name", "dummy"),
    text("xend-domain-lock-path"),
    text("domain-lock-utility"),
};

} // namespace

const KnownXendOption *knownXendOption(QByteArrayView key)
{
    const auto found = std::ranges::find(Known, key, &KnownXendOption::key);
    return found == Known.end() ? nullptr : found;
}

std::optional<bool> xendBoolean(QByteArrayView value)
{
    constexpr std::array<QByteArrayView, 6> yes = {"yes", "y", "1", "on", "true", "t"};
    constexpr std::array<QByteArrayView, 6> no = {"no", "n", "0", "off", "false", "f"};
    const QByteArray word = value.toByteArray().toLower();
    if (std::ranges::find(yes, word) != yes.end())
        return true;
    if (std::ranges::find(no, word) != no.end())
        return false;
    return {};
}

std::optional<qint64> xendNumber(QByteArrayView value)
{
    QByteArrayView digits = value.trimmed();
    if (digits.startsWith('+') && digits.size() > 1 && digits[1] != '-')
        digits = digits.sliced(1);
    qint64 number = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), number);
    if (error != std::errc() || end != digits.end())
        return {};
    return number;
}

} // namespace colonnade::formats
