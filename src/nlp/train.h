// Training of the components from the data folders named in models/README.md. Deterministic: same data and seed, same
// bytes (on one kind of processor). Thread-safety: each call is self-contained; one thread each.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace triplewright::nlp {

/// Called now and then with a line for people ("parser: epoch 3 of 20, loss 0.31, LAS 85.2").
using TrainProgress = std::function<void(const std::string&)>;

/// vectors, tokenizer, tagger, lemmatizer, parser, names: in the order in which one needs the other.
[[nodiscard]] const std::vector<std::string>& components();

struct TrainOptions {
  std::uint64_t seed = 1;
  int epochs = 0;  ///< 0: as many as the shipped model was trained with
  /// Where the models are that this component builds on (the tagger and names need vectors, the parser also the
  /// tagger).
  std::string models;
  /// CoNLL-U of plain text with the parses and names (`NER=` in MISC) of a better model, or empty: parser and names
  /// also learn from it (distillation: Hinton et al. 2015; on unlabelled text: Weiss et al. 2015).
  std::string silver;
};

/// Trains one component from `data` (a folder with syntax/, ner/, text/) and writes `output`.
/// Throws Error for an unknown component, missing data or an output that cannot be written.
void train(std::string_view component, const std::string& data, const std::string& output, const TrainOptions& options,
           const TrainProgress& progress);

}  // namespace triplewright::nlp
