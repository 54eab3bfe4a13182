// Scores of pronouns on GAP (Webster et al. 2018). Pure functions; thread-safe.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "triplewright/document.h"

namespace triplewright::nlp {

/// Per name, right when coreferent as annotated.
struct GapScores {
  std::size_t true_positives = 0, false_positives = 0, true_negatives = 0, false_negatives = 0;
  std::size_t examples = 0, right = 0;  ///< right: both names as annotated

  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
  [[nodiscard]] double accuracy() const;
};

/// One example: its number, the name that the pronoun means, or empty, what it was taken for.
struct GapCase {
  std::string_view id, gold;
  std::string found;  ///< name of its entity, or empty
  bool right = false;
};

/// Scores the analysis of the texts of a GAP file (TSV with header). Throws Error for a malformed file.
[[nodiscard]] GapScores evaluate_gap(std::string_view tsv, std::string_view source_name,
                                     const std::function<Document(std::string text)>& analyze,
                                     const std::function<void(const GapCase&)>& show);

}  // namespace triplewright::nlp
