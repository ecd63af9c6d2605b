// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/remotejob.h"

#include "base/shell.h"
#include "operations/words.h"

namespace colonnade::operations {

namespace {

constexpr char Folders[] = R"sh(jobs=${COLONNADE_ROOT-}/var/lib/colonnade/jobs
job=$jobs/$id
)sh";

/// `runs FOLDER`: a process of that job lives. The start time tells a recycled process number;
/// where the job's shell was killed, its session tells whether its children live on. No process is
/// started for each that is looked at: a busy node has thousands.
/// `other_of GUEST NAME JOBS`: names a job beside NAME that works on the guest.
constexpr char Functions[] =
    R"sh(boot_id() { cat "${COLONNADE_ROOT-}/proc/sys/kernel/random/boot_id" 2>/dev/null; }
stat_of() {
    stat=
    { IFS= read -r stat <"/proc/$1/stat"; } 2>/dev/null
    stat=${stat##*) }
}
runs() {
    [ -f "$1/pid" ] && read -r pid began <"$1/pid" || return 1
    case $pid in ''|*[!0-9]*) return 1;; esac
    stat_of "$pid"
    set -- $stat
    case ${1-} in
        ''|Z|X) ;;
        *) [ "${20-}" = "$began" ]; return;;
    esac
    for each in /proc/[0-9]*; do
        stat_of "${each#/proc/}"
        set -- $stat
        case ${1-} in ''|Z|X) continue;; esac
        [ "${4-}" = "$pid" ] && return 0
    done
    return 1
}
other_of() {
    boot=$(boot_id)
    for other in "$3"/*; do
        [ "${other##*/}" != "$2" ] && [ -f "$other/guest" ] || continue
        [ ! -f "$other/rc" ] && [ ! -d "$other/go/never" ] || continue
        [ "$(cat "$other/guest")" = "$1" ] || continue
        was=$(cat "$other/boot" 2>/dev/null)
        [ -z "$boot" ] || [ -z "$was" ] || [ "$was" = "$boot" ] || continue
        runs "$other" || continue
        echo "${other##*/}"
        return 0
    done
    return 1
}
)sh";

/// Takes the variables guest and command. The folder is the lock: mkdir succeeds once.
constexpr char StartBody[] = R"sh(fail() { echo "colonnade: $1" >&2; exit 1; }
mkdir -p "$jobs" || fail "cannot make $jobs"
if other=$(other_of "$guest" "$id" "$jobs"); then
    echo "busy $other"
    exit 0
fi
if ! mkdir "$job" 2>/dev/null; then
    [ -d "$job" ] || fail "cannot make $job"
    echo exists
    exit 0
fi
cd "$job" || fail "cannot enter $job"
printf '%s\n' "$guest" >guest && printf '%s\n' "$command" >command || fail "cannot write to $job"
boot_id >boot
cat >run <<'COLONNADE_END' || fail "cannot write to $job"
)sh";

/// The job's shell. Of two jobs of one guest that start at the same moment neither saw the other
/// before: each shows itself first, by the file pid, and then looks; it may be that both give up.
constexpr char RunScript[] = R"sh(IFS= read -r line </proc/$$/stat
set -- ${line##*) }
echo "$$ ${20}" >pid.tmp && mv pid.tmp pid || exit 1
if other_of "$(cat guest)" "${PWD##*/}" .. >out; then
    mkdir go && mkdir go/never
    exit 1
fi
mkdir go 2>/dev/null || exit 1
sh ./command >out 2>&1 </dev/null
echo $? >rc.tmp
mv rc.tmp rc
)sh";

constexpr char StartEnd[] = R"sh(COLONNADE_END
detach=nohup
command -v setsid >/dev/null 2>&1 && detach=setsid
( trap '' HUP; exec $detach sh ./run ) >/dev/null 2>&1 </dev/null &
echo started
)sh";

/// The process is looked at before its exit status: the other way round, one that ends in between
/// would look killed. Whether anything lives of a job that has ended is not asked: it costs the
/// node most just then, and tells nothing.
constexpr char LookBody[] = R"sh(exec 2>/dev/null
echo colonnade-job
cd "$job" || { echo absent; exit 0; }
echo "boot $(boot_id)"
echo "job-boot $(cat boot)"
[ ! -f rc ] && runs . && echo alive
[ -d go ] && echo begun
[ -d go/never ] && echo forbidden
[ -f rc ] && echo "exit $(cat rc)"
size=$(wc -c <out)
size=$((${size:-0}))
[ $((size - offset)) -gt $limit ] && offset=$((size - limit))
echo "output $size $offset"
[ "$size" -gt "$offset" ] && tail -c +$((offset + 1)) out | head -c $limit
exit 0
)sh";

/// Of two who make the folder "go", the job's shell and us, one succeeds.
constexpr char ForbidBody[] = R"sh(mkdir -p "$jobs" || exit 1
mkdir "$job" 2>/dev/null
if mkdir "$job/go" 2>/dev/null; then
    mkdir "$job/go/never"
    echo never
elif [ -d "$job/go/never" ]; then
    echo never
elif [ -d "$job/go" ]; then
    echo begun
else
    echo "colonnade: cannot make $job/go" >&2
    exit 1
fi
)sh";

constexpr char RemoveBody[] = R"sh(cd "$job" 2>/dev/null || exit 0
rm -f guest command boot run pid pid.tmp out rc rc.tmp
rmdir go/never 2>/dev/null
rmdir go 2>/dev/null
cd .. && rmdir "$job"
)sh";

