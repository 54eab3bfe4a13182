#include "nlp/coref_noun.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "nlp/coref_words.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::nlp {

namespace {

std::string_view local_name(std::string_view iri) {
  return iri.substr(iri.find_last_of("#/") + 1);
}

// Classes so wide that "the event" or "the policy" describes too much of a text.
bool is_wide(std::string_view class_iri) {
  constexpr std::array<std::string_view, 6> kWide = {"Event",   "Policy",   "Offering",
                                                     "Product", "Software", "Technology"};
  return std::find(kWide.begin(), kWide.end(), local_name(class_iri)) != kWide.end();
}

// Classes that say little of what somebody is.
bool is_broad(std::string_view class_iri) {
  constexpr std::array<std::string_view, 3> kBroad = {"Organization", "Company", "Person"};
  return std::find(kBroad.begin(), kBroad.end(), local_name(class_iri)) != kBroad.end();
}

// What follows a name and a hyphen and says where an organization is or whose, of whatever organization it is.
constexpr std::array<std::string_view, 8> kOrigins = {"based",      "headquartered", "backed", "owned",
                                                      "controlled", "listed",        "led",    "run"};

constexpr double kItsCountry = 1.0, kSomeCountry = -0.6;
constexpr double kSameGeneral = 0.3, kSameNoun = 1.0, kUnsupported = -0.5, kUnsupportedPerson = -0.7,
                 kOtherTrade = -1.5, kExcluded = -9;

}  // namespace

NounReader::NounReader(const Document& document, const text::Syntax& syntax, const Ontology& ontology)
    : document_(document),
      syntax_(syntax),
      ontology_(ontology),
      named_at_(document.tokens.size(), -1),
      called_(document.entities.size()) {
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    const Mention& m = document.mentions[i];
    if (m.kind == MentionKind::Nominal) note(m);
    if (m.kind != MentionKind::Named) continue;
    for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) {
      named_at_[t] = static_cast<std::int32_t>(i);
      if (m.entity >= 0 && m.attributive.empty()) called_[static_cast<std::size_t>(m.entity)].insert(syntax_.lower(t));
    }
    // "carmakers such as Ford"
    const std::uint32_t first = syntax_.first_conjunct(m.head);
    const std::int32_t class_noun = document.tokens[first].head;
    const std::string preposition = syntax_.preposition(first);
    if (m.entity >= 0 && class_noun >= 0 &&
        (preposition == "such as" || preposition == "like" || preposition == "including"))
      called_[static_cast<std::size_t>(m.entity)].insert(lemma(static_cast<std::uint32_t>(class_noun)));
  }
  for (std::size_t e = 0; e < document.entities.size(); ++e) {
    std::istringstream words(text::lower(document.entities[e].name));
    for (std::string word; words >> word;) called_[e].insert(word);
  }
}

void NounReader::note(const Mention& noun) {
  if (noun.entity >= 0) called_[static_cast<std::size_t>(noun.entity)].insert(lemma(noun.head));
}

std::string NounReader::lemma(std::uint32_t t) const {
  return text::lower(document_.tokens[t].lemma);
}

Definiteness NounReader::definiteness(const Mention& noun) const {
  const std::int32_t det = syntax_.child(noun.head, "det");
  if (det < 0) {
    if (is_ranked(noun)) return Definiteness::Definite;
    const bool entity =
        noun.entity >= 0 && document_.entities[static_cast<std::size_t>(noun.entity)].kind == EntityKind::Unnamed;
    return entity && noun.tokens.size() == 1 ? Definiteness::Bare : Definiteness::None;
  }
  const std::string word = syntax_.lower(static_cast<std::uint32_t>(det));
  if (word == "the") return Definiteness::Definite;
  return word == "this" || word == "these" || word == "that" || word == "those" || word == "such"
             ? Definiteness::Demonstrative
             : Definiteness::None;
}

bool NounReader::is_superlative(std::uint32_t t) const {
  return syntax_.has_feature(t, "Degree=Sup") || document_.tokens[t].xpos == "JJS";
}

std::int32_t NounReader::place_of_rank(const Mention& noun) const {
  std::int32_t place = -1;
  bool ranks = false;
  for (const std::uint32_t c : syntax_.children(noun.head)) {
    if (c > noun.head) continue;
    if (document_.tokens[c].deprel == "nmod:poss") place = static_cast<std::int32_t>(c);
    ranks = ranks || (syntax_.relation(c) == "amod" && is_superlative(c));
  }
  if (!ranks || place < 0) return -1;
  const auto p = static_cast<std::uint32_t>(place);
  const bool named =
      named_at_[p] >= 0 && document_.mentions[static_cast<std::size_t>(named_at_[p])].type == NameType::Location;
  return named || lemma(p) == "world" ? place : -1;
}

