// Quotations and who speaks them: spans between quotation marks, over sentences, with the speaker that the sentences
// around them name. Thread-safety: const after construction.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/operators.h"

namespace triplewright::extract {

/// Who says something: a mention, or words.
struct Speaker {
  std::int32_t mention = -1;  ///< index in Document::mentions, of one with an entity, or -1
  std::string text;           ///< as worded when there is no such mention

  [[nodiscard]] bool known() const { return mention >= 0 || !text.empty(); }
};

/// The speaker of a report verb or noun; none when the clause names nobody.
[[nodiscard]] Speaker speaker_of(const Tree& tree, const Sense& report, std::uint32_t token);
/// The noun phrase headed by this token as a speaker.
[[nodiscard]] Speaker speaker_at(const Tree& tree, std::uint32_t noun);

class Quotations {
 public:
  Quotations(const Tree& tree, const Operators& operators);

  /// Index of the quotation that holds the token, or -1. Words in scare quotes are none.
  [[nodiscard]] std::int32_t at(std::uint32_t token) const { return of_token_[token]; }
  [[nodiscard]] const Speaker& speaker(std::int32_t quotation) const {
    return speakers_[static_cast<std::size_t>(quotation)];
  }

 private:
  std::vector<std::int32_t> of_token_;
  std::vector<Speaker> speakers_;
};

}  // namespace triplewright::extract
