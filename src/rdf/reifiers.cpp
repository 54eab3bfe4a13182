#include "rdf/reifiers.h"

#include <algorithm>
#include <tuple>

#include "rdf/datatypes.h"

namespace triplewright::rdf {
namespace {

const Term& no_graph() {
  static const Term term;
  return term;
}

auto key(const Reifiers::Entry& e) {
  return std::tie(*e.graph, *e.subject, *e.predicate, *e.object);
}

}  // namespace

Reifiers::Reifiers(const Graph& graph, bool by_graph) : by_graph_(by_graph) {
  const auto is = [](const Quad& q, std::string_view name) {
    const std::string& p = q.predicate.value();
    return p.size() == kRdf.size() + name.size() && p.starts_with(kRdf) && p.ends_with(name);
  };
  // A sorted graph has the quads of a statement side by side.
  const auto& quads = graph.quads();
  for (std::size_t i = 0; i < quads.size();) {
    Entry entry{by_graph ? &quads[i].graph : &no_graph(), nullptr, nullptr, nullptr, &quads[i].subject};
    std::size_t next = i;
    for (; next < quads.size() && quads[next].subject == quads[i].subject && quads[next].graph == quads[i].graph;
         ++next) {
      if (is(quads[next], "subject")) entry.subject = &quads[next].object;
      if (is(quads[next], "predicate")) entry.predicate = &quads[next].object;
      if (is(quads[next], "object")) entry.object = &quads[next].object;
    }
    if (entry.subject != nullptr && entry.predicate != nullptr && entry.object != nullptr) entries_.push_back(entry);
    i = next;
  }
  const auto full = [](const Entry& e) {
    return std::tie(*e.graph, *e.subject, *e.predicate, *e.object, *e.statement);
  };
  std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) { return full(a) < full(b); });
  entries_.erase(
      std::unique(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) { return full(a) == full(b); }),
      entries_.end());
}

std::span<const Reifiers::Entry> Reifiers::of(const Quad& quad) const {
  const Entry wanted{by_graph_ ? &quad.graph : &no_graph(), &quad.subject, &quad.predicate, &quad.object, nullptr};
  const auto [begin, end] = std::equal_range(entries_.begin(), entries_.end(), wanted,
                                             [](const Entry& a, const Entry& b) { return key(a) < key(b); });
  return {begin, end};
}

}  // namespace triplewright::rdf
