#include "link/objections.h"

#include <algorithm>
#include <array>

#include "link/label.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::link {

namespace {

constexpr std::size_t kFarthest = 4;  // steps from a place to what it lies in
constexpr double kAlias = 0.8;        // priors below it are of names that are not the usual one

bool starts_with_capital(std::string_view form) {
  std::size_t at = 0;
  return !form.empty() && text::is_upper(text::decode(form, at));
}

bool is_region(const Kinds& kinds, const std::vector<std::string>& classes) {
  return std::any_of(classes.begin(), classes.end(), [&](const std::string& c) {
    const std::size_t at = c.find_last_of("#/");
    return c.substr(at + 1) == "AdministrativeRegion" && kinds.kind_of(c) == Kind::Place;
  });
}

}  // namespace

bool is_called_region(const Document& document, const text::Syntax& syntax, const Kinds& kinds, const Mention& name) {
  // Cities have these parts themselves: "the Kabul district of Qala".
  constexpr std::array<std::string_view, 5> kParts = {"district", "borough", "ward", "municipality", "commune"};
  const auto region_noun = [&](std::uint32_t t) {
    const Token& token = document.tokens[t];
    const std::string noun = text::lower(token.lemma);
    return (token.upos == Upos::NOUN || token.upos == Upos::PROPN) &&
           std::find(kParts.begin(), kParts.end(), noun) == kParts.end() &&
           is_region(kinds, noun_classes(kinds.ontology(), {noun}));
  };
  const std::uint32_t first = syntax.first_conjunct(name.head);
  if (syntax.relation(first) == "nmod" && syntax.preposition(first) == "of" &&
      region_noun(static_cast<std::uint32_t>(document.tokens[first].head)))
    return true;
  const std::int32_t above = document.tokens[first].head;
  const bool modifies = above > static_cast<std::int32_t>(name.head) && syntax.child(first, "case") < 0;
  return modifies && region_noun(static_cast<std::uint32_t>(above));
}

Objections::Objections(const Document& document, const text::Syntax& syntax, const Kinds& kinds, const EntityBase& base)
    : document_(document), syntax_(syntax), kinds_(kinds), base_(base), at_(document.tokens.size(), -1) {
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    const Mention& m = document.mentions[i];
    if (m.kind != MentionKind::Named) continue;
    for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) at_[t] = static_cast<std::int32_t>(i);
  }
}

bool Objections::against(const NameGroup& group, const EntityCandidate& candidate) const {
  const EntityRecord& r = base_.record(candidate.record);
  const Kind kind = kinds_.kind_of(r.classes);
  if (lacks_possessive(group, r) || names_a_model(group, r) || stands_for_other_words(group, r)) return true;
  const auto some = [&](auto objects) {
    return std::any_of(group.mentions.begin(), group.mentions.end(),
                       [&](std::uint32_t m) { return objects(document_.mentions[m]); });
  };
  if (is_surname(group, candidate)) return true;
  if (kind == Kind::Person) return some([&](const Mention& m) { return is_case(m); });
  if (kind == Kind::Organization) {
    if (lacks_article(group, r)) return true;
    const bool company = kinds_.any_is_a(r.classes, kinds_.company());
    if ((!company || candidate.prior < kAlias) && some([&](const Mention& m) { return of_longer_name(m); }))
      return true;
    const bool branch = std::all_of(group.mentions.begin(), group.mentions.end(),
                                    [&](std::uint32_t m) { return is_branch(document_.mentions[m], r); });
    return !company && (branch || some([&](const Mention& m) { return abroad(m, r); }));
  }
  return kind == Kind::Place && some([&](const Mention& m) { return against_place(m, r); });
}

bool Objections::against_place(const Mention& m, const EntityRecord& place) const {
  const bool named_for_capital =
      is_country(place) && normalize_label(document_.text(m.tokens)) != normalize_label(place.label);
  const bool no_region = kinds_.any_is_a(place.classes, kinds_.city()) || named_for_capital;
  return is_thing(m) || elsewhere(m, place) || (no_region && is_called_region(document_, syntax_, kinds_, m));
}

