// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/environment.h"

#include <QDialog>

#include <memory>
#include <stop_token>

namespace Ui {
class ProfileDialog;
}

namespace colonnade::gui {

/// How one node is reached: a new profile, or one to change. Saves nothing itself.
class ProfileDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p original: the profile to change; none for a new one. @p clusters are offered.
    ProfileDialog(const std::optional<profiles::Profile> &original, const QStringList &clusters,
                  const Environment &environment, std::shared_ptr<remote::Interaction> interaction,
                  QWidget *parent);
    ~ProfileDialog() override; ///< ends a test under way without waiting for it

    profiles::Profile profile() const;
    /// Why saving failed: the dialog stays open and says so.
    void showProblem(const base::Error &error);

Q_SIGNALS:
    /// Save was pressed with usable fields. The dialog stays until accept().
    void saveRequested();

private:
    void fill(const profiles::Profile &profile);
    void updateButtons();
    void chooseIdentity();
    void test();
    void showResult(const QString &text, bool good);

    const Environment m_environment;
    std::shared_ptr<remote::Interaction> m_interaction;
    profiles::Profile m_original;
    std::unique_ptr<Ui::ProfileDialog> m_ui;
    std::stop_source m_test;
};

} // namespace colonnade::gui
