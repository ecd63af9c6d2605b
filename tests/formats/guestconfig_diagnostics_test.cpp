// SPDX-License-Identifier: GPL-3.0-or-later
// What is found in guest files, and what the fixes and conversions make of them.
#include "guestconfig_samples.h"

#include "formats/guestconfig.h"

#include <gtest/gtest.h>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;

constexpr GuestDialect Xl = GuestDialect::Xl;
constexpr GuestDialect Xm = GuestDialect::Xm;

/// A file in which nothing is to be found, but for what is added.
QByteArray sound(GuestDialect dialect)
{
    const QByteArray kernel = "kernel = '/boot/vmlinuz'\n";
    return "name = 'web1'\nuuid = '0c2a1d50-4a41-4b8e-9df2-7f9c3a2b1c01'\n"
           + (dialect == Xl ? kernel : QByteArray());
}

QList<Diagnostic> diagnosticsOf(const QByteArray &text, GuestDialect dialect)
{
    const auto config = GuestConfig::parse(text, dialect);
    if (!config) {
        ADD_FAILURE() << config.error().message.toStdString() << "\n" << text.toStdString();
        return {};
    }
    return config->diagnostics();
}

/// Ids with what is marked, of a sound file with @p text behind.
std::string found(const QByteArray &text, GuestDialect dialect)
{
    const QByteArray whole = sound(dialect) + text;
    QByteArrayList result;
    for (const Diagnostic &finding : diagnosticsOf(whole, dialect))
        result.append(finding.id + " " + textOf(whole, finding.span).toByteArray());
    return result.join("; ").toStdString();
}

/// What the fix of the first finding that has one makes of @p text, which stands behind a sound
/// file.
std::string fixed(const QByteArray &text, GuestDialect dialect)
{
    const QByteArray whole = sound(dialect) + text;
    for (const Diagnostic &finding : diagnosticsOf(whole, dialect)) {
        if (finding.fix)
            return actedOn(whole, finding.fix->edits).sliced(sound(dialect).size()).toStdString();
    }
    return "no fix";
}

/// What a conversion makes of @p text, and behind it the ids of what it leaves.
std::string converted(const QByteArray &text, GuestDialect from)
{
    const auto config = GuestConfig::parse(text, from);
    if (!config)
        return "refused: " + config.error().message.toStdString();
    const GuestConversion conversion = config->convertedTo(from == Xl ? Xm : Xl);
    QByteArray result = actedOn(text, conversion.edits);
    for (const Diagnostic &obstacle : conversion.obstacles)
        result += "! " + obstacle.id + "\n";
    return result.toStdString();
}

} // namespace

TEST(GuestDiagnosticsTest, aSoundFileHasNone)
{
    EXPECT_EQ(found("memory = 512\ndisk = ['phy:/dev/vg/a,xvda,w']\nvif = "
                    "['mac=00:16:3e:00:00:01,bridge=br0']\n",
                    Xl),
              "");
    EXPECT_EQ(found("memory = 512\ndisk = ['phy:/dev/vg/a,xvda,w']\nvif = "
                    "['mac=00:16:3e:00:00:01,bridge=br0']\n",
                    Xm),
              "");
}

TEST(GuestDiagnosticsTest, namesAndUuids)
{
    EXPECT_EQ(found("name = '42'\n", Xl), "duplicate-key name = 'web1'; numeric-name '42'");
    EXPECT_EQ(found("name = 'a b'\n", Xm), "duplicate-key name = 'web1'; bad-name 'a b'");
    EXPECT_EQ(found("uuid = 'x'\n", Xl),
              "duplicate-key uuid = '0c2a1d50-4a41-4b8e-9df2-7f9c3a2b1c01'; bad-uuid 'x'");
    QByteArrayList ids;
    for (const Diagnostic &finding : diagnosticsOf("memory = 1\n", Xl))
        ids.append(finding.id);
    EXPECT_EQ(ids, (QByteArrayList{"no-name", "no-uuid", "no-kernel"}));
}

TEST(GuestDiagnosticsTest, duplicates)
{
    EXPECT_EQ(found("memory = 1 # c\nmemory = 2\n", Xl), "duplicate-key memory = 1");
    EXPECT_EQ(fixed("memory = 1 # c\nmemory = 2\n", Xl), "memory = 2\n");
    EXPECT_EQ(found("extra = 'a'\nextra += 'b'\n", Xl), "newer-xl extra");
    EXPECT_EQ(found("memory = 1\nif 1: memory = 2\n", Xm), "computed memory = 2");
    EXPECT_EQ(found("memory = 1\nx = memory\nmemory = 2\n", Xm), "") << "code uses the first";
}

