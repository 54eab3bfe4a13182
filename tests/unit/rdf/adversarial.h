// A graph of everything that RDF syntaxes are known to stumble over. Shared by tests and fuzz seeds.
#pragma once

#include <string>

#include "text/utf8.h"
#include "triplewright/graph.h"

namespace triplewright::test {

/// With `for_xml`, without what RDF/XML cannot say.
inline Graph adversarial_graph(bool for_xml) {
  using namespace std::string_literals;
  const std::string xsd = "http://www.w3.org/2001/XMLSchema#";
  Graph graph;
  graph.set_prefix("ex", "http://example.org/ns#");
  graph.set_prefix("", "http://example.org/default/");
  graph.set_prefix("odd", "http://example.org/id-");
  graph.set_prefix("urn", "http://example.org/urn/");
  const Term s = Term::must_iri("http://example.org/s");
  int n = 0;
  const auto say = [&](const Term& object, const Term& in = {}) {
    graph.add(s, Term::must_iri("http://example.org/ns#p" + std::to_string(n++ % 17)), object, in);
  };
  // Every plane, the ends of every UTF-8 length, and what is next to the holes.
  for (const char32_t c :
       {U'\t',    U'\n',    U'\r',     U' ',      U'"',      U'\'',     U'\\',     U'\x80',   U'\x85',    U'\xA0',
        U'\x7FF', U'\x800', U'\x2028', U'\x2029', U'\xD7FF', U'\xE000', U'\xFEFF', U'\xFFFD', U'\x10000', U'\x1F600'}) {
    std::string text = "a";
    text::append(text, c);
    say(Term::string(text + "b"));
    say(Term::string(text));
  }
  for (char32_t plane = 1; plane <= 16; ++plane) {
    std::string text;
    text::append(text, plane * 0x10000 + 0x123);
    text::append(text, plane * 0x10000 + 0xFFFD);
    say(Term::string(text));
  }
  if (!for_xml)
    for (const char c : "\x01\x02\x03\x04\x05\x06\x07\x08\x0B\x0C\x0E\x0F\x10\x19\x1A\x1B\x1F\x7F"s)
      say(Term::string("c"s + c + "d"));
  for (const char* text : {"",
                           " ",
                           "\"",
                           "\"\"\"",
                           "'''",
                           "ends with \\",
                           "\\u0041 \\n",
                           "ends with \"",
                           "a\"\"\"b",
                           "\r\n",
                           "\n\n",
                           "]]>",
                           "<b>&amp;</b>",
                           "@en",
                           "^^<x:y>",
                           "\" . <x:a> <x:b> <x:c> .",
                           "# no comment",
                           "{\"@id\": 1}",
                           "true",
                           "42",
                           "${x}",
                           "%41"})
    say(Term::string(text));
  say(Term::string(std::string(100000, 'x') + "\n" + std::string(100000, 'y')));
  for (const char* tag : {"en", "EN-us", "zh-Hant-TW", "x-private", "de-CH-1996", "en-a-bbb-x-a"})
    say(Term::lang_string("l\"\n", tag));
  for (const auto& [lexical, name] :
       std::initializer_list<std::pair<const char*, const char*>>{{"1", "integer"},
                                                                  {"-007", "integer"},
                                                                  {"99999999999999999999", "integer"},
                                                                  {"1", "decimal"},
                                                                  {"-0.50", "decimal"},
                                                                  {"1e3", "double"},
                                                                  {"0.1", "double"},
                                                                  {"-1.5e-300", "double"},
                                                                  {"1", "float"},
                                                                  {"true", "boolean"},
                                                                  {"0", "boolean"},
                                                                  {"2026-11-22", "date"},
                                                                  {"2026-11-22Z", "date"},
                                                                  {"2026-11-22T01:02:03.5+02:00", "dateTime"},
                                                                  {"01:02:03", "time"},
                                                                  {"2026", "gYear"},
                                                                  {"2026-11", "gYearMonth"},
                                                                  {"--11", "gMonth"},
                                                                  {"---22", "gDay"},
                                                                  {"--11-22", "gMonthDay"},
                                                                  {"P1Y2M", "duration"},
                                                                  {"http://example.org/a b", "anyURI"},
                                                                  {"0FB7", "hexBinary"},
                                                                  {"AAEC", "base64Binary"},
                                                                  {"  spaced ", "token"},
                                                                  {"127", "byte"},
                                                                  {"NaN", "double"},
                                                                  {"INF", "float"},
                                                                  {"x", "integer"}})
    say(Term::typed(lexical, xsd + name));
  say(Term::typed("<b>x</b> & \"y\"", "http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML"));
  say(Term::typed("{\"a\": [1, 2]}", "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON"));
  say(Term::typed("x", "http://example.org/ns#type"));
  say(Term::typed("x", "urn:type:a%20b"));
  for (const char* iri : {"http://example.org/ns#a.",
                          "http://example.org/ns#.a",
                          "http://example.org/ns#-a",
                          "http://example.org/ns#1",
                          "http://example.org/ns#a.b-c_d",
                          "http://example.org/ns#",
                          "http://example.org/ns#a/b",
                          "http://example.org/ns#a:b",
                          "http://example.org/ns#a%20b",
                          "http://example.org/default/x",
                          "http://example.org/default/",
                          "http://example.org/id-7",
                          "http://example.org/id-",
                          "http://example.org/a b<>\"{}|^`\\",
                          "http://example.org/caf\xC3\xA9",
                          "http://example.org/\xF0\x9F\x98\x80",
                          "http://example.org/?q=a&b=c;d#f",
                          "http://example.org/a'b(c)*d,e;f=g!h$i~j",
                          "http://example.org/%zz%",
                          "http://example.org/../a/./b",
                          "http://example.org",
                          "http://user:pw@example.org:80/",
                          "http://[2001:db8::1]/",
                          "urn:isbn:1-2",
                          "mailto:a@b.example",
                          "tag:a,2026:x",
                          "urn:x",
                          "HTTP://EXAMPLE.org/%c3%a9",
                          "http://example.org/#a#b",
                          "http://example.org/\xEE\x80\x80",
                          "http://example.org/_:b0",
                          "http://example.org/prefix",
                          "a:b",
                          "http://example.org/ns#true",
                          "http://example.org/ns#a~b"}) {
    say(Term::must_iri(iri));
    graph.add(Term::must_iri(iri), Term::must_iri("http://example.org/ns#is"), Term::string("subject"),
              Term::must_iri("http://example.org/g"));
    graph.add(s, Term::must_iri("http://example.org/ns#in"), Term::string("graph"), Term::must_iri(iri));
  }
  const Term type = Term::must_iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  graph.add(s, type, Term::must_iri("http://example.org/ns#Class"));
  graph.add(s, type, Term::string("a literal type"));
  graph.add(s, Term::must_iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#_1"), Term::string("member"));
  for (const char* predicate : {"http://example.org/caf\xC3\xA9", "http://example.org/a%20b", "urn:p:q",
                                "http://example.org/p.q", "http://aaa.example/first"})
    graph.add(s, Term::must_iri(predicate), Term::string("value"));
  if (!for_xml)
    for (const char* predicate :
         {"http://example.org/123", "http://example.org/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#li"})
      graph.add(s, Term::must_iri(predicate), Term::string("value"));
  graph.sort();
  return graph;
}

}  // namespace triplewright::test
