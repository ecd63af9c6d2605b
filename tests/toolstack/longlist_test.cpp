// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/captures.h"
#include "toolstack/parse.h"

#include <gmock/gmock.h>

namespace colonnade::toolstack {
namespace {

using namespace Qt::StringLiterals;

DomainConfig onlyOne(const base::Result<QList<DomainConfig>> &domains)
{
    EXPECT_TRUE(domains) << domains.error().message.toStdString();
    EXPECT_EQ(domains.value_or(QList<DomainConfig>()).size(), 1);
    return domains && !domains->isEmpty() ? domains->first() : DomainConfig();
}

TEST(ParseXlListLong, readsWhatXl417Printed)
{
    const auto domains = parseXlListLong(test::data("xl-list_l.out"));
    ASSERT_TRUE(domains);
    ASSERT_EQ(domains->size(), 2);
    EXPECT_EQ(domains->at(0).name, u"Domain-0"_s);
    EXPECT_EQ(domains->at(0).id, 0);

    const DomainConfig &web1 = domains->at(1);
    EXPECT_EQ(web1.id, 4); // not the 4294967295 of c_info
    EXPECT_EQ(web1.uuid, u"9e171ba8-8749-4240-b0d5-93bd91999f9c"_s);
    EXPECT_EQ(web1.type, GuestType::Pv);
    EXPECT_EQ(web1.vcpus, 1);
    EXPECT_EQ(web1.maxMemoryKiB, 163840);
    EXPECT_EQ(web1.targetMemoryKiB, 163840);
    EXPECT_EQ(web1.kernel, u"/var/lib/lab/vmlinuz"_s);
    EXPECT_EQ(web1.ramdisk, u"/var/lib/lab/guest.img"_s);
    EXPECT_TRUE(web1.migratable);
    ASSERT_EQ(web1.disks.size(), 1);
    EXPECT_EQ(web1.disks[0],
              (Disk{u"/dev/vgshared/web1"_s, u"xvda"_s, {}, u"raw"_s, u"w"_s, false, {}}));
    ASSERT_EQ(web1.nics.size(), 1);
    EXPECT_EQ(web1.nics[0], (Nic{u"00:16:3e:00:00:10"_s, u"xenbr0"_s, {}}));
}

TEST(ParseXlListLong, readsTheFormOfXen44)
{
    const DomainConfig guest = onlyOne(parseXlListLong(R"([
        { "domid": 3, "config": {
            "c_info": { "type": "hvm", "hap": "<default>", "oos": "<default>", "name": "win", "uuid": "AB171BA8-8749-4240-B0D5-93BD91999F9C" },
            "b_info": { "max_vcpus": 2, "avail_vcpus": [0, 1], "max_memkb": 1048576, "target_memkb": 1048576, "shadow_memkb": 10240,
                "disable_migrate": "<default>",
                "u": { "firmware": null, "bios": "rombios", "kernel": "/k", "bootloader": "pygrub", "ramdisk": "/r" } },
            "disks": [ { "pdev_path": "/dev/vg/win", "vdev": "hda", "backend": "phy", "format": "raw", "script": null, "readwrite": 1, "is_cdrom": 0 },
                       { "pdev_path": null, "vdev": "hdc", "backend": "unknown", "format": "empty", "readwrite": 0, "is_cdrom": 1 } ],
            "nics": [ { "devid": 0, "mac": "00:16:3E:AA:BB:CC", "model": "e1000", "bridge": null } ],
            "pcidevs": [ { "func": 0, "dev": 31, "bus": 3, "domain": 0 } ],
            "on_poweroff": "destroy" } } ])"));
    EXPECT_EQ(guest.type, GuestType::Hvm);
    EXPECT_EQ(guest.uuid, u"ab171ba8-8749-4240-b0d5-93bd91999f9c"_s);
    EXPECT_EQ(guest.kernel, u"/k"_s);
    EXPECT_EQ(guest.bootloader, u"pygrub"_s);
    EXPECT_EQ(guest.shadowMemoryKiB, 10240);
    EXPECT_EQ(guest.hap, std::nullopt);
    EXPECT_TRUE(guest.migratable);
    ASSERT_EQ(guest.disks.size(), 2);
    EXPECT_EQ(guest.disks[0].mode, u"w"_s);
    EXPECT_EQ(guest.disks[0].backend, u"phy"_s);
    EXPECT_EQ(guest.disks[1], (Disk{{}, u"hdc"_s, {}, u"empty"_s, u"r"_s, true, {}}));
    EXPECT_EQ(guest.nics.at(0), (Nic{u"00:16:3e:aa:bb:cc"_s, {}, u"e1000"_s}));
    EXPECT_EQ(guest.pciDevices, QStringList{u"0000:03:1f.0"_s});
}

TEST(ParseXlListLong, takesWhatIsLeftOutForTheDefault)
{
    const DomainConfig guest = onlyOne(parseXlListLong(
        R"([{"domid":null,"config":{"c_info":{"type":"pvh","name":"g"},"b_info":{"max_memkb":4096,"target_memkb":18446744073709551615},
            "disks":[{"pdev_path":"/dev/a","vdev":"xvda"}]}}])"));
    EXPECT_EQ(guest.id, std::nullopt);
    EXPECT_EQ(guest.type, GuestType::Pvh);
    EXPECT_EQ(guest.uuid, QString());
    EXPECT_EQ(guest.targetMemoryKiB, 4096); // "default" is as much as the maximum
    EXPECT_EQ(guest.disks.at(0).mode, u"r"_s);
    EXPECT_TRUE(guest.nics.isEmpty());
}

