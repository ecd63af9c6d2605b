// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editorservices.h"

#include "base/shell.h"

#include <QCoreApplication>

namespace colonnade::gui {

namespace {

constexpr qint64 Limit = qint64(4) << 20;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::gui::FileReader)
};

/// The first byte of what it prints tells a file from none. A file is read once, to one byte more
/// than the limit.
QByteArray scriptFor(const QString &path)
{
    return "f=\"${COLONNADE_ROOT:-}\"" + base::shellQuoted(path.toUtf8())
           + "\n"
             "if [ -f \"$f\" ]; then printf F; head -c "
           + QByteArray::number(Limit + 1)
           + " \"$f\"\n"
             "elif [ -e \"$f\" ] || [ -L \"$f\" ]; then printf O\n"
             "else printf N; fi\n";
}

} // namespace

base::Result<ReadFile> readFileOfNode(remote::Connection &connection, const QString &path,
                                      std::stop_token stop)
{
    remote::Command command;
    command.title = Words::tr("Read %1").arg(path);
    command.script = scriptFor(path);
    command.outputLimit = 2 * Limit;
    command.readsOnly = true;
    const base::Result<remote::Output> output = connection.query(command, stop);
    if (!output)
        return std::unexpected(output.error());
    if (output->exitStatus != 0 || output->out.isEmpty())
        return base::failure(
            base::ErrorCode::CommandFailed,
            Words::tr("%1 of %2 cannot be read: %3")
                .arg(path, connection.node(), QString::fromUtf8(output->err).trimmed()));
    if (output->out.startsWith('N'))
        return ReadFile{};
    if (output->out.startsWith('O'))
        return base::failure(
            base::ErrorCode::CommandFailed,
            Words::tr("%1 of %2 is no regular file.").arg(path, connection.node()));
    if (output->out.size() > Limit + 1)
        return base::failure(
            base::ErrorCode::OutputTooLarge,
            Words::tr("%1 of %2 is larger than 4 MiB.").arg(path, connection.node()));
    return ReadFile{true, output->out.sliced(1)};
}

base::Result<ReadFile> fileOf(cluster::Nodes &nodes, const QString &node, const FileReader &read,
                              const QString &path, std::stop_token stop)
{
    remote::Connection *connection = nodes.connection(node);
    if (!connection)
        return base::failure(base::ErrorCode::NotFound,
                             Words::tr("The cluster has no node %1 any more.").arg(node));
    return read(*connection, path, stop);
}

} // namespace colonnade::gui
