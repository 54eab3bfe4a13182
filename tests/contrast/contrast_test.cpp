// Pairs of sentences: a plain one that states a fact, and one that has the same words and does not state it.
//
// pairs/*.tsv, one pair a line, '#' for comments:
//   kind <tab> plain sentence <tab> claim <tab> contrasted sentence <tab> asserted claims allowed in it, or "-"
// A claim is "subject property object"; several are separated by " ; ". Names are those of the entity base.
//
// Fails for every Asserted claim of a contrasted sentence that is not allowed there. That a negative holds says
// something only when the plain twin is found, so those are counted and may not fall below kFound.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "triplewright/pipeline.h"
#include "triplewright/reader.h"

namespace triplewright {
namespace {

constexpr double kFound = 0.5;  ///< least share of the plain sentences whose claim is found

struct Pair {
  std::string where, kind, plain, claim, contrasted;
  std::set<std::string> allowed;
};

std::vector<std::string> split(const std::string& text, const std::string& by) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  for (std::size_t end; (end = text.find(by, at)) != std::string::npos; at = end + by.size()) {
    parts.push_back(text.substr(at, end - at));
  }
  parts.push_back(text.substr(at));
  return parts;
}

std::vector<Pair> read_pairs() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(TW_SOURCE_DIR "/tests/contrast/pairs")) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Pair> pairs;
  for (const auto& file : files) {
    std::ifstream in(file);
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (line.empty() || line[0] == '#') continue;
      const std::vector<std::string> fields = split(line, "\t");
      const std::string where = file.filename().string() + ":" + std::to_string(number);
      if (fields.size() != 5) {
        ADD_FAILURE() << where << ": five fields wanted, " << fields.size() << " found";
        continue;
      }
      Pair pair{where, fields[0], fields[1], fields[2], fields[3], {}};
      if (fields[4] != "-") {
        for (const std::string& claim : split(fields[4], " ; ")) pair.allowed.insert(claim);
      }
      pairs.push_back(std::move(pair));
    }
  }
  return pairs;
}

std::string local(const std::string& iri) {
  return iri.substr(iri.find_last_of("#/") + 1);
}

std::string show(const Document& document, const Argument& argument) {
  switch (argument.kind) {
    case Argument::Kind::Entity:
      return document.entities[argument.index].name;
    case Argument::Kind::Value:
      return document.values[argument.index].text;
    default:
      return argument.text;
  }
}

/// Asserted claims of a sentence that hold still; with `any`, those of every factuality.
std::set<std::string> claims(const Extractor& extractor, const std::string& sentence, bool any = false) {
  const Extraction extraction = extractor.extract(article_from_text(sentence));
  std::set<std::string> out;
  for (const Claim& c : extraction.claims) {
    const bool ended = std::any_of(c.qualifiers.begin(), c.qualifiers.end(),
                                   [](const Qualifier& q) { return q.property.ends_with("#ended"); });
    if (!any && (c.evidence.factuality != Factuality::Asserted || ended)) continue;
    out.insert(show(extraction.document, c.subject) + " " + local(c.property) + " " +
               show(extraction.document, c.object));
  }
  return out;
}

TEST(Contrast, NoFalseAssertion) {
  const Extractor extractor = Extractor::load_default();
  const std::vector<Pair> pairs = read_pairs();
  EXPECT_GE(pairs.size(), 150u);
  struct Count {
    int pairs = 0, found = 0, seen = 0, false_claims = 0;
  };
  std::map<std::string, Count> kinds;
  Count all;
  for (const Pair& pair : pairs) {
    Count& kind = kinds[pair.kind];
    ++kind.pairs;
    const std::set<std::string> plain = claims(extractor, pair.plain);
    if (plain.contains(pair.claim)) {
      ++kind.found;
    } else {
      std::printf("not found  %s  %s  <- %s\n", pair.where.c_str(), pair.claim.c_str(), pair.plain.c_str());
      for (const std::string& claim : plain) std::printf("             has %s\n", claim.c_str());
    }
    // The claim is seen, and not asserted: the pair passes by judgement rather than by silence.
    const std::set<std::string> asserted = claims(extractor, pair.contrasted);
    if (claims(extractor, pair.contrasted, true).contains(pair.claim) && !asserted.contains(pair.claim)) ++kind.seen;
    for (const std::string& claim : asserted) {
      if (pair.allowed.contains(claim)) continue;
      ++kind.false_claims;
      ADD_FAILURE() << pair.where << " [" << pair.kind << "] asserts \"" << claim << "\" in: " << pair.contrasted;
    }
  }
  for (const auto& [name, count] : kinds) {
    std::printf("%-16s pairs %3d  plain found %3d  seen, not asserted %3d  false assertions %d\n", name.c_str(),
                count.pairs, count.found, count.seen, count.false_claims);
    all.pairs += count.pairs;
    all.found += count.found;
    all.seen += count.seen;
    all.false_claims += count.false_claims;
  }
  std::printf("%-16s pairs %3d  plain found %3d  seen, not asserted %3d  false assertions %d\n", "all", all.pairs,
              all.found, all.seen, all.false_claims);
  EXPECT_GE(all.found, static_cast<int>(kFound * all.pairs));
}

}  // namespace
}  // namespace triplewright
