// What an article says: subject, property, object, qualifiers, and the evidence for it.
// Thread-safety: plain values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "triplewright/document.h"

namespace triplewright {

/// How the sentence presents the content: the sentence's stance, not the world's.
enum class Factuality : std::uint8_t { Asserted, Reported, Possible, Planned, Predicted, Denied };
[[nodiscard]] std::string_view to_string(Factuality factuality);

/// One end of a claim or the filler of a qualifier: an entity or a value of the document, or an
/// IRI that the document has no entity for (a concept, a country from a demonym, a post).
struct Argument {
  enum class Kind : std::uint8_t { None, Entity, Value, Iri, Text };
  Kind kind = Kind::None;
  std::uint32_t index = 0;  ///< Entity: Document::entities; Value: Document::values
  std::string iri;          ///< Iri
  std::string text;         ///< Text: the wording; Iri: a label for it; Value: "-" for a decrease
  Span tokens;              ///< where it stands, indices of Document::tokens; empty when inferred

  friend bool operator==(const Argument&, const Argument&) = default;
};

/// A qualifier of a claim: `property` is the IRI (tw:time, tw:quantity, tw:recipient ...).
struct Qualifier {
  std::string property;
  Argument filler;

  friend bool operator==(const Qualifier&, const Qualifier&) = default;
};

/// Why a claim is believed to be in the sentence.
struct Evidence {
  std::uint32_t sentence = 0;  ///< index in Document::sentences
  std::int32_t speaker = -1;   ///< index in Document::entities of who says so, or -1 for the article itself
  std::string speaker_text;    ///< the source as worded when no entity is known ("analysts"), or empty
  Factuality factuality = Factuality::Asserted;
  double confidence = 0.5;      ///< calibrated probability that the statement is right
  std::string lexical_entry;    ///< IRI of the entry that licensed it, or empty
  std::string construction;     ///< "active", "passive", "apposition", "nominalization" ... for --why
  std::uint32_t predicate = 0;  ///< token index of the predicate
};

/// A claim of one sentence.
struct Claim {
  Argument subject;
  std::string property;  ///< IRI
  Argument object;
  std::vector<Qualifier> qualifiers;  ///< sorted by property, then filler
  Evidence evidence;
  bool open = false;      ///< an open relation: the property was minted from a lemma
  bool inferred = false;  ///< derived from other claims; `lexical_entry` is empty
};

}  // namespace triplewright
