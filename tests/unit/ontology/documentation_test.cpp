// Documentation and shapes generated from an ontology.
#include "ontology/documentation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "ontology/shapes.h"
#include "ontology_files.h"
#include "triplewright/rdf.h"

namespace triplewright {
namespace {

using ontology::DocumentationFormat;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kSmall = R"(
ex:Firm a owl:Class ; rdfs:label "firm"@en ; rdfs:comment "Makes <things> & sells them."@en ; rdfs:subClassOf schema:Organization .
ex:Bank a owl:Class ; rdfs:label "bank"@en ; rdfs:subClassOf ex:Firm .
ex:Thing a owl:Class ; rdfs:label "thing"@en .
ex:makes a owl:ObjectProperty ; rdfs:label "makes"@en ; rdfs:domain ex:Firm ; schema:rangeIncludes ex:Thing , ex:Firm ;
  owl:inverseOf ex:maker ; owl:equivalentProperty schema:makes .
ex:maker a owl:ObjectProperty ; rdfs:label "maker"@en .
ex:profit a owl:ObjectProperty ; rdfs:label "profit"@en ; tw:takesValue true ; rdfs:domain ex:Firm ; rdfs:range schema:MonetaryAmount .
ex:opened a owl:ObjectProperty ; rdfs:label "opened"@en ; tw:takesValue true ; rdfs:domain ex:Firm ; rdfs:range schema:Date .
c:bank a skos:Concept ; skos:prefLabel "bank"@en ; skos:altLabel "lender"@en ; tw:denotesClass ex:Bank .
lex:make-v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:canonicalForm [ ontolex:writtenRep "make"@en ] ;
  ontolex:sense [ ontolex:reference ex:makes ; synsem:subjOfProp arg:subject ; synsem:objOfProp arg:object ] .
)";

std::string document(const Ontology& o, DocumentationFormat format) {
  std::ostringstream out;
  ontology::write_documentation(out, o, format);
  return out.str();
}

std::string shapes(const Ontology& o) {
  std::ostringstream out;
  ontology::write_shapes(out, o);
  return out.str();
}

TEST(Documentation, MarkdownSaysWhatTheOntologySays) {
  OntologyFiles files;
  files.add("o.ttl", kSmall);
  const std::string page = document(files.load(), DocumentationFormat::Markdown);
  EXPECT_THAT(page, HasSubstr("### <a id=\"makes\"></a>makes"));
  EXPECT_THAT(page, HasSubstr("- Subject: [ex:Firm](#Firm)"));
  EXPECT_THAT(page, HasSubstr("- Object: [ex:Firm](#Firm), [ex:Thing](#Thing)"));
  EXPECT_THAT(page, HasSubstr("- Inverse: [ex:maker](#maker)"));
  EXPECT_THAT(page, HasSubstr("- The same as: [schema:makes](http://schema.org/makes)"));
  EXPECT_THAT(page, HasSubstr("- Words: make (verb: subject, object)"));
  EXPECT_THAT(page, HasSubstr("- Subclasses: [ex:Bank](#Bank)"));
  EXPECT_THAT(page, HasSubstr("- Value: [schema:MonetaryAmount](http://schema.org/MonetaryAmount)"));
  EXPECT_THAT(page, HasSubstr("- <a id=\"bank\"></a>*bank* (lender); a [ex:Bank](#Bank)"));
  EXPECT_THAT(page, HasSubstr("Makes \\<things\\> & sells them."));
}

TEST(Documentation, HtmlEscapesWhatTheOntologySays) {
  OntologyFiles files;
  files.add("o.ttl", kSmall);
  const std::string page = document(files.load(), DocumentationFormat::Html);
  EXPECT_THAT(page, HasSubstr("<h3 id=\"Firm\">Firm</h3>"));
  EXPECT_THAT(page, HasSubstr("Makes &lt;things&gt; &amp; sells them."));
  EXPECT_THAT(page, Not(HasSubstr("<things>")));
  EXPECT_THAT(page, HasSubstr("<li>Inverse: <a href=\"#maker\">ex:maker</a></li>"));
}

TEST(Documentation, EveryLinkWithinThePageHasItsOneAnchor) {
  const Ontology o = Ontology::load({TW_SOURCE_DIR "/ontology"}, nullptr);
  const std::string page = document(o, DocumentationFormat::Html);
  std::set<std::string> anchors;
  const std::regex id(" id=\"([^\"]+)\"");
  for (std::sregex_iterator it(page.begin(), page.end(), id), end; it != end; ++it)
    EXPECT_TRUE(anchors.insert((*it)[1]).second) << (*it)[1] << " is there twice";
  for (const OntologyProperty& p : o.properties())
    EXPECT_TRUE(anchors.contains(p.iri.substr(p.iri.find_last_of("#/") + 1))) << p.iri;
  const std::regex link("href=\"#([^\"]+)\"");
  for (std::sregex_iterator it(page.begin(), page.end(), link), end; it != end; ++it)
    EXPECT_TRUE(anchors.contains((*it)[1])) << (*it)[1];
}

TEST(Shapes, AreTurtleWithBothEndsOfEveryProperty) {
  OntologyFiles files;
  files.add("o.ttl", kSmall);
  const std::string turtle = shapes(files.load());
  EXPECT_THAT(turtle, HasSubstr("shape:ex-makes a sh:NodeShape ; sh:targetSubjectsOf ex:makes ;\n"
                                "  sh:or ( [ sh:node shape:ex-Firm ] ) ;\n"
                                "  sh:property [ sh:path ex:makes ; sh:nodeKind sh:IRI ;\n"
                                "    sh:or ( [ sh:node shape:ex-Firm ] [ sh:node shape:ex-Thing ] ) ] .\n"));
  EXPECT_THAT(turtle, HasSubstr("sh:or ( [ sh:class schema:MonetaryAmount ] )"));
  EXPECT_THAT(turtle, HasSubstr("sh:path ex:opened ; sh:nodeKind sh:Literal ;\n    sh:or ( [ sh:datatype xsd:date ]"));
  EXPECT_THAT(turtle, Not(HasSubstr("targetSubjectsOf ex:maker "))) << "no restriction, no shape";
  std::istringstream in(std::string(kPrefixes) +
                        "@prefix shape: <http://example.org/s#> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n"
                        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n" +
                        turtle);
  std::size_t quads = 0;
  EXPECT_EQ(read(
                in, Syntax::Turtle, "shapes", "urn:x:", [&](const Quad&, std::size_t) { ++quads; },
                [](const Diagnostic& d) { ADD_FAILURE() << d.message; }),
            0u);
  EXPECT_GT(quads, 30u);
}

TEST(Shapes, TheShippedOnesAreThoseOfTheShippedOntology) {
  const std::string folder = TW_SOURCE_DIR "/ontology/";
  std::ifstream file(folder + "shapes.ttl");
  std::stringstream text;
  text << file.rdbuf();
  const std::string shipped = text.str();
  const std::size_t mark = shipped.find("# --- generated");
  ASSERT_NE(mark, std::string::npos);
  const std::string generated = shipped.substr(shipped.find("\n\n", mark) + 2);
  const Ontology o =
      Ontology::load({folder + "core.ttl", folder + "tech-policy.ttl", folder + "concepts.ttl"}, nullptr);
  EXPECT_TRUE(generated == shapes(o)) << "replace what follows the mark in ontology/shapes.ttl by the output of "
                                         "triplewright doc ontology --format shapes";
}

}  // namespace
}  // namespace triplewright
