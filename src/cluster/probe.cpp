// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/probe.h"

#include "cluster/nonce.h"
#include "cluster/probeanswer.h"
#include "cluster/probescript.h"
#include "cluster/words.h"

namespace colonnade::cluster {

using base::ErrorCode;
using base::Result;

Result<NodeFacts> probe(remote::Connection &connection, const ProbeRequest &request,
                        std::stop_token stop)
{
    ProbeScriptInput input;
    input.nonce = freshNonce();
    input.paths = askablePaths(request.paths);
    input.details = request.details || !request.known;
    if (request.known)
        input.signature = request.known->guestSignature;

    remote::Command command;
    command.title = Words::tr("Read the node");
    command.script = probeScript(input);
    command.deadline = request.deadline;
    command.outputLimit = 16 * 1024 * 1024;
    command.quiet = true;

    ProbeTimes times;
    times.sent = QDateTime::currentDateTimeUtc();
    const Result<remote::Output> output = connection.query(command, std::move(stop));
    times.answered = QDateTime::currentDateTimeUtc();
    if (!output)
        return std::unexpected(output.error());

    const Result<ProbeSections> sections = ProbeSections::split(output->out, input.nonce);
    if (!sections) {
        const QString words = QString::fromUtf8(output->err.left(300)).simplified();
        const QString &why = sections.error().message;
        return base::failure(ErrorCode::ParseFailed,
                             words.isEmpty()
                                 ? Words::tr("What %1 said about itself cannot be used: %2.")
                                       .arg(connection.node(), why)
                                 : Words::tr("What %1 said about itself cannot be used: %2 (%3).")
                                       .arg(connection.node(), why, words),
                             Words::tr("Look at the command and its output in the activity log."));
    }
    return readFacts(*sections, connection.node(), request, times);
}

} // namespace colonnade::cluster
