// What Models holds. Thread-safety: const after load.
#pragma once

#include <string>

#include "nlp/lemmatizer.h"
#include "nlp/names.h"
#include "nlp/parser.h"
#include "nlp/tagger.h"
#include "nlp/tokenizer.h"
#include "nlp/vectors.h"
#include "triplewright/models.h"

namespace triplewright {

struct Models::Data {
  nlp::WordVectors vectors;
  nlp::Tokenizer tokenizer;
  nlp::Tagger tagger;
  nlp::Lemmatizer lemmatizer;
  nlp::Parser parser;
  nlp::NameRecognizer names;
  std::string fingerprint;
};

}  // namespace triplewright
