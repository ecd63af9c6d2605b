// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/link.h"
#include "remote/loginsteps.h"
#include "remote/route.h"

#include <mutex>
#include <thread>

namespace colonnade::remote {

/// The I/O thread of one node or jump host: connects, serves the commands and those who want to get
/// further, and connects again. All functions but the private ones may be called from any thread.
class ConnectionThread
{
public:
    enum class Purpose {
        Commands,
        Jump, ///< nobody needs it but those who want to get further: it connects only for them
    };

    ConnectionThread(ConnectionSettings settings, std::shared_ptr<Interaction> interaction,
                     CompleteSettings complete = {}, Purpose purpose = Purpose::Commands);
    ~ConnectionThread() { stop(); }

    /// Ends the connection and the thread; commands under way get Canceled.
    void stop();

    const QString &node() const { return m_node; }

    void submit(std::shared_ptr<Request> request);
    /// Is answered when there is a session, or an attempt to make one has failed.
    void submit(std::shared_ptr<Forward> forward);
    /// Looks at the abandoned ones among the requests.
    void wake() { m_wakeup.notify(); }
    void connectNow();
    void close();
    void probeNow();

    Status status() const;
    /// Whether it has, or is just making, the session that identityOf() describes.
    bool isMaking(const QByteArray &identity) const;
    void onStatusChanged(std::function<void(const Status &)> listener);

private:
    using Requests = std::vector<std::shared_ptr<Request>>;
    using Work = Link::Work;

    void main();
    bool waitForWork();
    void connect();
    base::Result<SessionHandle> makeSession(const std::stop_token &stop, RootAccess &root);
    void serve(SessionHandle session, RootAccess &root);
    void handleFailure(const base::Error &error, bool atOnce);
    void enterClosed();
    void failOverdue(const base::Error &error);
    void failPending(const base::Error &error);
    void failUnwished(const base::Error &error);
    void failForwards(const base::Error &error);
    bool isAttemptForForwards(Phase phase, const std::optional<base::Error> &error);
    bool isAnswered(const Forward &forward, Phase phase) const;
    void keepPending(Work work);
    void setPhase(Phase phase, std::optional<base::Error> error = {});
    void setStage(Stage stage, const QString &detail);
    void setLegacy();
    void forgetStages();
    LoginProgress progress();
    void publish();
    bool takeProbe();
    std::optional<Work> takePending();
    std::stop_token attemptToken();
    base::Error closedError() const;

    const QString m_node;
    const CompleteSettings m_complete;
    const Purpose m_purpose;
    const std::shared_ptr<Interaction> m_interaction;
    Wakeup m_wakeup;

    mutable std::mutex m_mutex; // of what follows
    Requests m_pending;
    std::vector<std::shared_ptr<Forward>> m_forwards;
    QByteArray m_identity;             ///< of the settings of the attempt
    Clock::time_point m_connectWish{}; ///< when connectNow() was called
    bool m_quit = false;
    bool m_closeWanted = false;
    bool m_connectWanted = false;
    bool m_probeWanted = false;
    std::stop_source m_attempt; ///< stops the login that is going on
    Status m_status;

    std::mutex m_listenerMutex; ///< held while it is called: one taken back does not run any more
    std::function<void(const Status &)> m_listener;

    // The I/O thread's own.
    ConnectionSettings m_settings; ///< of the attempt that goes on or was the last one
    std::chrono::milliseconds m_pause;
    Clock::time_point m_nextAttempt{};
    SuspendWatch m_suspendWatch;
    Clock::time_point m_failedAt{};  ///< the last attempt, or the connection
    Clock::time_point m_openAgain{}; ///< from then on others are a reason for an attempt
    Clock::time_point m_wishedAt{};  ///< by a person, what the attempt is for; see Forward
    Route m_route;

    std::thread m_thread; // last: it uses all the others
};

} // namespace colonnade::remote
