#include "nlp/coref_agreement.h"

#include <algorithm>
#include <array>

#include "nlp/coref_words.h"
#include "text/normalize.h"

namespace triplewright::nlp {

namespace {

Pronoun personal(PronounKind kind, Number number, Gender gender, Animacy animacy) {
  return {kind, {number, gender, animacy}};
}

// "made it difficult to sell"
bool is_formal_object(const text::Syntax& syntax, std::uint32_t t) {
  const std::int32_t head = syntax.token(t).head;
  if (head < 0 || syntax.lower(t) != "it" || static_cast<std::uint32_t>(head) > t) return false;
  constexpr std::array<std::string_view, 8> kVerbs = {"make", "find",   "consider", "think",
                                                      "deem", "render", "believe",  "keep"};
  const auto verb = static_cast<std::uint32_t>(head);
  if (std::find(kVerbs.begin(), kVerbs.end(), syntax.token(verb).lemma) == kVerbs.end()) return false;
  const auto children = syntax.children(verb);
  return std::any_of(children.begin(), children.end(),
                     [&](std::uint32_t c) { return c > t && c <= t + 3 && syntax.token(c).upos == Upos::ADJ; });
}

// "It comes amid growing demand", "it shows that ...": what has just been told, no thing of its own.
bool is_course_of_events(const text::Syntax& syntax, std::uint32_t t) {
  const std::int32_t head = syntax.token(t).head;
  if (head < 0 || syntax.lower(t) != "it") return false;
  const auto verb = static_cast<std::uint32_t>(head);
  const std::string& lemma = syntax.token(verb).lemma;
  if (syntax.relation(t) == "obj") return lemma == "do";  // "they will do it again"
  if (syntax.relation(t) != "nsubj") return false;
  constexpr std::array<std::string_view, 6> kTelling = {"show", "mean", "suggest", "signal", "underscore", "indicate"};
  if (std::find(kTelling.begin(), kTelling.end(), lemma) != kTelling.end()) return syntax.child(verb, "ccomp") >= 0;
  if (lemma != "come") return false;
  const auto children = syntax.children(verb);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    if (c < verb) return false;
    const std::string_view relation = syntax.relation(c);
    const std::string preposition = syntax.preposition(c);
    return (relation == "advcl" || relation == "obl") &&
           (preposition == "amid" || preposition == "after" || relation == "advcl");
  });
}

}  // namespace

Pronoun pronoun_of(const text::Syntax& syntax, std::uint32_t t) {
  const std::string form = syntax.lower(t);
  const std::string_view relation = syntax.relation(t);
  if (relation == "expl" || is_formal_object(syntax, t) || is_course_of_events(syntax, t)) return {};
  if (form == "which" || form == "who" || form == "whom" || form == "whose" || form == "that") {
    const std::string& xpos = syntax.token(t).xpos;
    if (form == "that" && xpos != "WDT" && !syntax.has_feature(t, "PronType=Rel")) return {};
    return {PronounKind::Relative, {}};
  }
  constexpr auto Singular = Number::Singular, Plural = Number::Plural;
  constexpr auto Masculine = Gender::Masculine, Feminine = Gender::Feminine;
  if (form == "he" || form == "him") return personal(PronounKind::Personal, Singular, Masculine, Animacy::Person);
  if (form == "his") return personal(PronounKind::Possessive, Singular, Masculine, Animacy::Person);
  if (form == "himself") return personal(PronounKind::Reflexive, Singular, Masculine, Animacy::Person);
  if (form == "she") return personal(PronounKind::Personal, Singular, Feminine, Animacy::Person);
  if (form == "her")
    return personal(syntax.token(t).deprel == "nmod:poss" ? PronounKind::Possessive : PronounKind::Personal, Singular,
                    Feminine, Animacy::Person);
  if (form == "hers") return personal(PronounKind::Personal, Singular, Feminine, Animacy::Person);
  if (form == "herself") return personal(PronounKind::Reflexive, Singular, Feminine, Animacy::Person);
  if (form == "it") return personal(PronounKind::Personal, Singular, Gender::Unknown, Animacy::Thing);
  if (form == "its") return personal(PronounKind::Possessive, Singular, Gender::Unknown, Animacy::Thing);
  if (form == "itself") return personal(PronounKind::Reflexive, Singular, Gender::Unknown, Animacy::Thing);
  if (form == "they" || form == "them")
    return personal(PronounKind::Personal, Plural, Gender::Unknown, Animacy::Unknown);
  if (form == "their") return personal(PronounKind::Possessive, Plural, Gender::Unknown, Animacy::Unknown);
  if (form == "themselves") return personal(PronounKind::Reflexive, Plural, Gender::Unknown, Animacy::Unknown);
  return {};
}

