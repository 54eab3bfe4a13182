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
  const fs::path beside = program.parent_path().parent_path() / "share" / "triplewright";
  for (const fs::path& place : {beside, fs::path(TW_SOURCE_DATA)}) {
    if (fs::exists(place / "ontology", error)) return place.string();
  }
  return TW_INSTALLED_DATA;
}

}  // namespace triplewright
