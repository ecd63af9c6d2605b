// SPDX-License-Identifier: GPL-3.0-or-later
// ssh -G is the judge of how ssh_config is read.
#include "profiles/sshconfiglookup.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <random>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {
namespace {

using Answer = QMap<QByteArray, QByteArrayList>;

const QByteArrayList Keywords = {
    "hostname",
    "port",
    "user",
    "identityfile",
    "identitiesonly",
    "identityagent",
    "proxyjump",
    "proxycommand",
    "hostkeyalias",
    "globalknownhostsfile",
    "hashknownhosts",
    "stricthostkeychecking",
    "connecttimeout",
    "serveraliveinterval",
    "certificatefile",
    "serveralivecountmax",
    "preferredauthentications",
    "pubkeyauthentication",
    "passwordauthentication",
    "kbdinteractiveauthentication",
    "userknownhostsfile",
};

/// As ssh -G writes it.
QByteArray written(const QByteArray &keyword, const QByteArray &word)
{
    if (keyword == "pubkeyauthentication" || keyword == "stricthostkeychecking")
        return word == "yes" ? QByteArray("true") : word == "no" ? QByteArray("false") : word;
    return keyword == "hostkeyalias" ? word.toLower() : word;
}

std::string text(const Answer &answer)
{
    std::string lines;
    for (auto each = answer.begin(); each != answer.end(); ++each)
        lines += each.key().toStdString() + ' ' + each->join('|').toStdString() + '\n';
    return lines;
}

class SshOracleTest : public testing::Test
{
protected:
    SshOracleTest()
    {
        EXPECT_TRUE(QDir(folder.path()).mkpath(u".ssh"_s));
        files = {folder.filePath(u".ssh/config"_s), {}, folder.path()};
    }

