// What kind of input some bytes are. Pure functions; thread-safe.
#pragma once

#include <optional>
#include <string_view>

#include "triplewright/reader.h"

namespace triplewright::ingest {

/// Told from the first bytes (64 KiB are plenty), then from the name's extension; Text when nothing speaks against it,
/// nullopt for binary content of no known kind.
[[nodiscard]] std::optional<InputFormat> detect(std::string_view head, std::string_view name);

}  // namespace triplewright::ingest
