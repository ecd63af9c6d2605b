// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/diagnostic.h"
#include "formats/text.h"
#include "formats/xmlencoding.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <utility>

namespace colonnade::formats {

/// An attribute of a start tag, as it stands in the text.
struct XmlAttribute
{
    Span whole; ///< with the white space before its name, to the closing quote
    Span name;
    Span value; ///< between the quotes
    char quote = '"';
    /// It refers to an entity that the file declares. Nothing here expands it, and the cluster's
    /// daemons cut such a value off.
    bool hasEntity = false;

    friend bool operator==(const XmlAttribute &, const XmlAttribute &) = default;
};

/// What an XML text was read into. Elements are in the order of their start tags, the root first.
struct XmlTree
{
    static constexpr qsizetype None = -1;

    struct Element
    {
        Span name;
        Span startTag; ///< `<` to `>`
        Span endTag;   ///< empty, and where startTag ends, for `<x/>`
        qsizetype parent = None;
        qsizetype firstChild = None;
        qsizetype lastChild = None;
        qsizetype previous = None; ///< sibling
        qsizetype next = None;     ///< sibling
        qsizetype firstAttribute = 0;
        qsizetype attributeCount = 0;
    };

    /// An `<!ENTITY name ...>` of the document type.
    struct Entity
    {
        Span name;
        Span declaration;
    };

    QByteArray text;
    XmlEncoding encoding = XmlEncoding::Utf8;
    QList<Element> elements;
    QList<XmlAttribute> attributes; ///< those of one element stand together
    QList<Entity> entities;         ///< general ones, in file order
    Span documentType;              ///< empty where there is none
    bool hasEntityContent = false;  ///< an entity of the file stands between tags
    bool hasEntityValue = false;    ///< an attribute's value refers to an entity of the file
};

/// An element of a document, or none. Cheap to copy; valid while any copy of the document lives.
class XmlElement
{
public:
    XmlElement() = default;
    XmlElement(const XmlTree *tree, qsizetype index) : m_tree(tree), m_index(index) {}

    bool isNull() const { return m_index < 0; }
    explicit operator bool() const { return m_index >= 0; }
    friend bool operator==(const XmlElement &, const XmlElement &) = default;

    /// Its number in the document; the root is 0.
    qsizetype index() const { return m_index; }
    /// How many elements it is inside of; 0 for the root.
    qsizetype depth() const;

    /// The name of the element, in the bytes of the file.
    QByteArrayView tag() const { return textOf(m_tree->text, data().name); }
    QString tagName() const { return decoded(m_tree->encoding, tag()); }
    bool is(QByteArrayView name) const { return !isNull() && tag() == name; }

    /// From `<` of its start tag to `>` of its end tag.
    Span span() const { return {data().startTag.begin, data().endTag.end}; }
    Span nameSpan() const { return data().name; }
    Span startTag() const { return data().startTag; }
    /// Empty, and at the end of the start tag, for `<x/>`.
    Span endTag() const { return data().endTag; }
    /// Between the tags.
    Span content() const { return {data().startTag.end, data().endTag.begin}; }
    bool isEmptyTag() const { return data().endTag.isEmpty(); }

    XmlElement parent() const { return at(data().parent); }
    XmlElement firstChild() const { return isNull() ? XmlElement() : at(data().firstChild); }
    XmlElement lastChild() const { return isNull() ? XmlElement() : at(data().lastChild); }
    XmlElement previous() const { return at(data().previous); }
    XmlElement next() const { return at(data().next); }
    /// The first child of that name; none where there is none, and for no element.
    XmlElement child(QByteArrayView name) const;
    QList<XmlElement> children() const;
    QList<XmlElement> children(QByteArrayView name) const;
    /// Whether @p other is this element or inside of it.
    bool contains(const XmlElement &other) const;

    /// In file order. Empty for no element.
    std::span<const XmlAttribute> attributes() const;
    /// nullptr where there is none.
    const XmlAttribute *attribute(QByteArrayView name) const;
    bool has(QByteArrayView name) const { return attribute(name) != nullptr; }
    /// The value as a program gets it; empty where the attribute is missing.
    QString value(QByteArrayView name) const;
    QString value(const XmlAttribute &attribute) const;
    QString nameOf(const XmlAttribute &attribute) const
    {
        return decoded(m_tree->encoding, textOf(m_tree->text, attribute.name));
    }
    /// What to mark for that attribute: its value, or else the name of the element.
    Span spanOf(QByteArrayView name) const;

private:
    const XmlTree::Element &data() const { return m_tree->elements[m_index]; }
    XmlElement at(qsizetype index) const { return {index < 0 ? nullptr : m_tree, index}; }

    const XmlTree *m_tree = nullptr;
    qsizetype m_index = XmlTree::None;
};

/// A well-formed XML text and where everything in it stands.
///
/// It accepts what libxml2 accepts without a network, but refuses with a sentence: encodings other
/// than those of XmlEncoding, and parameter entity references in the document type. Namespaces
/// mean nothing here: a name is a name.
class XmlDocument
{
public:
    /// Linear in the size of @p text; elements may be nested 256 deep, as in libxml2.
    static Parsed<XmlDocument> parse(QByteArray text);

    const QByteArray &text() const { return m_tree->text; }
    XmlEncoding encoding() const { return m_tree->encoding; }
    XmlElement root() const { return {m_tree.get(), 0}; }
    /// All elements, in the order of their start tags.
    qsizetype elementCount() const { return m_tree->elements.size(); }
    XmlElement element(qsizetype index) const { return {m_tree.get(), index}; }
    /// The innermost element that holds the byte at @p offset; none outside of the root.
    XmlElement elementAt(qsizetype offset) const;
    /// An element by its path, as pathOf() writes it. A step may also say an attribute:
    /// `/cluster/rm/vm[@name="web1"]`; a step without a number means the first.
    XmlElement find(QStringView path) const;
    /// `/cluster/rm/vm[3]`: the numbers count elements of that name within their parent from 1, and
    /// are left out where there is one only.
    static QString pathOf(const XmlElement &element);

    /// The general entities that the document type declares.
    const QList<XmlTree::Entity> &entities() const { return m_tree->entities; }
    /// An entity of the file stands between tags: there may be elements that nobody sees here.
    bool hasEntityContent() const { return m_tree->hasEntityContent; }
    /// Some attribute has an entity in its value.
    bool hasEntityValue() const { return m_tree->hasEntityValue; }
    Span documentType() const { return m_tree->documentType; }

private:
    explicit XmlDocument(std::shared_ptr<const XmlTree> tree) : m_tree(std::move(tree)) {}

    std::shared_ptr<const XmlTree> m_tree;
};

} // namespace colonnade::formats
