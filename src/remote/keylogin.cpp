// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/keylogin.h"

#include "remote/algorithms.h"
#include "remote/plainline.h"
#include "remote/wire.h"
#include "remote/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace colonnade::remote {

namespace {

/// Keys that a server has not wanted in one connection. sshd hangs up after six failures by
/// default, hardened ones after four, and a password may have to be tried yet.
constexpr int MostDenials = 4;
/// Of those, at most so many are kept for key files while the agent's keys are offered.
constexpr int MostReserved = 3;

/// A public key or a certificate; null: libssh does not know its type.
KeyHandle keyOf(const QByteArray &blob, const QByteArray &typeName)
{
    ssh_key key = nullptr;
    if (ssh_pki_import_pubkey_base64(blob.toBase64().constData(),
                                     ssh_key_type_from_name(typeName.constData()), &key)
        != SSH_OK)
        return nullptr;
    return KeyHandle(key);
}

QByteArray certificateBlob(const QString &path)
{
    constexpr qint64 longest = 64 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QByteArray::fromBase64(file.read(longest).simplified().split(' ').value(1));
}

QString dateText(quint64 seconds)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(static_cast<qint64>(seconds)),
                              QLocale::ShortFormat);
}

/// Why a certificate is not worth a try; empty: it is.
QString uselessness(const Certificate &certificate, const QString &name)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!certificate.isOfUser())
        return Words::tr("the certificate %1 is one of a host").arg(name);
    if (certificate.isExpired(now))
        return Words::tr("the certificate %1 has expired on %2")
            .arg(name, dateText(certificate.validBefore));
    if (certificate.isNotYetValid(now))
        return Words::tr("the certificate %1 is not valid before %2")
            .arg(name, dateText(certificate.validAfter));
    return {};
}

bool isSha1Missing(ssh_session session)
{
    return QByteArrayView(ssh_get_error(session)).contains("PUBLICKEY_ACCEPTED_TYPES");
}

/// A key, or a certificate of one.
bool isRsa(const QByteArray &blob)
{
    return WireReader(blob).string().startsWith("ssh-rsa");
}

/// The plain key of an agent's key, which may be a certificate.
QByteArray plainBlob(const QByteArray &blob)
{
    const std::optional<Certificate> certificate = Certificate::parse(blob);
    return certificate ? certificate->publicKey : blob;
}

} // namespace

void LoginNotes::add(const QString &reason, const QString &remedy)
{
    if (!reason.isEmpty() && !reasons.contains(reason))
        reasons.append(reason);
    if (!remedy.isEmpty() && !remedies.contains(remedy))
        remedies.append(remedy);
}

template<typename Call>
LoginAnswer KeyLogin::finish(Call call)
{
    return m_login.waiter.finish(m_login.session, SSH_AUTH_AGAIN, call);
}

/// As finish(). Where the settings allow old algorithms, an RSA key that is refused is offered once
/// more for signatures with SHA-1: by libssh, which knows that the server takes no others, or by
/// the server, which may not know them although it says so.
template<typename Call>
LoginAnswer KeyLogin::offer(const QByteArray &blob, Call call)
{
    const LoginAnswer answer = finish(call);
    if (!isDenied(answer) || !m_login.settings.legacyAlgorithms || !isRsa(blob))
        return answer;
    if (!isSha1Missing(m_login.session))
        ++m_denials;
    signWithSha1(m_login.session, true);
    const LoginAnswer second = finish(call);
    signWithSha1(m_login.session, false);
    if (second && (*second == SSH_AUTH_SUCCESS || *second == SSH_AUTH_PARTIAL))
        m_login.progress.legacyFound();
    return second;
}

void KeyLogin::readFiles()
{
    if (!m_files.isEmpty())
        return;
    m_files = m_login.settings.identityFiles;
    if (m_files.isEmpty()) {
        for (const char *name : {".ssh/id_ed25519", ".ssh/id_ecdsa", ".ssh/id_rsa"})
            m_files.append(QDir::home().filePath(QLatin1String(name)));
    }
    for (const QString &file : m_files)
        m_publicKeys.append(publicBlob(KeyFile::publicHalf(file).get()));
}

LoginAnswer KeyLogin::tryAgent()
{
    readFiles();
    if (!m_agent) {
        m_agent.emplace(m_login);
        m_notes.add(m_agent->problem());
    }
    if (!m_agent->problem().isEmpty())
        return SSH_AUTH_DENIED;
    const QList<AgentKey> keys = ranked();
    if (keys.isEmpty())
        m_notes.add(m_agent->keys().isEmpty()
                        ? Words::tr("the agent holds no keys")
                        : Words::tr("the agent does not hold the keys of the profile"));
    for (const AgentKey &key : keys) {
        const bool named = rankOf(key) >= 0;
        if (!mayOffer(key.blob, named ? MostDenials : MostDenials - reservedForFiles()))
            continue;
        const LoginAnswer answer = offerFromAgent(key);
        if (!isDenied(answer))
            return answer;
    }
    return SSH_AUTH_DENIED;
}