bool NounReader::is_ranked(const Mention& noun) const {
  return is_somebody(noun) && !syntax_.has_feature(noun.head, "Number=Plur") && place_of_rank(noun) >= 0;
}

bool NounReader::is_ranked_at_home(const Mention& noun, const Entity& entity) const {
  const std::int32_t place = place_of_rank(noun);
  if (place < 0 || named_at_[static_cast<std::size_t>(place)] < 0) return false;
  const Mention& name = document_.mentions[static_cast<std::size_t>(named_at_[static_cast<std::size_t>(place)])];
  if (name.entity < 0) return false;
  const std::string& country = document_.entities[static_cast<std::size_t>(name.entity)].iri;
  return !country.empty() && (country == entity.country || country == entity.home);
}

bool NounReader::is_anaphoric(const Mention& noun, Definiteness definiteness) const {
  const bool ranked = is_ranked(noun);
  for (const std::uint32_t c : syntax_.children(noun.head)) {
    const std::string_view relation = syntax_.relation(c);
    const std::string& full = document_.tokens[c].deprel;
    // "these sanctions, which ...", "the company, which ...", "the carrier, founded in 2004, ..."
    if (relation == "acl" && follows_comma(noun.head, c) && is_somebody(noun)) continue;
    if (full == "acl:relcl" && (definiteness == Definiteness::Demonstrative || follows_comma(noun.head, c))) continue;
    // "accused the company of using ...", parsed as if that were part of the noun
    if (relation == "acl" && c > noun.head && is_general_noun(ontology_, lemma(noun.head)) &&
        syntax_.lower(c - 1) == "of")
      continue;
    if (ranked && c < noun.head && (full == "nmod:poss" || is_superlative(c))) continue;
    if (relation == "nummod" || relation == "acl" || relation == "appos" || relation == "conj" || full == "nmod:poss" ||
        (relation == "nmod" && c > noun.head))
      return false;
    const bool ranks = syntax_.has_feature(c, "Degree=Sup") || document_.tokens[c].xpos == "JJS" ||
                       syntax_.has_feature(c, "NumType=Ord");
    if ((relation == "amod" && ranks) || syntax_.lower(c) == "both") return false;
  }
  return syntax_.child(noun.head, "cop") < 0;
}

// What a relative clause adds after a comma does not say which.
bool NounReader::follows_comma(std::uint32_t noun, std::uint32_t clause) const {
  return noun + 1 < clause && document_.form(noun + 1) == ",";
}

bool NounReader::is_somebody(const Mention& noun) const {
  if (noun.classes.empty()) return false;
  const auto agent = [](std::string_view iri) {
    return local_name(iri) == "Organization" || local_name(iri) == "Person";
  };
  const OntologyClass* k = ontology_.find_class(noun.classes.front());
  return k != nullptr && (agent(k->iri) || std::any_of(k->ancestors.begin(), k->ancestors.end(), agent));
}

bool NounReader::is_narrow(const Mention& noun) const {
  return is_somebody(noun) && !is_broad(noun.classes.front());
}

bool NounReader::guesses_trade(const Mention& noun, std::int32_t entity) const {
  const std::string_view trade = trade_of(ontology_, lemma(noun.head));
  const std::set<std::string>& called = called_[static_cast<std::size_t>(entity)];
  return !trade.empty() && std::none_of(called.begin(), called.end(),
                                        [&](const std::string& own) { return trade_of(ontology_, own) == trade; });
}

bool NounReader::says_nothing(const Mention& noun) const {
  return is_general_noun(ontology_, lemma(noun.head)) && !noun.classes.empty() && is_broad(noun.classes.front());
}

bool NounReader::is_short_for(const Mention& noun, const Entity& entity) const {
  if (entity.kind != EntityKind::Named || noun.tokens.size() != 1 || syntax_.has_feature(noun.head, "Number=Plur"))
    return false;
  const std::string word = lemma(noun.head);
  return std::any_of(entity.surface_forms.begin(), entity.surface_forms.end(), [&](const std::string& form) {
    const std::string name = text::lower(form);
    return name.size() > word.size() && name.ends_with(word) && name[name.size() - word.size() - 1] == ' ';
  });
}

