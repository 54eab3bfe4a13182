// What the encoder sees of a word: hashed features, the rows of its embeddings, and a static vector.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "nlp/linear.h"
#include "nlp/tagger.h"

namespace triplewright::nlp {

struct EncoderWord {
  enum Table : std::uint8_t { Form, Suffix3, Suffix2, Prefix3, Shape, Tag, Flag };
  static constexpr std::size_t kTables = 7;
  std::array<Feature, kTables> keys{};
  std::int32_t vector = -1;

  EncoderWord() = default;
  EncoderWord(const WordForm& word, std::uint64_t tag, std::uint64_t flag);
  friend bool operator==(const EncoderWord&, const EncoderWord&) = default;
};

}  // namespace triplewright::nlp
