// The trained English models. Thread-safety: const after load; each worker has a Scratch of its own.
#pragma once

#include <memory>
#include <string>

#include "triplewright/error.h"

namespace triplewright {

/// Tokenizer, tagger, lemmatizer, parser and name recognizer with their weights. Immutable.
class Models {
 public:
  /// Reads the model files of a directory; throws Error for a missing, wrong, truncated or corrupted one.
  static Models load(const std::string& directory);

  Models();
  ~Models();
  Models(Models&&) noexcept;
  Models& operator=(Models&&) noexcept;

  /// SHA-256 over the model files: part of an article's fingerprint.
  [[nodiscard]] const std::string& fingerprint() const;

  struct Data;  // defined in src/nlp
  [[nodiscard]] const Data& data() const { return *data_; }

 private:
  std::unique_ptr<Data> data_;
};

}  // namespace triplewright
