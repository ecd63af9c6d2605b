// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/xmledit.h"

#include <functional>
#include <vector>

namespace colonnade::formats {

/// What the elements of a document say, without their form.
struct XmlContent
{
    QString tag;
    XmlValues attributes;
    std::vector<XmlContent> children;

    friend bool operator==(const XmlContent &, const XmlContent &) = default;

    static XmlContent of(const XmlElement &element);
};

/// An edit of any element of a document.
struct XmlRandomAct
{
    QString name;
    base::Result<TextEdits> edits;
    XmlContent expected; ///< after it, if it did not fail
};

/// @p choose gives a number from 0 to its argument, which is not among them.
XmlRandomAct randomXmlAct(const XmlDocument &document,
                          const std::function<qsizetype(qsizetype)> &choose);

} // namespace colonnade::formats