/// "McDonald" is no McDonald's: what the base writes with a possessive mark must have one in the article.
bool Objections::lacks_possessive(const NameGroup& group, const EntityRecord& r) const {
  const auto plain = [](std::string_view label) { return without_possessive(label).size() == label.size(); };
  const auto matches = [&](const std::string& label) {
    return plain(label) && std::any_of(group.forms.begin(), group.forms.end(), [&](const std::string& form) {
             return normalize_label(label) == normalize_label(form);
           });
  };
  if (plain(r.label) || std::any_of(r.aliases.begin(), r.aliases.end(), matches)) return false;
  return std::none_of(group.mentions.begin(), group.mentions.end(), [this](std::uint32_t m) {
    const Span tokens = document_.mentions[m].tokens;
    const bool marked = tokens.end < document_.tokens.size() && document_.tokens[tokens.end].xpos == "POS";
    return marked || without_possessive(document_.text(tokens)).size() != document_.text(tokens).size();
  });
}

/// "Hindu festival" is of no newspaper: a name of one word with an article is written with it, unless the recognizer
/// takes the bare word for an organization that stands by itself.
bool Objections::lacks_article(const NameGroup& group, const EntityRecord& r) const {
  if (!r.label.starts_with("The ") || r.label.find(' ', 4) != std::string::npos) return false;
  const std::string bare = normalize_label(r.label.substr(4));
  return std::all_of(group.mentions.begin(), group.mentions.end(), [&](std::uint32_t i) {
    const Mention& m = document_.mentions[i];
    if (normalize_label(document_.text(m.tokens)) != bare) return false;
    if (m.tokens.begin > 0 && syntax_.lower(m.tokens.begin - 1) == "the") return false;
    const std::string_view relation = syntax_.relation(m.head);
    return m.type != NameType::Organization || relation == "amod" || relation == "compound";
  });
}

/// "RTX 2060": capitals before a number name a model, not the company that they abbreviate.
bool Objections::names_a_model(const NameGroup& group, const EntityRecord& r) const {
  if (is_acronym(r.label) || kinds_.kind_of(r.classes) != Kind::Organization) return false;
  return std::all_of(group.mentions.begin(), group.mentions.end(), [this](std::uint32_t m) {
    const Span tokens = document_.mentions[m].tokens;
    return is_acronym(document_.text(tokens)) && tokens.end < document_.tokens.size() &&
           document_.tokens[tokens.end].upos == Upos::NUM;
  });
}

/// "Wagner added", "the town of Greer": one word that is not the usual name, for what everything says is of another
/// kind.
bool Objections::is_surname(const NameGroup& group, const EntityCandidate& candidate) const {
  const Kind kind = kinds_.kind_of(base_.record(candidate.record).classes), best = group.evidence.best();
  const bool crosses =
      (kind == Kind::Organization && best == Kind::Person) || (kind == Kind::Person && best == Kind::Place);
  if (!crosses || candidate.prior >= kAlias || candidate.is_acronym) return false;
  const auto votes = [&](Kind of) { return group.evidence.kinds[static_cast<std::size_t>(of)]; };
  const bool one_word = std::all_of(group.forms.begin(), group.forms.end(),
                                    [](const std::string& form) { return form.find(' ') == std::string::npos; });
  const bool plural = std::any_of(group.mentions.begin(), group.mentions.end(), [this](std::uint32_t m) {
    return syntax_.has_feature(document_.mentions[m].head, "Number=Plur");
  });
  const bool recognized = std::any_of(group.mentions.begin(), group.mentions.end(), [&](std::uint32_t m) {
    return document_.mentions[m].type == (best == Kind::Person ? NameType::Person : NameType::Location);
  });
  // "Norvik" of "Norvik Technologies" is its everyday name
  const std::string label = normalize_label(base_.record(candidate.record).label);
  const std::vector<std::string_view> full = words(label);
  const bool everyday = full.size() > 1 && std::all_of(full.begin() + 1, full.end(), is_droppable);
  return recognized && one_word && !plural && !everyday && votes(best) >= 1.0 && votes(kind) < 0.5;
}

