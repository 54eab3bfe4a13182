// Lexical entries from RDF statements, as docs/lexicon.md describes them. Pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ontology/source.h"
#include "triplewright/ontology.h"

namespace triplewright::ontology {

/// Reads every lexical entry, sorted by IRI and lemma, with nominalizations and agent nouns expanded. A part that
/// cannot be used is left out and reported to `sink`. One entry for every written form ("license", "licence").
[[nodiscard]] std::vector<LexicalEntry> read_lexicon(const Source& source, const DiagnosticSink& sink);

[[nodiscard]] bool is_lexical_entry(const Resource& resource);
/// nullopt when `iri` is not one of those that docs/lexicon.md names.
[[nodiscard]] std::optional<PartOfSpeech> part_of_speech(std::string_view iri);
/// The argument that an `arg:` IRI names; nullopt when the IRI is not in that namespace. A name that is
/// not one of the fixed functions is a preposition.
[[nodiscard]] std::optional<SyntacticArgument> syntactic_argument(std::string_view iri);
[[nodiscard]] std::optional<Factuality> factuality(std::string_view iri);
/// The word under which an entry is looked up: of verbs, adverbs and prepositions the first, else the last.
[[nodiscard]] const std::string& head_word(const LexicalEntry& entry);

}  // namespace triplewright::ontology
