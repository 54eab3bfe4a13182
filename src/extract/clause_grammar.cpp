// Verbs: subjects and objects in every kind of clause, obliques, and what is shared or controlled.
#include <algorithm>

#include "extract/grammar.h"
#include "extract/operators.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

constexpr int kMaxDepth = 6;

bool is_clause_preposition_of_object(std::string_view marker) {
  return marker == "of" || marker == "from" || marker == "into" || marker == "against" || marker == "for";
}

}  // namespace

bool Grammar::governs_infinitives(std::uint32_t verb) const {
  if (!tree_->is_verb(verb)) return false;
  for (const LexicalEntry* entry : ontology_->entries(text::lower(tree_->token(verb).lemma), PartOfSpeech::Verb)) {
    for (const Sense& sense : entry->senses) {
      if (sense.kind != Sense::Kind::Operator) continue;
      for (const SyntacticArgument& argument : sense.object) {
        if (argument.function == Function::Xcomp) return true;
      }
    }
  }
  return false;
}

bool Grammar::has_own_subject(std::uint32_t v) const {
  for (const std::uint32_t c : tree_->children(v)) {
    if (tree_->is(c, "nsubj") || tree_->is(c, "csubj") || tree_->is(c, "expl")) return true;
  }
  return false;
}

std::vector<Grammar::Surface> Grammar::surface_subjects(std::uint32_t v, int depth) const {
  std::vector<Surface> result;
  for (const std::uint32_t c : tree_->children(v)) {
    if (!tree_->is(c, "nsubj") || tree_->token(c).deprel == "nsubj:outer") continue;
    const std::int32_t r = tree_->referent(c);
    if (r == kNoToken) continue;
    const bool relative = r != static_cast<std::int32_t>(c);
    result.push_back({static_cast<std::uint32_t>(r), relative ? "relative clause" : "active", 0});
    if (const std::int32_t d = relative ? described(static_cast<std::uint32_t>(r)) : kNoToken; d != kNoToken)
      result.push_back({static_cast<std::uint32_t>(d), "relative clause", 1});
  }
  if (!result.empty() || has_own_subject(v) || depth >= kMaxDepth) return result;
  if (const std::int32_t s = subject_with_for(v); s != kNoToken)
    return {{static_cast<std::uint32_t>(s), "infinitive with for", 1}};
  return inherited_subjects(v, depth + 1);
}

/// What a predicate noun or an appositive is said of: *Acme is a firm that*, *Acme, a firm that*. Not of what one is
/// not, may or wants to be.
std::int32_t Grammar::described(std::uint32_t noun) const {
  if (tree_->is(noun, "appos")) return tree_->head(noun);
  if (!tree_->is_copular(noun) || tree_->is_infinitive(noun)) return kNoToken;
  for (const std::uint32_t c : tree_->children(noun)) {
    const std::string& lemma = tree_->token(c).lemma;
    const bool negation = lemma == "not" || lemma == "no" || lemma == "never" || lemma == "n't";
    if (negation || tree_->is(c, "aux") || tree_->is(c, "mark")) return kNoToken;
  }
  const std::int32_t subject = tree_->child(noun, "nsubj");
  return subject == kNoToken ? kNoToken : tree_->referent(static_cast<std::uint32_t>(subject));
}

bool Grammar::follows_comma(std::uint32_t v) const {
  return std::any_of(tree_->children(v).begin(), tree_->children(v).end(), [&](std::uint32_t c) {
    return c < v && tree_->is(c, "punct") && tree_->document().form(c) == ",";
  });
}

/// *made it harder for X to grow*: X, which parsers attach to what stands before.
std::int32_t Grammar::subject_with_for(std::uint32_t v) const {
  std::uint32_t to = v;
  for (const std::uint32_t c : tree_->children(v)) {
    if (c < v && tree_->token(c).lemma == "to" && tree_->token(c).upos == Upos::PART) to = c;
  }
  if (to == v || to == 0) return kNoToken;
  std::uint32_t at = to - 1;
  for (int steps = 0; steps < 4; ++steps) {
    if (tree_->is_nominal(at) && at < to && tree_->preposition(at) == "for" && !tree_->is(at, "nmod:poss"))
      return static_cast<std::int32_t>(at);
    if (tree_->head(at) == kNoToken) break;
    at = static_cast<std::uint32_t>(tree_->head(at));
  }
  return kNoToken;
}

