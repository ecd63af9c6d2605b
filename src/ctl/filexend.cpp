// SPDX-License-Identifier: GPL-3.0-or-later
// `colonnadectl file xend`: /etc/xen/xend-config.sxp.
#include "ctl/fileformat.h"
#include "formats/xendconfig.h"

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using base::ErrorCode;
using base::failure;
using base::Result;
using formats::TextEdits;
using formats::XendConfig;

/// What the file says, not what xend would take for what it does not say.
Result<QByteArray> get(const XendConfig &config, const FileArguments &arguments)
{
    const formats::XendOption *option = config.option(arguments.word(0));
    if (!option)
        return noSuchValue(arguments);
    return option->value + '\n';
}

/// The hosts that may migrate to this one, as names and addresses.
Result<QStringList> hostsOf(const XendConfig &config)
{
    const std::optional<QStringList> hosts = config.relocationHosts();
    if (hosts)
        return *hosts;
    return failure(ErrorCode::Unsupported,
                   u"xend-relocation-hosts-allow holds a pattern that stands for more than one "
                   "host."_s,
                   u"Set all of them at once (hosts-allow set HOST...), or write the patterns "
                   "yourself (set xend-relocation-hosts-allow PATTERNS)."_s);
}

Result<QByteArray> listHosts(const XendConfig &config, const FileArguments &)
{
    QByteArray lines;
    for (const QByteArray &pattern : config.relocationPatterns())
        lines += pattern + '\n';
    return lines;
}

Result<TextEdits> addHosts(const XendConfig &config, const FileArguments &arguments)
{
    Result<QStringList> hosts = hostsOf(config);
    if (!hosts)
        return std::unexpected(hosts.error());
    for (const QString &host : arguments.words()) {
        if (!hosts->contains(host))
            hosts->append(host);
    }
    return *hosts == config.relocationHosts() ? TextEdits() : config.setRelocationHosts(*hosts);
}

Result<TextEdits> removeHosts(const XendConfig &config, const FileArguments &arguments)
{
    Result<QStringList> hosts = hostsOf(config);
    if (!hosts)
        return std::unexpected(hosts.error());
    for (const QString &host : arguments.words()) {
        if (hosts->removeAll(host) == 0) {
            return failure(ErrorCode::NotFound,
                           u"xend-relocation-hosts-allow does not name %1."_s.arg(host));
        }
    }
    return config.setRelocationHosts(*hosts);
}

Result<TextEdits> setHosts(const XendConfig &config, const FileArguments &arguments)
{
    return config.setRelocationHosts(arguments.words());
}

Result<TextEdits> set(const XendConfig &config, const FileArguments &arguments)
{
    return config.set(arguments.word(0), arguments.word(1));
}

/// An act on one key.
FileAct onKey(Result<TextEdits> (XendConfig::*act)(QByteArrayView) const)
{
    return edits<XendConfig>([act](const XendConfig &config, const FileArguments &arguments) {
        return (config.*act)(arguments.word(0));
    });
}

QList<FileVerb> hostsVerbs()
{
    return {{u"hosts-allow list"_s,
             {},
             u"print the patterns of who may migrate to this host"_s,
             reads<XendConfig>(listHosts),
             {},
             FileVerb::Kind::Read},
            {u"hosts-allow set"_s, u"HOST..."_s,
             u"let exactly these addresses and names migrate to it"_s, edits<XendConfig>(setHosts)},
            {u"hosts-allow add"_s, u"HOST..."_s, u"let these too"_s, edits<XendConfig>(addHosts)},
            {u"hosts-allow remove"_s, u"HOST..."_s, u"let these no more"_s,
             edits<XendConfig>(removeHosts)}};
}

} // namespace

FileFormat xendFormat()
{
    const QList<FileVerb> keyVerbs{
        getVerb(reads<XendConfig>(get)),
        {u"set"_s, u"KEY VALUE"_s, u"set a key, where it counts"_s, edits<XendConfig>(set)},
        {u"unset"_s, u"KEY"_s, u"remove every form of a key"_s, onKey(&XendConfig::remove)},
        {u"comment"_s, u"KEY"_s, u"put # before every form of a key"_s,
         onKey(&XendConfig::commentOut)}};
    return {
        .name = u"xend"_s,
        .help = u"/etc/xen/xend-config.sxp"_s,
        .parseError = parseErrorOf<XendConfig>,
        .findings = findingsOf<XendConfig>,
        .pathHelp = u"a key: xend-relocation-port"_s,
        .verbs = keyVerbs + hostsVerbs(),
    };
}

} // namespace colonnade::ctl
