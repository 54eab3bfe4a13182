#include "ontology/lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "ontology/nouns.h"
#include "ontology/schema.h"
#include "ontology/vocabulary.h"
#include "text/normalize.h"

namespace triplewright::ontology {

namespace {

constexpr std::array<std::pair<std::string_view, Function>, 12> kFunctions = {{
    {"subject", Function::Subject},
    {"object", Function::Object},
    {"indirectObject", Function::IndirectObject},
    {"complement", Function::Complement},
    {"xcomp", Function::Xcomp},
    {"ccomp", Function::Ccomp},
    {"possessor", Function::Possessor},
    {"modifier", Function::Modifier},
    {"self", Function::Self},
    {"apposition", Function::Apposition},
    {"value", Function::Value},
    {"head", Function::Head},
}};

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> list;
  std::string word;
  for (const char c : text::lower(text)) {
    if (c != ' ')
      word += c;
    else if (!word.empty())
      list.push_back(std::exchange(word, {}));
  }
  if (!word.empty()) list.push_back(std::move(word));
  return list;
}

/// What a sense says of itself; everything else on it whose object is an argument is a role.
bool is_frame_property(std::string_view iri) {
  constexpr std::array kOwn = {rdf::kType,          ontolex::kReference, ontolex::kSubjOfProp,
                               ontolex::kObjOfProp, tw::kSubjectClass,   tw::kObjectClass,
                               tw::kFactuality,     tw::kPastFactuality, tw::kWeight};
  return std::find(kOwn.begin(), kOwn.end(), iri) != kOwn.end();
}

/// A word of grammar or of coreference: it has no arguments.
bool is_mark(std::string_view iri) {
  constexpr std::array kMarks = {tw::kTransparentNoun, tw::kGenericNoun, tw::kDecrease,     tw::kPast,
                                 tw::kGeneralNoun,     tw::kPartNoun,    tw::kSpokesperson, tw::kObserver,
                                 tw::kFactive,         tw::kMultiple,    tw::kFeminineNoun, tw::kMasculineNoun,
                                 tw::kMotion};
  return std::find(kMarks.begin(), kMarks.end(), iri) != kMarks.end();
}

class SenseReader {
 public:
  SenseReader(const Source& source, const DiagnosticSink& sink) : source_(source), sink_(sink) {}

  std::optional<Sense> read(const Resource& node) const {
    Sense sense;
    const Fact* reference = node.first(ontolex::kReference);
    if (reference == nullptr) {
      fault(node.facts.front(), "sense-without-reference", "a sense has no ontolex:reference");
      return std::nullopt;
    }
    sense.reference = reference->object.value();
    if (!set_kind(sense, *reference)) return std::nullopt;
    sense.subject = arguments(node, ontolex::kSubjOfProp);
    sense.object = arguments(node, ontolex::kObjOfProp);
    for (const Fact* f : node.all(tw::kSubjectClass)) sense.subject_classes.push_back(f->object.value());
    for (const Fact* f : node.all(tw::kObjectClass)) sense.object_classes.push_back(f->object.value());
    read_stance(node, sense);
    read_weight(node, sense);
    read_roles(node, sense);
    if (!is_complete(sense, *reference)) return std::nullopt;
    return sense;
  }

  void fault(const Fact& where, std::string code, std::string message) const {
    sink_({Severity::Error, source_.position(where), std::move(code), std::move(message)});
  }

 private:
  bool set_kind(Sense& sense, const Fact& reference) const {
    if (sense.reference == tw::kReport)
      sense.kind = Sense::Kind::Report;
    else if (sense.reference == tw::kOperator)
      sense.kind = Sense::Kind::Operator;
    else if (is_mark(sense.reference))
      sense.kind = Sense::Kind::Mark;
    else {
      const Resource* target = source_.find(sense.reference);
      if (target != nullptr && target->is_a(tw::kTrade))
        sense.kind = Sense::Kind::Mark;
      else if (target != nullptr && is_property(*target))
        sense.kind = Sense::Kind::Property;
      else if (target != nullptr && is_class(*target))
        sense.kind = Sense::Kind::Class;
      else {
        fault(reference, "unknown-reference",
              source_.shorten(sense.reference) + " is neither a property, a class nor a trade of the ontology");
        return false;
      }
    }
    return true;
  }

