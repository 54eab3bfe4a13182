// IRIs of the engine's own terms that extraction speaks of.
#pragma once

#include <string>
#include <string_view>

namespace triplewright::extract {

inline constexpr std::string_view kTw = "https://w3id.org/triplewright/ns#";

[[nodiscard]] inline std::string tw(std::string_view local) {
  return std::string(kTw).append(local);
}

/// True when `iri` is tw:`local`.
[[nodiscard]] inline bool is_tw(std::string_view iri, std::string_view local) {
  return iri.size() == kTw.size() + local.size() && iri.starts_with(kTw) && iri.ends_with(local);
}

}  // namespace triplewright::extract