/// "Scott v. Harris": the parties of a case are not who is best known by the surname.
bool Objections::is_case(const Mention& m) const {
  const auto versus = [&](std::uint32_t t) {
    const std::string_view form = document_.form(t);
    return form == "v." || form == "v" || form == "vs.";
  };
  if (m.tokens.size() > 1 || m.type == NameType::Organization) return false;
  const Span sentence = document_.sentences[document_.sentence_of(m.tokens.begin)].tokens;
  return (m.tokens.begin > sentence.begin && versus(m.tokens.begin - 1)) ||
         (m.tokens.end < sentence.end && versus(m.tokens.end));
}

/// "Sky News Australia": a place after the name of an outlet makes it another outlet.
bool Objections::is_branch(const Mention& m, const EntityRecord& r) const {
  const std::string home = country(r);
  const Mention* next = m.tokens.end < document_.tokens.size() ? mention_at(m.tokens.end) : nullptr;
  if (next == nullptr || home.empty() || next == &m) return false;
  const std::int32_t above = document_.tokens[next->head].head;
  const std::string_view relation = syntax_.relation(next->head);
  if (above < 0 || !m.tokens.contains(static_cast<std::uint32_t>(above)) || syntax_.child(next->head, "case") >= 0 ||
      (relation != "flat" && relation != "compound" && relation != "appos" && relation != "nmod"))
    return false;
  const auto found = places(*next);
  return !found.empty() && std::none_of(found.begin(), found.end(), [&](std::int64_t p) {
    return around(base_.record(static_cast<std::uint32_t>(p))).contains(home);
  });
}

/// "the Federal Investigation Agency (FIA)": the article spells out the acronym, and not as the base does.
bool Objections::stands_for_other_words(const NameGroup& group, const EntityRecord& r) const {
  const auto spelled_out = [](const std::string& name) { return words(normalize_label(name)).size() > 1; };
  if (std::none_of(group.forms.begin(), group.forms.end(), is_acronym) ||
      std::none_of(group.forms.begin(), group.forms.end(), spelled_out))
    return false;
  std::set<std::string> own;
  std::vector<std::string> labels = r.aliases;
  labels.push_back(r.label);
  for (const std::string& label : labels) {
    if (!spelled_out(label)) continue;
    const std::string normalized = normalize_label(label);
    for (const std::string_view word : words(normalized)) own.emplace(word);
  }
  if (own.empty()) return false;
  return std::all_of(group.forms.begin(), group.forms.end(), [&](const std::string& form) {
    if (!spelled_out(form)) return true;
    const std::string normalized = normalize_label(form);
    const auto parts = words(normalized);
    const auto shared = std::count_if(parts.begin(), parts.end(),
                                      [&](std::string_view w) { return w.size() > 3 && own.contains(std::string(w)); });
    return shared == 0;
  });
}

/// "the aircraft carrier Aurora", "Hurricane Florence": the noun before the name makes it a thing or an event.
bool Objections::is_thing(const Mention& m) const {
  return std::any_of(document_.mentions.begin(), document_.mentions.end(), [&](const Mention& noun) {
    if (noun.kind != MentionKind::Nominal || noun.tokens.end != m.tokens.begin || noun.classes.empty()) return false;
    const Kind kind = kinds_.kind_of(noun.classes.front());
    const std::int32_t above = document_.tokens[noun.head].head;
    const bool one = above >= 0 && m.tokens.contains(static_cast<std::uint32_t>(above));
    const bool under = document_.tokens[m.head].head == static_cast<std::int32_t>(noun.head);
    return (one || under) && (kind == Kind::Offering || kind == Kind::Event);
  });
}

