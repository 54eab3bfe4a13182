#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/evaluate.h"
#include "ingest/html_tree.h"
#include "support.h"

namespace triplewright::ingest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string kOne =
    "<p>Harbor Foods bought the mills of Stonebridge for $40 million, the two companies said on Tuesday.</p>";
const std::string kTwo =
    "<p>The deal gives the buyer four plants in the north, and it expects to hire 200 people there.</p>";
const std::string kThree = "<p>“We are glad,” said Ann Lee, who runs the company.</p>";
const std::string kMenu =
    "<nav><ul><li><a href='/a'>News</a></li><li><a href='/b'>Sport</a></li></ul></nav>"
    "<div class='main-menu'><a href='/c'>Weather</a> <a href='/d'>Travel</a></div>";

Article page(const std::string& body, const std::string& head = "") {
  const Outcome outcome =
      read_bytes("<!DOCTYPE html><html lang='en'><head>" + head + "</head><body>" + body + "</body></html>", "p.html");
  return outcome.articles.empty() ? Article() : outcome.articles[0];
}

TEST(Html, MainTextWithoutWhatStandsAround) {
  const Article a = page(
      kMenu + "<article><h1>Harbor buys mills</h1><div class='byline'>By Bo Ek</div>" + kOne +
      "<figure><img src='x'><figcaption>A mill near the river, seen from the old bridge in "
      "winter.</figcaption></figure>" +
      kTwo +
      "<div class='newsletter-signup'><p>Get the best of our food news in your inbox every Friday morning.</p></div>"
      "<h2>What it means</h2>" +
      kThree +
      "</article><aside><p>Ten pies that you should bake before the autumn is over, and why.</p></aside>"
      "<div id='comments'><p>I used to work there and I can tell you that it was not a good place to be.</p></div>"
      "<footer><p>Copyright by the people who made this page, all of them, in the year 2026.</p></footer>");
  EXPECT_THAT(
      outline(a),
      ElementsAre(
          "paragraph: Harbor Foods bought the mills of Stonebridge for $40 million, the two companies said on Tuesday.",
          "paragraph: The deal gives the buyer four plants in the north, and it expects to hire 200 people there.",
          "heading: What it means", "paragraph: “We are glad,” said Ann Lee, who runs the company."));
  EXPECT_EQ(a.title, "Harbor buys mills");
}

TEST(Html, MarkupIsNotBelievedAgainstTheProse) {
  // Everything is called a comment, in a form, and hidden until a script has run.
  EXPECT_THAT(
      page("<form><div class='comment-page' style='display: none'>" + kOne + kTwo + kThree + "</div></form>").text,
      HasSubstr("four plants"));
}

TEST(Html, CommentsMayBeLongerThanTheArticle) {
  std::string comments = "<div id='comments'>";
  for (int i = 0; i < 12; ++i)
    comments += "<p>I used to work there, and I can tell you that it was not a good place to be, ever.</p>";
  const Article a = page("<div><h1>Harbor buys mills</h1><div>" + kOne + kTwo + "</div>" + comments + "</div></div>");
  EXPECT_EQ(a.blocks.size(), 2u);
}

TEST(Html, ClassesThatMislead) {
  // Every paragraph in a box that calls itself an advertisement: the prose tells.
  const auto boxed = [](const std::string& p) { return "<div class='ad-unit'>" + p + p + "</div>"; };
  EXPECT_THAT(page("<div>" + boxed(kOne) + boxed(kTwo) + boxed(kThree) + "</div>").text, HasSubstr("four plants"));
}

TEST(Html, ListsQuotesTablesBreaks) {
  const Article a =
      page("<div>" + kOne +
           "<ul><li>the mill at Alder, which grinds rye,</li><li>the mill at Birch.</li></ul><blockquote><p>We are "
           "glad that it "
           "is done, and that we may stay.</p></blockquote><table><tr><td>Alder</td><td>40</td></tr></table>" +
           kTwo +
           "The price was not told, the company said on Monday.<br><br>Nor was the date of it known to anybody.</div>");
  EXPECT_THAT(
      outline(a),
      ElementsAre(
          "paragraph: Harbor Foods bought the mills of Stonebridge for $40 million, the two companies said on Tuesday.",
          "item: the mill at Alder, which grinds rye,", "item: the mill at Birch.",
          "quote: We are glad that it is done, and that we may stay.", "table: Alder", "table: 40",
          "paragraph: The deal gives the buyer four plants in the north, and it expects to hire 200 people there.",
          "paragraph: The price was not told, the company said on Monday.",
          "paragraph: Nor was the date of it known to anybody."));
}

TEST(Html, RelatedLinksTooltipsAndTeasers) {
  const Article a = page(
      "<h1>Harbor buys mills</h1><div>" + kOne +
      "<p>Related: <a href='/x'>Ten pies to bake in autumn</a></p>"
      "<p>The mayor <span class='tooltip'>Ann Ek was born in 1960 and went to school in the town.</span>was glad that "
      "the jobs would "
      "stay in the valley.</p>" +
      kTwo +
      "<h3>More food stories</h3><ul><li>The <a href='/1'>best of rye and how to bake it</a></li></ul></div>"
      "<article><p>A teaser of another article, which is about pies and has nothing to do with mills.</p></article>");
  EXPECT_THAT(a.text, Not(HasSubstr("pies")));
  EXPECT_THAT(a.text, Not(HasSubstr("best of rye")));
  EXPECT_THAT(a.text, HasSubstr("The mayor was glad that"));
}

