// Names of persons, organizations, places, products and others: the encoder with a linear-chain CRF (Lafferty et al.
// 2001) over BILOU labels, and a gazetteer. Thread-safety: const after load; scratch is the caller's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nlp/encoder.h"
#include "triplewright/document.h"

namespace triplewright::nlp {

/// Known names as hashes of their words: which kinds a phrase may be.
class Gazetteer {
 public:
  enum Kind : std::uint8_t { FirstName = 1, Place = 2, Demonym = 4, Organization = 8, Product = 16, Inside = 32 };
  static constexpr std::size_t kLongest = 7;  ///< words

  static Gazetteer read(ModelReader& reader);
  void write(ModelWriter& writer) const;

  /// Adds a name, split at white space and hyphens.
  void add(std::string_view name, Kind kind);
  /// Sorts; to be called after the last `add`.
  void finish();
  /// Kinds of each word, from the longest phrases that it is part of; Inside for all but the first word.
  [[nodiscard]] std::vector<std::uint8_t> flags(const std::vector<WordForm>& words) const;

 private:
  [[nodiscard]] std::uint8_t find(Feature key) const;

  std::vector<Feature> keys_;  // sorted
  std::vector<std::int8_t> kinds_;
};

/// A name in a sentence, in words of it.
struct Name {
  Span words;
  NameType type = NameType::None;
};

struct NamesScratch {
  Encoder::Batch batch;
  std::vector<float> scores;
};

class NameRecognizer {
 public:
  static constexpr std::size_t kTypes = 5;  ///< Person to Miscellaneous
  /// O, then B I L U of each type.
  static constexpr std::size_t kLabels = 1 + 4 * kTypes;
  enum Part : std::uint8_t { Begin, In, Last, Unit };
  [[nodiscard]] static constexpr std::size_t label_of(std::size_t type, Part part) { return 1 + 4 * type + part; }
  /// Whether a label may follow another; kLabels stands for the edge of a sentence on both sides.
  [[nodiscard]] static bool may_follow(std::size_t before, std::size_t after);

  static NameRecognizer read(ModelReader& reader);
  void write(ModelWriter& writer) const;

  [[nodiscard]] const Encoder& encoder() const { return encoder_; }
  [[nodiscard]] const Gazetteer& gazetteer() const { return gazetteer_; }
  /// Names of each sentence.
  void run(const std::vector<std::vector<EncoderWord>>& sentences, const WordVectors& vectors, NamesScratch& scratch,
           std::vector<std::vector<Name>>& out) const;

 private:
  friend class NamesTrainer;
  /// The best sequence of labels (Viterbi) for `size` rows of scores.
  [[nodiscard]] std::vector<std::uint8_t> decode(const float* scores, std::size_t size) const;
  void compress();

  Gazetteer gazetteer_;
  Encoder encoder_;
  Weights output_;                  // width x padded(kLabels)
  std::vector<float> bias_;         // padded(kLabels)
  std::vector<float> transitions_;  // (kLabels + 1) x (kLabels + 1): from, to; the last is the edge
};

}  // namespace triplewright::nlp
