// The JSON that the page reads. Things are numbered by their place in a list, so that every string stands once:
//   totals {name: n}; months [[month, n]]; publishers [[name, n]]; relationCounts, speakers, connected [[id, n]];
//   worded [[speaker as worded, n]]; factuality [n ...]; kinds [name ...]; kindCounts [[kind, n]]
//   omitted {articles, entities, statements, texts}
//   relations [[iri, label, open]]
//   articles [{i iri, h headline, d date, p publisher, u url, a authors, m mentions, n near duplicates, t text,
//              b [[begin, end, block kind]]}]
//   entities [{i iri, l label, k kind, c classes, a names, s same as, x [[property, value]], g categories}]
//   statements [[subject, relation, filler, [evidence], sources, [[property, filler]], [begin, end, wording]]]
//   evidence [[article, sentence, factuality, percent, speaker, subject begin, end, object begin, end]]
//   sentences [[article, begin, end, text]]
//   contradictions [[evidence, evidence]]
//   queries [{name, title, sparql, columns, rows, more, error}]
// A filler is an entity's number, a string, or [wording, meaning]; a speaker an entity's number, a string, or null.
// Offsets are code points of the article's text.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <map>

#include "report/charts.h"
#include "report/facts.h"
#include "report/panel.h"
#include "report/report.h"
#include "report/selection.h"
#include "report/vocabulary.h"
#include "text/utf8.h"

namespace triplewright::report {

namespace {

class JsonWriter {
 public:
  JsonWriter(const Facts& facts, const Charts& charts, const Selection& chosen)
      : facts_(facts), charts_(charts), chosen_(chosen), json_(buffer_) {}