double NounReader::fit(const Mention& noun, Definiteness definiteness, const Mention& other,
                       const Agreement& agreement) const {
  const Entity& entity = document_.entities[static_cast<std::size_t>(other.entity)];
  const bool plural = syntax_.has_feature(noun.head, "Number=Plur"),
             demonstrative = definiteness == Definiteness::Demonstrative;
  const bool number_fits = agreement.number == Number::Unknown || (agreement.number == Number::Plural) == plural;
  if (!number_fits) return 0;
  if (other.kind == MentionKind::Nominal && entity.kind != EntityKind::Named && lemma(other.head) == lemma(noun.head))
    return has_other_modifiers(noun, other) ? 0 : 2;
  if (noun.classes.empty() || definiteness == Definiteness::Bare) return 0;
  const std::string& wanted = noun.classes.front();
  if (is_wide(wanted) && !demonstrative) return 0;
  const auto evokes = [&](const std::string& own) { return ontology_.is_a(own, wanted); };
  const bool described =
      std::any_of(entity.classes.begin(), entity.classes.end(), evokes) ||
      (other.kind == MentionKind::Nominal && std::any_of(other.classes.begin(), other.classes.end(), evokes));
  const bool refined = !entity.in_base && entity.kind == EntityKind::Named &&
                       std::any_of(entity.classes.begin(), entity.classes.end(),
                                   [&](const std::string& own) { return ontology_.is_a(wanted, own); });
  const double modifiers = modifier_fit(noun, entity);
  if (modifiers < 0) return 0;
  const double name = name_fit(noun, other.entity);
  if (described) return 1.2 + modifiers + name;
  // What is known as an organization and no more is no court and no council for that.
  if (!described && refined && !is_broad(wanted)) return 0;
  if (refined) return 0.7 + modifiers + name;
  // "these regulations" after export controls: both policies, and pointed at.
  return demonstrative && entity.kind != EntityKind::Concept && is_related(entity.classes, wanted) ? 0.8 + modifiers
                                                                                                   : 0;
}

// A modifier of the later noun that the earlier does not have: another thing.
bool NounReader::has_other_modifiers(const Mention& noun, const Mention& other) const {
  for (std::uint32_t t = noun.tokens.begin; t < noun.head; ++t) {
    if (document_.tokens[t].upos == Upos::PUNCT) continue;
    bool found = false;
    for (std::uint32_t o = other.tokens.begin; o < other.head && !found; ++o) found = lemma(o) == lemma(t);
    if (!found) return true;
  }
  return false;
}

bool NounReader::is_of_state(std::int32_t entity) const {
  const auto of_state = [](std::string_view iri) {
    return local_name(iri) == "GovernmentBody" || local_name(iri) == "ArmedForce";
  };
  const Entity& e = document_.entities[static_cast<std::size_t>(entity)];
  return std::any_of(e.classes.begin(), e.classes.end(), [&](const std::string& c) {
    const OntologyClass* k = ontology_.find_class(c);
    return k != nullptr && (of_state(k->iri) || std::any_of(k->ancestors.begin(), k->ancestors.end(), of_state));
  });
}

// What else the text calls the entity: by this noun; by one of its trade, or by one of another; by none that would
// tell.
double NounReader::name_fit(const Mention& noun, std::int32_t entity) const {
  const std::string word = lemma(noun.head);
  const std::set<std::string>& called = called_[static_cast<std::size_t>(entity)];
  const bool general = is_general_noun(ontology_, word);
  if (called.contains(word)) return general ? kSameGeneral : kSameNoun;
  if (document_.entities[static_cast<std::size_t>(entity)].kind == EntityKind::Unnamed &&
      local_name(noun.classes.front()) == "Person")
    return kExcluded;  // other people
  // "The group", "the school": no ministry and no navy.
  if (!noun.classes.empty() && local_name(noun.classes.front()) == "Organization" && is_of_state(entity))
    return kExcluded;
  if (general) return 0;
  if (is_part_noun(ontology_, word)) return kExcluded;
  const std::string& xpos = document_.tokens[noun.head].xpos;
  if (xpos.starts_with("NNP") && local_name(noun.classes.front()) == "Person") return kExcluded;  // "the President"
  if (const std::string_view trade = trade_of(ontology_, word); !trade.empty()) {
    bool other = false;
    for (const std::string& own : called) {
      const std::string_view theirs = trade_of(ontology_, own);
      if (theirs == trade) return kSameNoun;
      other = other || !theirs.empty();
    }
    if (word == "government" || word == "administration") return kExcluded;  // no other body of the state is that
    return other ? kOtherTrade : kUnsupported;
  }
  // "The commission" is not just any body of a state.
  if (!noun.classes.empty() && local_name(noun.classes.front()) == "GovernmentBody") return kExcluded;
  if (noun.classes.empty() || !is_broad(noun.classes.front())) return 0;
  return local_name(noun.classes.front()) == "Person" ? kUnsupportedPerson : kUnsupported;
}

