#include "extract/operators.h"

#include <algorithm>

#include "extract/entry_words.h"
#include "extract/vocabulary.h"
#include "text/marks.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

/// True when the ontology says that this class, or one above it, is of that class of another vocabulary.
bool is_aligned_class(const Ontology& ontology, const std::string& iri, std::string_view external) {
  const auto aligned = [&](const std::string& name) {
    const OntologyClass* cls = ontology.find_class(name);
    return cls != nullptr && std::find(cls->external.begin(), cls->external.end(), external) != cls->external.end();
  };
  if (aligned(iri)) return true;
  const OntologyClass* cls = ontology.find_class(iri);
  return cls != nullptr && std::any_of(cls->ancestors.begin(), cls->ancestors.end(), aligned);
}

}  // namespace

bool names_figure(const Ontology& ontology, const LexicalEntry& entry) {
  return entry.pos == PartOfSpeech::Noun &&
         std::any_of(entry.senses.begin(), entry.senses.end(), [&](const Sense& sense) {
           const OntologyProperty* property = ontology.find_property(sense.reference);
           return sense.kind == Sense::Kind::Property && property != nullptr && property->takes_value;
         });
}

bool names_figure(const Ontology& ontology, std::string_view lemma) {
  const auto& entries = ontology.entries(text::lower(lemma), PartOfSpeech::Noun);
  return std::any_of(entries.begin(), entries.end(), [&](const LexicalEntry* entry) {
    return entry->lemmas.size() == 1 && names_figure(ontology, *entry);
  });
}

bool is_agent_class(const Ontology& ontology, const std::string& iri) {
  return is_aligned_class(ontology, iri, "http://www.w3.org/ns/prov#Agent");
}

bool is_statistic_class(const Ontology& ontology, const std::string& iri) {
  return is_aligned_class(ontology, iri, "http://schema.org/StatisticalVariable");
}

bool names_role(const Ontology& ontology, std::string_view lemma) {
  const auto& entries = ontology.entries(lemma, PartOfSpeech::Noun);
  return std::any_of(entries.begin(), entries.end(), [](const LexicalEntry* entry) {
    return std::any_of(entry->senses.begin(), entry->senses.end(), [](const Sense& sense) {
      return std::any_of(sense.subject.begin(), sense.subject.end(),
                         [](const SyntacticArgument& a) { return a.function == Function::Self; });
    });
  });
}

bool is_agent_noun(const Ontology& ontology, const std::string& lemma) {
  for (const LexicalEntry* entry : ontology.entries(text::lower(lemma), PartOfSpeech::Noun)) {
    if (entry->lemmas.size() != 1) continue;
    for (const Sense& sense : entry->senses) {
      if (sense.kind == Sense::Kind::Class && is_agent_class(ontology, sense.reference)) return true;
    }
  }
  return false;
}

bool Operators::words_stand(std::uint32_t t, const LexicalEntry& entry) const {
  const std::vector<std::string>& lemmas = entry.lemmas;
  if (lemmas.size() <= 1) return true;
  const Document& d = tree_->document();
  if (entry.pos != PartOfSpeech::Verb) return words_end_at(d, t, lemmas);
  std::uint32_t at = t + 1;
  for (std::size_t i = 1; i < lemmas.size(); ++i) {
    const std::uint32_t end = std::min(d.sentences[d.sentence_of(t)].tokens.end, t + 9);
    while (at < end && !(is_word(d, at, lemmas[i]) && tree_->dominates(t, at))) ++at;
    if (at == end) return false;
    ++at;
  }
  return true;
}

std::vector<const LexicalEntry*> Operators::entries(std::uint32_t t) const {
  const Token& token = tree_->token(t);
  const std::string lemma = text::lower(token.lemma), form = text::lower(tree_->document().form(t));
  std::vector<const LexicalEntry*> found;
  const auto add = [&](const std::string& word, PartOfSpeech pos) {
    for (const LexicalEntry* entry : ontology_->entries(word, pos)) {
      if (entry->lemmas.size() <= 1 && word != lemma && word != form) continue;
      if (words_stand(t, *entry) && std::find(found.begin(), found.end(), entry) == found.end()) found.push_back(entry);
    }
  };
  switch (token.upos) {
    case Upos::VERB:
    case Upos::AUX:
      add(lemma, PartOfSpeech::Verb);
      if (tree_->is_participle(t) || tree_->is_gerund(t) || tree_->is(t, "amod")) add(form, PartOfSpeech::Adjective);
      break;
    case Upos::NOUN:
    case Upos::PROPN:
      add(lemma, PartOfSpeech::Noun);
      break;
    case Upos::ADJ:
      add(lemma, PartOfSpeech::Adjective);
      add(form, PartOfSpeech::Adjective);
      break;
    case Upos::ADV:
    case Upos::PART:
    case Upos::DET:
      add(lemma, PartOfSpeech::Adverb);
      add(form, PartOfSpeech::Adverb);
      // "no longer", "by no means": entries of several words are found by their first
      for (std::uint32_t back = 1; back <= 2 && back <= t; ++back) {
        add(text::lower(tree_->document().form(t - back)), PartOfSpeech::Adverb);
      }
      break;
    default:
      break;
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const LexicalEntry* a, const LexicalEntry* b) { return a->lemmas.size() > b->lemmas.size(); });
  return found;
}