TEST(ParseXlListLong, readsTruthInEveryForm)
{
    const auto migratable = [](const char *word) {
        const QByteArray text =
            QByteArray(
                R"([{"domid":1,"config":{"c_info":{"name":"g"},"b_info":{"disable_migrate":)")
            + word + "}}}]";
        return onlyOne(parseXlListLong(text)).migratable;
    };
    for (const char *word : {"\"True\"", "true", "1", "\"1\""})
        EXPECT_FALSE(migratable(word)) << word;
    for (const char *word : {"\"False\"", "false", "0", "\"<default>\"", "null", "[]"})
        EXPECT_TRUE(migratable(word)) << word;
}

TEST(ParseXlListLong, seesWhatCannotBeMigrated)
{
    const DomainConfig guest = onlyOne(parseXlListLong(
        R"([{"domid":1,"config":{"c_info":{"name":"g"},"b_info":{"vnuma_nodes":[{"memkb":1}]},"usbdevs":[{"ctrl":0}]}}])"));
    EXPECT_TRUE(guest.vnuma);
    EXPECT_EQ(guest.pciDevices, QStringList{u"usbdevs"_s});
}

TEST(ParseXlListLong, passesOverWarningsBeforeTheAnswer)
{
    EXPECT_EQ(
        onlyOne(parseXlListLong("libxl: warning: something (1)\n[{\"domid\":1,\"config\":{}}]\n"))
            .id,
        1);
}

TEST(ParseXlListLong, anEmptyListIsAnAnswer)
{
    for (const char *text : {"[\n\n]\n", "[]", "", "\n"}) {
        const auto domains = parseXlListLong(text);
        ASSERT_TRUE(domains) << text;
        EXPECT_TRUE(domains->isEmpty());
    }
}

// xl prints its legacy form with a parenthesis too many after the image of a PV guest.
constexpr const char *XlSxp = R"((domain
	(domid 7)
	(create_info)
	(hvm 0)
	(hap <default>)
	(name web 1)
	(uuid 9e171ba8-8749-4240-b0d5-93bd91999f9c)
	(xsdata (null))
	(build_info)
	(max_vcpus 2)
	(tsc_mode default)
	(max_memkb 131072)
	(target_memkb 131072)
	(nomigrate <default>)
	(image
		(linux 0)
			(kernel /boot/vmlinuz)
			(cmdline root=/dev/xvda ro)
			(ramdisk (null))
			(e820_host <default>)
		)
	)
	(device
		(tap
			(backend_domid 0)
			(frontend_domid 7)
			(physpath /dev/vg/web1)
			(phystype 1)
			(virtpath xvda)
			(unpluggable 0)
			(readwrite 1)
			(is_cdrom 0)
		)
	)
	(device
		(vif
			(backend_domid 0)
			(devid 0)
			(mtu 1492)
			(model rtl8139)
			(mac 00163e000010)
		)
	)
	(device
		(pci
			(pci dev 0000:03:00.1@05)
			(opts msitranslate 0 power_mgmt 0)
		)
	)
)
(domain
	(domid 8)
	(hvm 1)
	(hap True)
	(name win)
	(max_vcpus 1)
	(max_memkb 262144)
	(target_memkb 262144)
	(nomigrate True)
	(image
		(hvm
			(firmware (null))
			(shadow_memkb 3072)
		)
	)
)
)";