    void SetUp() override
    {
        if (std::system("ssh -V >/dev/null 2>&1") != 0)
            GTEST_SKIP() << "there is no ssh here";
    }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(folder.filePath(u".ssh/"_s + name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        ASSERT_TRUE(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }

    /// No value: it refuses the file.
    std::optional<Answer> ssh(const QString &file, const QByteArray &host) const
    {
        const QByteArray command = "HOME='" + QFile::encodeName(folder.path()) + "' ssh -F '"
                                   + QFile::encodeName(file) + "' -G -- '" + host
                                   + "' 2>/dev/null </dev/null";
        FILE *pipe = ::popen(command.constData(), "r");
        Answer answer;
        char line[8192];
        while (std::fgets(line, sizeof line, pipe)) {
            const QByteArray text = QByteArray(line).trimmed();
            const qsizetype blank = text.indexOf(' ');
            if (Keywords.contains(text.left(blank)))
                answer[text.left(blank)].append(text.mid(blank + 1));
        }
        return ::pclose(pipe) == 0 ? std::optional(answer) : std::nullopt;
    }

    SshLookup ours(const QByteArray &host)
    {
        SshConfigTexts texts;
        const SshHostQuery query{QString::fromUtf8(host), 0, {}, {}};
        return lookUpSettings(files, texts, query);
    }

    /// What ssh would write, if it found what we found.
    Answer expected(const QByteArray &host)
    {
        if (!defaults.contains(host))
            defaults[host] = ssh(u"/dev/null"_s, host).value_or(Answer());
        Answer answer = defaults[host];
        const SshLookup found = ours(host);
        for (auto each = found.settings.begin(); each != found.settings.end(); ++each) {
            if (!Keywords.contains(each.key()))
                continue;
            const bool isJump = each.key() == "proxyjump";
            QByteArrayList words;
            for (const QByteArray &word : each->words)
                words.append(written(each.key(), word));
            if (each.key() == "identityfile" || each.key() == "certificatefile")
                answer[each.key()] = words;
            else
                answer[each.key()] = {words.join(isJump ? ',' : ' ')};
            if ((isJump || each.key() == "proxycommand") && words == QByteArrayList{"none"})
                answer.remove(each.key());
        }
        answer["hostname"] = {found.host};
        return answer;
    }

    void compare(const QByteArray &config, const QByteArrayList &hosts)
    {
        write(u"config"_s, config);
        for (const QByteArray &host : hosts) {
            const std::optional<Answer> theirs = ssh(files.user, host);
            if (!theirs) {
                EXPECT_FALSE(ours(host).problems.isEmpty()) << config.toStdString();
                continue;
            }
            EXPECT_EQ(text(expected(host)), text(*theirs)) << host.toStdString() << " of\n"
                                                           << config.toStdString();
            EXPECT_TRUE(ours(host).problems.isEmpty()) << config.toStdString();
        }
    }

    QTemporaryDir folder;
    SshConfigFiles files;
    QHash<QByteArray, Answer> defaults; ///< by host
};

TEST_F(SshOracleTest, byHand)
{
    write(u"inc1"_s, "Port 77\nHost b\nUser inc\n");
    write(u"inc2"_s, "Match host a\nUser two\n");
    const char *const configs[] = {
        "",
        "Host=a\nPort=2\n",
        "Host = a\n  Port = 2\n",
        "  hOsT\ta\n\tpOrT\t2\r\n",
        "\"Host\" \"a\"\n\"User\" \"x y\"\n",
        "Host 'a' b\nUser 'it'\n",
        "Host a#b\nUser x#y # z\n",
        "Host a # b\nUser \"x\" # z\n",
        "User a\\ b\nHostname c\\\\d\n",
        "User \"a\\\"b\"\n",
        "User \"a'b\"\nHostname '%h'\n",
        "Host !a *\nPort 2\n",
        "Host * !a\nPort 2\n",
        "Host !b\nPort 2\n",
        "Host a? ?\nPort 2\nHost A\nUser x\n",
        "HostName %h.Example.ORG\nMatch host a.example.org\nPort 9\nHost a\nPort 8\n",
        "HostName %%%h\n",
        "Match all\nPort 2\n",
        "Match !all\nPort 2\n",
        "Match host a,b\nPort 2\n",
        "Match !host a\nPort 2\n",
        "Match host \"a\" user root\nPort 2\n",
        "Match user root,x localuser root\nPort 2\n",
        "User x\nMatch user x\nPort 2\n",
        "Match user x\nPort 2\nMatch all\nUser x\n",
        "Match originalhost A\nPort 2\n",
        "Match=host=a\nPort 2\n",
        "Match host a # c\nPort 2\n",
        "Match all # c\nPort 2\n",
        "Match final all\nPort 2\nMatch all\nPort 3\n",
        "Match final host x.y\nUser fin\nHost a\nHostname x.y\nHost x.y\nPort 5\n",
        "Match !final host a\nUser fin\n",
        "Match canonical all\nUser can\n",
        "Match canonical host a\nUser can\n",
        "Match host\nPort 2\n",
        "Match\nPort 2\n",
        "Match all host a\nPort 2\n",
        "Match host a all\nPort 2\n",
        "Match host a user root all\nPort 2\n",
        "Include inc1\nPort 1\n",
        "Host b\nInclude inc*\nConnectTimeout 5\n",
        "Host x\nInclude inc*\nHost *\nConnectTimeout 5\n",
        "Include ~/.ssh/inc2\nInclude nothing\n",
        "Include inc1 inc2\n",
        "Include \"\"\n",
        "IdentityFile a\nIdentityFile b\nIdentityFile a\nIdentityFile ~/c\n",
        "CertificateFile a\nHost a\nCertificateFile b\n",
        "IdentityFile2 a\n",
        "UserKnownHostsFile /a /b\nUserKnownHostsFile /c\n",
        "UserKnownHostsFile none\nGlobalKnownHostsFile /a \"/b c\"\n",
        "UserKnownHostsFile none /a\n",
        "UserKnownHostsFile /a none\n",
        "UserKnownHostsFile /a \"\"\n",
        "StrictHostKeyChecking accept-new\n",
        "StrictHostKeyChecking off\n",
        "StrictHostKeyChecking YES\n",
        "StrictHostKeyChecking true\n",
        "HashKnownHosts True\nIdentitiesOnly no\nIdentitiesOnly yes\n",
        "ConnectTimeout none\nConnectTimeout 1h30m\n",
        "ConnectTimeout 1x\n",
        "ServerAliveInterval 1m1s\nServerAliveCountMax 0\n",
        "ServerAliveCountMax -1\n",
        "Port ssh\n",
        "Port 65536\n",
        "Port 0\n",
        "Port 22 23\n",
        "Port\n",
        "User\n",
        "User \"\n",
        "ProxyJump gw\nProxyCommand x\n",
        "ProxyCommand x\nProxyJump gw\n",
        "ProxyJump none\nProxyCommand x\n",
        "ProxyJump none\nProxyJump gw\n",
        "ProxyCommand none\nProxyJump gw\n",
        "ProxyCommand  =  nc -x \"a b\" %h # c\n",
        "ProxyJump = a,b@c:2,d\n",
        "ProxyJump ::1\n",
        "ProxyJump @a\n",
        "ProxyJump a,,b\n",
        "ProxyJump a:0\n",
        "HostKeyAlias FooBar\n",
        "PreferredAuthentications password,publickey\nPubkeyAuthentication no\n",
        "ChallengeResponseAuthentication no\nPasswordAuthentication no\n",
        "IdentityAgent none\n",
        "IdentityAgent /agent.sock\n",
        "# Port 3\n#\n\n   # x\nPort 4",
        "Port 4\f\n",
    };
    for (const char *config : configs)
        compare(config, {"a", "b"});
}

/// Makes files out of lines that are right, in any order.
class Generator
{
public:
    explicit Generator(unsigned seed) : m_random(seed) {}

    QByteArray config(int lines)
    {
        QByteArray text;
        for (int i = 0; i < lines; ++i)
            text += line();
        return text;
    }

private:
    int number(int below) { return std::uniform_int_distribution(0, below - 1)(m_random); }
    template<size_t N>
    QByteArray one(const char *const (&words)[N])
    {
        return words[number(N)];
    }

    QByteArray line()
    {
        const QByteArray blank = one({" ", "  ", "\t", "=", " = "});
        const QByteArray end = one({"\n", "\n", " \n", "\r\n", "\t # end\n"});
        switch (number(7)) {
        case 0:
            return "Host " + patterns() + '\n';
        case 1:
            return "Match " + conditions() + '\n';
        case 2:
            return number(3) == 0 ? QByteArray("Include inc") + one({"1", "2", "*", "9"}) + '\n'
                                  : QByteArray("\n");
        case 3:
            return one({"", "  "})
                   + one({"ProxyJump gw", "ProxyJump none", "ProxyCommand nc %h",
                          "ProxyJump u@gw:2200,b"})
                   + '\n';
        default:
            return one({"", "\t"})
                   + one({"HostName", "hostname", "User", "HostKeyAlias", "IdentityFile"}) + blank
                   + one({"a", "b.example.org", "\"c\"", "'d'", "e%%f"}) + end + flag();
        }
    }

    QByteArray flag()
    {
        return one({"Port 2200\n", "Port 22\n", "HashKnownHosts yes\n", "IdentitiesOnly true\n",
                    "StrictHostKeyChecking no\n", "ConnectTimeout 2m\n", "ServerAliveInterval 3\n",
                    "PasswordAuthentication no\n", "UserKnownHostsFile /a /b\n", "\n"});
    }

    QByteArray patterns()
    {
        QByteArrayList words;
        for (int i = number(3); i >= 0; --i)
            words.append(one({"a", "ab", "*", "a*", "?", "!ab", "!a?", "*.example.org", "A"}));
        return words.join(' ');
    }

    QByteArray conditions()
    {
        if (number(5) == 0)
            return one({"all", "!all", "final all", "canonical all"});
        QByteArray words;
        for (int i = number(2); i >= 0; --i)
            words += one({"host", "!host", "originalhost", "HOST", "!originalhost"})
                     + QByteArray(" ") + one({"a", "a,ab", "*,!ab", "*.example.org", "\"a*\""})
                     + ' ';
        return words + one({"", "user a", "user root", "!localuser x", "final"});
    }

    std::mt19937 m_random;
};

TEST_F(SshOracleTest, byChance)
{
    for (unsigned seed = 1; seed <= 60 && !HasFailure(); ++seed) {
        Generator generator(seed);
        write(u"inc1"_s, generator.config(3));
        write(u"inc2"_s, generator.config(4));
        compare(generator.config(12), {"a", "ab", "x.example.org"});
    }
}

} // namespace
} // namespace colonnade::profiles
