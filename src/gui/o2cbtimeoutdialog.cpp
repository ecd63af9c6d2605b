// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/o2cbtimeoutdialog.h"

#include "formats/defaultsfile.h"
#include "gui/card.h"
#include "ui_o2cbtimeoutdialog.h"

#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

namespace {

/// The file with the value in it. Refused where only a shell can know what it does.
base::Result<QByteArray> edited(const cluster::Ocfs2Facts &facts, const QByteArray &key,
                                qint64 value)
{
    if (!facts.defaultsProblem.isEmpty())
        return base::failure(base::ErrorCode::IoFailed, facts.defaultsProblem);
    const auto file = formats::DefaultsFile::parse(facts.defaults);
    if (!file)
        return base::failure(base::ErrorCode::ParseFailed, file.error().message);
    const auto edits = file->set(key, QByteArray::number(value));
    if (!edits)
        return std::unexpected(edits.error());
    return formats::applied(facts.defaults, *edits);
}

} // namespace

O2cbTimeoutDialog::O2cbTimeoutDialog(const cluster::ClusterState &state,
                                     const rules::O2cbTimeoutState &timeout, QWidget *parent)
    : QDialog(parent),
      m_state(state),
      m_timeout(timeout),
      m_ui(std::make_unique<Ui::O2cbTimeoutDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->headline->setText(QString::fromLatin1(rules::o2cbKey(timeout.timeout)) + u": "_s
                            + rules::o2cbSentence(timeout.timeout));
    m_ui->value->setRange(int(rules::o2cbLeast(timeout.timeout)), 10'000'000);
    m_ui->value->setSingleStep(timeout.timeout == rules::O2cbTimeout::DeadThreshold ? 1 : 1000);
    m_ui->value->setValue(int(timeout.common().value_or(rules::o2cbDefault(timeout.timeout))));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Roll out…"));
    connect(m_ui->value, &QSpinBox::valueChanged, this, &O2cbTimeoutDialog::refresh);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    refresh();
    resize(64 * fontMetrics().averageCharWidth(), sizeHint().height());
}

O2cbTimeoutDialog::~O2cbTimeoutDialog() = default;

QList<NodeFile> O2cbTimeoutDialog::files() const
{
    QList<NodeFile> result;
    for (const rules::O2cbNodeValue &value : m_timeout.nodes) {
        const cluster::NodeState *node = m_state.node(value.node);
        if (!node || !node->facts || value.set == m_ui->value->value())
            continue;
        const cluster::Ocfs2Facts &facts = node->facts->ocfs2;
        const auto bytes = edited(facts, rules::o2cbKey(m_timeout.timeout), m_ui->value->value());
        if (bytes && *bytes != facts.defaults)
            result.append(
                {value.node,
                 facts.defaultsPath.isEmpty() ? u"/etc/default/o2cb"_s : facts.defaultsPath,
                 facts.defaults, *bytes});
    }
    return result;
}

/// The nodes whose file stays as it is although it should not.
QStringList O2cbTimeoutDialog::refusals() const
{
    QStringList result;
    for (const rules::O2cbNodeValue &value : m_timeout.nodes) {
        const cluster::NodeState *node = m_state.node(value.node);
        const auto bytes = node && node->facts
                               ? edited(node->facts->ocfs2, rules::o2cbKey(m_timeout.timeout),
                                        m_ui->value->value())
                               : base::Result<QByteArray>(QByteArray());
        if (!bytes)
            result.append(tr("%1: %2", "a node and a problem")
                              .arg(CardText::printable(value.node),
                                   CardText::printable(bytes.error().message)));
    }
    return result;
}

void O2cbTimeoutDialog::refresh()
{
    m_ui->span->setText(rules::o2cbSpan(m_timeout.timeout, m_ui->value->value()));
    QStringList lines;
    const QList<NodeFile> changed = files();
    for (const NodeFile &file : changed)
        lines.append(tr("%1 of %2 changes.").arg(file.path, CardText::printable(file.node)));
    lines += refusals();
    lines.append(changed.isEmpty()
                     ? tr("No file changes.")
                     : tr("It counts from the cluster's next start on each node: take "
                          "it offline and online, on all of them."));
    m_ui->files->setText(lines.join(u'\n'));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(!changed.isEmpty());
}

} // namespace colonnade::gui
