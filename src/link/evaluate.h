// Scores of linking on a NIF corpus (NLP Interchange Format 2.0). Pure; thread-safe as reading RDF is.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "triplewright/document.h"
#include "triplewright/entity_base.h"

namespace triplewright::link {

/// Over the annotated mentions. A mention is in the base when a record has the annotated IRI as its own or by
/// owl:sameAs; precision, recall and F1 are over these.
struct LinkingScores {
  std::size_t mentions = 0;        ///< annotated
  std::size_t in_base = 0;         ///< of these, with a record
  std::size_t with_candidate = 0;  ///< of these, whose surface form has that record among its candidates
  std::size_t found = 0;           ///< of those in the base, linked to some record
  std::size_t right = 0;           ///< of those in the base, linked to the right one
  std::size_t outside = 0;         ///< linked to a record though what is meant is not in the base

  [[nodiscard]] double candidate_recall() const;
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
  [[nodiscard]] std::string table() const;
};

/// One annotated mention and what became of it, for those who look at the errors.
struct LinkingCase {
  std::string context, anchor, gold;
  std::string found;  ///< IRI of the record, or empty
  bool in_base = false;
};

/// Scores `analyze` (text to linked document) on the nif:Context and nif:Phrase resources of a Turtle file.
/// Throws Error when the file cannot be opened.
[[nodiscard]] LinkingScores evaluate_linking(const std::string& path, const EntityBase& base,
                                             const std::function<Document(std::string text)>& analyze,
                                             const std::function<void(const LinkingCase&)>& each = {});

}  // namespace triplewright::link
