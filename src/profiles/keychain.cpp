// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/keychain.h"

#include "profiles/secretservice.h"
#include "profiles/words.h"

#include <QCoreApplication>
#include <QThread>
#include <qt6keychain/keychain.h>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {

using base::ErrorCode;
using base::Result;

namespace {

const QString Service = u"colonnade"_s;

/// Where a job on the main thread leaves its answer for the thread that waits. Shared: the waiting
/// one may give up first.
struct Answer
{
    std::mutex mutex;
    std::condition_variable_any changed;
    bool given = false;
    QKeychain::Error error = QKeychain::NoError;
    QString errorText;
    base::Secret secret;
};

using MakeJob = std::function<QKeychain::Job *()>;

void runJob(const MakeJob &make, const std::shared_ptr<Answer> &answer)
{
    QKeychain::Job *job = make(); // deletes itself
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, qApp, [answer](QKeychain::Job *done) {
        const std::scoped_lock lock(answer->mutex);
        answer->error = done->error();
        answer->errorText = done->errorString();
        if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(done))
            answer->secret = base::Secret(read->binaryData());
        answer->given = true;
        answer->changed.notify_all();
    });
    job->start();
}

std::unexpected<base::Error> missing()
{
    return base::failure(ErrorCode::Unsupported, Words::tr("There is no keychain here."),
                         Words::tr("Secrets are asked for each time."));
}

std::unexpected<base::Error> locked()
{
    return base::failure(ErrorCode::Refused, Words::tr("The keychain is locked."),
                         Words::tr("Unlock it and connect again; until then secrets are asked "
                                   "for."));
}

/// Of a keychain that did not do what it was told.
std::unexpected<base::Error> failing(const Answer &answer, const QString &key)
{
    const SecretService service = lookAtSecretService();
    if (service == SecretService::Absent)
        return missing();
    if (service == SecretService::Locked)
        return locked();
    return base::failure(
        ErrorCode::IoFailed,
        Words::tr("The keychain did not do it for %1: %2").arg(key, answer.errorText));
}

Result<void> judge(const Answer &answer, const QString &key)
{
    switch (answer.error) {
    case QKeychain::NoError:
        return {};
    case QKeychain::EntryNotFound:
        // A locked one that was not unlocked says the same.
        if (lookAtSecretService() == SecretService::Locked)
            return locked();
        return base::failure(ErrorCode::NotFound,
                             Words::tr("The keychain keeps nothing for %1.").arg(key));
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return missing();
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return locked();
    default:
        return failing(answer, key);
    }
}

/// Runs the job that @p make makes on the main thread, and waits for it here.
Result<std::shared_ptr<Answer>> perform(const MakeJob &make, const QString &key,
                                        std::chrono::milliseconds deadline, std::stop_token stop)
{
    Q_ASSERT(qApp && QThread::currentThread() != qApp->thread());
    const auto answer = std::make_shared<Answer>();
    QMetaObject::invokeMethod(
        qApp, [make, answer] { runJob(make, answer); }, Qt::QueuedConnection);

    std::unique_lock lock(answer->mutex);
    if (!answer->changed.wait_for(lock, stop, deadline, [&] { return answer->given; })) {
        if (stop.stop_requested())
            return base::failure(ErrorCode::Canceled,
                                 Words::tr("The keychain was not waited for."));
        return base::failure(ErrorCode::TimedOut, Words::tr("The keychain did not answer."),
                             Words::tr("See whether it waits for its own password."));
    }
    if (const Result<void> judged = judge(*answer, key); !judged)
        return std::unexpected(judged.error());
    return answer;
}

Result<void> withoutAnswer(const Result<std::shared_ptr<Answer>> &result)
{
    if (!result)
        return std::unexpected(result.error());
    return {};
}

} // namespace

Result<std::optional<base::Secret>> Keychain::read(const QString &key, std::stop_token stop) const
{
    const MakeJob make = [key] {
        auto *job = new QKeychain::ReadPasswordJob(Service);
        job->setKey(key);
        return job;
    };
    const Result<std::shared_ptr<Answer>> answer = perform(make, key, m_deadline, std::move(stop));
    if (answer)
        return std::optional(std::move((*answer)->secret));
    if (answer.error().code == ErrorCode::NotFound)
        return std::nullopt;
    return std::unexpected(answer.error());
}

Result<void> Keychain::store(const QString &key, const base::Secret &secret,
                             std::stop_token stop) const
{
    const auto bytes = std::make_shared<base::Secret>(QByteArray(secret.reveal(), secret.size()));
    const MakeJob make = [key, bytes] {
        auto *job = new QKeychain::WritePasswordJob(Service);
        job->setKey(key);
        job->setBinaryData(QByteArray(bytes->reveal(), bytes->size()));
        return job;
    };
    return withoutAnswer(perform(make, key, m_deadline, std::move(stop)));
}

Result<void> Keychain::remove(const QString &key, std::stop_token stop) const
{
    const MakeJob make = [key] {
        auto *job = new QKeychain::DeletePasswordJob(Service);
        job->setKey(key);
        return job;
    };
    return withoutAnswer(perform(make, key, m_deadline, std::move(stop)));
}

} // namespace colonnade::profiles
