// Posts: of whom they are when another word says so.
#include <algorithm>

#include "extract/grammar.h"
#include "extract/operators.h"
#include "extract/vocabulary.h"
#include "text/normalize.h"

namespace triplewright::extract {

bool Grammar::gives_post(std::uint32_t verb) const {
  for (const LexicalEntry* entry : ontology_->entries(text::lower(tree_->token(verb).lemma), PartOfSpeech::Verb)) {
    for (const Sense& sense : entry->senses) {
      if (sense.kind != Sense::Kind::Property) continue;
      for (const Sense::Role& role : sense.roles) {
        const bool post = std::any_of(role.arguments.begin(), role.arguments.end(),
                                      [](const SyntacticArgument& a) { return a.function == Function::Complement; });
        if (post && is_tw(role.property, "role")) return true;
      }
    }
  }
  return false;
}

/// *Acme hired X as chief executive*: of Acme, unless the noun says of whom.
void Grammar::add_appointing(std::uint32_t n, Fillers& out) const {
  const std::int32_t up = tree_->head(n);
  if (up == kNoToken || !tree_->is_verb(static_cast<std::uint32_t>(up))) return;
  const auto v = static_cast<std::uint32_t>(up);
  const bool post = tree_->is(n, "xcomp") || (tree_->is(n, "obl") && tree_->preposition(n) == "as");
  if (!post || tree_->is_passive(v) || !gives_post(v)) return;
  const bool own = std::any_of(out.begin(), out.end(), [&](const Filler& f) {
    return f.function == Function::Possessor || f.function == Function::Preposition ||
           (f.function == Function::Modifier && tree_->token(f.token).upos == Upos::PROPN);
  });
  if (own) return;
  for (const Surface& s : surface_subjects(v, 0))
    out.push_back({Function::Possessor, {}, s.token, "appointment", s.cost + 1});
}

/// *Norland, where the leader is Jo Doe and the capital is Kiel*: Norland's, as long as nobody else's.
void Grammar::add_place_of_clause(std::uint32_t n, Fillers& out) const {
  const std::int32_t up = tree_->head(n);
  if (up == kNoToken || !tree_->is(n, "nsubj") || !tree_->is_copular(static_cast<std::uint32_t>(up))) return;
  for (const std::uint32_t c : tree_->children(n)) {
    if (tree_->is(c, "nmod") || tree_->is(c, "nmod:poss") || tree_->is(c, "compound")) return;
  }
  auto clause = static_cast<std::uint32_t>(up);
  while (tree_->is(clause, "conj") && tree_->head(clause) != kNoToken)
    clause = static_cast<std::uint32_t>(tree_->head(clause));
  if (!tree_->is(clause, "acl:relcl") || tree_->head(clause) == kNoToken) return;
  const bool where = std::any_of(tree_->children(clause).begin(), tree_->children(clause).end(), [&](std::uint32_t c) {
    return tree_->is(c, "advmod") && tree_->token(c).lemma == "where";
  });
  if (where)
    out.push_back({Function::Possessor, {}, static_cast<std::uint32_t>(tree_->head(clause)), "relative clause", 1});
}

/// *Acme cut jobs under its chief executive X*, *Acme under CEO X*: who acts or is named there is whom X leads.
void Grammar::add_led(std::uint32_t n, Fillers& out) const {
  std::uint32_t name = n;
  if ((tree_->is(n, "nmod:desc") || tree_->is(n, "compound")) && tree_->head(n) > static_cast<std::int32_t>(n))
    name = static_cast<std::uint32_t>(tree_->head(n));
  if (tree_->is(name, "nmod") && tree_->preposition(name) == "of" && tree_->head(name) != kNoToken)
    name = static_cast<std::uint32_t>(tree_->head(name));  // *under the leadership of CEO X*
  const std::int32_t up = tree_->head(name);
  if (up == kNoToken || tree_->preposition(name) != "under" || names_figure(*ontology_, tree_->token(n).lemma))
    return;  // *children under the age of two*
  const auto h = static_cast<std::uint32_t>(up);
  if (tree_->is(name, "nmod")) {
    out.push_back({Function::Possessor, {}, h, "under", 1});
  } else if (tree_->is(name, "obl") && tree_->is_verb(h)) {
    for (const Surface& s : surface_subjects(h, 0))
      out.push_back({Function::Possessor, {}, s.token, "under", s.cost + 1});
  }
}

}  // namespace triplewright::extract
