#include "nlp/coref_pronoun.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "nlp/coref_words.h"

namespace triplewright::nlp {

namespace {

constexpr double kParallel = 0.5, kParallelObject = 0.8, kOwnClause = 1.5;
constexpr double kSelected = 0.4;        // the verb takes such a thing there; twice that against it when not
constexpr double kSingularThey = 1.6;    // a company that is called "they"
constexpr double kGender = 0.4;          // a name that is known to be a woman's or a man's
constexpr double kTopic = 0.4;           // whom the article is about, for "he" and "she"
constexpr double kOneOfSeveral = 0.8;    // "Acme and Zelt": "it" is rarely one of them
constexpr double kMargin = 0.25;         // by which one must stand out
constexpr std::uint32_t kSentences = 4;  // how far back to look

class PronounResolver {
 public:
  explicit PronounResolver(Discourse& discourse) : d_(discourse) {}

  void resolve(std::size_t at, Mention& m) {
    const Pronoun p = pronoun_of(d_.syntax, m.head);
    if (p.kind == PronounKind::Other) {
      m.entity = first_person(m.head);
      return;
    }
    if (p.kind == PronounKind::Relative) {
      m.entity = antecedent_of_relative(m.head);
      return;
    }
    const std::uint32_t sentence = d_.document.sentence_of(m.head);
    // "SMIC itself"
    if (p.kind == PronounKind::Reflexive && at > 0 && d_.referents[at - 1].head + 1 == m.head) {
      m.entity = d_.entity(d_.referents[at - 1]);
      return;
    }
    if (const std::int32_t told = told_to(p, m.head); told >= 0) {
      m.entity = told;
      return;
    }
    if (const std::int32_t named = subject_after(p, m); named >= 0) {
      m.entity = named;
      return;
    }
    own_subject_ = own_subject(p, m);
    const std::vector<std::int32_t> beside = coarguments(p, m.head);
    // Who speaks calls himself "I".
    const std::int32_t speaker = p.agreement.number == Number::Singular ? d_.speaker_at(m.head) : -1;
    Best best;
    std::uint32_t between = 0;
    for (std::size_t back = at; back-- > 0;) {
      const Referent& c = d_.referents[back];
      const std::uint32_t distance = sentence - d_.document.sentence_of(c.head);
      if (distance > kSentences) break;
      const Mention* const named = d_.mention(c);
      if (named != nullptr && !named->attributive.empty()) continue;
      const bool open = named != nullptr && named->entity < 0 && named->kind == MentionKind::Pronominal;
      // Whatever an earlier pronoun of the same kind means, this one may mean as well.
      if (open && !is_alike(p, c.head)) continue;
      if (speaker >= 0 && d_.entity(c) == speaker) continue;
      if (std::find(beside.begin(), beside.end(), d_.entity(c)) != beside.end()) continue;
      ++between;
      const bool misread = !open && p.agreement.animacy == Animacy::Thing && d_.may_be_organization(d_.entity(c));
      if (!open && !misread && !allowed(p, m, c, distance)) continue;
      // What is no entity still competes: a pronoun that most likely means it stays without one.
      const std::int32_t e = d_.entity(c);
      const bool several = p.agreement.number == Number::Plural && d_.is_coordinated(c.head);
      best.offer(e >= 0 && !several && !misread ? e : -2 - static_cast<std::int32_t>(c.head),
                 d_.salience(c, distance, between) + parallel(p, m, c, distance));
    }
    if (best.entity < 0 || best.score - best.second < kMargin) return;
    m.entity = best.entity;
    Agreement& a = d_.agreements[static_cast<std::size_t>(m.entity)];
    if (a.gender == Gender::Unknown) a.gender = p.agreement.gender;
    if (a.animacy == Animacy::Unknown) a.animacy = p.agreement.animacy;
  }

 private:
  // "We will build it here," Acme's chief said: Acme; "I": who speaks.
  [[nodiscard]] std::int32_t first_person(std::uint32_t t) const {
    const std::string form = d_.syntax.lower(t);
    const bool one = form == "i" || form == "me" || form == "my" || form == "myself";
    const bool several = form == "we" || form == "us" || form == "our" || form == "ours" || form == "ourselves";
    if (!one && !several) return -1;
    const std::int32_t subject = d_.speaker_noun(t);
    if (subject < 0) return -1;
    const auto noun = static_cast<std::uint32_t>(subject);
    const std::int32_t speaker = d_.entity_at(noun);
    if (one) return d_.topic.is_person(noun) ? speaker : -1;
    if (d_.topic.speaks_of_others(noun)) return -1;
    if (speaker >= 0 && d_.known(speaker).kind == EntityKind::Named && is_organization(d_.ontology, d_.known(speaker)))
      return speaker;
    if (speaker >= 0 && d_.topic.organization_of(speaker) >= 0) return d_.topic.organization_of(speaker);
    if (const std::int32_t named = d_.topic.organization_in(noun); named >= 0) return named;
    return d_.topic.speaks_for_organization(noun) && !others_before(noun) ? d_.topic.protagonist() : -1;
  }

