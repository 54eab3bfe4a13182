#include "nlp/coref.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "nlp/coref_agreement.h"
#include "nlp/coref_noun.h"
#include "nlp/coref_topic.h"
#include "nlp/coref_trade.h"
#include "text/normalize.h"
#include "text/syntax.h"

namespace triplewright::nlp {

namespace {

// Weights of an antecedent's salience, in the order of their size.
constexpr double kSubject = 1.5, kObject = 0.6, kPossessor = 0.5, kParallel = 0.5, kNamed = 0.4, kOwnClause = 1.0;
constexpr double kFrequent = 0.35;       // times log2(1 + mentions so far)
constexpr double kSentenceBack = 1.2;    // for each sentence between
constexpr double kMentionBack = 0.08;    // for each mention between
constexpr double kSelected = 0.4;        // the verb takes such a thing there; twice that against it when not
constexpr double kSingularThey = 1.2;    // a company that is called "they"
constexpr double kGender = 0.4;          // a name that is known to be a woman's or a man's
constexpr double kTopic = 0.9;           // what the article is about, for a noun that means somebody
constexpr double kOneOfSeveral = 0.8;    // "Acme and Zelt": "it" is rarely one of them
constexpr double kNear = 0.6;            // by how much what the article is about is nearer than it stands
constexpr double kModifier = 0.6;        // "the Boeing jets"
constexpr double kTopicOfPronoun = 0.4;  // ... and for "he" and "she"
constexpr double kSpeaksAgain = 0.6;     // "Acme said ... . It said"
constexpr double kLocal = 1.3;           // the subject of the sentence before in one paragraph
constexpr double kSpeaksFor = 4.0;       // the organization of whoever speaks
constexpr double kMisread = 0.7;         // fit of a name that may be that of an organization
constexpr double kInPassing = 0.8;       // "carmakers such as Ford", "an analyst at Acme", "according to Zelt"
constexpr double kPronounMargin = 0.25, kNounMargin = 0.35, kNounLeast = 0.6;
constexpr std::uint32_t kSentences = 3;      // how far back a pronoun looks
constexpr std::uint32_t kNounSentences = 5;  // and a definite noun

// Something that the text speaks of, a mention or any other noun: what a pronoun may refer to, known or not.
struct Referent {
  std::uint32_t head = 0;
  std::int32_t mention = -1;
};

class Resolver {
 public:
  Resolver(Document& document, const Ontology& ontology)
      : document_(document),
        ontology_(ontology),
        syntax_(document),
        nouns_(document, syntax_, ontology),
        topic_(document, syntax_, ontology),
        seen_(document.entities.size(), 0) {
    agreements_.reserve(document.entities.size());
    for (const Entity& e : document.entities) agreements_.push_back(agreement_of(document, syntax_, ontology, e));
    head_mention_.assign(document.tokens.size(), -1);
    for (std::size_t i = 0; i < document.mentions.size(); ++i) {
      std::int32_t& at = head_mention_[document.mentions[i].head];
      if (at < 0 || document.mentions[i].entity >= 0) at = static_cast<std::int32_t>(i);
    }
  }

  void run() {
    collect();
    for (std::size_t at = 0; at < referents_.size(); ++at) {
      if (referents_[at].mention < 0) continue;
      Mention& m = document_.mentions[static_cast<std::size_t>(referents_[at].mention)];
      if (m.kind == MentionKind::Pronominal && m.entity < 0)
        pronoun(at, m);
      else if (m.kind == MentionKind::Nominal)
        definite(at, m);
      if (m.entity >= 0) ++seen_[static_cast<std::size_t>(m.entity)];
    }
    rebuild();
  }

 private:
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
  };

