// SPDX-License-Identifier: GPL-3.0-or-later
// `colonnadectl file cluster-conf`: failover domains, and the guests and services in them.
#include "ctl/fileclusterconf.h"

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using base::ErrorCode;
using base::failure;
using base::Result;
using formats::ClusterConf;
using formats::DomainFlag;
using formats::GroupKind;
using formats::NewDomainMember;
using formats::TextEdits;

/// NODE or NODE:PRIORITY.
NewDomainMember memberOf(const QString &word)
{
    const qsizetype colon = word.lastIndexOf(u':');
    bool isNumber = false;
    const int priority = colon < 0 ? 0 : word.sliced(colon + 1).toInt(&isNumber);
    return isNumber ? NewDomainMember{word.first(colon), priority} : NewDomainMember{word, {}};
}

Result<TextEdits> addDomain(const ClusterConf &conf, const FileArguments &arguments)
{
    formats::NewFailoverDomain domain{arguments.words().value(0),
                                      arguments.isSet(u"ordered"_s),
                                      arguments.isSet(u"restricted"_s),
                                      arguments.isSet(u"nofailback"_s),
                                      {}};
    for (const QString &word : arguments.values(u"member"_s))
        domain.members.append(memberOf(word));
    return conf.addFailoverDomain(domain);
}

Result<TextEdits> removeDomain(const ClusterConf &conf, const FileArguments &arguments)
{
    return conf.removeFailoverDomain(arguments.words().value(0));
}

Result<TextEdits> renameDomain(const ClusterConf &conf, const FileArguments &arguments)
{
    return conf.renameFailoverDomain(arguments.words().value(0), arguments.words().value(1));
}

std::optional<DomainFlag> flagNamed(const QString &name)
{
    if (name == u"ordered")
        return DomainFlag::Ordered;
    if (name == u"restricted")
        return DomainFlag::Restricted;
    if (name == u"nofailback")
        return DomainFlag::NoFailback;
    return std::nullopt;
}

/// The switches; `yes` and the like are what rgmanager reads as off, so that they are not taken.
Result<TextEdits> setDomain(const ClusterConf &conf, const QString &domain, const QString &name,
                            const QString &value)
{
    const std::optional<DomainFlag> flag = flagNamed(name);
    if (!flag || (value != u"0" && value != u"1")) {
        return failure(ErrorCode::InvalidInput,
                       u"A failover domain has no %1=%2."_s.arg(name, value),
                       u"There are ordered, restricted and nofailback, each 0 or 1."_s);
    }
    return conf.setDomainFlag(domain, *flag, value == u"1");
}

Result<TextEdits> addMember(const ClusterConf &conf, const FileArguments &arguments)
{
    NewDomainMember member = memberOf(arguments.words().value(1));
    if (const std::optional<qint64> priority = arguments.number(u"priority"_s))
        member.priority = int(*priority);
    return conf.addDomainMember(arguments.words().value(0), member);
}

Result<TextEdits> removeMember(const ClusterConf &conf, const FileArguments &arguments)
{
    return conf.removeDomainMember(arguments.words().value(0), arguments.words().value(1));
}

/// @p word as a number from 1.
Result<int> countOf(const QString &word, const QString &what)
{
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    if (isNumber && number >= 1)
        return number;
    return failure(ErrorCode::InvalidInput, u"\"%1\" is no %2."_s.arg(word, what),
                   u"It is a number, and 1 is the first."_s);
}

Result<TextEdits> moveMember(const ClusterConf &conf, const FileArguments &arguments)
{
    const Result<int> position = countOf(arguments.words().value(2), u"position"_s);
    if (!position)
        return std::unexpected(position.error());
    return conf.moveDomainMember(arguments.words().value(0), arguments.words().value(1),
                                 *position - 1);
}

Result<TextEdits> setPriority(const ClusterConf &conf, const FileArguments &arguments)
{
    const Result<int> priority = countOf(arguments.words().value(2), u"priority"_s);
    if (!priority)
        return std::unexpected(priority.error());
    return conf.setMemberPriority(arguments.words().value(0), arguments.words().value(1),
                                  *priority);
}