TEST(ParseXlListLong, readsTheLegacyForm)
{
    const auto domains = parseXlListLong(XlSxp);
    ASSERT_TRUE(domains) << domains.error().message.toStdString();
    ASSERT_EQ(domains->size(), 2);
    const DomainConfig &web1 = domains->at(0);
    EXPECT_EQ(web1.id, 7);
    EXPECT_EQ(web1.name, u"web 1"_s);
    EXPECT_EQ(web1.type, GuestType::Pv);
    EXPECT_EQ(web1.targetMemoryKiB, 131072);
    EXPECT_EQ(web1.kernel, u"/boot/vmlinuz"_s);
    EXPECT_EQ(web1.ramdisk, QString());
    ASSERT_EQ(web1.disks.size(), 1);
    EXPECT_EQ(web1.disks[0], (Disk{u"/dev/vg/web1"_s, u"xvda"_s, u"phy"_s, {}, u"w"_s, false, {}}));
    ASSERT_EQ(web1.nics.size(), 1);
    EXPECT_EQ(web1.nics[0].mac, u"00:16:3e:00:00:10"_s);
    EXPECT_EQ(web1.pciDevices, QStringList{u"0000:03:00.1"_s});
    const DomainConfig &win = domains->at(1);
    EXPECT_EQ(win.type, GuestType::Hvm);
    EXPECT_EQ(win.hap, true);
    EXPECT_FALSE(win.migratable);
    EXPECT_EQ(win.shadowMemoryKiB, 3072);
}

constexpr const char *XmSxp = R"((domain
    (domid 0)
    (uuid 00000000-0000-0000-0000-000000000000)
    (vcpus 4)
    (name Domain-0)
    (cpus ((0 1 2 3) (0 1 2 3)))
    (maxmem 16777215)
    (memory 1023)
    (image (linux (kernel ) (nomigrate 0)))
    (state r-----)
)
(domain
    (domid 119)
    (bootloader /usr/bin/pygrub)
    (on_crash restart)
    (uuid e430b4b8-dc91-9390-dfe0-b83c138ea0aa)
    (vcpus 2)
    (name xendomU1)
    (maxmem 1024)
    (memory 512)
    (shadow_memory 0)
    (image
        (linux
            (kernel /boot/vmlinuz)
            (ramdisk /boot/initrd)
            (args 'root=/dev/sda1 ro (single) it\'s')
            (pci ())
            (nomigrate 1)
            (notes (FEATURES '!writable_page_tables|pae') (PAE_MODE yes))
        )
    )
    (status 2)
    (state -b----)
    (device (vif (bridge xenbr0) (mac AA:00:00:30:8d:9d) (script vif-bridge)))
    (device (console (protocol vt100)))
    (device
        (vbd (bootable 1) (dev hda:disk)
            (uname
                phy:vgxen01/lv_hda
            )
            (mode w)))
    (device (vbd (dev hdb:disk) (uname phy:vgxen01/lv_hdb) (mode w!)))
    (device (tap (dev xvdc:disk) (uname tap:aio:/srv/img/a:b.img) (mode r)))
    (device (vbd (dev hdc:cdrom) (uname file:/srv/x.iso) (mode r)))
    (device (pci (dev (slot 0x00) (domain 0x0) (bus 0x03) (func 0x1))))
)
(domain
    (uuid 11111111-dc91-9390-dfe0-b83c138ea0aa)
    (name halted)
    (memory 256)
    (image (hvm (kernel /usr/lib/xen/boot/hvmloader) (hap 1)))
    (status 0)
)
)";

