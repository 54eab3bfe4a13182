// Trees made by hand.
#pragma once

#include <gtest/gtest.h>

#include <cctype>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "triplewright/document.h"

namespace triplewright::test {

/// Adds a word to the last sentence: form/lemma/UPOS/head/relation, with an optional /XPOS. Heads count from 1 within
/// the sentence, 0 is the root; '_' as lemma is the form in lower case; '~' before a form joins it to the word before.
inline void add_word(Document& document, const std::string& word) {
  std::vector<std::string> part;
  std::istringstream parts(word);
  for (std::string p; std::getline(parts, p, '/');) part.push_back(p);
  ASSERT_GE(part.size(), 5u) << word;
  Sentence& sentence = document.sentences.back();
  std::string& text = document.article.text;
  const bool joined = part[0].size() > 1 && part[0][0] == '~';
  if (joined) {
    part[0].erase(0, 1);
    document.tokens.back().space_after = false;
  } else if (!text.empty()) {
    text += ' ';
  }
  Token t;
  t.span.begin = static_cast<std::uint32_t>(text.size());
  text += part[0];
  t.span.end = static_cast<std::uint32_t>(text.size());
  t.lemma = part[1] == "_" ? part[0] : part[1];
  if (part[1] == "_") {
    for (char& c : t.lemma) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  t.upos = upos_from(part[2]);
  const int head = std::stoi(part[3]);
  t.head = head == 0 ? -1 : static_cast<std::int32_t>(sentence.tokens.begin) + head - 1;
  t.deprel = part[4];
  if (part.size() > 5) t.xpos = part[5];
  if (t.xpos == "NNS") t.feats = "Number=Plur";
  document.tokens.push_back(std::move(t));
  sentence.tokens.end = static_cast<std::uint32_t>(document.tokens.size());
}

/// Adds a sentence of such words.
inline void add_sentence(Document& document, const std::string& words) {
  const auto begin = static_cast<std::uint32_t>(document.tokens.size());
  document.sentences.push_back({{begin, begin}, 0, false});
  std::istringstream in(words);
  for (std::string word; in >> word;) add_word(document, word);
}

/// Makes what has been added one paragraph.
inline void end_paragraph(Document& document) {
  const auto size = static_cast<std::uint32_t>(document.article.text.size());
  document.article.blocks.push_back({{0, size}, BlockKind::Paragraph});
}

}  // namespace triplewright::test
