#include "rdf/triple_store.h"

#include <algorithm>

#include "text/hash.h"

namespace triplewright::rdf {
namespace {

constexpr std::uint8_t kS = 0, kP = 1, kO = 2, kG = 3;

std::uint64_t hash(const Term& term) {
  std::uint64_t value = text::hash64(term.value()) + (term.is_iri() ? 0 : 1);
  if (term.is_literal()) value += 31 * text::hash64(term.datatype()) + 37 * text::hash64(term.language());
  return value;
}

// Of three parts, the order whose beginning is what the pattern has.
std::size_t best_order(const IdQuad& pattern) {
  if (pattern[kS] != 0) return pattern[kO] != 0 && pattern[kP] == 0 ? 2 : 0;
  if (pattern[kP] != 0) return 1;
  return pattern[kO] != 0 ? 2 : 0;
}

}  // namespace

void Matches::next() noexcept {
  const IdQuad last = *at_++;
  if (!merge_graphs_) return;
  while (at_ != end_ && std::equal(last.begin(), last.begin() + 3, at_->begin())) ++at_;
}

TripleStore::TripleStore(std::span<const Quad> quads)
    : orders_{{{{kS, kP, kO, kG}, {}},
               {{kP, kO, kS, kG}, {}},
               {{kO, kS, kP, kG}, {}},
               {{kG, kS, kP, kO}, {}},
               {{kG, kP, kO, kS}, {}},
               {{kG, kO, kS, kP}, {}}}} {
  std::size_t slots = 1024;
  while (slots < quads.size() * 4) slots *= 2;
  table_.assign(slots, 0);
  quads_.reserve(quads.size());
  const Quad* last = nullptr;
  for (const Quad& quad : quads) {
    // Sorted quads repeat their graph and subject.
    const auto same = [&](const Term Quad::*part) { return last != nullptr && last->*part == quad.*part; };
    IdQuad ids{};
    ids[kS] = same(&Quad::subject) ? quads_.back()[kS] : intern(quad.subject);
    ids[kP] = intern(quad.predicate);
    ids[kO] = intern(quad.object);
    if (!quad.graph.empty()) ids[kG] = same(&Quad::graph) ? quads_.back()[kG] : intern(quad.graph);
    quads_.push_back(ids);
    last = &quad;
  }
}

TermId TripleStore::intern(const Term& term) {
  const std::size_t mask = table_.size() - 1;
  for (std::size_t slot = hash(term) & mask;; slot = (slot + 1) & mask) {
    if (table_[slot] == 0) {
      terms_.push_back(&term);
      return table_[slot] = static_cast<TermId>(terms_.size() - 1);
    }
    if (*terms_[table_[slot]] == term) return table_[slot];
  }
}

TermId TripleStore::find(const Term& term) const {
  const std::size_t mask = table_.size() - 1;
  for (std::size_t slot = hash(term) & mask; table_[slot] != 0; slot = (slot + 1) & mask)
    if (*terms_[table_[slot]] == term) return table_[slot];
  return 0;
}

std::vector<TermId> TripleStore::graph_names() const {
  std::vector<TermId> names;
  for (const IdQuad& quad : quads_)
    if (quad[kG] != 0 && (names.empty() || names.back() != quad[kG])) names.push_back(quad[kG]);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::sort(names.begin(), names.end(), [&](TermId a, TermId b) { return term(a) < term(b); });
  return names;
}

Matches TripleStore::match(const IdQuad& pattern) const {
  return search(best_order(pattern), pattern);
}

Matches TripleStore::match_in_graph(const IdQuad& pattern) const {
  return search(best_order(pattern) + 3, pattern);
}

Matches TripleStore::search(std::size_t number, const IdQuad& pattern) const {
  const Order& order = orders_[number];
  if (!order.made) {
    order.quads.reserve(quads_.size());
    for (const IdQuad& quad : quads_)
      order.quads.push_back({quad[order.parts[0]], quad[order.parts[1]], quad[order.parts[2]], quad[order.parts[3]]});
    std::sort(order.quads.begin(), order.quads.end());
    order.quads.erase(std::unique(order.quads.begin(), order.quads.end()), order.quads.end());
    order.made = true;
  }
  IdQuad low{};
  std::size_t known = 0;
  while (known < 4 && order.parts[known] != kG && pattern[order.parts[known]] != 0) {
    low[known] = pattern[order.parts[known]];
    ++known;
  }
  if (order.parts[0] == kG) {
    low[0] = pattern[kG];
    for (known = 1; known < 4 && pattern[order.parts[known]] != 0; ++known) low[known] = pattern[order.parts[known]];
  }
  const auto before = [known](const IdQuad& a, const IdQuad& b) {
    return std::lexicographical_compare(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(known), b.begin(),
                                        b.begin() + static_cast<std::ptrdiff_t>(known));
  };
  const auto [begin, end] = std::equal_range(order.quads.begin(), order.quads.end(), low, before);
  Matches matches;
  matches.at_ = order.quads.data() + (begin - order.quads.begin());
  matches.end_ = order.quads.data() + (end - order.quads.begin());
  matches.order_ = order.parts;
  matches.merge_graphs_ = order.parts[0] != kG;
  return matches;
}

}  // namespace triplewright::rdf