/// "the Christian Democrats", "the Peoples' Democratic Party": a name goes before it that is part of it.
bool Objections::of_longer_name(const Mention& m) const {
  if (m.tokens.begin <= document_.sentences[document_.sentence_of(m.tokens.begin)].tokens.begin) return false;
  std::uint32_t before = m.tokens.begin - 1;
  const bool possessive = document_.tokens[before].xpos == "POS" && before > 0;
  if (possessive) --before;
  const Token& token = document_.tokens[before];
  const auto inside = [&](std::int32_t t) { return t >= 0 && m.tokens.contains(static_cast<std::uint32_t>(t)); };
  // "Social Democrats", but "a Republican Senate"
  const bool adjective = token.upos == Upos::ADJ && syntax_.has_feature(m.head, "Number=Plur") &&
                         before > document_.sentences[document_.sentence_of(before)].tokens.begin;
  const Mention* other = mention_at(before);
  const bool stands_alone = other != nullptr && (other->type == NameType::Person || !other->attributive.empty() ||
                                                 !base_.candidates(document_.text(other->tokens)).empty());
  return !stands_alone && (token.upos == Upos::PROPN || adjective) && starts_with_capital(document_.form(before)) &&
         inside(token.head) && !is_person_title(kinds_, syntax_.lower(before));
}

/// "the Canadian House of Commons", "the Supreme Court of India", "the Michigan Senate": of another country than the
/// body of that name in the base, or of a part of it.
bool Objections::abroad(const Mention& m, const EntityRecord& r) const {
  const std::string home = country(r);
  if (home.empty()) return false;
  const bool public_body = std::any_of(r.facts.begin(), r.facts.end(),
                                       [](const auto& fact) { return fact.first.ends_with("jurisdiction"); });
  const auto of_another = [&](std::uint32_t token) {
    const Mention* where = mention_at(token);
    if (where == nullptr || where == &m) return false;
    const auto found = places(*where);
    if (found.empty()) return false;
    return std::none_of(found.begin(), found.end(), [&](std::int64_t p) {
      const EntityRecord& place = base_.record(static_cast<std::uint32_t>(p));
      if (place.iri == home || around(r).contains(place.iri)) return true;
      // A part of the country has bodies of its own; an acronym is of the whole.
      const bool part = around(place).contains(home);
      return part && (!public_body || is_acronym(document_.text(m.tokens)));
    });
  };
  // "the state's Senate"
  const auto is_region_noun = [&](std::uint32_t t) {
    return document_.tokens[t].upos == Upos::NOUN &&
           is_region(kinds_, noun_classes(kinds_.ontology(), {text::lower(document_.tokens[t].lemma)}));
  };
  for (const std::uint32_t c : syntax_.children(m.head)) {
    if (m.tokens.contains(c)) continue;
    const std::string_view relation = syntax_.relation(c);
    const bool possessor = document_.tokens[c].deprel == "nmod:poss";
    const bool before = c < m.head && (relation == "amod" || relation == "compound" || possessor ||
                                       (relation == "nmod" && syntax_.child(c, "case") < 0));
    const bool after = c > m.head && relation == "nmod" && syntax_.preposition(c) == "of";
    if ((before || after) && (of_another(c) || (before && public_body && is_region_noun(c)))) return true;
  }
  return false;
}

