// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/connectiontest.h"
#include "gui/environment.h"
#include "gui/inbox.h"
#include "gui/theme.h"

#include <QDialog>

#include <memory>
#include <stop_token>

namespace Ui {
class ConnectionTestDialog;
}

namespace colonnade::gui {

/// Tries to connect as a profile says, and shows each stage with what came out of it, and why it
/// stopped where it did. The connection ends with the test.
class ConnectionTestDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Starts at once.
    ConnectionTestDialog(const profiles::Profile &profile, const Environment &environment,
                         std::shared_ptr<remote::Interaction> interaction, QWidget *parent);
    ~ConnectionTestDialog() override; ///< ends a test under way without waiting for it

private:
    enum class Mark { Waiting, Running, Done, Absent, Failed, Skipped };

    /// A step, or the end of the test.
    struct News
    {
        std::optional<cluster::TestStep> step;
        std::optional<base::Result<void>> result;
    };

    void start();
    void stop();
    void take(const QList<News> &news);
    void makeRows();
    void showStep(const cluster::TestStep &step);
    void finish(const base::Result<void> &result);
    void end(Tone tone, const QString &text);
    Mark markOf(int row) const;
    void setRow(int row, Mark mark, const QString &detail);

    const profiles::Profile m_profile;
    const Environment m_environment;
    std::shared_ptr<remote::Interaction> m_interaction;
    std::unique_ptr<Inbox<News>> m_inbox;             ///< of the test that runs
    std::shared_ptr<remote::Connection> m_connection; ///< while it runs
    std::stop_source m_stop;
    QString m_absent; ///< what a stage that went well did not find
    std::unique_ptr<Ui::ConnectionTestDialog> m_ui;
};

} // namespace colonnade::gui
