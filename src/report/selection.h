// What of the facts goes into the page. Pure; thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "report/charts.h"
#include "report/facts.h"

namespace triplewright::report {

/// For each fact its number on the page, or kNone when it is left out; the order stays.
struct Selection {
  std::vector<std::uint32_t> articles, entities, relations, statements, evidence, sentences;
  std::size_t left_out_articles = 0, left_out_entities = 0, left_out_statements = 0;
};

/// The `statements` best attested statements (most independent sources, then the surest evidence), with all that they
/// need and what the charts name. With room for all statements, every article and entity is kept, too.
[[nodiscard]] Selection select(const Facts& facts, const Charts& charts, std::size_t statements);

}  // namespace triplewright::report
