#include "nlp/coref_definite.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace triplewright::nlp {

namespace {

constexpr double kTopic = 0.9;           // whom the article is about, for a noun that means somebody
constexpr double kNear = 0.6;            // by how much what the article is about is nearer than it stands
constexpr double kLocal = 1.3;           // the subject of the sentence before in one paragraph
constexpr double kSpeaksFor = 4.0;       // the organization of whoever speaks
constexpr double kMisread = 0.7;         // fit of a name that may be that of an organization
constexpr double kMargin = 0.35;         // by which one must stand out
constexpr double kNone = -100;           // less than any score
constexpr double kLeast = 0.6;           // score of somebody
constexpr std::uint32_t kSentences = 5;  // how far back to look

class DefiniteResolver {
 public:
  DefiniteResolver(const Discourse& discourse, NounReader& nouns) : d_(discourse), nouns_(nouns) {}

  void resolve(std::size_t at, Mention& m) {
    const Definiteness definiteness = nouns_.definiteness(m);
    if (definiteness == Definiteness::None || !nouns_.is_anaphoric(m, definiteness)) return;
    if (m.entity >= 0 && !may_move(m)) return;
    if (definiteness != Definiteness::Bare && !nouns_.says_nothing(m)) {
      if (const std::int32_t named = named_by_last_word(at, m); named >= 0) {
        m.entity = named;
        return;
      }
    }
    const std::uint32_t sentence = d_.document.sentence_of(m.head);
    Entity described;
    described.classes = m.classes;
    const bool organization = is_organization(d_.ontology, described), somebody = nouns_.is_somebody(m),
               narrow = nouns_.is_narrow(m), ranked = nouns_.is_ranked(m);
    if (somebody && speaks_for_unknown(m.head)) return;
    const std::vector<std::int32_t> beside = coarguments(m.head);
    const std::int32_t speaks_for = somebody ? organization_of_speaker(sentence) : -1;
    std::vector<std::int32_t> guessed;  // near by, of no known trade
    Best best;
    std::uint32_t between = 0;
    for (std::size_t back = at; back-- > 0;) {
      const Referent& r = d_.referents[back];
      const Mention* const c = d_.mention(r);
      if (c == nullptr || c->entity < 0 || c->entity == m.entity || !c->attributive.empty()) continue;
      // Whom the article is about is never far away.
      const bool misread = organization && d_.may_be_organization(c->entity);
      const double topic = somebody && !misread ? d_.topic.of(c->entity) : 0;
      std::uint32_t distance = sentence - d_.document.sentence_of(r.head);
      if (distance > kSentences && topic < 1 && !narrow) continue;
      distance = std::min(distance, kSentences);
      ++between;
      const double fit =
          misread ? kMisread : nouns_.fit(m, definiteness, *c, d_.agreements[static_cast<std::size_t>(c->entity)]);
      if (fit <= 0) continue;
      if (std::find(beside.begin(), beside.end(), c->entity) != beside.end()) continue;
      // "Germany's largest lender", of whom the article is about or that is of Germany
      if (ranked && topic < 1 &&
          !nouns_.is_ranked_at_home(m, d_.document.entities[static_cast<std::size_t>(c->entity)]))
        continue;
      if (distance == 0 && is_beside(m.head, r.head)) continue;
      double score = fit + kTopic * topic +
                     0.5 * d_.salience(r, distance * (1 - kNear * topic), std::min(between, 20U)) +
                     affiliation(m, c->entity, r);
      if (somebody && ((distance == 1 && is_local_topic(m.head, r.head)) || c->entity == speaks_for)) score += kLocal;
      if (distance <= 1 && !misread && nouns_.guesses_trade(m, c->entity)) guessed.push_back(c->entity);
      best.offer(misread ? -2 - static_cast<std::int32_t>(r.head) : c->entity, score);
    }
    // The one thing of its class is found again however far it is.
    const bool only = narrow && best.second < kNone;
    const double least = only ? kNone : somebody ? kLeast : 0;
    // "Renault uses it. The carmaker ...": of whom nothing is known it may be one as well as the other.
    if (best.entity >= 0 && nouns_.guesses_trade(m, best.entity) &&
        std::any_of(guessed.begin(), guessed.end(), [&](std::int32_t e) { return e != best.entity; }))
      return;
    if (best.entity < 0 || best.score - best.second < kMargin || best.score < least) {
      if (best.entity < 0) mean_government(m);
      return;
    }
    m.entity = best.entity;
    nouns_.note(m);
  }

