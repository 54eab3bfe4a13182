// What the trainers share: reading data, jackknifing, and the trainer of each component (see train.h).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "nlp/conllu.h"
#include "nlp/lemmatizer.h"
#include "nlp/random.h"
#include "nlp/tagger.h"
#include "nlp/tokenizer.h"
#include "nlp/train.h"
#include "nlp/vectors.h"

namespace triplewright::nlp {

/// Regular files of a folder whose names end so, sorted by name; throws Error when there are none.
[[nodiscard]] std::vector<std::string> files_in(const std::string& folder, std::string_view ending);
void for_each_line(std::string_view text, const std::function<void(std::string_view)>& line);

/// The sentences of every syntax/*-PART.conllu, plain or compressed.
[[nodiscard]] std::vector<ConlluSentence> read_treebanks(const std::string& data, std::string_view part);
/// The same as documents.
[[nodiscard]] std::vector<Document> read_treebank_documents(const std::string& data, std::string_view part);

/// A sentence as the taggers and parsers are trained on it: forms as written, or raised as in a headline.
struct TrainingSentence {
  std::vector<std::string> forms;
  std::vector<std::string> tags;  ///< "NOUN|NN"
  std::vector<std::int32_t> heads;
  std::vector<std::string> deprels;
  bool title_case = false;

  [[nodiscard]] std::vector<WordForm> words(const WordVectors& vectors) const;
};

/// Sentences for training, with copies of some raised to Title Case and to capitals.
[[nodiscard]] std::vector<TrainingSentence> training_sentences(const std::vector<ConlluSentence>& sentences,
                                                               bool raised_copies, Random& random);

/// The words of a sentence as in a headline: Title Case, or sometimes capitals.
[[nodiscard]] std::vector<std::string> headline_forms(const std::vector<std::string>& forms, Random& random);

/// Which examples each epoch sees: all gold ones and, going round, `share` times as many words of the silver ones that
/// stand after them. `words` has the length of each example.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> plan_epochs(const std::vector<std::size_t>& words,
                                                                  std::size_t golds, int epochs, double share);

/// Goes through the epochs of a plan in batches, with a learning rate that warms up and then falls linearly to nothing.
class Schedule {
 public:
  Schedule(std::vector<std::size_t> words, std::vector<std::vector<std::uint32_t>> plan, double rate);

  [[nodiscard]] std::size_t epochs() const { return plan_.size(); }
  [[nodiscard]] std::size_t words(std::size_t epoch) const;
  /// The share of all words that have been seen.
  [[nodiscard]] double done() const { return done_ / all_; }
  [[nodiscard]] std::size_t steps() const { return steps_; }
  /// Shuffles an epoch and calls `step` for each batch with the rate after it.
  void run(std::size_t epoch, Random& random,
           const std::function<void(const std::vector<std::uint32_t>&, float)>& step);

 private:
  std::vector<std::size_t> words_;  // of each example
  std::vector<std::vector<std::uint32_t>> plan_;
  double rate_, all_ = 0, done_ = 0;
  std::size_t steps_ = 0;
};

[[nodiscard]] WordVectors read_vectors(const std::string& models);

[[nodiscard]] Tokenizer train_tokenizer(const std::vector<Document>& documents, const WordVectors& vectors,
                                        const TrainOptions& options, const TrainProgress& progress);
[[nodiscard]] Tagger train_tagger(const std::vector<TrainingSentence>& sentences, const WordVectors& vectors,
                                  std::uint64_t seed, int epochs, const TrainProgress& progress);
[[nodiscard]] Lemmatizer train_lemmatizer(const std::vector<ConlluSentence>& sentences, const TrainOptions& options,
                                          const TrainProgress& progress);

/// Tags of every sentence by taggers that have not seen it (`folds` of them), as labels of `tagger`.
[[nodiscard]] std::vector<std::vector<std::uint16_t>> jackknife_tags(const std::vector<TrainingSentence>& sentences,
                                                                     const WordVectors& vectors, const Tagger& tagger,
                                                                     std::uint64_t seed, std::size_t folds,
                                                                     const TrainProgress& progress);

void train_vectors(const std::string& data, const std::string& output, const TrainOptions& options,
                   const TrainProgress& progress);

}  // namespace triplewright::nlp
