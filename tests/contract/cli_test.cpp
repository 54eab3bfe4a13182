// The contracts of the command line: exit status, outputs, equal bytes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "program.h"

namespace triplewright::contract {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

const std::string kTwoArticles = "examples/articles/01-kessler-hearing.txt examples/articles/03-asml-results-wire.txt";

TEST(CommandLine, UsageErrorsAreStatus2) {
  EXPECT_EQ(run("").status, 2);
  EXPECT_EQ(run("build").status, 2);
  EXPECT_EQ(run("no-such-command").status, 2);
  const Outcome missing = run("extract no-such-file.txt");
  EXPECT_EQ(missing.status, 2);
  EXPECT_THAT(missing.err, HasSubstr("no-such-file.txt"));
  EXPECT_EQ(run("build " + kTwoArticles + " -o /no/such/folder/graph.ttl").status, 2);
  EXPECT_THAT(run("build " + kTwoArticles + " -o graph.docx").err, HasSubstr("does not tell a syntax"));
}

TEST(CommandLine, HelpAndVersionAreStatus0) {
  EXPECT_EQ(run("--help").status, 0);
  EXPECT_EQ(run("build --help").status, 0);
  EXPECT_THAT(run("--version").out, HasSubstr("."));
}

TEST(CommandLine, ABadRecordCostsOnlyItself) {
  const fs::path folder = scratch("bad-record");
  write(folder / "in.jsonl",
        "{\"title\":\"One\",\"text\":\"Acme Corp. supplies chips to Bolt Motors. The company is based in Austin, "
        "Texas.\"}\n"
        "{\"title\":\"Two\",\"text\":\n"
        "{\"title\":\"Three\",\"text\":\"Bolt Motors acquired Dyne Systems, a maker of batteries, for $3 billion in "
        "2024.\"}\n");
  const Outcome outcome =
      run("ingest " + (folder / "in.jsonl").string() + " --rejects " + (folder / "rejects").string());
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("in.jsonl:2"));
  EXPECT_THAT(outcome.out, HasSubstr("Acme"));
  EXPECT_THAT(outcome.out, HasSubstr("Dyne"));
  EXPECT_THAT(read(folder / "rejects"), HasSubstr("\"line\":2"));
  EXPECT_THAT(outcome.err, HasSubstr("read 2 articles; failed 1 (1 bad-json)"));
}

TEST(CommandLine, OtherLanguagesAreSkippedAndCountedUnlessOneIsNamed) {
  const fs::path folder = scratch("language");
  const std::string file = (folder / "de.txt").string();
  write(file,
        "Hafen\n\nDie Reederei kauft zwölf Schiffe von der Werft. Der Auftrag ist 300 Millionen Euro wert, teilte das "
        "Unternehmen am Montag mit. Die Werft wird das erste Schiff im März liefern.\n");
  const Outcome skipped = run("extract " + file);
  EXPECT_EQ(skipped.status, 0);
  EXPECT_EQ(skipped.out, "");
  EXPECT_THAT(skipped.err, HasSubstr("read 0 articles; skipped 1 (1 not-english)"));
  EXPECT_THAT(run("extract --language en " + file).out, HasSubstr("NewsArticle"));
}

TEST(CommandLine, EqualBytesForAnyNumberOfJobs) {
  const Outcome one = run("extract examples/articles --jobs 1");
  const Outcome many = run("extract examples/articles --jobs 5");
  ASSERT_EQ(one.status, 0) << one.err;
  EXPECT_FALSE(one.out.empty());
  EXPECT_EQ(one.out, many.out);
  EXPECT_EQ(run("extract examples/articles --jobs 50000").status, 2);
}

TEST(CommandLine, ExtractThenMergeIsBuildInAnyOrder) {
  const fs::path folder = scratch("union");
  const auto at = [&](const std::string& name) { return (folder / name).string(); };
  ASSERT_EQ(run("extract examples/articles/01-kessler-hearing.txt -o " + at("1.nq")).status, 0);
  ASSERT_EQ(run("extract examples/articles/03-asml-results-wire.txt -o " + at("3.nq")).status, 0);
  ASSERT_EQ(run("build " + kTwoArticles + " -o " + at("built.nq")).status, 0);
  ASSERT_EQ(run("merge " + at("1.nq") + " " + at("3.nq") + " -o " + at("merged.nq")).status, 0);
  ASSERT_EQ(run("merge " + at("3.nq") + " " + at("1.nq") + " " + at("3.nq") + " -o " + at("again.nq")).status, 0);
  EXPECT_EQ(read(folder / "built.nq"), read(folder / "merged.nq"));
  EXPECT_EQ(read(folder / "built.nq"), read(folder / "again.nq"));
}