  // Mentions and other nouns in order of their heads.
  void collect() {
    std::vector<bool> covered(document_.tokens.size(), false);
    for (std::uint32_t i = 0; i < document_.mentions.size(); ++i) {
      const Mention& m = document_.mentions[i];
      referents_.push_back({m.head, static_cast<std::int32_t>(i)});
      covered[m.head] = true;
      if (m.kind == MentionKind::Named)
        std::fill(covered.begin() + m.tokens.begin, covered.begin() + m.tokens.end, true);
    }
    for (std::uint32_t t = 0; t < document_.tokens.size(); ++t) {
      const std::string_view relation = syntax_.relation(t);
      const bool noun = document_.tokens[t].upos == Upos::NOUN || document_.tokens[t].upos == Upos::PROPN;
      if (noun && !covered[t] && relation != "compound" && relation != "flat" && relation != "fixed" &&
          relation != "amod")
        referents_.push_back({t, -1});
    }
    std::stable_sort(referents_.begin(), referents_.end(),
                     [](const Referent& a, const Referent& b) { return a.head < b.head; });
  }

  [[nodiscard]] const Mention* mention(const Referent& r) const {
    return r.mention < 0 ? nullptr : &document_.mentions[static_cast<std::size_t>(r.mention)];
  }
  [[nodiscard]] std::int32_t entity(const Referent& r) const {
    return r.mention < 0 ? -1 : document_.mentions[static_cast<std::size_t>(r.mention)].entity;
  }

  // --- pronouns ----------------------------------------------------------------------------------

  void pronoun(std::size_t at, Mention& m) {
    const Pronoun p = pronoun_of(syntax_, m.head);
    if (p.kind == PronounKind::Other) return;
    if (p.kind == PronounKind::Relative) {
      m.entity = antecedent_of_relative(m.head);
      return;
    }
    const std::uint32_t sentence = document_.sentence_of(m.head);
    // "SMIC itself"
    if (p.kind == PronounKind::Reflexive && at > 0 && referents_[at - 1].head + 1 == m.head) {
      m.entity = entity(referents_[at - 1]);
      return;
    }
    own_subject_ = own_subject(p, m);
    Best best;
    std::uint32_t between = 0;
    for (std::size_t back = at; back-- > 0;) {
      const Referent& c = referents_[back];
      const std::uint32_t distance = sentence - document_.sentence_of(c.head);
      if (distance > kSentences) break;
      const Mention* const named = mention(c);
      if (named != nullptr && !named->attributive.empty()) continue;
      const bool open = named != nullptr && named->entity < 0 && named->kind == MentionKind::Pronominal;
      // Whatever an earlier pronoun of the same kind means, this one may mean as well.
      if (open && !is_alike(p, c.head)) continue;
      ++between;
      const bool misread = !open && p.agreement.animacy == Animacy::Thing && may_be_organization(entity(c));
      if (!open && !misread && !allowed(p, m, c, distance)) continue;
      // What is no entity still competes: a pronoun that most likely means it stays without one.
      const std::int32_t e = entity(c);
      const bool several = p.agreement.number == Number::Plural && is_coordinated(c.head);
      best.offer(e >= 0 && !several && !misread ? e : -2 - static_cast<std::int32_t>(c.head),
                 salience(c, distance, between) + parallel(p, m, c, distance));
    }
    if (best.entity < 0 || best.score - best.second < kPronounMargin) return;
    m.entity = best.entity;
    Agreement& a = agreements_[static_cast<std::size_t>(m.entity)];
    if (a.gender == Gender::Unknown) a.gender = p.agreement.gender;
    if (a.animacy == Animacy::Unknown) a.animacy = p.agreement.animacy;
  }

  // A name that the recognizer alone takes for a person, without a given name or a title: it may be a company's.
  [[nodiscard]] bool may_be_organization(std::int32_t entity) const {
    if (entity < 0) return false;
    const Entity& e = document_.entities[static_cast<std::size_t>(entity)];
    const Agreement& a = agreements_[static_cast<std::size_t>(entity)];
    if (e.kind != EntityKind::Named || e.in_base || a.animacy != Animacy::Person || a.gender != Gender::Unknown)
      return false;
    return std::none_of(e.surface_forms.begin(), e.surface_forms.end(),
                        [](const std::string& form) { return form.find(' ') != std::string::npos; });
  }

  // "Acme and Zelt": "they" are both.
  [[nodiscard]] bool is_coordinated(std::uint32_t noun) const {
    return syntax_.relation(noun) == "conj" || syntax_.child(noun, "conj") >= 0;
  }

