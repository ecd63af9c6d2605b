// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <optional>

namespace colonnade::formats {

/// What the bytes of an XML text mean. In all of them ASCII is ASCII.
enum class XmlEncoding {
    Utf8,
    Ascii,
    Latin1,      ///< ISO-8859-1
    Latin9,      ///< ISO-8859-15
    Windows1252, ///< CP1252
};

/// The encoding that an XML declaration calls @p name, compared without case; none for others.
[[nodiscard]] std::optional<XmlEncoding> xmlEncodingNamed(QByteArrayView name);

/// A character of a text, and how many bytes it takes.
struct XmlChar
{
    char32_t code = 0;
    qsizetype size = 0; ///< 0: the bytes are none in this encoding
};

/// The character that @p bytes, which are not empty, begin with.
[[nodiscard]] XmlChar decodedChar(XmlEncoding encoding, QByteArrayView bytes);

/// Whether XML allows @p code in a text (production 2, Char).
[[nodiscard]] bool isXmlChar(char32_t code);
/// Whether a name may begin with @p code (production 4 of the fifth edition; the colon included).
[[nodiscard]] bool isXmlNameStart(char32_t code);
/// Whether @p code may stand in a name (production 4a).
[[nodiscard]] bool isXmlNameChar(char32_t code);
[[nodiscard]] bool isXmlName(QStringView name);
/// A name without a colon that libxml2 takes for an ID, and so for the name of a fence device: of
/// other letters than those of ASCII, it knows the ones of XML's fourth edition only.
[[nodiscard]] bool isXmlNcName(QStringView name);

/// The bytes of @p text; none where a character is missing in the encoding.
[[nodiscard]] std::optional<QByteArray> encoded(XmlEncoding encoding, QStringView text);
/// @p bytes, which are valid in the encoding, as they stand.
[[nodiscard]] QString decoded(XmlEncoding encoding, QByteArrayView bytes);

/// The value of an attribute from the bytes between its quotes: references are followed, white
/// space is normalised (XML 1.0, 3.3.3). References to entities other than XML's own five stay.
[[nodiscard]] QString decodedValue(XmlEncoding encoding, QByteArrayView bytes);
/// The bytes that stand between quotes of that kind for @p value; characters that the encoding
/// lacks become references. None where XML forbids a character of it.
[[nodiscard]] std::optional<QByteArray> encodedValue(XmlEncoding encoding, QStringView value,
                                                     char quote);

} // namespace colonnade::formats
