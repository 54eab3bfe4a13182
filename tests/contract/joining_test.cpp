// examples/joining, as its page has it; and the output that other tools of RDF 1.2 read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "program.h"

namespace triplewright::contract {
namespace {

using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

TEST(Joining, WithWikidataAndASanctionsList) {
  const fs::path folder = scratch("joining");
  const auto at = [&](const std::string& name) { return (folder / name).string(); };
  const std::string here = "examples/joining/";
  ASSERT_EQ(
      run("build examples/articles/02-huawei-production-analysis.txt examples/articles/03-asml-results-wire.txt -o " +
          at("graph.nq"))
          .status,
      0);
  const Outcome background =
      run("query " + at("graph.nq") + " " + here + "wikidata.nt " + here + "background.rq --format csv");
  ASSERT_EQ(background.status, 0) << background.err;
  EXPECT_THAT(background.out, HasSubstr("Huawei,People's Republic of China,1987"));

  const Outcome links = run("query " + at("graph.nq") + " " + here + "wikidata.nt " + here + "sanctions.csv " + here +
                            "links.rq --format csv -o " + at("links.nt"));
  ASSERT_EQ(links.status, 0) << links.err;
  const std::string same =
      " <http://www.w3.org/2002/07/owl#sameAs> <https://w3id.org/triplewright/table/sanctions.csv#row=";
  EXPECT_THAT(read(at("links.nt")), HasSubstr("id/huawei>" + same + "2> ."));
  EXPECT_THAT(read(at("links.nt")), HasSubstr("id/smic>" + same + "3> ."));
  EXPECT_THAT(read(at("links.nt")), HasSubstr("<http://www.wikidata.org/entity/Q160120>"));
  EXPECT_THAT(read(at("links.nt")), Not(HasSubstr("#row=4")));

  const std::string listed = "query " + at("graph.nq") + " " + here + "sanctions.csv ";
  const Outcome said = run(listed + at("links.nt") + " " + here + "listed.rq --format csv");
  ASSERT_EQ(said.status, 0) << said.err;
  EXPECT_THAT(said.out, HasSubstr("US-BIS-EL,Baidu,buysFrom,Huawei,Asserted,"));
  EXPECT_THAT(said.out, Not(HasSubstr("Nvidia,"))) << "sentences name it, but it is not listed";
  EXPECT_THAT(run(listed + here + "listed.rq --format csv").out, Not(HasSubstr("Huawei"))) << "without the links";
}

TEST(Joining, AFaultyTableIsSaid) {
  const fs::path folder = scratch("table");
  write(folder / "list.csv", "a,b\n1,2,3\n4,5\n");
  const Outcome outcome = run("merge " + (folder / "list.csv").string() + " --format nt");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("list.csv:2"));
  EXPECT_THAT(outcome.out, HasSubstr("<https://w3id.org/triplewright/table/list.csv#row=3> "
                                     "<https://w3id.org/triplewright/table/list.csv#a> \"4\" ."));
}

TEST(Annotate, EachDirectTripleNamesItsStatement) {
  const fs::path folder = scratch("annotate");
  write(folder / "a.txt", "Acme Corp. acquired Bolt Motors in 2024.\n\nThe company is based in Austin, Texas.\n");
  const std::string article = (folder / "a.txt").string();
  const Outcome plain = run("build " + article);
  const Outcome turtle = run("build " + article + " --annotate rdf-star");
  ASSERT_EQ(turtle.status, 0) << turtle.err;
  EXPECT_THAT(plain.out, Not(HasSubstr(" ~ ")));
  EXPECT_THAT(turtle.out, HasSubstr(" ~ statement:"));

  ASSERT_EQ(run("build " + article + " -o " + (folder / "plain.nq").string()).status, 0);
  const Outcome lines = run("merge " + (folder / "plain.nq").string() + " --annotate rdf-star --format nt");
  ASSERT_EQ(lines.status, 0) << lines.err;
  EXPECT_THAT(lines.out,
              testing::ContainsRegex("statement/[0-9a-f]+> <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> "
                                     "<<\\( <[^>]+> <[^>]+acquires> <[^>]+> \\)>> \\."));
  EXPECT_EQ(run("build " + article + " --annotate rdf-star --format rdf").status, 2);
  EXPECT_EQ(run("build " + article + " --annotate rdf-moon").status, 2);
}

}  // namespace
}  // namespace triplewright::contract
