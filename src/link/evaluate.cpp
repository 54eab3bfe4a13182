#include "link/evaluate.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <limits>
#include <map>
#include <vector>

#include "text/utf8.h"
#include "text/vocabulary.h"
#include "triplewright/rdf.h"

namespace triplewright::link {

namespace {

using text::kNif;
constexpr std::string_view kCloseMatch = "http://www.w3.org/2004/02/skos/core#closeMatch";
constexpr std::string_view kIdentRef = "http://www.w3.org/2005/11/its/rdf#taIdentRef";

struct Phrase {
  std::string context, anchor, reference;
  std::size_t begin = 0, end = 0;  // code points
};

std::size_t number(std::string_view s) {
  std::size_t value = 0;
  std::from_chars(s.data(), s.data() + s.size(), value);
  return value;
}

// The record that the document links to at a stretch of its text, by the name that covers most of it, or the noun when
// no name does; -1 for none.
std::int64_t linked_record(const Document& document, const EntityBase& base, std::size_t begin, std::size_t end) {
  const text::CodePointIndex index(document.article.text);
  std::size_t best = 0;
  bool named = false;
  std::int64_t record = -1;
  for (const Mention& m : document.mentions) {
    if (m.entity < 0) continue;
    const Span bytes = document.bytes(m.tokens);
    const std::size_t from = std::max(begin, index.at(bytes.begin)), to = std::min(end, index.at(bytes.end));
    const bool name = m.kind == MentionKind::Named;
    if (from >= to || (named && !name) || (named == name && to - from <= best)) continue;
    best = to - from;
    named = name;
    const Entity& e = document.entities[static_cast<std::size_t>(m.entity)];
    record = e.in_base ? base.find(e.iri) : -1;
  }
  return record;
}

double ratio(std::size_t a, std::size_t b) {
  return b == 0 ? 0 : 100.0 * static_cast<double>(a) / static_cast<double>(b);
}

}  // namespace

double LinkingScores::candidate_recall() const {
  return ratio(with_candidate, in_base);
}
double LinkingScores::precision() const {
  return ratio(right, found);
}
double LinkingScores::recall() const {
  return ratio(right, in_base);
}
double LinkingScores::f1() const {
  const double p = precision(), r = recall();
  return p + r == 0 ? 0 : 2 * p * r / (p + r);
}

std::string LinkingScores::table() const {
  char buffer[320];
  std::snprintf(buffer, sizeof buffer,
                "mentions %zu, in the base %zu, candidate recall %.1f\nlinking  P %.1f R %.1f F1 %.1f (right %zu of "
                "%zu links)\nlinks of what is not in the base %zu of %zu mentions\n",
                mentions, in_base, candidate_recall(), precision(), recall(), f1(), right, found, outside,
                mentions - in_base);
  return buffer;
}

LinkingScores evaluate_linking(const std::string& path, const EntityBase& base,
                               const std::function<Document(std::string text)>& analyze,
                               const std::function<void(const LinkingCase&)>& each) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error("cannot open the corpus", Position{path});
  std::map<std::string, std::string> texts;
  std::map<std::string, Phrase> phrases;
  read(
      in, Syntax::Turtle, path, "https://example.org/",
      [&](const Quad& q, std::size_t) {
        const std::string& p = q.predicate.value();
        const std::string& s = q.subject.value();
        const std::string& o = q.object.value();
        if (p == std::string(kNif) + "isString")
          texts[s] = o;
        else if (p == std::string(kNif) + "anchorOf")
          phrases[s].anchor = o;
        else if (p == std::string(kNif) + "beginIndex")
          phrases[s].begin = number(o);
        else if (p == std::string(kNif) + "endIndex")
          phrases[s].end = number(o);
        else if (p == std::string(kNif) + "referenceContext")
          phrases[s].context = o;
        else if (p == kIdentRef)
          phrases[s].reference = o;
      },
      [](const Diagnostic&) {});

  std::map<std::string, std::int64_t> by_reference;
  for (std::uint32_t i = 0; i < base.size(); ++i) {
    const EntityRecord& r = base.record(i);
    by_reference.emplace(r.iri, i);
    for (const std::string& same : r.same_as) by_reference.emplace(same, i);
    for (const auto& [property, other] : r.facts) {
      if (property == kCloseMatch) by_reference.emplace(other, i);
    }
  }
  std::map<std::string, std::vector<const Phrase*>> by_context;
  for (const auto& [iri, phrase] : phrases) {
    if (!phrase.reference.empty()) by_context[phrase.context].push_back(&phrase);
  }

  LinkingScores scores;
  for (const auto& [context, members] : by_context) {
    const auto text = texts.find(context);
    if (text == texts.end()) continue;
    const Document document = analyze(text->second);
    for (const Phrase* phrase : members) {
      ++scores.mentions;
      const auto gold = by_reference.find(phrase->reference);
      const std::int64_t record = linked_record(document, base, phrase->begin, phrase->end);
      if (gold != by_reference.end()) {
        ++scores.in_base;
        for (const EntityCandidate& c : base.candidates(phrase->anchor))
          scores.with_candidate += c.record == gold->second ? 1 : 0;
        scores.right += record == gold->second ? 1 : 0;
      }
      if (record >= 0) ++(gold != by_reference.end() ? scores.found : scores.outside);
      if (each)
        each({context, phrase->anchor, phrase->reference,
              record < 0 ? std::string() : base.record(static_cast<std::uint32_t>(record)).iri,
              gold != by_reference.end()});
    }
  }
  return scores;
}

}  // namespace triplewright::link
