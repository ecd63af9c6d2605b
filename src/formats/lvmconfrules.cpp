// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/findings.h"
#include "formats/lvmconf.h"
#include "formats/lvmconfparser.h"
#include "formats/lvmconfschema.h"
#include "formats/shown.h"

#include <QHash>

#include <cstdlib>
#include <utility>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using Setting = LvmConf::Setting;
using Value = LvmConf::Value;

class Rules
{
public:
    explicit Rules(const LvmConf &conf) : m_conf(conf) {}

    QList<Diagnostic> findings()
    {
        checkText();
        QHash<QByteArray, const Setting *> seen;
        for (const Setting &setting : m_conf.settings()) {
            checkSetting(setting);
            if (const Setting *former = std::exchange(seen[setting.path], &setting))
                addDuplicate(*former, setting);
        }
        checkSections();
        checkLocking();
        return m_findings.take();
    }

private:
    void checkText()
    {
        const QByteArrayView text = m_conf.text();
        if (const qsizetype end = lvmEnd(text); end < text.size())
            m_findings.add("nul-byte", Severity::Error, {end, end + 1},
                           u"LVM stops reading at this NUL byte: what stands behind it does not "
                           u"count."_s);
        if (!text.isEmpty() && m_conf.settings().isEmpty() && m_conf.sections().isEmpty())
            m_findings.add("no-settings", Severity::Error, {0, 0},
                           u"LVM fails with a file that has only comments: it takes an empty file, "
                           u"or one with a section."_s);
    }

    void checkSetting(const Setting &setting)
    {
        const auto type = lvmType(setting.path);
        if (!setting.path.contains('/'))
            m_findings.add(
                "setting-outside", Severity::Error, setting.key,
                u"“%1” stands in no section, and so LVM ignores it."_s.arg(shown(setting.path)));
        else if (!type && !hasOwnNames(setting.path))
            m_findings.add("unknown-setting", Severity::Hint, setting.key,
                           u"LVM up to 2.03.16 knows no setting %1 and ignores it; a newer one may "
                           u"know it."_s.arg(shown(setting.path)));
        else if (type && !isOfLvmType(setting.value, *type))
            m_findings.add(
                "wrong-type", Severity::Error, setting.value.span,
                u"%1 takes %2: LVM ignores what stands here and takes its default."_s.arg(
                    shown(setting.path), lvmTypeName(*type)),
                typeFix(setting, *type));
        if (setting.path == "devices/filter" || setting.path == "devices/global_filter")
            checkFilter(setting);
    }

    /// In these, sections and settings have names of the administrator's own.
    static bool hasOwnNames(const QByteArray &path)
    {
        return path.startsWith("tags/") || path.startsWith("metadata/disk_areas/")
               || path.startsWith("allocation/cache_settings/");
    }

    /// The same value with or without quotes, where that is of the right type.
    static std::optional<Fix> typeFix(const Setting &setting, LvmType type)
    {
        for (const QByteArray &literal : {setting.value.text, lvmString(setting.value.text)}) {
            const auto value = LvmConf::valueOf(literal);
            if (setting.value.type != Value::Type::List && value && isOfLvmType(*value, type)
                && (value->type != Value::Type::String || literal.startsWith('"')))
                return Fix{u"Write %1"_s.arg(shown(literal)), {{setting.value.span, literal}}};
        }
        return std::nullopt;
    }

    /// A pattern is a or r and a regular expression between delimiters: lib/filters/filter-regex.c.
    void checkFilter(const Setting &setting)
    {
        const QList<Value> patterns = setting.value.type == Value::Type::List
                                          ? setting.value.items
                                          : QList<Value>{setting.value};
        for (const Value &pattern : patterns) {
            if (!isPattern(pattern.text))
                m_findings.add("bad-filter", Severity::Error, pattern.span,
                               u"“%1” is no pattern, and with it every command of LVM fails: it "
                               u"takes a or r and an expression between two delimiters, as in "
                               u"a|/dev/sd.*|."_s.arg(shown(pattern.text)));
        }
    }

    static bool isPattern(const QByteArray &text)
    {
        if (text.size() < 3 || (text[0] != 'a' && text[0] != 'r'))
            return false;
        const qsizetype bracket = QByteArrayView("([{").indexOf(text[1]);
        return text.back() == (bracket < 0 ? text[1] : ")]}"[bracket]);
    }

    void addDuplicate(const Setting &former, const Setting &latter)
    {
        const bool isSame =
            former.value.type == latter.value.type && former.value.text == latter.value.text;
        m_findings.add(
            "duplicate-setting", isSame ? Severity::Warning : Severity::Error, former.key,
            isSame ? u"%1 is set again below, to the same."_s.arg(shown(former.path))
                   : u"%1 is set again below, to something else: today's LVM takes the "
                     u"last, old LVM such as Debian Lenny's the first."_s.arg(shown(former.path)));
    }