TEST(GuestDiagnosticsTest, valuesOfTheWrongKind)
{
    EXPECT_EQ(found("memory = '512MB'\n", Xl), "not-a-number '512MB'");
    EXPECT_EQ(found("vcpus = '0x2'\n", Xl), "");
    EXPECT_EQ(found("vcpus = '0x2'\n", Xm), "not-a-number '0x2'");
    EXPECT_EQ(found("disk = 'phy:/dev/a,xvda,w'\n", Xl), "not-a-list 'phy:/dev/a,xvda,w'");
    EXPECT_EQ(fixed("disk = 'phy:/dev/a,xvda,w'\n", Xm), "disk = [ 'phy:/dev/a,xvda,w' ]\n");
    EXPECT_EQ(found("kernel = ['/boot/vmlinuz']\n", Xm), "list-value ['/boot/vmlinuz']");
    EXPECT_EQ(found("disk = ['phy:/dev/a,xvda,w', ['b']]\n", Xl),
              "newer-xl ['phy:/dev/a,xvda,w', ['b']]; nested-list ['b']");
    EXPECT_EQ(found("memory = 512,\n", Xm), "type-ignored 512,");
    EXPECT_EQ(fixed("disk = ('phy:/dev/a,xvda,w',)\n", Xm), "disk = ['phy:/dev/a,xvda,w',]\n");
    EXPECT_EQ(fixed("memory = 512L\n", Xm), "memory = 512\n");
    EXPECT_EQ(fixed("root = u'/dev/xvda'\n", Xm), "root = '/dev/xvda'\n");
    EXPECT_EQ(fixed("vnc = True\n", Xm), "vnc = 1\n");
    EXPECT_EQ(found("memory = 512.0\n", Xm), "");
}

TEST(GuestDiagnosticsTest, typesAndActions)
{
    EXPECT_EQ(found("builder = 'linux'\n", Xl), "bad-builder 'linux'");
    EXPECT_EQ(found("builder = 'linux'\n", Xm), "");
    EXPECT_EQ(found("builder = 'hvm'\n", Xl), "deprecated-builder builder");
    EXPECT_EQ(found("builder = 'hvm'\ntype = 'pv'\n", Xl),
              "type-contradiction builder = 'hvm'; deprecated-builder builder");
    EXPECT_EQ(found("type = 'hvm'\n", Xl), "type-only type");
    EXPECT_EQ(found("type = 'kvm'\n", Xl), "bad-type 'kvm'");
    EXPECT_EQ(found("type = 'hvm'\n", Xm), "type-unknown type");
    EXPECT_EQ(found("on_crash = 'reboot'\n", Xl), "bad-action 'reboot'");
    EXPECT_EQ(found("on_crash = 'preserve'\n", Xl), "");
    EXPECT_EQ(found("vcpus = 4\nmaxvcpus = 2\nmemory = 2\nmaxmem = 1\n", Xl),
              "vcpus-over-max 4; memory-over-max 2");
}

TEST(GuestDiagnosticsTest, pathsOfOneVersion)
{
    EXPECT_EQ(found("bootloader = '/usr/lib/xen-4.1/bin/pygrub'\n", Xl),
              "versioned-path '/usr/lib/xen-4.1/bin/pygrub'");
    EXPECT_EQ(fixed("bootloader = '/usr/lib/xen-4.1/bin/pygrub'\n", Xl), "bootloader = 'pygrub'\n");
    EXPECT_EQ(fixed("bootloader = '/usr/lib/xen-4.1/bin/pygrub'\n", Xm), "no fix");
    EXPECT_EQ(found("bootloader = 'pygrub'\n", Xl), "");
}

