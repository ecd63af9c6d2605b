// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"
#include "gui/drafts.h"
#include "gui/editordocument.h"
#include "gui/editorservices.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>

namespace colonnade::gui {

/// Where a document comes from: a node, the disk, the last copy, a draft that was left. It opens
/// what is best by itself when it starts, keeps a copy for times without nodes, and a draft of what
/// is not rolled out yet, so that a crash loses nothing. Nothing of it waits in the GUI thread.
class DocumentDesk final : public QObject
{
    Q_OBJECT

public:
    /// Where the text that is open came from.
    struct Origin
    {
        enum class Kind { Nothing, Node, File, LastCopy, New, Draft };
        Kind kind = Kind::Nothing;
        QString name; ///< the node's, or the file's path
        QDateTime at; ///< UTC, when it was read

        friend bool operator==(const Origin &, const Origin &) = default;
    };

    DocumentDesk(const QString &cluster, EditorDocument *document, const EditorServices &services,
                 QObject *parent);
    ~DocumentDesk() override;

    const Origin &origin() const { return m_origin; }
    bool isOpen() const { return m_origin.kind != Origin::Kind::Nothing; }
    /// The node that is being read; empty: none.
    const QString &reading() const { return m_reading; }
    /// Whether all that could be opened by itself has been looked at, and there was nothing.
    bool isAtALoss() const { return m_looked && !isOpen() && m_reading.isEmpty(); }

    /// Begins to work; before, nothing is read. Further calls do nothing.
    void start();
    void setState(const cluster::ClusterState &state);

    void openFromNode(const QString &node);
    void openFile(const QString &path);
    void openNew(const QByteArray &text);
    void openDraft(const QString &name);
    void discardDraft(const QString &name);
    /// Writes the text to a local file. It counts as no roll-out: the document stays modified.
    void saveAs(const QString &path);

    /// Writes what is not yet in the draft; a draft that is not needed any more goes. @p then: told
    /// whether nothing is lost; problem() says why it would be.
    void keepDraftNow(const std::function<void(bool)> &then = {});
    /// The person has thrown the changes away.
    void dropDraft();

Q_SIGNALS:
    /// Another text is open, or is being read.
    void originChanged();
    void problem(const base::Error &error);
    /// Something was done that has no other trace.
    void done(const QString &sentence);
    /// A draft was left behind by a crash.
    void draftFound(const QString &name, const QDateTime &savedAt);
    /// It is open, or thrown away.
    void draftGone(const QString &name);

private:
    struct Found;
    /// A text that is on its way.
    struct Awaited
    {
        int number = 0;
        int acts = 0; ///< that had been made when it was asked for
    };
    /// A person asks for another text, which takes the place of any that is on its way.
    Awaited ask();
    /// Whether what was awaited may be opened: nothing else was asked for meanwhile, and nothing
    /// was changed. Tells problem() in the second case.
    bool isWanted(const Awaited &awaited, const QString &name);
    void read(const QString &node, const Awaited &awaited, bool byItself);
    bool isFree() const;
    void opened(const Origin &origin, const QByteArray &text);
    void found(const Found &what);
    void lookForNode();
    void dropRolledOut();
    QString bestNode() const;
    void readDone(const QString &node, const base::Result<ReadFile> &file, const Awaited &awaited,
                  bool byItself);
    void documentChanged();

    EditorDocument *m_document;
    EditorServices m_services;
    Drafts m_drafts;
    cluster::ClusterState m_state;
    Origin m_origin;
    std::optional<LastCopy> m_lastCopy;
    QString m_reading;
    QSet<QString> m_failed;            ///< nodes that could not be read by itself
    QHash<QString, QByteArray> m_left; ///< drafts that were found: name -> hash of the text
    QString m_draft;                   ///< name of the one that holds this text; empty: none yet
    QTimer m_draftTimer;
    std::shared_ptr<QThreadPool> m_writer; ///< of one thread: later drafts are written later
    std::stop_source m_stop;
    int m_asked = 0; ///< how often a person has asked for a text
    int m_acts = 0;  ///< how often the text was changed, and not opened anew
    bool m_started = false;
    bool m_looked = false;
};

} // namespace colonnade::gui