  // Whether the paragraph has spoken of an organization that the article is not about.
  [[nodiscard]] bool others_before(std::uint32_t noun) const {
    const std::uint32_t here = d_.document.sentence_of(noun);
    return std::any_of(d_.document.mentions.begin(), d_.document.mentions.end(), [&](const Mention& m) {
      if (m.head >= noun || m.entity < 0 || m.entity == d_.topic.protagonist() || d_.syntax.relation(m.head) != "nsubj")
        return false;
      const Entity& e = d_.known(m.entity);
      return e.kind == EntityKind::Named && d_.same_block(d_.document.sentence_of(m.head), here) &&
             is_organization(d_.ontology, e);
    });
  }

  // "told Acme that it would need a licence": what one must or may do is told to whom it concerns.
  [[nodiscard]] std::int32_t told_to(const Pronoun& p, std::uint32_t t) const {
    if (p.kind != PronounKind::Personal || d_.syntax.relation(t) != "nsubj") return -1;
    const std::int32_t verb = d_.head(t);
    if (verb < 0 || d_.syntax.relation(static_cast<std::uint32_t>(verb)) != "ccomp") return -1;
    const auto clause = static_cast<std::uint32_t>(verb);
    const std::int32_t matrix = d_.head(clause);
    if (matrix < 0) return -1;
    const auto obliges = [](const std::string& lemma) {
      return lemma == "need" || lemma == "must" || lemma == "should" || lemma == "require" || lemma == "may";
    };
    const auto children = d_.syntax.children(clause);
    const bool told = obliges(d_.syntax.token(clause).lemma) ||
                      (d_.syntax.token(clause).lemma == "have" && d_.syntax.child(clause, "xcomp") >= 0) ||
                      std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
                        return d_.syntax.relation(c) == "aux" && obliges(d_.syntax.token(c).lemma);
                      });
    if (!told) return -1;
    for (const char* relation : {"iobj", "obj"}) {
      const std::int32_t whom = d_.syntax.child(static_cast<std::uint32_t>(matrix), relation);
      if (whom < 0 || static_cast<std::uint32_t>(whom) >= t) continue;
      const std::int32_t entity = d_.entity_at(static_cast<std::uint32_t>(whom));
      if (entity >= 0 && compatible(p.agreement, d_.agreements[static_cast<std::size_t>(entity)])) return entity;
    }
    return -1;
  }

  // "In his list, Robert Poe named ...", "when she was 14, Ann Poe left": the subject that the clause is yet to name.
  [[nodiscard]] std::int32_t subject_after(const Pronoun& p, const Mention& m) const {
    const bool person = p.agreement.gender != Gender::Unknown;
    if (p.kind != PronounKind::Possessive && !(person && p.kind == PronounKind::Personal)) return -1;
    const std::uint32_t begin = d_.document.sentences[d_.document.sentence_of(m.head)].tokens.begin;
    for (std::uint32_t t = m.head; d_.head(t) >= 0; t = static_cast<std::uint32_t>(d_.head(t))) {
      const std::string_view relation = d_.syntax.relation(t);
      const std::int32_t subject = d_.syntax.child(static_cast<std::uint32_t>(d_.head(t)), "nsubj");
      if (subject < 0 || static_cast<std::uint32_t>(subject) <= t) {
        if (subject >= 0) return -1;
        continue;
      }
      if (relation != "obl" && relation != "advcl") return -1;
      // Only what opens the sentence waits for its subject.
      std::uint32_t first = t;
      while (first > begin && d_.syntax.dominates(t, first - 1)) --first;
      if (first > begin + 1) return -1;
      const auto s = static_cast<std::uint32_t>(subject);
      const std::int32_t entity = d_.entity_at(s);
      if (entity < 0 || d_.known(entity).kind != EntityKind::Named) return -1;
      const Agreement& a = d_.agreements[static_cast<std::size_t>(entity)];
      return compatible(p.agreement, a) && (!person || a.animacy == Animacy::Person) ? entity : -1;
    }
    return -1;
  }

