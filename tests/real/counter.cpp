// SPDX-License-Identifier: GPL-3.0-or-later
#include "real/counter.h"

#include "real/workstation.h"

#include <QFile>
#include <QRegularExpression>

namespace colonnade::real {

Counter::Counter(const Node &node, const Guest &guest)
{
    m_output.open();
    // Ends by itself when ssh has gone: the next line that is printed breaks the pipe. No oftener
    // than a number is needed: on an emulated node each question takes from what moves the guest.
    const QString loop = QStringLiteral("while echo; do %1; sleep 2; done").arg(guest.counter);
    m_ssh.setStandardInputFile(QProcess::nullDevice());
    m_ssh.setStandardOutputFile(m_output.fileName());
    m_ssh.setStandardErrorFile(QProcess::nullDevice());
    m_ssh.start(QStringLiteral("ssh"), sshArguments(node, loop));
    m_ssh.waitForStarted();
}

Counter::~Counter()
{
    m_ssh.kill();
    m_ssh.waitForFinished();
}

QList<qint64> Counter::numbers() const
{
    static const QRegularExpression tick(QStringLiteral("\\btick (\\d+)\\s"));
    QFile file(m_output.fileName());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<qint64> numbers;
    for (auto match = tick.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();)
        numbers.append(match.next().captured(1).toLongLong());
    return numbers;
}

QByteArray backwardStep(const QList<qint64> &numbers)
{
    for (qsizetype index = 1; index < numbers.size(); ++index) {
        if (numbers[index] < numbers[index - 1])
            return QByteArray::number(numbers[index - 1]) + " then "
                   + QByteArray::number(numbers[index]);
    }
    return {};
}

} // namespace colonnade::real
