#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "ingest/decode.h"
#include "support.h"
#include "text/utf8.h"

namespace triplewright::ingest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kFirst =
    "Harbor Foods bought the mills of Stonebridge for $40 million, the two companies said on Tuesday.";
constexpr const char* kSecond =
    "The deal gives the buyer four plants in the north, and it expects to hire 200 people there.";

std::string joined(std::initializer_list<std::string> paragraphs) {
  std::string out;
  for (const std::string& p : paragraphs) out += (out.empty() ? "" : "\n\n") + p;
  return out;
}

TEST(Text, TitleHeadingsAndParagraphs) {
  const Article a = article_from_text(joined({"Harbor Foods Buys Four Mills", kFirst, "What It Means", kSecond}));
  EXPECT_EQ(a.title, "Harbor Foods Buys Four Mills");
  EXPECT_THAT(outline(a), ElementsAre("title: Harbor Foods Buys Four Mills", std::string("paragraph: ") + kFirst,
                                      "heading: What It Means", std::string("paragraph: ") + kSecond));
}

TEST(Text, AloneASentenceIsAParagraph) {
  EXPECT_THAT(outline(article_from_text("Harbor supplies flour to Stonebridge.")),
              ElementsAre("paragraph: Harbor supplies flour to Stonebridge."));
  EXPECT_THAT(outline(article_from_text("Harbor supplies flour to Stonebridge")),
              ElementsAre("paragraph: Harbor supplies flour to Stonebridge"));
  EXPECT_THAT(outline(article_from_text("")), IsEmpty());
  EXPECT_THAT(outline(article_from_text(" \n\t\r\n")), IsEmpty());
}

TEST(Text, WeatherWidgetGivesTheDate) {
  const Article a =
      article_from_text(joined({"21.5 C", "Lisbon", "Monday, May 4, 2026", "Harbor Foods Buys Four Mills", kFirst}));
  EXPECT_EQ(a.published, "2026-05-04");
  EXPECT_EQ(a.title, "Harbor Foods Buys Four Mills");
  EXPECT_THAT(outline(a), ElementsAre("furniture: 21.5 C", "furniture: Lisbon", "dateline: Monday, May 4, 2026",
                                      "title: Harbor Foods Buys Four Mills", std::string("paragraph: ") + kFirst));
}

TEST(Text, DatelineIsTheFirstPartOfItsLine) {
  const Article a = article_from_text(std::string("LISBON, May 4, 2026 (Wirepress) - ") + kFirst);
  EXPECT_EQ(a.publisher, "Wirepress");
  EXPECT_EQ(a.published, "2026-05-04");
  EXPECT_THAT(outline(a),
              ElementsAre("dateline: LISBON, May 4, 2026 (Wirepress) - ", std::string("paragraph: ") + kFirst));
  EXPECT_EQ(outline(article_from_text(std::string("PORTO — ") + kFirst))[0], "dateline: PORTO — ");
  EXPECT_EQ(outline(article_from_text(std::string("(Wirepress) -- ") + kFirst))[0], "dateline: (Wirepress) -- ");
  EXPECT_EQ(outline(article_from_text(std::string("PORTO--(BUSINESS WIRE)--") + kFirst))[0],
            "dateline: PORTO--(BUSINESS WIRE)--");
  EXPECT_EQ(outline(article_from_text(std::string("OPORTO, Portugal, May 4, 2026 /Wirepress/ -- ") + kFirst))[0],
            "dateline: OPORTO, Portugal, May 4, 2026 /Wirepress/ -- ");
  const Article dated = article_from_text(std::string("OPORTO, the North - May 4, 2026 - ") + kFirst);
  EXPECT_EQ(outline(dated)[0], "dateline: OPORTO, the North - May 4, 2026 - ");
  EXPECT_EQ(dated.published, "2026-05-04");
  EXPECT_EQ(outline(article_from_text(std::string("VILA NOVA: ") + kFirst))[0], "dateline: VILA NOVA: ");
  // A name before brackets or a dash is no dateline.
  EXPECT_EQ(outline(article_from_text("Harbor Foods (HRBR) — a miller — said on Tuesday that it would buy four mills."))
                .size(),
            1u);
  EXPECT_EQ(outline(article_from_text("HARBOR — a miller — said on Tuesday that it would buy four mills.")).size(), 1u);
  EXPECT_EQ(
      outline(article_from_text("Harbor Foods — a miller — said on Tuesday that it would buy four mills.")).size(), 1u);
}

