// How a predicate is presented and by whom, in a few words.
#pragma once

#include <string>
#include <string_view>

#include "extract/stance.h"
#include "sentence.h"

namespace triplewright::extract::test {

/// "Denied", or "Reported by Ada": the stance of the token with this form.
inline std::string stance(const Document& document, std::string_view form) {
  const StanceAnalysis analysis(document, ontology());
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    if (document.form(t) != form) continue;
    const Stance s = analysis.at(t);
    std::string out(to_string(s.factuality));
    if (s.speaker_mention >= 0) {
      out += " by " + std::string(document.text(document.mentions[static_cast<std::size_t>(s.speaker_mention)].tokens));
    } else if (!s.speaker_text.empty()) {
      out += " by words: " + s.speaker_text;
    }
    return out;
  }
  return "no such token";
}

inline std::string stance(std::string_view words, std::string_view form) {
  return stance(SentenceOf(words).document(), form);
}

}  // namespace triplewright::extract::test