std::vector<Grammar::Surface> Grammar::controllers(std::uint32_t matrix, bool prefers_object, int depth) const {
  if (prefers_object && tree_->is_verb(matrix) && !tree_->is_passive(matrix)) {
    for (const std::string_view relation : {"obj", "iobj"}) {
      if (const std::int32_t o = tree_->child(matrix, relation); o != kNoToken) {
        if (const std::int32_t r = tree_->referent(static_cast<std::uint32_t>(o)); r != kNoToken)
          return {{static_cast<std::uint32_t>(r), "object control", 1}};
      }
    }
    if (const std::int32_t r = asked_with_preposition(matrix); r != kNoToken)
      return {{static_cast<std::uint32_t>(r), "object control", 1}};
  }
  return surface_subjects(matrix, depth);
}

/// *called on Acme to sell*: who is asked stands in a phrase, where the lexicon has a frame with both.
std::int32_t Grammar::asked_with_preposition(std::uint32_t matrix) const {
  for (const LexicalEntry* entry : ontology_->entries(text::lower(tree_->token(matrix).lemma), PartOfSpeech::Verb)) {
    for (const Sense& sense : entry->senses) {
      const bool asks = std::any_of(sense.roles.begin(), sense.roles.end(), [](const Sense::Role& role) {
        return std::any_of(role.arguments.begin(), role.arguments.end(),
                           [](const SyntacticArgument& a) { return a.function == Function::Xcomp; });
      });
      if (!asks) continue;
      for (const SyntacticArgument& argument : sense.object) {
        if (argument.function != Function::Preposition) continue;
        for (const std::uint32_t c : tree_->children(matrix)) {
          if (tree_->is(c, "obl") && tree_->preposition(c) == argument.marker) return tree_->referent(c);
        }
      }
    }
  }
  return kNoToken;
}

/// Who gets what this verb gives: *awarded X a grant*, *awarded a grant to X*, where the lexicon knows that one may do
/// so.
std::int32_t Grammar::recipient(std::uint32_t verb) const {
  if (!tree_->is_verb(verb)) return kNoToken;
  if (const std::int32_t o = tree_->child(verb, "iobj"); o != kNoToken)
    return tree_->referent(static_cast<std::uint32_t>(o));
  for (const LexicalEntry* entry : ontology_->entries(text::lower(tree_->token(verb).lemma), PartOfSpeech::Verb)) {
    const bool gives = std::any_of(entry->senses.begin(), entry->senses.end(), [](const Sense& sense) {
      return std::any_of(sense.object.begin(), sense.object.end(),
                         [](const SyntacticArgument& a) { return a.function == Function::IndirectObject; });
    });
    if (!gives) continue;
    for (const std::uint32_t c : tree_->children(verb)) {
      if (tree_->is(c, "obl") && tree_->preposition(c) == "to") return tree_->referent(c);
      if (!tree_->is(c, "obj")) continue;
      for (const std::uint32_t g : tree_->children(c)) {
        if (tree_->is(g, "nmod") && tree_->preposition(g) == "to") return tree_->referent(g);
      }
    }
  }
  return kNoToken;
}

