// IRIs of the engine's own terms that extraction speaks of.
#pragma once

#include "text/vocabulary.h"

namespace triplewright::extract {

[[nodiscard]] inline std::string tw(std::string_view local) {
  return text::iri_of(text::kTw, local);
}

/// True when `iri` is tw:`local`.
[[nodiscard]] inline bool is_tw(std::string_view iri, std::string_view local) {
  return text::is_term(iri, text::kTw, local);
}

}  // namespace triplewright::extract
