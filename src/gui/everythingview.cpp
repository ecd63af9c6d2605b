// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/everythingview.h"

#include "gui/card.h"
#include "gui/roomyrows.h"
#include "gui/surface.h"
#include "gui/theme.h"
#include "gui/wording.h"
#include "gui/xmltreemodel.h"

#include <QHeaderView>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTableWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using formats::ClusterAttribute;
using formats::ClusterElement;
using formats::XmlAttribute;
using formats::XmlDocument;
using formats::XmlElement;

namespace {

constexpr int NameRole = Qt::UserRole;

QString shown(const QString &text)
{
    return CardText::printable(text);
}

/// The attribute that an element of that kind cannot do without; empty: none.
QString neededOf(const ClusterElement *element)
{
    if (!element)
        return {};
    for (const ClusterAttribute &attribute : element->attributes) {
        if (attribute.isRequired)
            return QString::fromLatin1(attribute.name);
    }
    return QString::fromLatin1(element->primary);
}

} // namespace

EverythingView::EverythingView(ClusterConfDocument *document, QWidget *parent)
    : ClusterConfView(document, parent), m_model(new XmlTreeModel(this))
{
    setAccessibleName(tr("Everything"));
    auto *sides = new QSplitter(content());
    sides->setChildrenCollapsible(false);
    sides->addWidget(buildTree());
    sides->addWidget(buildAttributes());
    sides->setStretchFactor(0, 3);
    sides->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins({});
    layout->addWidget(sides);
    connect(document, &EditorDocument::selectionChanged, this,
            &EverythingView::showDocumentSelection);
}

EverythingView::~EverythingView()
{
    // Editors that lose the focus while they go have something to say; nobody listens any more.
    for (QObject *child : findChildren<QObject *>())
        child->disconnect(this);
}

// ---- building

QWidget *EverythingView::buildTree()
{
    auto *side = new QWidget;
    auto *add = new QPushButton(tr("+ &Element"), side);
    auto *up = new QPushButton(tr("&Up"), side);
    auto *down = new QPushButton(tr("Do&wn"), side);
    auto *remove = new QPushButton(tr("Re&move"), side);
    remove->setAccessibleName(tr("Remove element"));
    m_elementButtons = {up, down, remove};
    auto *menu = new QMenu(add);
    add->setMenu(menu);
    auto *top = new QHBoxLayout;
    top->addWidget(add);
    top->addStretch(1);
    for (QPushButton *button : std::as_const(m_elementButtons))
        top->addWidget(button);
    m_tree = new QTreeView(side);
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Elements"));
    m_tree->setItemDelegate(new RoomyRows(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setColumnWidth(0, 42 * fontMetrics().averageCharWidth());
    m_tree->installEventFilter(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillElementMenu(menu); });
    connect(up, &QPushButton::clicked, this, [this] { moveElement(-1); });
    connect(down, &QPushButton::clicked, this, [this] { moveElement(1); });
    connect(remove, &QPushButton::clicked, this, &EverythingView::removeElement);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &EverythingView::showTreeMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showAttributes();
        if (!m_selecting && isEditable() && m_tree->hasFocus() && current()) {
            const QScopedValueRollback selecting(m_selecting, true);
            document()->select(current().startTag());
        }
    });
    return side;
}

QWidget *EverythingView::buildAttributes()
{
    const int unit = Fonts(font()).unit;
    auto *side = new Surface(nullptr);
    m_title = new QLabel(side);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(Fonts(font()).title);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_attributes = new QTableWidget(0, 2, side);
    m_attributes->setAccessibleName(tr("Attributes"));
    m_attributes->setHorizontalHeaderLabels({tr("Attribute"), tr("Value")});
    m_attributes->setItemDelegate(new RoomyRows(m_attributes));
    m_attributes->setSelectionMode(QTableWidget::SingleSelection);
    m_attributes->setTabKeyNavigation(false);
    m_attributes->setFrameShape(QFrame::NoFrame);
    m_attributes->setShowGrid(false);
    m_attributes->setAlternatingRowColors(true);
    m_attributes->verticalHeader()->hide();
    m_attributes->horizontalHeader()->setStretchLastSection(true);
    m_attributes->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_attributes->setColumnWidth(0, 20 * fontMetrics().averageCharWidth());
    m_attributes->installEventFilter(this);
    auto *add = new QPushButton(tr("+ A&ttribute"), side);
    m_removeAttribute = new QPushButton(tr("Rem&ove"), side);
    m_removeAttribute->setAccessibleName(tr("Remove attribute"));
    auto *menu = new QMenu(add);
    add->setMenu(menu);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(add);
    bottom->addStretch(1);
    bottom->addWidget(m_removeAttribute);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit);
    layout->addWidget(m_title);
    layout->addWidget(m_attributes, 1);
    layout->addLayout(bottom);
    side->setMinimumWidth(40 * fontMetrics().averageCharWidth());
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillAttributeMenu(menu); });
    connect(m_attributes, &QTableWidget::itemChanged, this, &EverythingView::attributeEdited);
    connect(m_attributes, &QTableWidget::currentCellChanged, this,
            [this](int row) { selectAttribute(row); });
    connect(m_removeAttribute, &QPushButton::clicked, this, [this] {
        if (const QTableWidgetItem *item = m_attributes->item(m_attributes->currentRow(), 0))
            removeAttribute(item->data(NameRole).toString());
    });
    return side;
}