/// The agent's keys in the order in which they are to be offered.
QList<AgentKey> KeyLogin::ranked() const
{
    QList<std::pair<qsizetype, AgentKey>> places;
    for (const AgentKey &key : m_agent->keys()) {
        const qsizetype rank = rankOf(key);
        if (rank >= 0 || !m_login.settings.identitiesOnly)
            places.append({rank < 0 ? m_files.size() : rank, key});
    }
    std::ranges::stable_sort(places, {}, &std::pair<qsizetype, AgentKey>::first);
    QList<AgentKey> result;
    for (const auto &[place, key] : places)
        result.append(key);
    return result;
}

/// Which of the key files it is, or a certificate of, counted from 0; -1: none.
qsizetype KeyLogin::rankOf(const AgentKey &key) const
{
    return m_publicKeys.indexOf(plainBlob(key.blob));
}

/// Tries that the agent's other keys leave to key files which it does not hold.
int KeyLogin::reservedForFiles() const
{
    if (!m_login.settings.methods.contains(LoginMethod::KeyFile))
        return 0;
    int result = 0;
    for (qsizetype i = 0; i < m_files.size(); ++i) {
        const auto isIt = [&](const AgentKey &key) { return key.blob == m_publicKeys[i]; };
        if (!m_triedFiles.contains(m_files[i]) && QFileInfo(m_files[i]).isFile()
            && std::ranges::none_of(m_agent->keys(), isIt))
            ++result;
    }
    return std::min(result, MostReserved);
}

/// Notes a key for which there is no try left.
bool KeyLogin::mayOffer(const QByteArray &blob, int most)
{
    if (m_refused.contains(blob))
        return false;
    if (m_denials < most)
        return true;
    m_left.insert(blob);
    return false;
}

LoginAnswer KeyLogin::offerFromAgent(const AgentKey &key)
{
    const QByteArray type = key.type();
    const KeyHandle handle = keyOf(key.blob, type);
    const QString name =
        Words::tr("%1 of the agent")
            .arg(key.comment.isEmpty() ? plainLine(QByteArrayView(type), 60) : key.comment);
    if (!handle) {
        m_notes.add(Words::tr("the key %1 is of a type that is not supported: %2")
                        .arg(name, plainLine(QByteArrayView(type), 60)));
        return SSH_AUTH_DENIED;
    }
    if (const auto certificate = Certificate::parse(key.blob)) {
        if (const QString why = uselessness(*certificate, name); !why.isEmpty()) {
            m_notes.add(why);
            return SSH_AUTH_DENIED;
        }
    }
    m_agent->choose(key);
    LoginAnswer answer = judged(askAgent(key.blob), name, key.blob);
    if (answer && *answer == SSH_AUTH_ERROR && !m_agent->signProblem().isEmpty()
        && ssh_is_connected(m_login.session)) {
        m_notes.add(Words::tr("the agent did not sign with the key %1: %2")
                        .arg(name, m_agent->signProblem()));
        answer = SSH_AUTH_DENIED;
    }
    return answer;
}

LoginAnswer KeyLogin::askAgent(const QByteArray &blob)
{
    return offer(blob, [this] {
        // The agent may ask a person, whose time does not count.
        const Clock::time_point begin = Clock::now();
        const int answer = ssh_userauth_agent(m_login.session, nullptr);
        m_login.waiter.extend(Clock::now() - begin);
        return answer;
    });
}

/// Notes what became of a key that was offered.
LoginAnswer KeyLogin::judged(const LoginAnswer &answer, const QString &name, const QByteArray &blob)
{
    if (answer && (*answer == SSH_AUTH_SUCCESS || *answer == SSH_AUTH_PARTIAL)) {
        m_accepted = name;
        m_refused.insert(blob); // as a second factor it would not be accepted again
    }
    if (!isDenied(answer))
        return answer;
    // libssh itself refuses some, about which the server learns nothing.
    if (isSha1Missing(m_login.session)) {
        m_notes.add(Words::tr("with the key %1 this server takes signatures with SHA-1 only, which "
                              "are not safe any more")
                        .arg(name),
                    Words::tr("Use an ed25519 key, or turn on \"Allow old algorithms\" in the "
                              "profile."));
        return answer;
    }
    if (QByteArrayView(ssh_get_error(m_login.session)).contains("RSA_MIN_SIZE")) {
        m_notes.add(Words::tr("the key %1 is too short to be safe").arg(name));
        return answer;
    }
    ++m_denials;
    m_refused.insert(blob);
    m_notes.add(Words::tr("the key %1 was not accepted").arg(name));
    return answer;
}

