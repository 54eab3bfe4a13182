// Factuality and attribution: how a sentence presents what a predicate says, and who says so.
// Thread-safety: const after construction. Refers to the document and the ontology: both must outlive it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "triplewright/claim.h"
#include "triplewright/document.h"
#include "triplewright/ontology.h"

namespace triplewright::extract {

/// How something is presented, and by whom when the article attributes it.
struct Stance {
  Factuality factuality = Factuality::Asserted;
  std::int32_t speaker_mention = -1;  ///< index in Document::mentions, or -1
  std::string speaker_text;           ///< the source as worded, when there is one without a mention

  friend bool operator==(const Stance&, const Stance&) = default;
};

/// The stance of every clause of a document.
class StanceAnalysis {
 public:
  StanceAnalysis(const Document& document, const Ontology& ontology);

  /// The stance of the clause or phrase whose predicate is this token (index in Document::tokens).
  /// A noun inside a noun phrase (appositive, possessor, compound) is presupposed: it keeps the
  /// attribution of the clause around it and none of its negation or modality.
  [[nodiscard]] Stance at(std::uint32_t token) const;

 private:
  const Document* document_;
  const Ontology* ontology_;
  std::vector<std::vector<std::uint32_t>> children_;  // of each token, in text order
};

}  // namespace triplewright::extract
