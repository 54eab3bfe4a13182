// JSON, XML, WARC and archives.
#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.h"

namespace triplewright::ingest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kText =
    "Harbor Foods bought the mills of Stonebridge for $40 million, the two companies said on Tuesday.";
const std::string kMore = "The deal gives the buyer four plants in the north, and it expects to hire 200 people there.";

std::vector<std::string> titles(const Outcome& outcome) {
  std::vector<std::string> out;
  for (const Article& a : outcome.articles) out.push_back(a.title);
  return out;
}

/// An archive in memory; `filter` is an ARCHIVE_FILTER_ code.
std::string pack(const std::vector<std::pair<std::string, std::string>>& members, int filter, bool raw = false) {
  std::string out(32u << 20, '\0');
  std::size_t used = 0;
  struct archive* a = archive_write_new();
  archive_write_add_filter(a, filter);
  raw ? archive_write_set_format_raw(a) : archive_write_set_format_pax_restricted(a);
  archive_write_open_memory(a, out.data(), out.size(), &used);
  for (const auto& [name, content] : members) {
    struct archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(a, entry);
    archive_write_data(a, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_free(a);
  out.resize(used);
  return out;
}

TEST(Json, CommonFieldNames) {
  const Outcome o =
      read_bytes(R"({"articles": [
      {"headline": "A", "articleBody": ")" +
                     kText + R"(", "datePublished": "2026-05-04", "author": {"name": "Ann Lee"}},
      {"title": {"rendered": "B"}, "content": {"rendered": "<p>)" +
                     kText + "</p><p>" + kMore + R"(</p>"}, "link": "https://w.example/b"},
      {"webTitle": "C", "fields": {"bodyText": ")" +
                     kText + R"("}, "webUrl": "https://w.example/c", "webPublicationDate": "2026-05-04T01:02:03Z"},
      {"title": "D", "paragraphs": [")" +
                     kText + "\", \"" + kMore + R"("], "source": {"id": null, "name": "Wirepress"}}]})",
                 "a.json");
  EXPECT_THAT(titles(o), ElementsAre("A", "B", "C", "D"));
  ASSERT_EQ(o.articles.size(), 4u);
  EXPECT_EQ(o.articles[0].published, "2026-05-04");
  EXPECT_THAT(o.articles[0].authors, ElementsAre("Ann Lee"));
  EXPECT_EQ(o.articles[1].text, kText + "\n\n" + kMore);
  EXPECT_EQ(o.articles[1].iri, "https://w.example/b");
  EXPECT_EQ(o.articles[2].published, "2026-05-04T01:02:03Z");
  EXPECT_EQ(o.articles[3].blocks.size(), 2u);
  EXPECT_EQ(o.articles[3].publisher, "Wirepress");
}

TEST(Json, OneBadLineCostsOneLine) {
  const Outcome o = read_bytes("{\"title\":\"A\",\"text\":\"" + kText +
                                   "\"}\n{\"title\": bad\n\n{\"title\":\"C\",\"text\":\"" + kText + "\"}\n{\"x\":1}\n",
                               "a.jsonl");
  EXPECT_THAT(titles(o), ElementsAre("A", "C"));
  EXPECT_THAT(o.codes(), ElementsAre("bad-json", "no-text"));
  EXPECT_EQ(o.diagnostics[0].where.to_string(), "a.jsonl:2:11");
  EXPECT_EQ(o.articles[1].source.line, 4u);
}

TEST(Json, ArraysStreamAndRecover) {
  const std::string record = "{\"title\":\"T\",\"text\":\"" + kText + "\"}";
  EXPECT_EQ(read_bytes("[" + record + ",\n" + record + "]", "a.json").articles.size(), 2u);
  EXPECT_EQ(read_bytes(record + record, "a.json").articles.size(), 2u);
  const Outcome o = read_bytes("[" + record + ",{\"a\":tru},\n" + record + "]", "a.json");
  EXPECT_EQ(o.articles.size(), 2u);
  EXPECT_THAT(o.codes(), ElementsAre("bad-json"));
}

TEST(Json, FieldsThatTheUserMaps) {
  ReadOptions options;
  options.field_map = {{"text", ".doc.parts[1].t"}, {"title", ".h"}};
  const Outcome o = read_bytes(
      R"({"h": "Mapped", "text": "not this", "doc": {"parts": [{}, {"t": ")" + kText + "\"}]}}", "a.json", options);
  ASSERT_EQ(o.articles.size(), 1u);
  EXPECT_EQ(o.articles[0].title, "Mapped");
  EXPECT_EQ(o.articles[0].text, kText);
}

