// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/xmlencoding.h"

#include <QList>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace colonnade::formats {

namespace {

/// What CP1252 has from 0x80 to 0x9F; 0: nothing.
constexpr std::array<char16_t, 32> Windows1252High = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/// Where ISO-8859-15 differs from ISO-8859-1.
constexpr std::array<std::pair<uchar, char16_t>, 8> Latin9Differences = {{
    {0xA4, 0x20AC},
    {0xA6, 0x0160},
    {0xA8, 0x0161},
    {0xB4, 0x017D},
    {0xB8, 0x017E},
    {0xBC, 0x0152},
    {0xBD, 0x0153},
    {0xBE, 0x0178},
}};

/// The names of the encodings, of RFC 1345 and of glibc, as far as XML allows them.
constexpr std::array<std::pair<const char *, XmlEncoding>, 22> Names = {{
    {"UTF-8", XmlEncoding::Utf8},           {"UTF8", XmlEncoding::Utf8},
    {"US-ASCII", XmlEncoding::Ascii},       {"ASCII", XmlEncoding::Ascii},
    {"ANSI_X3.4-1968", XmlEncoding::Ascii}, {"ISO646-US", XmlEncoding::Ascii},
    {"ISO-8859-1", XmlEncoding::Latin1},    {"ISO_8859-1", XmlEncoding::Latin1},
    {"ISO8859-1", XmlEncoding::Latin1},     {"ISO88591", XmlEncoding::Latin1},
    {"ISO-LATIN-1", XmlEncoding::Latin1},   {"ISO-IR-100", XmlEncoding::Latin1},
    {"LATIN1", XmlEncoding::Latin1},        {"L1", XmlEncoding::Latin1},
    {"CP819", XmlEncoding::Latin1},         {"ISO-8859-15", XmlEncoding::Latin9},
    {"ISO_8859-15", XmlEncoding::Latin9},   {"ISO8859-15", XmlEncoding::Latin9},
    {"LATIN-9", XmlEncoding::Latin9},       {"WINDOWS-1252", XmlEncoding::Windows1252},
    {"CP1252", XmlEncoding::Windows1252},   {"MS-ANSI", XmlEncoding::Windows1252},
}};

char32_t decodedByte(XmlEncoding encoding, uchar byte)
{
    if (encoding == XmlEncoding::Windows1252 && byte >= 0x80 && byte < 0xA0)
        return Windows1252High[byte - 0x80];
    if (encoding == XmlEncoding::Latin9) {
        const auto found =
            std::ranges::find(Latin9Differences, byte, &std::pair<uchar, char16_t>::first);
        if (found != Latin9Differences.end())
            return found->second;
    }
    return byte;
}

/// A sequence that RFC 3629 allows, surrogates aside, which are no characters of XML anyway.
XmlChar decodedUtf8(QByteArrayView bytes)
{
    const auto first = uchar(bytes[0]);
    if (first < 0x80)
        return {first, 1};
    const int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || bytes.size() < length)
        return {};
    char32_t code = first & (0x7F >> length);
    for (int i = 1; i < length; ++i) {
        if ((uchar(bytes[i]) & 0xC0) != 0x80)
            return {};
        code = code << 6 | (uchar(bytes[i]) & 0x3F);
    }
    constexpr std::array<char32_t, 5> Smallest = {0, 0, 0x80, 0x800, 0x10000};
    return code < Smallest[size_t(length)] || code > 0x10FFFF ? XmlChar{} : XmlChar{code, length};
}

/// Not QString::fromUcs4(), which makes nothing of U+FEFF.
QString textOf(char32_t code)
{
    return QStringView(QChar::fromUcs4(code)).toString();
}

/// The bytes of one character; empty where the encoding lacks it.
QByteArray encodedChar(XmlEncoding encoding, char32_t code)
{
    if (encoding == XmlEncoding::Utf8)
        return textOf(code).toUtf8();
    if (encoding == XmlEncoding::Ascii || code < 0x80)
        return code < 0x80 ? QByteArray(1, char(code)) : QByteArray();
    for (int byte = 0x80; byte <= 0xFF; ++byte) {
        if (decodedByte(encoding, uchar(byte)) == code)
            return QByteArray(1, char(byte));
    }
    return {};
}

