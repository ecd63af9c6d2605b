// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/sxp.h"

#include "toolstack/bounds.h"
#include "toolstack/words.h"

namespace colonnade::toolstack {

namespace {

using base::ErrorCode;
using base::failure;

class Reader
{
public:
    explicit Reader(QByteArrayView text) : m_text(text) {}

    base::Result<QList<Sxp>> read()
    {
        m_open.append(Sxp{true, {}, {}});
        while (m_at < m_text.size()) {
            if (std::optional<base::Error> error = step())
                return std::unexpected(*std::move(error));
        }
        if (m_open.size() > 1)
            return failure(ErrorCode::ParseFailed,
                           Words::tr("the list of guests ends in the middle of one"));
        return m_open.takeLast().items;
    }

private:
    std::optional<base::Error> step()
    {
        const char c = m_text[m_at];
        if (c == '(')
            return open();
        if (c == ')')
            close();
        else if (c == '\'' || c == '"')
            return quoted(c);
        else if (isBlank(c))
            ++m_at;
        else
            word();
        return std::nullopt;
    }

    std::optional<base::Error> open()
    {
        ++m_at;
        m_open.append(Sxp{true, {}, {}});
        if (m_open.size() > bounds::NestingDepth)
            return base::Error{ErrorCode::ParseFailed,
                               Words::tr("the list of guests is nested too deeply to be one")};
        return std::nullopt;
    }

    void close()
    {
        ++m_at;
        if (m_open.size() == 1)
            return;
        Sxp done = m_open.takeLast();
        m_open.last().items.append(std::move(done));
    }

    std::optional<base::Error> quoted(char quote)
    {
        QByteArray value;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            char c = m_text[m_at];
            if (c == quote) {
                ++m_at;
                append(value);
                return std::nullopt;
            }
            if (c == '\\' && m_at + 1 < m_text.size())
                c = unescaped(m_text[++m_at]);
            value.append(c);
        }
        return base::Error{ErrorCode::ParseFailed,
                           Words::tr("the list of guests ends in the middle of a text")};
    }

    static char unescaped(char c)
    {
        return c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
    }

    void word()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !isBlank(m_text[m_at]) && m_text[m_at] != '('
               && m_text[m_at] != ')')
            ++m_at;
        append(m_text.sliced(begin, m_at - begin).toByteArray());
    }

    void append(const QByteArray &atom)
    {
        m_open.last().items.append(Sxp{false, QString::fromUtf8(atom), {}});
    }

    static bool isBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    QList<Sxp> m_open; ///< the lists that are open, outermost first
};

} // namespace

QString Sxp::name() const
{
    return isList && !items.isEmpty() && !items.first().isList ? items.first().atom : QString();
}

const Sxp *Sxp::child(QStringView key) const
{
    for (const Sxp &item : items) {
        if (item.isList && item.name() == key)
            return &item;
    }
    return nullptr;
}

QString Sxp::value(QStringView key) const
{
    const Sxp *found = child(key);
    QStringList words;
    for (qsizetype i = 1; found && i < found->items.size(); ++i) {
        if (!found->items[i].isList)
            words.append(found->items[i].atom);
    }
    return words.join(u' ');
}

base::Result<QList<Sxp>> readSxp(QByteArrayView text)
{
    if (text.size() > bounds::AnswerBytes)
        return failure(ErrorCode::OutputTooLarge,
                       Words::tr("the list of guests is too long to be one"));
    return Reader(text).read();
}

} // namespace colonnade::toolstack