std::vector<Grammar::Surface> Grammar::noun_controllers(std::uint32_t noun, int depth) const {
  const std::int32_t up = tree_->head(noun);
  if (up != kNoToken && tree_->is(noun, "obl") && tree_->is_verb(static_cast<std::uint32_t>(up)) &&
      asked_with_preposition(static_cast<std::uint32_t>(up)) == static_cast<std::int32_t>(noun))
    return {{noun, "object control", 1}};  // *called on Acme to sell*, the infinitive hung on Acme
  std::vector<Surface> result;
  for (const std::uint32_t c : tree_->children(noun)) {
    if (!tree_->is(c, "nmod:poss")) continue;
    if (const std::int32_t r = tree_->referent(c); r != kNoToken)
      result.push_back({static_cast<std::uint32_t>(r), "infinitive of a noun", 1});
  }
  for (const std::uint32_t c : tree_->children(noun)) {
    const Upos upos = tree_->token(c).upos;
    const bool name = upos == Upos::PROPN || (tree_->is(c, "amod") && upos == Upos::ADJ);
    if (result.empty() && c < noun && name &&
        (tree_->is(c, "amod") || tree_->is(c, "compound") || tree_->is(c, "nmod")))
      result.push_back({c, "infinitive of a noun", 2});
  }
  if (const std::int32_t own = tree_->child(noun, "nsubj");
      result.empty() && own != kNoToken && !tree_->is_copular(noun)) {
    // *Acme plans to sell*, the verb taken for a noun
    if (const std::int32_t r = tree_->referent(static_cast<std::uint32_t>(own)); r != kNoToken)
      result.push_back({static_cast<std::uint32_t>(r), "infinitive of a noun", 1});
  }
  if (!result.empty()) return result;
  if (up != kNoToken && tree_->is(noun, "obl") &&
      tree_->preposition(noun) == "in") {  // *in a bid to*, *in addition to*
    for (const Surface& s : surface_subjects(static_cast<std::uint32_t>(up), depth))
      result.push_back({s.token, "infinitive of a noun", s.cost + 1});
    return result;
  }
  if (up != kNoToken && tree_->is(noun, "obj") && tree_->is_verb(static_cast<std::uint32_t>(up)) &&
      !tree_->is_passive(static_cast<std::uint32_t>(up))) {
    if (const std::int32_t r = recipient(static_cast<std::uint32_t>(up)); r != kNoToken)
      return {{static_cast<std::uint32_t>(r), "infinitive of a noun", 1}};
    for (Surface s : surface_subjects(static_cast<std::uint32_t>(up), depth)) {
      result.push_back({s.token, "infinitive of a noun", s.cost + 1});
    }
  }
  return result;
}

/// *was hit by X, killing two*: X kills.
void Grammar::put_agent_first(std::uint32_t verb, std::vector<Surface>& subjects) const {
  if (!tree_->is_passive(verb)) return;
  for (const std::uint32_t c : tree_->children(verb)) {
    if (!tree_->is(c, "obl") || tree_->preposition(c) != "by" || tree_->is_verb(c)) continue;
    for (Surface& s : subjects) s.cost += 1;
    subjects.insert(subjects.begin(), {c, "adverbial clause", 0});
    return;
  }
}

