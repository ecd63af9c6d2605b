// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace colonnade::house {

/// The project's own text files, relative to its root: what is in the folders that people write in.
/// Build folders and test data are left out.
std::vector<std::filesystem::path> projectFiles();

/// The lines of a file of the project. @p path is relative to its root.
std::vector<std::string> linesOf(const std::filesystem::path &path);

/// Whether the first line says that bash or a POSIX shell runs @p path.
bool isShellScript(const std::filesystem::path &path);

/// The folder of src/ that @p path is in ("gui"); empty for a file directly in src/ or elsewhere.
std::string folderOf(const std::filesystem::path &path);

} // namespace colonnade::house