  // The entities that a pronoun cannot mean: the other arguments of its verb, and who else does what the verb says, as
  // in "Acme sued Zelt and fined it", "Acme hired Zelt to advise it" (Principle B).
  [[nodiscard]] std::vector<std::int32_t> coarguments(const Pronoun& p, std::uint32_t t) const {
    std::vector<std::int32_t> out;
    const std::string_view own = d_.syntax.relation(t);
    const std::int32_t governor = d_.head(t);
    const bool argument = own == "nsubj" || own == "obj" || own == "iobj";
    if (p.kind != PronounKind::Personal || !argument || governor < 0) return out;
    const auto add = [&](std::int32_t token) {
      if (token < 0 || token == static_cast<std::int32_t>(t)) return;
      if (const std::int32_t e = d_.entity_at(static_cast<std::uint32_t>(token)); e >= 0) out.push_back(e);
    };
    auto verb = static_cast<std::uint32_t>(governor);
    for (const char* relation : {"nsubj", "obj", "iobj"}) add(d_.syntax.child(verb, relation));
    if (own == "nsubj") return out;
    while (d_.syntax.child(verb, "nsubj") < 0 && d_.head(verb) >= 0) {
      const std::string_view relation = d_.syntax.relation(verb);
      const auto up = static_cast<std::uint32_t>(d_.head(verb));
      if (relation == "acl") add(static_cast<std::int32_t>(up));
      if (relation != "conj" && relation != "xcomp" && relation != "advcl") break;
      const std::int32_t controller = relation == "xcomp" ? d_.syntax.child(up, "obj") : -1;
      add(controller >= 0 ? controller : d_.syntax.child(up, "nsubj"));
      if (controller >= 0) break;
      verb = up;
    }
    return out;
  }

  [[nodiscard]] bool is_alike(const Pronoun& p, std::uint32_t other) const {
    const Pronoun o = pronoun_of(d_.syntax, other);
    return o.kind != PronounKind::Other && o.kind != PronounKind::Relative &&
           o.agreement.number == p.agreement.number && o.agreement.gender == p.agreement.gender &&
           o.agreement.animacy == p.agreement.animacy;
  }

  [[nodiscard]] std::int32_t antecedent_of_relative(std::uint32_t t) const {
    for (std::int32_t at = d_.document.tokens[t].head; at >= 0;
         at = d_.document.tokens[static_cast<std::size_t>(at)].head) {
      const auto token = static_cast<std::uint32_t>(at);
      if (d_.document.tokens[token].deprel != "acl:relcl") continue;
      const std::int32_t noun = d_.document.tokens[token].head;
      if (noun < 0 || static_cast<std::uint32_t>(noun) > t) return -1;
      // "Zelt, a rival of Acme, which ...": a noun that is no mention may stand beside one.
      for (std::int32_t n = noun; n >= 0; n = d_.document.tokens[static_cast<std::size_t>(n)].head) {
        const std::int32_t found = d_.head_mention[static_cast<std::size_t>(n)];
        if (found >= 0) return d_.document.mentions[static_cast<std::size_t>(found)].entity;
        if (d_.syntax.relation(static_cast<std::uint32_t>(n)) != "appos") return -1;
      }
      return -1;
    }
    return -1;
  }

  // Number, gender and animacy of a noun that is no entity.
  [[nodiscard]] Agreement agreement_of_noun(const Referent& c) const {
    Agreement a;
    a.number = d_.syntax.has_feature(c.head, "Number=Plur") ? Number::Plural : Number::Singular;
    constexpr std::array<std::string_view, 8> kSeveral = {"pair", "duo",   "couple", "trio",
                                                          "team", "group", "family", "crew"};
    if (std::find(kSeveral.begin(), kSeveral.end(), d_.document.tokens[c.head].lemma) != kSeveral.end())
      a.number = Number::Unknown;
    a.animacy = Animacy::Thing;
    a.gender = gender_of_noun(d_.ontology, d_.document.tokens[c.head].lemma);
    if (a.gender != Gender::Unknown) a.animacy = Animacy::Person;
    if (const Mention* m = d_.mention(c); m != nullptr) {
      Entity described;
      described.classes = m->classes;
      if (a.gender == Gender::Unknown) a.animacy = animacy_of(d_.ontology, described);
    }
    return a;
  }

  // "The police say they ...": the pronoun stands in what the noun says.
  [[nodiscard]] bool says_so(std::uint32_t noun, std::uint32_t pronoun) const {
    const std::int32_t verb = d_.head(noun);
    return verb >= 0 && d_.syntax.relation(noun) == "nsubj" && d_.is_report(noun) &&
           d_.syntax.dominates(static_cast<std::uint32_t>(verb), pronoun);
  }

