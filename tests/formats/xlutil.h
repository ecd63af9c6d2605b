// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>
#include <ostream>

namespace colonnade::formats {

/// A value as libxlutil holds it.
struct XlValue
{
    bool isList = false;
    QByteArray string;
    QList<XlValue> items;

    friend bool operator==(const XlValue &, const XlValue &) = default;
};

/// A disk as xlu_disk_parse() reads it.
struct XlDisk
{
    QByteArray target;
    QByteArray vdev;
    QByteArray script;
    QByteArray backend;
    QByteArray format;
    bool isWritable = false;
    bool isCdrom = false;

    friend bool operator==(const XlDisk &, const XlDisk &) = default;
    friend void PrintTo(const XlDisk &disk, std::ostream *out)
    {
        *out << disk.target.toStdString() << '|' << disk.vdev.toStdString() << '|'
             << disk.script.toStdString() << '|' << disk.backend.toStdString() << '|'
             << disk.format.toStdString() << (disk.isWritable ? "|w" : "|r")
             << (disk.isCdrom ? "|cdrom" : "");
    }
};

/// The real libxlutil.
class XlUtil
{
public:
    /// False where the tests were built without it.
    static bool isThere();

    /// Reads a file. The text holds no NUL byte: libxlutil would abort.
    explicit XlUtil(const QByteArray &text);
    ~XlUtil();
    Q_DISABLE_COPY_MOVE(XlUtil)

    bool accepts() const { return m_accepts; }
    /// The line of the first complaint.
    int line() const { return m_line; }
    const QByteArray &report() const { return m_report; }
    std::optional<XlValue> value(const QByteArray &key) const;
    std::optional<long> number(const QByteArray &key) const;

    static std::optional<XlDisk> disk(const QByteArray &spec);
    static bool acceptsRate(const QByteArray &rate);

private:
    bool m_accepts = false;
    int m_line = 0;
    QByteArray m_report;
    void *m_config = nullptr;
};

} // namespace colonnade::formats
