// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/deployfile.h"

#include "base/shell.h"
#include "formats/clusterconf.h"
#include "formats/defaultsfile.h"
#include "formats/guestconfig.h"
#include "formats/lvmconf.h"
#include "formats/ocfs2conf.h"
#include "formats/xendconfig.h"
#include "operations/deployocfs2.h"
#include "operations/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::operations {

namespace {

using formats::XmlElement;

constexpr char CheckFunctions[] = R"sh(checked=
check() {
    command -v "$1" >/dev/null 2>&1 || return 0
    said=$("$@" 2>&1 </dev/null) || { printf 'refused %s\n%s\n' "$1" "$said"; exit 0; }
    checked="$checked $1"
}
)sh";

constexpr char RunningVersion[] = R"sh(running() {
    command -v cman_tool >/dev/null 2>&1 && cman_tool status >/dev/null 2>&1 || return 1
    v=$(cman_tool version 2>/dev/null) || return 1
    case $v in *'config '*) v=${v##*config }; echo "${v%%[!0-9]*}";; *) return 1;; esac
}
)sh";

constexpr char PrintRunning[] = R"sh(now=$(running) || { echo none; exit 0; }
case $(cman_tool status 2>/dev/null | grep '^Flags:') in
    *Error*) echo "$now suspended";;
    *) echo "$now";;
esac
)sh";

/// The second command of cluster 2 is for versions whose ccs_tool leaves it to the person.
constexpr char Activate[] = R"sh(now=$(running) || { echo none; exit 0; }
[ "$now" = "$version" ] && { echo "done"; exit 0; }
try() { said=$("$@" 2>&1 </dev/null) || { printf 'failed %s\n%s\n' "$*" "$said"; exit 0; }; }
if command -v ccsd >/dev/null 2>&1; then
    try ccs_tool update "$f"
    for i in 1 2 3 4 5; do [ "$(running)" = "$version" ] && break; sleep 1; done
    [ "$(running)" = "$version" ] || try cman_tool version -r "$version"
else
    case $(cman_tool -V 2>/dev/null) in
        *' 3.0'*) try cman_tool version -r "$version" -S;;
        *) try cman_tool version -r -S;;
    esac
fi
echo "done"
)sh";

template<typename Document>
base::Result<void> readable(const formats::Parsed<Document> &document, const QByteArray &bytes)
{
    if (document)
        return {};
    const formats::Place place = formats::placeOf(bytes, document.error().offset);
    return base::failure(base::ErrorCode::InvalidInput,
                         Words::tr("Line %1, column %2: %3")
                             .arg(place.line)
                             .arg(place.column)
                             .arg(document.error().message),
                         Words::tr("Mend it first. Nothing was sent."));
}

bool equalValues(const XmlElement &one, const XmlElement &other)
{
    const auto attributes = one.attributes();
    return attributes.size() == other.attributes().size()
           && std::ranges::all_of(attributes, [&](const formats::XmlAttribute &attribute) {
                  const QByteArray name = one.nameOf(attribute).toUtf8();
                  return other.has(name) && other.value(name) == one.value(attribute);
              });
}

} // namespace

std::optional<DeployKind> deployKindOf(const QString &path)
{
    if (path == u"/etc/cluster/cluster.conf")
        return DeployKind::ClusterConf;
    if (path == u"/etc/ocfs2/cluster.conf")
        return DeployKind::Ocfs2Conf;
    if (path == u"/etc/xen/xend-config.sxp")
        return DeployKind::XendConfig;
    if (path == u"/etc/lvm/lvm.conf")
        return DeployKind::LvmConf;
    const QString folder = path.section(u'/', 0, -2);
    const QString name = path.section(u'/', -1);
    if (name.isEmpty() || name.startsWith(u'.'))
        return std::nullopt;
    if (folder == u"/etc/default" || folder == u"/etc/sysconfig")
        return DeployKind::DefaultsFile;
    if (folder == u"/etc/xen")
        return DeployKind::GuestConfig;
    return std::nullopt;
}

bool isWatched(const QString &path)
{
    // As hashes() of cluster/probescript.cpp lists them.
    static const QStringList watched{u"/etc/cluster/cluster.conf"_s, u"/etc/ocfs2/cluster.conf"_s,
                                     u"/etc/lvm/lvm.conf"_s,         u"/etc/default/cman"_s,
                                     u"/etc/default/o2cb"_s,         u"/etc/default/xen"_s,
                                     u"/etc/default/xendomains"_s};
    return watched.contains(path) || path.section(u'/', 0, -2) == u"/etc/xen";
}