  [[nodiscard]] bool is_alike(const Pronoun& p, std::uint32_t other) const {
    const Pronoun o = pronoun_of(syntax_, other);
    return o.kind != PronounKind::Other && o.kind != PronounKind::Relative &&
           o.agreement.number == p.agreement.number && o.agreement.gender == p.agreement.gender &&
           o.agreement.animacy == p.agreement.animacy;
  }

  [[nodiscard]] std::int32_t antecedent_of_relative(std::uint32_t t) const {
    for (std::int32_t at = document_.tokens[t].head; at >= 0;
         at = document_.tokens[static_cast<std::size_t>(at)].head) {
      const auto token = static_cast<std::uint32_t>(at);
      if (document_.tokens[token].deprel != "acl:relcl") continue;
      const std::int32_t noun = document_.tokens[token].head;
      if (noun < 0 || static_cast<std::uint32_t>(noun) > t) return -1;
      // "Zelt, a rival of Acme, which ...": a noun that is no mention may stand beside one.
      for (std::int32_t n = noun; n >= 0; n = document_.tokens[static_cast<std::size_t>(n)].head) {
        const std::int32_t found = head_mention_[static_cast<std::size_t>(n)];
        if (found >= 0) return document_.mentions[static_cast<std::size_t>(found)].entity;
        if (syntax_.relation(static_cast<std::uint32_t>(n)) != "appos") return -1;
      }
      return -1;
    }
    return -1;
  }

  // Number, gender and animacy of a noun that is no entity.
  [[nodiscard]] Agreement agreement_of_noun(const Referent& c) const {
    Agreement a;
    a.number = syntax_.has_feature(c.head, "Number=Plur") ? Number::Plural : Number::Singular;
    constexpr std::array<std::string_view, 8> kSeveral = {"pair", "duo",   "couple", "trio",
                                                          "team", "group", "family", "crew"};
    if (std::find(kSeveral.begin(), kSeveral.end(), document_.tokens[c.head].lemma) != kSeveral.end())
      a.number = Number::Unknown;
    a.animacy = Animacy::Thing;
    if (const Mention* m = mention(c); m != nullptr) {
      Entity described;
      described.classes = m->classes;
      a.animacy = animacy_of(ontology_, described);
    }
    return a;
  }

  [[nodiscard]] bool allowed(const Pronoun& p, const Mention& m, const Referent& c, std::uint32_t distance) const {
    const std::int32_t e = entity(c);
    Agreement a = e >= 0 ? agreements_[static_cast<std::size_t>(e)] : agreement_of_noun(c);
    if (e >= 0) {
      const Entity& known = document_.entities[static_cast<std::size_t>(e)];
      // A company may be "they".
      if (p.agreement.number == Number::Plural && a.number == Number::Singular && known.kind == EntityKind::Named &&
          is_organization(ontology_, known))
        a.number = Number::Unknown;
      if (p.agreement.animacy == Animacy::Person && a.animacy != Animacy::Person && a.gender == Gender::Unknown &&
          !may_be_person(known))
        return false;
    }
    if (!compatible(p.agreement, a)) return false;
    if (distance > 0) return true;
    if (c.head > m.head) return false;
    // Within one clause an argument is no antecedent of a co-argument that is no reflexive (Principle B).
    const std::int32_t governor = document_.tokens[m.head].head;
    const bool coargument =
        p.kind == PronounKind::Personal && governor >= 0 &&
        (document_.tokens[c.head].head == governor || static_cast<std::int32_t>(c.head) == governor);
    if (coargument) return false;
    // "the fines it handed down": the noun of a relative clause is an argument in it already.
    if (governor >= 0 && document_.tokens[static_cast<std::size_t>(governor)].deprel == "acl:relcl" &&
        document_.tokens[static_cast<std::size_t>(governor)].head == static_cast<std::int32_t>(c.head))
      return false;
    // No phrase contains its own antecedent, but a relative clause may speak of its noun.
    if (syntax_.dominates(c.head, m.head)) {
      for (std::uint32_t t = m.head; t != c.head; t = static_cast<std::uint32_t>(document_.tokens[t].head)) {
        const std::string_view relation = syntax_.relation(t);
        if (relation == "acl" || relation == "advcl" || relation == "ccomp" || relation == "parataxis" ||
            relation == "conj" || relation == "appos")
          return true;
      }
      return false;
    }
    return true;
  }

