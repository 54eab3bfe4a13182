// Nouns, adjectives and prepositions: what they are said of, possessors, modifiers, phrases.
#include <algorithm>

#include "extract/grammar.h"
#include "extract/operators.h"
#include "extract/vocabulary.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

bool introduces_instances(std::string_view preposition) {
  return preposition == "such as" || preposition == "including" || preposition == "like";
}

}  // namespace

std::vector<Filler> Grammar::fillers(std::uint32_t predicate, PartOfSpeech pos) const {
  Fillers out;
  switch (pos) {
    case PartOfSpeech::Verb:
      add_verb(predicate, out);
      break;
    case PartOfSpeech::Noun:
      add_noun(predicate, out);
      break;
    case PartOfSpeech::Adjective:
      add_adjective(predicate, out);
      break;
    case PartOfSpeech::Preposition:
      add_preposition(predicate, out);
      break;
    case PartOfSpeech::Adverb:
    case PartOfSpeech::Other:
      break;
  }
  std::stable_sort(out.begin(), out.end(), [](const Filler& a, const Filler& b) { return a.cost < b.cost; });
  return out;
}

void Grammar::add_modifiers(std::uint32_t n, Fillers& out) const {
  const auto modifies = [&](std::uint32_t c) {
    // *a Harvard-educated economist*: of the participle, and not of the noun; but *a US-led invasion* is theirs
    const std::int32_t participle = tree_->head(c);
    if (participle == static_cast<std::int32_t>(c) + 2 && static_cast<std::uint32_t>(participle) != n &&
        tree_->document().form(c + 1) == "-" && tree_->is_verb(static_cast<std::uint32_t>(participle)) &&
        extract::names_role(*ontology_, text::lower(tree_->token(n).lemma)))
      return false;
    if (tree_->is(c, "compound") && tree_->token(c).deprel != "compound:prt") return true;
    if (tree_->is(c, "amod")) return true;
    return tree_->is(c, "nmod") && !tree_->is(c, "nmod:poss") && tree_->child(c, "case") == kNoToken;
  };
  for (const std::uint32_t c : tree_->children(n)) {
    if (c > n || !modifies(c)) continue;
    out.push_back({Function::Modifier, {}, c, "compound", 0});
    for (const std::uint32_t g : tree_->children(c)) {
      if (g < c && modifies(g)) out.push_back({Function::Modifier, {}, g, "compound", 1});
    }
  }
  const std::int32_t up = tree_->head(n);
  if (up != kNoToken && tree_->is(n, "nmod") && tree_->preposition(n) == "in" &&
      in_value(static_cast<std::uint32_t>(up))) {
    for (const std::uint32_t c : tree_->children(static_cast<std::uint32_t>(up))) {  // *its $27.2 billion in revenue*
      const std::int32_t r = tree_->is(c, "nmod:poss") ? tree_->referent(c) : kNoToken;
      if (r != kNoToken) out.push_back({Function::Possessor, {}, static_cast<std::uint32_t>(r), "possessive", 1});
    }
  }
  // *Nvidia CEO Jensen Huang* with every word attached to the name.
  const bool before_head = up != kNoToken && n < static_cast<std::uint32_t>(up);
  if (before_head && (tree_->is(n, "compound") || tree_->is(n, "nmod:desc") || tree_->is(n, "amod"))) {
    for (const std::uint32_t c : tree_->children(static_cast<std::uint32_t>(up))) {
      if (c < n && tree_->is(c, "nmod:desc")) {  // *Acme chief executive Jo Doe*, each word attached to the name
        for (const std::uint32_t g : tree_->children(c)) {
          if (g < c && modifies(g)) out.push_back({Function::Modifier, {}, g, "compound", 1});
        }
      }
      if (c < n && modifies(c) && !tree_->is(c, "punct")) out.push_back({Function::Modifier, {}, c, "compound", 1});
      if (tree_->is(c, "nmod:poss") && c < n) {
        if (const std::int32_t r = tree_->referent(c); r != kNoToken)
          out.push_back({Function::Possessor, {}, static_cast<std::uint32_t>(r), "possessive", 1});
      }
    }
  }
}

