// SPDX-License-Identifier: GPL-3.0-or-later
#include "guestconfig_samples.h"

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;

QByteArray quoted(std::mt19937 &random, const QByteArray &text)
{
    const char quote = text.contains('\'') || below(random, 3) == 0 ? '"' : '\'';
    return quote + text + quote;
}

QByteArray randomString(std::mt19937 &random, GuestDialect dialect)
{
    static const std::vector<QByteArray> texts = {"web1",
                                                  "512",
                                                  "",
                                                  "/usr/lib/xen-4.4/bin/pygrub",
                                                  "root=/dev/xvda2 ro",
                                                  "a\\\\b",
                                                  "it\\'s",
                                                  "tab\\there",
                                                  "\\\"",
                                                  "destroy",
                                                  "c0ffee",
                                                  " 7 "};
    if (dialect == GuestDialect::Xm && below(random, 8) == 0) {
        return oneOf<QByteArray>(random, {"'web' '1'", "r'a\\b'", "\"\"\"two\nlines\"\"\"",
                                          "u'web1'", "('web1')", "'\\x41\\102'", "'a' \\\n  'b'"});
    }
    return quoted(random, oneOf(random, texts));
}

QByteArray itemFor(std::mt19937 &random, const QByteArray &key, GuestDialect dialect)
{
    if (key == "disk")
        return quoted(random, randomDisk(random));
    if (key == "vif")
        return quoted(random, randomVif(random));
    return randomString(random, dialect);
}

QByteArray randomList(std::mt19937 &random, const QByteArray &key, GuestDialect dialect)
{
    const bool isTall = below(random, 2);
    const bool isCommaFirst = isTall && below(random, 5) == 0;
    QByteArray list = "[";
    const int items = below(random, 4);
    for (int i = 0; i < items; ++i) {
        if (isTall) {
            list += below(random, 4) == 0 ? "  # 'phy:/dev/old,xvdz,w',\n" : "\n";
            list += isCommaFirst && i > 0 ? "  , " : "    ";
        } else {
            list += i > 0 || below(random, 2) ? " " : "";
        }
        list += itemFor(random, key, dialect);
        const bool wantsComma = i + 1 < items ? !isCommaFirst : below(random, 3) == 0;
        if (wantsComma)
            list += ",";
        if (isTall && below(random, 5) == 0)
            list += " # it's here";
        if (isTall && (below(random, 3) == 0 || i + 1 == items))
            list += "\n";
        else if (isTall && list.endsWith("here"))
            list += "\n";
    }
    return list + (below(random, 2) ? " ]" : "]");
}

QByteArray randomStatement(std::mt19937 &random, GuestDialect dialect)
{
    static const std::vector<QByteArray> keys = {"name", "memory", "vcpus", "kernel",   "extra",
                                                 "disk", "vif",    "uuid",  "on_crash", "builder"};
    const QByteArray key = oneOf(random, keys);
    const QByteArray equals = oneOf<QByteArray>(random, {" = ", "=", "\t= ", "      = "});
    if (key == "disk" || key == "vif")
        return key + equals + randomList(random, key, dialect);
    if (below(random, 4) == 0)
        return key + equals + oneOf<QByteArray>(random, {"0", "1", "512", "0x10", "010"});
    return key + equals + randomString(random, dialect);
}

} // namespace

const std::vector<QByteArray> &guestPieces()
{
    static const std::vector<QByteArray> pieces = {"\n",
                                                   "\r\n",
                                                   "'",
                                                   "\"",
                                                   "\\",
                                                   ",",
                                                   "[",
                                                   "]",
                                                   "[]",
                                                   "=",
                                                   "+=",
                                                   ";",
                                                   "#",
                                                   "# x\n",
                                                   "-",
                                                   ".",
                                                   "name",
                                                   "disk = [",
                                                   "vif=['']",
                                                   "memory = 512\n",
                                                   "extra += 'x'\n",
                                                   " ",
                                                   "\t",
                                                   "1",
                                                   "0x1g",
                                                   "'a'",
                                                   "\"b\"",
                                                   "\\'",
                                                   "\\0 12",
                                                   "\\x41",
                                                   "\\q",
                                                   "\\n",
                                                   "import os\n",
                                                   "if 1:\n",
                                                   "  x = 1\n",
                                                   "(",
                                                   ")",
                                                   "{",
                                                   "}",
                                                   ":",
                                                   "'''",
                                                   "%",
                                                   "+",
                                                   "r'",
                                                   "\xc3\xa9",
                                                   "\xff",
                                                   "w!",
                                                   ",xvda,w",
                                                   "phy:",
                                                   "target=",
                                                   "format=raw,",
                                                   "vdev=",
                                                   "access=rw",
                                                   "cdrom",
                                                   "hda:cdrom",
                                                   "@",
                                                   "\f",
                                                   "\x04"};
    return pieces;
}

