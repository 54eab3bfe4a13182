#include "link/selection.h"

#include <algorithm>
#include <optional>

#include "text/normalize.h"

namespace triplewright::link {

namespace {

constexpr double kLeastWeight = 0.5;  // rarer senses say nothing

/// The place in a frame that the name fills, and the word whose frame it is.
struct Place {
  std::uint32_t governor = 0;
  SyntacticArgument argument;
  PartOfSpeech pos = PartOfSpeech::Verb;
};

/// *Acme, founded in 1990*, *Jo Doe (born 1951)*: the participle that hangs on the name.
std::optional<Place> place_of_participle(const Document& document, const text::Syntax& syntax, const Mention& name) {
  for (const std::uint32_t c : syntax.children(name.head)) {
    const bool after = c > name.tokens.end && c <= name.tokens.end + 1;
    const std::string_view before = after ? document.form(c - 1) : std::string_view();
    const bool said = syntax.relation(c) == "acl" || syntax.relation(c) == "parataxis";
    if (said && (before == "(" || before == ",") && document.tokens[c].xpos == "VBN")
      return Place{c, {Function::Object, ""}, PartOfSpeech::Verb};
  }
  return std::nullopt;
}

std::optional<Place> place_of(const Document& document, const text::Syntax& syntax, const Mention& name) {
  if (auto place = place_of_participle(document, syntax, name)) return place;
  const std::uint32_t head = syntax.first_conjunct(name.head);
  const Token& token = document.tokens[head];
  if (token.head < 0) return std::nullopt;
  const auto governor = static_cast<std::uint32_t>(token.head);
  const Token& above = document.tokens[governor];
  const std::string_view relation = syntax.relation(head);
  const bool noun = above.upos == Upos::NOUN || above.upos == Upos::PROPN;
  if (!noun && above.upos != Upos::VERB) return std::nullopt;
  Place place{governor, {}, noun ? PartOfSpeech::Noun : PartOfSpeech::Verb};
  const auto is = [&](Function function) {
    place.argument.function = function;
    return place;
  };
  if (relation == "nsubj") {
    if (noun) return syntax.child(governor, "cop") >= 0 ? std::optional(is(Function::Self)) : std::nullopt;
    return is(token.deprel == "nsubj:pass" ? Function::Object : Function::Subject);
  }
  if (relation == "obj" && !noun) return is(Function::Object);
  if (token.deprel == "nmod:poss") return is(Function::Possessor);
  if (relation == "obl" || relation == "nmod") {
    place.argument.marker = syntax.preposition(head);
    if (place.argument.marker.empty() || token.deprel == "obl:agent") return std::nullopt;
    return is(Function::Preposition);
  }
  return std::nullopt;
}

/// The one of the three kinds that the classes allow; Other for none, nothing for several.
std::optional<Kind> only_kind(const Kinds& kinds, const std::vector<std::string>& classes) {
  Kind found = Kind::Other;
  for (const std::string& c : classes) {
    const Kind kind = kinds.kind_of(c);
    if (c == kinds.agent() || c == kinds.geopolitical()) return std::nullopt;
    if (kind != Kind::Person && kind != Kind::Organization && kind != Kind::Place) continue;
    if (found != Kind::Other && found != kind) return std::nullopt;
    found = kind;
  }
  return found;
}

/// The other words of an entry stand before its last: *chief executive officer*.
bool words_stand(const Document& document, const text::Syntax& syntax, std::uint32_t last, const LexicalEntry& entry) {
  std::uint32_t at = last;
  for (std::size_t i = entry.lemmas.size() - 1; i-- > 0;) {
    if (at == 0) return false;
    --at;
    while (at > 0 && document.form(at) == "-") --at;  // *wholly-owned subsidiary*
    if (syntax.lower(at) != entry.lemmas[i] && text::lower(document.tokens[at].lemma) != entry.lemmas[i]) return false;
  }
  return true;
}

/// The entries of the longest words that stand here; verbs of one word alone.
std::vector<const LexicalEntry*> entries_of(const Document& document, const text::Syntax& syntax,
                                            const Ontology& ontology, const Place& place) {
  std::vector<const LexicalEntry*> found;
  std::size_t longest = 1;
  for (const LexicalEntry* entry : ontology.entries(text::lower(document.tokens[place.governor].lemma), place.pos)) {
    const std::size_t words = entry->lemmas.size();
    if (words > 1 && (place.pos != PartOfSpeech::Noun || !words_stand(document, syntax, place.governor, *entry)))
      continue;
    found.push_back(entry);
    longest = std::max(longest, words);
  }
  std::erase_if(found, [&](const LexicalEntry* entry) { return entry->lemmas.size() < longest; });
  return found;
}

/// *introduced a phone*, *introduced a law*: every sense of the verb takes an offering, or else a policy, which has
/// hardly a name that is new.
bool selects_offering(const Kinds& kinds, const std::vector<const LexicalEntry*>& entries, const Place& place) {
  bool offering = false;
  for (const LexicalEntry* entry : entries) {
    for (const Sense& sense : entry->senses) {
      if (sense.kind != Sense::Kind::Property || sense.weight < kLeastWeight) continue;
      if (std::find(sense.object.begin(), sense.object.end(), place.argument) == sense.object.end()) continue;
      if (sense.object_classes.empty()) return false;
      const auto is = [&](Kind kind) {
        return std::any_of(sense.object_classes.begin(), sense.object_classes.end(),
                           [&](const std::string& c) { return kinds.kind_of(c) == kind; });
      };
      if (!is(Kind::Offering) && !is(Kind::Policy)) return false;
      const bool agent = std::find(sense.object_classes.begin(), sense.object_classes.end(), kinds.agent()) !=
                         sense.object_classes.end();
      if (agent || is(Kind::Organization) || is(Kind::Place) || is(Kind::Person)) return false;
      offering = offering || (is(Kind::Offering) && !is(Kind::Event));
    }
  }
  return offering;
}

}  // namespace

Kind selected_kind(const Document& document, const text::Syntax& syntax, const Kinds& kinds, const Mention& name) {
  const auto place = place_of(document, syntax, name);
  if (!place) return Kind::Other;
  const Ontology& ontology = kinds.ontology();
  Kind found = Kind::Other;
  const std::vector<const LexicalEntry*> entries = entries_of(document, syntax, ontology, *place);
  const bool object = place->pos == PartOfSpeech::Verb && place->argument.function == Function::Object;
  if (object && name.type != NameType::Person && selects_offering(kinds, entries, *place)) return Kind::Offering;
  for (const LexicalEntry* entry : entries) {
    for (const Sense& sense : entry->senses) {
      if (sense.kind != Sense::Kind::Property || sense.weight < kLeastWeight) continue;
      const OntologyProperty* property = ontology.find_property(sense.reference);
      if (property == nullptr) continue;
      const auto wants = [&](const std::vector<SyntacticArgument>& arguments) {
        return std::find(arguments.begin(), arguments.end(), place->argument) != arguments.end();
      };
      const std::vector<std::string>* classes = nullptr;
      if (wants(sense.subject))
        classes = sense.subject_classes.empty() ? &property->domain : &sense.subject_classes;
      else if (wants(sense.object))
        classes = sense.object_classes.empty() ? &property->range : &sense.object_classes;
      if (classes == nullptr) continue;
      const auto kind = only_kind(kinds, *classes);
      if (!kind || *kind == Kind::Other || (found != Kind::Other && found != *kind)) return Kind::Other;
      found = *kind;
    }
  }
  return found;
}

}  // namespace triplewright::link