TEST(CommandLine, UpdateAndRetractGiveWhatAFreshBuildGives) {
  const fs::path folder = scratch("update");
  const auto at = [&](const std::string& name) { return (folder / name).string(); };
  write(folder / "a.txt", "Acme Corp. acquired Bolt Motors in 2024.\n\nThe company is based in Austin, Texas.\n");
  ASSERT_EQ(run("build examples/articles/03-asml-results-wire.txt -o " + at("first.nq")).status, 0);
  ASSERT_EQ(run("build examples/articles/03-asml-results-wire.txt " + at("a.txt") + " --update " + at("first.nq") +
                " -o " + at("second.nq"))
                .status,
            0);
  ASSERT_EQ(run("build examples/articles/03-asml-results-wire.txt " + at("a.txt") + " -o " + at("fresh.nq")).status, 0);
  EXPECT_EQ(read(folder / "second.nq"), read(folder / "fresh.nq"));

  const std::string quads = read(folder / "fresh.nq");
  const auto article = quads.find("Acme Corp. acquired");
  ASSERT_NE(article, std::string::npos);
  const auto open = quads.rfind('<', quads.find('\n', article));
  const std::string iri = quads.substr(open + 1, quads.find('>', open) - open - 1);
  ASSERT_EQ(run("retract " + at("fresh.nq") + " '" + iri + "' -o " + at("retracted.nq")).status, 0);
  EXPECT_EQ(read(folder / "retracted.nq"), read(folder / "first.nq"));
  EXPECT_EQ(run("retract " + at("fresh.nq") + " https://no.such/article -o " + at("x.nq")).status, 1);
}

TEST(CommandLine, AnIndexOfAWikidataExtractHasClassesOfTheOntology) {
  const fs::path folder = scratch("index");
  const std::string extract = (folder / "wd.nt").string(), index = (folder / "wd.twx").string();
  const std::string item = "<http://www.wikidata.org/entity/Q999004> ";
  write(extract, item + "<http://www.w3.org/2000/01/rdf-schema#label> \"Altona Terminal Works\"@en .\n" + item +
                     "<http://www.wikidata.org/prop/direct/P31> <http://www.wikidata.org/entity/Q891723> .\n");
  write(folder / "a.txt", "Altona Terminal Works acquired Bolt Motors in 2024.\n");
  ASSERT_EQ(run("index " + extract + " -o " + index).status, 0);
  const Outcome built = run("extract " + (folder / "a.txt").string() + " --entities " + index);
  ASSERT_EQ(built.status, 0) << built.err;
  EXPECT_THAT(built.out, HasSubstr(item + "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
                                          "<https://w3id.org/triplewright/tech-policy#Company>"));
}

TEST(CommandLine, AnInterruptedOutputLeavesNothing) {
  const fs::path folder = scratch("partial");
  EXPECT_EQ(
      run("query examples/queries/people.rq examples/queries/people.rq -o " + (folder / "out.tsv").string()).status, 2);
  EXPECT_TRUE(fs::is_empty(folder));
}

TEST(CommandLine, TheShippedOntologyHasNoFaults) {
  const Outcome outcome = run("check ontology");
  EXPECT_EQ(outcome.status, 0) << outcome.out.substr(0, 4000);
}

TEST(CommandLine, EntitiesWithoutAnItemAreListedByClass) {
  const fs::path folder = scratch("links");
  write(
      folder / "entities.ttl",
      "@prefix id: <https://w3id.org/triplewright/id/> . @prefix ttp: <https://w3id.org/triplewright/tech-policy#> .\n"
      "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
      "@prefix wd: <http://www.wikidata.org/entity/> .\n"
      "id:a a ttp:Company ; skos:prefLabel \"Acme\" ; owl:sameAs wd:Q1 .\n"
      "id:b a ttp:Company ; skos:prefLabel \"Bolt\" ; skos:closeMatch wd:Q2 .\n"
      "id:c a ttp:City ; skos:prefLabel \"Cley\" ; owl:sameAs <https://ror.org/1> .\n");
  const Outcome outcome = run("check --links " + folder.string());
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, ::testing::ContainsRegex("Company +2 +1 +1 +0\n"));
  EXPECT_THAT(outcome.out, ::testing::ContainsRegex("all +3 +1 +1 +1\n"));
  EXPECT_THAT(outcome.out, HasSubstr("Company\tb\tBolt\tone data set\n"));
  EXPECT_THAT(outcome.out, HasSubstr("City\tc\tCley\tno data set\n"));
  EXPECT_THAT(outcome.out, ::testing::Not(HasSubstr("Acme")));
}

TEST(CommandLine, AnotherDomainNeedsOnlyTurtle) {
  const Outcome outcome =
      run("claims --ontology ontology/core.ttl --ontology examples/ontology examples/articles/10-football-transfer.txt "
          "--json");
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("\"property\":\"https://football.example/ns#signs\""));
  EXPECT_THAT(outcome.out, testing::Not(HasSubstr("tech-policy#")));
}

}  // namespace
}  // namespace triplewright::contract
