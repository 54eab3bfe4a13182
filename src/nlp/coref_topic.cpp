#include "nlp/coref_topic.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "nlp/coref_words.h"

namespace triplewright::nlp {

namespace {

constexpr double kHeadline = 2.0, kHeadlineSubject = 1.0, kLeadSubject = 1.5;

}  // namespace

namespace {

/// Of a class with one of these endings, or below one.
bool is_of(const Ontology& ontology, const Entity& entity, std::initializer_list<std::string_view> endings) {
  const auto ends = [&](std::string_view iri) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return iri.ends_with(ending); });
  };
  return std::any_of(entity.classes.begin(), entity.classes.end(), [&](const std::string& c) {
    const OntologyClass* k = ontology.find_class(c);
    return k != nullptr && (ends(k->iri) || std::any_of(k->ancestors.begin(), k->ancestors.end(), ends));
  });
}

}  // namespace

bool is_organization(const Ontology& ontology, const Entity& entity) {
  return is_of(ontology, entity, {"#Organization", "/Organization", "#GeopoliticalEntity"});
}

void Topic::find_country() {
  constexpr int kFewest = 3, kFar = 3;  // mentions of it, and times those of any other
  int most = 0, next = 0;
  for (std::size_t e = 0; e < document_.entities.size(); ++e) {
    const Entity& entity = document_.entities[e];
    if (!entity.in_base || !is_of(ontology_, entity, {"#Country", "/Country"})) continue;
    const auto means = [&](const Mention& m) {  // "Britain", "the British minister"
      return m.kind == MentionKind::Named &&
             (m.attributive.empty() ? m.entity == static_cast<std::int32_t>(e) : m.attributive == entity.iri);
    };
    const int n = static_cast<int>(std::count_if(document_.mentions.begin(), document_.mentions.end(), means));
    next = std::max(next, std::min(n, most));
    if (n > most) country_ = static_cast<std::int32_t>(e);
    most = std::max(most, n);
  }
  if (most < kFewest || most < kFar * next) country_ = -1;
}

Topic::Topic(const Document& document, const text::Syntax& syntax, const Ontology& ontology)
    : document_(document),
      syntax_(syntax),
      ontology_(ontology),
      share_(document.entities.size(), 0),
      employer_(document.entities.size(), -1),
      mention_at_(document.tokens.size(), -1) {
  for (std::size_t i = 0; i < document.mentions.size(); ++i)
    mention_at_[document.mentions[i].head] = static_cast<std::int32_t>(i);
  find_employers();
  find_country();
  // The first sentence of the text proper; what stands before it in blocks of their own is headline.
  const auto kind = [&](const Sentence& s) {
    const auto& blocks = document.article.blocks;
    return s.block < blocks.size() ? blocks[s.block].kind : BlockKind::Paragraph;
  };
  std::uint32_t lead = 0;
  while (lead < document.sentences.size() && kind(document.sentences[lead]) != BlockKind::Paragraph) ++lead;

  enum Sort : std::uint8_t { Person, Organization, Other };
  std::array<double, 3> most{};
  std::vector<Sort> sorts(document.entities.size(), Other);
  for (std::size_t e = 0; e < document.entities.size(); ++e) {
    const Entity& entity = document.entities[e];
    if (entity.kind != EntityKind::Named) continue;
    if (is_organization(ontology, entity))
      sorts[e] = Organization;
    else if (animacy_of(ontology, entity) == Animacy::Person)
      sorts[e] = Person;
    double weight = 0;
    bool headline = false, opens = false;
    for (const std::uint32_t i : entity.mentions) {
      const Mention& m = document.mentions[i];
      if (m.kind != MentionKind::Named || !m.attributive.empty() || in_passing(m.head)) continue;
      const std::uint32_t s = document.sentence_of(m.head);
      const bool subject = syntax.relation(syntax.first_conjunct(m.head)) == "nsubj";
      weight += subject ? 1.0 : 0.7;
      if (kind(document.sentences[s]) == BlockKind::Title) {
        weight += headline ? 0 : kHeadline + (subject ? kHeadlineSubject : 0);
        headline = true;
      }
      if (s == lead && subject && !opens) {
        weight += kLeadSubject;
        opens = true;
      }
    }
    share_[e] = weight;
    most[sorts[e]] = std::max(most[sorts[e]], weight);
  }
  constexpr double kFar = 0.5;  // what no other organization may come up to
  std::int32_t rivals = 0;
  for (std::size_t e = 0; e < share_.size(); ++e) {
    if (sorts[e] != Organization || document.entities[e].kind != EntityKind::Named) continue;
    if (share_[e] >= most[Organization] && most[Organization] >= 3) protagonist_ = static_cast<std::int32_t>(e);
    rivals += share_[e] >= kFar * most[Organization] ? 1 : 0;
  }
  if (rivals != 1) protagonist_ = -1;
  for (std::size_t e = 0; e < share_.size(); ++e)
    share_[e] = most[sorts[e]] > 1 ? std::max(0.0, share_[e] - 1) / (most[sorts[e]] - 1) : 0;
}

