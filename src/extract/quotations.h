// Quotations and who speaks them: spans between quotation marks, over sentences, with the speaker that the sentences
// around them name. Thread-safety: const after construction.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/speaker.h"

namespace triplewright::extract {

class Quotations {
 public:
  Quotations(const Tree& tree, const Operators& operators, const Speakers& speakers);

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
