// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/corosyncnodes.h"

namespace colonnade::formats {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Result;

namespace {

constexpr qsizetype MostBytes = 1024 * 1024;
constexpr qsizetype DeepestSection = 16;

std::unexpected<base::Error> refused(int line, const QString &problem)
{
    return base::failure(ErrorCode::ParseFailed,
                         u"corosync.conf, line %1: %2"_s.arg(QString::number(line), problem));
}

/// Reads line by line; knows which section it is in.
class Reader
{
public:
    Result<void> read(QByteArrayView line, int number);
    Result<CorosyncNodes> finish(int lines);

private:
    void open(const QByteArray &section);
    void set(const QByteArray &key, const QString &value);
    bool isIn(const QByteArrayList &path) const { return m_path == path; }

    QByteArrayList m_path;
    CorosyncNodes m_result;
};

Result<void> Reader::read(QByteArrayView line, int number)
{
    const QByteArray text = line.toByteArray().trimmed();
    if (text.isEmpty() || text.startsWith('#'))
        return {};
    if (text.endsWith('{')) {
        if (m_path.size() == DeepestSection)
            return refused(number, u"sections are nested too deeply"_s);
        open(text.chopped(1).trimmed());
        return {};
    }
    if (text == "}") {
        if (m_path.isEmpty())
            return refused(number, u"a section ends that has not begun"_s);
        m_path.removeLast();
        return {};
    }
    const qsizetype colon = text.indexOf(':');
    if (colon <= 0)
        return refused(number, u"it is neither a section nor `key: value`"_s);
    set(text.first(colon).trimmed(), QString::fromUtf8(text.sliced(colon + 1)).trimmed());
    return {};
}

void Reader::open(const QByteArray &section)
{
    m_path.append(section);
    if (isIn({"nodelist", "node"}) || isIn({"totem", "interface", "member"}))
        m_result.nodes.append(CorosyncNode());
}

void Reader::set(const QByteArray &key, const QString &value)
{
    if (isIn({"totem"}) && key == "cluster_name")
        m_result.clusterName = value;
    if (isIn({"totem", "interface", "member"}) && key == "memberaddr")
        m_result.nodes.last().addresses.append(value);
    if (!isIn({"nodelist", "node"}))
        return;
    if (key == "name")
        m_result.nodes.last().name = value;
    else if (key.startsWith("ring") && key.endsWith("_addr"))
        m_result.nodes.last().addresses.append(value);
}

Result<CorosyncNodes> Reader::finish(int lines)
{
    if (!m_path.isEmpty())
        return refused(lines, u"the section %1 does not end"_s.arg(
                                  QString::fromUtf8(m_path.last().left(100))));
    return std::move(m_result);
}

} // namespace

Result<CorosyncNodes> CorosyncNodes::parse(QByteArrayView bytes)
{
    if (bytes.size() > MostBytes)
        return base::failure(ErrorCode::ParseFailed,
                             u"corosync.conf is larger than %1 bytes"_s.arg(MostBytes));
    Reader reader;
    int number = 0;
    for (const QByteArray &line : bytes.toByteArray().split('\n')) {
        if (const Result<void> read = reader.read(line, ++number); !read)
            return std::unexpected(read.error());
    }
    return reader.finish(number);
}

} // namespace colonnade::formats