/// *ratified the agreement, with Ada expecting the rest to follow*: what happens beside, and no party to it.
bool Grammar::is_circumstance(std::uint32_t phrase) const {
  const auto& children = tree_->children(phrase);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return tree_->is(c, "case") && c > 0 && tree_->token(c).lemma == "with" && tree_->document().form(c - 1) == ",";
  });
}

void Grammar::add_noun_prepositions(std::uint32_t n, Fillers& out) const {
  for (const std::uint32_t c : tree_->children(n)) {
    if (c < n || !(tree_->is(c, "nmod") || tree_->is(c, "obl")) || is_circumstance(c)) continue;
    add_oblique(c, 0, "nominal", out);
    add_phrase_paths(c, "nominal", out);
    const std::string preposition = tree_->preposition(c);
    for (const std::uint32_t g : tree_->children(c)) {  // *orders of Acme's chips*: "of possessor"
      const bool owner = tree_->is(g, "nmod:poss") || (tree_->is(g, "compound") && tree_->token(g).upos == Upos::PROPN);
      const std::int32_t r = owner && g < c && !preposition.empty() ? tree_->referent(g) : kNoToken;
      if (r != kNoToken)
        out.push_back({Function::Preposition, preposition + " possessor", static_cast<std::uint32_t>(r), "nominal", 1});
    }
    // *the sale of a chip to China*, *the sale of chips and tools to China*, parsed as *a chip to China*
    std::vector<std::uint32_t> parts = {c};
    for (const std::uint32_t part : tree_->children(c)) {
      if (tree_->is(part, "conj") && tree_->is_nominal(part)) parts.push_back(part);
    }
    for (const std::uint32_t part : parts) {
      for (const std::uint32_t g : tree_->children(part)) {
        const bool inner = tree_->preposition(g) == "of" && !in_value(c);  // *involvement in the killing of X*
        if (g > part && tree_->is(g, "nmod") && !inner) add_oblique(g, 1, "nominal", out);
      }
    }
  }
  // *a ban on selling chips to China*: what is sold, and to whom
  for (const std::uint32_t c : tree_->children(n)) {
    if (!(tree_->is(c, "acl") || tree_->is(c, "nmod") || tree_->is(c, "advcl")) || !tree_->is_gerund(c)) continue;
    const std::string marker = tree_->marker(c);
    if (marker.empty()) continue;
    for (const Surface& s : objects(c, 1)) out.push_back({Function::Preposition, marker, s.token, "gerund", 1});
    for (const std::uint32_t g : tree_->children(c)) {
      if (tree_->is(g, "obl")) add_oblique(g, 1, "gerund", out);
    }
  }
  for (const std::uint32_t v : verbs_with_object(n)) {
    for (const std::uint32_t c : tree_->children(v)) {
      if (tree_->is(c, "obl") && !is_circumstance(c)) add_oblique(c, 1, kObjectOfVerb, out);
    }
  }
}