std::vector<Grammar::Surface> Grammar::inherited_subjects(std::uint32_t v, int depth) const {
  const std::int32_t up = tree_->head(v);
  if (up == kNoToken) return {};
  const auto h = static_cast<std::uint32_t>(up);
  const std::string marker = tree_->marker(v);
  std::vector<Surface> found;
  std::string_view construction = "control";
  int cost = 1;
  if (tree_->is(v, "acl") || (tree_->is(v, "nmod") && tree_->is_gerund(v))) {
    if (tree_->is(v, "acl:relcl")) return {{h, "relative clause", 0}};
    const bool of_noun = tree_->is_infinitive(v) || (tree_->is_gerund(v) && !marker.empty());
    if (!of_noun) {
      // *the launch of a phone featuring X*: the nouns further down, if the first is not of the kind
      found.push_back({h, "participle", 0});
      if (const std::int32_t d = described(h); d != kNoToken)
        found.push_back({static_cast<std::uint32_t>(d), "participle", 1});
      for (const std::uint32_t c : tree_->children(h)) {
        if (tree_->is(c, "nmod") && c > h && c < v) found.push_back({c, "participle", 1});
      }
      // a name takes no participle that would tell it from others: *crashed in Ghana killing two*
      const bool loose = tree_->is_gerund(v) && tree_->head(h) != kNoToken &&
                         (follows_comma(v) || (tree_->token(h).upos == Upos::PROPN && !tree_->is(h, "obj")));
      const bool inside = tree_->is(h, "obj") || tree_->is(h, "obl") || tree_->is(h, "nmod") || tree_->is(h, "appos");
      if (loose && inside) {
        // *made a bet, spending 3 billion on X*, *hit the town, killing two*, attached to the noun: the clause's
        // subject
        std::uint32_t clause = h;
        while (tree_->is_nominal(clause) && tree_->head(clause) != kNoToken)
          clause = static_cast<std::uint32_t>(tree_->head(clause));
        for (Surface& s : found) s.cost += 1;
        if (tree_->is_verb(clause)) {
          std::vector<Surface> subjects = controllers(clause, false, depth);
          put_agent_first(clause, subjects);
          for (const Surface& s : subjects) found.insert(found.begin(), {s.token, "adverbial clause", s.cost});
        }
      }
      return found;
    }
    for (const std::uint32_t c : tree_->children(h)) {
      if (tree_->is(c, "amod") && (tree_->token(c).lemma == "first" || tree_->token(c).lemma == "only" ||
                                   tree_->has_feature(c, "NumType=Ord") || tree_->token(c).lemma == "late"))
        return {{h, "infinitive of a noun", 1}};
    }
    return noun_controllers(h, depth);
  }
  if (tree_->is(v, "amod")) return {{h, "premodifier", 0}};
  if (tree_->is(v, "conj")) {
    if (!tree_->is_verb(h) && !tree_->is_copular(h) && tree_->token(h).upos != Upos::ADJ) return {};
    found = surface_subjects(h, depth);
    construction = "coordination";
  } else if (tree_->is(v, "xcomp") || tree_->is(v, "ccomp")) {
    found = controllers(h, tree_->token(h).lemma != "promise", depth);
  } else if (tree_->is(v, "advcl") || tree_->is(v, "obl")) {
    // *accused X of doing*, *prevented X from doing*: the object; *X did A by doing, to do, doing B*: the subject.
    const bool to_object = (is_clause_preposition_of_object(marker) && tree_->is_gerund(v)) ||
                           (tree_->is_infinitive(v) && governs_infinitives(h));
    if (const std::int32_t r = tree_->is_infinitive(v) ? recipient(h) : kNoToken; r != kNoToken)
      return {{static_cast<std::uint32_t>(r), "object control", 1}};
    found = controllers(h, to_object, depth);
    if (tree_->is_gerund(v) && follows_comma(v)) put_agent_first(h, found);
    construction = to_object ? "object control" : "adverbial clause";
    if (!to_object && tree_->is_verb(h) && !tree_->is_passive(h) && tree_->is(v, "advcl") &&
        !(tree_->is_gerund(v) && follows_comma(v))) {
      // *tightened the rules to cover X*: the rules cover, if the subject is not of the kind
      for (Surface s : controllers(h, true, depth)) {
        if (s.construction == "object control") found.push_back({s.token, s.construction, s.cost + 1});
      }
    }
  } else if (tree_->is(v, "parataxis") && tree_->token(h).upos == Upos::NOUN && h < v && tree_->head(h) == kNoToken &&
             !tree_->is_copular(h) && !tree_->is_infinitive(v)) {
    return {{h, "active", 1}};  // a long subject that the parser took for the root: *These rules, which ..., hit X*
  } else {
    return {};
  }
  for (Surface& s : found) {
    s.cost += cost;
    if (s.construction != "object control") s.construction = construction;
  }
  return found;
}

