// The field's standard scores: those of the CoNLL 2018 shared task (universaldependencies.org/conll18/evaluation.html)
// over syntactic words, and exact-span names. Pure functions; thread-safe.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "triplewright/document.h"

namespace triplewright::nlp {

/// Counts from which precision, recall and F1 (in percent) follow.
struct Counts {
  std::size_t right = 0, gold = 0, found = 0;

  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
  void add(const Counts& other);
};

struct SyntaxScores {
  Counts words;      ///< spans of syntactic words
  Counts sentences;  ///< spans of sentences
  Counts upos, xpos, lemmas;
  Counts uas, las;                          ///< head; head and relation without subtype (the shared task's LAS)
  Counts las_subtypes;                      ///< head and full relation
  Counts core_arguments;                    ///< nsubj, nsubj:pass, obj, iobj with their heads
  std::map<std::string, Counts> relations;  ///< each full relation with its head

  void add(const SyntaxScores& other);
  /// A table for people.
  [[nodiscard]] std::string table(bool with_relations) const;
};

/// Both documents have the same article text; words are aligned by their spans.
[[nodiscard]] SyntaxScores score_syntax(const Document& gold, const Document& found);

struct NameScores {
  Counts typed, untyped;
  std::map<NameType, Counts> types;

  void add(const NameScores& other);
  [[nodiscard]] std::string table() const;
};

/// Named mentions with exact spans. Types of `found` that `gold` never uses (as `only` says) are left out.
[[nodiscard]] NameScores score_names(const Document& gold, const Document& found, const std::vector<NameType>& only);

}  // namespace triplewright::nlp
