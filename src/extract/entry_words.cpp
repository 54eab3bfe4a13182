#include "extract/entry_words.h"

#include "text/normalize.h"

namespace triplewright::extract {

bool is_word(const Document& document, std::uint32_t token, const std::string& word) {
  return text::lower(document.tokens[token].lemma) == word || text::lower(document.form(token)) == word;
}

bool words_end_at(const Document& document, std::uint32_t last, const std::vector<std::string>& words) {
  const Span sentence = document.sentences[document.sentence_of(last)].tokens;
  if (last + 1 < sentence.begin + words.size()) return false;
  const std::uint32_t first = last + 1 - static_cast<std::uint32_t>(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_word(document, first + static_cast<std::uint32_t>(i), words[i])) return false;
  }
  return true;
}

}  // namespace triplewright::extract