TEST(Text, RunInHeads) {
  EXPECT_EQ(outline(article_from_text(std::string("UPDATE: ") + kFirst))[0], "furniture: UPDATE: ");
  EXPECT_EQ(outline(article_from_text(std::string("BUYING FOUR MILLS: ") + kFirst))[0], "heading: BUYING FOUR MILLS: ");
}

TEST(Text, FurnitureAroundAndWithin) {
  const Article a = article_from_text(
      joined({"Harbor Foods Buys Four Mills", "Instructions", kFirst, "Advertisement", "READ MORE: Ten pies to bake",
              kSecond, "Business", "You May Also Like", "Ten Pies to Bake This Autumn", "A Guide to Rye",
              "Leave a Reply", "Your email address will not be published. Required fields are marked *",
              "A reader wrote here that the mills were sold far too cheap, and that is a comment."}));
  EXPECT_THAT(
      outline(a),
      ElementsAre("title: Harbor Foods Buys Four Mills", "furniture: Instructions", std::string("paragraph: ") + kFirst,
                  "furniture: Advertisement", "furniture: READ MORE: Ten pies to bake",
                  std::string("paragraph: ") + kSecond, "furniture: Business", "furniture: You May Also Like",
                  "furniture: Ten Pies to Bake This Autumn", "furniture: A Guide to Rye", "furniture: Leave a Reply",
                  "furniture: Your email address will not be published. Required fields are marked *",
                  "furniture: A reader wrote here that the mills were sold far too cheap, and that is a comment."));
}

TEST(Text, ListOfHeadlinesEndsWhereTheArticleGoesOn) {
  const std::string back =
      "The mills have stood in the valley since 1920, and the families that own them had been looking for a buyer for "
      "three years, the mayor said "
      "on Tuesday. He was glad that the search was over, and that the jobs would stay.";
  const Article a = article_from_text(
      joined({kFirst, "Related Articles", "Ten Pies to Bake This Autumn", "A Guide to Rye", back, kSecond}));
  EXPECT_EQ(outline(a)[4], "paragraph: " + back);
  EXPECT_EQ(outline(a)[5], std::string("paragraph: ") + kSecond);
}

TEST(Text, VideosBoxesCaptionsBylines) {
  const Article a = article_from_text(
      joined({"A baker at work in a mill near Porto.", "Ann Lee | Wirepress | Getty Images", kFirst,
              "Harbor's chief on the price of rye", "watch now", kSecond,
              "The week in food, every Friday\nSubscribe now", kSecond, "— Bo Ek contributed to this report."}));
  EXPECT_THAT(
      outline(a),
      ElementsAre("caption: A baker at work in a mill near Porto.", "caption: Ann Lee | Wirepress | Getty Images",
                  std::string("paragraph: ") + kFirst, "furniture: Harbor's chief on the price of rye",
                  "furniture: watch now", std::string("paragraph: ") + kSecond,
                  "furniture: The week in food, every Friday", "furniture: Subscribe now",
                  std::string("paragraph: ") + kSecond, "byline: — Bo Ek contributed to this report."));
}

TEST(Text, NotesTickersAndInvitations) {
  const Article a = article_from_text(
      joined({kFirst, "In this article", "HRBR", "Editor's note: This story has been updated with a figure.",
              "Follow Wirepress on Facebook and Instagram.", kSecond, "A miller in Porto.\nReuters", kFirst}));
  EXPECT_THAT(
      outline(a),
      ElementsAre(std::string("paragraph: ") + kFirst, "furniture: In this article", "furniture: HRBR",
                  "furniture: Editor's note: This story has been updated with a figure.",
                  "furniture: Follow Wirepress on Facebook and Instagram.", std::string("paragraph: ") + kSecond,
                  "caption: A miller in Porto.", "caption: Reuters", std::string("paragraph: ") + kFirst));
}

TEST(Text, AHeadBeforeABoxStays) {
  const Article a =
      article_from_text(joined({kFirst, "Rye gets dear", "The week in food, in your inbox\nSubscribe now", kSecond}));
  EXPECT_EQ(outline(a)[1], "heading: Rye gets dear");
}

