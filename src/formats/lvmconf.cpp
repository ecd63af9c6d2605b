// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/lvmconf.h"

#include "formats/lvmconfparser.h"
#include "formats/lvmconfschema.h"
#include "formats/shown.h"

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;

Parsed<LvmConf> LvmConf::parse(QByteArray text)
{
    Parsed<LvmParse> parsed = parseLvm(text);
    if (!parsed)
        return std::unexpected(parsed.error());
    LvmConf conf;
    conf.m_text = std::move(text);
    conf.m_settings = std::move(parsed->settings);
    conf.m_sections = std::move(parsed->sections);
    return conf;
}

const LvmConf::Setting *LvmConf::setting(QByteArrayView path) const
{
    const auto found =
        std::ranges::find(m_settings.crbegin(), m_settings.crend(), lvmPath(path), &Setting::path);
    return found == m_settings.crend() ? nullptr : &*found;
}

std::optional<LvmConf::Value> LvmConf::valueOf(QByteArrayView literal)
{
    const QByteArray text = "value=" + literal.toByteArray();
    const auto parsed = parseLvm(text);
    if (!parsed || parsed->settings.size() != 1 || !parsed->sections.isEmpty())
        return std::nullopt;
    Value value = parsed->settings.first().value;
    constexpr qsizetype Before = sizeof("value=") - 1;
    if (value.span != Span{Before, Before + literal.size()})
        return std::nullopt;
    return value;
}

base::Result<QByteArray> LvmConf::literalFor(QByteArrayView path, const QByteArray &word)
{
    const LvmType type = lvmType(lvmPath(path)).value_or(LvmType::Any);
    const auto written = valueOf(word);
    const bool isBare = written && written->type == Value::Type::String && !word.startsWith('"')
                        && !word.startsWith('\'');
    if (written && !isBare && isOfLvmType(*written, type))
        return word;
    const QByteArray quoted = lvmString(word);
    const auto string = valueOf(quoted);
    if (!string || !isOfLvmType(*string, type))
        return failure(ErrorCode::InvalidInput,
                       u"“%1” is not what %2 takes"_s.arg(shown(word), shown(path)),
                       u"It takes %1."_s.arg(lvmTypeName(type)));
    return quoted;
}

} // namespace colonnade::formats