// ---- showing

XmlElement EverythingView::current() const
{
    return m_model->element(m_tree->currentIndex());
}

QStringList EverythingView::expandedPaths() const
{
    QStringList paths;
    if (!m_model->document())
        return paths;
    QList<QModelIndex> open = {m_model->index(0, 0)};
    while (!open.isEmpty()) {
        const QModelIndex index = open.takeLast();
        if (!m_tree->isExpanded(index))
            continue;
        paths.append(XmlDocument::pathOf(m_model->element(index)));
        for (int row = 0; row < m_model->rowCount(index); ++row) {
            const QModelIndex child = m_model->index(row, 0, index);
            if (m_model->rowCount(child) > 0)
                open.append(child);
        }
    }
    return paths;
}

void EverythingView::restoreTree(const QStringList &expanded, const QString &current)
{
    const XmlDocument &xml = conf().xml();
    if (expanded.isEmpty()) {
        m_tree->expandToDepth(1);
    } else {
        for (const QString &path : expanded) {
            if (const XmlElement element = xml.find(path))
                m_tree->expand(m_model->indexOf(element));
        }
    }
    XmlElement element = current.isEmpty() ? XmlElement() : xml.find(current);
    // Where it is gone: what is there now, or else what it was in.
    for (QString path = current; !element && path.contains(u'/');) {
        path = path.section(u'/', 0, -2);
        element = path.isEmpty() ? xml.root() : xml.find(path);
    }
    m_tree->setCurrentIndex(m_model->indexOf(element ? element : xml.root()));
}

void EverythingView::refresh()
{
    const QScopedValueRollback selecting(m_selecting, true);
    const XmlElement before = current();
    const QString path = before ? XmlDocument::pathOf(before) : QString();
    const QStringList expanded = expandedPaths();
    m_model->setDocument(conf().xml());
    if (!m_tree->currentIndex().isValid())
        restoreTree(expanded, path);
    showAttributes();
}

void EverythingView::showAttributes()
{
    const XmlElement element = current();
    for (QPushButton *button : std::as_const(m_elementButtons))
        button->setEnabled(element && element.depth() > 0);
    m_title->setText(element ? spokenName(element) : QString());
    const QScopedValueRollback filling(m_filling, true);
    const int row = m_attributes->currentRow();
    const int column = m_attributes->currentColumn();
    m_attributes->setRowCount(element ? int(element.attributes().size()) : 0);
    for (int i = 0; i < m_attributes->rowCount(); ++i) {
        const XmlAttribute &attribute = element.attributes()[std::size_t(i)];
        const QString name = element.nameOf(attribute);
        const QString value = element.value(attribute);
        for (int at = 0; at < 2; ++at) {
            auto *item = new QTableWidgetItem(at == 0 ? name : value);
            item->setData(NameRole, name);
            item->setToolTip(plainTip(shown(at == 0 ? name : value)));
            item->setData(Qt::AccessibleTextRole,
                          at == 0 ? name : tr("%1: %2").arg(name, shown(value)));
            if (attribute.hasEntity)
                item->setFlags(item->flags() & ~Qt::ItemIsEditable);
            m_attributes->setItem(i, at, item);
        }
    }
    if (row >= 0 && row < m_attributes->rowCount())
        m_attributes->setCurrentCell(row, std::max(0, column));
    m_removeAttribute->setEnabled(m_attributes->rowCount() > 0);
}

