// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ocfs2confrules.h"
#include "formats/shown.h"

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;
using Attribute = Ocfs2Conf::Attribute;

namespace {

bool isAsciiAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

void Ocfs2Findings::checkSuspicious(
    const Attribute &attribute, const std::function<std::optional<Fix>(const QByteArray &)> &fix)
{
    const QByteArray &value = attribute.text;
    const bool isQuoted = value.size() > 2 && value.front() == value.back()
                          && (value.front() == '"' || value.front() == '\'');
    if (isQuoted)
        add("quoted-value", Severity::Error, attribute.value,
            u"The quotes are part of the %1: it is %2 with them."_s.arg(shown(attribute.name),
                                                                        shown(value)),
            fix(value.sliced(1, value.size() - 2)));
    const qsizetype hash = value.indexOf('#');
    const QByteArray before = value.first(std::max<qsizetype>(hash, 0)).trimmed();
    if (!before.isEmpty())
        add("comment-in-value", Severity::Error, attribute.value,
            u"A # does not begin a comment behind a value: the %1 is “%2”."_s.arg(
                shown(attribute.name), shown(value)),
            fix(before));
}

void Ocfs2Findings::checkNotation(const Attribute &attribute)
{
    const QByteArray plain = QByteArray::number(*ocfs2Number(attribute.text));
    if (attribute.text != plain)
        add("number-notation", Severity::Warning, attribute.value,
            u"“%1” is read as %2."_s.arg(shown(attribute.text), QString::fromLatin1(plain)),
            replacement(attribute, plain));
}

QList<Diagnostic> Ocfs2Findings::takeFor(QByteArrayView text)
{
    QList<Diagnostic> findings = take();
    if (!text.contains('\0'))
        return findings;
    // A byte more or less before a NUL can make the tools read on behind it.
    for (Diagnostic &finding : findings)
        finding.fix.reset();
    return findings;
}

Fix Ocfs2Findings::replacement(const Attribute &attribute, const QByteArray &value)
{
    return {u"Write %1"_s.arg(shown(value)), {{attribute.value, value}}};
}

bool isOcfs2ClusterName(const QByteArray &name)
{
    return !name.isEmpty() && name.size() <= Ocfs2MostClusterNameBytes
           && std::ranges::all_of(name, isAsciiAlphanumeric);
}

bool isOcfs2NodeName(const QByteArray &name)
{
    return !name.isEmpty() && isAsciiAlphanumeric(name.front())
           && std::ranges::all_of(name, [](char c) {
                  return isAsciiAlphanumeric(c) || c == '-' || c == '_' || c == '.';
              });
}

bool isOcfs2HostAddress(const QByteArray &address)
{
    const int first = address.first(std::max<qsizetype>(address.indexOf('.'), 0)).toInt();
    return first != 0 && first != 127 && first < 224;
}

bool isOcfs2Region(const QByteArray &region)
{
    return region.size() == Ocfs2RegionBytes && std::ranges::all_of(region, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
           });
}

} // namespace colonnade::formats
