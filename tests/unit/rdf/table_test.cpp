#include "rdf/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace triplewright::rdf {
namespace {

TEST(Table, RowsAreSubjectsAndColumnsProperties) {
  std::istringstream in(
      "\xEF\xBB\xBFid,\"full name\",aliases\r\n"
      "7,\"Acme, \"\"the\"\" maker\",\"one\ntwo\"\r\n"
      ",,\n"
      "8,Bolt\n"
      "9,Dyne,x,too many\n"
      "10,\xC3\x89t\xC3\xA9,\n");
  std::vector<std::string> got;
  std::vector<std::string> faults;
  const std::size_t count = read_table(
      in, ',', "list.csv", "http://e/list.csv",
      [&](const Quad& q, std::size_t line) {
        EXPECT_TRUE(q.graph.empty());
        got.push_back(std::to_string(line) + " " + q.subject.value() + " " + q.predicate.value() + " " +
                      q.object.value());
      },
      [&](const Diagnostic& d) { faults.push_back(d.where.to_string()); });
  EXPECT_THAT(got, testing::ElementsAre("2 http://e/list.csv#row=2 http://e/list.csv#id 7",
                                        "2 http://e/list.csv#row=2 http://e/list.csv#full%20name Acme, \"the\" maker",
                                        "2 http://e/list.csv#row=2 http://e/list.csv#aliases one\ntwo",
                                        "5 http://e/list.csv#row=4 http://e/list.csv#id 8",
                                        "5 http://e/list.csv#row=4 http://e/list.csv#full%20name Bolt",
                                        "7 http://e/list.csv#row=6 http://e/list.csv#id 10",
                                        "7 http://e/list.csv#row=6 http://e/list.csv#full%20name \xC3\x89t\xC3\xA9"));
  EXPECT_EQ(count, 1u);
  EXPECT_THAT(faults, testing::ElementsAre("list.csv:6"));
}

TEST(Table, TabsHaveNoQuotes) {
  std::istringstream in("a\tb\n\"1\"\t2\n");
  std::vector<std::string> got;
  (void)read_table(in, '\t', "t.tsv", "http://e/t.tsv",
                   [&](const Quad& q, std::size_t) { got.push_back(q.object.value()); }, {});
  EXPECT_THAT(got, testing::ElementsAre("\"1\"", "2"));
}

TEST(Table, NothingInNothingOut) {
  std::istringstream in("");
  EXPECT_EQ(read_table(in, ',', "t.csv", "http://e/t.csv", [](const Quad&, std::size_t) { FAIL(); }, {}), 0u);
}

}  // namespace
}  // namespace triplewright::rdf