TEST(Json, LoneSurrogatesAreReplaced) {
  const Outcome o = read_bytes(R"({"text": "\ud83d\ude00 )" + kText + R"( \udc00 \ud800"})", "a.json");
  ASSERT_EQ(o.articles.size(), 1u);
  EXPECT_EQ(o.articles[0].text, "😀 " + kText + " \uFFFD \uFFFD");
}

TEST(Xml, RssWithFullContent) {
  const Outcome o = read_bytes(
      R"(<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY x SYSTEM "file:///etc/hostname">]>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wirepress</title><item>
<title>Harbor &amp;amp; mills</title><link>https://w.example/1</link><pubDate>Mon, 04 May 2026 10:00:00 GMT</pubDate><dc:creator>Ann Lee</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>)" +
          kText +
          "</p><p>It is "
          "glad.</p>]]></content:encoded></item><item><title>Two</title><guid>https://w.example/2</guid><description>" +
          kMore + " &x; &a;</description></item></channel></rss>",
      "feed");
  ASSERT_EQ(o.articles.size(), 2u);
  EXPECT_EQ(o.articles[0].title, "Harbor & mills");
  EXPECT_EQ(o.articles[0].text, kText + "\n\nIt is glad.");
  EXPECT_EQ(o.articles[0].published, "2026-05-04T10:00:00Z");
  EXPECT_EQ(o.articles[0].publisher, "Wirepress");
  EXPECT_EQ(o.articles[0].source.line, 2u);
  EXPECT_EQ(o.articles[1].iri, "https://w.example/2");
  EXPECT_TRUE(o.articles[1].text.starts_with(kMore));
  EXPECT_EQ(o.articles[1].text.find("aaaa"), std::string::npos);
}

TEST(Xml, Atom) {
  const Outcome o = read_bytes(
      R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title>One</title><link rel="self" href="https://w.example/self"/>
<link href="https://w.example/1"/><updated>2026-05-05T00:00:00Z</updated><published>2026-05-04T00:00:00Z</published><author><name>Bo Ek</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>)" +
          kText + "</p><p>" + kMore + "</p></div></content></entry></feed>",
      "feed");
  ASSERT_EQ(o.articles.size(), 1u);
  EXPECT_EQ(o.articles[0].url, "https://w.example/1");
  EXPECT_EQ(o.articles[0].published, "2026-05-04T00:00:00Z");
  EXPECT_THAT(o.articles[0].authors, ElementsAre("Bo Ek"));
  EXPECT_EQ(o.articles[0].text, kText + "\n\n" + kMore);
}

TEST(Xml, ArticlesOfNewsAgenciesAndJournals) {
  const Outcome nitf = read_bytes(
      "<nitf><head><title>x</title><docdata><date.issue "
      "norm='20260504T080000Z'/></docdata></head><body><body.head><hedline><hl1>Mills</hl1></hedline><byline>By Ann "
      "Lee and Bo Ek</byline></body.head>"
      "<body.content><p>LISBON, May 4 (Wirepress) - " +
          kText + "</p><media><media-caption><p>A mill.</p></media-caption></media><hl2>After</hl2><p>" + kMore +
          "</p></body.content></body></nitf>",
      "n.xml");
  ASSERT_EQ(nitf.articles.size(), 1u);
  EXPECT_EQ(nitf.articles[0].title, "Mills");
  EXPECT_EQ(nitf.articles[0].published, "2026-05-04T08:00:00Z");
  EXPECT_THAT(nitf.articles[0].authors, ElementsAre("Ann Lee", "Bo Ek"));
  EXPECT_EQ(nitf.articles[0].publisher, "Wirepress");
  EXPECT_THAT(outline(nitf.articles[0]), ElementsAre("dateline: LISBON, May 4 (Wirepress) - ", "paragraph: " + kText,
                                                     "heading: After", "paragraph: " + kMore));

  const Outcome g2 = read_bytes(
      "<newsMessage><itemSet><newsItem><itemMeta><versionCreated>2026-05-04T00:00:00Z</versionCreated></"
      "itemMeta><contentMeta><headline>G2</headline></contentMeta>"
      "<contentSet><inlineXML><html><body><p>" +
          kText + "</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>",
      "g.xml");
  ASSERT_EQ(g2.articles.size(), 1u);
  EXPECT_EQ(g2.articles[0].title, "G2");
  EXPECT_EQ(g2.articles[0].text, kText);

  const Outcome jats = read_bytes(
      "<article><front><article-meta><title-group><article-title>On "
      "<i>mills</i></article-title></title-group><pub-date><day>4</day><month>5</month><year>2026</year>"
      "</pub-date></article-meta></front><body><sec><title>Found</title><p>" +
          kText + "<xref>1</xref></p><list><list-item><p>one mill</p></list-item></list></sec></body></article>",
      "j.xml");
  ASSERT_EQ(jats.articles.size(), 1u);
  EXPECT_EQ(jats.articles[0].title, "On mills");
  EXPECT_EQ(jats.articles[0].published, "2026-05-04");
  EXPECT_THAT(outline(jats.articles[0]), ElementsAre("heading: Found", "paragraph: " + kText, "item: one mill"));

  const Outcome records = read_bytes("<data><row><title>R</title><text>" + kText +
                                         "</text></row><row><title>S</title><text>" + kMore + "</text></row></data>",
                                     "r.xml");
  EXPECT_THAT(titles(records), ElementsAre("R", "S"));
}

