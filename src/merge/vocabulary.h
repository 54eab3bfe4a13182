// The terms of other vocabularies and of tw: that graphs are written with.
#pragma once

#include "text/vocabulary.h"
#include "triplewright/term.h"

namespace triplewright::merge {

using text::kDcterms, text::kId, text::kNif, text::kOrg, text::kOwl, text::kProv, text::kRdf, text::kRdfs,
    text::kSchema, text::kSkos, text::kTtp, text::kTw, text::kXsd;

/// The IRI `name` of a namespace.
[[nodiscard]] inline Term term(std::string_view name_space, std::string_view name) {
  return Term::must_iri(text::iri_of(name_space, name));
}

}  // namespace triplewright::merge