  // Selectional preference: do the lexicon's senses of the pronoun's verb take such an entity there? "It fined Google."
  [[nodiscard]] double selection(std::uint32_t pronoun, const Entity& e) const {
    const std::int32_t governor = document_.tokens[pronoun].head;
    const std::string& relation = document_.tokens[pronoun].deprel;
    const bool subject = relation == "nsubj", object = relation == "obj" || relation == "nsubj:pass";
    if (governor < 0 || (!subject && !object) || e.classes.empty()) return 0;
    const Token& verb = document_.tokens[static_cast<std::size_t>(governor)];
    if (verb.upos != Upos::VERB) return 0;
    bool known = false;
    for (const LexicalEntry* entry : ontology_.entries(verb.lemma, PartOfSpeech::Verb)) {
      for (const Sense& sense : entry->senses) {
        if (sense.kind == Sense::Kind::Report && subject && entry->lemmas.size() == 1)  // who speaks is an agent
          return is_organization(ontology_, e) || animacy_of(ontology_, e) == Animacy::Person ? kSelected
                                                                                              : -2 * kSelected;
        if (sense.kind != Sense::Kind::Property || entry->lemmas.size() > 1) continue;
        const Function function = subject ? Function::Subject : Function::Object;
        const auto fills = [function](const SyntacticArgument& a) { return a.function == function; };
        const OntologyProperty* property = ontology_.find_property(sense.reference);
        const bool first = std::any_of(sense.subject.begin(), sense.subject.end(), fills);
        const bool second = std::any_of(sense.object.begin(), sense.object.end(), fills);
        if (property == nullptr || (!first && !second)) continue;
        const auto& narrower = first ? sense.subject_classes : sense.object_classes;
        const auto& wanted = !narrower.empty() ? narrower : first ? property->domain : property->range;
        if (wanted.empty() || ontology_.any_is_a(e.classes, wanted)) return kSelected;
        known = true;
      }
    }
    return known ? -2 * kSelected : 0;
  }

  [[nodiscard]] bool may_be_person(const Entity& e) const { return e.kind == EntityKind::Named && e.classes.empty(); }

  [[nodiscard]] double salience(const Referent& c, double distance, std::uint32_t between) const {
    double score = -kSentenceBack * distance - kMentionBack * between;
    const std::string_view relation = syntax_.relation(syntax_.first_conjunct(c.head));
    if (relation == "nsubj")
      score += kSubject;
    else if (relation == "obj" || relation == "iobj")
      score += kObject;
    else if (document_.tokens[c.head].deprel == "nmod:poss")
      score += kPossessor;
    else if (relation == "compound")
      score -= kModifier;
    if (topic_.in_passing(c.head)) score -= kInPassing;
    if (const Mention* m = mention(c); m != nullptr && m->kind == MentionKind::Named) score += kNamed;
    if (const std::int32_t e = entity(c); e >= 0)
      score += kFrequent * std::log2(1.0 + seen_[static_cast<std::size_t>(e)]);
    return score;
  }

  [[nodiscard]] double parallel(const Pronoun& p, const Mention& m, const Referent& r, std::uint32_t distance) const {
    double score = 0;
    const std::uint32_t c = r.head;
    if (const std::int32_t e = entity(r); e < 0 && r.mention >= 0) {
      Entity described;
      described.classes = document_.mentions[static_cast<std::size_t>(r.mention)].classes;
      score += selection(m.head, described);
    } else if (e >= 0) {
      score += selection(m.head, document_.entities[static_cast<std::size_t>(e)]);
      if (p.agreement.animacy == Animacy::Person) score += kTopicOfPronoun * topic_.of(e);
      const Gender gender = agreements_[static_cast<std::size_t>(e)].gender;
      if (gender != Gender::Unknown && gender == p.agreement.gender) score += kGender;
    }
    if (p.agreement.number == Number::Plural) {
      if (!syntax_.has_feature(c, "Number=Plur") && !is_coordinated(c)) score -= kSingularThey;
    } else if (is_coordinated(c) && p.agreement.animacy == Animacy::Thing) {
      score -= kOneOfSeveral;
    }
    const std::string_view own = syntax_.relation(m.head), other = syntax_.relation(c);
    if (own == other && own == "nsubj") score += kParallel;
    if (own == other && own == "nsubj" && distance > 0 && is_report(m.head) && is_report(c)) score += kSpeaksAgain;
    // "Huawei raised its output": the subject of the pronoun's own clause.
    if (distance == 0 && p.kind != PronounKind::Personal && static_cast<std::int32_t>(c) == own_subject_)
      score += kOwnClause;
    return score;
  }

