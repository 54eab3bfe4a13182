// Documents made by hand: a sentence as words with lemma, tag, head and relation, and the things that it names.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "../by_hand.h"
#include "extract/extract.h"
#include "triplewright/document.h"
#include "triplewright/ontology.h"

namespace triplewright::extract::test {

inline const std::string kTtp = "https://w3id.org/triplewright/tech-policy#";

/// The ontology that ships, loaded once.
inline const Ontology& ontology() {
  static const Ontology loaded = Ontology::load(
      {std::string(TW_SOURCE_DIR) + "/ontology/core.ttl", std::string(TW_SOURCE_DIR) + "/ontology/tech-policy.ttl",
       std::string(TW_SOURCE_DIR) + "/ontology/lexicon"},
      [](const Diagnostic&) {});
  return loaded;
}

/// One sentence, written as `add_word` reads it.
class SentenceOf {
 public:
  explicit SentenceOf(std::string_view words) {
    triplewright::test::add_sentence(document_, std::string(words));
    triplewright::test::end_paragraph(document_);
  }

  /// A named thing of this class, wherever its words stand.
  SentenceOf& name(std::string_view words, std::string_view cls) { return refer(words, cls, EntityKind::Named, words); }
  /// A named place, which the recognizer takes for one.
  SentenceOf& place(std::string_view words, std::string_view cls) {
    name(words, cls);
    document_.mentions.back().type = NameType::Location;
    return *this;
  }
  /// A described thing of this class: its head word.
  SentenceOf& thing(std::string_view words, std::string_view cls) {
    return refer(words, cls, EntityKind::Unnamed, words);
  }
  /// A class of things: its head word.
  SentenceOf& category(std::string_view words, std::string_view cls) {
    return refer(words, cls, EntityKind::Concept, words);
  }
  /// A word that refers to what was named before (a pronoun, a demonym, a nickname).
  SentenceOf& also(std::string_view words, std::string_view named) {
    for (std::size_t e = 0; e < document_.entities.size(); ++e) {
      if (document_.entities[e].name == named) mention(words, e, MentionKind::Pronominal);
    }
    return *this;
  }
  /// A value over these words.
  SentenceOf& value(std::string_view words, ValueKind kind) {
    const Span span = find(words);
    EXPECT_FALSE(span.empty()) << words;
    Value v;
    v.tokens = span;
    v.kind = kind;
    v.text = words;
    document_.values.push_back(v);
    return *this;
  }

  /// A time over these words, from this day, month or year to that.
  SentenceOf& time(std::string_view words, const std::string& begin, const std::string& end) {
    value(words, ValueKind::Time);
    document_.values.back().resolved = true;
    document_.values.back().begin = begin;
    document_.values.back().end = end;
    return *this;
  }

  /// Claims as "subject property object [qualifier=filler ...] Factuality", in text order.
  std::vector<std::string> claims(bool open = false) const {
    ExtractOptions options;
    options.open_relations = open;
    const EntityBase base;
    std::vector<std::string> out;
    for (const Claim& c : extract_claims(document_, ontology(), base, options, nullptr)) {
      std::string line = show(c.subject) + ' ' + local(c.property) + ' ' + show(c.object);
      for (const Qualifier& q : c.qualifiers)
        line.append(" ").append(local(q.property)).append("=").append(show(q.filler));
      if (c.evidence.factuality != Factuality::Asserted) line.append(" ").append(to_string(c.evidence.factuality));
      out.push_back(line);
    }
    return out;
  }

  const Document& document() const { return document_; }

 private:
  Span find(std::string_view words) const {
    std::vector<std::string> w;
    std::istringstream in{std::string(words)};
    for (std::string part; in >> part;) w.push_back(part);
    const auto n = static_cast<std::uint32_t>(document_.tokens.size());
    for (std::uint32_t i = 0; i + w.size() <= n; ++i) {
      bool all = true;
      for (std::uint32_t k = 0; k < w.size(); ++k) all &= document_.form(i + k) == w[k];
      if (all) return {i, i + static_cast<std::uint32_t>(w.size())};
    }
    return {};
  }

  void mention(std::string_view words, std::size_t entity, MentionKind kind) {
    const Span span = find(words);
    ASSERT_FALSE(span.empty()) << words;
    Mention m;
    m.tokens = span;
    m.kind = kind;
    m.entity = static_cast<std::int32_t>(entity);
    if (kind == MentionKind::Nominal) m.classes = document_.entities[entity].classes;
    m.head = span.end - 1;
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      const std::int32_t h = document_.tokens[t].head;
      if (h < 0 || !span.contains(static_cast<std::uint32_t>(h))) m.head = t;
    }
    document_.entities[entity].mentions.push_back(static_cast<std::uint32_t>(document_.mentions.size()));
    document_.mentions.push_back(m);
  }

  SentenceOf& refer(std::string_view words, std::string_view cls, EntityKind kind, std::string_view label) {
    Entity e;
    e.kind = kind;
    e.name = label;
    e.iri = "https://example.org/" + std::to_string(document_.entities.size());
    const OntologyClass* found = ontology().find_class(kTtp + std::string(cls));
    EXPECT_NE(found, nullptr) << cls;
    e.classes = {kTtp + std::string(cls)};
    document_.entities.push_back(e);
    mention(words, document_.entities.size() - 1,
            kind == EntityKind::Named ? MentionKind::Named : MentionKind::Nominal);
    return *this;
  }

  static std::string local(const std::string& iri) { return iri.substr(iri.find_last_of("#/") + 1); }

  std::string show(const Argument& a) const {
    switch (a.kind) {
      case Argument::Kind::Entity:
        return document_.entities[a.index].name;
      case Argument::Kind::Value:
        return a.text + document_.values[a.index].text;
      default:
        return a.text;
    }
  }

  Document document_;
};

}  // namespace triplewright::extract::test
