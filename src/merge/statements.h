// What a merge has to know of the statements and evidence of a graph, gathered from its quads in any order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "merge/name_pool.h"
#include "triplewright/graph.h"

namespace triplewright::merge {

/// One rdf:Statement. Numbers of terms (see StatementIndex::names); 0: none.
struct StatementRecord {
  NamePool::Id subject = 0, predicate = 0, object = 0, quantity = 0;
  std::vector<NamePool::Id> times;     ///< tw:time, tw:begin, tw:end, sorted
  std::vector<NamePool::Id> evidence;  ///< sorted
};

/// What an article's sentence does with its content, from the object of tw:factuality.
enum class Stance : std::uint8_t { Other, Fact, Denied };

struct EvidenceRecord {
  NamePool::Id article = 0;
  Stance stance = Stance::Other;
};

/// Lower and upper end of a value node; equal for an exact one.
struct ValueRecord {
  double min = 0, max = 0;
  NamePool::Id unit = 0, currency = 0, per = 0;
  bool known = false;
};

/// A few numbers a statement: the sentences, labels and places of a graph are not held.
class StatementIndex {
 public:
  void observe(const Quad& quad);
  /// After the last quad: drops what is no whole statement, and sorts.
  void finish();

  std::unordered_map<NamePool::Id, StatementRecord> statements;
  std::unordered_map<NamePool::Id, EvidenceRecord> evidence;
  std::unordered_map<NamePool::Id, ValueRecord> values;
  std::unordered_map<NamePool::Id, std::string> articles;  ///< signature of the text (tw:shingles), or empty

  /// Keys of terms (see term_key.h).
  NamePool names;
  [[nodiscard]] Term term(NamePool::Id id) const;

 private:
  struct RawValue {
    double value = 0, min = 0, max = 0;
    bool has_value = false, has_min = false, has_max = false, about = false;
  };
  NamePool::Id id(const Term& term);

  std::unordered_map<NamePool::Id, RawValue> raw_;
  std::string key_;
};

}  // namespace triplewright::merge