 private:
  // "The government has approved": that of the country that the article is about, when it names no other body for it.
  void mean_government(Mention& m) const {
    const std::string word = d_.syntax.lower(m.head);
    const std::int32_t country = d_.topic.country();
    if (m.tokens.size() == 1 && word == "government" && country >= 0) m.entity = country;
  }

  // The entities of the other arguments of a noun's verb, and of whoever expects, orders or allows it to do something.
  [[nodiscard]] std::vector<std::int32_t> coarguments(std::uint32_t noun) const {
    std::vector<std::int32_t> out;
    std::int32_t verb = d_.document.tokens[noun].head;
    if (d_.document.tokens[noun].deprel == "nmod:poss" || verb < 0) return out;
    for (bool more = true; more && verb >= 0;) {
      const auto v = static_cast<std::uint32_t>(verb);
      if (d_.document.tokens[v].upos != Upos::VERB) break;
      for (const std::uint32_t c : d_.syntax.children(v)) {
        const std::string_view relation = d_.syntax.relation(c);
        const bool argument = relation == "nsubj" || relation == "obj" || relation == "iobj";
        if (argument && c != noun && d_.head_mention[c] >= 0)
          out.push_back(d_.document.mentions[static_cast<std::size_t>(d_.head_mention[c])].entity);
      }
      more = d_.syntax.has_feature(v, "VerbForm=Inf") || d_.syntax.relation(v) == "xcomp";
      verb = d_.document.tokens[v].head;
    }
    std::erase(out, -1);
    return out;
  }

  // "Its chief Ada Byron said the company ...": that of *its*, of which nothing is known or which is a thing.
  [[nodiscard]] bool speaks_for_unknown(std::uint32_t noun) const {
    for (std::int32_t up = d_.head(noun); up >= 0; up = d_.head(static_cast<std::uint32_t>(up))) {
      const std::int32_t subject = d_.syntax.child(static_cast<std::uint32_t>(up), "nsubj");
      if (subject < 0 || !d_.is_report(static_cast<std::uint32_t>(subject)) ||
          d_.syntax.dominates(static_cast<std::uint32_t>(subject), noun))
        continue;
      for (std::uint32_t t = d_.document.sentences[d_.document.sentence_of(noun)].tokens.begin; t < noun; ++t) {
        const bool own = d_.document.tokens[t].deprel == "nmod:poss" && d_.syntax.lower(t) == "its" &&
                         d_.syntax.dominates(static_cast<std::uint32_t>(subject), t);
        const std::int32_t owner = own ? d_.entity_at(t) : -1;
        if (own && (owner < 0 || !is_organization(d_.ontology, d_.known(owner)))) return true;
      }
    }
    return false;
  }

  // Whose company the person leads that spoke last in this paragraph: "... ," Vogt said. "The company ...".
  [[nodiscard]] std::int32_t organization_of_speaker(std::uint32_t sentence) const {
    if (sentence == 0 || d_.document.sentences[sentence - 1].block != d_.document.sentences[sentence].block) return -1;
    const Span before = d_.document.sentences[sentence - 1].tokens;
    for (std::uint32_t t = before.begin; t < before.end; ++t) {
      const std::int32_t m = d_.head_mention[t];
      if (m < 0 || d_.syntax.relation(t) != "nsubj" || !d_.is_report(t)) continue;
      if (const std::int32_t e = d_.document.mentions[static_cast<std::size_t>(m)].entity; e >= 0)
        return d_.topic.organization_of(e);
    }
    return -1;
  }