TEST(GuestDiagnosticsTest, disks)
{
    const auto disk = [](const QByteArray &spec, GuestDialect dialect) {
        return found("disk = ['" + spec + "']\n", dialect);
    };
    EXPECT_EQ(disk("phy:/dev/a,xvda,w!", Xm), "disk-unprotected w!");
    EXPECT_EQ(disk("phy:/dev/a,xvda,w!", Xl), "disk-access w!");
    EXPECT_EQ(disk("phy:/dev/a,xvda,rw", Xm), "disk-access rw");
    EXPECT_EQ(disk("phy:/dev/a,xvda,rw", Xl), "disk-rw rw");
    EXPECT_EQ(disk("phy:/dev/a, xvda, w", Xl), "");
    EXPECT_EQ(disk("phy:/dev/a, xvda, w", Xm), "disk-access  w");
    EXPECT_EQ(disk("phy:/dev/a,xvda,w ", Xl), "disk-access w ");
    EXPECT_EQ(disk("/dev/a,xvda,w", Xm), "disk-refused '/dev/a,xvda,w'");
    EXPECT_EQ(disk("vdev=xvda,target=/dev/a", Xm), "disk-refused 'vdev=xvda,target=/dev/a'");
    EXPECT_EQ(disk("phy:vg/a,xvda,w", Xl), "relative-path vg/a");
    EXPECT_EQ(disk("file:a.img,xvda,w", Xm), "relative-path a.img");
    EXPECT_EQ(disk("vdev=xvda,backendtype=qdisk,target=rbd:pool/a", Xl), "");
    EXPECT_EQ(disk("vdev=xvda,backendtype=qdisk,target=a.img", Xl), "relative-path a.img");
    EXPECT_EQ(disk("vdev=xvda,backendtype=phy,target=rbd:a", Xl), "relative-path rbd:a");
    EXPECT_EQ(disk("phy:/dev/a,floppy,w", Xl), "disk-device floppy");
    for (const char *vdev : {"xvda", "xvdp15", "xvdq", "xvdz3", "xvdaa", "sdiv", "hdt"})
        EXPECT_EQ(disk(QByteArray("phy:/dev/a,") + vdev + ",w", Xm), "") << vdev;
    EXPECT_EQ(disk("phy:/dev/a,xvdja,w", Xm), "disk-device xvdja");
    EXPECT_EQ(disk("target=/dev/a,vdev=xvda", Xl),
              "disk-refused 'target=/dev/a,vdev=xvda'; target-not-last /dev/a,vdev=xvda");
    EXPECT_EQ(disk("vdev=xvda,target=/srv/a,b", Xl), "");
    EXPECT_EQ(disk("phy:/dev/a,xvda,w','phy:/dev/b,xvda,w", Xl),
              "duplicate-disk 'phy:/dev/b,xvda,w'");
    EXPECT_EQ(disk("phy:/dev/a,xvda,w','phy:/dev/a,xvdb,w", Xl),
              "duplicate-target 'phy:/dev/a,xvdb,w'");
    EXPECT_EQ(disk("phy:/dev/a,xvda,r','phy:/dev/a,xvdb,r", Xl), "");
}

TEST(GuestDiagnosticsTest, fixesOfDisks)
{
    const auto disk = [](const QByteArray &spec, GuestDialect dialect) {
        return fixed("disk = ['" + spec + "']\n", dialect);
    };
    EXPECT_EQ(disk("phy:/dev/a,xvda,rw", Xm), "disk = ['phy:/dev/a,xvda,w']\n");
    EXPECT_EQ(disk("phy:/dev/a,xvda,ro", Xm), "disk = ['phy:/dev/a,xvda,r']\n");
    EXPECT_EQ(disk("phy:/dev/a,xvda,rw", Xl), "disk = ['phy:/dev/a,xvda,w']\n");
    EXPECT_EQ(disk("phy:/dev/a, xvda, w", Xm), "disk = ['phy:/dev/a,xvda,w']\n");
    EXPECT_EQ(disk("phy:/dev/a,xvda,w ", Xl), "disk = ['phy:/dev/a,xvda,w']\n");
    EXPECT_EQ(disk("phy:/dev/a,xvda,w!", Xl), "no fix") << "only a person knows what is on it";
    EXPECT_EQ(disk("target=/dev/a,vdev=xvda", Xl), "disk = ['vdev=xvda,target=/dev/a']\n");
}

