// The terms that a report reads.
#pragma once

#include <string>
#include <string_view>

#include "text/vocabulary.h"

namespace triplewright::report {

using text::iri_of, text::is_term;
using text::kFoaf, text::kNif, text::kOrg, text::kOwl, text::kProv, text::kRdf, text::kRdfs, text::kSchema, text::kSkos,
    text::kTtp, text::kTw;

/// The last part of an IRI as words: "sharePriceChange" -> "share price change", "chip-maker" -> "chip maker".
[[nodiscard]] std::string words_of_iri(std::string_view iri);

}  // namespace triplewright::report