TEST(ParseXmListLong, readsTheFormsOfXend)
{
    const auto domains = parseXmListLong(QByteArray(XmSxp).prepend("Warning: a line before\n"));
    ASSERT_TRUE(domains) << domains.error().message.toStdString();
    ASSERT_EQ(domains->size(), 3);
    EXPECT_EQ(domains->at(0).uuid, QString());
    EXPECT_EQ(domains->at(0).maxMemoryKiB, 1023 * 1024);

    const DomainConfig &guest = domains->at(1);
    EXPECT_EQ(guest.id, 119);
    EXPECT_EQ(guest.name, u"xendomU1"_s);
    EXPECT_EQ(guest.vcpus, 2);
    EXPECT_EQ(guest.maxMemoryKiB, 1024 * 1024);
    EXPECT_EQ(guest.targetMemoryKiB, 512 * 1024);
    EXPECT_EQ(guest.kernel, u"/boot/vmlinuz"_s);
    EXPECT_EQ(guest.bootloader, u"/usr/bin/pygrub"_s);
    EXPECT_FALSE(guest.migratable);
    ASSERT_EQ(guest.disks.size(), 4);
    EXPECT_EQ(guest.disks[0],
              (Disk{u"vgxen01/lv_hda"_s, u"hda"_s, u"phy"_s, {}, u"w"_s, false, {}}));
    EXPECT_EQ(guest.disks[1].mode, u"w!"_s);
    EXPECT_EQ(guest.disks[2],
              (Disk{u"/srv/img/a:b.img"_s, u"xvdc"_s, u"tap"_s, u"raw"_s, u"r"_s, false, {}}));
    EXPECT_EQ(guest.disks[3], (Disk{u"/srv/x.iso"_s, u"hdc"_s, u"file"_s, {}, u"r"_s, true, {}}));
    EXPECT_EQ(guest.nics.at(0), (Nic{u"aa:00:00:30:8d:9d"_s, u"xenbr0"_s, {}, u"vif-bridge"_s}));
    EXPECT_EQ(guest.pciDevices, QStringList{u"0000:03:00.1"_s});

    EXPECT_EQ(domains->at(2).id, std::nullopt);
    EXPECT_EQ(domains->at(2).type, GuestType::Hvm);
    EXPECT_EQ(domains->at(2).hap, true);
}

TEST(ParseXmListLong, whatIsNoAnswerIsAnError)
{
    for (const char *text :
         {"", "Error: Unable to connect to xend: Connection refused. Is xend running?\n",
          "(domain (name x)", "(domain (name 'x", "(other (name x))"})
        EXPECT_FALSE(parseXmListLong(text)) << text;
}

TEST(LongLists, deepNestingIsRefusedAndDoesNotCrash)
{
    EXPECT_FALSE(parseXlListLong(QByteArray(1000000, '[')));
    EXPECT_FALSE(parseXlListLong(QByteArray(1000000, '(')));
    EXPECT_FALSE(parseXmListLong(QByteArray(1000000, '(')));
    EXPECT_FALSE(parseXlListLong(QByteArray("{\"a\":[").repeated(100000).prepend("[")));
}

TEST(LongLists, anAnswerThatNeverEndsIsRefused)
{
    const QByteArray flood = QByteArray(17 * 1024 * 1024, ' ').prepend("(");
    EXPECT_EQ(parseXlListLong(flood).error().code, base::ErrorCode::OutputTooLarge);
    EXPECT_EQ(parseXmListLong(flood).error().code, base::ErrorCode::OutputTooLarge);
}

TEST(ParseXlListLong, readsEveryCapture)
{
    const QStringList names = test::captureNames(u"*xl-list_l*.out"_s);
    if (names.isEmpty())
        GTEST_SKIP() << "no captures at " << test::capturesFolder().toStdString();
    for (const QString &name : names) {
        const auto domains = parseXlListLong(*test::capture(name));
        ASSERT_TRUE(domains) << name.toStdString();
        for (const DomainConfig &domain : *domains) {
            EXPECT_TRUE(domain.id && !domain.name.isEmpty() && domain.maxMemoryKiB > 0)
                << name.toStdString();
            EXPECT_EQ(domain.uuid.isEmpty(), domain.id == 0) << name.toStdString();
        }
    }
}

} // namespace
} // namespace colonnade::toolstack
