// CoNLL-U (universaldependencies.org/format.html): reading into a Document or sentence by sentence, and writing.
// Pure functions; thread-safe.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "triplewright/document.h"

namespace triplewright::nlp {

/// One syntactic word as it stands in the file. Empty nodes are left out.
struct ConlluWord {
  std::string form, lemma, xpos, feats, deprel, misc;
  Upos upos = Upos::X;
  std::int32_t head = -1;     ///< index in the sentence, or -1 at the root
  std::uint32_t surface = 0;  ///< index in ConlluSentence::surfaces
};

/// A surface token: one word, or a multiword token ("don't") with its words.
struct ConlluSurface {
  std::string form;
  bool space_after = true;
};

struct ConlluSentence {
  std::vector<std::string> comments;  ///< without "# "
  std::vector<ConlluWord> words;
  std::vector<ConlluSurface> surfaces;
  std::size_t line = 0;  ///< of the first word, from 1

  /// The value of the comment `key = value`, or empty; `has` tells an empty value from none.
  [[nodiscard]] std::string_view comment(std::string_view key) const;
  [[nodiscard]] bool has_comment(std::string_view key) const;
};

/// Reads every sentence. Throws Error with source name and line for malformed input.
[[nodiscard]] std::vector<ConlluSentence> read_conllu(std::string_view text, std::string_view source_name = "conllu");

/// One document of all the sentences, for tests and single files. The article's text is rebuilt from `# text` where
/// that agrees with the words, else from forms and SpaceAfter=No; `# newpar` and `# newdoc` begin a block; names come
/// from MISC (`NER=B-ORG`). The words of a multiword token whose forms do not add up to it all get its span.
/// Throws Error with source name and line for malformed input.
[[nodiscard]] Document document_from_conllu(std::string_view text, std::string_view source_name = "conllu");

/// The same, one document for each `# newdoc` (or a single one); its id becomes the article's IRI.
[[nodiscard]] std::vector<Document> documents_from_conllu(std::string_view text,
                                                          std::string_view source_name = "conllu");

/// The document as CoNLL-U, names in MISC: `NER=B-ORG` in IOB2 (PER ORG LOC PROD MISC), and `Class=Company`, the local
/// name of the most specific class of the entity, and `Link=IRI`, the entity of the base, on the first token of the
/// name.
[[nodiscard]] std::string to_conllu(const Document& document);

/// "PER", "ORG", "LOC", "PROD", "MISC", or "O".
[[nodiscard]] std::string_view ner_label(NameType type);
[[nodiscard]] NameType name_type_from(std::string_view label);

/// The token of the range whose head lies outside it (the first such one; the last token when none does).
[[nodiscard]] std::uint32_t head_of(const Document& document, Span tokens);

}  // namespace triplewright::nlp