base::Result<void> checkReadable(DeployKind kind, const QByteArray &bytes)
{
    switch (kind) {
    case DeployKind::ClusterConf:
        return readable(formats::ClusterConf::parse(bytes), bytes);
    case DeployKind::Ocfs2Conf:
        return readable(formats::Ocfs2Conf::parse(bytes), bytes);
    case DeployKind::GuestConfig:
        return readable(formats::GuestConfig::parse(bytes, formats::GuestDialect::Xm), bytes);
    case DeployKind::XendConfig:
        return readable(formats::XendConfig::parse(bytes), bytes);
    case DeployKind::LvmConf:
        return readable(formats::LvmConf::parse(bytes), bytes);
    case DeployKind::DefaultsFile:
        break;
    }
    return readable(formats::DefaultsFile::parse(bytes), bytes);
}

int configVersionOf(const QByteArray &bytes)
{
    const formats::Parsed<formats::ClusterConf> conf = formats::ClusterConf::parse(bytes);
    return conf ? conf->configVersion() : 0;
}

bool saysTheSame(const QByteArray &one, const QByteArray &other)
{
    const auto first = formats::XmlDocument::parse(one);
    const auto second = formats::XmlDocument::parse(other);
    if (!first || !second || first->elementCount() != second->elementCount())
        return false;
    for (qsizetype i = 0; i < first->elementCount(); ++i) {
        const XmlElement a = first->element(i);
        const XmlElement b = second->element(i);
        if (a.tagName() != b.tagName() || a.depth() != b.depth() || !equalValues(a, b))
            return false;
    }
    return true;
}

QByteArray newFileModeOf(DeployKind kind)
{
    return kind == DeployKind::ClusterConf ? "0640" : "0644"; // it may hold fence passwords
}

QByteArray checkBody(DeployKind kind)
{
    QByteArray body = CheckFunctions;
    if (kind == DeployKind::ClusterConf)
        body += "check ccs_config_validate -f \"$new\"\ncheck xmllint --noout \"$new\"\n";
    if (kind == DeployKind::Ocfs2Conf)
        body += "check o2cb --config-file=\"$new\" list-clusters\n";
    if (kind == DeployKind::DefaultsFile)
        body += "check sh -n \"$new\"\n";
    body += "echo \"checked$checked\"\n";
    return kind == DeployKind::Ocfs2Conf ? body + ocfs2LoadedBody() : body;
}

QByteArray checkCommand(DeployKind kind, const QString &path)
{
    const QByteArray file = base::shellQuoted(path.toUtf8());
    switch (kind) {
    case DeployKind::ClusterConf:
        return "if command -v ccs_config_validate >/dev/null; then ccs_config_validate -f " + file
               + "; else xmllint --noout " + file + "; fi";
    case DeployKind::Ocfs2Conf:
        return "o2cb --config-file=" + file + " list-clusters";
    case DeployKind::DefaultsFile:
        return "sh -n " + file;
    case DeployKind::GuestConfig:
    case DeployKind::XendConfig:
    case DeployKind::LvmConf:
        break;
    }
    return {};
}

QByteArray activateBody(int version)
{
    return RunningVersion + ("version=" + QByteArray::number(version) + '\n') + Activate;
}

QByteArray activateCommand(const QString &path, int version)
{
    const QByteArray file = base::shellQuoted(path.toUtf8());
    const QByteArray number = QByteArray::number(version);
    return "if command -v ccsd; then ccs_tool update " + file
           + "; else case $(cman_tool -V) in *' 3.0'*) cman_tool version -r " + number
           + " -S;; *) cman_tool version -r -S;; esac; fi";
}

QByteArray runningBody()
{
    return QByteArray(RunningVersion) + PrintRunning;
}

CheckAnswer CheckAnswer::from(const QByteArray &output)
{
    const qsizetype end = std::max<qsizetype>(output.indexOf('\n'), 0);
    QStringList words = QString::fromUtf8(output.left(end)).split(u' ', Qt::SkipEmptyParts);
    CheckAnswer answer;
    answer.accepted = !words.isEmpty() && words.takeFirst() == u"checked";
    answer.programs = words;
    answer.said = QString::fromUtf8(output.mid(end)).trimmed().left(answer.accepted ? -1 : 2000);
    return answer;
}

RunningConfig RunningConfig::from(const QByteArray &output)
{
    const QList<QByteArray> words = output.trimmed().split(' ');
    bool isNumber = false;
    const int version = words.first().toInt(&isNumber);
    RunningConfig running;
    if (isNumber)
        running.version = version;
    running.suspended = words.value(1) == "suspended";
    return running;
}

} // namespace colonnade::operations
