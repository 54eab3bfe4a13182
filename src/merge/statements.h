// The statements and evidence of a graph, read back from its quads.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "triplewright/graph.h"

namespace triplewright::merge {

/// One rdf:Statement. Views into the terms of the graph that it was read from, which must outlive it.
struct StatementView {
  const Term* subject = nullptr;
  const Term* predicate = nullptr;
  const Term* object = nullptr;
  std::vector<const Term*> times;  ///< tw:time, tw:begin, tw:end, sorted
  const Term* quantity = nullptr;
  std::vector<std::string_view> evidence;  ///< IRIs, sorted
};

struct EvidenceView {
  std::string_view factuality;  ///< local name: "Asserted" ...
  std::string_view article;
};

/// Lower and upper end of a value node; equal for an exact one.
struct ValueView {
  double min = 0, max = 0;
  std::string_view unit, currency, per;
  bool known = false;
};

struct ArticleView {
  std::string_view shingles, published;
};

struct StatementIndex {
  std::map<std::string_view, StatementView> statements;
  std::map<std::string_view, EvidenceView> evidence;
  std::map<std::string_view, ValueView> values;
  std::map<std::string_view, ArticleView> articles;
};

[[nodiscard]] StatementIndex index_statements(const Graph& graph);

}  // namespace triplewright::merge