void Grammar::add_self(std::uint32_t n, Fillers& out) const {
  const auto self = [&](std::uint32_t t, std::string_view construction, int cost) {
    out.push_back({Function::Self, {}, t, construction, cost});
  };
  const std::int32_t up = tree_->head(n);
  const bool has_head = up != kNoToken;
  const std::uint32_t h = has_head ? static_cast<std::uint32_t>(up) : n;
  bool predicative = tree_->is_copular(n);
  if (predicative) {
    for (const Surface& s : surface_subjects(n, 0))
      self(s.token, s.construction == "active" ? "copula" : s.construction, s.cost);
  }
  for (const std::uint32_t c : tree_->children(n)) {
    if (tree_->is(c, "appos")) self(c, "apposition", 0);
    if (c > n && (tree_->is(c, "flat") || tree_->is(c, "compound")) && tree_->token(c).upos == Upos::PROPN)
      self(c, "title", 0);
    if (c > n && tree_->is(c, "nmod") && introduces_instances(tree_->preposition(c))) self(c, "instance", 0);
  }
  if (has_head && tree_->is(n, "nsubj") && tree_->is_copular(h) && tree_->token(h).upos == Upos::PROPN) {
    self(h, "copula", 0);  // *the chief executive of Acme is Jo Doe*
    predicative = true;
  }
  if (has_head && tree_->is(n, "nsubj") && tree_->token(h).lemma == "include") {  // *its backers include X and Y*
    for (const Surface& s : objects(h, 0)) self(s.token, "instance", 0);
  }
  if (has_head && (tree_->is(n, "appos") || (tree_->is(n, "parataxis") && tree_->is_nominal(h))))
    self(h, "apposition", 0);
  if (has_head && n < h &&
      (tree_->is(n, "compound") || tree_->is(n, "nmod:desc") || tree_->is(n, "nmod:unmarked") || tree_->is(n, "flat") ||
       (tree_->is(n, "amod") && tree_->token(h).upos == Upos::PROPN)))
    self(h, "title", 0);
  if (has_head && h < n && tree_->token(h).lemma == "one" && tree_->preposition(n) == "of") {
    predicative = true;  // *Acme is one of the suppliers of Zelt*
    Fillers of_one;
    add_self(h, of_one);
    for (Filler& f : of_one) {
      if (f.token != h) out.push_back(std::move(f));
    }
  }
  if (has_head && tree_->is(n, "xcomp")) {
    predicative = true;
    for (const Surface& s : controllers(h, true, 0)) self(s.token, "predicative", 0);
  }
  // *named X as its supplier*, *counts X among its customers*
  if (has_head && tree_->is(n, "obl") && (tree_->preposition(n) == "as" || tree_->preposition(n) == "among")) {
    predicative = true;
    for (const Surface& s : controllers(h, true, 0)) self(s.token, "as", 1);
  }
  const bool others =
      tree_->has_feature(n, "Number=Plur") || tree_->token(n).xpos == "NNS";  // *Gov. X and leaders of Y*
  if (has_head && tree_->is(n, "conj") && !predicative && !others) {  // *founder and CEO X*, *X, founder and CEO of Y*
    Fillers shared;
    add_self(h, shared);
    for (Filler& f : shared) {
      if (f.token == h) continue;
      f.cost += 1;
      out.push_back(std::move(f));
    }
  }
  for (const std::uint32_t c : tree_->children(n)) {  // *CEO and founder X*: the name hangs on the last
    if (!tree_->is(c, "conj") || predicative) continue;
    for (const std::uint32_t g : tree_->children(c)) {
      if (tree_->is(g, "appos") || (g > c && tree_->is(g, "flat"))) self(g, "coordination", 1);
    }
  }
  if (!predicative) self(n, "nominal", 1);
}

