#include "report/selection.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace triplewright::report {

namespace {

using Mask = std::vector<bool>;

void keep(Mask& mask, std::uint32_t index) {
  if (index != kNone) mask[index] = true;
}

std::vector<std::uint32_t> numbers(const Mask& mask) {
  std::vector<std::uint32_t> out(mask.size(), kNone);
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < mask.size(); ++i) {
    if (mask[i]) out[i] = next++;
  }
  return out;
}

std::vector<std::uint32_t> best_statements(const Facts& facts, std::size_t count) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t s = 0; s < facts.statements.size(); ++s) {
    if (!facts.statements[s].evidence.empty()) order.push_back(s);
  }
  if (order.size() <= count) return order;
  const auto surest = [&](std::uint32_t s) {
    std::uint8_t best = 0;
    for (const std::uint32_t e : facts.statements[s].evidence) best = std::max(best, facts.evidence[e].percent);
    return best;
  };
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(facts.statements[a].sources, surest(a)) > std::tuple(facts.statements[b].sources, surest(b));
  });
  order.resize(count);
  return order;
}

}  // namespace

Selection select(const Facts& facts, const Charts& charts, std::size_t statements) {
  const bool everything = charts.statements <= statements;
  Mask articles(facts.articles.size(), everything);
  Mask entities(facts.entities.size(), everything);
  Mask relations(facts.relations.size(), everything);
  Mask kept(facts.statements.size());
  Mask evidence(facts.evidence.size());
  Mask sentences(facts.sentences.size());

  const std::vector<std::uint32_t> best = best_statements(facts, statements);
  for (const std::uint32_t id : best) {
    const StatementFacts& s = facts.statements[id];
    kept[id] = true;
    keep(entities, s.subject);
    keep(relations, s.relation);
    keep(entities, s.object.entity);
    for (const auto& [label, filler] : s.qualifiers) keep(entities, filler.entity);
    for (const std::uint32_t e : s.evidence) {
      keep(evidence, e);
      keep(articles, facts.evidence[e].article);
      keep(sentences, facts.evidence[e].sentence);
      keep(entities, facts.evidence[e].speaker);
    }
  }
  for (const auto& [relation, n] : charts.relations) keep(relations, relation);
  for (const auto& [speaker, n] : charts.speakers) keep(entities, speaker);
  for (const auto& [kind, top] : charts.connected) {
    for (const auto& [entity, n] : top) keep(entities, entity);
  }

  Selection out{numbers(articles), numbers(entities), numbers(relations),
                numbers(kept),     numbers(evidence), numbers(sentences)};
  const auto left_out = [](const std::vector<std::uint32_t>& ids) {
    return static_cast<std::size_t>(std::count(ids.begin(), ids.end(), kNone));
  };
  out.left_out_articles = left_out(out.articles);
  out.left_out_entities = left_out(out.entities);
  out.left_out_statements = charts.statements - best.size();
  return out;
}

}  // namespace triplewright::report
