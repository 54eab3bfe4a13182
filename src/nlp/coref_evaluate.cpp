#include "nlp/coref_evaluate.h"

#include <algorithm>
#include <cstdio>
#include <iomanip>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <sstream>

#include "nlp/conllu.h"
#include "text/normalize.h"

namespace triplewright::nlp {

namespace {

std::map<std::uint32_t, std::size_t> chain_of(const std::vector<Chain>& chains) {
  std::map<std::uint32_t, std::size_t> out;
  for (std::size_t i = 0; i < chains.size(); ++i) {
    for (const std::uint32_t m : chains[i]) out.emplace(m, i);
  }
  return out;
}

void muc(const std::vector<Chain>& key, const std::map<std::uint32_t, std::size_t>& response, double& part,
         double& whole) {
  for (const Chain& chain : key) {
    std::set<std::size_t> parts;
    std::size_t alone = 0;
    for (const std::uint32_t m : chain) {
      if (const auto it = response.find(m); it != response.end())
        parts.insert(it->second);
      else
        ++alone;
    }
    part += static_cast<double>(chain.size() - parts.size() - alone);
    whole += static_cast<double>(chain.size() - 1);
  }
}

std::size_t shared(const Chain& a, const Chain& b) {
  std::size_t n = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j])
      ++n, ++i, ++j;
    else
      ++(a[i] < b[j] ? i : j);
  }
  return n;
}

void b_cubed(const std::vector<Chain>& key, const std::vector<Chain>& response,
             const std::map<std::uint32_t, std::size_t>& response_of, double& part, double& whole) {
  for (const Chain& chain : key) {
    for (const std::uint32_t m : chain) {
      whole += 1;
      if (const auto it = response_of.find(m); it != response_of.end())
        part += static_cast<double>(shared(chain, response[it->second])) / static_cast<double>(chain.size());
    }
  }
}

// Largest total weight of a matching of rows to columns: the Hungarian method
// (Kuhn 1955) with potentials, O(n^2 m).
double best_matching(const std::vector<std::vector<double>>& weight) {
  if (weight.empty() || weight[0].empty()) return 0;
  if (weight.size() > weight[0].size()) {
    std::vector<std::vector<double>> turned(weight[0].size(), std::vector<double>(weight.size()));
    for (std::size_t i = 0; i < weight.size(); ++i) {
      for (std::size_t j = 0; j < weight[0].size(); ++j) turned[j][i] = weight[i][j];
    }
    return best_matching(turned);
  }
  const std::size_t n = weight.size(), m = weight[0].size();
  std::vector<double> u(n + 1), v(m + 1);
  std::vector<std::size_t> row_of(m + 1, 0), way(m + 1, 0);
  for (std::size_t i = 1; i <= n; ++i) {
    row_of[0] = i;
    std::size_t column = 0;
    std::vector<double> least(m + 1, std::numeric_limits<double>::max());
    std::vector<bool> used(m + 1, false);
    do {
      used[column] = true;
      const std::size_t row = row_of[column];
      double delta = std::numeric_limits<double>::max();
      std::size_t next = 0;
      for (std::size_t j = 1; j <= m; ++j) {
        if (used[j]) continue;
        const double cost = -weight[row - 1][j - 1] - u[row] - v[j];
        if (cost < least[j]) least[j] = cost, way[j] = column;
        if (least[j] < delta) delta = least[j], next = j;
      }
      for (std::size_t j = 0; j <= m; ++j) {
        if (used[j])
          u[row_of[j]] += delta, v[j] -= delta;
        else
          least[j] -= delta;
      }
      column = next;
    } while (row_of[column] != 0);
    do {
      const std::size_t before = way[column];
      row_of[column] = row_of[before];
      column = before;
    } while (column != 0);
  }
  double total = 0;
  for (std::size_t j = 1; j <= m; ++j) {
    if (row_of[j] != 0) total += weight[row_of[j] - 1][j - 1];
  }
  return total;
}

double ceaf_phi4(const std::vector<Chain>& gold, const std::vector<Chain>& found) {
  std::vector<std::vector<double>> similarity(gold.size(), std::vector<double>(found.size()));
  for (std::size_t i = 0; i < gold.size(); ++i) {
    for (std::size_t j = 0; j < found.size(); ++j)
      similarity[i][j] =
          2.0 * static_cast<double>(shared(gold[i], found[j])) / static_cast<double>(gold[i].size() + found[j].size());
  }
  return best_matching(similarity);
}

std::vector<Chain> without_singletons(const std::map<std::string, std::set<std::uint32_t>>& clusters) {
  std::vector<Chain> out;
  for (const auto& [id, heads] : clusters) {
    if (heads.size() > 1) out.emplace_back(heads.begin(), heads.end());
  }
  return out;
}

