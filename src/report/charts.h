// Counts over all facts, for the overview: made before anything is left out. Pure; thread-safe.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/facts.h"

namespace triplewright::report {

template <typename Key>
using Counts = std::vector<std::pair<Key, std::size_t>>;

struct Charts {
  std::size_t articles = 0, entities = 0, statements = 0, evidence = 0, sentences = 0, contradictions = 0, triples = 0;
  std::size_t undated = 0;                          ///< articles
  Counts<std::string> articles_by_month;            ///< "2025-10", in order of time
  Counts<std::string_view> publishers;              ///< most first, as are the following
  Counts<std::uint32_t> relations;                  ///< statements
  Counts<std::uint32_t> entities_by_kind;           ///< Kind
  std::vector<std::size_t> factuality;              ///< evidence, by Factuality
  Counts<std::uint32_t> speakers;                   ///< entities, evidence
  Counts<std::string_view> speakers_as_worded;      ///< speakers that are no known entity
  std::map<Kind, Counts<std::uint32_t>> connected;  ///< entities by the number of statements that they are in
  std::vector<std::uint32_t> degree;                ///< of every entity: statements that it is subject or object of
};

/// At most `top` of each list that has no natural end.
[[nodiscard]] Charts count(const Facts& facts, std::size_t top = 20);

}  // namespace triplewright::report
