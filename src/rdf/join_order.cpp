#include "rdf/join_order.h"

#include <algorithm>
#include <limits>
#include <set>

namespace triplewright::rdf {
namespace {

using Names = std::set<std::string>;

// About how many matches a triple pattern has for one binding of `bound`. A subject has a few values of a property; how
// many subjects share a value is not known, so a thousandth is taken.
double estimate(const std::array<std::string, 3>& triple, const Names& bound, const TripleStore& store) {
  IdQuad ids{};
  double divisor = 1;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string& term = triple[i];
    if (term.starts_with('<')) {
      const auto iri = Term::iri(std::string_view(term).substr(1, term.size() - 2));
      ids[i] = iri ? store.find(*iri) : 0;
      if (ids[i] == 0) return 0;
    } else if (term.empty() || bound.contains(term)) {
      divisor *= i == 0 ? 1e6 : 1e3;
    }
  }
  const double count = static_cast<double>(store.match(ids).bound());
  return divisor == 1 ? count : std::max(1.0, count / divisor);
}

double estimate(const SparqlShape::Pattern& pattern, const Names& bound, const TripleStore& store) {
  double least = std::numeric_limits<double>::max();
  for (const auto& triple : pattern.triples) least = std::min(least, estimate(triple, bound, store));
  return least;
}

bool touches(const SparqlShape::Pattern& pattern, const Names& bound) {
  for (const auto& triple : pattern.triples)
    for (const auto& term : triple)
      if (bound.contains(term)) return true;
  return false;
}

// Greedy: the cheapest next, those without a shared variable last, the first written of equals.
std::string ordered(std::vector<SparqlShape::Pattern> patterns, const TripleStore& store) {
  std::string out;
  Names bound;
  while (!patterns.empty()) {
    std::size_t best = 0;
    std::pair<bool, double> best_cost{true, std::numeric_limits<double>::max()};
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      const std::pair<bool, double> cost{!bound.empty() && !touches(patterns[i], bound),
                                         estimate(patterns[i], bound, store)};
      if (cost < best_cost) {
        best = i;
        best_cost = cost;
      }
    }
    if (!out.empty()) out += " . ";
    out += patterns[best].text;
    for (const auto& triple : patterns[best].triples)
      for (const auto& term : triple)
        if (term.starts_with('?')) bound.insert(term);
    patterns.erase(patterns.begin() + static_cast<std::ptrdiff_t>(best));
  }
  return out;
}

}  // namespace

std::vector<Edit> order_patterns(const SparqlShape& shape, const TripleStore& store) {
  std::vector<Edit> edits;
  for (const auto& run : shape.runs) {
    edits.push_back({run.places[0].first, run.places[0].second, ordered(run.patterns, store)});
    for (std::size_t i = 1; i < run.places.size(); ++i)
      edits.push_back({run.places[i].first, run.places[i].second, " "});
  }
  return edits;
}

std::string apply(std::string_view text, std::vector<Edit> edits) {
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.begin > b.begin; });
  std::string out(text);
  for (const Edit& edit : edits) out.replace(edit.begin, edit.end - edit.begin, edit.text);
  return out;
}

}  // namespace triplewright::rdf
