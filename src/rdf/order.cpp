#include "rdf/order.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "rdf/triple_store.h"

namespace triplewright::rdf {

std::vector<std::uint32_t> sorted_places(std::span<const Quad> quads, bool graphs) {
  const TripleStore store(quads);
  std::vector<TermId> by_rank(store.term_count());
  std::iota(by_rank.begin(), by_rank.end(), TermId{1});
  std::sort(by_rank.begin(), by_rank.end(), [&](TermId a, TermId b) { return store.term(a) < store.term(b); });
  std::vector<std::uint32_t> rank(store.term_count() + 1, 0);  // 0: the default graph, before all others
  for (std::uint32_t i = 0; i < by_rank.size(); ++i) rank[by_rank[i]] = i + 1;

  using Key = std::array<std::uint32_t, 5>;  // graph, subject, predicate, object, place
  std::vector<Key> keys;
  keys.reserve(quads.size());
  for (std::uint32_t i = 0; i < quads.size(); ++i) {
    const IdQuad& q = store.quads()[i];
    keys.push_back({graphs ? rank[q[3]] : 0, rank[q[0]], rank[q[1]], rank[q[2]], i});
  }
  std::sort(keys.begin(), keys.end());
  const auto same = [](const Key& a, const Key& b) { return std::equal(a.begin(), a.begin() + 4, b.begin()); };
  keys.erase(std::unique(keys.begin(), keys.end(), same), keys.end());
  std::vector<std::uint32_t> places;
  places.reserve(keys.size());
  for (const Key& key : keys) places.push_back(key[4]);
  return places;
}

}  // namespace triplewright::rdf