    void checkSections()
    {
        QHash<QByteArray, qsizetype> seen;
        for (const LvmConf::Section &section : m_conf.sections()) {
            if (seen[section.path]++ > 0)
                m_findings.add(
                    "duplicate-section", Severity::Warning, section.name,
                    u"The section “%1” stands here for another time: old LVM, such as "
                    u"Debian Lenny's, ignores all that is in it."_s.arg(shown(section.path)));
        }
    }

    void checkLocking()
    {
        const Setting *type = m_conf.setting("global/locking_type");
        if (!type || type->value.type != Value::Type::Integer)
            return;
        switch (numberOf(*type)) {
        case 0:
            add("locking-off", Severity::Error, *type,
                u"With locking_type 0 LVM locks nothing: two commands at a time, on one node or on "
                u"two, destroy the metadata of a volume group."_s,
                typeThree(*type));
            break;
        case 1:
            add("locking-local", Severity::Hint, *type,
                u"locking_type 1 keeps nodes from nothing that others do: volume groups that "
                u"several nodes share need 3 and a running clvmd."_s,
                typeThree(*type));
            break;
        case 2:
            add("locking-external", Severity::Warning, *type,
                u"locking_type 2 needs the library of locking_library; Debian builds cluster "
                u"locking "
                u"in, which is 3."_s,
                typeThree(*type));
            break;
        case 3:
            checkClusterLocking(*type);
            break;
        case 4:
            add("locking-read-only", Severity::Hint, *type,
                u"With locking_type 4 LVM refuses all that changes a volume group."_s);
            break;
        default:
            if (numberOf(*type) != 5)
                add("locking-unknown", Severity::Error, *type,
                    u"LVM knows no locking_type %1, and every command of it fails."_s.arg(
                        shown(type->value.text)));
        }
    }

    void checkClusterLocking(const Setting &type)
    {
        add("locking-cluster", Severity::Hint, type,
            u"locking_type 3 needs cman and clvmd running on this node. LVM from 2.03 on has no "
            u"clvmd and ignores it."_s);
        const Setting *fallback = m_conf.setting("global/fallback_to_local_locking");
        if (!fallback || isOn(*fallback))
            add("locking-fallback", Severity::Warning, fallback ? *fallback : type,
                u"While clvmd is not running, LVM falls back to local locking and hides the "
                u"clustered volume groups; with fallback_to_local_locking = 0 it fails, and says "
                u"so."_s,
                fixSetting("global/fallback_to_local_locking", "0"));
        if (const Setting *lvmetad = m_conf.setting("global/use_lvmetad");
            lvmetad && isOn(*lvmetad))
            add("locking-lvmetad", Severity::Warning, *lvmetad,
                u"lvmetad does not work with cluster locking: LVM warns at every command, and does "
                u"without it."_s,
                fixSetting("global/use_lvmetad", "0"));
        if (const Setting *lockd = m_conf.setting("global/use_lvmlockd"); lockd && isOn(*lockd))
            add("locking-lvmlockd", Severity::Error, *lockd,
                u"lvmlockd and clvmd exclude each other: locking_type is 3."_s,
                fixSetting("global/use_lvmlockd", "0"));
        if (const Setting *library = m_conf.setting("global/locking_library"))
            add("locking-library", Severity::Hint, *library,
                u"locking_library counts with locking_type 2 only, and here it is 3."_s);
    }

    /// As strtoll() reads it: 0x is hexadecimal, 0 octal.
    static qlonglong numberOf(const Setting &setting)
    {
        return std::strtoll(setting.value.text.constData(), nullptr, 0);
    }

    static bool isOn(const Setting &setting)
    {
        static const QList<QByteArray> words = {"y", "yes", "on", "true"};
        return setting.value.type == Value::Type::Integer
                   ? numberOf(setting) != 0
                   : words.contains(setting.value.text.toLower());
    }

    std::optional<Fix> typeThree(const Setting &type) const
    {
        return Fix{u"Write 3"_s, {{type.value.span, "3"}}};
    }

    std::optional<Fix> fixSetting(const char *path, const QByteArray &literal) const
    {
        const auto edits = m_conf.set(path, literal);
        if (!edits)
            return std::nullopt;
        return Fix{u"Set %1 = %2"_s.arg(QString::fromLatin1(path), shown(literal)), *edits};
    }

    void add(const char *id, Severity severity, const Setting &setting, const QString &message,
             const std::optional<Fix> &fix = std::nullopt)
    {
        m_findings.add(id, severity, setting.value.span, message, fix);
    }

    const LvmConf &m_conf;
    Findings m_findings;
};

} // namespace

QList<Diagnostic> LvmConf::diagnostics() const
{
    return Rules(*this).findings();
}

} // namespace colonnade::formats