// Modifiers must agree with what is known of the entity: its country speaks for it, any other country against it, and
// so does an adjective of which nothing is known. Negative: no match.
double NounReader::modifier_fit(const Mention& noun, const Entity& entity) const {
  double score = 0;
  const bool ranked = is_ranked(noun);
  for (std::uint32_t t = noun.tokens.begin; t < noun.head; ++t) {
    const Upos upos = document_.tokens[t].upos;
    if (ranked && is_superlative(t)) continue;
    if (named_at_[t] >= 0) {
      const Mention& name = document_.mentions[static_cast<std::size_t>(named_at_[t])];
      const std::string& country = name.attributive;
      if (is_origin(t) || (country.empty() && is_seat(noun, name))) continue;
      if (country.empty()) return -1;
      const bool known = entity.in_base ? !entity.home.empty() : !entity.country.empty();
      if (known && entity.country != country && entity.home != country) return -1;
      score = known ? kItsCountry : kSomeCountry;
    } else if (is_origin(t)) {
      continue;
    } else if ((upos == Upos::ADJ || upos == Upos::VERB) && !is_hyphenated(t)) {
      return -1;
    }
  }
  return score;
}

// "The Norvik startup": a city or a state before a noun for a firm is where it is.
bool NounReader::is_seat(const Mention& noun, const Mention& name) const {
  const auto is_place = [&](const std::string& iri) {
    const OntologyClass* k = ontology_.find_class(iri);
    return k != nullptr && std::any_of(k->ancestors.begin(), k->ancestors.end(),
                                       [](const std::string& a) { return local_name(a) == "Place"; });
  };
  const bool firm = local_name(noun.classes.front()) == "Company" || says_nothing(noun);
  if (!firm || name.entity < 0) return false;
  const std::vector<std::string>& classes = document_.entities[static_cast<std::size_t>(name.entity)].classes;
  return std::any_of(classes.begin(), classes.end(), is_place);
}

// "The two-year-old firm", "the loss-making firm": what nobody has said before may be said of whomever.
bool NounReader::is_hyphenated(std::uint32_t t) const {
  return document_.form(t).find('-') != std::string_view::npos || (t > 0 && document_.form(t - 1) == "-");
}

// "Lisbon-based", "Acme-backed", "Ostia-listed", in one token or in several.
bool NounReader::is_origin(std::uint32_t t) const {
  const auto ends = [&](std::uint32_t at) {
    const std::string form = syntax_.lower(at);
    return std::any_of(kOrigins.begin(), kOrigins.end(), [&](std::string_view word) {
      return form == word ||
             (form.ends_with(word) && form.size() > word.size() && form[form.size() - word.size() - 1] == '-');
    });
  };
  if (ends(t)) return true;
  for (std::uint32_t at = t + 1; at < document_.tokens.size() && at <= t + 3; ++at) {
    if (document_.form(at) == "-") return at + 1 < document_.tokens.size() && ends(at + 1);
    if (named_at_[at] < 0) return ends(at);
  }
  return false;
}

// Of one family that is not that of agents: laws and restrictions are policies.
bool NounReader::is_related(const std::vector<std::string>& classes, const std::string& wanted) const {
  const OntologyClass* w = ontology_.find_class(wanted);
  if (w == nullptr) return false;
  const auto is_agent = [](const std::string& iri) { return local_name(iri) == "Agent"; };
  return std::any_of(w->ancestors.begin(), w->ancestors.end(), [&](const std::string& family) {
    const OntologyClass* f = ontology_.find_class(family);
    if (f == nullptr || is_agent(family) || std::any_of(f->ancestors.begin(), f->ancestors.end(), is_agent))
      return false;
    return std::any_of(classes.begin(), classes.end(), [&](const std::string& c) { return ontology_.is_a(c, family); });
  });
}

}  // namespace triplewright::nlp