Gender gender_of_name(std::string_view title, std::string_view given_name) {
  const std::string t = text::lower(title);
  if (t == "mr" || t == "mr." || t == "sir" || t == "lord" || t == "king" || t == "prince") return Gender::Masculine;
  if (t == "mrs" || t == "mrs." || t == "ms" || t == "ms." || t == "miss" || t == "dame" || t == "lady" ||
      t == "queen" || t == "princess")
    return Gender::Feminine;
  return text::gender_of_given_name(given_name);
}

Animacy animacy_of(const Ontology& ontology, const Entity& entity) {
  for (const std::string& c : entity.classes) {
    for (const OntologyClass* k = ontology.find_class(c); k != nullptr;) {
      const auto is_person = [](std::string_view iri) { return iri.ends_with("#Person") || iri.ends_with("/Person"); };
      if (is_person(k->iri) || std::any_of(k->ancestors.begin(), k->ancestors.end(), is_person)) return Animacy::Person;
      const auto is_group = [](std::string_view iri) { return iri.ends_with("#Collective"); };
      if (is_group(k->iri)) return Animacy::Unknown;
      return Animacy::Thing;
    }
  }
  return entity.kind == EntityKind::Concept ? Animacy::Thing : Animacy::Unknown;
}

Agreement agreement_of(const Document& document, const text::Syntax& syntax, const Ontology& ontology,
                       const Entity& entity) {
  Agreement a;
  a.animacy = animacy_of(ontology, entity);
  std::size_t plural = 0, singular = 0;
  bool with_article = false;
  for (const std::uint32_t i : entity.mentions) {
    const Mention& m = document.mentions[i];
    if (m.kind == MentionKind::Pronominal) {
      if (const Pronoun p = pronoun_of(syntax, m.head);
          p.agreement.gender != Gender::Unknown && a.gender == Gender::Unknown)
        a.gender = p.agreement.gender;
      continue;
    }
    if (!m.attributive.empty()) continue;
    const bool many = m.kind == MentionKind::Nominal && syntax.has_feature(m.head, "Number=Plur");
    ++(many ? plural : singular);
    if (m.kind == MentionKind::Nominal && a.gender == Gender::Unknown && a.animacy != Animacy::Thing)
      a.gender = gender_of_noun(ontology, document.tokens[m.head].lemma);
    const std::int32_t article = m.kind == MentionKind::Named ? syntax.child(m.head, "det") : -1;
    if (article >= 0 && syntax.lower(static_cast<std::uint32_t>(article)) == "the") with_article = true;
    if (m.kind == MentionKind::Named && a.gender == Gender::Unknown && a.animacy != Animacy::Thing) {
      const std::string_view before = m.tokens.begin > 0 ? document.form(m.tokens.begin - 1) : std::string_view();
      const std::string_view given =
          m.tokens.size() > 1 || entity.mentions.size() == 1 ? document.form(m.tokens.begin) : std::string_view();
      a.gender = gender_of_name(before, given);
      // "her mother Ada", "actress Ada Byron"
      if (a.gender == Gender::Unknown && m.tokens.begin > 0)
        a.gender = gender_of_noun(ontology, document.tokens[m.tokens.begin - 1].lemma);
    }
  }
  // "the San Francisco Chronicle": a name with an article that nothing makes a woman's or a man's need not be anyone's
  if (with_article && a.gender == Gender::Unknown && a.animacy == Animacy::Person && !entity.in_base)
    a.animacy = Animacy::Unknown;
  if (plural > 0 && singular == 0)
    a.number = Number::Plural;
  else if (singular > 0 && plural == 0)
    a.number = Number::Singular;
  return a;
}

bool compatible(const Agreement& pronoun, const Agreement& antecedent) {
  if (pronoun.gender != Gender::Unknown && antecedent.gender != Gender::Unknown && pronoun.gender != antecedent.gender)
    return false;
  if (pronoun.animacy == Animacy::Person && antecedent.animacy == Animacy::Thing) return false;
  if (pronoun.animacy == Animacy::Thing && antecedent.animacy == Animacy::Person) return false;
  if (pronoun.number != Number::Unknown && antecedent.number != Number::Unknown && pronoun.number != antecedent.number)
    return false;
  return true;
}

}  // namespace triplewright::nlp
