// The whole analysis with the models that ship, and training on a handful of sentences.
#include "nlp/annotate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "nlp/conllu.h"
#include "nlp/model_file.h"
#include "nlp/train.h"

namespace triplewright::nlp {
namespace {

const Models& shipped() {
  static const Models models = Models::load(std::string(TW_SOURCE_DIR) + "/models");
  return models;
}

Document analyse(std::string text) {
  Article article;
  article.text = std::move(text);
  Scratch scratch;
  return annotate(std::move(article), shipped(), nullptr, scratch);
}

std::vector<std::string> forms(const Document& document) {
  std::vector<std::string> out;
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) out.emplace_back(document.form(t));
  return out;
}

std::int64_t token(const Document& document, std::string_view form) {
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    if (document.form(t) == form) return t;
  }
  return -1;
}

TEST(Annotate, AnalysesASentence) {
  const Document doc = analyse("The company sold its new chips to three customers in Japan last year.");
  ASSERT_EQ(doc.sentences.size(), 1u);
  const auto sold = static_cast<std::size_t>(token(doc, "sold"));
  EXPECT_EQ(doc.tokens[sold].head, -1);
  EXPECT_EQ(doc.tokens[sold].lemma, "sell");
  EXPECT_EQ(doc.tokens[sold].upos, Upos::VERB);
  EXPECT_EQ(doc.tokens[1].deprel, "nsubj");
  EXPECT_EQ(doc.tokens[1].head, static_cast<std::int32_t>(sold));
  const auto chips = static_cast<std::size_t>(token(doc, "chips"));
  EXPECT_EQ(doc.tokens[chips].deprel, "obj");
  EXPECT_EQ(doc.tokens[chips].lemma, "chip");
  EXPECT_EQ(doc.tokens[chips].feats, "Number=Plur");
  ASSERT_EQ(doc.mentions.size(), 1u);
  EXPECT_EQ(doc.text(doc.mentions[0].tokens), "Japan");
  EXPECT_EQ(doc.mentions[0].type, NameType::Location);
}

TEST(Annotate, MarksPassives) {
  const Document doc = analyse("The rules were approved by the ministry on Monday.");
  const auto approved = static_cast<std::size_t>(token(doc, "approved"));
  EXPECT_NE(doc.tokens[approved].feats.find("Voice=Pass"), std::string::npos);
  EXPECT_EQ(doc.tokens[1].deprel, "nsubj:pass");
  EXPECT_EQ(doc.tokens[static_cast<std::size_t>(token(doc, "ministry"))].deprel, "obl:agent");
}

TEST(Annotate, OffsetsAreTrueForTypography) {
  const Document doc = analyse("\u201cWe don\u2019t sell it,\u201d she said \u2014 twice.");
  std::uint32_t last = 0;
  for (const Token& t : doc.tokens) {
    EXPECT_GE(t.span.begin, last);
    EXPECT_GT(t.span.end, t.span.begin);
    last = t.span.end;
  }
  const auto all = forms(doc);
  EXPECT_NE(std::find(all.begin(), all.end(), "n\u2019t"), all.end());
  EXPECT_NE(std::find(all.begin(), all.end(), "\u201c"), all.end());
  EXPECT_FALSE(doc.tokens[0].space_after);
}

TEST(Annotate, NeverJoinsBlocksAndLeavesFurnitureOut) {
  Article article;
  article.text = "Chip Prices Rise\nThe price of chips rose\nREAD MORE\nAnalysts were surprised.";
  article.blocks = {{{0, 16}, BlockKind::Title},
                    {{17, 40}, BlockKind::Paragraph},
                    {{41, 50}, BlockKind::Furniture},
                    {{51, 75}, BlockKind::Paragraph}};
  Scratch scratch;
  const Document doc = annotate(article, shipped(), nullptr, scratch);
  ASSERT_EQ(doc.sentences.size(), 3u);
  EXPECT_EQ(doc.sentences[0].block, 0u);
  EXPECT_EQ(doc.sentences[1].block, 1u);
  EXPECT_EQ(doc.sentences[2].block, 3u);
  EXPECT_EQ(token(doc, "READ"), -1);
}

TEST(Annotate, ReadsHeadlinesInTitleCase) {
  const Document doc = analyse("Electronics Makers Cut Their Spending on New Factories");
  ASSERT_EQ(doc.sentences.size(), 1u);
  EXPECT_TRUE(doc.sentences[0].title_case);
  const auto cut = static_cast<std::size_t>(token(doc, "Cut"));
  EXPECT_EQ(doc.tokens[cut].upos, Upos::VERB);
  EXPECT_EQ(doc.tokens[cut].head, -1);
  EXPECT_EQ(doc.tokens[static_cast<std::size_t>(token(doc, "Makers"))].deprel, "nsubj");
  EXPECT_FALSE(analyse("The makers cut their spending in Japan.").sentences[0].title_case);
}