struct Bracket {
  std::string entity;
  std::uint32_t begin = 0, end = 0;
};

// The brackets of one document in order of their ends: "(7-abstract-...", "7)",
// "(3-person-...)".
std::vector<Bracket> brackets_of(const std::vector<const ConlluWord*>& words) {
  std::vector<Bracket> open, closed;
  for (std::uint32_t t = 0; t < words.size(); ++t) {
    std::string_view misc = words[t]->misc;
    const std::size_t at = misc.starts_with("Entity=") ? 0 : misc.find("|Entity=");
    if (at == std::string_view::npos) continue;
    misc.remove_prefix(misc.find('=', at) + 1);
    misc = misc.substr(0, misc.find('|'));
    for (std::size_t i = 0; i < misc.size();) {
      if (misc[i] == '(') {
        const std::size_t end = std::min(misc.find_first_of("()", i + 1), misc.size());
        const std::string_view body = misc.substr(i + 1, end - i - 1);
        open.push_back({std::string(body.substr(0, body.find('-'))), t, t});
        i = end;
        if (i < misc.size() && misc[i] == ')') {
          closed.push_back({open.back().entity, t, t + 1});
          open.pop_back();
          ++i;
        }
      } else {
        const std::size_t end = misc.find(')', i);
        if (end == std::string_view::npos) break;
        const std::string_view id = misc.substr(i, end - i);
        const auto it = std::find_if(open.rbegin(), open.rend(), [id](const Bracket& b) { return b.entity == id; });
        if (it != open.rend()) {
          closed.push_back({it->entity, it->begin, t + 1});
          open.erase(std::next(it).base());
        }
        i = end + 1;
      }
    }
  }
  return closed;
}

}  // namespace

double MetricSums::f1() const {
  return precision() + recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
}

std::string CorefScores::table() const {
  char buffer[512];
  std::snprintf(buffer, sizeof buffer,
                "          P     R    F1\nmentions %5.1f %5.1f %5.1f\nMUC      %5.1f "
                "%5.1f %5.1f\nB3       %5.1f %5.1f "
                "%5.1f\nCEAFe    %5.1f %5.1f %5.1f\nCoNLL                %5.1f\n",
                mentions.precision(), mentions.recall(), mentions.f1(), muc.precision(), muc.recall(), muc.f1(),
                b3.precision(), b3.recall(), b3.f1(), ceafe.precision(), ceafe.recall(), ceafe.f1(), conll());
  return buffer;
}

void add_document(CorefScores& scores, const std::vector<Chain>& gold, const std::vector<Chain>& found) {
  const auto gold_of = chain_of(gold), found_of = chain_of(found);
  muc(gold, found_of, scores.muc.recall_part, scores.muc.recall_whole);
  muc(found, gold_of, scores.muc.precision_part, scores.muc.precision_whole);
  b_cubed(gold, found, found_of, scores.b3.recall_part, scores.b3.recall_whole);
  b_cubed(found, gold, gold_of, scores.b3.precision_part, scores.b3.precision_whole);
  const double matched = ceaf_phi4(gold, found);
  scores.ceafe.recall_part += matched;
  scores.ceafe.precision_part += matched;
  scores.ceafe.recall_whole += static_cast<double>(gold.size());
  scores.ceafe.precision_whole += static_cast<double>(found.size());
  double common = 0;
  for (const auto& [mention, chain] : gold_of) common += found_of.contains(mention) ? 1 : 0;
  scores.mentions.recall_part += common;
  scores.mentions.precision_part += common;
  scores.mentions.recall_whole += static_cast<double>(gold_of.size());
  scores.mentions.precision_whole += static_cast<double>(found_of.size());
}

std::vector<Chain> chains_of(const Document& document) {
  // GUM marks neither relative pronouns nor adjectives.
  const auto marked = [&document](const Mention& m) {
    const Token& token = document.tokens[m.head];
    const bool relative =
        m.kind == MentionKind::Pronominal && (token.xpos == "WDT" || token.xpos == "WP" || token.xpos == "WP$");
    return token.upos != Upos::ADJ && !relative && token.feats.find("PronType=Rel") == std::string::npos;
  };
  // "General Ada Byron" is one mention, whatever else the title is here.
  const auto head_of_phrase = [&document](std::uint32_t t) {
    for (std::int32_t up = document.tokens[t].head;
         up >= 0 && (document.tokens[t].deprel == "flat" || document.tokens[t].deprel == "nmod:desc");
         up = document.tokens[t].head)
      t = static_cast<std::uint32_t>(up);
    return t;
  };
  std::vector<Chain> out;
  for (const Entity& e : document.entities) {
    std::set<std::uint32_t> heads;
    for (const std::uint32_t i : e.mentions) {
      if (marked(document.mentions[i])) heads.insert(head_of_phrase(document.mentions[i].head));
    }
    if (heads.size() > 1) out.emplace_back(heads.begin(), heads.end());
  }
  return out;
}

