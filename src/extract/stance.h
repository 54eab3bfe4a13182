// Factuality and attribution: how a sentence presents what a predicate says, and who says so.
// The factuality of an event is read off the operators on the path from its predicate to the root of its sentence, in
// the manner of Saurí and Pustejovsky (2009, FactBank; 2012, "Are you sure that this happened?"), with the words from
// the lexicon and the scopes from the dependency tree.
// Thread-safety: const after construction. Refers to the document and the ontology: both must outlive it.
#pragma once

#include <cstdint>
#include <string>

#include "extract/operators.h"
#include "extract/quotations.h"
#include "extract/tree.h"
#include "triplewright/claim.h"
#include "triplewright/document.h"
#include "triplewright/ontology.h"

namespace triplewright::extract {

/// How something is presented, and by whom when the article attributes it.
struct Stance {
  Factuality factuality = Factuality::Asserted;
  std::int32_t speaker_mention = -1;  ///< index in Document::mentions, or -1
  std::string speaker_text;           ///< the source as worded, when there is one without a mention
  std::int32_t ended = kNoToken;      ///< the word that says that it holds no longer (*former*), or kNoToken

  friend bool operator==(const Stance&, const Stance&) = default;
};

/// The stance of every clause of a document.
class StanceAnalysis {
 public:
  StanceAnalysis(const Document& document, const Ontology& ontology);
  StanceAnalysis(const StanceAnalysis&) = delete;
  StanceAnalysis& operator=(const StanceAnalysis&) = delete;

  /// The stance of the clause or phrase whose predicate is this token (index in Document::tokens).
  /// A noun inside a noun phrase (appositive, possessor, compound) is presupposed: it keeps the
  /// attribution of the clause around it and none of its negation or modality. A noun that stands for an
  /// event takes what governs it as an argument (*consider a ban*), and the clause's stance when indefinite.
  [[nodiscard]] Stance at(std::uint32_t token) const;

  /// True for a verb that cites this noun, its object (it *predicts* a deal, *reported* a figure; who *announced* a
  /// deal made it), or intends it (*threatened* sanctions, *plans* an investment).
  [[nodiscard]] bool shades_object(std::uint32_t verb, std::uint32_t noun, bool figure) const;
  /// True for a word that says that what it modifies has ended (tw:Past).
  [[nodiscard]] bool is_past(std::uint32_t token) const { return operators_.is_past(token); }

  /// The word that says that what this noun says of somebody has ended, or kNoToken.
  [[nodiscard]] std::int32_t ended(std::uint32_t noun) const;

 private:
  Tree tree_;
  Operators operators_;
  Speakers speakers_;
  Quotations quotations_;
};

}  // namespace triplewright::extract