void Grammar::add_noun(std::uint32_t n, Fillers& out) const {
  for (const std::uint32_t c : tree_->children(n)) {
    if (tree_->is(c, "nmod:poss")) {
      if (const std::int32_t r = tree_->referent(c); r != kNoToken)
        out.push_back({Function::Possessor, {}, static_cast<std::uint32_t>(r), "possessive", 0});
    }
    if (tree_->is(c, "appos")) out.push_back({Function::Apposition, {}, c, "apposition", 0});
    if (tree_->is(c, "acl") && tree_->is_infinitive(c)) out.push_back({Function::Xcomp, {}, c, "complement", 0});
    if (tree_->is(c, "acl") && tree_->marker(c) == "that") out.push_back({Function::Ccomp, {}, c, "complement", 0});
  }
  add_modifiers(n, out);
  add_noun_prepositions(n, out);
  add_self(n, out);
  add_place_of_clause(n, out);
  if (const std::int32_t up = tree_->head(n); up != kNoToken && tree_->is(n, "conj")) {
    // *the maker and seller of chips*, *Huawei's founder and CEO*: what stands before or after both
    const auto h = static_cast<std::uint32_t>(up);
    for (const std::uint32_t c : tree_->children(h)) {
      if (tree_->is(c, "nmod:poss")) {
        if (const std::int32_t r = tree_->referent(c); r != kNoToken)
          out.push_back({Function::Possessor, {}, static_cast<std::uint32_t>(r), "coordination", 1});
      }
      if (c > n && tree_->is(c, "nmod")) add_oblique(c, 1, "coordination", out);
      if (c < h && (tree_->is(c, "compound") || tree_->is(c, "amod")))
        out.push_back({Function::Modifier, {}, c, "coordination", 1});
      // *founder, president and chairman of X*: what stands after the last is each one's
      if (c > n && tree_->is(c, "conj") && tree_->child(n, "nmod") == kNoToken && tree_->child(c, "det") == kNoToken) {
        for (const std::uint32_t g : tree_->children(c)) {
          if (g > c && tree_->is(g, "nmod") && tree_->is_nominal(g)) add_oblique(g, 1, "coordination", out);
        }
      }
    }
  }
  for (const std::uint32_t c : tree_->children(n)) {  // *the maker and seller of chips*
    if (!tree_->is(c, "conj") || tree_->child(c, "cop") != kNoToken) continue;
    if (tree_->child(c, "det") != kNoToken) continue;  // *an inquiry and a review by X*
    for (const std::uint32_t g : tree_->children(c)) {
      if (g > c && tree_->is(g, "nmod") && tree_->is_nominal(g)) add_oblique(g, 1, "coordination", out);
    }
  }
  add_appointing(n, out);
  add_led(n, out);
  if (const std::int32_t up = verb_with_phrase(n); up != kNoToken) {  // for support verbs with a preposition
    const auto v = static_cast<std::uint32_t>(up);
    for (const Surface& s : v != n && tree_->is_passive(v) ? objects(v, 0) : surface_subjects(v, 0))
      out.push_back({Function::Subject, {}, s.token, kSupportPhrase, s.cost});
  }
  for (const std::uint32_t v : verbs_with_object(n)) {  // for support verbs
    if (tree_->is_passive(v)) {
      for (const std::uint32_t c : tree_->children(v)) {
        if (tree_->is(c, "obl") && tree_->preposition(c) == "by" && !tree_->is_verb(c))
          out.push_back({Function::Subject, {}, c, "support verb", 0});
      }
    } else {
      for (const Surface& s : surface_subjects(v, 0))
        out.push_back({Function::Subject, {}, s.token, "support verb", s.cost});
    }
  }
}

/// *contributes a device worth 70 million*, the adjective hung on the verb: the object that stands directly before it.
std::int32_t Grammar::object_before(std::uint32_t adjective) const {
  const std::int32_t up = tree_->head(adjective);
  const bool beside =
      tree_->is(adjective, "advcl") || (tree_->is(adjective, "conj") && tree_->child(adjective, "cc") == kNoToken);
  if (up == kNoToken || !beside || !tree_->is_verb(static_cast<std::uint32_t>(up))) return kNoToken;
  const std::int32_t object = tree_->child(static_cast<std::uint32_t>(up), "obj");
  const bool comma =
      adjective > 1 && tree_->document().form(adjective - 1) == ",";  // *sent devices, worth 126 million*
  const std::int32_t before = static_cast<std::int32_t>(adjective) - (comma ? 2 : 1);
  const bool directly = object != kNoToken && object == before;
  return directly && tree_->child(adjective, "nsubj") == kNoToken ? object : kNoToken;
}

