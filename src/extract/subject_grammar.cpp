// Whose a verb is: subjects in every kind of clause, controlled, inherited and shared.
#include <algorithm>

#include "extract/grammar.h"
#include "extract/operators.h"
#include "text/marks.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

bool is_clause_preposition_of_object(std::string_view marker) {
  return marker == "of" || marker == "from" || marker == "into" || marker == "against" || marker == "for";
}

}  // namespace

bool Grammar::governs(std::uint32_t word, PartOfSpeech pos, const SyntacticArgument& argument) const {
  return text::any_sense(*ontology_, text::lower(tree_->token(word).lemma), pos, false, [&](const Sense& sense) {
    return text::is_stance(sense) && text::holds(sense.object, argument);
  });
}

bool Grammar::governs_infinitives(std::uint32_t verb) const {
  return tree_->is_verb(verb) && governs(verb, PartOfSpeech::Verb, {Function::Xcomp, ""});
}

bool Grammar::has_own_subject(std::uint32_t v) const {
  for (const std::uint32_t c : tree_->children(v)) {
    if (tree_->is(c, "nsubj") || tree_->is(c, "csubj") || tree_->is(c, "expl")) return true;
  }
  return false;
}

/// A noun by which the lexicon says what somebody is to another: *a supplier of X*.
bool Grammar::names_role(std::uint32_t noun) const {
  return extract::names_role(*ontology_, text::lower(tree_->token(noun).lemma));
}

bool Grammar::may_describe_other(std::uint32_t noun, std::uint32_t pronoun) const {
  const std::int32_t up = tree_->head(noun);
  if (up == kNoToken || !tree_->is(noun, "nmod") || tree_->preposition(noun) != "of" || pronoun == 0) return false;
  const auto head = static_cast<std::uint32_t>(up);
  if (tree_->token(pronoun - 1).upos != Upos::PUNCT || !names_role(head)) return false;
  const std::int32_t article = tree_->child(head, "det");
  if (article == kNoToken) return false;
  const std::string& lemma = tree_->token(static_cast<std::uint32_t>(article)).lemma;
  return lemma == "a" || lemma == "an";
}

std::vector<Grammar::Surface> Grammar::surface_subjects(std::uint32_t v, int depth) const {
  std::vector<Surface> result;
  for (const std::uint32_t c : tree_->children(v)) {
    if (!tree_->is(c, "nsubj") || tree_->token(c).deprel == "nsubj:outer") continue;
    const std::int32_t r = tree_->referent(c);
    if (r == kNoToken) continue;
    const bool relative = r != static_cast<std::int32_t>(c);
    if (relative && may_describe_other(static_cast<std::uint32_t>(r), c)) continue;
    result.push_back({static_cast<std::uint32_t>(r), relative ? "relative clause" : "active", 0});
    if (relative && in_value(static_cast<std::uint32_t>(r))) {  // *the sanctions of five years ago, which*
      std::int32_t up = tree_->head(static_cast<std::uint32_t>(r));
      for (int cost = 1; up != kNoToken && tree_->is_nominal(static_cast<std::uint32_t>(up)) && cost <= 2; ++cost) {
        result.push_back({static_cast<std::uint32_t>(up), "relative clause", cost});
        up = tree_->head(static_cast<std::uint32_t>(up));
      }
    }
    if (relative && !names_role(static_cast<std::uint32_t>(r))) {  // *the introduction of sanctions, which*
      for (const std::uint32_t m : tree_->children(static_cast<std::uint32_t>(r))) {
        if (tree_->is(m, "nmod") && m > static_cast<std::uint32_t>(r) && m < v && tree_->preposition(m) == "of")
          result.push_back({m, "relative clause", 1});
      }
    }
    if (const std::int32_t d = relative ? described(static_cast<std::uint32_t>(r)) : kNoToken; d != kNoToken) {
      result.front().cost += 1;  // *Acme is a firm that*: Acme is meant, if it is of the kind
      result.insert(result.begin(), {static_cast<std::uint32_t>(d), "relative clause", 0});
    }
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
    const bool name =
        upos == Upos::PROPN ||
        (tree_->is(c, "amod") && upos == Upos::ADJ && tree_->document().form(c) != tree_->lower(c)) ||
        (upos == Upos::NOUN && is_agent_noun(*ontology_, tree_->token(c).lemma));  // *a government plan to*
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
  if (tree_->is_copular(noun) && !tree_->preposition(noun).empty()) {  // *is in talks to sell*, *is on course to win*
    for (const Surface& s : surface_subjects(noun, depth))
      result.push_back({s.token, "infinitive of a noun", s.cost + 1});
    return result;
  }
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
    // *accused X of being*, hung on X
    if (!marker.empty() && tree_->is_copular(v) && tree_->is(h, "obj") && !tree_->is_infinitive(v))
      return {{h, "object control", 1}};
    const bool of_noun = tree_->is_infinitive(v) || (tree_->is_gerund(v) && !marker.empty());
    if (!of_noun) {
      // *the launch of a phone featuring X*: the nouns further down, if the first is not of the kind
      const std::int32_t d = described(h);
      if (d != kNoToken) found.push_back({static_cast<std::uint32_t>(d), "participle", 0});
      found.push_back({h, "participle", d != kNoToken ? 1 : 0});
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
                                   tree_->has_feature(c, "NumType=Ord") || tree_->token(c).lemma == "late" ||
                                   text::is_digit(tree_->lower(c).front())))
        return {{h, "infinitive of a noun", 1}};
    }
    if (tree_->is_gerund(v) && marker == "on" && !governs(h, PartOfSpeech::Noun, {Function::Preposition, marker}))
      return {};                                   // *imposes a ban on selling*: on others
    if (tree_->is_gerund(v) && marker == "for") {  // *sanctions on Iran for supplying Russia*
      for (const std::uint32_t c : tree_->children(h)) {
        const std::string preposition = tree_->is(c, "nmod") && c < v ? tree_->preposition(c) : std::string();
        if (preposition == "on" || preposition == "against") return {{c, "object control", 1}};
      }
    }
    return noun_controllers(h, depth);
  }
  if (tree_->is(v, "amod")) return {{h, "premodifier", 0}};
  if (tree_->is(v, "conj")) {
    if (!tree_->is_verb(h) && !tree_->is_copular(h) && tree_->token(h).upos != Upos::ADJ) return {};
    found = surface_subjects(h, depth);
    construction = "coordination";
  } else if (tree_->is(v, "ccomp") && tree_->is(h, "acl:relcl") && !tree_->is_infinitive(v) && !tree_->is_gerund(v) &&
             tree_->child(h, "nsubj") != kNoToken && tree_->child(h, "obj") == kNoToken) {
    // *a firm it said was run by X*: what the clause within lacks is the noun
    return {{static_cast<std::uint32_t>(tree_->head(h)), "relative clause", 1}};
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
  } else if (tree_->is(v, "parataxis") && h < v && tree_->is_verb(h) && tree_->document().form(v - 1) == "," &&
             !tree_->is_infinitive(v) && !tree_->is_gerund(v)) {
    found = surface_subjects(h, depth);  // *Acme is based in Ostia, has plants in Norvik, and employs 300*
    construction = "coordination";
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

}  // namespace triplewright::extract
