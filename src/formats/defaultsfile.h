// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "formats/diagnostic.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace colonnade::formats {

/// Whose settings a file of /etc/default or /etc/sysconfig holds, and so which rules are for its
/// values.
enum class DefaultsKind {
    Other,
    O2cb, ///< o2cb: OCFS2's cluster stack
    Cman, ///< cman, cluster: the cluster manager
};

/// A file of /etc/default or /etc/sysconfig: assignments that init scripts let a shell run.
///
/// It is read, and never run. What only a shell can know, such as `$(hostname)` or what stands
/// within `if`, is marked as computed. The language: POSIX.1-2017, Shell Command Language; $'…' is
/// taken for bash's.
class DefaultsFile
{
public:
    /// `NAME=word` that sets a variable of the shell which reads the file. Those in functions,
    /// subshells and pipelines, and those before a command, for which alone they hold, are none.
    struct Assignment
    {
        Span span; ///< NAME=word
        Span name;
        Span word;                       ///< behind the =, with its quotes; may be empty
        QByteArray key;                  ///< the name
        std::optional<QByteArray> value; ///< what a shell takes the word for; absent: computed
        bool isCertain = true; ///< every shell runs it, and nothing behind it may change it
                               ///< but another assignment
        bool isExported = false;

        friend bool operator==(const Assignment &, const Assignment &) = default;
    };

    /// `#NAME=word`: a default that a comment tells.
    struct CommentedAssignment
    {
        Span line; ///< with its line end
        QByteArray key;
        QByteArray word; ///< as it stands there

        friend bool operator==(const CommentedAssignment &, const CommentedAssignment &) = default;
    };

    /// Fails where neither dash nor bash reads on: a quote that is not closed, an if without fi.
    static Parsed<DefaultsFile> parse(QByteArray text);

    /// What a file of that path holds.
    static DefaultsKind kindOf(QByteArrayView path);

    const QByteArray &text() const { return m_text; }

    /// In file order; of several of one name, the last that a shell runs wins.
    const QList<Assignment> &assignments() const { return m_assignments; }
    const QList<CommentedAssignment> &commentedAssignments() const { return m_commented; }

    /// The last assignment to @p key, which wins; nullptr where there is none.
    const Assignment *assignment(QByteArrayView key) const;

    /// The value that @p key has after the file was read; nothing where it has none, or where only
    /// a shell can know it.
    std::optional<QByteArray> value(QByteArrayView key) const;

    /// Sets @p key to @p value: in the assignment that wins, with its quotes where they will do;
    /// else after the comment that tells its default; else at the end. Refuses to touch what is
    /// computed, names that no variable can have, and values with a NUL.
    base::Result<TextEdits> set(const QByteArray &key, const QByteArray &value) const;

    /// Puts `#` before each assignment to @p key. Refuses where something else stands in the line.
    base::Result<TextEdits> commentOut(QByteArrayView key) const;

    /// Removes each assignment to @p key, with its line where nothing else stands there.
    base::Result<TextEdits> remove(QByteArrayView key) const;

    /// What a shell will not take as it was meant, and values that break the rules of @p kind. In
    /// order of place.
    QList<Diagnostic> diagnostics(DefaultsKind kind = DefaultsKind::Other) const;

private:
    QByteArray m_text;
    QList<Assignment> m_assignments;
    QList<CommentedAssignment> m_commented;
    QList<Diagnostic> m_findings; ///< of the language, in order of place
};

} // namespace colonnade::formats