void Topic::find_employers() {
  constexpr std::int32_t kNobody = -2;
  for (const Mention& m : document_.mentions) {
    if (m.kind == MentionKind::Pronominal || m.entity < 0 || !m.attributive.empty()) continue;
    const Entity& e = document_.entities[static_cast<std::size_t>(m.entity)];
    if (e.kind == EntityKind::Named && is_organization(ontology_, e)) organizations_.emplace_back(m.head, m.entity);
  }
  for (const Mention& m : document_.mentions) {
    if (m.kind != MentionKind::Named || m.entity < 0 || !is_person(m.head)) continue;
    std::uint32_t top = m.head;
    for (std::string_view relation = syntax_.relation(top);
         document_.tokens[top].head >= 0 && (relation == "appos" || relation == "flat" || relation == "compound" ||
                                             document_.tokens[top].deprel == "nmod:desc");
         relation = syntax_.relation(top))
      top = static_cast<std::uint32_t>(document_.tokens[top].head);
    const std::int32_t organization = organization_in(top);
    if (organization < 0) continue;
    std::int32_t& employer = employer_[static_cast<std::size_t>(m.entity)];
    employer = speaks_of_others(top) || (employer != -1 && employer != organization) ? kNobody : organization;
  }
  std::replace(employer_.begin(), employer_.end(), kNobody, -1);
}

std::int32_t Topic::organization_in(std::uint32_t noun) const {
  const Span sentence = document_.sentences[document_.sentence_of(noun)].tokens;
  const auto from = std::lower_bound(organizations_.begin(), organizations_.end(), std::pair(sentence.begin, -1));
  for (auto at = from; at != organizations_.end() && at->first < sentence.end; ++at) {
    if (syntax_.preposition(at->first) == "in") continue;  // "a conference in Ostia"
    if (syntax_.dominates(noun, at->first) && !in_relative_clause(noun, at->first)) return at->second;
  }
  return -1;
}

// "Toom, who advised Acme"
bool Topic::in_relative_clause(std::uint32_t top, std::uint32_t below) const {
  for (std::uint32_t t = below; t != top; t = static_cast<std::uint32_t>(document_.tokens[t].head)) {
    if (syntax_.relation(t) == "acl") return true;
  }
  return false;
}

bool Topic::is_person(std::uint32_t noun) const {
  const std::int32_t m = mention_at_[noun];
  if (m < 0) return false;
  const Mention& mention = document_.mentions[static_cast<std::size_t>(m)];
  Entity described;
  described.classes = mention.classes;
  if (mention.entity >= 0 && mention.classes.empty())
    described.classes = document_.entities[static_cast<std::size_t>(mention.entity)].classes;
  return animacy_of(ontology_, described) == Animacy::Person;
}

// "research firm Omdia": the phrase that the name stands in.
std::uint32_t Topic::phrase_of(std::uint32_t noun) const {
  std::uint32_t first = syntax_.first_conjunct(noun);
  while (syntax_.relation(first) == "appos" && document_.tokens[first].head >= 0)
    first = syntax_.first_conjunct(static_cast<std::uint32_t>(document_.tokens[first].head));
  return first;
}

bool Topic::is_source(std::uint32_t noun) const {
  const std::uint32_t first = phrase_of(noun);
  const std::int32_t head = document_.tokens[first].head;
  const std::string preposition = syntax_.preposition(first);
  return preposition == "according to" || preposition == "accord to" ||
         (preposition == "to" && head >= 0 && syntax_.lower(static_cast<std::uint32_t>(head)) == "according");
}

bool Topic::speaks_for_organization(std::uint32_t person) const {
  const Span sentence = document_.sentences[document_.sentence_of(person)].tokens;
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (is_spokesperson(ontology_, syntax_.lower(t)) && syntax_.dominates(person, t) && !in_relative_clause(person, t))
      return true;
  }
  return false;
}

bool Topic::speaks_of_others(std::uint32_t person) const {
  const auto observes = [&](std::uint32_t t) { return is_observer(ontology_, document_.tokens[t].lemma); };
  const auto children = syntax_.children(person);
  return observes(person) || std::any_of(children.begin(), children.end(), observes);
}

bool Topic::in_passing(std::uint32_t noun) const {
  const std::uint32_t first = phrase_of(noun);
  const std::string_view relation = syntax_.relation(first);
  const std::int32_t head = document_.tokens[first].head;
  const bool phrase = relation == "obl" || relation == "nmod";
  if (phrase) {
    const std::string preposition = syntax_.preposition(first);
    if (is_source(noun) || preposition == "such as" || preposition == "like" || preposition == "including" ||
        preposition == "unlike")
      return true;
  }
  return head >= 0 && (phrase || relation == "compound") && is_person(static_cast<std::uint32_t>(head));
}

}  // namespace triplewright::nlp