void EverythingView::selectAttribute(int row)
{
    const XmlElement element = current();
    if (m_filling || !isEditable() || !element || row < 0
        || row >= int(element.attributes().size()))
        return;
    const QScopedValueRollback selecting(m_selecting, true);
    document()->select(element.attributes()[std::size_t(row)].value);
}

void EverythingView::showDocumentSelection()
{
    if (m_selecting || isActing() || !isVisible() || !isEditable())
        return;
    const QScopedValueRollback selecting(m_selecting, true);
    if (const XmlElement element = conf().xml().elementAt(document()->selection().begin))
        m_tree->setCurrentIndex(m_model->indexOf(element));
}

void EverythingView::setCurrent(const QString &path)
{
    if (const XmlElement element = document()->conf() ? conf().xml().find(path) : XmlElement())
        m_tree->setCurrentIndex(m_model->indexOf(element));
}

// ---- attributes

void EverythingView::setAttribute(const QString &name, const QString &value)
{
    if (const XmlElement element = current())
        act(tr("Set %1 of %2").arg(shown(name), spokenName(element)),
            formats::setAttribute(conf().xml(), element, name, value));
}

void EverythingView::removeAttribute(const QString &name)
{
    if (const XmlElement element = current())
        act(tr("Remove %1 of %2").arg(shown(name), spokenName(element)),
            base::Result<formats::TextEdits>(formats::removeAttribute(element, name.toUtf8())));
}

void EverythingView::renameAttribute(const QString &name, const QString &newName)
{
    const XmlElement element = current();
    if (!element || !isEditable())
        return;
    const XmlAttribute *attribute = element.attribute(name.toUtf8());
    // The check that the name is one, and is not there yet, is that of writing it.
    const auto check = formats::setAttribute(conf().xml(), element, newName, u"x"_s);
    const QString title =
        tr("Rename %1 of %2 to %3").arg(shown(name), spokenName(element), shown(newName));
    if (!check || !attribute || element.has(newName.toUtf8())) {
        const QString why =
            tr("%1 has an attribute %2 already.").arg(spokenName(element), shown(newName));
        act(title, check ? base::failure(base::ErrorCode::InvalidInput, why) : check);
        return;
    }
    act(title, base::Result<formats::TextEdits>({{attribute->name, newName.toUtf8()}}));
}

void EverythingView::attributeEdited(QTableWidgetItem *item)
{
    if (m_filling)
        return;
    const QString name = item->data(NameRole).toString();
    const QString text = item->text();
    if (item->column() == 1)
        setAttribute(name, text);
    else if (text != name)
        renameAttribute(name, text);
    if (document()->conf())
        showAttributes(); // also after a refusal: what the file says
}

void EverythingView::fillAttributeMenu(QMenu *menu)
{
    menu->clear();
    const XmlElement element = current();
    const ClusterElement *schema = element ? schemaOf(element) : nullptr;
    if (schema) {
        for (const ClusterAttribute &attribute : schema->attributes) {
            const QString name = QString::fromLatin1(attribute.name);
            if (!element.has(attribute.name))
                menu->addAction(name, this, [this, name] { askForAttribute(name); });
        }
        menu->addSeparator();
    }
    menu->addAction(tr("Another…"), this, [this] {
        auto *dialog = new QInputDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(tr("New attribute"));
        dialog->setLabelText(tr("Name of the attribute:"));
        connect(dialog, &QInputDialog::textValueSelected, this,
                [this](const QString &name) { askForAttribute(name.trimmed()); });
        dialog->open();
    });
}

void EverythingView::askForAttribute(const QString &name)
{
    if (name.isEmpty() || !isEditable() || !current())
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("New attribute"));
    dialog->setLabelText(tr("Value of %1:").arg(shown(name)));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, name](const QString &value) { setAttribute(name, value); });
    dialog->open();
}

// ---- elements

const ClusterElement *EverythingView::schemaOf(const XmlElement &element)
{
    if (element.depth() == 0)
        return &formats::clusterSchema();
    const ClusterElement *parent = schemaOf(element.parent());
    return parent ? parent->child(element.tag()) : nullptr;
}

