// Verbs: objects in every kind of clause, obliques, and what is reached through an object or the clause below.
#include <algorithm>

#include "extract/grammar.h"
#include "extract/operators.h"

namespace triplewright::extract {

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
  if (preposition == ",") preposition = "in";  // *(born 4 May 1957, London)*, as repaired
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
  if (passive && tree_->child(v, "obj") != kNoToken) {  // *Acme was awarded a contract*
    for (const Surface& s : surface_subjects(v, 0))
      out.push_back({Function::IndirectObject, {}, s.token, "passive", s.cost});
  }

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
  // *a Kiel based company*, both words hung on the noun
  if (tree_->is(v, "amod") && v > 0 && tree_->head(v - 1) == up && tree_->token(v - 1).upos == Upos::PROPN &&
      (tree_->is(v - 1, "compound") || tree_->is(v - 1, "nmod")))
    out.push_back({Function::Modifier, {}, v - 1, "premodifier", 0});
  if (tree_->is(v, "conj") && up != kNoToken && tree_->is_verb(static_cast<std::uint32_t>(up))) {
    for (const std::uint32_t c : tree_->children(static_cast<std::uint32_t>(up))) {
      if (tree_->is(c, "obl") && c > v) add_oblique(c, 1, "coordination", out);
    }
  }
  // *born and raised in X*: what stands after two verbs side by side belongs to both
  for (const std::uint32_t c : tree_->children(v)) {
    if (c != v + 2 || !tree_->is(c, "conj") || !tree_->is_verb(c) || tree_->token(v + 1).upos != Upos::CCONJ) continue;
    for (const std::uint32_t phrase : tree_->children(c)) {
      if (phrase > c && tree_->is(phrase, "obl")) add_oblique(phrase, 1, "coordination", out);
    }
  }
  add_subject_paths(out);
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
    if (preposition.empty()) continue;
    std::string path = label;
    path.append(" ").append(preposition);
    out.push_back({Function::Preposition, std::move(path), static_cast<std::uint32_t>(r), "complement", 0});
  }
}

/// *Acme's phone features a chip from X*: "subject possessor".
void Grammar::add_subject_paths(Fillers& out) const {
  const std::size_t n = out.size();
  for (std::size_t i = 0; i < n; ++i) {
    if (out[i].function != Function::Subject) continue;
    const Filler subject = out[i];
    for (const std::uint32_t c : tree_->children(subject.token)) {
      const std::int32_t r = tree_->is(c, "nmod:poss") ? tree_->referent(c) : kNoToken;
      if (r != kNoToken)
        out.push_back({Function::Preposition, "subject possessor", static_cast<std::uint32_t>(r), subject.construction,
                       subject.cost});
    }
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