  [[nodiscard]] bool is_report(std::uint32_t subject) const {
    const std::int32_t verb = document_.tokens[subject].head;
    if (verb < 0) return false;
    for (const LexicalEntry* entry :
         ontology_.entries(document_.tokens[static_cast<std::size_t>(verb)].lemma, PartOfSpeech::Verb)) {
      const auto reports = [](const Sense& sense) { return sense.kind == Sense::Kind::Report; };
      if (entry->lemmas.size() == 1 && std::any_of(entry->senses.begin(), entry->senses.end(), reports)) return true;
    }
    return false;
  }

  // The subject of the nearest clause around a pronoun that it may refer to, or -1.
  [[nodiscard]] std::int32_t own_subject(const Pronoun& p, const Mention& m) const {
    for (std::int32_t up = document_.tokens[m.head].head; up >= 0;
         up = document_.tokens[static_cast<std::size_t>(up)].head) {
      std::int32_t subject = syntax_.child(static_cast<std::uint32_t>(up), "nsubj");
      // "accused the company of using its system"
      if (subject < 0 && document_.tokens[static_cast<std::size_t>(up)].deprel == "acl")
        subject = document_.tokens[static_cast<std::size_t>(up)].head;
      if (subject < 0 || static_cast<std::uint32_t>(subject) >= m.head) continue;
      std::uint32_t s = static_cast<std::uint32_t>(subject);
      if (const std::int32_t name = syntax_.child(s, "flat"); head_mention_[s] < 0 && name >= 0)  // "Ms Yang"
        s = static_cast<std::uint32_t>(name);
      if (allowed(p, m, {s, head_mention_[s]}, 0)) return static_cast<std::int32_t>(s);
    }
    return -1;
  }

  // --- definite nominals -------------------------------------------------------------------------

  void definite(std::size_t at, Mention& m) {
    const Definiteness definiteness = nouns_.definiteness(m);
    if (definiteness == Definiteness::None || !nouns_.is_anaphoric(m, definiteness)) return;
    if (m.entity >= 0 && !may_move(m)) return;
    if (definiteness != Definiteness::Bare && !nouns_.says_nothing(m)) {
      if (const std::int32_t named = named_by_last_word(at, m); named >= 0) {
        m.entity = named;
        return;
      }
    }
    const std::uint32_t sentence = document_.sentence_of(m.head);
    Entity described;
    described.classes = m.classes;
    const bool organization = is_organization(ontology_, described), somebody = nouns_.is_somebody(m);
    const std::vector<std::int32_t> beside = coarguments(m.head);
    const std::int32_t speaks_for = somebody ? organization_of_speaker(sentence) : -1;
    Best best;
    std::uint32_t between = 0;
    for (std::size_t back = at; back-- > 0;) {
      const Referent& r = referents_[back];
      const Mention* const c = mention(r);
      if (c == nullptr || c->entity < 0 || c->entity == m.entity || !c->attributive.empty()) continue;
      // Whom the article is about is never far away.
      const bool misread = organization && may_be_organization(c->entity);
      const double topic = somebody && !misread ? topic_.of(c->entity) : 0;
      std::uint32_t distance = sentence - document_.sentence_of(r.head);
      if (distance > kNounSentences && topic < 1) continue;
      distance = std::min(distance, kNounSentences);
      ++between;
      const double fit =
          misread ? kMisread : nouns_.fit(m, definiteness, *c, agreements_[static_cast<std::size_t>(c->entity)]);
      if (fit <= 0) continue;
      if (std::find(beside.begin(), beside.end(), c->entity) != beside.end()) continue;
      if (distance == 0 && is_beside(m.head, r.head)) continue;
      double score = fit + kTopic * topic + 0.5 * salience(r, distance * (1 - kNear * topic), std::min(between, 20U)) +
                     affiliation(m, c->entity, r);
      if (somebody && ((distance == 1 && is_local_topic(m.head, r.head)) || c->entity == speaks_for)) score += kLocal;
      best.offer(misread ? -2 - static_cast<std::int32_t>(r.head) : c->entity, score);
    }
    if (best.entity < 0 || best.score - best.second < kNounMargin || best.score < (somebody ? kNounLeast : 0)) return;
    m.entity = best.entity;
    nouns_.note(m);
  }

