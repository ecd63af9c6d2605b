// SPDX-License-Identifier: GPL-3.0-or-later
// `colonnadectl file cluster-conf`: /etc/cluster/cluster.conf as a whole, its nodes and its values.
#include "ctl/fileclusterconf.h"

#include "formats/clusterconfdiagnostics.h"

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using base::ErrorCode;
using base::failure;
using base::Result;
using formats::ClusterConf;
using formats::ClusterGeneration;
using formats::TextEdits;
using formats::XmlElement;

/// What --generation says; none: it is no generation, or was not given.
std::optional<ClusterGeneration> generationNamed(const QByteArray &name)
{
    if (name == "2")
        return ClusterGeneration::Cluster2;
    if (name == "3.0")
        return ClusterGeneration::Cluster30;
    if (name == "3.1")
        return ClusterGeneration::Cluster31;
    return std::nullopt;
}

QString problem(const FileArguments &arguments)
{
    const std::optional<QByteArray> told = arguments.value(u"generation"_s);
    return told && !generationNamed(*told) ? u"--generation is 2, 3.0 or 3.1"_s : QString();
}

Findings findings(const QByteArray &text, const FileArguments &arguments)
{
    const formats::Parsed<ClusterConf> conf = ClusterConf::parse(text);
    if (!conf)
        return {syntaxFinding(conf.error(), text.size())};
    return formats::clusterConfDiagnostics(
        conf->xml(), {generationNamed(arguments.value(u"generation"_s).value_or(QByteArray()))});
}

/// ELEMENT/@ATTRIBUTE, as XPath has it.
struct Path
{
    XmlElement element; ///< none: the file has not got it
    QString attribute;
};

Path pathOf(const ClusterConf &conf, const QString &word)
{
    const qsizetype at = word.lastIndexOf(u"/@");
    if (at < 0)
        return {};
    const QString element = word.first(at);
    return {conf.xml().find(element.startsWith(u'/') ? element : u'/' + element),
            word.sliced(at + 2)};
}

Result<QByteArray> get(const ClusterConf &conf, const FileArguments &arguments)
{
    const Path path = pathOf(conf, arguments.words().value(0));
    const QByteArray attribute = path.attribute.toUtf8();
    if (!path.element || !path.element.has(attribute))
        return noSuchValue(arguments);
    if (path.element.attribute(attribute)->hasEntity)
        return computedValue(arguments);
    return path.element.value(attribute).toUtf8() + '\n';
}

std::unexpected<base::Error> noSuchElement(const FileArguments &arguments)
{
    return failure(
        ErrorCode::NotFound,
        u"%1 names no element of %2."_s.arg(arguments.words().value(0), arguments.path()),
        u"A path is written as in XPath: "
        "/cluster/rm/vm[@name=\"web1\"]/@domain, /cluster/rm/vm[2]/@domain"_s);
}

Result<TextEdits> set(const ClusterConf &conf, const FileArguments &arguments)
{
    const Path path = pathOf(conf, arguments.words().value(0));
    if (!path.element)
        return noSuchElement(arguments);
    return formats::setAttribute(conf.xml(), path.element, path.attribute,
                                 arguments.words().value(1));
}

Result<TextEdits> unset(const ClusterConf &conf, const FileArguments &arguments)
{
    const Path path = pathOf(conf, arguments.words().value(0));
    if (!path.element)
        return noSuchElement(arguments);
    return formats::removeAttribute(path.element, path.attribute.toUtf8());
}

Result<QByteArray> newFile(const QByteArray &, const FileArguments &arguments)
{
    return ClusterConf::create(
        formats::NewCluster::fencedByHand(arguments.words().value(0), arguments.values(u"node"_s)));
}

Result<TextEdits> setVersion(const ClusterConf &conf, const FileArguments &arguments)
{
    bool isNumber = false;
    const int version = arguments.words().value(0).toInt(&isNumber);
    if (!isNumber)
        return failure(ErrorCode::InvalidInput, u"config_version is a number."_s);
    return conf.setConfigVersion(version);
}

Result<TextEdits> nextVersion(const ClusterConf &conf, const FileArguments &)
{
    return conf.withNextVersion();
}

Result<TextEdits> rename(const ClusterConf &conf, const FileArguments &arguments)
{
    return conf.setName(arguments.words().value(0));
}

QList<FileVerb> wholeVerbs()
{
    return {
        {u"new"_s,
         u"NAME --node NODE..."_s,
         u"make a file that is not there yet"_s,
         newFile,
         {{u"node"_s, u"A node, as `uname -n` says on it; give one for each."_s, u"NODE"_s}},
         FileVerb::Kind::Make},
        getVerb(reads<ClusterConf>(get)),
        {u"set"_s, u"PATH VALUE"_s, u"set an attribute"_s, edits<ClusterConf>(set)},
        {u"unset"_s, u"PATH"_s, u"remove an attribute"_s, edits<ClusterConf>(unset)},
        {u"version bump"_s,
         {},
         u"make config_version one higher"_s,
         edits<ClusterConf>(nextVersion)},
        {u"version set"_s, u"NUMBER"_s, u"set config_version"_s, edits<ClusterConf>(setVersion)},
        {u"rename"_s, u"NAME"_s, u"rename the cluster, before its first start only"_s,
         edits<ClusterConf>(rename)}};
}

Result<TextEdits> setSection(const ClusterConf &conf, const QString &section, const QString &name,
                             const QString &value)
{
    return conf.setSectionAttribute(section, name, value);
}

Result<TextEdits> unsetSection(const ClusterConf &conf, const QString &section, const QString &name)
{
    return conf.removeSectionAttribute(section, name);
}

