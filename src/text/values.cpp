// Member functions of the public value types.
#include <algorithm>
#include <array>

#include "triplewright/article.h"
#include "triplewright/claim.h"
#include "triplewright/document.h"
#include "triplewright/error.h"

namespace triplewright {

namespace {
constexpr std::array<std::string_view, 17> kUpos = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                    "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                    "PUNCT", "SCONJ", "SYM", "VERB", "X"};
constexpr std::array<std::string_view, 6> kFactuality = {"Asserted", "Reported",  "Possible",
                                                         "Planned",  "Predicted", "Denied"};
}  // namespace

std::string Position::to_string() const {
  std::string out = source;
  if (line != 0) out += ":" + std::to_string(line);
  if (line != 0 && column != 0) out += ":" + std::to_string(column);
  if (line == 0 && offset != 0) out += " (byte " + std::to_string(offset) + ")";
  return out;
}

std::string article_iri(const Article& article, std::string_view base) {
  if (!article.iri.empty()) return article.iri;
  return std::string(base) + "article/" + sha256_hex(article.text).substr(0, 16);
}

std::string_view to_string(Upos upos) {
  return kUpos[static_cast<std::size_t>(upos)];
}

Upos upos_from(std::string_view text) {
  const auto* it = std::find(kUpos.begin(), kUpos.end(), text);
  return it == kUpos.end() ? Upos::X : static_cast<Upos>(it - kUpos.begin());
}

std::string_view to_string(Factuality factuality) {
  return kFactuality[static_cast<std::size_t>(factuality)];
}

std::string_view Document::form(std::uint32_t token) const {
  const Span s = tokens[token].span;
  return std::string_view(article.text).substr(s.begin, s.size());
}

Span Document::bytes(Span range) const {
  if (range.empty()) return {};
  return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
}

std::string_view Document::text(Span range) const {
  const Span s = bytes(range);
  return std::string_view(article.text).substr(s.begin, s.size());
}

std::uint32_t Document::sentence_of(std::uint32_t token) const {
  const auto it = std::upper_bound(sentences.begin(), sentences.end(), token,
                                   [](std::uint32_t t, const Sentence& s) { return t < s.tokens.begin; });
  return static_cast<std::uint32_t>(it - sentences.begin()) - (it == sentences.begin() ? 0 : 1);
}

}  // namespace triplewright
