#include "link/evidence.h"

#include <algorithm>
#include <array>

#include "link/label.h"
#include "link/noun_link.h"
#include "link/selection.h"
#include "text/given_names.h"
#include "text/normalize.h"

namespace triplewright::link {

namespace {

constexpr double kTitle = 1.05;  // a little more than the recognizer's word, less than what a frame asks for

constexpr double kDefined = 3.5;  // what a thing is said to be, whatever its name: *Salt Road is a film*

constexpr double kSelected = 1.1;  // a little more than the recognizer's word

// What ships bear before their names.
constexpr std::array<std::string_view, 11> kShips = {"uss", "hms",  "mv",   "m/v", "ss", "rms",
                                                     "ins", "hmas", "hmcs", "rv",  "mt"};

/// *"Salt Road"*: several words between quotation marks, all of them of the name; and no road.
bool is_quoted_title(const Document& document, const Mention& name) {
  if (name.type == NameType::Organization || name.tokens.size() < 2 || name.tokens.begin == 0 ||
      name.tokens.end >= document.tokens.size())
    return false;
  const auto is_quote = [&](std::uint32_t t) {
    const std::string_view form = document.form(t);
    return form == "\"" || form == "\u201C" || form == "\u201D" || form == "``" || form == "''";
  };
  return is_quote(name.tokens.begin - 1) && is_quote(name.tokens.end);
}

/// *Zelt sold its plant*, *Doe sold his plant*: the possessive in the clause of a subject is the subject's.
Kind possessing_kind(const Document& document, const text::Syntax& syntax, const Mention& name) {
  const std::int32_t verb = document.tokens[name.head].head;
  if (syntax.relation(name.head) != "nsubj" || verb < 0) return Kind::Other;
  const Span sentence = document.sentences[document.sentence_of(name.head)].tokens;
  for (std::uint32_t t = name.tokens.end; t < sentence.end; ++t) {
    if (syntax.relation(t) == "nsubj") return Kind::Other;  // another's clause
    if (document.tokens[t].deprel != "nmod:poss" || !syntax.dominates(static_cast<std::uint32_t>(verb), t)) continue;
    const std::string word = syntax.lower(t);
    if (word == "its") return Kind::Organization;
    if (word == "his" || word == "her") return Kind::Person;
  }
  return Kind::Other;
}

/// A book, a film, a song.
bool is_work(const Kinds& kinds, const Mention& noun) {
  const auto work = noun_classes(kinds.ontology(), {"book"});
  return !work.empty() && kinds.ontology().is_a(noun.classes.front(), work.front());
}

/// *the novel Salt Road*
bool is_beside(const Mention& noun, const Mention& name) {
  return noun.head + 1 == name.tokens.begin;
}

}  // namespace

void Evidence::vote(const Kinds& of, const std::string& class_iri, double weight) {
  if (class_iri.empty()) return;
  classes[class_iri] += weight;
  kinds[static_cast<std::size_t>(of.kind_of(class_iri))] += weight;
}

void Evidence::add(const Evidence& other, double factor) {
  for (std::size_t k = 0; k < kKinds; ++k) kinds[k] += factor * other.kinds[k];
  for (const auto& [iri, weight] : other.classes) classes[iri] += factor * weight;
}

Kind Evidence::best() const {
  const auto it = std::max_element(kinds.begin(), kinds.end() - 1);
  return *it > 0 ? static_cast<Kind>(it - kinds.begin()) : Kind::Other;
}

double Evidence::total() const {
  double sum = 0;
  for (const double v : kinds) sum += v;
  return sum;
}

Evidence mention_evidence(const Document& document, const text::Syntax& syntax, const Kinds& kinds,
                          const std::vector<std::int32_t>& nominals, const Mention& name, double recognized) {
  Evidence e;
  const auto general = [&](Kind kind, double weight) { e.kinds[static_cast<std::size_t>(kind)] += weight; };
  switch (name.type) {
    case NameType::Person:
      // "Russians", "the Kellers" are several.
      if (name.tokens.size() == 1 && syntax.has_feature(name.head, "Number=Plur") &&
          document.form(name.head).ends_with('s'))
        general(Kind::Group, recognized);
      else
        general(Kind::Person,
                recognized * (is_acronym(document.text(name.tokens)) ? 0.3 : 1.0));  // nobody is called ALX
      break;
    case NameType::Organization:
      general(Kind::Organization, recognized);
      break;
    case NameType::Location:
      general(Kind::Place, recognized);
      break;
    case NameType::Product:
      general(Kind::Offering, recognized);
      break;
    default:
      break;
  }
  // The words of the name: "Acme Inc.", "Ministry of Commerce", "Entity List".
  const std::string normalized = normalize_label(document.text(name.tokens));
  if (has_legal_form(normalized))
    e.vote(kinds, kinds.company(), 3.0);
  else if (has_organization_word(normalized))
    e.vote(kinds, kinds.company(), 1.5);
  const auto parts = words(normalized);
  if (is_quoted_title(document, name)) {
    if (const auto work = noun_classes(kinds.ontology(), {"book"}); !work.empty()) e.vote(kinds, work.front(), kTitle);
  } else if (parts.size() >= 2) {
    // Each word's classes, the longer noun's first: "Anadolu News Agency".
    const auto noun = [&](const std::vector<std::string>& lemmas) {
      for (const std::string& c : noun_classes(kinds.ontology(), lemmas)) {
        const Kind kind = kinds.kind_of(c);
        if (kind == Kind::Person || kind == Kind::Post || kind == Kind::Group)
          continue;  // a title is no type of a name
        // "National Weather Service": what the recognizer takes for an organization is no service or system.
        if (kind == Kind::Offering && (name.type == NameType::Organization || has_organization_word(normalized)))
          return true;
        e.vote(kinds, c, 2.0);
        return true;
      }
      return false;
    };
    // "Inter-American Highway in Orlin Department": what follows says where.
    const auto where = std::find_if(parts.begin() + 1, parts.end(),
                                    [](std::string_view w) { return w == "in" || w == "at" || w == "near"; });
    const std::string last(*(where - 1));
    if (parts[1] == "of" || parts[1] == "for")
      noun({std::string(parts[0])});
    else if (where - parts.begin() < 3 || !noun({std::string(*(where - 2)), last}))
      noun({last});
  }
  if (std::any_of(parts.begin(), parts.end(), [](std::string_view w) {
        const bool digit = std::any_of(w.begin(), w.end(), [](char c) { return c >= '0' && c <= '9'; });
        const bool letter = std::any_of(w.begin(), w.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        return digit && letter;
      })) {
    general(Kind::Offering, 1.0);
  }
  if (name.tokens.size() >= 2 && name.tokens.size() <= 4 &&
      text::gender_of_given_name(document.form(name.tokens.begin)) != text::Gender::Unknown) {
    general(Kind::Person, 0.8);
  }
  if (parts.size() >= 2 && std::find(kShips.begin(), kShips.end(), parts.front()) != kShips.end() &&
      is_acronym(document.form(name.tokens.begin))) {
    if (const auto ship = noun_classes(kinds.ontology(), {"ship"}); !ship.empty()) e.vote(kinds, ship.front(), 3.0);
  }
  // A title before the name.
  if (name.tokens.begin > 0 && document.sentence_of(name.tokens.begin) == document.sentence_of(name.tokens.begin - 1)) {
    const std::uint32_t before = name.tokens.begin - 1;
    const Token& token = document.tokens[before];
    const bool noun = token.upos == Upos::NOUN || token.upos == Upos::PROPN;
    // *chip designer Norvik*: a longer noun, for a firm
    const bool firm = std::any_of(nominals.begin(), nominals.end(), [&](std::int32_t n) {
      if (n < 0) return false;
      const Mention& nominal = document.mentions[static_cast<std::size_t>(n)];
      return nominal.head == before && !nominal.classes.empty() &&
             kinds.kind_of(nominal.classes.front()) == Kind::Organization;
    });
    if (noun && !firm && !syntax.has_feature(before, "Number=Plur") && is_person_title(kinds, syntax.lower(before)))
      general(Kind::Person, 2.0);
  }
  for (const std::uint32_t n : nominals_near(document, syntax, nominals, name)) {
    const Mention& nominal = document.mentions[n];
    if (nominal.classes.empty()) continue;
    const NounLink link = noun_link(document, syntax, kinds, name, nominal, Kind::Other);
    if (link == NounLink::None) continue;
    const bool modifier =
        document.tokens[name.head].head == static_cast<std::int32_t>(nominal.head) && name.head < nominal.head;
    const bool copula = syntax.relation(name.head) == "nsubj";
    // "Rezwan Ferdaus, an American citizen": one of a people is a person.
    const bool several = kinds.kind_of(nominal.classes.front()) == Kind::Group;
    // "a film and television actor": nobody is a film
    if (is_work(kinds, nominal) && syntax.child(nominal.head, "conj") >= 0) continue;
    if (several && name.type == NameType::Person)
      general(Kind::Person, 1.0);
    else if (several && !syntax.has_feature(nominal.head, "Number=Plur"))
      continue;
    else if (is_work(kinds, nominal) &&
             (is_beside(nominal, name) ||
              (copula && document.tokens[name.head].head == static_cast<std::int32_t>(nominal.head))))
      e.vote(kinds, nominal.classes.front(), kDefined);
    else
      e.vote(kinds, nominal.classes.front(), link == NounLink::Member ? 2.0 : modifier && !copula ? 0.8 : 2.5);
  }
  // "the settlement of Kfar Darom"
  const std::uint32_t first = syntax.first_conjunct(name.head);
  if (const std::int32_t noun = document.tokens[first].head;
      noun >= 0 && syntax.relation(first) == "nmod" && syntax.preposition(first) == "of" &&
      kinds.kind_of(noun_classes(kinds.ontology(), {document.tokens[static_cast<std::size_t>(noun)].lemma})) ==
          Kind::Place) {
    general(Kind::Place, 1.5);
  }
  if (const Kind kind = selected_kind(document, syntax, kinds, name); kind != Kind::Other) general(kind, kSelected);
  if (const Kind kind = possessing_kind(document, syntax, name); kind != Kind::Other) general(kind, kSelected);
  const std::string preposition = syntax.preposition(name.head);
  if (preposition == "in" || preposition == "near" || preposition == "across") general(Kind::Place, 0.4);
  if (syntax.child(name.head, "acl:relcl") >= 0) {
    const auto clause = static_cast<std::uint32_t>(syntax.child(name.head, "acl:relcl"));
    for (const std::uint32_t c : syntax.children(clause)) {
      if (syntax.relation(c) != "nsubj") continue;
      if (syntax.lower(c) == "who") general(Kind::Person, 1.5);
      // *Drax, which runs a plant*: what the recognizer passes over and does something is mostly an organization
      if (syntax.lower(c) == "which" && name.type == NameType::None) general(Kind::Organization, 0.6);
    }
  }
  const std::int32_t head = document.tokens[name.head].head;
  if (syntax.relation(name.head) == "nsubj" && head >= 0) {  // who speaks is an agent
    for (const LexicalEntry* entry :
         kinds.ontology().entries(document.tokens[static_cast<std::size_t>(head)].lemma, PartOfSpeech::Verb)) {
      if (entry->senses.empty() || entry->senses.front().kind != Sense::Kind::Report) continue;
      general(Kind::Person, 0.2);
      general(Kind::Organization, 0.15);
      break;
    }
  }
  return e;
}

}  // namespace triplewright::link