std::vector<std::vector<Chain>> gold_chains(std::string_view conllu, std::string_view source_name) {
  std::vector<std::vector<Chain>> out;
  std::vector<const ConlluWord*> words;
  std::vector<std::int32_t> heads;
  const auto finish = [&] {
    if (words.empty()) return;
    std::map<std::string, std::set<std::uint32_t>> clusters;
    std::map<std::uint32_t, std::pair<std::uint32_t, std::string>> by_head;  // of mentions with one head the shortest
    for (const Bracket& b : brackets_of(words)) {
      std::uint32_t head = b.begin;
      for (std::uint32_t t = b.begin; t < b.end; ++t) {
        const bool outside = heads[t] < 0 || static_cast<std::uint32_t>(heads[t]) < b.begin ||
                             static_cast<std::uint32_t>(heads[t]) >= b.end;
        if (outside && words[t]->deprel != "punct") head = t;
      }
      const auto [it, inserted] = by_head.try_emplace(head, b.end - b.begin, b.entity);
      if (!inserted && b.end - b.begin < it->second.first) it->second = {b.end - b.begin, b.entity};
    }
    for (const auto& [head, mention] : by_head) clusters[mention.second].insert(head);
    out.push_back(without_singletons(clusters));
    words.clear();
    heads.clear();
  };
  const std::vector<ConlluSentence> sentences = read_conllu(conllu, source_name);
  for (const ConlluSentence& s : sentences) {
    if (s.has_comment("newdoc") || !s.comment("newdoc id").empty()) finish();
    const auto first = static_cast<std::int32_t>(words.size());
    for (const ConlluWord& w : s.words) {
      words.push_back(&w);
      heads.push_back(w.head < 0 ? -1 : first + w.head);
    }
  }
  finish();
  return out;
}

void add_links(LinksByWord& links, const Document& document, const std::vector<Chain>& gold,
               const std::vector<Chain>& found) {
  const auto chain_of = [&document](const std::vector<Chain>& chains) {
    std::vector<std::int32_t> of(document.tokens.size(), -1);
    for (std::size_t c = 0; c < chains.size(); ++c) {
      for (const std::uint32_t t : chains[c]) of[t] = static_cast<std::int32_t>(c);
    }
    return of;
  };
  const std::vector<std::int32_t> in_gold = chain_of(gold), in_found = chain_of(found);
  const auto before = [](const std::vector<std::int32_t>& of, const std::vector<Chain>& chains, std::uint32_t t) {
    if (of[t] < 0) return std::int32_t{-1};
    const Chain& chain = chains[static_cast<std::size_t>(of[t])];
    const auto at = std::lower_bound(chain.begin(), chain.end(), t);
    return at == chain.begin() ? std::int32_t{-1} : static_cast<std::int32_t>(*std::prev(at));
  };
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    const std::int32_t own = before(in_gold, gold, t), antecedent = before(in_found, found, t);
    if (own < 0 && antecedent < 0) continue;
    const Token& token = document.tokens[t];
    LinkCounts& counts = links[token.upos == Upos::PROPN  ? "name"
                               : token.upos == Upos::PRON ? text::lower(document.form(t))
                                                          : "noun"];
    if (antecedent < 0)
      ++counts.missed;
    else
      ++(in_gold[t] >= 0 && in_gold[t] == in_gold[static_cast<std::size_t>(antecedent)] ? counts.right : counts.wrong);
  }
}

std::string links_table(const LinksByWord& links) {
  std::vector<std::pair<std::string, LinkCounts>> rows(links.begin(), links.end());
  const auto size = [](const auto& row) { return row.second.right + row.second.wrong + row.second.missed; };
  std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return size(a) > size(b); });
  std::ostringstream out;
  out << "word             right   wrong  missed\n";
  for (const auto& [word, n] : rows) {
    out << std::left << std::setw(14) << word << std::right << std::setw(8) << n.right << std::setw(8) << n.wrong
        << std::setw(8) << n.missed << '\n';
  }
  return out.str();
}

CorefEvaluation evaluate_coreference(std::string_view conllu, std::string_view source_name, const Analysis& analyze) {
  const auto gold = gold_chains(conllu, source_name);
  std::vector<Document> documents = documents_from_conllu(conllu, source_name);
  if (documents.size() != gold.size())
    throw Error("documents and their chains do not agree", Position{std::string(source_name)});
  CorefEvaluation out;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const Document document = analyze(std::move(documents[i]));
    const std::vector<Chain> found = chains_of(document);
    add_document(out.scores, gold[i], found);
    add_links(out.links, document, gold[i], found);
  }
  return out;
}

}  // namespace triplewright::nlp
