// Documents made by hand, and what linking and coreference make of them.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "../by_hand.h"
#include "link/link.h"
#include "nlp/coref.h"
#include "triplewright/document.h"
#include "triplewright/entity_base.h"
#include "triplewright/ontology.h"

namespace triplewright::link::test {

inline const std::string kTtp = "https://w3id.org/triplewright/tech-policy#";
inline const std::string kBase = "https://example.org/kg/";

/// The ontology that ships, loaded once.
inline const Ontology& ontology() {
  static const Ontology loaded = [] {
    const std::vector<std::string> paths(1, std::string(TW_SOURCE_DIR) + "/ontology");
    return Ontology::load(paths, [](const Diagnostic&) {});
  }();
  return loaded;
}

/// A few entities, enough to be ambiguous.
inline const EntityBase& entities() {
  static const EntityBase loaded = [] {
    // of this process: tests run side by side, and one must not read what another is writing
    const std::string name = "link_test_entities-" + std::to_string(::getpid()) + ".ttl";
    const std::string path = (std::filesystem::path(TW_BINARY_DIR) / name).string();
    std::ofstream(path) << R"(@prefix id: <https://w3id.org/triplewright/id/> .
@prefix ttp: <https://w3id.org/triplewright/tech-policy#> .
@prefix tw: <https://w3id.org/triplewright/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
id:us a ttp:Country ; skos:prefLabel "United States" ; skos:altLabel "US" , "U.S." , "Washington" ; tw:demonym "American" .
id:washington-dc a ttp:City ; skos:prefLabel "Washington, D.C." ; skos:altLabel "Washington" .
id:eu a ttp:Bloc ; skos:prefLabel "European Union" ; skos:altLabel "EU" .
id:china a ttp:Country ; skos:prefLabel "China" ; skos:altLabel "Beijing" ; tw:demonym "Chinese" .
id:beijing a ttp:City ; skos:prefLabel "Beijing" .
id:huawei a ttp:Company ; skos:prefLabel "Huawei" ; ttp:locatedIn id:china ; skos:altLabel "Huawei Technologies Co., Ltd." .
id:trade-office a ttp:GovernmentBody ; skos:prefLabel "Utopian Trade Commission" .
id:nvidia a ttp:Company ; skos:prefLabel "Nvidia" .
id:jensen-huang a ttp:Person ; skos:prefLabel "Jensen Huang" .
id:ascend a ttp:ProductFamily ; skos:prefLabel "Ascend" ; ttp:manufacturer id:huawei .
id:h200 a ttp:AIChip ; skos:prefLabel "H200" .
id:ascend-town a ttp:City ; skos:prefLabel "Ascend" .
id:us-senate a ttp:Legislature ; skos:prefLabel "United States Senate" ; skos:altLabel "Senate" ; ttp:jurisdiction id:us .
id:nigeria a ttp:Country ; skos:prefLabel "Nigeria" .
id:nevada a ttp:AdministrativeRegion ; skos:prefLabel "Nevada" ; ttp:locatedIn id:us .
id:mcdonalds a ttp:Company ; skos:prefLabel "McDonald's" .
id:rtx a ttp:Company ; skos:prefLabel "RTX Corporation" ; skos:altLabel "RTX" .
id:canada a ttp:Country ; skos:prefLabel "Canada" ; tw:demonym "Canadian" .
id:vela a ttp:City ; skos:prefLabel "Vela" ; ttp:locatedIn id:canada .
id:fia a ttp:Association ; skos:prefLabel "Fellowship of Inland Anglers" ; skos:altLabel "FIA" .
id:the-lantern a ttp:NewsOutlet ; skos:prefLabel "The Lantern" ; ttp:locatedIn id:us .
id:keller-group a ttp:Organization ; skos:prefLabel "Keller Group" ; skos:altLabel "Keller" .
id:liberal-party a ttp:PoliticalParty ; skos:prefLabel "Liberal Party" ; skos:altLabel "Liberals" ; ttp:jurisdiction id:canada .
id:union a ttp:Bloc ; skos:prefLabel "Utopian Union" .
id:union-council a ttp:GovernmentBody ; skos:prefLabel "Utopian Council" ; skos:altLabel "Vexel" ; ttp:jurisdiction id:union .
id:vexel a ttp:City ; skos:prefLabel "Vexel" ; ttp:capitalOf id:nigeria .
id:entity-list a ttp:RestrictedPartyList ; skos:prefLabel "Entity List" .
)";
    EntityBase base = EntityBase::load(std::vector<std::string>(1, path), [](const Diagnostic&) {});
    std::filesystem::remove(path);
    return base;
  }();
  return loaded;
}

/// A line is a sentence, written as `add_word` reads it.
class TextOf {
 public:
  explicit TextOf(std::string_view lines) {
    std::istringstream in{std::string(lines)};
    for (std::string line; std::getline(in, line);) {
      if (!line.empty()) triplewright::test::add_sentence(document_, line);
    }
    document_.article.url = "https://example.org/a";
    triplewright::test::end_paragraph(document_);
  }

  /// What the recognizer found: the first place where these words stand.
  TextOf& name(std::string_view words, NameType type) {
    const std::size_t at = document_.article.text.find(words);
    EXPECT_NE(at, std::string::npos) << words;
    Mention m;
    m.type = type;
    m.tokens.begin = static_cast<std::uint32_t>(document_.tokens.size());
    for (std::uint32_t t = 0; t < document_.tokens.size(); ++t) {
      const Span s = document_.tokens[t].span;
      if (s.begin >= at && s.end <= at + words.size()) {
        m.tokens.begin = std::min(m.tokens.begin, t);
        m.tokens.end = t + 1;
      }
    }
    document_.mentions.push_back(m);
    return *this;
  }

  /// Marks a sentence as a headline in Title Case.
  TextOf& title_case(std::size_t sentence) {
    document_.sentences[sentence].title_case = true;
    return *this;
  }

  [[nodiscard]] Document linked() const {
    Document copy = document_;
    return link(std::move(copy), ontology(), entities(), kBase);
  }
  [[nodiscard]] Document resolved() const { return nlp::resolve_coreference(linked(), ontology()); }

 private:
  Document document_;
};

/// The entity of the first mention with exactly these words (the n-th one, counting from 0), or null.
inline const Entity* entity_of(const Document& document, std::string_view words, std::size_t n = 0) {
  for (const Mention& m : document.mentions) {
    if (document.text(m.tokens) != words || n-- > 0) continue;
    return m.entity < 0 ? nullptr : &document.entities[static_cast<std::size_t>(m.entity)];
  }
  ADD_FAILURE() << "no mention " << words;
  return nullptr;
}

/// Its name, or "-".
inline std::string name_of(const Document& document, std::string_view words, std::size_t n = 0) {
  const Entity* e = entity_of(document, words, n);
  return e == nullptr ? "-" : e->name;
}

/// The words of all mentions of a kind, in text order.
inline std::vector<std::string> mentions_of(const Document& document, MentionKind kind) {
  std::vector<std::string> out;
  for (const Mention& m : document.mentions) {
    if (m.kind == kind) out.emplace_back(document.text(m.tokens));
  }
  return out;
}

/// Local name of the first class, or "".
inline std::string class_of(const Document& document, std::string_view words) {
  const Entity* e = entity_of(document, words);
  return e == nullptr || e->classes.empty() ? "" : e->classes[0].substr(e->classes[0].find_last_of("#/") + 1);
}

}  // namespace triplewright::link::test