LoginAnswer KeyLogin::tryFiles()
{
    readFiles();
    for (const QString &file : m_files) {
        const LoginAnswer answer = tryFile(file);
        if (!isDenied(answer) || m_declined)
            return answer;
    }
    return SSH_AUTH_DENIED;
}

LoginAnswer KeyLogin::tryFile(const QString &path)
{
    if (m_triedFiles.contains(path))
        return SSH_AUTH_DENIED;
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable()) {
        if (!m_login.settings.identityFiles.isEmpty() || info.exists())
            m_notes.add(info.exists() ? Words::tr("the key file %1 cannot be read").arg(path)
                                      : Words::tr("the key file %1 does not exist").arg(path));
        return SSH_AUTH_DENIED;
    }
    KeyFile file(path, m_login);
    KeyHandle half = KeyFile::publicHalf(path);
    const QByteArray blob = publicBlob(half.get());
    std::vector<Candidate> candidates = certificatesFor(path, blob);
    candidates.push_back({std::move(half), blob, path});
    for (const Candidate &candidate : candidates) {
        if (!mayOffer(candidate.blob, MostDenials))
            continue;
        const LoginAnswer answer = tryCandidate(candidate, file);
        if (!isDenied(answer) || m_declined)
            return answer;
    }
    m_triedFiles.insert(path);
    if (!m_refused.contains(blob))
        m_notes.add(file.problem(), file.remedy());
    return SSH_AUTH_DENIED;
}

/// The certificates of the settings and the one beside the file that are of its key.
std::vector<KeyLogin::Candidate> KeyLogin::certificatesFor(const QString &path,
                                                           const QByteArray &publicKey)
{
    std::vector<Candidate> result;
    const QStringList paths =
        m_login.settings.certificateFiles + QStringList{path + QStringLiteral("-cert.pub")};
    for (const QString &name : paths) {
        const QByteArray blob = certificateBlob(name);
        const std::optional<Certificate> certificate = Certificate::parse(blob);
        if (!certificate || certificate->publicKey != publicKey)
            continue;
        const QString why = uselessness(*certificate, name);
        m_notes.add(why);
        if (why.isEmpty())
            result.push_back({keyOf(blob, WireReader(blob).string()), blob, name});
    }
    std::erase_if(result, [](const Candidate &candidate) { return !candidate.key; });
    return result;
}

LoginAnswer KeyLogin::tryCandidate(const Candidate &candidate, KeyFile &file)
{
    if (!file.key() && !file.isEncrypted())
        return SSH_AUTH_DENIED;
    if (!file.key()) {
        // Nobody is asked for the passphrase of a key that this server does not want.
        const LoginAnswer wanted = isWanted(candidate);
        if (!wanted || *wanted != SSH_AUTH_SUCCESS)
            return wanted;
        file.decrypt();
        m_declined = file.isDeclined();
        m_notes.add(file.problem());
        if (!file.key() || m_refused.contains(publicBlob(file.key())))
            return SSH_AUTH_DENIED;
    }
    const bool isCertificate = candidate.key && Certificate::parse(candidate.blob).has_value();
    const KeyHandle certified = isCertificate ? file.with(candidate.key.get()) : nullptr;
    const ssh_key key = certified ? certified.get() : file.key();
    const auto call = [&] { return ssh_userauth_publickey(m_login.session, nullptr, key); };
    const QByteArray blob = publicBlob(key);
    return judged(offer(blob, call), candidate.name, blob);
}

/// Asks the server about a public key, where there is one.
LoginAnswer KeyLogin::isWanted(const Candidate &candidate)
{
    if (!candidate.key)
        return SSH_AUTH_SUCCESS;
    const LoginAnswer answer = offer(candidate.blob, [&] {
        return ssh_userauth_try_publickey(m_login.session, nullptr, candidate.key.get());
    });
    return isDenied(answer) ? judged(answer, candidate.name, candidate.blob) : answer;
}

void KeyLogin::noteWhatWasLeft()
{
    if (m_left.isEmpty())
        return;
    m_notes.add(Words::tr("%n more key(s) were not offered, since servers shut out who offers many",
                          nullptr, static_cast<int>(m_left.size())),
                Words::tr("Name the right key in the profile: it is offered first."));
}

} // namespace colonnade::remote
