#include "report/charts.h"

#include <algorithm>

#include "triplewright/claim.h"

namespace triplewright::report {

namespace {

/// Most first; equal ones in order of key.
template <typename Key>
Counts<Key> most_first(const std::map<Key, std::size_t>& counts, std::size_t top) {
  Counts<Key> out(counts.begin(), counts.end());
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  if (out.size() > top) out.resize(top);
  return out;
}

}  // namespace

Charts count(const Facts& facts, std::size_t top) {
  Charts charts;
  charts.triples = facts.triples;
  charts.articles = facts.articles.size();
  charts.entities = facts.entities.size();
  charts.evidence = facts.evidence.size();
  charts.sentences = facts.sentences.size();
  charts.contradictions = facts.contradictions.size();
  charts.factuality.assign(static_cast<std::size_t>(Factuality::Denied) + 1, 0);
  charts.degree.assign(facts.entities.size(), 0);

  std::map<std::string, std::size_t> months;
  std::map<std::string_view, std::size_t> publishers;
  for (const ArticleFacts& article : facts.articles) {
    if (article.date.size() >= 7)
      ++months[std::string(article.date.substr(0, 7))];
    else
      ++charts.undated;
    if (!article.publisher.empty()) ++publishers[article.publisher];
  }
  charts.articles_by_month.assign(months.begin(), months.end());
  charts.publishers = most_first(publishers, top);

  std::map<std::uint32_t, std::size_t> relations;
  for (const StatementFacts& statement : facts.statements) {
    if (statement.evidence.empty()) continue;
    ++charts.statements;
    ++relations[statement.relation];
    ++charts.degree[statement.subject];
    if (statement.object.entity != kNone) ++charts.degree[statement.object.entity];
  }
  charts.relations = most_first(relations, relations.size());

  std::map<std::uint32_t, std::size_t> speakers;
  std::map<std::string_view, std::size_t> worded;
  for (const EvidenceFacts& evidence : facts.evidence) {
    ++charts.factuality[evidence.factuality];
    if (evidence.speaker != kNone)
      ++speakers[evidence.speaker];
    else if (!evidence.speaker_text.empty())
      ++worded[evidence.speaker_text];
  }
  charts.speakers = most_first(speakers, top);
  charts.speakers_as_worded = most_first(worded, top);

  std::map<std::uint32_t, std::size_t> kinds;
  std::map<Kind, std::map<std::uint32_t, std::size_t>> connected;
  for (std::uint32_t e = 0; e < facts.entities.size(); ++e) {
    const Kind kind = facts.entities[e].kind;
    ++kinds[static_cast<std::uint32_t>(kind)];
    if (charts.degree[e] != 0) connected[kind][e] = charts.degree[e];
  }
  charts.entities_by_kind = most_first(kinds, kinds.size());
  for (const auto& [kind, entities] : connected) charts.connected[kind] = most_first(entities, top);
  return charts;
}

}  // namespace triplewright::report
