// Bytes of unknown encoding to UTF-8. Pure functions; thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace triplewright::ingest {

/// The byte order mark's encoding, else `declared` (any label ICU knows), else UTF-8 when valid, else what ICU's
/// detector says, else windows-1252. Invalid sequences and NUL become U+FFFD; the byte order mark is dropped.
[[nodiscard]] std::string decode(std::string bytes, std::string_view declared = {});

/// The encoding that the beginning of an HTML or XML document declares (meta charset, XML declaration), or empty.
[[nodiscard]] std::string declared_encoding(std::string_view head);

}  // namespace triplewright::ingest
