// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/lvmconf.h"

#include "act.h"

using namespace colonnade::formats;

namespace {

using Content = QList<std::pair<QByteArray, QByteArray>>;

Content contentOf(const LvmConf &conf, const QByteArray &except)
{
    Content content;
    for (const LvmConf::Setting &setting : conf.settings()) {
        if (setting.path != except)
            content.append({setting.path, setting.value.text});
    }
    return content;
}

QByteArray somePath(FuzzedDataProvider &choices, const LvmConf &conf)
{
    static const QByteArray paths[] = {"global/locking_type", "devices/filter", "a/b/c", "tags/x"};
    const auto index = choices.ConsumeIntegralInRange<qsizetype>(0, conf.settings().size());
    return index < conf.settings().size() ? conf.settings()[index].path
                                          : choices.PickValueInArray(paths);
}

void requireAct(FuzzedDataProvider &choices, const LvmConf &conf)
{
    const QByteArray path = somePath(choices, conf);
    if (path.contains("//") || path.endsWith('/'))
        return; // sections without a name, which no path leads to
    const QByteArray word = bytesOf(choices.ConsumeRandomLengthString(20));
    const auto literal = LvmConf::literalFor(path, word);
    const int act = choices.ConsumeIntegralInRange<int>(0, 3);
    const auto edits = act == 0   ? conf.remove(path)
                       : act == 1 ? conf.commentOut(path)
                                  : conf.set(path, literal.value_or(word));
    if (!edits)
        return;
    const auto after = LvmConf::parse(actedOn(conf.text(), *edits));
    require(after && contentOf(*after, path) == contentOf(conf, path));
    const LvmConf::Setting *setting = after->setting(path);
    require((setting != nullptr) == (act > 1));
    if (setting)
        require(setting->value.text == LvmConf::valueOf(literal.value_or(word))->text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzedDataProvider choices(data, size);
    const auto seed = choices.ConsumeIntegral<uint32_t>();
    const QByteArray text = bytesOf(choices.ConsumeRemainingBytesAsString());
    const auto conf = LvmConf::parse(text);
    if (!conf) {
        require(conf.error().offset >= 0 && conf.error().offset <= text.size());
        return 0;
    }
    require(conf->text() == text);
    const QList<Diagnostic> findings = conf->diagnostics();
    requireFindings(text, findings);
    for (const Diagnostic &finding : findings) {
        if (finding.fix)
            require(LvmConf::parse(applied(text, finding.fix->edits)).has_value());
    }
    const QByteArray script =
        QByteArray(reinterpret_cast<const char *>(&seed), sizeof seed) + text.right(40);
    FuzzedDataProvider act(reinterpret_cast<const uint8_t *>(script.constData()),
                           size_t(script.size()));
    requireAct(act, *conf);
    return 0;
}