  std::vector<SyntacticArgument> arguments(const Resource& node, std::string_view predicate) const {
    std::vector<SyntacticArgument> list;
    for (const Fact* fact : node.all(predicate)) {
      if (auto argument = syntactic_argument(fact->object.value()))
        list.push_back(std::move(*argument));
      else
        fault(*fact, "not-an-argument", source_.shorten(fact->object.value()) + " is not an argument (arg:)");
    }
    order(list);
    return list;
  }

  std::optional<Factuality> read_factuality(const Resource& node, std::string_view property) const {
    const Fact* fact = node.first(property);
    if (fact == nullptr) return std::nullopt;
    const std::optional<Factuality> found = ontology::factuality(fact->object.value());
    if (!found) fault(*fact, "unknown-factuality", source_.shorten(fact->object.value()) + " is not a factuality");
    return found;
  }

  void read_stance(const Resource& node, Sense& sense) const {
    sense.factuality = read_factuality(node, tw::kFactuality);
    sense.past_factuality = read_factuality(node, tw::kPastFactuality);
    if (sense.kind == Sense::Kind::Report && !sense.factuality) sense.factuality = Factuality::Reported;
    sense.negated = sense.kind == Sense::Kind::Operator && sense.factuality == Factuality::Denied;
  }

  void read_weight(const Resource& node, Sense& sense) const {
    const Fact* fact = node.first(tw::kWeight);
    if (fact == nullptr) return;
    const std::string& text = fact->object.value();
    const auto result = std::from_chars(text.data(), text.data() + text.size(), sense.weight);
    if (result.ec != std::errc() || result.ptr != text.data() + text.size() || sense.weight <= 0) {
      fault(*fact, "bad-weight", "tw:weight must be a number above 0, not " + text);
      sense.weight = 1.0;
    }
  }

  void read_roles(const Resource& node, Sense& sense) const {
    std::map<std::string, Sense::Role> plain;
    for (const Fact& fact : node.facts) {
      const std::string predicate(fact.predicate);
      if (is_frame_property(predicate)) continue;
      if (auto argument = syntactic_argument(fact.object.value())) {
        Sense::Role& role = plain[predicate];
        role.property = predicate;
        role.arguments.push_back(std::move(*argument));
      } else if (predicate == tw::kRole) {
        if (auto role = read_written_role(fact)) sense.roles.push_back(std::move(*role));
      }
    }
    for (auto& [iri, role] : plain) sense.roles.push_back(std::move(role));
    for (Sense::Role& role : sense.roles) order(role.arguments);
    std::sort(sense.roles.begin(), sense.roles.end(), [](const Sense::Role& a, const Sense::Role& b) {
      return std::pair(a.property, a.inverse) < std::pair(b.property, b.inverse);
    });
  }

  /// tw:role [ tw:property P ; tw:argument A ; tw:inverse true ]
  std::optional<Sense::Role> read_written_role(const Fact& fact) const {
    const Resource* node = source_.find(fact.object.value());
    Sense::Role role;
    if (node != nullptr) {
      role.property = node->value(tw::kProperty);
      role.arguments = arguments(*node, tw::kArgument);
      role.inverse = node->value(tw::kInverse) == "true";
    }
    if (role.property.empty() || role.arguments.empty()) {
      fault(fact, "incomplete-role", "tw:role needs an argument, or a node with tw:property and tw:argument");
      return std::nullopt;
    }
    return role;
  }

  bool is_complete(const Sense& sense, const Fact& reference) const {
    const auto missing = [&](const char* what) {
      fault(reference, "incomplete-frame", "the sense of " + source_.shorten(sense.reference) + " has no " + what);
      return false;
    };
    if (sense.kind == Sense::Kind::Property && sense.subject.empty()) return missing("synsem:subjOfProp");
    if (sense.kind != Sense::Kind::Class && sense.kind != Sense::Kind::Mark && sense.object.empty())
      return missing("synsem:objOfProp");
    if (sense.kind == Sense::Kind::Operator && !sense.factuality) return missing("tw:factuality");
    return true;
  }

  const Source& source_;
  const DiagnosticSink& sink_;
};

}  // namespace

