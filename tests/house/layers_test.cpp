// SPDX-License-Identifier: GPL-3.0-or-later
// The table of src/README.md, as a test: who may include and link whom.
#include "house/files.h"

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace fs = std::filesystem;

namespace colonnade::house {
namespace {

using Folders = std::set<std::string>;

const Folders UpToOperations = {"base",     "formats", "toolstack", "remote",
                                "profiles", "cluster", "rules",     "operations"};

/// Folder -> the folders that its files may include, beside its own.
const std::map<std::string, Folders> Table = {
    {"base", {}},
    {"formats", {"base"}},
    {"toolstack", {"base"}},
    {"remote", {"base"}},
    {"profiles", {"base"}},
    {"lab", {"base", "toolstack"}},
    {"cluster", {"base", "formats", "toolstack", "remote", "profiles"}},
    {"rules", {"base", "formats", "toolstack", "remote", "profiles", "cluster"}},
    {"operations", {"base", "formats", "toolstack", "remote", "profiles", "cluster", "rules"}},
    {"gui", UpToOperations},
    {"ctl",
     {"base", "formats", "toolstack", "remote", "profiles", "cluster", "rules", "operations",
      "lab"}},
    {"app",
     {"base", "formats", "toolstack", "remote", "profiles", "cluster", "rules", "operations", "lab",
      "gui"}},
};

bool allowed(const std::string &from, const std::string &to)
{
    return from == to || Table.at(from).contains(to);
}

bool isWidgetHeader(const std::string &name)
{
    std::istringstream folders(QT_WIDGETS_INCLUDES);
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (folder.ends_with("/QtWidgets") && fs::exists(fs::path(folder) / name))
            return true;
    }
    return name.starts_with("QtWidgets");
}

/// Calls @p check with folder, file, line number and the first group of @p pattern for each match
/// in src/.
template<typename Check>
void eachMatch(const std::regex &pattern, const std::set<std::string> &extensions, Check check)
{
    for (const fs::path &file : projectFiles()) {
        const std::string folder = folderOf(file);
        if (folder.empty() || !extensions.contains(file.extension().string()))
            continue;
        int number = 0;
        for (const std::string &line : linesOf(file)) {
            ++number;
            for (std::sregex_iterator match(line.begin(), line.end(), pattern), end; match != end;
                 ++match)
                check(folder, file.string() + ":" + std::to_string(number), (*match)[1].str());
        }
    }
}

TEST(Layers, everyFolderOfSrcHasAPlaceInTheTable)
{
    for (const fs::path &file : projectFiles()) {
        const std::string folder = folderOf(file);
        EXPECT_TRUE(folder.empty() || Table.contains(folder)) << file;
    }
}

TEST(Layers, filesIncludeOnlyWhatTheirFolderMay)
{
    int seen = 0;
    eachMatch(
        std::regex(R"(^\s*#\s*include\s*"([a-z]+)/)"), {".h", ".cpp"},
        [&seen](const std::string &folder, const std::string &where, const std::string &included) {
            ++seen;
            EXPECT_TRUE(allowed(folder, included))
                << where << ": " << folder << " may not include " << included;
        });
    EXPECT_GT(seen, 0);
}

TEST(Layers, targetsLinkOnlyWhatTheirFolderMay)
{
    int seen = 0;
    eachMatch(
        std::regex("Colonnade::([a-z]+)"), {".txt"},
        [&seen](const std::string &folder, const std::string &where, const std::string &linked) {
            ++seen;
            EXPECT_TRUE(allowed(folder, linked))
                << where << ": " << folder << " may not link " << linked;
        });
    EXPECT_GT(seen, 0);
}

TEST(Layers, onlyGuiAndAppUseWidgets)
{
    ASSERT_TRUE(isWidgetHeader("QWidget"));
    ASSERT_FALSE(isWidgetHeader("QString"));
    eachMatch(std::regex(R"(^\s*#\s*include\s*<(Q[A-Za-z/]+)>)"), {".h", ".cpp"},
              [](const std::string &folder, const std::string &where, const std::string &header) {
                  EXPECT_TRUE(folder == "gui" || folder == "app" || !isWidgetHeader(header))
                      << where << ": " << folder << " may not use " << header;
              });
    eachMatch(std::regex("(Qt6::Widgets)"), {".txt"},
              [](const std::string &folder, const std::string &where, const std::string &) {
                  EXPECT_TRUE(folder == "gui" || folder == "app") << where;
              });
}

} // namespace
} // namespace colonnade::house
