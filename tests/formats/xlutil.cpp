// SPDX-License-Identifier: GPL-3.0-or-later
#include "xlutil.h"

#ifdef COLONNADE_HAS_XLUTIL
extern "C" {
#include <libxlutil.h>
}
#endif

#include <cstdio>
#include <cstdlib>

namespace colonnade::formats {

#ifdef COLONNADE_HAS_XLUTIL

namespace {

/// What the library writes of its complaints.
class Report
{
public:
    Report() : m_file(open_memstream(&m_text, &m_size)) {}
    ~Report()
    {
        fclose(m_file);
        free(m_text);
    }
    Q_DISABLE_COPY_MOVE(Report)

    FILE *file() const { return m_file; }
    QByteArray text() const
    {
        fflush(m_file);
        return {m_text, qsizetype(m_size)};
    }

private:
    char *m_text = nullptr;
    size_t m_size = 0;
    FILE *m_file;
};

XLU_Config *configOf(void *config)
{
    return static_cast<XLU_Config *>(config);
}

XlValue valueOf(const XLU_Config *config, XLU_ConfigValue *value)
{
    XlValue result;
    result.isList = xlu_cfg_value_type(value) == XLU_LIST;
    if (!result.isList) {
        char *string = nullptr;
        xlu_cfg_value_get_string(config, value, &string, 1);
        result.string = string;
        return result;
    }
    XLU_ConfigList *list = nullptr;
    xlu_cfg_value_get_list(config, value, &list, 1);
    for (int i = 0; XLU_ConfigValue *item = xlu_cfg_get_listitem2(list, i); ++i)
        result.items.append(valueOf(config, item));
    return result;
}

/// The line of the first complaint. Where the parser did not expect a line end, the library tells
/// the line before it.
int lineOf(const QByteArray &report)
{
    const qsizetype begin = report.indexOf(':') + 1;
    const int line = report.mid(begin, report.indexOf(':', begin) - begin).toInt();
    const QByteArray first = report.left(report.indexOf('\n'));
    return line + (first.contains("unexpected NEWLINE") ? 1 : 0);
}

} // namespace

bool XlUtil::isThere()
{
    return true;
}

XlUtil::XlUtil(const QByteArray &text)
{
    const Report report;
    m_config = xlu_cfg_init(report.file(), "file");
    m_accepts = xlu_cfg_readdata(configOf(m_config), text.constData(), int(text.size())) == 0;
    m_report = report.text();
    m_line = m_accepts ? 0 : lineOf(m_report);
}

XlUtil::~XlUtil()
{
    xlu_cfg_destroy(configOf(m_config));
}

std::optional<XlValue> XlUtil::value(const QByteArray &key) const
{
    XlValue result;
    const char *string = nullptr;
    if (xlu_cfg_get_string(configOf(m_config), key.constData(), &string, 1) == 0) {
        result.string = string;
        return result;
    }
    XLU_ConfigList *list = nullptr;
    if (xlu_cfg_get_list(configOf(m_config), key.constData(), &list, nullptr, 1) != 0)
        return {};
    result.isList = true;
    for (int i = 0; XLU_ConfigValue *item = xlu_cfg_get_listitem2(list, i); ++i)
        result.items.append(valueOf(configOf(m_config), item));
    return result;
}

std::optional<long> XlUtil::number(const QByteArray &key) const
{
    long number = 0;
    if (xlu_cfg_get_long(configOf(m_config), key.constData(), &number, 1) != 0)
        return {};
    return number;
}

std::optional<XlDisk> XlUtil::disk(const QByteArray &spec)
{
    const Report report;
    XLU_Config *config = xlu_cfg_init(report.file(), "disk");
    libxl_device_disk disk;
    libxl_device_disk_init(&disk);
    const char *text = spec.constData();
    const bool isRead = xlu_disk_parse(config, 1, &text, &disk) == 0;
    XlDisk result;
    if (isRead) {
        result.target = disk.pdev_path;
        result.vdev = disk.vdev;
        result.script = disk.script;
        result.backend = disk.backend_domname;
        result.format = libxl_disk_format_to_string(disk.format);
        result.isWritable = disk.readwrite;
        result.isCdrom = disk.is_cdrom;
    }
    libxl_device_disk_dispose(&disk);
    xlu_cfg_destroy(config);
    return isRead ? std::optional(result) : std::nullopt;
}

bool XlUtil::acceptsRate(const QByteArray &rate)
{
    const Report report;
    XLU_Config *config = xlu_cfg_init(report.file(), "rate");
    libxl_device_nic nic;
    libxl_device_nic_init(&nic);
    errno = 0; // the library takes an old ERANGE for its own
    const bool isRead = xlu_vif_parse_rate(config, rate.constData(), &nic) == 0;
    libxl_device_nic_dispose(&nic);
    xlu_cfg_destroy(config);
    return isRead;
}

#else

bool XlUtil::isThere()
{
    return false;
}
XlUtil::XlUtil(const QByteArray &) {}
XlUtil::~XlUtil() = default;
std::optional<XlValue> XlUtil::value(const QByteArray &) const
{
    return {};
}
std::optional<long> XlUtil::number(const QByteArray &) const
{
    return {};
}
std::optional<XlDisk> XlUtil::disk(const QByteArray &)
{
    return {};
}
bool XlUtil::acceptsRate(const QByteArray &)
{
    return false;
}

#endif

} // namespace colonnade::formats