bool is_lexical_entry(const Resource& resource) {
  return resource.is_a(ontolex::kWord) || resource.is_a(ontolex::kMultiword) || resource.is_a(ontolex::kLexicalEntry);
}

std::optional<PartOfSpeech> part_of_speech(std::string_view iri) {
  if (!iri.starts_with(kLexinfo)) return std::nullopt;
  iri.remove_prefix(kLexinfo.size());
  if (iri == "verb") return PartOfSpeech::Verb;
  if (iri == "noun") return PartOfSpeech::Noun;
  if (iri == "adjective") return PartOfSpeech::Adjective;
  if (iri == "adverb") return PartOfSpeech::Adverb;
  if (iri == "preposition") return PartOfSpeech::Preposition;
  return std::nullopt;
}

std::optional<SyntacticArgument> syntactic_argument(std::string_view iri) {
  if (!iri.starts_with(kArg) || iri.size() == kArg.size()) return std::nullopt;
  iri.remove_prefix(kArg.size());
  for (const auto& [name, function] : kFunctions) {
    if (iri == name) return SyntacticArgument{function, {}};
  }
  std::string marker(iri);
  std::replace(marker.begin(), marker.end(), '_', ' ');
  return SyntacticArgument{Function::Preposition, std::move(marker)};
}

std::optional<Factuality> factuality(std::string_view iri) {
  if (!iri.starts_with(tw::kNamespace)) return std::nullopt;
  iri.remove_prefix(tw::kNamespace.size());
  for (const Factuality f : {Factuality::Asserted, Factuality::Reported, Factuality::Possible, Factuality::Planned,
                             Factuality::Predicted, Factuality::Denied}) {
    if (iri == to_string(f)) return f;
  }
  return std::nullopt;
}

const std::string& head_word(const LexicalEntry& entry) {
  const bool at_end = entry.pos == PartOfSpeech::Noun || entry.pos == PartOfSpeech::Adjective;
  return at_end ? entry.lemmas.back() : entry.lemmas.front();
}

std::vector<LexicalEntry> read_lexicon(const Source& source, const DiagnosticSink& sink) {
  const SenseReader senses(source, sink);
  std::vector<LexicalEntry> entries;
  for (const Resource& resource : source.resources()) {
    if (!is_lexical_entry(resource)) continue;
    LexicalEntry entry;
    entry.iri = resource.iri;
    const Fact& place = resource.facts.front();
    const auto pos = part_of_speech(resource.value(kPartOfSpeech));
    if (!pos) {
      senses.fault(place, "unknown-part-of-speech",
                   source.shorten(entry.iri) + " has no part of speech that the engine knows");
      continue;
    }
    entry.pos = *pos;
    for (const Fact* fact : resource.all(tw::kSupportVerb)) entry.support_verbs.push_back(fact->object.value());
    for (const Fact* fact : resource.all(ontolex::kSense)) {
      const Resource* node = source.find(fact->object.value());
      if (node == nullptr)
        senses.fault(*fact, "sense-without-reference", "a sense has no ontolex:reference");
      else if (auto sense = senses.read(*node))
        entry.senses.push_back(std::move(*sense));
    }
    std::vector<std::string> forms;
    for (const Fact* form : resource.all(ontolex::kCanonicalForm)) {
      const Resource* node = source.find(form->object.value());
      if (node == nullptr) continue;
      for (const Fact* written : node->all(ontolex::kWrittenRep)) forms.push_back(written->object.value());
    }
    std::sort(forms.begin(), forms.end());
    bool has_form = false;
    for (const std::string& form : forms) {
      entry.lemmas = words(form);
      if (entry.lemmas.empty()) continue;
      has_form = true;
      entries.push_back(entry);
    }
    if (!has_form) {
      senses.fault(place, "no-written-form", source.shorten(entry.iri) + " has no canonical form with a written form");
    }
  }
  expand_nouns(source, entries, sink);
  for (LexicalEntry& entry : entries) order(entry.senses);
  for (LexicalEntry& entry : entries) {
    entry.is_pattern_of_class =
        entry.pos == PartOfSpeech::Noun && std::any_of(entry.senses.begin(), entry.senses.end(),
                                                       [](const Sense& s) { return s.kind == Sense::Kind::Class; });
  }
  return entries;
}

}  // namespace triplewright::ontology
