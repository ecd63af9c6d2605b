// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/xmldocument.h"

#include "formats/xmlscanner.h"

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;

namespace {

/// A step of a path: `vm`, `vm[3]` or `vm[@name="web1"]`.
struct Step
{
    QByteArray tag;
    qsizetype number = 1;
    QByteArray attribute;
    QString value;
};

std::optional<Step> stepOf(QStringView text)
{
    const qsizetype bracket = text.indexOf(u'[');
    Step step{text.first(bracket < 0 ? text.size() : bracket).toUtf8(), 1, {}, {}};
    if (bracket < 0)
        return step;
    if (!text.endsWith(u']'))
        return std::nullopt;
    const QStringView condition = text.sliced(bracket + 1).chopped(1);
    bool isNumber = false;
    step.number = condition.toLongLong(&isNumber);
    if (isNumber)
        return step;
    const qsizetype equals = condition.indexOf(u'=');
    if (!condition.startsWith(u'@') || equals < 0 || condition.size() < equals + 3
        || !u"\"'"_s.contains(condition[equals + 1]) || condition.back() != condition[equals + 1])
        return std::nullopt;
    step.number = 1;
    step.attribute = condition.sliced(1, equals - 1).toUtf8();
    step.value = condition.sliced(equals + 2).chopped(1).toString();
    return step;
}

bool matches(const XmlElement &element, const Step &step)
{
    return element.is(step.tag)
           && (step.attribute.isEmpty()
               || (element.has(step.attribute) && element.value(step.attribute) == step.value));
}

/// The element of @p candidates, or after it among its siblings, that the step means.
XmlElement taken(XmlElement candidate, const Step &step)
{
    for (qsizetype number = step.number; candidate; candidate = candidate.next()) {
        if (matches(candidate, step) && --number == 0)
            return candidate;
    }
    return {};
}

/// The steps of a path. A `/` between quotes is none.
QList<QStringView> stepsOf(QStringView path)
{
    QList<QStringView> steps;
    qsizetype begin = 0;
    QChar quote;
    for (qsizetype i = 0; i <= path.size(); ++i) {
        if (i == path.size() || (path[i] == u'/' && quote.isNull())) {
            steps.append(path.sliced(begin, i - begin));
            begin = i + 1;
        } else if (path[i] == u'"' || path[i] == u'\'') {
            quote = quote.isNull() ? path[i] : quote == path[i] ? QChar() : quote;
        }
    }
    return steps;
}

QString stepTo(const XmlElement &element)
{
    const QByteArrayView tag = element.tag();
    const QString name = element.tagName();
    qsizetype before = 0;
    bool isOnly = true;
    for (XmlElement other = element.previous(); other; other = other.previous())
        before += other.is(tag) ? 1 : 0;
    for (XmlElement other = element.next(); other && isOnly; other = other.next())
        isOnly = !other.is(tag);
    return before == 0 && isOnly ? name : u"%1[%2]"_s.arg(name).arg(before + 1);
}

} // namespace

qsizetype XmlElement::depth() const
{
    qsizetype depth = 0;
    for (XmlElement element = parent(); element; element = element.parent())
        ++depth;
    return depth;
}

XmlElement XmlElement::child(QByteArrayView name) const
{
    XmlElement element = firstChild();
    while (element && !element.is(name))
        element = element.next();
    return element;
}

QList<XmlElement> XmlElement::children() const
{
    QList<XmlElement> result;
    for (XmlElement element = firstChild(); element; element = element.next())
        result.append(element);
    return result;
}

QList<XmlElement> XmlElement::children(QByteArrayView name) const
{
    QList<XmlElement> result;
    for (XmlElement element = firstChild(); element; element = element.next()) {
        if (element.is(name))
            result.append(element);
    }
    return result;
}

bool XmlElement::contains(const XmlElement &other) const
{
    return other && m_tree == other.m_tree && span().contains(other.startTag().begin);
}

std::span<const XmlAttribute> XmlElement::attributes() const
{
    if (isNull())
        return {};
    return std::span(m_tree->attributes)
        .subspan(size_t(data().firstAttribute), size_t(data().attributeCount));
}

const XmlAttribute *XmlElement::attribute(QByteArrayView name) const
{
    for (const XmlAttribute &attribute : attributes()) {
        if (textOf(m_tree->text, attribute.name) == name)
            return &attribute;
    }
    return nullptr;
}

QString XmlElement::value(QByteArrayView name) const
{
    const XmlAttribute *found = attribute(name);
    return found ? value(*found) : QString();
}

QString XmlElement::value(const XmlAttribute &attribute) const
{
    return decodedValue(m_tree->encoding, textOf(m_tree->text, attribute.value));
}

Span XmlElement::spanOf(QByteArrayView name) const
{
    const XmlAttribute *found = attribute(name);
    return found ? found->value : nameSpan();
}

Parsed<XmlDocument> XmlDocument::parse(QByteArray text)
{
    auto tree = std::make_shared<XmlTree>();
    tree->text = std::move(text);
    XmlEntities entities;
    XmlScanner scanner(tree->text, *tree, entities);
    if (!scanner.takeDocument())
        return std::unexpected(*scanner.error());
    return XmlDocument(std::move(tree));
}

XmlElement XmlDocument::elementAt(qsizetype offset) const
{
    const QList<XmlTree::Element> &elements = m_tree->elements;
    const auto after = std::ranges::upper_bound(
        elements, offset, {}, [](const XmlTree::Element &e) { return e.startTag.begin; });
    XmlElement element(m_tree.get(), after - elements.begin() - 1);
    while (element && !element.span().contains(offset))
        element = element.parent();
    return element ? element : XmlElement();
}

XmlElement XmlDocument::find(QStringView path) const
{
    QList<QStringView> steps = stepsOf(path);
    if (steps.isEmpty() || !steps.takeFirst().isEmpty())
        return {};
    XmlElement candidates = root();
    XmlElement element;
    for (const QStringView text : steps) {
        const std::optional<Step> step = stepOf(text);
        element = step ? taken(candidates, *step) : XmlElement();
        if (!element)
            return {};
        candidates = element.firstChild();
    }
    return element;
}

QString XmlDocument::pathOf(const XmlElement &element)
{
    QString path;
    for (XmlElement step = element; step; step = step.parent())
        path.prepend(u'/' + stepTo(step));
    return path;
}

} // namespace colonnade::formats