const Sense* Operators::governing(std::uint32_t t, const SyntacticArgument& argument, std::int32_t noun) const {
  for (const LexicalEntry* entry : entries(t)) {
    for (const Sense& sense : entry->senses) {
      if (!text::is_stance(sense) || !text::holds(sense.object, argument)) continue;
      const bool any = sense.object_classes.empty();
      if (any || (noun != kNoToken && stands_for(static_cast<std::uint32_t>(noun), sense.object_classes)))
        return &sense;
    }
  }
  return nullptr;
}

bool Operators::stands_for(std::uint32_t noun, const std::vector<std::string>& classes) const {
  const auto is = [&](const Sense& sense) {
    return sense.kind == Sense::Kind::Class && ontology_->any_is_a({sense.reference}, classes);
  };
  const std::vector<const LexicalEntry*> found = entries(noun);
  return std::any_of(found.begin(), found.end(), [&](const LexicalEntry* entry) {
    return std::any_of(entry->senses.begin(), entry->senses.end(), is);
  });
}

const Sense* Operators::report(std::uint32_t t) const {
  for (const LexicalEntry* entry : entries(t)) {
    for (const Sense& sense : entry->senses) {
      if (sense.kind == Sense::Kind::Report) return &sense;
    }
  }
  return nullptr;
}

const Sense* Operators::modifier(std::uint32_t t) const {
  for (const LexicalEntry* entry : entries(t)) {
    for (const Sense& sense : entry->senses) {
      const bool modifies =
          text::holds(sense.object, {Function::Head, ""}) || text::holds(sense.object, {Function::Self, ""});
      if (sense.kind == Sense::Kind::Operator && modifies) return &sense;
    }
  }
  return nullptr;
}

const Sense* Operators::preposition(std::string_view words) const {
  if (words.empty()) return nullptr;
  const std::size_t first_space = words.find(' '), last_space = words.rfind(' ');
  for (const std::string_view head :
       {words.substr(0, first_space), last_space == std::string_view::npos ? words : words.substr(last_space + 1)}) {
    for (const LexicalEntry* entry : ontology_->entries(head, PartOfSpeech::Preposition)) {
      std::string joined;
      for (const std::string& lemma : entry->lemmas) joined += (joined.empty() ? "" : " ") + lemma;
      if (joined != words) continue;
      for (const Sense& sense : entry->senses) {
        if (text::is_stance(sense)) return &sense;
      }
    }
  }
  return nullptr;
}

bool Operators::is_role_noun(std::uint32_t t) const {
  for (const LexicalEntry* entry : entries(t)) {
    if (entry->pos != PartOfSpeech::Noun) continue;
    for (const Sense& sense : entry->senses) {
      if (sense.kind == Sense::Kind::Property && text::holds(sense.subject, {Function::Self, ""})) return true;
    }
  }
  return false;
}

bool Operators::is_marked_verb(std::uint32_t verb, std::string_view mark) const {
  const std::vector<const LexicalEntry*> found = entries(verb);
  return std::any_of(found.begin(), found.end(), [mark](const LexicalEntry* entry) {
    return entry->pos == PartOfSpeech::Verb &&
           std::any_of(entry->senses.begin(), entry->senses.end(),
                       [mark](const Sense& sense) { return is_tw(sense.reference, mark); });
  });
}

bool Operators::takes_as_given(std::uint32_t verb) const {
  return is_marked_verb(verb, "Factive");
}

bool Operators::multiplies(std::uint32_t verb) const {
  return is_marked_verb(verb, "Multiple");
}

bool Operators::is_past(std::uint32_t t) const {
  if (tree_->is_verb(t) && !tree_->is(t, "amod")) {  // *resigned as*, *stepped down as*, but *ousted chairman*
    return is_marked_verb(t, "Past");
  }
  const std::string form = text::lower(tree_->document().form(t));
  return text::has_mark(*ontology_, form, PartOfSpeech::Adjective, "Past") ||
         text::has_mark(*ontology_, form, PartOfSpeech::Adverb, "Past");
}

bool Operators::may_speak(std::uint32_t t) const {
  const std::vector<const LexicalEntry*> found = entries(t);
  if (found.empty()) return true;
  return std::any_of(found.begin(), found.end(), [&](const LexicalEntry* entry) {
    return std::any_of(entry->senses.begin(), entry->senses.end(), [&](const Sense& sense) {
      if (sense.kind == Sense::Kind::Report) return true;
      if (sense.kind == Sense::Kind::Property) return text::holds(sense.subject, {Function::Self, ""});
      return sense.kind == Sense::Kind::Class && is_agent_class(*ontology_, sense.reference);
    });
  });
}

}  // namespace triplewright::extract