TEST(Xml, SitemapsAndFaults) {
  EXPECT_THAT(
      read_bytes("<?xml version='1.0'?><urlset><url><loc>https://w.example/1</loc></url></urlset>", "s.xml").codes(),
      ElementsAre("sitemap"));
  const Outcome cut = read_bytes(
      "<rss><channel><item><title>A</title><description>" + kText + "</description></item>\n<item><title", "f.xml");
  EXPECT_EQ(cut.articles.size(), 1u);
  ASSERT_FALSE(cut.codes().empty());
  EXPECT_EQ(cut.codes()[0], "bad-xml");
  EXPECT_EQ(cut.diagnostics[0].where.line, 2u);
}

std::string warc_record(const std::string& type, const std::string& url, const std::string& content_type,
                        const std::string& content) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url + "\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content + "\r\n\r\n";
}

TEST(Warc, ResponsesConversionsAndFaults) {
  const std::string html = "<html><body><h1>One</h1><p>" + kText + "</p></body></html>";
  char size[16];
  std::snprintf(size, sizeof size, "%zx", html.size());
  const std::string chunked = std::string(size) + "\r\n" + html + "\r\n0\r\n\r\n";
  const std::string http = "application/http; msgtype=response";
  const std::string warc =
      warc_record("warcinfo", "", "application/warc-fields", "software: x") +
      warc_record("response", "https://w.example/1", http,
                  "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html) +
      warc_record("response", "https://w.example/404", http,
                  "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + html) +
      warc_record("response", "https://w.example/2", http,
                  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n" + chunked) +
      warc_record("response", "https://w.example/p", http, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n....") +
      "what is this\r\n" + warc_record("conversion", "https://w.example/3", "text/plain", kText) +
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99\r\n\r\nshort";
  for (const std::string& bytes : {warc, pack({{"data", warc}}, ARCHIVE_FILTER_GZIP, true)}) {
    const Outcome o = read_bytes(bytes, "a.warc.gz");
    ASSERT_EQ(o.articles.size(), 3u);
    EXPECT_EQ(o.articles[0].iri, "https://w.example/1");
    EXPECT_EQ(o.articles[1].iri, "https://w.example/2");
    EXPECT_EQ(o.articles[1].text, kText);
    EXPECT_EQ(o.articles[2].iri, "https://w.example/3");
    EXPECT_THAT(o.codes(), ElementsAre("http-status", "not-text", "bad-warc", "bad-warc"));
    EXPECT_GT(o.articles[1].source.offset, 0u);
  }
}

TEST(Archive, NestedAndCompressed) {
  const std::string inner =
      pack({{"x/a.txt", kText}, {"x/b.html", "<html><body><p>" + kMore + "</p></body></html>"}, {".hidden", kText}},
           ARCHIVE_FILTER_ZSTD);
  for (const int filter : {ARCHIVE_FILTER_NONE, ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_XZ}) {
    const Outcome o =
        read_bytes(pack({{"in.tar.zst", inner}, {"c.jsonl", "{\"text\":\"" + kText + "\"}\n"}}, filter), "out.tar");
    ASSERT_EQ(o.articles.size(), 3u);
    EXPECT_EQ(o.articles[0].source.source, "out.tar!in.tar.zst!x/a.txt");
    EXPECT_EQ(o.articles[1].text, kMore);
    EXPECT_THAT(o.codes(), IsEmpty());
  }
  EXPECT_EQ(read_bytes(pack({{"data", kText}}, ARCHIVE_FILTER_GZIP, true), "a.txt.gz").articles.at(0).source.source,
            "a.txt");
}

TEST(Archive, BombsAreRefused) {
  const std::string bomb = pack({{"data", std::string(24u << 20, 'a')}}, ARCHIVE_FILTER_XZ, true);
  ReadOptions ratio;
  ratio.max_ratio = 50;
  EXPECT_THAT(read_bytes(bomb, "bomb.txt.xz", ratio).codes(), ElementsAre("unreadable", "archive-limit"));
  ReadOptions size;
  size.max_expanded_bytes = 1u << 20;
  EXPECT_THAT(read_bytes(bomb, "bomb.txt.xz", size).codes(), ElementsAre("unreadable", "archive-limit"));
  std::string nested = kText;
  for (int i = 0; i < 6; ++i) nested = pack({{"data", nested}}, ARCHIVE_FILTER_GZIP);
  EXPECT_THAT(read_bytes(nested, "n.gz").codes(), ElementsAre("archive-limit"));
  ReadOptions record;
  record.max_record_bytes = 1000;
  EXPECT_THAT(
      read_bytes(pack({{"data", std::string(5000, 'a')}}, ARCHIVE_FILTER_GZIP, true), "a.txt.gz", record).codes(),
      ElementsAre("too-large"));
}

TEST(Archive, WithoutFiles) {
  // Zeros are an archive of type tar that ends where it begins.
  EXPECT_THAT(read_bytes(pack({{"data", std::string(20480, '\0')}}, ARCHIVE_FILTER_GZIP, true), "z.gz").codes(),
              ElementsAre("empty"));
}

TEST(Archive, Damaged) {
  std::string gz = pack({{"data", std::string(10000, 'x') + kText}}, ARCHIVE_FILTER_GZIP, true);
  gz.resize(gz.size() - 20);
  EXPECT_THAT(read_bytes(gz, "a.txt.gz").articles, IsEmpty());
  EXPECT_FALSE(read_bytes(gz, "a.txt.gz").codes().empty());
  EXPECT_FALSE(read_bytes("PK\x03\x04 no zip at all", "a.zip").codes().empty());
}

TEST(Conllu, TextOfTheSentences) {
  const std::string row = "\t_\tX\t_\t_\t0\t_\t_\t";
  const Outcome o = read_bytes("# newdoc id = a\n# newpar\n# text = " + kText + "\n1\tHarbor" + row +
                                   "_\n\n# text = It is glad.\n1\tIt" + row + "_\n\n# newpar\n1-2\tcannot" + row +
                                   "_\n1\tcan" + row + "_\n2\tnot" + row + "_\n3\tsay" + row + "SpaceAfter=No\n4\t." +
                                   row + "_\n\n# newdoc id = b\n# text = " + kMore + "\n1\tx" + row + "_\n",
                               "a.conllu");
  ASSERT_EQ(o.articles.size(), 2u);
  EXPECT_EQ(o.articles[0].text, kText + " It is glad.\n\ncannot say.");
  EXPECT_EQ(o.articles[1].text, kMore);
}

TEST(Kinds, ContentBeforeExtension) {
  EXPECT_THAT(read_bytes(std::string("\x89PNG\r\n\x1a\n\0\0\0", 11), "a.txt").codes(), ElementsAre("not-text"));
  EXPECT_THAT(read_bytes("", "a.txt").codes(), ElementsAre("empty"));
  EXPECT_EQ(read_bytes("{\"text\":\"" + kText + "\"}", "a.txt").articles.at(0).text, kText);
  EXPECT_EQ(read_bytes("<html><body><p>" + kText + "</p></body></html>", "a.txt").articles.at(0).text, kText);
  EXPECT_EQ(read_bytes("[Insert picture]\n\n" + kText, "a.txt").articles.at(0).blocks.size(), 2u);
  ReadOptions text;
  text.format = InputFormat::Text;
  EXPECT_TRUE(read_bytes("<p>" + kText + "</p>", "a.html", text).articles.at(0).text.starts_with("<p>"));
}

}  // namespace
}  // namespace triplewright::ingest
