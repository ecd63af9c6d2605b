// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "real/description.h"

#include <QList>
#include <QProcess>
#include <QTemporaryFile>

namespace colonnade::real {

/// Reads a guest's counter again and again, from a node, as long as this object lives. A guest that
/// was started anew, or a second copy of it, shows as a number that is smaller than one before.
class Counter
{
public:
    Counter(const Node &node, const Guest &guest);
    ~Counter();
    Counter(const Counter &) = delete;
    Counter &operator=(const Counter &) = delete;

    /// All numbers read so far, in order.
    QList<qint64> numbers() const;

private:
    QTemporaryFile m_output;
    QProcess m_ssh;
};

/// The first number that is smaller than the one before it, with both; empty when the row never
/// goes back.
QByteArray backwardStep(const QList<qint64> &numbers);

} // namespace colonnade::real
