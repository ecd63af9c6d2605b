// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include <cstdlib>
#include <cstring>
#include <new>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

namespace colonnade::base {

namespace {

/// Whole pages for @p size bytes and a NUL.
std::size_t pagesFor(qsizetype size)
{
    static const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    return (static_cast<std::size_t>(size) + page) / page * page;
}

} // namespace

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty() && bytes.isDetached())
        explicit_bzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

void forbidCoreFiles()
{
    if (std::getenv("COLONNADE_CORE"))
        return;
    rlimit limit{};
    ::getrlimit(RLIMIT_CORE, &limit);
    limit.rlim_cur = 0;
    ::setrlimit(RLIMIT_CORE, &limit);
}

Secret::Secret(QByteArray bytes)
{
    assign(bytes.constData(), bytes.size());
    base::wipe(bytes);
}

Secret::~Secret()
{
    if (!m_bytes)
        return;
    explicit_bzero(m_bytes, static_cast<std::size_t>(m_size));
    ::munmap(m_bytes, pagesFor(m_size));
}

Secret Secret::copy() const
{
    Secret result;
    result.assign(m_bytes, m_size);
    return result;
}

void Secret::assign(const char *bytes, qsizetype size)
{
    if (size == 0)
        return;
    void *pages =
        ::mmap(nullptr, pagesFor(size), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED)
        throw std::bad_alloc();
    ::madvise(pages, pagesFor(size), MADV_DONTDUMP);
    ::mlock(pages, pagesFor(size)); // few pages may be locked; it is better with than without
    m_bytes = static_cast<char *>(pages);
    m_size = size;
    std::memcpy(m_bytes, bytes, static_cast<std::size_t>(size)); // the page ends in zeros
}

} // namespace colonnade::base
