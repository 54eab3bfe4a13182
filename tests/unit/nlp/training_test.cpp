// A parser trained on a handful of sentences.
#include <gtest/gtest.h>

#include <cstdio>

#include "nlp/pretrain.h"
#include "nlp/train_parser.h"
#include "text/hash.h"
#include "triplewright/error.h"

namespace triplewright::nlp {
namespace {

struct TaggedWord {
  std::string form, tag;
  std::int32_t head;
  std::string deprel;
};

const WordVectors& no_vectors() {
  static const WordVectors vectors({"firm", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p"},
                                   16, std::vector<float>(16 * 16, 0.5f), std::vector<std::int8_t>(16, 1));
  return vectors;
}

ParserExample example(const std::vector<TaggedWord>& words) {
  ParserExample out;
  for (const TaggedWord& word : words) {
    out.words.emplace_back(WordForm(word.form, no_vectors()), text::hash64(word.tag), 0);
    out.heads.push_back(word.head);
    out.deprels.push_back(word.deprel);
    out.tags.push_back(word.tag);
  }
  return out;
}

// "the firm sells chips" of every subject and object, or with the verb at the end.
std::vector<ParserExample> sentences(bool verb_last) {
  std::vector<ParserExample> out;
  for (const std::string subject : {"firm", "maker", "mill", "baker"}) {
    for (const std::string object : {"chips", "bread", "steel", "phones"}) {
      if (verb_last) {
        out.push_back(example({{"the", "DET", 1, "det"},
                               {subject, "NOUN", 3, "nsubj"},
                               {object, "NOUN", 3, "obj"},
                               {"selleth", "VERB", -1, "root"}}));
      } else {
        out.push_back(example({{"the", "DET", 1, "det"},
                               {subject, "NOUN", 2, "nsubj"},
                               {"sells", "VERB", -1, "root"},
                               {object, "NOUN", 2, "obj"}}));
      }
    }
  }
  return out;
}

ParserOptions small(int epochs) {
  ParserOptions options;
  options.epochs = epochs;
  options.width = options.hidden = 32;
  options.layers = 2;
  options.rate = 0.02;
  options.hidden_dropout = 0.1f;
  return options;
}

Parser train_on(std::vector<ParserExample> gold, int epochs, std::vector<ParserExample> silver = {}) {
  return train_parser(std::move(gold), std::move(silver), {}, no_vectors(), small(epochs), [](const std::string&) {});
}

std::vector<ParserExample> both_kinds() {
  std::vector<ParserExample> all = sentences(false);
  for (ParserExample& more : sentences(true)) all.push_back(std::move(more));
  return all;
}

double attached(const Parser& parser, const std::vector<ParserExample>& examples) {
  ParserScratch scratch;
  std::vector<Parse> parses;
  std::size_t right = 0;
  std::size_t all = 0;
  for (const ParserExample& wanted : examples) {
    parser.run({wanted.words}, no_vectors(), scratch, parses);
    for (std::size_t i = 0; i < wanted.heads.size(); ++i, ++all) right += parses[0].heads[i] == wanted.heads[i];
  }
  return static_cast<double>(right) / static_cast<double>(all);
}

TEST(ParserTraining, LearnsAHandfulOfSentences) {
  EXPECT_EQ(attached(train_on(both_kinds(), 40), both_kinds()), 1.0);
}

TEST(ParserTraining, GivesTheSameModelEveryTime) {
  ModelWriter first;
  ModelWriter second;
  train_on(both_kinds(), 2).write(first);
  train_on(both_kinds(), 2).write(second);
  EXPECT_EQ(first.file("parser"), second.file("parser"));
}

TEST(ParserTraining, LearnsFromSilverSentencesWhatGoldOnesLack) {
  const double alone = attached(train_on(sentences(false), 40), sentences(true));
  const double taught = attached(train_on(sentences(false), 40, sentences(true)), sentences(true));
  EXPECT_LT(alone, 0.9);
  EXPECT_EQ(taught, 1.0);
}

// Sixteen sentences of three words that occur nowhere else.
const WordVectors& triple_vectors() {
  static const WordVectors vectors = [] {
    std::vector<std::string> words;
    for (char sentence = 'a'; sentence < 'a' + 16; ++sentence) {
      for (const char* place : {"x", "y", "z"}) words.push_back(place + std::string(3, sentence));
    }
    return WordVectors(words, 16, std::vector<float>(48 * 16, 0.1f), std::vector<std::int8_t>(48, 1));
  }();
  return vectors;
}

std::vector<std::vector<EncoderWord>> triples() {
  std::vector<std::vector<EncoderWord>> sentences;
  for (std::size_t i = 0; i < 400; ++i) {
    std::vector<EncoderWord>& sentence = sentences.emplace_back();
    for (std::size_t w = i % 16 * 3; w < i % 16 * 3 + 3; ++w) {
      sentence.emplace_back(WordForm(triple_vectors().vocabulary().words()[w], triple_vectors()), text::hash64("X"), 0);
    }
  }
  return sentences;
}

PretrainOptions small_encoder(int epochs = 120) {
  PretrainOptions options;
  options.epochs = epochs;
  options.width = 32;
  options.layers = 2;
  options.rate = 0.1;
  options.rarity = 1;
  return options;
}

TEST(Pretraining, TellsAHiddenWordByItsNeighbours) {
  double loss = 0;
  (void)pretrain_encoder(triples(), triple_vectors(), small_encoder(), [&](const std::string& line) {
    std::sscanf(line.c_str() + line.find("loss"), "loss %lf", &loss);
  });
  // A guess among 48 words has 3.9 nats. One time in 25 all three are hidden.
  EXPECT_LT(loss, 0.5);
}

TEST(Pretraining, GivesTheSameEncoderEveryTime) {
  ModelWriter first;
  ModelWriter second;
  const auto quiet = [](const std::string&) {};
  pretrain_encoder(triples(), triple_vectors(), small_encoder(5), quiet).write(first);
  pretrain_encoder(triples(), triple_vectors(), small_encoder(5), quiet).write(second);
  EXPECT_EQ(first.file("encoder"), second.file("encoder"));
}

TEST(Pretraining, AParserBeginsWithAnEncoderOfItsShape) {
  std::vector<std::vector<EncoderWord>> words;
  for (const ParserExample& example : both_kinds()) words.push_back(example.words);
  const auto quiet = [](const std::string&) {};
  const Encoder encoder = pretrain_encoder(words, no_vectors(), small_encoder(), quiet);
  ParserOptions options = small(40);
  options.pretrained = &encoder;
  EXPECT_EQ(attached(train_parser(both_kinds(), {}, {}, no_vectors(), options, quiet), both_kinds()), 1.0);
  options.width = 48;
  EXPECT_THROW((void)train_parser(both_kinds(), {}, {}, no_vectors(), options, quiet), Error);
}

TEST(Parser, SentencesOfABatchDoNotSeeEachOther) {
  const Parser parser = train_on(both_kinds(), 4);
  ParserScratch scratch;
  std::vector<Parse> together;
  std::vector<Parse> alone;
  const std::vector<ParserExample> examples = both_kinds();
  std::vector<std::vector<EncoderWord>> batch = {examples[3].words, {}, examples[20].words, {examples[0].words[0]}};
  parser.run(batch, no_vectors(), scratch, together);
  const std::vector<float> rows = scratch.batch.output;
  std::size_t at = 0;
  for (std::size_t s = 0; s < batch.size(); ++s) {
    parser.run({batch[s]}, no_vectors(), scratch, alone);
    EXPECT_EQ(alone[0].heads, together[s].heads) << s;
    for (std::size_t i = 0; i < batch[s].size() * 32; ++i, ++at) ASSERT_EQ(scratch.batch.output[i], rows[at]) << s;
  }
  EXPECT_EQ(at, rows.size());
}

}  // namespace
}  // namespace triplewright::nlp
