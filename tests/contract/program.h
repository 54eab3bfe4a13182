// Runs the program as a user would.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>

namespace triplewright::contract {

struct Outcome {
  int status = -1;
  std::string out, err;
};

inline std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

inline void write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

/// A folder of its own for one test, empty at the start, gone when the program ends.
inline std::filesystem::path scratch(const std::string& name) {
  struct Folders {
    std::set<std::filesystem::path> paths;
    ~Folders() {
      std::error_code ignored;
      for (const auto& path : paths) std::filesystem::remove_all(path, ignored);
    }
  };
  static Folders folders;
  const auto path =
      std::filesystem::temp_directory_path() / ("triplewright-contract-" + name + "-" + std::to_string(::getpid()));
  folders.paths.insert(path);
  std::filesystem::remove_all(path);
  std::filesystem::create_directories(path);
  return path;
}

/// Runs `triplewright ARGUMENTS` in the source tree through the shell.
inline Outcome run(const std::string& arguments) {
  static const std::filesystem::path folder = scratch("run");
  const std::string command =
      "cd '" TW_SOURCE_DIR
      "' && LSAN_OPTIONS=suppressions=tests/lsan.supp:print_suppressions=0 TRIPLEWRIGHT_DATA='" TW_SOURCE_DIR
      "' '" TW_PROGRAM "' " +
      arguments + " >'" + (folder / "out").string() + "' 2>'" + (folder / "err").string() + "'";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(folder / "out"), read(folder / "err")};
}

}  // namespace triplewright::contract
