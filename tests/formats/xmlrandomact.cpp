// SPDX-License-Identifier: GPL-3.0-or-later
#include "xmlrandomact.h"

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;

namespace {

using Chooser = std::function<qsizetype(qsizetype)>;

qsizetype positionOf(const XmlElement &element)
{
    return element.previous() ? positionOf(element.previous()) + 1 : 0;
}

XmlContent &contentAt(XmlContent &root, const XmlElement &element)
{
    if (!element.parent())
        return root;
    return contentAt(root, element.parent()).children[size_t(positionOf(element))];
}

XmlContent contentOf(const NewXmlElement &element)
{
    XmlContent content{element.tag, element.attributes, {}};
    for (const NewXmlElement &child : element.children)
        content.children.push_back(contentOf(child));
    return content;
}

void insert(XmlContent &parent, qsizetype position, const XmlContent &child)
{
    const auto size = qsizetype(parent.children.size());
    parent.children.insert(
        parent.children.begin() + (position < 0 || position > size ? size : position), child);
}

class Actor
{
public:
    Actor(const XmlDocument &document, const Chooser &choose)
        : m_document(document),
          m_choose(choose),
          m_content(XmlContent::of(document.root())),
          m_element(anyElement())
    {
    }

    XmlRandomAct act()
    {
        const auto edits = done();
        return {m_name + u" at "_s + XmlDocument::pathOf(m_element), edits, m_content};
    }

private:
    base::Result<TextEdits> done()
    {
        switch (m_choose(6)) {
        case 0:
            return set();
        case 1:
            return removeOne();
        case 2:
            return add();
        case 3:
            return remove();
        case 4:
            return move();
        default:
            return rename();
        }
    }

    XmlElement anyElement() { return m_document.element(m_choose(m_document.elementCount())); }

    QString word()
    {
        static const QStringList Words{u"a"_s, u"b-c"_s,     u"d:e"_s,        u"name"_s,  u"7"_s,
                                       u""_s,  u"ä\"'<&>"_s, u" x\r\n\ty "_s, u"€😀&#1;"_s};
        return Words[m_choose(Words.size())];
    }

    QString attributeName()
    {
        const auto attributes = m_element.attributes();
        if (attributes.empty() || m_choose(3) == 0)
            return word();
        return m_element.nameOf(attributes[size_t(m_choose(qsizetype(attributes.size())))]);
    }

    NewXmlElement newElement(int depth = 0)
    {
        NewXmlElement element{word()};
        if (m_choose(2) == 0)
            element.attributes.append({word(), word()});
        while (depth < 3 && m_choose(3) == 0)
            element.children.append(newElement(depth + 1));
        return element;
    }

    base::Result<TextEdits> set()
    {
        const QString name = attributeName();
        const QString value = word();
        m_name = u"setAttribute %1=%2"_s.arg(name, value);
        XmlValues &values = contentAt(m_content, m_element).attributes;
        const auto found = std::ranges::find(values, name, &std::pair<QString, QString>::first);
        if (found == values.end())
            values.append({name, value});
        else
            found->second = value;
        return setAttribute(m_document, m_element, name, value);
    }

    base::Result<TextEdits> removeOne()
    {
        const QString name = attributeName();
        m_name = u"removeAttribute "_s + name;
        contentAt(m_content, m_element).attributes.removeIf([&name](const auto &value) {
            return value.first == name;
        });
        return removeAttribute(m_element, encoded(m_document.encoding(), name).value_or("?"));
    }

    base::Result<TextEdits> add()
    {
        const QList<NewXmlElement> added{newElement(), newElement()};
        const qsizetype position = m_choose(m_element.children().size() + 2) - 1;
        m_name = u"addElements %1 %2 at %3"_s.arg(added[0].tag, added[1].tag).arg(position);
        XmlContent &parent = contentAt(m_content, m_element);
        insert(parent, position, contentOf(added[0]));
        insert(parent, position < 0 ? -1 : position + 1, contentOf(added[1]));
        return addElements(m_document, m_element, added, position);
    }

    base::Result<TextEdits> remove()
    {
        m_name = u"removeElement"_s;
        if (m_element.parent())
            taken();
        return removeElement(m_document, m_element);
    }

    XmlContent taken()
    {
        XmlContent &parent = contentAt(m_content, m_element.parent());
        const auto at = parent.children.begin() + positionOf(m_element);
        const XmlContent content = *at;
        parent.children.erase(at);
        return content;
    }

    base::Result<TextEdits> move()
    {
        const XmlElement parent =
            m_choose(2) == 0 && m_element.parent() ? m_element.parent() : anyElement();
        const qsizetype position = m_choose(parent.children().size() + 2) - 1;
        m_name = u"moveElement into %1 at %2"_s.arg(XmlDocument::pathOf(parent)).arg(position);
        if (!m_element.contains(parent)) {
            const XmlContent moved = contentAt(m_content, m_element);
            const XmlContent marked{u"moved away"_s, {}, {}};
            contentAt(m_content, m_element) = marked;
            XmlContent &target = contentAt(m_content, parent);
            if (m_element.parent() == parent)
                std::erase(target.children, marked);
            insert(target, position, moved);
            eraseMarked(m_content);
        }
        return moveElement(m_document, m_element, parent, position);
    }

    static void eraseMarked(XmlContent &content)
    {
        std::erase_if(content.children,
                      [](const XmlContent &child) { return child.tag == "moved away"_L1; });
        for (XmlContent &child : content.children)
            eraseMarked(child);
    }

    base::Result<TextEdits> rename()
    {
        const QString tag = word();
        m_name = u"renameElement "_s + tag;
        contentAt(m_content, m_element).tag = tag;
        return renameElement(m_document, m_element, tag);
    }

    const XmlDocument &m_document;
    const Chooser &m_choose;
    XmlContent m_content;
    XmlElement m_element;
    QString m_name;
};

} // namespace

XmlContent XmlContent::of(const XmlElement &element)
{
    XmlContent content{element.tagName(), {}, {}};
    for (const XmlAttribute &attribute : element.attributes())
        content.attributes.append({element.nameOf(attribute), element.value(attribute)});
    for (const XmlElement &child : element.children())
        content.children.push_back(of(child));
    return content;
}

XmlRandomAct randomXmlAct(const XmlDocument &document, const Chooser &choose)
{
    return Actor(document, choose).act();
}

} // namespace colonnade::formats
