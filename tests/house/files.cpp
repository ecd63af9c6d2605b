// SPDX-License-Identifier: GPL-3.0-or-later
#include "house/files.h"

#include <algorithm>
#include <fstream>

namespace fs = std::filesystem;

namespace colonnade::house {

namespace {

const fs::path Root{COLONNADE_SOURCE_DIR};

void collect(const fs::path &folder, std::vector<fs::path> &found)
{
    if (!fs::exists(Root / folder))
        return;
    auto entry = fs::recursive_directory_iterator(Root / folder);
    for (; entry != fs::recursive_directory_iterator(); ++entry) {
        const std::string name = entry->path().filename().string();
        if (entry->is_directory() && (name == "data" || name == "__pycache__"))
            entry.disable_recursion_pending();
        else if (entry->is_regular_file())
            found.push_back(fs::relative(entry->path(), Root));
    }
}

} // namespace

std::vector<fs::path> projectFiles()
{
    std::vector<fs::path> found;
    for (const char *folder :
         {"src", "forms", "resources", "translations", "tests", "installer", ".ci"})
        collect(folder, found);
    found.emplace_back("CMakeLists.txt");
    std::ranges::sort(found);
    return found;
}

std::vector<std::string> linesOf(const fs::path &path)
{
    std::vector<std::string> lines;
    std::ifstream file(Root / path);
    for (std::string line; std::getline(file, line);)
        lines.push_back(line);
    return lines;
}

bool isShellScript(const fs::path &path)
{
    const std::vector<std::string> lines = linesOf(path);
    return path.extension() == ".sh"
           || (!lines.empty() && lines[0].starts_with("#!")
               && (lines[0].ends_with("/bash") || lines[0].ends_with("/sh")
                   || lines[0].ends_with(" sh") || lines[0].ends_with(" bash")));
}

std::string folderOf(const fs::path &path)
{
    auto part = path.begin();
    if (part == path.end() || *part != "src" || std::distance(path.begin(), path.end()) < 3)
        return {};
    return (++part)->string();
}

} // namespace colonnade::house
