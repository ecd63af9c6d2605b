// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/checks.h"

#include "rules/words.h"

#include <algorithm>

namespace colonnade::rules {

using namespace Qt::StringLiterals;
using toolstack::GuestType;
using toolstack::HostInfo;

namespace {

QString architecture(const QString &machine)
{
    const bool intel32 =
        machine.size() == 4 && machine.startsWith(u'i') && machine.endsWith("86"_L1);
    return intel32 ? u"i386"_s : machine;
}

GuestType typeOf(const cluster::Guest &guest)
{
    return guest.config ? guest.config->type : GuestType::Unknown;
}

QString typeName(GuestType type)
{
    switch (type) {
    case GuestType::Pv:
        return u"PV"_s;
    case GuestType::Hvm:
        return u"HVM"_s;
    case GuestType::Pvh:
        return u"PVH"_s;
    case GuestType::Unknown:
        break;
    }
    return {};
}

/// The interfaces in @p caps that a guest of @p type can have been built for.
QStringList interfacesFor(GuestType type, const QStringList &caps)
{
    const QString prefix = type == GuestType::Pv ? u"xen-"_s : u"hvm-"_s;
    QStringList result;
    std::copy_if(caps.begin(), caps.end(), std::back_inserter(result),
                 [&prefix](const QString &cap) { return cap.startsWith(prefix); });
    return result;
}

void checkInterfaces(const Question &question, GuestType type, Reasons &reasons)
{
    const QStringList here = interfacesFor(type, question.sourceFacts().info.xenCaps);
    const QStringList there = interfacesFor(type, question.targetFacts().info.xenCaps);
    if (question.targetFacts().info.xenCaps.isEmpty())
        return;
    if (there.isEmpty()) {
        reasons.hard(u"guest-type"_s,
                     Words::tr("%1 is a %2 guest, and %3 runs none of these.")
                         .arg(question.guest.name, typeName(type), question.target.name()));
        return;
    }
    QStringList missing;
    std::copy_if(here.begin(), here.end(), std::back_inserter(missing),
                 [&there](const QString &cap) { return !there.contains(cap); });
    if (missing.isEmpty())
        return;
    const QString sentence =
        Words::tr("%1 does not run guests built for %2, as %3 does.")
            .arg(question.target.name(), joined(missing), question.source.name());
    if (missing.size() == here.size())
        reasons.hard(u"guest-interface"_s, sentence);
    else
        reasons.warning(
            u"guest-interface-unsure"_s, sentence,
            Words::tr("Make sure that %1 is not one of them.").arg(question.guest.name));
}

std::optional<int> versionOf(const HostInfo &info)
{
    return info.xenMajor > 0 ? std::optional(info.xenMajor * 1000 + info.xenMinor) : std::nullopt;
}

QString versionText(const HostInfo &info)
{
    return u"%1.%2%3"_s.arg(QString::number(info.xenMajor), QString::number(info.xenMinor),
                            info.xenExtra);
}

QList<quint32> featureWords(const QString &hwCaps)
{
    QList<quint32> words;
    for (const QString &word : hwCaps.split(u':', Qt::SkipEmptyParts))
        words.append(word.toUInt(nullptr, 16));
    return words;
}

} // namespace

void checkMachine(const Question &question, Reasons &reasons)
{
    const QString here = architecture(question.sourceFacts().info.machine);
    const QString there = architecture(question.targetFacts().info.machine);
    if (!here.isEmpty() && !there.isEmpty() && here != there)
        reasons.hard(u"machine"_s,
                     Words::tr("%1 is %2 and %3 is %4.")
                         .arg(question.source.name(), here, question.target.name(), there));
    if (const GuestType type = typeOf(question.guest); type != GuestType::Unknown)
        checkInterfaces(question, type, reasons);
}

void checkShadowPaging(const Question &question, Reasons &reasons)
{
    // Xen prints the word from 4.13 on; before, every Xen has it. Debian's builds from 4.17.7 on
    // leave it out.
    constexpr int PrintsIt = 4013;
    const auto lacksIt = [](const HostInfo &info) {
        return !info.virtCaps.isEmpty() && !info.virtCaps.contains(u"shadow"_s)
               && versionOf(info).value_or(0) >= PrintsIt;
    };
    if (typeOf(question.guest) != GuestType::Pv)
        return;
    if (lacksIt(question.sourceFacts().info))
        reasons.hard(u"shadow"_s,
                     Words::tr("%1 is a PV guest, and the hypervisor of %2 was built without "
                               "shadow paging, which moving one takes.")
                         .arg(question.guest.name, question.source.name()),
                     Words::tr("Run it as PVH, or boot %1 with a hypervisor whose `xl info` shows "
                               "shadow in virt_caps.")
                         .arg(question.source.name()));
    else if (lacksIt(question.targetFacts().info))
        reasons.warning(u"shadow-one-way"_s,
                        Words::tr("%1 could not be moved away from %2 again: the hypervisor there "
                                  "was built without shadow paging.")
                            .arg(question.guest.name, question.target.name()));
}

void checkXenVersion(const Question &question, Reasons &reasons)
{
    const HostInfo &here = question.sourceFacts().info;
    const HostInfo &there = question.targetFacts().info;
    const auto from = versionOf(here);
    const auto to = versionOf(there);
    if (!from || !to)
        return;
    if (*to < *from)
        reasons.hard(u"xen-older"_s,
                     Words::tr("%1 runs Xen %2, which is older than the %3 of %4; guests move to "
                               "the same or a newer one only.")
                         .arg(question.target.name(), versionText(there), versionText(here),
                              question.source.name()),
                     Words::tr("Update Xen on %1.").arg(question.target.name()));
    else if (*to > *from)
        reasons.soft(u"xen-newer"_s,
                     Words::tr("%1 runs a newer Xen (%2) than %3 (%4): there is no way back.")
                         .arg(question.target.name(), versionText(there), question.source.name(),
                              versionText(here)));
}

void checkCpuFeatures(const Question &question, Reasons &reasons)
{
    const QList<quint32> here = featureWords(question.sourceFacts().info.hwCaps);
    const QList<quint32> there = featureWords(question.targetFacts().info.hwCaps);
    if (here.isEmpty() || there.isEmpty())
        return;
    bool lacking = false;
    for (qsizetype i = 0; i < here.size(); ++i)
        lacking = lacking || (here[i] & ~there.value(i, 0)) != 0;
    if (lacking)
        reasons.warning(
            u"cpu-features"_s,
            Words::tr("The CPU of %1 lacks features that the one of %2 has; %3 may crash if it "
                      "uses them.")
                .arg(question.target.name(), question.source.name(), question.guest.name),
            Words::tr("Level the features with cpuid= in the guest's configuration."));
}

} // namespace colonnade::rules
