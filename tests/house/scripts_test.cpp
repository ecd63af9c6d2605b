// SPDX-License-Identifier: GPL-3.0-or-later
// What every file and every script of the project has to keep to.
#include "house/files.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <sys/wait.h>

namespace fs = std::filesystem;

namespace colonnade::house {
namespace {

struct Ran
{
    int status = -1;
    std::string output;
};

/// Runs @p command in the project's root with standard error and output together.
Ran run(const std::string &command)
{
    Ran result;
    FILE *pipe = popen(("cd '" COLONNADE_SOURCE_DIR "' && " + command + " 2>&1").c_str(), "r");
    if (!pipe)
        return result;
    std::array<char, 4096> buffer;
    while (const size_t count = fread(buffer.data(), 1, buffer.size(), pipe))
        result.output.append(buffer.data(), count);
    const int status = pclose(pipe);
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return result;
}

std::vector<fs::path> shellScripts()
{
    std::vector<fs::path> scripts;
    for (const fs::path &file : projectFiles()) {
        if (isShellScript(file))
            scripts.push_back(file);
    }
    return scripts;
}

bool needsLicence(const fs::path &file)
{
    static const std::set<std::string> extensions = {".h", ".cpp", ".cmake", ".sh", ".py"};
    if (extensions.contains(file.extension().string()) || file.filename() == "CMakeLists.txt")
        return true;
    const std::vector<std::string> lines = linesOf(file);
    return !lines.empty() && lines[0].starts_with("#!");
}

TEST(Files, everyFileNamesItsLicence)
{
    for (const fs::path &file : projectFiles()) {
        if (!needsLicence(file))
            continue;
        const std::vector<std::string> lines = linesOf(file);
        bool found = false;
        for (size_t line = 0; line < std::min<size_t>(lines.size(), 2); ++line)
            found = found
                    || lines[line].find("SPDX-License-Identifier: GPL-3.0-or-later")
                           != std::string::npos;
        EXPECT_TRUE(found) << file << " has no SPDX line at its top";
    }
}

TEST(Scripts, everyShellScriptParses)
{
    const std::vector<fs::path> scripts = shellScripts();
    EXPECT_FALSE(scripts.empty());
    for (const fs::path &script : scripts) {
        const Ran parsed = run("bash -n '" + script.string() + "'");
        EXPECT_EQ(parsed.status, 0) << parsed.output;
    }
}

TEST(Scripts, everyScriptThatIsRunMayBeRun)
{
    for (const fs::path &script : shellScripts()) {
        if (script.extension() == ".sh" || !linesOf(script)[0].ends_with("/bash"))
            continue; // sourced, or for another machine
        const auto permissions = fs::status(fs::path(COLONNADE_SOURCE_DIR) / script).permissions();
        EXPECT_NE(permissions & fs::perms::owner_exec, fs::perms::none) << script;
    }
}

TEST(Scripts, shellcheckFindsNothing)
{
    if (run("command -v shellcheck").status != 0)
        GTEST_SKIP() << "shellcheck is not installed";
    for (const fs::path &script : shellScripts()) {
        const Ran checked =
            run("shellcheck --external-sources --source-path=SCRIPTDIR --severity=warning '"
                + script.string() + "'");
        EXPECT_EQ(checked.status, 0) << checked.output;
    }
}

} // namespace
} // namespace colonnade::house
