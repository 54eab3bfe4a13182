#include "extract/reading.h"

#include <algorithm>

#include "extract/amounts.h"
#include "extract/vocabulary.h"

namespace triplewright::extract {

bool lacks_request(const Reading& r, const Sense& sense) {
  const auto is_infinitive = [](const Sense::Role& role) {
    return std::any_of(role.arguments.begin(), role.arguments.end(),
                       [](const SyntacticArgument& a) { return a.function == Function::Xcomp; });
  };
  if (r.match.pos != PartOfSpeech::Verb || std::none_of(sense.roles.begin(), sense.roles.end(), is_infinitive))
    return false;
  const bool says = [&] {
    for (const EntryMatch& m : entries_at(r.x, r.predicate)) {
      for (const Sense& s : m.entry->senses) {
        const bool content = std::any_of(s.object.begin(), s.object.end(),
                                         [](const SyntacticArgument& a) { return a.function == Function::Ccomp; });
        if (s.kind == Sense::Kind::Report && content) return true;
      }
    }
    return false;
  }();
  if (!says) return false;
  return std::none_of(sense.roles.begin(), sense.roles.end(), [&](const Sense::Role& role) {
    return std::any_of(role.arguments.begin(), role.arguments.end(), [&](const SyntacticArgument& a) {
      return std::any_of(r.fillers.begin(), r.fillers.end(),
                         [&](const Filler& f) { return f.function == a.function && f.marker == a.marker; });
    });
  });
}

bool gives_amount(const Reading& r, const Sense& sense) {
  return std::all_of(sense.roles.begin(), sense.roles.end(), [&](const Sense::Role& role) {
    const bool only = is_tw(role.property, "quantity") && role.arguments.size() == 1 &&
                      role.arguments.front().function == Function::Object;
    return !only || value_filler(r.x, r.predicate, r.match.pos, r.fillers, role.arguments.front(), nullptr).has_value();
  });
}

bool leaves_object(const Reading& r, const Sense& sense) {
  if (r.match.pos != PartOfSpeech::Verb || r.match.entry->lemmas.size() != 1) return false;
  const auto takes = [](const std::vector<SyntacticArgument>& arguments) {
    return std::any_of(arguments.begin(), arguments.end(), [](const SyntacticArgument& a) {
      return a.function == Function::Object || a.function == Function::IndirectObject ||
             a.function == Function::Complement || a.function == Function::Ccomp || a.marker.starts_with("object") ||
             a.marker.starts_with("xcomp");
    });
  };
  const bool placed = takes(sense.subject) || takes(sense.object) ||
                      std::any_of(sense.roles.begin(), sense.roles.end(),
                                  [&](const Sense::Role& role) { return takes(role.arguments); });
  const bool goes = std::any_of(sense.object.begin(), sense.object.end(), [](const SyntacticArgument& a) {
    return a.function == Function::Preposition && (a.marker == "to" || a.marker == "into" || a.marker == "from");
  });
  return goes && !placed && !r.x.tree.is_passive(r.predicate) && r.x.tree.child(r.predicate, "obj") != kNoToken;
}

bool is_told_by_another(const Reading& r, const Sense& sense) {
  const auto tells = [&](const Sense& s, const Filler& f) {
    return std::any_of(s.roles.begin(), s.roles.end(), [&](const Sense::Role& role) {
      return std::any_of(role.arguments.begin(), role.arguments.end(),
                         [&](const SyntacticArgument& a) { return a.function == f.function && a.marker == f.marker; });
    });
  };
  return std::any_of(r.match.entry->senses.begin(), r.match.entry->senses.end(), [&](const Sense& other) {
    if (other.kind != Sense::Kind::Property || other.subject != sense.subject || other.object != sense.object ||
        other.object_classes != sense.object_classes || other.reference == sense.reference)
      return false;
    return std::any_of(r.fillers.begin(), r.fillers.end(), [&](const Filler& f) {
      return f.function == Function::Preposition && (f.marker == "to" || f.marker == "from") && f.cost == 0 &&
             tells(other, f) && !tells(sense, f);
    });
  });
}

bool heads_part(const Reading& r, const Sense& sense, std::uint32_t whole) {
  if (r.match.pos != PartOfSpeech::Noun || !sense.roles.empty() || sense.subject.size() != 1 ||
      sense.subject.front().function != Function::Self)
    return false;
  const SyntacticArgument of{Function::Preposition, "of"};
  if (std::find(sense.object.begin(), sense.object.end(), of) == sense.object.end()) return false;
  return std::any_of(r.fillers.begin(), r.fillers.end(), [&](const Filler& f) {
    return f.function == of.function && f.marker == of.marker && f.token != whole && f.cost == 0 &&
           r.x.tree.token(f.token).upos == Upos::NOUN && !r.x.resolver.is_transparent(f.token) &&
           !r.x.tree.dominates(f.token, whole);
  });
}

namespace {

bool counts_possessions(const Reading& r, const Sense& sense) {
  if (r.match.pos != PartOfSpeech::Verb || sense.object.empty()) return false;
  const SyntacticArgument object{Function::Object, ""};
  if (std::find(sense.object.begin(), sense.object.end(), object) == sense.object.end()) return false;
  return std::any_of(r.fillers.begin(), r.fillers.end(), [&](const Filler& f) {
    return f.function == Function::Object && r.x.tree.child(f.token, "nmod:poss") != kNoToken;
  });
}

bool counts_other_kind(const Reading& r, const Sense& sense) {
  if (sense.object_classes.empty()) return false;
  Refusal refusal;
  const SyntacticArgument object{Function::Object, ""};
  return choices(r.x, r.predicate, r.fillers, {object}, sense.object_classes, {}, Side::Object, false, refusal).empty();
}

bool changes_object(const Reading& r, const OntologyProperty& property) {
  const bool change = std::any_of(property.range.begin(), property.range.end(),
                                  [](const std::string& range) { return is_tw(range, "Percentage"); });
  const std::int32_t object = r.match.pos == PartOfSpeech::Verb ? r.x.tree.child(r.predicate, "obj") : kNoToken;
  if (!change || object == kNoToken) return false;
  const std::int32_t v = r.x.resolver.value_at(static_cast<std::uint32_t>(object));
  return v < 0 && r.x.tree.token(static_cast<std::uint32_t>(object)).upos == Upos::NOUN;
}

}  // namespace

bool miscounts(const Reading& r, const Sense& sense, const OntologyProperty& property) {
  return counts_possessions(r, sense) || counts_other_kind(r, sense) || changes_object(r, property);
}

bool names_money(const Reading& r) {
  const OntologyProperty* property = r.x.ontology.find_property(r.match.entry->senses.front().reference);
  return property != nullptr && takes_money(*property);
}

std::uint32_t conjunct_of(const Context& x, const Argument& end, std::uint32_t token) {
  if (end.kind != Argument::Kind::Entity || end.tokens.empty()) return token;
  const std::vector<std::uint32_t> conjuncts = x.tree.conjuncts(token);
  const auto own =
      std::find_if(conjuncts.begin(), conjuncts.end(), [&](std::uint32_t t) { return end.tokens.contains(t); });
  return own == conjuncts.end() ? token : *own;
}

bool is_of_part(const Reading& r, const Sense& sense, const End& object) {
  const OntologyProperty* property = r.x.ontology.find_property(sense.reference);
  if (property == nullptr || !property->of_whole || r.match.pos != PartOfSpeech::Noun) return false;
  const std::vector<std::string>& own = r.match.entry->lemmas;
  const auto names_part = [&](std::uint32_t t) {
    const Token& token = r.x.tree.token(t);
    const bool noun = token.upos == Upos::NOUN || (token.upos == Upos::PROPN && r.x.resolver.mention_at(t) < 0);
    if (!noun || !r.x.tree.is(t, "compound") || object.argument.tokens.contains(t) ||
        std::find(own.begin(), own.end(), token.lemma) != own.end())
      return false;
    const std::vector<const LexicalEntry*>& entries = r.x.ontology.entries(token.lemma, PartOfSpeech::Noun);
    return std::none_of(entries.begin(), entries.end(), [&](const LexicalEntry* entry) {
      return entry->lemmas.size() == 1 && std::any_of(entry->senses.begin(), entry->senses.end(), [&](const Sense& s) {
               return s.kind == Sense::Kind::Class && r.x.ontology.any_is_a({s.reference}, property->range);
             });
    });
  };
  const auto children = r.x.tree.children(r.predicate);
  return std::any_of(children.begin(), children.end(), names_part);
}

bool is_of_another(const Reading& r, const Sense& sense, const End& subject, const End& object) {
  const OntologyProperty* property = r.x.ontology.find_property(sense.reference);
  if (r.match.entry->lemmas.front() != "'s" || property == nullptr || property->inverse.empty() ||
      object.argument.kind != Argument::Kind::Entity || subject.argument.kind != Argument::Kind::Entity)
    return false;
  const std::int64_t found = r.x.resolver.base().find(r.x.document.entities[object.argument.index].iri);
  if (found < 0) return false;
  const auto& facts = r.x.resolver.base().record(static_cast<std::uint32_t>(found)).facts;
  const std::string& whose = r.x.document.entities[subject.argument.index].iri;
  const auto says = [&](const auto& fact) { return fact.first == property->inverse; };
  return std::any_of(facts.begin(), facts.end(), says) &&
         std::none_of(facts.begin(), facts.end(), [&](const auto& fact) { return says(fact) && fact.second == whose; });
}

}  // namespace triplewright::extract