TEST(GuestDiagnosticsTest, cards)
{
    const auto vif = [](const QByteArray &spec, GuestDialect dialect) {
        return found("vif = ['" + spec + "']\n", dialect);
    };
    EXPECT_EQ(vif("", Xl), "vif-no-mac ''");
    EXPECT_EQ(vif("mac=00:16:3e:00:00", Xl), "vif-bad-mac 00:16:3e:00:00");
    EXPECT_EQ(vif("mac=01:16:3e:00:00:01", Xl), "vif-bad-mac 01:16:3e:00:00:01");
    EXPECT_EQ(vif("mac=00:16:3e:00:00:01','mac=00:16:3E:00:00:01", Xl),
              "vif-duplicate-mac 00:16:3E:00:00:01");
    EXPECT_EQ(vif("mac=00:16:3e:00:00:01,colour=red", Xl), "vif-unknown-field red");
    EXPECT_EQ(vif("mac=00:16:3e:00:00:01,colour=red", Xm),
              "vif-refused 'mac=00:16:3e:00:00:01,colour=red'");
    EXPECT_EQ(vif("mac=00:16:3e:00:00:01,rate=fast", Xl),
              "vif-refused 'mac=00:16:3e:00:00:01,rate=fast'");
    EXPECT_EQ(vif("mac=00:16:3e:00:00:01,type=netfront", Xl), "vif-type netfront");
    EXPECT_EQ(vif("ip=10.0.0.1 ,mac=00:16:3e:00:00:01", Xl), "vif-blank 10.0.0.1 ");
    EXPECT_EQ(vif("ip=10.0.0.1 ,mac=00:16:3e:00:00:01", Xm), "") << "xm strips it";
    EXPECT_EQ(vif("mac=00:16:3e:00:00:01,ip=1,ip=2", Xl), "vif-duplicate-field 2");
    EXPECT_EQ(fixed("vif = ['ip=10.0.0.1 ,mac=00:16:3e:00:00:01']\n", Xl),
              "vif = ['ip=10.0.0.1,mac=00:16:3e:00:00:01']\n");
}

TEST(GuestDiagnosticsTest, whatPythonMakesOfIt)
{
    EXPECT_EQ(found("disk = ['phy:/dev/a,xvda,w'\n 'phy:/dev/b,xvdb,w']\n", Xm).substr(0, 14),
              "joined-strings");
    EXPECT_EQ(fixed("disk = ['phy:/dev/a,xvda,w'\n 'phy:/dev/b,xvdb,w']\n", Xm),
              "disk = ['phy:/dev/a,xvda,w',\n 'phy:/dev/b,xvdb,w']\n");
    EXPECT_EQ(found("x = 1\nif x:\n  memory = 2\n", Xm), "computed memory = 2");
    EXPECT_EQ(found("disk = [f('a'), 'phy:/dev/a,xvda,w']\n", Xm), "computed f('a')");
    EXPECT_EQ(found("# caf\xc3\xa9\n", Xm), "non-ascii \xc3");
    const QByteArray whole = sound(Xm) + "# caf\xc3\xa9\n";
    const Diagnostic finding = diagnosticsOf(whole, Xm).value(0);
    EXPECT_EQ(actedOn(whole, finding.fix->edits), "# -*- coding: utf-8 -*-\n" + whole);
    EXPECT_TRUE(diagnosticsOf("# -*- coding: utf-8 -*-\n" + whole, Xm).isEmpty());
}

TEST(GuestDiagnosticsTest, endsAndEscapes)
{
    EXPECT_EQ(found("memory = 1", Xl), "no-last-line-end 1");
    EXPECT_EQ(fixed("memory = 1", Xl), "memory = 1\n");
    EXPECT_EQ(found("memory = 1\n@", Xl), "stray-character @");
    EXPECT_EQ(fixed("memory = 1\n@", Xl), "memory = 1\n");
    EXPECT_EQ(found("extra = 'a\\012b'\n", Xl), "lost-escape \\0");
    EXPECT_EQ(found("a.b = 1\n", Xl), "newer-xl a.b");
}

TEST(GuestDiagnosticsTest, linesAreTold)
{
    for (const Diagnostic &finding : diagnosticsOf("name='a'\n\nname='b'\n", Xl)) {
        if (finding.id == "duplicate-key") {
            EXPECT_EQ(finding.message, u"name is set again in line 3, and the last one counts."_s);
        }
    }
}