void Grammar::add_adjective(std::uint32_t a, Fillers& out) const {
  const std::int32_t up = tree_->head(a);
  out.push_back({Function::Complement, {}, a, "premodifier", 0});
  const bool modifier = tree_->is(a, "amod") || tree_->is(a, "compound") || tree_->is(a, "nmod");
  if (modifier && up != kNoToken) {
    out.push_back({Function::Self, {}, static_cast<std::uint32_t>(up), "premodifier", 0});
    out.push_back({Function::Head, {}, static_cast<std::uint32_t>(up), "premodifier", 0});
    if (const std::int32_t d = described(static_cast<std::uint32_t>(up));
        d != kNoToken)  // *Jo Doe is a Chilean figure*
      out.push_back({Function::Self, {}, static_cast<std::uint32_t>(d), "premodifier", 1});
  } else if (tree_->is(a, "xcomp") && up != kNoToken) {
    for (const Surface& s : controllers(static_cast<std::uint32_t>(up), true, 0))
      out.push_back({Function::Self, {}, s.token, "predicative", s.cost});
  } else if (const std::int32_t object = object_before(a); object != kNoToken) {
    out.push_back({Function::Self, {}, static_cast<std::uint32_t>(object), "predicative", 0});
  } else {
    for (const Surface& s : surface_subjects(a, 0))
      out.push_back({Function::Self, {}, s.token, s.construction == "active" ? "copula" : s.construction, s.cost});
  }
  if (modifier && a > 0 && tree_->head(a - 1) == up && tree_->token(a - 1).upos == Upos::PROPN &&
      (tree_->is(a - 1, "compound") || tree_->is(a - 1, "nmod")))  // *a Kiel based company*, both hung on the noun
    out.push_back({Function::Modifier, {}, a - 1, "premodifier", 0});
  for (const std::uint32_t c : tree_->children(a)) {
    if (c > a && (tree_->is(c, "obl") || tree_->is(c, "nmod"))) add_oblique(c, 0, "adjective", out);
    if (c < a && !tree_->is(c, "punct") && (tree_->is_nominal(c) || tree_->token(c).upos == Upos::ADJ) &&
        tree_->child(c, "case") == kNoToken && !tree_->is(c, "nsubj"))
      out.push_back({Function::Modifier, {}, c, "premodifier", 0});
    if (tree_->is(c, "xcomp") || (tree_->is(c, "advcl") && tree_->is_infinitive(c)))
      out.push_back({Function::Xcomp, {}, c, "complement", 0});
  }
}

void Grammar::add_preposition(std::uint32_t p, Fillers& out) const {
  const std::int32_t up = tree_->head(p);
  if (up == kNoToken) return;
  if (!tree_->is(p, "case")) {  // a possessor, read as if it were marked: *its chip*, *the Acme phone*
    const std::int32_t r = tree_->referent(p);
    if (r == kNoToken) return;
    const bool possessive = tree_->is(p, "nmod:poss");
    const std::string_view construction = possessive ? "possessive" : "compound";
    out.push_back({Function::Complement, {}, static_cast<std::uint32_t>(r), construction, possessive ? 0 : 1});
    out.push_back({Function::Self, {}, static_cast<std::uint32_t>(up), construction, 0});
    return;
  }
  const auto c = static_cast<std::uint32_t>(up);
  out.push_back({Function::Complement, {}, c, "preposition", 0});
  const std::int32_t over = tree_->head(c);
  if (tree_->is_copular(c) || over == kNoToken) {
    for (const Surface& s : surface_subjects(c, 0)) out.push_back({Function::Self, {}, s.token, "copula", s.cost});
  } else if (tree_->is(c, "nmod") && !tree_->is(c, "nmod:poss")) {
    out.push_back({Function::Self, {}, static_cast<std::uint32_t>(over), "nominal", 0});
  }
}

}  // namespace triplewright::extract