QList<FileVerb> memberVerbs()
{
    return {{u"domain member add"_s,
             u"DOMAIN NODE [--priority N]"_s,
             u"add a node to a failover domain"_s,
             edits<ClusterConf>(addMember),
             {{u"priority"_s, u"1 to 100, 1 is preferred most; the last if not given."_s, u"N"_s}}},
            {u"domain member remove"_s, u"DOMAIN NODE"_s, u"remove a node from one"_s,
             edits<ClusterConf>(removeMember)},
            {u"domain member move"_s, u"DOMAIN NODE POSITION"_s,
             u"prefer a node more or less; 1 is most"_s, edits<ClusterConf>(moveMember)},
            {u"domain member priority"_s, u"DOMAIN NODE PRIORITY"_s, u"set a node's priority"_s,
             edits<ClusterConf>(setPriority)}};
}

/// The verbs of vm or service.
QList<FileVerb> verbsOf(GroupKind kind, const QString &word, const QString &what)
{
    const auto add = [kind](const ClusterConf &conf, const FileArguments &arguments) {
        return conf.addGroup(kind,
                             {arguments.words().value(0), xmlValues(arguments.assignments(1))});
    };
    const auto remove = [kind](const ClusterConf &conf, const FileArguments &arguments) {
        return conf.removeGroup(kind, arguments.words().value(0));
    };
    const auto rename = [kind](const ClusterConf &conf, const FileArguments &arguments) {
        return conf.renameGroup(kind, arguments.words().value(0), arguments.words().value(1));
    };
    const auto set = [kind](const ClusterConf &conf, const QString &group, const QString &name,
                            const QString &value) {
        return name == u"name" ? conf.renameGroup(kind, group, value)
                               : conf.setGroupAttribute(kind, group, name, value);
    };
    const auto unset = [kind](const ClusterConf &conf, const QString &group, const QString &name) {
        return conf.removeGroupAttribute(kind, group, name);
    };
    return {{word + u" add"_s, u"NAME [ATTRIBUTE=VALUE]..."_s, u"add a "_s + what,
             edits<ClusterConf>(add)},
            {word + u" remove"_s, u"NAME"_s, u"remove a %1, wherever it is named"_s.arg(what),
             edits<ClusterConf>(remove)},
            {word + u" rename"_s, u"NAME NEW-NAME"_s,
             u"rename a %1, wherever it is named"_s.arg(what), edits<ClusterConf>(rename)},
            {word + u" set"_s, u"NAME ATTRIBUTE=VALUE..."_s,
             u"set attributes of a %1: domain=FD autostart=0"_s.arg(what), editsEach(set)},
            {word + u" unset"_s, u"NAME ATTRIBUTE..."_s, u"remove attributes of a "_s + what,
             editsEachName(unset)}};
}

} // namespace

QList<FileVerb> domainVerbs()
{
    const QList<QCommandLineOption> options{
        {u"ordered"_s, u"Its nodes are preferred by priority."_s},
        {u"restricted"_s, u"What is in it runs on its nodes only."_s},
        {u"nofailback"_s, u"What is in it does not move back to a preferred node."_s},
        {u"member"_s, u"A node, with its priority in an ordered domain; one for each."_s,
         u"NODE[:PRIORITY]"_s}};
    const QList<FileVerb> verbs{
        {u"domain add"_s,
         u"NAME [--ordered] [--restricted] [--nofailback] [--member NODE[:PRIORITY]]..."_s,
         u"add a failover domain"_s, edits<ClusterConf>(addDomain), options},
        {u"domain remove"_s, u"NAME"_s, u"remove one; what is in it may run anywhere then"_s,
         edits<ClusterConf>(removeDomain)},
        {u"domain rename"_s, u"NAME NEW-NAME"_s, u"rename one, wherever it is named"_s,
         edits<ClusterConf>(renameDomain)},
        {u"domain set"_s, u"NAME SWITCH=VALUE..."_s,
         u"set ordered, restricted or nofailback to 0 or 1"_s, editsEach(setDomain)}};
    return verbs + memberVerbs();
}

QList<FileVerb> groupVerbs()
{
    return verbsOf(GroupKind::Vm, u"vm"_s, u"guest"_s)
           + verbsOf(GroupKind::Service, u"service"_s, u"service"_s);
}

} // namespace colonnade::ctl
