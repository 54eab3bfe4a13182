// The corpora that the name recognizer learns from, and the gazetteer's lists. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "nlp/names.h"
#include "nlp/training.h"

namespace triplewright::nlp {

/// A sentence with names, and for each word the labels that it may have.
struct NamedSentence {
  std::vector<std::string> forms;
  std::vector<std::uint32_t> allowed;
  std::vector<Name> names;
};

/// ner/uner_ewt-PART.iob2, wikigold.conll, wnut17-PART.conll: IOB columns; types map to ours, and a word outside of
/// names may still be one of a type that the corpus does not mark.
[[nodiscard]] std::vector<NamedSentence> read_name_corpus(const std::string& path);

/// The same as documents of one sentence each, to score against. Throws Error when the file cannot be read.
[[nodiscard]] std::vector<Document> read_named_documents(const std::string& path);

/// Names of GUM, from the entities in MISC whose head is a proper noun, cut to the words of the name.
[[nodiscard]] std::vector<NamedSentence> names_of_gum(const std::vector<ConlluSentence>& sentences);

/// Names as a model says them in MISC (`NER=B-ORG`, IOB2, or `NER=_` for a word that it is not sure of).
[[nodiscard]] std::vector<NamedSentence> names_of_silver(const std::vector<ConlluSentence>& sentences);

/// First names, territories, demonyms, agencies and organizations from `data`/entities.
[[nodiscard]] Gazetteer read_gazetteer(const std::string& data);

}  // namespace triplewright::nlp