void EverythingView::fillElementMenu(QMenu *menu)
{
    menu->clear();
    const XmlElement element = current();
    const ClusterElement *schema = element ? schemaOf(element) : nullptr;
    if (schema) {
        QStringList tags;
        for (const ClusterElement *child : schema->children) {
            if (!child->isOnce || !element.child(child->name))
                tags.append(QString::fromLatin1(child->name));
        }
        tags.sort();
        for (const QString &tag : std::as_const(tags))
            menu->addAction(tag, this, [this, tag] { askForElement(tag); });
        menu->addSeparator();
    }
    menu->addAction(tr("Another…"), this, [this] {
        auto *dialog = new QInputDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(tr("New element"));
        dialog->setLabelText(tr("Name of the element:"));
        connect(dialog, &QInputDialog::textValueSelected, this,
                [this](const QString &tag) { askForElement(tag.trimmed()); });
        dialog->open();
    });
}

void EverythingView::askForElement(const QString &tag)
{
    const XmlElement parent = isEditable() ? current() : XmlElement();
    if (tag.isEmpty() || !parent)
        return;
    const ClusterElement *schema = schemaOf(parent);
    const QString needed = neededOf(schema ? schema->child(tag.toLatin1()) : nullptr);
    if (needed.isEmpty()) {
        addElement(parent, tag, {}, {});
        return;
    }
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("New element"));
    dialog->setLabelText(tr("%1 of the new %2:").arg(needed, shown(tag)));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, tag, needed](const QString &value) {
                if (const XmlElement into = isEditable() ? current() : XmlElement())
                    addElement(into, tag, needed, value);
            });
    dialog->open();
}

void EverythingView::addElement(const XmlElement &parent, const QString &tag,
                                const QString &attribute, const QString &value)
{
    formats::NewXmlElement element{tag};
    if (!attribute.isEmpty())
        element.attributes.append({attribute, value});
    const QString path = XmlDocument::pathOf(parent);
    if (!act(tr("Add %1 to %2").arg(shown(tag), spokenName(parent)),
             formats::addElement(conf().xml(), parent, element)))
        return;
    if (const XmlElement now = conf().xml().find(path); now && now.lastChild())
        m_tree->setCurrentIndex(m_model->indexOf(now.lastChild()));
}

void EverythingView::removeElement()
{
    const XmlElement element = isEditable() ? current() : XmlElement();
    if (element && element.depth() > 0)
        act(tr("Remove %1").arg(spokenName(element)),
            formats::removeElement(conf().xml(), element));
}

void EverythingView::moveElement(int step)
{
    const XmlElement element = isEditable() ? current() : XmlElement();
    if (!element || element.depth() == 0)
        return;
    const QModelIndex index = m_model->indexOf(element);
    const int to = index.row() + step;
    if (to < 0 || to >= m_model->rowCount(index.parent()))
        return;
    const QString parent = XmlDocument::pathOf(element.parent());
    const QString title = step < 0 ? tr("Move %1 up") : tr("Move %1 down");
    if (!act(title.arg(spokenName(element)),
             formats::moveElement(conf().xml(), element, element.parent(), to)))
        return;
    if (const XmlElement now = conf().xml().find(parent))
        m_tree->setCurrentIndex(m_model->index(to, 0, m_model->indexOf(now)));
}

void EverythingView::showTreeMenu(const QPoint &position)
{
    const QModelIndex index = m_tree->indexAt(position);
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QMenu *add = menu->addMenu(tr("&Add element"));
    fillElementMenu(add);
    const bool isRoot = !index.parent().isValid();
    menu->addAction(tr("Move &up"), Qt::ALT | Qt::Key_Up, this, [this] { moveElement(-1); })
        ->setEnabled(!isRoot);
    menu->addAction(tr("Move &down"), Qt::ALT | Qt::Key_Down, this, [this] { moveElement(1); })
        ->setEnabled(!isRoot);
    menu->addSeparator();
    menu->addAction(tr("&Remove"), Qt::Key_Delete, this, &EverythingView::removeElement)
        ->setEnabled(!isRoot);
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

bool EverythingView::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return ClusterConfView::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool alt = key->modifiers() == Qt::AltModifier;
    if (object == m_tree && alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
        moveElement(key->key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (key->key() == Qt::Key_Delete && object == m_tree) {
        removeElement();
        return true;
    }
    if (key->key() == Qt::Key_Delete && object == m_attributes) {
        m_removeAttribute->click();
        return true;
    }
    return ClusterConfView::eventFilter(object, event);
}

} // namespace colonnade::gui
