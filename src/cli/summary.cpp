#include "cli/summary.h"

#include <algorithm>
#include <iomanip>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace triplewright::cli {

namespace {

constexpr std::size_t kRelationsShown = 15;

std::string local_name(std::string_view iri) {
  return std::string(iri.substr(iri.find_last_of("#/") + 1));
}

void print_counts(std::ostream& out, const std::map<std::string, std::size_t>& counts, std::size_t limit) {
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::size_t rest = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i < limit)
      out << "  " << std::left << std::setw(24) << sorted[i].first << std::right << std::setw(7) << sorted[i].second
          << '\n';
    else
      rest += sorted[i].second;
  }
  if (rest != 0) out << "  " << std::left << std::setw(24) << "(others)" << std::right << std::setw(7) << rest << '\n';
}

}  // namespace

void print_summary(std::ostream& out, const RunSummary& run, const QuadPass& graph) {
  std::unordered_set<std::size_t> statements, entities;  // hashes of their IRIs
  std::map<std::string, std::size_t> relations, stances;
  std::size_t quads = 0;
  const std::hash<std::string> hash;
  graph([&](const Quad& q) {
    ++quads;
    const std::string_view p = q.predicate.value();
    if (p.ends_with("rdf-syntax-ns#predicate") && statements.insert(hash(q.subject.value())).second)
      ++relations[local_name(q.object.value())];
    if (p == "https://w3id.org/triplewright/ns#factuality") ++stances[local_name(q.object.value())];
    if (p == "http://schema.org/mentions") entities.insert(hash(q.object.value()));
  });
  out << "articles    " << run.extracted << (run.failed != 0 ? " (" + std::to_string(run.failed) + " failed)" : "")
      << "\nsentences   " << run.sentences << "\nentities    " << entities.size() << "\nstatements  "
      << statements.size() << "\nquads       " << quads << "\n\nstatements by relation\n";
  print_counts(out, relations, kRelationsShown);
  out << "\nevidence by factuality\n";
  print_counts(out, stances, stances.size());
}

}  // namespace triplewright::cli