Result<TextEdits> addNode(const ClusterConf &conf, const FileArguments &arguments)
{
    formats::NewClusterNode node{arguments.words().value(0),
                                 int(arguments.number(u"id"_s).value_or(0)),
                                 int(arguments.number(u"votes"_s).value_or(0)),
                                 {}};
    const QStringList devices = arguments.values(u"device"_s);
    if (!devices.isEmpty()) {
        const Result<QList<formats::NewFenceUse>> uses = fenceUses(devices);
        if (!uses)
            return std::unexpected(uses.error());
        node.methods.append(
            {QString::fromUtf8(arguments.value(u"method"_s).value_or("single")), *uses});
    }
    return conf.addNode(node);
}

Result<TextEdits> removeNode(const ClusterConf &conf, const FileArguments &arguments)
{
    return conf.removeNode(arguments.words().value(0));
}

Result<TextEdits> renameNode(const ClusterConf &conf, const FileArguments &arguments)
{
    return conf.renameNode(arguments.words().value(0), arguments.words().value(1));
}

Result<TextEdits> setNode(const ClusterConf &conf, const QString &node, const QString &name,
                          const QString &value)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (name == u"name")
        return conf.renameNode(node, value);
    if (name == u"nodeid" && isNumber)
        return conf.setNodeId(node, number);
    if (name == u"votes" && isNumber)
        return conf.setNodeVotes(node, number);
    return setOn(conf, named(conf.node(node), u"node"_s, node), name, value);
}

Result<TextEdits> unsetNode(const ClusterConf &conf, const QString &node, const QString &name)
{
    return unsetOn(named(conf.node(node), u"node"_s, node), name);
}

QList<FileVerb> nodeVerbs()
{
    return {{u"node add"_s,
             u"NAME [--id N] [--votes N] [--device DEVICE]..."_s,
             u"add a node"_s,
             edits<ClusterConf>(addNode),
             {{u"id"_s, u"Its nodeid; the lowest free one if not given."_s, u"N"_s},
              {u"votes"_s, u"Its votes; 1 if not given."_s, u"N"_s},
              {u"method"_s, u"The name of its fence method; single if not given."_s, u"NAME"_s},
              deviceOption()}},
            {u"node remove"_s, u"NAME"_s, u"remove a node, wherever it is named"_s,
             edits<ClusterConf>(removeNode)},
            {u"node rename"_s, u"NAME NEW-NAME"_s, u"rename a node, wherever it is named"_s,
             edits<ClusterConf>(renameNode)},
            {u"node set"_s, u"NAME ATTRIBUTE=VALUE..."_s, u"set nodeid, votes, ..."_s,
             editsEach(setNode)},
            {u"node unset"_s, u"NAME ATTRIBUTE..."_s, u"remove attributes"_s,
             editsEachName(unsetNode)}};
}

QList<FileVerb> sectionVerbs()
{
    return {{u"section set"_s, u"SECTION ATTRIBUTE=VALUE..."_s,
             u"set attributes of cman, totem, rm, ...; added if missing"_s, editsEach(setSection)},
            {u"section unset"_s, u"SECTION ATTRIBUTE..."_s, u"remove attributes of a section"_s,
             editsEachName(unsetSection)}};
}

/// Lets a verb's result have the next config_version where that is asked for.
FileVerb withBump(FileVerb verb)
{
    if (verb.kind != FileVerb::Kind::Edit || verb.words.startsWith(u"version"))
        return verb;
    verb.options.append({u"bump"_s, u"Make config_version one higher, too."_s});
    verb.act = [act = verb.act](const QByteArray &text,
                                const FileArguments &arguments) -> Result<QByteArray> {
        const Result<QByteArray> result = act(text, arguments);
        if (!result || *result == text || !arguments.isSet(u"bump"_s))
            return result;
        return changedBy(ClusterConf::parse(*result),
                         [](const ClusterConf &conf) { return conf.withNextVersion(); });
    };
    return verb;
}

} // namespace

Result<XmlElement> named(const std::optional<XmlElement> &element, const QString &what,
                         const QString &name)
{
    if (element)
        return *element;
    return failure(ErrorCode::NotFound, u"There is no %1 \"%2\"."_s.arg(what, name));
}

Result<TextEdits> setOn(const ClusterConf &conf, const Result<XmlElement> &element,
                        const QString &attribute, const QString &value)
{
    if (!element)
        return std::unexpected(element.error());
    return formats::setAttribute(conf.xml(), *element, attribute, value);
}

Result<TextEdits> unsetOn(const Result<XmlElement> &element, const QString &attribute)
{
    if (!element)
        return std::unexpected(element.error());
    return formats::removeAttribute(*element, attribute.toUtf8());
}

FileFormat clusterConfFormat()
{
    QList<FileVerb> verbs;
    for (const FileVerb &verb :
         wholeVerbs() + sectionVerbs() + nodeVerbs() + fenceVerbs() + domainVerbs() + groupVerbs())
        verbs.append(withBump(verb));
    return {
        .name = u"cluster-conf"_s,
        .help = u"/etc/cluster/cluster.conf of cman and rgmanager"_s,
        .options = {{u"generation"_s,
                     u"The cluster suite that it is for, 2, 3.0 or 3.1, to check what differs "
                     "between them."_s,
                     u"GENERATION"_s}},
        .newFileMode = 0640,
        .problem = problem,
        .parseError = parseErrorOf<ClusterConf>,
        .findings = findings,
        .pathHelp = u"ELEMENT/@ATTRIBUTE, as in XPath: cluster/rm/vm[@name=\"web1\"]/@domain"_s,
        .verbs = verbs,
    };
}

} // namespace colonnade::ctl