  std::string write(const std::vector<const Article*>& texts, std::size_t left_out_texts,
                    const std::vector<QueryPanel>& queries, const Graph& graph, const Options& options) {
    json_.StartObject();
    key("title"), string(options.title);
    write_charts();
    key("omitted");
    json_.StartObject();
    member("articles", chosen_.left_out_articles), member("entities", chosen_.left_out_entities);
    member("statements", chosen_.left_out_statements), member("texts", left_out_texts);
    json_.EndObject();
    write_relations();
    write_articles(texts);
    write_entities();
    write_statements();
    write_evidence();
    write_sentences();
    write_queries(queries, graph, options.max_rows);
    json_.EndObject();
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  void key(const char* name) { json_.Key(name); }
  void string(std::string_view s) { json_.String(s.data(), static_cast<rapidjson::SizeType>(s.size())); }
  void member(const char* name, std::size_t n) { key(name), json_.Uint64(n); }
  void optional(const char* name, std::string_view s) {
    if (!s.empty()) key(name), string(s);
  }
  template <typename Range, typename Write>
  void list(const Range& range, Write write) {
    json_.StartArray();
    for (const auto& item : range) write(item);
    json_.EndArray();
  }
  template <typename Range, typename Write>
  void optional_list(const char* name, const Range& range, Write write) {
    if (!range.empty()) key(name), list(range, write);
  }
  auto strings() {
    return [this](std::string_view s) { string(s); };
  }
  /// Writes the numbers of those that are on the page.
  auto numbers(const std::vector<std::uint32_t>& ids) {
    return [this, &ids](std::uint32_t id) {
      if (ids[id] != kNone) json_.Uint(ids[id]);
    };
  }
  template <typename Name>
  auto counted(Name name) {
    return [this, name](const auto& pair) {
      json_.StartArray();
      name(pair.first);
      json_.Uint64(pair.second);
      json_.EndArray();
    };
  }

  void write_charts() {
    key("totals");
    json_.StartObject();
    member("articles", charts_.articles), member("entities", charts_.entities);
    member("statements", charts_.statements), member("evidence", charts_.evidence);
    member("sentences", charts_.sentences), member("contradictions", charts_.contradictions);
    member("triples", charts_.triples), member("undated", charts_.undated);
    json_.EndObject();
    key("months"), list(charts_.articles_by_month, counted(strings()));
    key("publishers"), list(charts_.publishers, counted(strings()));
    key("relationCounts"), list(charts_.relations, counted(numbers(chosen_.relations)));
    key("speakers"), list(charts_.speakers, counted(numbers(chosen_.entities)));
    key("worded"), list(charts_.speakers_as_worded, counted(strings()));
    key("factuality"), list(charts_.factuality, [this](std::size_t n) { json_.Uint64(n); });
    key("kinds");
    json_.StartArray();
    for (std::uint32_t k = 0; k <= static_cast<std::uint32_t>(Kind::Other); ++k)
      string(to_string(static_cast<Kind>(k)));
    json_.EndArray();
    key("kindCounts"), list(charts_.entities_by_kind, counted([this](std::uint32_t k) { json_.Uint(k); }));
    key("connected");
    json_.StartObject();
    for (const auto& [kind, top] : charts_.connected)
      key(std::string(to_string(kind)).c_str()), list(top, counted(numbers(chosen_.entities)));
    json_.EndObject();
  }

  void write_relations() {
    key("relations");
    json_.StartArray();
    for (std::size_t r = 0; r < facts_.relations.size(); ++r) {
      if (chosen_.relations[r] == kNone) continue;
      json_.StartArray();
      string(facts_.relations[r].iri), string(facts_.relations[r].label);
      if (facts_.relations[r].open) json_.Int(1);
      json_.EndArray();
    }
    json_.EndArray();
  }

  void write_articles(const std::vector<const Article*>& texts) {
    key("articles");
    json_.StartArray();
    for (std::size_t i = 0; i < facts_.articles.size(); ++i) {
      if (chosen_.articles[i] == kNone) continue;
      const ArticleFacts& a = facts_.articles[i];
      json_.StartObject();
      key("i"), string(a.iri);
      optional("h", a.headline), optional("d", a.date), optional("p", a.publisher), optional("u", a.url);
      optional_list("a", a.authors, strings());
      optional_list("m", a.mentions, numbers(chosen_.entities));
      optional_list("n", a.duplicates, numbers(chosen_.articles));
      if (texts[i] != nullptr) write_text(*texts[i]);
      json_.EndObject();
    }
    json_.EndArray();
  }

  void write_text(const Article& article) {
    const text::CodePointIndex offsets(article.text);
    key("t"), string(article.text);
    key("b"), list(article.blocks, [&](const Block& block) {
      json_.StartArray();
      json_.Uint64(offsets.at(block.span.begin)), json_.Uint64(offsets.at(block.span.end));
      string(block_name(block.kind));
      json_.EndArray();
    });
  }

  static std::string_view block_name(BlockKind kind) {
    constexpr std::array<std::string_view, 10> names = {"title", "heading", "paragraph", "item",     "quote",
                                                        "table", "caption", "byline",    "dateline", "furniture"};
    return names[static_cast<std::size_t>(kind)];
  }

  void write_entities() {
    key("entities");
    json_.StartArray();
    for (std::size_t i = 0; i < facts_.entities.size(); ++i) {
      if (chosen_.entities[i] == kNone) continue;
      const EntityFacts& e = facts_.entities[i];
      json_.StartObject();
      key("i"), string(e.iri);
      key("l"), string(e.label);
      key("k"), json_.Uint(static_cast<unsigned>(e.kind));
      optional_list("c", e.classes, strings());
      optional_list("a", e.names, strings());
      optional_list("s", e.same_as, strings());
      optional_list("x", e.identifiers, [this](const auto& pair) {
        json_.StartArray();
        string(pair.first), string(pair.second);
        json_.EndArray();
      });
      optional_list("g", e.categories, numbers(chosen_.entities));
      json_.EndObject();
    }
    json_.EndArray();
  }

  void write_filler(const Filler& f) {
    if (f.entity != kNone) {
      json_.Uint(chosen_.entities[f.entity]);
    } else if (f.meaning.empty()) {
      string(f.text);
    } else {
      json_.StartArray();
      string(f.text), string(f.meaning);
      json_.EndArray();
    }
  }

  void write_statements() {
    key("statements");
    json_.StartArray();
    for (std::size_t i = 0; i < facts_.statements.size(); ++i) {
      if (chosen_.statements[i] == kNone) continue;
      const StatementFacts& s = facts_.statements[i];
      json_.StartArray();
      json_.Uint(chosen_.entities[s.subject]);
      json_.Uint(chosen_.relations[s.relation]);
      write_filler(s.object);
      list(s.evidence, numbers(chosen_.evidence));
      json_.Uint(s.sources);
      list(s.qualifiers, [this](const auto& pair) {
        json_.StartArray();
        string(pair.first), write_filler(pair.second);
        json_.EndArray();
      });
      list(std::array{s.begin, s.end, s.time_text}, strings());
      json_.EndArray();
    }
    json_.EndArray();
  }

  void write_evidence() {
    key("evidence");
    json_.StartArray();
    for (std::size_t i = 0; i < facts_.evidence.size(); ++i) {
      if (chosen_.evidence[i] == kNone) continue;
      const EvidenceFacts& e = facts_.evidence[i];
      json_.StartArray();
      if (e.article == kNone)
        json_.Null();
      else
        json_.Uint(chosen_.articles[e.article]);
      json_.Uint(chosen_.sentences[e.sentence]);
      json_.Uint(e.factuality), json_.Uint(e.percent);
      if (e.speaker != kNone)
        json_.Uint(chosen_.entities[e.speaker]);
      else if (!e.speaker_text.empty())
        string(e.speaker_text);
      else
        json_.Null();
      for (const std::uint32_t at : {e.subject.begin, e.subject.end, e.object.begin, e.object.end}) json_.Uint(at);
      json_.EndArray();
    }
    json_.EndArray();
    key("contradictions");
    json_.StartArray();
    for (const auto& [a, b] : facts_.contradictions) {
      if (chosen_.evidence[a] == kNone || chosen_.evidence[b] == kNone) continue;
      json_.StartArray();
      json_.Uint(chosen_.evidence[a]), json_.Uint(chosen_.evidence[b]);
      json_.EndArray();
    }
    json_.EndArray();
  }

  void write_sentences() {
    key("sentences");
    json_.StartArray();
    for (std::size_t i = 0; i < facts_.sentences.size(); ++i) {
      if (chosen_.sentences[i] == kNone) continue;
      const SentenceFacts& s = facts_.sentences[i];
      json_.StartArray();
      if (s.article == kNone)
        json_.Null();
      else
        json_.Uint(chosen_.articles[s.article]);
      json_.Uint(s.place.begin), json_.Uint(s.place.end), string(s.text);
      json_.EndArray();
    }
    json_.EndArray();
  }

  void write_queries(const std::vector<QueryPanel>& queries, const Graph& graph, std::size_t max_rows) {
    key("queries"), list(queries, [&](const QueryPanel& query) {
      const PanelTable table = table_of(query, graph, max_rows);
      json_.StartObject();
      key("name"), string(query.name);
      key("title"), string(title_of(query));
      key("sparql"), string(query.sparql);
      optional("error", query.error);
      key("columns"), list(table.columns, strings());
      key("rows"), list(table.rows, [&](const auto& row) { list(row, strings()); });
      member("more", table.left_out);
      json_.EndObject();
    });
  }

  const Facts& facts_;
  const Charts& charts_;
  const Selection& chosen_;
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> json_;
};

std::vector<const Article*> match_texts(const Facts& facts, const std::vector<Article>& articles) {
  std::map<std::string, const Article*, std::less<>> by_hash;
  std::map<std::string_view, const Article*> by_iri;
  for (const Article& article : articles) {
    by_hash.emplace(sha256_hex(article.text), &article);
    if (!article.iri.empty()) by_iri.emplace(article.iri, &article);
  }
  std::vector<const Article*> out;
  for (const ArticleFacts& fact : facts.articles) {
    const auto same_text = by_hash.find(fact.sha256);
    const auto same_name = by_iri.find(fact.iri);
    // Offsets of another text would point elsewhere: a name counts only where the graph has no hash.
    out.push_back(same_text != by_hash.end()                         ? same_text->second
                  : fact.sha256.empty() && same_name != by_iri.end() ? same_name->second
                                                                     : nullptr);
  }
  return out;
}

/// '<' occurs in JSON only inside strings; escaped, no text can end the script element that holds the data.
std::string without_markup(const std::string& json) {
  std::string out;
  out.reserve(json.size() + json.size() / 64);
  for (const char c : json) {
    if (c == '<')
      out += "\\u003c";
    else
      out += c;
  }
  return out;
}

}  // namespace

std::string to_json(const Graph& graph, const Ontology& ontology, const std::vector<Article>& texts,
                    const std::vector<QueryPanel>& queries, const Options& options) {
  const Facts facts = read_facts(graph, ontology);
  const Charts charts = count(facts);
  std::vector<const Article*> matched = match_texts(facts, texts);
  std::size_t left_out_texts = 0;
  std::size_t statements = charts.statements;
  for (;;) {
    const Selection chosen = select(facts, charts, statements);
    std::string json =
        without_markup(JsonWriter(facts, charts, chosen).write(matched, left_out_texts, queries, graph, options));
    if (json.size() <= options.max_bytes || (statements == 0 && left_out_texts != 0)) return json;
    if (left_out_texts == 0) {
      left_out_texts =
          static_cast<std::size_t>(std::count_if(matched.begin(), matched.end(), [](auto* t) { return t; }));
      std::fill(matched.begin(), matched.end(), nullptr);
      if (left_out_texts != 0) continue;
    }
    if (statements == 0) return json;
    statements = statements * options.max_bytes * 9 / (json.size() * 10);
  }
}

}  // namespace triplewright::report
