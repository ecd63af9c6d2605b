// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages of the project point at is there.
#include "house/files.h"

#include <gtest/gtest.h>

#include <regex>

namespace fs = std::filesystem;

namespace colonnade::house {
namespace {

/// Targets of Markdown links and pictures in @p page that are files, relative to the page.
std::vector<std::string> linkedFiles(const fs::path &page)
{
    static const std::regex link(R"(\]\(([^)#\s]+)[^)]*\))");
    std::vector<std::string> targets;
    for (const std::string &line : linesOf(page)) {
        for (std::sregex_iterator at(line.begin(), line.end(), link), end; at != end; ++at) {
            if ((*at)[1].str().find("://") == std::string::npos)
                targets.push_back((*at)[1].str());
        }
    }
    return targets;
}

TEST(LinksTest, everyPagePointsAtFilesThatExist)
{
    std::vector<fs::path> pages = projectFiles();
    pages.emplace_back("README.md");
    int links = 0;
    for (const fs::path &page : pages) {
        if (page.extension() != ".md")
            continue;
        for (const std::string &target : linkedFiles(page)) {
            ++links;
            EXPECT_TRUE(fs::exists(fs::path(COLONNADE_SOURCE_DIR) / page.parent_path() / target))
                << page << " points at " << target;
        }
    }
    EXPECT_GT(links, 0) << "no page was read";
}

} // namespace
} // namespace colonnade::house
