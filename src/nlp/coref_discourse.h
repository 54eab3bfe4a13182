// What coreference knows while it goes through a text: what has been spoken of, how prominently, by whom. Shared by the
// resolvers of pronouns and of definite nouns. Thread-safety: none; one object resolves one document.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "nlp/coref_agreement.h"
#include "nlp/coref_topic.h"
#include "text/syntax.h"
#include "triplewright/document.h"
#include "triplewright/ontology.h"

namespace triplewright::nlp {

// Weights of an antecedent's salience that both resolvers know, in sentences' worth of 1.2.
inline constexpr double kSpeaksAgain = 1.0;  // "Acme said ... . It said"
inline constexpr double kInPassing = 0.8;    // "carmakers such as Ford", "an analyst at Acme", "according to Zelt"

/// Something that the text speaks of, a mention or any other noun: what a pronoun may refer to, known or not.
struct Referent {
  std::uint32_t head = 0;
  std::int32_t mention = -1;
};

/// The best and the second best of what is offered; what is no entity is offered under a number of its own below -1.
struct Best {
  double score = -1e9, second = -1e9;
  std::int32_t entity = -1;

  void offer(std::int32_t e, double s) {
    if (e == entity) {
      score = std::max(score, s);
    } else if (s > score) {
      second = score;
      score = s;
      entity = e;
    } else {
      second = std::max(second, s);
    }
  }
  /// What to offer for a referent that is no entity.
  [[nodiscard]] static std::int32_t other(const Referent& r) { return -2 - static_cast<std::int32_t>(r.head); }
};

/// Refers to the document, which the resolvers change as they go, and to the ontology: both must outlive it.
struct Discourse {
  Discourse(Document& of, const Ontology& by);

  [[nodiscard]] const Mention* mention(const Referent& r) const {
    return r.mention < 0 ? nullptr : &document.mentions[static_cast<std::size_t>(r.mention)];
  }
  [[nodiscard]] std::int32_t entity(const Referent& r) const {
    return r.mention < 0 ? -1 : document.mentions[static_cast<std::size_t>(r.mention)].entity;
  }
  /// The entity of the mention that a token heads, or -1.
  [[nodiscard]] std::int32_t entity_at(std::uint32_t token) const { return entity({token, head_mention[token]}); }
  [[nodiscard]] const Entity& known(std::int32_t e) const { return document.entities[static_cast<std::size_t>(e)]; }
  [[nodiscard]] std::int32_t head(std::uint32_t token) const { return document.tokens[token].head; }

  /// The head of the phrase that a name titles or stands in apposition to: "developer James Keelty".
  [[nodiscard]] std::uint32_t phrase_of(std::uint32_t name) const;
  /// How present a referent is so many sentences and mentions later.
  [[nodiscard]] double salience(const Referent& r, double sentences, std::uint32_t mentions) const;
  /// "Acme and Zelt": part of a coordination.
  [[nodiscard]] bool is_coordinated(std::uint32_t noun) const;
  /// The argument of a verb that reports what its subject says.
  [[nodiscard]] bool is_report(std::uint32_t subject) const;
  /// A name that the recognizer alone takes for a person, without a given name or a title: it may be a company's.
  [[nodiscard]] bool may_be_organization(std::int32_t entity) const;
  [[nodiscard]] bool same_block(std::uint32_t sentence, std::uint32_t other) const {
    return document.sentences[sentence].block == document.sentences[other].block;
  }
  /// The entity that speaks the quotation around a token, as far as known; or -1.
  [[nodiscard]] std::int32_t speaker_at(std::uint32_t token) const;

  /// The subject that names who speaks the quotation around a token, or -1.
  [[nodiscard]] std::int32_t speaker_noun(std::uint32_t token) const;

  Document& document;
  const Ontology& ontology;
  text::Syntax syntax;
  Topic topic;
  std::vector<Agreement> agreements;       // of entities
  std::vector<int> seen;                   // mentions of an entity so far
  std::vector<std::int32_t> head_mention;  // mention headed by a token, one with an entity before others, or -1
  std::vector<Referent> referents;         // in order of their heads

 private:
  [[nodiscard]] bool is_aside(std::uint32_t subject) const;
  void collect();
  void find_quotations();

  std::vector<bool> quoted_;
};

}  // namespace triplewright::nlp