  [[nodiscard]] bool is_government(const Entity& e) const {
    return std::any_of(e.classes.begin(), e.classes.end(), [this](const std::string& c) {
      const OntologyClass* k = d_.ontology.find_class(c);
      const auto of_state = [](std::string_view iri) {
        return iri.ends_with("#GovernmentBody") || iri.ends_with("#GeopoliticalEntity");
      };
      return k != nullptr && (of_state(k->iri) || std::any_of(k->ancestors.begin(), k->ancestors.end(), of_state));
    });
  }

  [[nodiscard]] bool allowed(const Pronoun& p, const Mention& m, const Referent& c, std::uint32_t distance) const {
    const std::int32_t e = d_.entity(c);
    Agreement a = e >= 0 ? d_.agreements[static_cast<std::size_t>(e)] : agreement_of_noun(c);
    if (e >= 0) {
      const Entity& known = d_.document.entities[static_cast<std::size_t>(e)];
      // A company may be "they".
      if (p.agreement.number == Number::Plural && a.number == Number::Singular && known.kind == EntityKind::Named &&
          is_organization(d_.ontology, known) && (!is_government(known) || says_so(c.head, m.head)))
        a.number = Number::Unknown;
      if (p.agreement.animacy == Animacy::Person && a.animacy != Animacy::Person && a.gender == Gender::Unknown &&
          !may_be_person(known))
        return false;
    }
    if (!compatible(p.agreement, a)) return false;
    if (distance > 0) return true;
    if (c.head > m.head) return false;
    // Within one clause an argument is no antecedent of a co-argument that is no reflexive (Principle B).
    const std::int32_t governor = d_.document.tokens[m.head].head;
    const std::uint32_t phrase = d_.phrase_of(c.head);
    const bool coargument =
        p.kind == PronounKind::Personal && governor >= 0 &&
        (d_.head(phrase) == governor || d_.head(c.head) == governor || static_cast<std::int32_t>(c.head) == governor);
    if (coargument) return false;
    // "the fines it handed down": the noun of a relative clause is an argument in it already.
    if (governor >= 0 && d_.document.tokens[static_cast<std::size_t>(governor)].deprel == "acl:relcl" &&
        d_.document.tokens[static_cast<std::size_t>(governor)].head == static_cast<std::int32_t>(c.head))
      return false;
    // No phrase contains its own antecedent, but a relative clause may speak of its noun.
    if (d_.syntax.dominates(c.head, m.head)) {
      for (std::uint32_t t = m.head; t != c.head; t = static_cast<std::uint32_t>(d_.document.tokens[t].head)) {
        const std::string_view relation = d_.syntax.relation(t);
        if (relation == "acl" || relation == "advcl" || relation == "ccomp" || relation == "parataxis" ||
            relation == "conj" || relation == "appos")
          return true;
      }
      return false;
    }
    return true;
  }

  // Selectional preference: do the lexicon's senses of the pronoun's verb, or of the noun whose owner it is, take such
  // an entity there? "It fined Google." "Its chairman"
  [[nodiscard]] double selection(std::uint32_t pronoun, const Entity& e) const {
    const std::int32_t governor = d_.document.tokens[pronoun].head;
    const std::string& relation = d_.document.tokens[pronoun].deprel;
    const bool subject = relation == "nsubj", object = relation == "obj" || relation == "nsubj:pass",
               owner = relation == "nmod:poss";
    if (governor < 0 || (!subject && !object && !owner) || e.classes.empty()) return 0;
    const Token& word = d_.document.tokens[static_cast<std::size_t>(governor)];
    if (word.upos != (owner ? Upos::NOUN : Upos::VERB)) return 0;
    bool known = false;
    for (const LexicalEntry* entry : d_.ontology.entries(word.lemma, owner ? PartOfSpeech::Noun : PartOfSpeech::Verb)) {
      for (const Sense& sense : entry->senses) {
        if (sense.kind == Sense::Kind::Report && subject && entry->lemmas.size() == 1)  // who speaks is an agent
          return is_organization(d_.ontology, e) || animacy_of(d_.ontology, e) == Animacy::Person ? kSelected
                                                                                                  : -2 * kSelected;
        if (sense.kind != Sense::Kind::Property || entry->lemmas.size() > 1) continue;
        const Function function = owner ? Function::Possessor : subject ? Function::Subject : Function::Object;
        const auto fills = [function](const SyntacticArgument& a) { return a.function == function; };
        const OntologyProperty* property = d_.ontology.find_property(sense.reference);
        const bool first = std::any_of(sense.subject.begin(), sense.subject.end(), fills);
        const bool second = std::any_of(sense.object.begin(), sense.object.end(), fills);
        if (property == nullptr || (!first && !second)) continue;
        const auto& narrower = first ? sense.subject_classes : sense.object_classes;
        const auto& wanted = !narrower.empty() ? narrower : first ? property->domain : property->range;
        if (wanted.empty() || d_.ontology.any_is_a(e.classes, wanted)) return kSelected;
        known = true;
      }
    }
    return known ? -2 * kSelected : 0;
  }

