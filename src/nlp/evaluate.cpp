#include "nlp/evaluate.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "nlp/conllu.h"

namespace triplewright::nlp {

namespace {

bool is_core(std::string_view relation) {
  return relation == "nsubj" || relation == "nsubj:pass" || relation == "obj" || relation == "iobj";
}

std::string_view universal(std::string_view relation) {
  return relation.substr(0, relation.find(':'));
}

std::string line(std::string_view name, const Counts& counts) {
  char buffer[128];
  std::snprintf(buffer, sizeof buffer, "%-22.*s %6.2f %6.2f %6.2f %7zu\n", static_cast<int>(name.size()), name.data(),
                counts.precision(), counts.recall(), counts.f1(), counts.gold);
  return buffer;
}

std::string header() {
  return "                            P      R     F1    gold\n";
}

}  // namespace

double Counts::precision() const {
  return found == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(found);
}
double Counts::recall() const {
  return gold == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(gold);
}
double Counts::f1() const {
  return gold + found == 0 ? 0 : 200.0 * static_cast<double>(right) / static_cast<double>(gold + found);
}

void Counts::add(const Counts& other) {
  right += other.right;
  gold += other.gold;
  found += other.found;
}

SyntaxScores score_syntax(const Document& gold, const Document& found) {
  SyntaxScores scores;
  const std::size_t words = gold.tokens.size();
  const std::size_t others = found.tokens.size();
  // Words with the same span; both lists are in text order. Words that share a span align in order.
  std::vector<std::int64_t> to_found(words, -1);
  std::vector<std::int64_t> to_gold(others, -1);
  for (std::size_t g = 0, f = 0; g < words && f < others;) {
    const Span a = gold.tokens[g].span;
    const Span b = found.tokens[f].span;
    if (a == b) {
      to_found[g] = static_cast<std::int64_t>(f);
      to_gold[f] = static_cast<std::int64_t>(g);
      ++g;
      ++f;
    } else if (a.end < b.end || (a.end == b.end && a.begin < b.begin)) {
      ++g;
    } else {
      ++f;
    }
  }
  std::set<Span> spans;
  for (const Sentence& s : gold.sentences) spans.insert(gold.bytes(s.tokens));
  for (const Sentence& s : found.sentences) scores.sentences.right += spans.contains(found.bytes(s.tokens));
  scores.sentences.gold = gold.sentences.size();
  scores.sentences.found = found.sentences.size();
  for (const Token& token : found.tokens) {
    ++scores.relations[token.deprel].found;
    scores.core_arguments.found += is_core(token.deprel);
  }
  for (std::size_t g = 0; g < words; ++g) {
    const Token& a = gold.tokens[g];
    Counts& relation = scores.relations[a.deprel];
    ++relation.gold;
    scores.core_arguments.gold += is_core(a.deprel);
    if (to_found[g] < 0) continue;
    const Token& b = found.tokens[static_cast<std::size_t>(to_found[g])];
    ++scores.words.right;
    scores.upos.right += a.upos == b.upos;
    scores.xpos.right += a.xpos == b.xpos;
    scores.lemmas.right += a.lemma == b.lemma || a.lemma == "_";
    const std::int64_t head = b.head < 0 ? -1 : to_gold[static_cast<std::size_t>(b.head)];
    const bool attached = a.head < 0 ? b.head < 0 : b.head >= 0 && head == a.head;
    scores.uas.right += attached;
    scores.las.right += attached && universal(a.deprel) == universal(b.deprel);
    if (attached && a.deprel == b.deprel) {
      ++scores.las_subtypes.right;
      ++relation.right;
      scores.core_arguments.right += is_core(a.deprel);
    }
  }
  for (Counts* counts :
       {&scores.words, &scores.upos, &scores.xpos, &scores.lemmas, &scores.uas, &scores.las, &scores.las_subtypes}) {
    counts->gold = words;
    counts->found = others;
  }
  return scores;
}

void SyntaxScores::add(const SyntaxScores& other) {
  words.add(other.words);
  sentences.add(other.sentences);
  upos.add(other.upos);
  xpos.add(other.xpos);
  lemmas.add(other.lemmas);
  uas.add(other.uas);
  las.add(other.las);
  las_subtypes.add(other.las_subtypes);
  core_arguments.add(other.core_arguments);
  for (const auto& [relation, counts] : other.relations) relations[relation].add(counts);
}

std::string SyntaxScores::table(bool with_relations) const {
  std::string out = header();
  out += line("Words", words) + line("Sentences", sentences) + line("UPOS", upos) + line("XPOS", xpos) +
         line("Lemmas", lemmas) + line("UAS", uas) + line("LAS", las) + line("LAS with subtypes", las_subtypes) +
         line("core arguments", core_arguments);
  if (with_relations) {
    for (const auto& [relation, counts] : relations) out += line("  " + relation, counts);
  }
  return out;
}

NameScores score_names(const Document& gold, const Document& found, const std::vector<NameType>& only) {
  NameScores scores;
  std::map<Span, NameType> spans;  // in bytes
  const auto counts = [&](const Mention& mention) {
    return mention.kind == MentionKind::Named && std::find(only.begin(), only.end(), mention.type) != only.end();
  };
  for (const Mention& mention : gold.mentions) {
    if (!counts(mention)) continue;
    spans[gold.bytes(mention.tokens)] = mention.type;
    ++scores.typed.gold;
    ++scores.types[mention.type].gold;
  }
  for (const Mention& mention : found.mentions) {
    if (!counts(mention)) continue;
    ++scores.typed.found;
    ++scores.types[mention.type].found;
    const auto it = spans.find(found.bytes(mention.tokens));
    if (it == spans.end()) continue;
    ++scores.untyped.right;
    if (it->second != mention.type) continue;
    ++scores.typed.right;
    ++scores.types[mention.type].right;
  }
  scores.untyped.gold = scores.typed.gold;
  scores.untyped.found = scores.typed.found;
  return scores;
}

void NameScores::add(const NameScores& other) {
  typed.add(other.typed);
  untyped.add(other.untyped);
  for (const auto& [type, counts] : other.types) types[type].add(counts);
}

std::string NameScores::table() const {
  std::string out = header() + line("names", typed) + line("names, untyped", untyped);
  for (const auto& [type, counts] : types) out += line("  " + std::string(ner_label(type)), counts);
  return out;
}

}  // namespace triplewright::nlp