TEST(GuestConversionTest, xmToXl)
{
    EXPECT_EQ(
        converted(
            "name = 'a'\r\nextra = 'b' \"c\"\r\nbuilder='linux'\r\nvcpus = -1\r\nmemory = 5L\r\n",
            Xm),
        "name = 'a'\nextra = 'bc'\nbuilder='generic'\nvcpus = '-1'\nmemory = 5\n");
    EXPECT_EQ(converted("name = r'a\\b'\nextra = '''x\ny'''\nroot = \\\n  '/dev/a'\n# end", Xm),
              "name = 'a\\\\b'\nextra = 'x\\ny'\nroot = '/dev/a'\n# end\n");
    EXPECT_EQ(
        converted("name = 'a'\ndisk = ['phy:/dev/a,xvda,w,dom2', # c\n 'phy:/dev/b,xvdb,w!']\n",
                  Xm),
        "name = 'a'\ndisk = ['phy:/dev/a,xvda,w,backend=dom2', # c\n 'phy:/dev/b,xvdb,w!']\n! "
        "disk-access\n");
    EXPECT_EQ(converted("import os\nname = 'a'\nkernel = '/boot/' + os.name\n", Xm),
              "import os\nname = 'a'\nkernel = '/boot/' + os.name\n! python-code\n! python-code\n");
    EXPECT_EQ(converted("memory = 1.5\n_x = 1\nvif = ['policy=a']\ncpus = (1, 2)\n", Xm),
              "memory = 1.5\n_x = 1\nvif = ['policy=a']\ncpus = (1, 2)\n! no-name\n! number\n! "
              "key-name\n! vif-field\n! tuple\n");
    EXPECT_EQ(converted("name = 'a\fb'\f\f\nextra = '\f'", Xm), "name = 'a\fb'  \nextra = '\f'\n");
    EXPECT_EQ(converted("name = '\\x41\\101'\ncpus = [ '1', \\\n '2' ]\n", Xm),
              "name = 'AA'\ncpus = [ '1', \n '2' ]\n");
}

TEST(GuestConversionTest, xlToXm)
{
    EXPECT_EQ(converted("name = 'a'; ;\n  memory = 512\ntype = \"hvm\"\ncmdline = 'ro'\n", Xl),
              "name = 'a'; \nmemory = 512\nbuilder = \"hvm\"\nextra = 'ro'\n");
    EXPECT_EQ(
        converted("disk = [ '/dev/a,raw,xvda,rw', "
                  "'format=qcow2,vdev=xvdb,access=ro,target=/srv/b', 'phy:/dev/c, xvdc, rw' ]\n",
                  Xl),
        "disk = [ 'phy:/dev/a,xvda,w', 'tap:qcow2:/srv/b,xvdb,r', 'phy:/dev/c,xvdc,w' ]\n");
    EXPECT_EQ(
        converted("disk = [ 'vdev=xvdb,target=/srv/b,c', '/dev/a,raw,xvda,rw,discard' ]\n", Xl),
        "disk = [ 'vdev=xvdb,target=/srv/b,c', 'phy:/dev/a,xvda,w' ]\n! disk\n! disk-field\n");
    EXPECT_EQ(converted("disk = [ 'vdev=xvda,backendtype=qdisk,target=rbd:pool/a' ]\n", Xl),
              "disk = [ 'vdev=xvda,backendtype=qdisk,target=rbd:pool/a' ]\n! disk\n");
    EXPECT_EQ(converted("a.b = 1\nvif = ['mtu=9000']\n", Xl),
              "a.b = 1\nvif = ['mtu=9000']\n! key-name\n! vif-field\n");
    EXPECT_EQ(converted("name = 'b\xc3\xa5t'\nmemory = 08\n", Xl),
              "name = 'b\\xc3\\xa5t'\nmemory = '08'\n");
    EXPECT_EQ(converted("extra += 'a'\nextra += 'b'\n", Xl), "extra = 'a'\nextra += 'b'\n");
    EXPECT_EQ(converted("name = 'a'\n@", Xl), "name = 'a'\n");
}

TEST(GuestConversionTest, realFiles)
{
    for (const Sample &sample : guestSamples()) {
        for (const GuestDialect dialect : {Xl, Xm}) {
            const auto config = GuestConfig::parse(sample.bytes, dialect);
            if (!config)
                continue;
            const GuestDialect other = dialect == Xl ? Xm : Xl;
            const GuestConversion conversion = config->convertedTo(other);
            const QByteArray after = actedOn(sample.bytes, conversion.edits);
            EXPECT_TRUE(!conversion.obstacles.isEmpty() || GuestConfig::parse(after, other))
                << sample.name.toStdString();
            EXPECT_TRUE(config->convertedTo(dialect).edits.isEmpty());
        }
    }
}

} // namespace colonnade::formats