  // The subject of the sentence before, in one paragraph: whom the passage is about.
  [[nodiscard]] bool is_local_topic(std::uint32_t later, std::uint32_t noun) const {
    const std::uint32_t subject = d_.syntax.first_conjunct(noun);
    const std::int32_t verb = d_.document.tokens[subject].head;
    return verb >= 0 && d_.syntax.relation(subject) == "nsubj" &&
           d_.document.tokens[static_cast<std::size_t>(verb)].head < 0 &&
           d_.document.sentences[d_.document.sentence_of(later)].block ==
               d_.document.sentences[d_.document.sentence_of(noun)].block;
  }

  // "Acme president Ada Byron said the company ...": her company, if she speaks for it; an analyst's company speaks of
  // others. "According to Zelt ... The firm predicts": a source that is spoken of again.
  [[nodiscard]] double affiliation(const Mention& m, std::int32_t candidate, const Referent& r) const {
    for (std::int32_t up = d_.document.tokens[m.head].head; up >= 0;
         up = d_.document.tokens[static_cast<std::size_t>(up)].head) {
      const std::int32_t subject = d_.syntax.child(static_cast<std::uint32_t>(up), "nsubj");
      if (subject < 0 || d_.entity(r) != candidate || !d_.is_report(static_cast<std::uint32_t>(subject)) ||
          !d_.topic.is_person(static_cast<std::uint32_t>(subject)) ||
          !d_.syntax.dominates(static_cast<std::uint32_t>(subject), r.head) ||
          d_.syntax.dominates(static_cast<std::uint32_t>(subject), m.head))
        continue;
      return d_.topic.speaks_of_others(static_cast<std::uint32_t>(subject)) ? -kSpeaksFor : kSpeaksFor;
    }
    if (d_.document.tokens[m.head].deprel != "nsubj" || !d_.is_report(m.head)) return 0;
    const std::uint32_t here = d_.document.sentence_of(m.head), there = d_.document.sentence_of(r.head);
    const bool follows = here == there + 1 && d_.document.sentences[here].block == d_.document.sentences[there].block;
    if (follows && d_.topic.is_source(r.head)) return kInPassing / 2 + kLocal + kSpeaksAgain;
    return follows && d_.is_report(r.head) && d_.syntax.relation(r.head) == "nsubj" ? kSpeaksAgain : 0;
  }

  // One contains the other, or both are arguments of one verb.
  [[nodiscard]] bool is_beside(std::uint32_t a, std::uint32_t b) const {
    const std::int32_t governor = d_.document.tokens[a].head;
    return d_.syntax.dominates(a, b) || d_.syntax.dominates(b, a) ||
           (governor >= 0 && governor == d_.document.tokens[b].head &&
            d_.document.tokens[static_cast<std::size_t>(governor)].upos == Upos::VERB);
  }

  // The one name before that ends in this noun, or -1.
  [[nodiscard]] std::int32_t named_by_last_word(std::size_t at, const Mention& m) const {
    std::int32_t found = -1;
    for (std::size_t back = 0; back < at; ++back) {
      const std::int32_t e = d_.entity(d_.referents[back]);
      if (e < 0 || e == found || !nouns_.is_short_for(m, d_.document.entities[static_cast<std::size_t>(e)])) continue;
      if (found >= 0) return -1;
      found = e;
    }
    return found;
  }

  // Only a thing of this mention alone may turn out to be another.
  [[nodiscard]] bool may_move(const Mention& m) const {
    const Entity& e = d_.document.entities[static_cast<std::size_t>(m.entity)];
    return e.kind != EntityKind::Named && &d_.document.mentions[e.mentions.front()] == &m;
  }

  const Discourse& d_;
  NounReader& nouns_;
};

}  // namespace

void resolve_definite(const Discourse& discourse, NounReader& nouns, std::size_t at, Mention& noun) {
  DefiniteResolver(discourse, nouns).resolve(at, noun);
}

}  // namespace triplewright::nlp