std::vector<Grammar::Surface> Grammar::objects(std::uint32_t v, int depth) const {
  std::vector<Surface> result;
  const bool passive = tree_->is_passive(v);
  if (passive && depth < kMaxDepth) {
    for (const Surface& s : surface_subjects(v, depth)) {
      result.push_back({s.token, s.construction == "active" ? "passive" : s.construction, s.cost});
    }
  }
  for (const std::uint32_t c : tree_->children(v)) {  // *fined X a billion*: whichever of the two is of the kind
    if (tree_->is(c, "iobj")) result.push_back({c, "active", 1});
    if (!tree_->is(c, "obj")) continue;
    const std::int32_t r = tree_->referent(c);
    if (r == kNoToken) continue;
    const bool relative = r != static_cast<std::int32_t>(c);
    result.push_back({static_cast<std::uint32_t>(r), relative ? "object relative" : "active", passive ? 1 : 0});
  }
  if (!result.empty() || passive || depth >= kMaxDepth) return result;
  for (const std::uint32_t c : tree_->children(v)) {  // *targets not just Acme*: a name is no predicate
    if (tree_->is(c, "xcomp") && tree_->token(c).upos == Upos::PROPN && c > v) return {{c, "active", 1}};
  }
  const std::int32_t up = tree_->head(v);
  // *chips that X makes*, *chips X plans to make*: the gap is the antecedent, when the clause has its own subject.
  std::uint32_t top = v;
  while (tree_->is(top, "xcomp") && tree_->head(top) != kNoToken && tree_->child(top, "obj") == kNoToken)
    top = static_cast<std::uint32_t>(tree_->head(top));
  if (tree_->token(top).deprel == "acl:relcl" && tree_->child(top, "obj") == kNoToken && tree_->head(top) != kNoToken) {
    bool own_subject = false;
    bool relative_used = false;
    for (const std::uint32_t c : tree_->children(top)) {
      if (tree_->is(c, "nsubj")) own_subject |= !tree_->is_relative_pronoun(c);
      if (tree_->is(c, "obl") || tree_->is(c, "advmod") || tree_->is(c, "nmod"))
        relative_used |= tree_->is_relative_pronoun(c);
    }
    if (own_subject && !relative_used) return {{static_cast<std::uint32_t>(tree_->head(top)), "object relative", 1}};
  }
  // *designs and makes chips*: the object stands after the last verb, and belongs to each.
  if (tree_->is(v, "conj") && up != kNoToken && tree_->is_verb(static_cast<std::uint32_t>(up))) {
    for (const std::uint32_t c : tree_->children(static_cast<std::uint32_t>(up))) {
      if (tree_->is(c, "obj") && c > v) result.push_back({c, "coordination", 1});
    }
    return result;
  }
  for (const std::uint32_t c : tree_->children(v)) {
    if (!tree_->is(c, "conj") || !tree_->is_verb(c) || has_own_subject(c) || c > v + 4) continue;
    bool adjacent = true;
    for (const std::uint32_t d : tree_->children(v))
      adjacent &= !(d > v && d < c && (tree_->is(d, "obl") || tree_->is(d, "xcomp") || tree_->is(d, "ccomp")));
    const std::int32_t o = tree_->child(c, "obj");
    if (adjacent && o != kNoToken) return {{static_cast<std::uint32_t>(o), "coordination", 1}};
  }
  return result;
}

void Grammar::add_oblique(std::uint32_t dependent, int cost, std::string_view construction, Fillers& out) const {
  std::string preposition = tree_->preposition(dependent);
  if (preposition.empty()) return;
  const std::int32_t r = tree_->referent(dependent);
  if (r == kNoToken) return;
  out.push_back({Function::Preposition, std::move(preposition), static_cast<std::uint32_t>(r), construction, cost});
}

void Grammar::add_verb(std::uint32_t v, Fillers& out) const {
  const bool passive = tree_->is_passive(v);
  if (passive) {
    for (const std::uint32_t c : tree_->children(v)) {
      if (!tree_->is(c, "obl") || tree_->preposition(c) != "by" || tree_->is_verb(c)) continue;
      if (const std::int32_t r = tree_->referent(c); r != kNoToken)
        out.push_back({Function::Subject, {}, static_cast<std::uint32_t>(r), "passive", 0});
    }
  } else {
    for (const Surface& s : surface_subjects(v, 0))
      out.push_back({Function::Subject, {}, s.token, s.construction, s.cost});
  }
  for (const Surface& s : objects(v, 0)) out.push_back({Function::Object, {}, s.token, s.construction, s.cost});

  for (const std::uint32_t c : tree_->children(v)) {
    if (tree_->is(c, "iobj")) out.push_back({Function::IndirectObject, {}, c, "active", 0});
    add_clause_paths(c, out);
    if (tree_->is(c, "xcomp") || (tree_->is(c, "advcl") && tree_->is_infinitive(c))) {
      const int cost = tree_->is(c, "xcomp") ? 0 : 1;
      const bool clause = tree_->is_verb(c) || tree_->is_infinitive(c);
      out.push_back({clause ? Function::Xcomp : Function::Complement, {}, c, "complement", cost});
    }
    if (tree_->is(c, "ccomp") || tree_->is(c, "parataxis"))
      out.push_back({Function::Ccomp, {}, c, "complement", tree_->is(c, "ccomp") ? 0 : 1});
    if (tree_->is(c, "obl") || tree_->is(c, "nmod")) {
      add_oblique(c, 0, passive ? "passive" : "active", out);
      add_phrase_paths(c, passive ? "passive" : "active", out);
      if (tree_->preposition(c) == "as") out.push_back({Function::Complement, {}, c, "as", 0});
    }
    if (tree_->is(v, "amod") && c < v && !tree_->is(c, "punct") && tree_->is_nominal(c)) {
      out.push_back({Function::Modifier, {}, c, "premodifier", 0});
      if (passive) out.push_back({Function::Subject, {}, c, "premodifier", 1});
    } else if (tree_->is(v, "amod") && c < v && tree_->token(c).upos == Upos::ADJ) {
      out.push_back({Function::Modifier, {}, c, "premodifier", 0});
      if (passive) out.push_back({Function::Subject, {}, c, "premodifier", 1});
    }
  }
  const std::int32_t up = tree_->head(v);
  if (tree_->is(v, "conj") && up != kNoToken && tree_->is_verb(static_cast<std::uint32_t>(up))) {
    for (const std::uint32_t c : tree_->children(static_cast<std::uint32_t>(up))) {
      if (tree_->is(c, "obl") && c > v) add_oblique(c, 1, "coordination", out);
    }
  }
  add_object_paths(out);
}

