#include "ontology/nouns.h"

#include <algorithm>
#include <tuple>

#include "ontology/vocabulary.h"

namespace triplewright::ontology {

namespace {

using Arguments = std::vector<SyntacticArgument>;

SyntacticArgument preposition(const char* marker) {
  return {Function::Preposition, marker};
}

/// Each argument of the verb replaced by those that express it on the noun.
template <typename Replace>
Arguments map(const Arguments& verb, Replace replace) {
  Arguments noun;
  for (const SyntacticArgument& argument : verb) {
    const Arguments instead = replace(argument);
    noun.insert(noun.end(), instead.begin(), instead.end());
  }
  order(noun);
  return noun;
}

/// Where an argument of a verb stands at a noun made from it: its object in an *of*-phrase or before the noun.
Arguments below_noun(const SyntacticArgument& a) {
  switch (a.function) {
    case Function::Object:
      return {preposition("of"), {Function::Possessor, {}}, {Function::Modifier, {}}};
    case Function::IndirectObject:
      return {preposition("to")};
    default:
      return {a};
  }
}

/// *Nvidia's acquisition of Mellanox*, *acquisition by Nvidia*, *the Mellanox acquisition*. With a support verb its
/// subject is the noun's: *X placed an order*.
Sense nominalize(Sense sense, bool has_support_verb) {
  const auto replace = [&](const SyntacticArgument& a) -> Arguments {
    if (a.function != Function::Subject) return below_noun(a);
    Arguments noun = {preposition("by"), {Function::Possessor, {}}, {Function::Modifier, {}}};
    if (has_support_verb) noun.push_back(a);
    return noun;
  };
  sense.subject = map(sense.subject, replace);
  sense.object = map(sense.object, replace);
  for (Sense::Role& role : sense.roles) role.arguments = map(role.arguments, replace);
  return sense;
}

/// *supplier of chips*, *chip supplier*: the noun is the verb's subject. An end that the verb marks with a preposition
/// may be a possessor as well: who supplies *to* Apple is Apple's supplier. It is no modifier: a Chinese exporter does
/// not export to China.
Sense to_agent_noun(Sense sense) {
  const auto replace = [](const SyntacticArgument& a) -> Arguments {
    return a.function == Function::Subject ? Arguments{{Function::Self, {}}} : below_noun(a);
  };
  const bool marked = std::any_of(sense.object.begin(), sense.object.end(),
                                  [](const SyntacticArgument& a) { return a.function == Function::Preposition; });
  sense.subject = map(sense.subject, replace);
  sense.object = map(sense.object, replace);
  if (marked) {
    sense.object.push_back({Function::Possessor, {}});
    order(sense.object);
  }
  for (Sense::Role& role : sense.roles) role.arguments = map(role.arguments, replace);
  return sense;
}

}  // namespace

void order(std::vector<SyntacticArgument>& arguments) {
  std::sort(arguments.begin(), arguments.end());
  arguments.erase(std::unique(arguments.begin(), arguments.end()), arguments.end());
}

void order(std::vector<Sense>& senses) {
  const auto by_content = [](const Sense::Role& a, const Sense::Role& b) {
    return std::tie(a.property, a.inverse, a.arguments) < std::tie(b.property, b.inverse, b.arguments);
  };
  const auto key = [](const Sense& s) {
    return std::tie(s.reference, s.subject, s.object, s.subject_classes, s.object_classes, s.factuality);
  };
  std::stable_sort(senses.begin(), senses.end(), [&](const Sense& a, const Sense& b) {
    if (a.weight != b.weight) return a.weight > b.weight;
    if (key(a) != key(b)) return key(a) < key(b);
    return std::lexicographical_compare(a.roles.begin(), a.roles.end(), b.roles.begin(), b.roles.end(), by_content);
  });
}

void expand_nouns(const Source& source, std::vector<LexicalEntry>& entries, const DiagnosticSink& sink) {
  // Only the verbs' own senses are taken over, so what is added waits until all have been read.
  std::vector<std::pair<LexicalEntry*, Sense>> added;
  for (LexicalEntry& entry : entries) {
    const Resource* resource = source.find(entry.iri);
    for (const std::string_view link : {tw::kNominalizationOf, tw::kAgentNounOf}) {
      for (const Fact* fact : resource->all(link)) {
        const auto verb = std::lower_bound(entries.begin(), entries.end(), fact->object.value(),
                                           [](const LexicalEntry& e, const std::string& iri) { return e.iri < iri; });
        if (verb == entries.end() || verb->iri != fact->object.value()) {
          sink({Severity::Error, source.position(*fact), "unknown-entry",
                source.shorten(fact->object.value()) + " is not a lexical entry"});
          continue;
        }
        for (const Sense& sense : verb->senses) {
          if (sense.kind != Sense::Kind::Property) continue;
          added.emplace_back(&entry, link == tw::kAgentNounOf ? to_agent_noun(sense)
                                                              : nominalize(sense, !entry.support_verbs.empty()));
        }
      }
    }
  }
  for (auto& [entry, sense] : added) entry->senses.push_back(std::move(sense));
}

}  // namespace triplewright::ontology
