// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/environment.h"

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>

namespace colonnade::app {

/// The simulated cluster of `colonnade --demo`: a child process that ends with this one, and
/// folders of its own for profiles and journal, so that the person's real ones are not touched.
class DemoLab final : public QObject
{
    Q_OBJECT

public:
    explicit DemoLab(QObject *parent = nullptr);
    ~DemoLab() override;

    /// An environment that knows nothing but the simulated cluster.
    gui::Environment environment() const;
    /// Starts the nodes; ready() or failed() follows. The profiles are in the environment's file by
    /// then.
    void start(int nodes);

Q_SIGNALS:
    void ready();
    void failed(const colonnade::base::Error &error);

private:
    void read();
    void ended();
    base::Result<void> addProfiles(const QJsonObject &lab) const;

    QTemporaryDir m_folder;
    QProcess m_process;
    bool m_told = false;
};

} // namespace colonnade::app