TEST(Text, SourcesAtTheEnd) {
  const Article a = article_from_text(
      joined({kFirst, "Sources", "- Wirepress, “Harbor buys mills” (4 May 2026)", "- The Baker, 3 May 2026"}));
  EXPECT_THAT(outline(a), ElementsAre(std::string("paragraph: ") + kFirst, "furniture: Sources",
                                      "furniture: - Wirepress, “Harbor buys mills” (4 May 2026)",
                                      "furniture: - The Baker, 3 May 2026"));
}

TEST(Text, ListsTablesQuotes) {
  const Article a =
      article_from_text(joined({"# Four mills", kFirst, "- the mill at Alder\n- the mill at Birch",
                                "| mill | tons |\n|---|---|\n| Alder | 40 |", "> We are glad, the chief said."}));
  EXPECT_EQ(a.title, "Four mills");
  EXPECT_THAT(outline(a), ElementsAre("furniture: # ", "title: Four mills", std::string("paragraph: ") + kFirst,
                                      "furniture: - ", "item: the mill at Alder", "furniture: - ",
                                      "item: the mill at Birch", "table: | mill | tons |", "table: |---|---|",
                                      "table: | Alder | 40 |", "furniture: > ", "quote: We are glad, the chief said."));
}

TEST(Text, HeaderFields) {
  const Article a = article_from_text(
      std::string("Title: Harbor buys four mills\nSource: https://wire.example/mills\nFood: 9\n\n") + kFirst);
  EXPECT_EQ(a.title, "Harbor buys four mills");
  EXPECT_EQ(a.iri, "https://wire.example/mills");
  EXPECT_THAT(outline(a), ElementsAre("furniture: Title: ", "title: Harbor buys four mills",
                                      "furniture: Source: https://wire.example/mills", "furniture: Food: 9",
                                      std::string("paragraph: ") + kFirst));
}

TEST(Text, MarksEndABylineAndPartsOfLettersDoNot) {
  const Article a =
      article_from_text(std::string("Harbor buys four mills\nBy Ana Lâm and Bo O’Ek · March 3, 2026\n\n") + kFirst);
  EXPECT_THAT(a.authors, ElementsAre("Ana Lâm", "Bo O’Ek"));
}

TEST(Text, FrontMatter) {
  const Article a = article_from_text(std::string("---\ntitle: \"Four mills\"\ndate: 2026-05-04\nauthors:\n  - Ann "
                                                  "Lee\n  - Bo Ek\nurl: https://w.example/m\n---\n") +
                                      kFirst);
  EXPECT_EQ(a.title, "Four mills");
  EXPECT_EQ(a.published, "2026-05-04");
  EXPECT_THAT(a.authors, ElementsAre("Ann Lee", "Bo Ek"));
  EXPECT_EQ(a.blocks[0].kind, BlockKind::Furniture);
  EXPECT_EQ(outline(a)[1], std::string("paragraph: ") + kFirst);
  const Article listed = article_from_text(std::string("---\nauthors: [Ann Lee, \"Bo Ek\"]\n---\n") + kFirst);
  EXPECT_THAT(listed.authors, ElementsAre("Ann Lee", "Bo Ek"));
  // A rule at the top is not front matter.
  EXPECT_EQ(outline(article_from_text(std::string("---\n\n") + kFirst))[1], std::string("paragraph: ") + kFirst);
}

TEST(Text, HardWrappedLinesAreOneParagraph) {
  const Article a = article_from_text(
      "Harbor Foods bought the mills of Stonebridge for $40 million, the two\n"
      "companies said on Tuesday. The deal gives the buyer four plants in the\n"
      "north, and it expects to hire 200 people there before the summer ends,\n"
      "when the harvest comes in.\n\n"
      "The mills have stood there since 1920 and grind a third of the country's\n"
      "rye, the mayor said.\n");
  ASSERT_EQ(a.blocks.size(), 2u);
  EXPECT_TRUE(outline(a)[0].ends_with("comes in."));
}

TEST(Text, BlocksCoverAllThatIsNotBlank) {
  const std::string text = joined({"Title: x", "21.5 C", kFirst, "Sources", "- a", "[Insert picture]", "a | b | c", "…",
                                   "---", "LISBON — " + std::string(kSecond)});
  const Article a = article_from_text(text);
  std::string rest = a.text;
  std::uint32_t last = 0;
  for (const Block& block : a.blocks) {
    EXPECT_GE(block.span.begin, last);
    last = block.span.end;
    for (std::uint32_t i = block.span.begin; i < block.span.end; ++i) rest[i] = ' ';
  }
  EXPECT_EQ(rest.find_first_not_of(" \n"), std::string::npos) << rest;
}

