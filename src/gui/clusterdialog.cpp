// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/clusterdialog.h"

#include "gui/nodemarks.h"
#include "gui/profileproblems.h"
#include "ui_clusterdialog.h"

#include <QColorDialog>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

namespace {

struct NamedColour
{
    const char *name;
    const char *value;
};

constexpr NamedColour Colours[] = {
    {QT_TRANSLATE_NOOP("colonnade::gui::ClusterDialog", "Red"), "#d64545"},
    {QT_TRANSLATE_NOOP("colonnade::gui::ClusterDialog", "Orange"), "#e08a2e"},
    {QT_TRANSLATE_NOOP("colonnade::gui::ClusterDialog", "Yellow"), "#d9bf3d"},
    {QT_TRANSLATE_NOOP("colonnade::gui::ClusterDialog", "Green"), "#4b9e5f"},
    {QT_TRANSLATE_NOOP("colonnade::gui::ClusterDialog", "Turquoise"), "#3fa7a0"},
    {QT_TRANSLATE_NOOP("colonnade::gui::ClusterDialog", "Blue"), "#4a7fd6"},
    {QT_TRANSLATE_NOOP("colonnade::gui::ClusterDialog", "Violet"), "#8a67c7"},
    {QT_TRANSLATE_NOOP("colonnade::gui::ClusterDialog", "Grey"), "#8a8f99"},
};

QIcon swatch(const QString &colour, const QWidget *widget)
{
    const int size = widget->fontMetrics().height();
    QPixmap pixmap(QSize(size, size) * widget->devicePixelRatioF());
    pixmap.setDevicePixelRatio(widget->devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawSwatch(&painter, QRectF(1, 1, size - 2, size - 2), QColor(colour),
               Theme::of(widget->palette()));
    return pixmap;
}

} // namespace

ClusterDialog::ClusterDialog(const QString &name, const profiles::ClusterNote &note,
                             const QStringList &others, QWidget *parent)
    : QDialog(parent), m_others(others), m_ui(std::make_unique<Ui::ClusterDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(tr("Cluster %1").arg(name));
    m_ui->name->setText(name);
    m_ui->name->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    m_ui->note->setPlainText(note.note);
    m_ui->note->setMaximumHeight(5 * fontMetrics().lineSpacing());
    offerColours(note.colour);
    m_ui->result->hide();
    connect(m_ui->name, &QLineEdit::textChanged, this, &ClusterDialog::validate);
    connect(m_ui->colour, &QComboBox::activated, this, [this](int index) {
        if (index == m_ui->colour->count() - 1)
            chooseOther();
    });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ClusterDialog::saveRequested);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_ui->name->selectAll();
    validate();
}

ClusterDialog::~ClusterDialog() = default;

void ClusterDialog::offerColours(const QString &current)
{
    m_ui->colour->addItem(tr("None"), QString());
    for (const NamedColour &each : Colours) {
        const QString value = QString::fromLatin1(each.value);
        m_ui->colour->addItem(swatch(value, this), tr(each.name), value);
    }
    if (m_ui->colour->findData(current) < 0)
        m_ui->colour->addItem(swatch(current, this), current, current);
    m_ui->colour->setCurrentIndex(m_ui->colour->findData(current));
    m_ui->colour->addItem(tr("Another…"), u"other"_s);
}

void ClusterDialog::chooseOther()
{
    m_ui->colour->setCurrentIndex(0);
    auto *chooser = new QColorDialog(this);
    connect(chooser, &QDialog::finished, chooser, &QObject::deleteLater);
    connect(chooser, &QColorDialog::colorSelected, this, [this](const QColor &colour) {
        const QString value = colour.name(QColor::HexRgb);
        const int place = m_ui->colour->count() - 1;
        m_ui->colour->insertItem(place, swatch(value, this), value, value);
        m_ui->colour->setCurrentIndex(place);
    });
    chooser->open();
}

QString ClusterDialog::name() const
{
    return m_ui->name->text().trimmed();
}

profiles::ClusterNote ClusterDialog::note() const
{
    return {m_ui->colour->currentData().toString(), m_ui->note->toPlainText().trimmed()};
}

void ClusterDialog::validate()
{
    profiles::Profile judged;
    judged.cluster = name();
    QString problem = problemOf(judged, [](const profiles::Profile &from, profiles::Profile &to) {
        to.cluster = from.cluster;
    });
    if (name().isEmpty())
        problem = tr("The name is missing.");
    else if (m_others.contains(name()))
        problem = tr("There is a cluster of this name already. To put all nodes into it, move "
                     "them there.");
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Theme::of(palette()).bad);
    m_ui->nameProblem->setPalette(colours);
    m_ui->nameProblem->setText(signOf(Tone::Bad) + u' ' + problem);
    m_ui->nameProblem->setVisible(!problem.isEmpty());
    m_ui->buttons->button(QDialogButtonBox::Save)->setEnabled(problem.isEmpty());
}

void ClusterDialog::showProblem(const base::Error &error)
{
    m_ui->result->setText(error.remedy.isEmpty() ? error.message
                                                 : error.message + u'\n' + error.remedy);
    m_ui->result->show();
}

} // namespace colonnade::gui