/// *resigned as head of X*, *as Polish minister*, *from her post at X*: *accounts for 5% of
/// sales*: "as of", "as possessor", "from at", "for of".
void Grammar::add_phrase_paths(std::uint32_t phrase, std::string_view construction, Fillers& out) const {
  const std::string preposition = tree_->preposition(phrase);
  if ((preposition != "as" && preposition != "from" && preposition != "for") ||
      tree_->token(phrase).upos == Upos::PROPN)
    return;
  for (const std::uint32_t c : tree_->children(phrase)) {
    const std::int32_t r = tree_->referent(c);
    if (r == kNoToken) continue;
    const bool before = c < phrase && (tree_->is(c, "amod") || tree_->is(c, "compound") || tree_->is(c, "nmod"));
    std::string path;
    if (before) path = " possessor";
    if (c > phrase && tree_->is(c, "nmod")) path = ' ' + tree_->preposition(c);
    if (path.size() > 1)
      out.push_back({Function::Preposition, preposition + path, static_cast<std::uint32_t>(r), construction,
                     before && !tree_->is(c, "nmod:poss") ? 1 : 0});
  }
}

void Grammar::add_clause_paths(std::uint32_t clause, Fillers& out) const {
  if (!tree_->is_verb(clause)) return;
  std::string label;
  if (tree_->is(clause, "xcomp") || (tree_->is(clause, "advcl") && tree_->is_infinitive(clause))) {
    label = "xcomp";
  } else if ((tree_->is(clause, "advcl") || tree_->is(clause, "obl")) && tree_->is_gerund(clause)) {
    label = tree_->marker(clause);
    if (!label.empty())  // *charged with smuggling chips*: what it says, not what it names
      out.push_back({Function::Preposition, label, clause, "complement", 0});
  }
  if (label.empty()) return;
  for (const Surface& s : objects(clause, 1))
    out.push_back({Function::Preposition, label + " object", s.token, "complement", s.cost});
  for (const std::uint32_t c : tree_->children(clause)) {
    const std::int32_t r = tree_->is(c, "obl") ? tree_->referent(c) : kNoToken;
    const std::string preposition = r == kNoToken ? std::string() : tree_->preposition(c);
    if (!preposition.empty())
      out.push_back({Function::Preposition, label + ' ' + preposition, static_cast<std::uint32_t>(r), "complement", 0});
  }
}

