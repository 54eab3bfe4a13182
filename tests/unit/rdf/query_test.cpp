// SPARQL: what is answered, and what is refused because rasqal would answer it wrongly.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "triplewright/rdf.h"

namespace triplewright {
namespace {

constexpr const char* kPrologue =
    "PREFIX : <http://e/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> PREFIX rdfs: "
    "<http://www.w3.org/2000/01/rdf-schema#>\n";

const Graph& data() {
  static const Graph graph = [] {
    Graph g;
    std::istringstream in(R"(@prefix : <http://e/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:a a :Company ; :name "Alpha"@en , "Alfa"@it ; :supplies :x , :y ; :revenue 10 ; :founded "1990-05-01"^^xsd:date .
:b a :Company ; :name "Beta" ; :buys :x ; :revenue 2.5 ; :partner :a , :c .
:c a :Firm ; :name "Gamma" ; :supplies :y ; :revenue 5000000000 .
:d a :Firm ; :revenue 7 ; :partner :d .
:x a :Chip ; :category :chip ; :price 12.5 .
:y a :Chip ; :category :chip ; :price 99 .
:g1 { :a :says "yes" ; :supplies :x . :b :says "no" . :g1 :about :a . }
:g2 { :a :says "maybe" ; :supplies :z . :c :says "yes" ; :about :g1 . }
:g3 { :p1 :next :p2 . :p2 :next :p3 . :p3 :next :p4 . :p1 :tag "t1" , "t2" . :p3 :tag "t1" . }
)");
    read(in, Syntax::TriG, "data", "http://e/", [&](const Quad& q, std::size_t) { g.add(q); }, {});
    g.sort();
    return g;
  }();
  return graph;
}

std::string show(const Term& term) {
  if (term.empty()) return "-";
  return term.is_iri() ? term.value().substr(term.value().find_last_of("/#") + 1) : term.value();
}

// Rows as "a b c"; sorted unless the query orders.
std::vector<std::string> rows(const std::string& query_text) {
  const QueryResult result = query(data(), kPrologue + query_text);
  std::vector<std::string> out;
  for (const auto& row : result.rows) {
    std::string line;
    for (const Term& term : row) line.append(line.empty() ? "" : " ").append(show(term));
    out.push_back(line);
  }
  if (query_text.find("ORDER") == std::string::npos) std::sort(out.begin(), out.end());
  return out;
}

// The message of the refusal, or "" when there is an answer.
std::string refusal(const std::string& query_text) {
  try {
    (void)query(data(), kPrologue + query_text);
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

using Rows = std::vector<std::string>;

TEST(Query, PatternsSeeTheUnionOfGraphsOnce) {
  EXPECT_EQ(rows("SELECT ?o { :a :supplies ?o }"), (Rows{"x", "y", "z"}));
  EXPECT_EQ(rows("SELECT (COUNT(*) AS ?n) { :a :supplies ?o }"), (Rows{"3"}));
}

TEST(Query, NamedGraphs) {
  EXPECT_EQ(rows("SELECT ?g ?o { GRAPH ?g { :a :supplies ?o } }"), (Rows{"g1 x", "g2 z"}));
  EXPECT_EQ(rows("SELECT ?s ?o { GRAPH :g2 { ?s :says ?o } }"), (Rows{"a maybe", "c yes"}));
  EXPECT_EQ(rows("SELECT ?s { GRAPH :none { ?s :says ?o } }"), Rows{});
  EXPECT_EQ(rows("SELECT ?g ?a { GRAPH ?g { ?g :about ?a } }"), (Rows{"g1 a"}));
  EXPECT_EQ(rows("SELECT ?g ?t { GRAPH ?g { ?s :says \"yes\" } ?s a ?t }"), (Rows{"g1 Company", "g2 Firm"}));
  EXPECT_EQ(rows("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"), (Rows{"g1 4", "g2 4", "g3 6"}));
}

// rasqal overwrites the left side's variables while it evaluates the right side; a left side of two patterns with
// several rows for one value shows it.
TEST(Query, OptionalKeepsTheRowsOfTheLeft) {
  EXPECT_EQ(rows("SELECT ?x ?p ?r { ?x :supplies ?p . ?p :category ?c OPTIONAL { ?x :revenue ?r } }"),
            (Rows{"a x 10", "a y 10", "c y 5000000000"}));
  EXPECT_EQ(rows("SELECT ?a ?t ?u { ?a :next ?b OPTIONAL { ?a :tag ?t } OPTIONAL { ?b :tag ?u } }"),
            (Rows{"p1 t1 -", "p1 t2 -", "p2 - t1", "p3 t1 -"}));
  EXPECT_EQ(rows("SELECT ?a ?c ?t { ?a :next ?b OPTIONAL { ?b :next ?c OPTIONAL { ?c :tag ?t } } }"),
            (Rows{"p1 p3 t1", "p2 p4 -", "p3 - -"}));
  EXPECT_EQ(rows("SELECT ?a ?b ?t { ?a :next ?b { ?b :next ?c OPTIONAL { ?c :tag ?t } } }"),
            (Rows{"p1 p2 t1", "p2 p3 -"}));
  EXPECT_EQ(rows("SELECT ?x { ?x a ?t OPTIONAL { ?x :revenue ?r } FILTER(!BOUND(?r)) }"), (Rows{"x", "y"}));
}

TEST(Query, UnionFilterValuesSubquery) {
  EXPECT_EQ(rows("SELECT ?a ?x { { ?a :says ?x } UNION { ?a :about ?x } }"),
            (Rows{"a maybe", "a yes", "b no", "c g1", "c yes", "g1 a"}));
  EXPECT_EQ(rows("SELECT ?x { ?x :partner ?x }"), (Rows{"d"}));
  EXPECT_EQ(rows("SELECT ?x { ?x :revenue ?r FILTER(?r > 4000000000) }"), (Rows{"c"}));
  EXPECT_EQ(rows("SELECT ?x ?y { VALUES (?x) { (:b) (:c) } ?x :supplies ?y }"), (Rows{"c y"}));
  EXPECT_EQ(rows("SELECT ?x ?n { ?x a :Company { SELECT ?x (COUNT(?y) AS ?n) { ?x :supplies ?y } GROUP BY ?x } }"),
            (Rows{"a 3"}));
}

// What a filter lets a variable be is known to the patterns; only whole solutions count, and only this variable.
TEST(Query, FiltersThatChoose) {
  Graph graph;
  const auto add = [&](const char* s, const char* p, const char* o) {
    graph.add(Term::must_iri(std::string("x:") + s), Term::must_iri(std::string("x:") + p),
              Term::must_iri(std::string("x:") + o));
  };
  for (const char* each : {"a p b", "a q c", "b p c", "b r d", "c q d", "d p a"}) {
    const std::string text = each;
    add(text.substr(0, 1).c_str(), text.substr(2, 1).c_str(), text.substr(4, 1).c_str());
  }
  graph.sort();
  const auto count = [&](const std::string& where) {
    return query(graph, "PREFIX : <x:> SELECT * " + where).rows.size();
  };
  EXPECT_EQ(count("{ ?s ?p ?o FILTER(?p = :p || ?p = :r) }"), 4u);
  EXPECT_EQ(count("{ ?s ?p ?o FILTER(?p IN (:p, :q)) }"), 5u);
  EXPECT_EQ(count("{ ?s ?p ?o FILTER(?p IN (:none)) }"), 0u);
  EXPECT_EQ(count("{ ?s ?p ?o FILTER(?p = :p) FILTER(?p = :q) }"), 0u);
  EXPECT_EQ(count("{ ?s ?p ?o FILTER(?p = :p || ?s = :b) }"), 4u);
  EXPECT_EQ(count("{ ?s ?p ?o FILTER(?p = :p && ?s = :b) }"), 1u);
  EXPECT_EQ(count("{ ?s ?p ?o FILTER(!(?p = :p)) }"), 3u);
  EXPECT_EQ(count("{ ?s ?p ?o FILTER(?p != :p) }"), 3u);
  EXPECT_EQ(count("{ { ?s ?p ?o } UNION { ?o ?p ?s } FILTER(?p = :r) }"), 2u);
  EXPECT_EQ(count("{ ?s :p ?o OPTIONAL { ?o ?p ?z FILTER(?p = :q) } }"), 3u);
  EXPECT_EQ(count("{ ?s :p ?o { SELECT ?o { ?o ?s ?z } } FILTER(?s = :a) }"), 2u);
}

// Nested loops over all pairs would take minutes.
TEST(Query, TriplesAfterAUnionAreLookedUp) {
  Graph graph;
  for (int i = 0; i < 3000; ++i) {
    const Term node = Term::must_iri("x:n" + std::to_string(i));
    graph.add(node, Term::must_iri(i % 2 == 0 ? "x:even" : "x:odd"), Term::must_iri("x:n" + std::to_string(i / 2)));
    graph.add(node, Term::must_iri("x:name"), Term::string(std::to_string(i)));
  }
  graph.sort();
  const auto result =
      query(graph,
            "PREFIX : <x:> SELECT ?m ?n { { ?x :even ?y } UNION { ?x :odd ?y } ?x :name ?m . ?y :name ?n "
            "} ORDER BY ?m LIMIT 1");
  ASSERT_EQ(result.rows.size(), 1u);
  EXPECT_EQ(result.rows[0][1].value(), "0");
}

TEST(Query, ArithmeticDoesNotOverflow) {
  EXPECT_EQ(rows("SELECT ?x (?r * 1000000000 AS ?y) { ?x :revenue ?r FILTER(?r = 7) }"), (Rows{"d 7000000000"}));
  EXPECT_EQ(rows("SELECT (SUM(?r) AS ?y) { ?x :revenue ?r }"), (Rows{"5000000019.5"}));
  EXPECT_EQ(rows("SELECT (MAX(?r) AS ?y) (MIN(?r) AS ?z) { ?x :revenue ?r }"), (Rows{"5000000000 2.5"}));
}

TEST(Query, ValuesThatPassThroughKeepTheirForm) {
  const auto result = query(data(), "SELECT ?d ?r { ?x <http://e/founded> ?d ; <http://e/revenue> ?r }");
  ASSERT_EQ(result.rows.size(), 1u);
  EXPECT_EQ(result.rows[0][0], Term::typed("1990-05-01", "http://www.w3.org/2001/XMLSchema#date"));
  EXPECT_EQ(result.rows[0][1], Term::typed("10", "http://www.w3.org/2001/XMLSchema#integer"));
}

TEST(Query, Counting) {
  EXPECT_EQ(rows("SELECT ?t (COUNT(?x) AS ?n) { ?x a ?t } GROUP BY ?t"), (Rows{"Chip 2", "Company 2", "Firm 2"}));
  EXPECT_EQ(rows("SELECT ?t (COUNT(DISTINCT ?x) AS ?n) (COUNT(*) AS ?m) { ?x a ?t ; ?p ?o } GROUP BY ?t"),
            (Rows{"Chip 2 6", "Company 2 17", "Firm 2 9"}));
  EXPECT_EQ(rows("SELECT (COUNT(?r) AS ?n) { ?x a ?t OPTIONAL { ?x :revenue ?r } }"), (Rows{"4"}));
  EXPECT_EQ(rows("SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?x) AS ?m) { ?x :nothing ?r }"), (Rows{"0 0"}));
  EXPECT_EQ(rows("SELECT ?x (COUNT(*) AS ?n) { ?x :nothing ?r } GROUP BY ?x"), Rows{});
  EXPECT_EQ(rows("SELECT ?x (COUNT(?y) AS ?n) { ?x :supplies ?y } GROUP BY ?x HAVING (COUNT(?y) > 1)"), (Rows{"a 3"}));
  EXPECT_EQ(rows("SELECT (SUM(?r) AS ?n) { ?x :nothing ?r }"), (Rows{"0"}));
  EXPECT_EQ(rows("SELECT (MAX(?r) AS ?n) { ?x :nothing ?r }"), (Rows{"-"}));
}

TEST(Query, OrderDistinctLimit) {
  EXPECT_EQ(rows("SELECT ?x { ?x :revenue ?r } ORDER BY DESC(?r)"), (Rows{"c", "a", "d", "b"}));
  EXPECT_EQ(rows("SELECT ?x { ?x :revenue ?r } ORDER BY (?r * -1) LIMIT 2 OFFSET 1"), (Rows{"a", "d"}));
  EXPECT_EQ(rows("SELECT DISTINCT ?t { ?x a ?t } ORDER BY ?t LIMIT 2"), (Rows{"Chip", "Company"}));
  EXPECT_EQ(rows("SELECT ?t (COUNT(*) AS ?n) { ?x ?p ?o ; a ?t } GROUP BY ?t ORDER BY DESC(?n) LIMIT 1"),
            (Rows{"Company 17"}));
  EXPECT_EQ(rows("SELECT ?x ?r { ?x a :Firm OPTIONAL { ?x :revenue ?r } } ORDER BY ?r ?x"),
            (Rows{"d 7", "c 5000000000"}));
}

TEST(Query, AskAndConstruct) {
  EXPECT_TRUE(query(data(), "ASK { <http://e/a> <http://e/supplies> <http://e/x> }").boolean);
  EXPECT_FALSE(query(data(), "ASK { <http://e/a> <http://e/supplies> <http://e/q> }").boolean);
  const auto made = query(data(), "PREFIX : <http://e/> CONSTRUCT { ?x :soldBy ?a } { ?a :supplies ?x . ?x a :Chip }");
  EXPECT_EQ(made.kind, QueryResult::Kind::Graph);
  EXPECT_EQ(made.graph.size(), 3u);
}

TEST(Query, SelectAllKeepsTheOrderOfTheQuery) {
  const auto result =
      query(data(), "PREFIX : <http://e/> SELECT * { ?zz :supplies ?aa . ?aa :price ?mm . ?zz a :Firm }");
  EXPECT_EQ(result.variables, (std::vector<std::string>{"zz", "aa", "mm"}));
  EXPECT_EQ(result.rows.size(), 1u);
  EXPECT_EQ(query(data(), "SELECT ?x ?y { ?x <http://e/nothing> ?y }").variables, (std::vector<std::string>{"x", "y"}));
}

TEST(Query, RefusesWhatTheEngineLacksOrGetsWrong) {
  for (const char* text : {"SELECT ?x { ?x a :Firm FILTER NOT EXISTS { ?x :says ?y } }",
                           "SELECT ?x { ?x a :Firm FILTER(EXISTS { ?x :says ?y }) }",
                           "SELECT ?x { ?x a :Firm MINUS { ?x :says ?y } }",
                           "SELECT ?x { ?x :next+ ?y }",
                           "SELECT ?x { ?x :next/:tag ?y }",
                           "SELECT ?x { ?x ^:next ?y }",
                           "SELECT ?x { ?x (:next|:tag) ?y }",
                           "SELECT ?x { ?x :next* ?y }",
                           "SELECT ?x { ?x :a|:b ?y }",
                           "INSERT DATA { :a :b :c }",
                           "DESCRIBE :a",
                           "SELECT ?x { VALUES ?x { :a } ?x a ?t }",
                           "SELECT ?x FROM :g1 { ?x a ?t }",
                           "SELECT ?x { SERVICE <http://localhost:1/> { ?x a ?t } }",
                           "SELECT (SUM(?r) AS ?n) { ?x a ?t OPTIONAL { ?x :revenue ?r } }",
                           "SELECT ?s (COUNT(*) AS ?n) { ?x a ?t } GROUP BY (STR(?t) AS ?s)",
                           "SELECT ?t (AVG(?r) AS ?n) { ?x a ?t ; :revenue ?r } GROUP BY ?t HAVING (AVG(?r) > 1)",
                           "SELECT ?x (CONCAT(STR(?r), \"!\") AS ?y) { ?x :revenue ?r }",
                           "SELECT ?g { GRAPH ?g { ?x a ?t } GRAPH ?g { ?x :says ?y } }",
                           "SELECT ?x { ?x :revenue ?r FILTER(?r) }",
                           "SELECT ?x ?y { ?x :revenue ?r BIND(?r * 2 AS ?y) }",
                           "SELECT ?x { ?x :name ?n FILTER(?n < \"B\") }",
                           "SELECT ?x { ?x :founded ?d FILTER(?d > \"1980\"^^xsd:gYear) }",
                           "SELECT ?x { ?x :founded ?d FILTER(YEAR(?d) = 1990) }",
                           "SELECT ?x { ?x :name ?n FILTER(REGEX(?n, \"^.{4}$\")) }",
                           "SELECT (GROUP_CONCAT(?n; SEPARATOR=\",\") AS ?a) { ?x :name ?n }",
                           "SELECT ?x { ?x :revenue ?r FILTER(1000000 * 1000000 > 1) }",
                           "SELECT ?x { ?x :revenue ?r FILTER(DATATYPE(?r) = xsd:integer) }",
                           "SELECT (SUM(DISTINCT ?r) AS ?n) { ?x :revenue ?r }",
                           "SELECT ?x ?g { { ?x a ?t } UNION { GRAPH ?g { ?x :says ?y } } ?x :name ?n }"}) {
    const std::string message = refusal(text);
    EXPECT_NE(message.find("not answered here"), std::string::npos) << text << "\n" << message;
    EXPECT_NE(message.find("query:2"), std::string::npos) << text << "\n" << message;
  }
}

TEST(Query, WordsInStringsIrisAndCommentsAreNotForms) {
  EXPECT_EQ(refusal("SELECT ?x { ?x :name \"MINUS { FILTER NOT EXISTS\" . # SERVICE\n ?x a <http://e/DESCRIBE/FROM> }"),
            "");
  EXPECT_EQ(refusal("SELECT ?exists ?minus { ?exists :from ?minus ; :service/**/ ?x }").find("not answered") !=
                std::string::npos,
            true);
  EXPECT_EQ(refusal("SELECT ?x { ?x :revenue ?r FILTER(?r < 5 && 7 > ?r) }"), "");
}

TEST(Query, SyntaxErrorsHaveALine) {
  EXPECT_NE(refusal("SELECT ?x {\n ?x a }").find("query:3"), std::string::npos);
  EXPECT_NE(refusal("SELECT ?x { ?x a ?t").find("query"), std::string::npos);
  EXPECT_NE(refusal(""), "");
  EXPECT_NE(refusal("SELECT ?x { ?x :name \"open }"), "");
}

TEST(Query, CaseOfLettersBeyondAscii) {
  Graph graph;
  graph.add(Term::must_iri("x:s"), Term::must_iri("x:p"), Term::string("\xC3\x89t\xC3\xA9"));
  EXPECT_THROW((void)query(graph, "SELECT ?o { ?s ?p ?o FILTER(LCASE(STR(?o)) = \"x\") }"), Error);
  EXPECT_EQ(rows("SELECT ?x { ?x :name ?n FILTER(LCASE(STR(?n)) = \"beta\") }"), (Rows{"b"}));
}

TEST(Results, Formats) {
  const auto result =
      query(data(), std::string(kPrologue) +
                        "SELECT ?x ?n ?r { ?x a :Company ; :name ?n OPTIONAL { ?x :price ?r } } ORDER BY ?x ?n");
  const auto text = [&](ResultFormat format) {
    std::ostringstream out;
    write(out, result, format, {{"e", "http://e/"}});
    return out.str();
  };
  EXPECT_EQ(text(ResultFormat::Table), "x    n      r\n---  -----  -\ne:a  Alfa   \ne:a  Alpha  \ne:b  Beta   \n");
  EXPECT_EQ(text(ResultFormat::Csv), "x,n,r\r\nhttp://e/a,Alfa,\r\nhttp://e/a,Alpha,\r\nhttp://e/b,Beta,\r\n");
  EXPECT_EQ(text(ResultFormat::Tsv),
            "?x\t?n\t?r\n<http://e/a>\t\"Alfa\"@it\t\n<http://e/a>\t\"Alpha\"@en\t\n<http://e/b>\t\"Beta\"\t\n");
  EXPECT_NE(
      text(ResultFormat::Json)
          .find(R"({"x":{"type":"uri","value":"http://e/a"},"n":{"type":"literal","value":"Alfa","xml:lang":"it"}})"),
      std::string::npos);
  EXPECT_NE(
      text(ResultFormat::Xml).find(R"(<binding name="n"><literal xml:lang="it">Alfa</literal></binding></result>)"),
      std::string::npos);
}

TEST(Results, Csv) {
  QueryResult result;
  result.variables = {"a"};
  result.rows = {{Term::string("say \"x\", y\n")}};
  std::ostringstream out;
  write(out, result, ResultFormat::Csv);
  EXPECT_EQ(out.str(), "a\r\n\"say \"\"x\"\", y\n\"\r\n");
}

}  // namespace
}  // namespace triplewright