TEST(Html, MetadataFromJsonLd) {
  const Article a =
      page(kOne + kTwo,
           R"(<title>Harbor buys mills | Wirepress</title><link rel="canonical" href="https://Wire.example/mills#top">
    <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Nobody"},
    {"@type":["NewsArticle"],"headline":"Harbor &amp; mills","datePublished":"2026-05-04T09:00:00+02:00","author":[{"@type":"Person","name":"Ann Lee"},
    {"@type":"Person","name":"Bo Ek"}],"publisher":{"@type":"Organization","name":"Wirepress"},"inLanguage":"en-US",}]}</script>)");
  EXPECT_EQ(a.title, "Harbor & mills");
  EXPECT_EQ(a.published, "2026-05-04T09:00:00+02:00");
  EXPECT_EQ(a.publisher, "Wirepress");
  EXPECT_THAT(a.authors, ElementsAre("Ann Lee", "Bo Ek"));
  EXPECT_EQ(a.url, "https://Wire.example/mills#top");
  EXPECT_EQ(a.iri, "https://wire.example/mills");
}

TEST(Html, MetadataFromMetaElements) {
  const Article a = page(
      "<time datetime='2026-01-01'>x</time>" + kOne + kTwo,
      R"(<meta property="og:title" content="Harbor buys mills - Wirepress"><meta property="og:site_name" content="Wirepress">
    <meta property="article:published_time" content="2026-05-04T09:00:00Z"><meta name="author" content="By Ann Lee"><meta property="og:url" content="https://w.example/m">)");
  EXPECT_EQ(a.title, "Harbor buys mills");
  EXPECT_EQ(a.published, "2026-05-04T09:00:00Z");
  EXPECT_EQ(a.publisher, "Wirepress");
  EXPECT_THAT(a.authors, ElementsAre("Ann Lee"));
  EXPECT_EQ(a.iri, "https://w.example/m");
}

TEST(Html, DateUnderTheHeadlineAndSiteInTheTitle) {
  const Article a =
      page("<h1>Harbor buys mills</h1><div><span>Published 5:34 p.m. ET May 4, 2026</span></div>" + kOne + kTwo,
           R"(<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbor buys mills | WirePress",
                         "publisher": {"name": "Wire Press"}}</script>)");
  EXPECT_EQ(a.published, "2026-05-04");
  EXPECT_EQ(a.title, "Harbor buys mills");
}

TEST(Html, TheNameOfTheSiteIsNoHeadline) {
  const Article a = page(
      "<h1 class='logo'>The Miller</h1><main><h1>Harbor buys mills</h1><a rel='author' href='/ek'>Bo "
      "Ek</a>" +
          kOne + kTwo + "</main>",
      "<title>Harbor buys mills | The Miller</title>");
  EXPECT_EQ(a.title, "Harbor buys mills");
  EXPECT_THAT(a.authors, ElementsAre("Bo Ek"));
}

TEST(Html, TextThatOnlyTheMetadataHas) {
  std::string body;
  for (int i = 0; i < 20; ++i)
    body += "Harbor Foods bought mill number " + std::to_string(i) + " on Tuesday, it said. ";
  const Article a =
      page("<div id='root'></div>",
           "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + body + "\"}</script>");
  EXPECT_THAT(a.text, HasSubstr("mill number 19"));
}

TEST(Html, DeclaredEncoding) {
  const Outcome o = read_bytes(
      "<html><head><meta charset='windows-1252'></head><body><p>The caf\xE9 in Porto costs \x80"
      "4 more than it did, the owner said.</p></body></html>",
      "p.html");
  ASSERT_EQ(o.articles.size(), 1u);
  EXPECT_EQ(o.articles[0].text, "The café in Porto costs €4 more than it did, the owner said.");
}

TEST(Html, PageWithoutText) {
  EXPECT_THAT(read_bytes("<html><body><img src=x></body></html>", "p.html").codes(), ElementsAre("no-text"));
}

TEST(Html, TreeIsInDocumentOrder) {
  const HtmlTree tree = parse_html("<div id=a>x<b>y</b><p class=q>z</div>");
  std::string all;
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    EXPECT_TRUE(tree.nodes[i].parent == kNoNode || tree.nodes[i].parent < i);
    EXPECT_GT(tree.nodes[i].end, i);
    EXPECT_LE(tree.nodes[i].end, tree.nodes.size());
    if (tree.nodes[i].tag == Tag::P) {
      EXPECT_EQ(tree.attribute(tree.nodes[i], "class"), "q");
    }
  }
  EXPECT_EQ(tree.all_text(0), "xyz");
}

TEST(Evaluate, ShinglesOfFourWords) {
  EXPECT_DOUBLE_EQ(score_text("a b c d e", "a b c d e").recall, 1.0);
  EXPECT_DOUBLE_EQ(score_text("a b c d e", "a b c d").recall, 0.5);
  EXPECT_DOUBLE_EQ(score_text("a b c d", "a b c d e").precision, 0.5);
  EXPECT_DOUBLE_EQ(score_text("a b", "a-b!").precision, 1.0);
  EXPECT_DOUBLE_EQ(score_text("A b c d", "a b c d").precision, 0.0);
  EXPECT_FALSE(score_text("a", "").has_precision);
}

}  // namespace
}  // namespace triplewright::ingest