std::unexpected<base::Error> unexpectedAnswer(const remote::Connection &connection,
                                              const remote::Output &output)
{
    const QByteArray said = (output.err.isEmpty() ? output.out : output.err).left(300).trimmed();
    return base::failure(base::ErrorCode::CommandFailed,
                         Words::tr("%1 could not handle the job: %2")
                             .arg(connection.node(), QString::fromUtf8(said)),
                         Words::tr("Look at /var/lib/colonnade/jobs there: space, permissions."));
}

} // namespace

RemoteJob::RemoteJob(remote::Connection &connection, const QString &id)
    : m_connection(connection), m_id(base::shellQuoted(id.toUtf8()))
{
}

/// In a subshell, so that nothing of it stays behind in a resident shell.
QByteArray RemoteJob::script(const QByteArray &body) const
{
    return "(\nid=" + m_id + '\n' + Folders + Functions + body + ")\n";
}

base::Result<JobStart> RemoteJob::start(const QString &guest, const QByteArray &command,
                                        std::stop_token stop)
{
    remote::Command request;
    request.title = Words::tr("Start: %1").arg(QString::fromUtf8(command));
    request.script =
        script("guest=" + base::shellQuoted(guest.toUtf8()) + "\ncommand="
               + base::shellQuoted(command) + '\n' + StartBody + Functions + RunScript + StartEnd);
    const base::Result<remote::Output> output = m_connection.run(request, stop);
    if (!output)
        return std::unexpected(output.error());
    const QByteArray answer = output->out.trimmed();
    if (answer == "started")
        return JobStart{};
    if (answer == "exists")
        return JobStart{JobStart::Answer::Exists, {}};
    if (answer.startsWith("busy "))
        return JobStart{JobStart::Answer::Busy, QString::fromUtf8(answer.mid(5))};
    return unexpectedAnswer(m_connection, *output);
}

base::Result<JobLook> RemoteJob::look(qint64 offset, std::stop_token stop)
{
    remote::Command request;
    request.title = Words::tr("Look at the migration");
    request.script = script("offset=" + QByteArray::number(offset) + "\nlimit="
                            + QByteArray::number(JobLook::NewsLimit) + '\n' + LookBody);
    request.quiet = true;
    const base::Result<remote::Output> output = m_connection.query(request, stop);
    if (!output)
        return std::unexpected(output.error());
    return parseJobLook(output->out);
}

base::Result<bool> RemoteJob::forbid(std::stop_token stop)
{
    remote::Command request;
    request.title = Words::tr("See whether the migration was started");
    request.script = script(ForbidBody);
    const base::Result<remote::Output> output = m_connection.run(request, stop);
    if (!output)
        return std::unexpected(output.error());
    const QByteArray answer = output->out.trimmed();
    if (answer != "never" && answer != "begun")
        return unexpectedAnswer(m_connection, *output);
    return answer == "never";
}

base::Result<void> RemoteJob::remove(std::stop_token stop)
{
    remote::Command request;
    request.title = Words::tr("Clear the migration's job folder away");
    request.script = script(RemoveBody);
    const base::Result<remote::Output> output = m_connection.run(request, stop);
    if (!output)
        return std::unexpected(output.error());
    if (output->exitStatus != 0)
        return unexpectedAnswer(m_connection, *output);
    return {};
}

namespace {

/// Takes one line of the answer's head. False: this is the last, output follows.
bool readHeadLine(const QByteArray &line, JobLook &look, QByteArray &boot)
{
    if (line.startsWith("boot ")) {
        boot = line.mid(5);
    } else if (line.startsWith("job-boot ")) {
        // A node that tells no boot id says nothing about having been started anew.
        look.rebooted = !boot.isEmpty() && line.size() > 9 && line.mid(9) != boot;
    } else if (line == "alive") {
        look.alive = true;
    } else if (line == "begun") {
        look.begun = true;
    } else if (line == "forbidden") {
        look.forbidden = true;
    } else if (line.startsWith("exit ")) {
        bool isNumber = false;
        const int status = line.mid(5).toInt(&isNumber);
        look.exitStatus = isNumber ? status : 255;
    } else if (line.startsWith("output ")) {
        const QList<QByteArray> numbers = line.split(' ');
        look.outputSize = numbers.value(1).toLongLong();
        look.newsOffset = numbers.value(2).toLongLong();
        return false;
    }
    return true;
}

} // namespace

base::Result<JobLook> parseJobLook(const QByteArray &answer)
{
    const QByteArray head = "colonnade-job\n";
    if (!answer.startsWith(head)) {
        return base::failure(
            base::ErrorCode::ParseFailed,
            Words::tr("The node's answer about the migration is not of the expected form: %1")
                .arg(QString::fromUtf8(answer.left(100))));
    }
    JobLook look;
    if (answer.mid(head.size()).startsWith("absent"))
        return look;
    look.exists = true;
    QByteArray boot;
    qsizetype at = head.size();
    while (at < answer.size()) {
        const qsizetype end = answer.indexOf('\n', at);
        if (end < 0)
            break;
        const QByteArray line = answer.mid(at, end - at);
        at = end + 1;
        if (!readHeadLine(line, look, boot)) {
            look.news = answer.mid(at, JobLook::NewsLimit);
            return look;
        }
    }
    return base::failure(base::ErrorCode::ParseFailed,
                         Words::tr("The node's answer about the migration ends in its middle."));
}

} // namespace colonnade::operations
