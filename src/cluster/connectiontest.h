// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "remote/connection.h"

namespace colonnade::cluster {

/// What has to go well before a node can be worked with, in its order.
enum class TestStage { Resolve, Connect, KeyExchange, HostKey, Authentication, Root, Toolstack };

/// The stage in a person's words: "Name", "TCP connection", ...
QString stageName(TestStage stage);

/// One stage of a test, told when it begins, when there is more to say, and when it is over.
struct TestStep
{
    enum class Outcome {
        Begun,
        Passed,
        Absent, ///< it went well, and there is nothing there: no Xen on this host
        Failed, ///< the last step of its test
    };
    TestStage stage = TestStage::Resolve;
    Outcome outcome = Outcome::Begun;
    QString detail; ///< what came out of it; of Failed: the reason
    QString remedy; ///< of Failed

    friend bool operator==(const TestStep &, const TestStep &) = default;
};

using TestSink = std::function<void(const TestStep &)>;

/// Connects @p connection, unless it is connected, and tells @p sink, on the calling thread, how it
/// fares stage by stage, up to the first that fails, which is the answer. Blocks as long as the
/// connection's own times and the questions to a person take. A connection that failed goes on
/// trying by itself: whoever does not want that ends it. Changes nothing on the node.
base::Result<void> testConnection(remote::Connection &connection, const TestSink &sink,
                                  std::stop_token stop = {});

} // namespace colonnade::cluster