  [[nodiscard]] bool may_be_person(const Entity& e) const { return e.kind == EntityKind::Named && e.classes.empty(); }

  [[nodiscard]] double parallel(const Pronoun& p, const Mention& m, const Referent& r, std::uint32_t distance) const {
    double score = 0;
    const std::uint32_t c = r.head;
    if (const std::int32_t e = d_.entity(r); e < 0 && r.mention >= 0) {
      Entity described;
      described.classes = d_.document.mentions[static_cast<std::size_t>(r.mention)].classes;
      score += selection(m.head, described);
    } else if (e >= 0) {
      score += selection(m.head, d_.document.entities[static_cast<std::size_t>(e)]);
      if (p.agreement.animacy == Animacy::Person) score += kTopic * d_.topic.of(e);
      const Gender gender = d_.agreements[static_cast<std::size_t>(e)].gender;
      if (gender != Gender::Unknown && gender == p.agreement.gender) score += kGender;
    }
    if (p.agreement.number == Number::Plural) {
      if (!d_.syntax.has_feature(c, "Number=Plur") && !d_.is_coordinated(c)) score -= kSingularThey;
    } else if (d_.is_coordinated(c) && p.agreement.animacy == Animacy::Thing) {
      score -= kOneOfSeveral;
    }
    const std::string_view own = d_.syntax.relation(m.head), other = d_.syntax.relation(c);
    if (own == other && (own == "nsubj" || own == "obj")) score += own == "obj" ? kParallelObject : kParallel;
    if (own == other && own == "nsubj" && distance > 0 && d_.is_report(m.head) && d_.is_report(c))
      score += kSpeaksAgain;
    // "Huawei raised its output": the subject of the pronoun's own clause.
    if (distance == 0 && p.kind != PronounKind::Personal && static_cast<std::int32_t>(c) == own_subject_)
      score += kOwnClause;
    return score;
  }

  // The subject of the nearest clause around a pronoun that it may refer to, or -1.
  [[nodiscard]] std::int32_t own_subject(const Pronoun& p, const Mention& m) const {
    for (std::int32_t up = d_.document.tokens[m.head].head; up >= 0;
         up = d_.document.tokens[static_cast<std::size_t>(up)].head) {
      std::int32_t subject = d_.syntax.child(static_cast<std::uint32_t>(up), "nsubj");
      // "urged Zelt to end its boycott": whoever is urged does it
      if (const std::int32_t verb = d_.head(static_cast<std::uint32_t>(up));
          subject < 0 && verb >= 0 && d_.syntax.relation(static_cast<std::uint32_t>(up)) == "xcomp" &&
          d_.document.tokens[static_cast<std::size_t>(verb)].lemma != "promise")
        subject = d_.syntax.child(static_cast<std::uint32_t>(verb), "obj");
      // "accused the company of using its system"
      if (subject < 0 && d_.document.tokens[static_cast<std::size_t>(up)].deprel == "acl" &&
          d_.document.tokens[static_cast<std::size_t>(up)].xpos == "VBG")
        subject = d_.document.tokens[static_cast<std::size_t>(up)].head;
      if (subject < 0 || static_cast<std::uint32_t>(subject) >= m.head) continue;
      std::uint32_t s = static_cast<std::uint32_t>(subject);
      if (const std::int32_t name = d_.syntax.child(s, "flat"); d_.head_mention[s] < 0 && name >= 0)  // "Ms Yang"
        s = static_cast<std::uint32_t>(name);
      // "Ada, Berta and Cora left Dora after her speech": one of several is not who the clause speaks of.
      if (p.agreement.number == Number::Singular && d_.is_coordinated(s)) continue;
      if (allowed(p, m, {s, d_.head_mention[s]}, 0)) return static_cast<std::int32_t>(s);
    }
    return -1;
  }

  Discourse& d_;
  std::int32_t own_subject_ = -1;  // of the clause of the pronoun at hand
};

}  // namespace

void resolve_pronoun(Discourse& discourse, std::size_t at, Mention& pronoun) {
  PronounResolver(discourse).resolve(at, pronoun);
}

}  // namespace triplewright::nlp