struct Range
{
    char32_t first;
    char32_t last;
};

constexpr bool isIn(std::span<const Range> ranges, char32_t code)
{
    const auto range = std::ranges::lower_bound(ranges, code, {}, &Range::last);
    return range != ranges.end() && range->first <= code;
}

constexpr std::array<Range, 16> NameStart = {{{':', ':'},
                                              {'A', 'Z'},
                                              {'_', '_'},
                                              {'a', 'z'},
                                              {0xC0, 0xD6},
                                              {0xD8, 0xF6},
                                              {0xF8, 0x2FF},
                                              {0x370, 0x37D},
                                              {0x37F, 0x1FFF},
                                              {0x200C, 0x200D},
                                              {0x2070, 0x218F},
                                              {0x2C00, 0x2FEF},
                                              {0x3001, 0xD7FF},
                                              {0xF900, 0xFDCF},
                                              {0xFDF0, 0xFFFD},
                                              {0x10000, 0xEFFFF}}};

constexpr std::array<Range, 5> NameInside = {
    {{'-', '.'}, {'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}};

/// Of each ASCII character whether it may begin a name, and whether it may stand in one: names are
/// the greater part of a file.
struct AsciiNames
{
    std::array<bool, 0x80> start = {};
    std::array<bool, 0x80> inside = {};

    constexpr AsciiNames()
    {
        for (char32_t code = 0; code < 0x80; ++code) {
            start[code] = isIn(NameStart, code);
            inside[code] = start[code] || isIn(NameInside, code);
        }
    }
};
constexpr AsciiNames Ascii;

constexpr std::array<std::pair<const char *, char>, 5> Predefined = {
    {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};

/// What `&reference;` stands for; nothing for an entity of the file.
QString referred(QByteArrayView reference)
{
    if (reference.startsWith('#')) {
        const bool isHex = reference.startsWith("#x");
        return textOf(
            reference.sliced(isHex ? 2 : 1).toByteArray().toUInt(nullptr, isHex ? 16 : 10));
    }
    for (const auto &[name, character] : Predefined) {
        if (reference == QByteArrayView(name))
            return QString(QLatin1Char(character));
    }
    return {};
}

QByteArray reference(char32_t code)
{
    for (const auto &[name, character] : Predefined) {
        if (char32_t(character) == code)
            return '&' + QByteArray(name) + ';';
    }
    return "&#" + QByteArray::number(uint(code)) + ';';
}

} // namespace

std::optional<XmlEncoding> xmlEncodingNamed(QByteArrayView name)
{
    for (const auto &[known, encoding] : Names) {
        if (name.compare(known, Qt::CaseInsensitive) == 0)
            return encoding;
    }
    return std::nullopt;
}

XmlChar decodedChar(XmlEncoding encoding, QByteArrayView bytes)
{
    const auto byte = uchar(bytes[0]);
    if (byte < 0x80)
        return {byte, 1};
    if (encoding == XmlEncoding::Utf8)
        return decodedUtf8(bytes);
    const char32_t code = encoding == XmlEncoding::Ascii ? 0 : decodedByte(encoding, byte);
    return {code, code == 0 ? 0 : 1};
}

bool isXmlChar(char32_t code)
{
    return code >= 0x20 ? code <= 0xD7FF || (code >= 0xE000 && code <= 0xFFFD)
                              || (code >= 0x10000 && code <= 0x10FFFF)
                        : code == '\t' || code == '\n' || code == '\r';
}

bool isXmlNameStart(char32_t code)
{
    return code < 0x80 ? Ascii.start[code] : isIn(NameStart, code);
}

bool isXmlNameChar(char32_t code)
{
    return code < 0x80 ? Ascii.inside[code] : isIn(NameStart, code) || isIn(NameInside, code);
}

/// A letter of the fourth edition, which libxml2 goes by where a name is data: those of Unicode
/// 2.0 but for the compatibility characters (appendix B). Its exceptions begin with Devanagari,
/// so that no letters from there on count here.
bool isOldLetter(char32_t code)
{
    constexpr char32_t Devanagari = 0x900;
    const QChar::Decomposition decomposition = QChar::decompositionTag(code);
    return code < Devanagari && QChar::isLetter(code)
           && QChar::category(code) != QChar::Letter_Modifier
           && QChar::unicodeVersion(code) <= QChar::Unicode_2_0
           && (decomposition == QChar::NoDecomposition || decomposition == QChar::Canonical);
}

bool isXmlName(QStringView name)
{
    const QList<uint> codes = name.toUcs4();
    return !codes.isEmpty() && isXmlNameStart(codes.first())
           && std::ranges::all_of(codes, &isXmlNameChar);
}

bool isXmlNcName(QStringView name)
{
    const QList<uint> codes = name.toUcs4();
    return isXmlName(name) && (codes.first() == U'_' || isOldLetter(codes.first()))
           && std::ranges::all_of(codes, [](char32_t code) {
                  return isOldLetter(code) || (code >= U'0' && code <= U'9') || code == U'.'
                         || code == U'_' || code == U'-';
              });
}

std::optional<QByteArray> encoded(XmlEncoding encoding, QStringView text)
{
    QByteArray result;
    if (!text.isValidUtf16())
        return std::nullopt;
    for (const uint code : text.toUcs4()) {
        const QByteArray bytes = encodedChar(encoding, code);
        if (bytes.isEmpty())
            return std::nullopt;
        result += bytes;
    }
    return result;
}

QString decoded(XmlEncoding encoding, QByteArrayView bytes)
{
    // Not QString::fromUtf8(), which drops a U+FEFF at the beginning.
    if (encoding == XmlEncoding::Utf8)
        return QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom)(bytes);
    if (encoding == XmlEncoding::Latin1 || encoding == XmlEncoding::Ascii)
        return QString::fromLatin1(bytes);
    QString result(bytes.size(), Qt::Uninitialized);
    std::ranges::transform(bytes, result.begin(), [encoding](char c) {
        return QChar(char16_t(decodedByte(encoding, uchar(c))));
    });
    return result;
}

QString decodedValue(XmlEncoding encoding, QByteArrayView bytes)
{
    const auto isPlain = [](char c) { return c != '&' && c != '\t' && c != '\n' && c != '\r'; };
    QString result;
    qsizetype offset = 0;
    while (offset < bytes.size()) {
        const qsizetype end =
            std::find_if_not(bytes.begin() + offset, bytes.end(), isPlain) - bytes.begin();
        result += decoded(encoding, bytes.sliced(offset, end - offset));
        if (end == bytes.size())
            break;
        offset = end + 1;
        const qsizetype semicolon = bytes[end] == '&' ? bytes.indexOf(';', end) : -1;
        if (semicolon >= 0) {
            const QString text = referred(bytes.sliced(offset, semicolon - offset));
            result +=
                text.isEmpty() ? decoded(encoding, bytes.sliced(end, semicolon + 1 - end)) : text;
            offset = semicolon + 1;
        } else {
            result += u' ';
            offset += bytes[end] == '\r' && bytes.sliced(offset).startsWith('\n') ? 1 : 0;
        }
    }
    return result;
}

std::optional<QByteArray> encodedValue(XmlEncoding encoding, QStringView value, char quote)
{
    QByteArray result;
    result.reserve(value.size());
    if (!value.isValidUtf16())
        return std::nullopt;
    for (const uint code : value.toUcs4()) {
        if (!isXmlChar(code))
            return std::nullopt;
        const bool isMarkup = code == '&' || code == '<' || code == uint(quote) || code < ' ';
        const QByteArray bytes = isMarkup ? QByteArray() : encodedChar(encoding, code);
        result += bytes.isEmpty() ? reference(code) : bytes;
    }
    return result;
}

} // namespace colonnade::formats