/// "Victoria, British Columbia", "the Australian state of Victoria": not in the country of the record.
bool Objections::elsewhere(const Mention& m, const EntityRecord& r) const {
  // "New England", "Lake Victoria", unless the base has it
  constexpr std::array<std::string_view, 9> kToponyms = {"new", "fort",  "port",  "lake", "mount",
                                                         "san", "santa", "saint", "st."};
  if (m.tokens.begin > 0 && document_.tokens[m.tokens.begin - 1].upos == Upos::PROPN &&
      std::find(kToponyms.begin(), kToponyms.end(), syntax_.lower(m.tokens.begin - 1)) != kToponyms.end())
    return true;
  const std::string home = country(r);
  const bool whole = is_country(r);  // "Holland, Michigan": a country lies in no region of another
  if (home.empty() && !whole) return false;
  const std::set<std::string> own = around(r);
  const bool in_region = std::any_of(own.begin(), own.end(), [&](const std::string& iri) {
    const std::int64_t found = base_.find(iri);
    return found >= 0 && iri != r.iri && is_region(kinds_, base_.record(static_cast<std::uint32_t>(found)).classes);
  });
  const auto contradicts = [&](const Mention& other) {
    const auto found = places(other);
    return !found.empty() && std::none_of(found.begin(), found.end(), [&](std::int64_t p) {
      const EntityRecord& place = base_.record(static_cast<std::uint32_t>(p));
      // A city of the country whose region the base does not say may lie in any of its regions.
      const bool may_lie = !in_region && around(place).contains(home);
      return own.contains(place.iri) || around(place).contains(r.iri) || may_lie;
    });
  };
  const auto within = [&](const Mention& other) {
    const auto found = places(other);
    return std::any_of(found.begin(), found.end(), [&](std::int64_t p) {
      const EntityRecord& place = base_.record(static_cast<std::uint32_t>(p));
      return is_country(place) ? !whole : is_region(kinds_, place.classes);
    });
  };
  const std::uint32_t comma = m.tokens.end;
  if (comma + 1 < document_.tokens.size() && document_.form(comma) == ",") {
    const Mention* next = mention_at(comma + 1);
    // In a list of places none lies within the one before it; "In Riyadh, India's prime minister" begins a clause.
    const auto part_of_phrase = [&](const Mention& other) {
      return document_.tokens[other.head].head > static_cast<std::int32_t>(other.head) &&
             document_.tokens[static_cast<std::size_t>(document_.tokens[other.head].head)].upos != Upos::VERB;
    };
    const bool listed =
        next != nullptr &&
        (syntax_.relation(next->head) == "conj" || part_of_phrase(*next) || syntax_.child(m.head, "cc") >= 0 ||
         (next->tokens.end < document_.tokens.size() && document_.tokens[next->tokens.end].upos == Upos::CCONJ));
    if (next != nullptr && !listed && within(*next) && contradicts(*next)) return true;
  }
  if (whole) return false;
  // A demonym at the noun before the name: "the Australian town of St George".
  const std::int32_t noun =
      syntax_.relation(m.head) == "nmod" && syntax_.preposition(m.head) == "of" ? document_.tokens[m.head].head : -1;
  if (noun < 0) return false;
  const auto n = static_cast<std::uint32_t>(noun);
  if (kinds_.kind_of(noun_classes(kinds_.ontology(), {text::lower(document_.tokens[n].lemma)})) != Kind::Place)
    return false;
  const auto modifiers = syntax_.children(n);
  return std::any_of(modifiers.begin(), modifiers.end(), [&](std::uint32_t c) {
    const Mention* other = c < n ? mention_at(c) : nullptr;
    return other != nullptr && within(*other) && contradicts(*other);
  });
}

const Mention* Objections::mention_at(std::uint32_t token) const {
  return at_[token] < 0 ? nullptr : &document_.mentions[static_cast<std::size_t>(at_[token])];
}

/// What a mention may name among countries, regions and cities.
std::vector<std::int64_t> Objections::places(const Mention& m) const {
  std::vector<std::int64_t> out;
  if (!m.attributive.empty()) {
    if (const std::int64_t found = base_.find(m.attributive); found >= 0) out.push_back(found);
    return out;
  }
  for (const EntityCandidate& c : base_.candidates(document_.text(m.tokens))) {
    if (kinds_.any_is_a(base_.record(c.record).classes, kinds_.general(Kind::Place))) out.push_back(c.record);
  }
  return out;
}

/// The record itself and what it lies in or belongs to.
std::set<std::string> Objections::around(const EntityRecord& r) const {
  std::set<std::string> found{r.iri};
  std::vector<std::string> open{r.iri};
  for (std::size_t step = 0; step < kFarthest && !open.empty(); ++step) {
    std::vector<std::string> next;
    for (const std::string& iri : open) {
      const std::int64_t record = base_.find(iri);
      if (record < 0) continue;
      for (const auto& [property, object] : base_.record(static_cast<std::uint32_t>(record)).facts) {
        const bool lies = property.ends_with("locatedIn") || property.ends_with("headquarteredIn") ||
                          property.ends_with("jurisdiction") || property.ends_with("capitalOf") ||
                          property.ends_with("subsidiaryOf");
        if (lies && found.insert(object).second) next.push_back(object);
      }
    }
    open = std::move(next);
  }
  return found;
}

std::string Objections::country(const EntityRecord& r) const {
  for (const std::string& iri : around(r)) {
    const std::int64_t found = base_.find(iri);
    if (found >= 0 && is_country(base_.record(static_cast<std::uint32_t>(found)))) return iri;
  }
  return {};
}

}  // namespace triplewright::link
