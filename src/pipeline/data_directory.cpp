#include <cstdlib>
#include <filesystem>
#include <string>

#include "triplewright/pipeline.h"

namespace triplewright {

std::string data_directory() {
  namespace fs = std::filesystem;
  if (const char* named = std::getenv("TRIPLEWRIGHT_DATA"); named != nullptr && *named != '\0') return named;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    const fs::path installed = program.parent_path().parent_path() / "share" / "triplewright";
    if (fs::exists(installed / "ontology", error)) return installed.string();
  }
  return TW_SOURCE_DATA;
}

}  // namespace triplewright