  // The entities of the other arguments of a noun's verb, and of whoever expects, orders or allows it to do something.
  [[nodiscard]] std::vector<std::int32_t> coarguments(std::uint32_t noun) const {
    std::vector<std::int32_t> out;
    std::int32_t verb = document_.tokens[noun].head;
    if (document_.tokens[noun].deprel == "nmod:poss" || verb < 0) return out;
    for (bool more = true; more && verb >= 0;) {
      const auto v = static_cast<std::uint32_t>(verb);
      if (document_.tokens[v].upos != Upos::VERB) break;
      for (const std::uint32_t c : syntax_.children(v)) {
        const std::string_view relation = syntax_.relation(c);
        const bool argument = relation == "nsubj" || relation == "obj" || relation == "iobj";
        if (argument && c != noun && head_mention_[c] >= 0)
          out.push_back(document_.mentions[static_cast<std::size_t>(head_mention_[c])].entity);
      }
      more = syntax_.has_feature(v, "VerbForm=Inf") || syntax_.relation(v) == "xcomp";
      verb = document_.tokens[v].head;
    }
    std::erase(out, -1);
    return out;
  }

  // Whose company the person leads that spoke last in this paragraph: "... ," Vogt said. "The company ...".
  [[nodiscard]] std::int32_t organization_of_speaker(std::uint32_t sentence) const {
    if (sentence == 0 || document_.sentences[sentence - 1].block != document_.sentences[sentence].block) return -1;
    const Span before = document_.sentences[sentence - 1].tokens;
    for (std::uint32_t t = before.begin; t < before.end; ++t) {
      const std::int32_t m = head_mention_[t];
      if (m < 0 || syntax_.relation(t) != "nsubj" || !is_report(t)) continue;
      if (const std::int32_t e = document_.mentions[static_cast<std::size_t>(m)].entity; e >= 0)
        return topic_.organization_of(e);
    }
    return -1;
  }

  // The subject of the sentence before, in one paragraph: whom the passage is about.
  [[nodiscard]] bool is_local_topic(std::uint32_t later, std::uint32_t noun) const {
    const std::uint32_t subject = syntax_.first_conjunct(noun);
    const std::int32_t verb = document_.tokens[subject].head;
    return verb >= 0 && syntax_.relation(subject) == "nsubj" &&
           document_.tokens[static_cast<std::size_t>(verb)].head < 0 &&
           document_.sentences[document_.sentence_of(later)].block ==
               document_.sentences[document_.sentence_of(noun)].block;
  }

  // "Acme president Ada Byron said the company ...": her company, if she speaks for it; an analyst's company speaks of
  // others. "According to Zelt ... The firm predicts": a source that is spoken of again.
  [[nodiscard]] double affiliation(const Mention& m, std::int32_t candidate, const Referent& r) const {
    for (std::int32_t up = document_.tokens[m.head].head; up >= 0;
         up = document_.tokens[static_cast<std::size_t>(up)].head) {
      const std::int32_t subject = syntax_.child(static_cast<std::uint32_t>(up), "nsubj");
      if (subject < 0 || entity(r) != candidate || !is_report(static_cast<std::uint32_t>(subject)) ||
          !topic_.is_person(static_cast<std::uint32_t>(subject)) ||
          !syntax_.dominates(static_cast<std::uint32_t>(subject), r.head) ||
          syntax_.dominates(static_cast<std::uint32_t>(subject), m.head))
        continue;
      return topic_.speaks_of_others(static_cast<std::uint32_t>(subject)) ? -kSpeaksFor : kSpeaksFor;
    }
    if (document_.tokens[m.head].deprel != "nsubj" || !is_report(m.head)) return 0;
    const std::uint32_t here = document_.sentence_of(m.head), there = document_.sentence_of(r.head);
    const bool follows = here == there + 1 && document_.sentences[here].block == document_.sentences[there].block;
    if (follows && topic_.is_source(r.head)) return kInPassing / 2 + kLocal + kSpeaksAgain;
    return follows && is_report(r.head) && syntax_.relation(r.head) == "nsubj" ? kSpeaksAgain : 0;
  }