TEST(Text, EncodingsAreToldApart) {
  EXPECT_EQ(decode("\xEF\xBB\xBF"
                   "a\r\nb"),
            "a\r\nb");
  EXPECT_EQ(decode(std::string("\xFF\xFE"
                               "a\0\xAC\x20",
                               6)),
            "a€");
  EXPECT_EQ(decode("caf\xE9 \x96 \x93Porto\x94 costs more than the one in the old town"),
            "café – “Porto” costs more than the one in the old town");
  EXPECT_EQ(decode(std::string("H\0a\0r\0b\0o\0r\0 \0F\0o\0o\0d\0s\0", 24)), "Harbor Foods");
  EXPECT_EQ(decode(std::string("\0H\0a\0r\0b\0o\0r\0 \0F\0o\0o\0d\0s", 24)), "Harbor Foods");
  EXPECT_EQ(decode("caf\xC3\xA9", "iso-8859-1"), "café");
  EXPECT_EQ(decode("\xBB\xAA\xCE\xAA", "gb2312"), "华为");
  EXPECT_EQ(decode(std::string("a\0b", 3)),
            "a\uFFFD"
            "b");
  EXPECT_TRUE(text::is_valid(decode("\xED\xA0\x80 \xFF \xC0\x80 lone")));
}

TEST(Text, OtherLanguagesAreSkippedUnlessAskedFor) {
  const std::string german =
      "Die Regierung hat am Montag beschlossen, die Ausfuhr von Maschinen zu beschränken, wie ein Sprecher in Berlin "
      "sagte.";
  EXPECT_THAT(read_bytes(german, "a.txt").codes(), ElementsAre("not-english"));
  ReadOptions keep;
  keep.keep_other_languages = true;
  ASSERT_EQ(read_bytes(german, "a.txt", keep).articles.size(), 1u);
  EXPECT_EQ(read_bytes(german, "a.txt", keep).articles[0].language, "de");
  ReadOptions declared;
  declared.language = "en-GB";
  ASSERT_EQ(read_bytes(german, "a.txt", declared).articles.size(), 1u);
  EXPECT_EQ(read_bytes(german, "a.txt", declared).articles[0].language, "en-GB");
  EXPECT_EQ(read_bytes(kFirst, "a.txt").articles.at(0).language, "en");
}

TEST(Text, FoldersGlobsAndMetadataBesideTheText) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / "triplewright_ingest_test";
  fs::remove_all(folder);
  fs::create_directories(folder / "sub");
  std::ofstream(folder / "b.txt") << kFirst;
  std::ofstream(folder / "sub" / "a.txt") << kSecond;
  std::ofstream(folder / ".hidden.txt") << kSecond;
  std::ofstream(folder / "b.meta.json")
      << R"({"title": "Mills", "url": "https://w.example/m", "published": "2026-05-04T10:00:00.000Z", "source": "Wirepress"})";
  std::vector<Article> found;
  const auto reader = open_reader({folder.string()}, {}, {});
  while (auto a = reader->next()) found.push_back(*a);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].title, "Mills");
  EXPECT_EQ(found[0].iri, "https://w.example/m");
  EXPECT_EQ(found[0].published, "2026-05-04T10:00:00Z");
  EXPECT_EQ(found[0].publisher, "Wirepress");
  EXPECT_EQ(found[1].source.source, (folder / "sub" / "a.txt").string());
  EXPECT_TRUE(open_reader({(folder / "*.txt").string()}, {}, {})->next().has_value());
  EXPECT_THROW((void)open_reader({(folder / "none.txt").string()}, {}, {}), Error);
  EXPECT_THROW((void)open_reader({(folder / "*.none").string()}, {}, {}), Error);
  fs::remove_all(folder);
}

TEST(Text, DiagnosticsAsJson) {
  const Diagnostic d{Severity::Warning, {"a\"b.txt", 3, 4, 17}, "not-english", "in another language (de)"};
  EXPECT_EQ(diagnostic_to_json(d),
            R"j({"source":"a\"b.txt","line":3,"column":4,"offset":17,"severity":"warning","code":"not-english",)j"
            R"j("message":"in another language (de)"})j");
}

}  // namespace
}  // namespace triplewright::ingest
