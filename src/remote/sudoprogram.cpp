// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/sudoprogram.h"

#include "base/shell.h"

namespace colonnade::remote {

using base::shellQuoted;

namespace {

QByteArray runFromInput(qsizetype size)
{
    return "eval \"$(dd bs=1 count=" + QByteArray::number(size) + " 2>/dev/null)\"";
}

QByteArray sign(const QByteArray &word, char letter)
{
    return word + ' ' + letter + " %s\\n";
}

/// The process group is sudo's or one of its own, as sudoers wants it (use_pty).
constexpr char FindGroup[] = "g=$(read -r a b c d g e </proc/$$/stat;echo $g);";

QByteArray insideByPipes(const QByteArray &word, const RootProgram &program)
{
    const QByteArray inside = sign(word, sudosign::Inside);
    return FindGroup + ("printf '" + inside + "' $g;printf '" + inside + "' 0 >&2;unset g;")
           + (program.isShell ? QByteArrayLiteral("exec /bin/sh")
                              : runFromInput(program.script.size()));
}

QByteArray bodyOverTerminal(const RootProgram &program)
{
    // A shell that reads its commands from a terminal would greet whom it takes for a person.
    if (program.isShell)
        return "/bin/sh -c 'while read -r n;do eval \"$(head -c $n)\";done'";
    const qsizetype size = program.script.size() + program.input.size();
    return "head -c " + QByteArray::number(size) + "|/bin/sh -c "
           + shellQuoted(runFromInput(program.script.size()));
}

QByteArray insideOverTerminal(const QByteArray &word, const RootProgram &program)
{
    // The body's streams are pipes, so that no program in it believes to speak to a person. Each
    // piece of standard error is written at once, so that nothing gets in between; 256 bytes in hex
    // fit into the smallest buffer that a shell's printf has. The exit status comes when both
    // streams have ended. The word of these signs comes by the terminal, since ours stands in
    // SUDO_COMMAND and in the process list, and what the body prints may come from there.
    return FindGroup
           + ("stty raw -echo;exec 3>&1 2>/dev/null;printf '" + sign(word, sudosign::Inside)
              + "' $g;unset g;read -r w;s=$({ { { { ")
           + bodyOverTerminal(program)
           + (";} 2>&4 3>&- 4>&- 5>&-;echo $? >&5;}|cat >&3;} 4>&1|"
              "while b=$(dd bs=256 count=1 2>/dev/null|od -An -v -tx1|tr -d ' \\n')&&[ \"$b\" ];"
              "do printf '"
              + sign("%s", sudosign::Errors)
              + "' $w $b;done >&3;} 5>&1);[ \"$s\" ]||exit 255;printf '"
              + sign("%s", sudosign::Exit) + "' $w $s >&3");
}

} // namespace

QByteArray loginProgram(qsizetype size)
{
    return "exec /bin/sh -c '" + runFromInput(size) + "'";
}

QByteArray loginProgramWithTerminal(qsizetype size, const QByteArray &word)
{
    return "exec /bin/sh -c 'stty raw -echo && echo " + word + ' ' + sudosign::Terminal + " 0 && "
           + runFromInput(size) + "'";
}

QByteArray sudoScript(const SudoUse &use, const QByteArray &word, const RootProgram &program)
{
    QByteArray script = scriptPreamble() + "command -v sudo >/dev/null 2>&1||{ echo " + word + ' '
                        + sudosign::NoSudo + " 0;exit 127;}\n";
    if (use.forget)
        script += "sudo -k </dev/null >/dev/null 2>&1\n";
    script += "exec sudo ";
    if (use.password)
        script += "-S -p '" + word + ' ' + sudosign::Prompt + " 0\n'";
    else
        script += "-n";
    return script + " -- /bin/sh -c "
           + shellQuoted(use.terminal ? insideOverTerminal(word, program)
                                      : insideByPipes(word, program))
           + '\n';
}

QByteArray sudoInput(const SudoUse &use, const RootProgram &program, const QByteArray &bytes)
{
    return use.terminal && program.isShell ? QByteArray::number(bytes.size()) + '\n' + bytes
                                           : bytes;
}

} // namespace colonnade::remote
