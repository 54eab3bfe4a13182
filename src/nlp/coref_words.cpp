#include "nlp/coref_words.h"

#include "text/marks.h"

namespace triplewright::nlp {

namespace {

bool has_mark(const Ontology& ontology, std::string_view noun, std::string_view mark) {
  return text::has_mark(ontology, noun, PartOfSpeech::Noun, mark);
}

}  // namespace

std::string_view trade_of(const Ontology& ontology, std::string_view word) {
  for (const PartOfSpeech pos : {PartOfSpeech::Noun, PartOfSpeech::Adjective}) {
    for (const LexicalEntry* entry : ontology.entries(word, pos)) {
      if (entry->lemmas.size() > 1) continue;
      for (const Sense& sense : entry->senses) {
        if (sense.kind == Sense::Kind::Mark && !sense.reference.starts_with(text::kTw)) return sense.reference;
      }
    }
  }
  return {};
}

bool is_part_noun(const Ontology& ontology, std::string_view lemma) {
  return has_mark(ontology, lemma, "PartNoun");
}

bool is_general_noun(const Ontology& ontology, std::string_view lemma) {
  return has_mark(ontology, lemma, "GeneralNoun");
}

bool is_spokesperson(const Ontology& ontology, std::string_view word) {
  return has_mark(ontology, word, "Spokesperson");
}

bool is_observer(const Ontology& ontology, std::string_view lemma) {
  return has_mark(ontology, lemma, "Observer");
}

text::Gender gender_of_noun(const Ontology& ontology, std::string_view lemma) {
  if (has_mark(ontology, lemma, "FeminineNoun")) return text::Gender::Feminine;
  return has_mark(ontology, lemma, "MasculineNoun") ? text::Gender::Masculine : text::Gender::Unknown;
}

}  // namespace triplewright::nlp
