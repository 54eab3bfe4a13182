// Dependency parsing: an arc-hybrid parser over the encoder (the architecture of Chen and Manning 2014 with words in
// context), which also settles the tags. It decides greedily where it is sure, and where it is not follows several
// hypotheses (a beam, pruned by a margin; cf. selective branching, Choi and McCallum 2013).
// Thread-safety: const after load; scratch is the caller's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "nlp/encoder.h"
#include "nlp/transitions.h"

namespace triplewright::nlp {

/// The analysis of one sentence.
struct Parse {
  std::vector<std::int32_t> heads;    ///< index in the sentence, or -1 for the root
  std::vector<std::uint16_t> labels;  ///< in Parser::labels
  std::vector<std::uint16_t> tags;    ///< in Parser::tags
};

/// A way to read the beginning of a sentence, as good as the sum of the logarithms of its moves' probabilities.
struct Hypothesis {
  std::uint32_t sentence = 0;
  std::uint32_t state = 0;  ///< in ParserScratch::states
  float score = 0;
};

struct ParserScratch {
  struct Step {
    std::uint32_t from;  ///< in beam
    Move move;
    std::uint16_t label;
    float score;
  };

  Encoder::Batch batch;
  std::vector<float> projections, hidden, scores, tag_scores;
  std::vector<std::int16_t> small;  ///< `hidden` in 16 bits
  std::vector<std::size_t> first_rows;
  std::vector<Hypothesis> beam, next;  ///< of all sentences, those of one together, the best first
  std::vector<Step> steps;
  std::vector<ParserState> states;
  std::vector<std::uint32_t> spare;  ///< states that no hypothesis uses
};

class Parser {
 public:
  static Parser read(ModelReader& reader);
  void write(ModelWriter& writer) const;

  [[nodiscard]] const Encoder& encoder() const { return encoder_; }
  [[nodiscard]] const std::vector<std::string>& labels() const { return labels_; }
  [[nodiscard]] const std::vector<std::string>& tags() const { return tags_; }
  /// Parses sentences together; as many results as sentences.
  void run(const std::vector<std::vector<EncoderWord>>& sentences, const WordVectors& vectors, ParserScratch& scratch,
           std::vector<Parse>& out) const;

 private:
  friend class ParserTrainer;
  friend class ParserEnsemble;
  static constexpr float kNever = -1e30f;
  static constexpr std::size_t kExtras = ParserState::kLabelSlots + ParserState::kCounts;

  /// Moves in the output layer: Shift, then Left and Right with each label.
  [[nodiscard]] std::size_t moves() const { return 1 + 2 * labels_.size(); }
  [[nodiscard]] std::size_t move_of(Move move, std::size_t label) const {
    return move == Move::Shift ? 0 : 1 + (move == Move::Right ? labels_.size() : 0) + label;
  }
  /// Which moves a state allows: calls `visit(index, move, label)` in order.
  template <class Visit>
  void for_each_allowed(const ParserState& state, const Visit& visit) const {
    if (state.allowed(Move::Shift)) visit(std::size_t{0}, Move::Shift, std::size_t{0});
    for (const Move move : {Move::Left, Move::Right}) {
      if (!state.allowed(move)) continue;
      const bool to_root = move == Move::Right && state.attaches_to_root();
      for (std::size_t label = 0; label < labels_.size(); ++label) {
        if ((label == root_label_) == to_root) visit(move_of(move, label), move, label);
      }
    }
  }
  void encode(const std::vector<std::vector<EncoderWord>>& sentences, const WordVectors& vectors,
              ParserScratch& scratch) const;
  void choose_tags(const std::vector<std::vector<EncoderWord>>& sentences, ParserScratch& scratch,
                   std::vector<Parse>& out) const;
  /// Fills scratch.scores: a row for each hypothesis, of the output layer, where what is not allowed has kNever.
  void score(ParserScratch& scratch) const;
  void restrict_moves(const ParserState& state, float* scores) const;
  /// The best steps from the hypotheses [begin, end) of one sentence, the best first.
  void choose_steps(std::size_t begin, std::size_t end, ParserScratch& scratch) const;
  /// Adds to scratch.next what becomes of them by those steps.
  static void take_steps(std::size_t begin, std::size_t end, ParserScratch& scratch);
  /// The vectors whose sum is the hidden layer of a state: kSlots + kExtras of them. Indices in extra_ for the latter.
  void features(const ParserState& state, const float* projections, const float** rows) const;
  void extra_rows(const ParserState& state, std::size_t* rows) const;
  void prepare();
  void compress();

  std::vector<std::string> labels_, tags_;
  std::size_t root_label_ = 0;
  Encoder encoder_;
  std::size_t hidden_ = 0;
  Weights slots_;              // width x kSlots * hidden
  std::vector<float> absent_;  // 2 x kSlots x hidden: nothing there; the root
  std::vector<float> extra_;   // labels of children and counts, each a row
  std::vector<float> bias_;
  Weights output_;
  std::vector<float> output_bias_;
  Weights tag_output_;
  std::vector<float> tag_bias_;
};

}  // namespace triplewright::nlp
