// Lemmas by edit scripts: "strip n characters from the end, add a suffix", chosen by a linear model over form and tag,
// with a list of the exceptions. Thread-safety: const after load.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nlp/linear.h"
#include "nlp/vectors.h"

namespace triplewright::nlp {

/// How a form becomes its lemma: lower-cased or not, without its last `strip` bytes, with `suffix`.
struct LemmaScript {
  bool lower = true;
  std::uint32_t strip = 0;
  std::string suffix;

  static LemmaScript between(std::string_view form, std::string_view lemma);
  /// "l2+y"; parse throws Error.
  [[nodiscard]] std::string to_string() const;
  static LemmaScript parse(std::string_view text);
  [[nodiscard]] std::string apply(std::string_view form) const;
};

class Lemmatizer {
 public:
  static Lemmatizer read(ModelReader& reader);
  void write(ModelWriter& writer) const;

  /// `tag` is composite: "NOUN|NN".
  [[nodiscard]] std::string lemma(std::string_view form, std::string_view tag) const;
  static void features(std::string_view form, std::string_view tag, std::vector<Feature>& out);

 private:
  friend class LemmatizerTrainer;
  [[nodiscard]] static std::string key(std::string_view form, std::string_view tag);
  void prepare();

  LinearModel model_;
  std::vector<LemmaScript> scripts_;      // of the labels of model_
  Vocabulary exceptions_;                 // form and tag
  std::vector<std::uint32_t> exception_;  // in extra_
  std::vector<std::string> extra_;        // scripts of exceptions
  std::vector<LemmaScript> extra_scripts_;
};

}  // namespace triplewright::nlp