void Grammar::add_object_paths(Fillers& out) const {
  const std::size_t n = out.size();
  const auto has_object = [](const Filler& f) { return f.function == Function::Object; };
  const bool object_exists = std::any_of(out.begin(), out.end(), has_object);
  for (std::size_t i = 0; i < n; ++i) {
    if (object_exists && out[i].function == Function::Preposition && out[i].marker.find(' ') == std::string::npos) {
      const Filler phrase = out[i];  // on the verb, but said of its object as well: *makes chips for X*
      out.push_back(
          {Function::Preposition, "object " + phrase.marker, phrase.token, phrase.construction, phrase.cost + 1});
    }
    if (out[i].function != Function::Object) continue;
    const Filler object = out[i];
    for (const std::uint32_t c : tree_->children(object.token)) {
      const bool left = c < object.token;
      if (tree_->is(c, "nmod:poss") || (left && (tree_->is(c, "amod") || tree_->is(c, "compound")))) {
        const std::int32_t r = tree_->referent(c);
        const int cost = object.cost + (tree_->is(c, "nmod:poss") ? 0 : 1);
        if (r != kNoToken)
          out.push_back(
              {Function::Preposition, "object possessor", static_cast<std::uint32_t>(r), object.construction, cost});
      } else if (tree_->is(c, "acl") && tree_->is_gerund(c) && !tree_->marker(c).empty()) {
        out.push_back({Function::Preposition, tree_->marker(c), c, object.construction, object.cost + 1});
      } else if (tree_->is(c, "nmod") && !left) {
        // The phrase may belong to the verb as well: *sold chips to China* is often parsed as *chips to China*.
        const std::string preposition = tree_->preposition(c);
        const std::int32_t r = tree_->referent(c);
        if (preposition.empty() || r == kNoToken) continue;
        const auto token = static_cast<std::uint32_t>(r);
        out.push_back({Function::Preposition, preposition, token, object.construction, object.cost + 1});
        out.push_back({Function::Preposition, "object " + preposition, token, object.construction, object.cost});
        if (preposition != "of" && !(in_value(object.token) && preposition == "in"))
          continue;                                         // *5 million in aid to China*
        for (const std::uint32_t g : tree_->children(c)) {  // *a version of its chip to China*
          if (tree_->is(g, "nmod") && g > c) add_oblique(g, object.cost + 2, object.construction, out);
        }
      }
    }
  }
}

bool Grammar::in_value(std::uint32_t t) const {
  const std::vector<Value>& values = tree_->document().values;
  return std::any_of(values.begin(), values.end(), [&](const Value& v) { return v.tokens.contains(t); });
}

std::vector<std::uint32_t> Grammar::verbs_with_object(std::uint32_t noun) const {
  std::vector<std::uint32_t> verbs;
  std::uint32_t first = noun;  // of a coordination
  while (tree_->is(first, "conj") && tree_->head(first) != kNoToken)
    first = static_cast<std::uint32_t>(tree_->head(first));
  // *reported a rise in revenue*: revenue is reported
  if (tree_->is(first, "nmod") && tree_->preposition(first) == "in" &&
      names_figure(*ontology_, tree_->token(static_cast<std::uint32_t>(tree_->head(first))).lemma))
    first = static_cast<std::uint32_t>(tree_->head(first));
  // *provided 5 billion in aid*: aid is provided
  if (tree_->is(first, "nmod") && tree_->preposition(first) == "in" && tree_->head(first) != kNoToken &&
      in_value(static_cast<std::uint32_t>(tree_->head(first))))
    first = static_cast<std::uint32_t>(tree_->head(first));
  const std::int32_t up = tree_->head(first);
  if (up != kNoToken) {
    const auto h = static_cast<std::uint32_t>(up);
    // the same, with the phrase taken for the verb's
    const std::int32_t amount = tree_->is(first, "obl") && tree_->preposition(first) == "in" && tree_->is_verb(h)
                                    ? tree_->child(h, "obj")
                                    : kNoToken;
    if (amount != kNoToken && in_value(static_cast<std::uint32_t>(amount)) &&
        first - static_cast<std::uint32_t>(amount) <= 4)
      verbs.push_back(h);
    if (tree_->is_verb(h) && (tree_->is(first, "obj") || tree_->token(first).deprel == "nsubj:pass")) {
      verbs.push_back(h);
      for (const std::uint32_t c : tree_->children(h)) {
        if (tree_->is(c, "conj") && tree_->is_verb(c) && tree_->child(c, "obj") == kNoToken) verbs.push_back(c);
      }
    }
  }
  for (const std::uint32_t c : tree_->children(first)) {
    if (!tree_->is(c, "acl") || !tree_->is_verb(c)) continue;
    for (const Surface& s : objects(c, 0)) {
      if (s.token == first) verbs.push_back(c);
    }
  }
  return verbs;
}

std::int32_t Grammar::verb_with_phrase(std::uint32_t noun) const {
  if (tree_->preposition(noun).empty()) return kNoToken;
  if (tree_->is_copular(noun)) return static_cast<std::int32_t>(noun);
  const std::int32_t up = tree_->head(noun);
  const bool of_verb = up != kNoToken && tree_->is(noun, "obl") && tree_->is_verb(static_cast<std::uint32_t>(up));
  return of_verb ? up : kNoToken;
}

}  // namespace triplewright::extract