QList<Sample> guestSamples()
{
    return fixtures(u"guest"_s) + corpus(u"xen-cfg"_s);
}

QByteArray randomDisk(std::mt19937 &random)
{
    static const std::vector<QByteArray> prefixes = {
        "phy:",   "phy:",   "file:", "tap:aio:", "tap:qcow:", "",
        "qcow2:", "iscsi:", "foo:",  "raw:",     " phy:"};
    static const std::vector<QByteArray> paths = {"/dev/vg/web1", "vg/web1", "/srv/a b.img", "",
                                                  "/srv/a:b",     "/srv/a=b"};
    static const std::vector<QByteArray> devices = {
        "xvda", "xvda1", "hda", "hdc:cdrom", "xvdb:disk", " xvda", "ioemu:hda", "", "hda:floppy"};
    static const std::vector<QByteArray> modes = {"w", "r", "rw", "ro", "w!", " w", "w ", "", "wr"};
    static const std::vector<QByteArray> keyed = {"format=raw",
                                                  "format=qcow2",
                                                  "format=",
                                                  "format=zip",
                                                  "vdev=xvda",
                                                  "vdev=",
                                                  "access=rw",
                                                  "access=w!",
                                                  "backend=dom2",
                                                  "backendtype=phy",
                                                  "backendtype=x",
                                                  "devtype=cdrom",
                                                  "devtype=x",
                                                  "script=block-x",
                                                  "discard",
                                                  "no-discard",
                                                  "direct-io-safe",
                                                  "cdrom",
                                                  "target=/dev/vg/a,b",
                                                  "foo=bar",
                                                  "foo",
                                                  "specification=xen",
                                                  "grant_usage=1",
                                                  "trusted",
                                                  "colo-port=1",
                                                  "colo-port=x",
                                                  "backend=",
                                                  "raw",
                                                  "xvda",
                                                  "rw",
                                                  ""};
    QByteArray disk;
    if (below(random, 3)) {
        disk = oneOf(random, prefixes) + oneOf(random, paths) + ',' + oneOf(random, devices);
        if (below(random, 6))
            disk += ',' + oneOf(random, modes);
        if (below(random, 6) == 0)
            disk += ',' + oneOf(random, keyed);
        return disk;
    }
    for (int i = 1 + below(random, 5); i > 0; --i)
        disk += oneOf(random, keyed) + (i > 1 || below(random, 5) == 0 ? "," : "")
                + (below(random, 8) ? "" : " ");
    return disk;
}

QByteArray randomVif(std::mt19937 &random)
{
    static const std::vector<QByteArray> parts = {"mac=00:16:3e:01:02:03",
                                                  "bridge=xenbr0",
                                                  "ip=10.0.0.1 ",
                                                  " model=e1000",
                                                  "type=ioemu",
                                                  "script=vif-bridge",
                                                  "vifname=web1",
                                                  "rate=10Mb/s",
                                                  "rate=fast",
                                                  "foo=bar",
                                                  "word",
                                                  "",
                                                  "backend=dom2",
                                                  "mac = 1",
                                                  "devid=x"};
    QByteArray vif;
    for (int i = below(random, 5); i > 0; --i)
        vif += oneOf(random, parts) + (i > 1 ? "," : "");
    return vif;
}

QByteArray randomGuest(std::mt19937 &random, GuestDialect dialect)
{
    QByteArray text;
    for (int i = below(random, 12); i >= 0; --i) {
        switch (below(random, 12)) {
        case 0:
            text += "# comment with 'quotes' and \\\n";
            break;
        case 1:
            text += "\n";
            break;
        case 2:
            if (dialect == GuestDialect::Xm)
                text += oneOf<QByteArray>(
                    random,
                    {"import os, re\n", "if os.uname():\n    extra = 'x'\nelse:\n\textra = 'y'\n",
                     "device_model = '/usr/' + arch + '/qemu-dm'\n", "memory = 256 * 2\n"});
            else
                text += "extra += 'more'\n";
            break;
        default:
            text += randomStatement(random, dialect);
            text += below(random, 6) ? "" : " # c";
            text += below(random, 9) || text.endsWith("# c") ? "\n" : "; ";
        }
    }
    if (text.endsWith('\n') && below(random, 5) == 0)
        text.chop(1);
    return text;
}

} // namespace colonnade::formats