TEST(Annotate, SplitsSentencesButNotAbbreviations) {
  const Document doc = analyse(
      "Mr. Vale met Dr. Ito in the U.S. on Friday. They spoke for 2.5 hours. \u201cIt went well,\u201d he said.");
  EXPECT_EQ(doc.sentences.size(), 3u);
  EXPECT_EQ(analyse("Vale gained 2.2%. ZB Ito, which owns 79% of Quist, may sell a stake.").sentences.size(), 2u);
}

TEST(Annotate, SplitsNeitherPossessivesNorCodes) {
  const Document doc = analyse("Its Ascend chips sell. R21 was made by it; the G7 want 5G, and 910C is sold.");
  for (const char* word : {"Its", "R21", "G7", "5G", "910C"}) EXPECT_NE(token(doc, word), -1) << word;
}

TEST(Annotate, PluralAbbreviationsAndActivitiesAreNouns) {
  const Document doc = analyse("Acme sells Zelt GPUs and TPUs. Spending on tools rose by 5%.");
  for (const char* word : {"GPUs", "TPUs", "Spending"}) {
    const Token& noun = doc.tokens[static_cast<std::size_t>(token(doc, word))];
    EXPECT_EQ(noun.upos, Upos::NOUN) << word;
  }
  EXPECT_EQ(doc.tokens[static_cast<std::size_t>(token(doc, "TPUs"))].lemma, "tpu");
  EXPECT_EQ(doc.tokens[static_cast<std::size_t>(token(doc, "Spending"))].deprel, "nsubj");
}

TEST(Annotate, KeepsTheFullStopOfACompany) {
  const Document doc =
      analyse("Northwind Tools Corp. (NTC) hired Dr. Amara Vale. Its rival is Umbra Inc. The firm is small.");
  ASSERT_EQ(doc.sentences.size(), 3u);
  EXPECT_EQ(doc.form(2), "Corp.");
  EXPECT_NE(token(doc, "Inc."), -1);
}

TEST(Annotate, EveryTokenHasAHeadInItsSentenceAndOneIsTheRoot) {
  const Document doc =
      analyse("a ( b ] ... !!! 12:30 http://x.example/y?z=1 #tag @name \u4e2d\u6587 \U0001F600 --- & Co.\n\nx");
  for (const Sentence& sentence : doc.sentences) {
    int roots = 0;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const std::int32_t head = doc.tokens[t].head;
      roots += head < 0;
      EXPECT_EQ(head < 0, doc.tokens[t].deprel == "root");
      EXPECT_TRUE(head < 0 || sentence.tokens.contains(static_cast<std::uint32_t>(head)));
      EXPECT_FALSE(doc.tokens[t].lemma.empty());
    }
    EXPECT_EQ(roots, 1);
  }
}

TEST(Annotate, CutsEndlessSentences) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "and then ";
  const Document doc = analyse(text);
  for (const Sentence& sentence : doc.sentences) EXPECT_LE(sentence.tokens.size(), 400u);
  EXPECT_EQ(doc.tokens.size(), 6000u);
}

TEST(Annotate, EmptyTextsGiveNothing) {
  EXPECT_TRUE(analyse("").tokens.empty());
  EXPECT_TRUE(analyse(" \n\n \t").tokens.empty());
}

TEST(Annotate, IsTheSameEveryTimeAndWithTokensKept) {
  const std::string text = "Acme, a maker of chips, bought Zenith. The deal was worth $3 billion, said Mr. Vale.";
  const Document once = analyse(text);
  EXPECT_EQ(to_conllu(once), to_conllu(analyse(text)));
  Scratch scratch;
  EXPECT_EQ(to_conllu(annotate_tokens(once, shipped(), nullptr, scratch)), to_conllu(once));
}

TEST(Train, IsDeterministicAndRefusesUnknownParts) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "tw_train";
  std::filesystem::create_directories(folder / "text");
  {
    std::ofstream text(folder / "text" / "a.txt");
    for (int i = 0; i < 30; ++i) text << "The firm sells chips and the firm buys tools in town " << i << ".\n";
  }
  TrainOptions options;
  const auto train_once = [&](const std::string& name) {
    train("vectors", folder.string(), (folder / name).string(), options, [](const std::string&) {});
    return read_file_bytes((folder / name).string());
  };
  const std::string first = train_once("v1.model");
  EXPECT_EQ(first, train_once("v2.model"));
  options.seed = 2;
  EXPECT_NE(first, train_once("v3.model"));
  EXPECT_THROW(train("nothing", folder.string(), "x", options, {}), Error);
  EXPECT_THROW(train("tokenizer", folder.string(), "x", options, {}), Error);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace triplewright::nlp
