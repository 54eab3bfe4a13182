// The words by which a text speaks of an organization again are Turtle: a lexicon of another domain brings its own.
#include "nlp/coref_words.h"

#include <gtest/gtest.h>

#include <string>

#include "../ontology/ontology_files.h"

namespace triplewright::nlp {
namespace {

std::string entry(const std::string& word, const std::string& pos, const std::string& reference) {
  return "lex:" + word + " a ontolex:Word ; lexinfo:partOfSpeech lexinfo:" + pos +
         " ; ontolex:canonicalForm [ ontolex:writtenRep \"" + word + "\"@en ] ; ontolex:sense [ ontolex:reference " +
         reference + " ] .\n";
}

TEST(CorefWords, ALexiconBringsItsTrades) {
  OntologyFiles files;
  files.add("words.ttl", "ex:Agent a owl:Class .\nex:cheese a tw:Trade .\nex:wool a tw:Trade .\n" +
                             entry("cheesemaker", "noun", "ex:cheese") + entry("dairy", "noun", "ex:cheese") +
                             entry("woollen", "adjective", "ex:wool"));
  const Ontology o = files.load();
  EXPECT_EQ(trade_of(o, "cheesemaker"), "http://example.org/o#cheese");
  EXPECT_EQ(trade_of(o, "cheesemaker"), trade_of(o, "dairy"));
  EXPECT_EQ(trade_of(o, "woollen"), "http://example.org/o#wool");
  EXPECT_EQ(trade_of(o, "chipmaker"), "");
}

TEST(CorefWords, MarksSayWhatANounDoes) {
  OntologyFiles files;
  files.add("words.ttl", "ex:Agent a owl:Class .\n" + entry("guild", "noun", "tw:GeneralNoun") +
                             entry("lodge", "noun", "tw:PartNoun") + entry("herald", "noun", "tw:Spokesperson") +
                             entry("sage", "noun", "tw:Observer"));
  const Ontology o = files.load();
  EXPECT_TRUE(is_general_noun(o, "guild") && is_part_noun(o, "lodge"));
  EXPECT_TRUE(is_spokesperson(o, "herald") && is_observer(o, "sage"));
  EXPECT_FALSE(is_general_noun(o, "lodge") || is_part_noun(o, "guild"));
  EXPECT_FALSE(is_spokesperson(o, "sage") || is_observer(o, "herald"));
  EXPECT_EQ(trade_of(o, "guild"), "");
}

}  // namespace
}  // namespace triplewright::nlp
