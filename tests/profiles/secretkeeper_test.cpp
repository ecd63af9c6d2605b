// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/secretkeeper.h"

#include <gmock/gmock.h>

#include <QMap>

#include <thread>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {
namespace {

using base::ErrorCode;
using Purpose = SecretName::Purpose;

struct SecretKeeperTest : testing::Test
{
    SecretStore store()
    {
        SecretStore result;
        result.read = [this](const QString &key,
                             std::stop_token) -> base::Result<std::optional<base::Secret>> {
            ++reads;
            if (error)
                return std::unexpected(*error);
            if (!kept.contains(key))
                return std::nullopt;
            return base::Secret(kept[key]);
        };
        result.store = [this](const QString &key,
                              const base::Secret &secret) -> base::Result<void> {
            if (error)
                return std::unexpected(*error);
            kept[key] = secret.reveal();
            return {};
        };
        result.remove = [this](const QString &key) -> base::Result<void> {
            if (kept.remove(key) == 0)
                return base::failure(ErrorCode::NotFound, u"nothing"_s);
            return {};
        };
        return result;
    }
    QByteArray found(const SecretName &name)
    {
        const auto secret = keeper.find(name, {});
        return secret ? QByteArray(secret->reveal()) : QByteArray();
    }

    void accept(const SecretName &name, const char *secret, bool keep)
    {
        keeper.typed(name, base::Secret(secret), keep);
        EXPECT_TRUE(keeper.accepted(name));
    }

