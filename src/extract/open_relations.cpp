#include "extract/open_relations.h"

#include <algorithm>
#include <array>

#include "extract/choices.h"
#include "extract/qualify.h"
#include "extract/wording.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

/// Phrases with these say when or under which circumstances, not what the verb relates its subject to.
constexpr std::array<std::string_view, 14> kAdjuncts = {"after", "amid",    "as",     "because of", "before",
                                                        "by",    "despite", "due to", "during",     "like",
                                                        "per",   "since",   "until",  "while"};

/// Verbs that say nothing by themselves.
constexpr std::array<std::string_view, 8> kLight = {"be", "do", "get", "have", "let", "make", "see", "seem"};

/// Below this many inferences a filler is what the verb relates; further off it is a guess.
constexpr int kFurthest = 1;

bool narrowed(const Context& x, std::uint32_t noun) {
  const auto& children = x.tree.children(noun);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return x.tree.is(c, "amod") || x.tree.is(c, "compound") || x.tree.is(c, "nmod") || x.tree.is(c, "nummod");
  });
}

/// What may be an end: a thing, but a class of things only as an object and with a word that narrows it.
const End* thing(const Context& x, const Alternatives& alternatives, std::uint32_t token, bool object) {
  for (const End& end : alternatives) {
    if (end.argument.kind == Argument::Kind::Iri) return &end;
    if (end.argument.kind != Argument::Kind::Entity) continue;
    const EntityKind kind = x.document.entities[end.argument.index].kind;
    const bool known = kind == EntityKind::Named || end.pronoun || (object && kind != EntityKind::Concept);
    if (known || (narrowed(x, token) && (object || kind != EntityKind::Concept))) return &end;
  }
  return nullptr;
}

std::vector<End> ends(const Context& x, std::uint32_t token, bool object) {
  std::vector<End> found;
  for (const Alternatives& alternatives : x.resolver.ends(token)) {
    if (const End* end = thing(x, alternatives, token, object)) found.push_back(*end);
  }
  const std::int32_t value = x.resolver.value_at(token);
  if (found.empty() && object && value >= 0) {
    const Value& v = x.document.values[static_cast<std::size_t>(value)];
    if (v.kind != ValueKind::Time && v.kind != ValueKind::Duration && v.kind != ValueKind::Ordinal) {
      End end;
      end.argument = {Argument::Kind::Value, static_cast<std::uint32_t>(value), {}, {}, v.tokens};
      found.push_back(std::move(end));
    }
  }
  return found;
}

void add(const Context& x, std::uint32_t predicate, const std::string& words, const End& subject, const End& object,
         int cost, std::string_view construction, std::vector<Candidate>& out) {
  if (same_thing(subject.argument, object.argument)) return;
  Candidate c;
  c.claim.open = true;
  c.claim.subject = subject.argument;
  c.claim.object = object.argument;
  c.claim.property = x.options.base + "relation/" + text::slug(words);
  c.claim.evidence.sentence = x.document.sentence_of(predicate);
  c.claim.evidence.predicate = predicate;
  c.claim.evidence.construction = construction;
  set_stance(x, predicate, Sense{}, c.claim);
  c.subject = subject;
  c.object = object;
  c.cost = cost + subject.cost + object.cost;
  add_times(x, predicate, PartOfSpeech::Verb, c.claim);
  normalize_qualifiers(c.claim);
  out.push_back(std::move(c));
}

/// A verb that cites: what it is about is what is said.
bool reports(const Context& x, std::uint32_t verb) {
  for (const EntryMatch& match : entries_at(x, verb)) {
    for (const Sense& sense : match.entry->senses) {
      if (sense.kind == Sense::Kind::Report) return true;
    }
  }
  return false;
}

}  // namespace

void match_open(const Context& x, std::uint32_t verb, std::vector<Candidate>& out) {
  const std::string& lemma = x.tree.token(verb).lemma;
  if (x.tree.is(verb, "amod") || std::find(kLight.begin(), kLight.end(), lemma) != kLight.end()) return;
  const std::vector<Filler> fillers = x.grammar.fillers(verb, PartOfSpeech::Verb);
  std::string words = text::lower(lemma);
  if (const std::int32_t particle = x.tree.child(verb, "compound:prt"); particle != kNoToken)
    words += ' ' + text::lower(x.document.form(static_cast<std::uint32_t>(particle)));
  const auto subject = std::find_if(fillers.begin(), fillers.end(), [&](const Filler& f) {
    return f.function == Function::Subject && f.cost <= kFurthest + 1 && !ends(x, f.token, false).empty();
  });
  if (subject == fillers.end()) return;
  if (reports(x, verb)) {  // what is said, in words
    const auto said = std::find_if(fillers.begin(), fillers.end(),
                                   [](const Filler& f) { return f.function == Function::Ccomp && f.cost == 0; });
    if (said == fillers.end()) return;
    End content;
    content.argument = content_argument(x, said->token, said->token);
    for (const End& s : ends(x, subject->token, false))
      add(x, verb, words, s, content, subject->cost, subject->construction, out);
    return;
  }
  for (const Filler& f : fillers) {
    const bool object = f.function == Function::Object || f.function == Function::IndirectObject;
    if (!object && f.function != Function::Preposition) continue;
    if (f.cost > (object ? kFurthest : 0) || f.token == subject->token) continue;
    const bool path = !object && f.marker.find(' ') != std::string::npos && f.marker != x.tree.preposition(f.token);
    if (path || std::find(kAdjuncts.begin(), kAdjuncts.end(), f.marker) != kAdjuncts.end()) continue;
    for (const End& s : ends(x, subject->token, false)) {
      for (const End& o : ends(x, f.token, true)) {
        add(x, verb, object ? words : words + ' ' + f.marker, s, o, subject->cost + f.cost,
            subject->construction == "active" ? f.construction : subject->construction, out);
      }
    }
  }
}

void match_open_noun(const Context& x, std::uint32_t noun, std::vector<Candidate>& out) {
  if (!narrowed(x, noun) || x.tree.preposition(noun) != "") return;
  const bool appositive = x.tree.is(noun, "appos");
  if (!x.tree.is_copular(noun) && !appositive) return;
  for (const Filler& f : x.grammar.fillers(noun, PartOfSpeech::Noun)) {
    const bool said_of = f.function == Function::Self && f.token != noun && f.cost <= kFurthest &&
                         (f.construction == "copula" || f.construction == "apposition");
    if (!said_of || x.resolver.inside_name(noun)) continue;
    End what;
    what.argument = predicate_content(x, noun);
    for (const End& s : ends(x, f.token, false)) add(x, noun, "be", s, what, f.cost, f.construction, out);
    return;
  }
}

}  // namespace triplewright::extract
