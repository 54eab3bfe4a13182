// A parser trained on a handful of sentences.
#include <gtest/gtest.h>

#include "nlp/names_data.h"
#include "nlp/train_parser.h"
#include "text/hash.h"

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

TEST(ParserTraining, RefusesSilverRelationsThatNoGoldOneHas) {
  EXPECT_THROW(
      (void)train_on(sentences(false), 1, {example({{"firm", "NOUN", -1, "root"}, {"b", "NOUN", 0, "friend"}})}),
      Error);
}

TEST(Plan, TakesAllGoldEachEpochAndGoesRoundTheSilver) {
  // Two gold examples of five words, three silver ones of four; five silver words for ten of gold.
  const auto plan = plan_epochs({5, 5, 4, 4, 4}, 2, 2, 0.5);
  ASSERT_EQ(plan.size(), 2u);
  EXPECT_EQ(plan[0], (std::vector<std::uint32_t>{0, 1, 2, 3}));
  EXPECT_EQ(plan[1], (std::vector<std::uint32_t>{0, 1, 4, 2}));
}

TEST(SilverNames, AreOpenWhereTheTeacherIsUnsure) {
  ConlluSentence sentence;
  for (const char* label : {"O", "B-ORG", "I-ORG", "O", "B-PER", "_"}) {
    sentence.words.emplace_back().misc = std::string("NER=") + label;
  }
  const auto names = names_of_silver({sentence});
  ASSERT_EQ(names.size(), 1u);
  const auto label = [](NameType type, NameRecognizer::Part part) {
    return 1u << NameRecognizer::label_of(static_cast<std::size_t>(type) - 1, part);
  };
  using enum NameType;
  EXPECT_EQ(names[0].allowed[0], 1u);
  EXPECT_EQ(names[0].allowed[1], label(Organization, NameRecognizer::Begin));
  EXPECT_EQ(names[0].allowed[2], label(Organization, NameRecognizer::Last));
  // The person's name may go on into the word after it, or not.
  EXPECT_NE(names[0].allowed[4] & label(Person, NameRecognizer::Begin), 0u);
  EXPECT_NE(names[0].allowed[4] & label(Person, NameRecognizer::Unit), 0u);
  EXPECT_EQ(names[0].allowed[4] & label(Organization, NameRecognizer::Unit), 0u);
  EXPECT_EQ(names[0].allowed[5], (1u << NameRecognizer::kLabels) - 1);
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
