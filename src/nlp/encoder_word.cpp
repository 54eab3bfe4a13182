#include "nlp/encoder_word.h"

namespace triplewright::nlp {

EncoderWord::EncoderWord(const WordForm& word, std::uint64_t tag, std::uint64_t flag) : vector(word.vector) {
  const auto longest = [](const std::uint64_t(&parts)[4], std::size_t at) {
    while (at > 0 && parts[at] == 0) --at;
    return parts[at];
  };
  keys[Form] = feature(Form, word.lower);
  keys[Suffix3] = feature(Suffix3, longest(word.suffixes, 2));
  keys[Suffix2] = feature(Suffix2, longest(word.suffixes, 1));
  keys[Prefix3] = feature(Prefix3, longest(word.prefixes, 2));
  keys[Shape] = feature(Shape, word.shape);
  keys[Tag] = feature(Tag, tag);
  keys[Flag] = feature(Flag, flag);
}

}  // namespace triplewright::nlp