    QMap<QString, QByteArray> kept;
    std::optional<base::Error> error;
    int reads = 0;
    SecretKeeper keeper{store()};
    SecretName password{u"id1"_s, Purpose::Password, {}};
    SecretName sudo{u"id1"_s, Purpose::SudoPassword, {}};
};

TEST_F(SecretKeeperTest, oneEntryAProfileAndPurpose)
{
    EXPECT_EQ(password.key(), u"id1/password"_s);
    EXPECT_EQ(sudo.key(), u"id1/sudo"_s);
    EXPECT_EQ((SecretName{u"id1"_s, Purpose::Passphrase, u"/k"_s}).key(), u"id1/passphrase//k"_s);
    accept(password, "a", true);
    accept(sudo, "b", true);
    EXPECT_EQ(kept.size(), 2);
    EXPECT_EQ(found(password), "a");
    EXPECT_EQ(found(sudo), "b");
}

TEST_F(SecretKeeperTest, whatIsNotToBeKeptIsRememberedOnly)
{
    accept(password, "a", false);
    EXPECT_TRUE(kept.isEmpty());
    EXPECT_EQ(found(password), "a");
    EXPECT_EQ(reads, 0);
}

TEST_F(SecretKeeperTest, aPassphraseServesAllProfilesOfTheRun)
{
    accept({u"id1"_s, Purpose::Passphrase, u"/k"_s}, "a", false);
    EXPECT_EQ(found({u"id2"_s, Purpose::Passphrase, u"/k"_s}), "a");
    EXPECT_EQ(found({u"id2"_s, Purpose::Passphrase, u"/other"_s}), "");
}

TEST_F(SecretKeeperTest, forgottenIsForgottenEverywhere)
{
    accept(password, "a", true);
    EXPECT_TRUE(keeper.forget(password));
    EXPECT_EQ(found(password), "");
    EXPECT_TRUE(kept.isEmpty());
    EXPECT_TRUE(keeper.forget(password)); // nothing there is no error
}

TEST_F(SecretKeeperTest, listsWhatTheKeychainHas)
{
    kept = {{u"id1/sudo"_s, "x"}, {u"id1/passphrase//k"_s, "y"}, {u"id2/password"_s, "z"}};
    const auto names = keeper.kept(u"id1"_s, {u"/k"_s, u"/j"_s});
    ASSERT_TRUE(names);
    EXPECT_EQ(*names, (QList<SecretName>{sudo, {u"id1"_s, Purpose::Passphrase, u"/k"_s}}));
    error = base::Error{ErrorCode::Refused, u"locked"_s};
    EXPECT_FALSE(keeper.kept(u"id1"_s, {}));
}

TEST_F(SecretKeeperTest, knowsHowTheKeychainIs)
{
    using Keychain = SecretKeeper::Keychain;
    EXPECT_EQ(keeper.keychain(), Keychain::Unknown);
    for (const auto &[code, state] : {std::pair(ErrorCode::Unsupported, Keychain::Missing),
                                      std::pair(ErrorCode::Refused, Keychain::Locked),
                                      std::pair(ErrorCode::IoFailed, Keychain::Failing),
                                      std::pair(ErrorCode::TimedOut, Keychain::Failing)}) {
        error = base::Error{code, u"why"_s};
        found(password);
        EXPECT_EQ(keeper.keychain(), state);
        EXPECT_EQ(keeper.keychainError()->message, u"why"_s);
    }
    error.reset();
    found(password);
    EXPECT_EQ(keeper.keychain(), Keychain::Available);
    EXPECT_FALSE(keeper.keychainError());
}

TEST_F(SecretKeeperTest, aStaleOneIsNotGivenAgainAndGoesWithTheRightOne)
{
    kept[password.key()] = "old";
    EXPECT_EQ(found(password), "old");
    keeper.refused(password);
    EXPECT_TRUE(keeper.isStale(password));
    EXPECT_EQ(found(password), "");
    accept(password, "new", false);
    EXPECT_TRUE(kept.isEmpty());
    EXPECT_EQ(found(password), "new");
}

TEST_F(SecretKeeperTest, oneAsksForAllWhoNeedTheSameKey)
{
    const SecretName first{u"id1"_s, Purpose::Passphrase, u"/k"_s};
    const SecretName second{u"id2"_s, Purpose::Passphrase, u"/k"_s};
    EXPECT_FALSE(keeper.findInTurn(first, {}));
    EXPECT_FALSE(keeper.findInTurn(first, {})) << "it was cut off and asks again";
    QByteArray got;
    std::jthread other([&] {
        if (const auto secret = keeper.findInTurn(second, {}))
            got = secret->reveal();
    });
    accept(first, "a", false);
    other.join();
    EXPECT_EQ(got, "a");
}

TEST_F(SecretKeeperTest, whoWaitsForATurnCanBeStopped)
{
    const SecretName first{u"id1"_s, Purpose::Passphrase, u"/k"_s};
    EXPECT_FALSE(keeper.findInTurn(first, {}));
    std::jthread other([&](std::stop_token stop) {
        EXPECT_FALSE(keeper.findInTurn({u"id2"_s, Purpose::Passphrase, u"/k"_s}, stop));
    });
    other.request_stop();
}

TEST_F(SecretKeeperTest, aTypedOneThatIsWrongDoesNotSpoilTheKeptOne)
{
    kept[password.key()] = "right";
    keeper.typed(password, base::Secret("wrong"), true);
    keeper.refused(password);
    EXPECT_FALSE(keeper.isStale(password));
    EXPECT_EQ(found(password), "right");
}

TEST(Secret, isCopiedOnRequestOnlyAndWipesItsSource)
{
    QByteArray bytes("open sesame");
    bytes.detach();
    const char *memory = bytes.constData();
    base::Secret secret(std::move(bytes));
    EXPECT_STREQ(secret.reveal(), "open sesame");
    EXPECT_EQ(secret.size(), 11);
    EXPECT_NE(static_cast<const void *>(secret.reveal()), static_cast<const void *>(memory));
    base::Secret second = secret.copy();
    const base::Secret moved = std::move(secret);
    EXPECT_STREQ(second.reveal(), "open sesame");
    EXPECT_STREQ(moved.reveal(), "open sesame");
    second = base::Secret();
    EXPECT_TRUE(second.isEmpty());
    EXPECT_STREQ(second.reveal(), "");

    QByteArray mine("mine");
    mine.detach();
    base::wipe(mine);
    EXPECT_TRUE(mine.isEmpty());
}

} // namespace
} // namespace colonnade::profiles
