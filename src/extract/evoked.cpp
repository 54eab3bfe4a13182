// Things that a class noun evokes: what is said of them within their noun phrase.
#include <algorithm>

#include "extract/amounts.h"
#include "extract/choices.h"
#include "extract/frames.h"
#include "extract/qualify.h"

namespace triplewright::extract {

namespace {

/// *the China ban* is on China, *the Chinese ban* and *the US ban* are by them: a country's plain name before a noun,
/// in the adjective's place, is no issuer.
bool is_plain_place(const Context& x, const Choice& choice) {
  if (choice.construction != "compound") return false;
  const std::int32_t m = x.resolver.mention_at(choice.token);
  if (m < 0 || x.document.mentions[static_cast<std::size_t>(m)].attributive.empty()) return false;
  if (x.tree.token(choice.token).upos == Upos::ADJ) return false;
  const std::string_view form = x.document.form(choice.token);
  const bool acronym = std::none_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  // One that says its own name: the base's label for it, not another word such as "Chinese".
  return !acronym && !choice.ends.empty() && choice.ends.front().argument.kind == Argument::Kind::Entity &&
         x.document.entities[choice.ends.front().argument.index].name == form;
}

/// *Ostia could answer US tariffs*: that it could is no doubt about the tariffs. A thing that is new with the clause
/// (*could lead to a ban*) or that its own verb makes so (*considers bans*) has the doubt for itself.
bool is_of_clause(const Context& x, std::uint32_t noun, std::uint32_t stance_at, Factuality factuality) {
  const bool doubt =
      factuality == Factuality::Possible || factuality == Factuality::Planned || factuality == Factuality::Predicted;
  if (!doubt || stance_at != noun) return false;
  for (const std::uint32_t c : x.tree.children(noun)) {
    const std::string& lemma = x.tree.token(c).lemma;
    if (c < noun && (lemma == "a" || lemma == "an" || lemma == "new" || lemma == "further" || lemma == "more"))
      return false;
  }
  std::uint32_t verb = noun;
  while (!x.tree.is_verb(verb) && x.tree.head(verb) != kNoToken) verb = static_cast<std::uint32_t>(x.tree.head(verb));
  return x.tree.is_verb(verb) && x.stance.at(verb).factuality == factuality;
}

/// *looked at sites for a factory in Ostia*: one that nobody says is there.
bool is_only_meant(const Context& x, std::uint32_t noun) {
  if (!x.tree.is(noun, "nmod") && !x.tree.is(noun, "obl")) return false;
  const std::string preposition = x.tree.preposition(noun);
  const std::int32_t article = x.tree.child(noun, "det");
  return article != kNoToken && (preposition == "for" || preposition == "about" || preposition == "on") &&
         x.tree.token(static_cast<std::uint32_t>(article)).lemma == "a";
}

}  // namespace

void match_evoked(const Context& x, std::uint32_t noun, const EntryMatch& match, std::vector<Candidate>& out) {
  const std::int32_t m = x.resolver.mention_at(noun);
  if (m < 0 || match.pos != PartOfSpeech::Noun) return;
  const Mention& mention = x.document.mentions[static_cast<std::size_t>(m)];
  if (mention.entity < 0 || mention.kind != MentionKind::Nominal) return;
  End self = x.resolver.entity(static_cast<std::uint32_t>(mention.entity), mention.tokens);
  const Entity& entity = x.document.entities[static_cast<std::size_t>(mention.entity)];
  if (entity.kind == EntityKind::Concept) return;
  // *Acme is under investigation*: a firm is none
  if (entity.kind == EntityKind::Named && !x.resolver.may_be_instance(noun, self)) return;
  self.mention = m;
  if (is_only_meant(x, noun)) return;
  std::vector<Filler> fillers = x.grammar.fillers(noun, PartOfSpeech::Noun);
  const std::uint32_t verb = support_verb(x, noun, *match.entry, fillers);
  const std::uint32_t stance_at = verb != noun && x.stance.shades_object(verb, noun, false) ? noun : verb;
  for (const Sense& sense : match.entry->senses) {
    if (sense.kind != Sense::Kind::Class) continue;
    for (const Sense::Role& role : sense.roles) {
      const OntologyProperty* property = x.ontology.find_property(role.property);
      if (property == nullptr) continue;
      if (property->takes_value) {
        for (const SyntacticArgument& argument : role.arguments) {
          const std::optional<End> value = value_filler(x, noun, match.pos, fillers, argument, property);
          if (!value) continue;
          Sense of_role;
          of_role.reference = role.property;
          Candidate c = make_candidate(x, noun, match, of_role, self, *value, value->cost, "evoked");
          set_stance(x, stance_at, of_role, c.claim);
          out.push_back(std::move(c));
          break;
        }
        continue;
      }
      Refusal refusal;
      const std::vector<Choice> found =
          choices(x, noun, fillers, role.arguments, role.inverse ? property->domain : property->range,
                  role.inverse ? sense.subject_classes : sense.object_classes,
                  role.inverse ? Side::Subject : Side::Object, false, refusal);
      for (const Choice& choice : found) {
        if (role.inverse && is_plain_place(x, choice)) continue;
        if (choice.cost > found.front().cost + 0.6) break;
        Sense of_role;
        of_role.reference = role.property;
        of_role.weight = sense.weight;
        for (const End& end : choice.ends) {
          if (same_thing(end.argument, self.argument)) continue;
          Candidate c = role.inverse ? make_candidate(x, noun, match, of_role, end, self, choice.cost, "evoked")
                                     : make_candidate(x, noun, match, of_role, self, end, choice.cost, "evoked");
          set_stance(x, stance_at, of_role, c.claim);
          if (is_of_clause(x, noun, stance_at, c.claim.evidence.factuality)) {
            x.drop(noun, match.entry->iri, "presupposed", of_role.reference);
            continue;
          }
          if (c.claim.evidence.factuality ==
              Factuality::Denied) {  // *did not lift the ban on X*: nothing is said of it
            x.drop(noun, match.entry->iri, "denied", of_role.reference);
            continue;
          }
          add_times(x, noun, PartOfSpeech::Noun, c.claim);
          normalize_qualifiers(c.claim);
          out.push_back(std::move(c));
        }
        if (!role.inverse) continue;
        break;
      }
    }
  }
}

}  // namespace triplewright::extract
