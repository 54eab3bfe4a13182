// Scores of coreference. Pure functions; thread-safe.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "triplewright/document.h"

namespace triplewright::nlp {

/// Precision and recall of one metric, as sums over documents.
struct MetricSums {
  double recall_part = 0, recall_whole = 0, precision_part = 0, precision_whole = 0;

  [[nodiscard]] double recall() const { return recall_whole == 0 ? 0 : 100 * recall_part / recall_whole; }
  [[nodiscard]] double precision() const { return precision_whole == 0 ? 0 : 100 * precision_part / precision_whole; }
  [[nodiscard]] double f1() const;
};

/// MUC (Vilain et al. 1995), B3 (Bagga and Baldwin 1998), CEAF-phi4 (Luo 2005), and their mean (CoNLL 2012).
struct CorefScores {
  MetricSums muc, b3, ceafe, mentions;

  [[nodiscard]] double conll() const { return (muc.f1() + b3.f1() + ceafe.f1()) / 3; }
  [[nodiscard]] std::string table() const;
};

/// A coreference chain: head tokens of its mentions, sorted.
using Chain = std::vector<std::uint32_t>;

/// Adds the scores of one document; singletons must have been left out of both.
void add_document(CorefScores& scores, const std::vector<Chain>& gold, const std::vector<Chain>& found);

/// Chains of two or more mentions of a document's entities, without what GUM does not mark: relative pronouns and
/// adjectives.
[[nodiscard]] std::vector<Chain> chains_of(const Document& document);

/// Chains of two or more mentions in the `Entity=` brackets of GUM (Universal Dependencies, MISC), by their head
/// tokens: one list for each document of the file.
[[nodiscard]] std::vector<std::vector<Chain>> gold_chains(std::string_view conllu, std::string_view source_name);

/// Of mentions that come after another of their chain: whether the nearest one before it in the chain found is of its
/// own chain (right) or of none or another (wrong), or none was found (missed).
struct LinkCounts {
  std::size_t right = 0, wrong = 0, missed = 0;
};

/// By what refers: "name", "noun", or the pronoun in lower case.
using LinksByWord = std::map<std::string, LinkCounts>;

/// Adds the links of one document.
void add_links(LinksByWord& links, const Document& document, const std::vector<Chain>& gold,
               const std::vector<Chain>& found);

/// A line for each kind of word, the most frequent first.
[[nodiscard]] std::string links_table(const LinksByWord& links);

using Analysis = std::function<Document(Document&&)>;

struct CorefEvaluation {
  CorefScores scores;
  LinksByWord links;
};

/// Scores the analysis of the documents of a GUM CoNLL-U file; `analyze` gets each with the file's tokens and trees.
[[nodiscard]] CorefEvaluation evaluate_coreference(std::string_view conllu, std::string_view source_name,
                                                   const Analysis& analyze);

}  // namespace triplewright::nlp
