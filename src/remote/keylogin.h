// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/agentlogin.h"
#include "remote/certificate.h"
#include "remote/keyfile.h"

#include <QSet>

#include <optional>

namespace colonnade::remote {

/// What was tried in a login and did not serve: for the error at its end.
struct LoginNotes
{
    QStringList reasons;
    QStringList remedies; ///< sentences, each once

    void add(const QString &reason, const QString &remedy = {});
};

/// An SSH_AUTH_ value; anything but denied ends the search for this factor.
using LoginAnswer = base::Result<int>;

inline bool isDenied(const LoginAnswer &answer)
{
    return answer && *answer == SSH_AUTH_DENIED;
}

/// Proves who we are with keys: of the agent, of files, with certificates. A server counts each key
/// that it does not want and bans us after some (sshd: MaxAuthTries 6), so few are offered, and
/// those first that the settings name.
class KeyLogin
{
public:
    KeyLogin(const LoginContext &login, LoginNotes &notes) : m_login(login), m_notes(notes) {}

    LoginAnswer tryAgent();
    LoginAnswer tryFiles();

    /// The person does not want to go on.
    bool isDeclined() const { return m_declined; }
    /// The key that the server accepted last, for a person.
    QString accepted() const { return m_accepted; }
    /// Says how many keys were not offered.
    void noteWhatWasLeft();

private:
    /// A public key or certificate to offer, and what it is called.
    struct Candidate
    {
        KeyHandle key;
        QByteArray blob;
        QString name;
    };

    LoginAnswer offerFromAgent(const AgentKey &key);
    LoginAnswer askAgent(const QByteArray &blob);
    LoginAnswer tryFile(const QString &path);
    LoginAnswer tryCandidate(const Candidate &candidate, KeyFile &file);
    LoginAnswer isWanted(const Candidate &candidate);
    LoginAnswer judged(const LoginAnswer &answer, const QString &name, const QByteArray &blob);
    template<typename Call>
    LoginAnswer finish(Call call);
    template<typename Call>
    LoginAnswer offer(const QByteArray &blob, Call call);

    void readFiles();
    QList<AgentKey> ranked() const;
    qsizetype rankOf(const AgentKey &key) const;
    std::vector<Candidate> certificatesFor(const QString &path, const QByteArray &publicKey);
    bool mayOffer(const QByteArray &blob, int most);
    int reservedForFiles() const;

    const LoginContext &m_login;
    LoginNotes &m_notes;
    std::optional<AgentLogin> m_agent;
    QStringList m_files;            ///< of the settings, or the usual ones
    QList<QByteArray> m_publicKeys; ///< of m_files; empty where a file does not tell
    QSet<QByteArray> m_refused;     ///< blobs that the server did not want, or not any more
    QSet<QByteArray> m_left;        ///< blobs that were not offered for want of tries
    QSet<QString> m_triedFiles;     ///< paths
    QString m_accepted;
    int m_denials = 0; ///< that the server has counted
    bool m_declined = false;
};

} // namespace colonnade::remote