  // One contains the other, or both are arguments of one verb.
  [[nodiscard]] bool is_beside(std::uint32_t a, std::uint32_t b) const {
    const std::int32_t governor = document_.tokens[a].head;
    return syntax_.dominates(a, b) || syntax_.dominates(b, a) ||
           (governor >= 0 && governor == document_.tokens[b].head &&
            document_.tokens[static_cast<std::size_t>(governor)].upos == Upos::VERB);
  }

  // The one name before that ends in this noun, or -1.
  [[nodiscard]] std::int32_t named_by_last_word(std::size_t at, const Mention& m) const {
    std::int32_t found = -1;
    for (std::size_t back = 0; back < at; ++back) {
      const std::int32_t e = entity(referents_[back]);
      if (e < 0 || e == found || !nouns_.is_short_for(m, document_.entities[static_cast<std::size_t>(e)])) continue;
      if (found >= 0) return -1;
      found = e;
    }
    return found;
  }

  // Only a thing of this mention alone may turn out to be another.
  [[nodiscard]] bool may_move(const Mention& m) const {
    const Entity& e = document_.entities[static_cast<std::size_t>(m.entity)];
    return e.kind != EntityKind::Named && &document_.mentions[e.mentions.front()] == &m;
  }

  // --- result ------------------------------------------------------------------------------------

  void rebuild() {
    for (Entity& e : document_.entities) e.mentions.clear();
    for (std::uint32_t i = 0; i < document_.mentions.size(); ++i) {
      if (const std::int32_t e = document_.mentions[i].entity; e >= 0)
        document_.entities[static_cast<std::size_t>(e)].mentions.push_back(i);
    }
    // Without those that lost their mentions; what has one IRI is one entity.
    std::vector<std::int32_t> moved(document_.entities.size(), -1);
    std::vector<Entity> kept;
    std::map<std::string, std::int32_t> by_iri;
    for (std::size_t e = 0; e < document_.entities.size(); ++e) {
      if (document_.entities[e].mentions.empty()) continue;
      const auto [it, inserted] = by_iri.emplace(document_.entities[e].iri, static_cast<std::int32_t>(kept.size()));
      moved[e] = it->second;
      if (inserted) kept.push_back(std::move(document_.entities[e]));
    }
    document_.entities = std::move(kept);
    for (Entity& e : document_.entities) e.mentions.clear();
    for (std::uint32_t i = 0; i < document_.mentions.size(); ++i) {
      Mention& m = document_.mentions[i];
      if (m.entity < 0) continue;
      m.entity = moved[static_cast<std::size_t>(m.entity)];
      document_.entities[static_cast<std::size_t>(m.entity)].mentions.push_back(i);
    }
  }

  Document& document_;
  const Ontology& ontology_;
  text::Syntax syntax_;
  NounReader nouns_;
  Topic topic_;
  std::vector<Agreement> agreements_;
  std::vector<int> seen_;                   // mentions of an entity so far
  std::vector<std::int32_t> head_mention_;  // mention headed by a token, one with an entity before others, or -1
  std::vector<Referent> referents_;         // in order of their heads
  std::int32_t own_subject_ = -1;           // of the clause of the pronoun at hand
};

}  // namespace

Document resolve_coreference(Document&& document, const Ontology& ontology) {
  Document out = std::move(document);
  Resolver(out, ontology).run();
  return out;
}

}  // namespace triplewright::nlp
