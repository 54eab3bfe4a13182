#include "link/cluster.h"

#include <algorithm>
#include <map>

#include "link/label.h"
#include "link/noun_link.h"
#include "link/objections.h"
#include "text/marks.h"

namespace triplewright::link {

namespace {

struct Merger {
  const Document& document;
  const text::Syntax& syntax;
  const Kinds& kinds;
  const EntityBase& base;
  std::vector<NameGroup> groups;
  // Of each group, since every pair of groups is compared: the words of its name, and what the base says of it.
  struct Known {
    std::vector<std::string> words;
    std::int64_t record = -1;
  };
  std::vector<Known> known = {};

  // --- equal names -------------------------------------------------------------------------------

  // "visits Kyiv", "a flight to Kyiv": only a place is gone to.
  [[nodiscard]] bool names_motion(std::uint32_t t) const {
    const std::string& lemma = syntax.token(t).lemma;
    return text::has_mark(kinds.ontology(), lemma, PartOfSpeech::Verb, "Motion") ||
           text::has_mark(kinds.ontology(), lemma, PartOfSpeech::Noun, "Motion");
  }

  // "in Washington" is the city; who acts, owns, is blamed or dealt with is the country.
  [[nodiscard]] bool stands_for_government(const Mention& m) const {
    const std::uint32_t head = syntax.first_conjunct(m.head);
    const std::string_view relation = syntax.relation(head);
    const std::int32_t above = syntax.token(head).head;
    if (relation == "obj" && above >= 0 && names_motion(static_cast<std::uint32_t>(above))) return false;
    if (relation == "nsubj" || relation == "obj" || relation == "iobj") return true;
    if (syntax.token(head).deprel == "nmod:poss") return true;
    if (above < 0) return false;
    const auto governor = static_cast<std::uint32_t>(above);
    if (relation == "compound" || relation == "amod") {
      if (syntax.token(governor).upos == Upos::PROPN) return false;  // "the Lisbon Book Fair"
      const Kind kind = kinds.kind_of(noun_classes(kinds.ontology(), {syntax.token(governor).lemma}));
      return kind == Kind::Policy || kind == Kind::Person || kind == Kind::Group || kind == Kind::Organization;
    }
    if (relation != "obl" && relation != "nmod") return false;
    const std::string preposition = syntax.preposition(head);
    if (preposition == "by" || preposition == "with" || preposition == "against" || preposition == "between")
      return true;
    const bool moves = names_motion(governor);
    return (preposition == "to" || preposition == "from") && !moves;
  }

  // A capital that may stand for its country: by an alias of the country, or a fact of the city.
  struct Capital {
    std::int64_t city = -1, country = -1;
  };

  [[nodiscard]] Capital capital(const std::vector<EntityCandidate>& candidates) const {
    Capital found;
    for (const EntityCandidate& c : candidates) {
      const EntityRecord& r = base.record(c.record);
      if (found.country < 0 && kinds.any_is_a(r.classes, kinds.country()))
        found.country = c.record;
      else if (found.city < 0 && kinds.any_is_a(r.classes, kinds.city()))
        found.city = c.record;
    }
    if (found.city < 0) return {};
    // "Victoria" is a state before it is the capital of a small country.
    const auto region = [&](const EntityCandidate& c) {
      const auto& classes = base.record(c.record).classes;
      return c.prior > 0.9 && kinds.kind_of(classes) == Kind::Place && !kinds.any_is_a(classes, kinds.city()) &&
             !kinds.any_is_a(classes, kinds.country());
    };
    if (std::any_of(candidates.begin(), candidates.end(), region)) return {};
    if (found.country >= 0) return found;
    for (const auto& [property, object] : base.record(static_cast<std::uint32_t>(found.city)).facts) {
      if (property.ends_with("capitalOf")) found.country = base.find(object);
    }
    for (const EntityCandidate& c : candidates) {  // "Brussels" is the seat of more than Belgium
      for (const auto& [property, object] : base.record(c.record).facts) {
        const std::int64_t of = property.ends_with("jurisdiction") ? base.find(object) : -1;
        const bool union_of_countries =
            of >= 0 && !kinds.any_is_a(base.record(static_cast<std::uint32_t>(of)).classes, kinds.country());
        if (union_of_countries) found.country = of;
      }
    }
    return found.country < 0 ? Capital{} : found;
  }

  void group_equal() {
    const Objections objections(document, syntax, kinds, base);
    std::map<std::string, std::size_t> by_key;
    for (std::uint32_t i = 0; i < document.mentions.size(); ++i) {
      const Mention& m = document.mentions[i];
      if (m.kind != MentionKind::Named) continue;
      const std::string surface(document.text(m.tokens));
      const std::string core = strip_legal_form(normalize_label(surface));
      std::string key = core;
      std::int64_t record = -1;
      if (!m.attributive.empty()) {
        record = base.find(m.attributive);
        key = m.attributive;
      } else if (const auto candidates = base.candidates(surface); !candidates.empty()) {
        const Capital place = capital(candidates);
        if (place.city >= 0 && objections.against_place(m, base.record(static_cast<std::uint32_t>(place.city)))) {
          key += " elsewhere";  // "Kabul province" is neither the city nor the government
        } else if (place.city >= 0) {
          record = stands_for_government(m) ? place.country : place.city;
          key = base.record(static_cast<std::uint32_t>(record)).iri;
        }
      }
      // Mixed case and capitals are different names of a kind: "Arm" is not "ARM" unless the base says so.
      const auto [it, inserted] = by_key.try_emplace(key, groups.size());
      if (inserted) {
        groups.emplace_back().full = core;
        groups.back().record = record;
        groups.back().fixed = record >= 0;
      }
      NameGroup& group = groups[it->second];
      group.mentions.push_back(i);
      if (std::find(group.forms.begin(), group.forms.end(), surface) == group.forms.end())
        group.forms.push_back(surface);
    }
  }

  /// "Lugg, Instacart, DoorDash": the one kind of the known names that a name is listed with, if of two or more.
  [[nodiscard]] Kind kind_of_others(const Mention& m) const {
    const std::uint32_t first = syntax.first_conjunct(m.head);
    Kind kind = Kind::Other;
    std::size_t listed = 0;
    for (const Mention& other : document.mentions) {
      if (other.kind != MentionKind::Named || other.head == m.head || syntax.first_conjunct(other.head) != first)
        continue;
      const auto candidates = base.candidates(document.text(other.tokens));
      if (candidates.empty() || candidates.front().prior < 0.9) continue;
      const Kind found = record_kind(candidates.front().record);
      if (listed > 0 && found != kind) return Kind::Other;
      kind = found;
      ++listed;
    }
    return listed > 1 ? kind : Kind::Other;
  }

  void weigh() {
    const auto nominals = nominal_heads(document);
    for (NameGroup& group : groups) {
      // The recognizer makes the same mistake again: its second word for a type counts half, its third a third.
      std::map<NameType, int> times;
      for (const std::uint32_t i : group.mentions) {
        const Mention& m = document.mentions[i];
        group.evidence.add(mention_evidence(document, syntax, kinds, nominals, m, 1.0 / ++times[m.type]), 1.0);
        if (const Kind kind = kind_of_others(m); kind != Kind::Other)
          group.evidence.kinds[static_cast<std::size_t>(kind)] += 0.8;
      }
      group.kind = group.evidence.best();
      Known& k = known.emplace_back();
      for (const std::string_view word : words(group.full)) k.words.emplace_back(word);
      k.record = look_up(group);
    }
  }

  [[nodiscard]] const Known& known_of(const NameGroup& group) const {
    return known[static_cast<std::size_t>(&group - groups.data())];
  }

  // --- different names ---------------------------------------------------------------------------

  void merge(std::size_t into, std::size_t from) {
    NameGroup& a = groups[into];
    NameGroup& b = groups[from];
    a.mentions.insert(a.mentions.end(), b.mentions.begin(), b.mentions.end());
    std::sort(a.mentions.begin(), a.mentions.end());
    for (auto& form : b.forms) {
      if (std::find(a.forms.begin(), a.forms.end(), form) == a.forms.end()) a.forms.push_back(std::move(form));
    }
    // The full name of an organization outweighs short ones that were misread.
    if (a.kind != Kind::Organization || !is_guess(b)) a.evidence.add(b.evidence, 1.0);
    a.kind = a.evidence.best();
    b = NameGroup{};
  }

  // What the base says of the group's name by itself, or -1.
  [[nodiscard]] std::int64_t own_record(const NameGroup& group) const { return known_of(group).record; }

  [[nodiscard]] std::int64_t look_up(const NameGroup& group) const {
    if (group.record >= 0) return group.record;
    const auto candidates = base.candidates(group.forms.front());
    return candidates.empty() || candidates.front().prior < 0.6 ? -1
                                                                : static_cast<std::int64_t>(candidates.front().record);
  }

  [[nodiscard]] Kind record_kind(std::int64_t record) const {
    return record < 0 ? Kind::Other : kinds.kind_of(base.record(static_cast<std::uint32_t>(record)).classes);
  }

  // "Semiconductor Manufacturing International Corp. (SMIC)", "SMIC (Semiconductor ...)"
  [[nodiscard]] bool in_parenthesis_after(const NameGroup& a, const NameGroup& b) const {
    for (const std::uint32_t i : a.mentions) {
      const Span first = document.mentions[i].tokens;
      for (const std::uint32_t j : b.mentions) {
        const Span second = document.mentions[j].tokens;
        if (second.begin == first.end + 1 && document.form(first.end) == "(" && second.end < document.tokens.size() &&
            document.form(second.end) == ")")
          return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool acronym_pair(const NameGroup& shorter, const NameGroup& longer) const {
    if (known_of(longer).words.size() < 2 || longer.fixed) return false;
    const bool initials = std::any_of(longer.forms.begin(), longer.forms.end(),
                                      [&](const std::string& f) { return abbreviates(shorter.forms.front(), f); });
    return initials || in_parenthesis_after(longer, shorter) || in_parenthesis_after(shorter, longer);
  }

  /// "Keller is married to Maria Keller": who is first named in full after the short name, in one sentence, is another.
  [[nodiscard]] bool introduced_beside(const NameGroup& shorter, const NameGroup& longer) const {
    const Mention& full = document.mentions[longer.mentions.front()];
    return std::any_of(shorter.mentions.begin(), shorter.mentions.end(), [&](std::uint32_t i) {
      const Mention& part = document.mentions[i];
      return part.tokens.begin < full.tokens.begin &&
             document.sentence_of(part.tokens.begin) == document.sentence_of(full.tokens.begin);
    });
  }

  [[nodiscard]] bool person_pair(const NameGroup& shorter, const NameGroup& longer) const {
    const auto &part = known_of(shorter).words, &full = known_of(longer).words;
    if (full.size() < 2 || full.size() > 4) return false;
    if (full.back() != part.front() && full.front() != part.front()) return false;
    if (longer.kind != Kind::Person && record_kind(own_record(longer)) != Kind::Person) return false;
    const std::int64_t own = own_record(shorter);
    if (own >= 0 && record_kind(own) != Kind::Person && shorter.kind != Kind::Person) return false;
    // "Viessmann Group" is not Martin Viessmann
    const bool company = std::any_of(shorter.forms.begin(), shorter.forms.end(), [](const std::string& form) {
      const std::string name = normalize_label(form);
      return strip_legal_form(name) != name && !name.starts_with("the ");
    });
    if (company) return false;
    if (introduced_beside(shorter, longer)) return false;
    if (full.back() == part.front()) return true;
    // Family name first ("Ren Zhengfei"), or a given name alone.
    return full.front() == part.front() && shorter.kind != Kind::Organization && shorter.kind != Kind::Place &&
           shorter.mentions.front() > longer.mentions.front();
  }

  /// The recognizer alone says of what kind it is: a weak witness for the short name of an organization.
  [[nodiscard]] static bool is_guess(const NameGroup& group) {
    return (group.kind == Kind::Place || group.kind == Kind::Person) &&
           group.evidence.kinds[static_cast<std::size_t>(group.kind)] <= static_cast<double>(group.mentions.size());
  }

  /// Some person of several names is called so: "Keller" beside "Maria Keller".
  [[nodiscard]] bool is_family_name(const std::string& word) const {
    return std::any_of(groups.begin(), groups.end(), [&](const NameGroup& g) {
      const auto& full = known_of(g).words;
      return !g.mentions.empty() && g.kind == Kind::Person && full.size() > 1 && full.back() == word;
    });
  }

  /// Every form of the name ends with a legal form: it is a full name and short for nothing.
  [[nodiscard]] static bool is_full_name(const NameGroup& group) {
    return std::all_of(group.forms.begin(), group.forms.end(), [](const std::string& form) {
      const std::string name = normalize_label(form);
      return is_legal_form(name.substr(name.rfind(' ') + 1));
    });
  }

  /// "Acme Europe is a unit of Acme", "Acme Europe, a unit of Acme": nothing is anything of itself.
  [[nodiscard]] bool is_of(const NameGroup& one, const NameGroup& other) const {
    for (const std::uint32_t i : other.mentions) {
      const std::uint32_t head = syntax.first_conjunct(document.mentions[i].head);
      const std::int32_t noun = syntax.token(head).head;
      if (noun < 0 || (syntax.relation(head) != "nmod" && syntax.token(head).deprel != "nmod:poss")) continue;
      const std::int64_t above = syntax.token(static_cast<std::uint32_t>(noun)).head;
      const bool appositive = syntax.relation(static_cast<std::uint32_t>(noun)) == "appos";
      for (const std::uint32_t j : one.mentions) {
        const std::uint32_t name = document.mentions[j].head;
        if (appositive && above == name) return true;
        if (syntax.relation(name) == "nsubj" && syntax.token(name).head == noun) return true;
      }
    }
    return false;
  }

  /// The first mention beneath the headlines, which have short names before the long ones.
  [[nodiscard]] std::uint32_t first_in_text(const NameGroup& group) const {
    for (const std::uint32_t i : group.mentions) {
      const Sentence& sentence = document.sentences[document.sentence_of(document.mentions[i].tokens.begin)];
      if (document.article.blocks[sentence.block].kind == BlockKind::Paragraph) return i;
    }
    return group.mentions.front();
  }

  [[nodiscard]] bool short_name_pair(const NameGroup& shorter, const NameGroup& longer) const {
    const auto &part = known_of(shorter).words, &full = known_of(longer).words;
    if (part.size() >= full.size() || longer.fixed || is_full_name(shorter) || is_of(longer, shorter)) return false;
    const bool begins = std::equal(part.begin(), part.end(), full.begin());
    if (!begins && !std::equal(part.rbegin(), part.rend(), full.rbegin())) return false;
    const std::int64_t own = own_record(shorter), theirs = own_record(longer);
    if (own >= 0 && theirs >= 0 && own != theirs) return false;
    const bool organization = longer.kind == Kind::Organization || record_kind(theirs) == Kind::Organization;
    const bool unnamed = own < 0 || record_kind(own) == Kind::Organization;
    const bool misread = organization && begins && unnamed && is_guess(shorter) && !is_family_name(part.back());
    const Kind kind = misread ? Kind::Other : shorter.kind;
    if (kind == Kind::Place || kind == Kind::Person || record_kind(own) == Kind::Place || longer.kind == Kind::Person)
      return false;
    if (begins) {
      const bool droppable =
          std::all_of(full.begin() + static_cast<std::ptrdiff_t>(part.size()), full.end(), is_droppable);
      if (droppable) return longer.kind == Kind::Organization || longer.kind == Kind::Other || own == theirs;
      // of one that the base has, whatever the recognizer took the short name for: "Novo Nordisk", "Novo"
      const bool organizations = longer.kind == Kind::Organization && (!misread || theirs >= 0) &&
                                 (shorter.kind == Kind::Organization || shorter.kind == Kind::Other || theirs >= 0);
      return own < 0 && organizations && first_in_text(longer) < first_in_text(shorter);
    }
    // "Huawei Mate 60" and "Mate 60": the maker's name before it.
    std::string maker;
    for (std::size_t i = 0; i + part.size() < full.size(); ++i) maker += (maker.empty() ? "" : " ") + full[i];
    const bool maker_known = std::any_of(groups.begin(), groups.end(), [&](const NameGroup& g) {
      return !g.mentions.empty() && g.full == maker &&
             (g.kind == Kind::Organization || record_kind(own_record(g)) == Kind::Organization);
    });
    return maker_known && shorter.kind != Kind::Organization;
  }

  // Merges each name that may be short into the one longer name that it can stand for.
  template <typename Short, typename Pair>
  void merge_pairs(Short may_be_short, Pair pair) {
    for (std::size_t s = 0; s < groups.size(); ++s) {
      if (groups[s].mentions.empty() || groups[s].fixed || !may_be_short(groups[s])) continue;
      std::vector<std::size_t> longer;
      for (std::size_t l = 0; l < groups.size(); ++l) {
        if (l != s && !groups[l].mentions.empty() && pair(groups[s], groups[l])) longer.push_back(l);
      }
      if (longer.size() == 1) merge(longer.front(), s);
    }
  }
};

}  // namespace

std::vector<NameGroup> group_names(const Document& document, const text::Syntax& syntax, const Kinds& kinds,
                                   const EntityBase& base) {
  Merger merger{document, syntax, kinds, base, {}, {}};
  merger.group_equal();
  merger.weigh();
  const auto acronym = [](const NameGroup& g) { return is_acronym(g.forms.front()); };
  const auto words = [&](const NameGroup& g) { return merger.known_of(g).words.size(); };
  merger.merge_pairs(acronym, [&](const auto& s, const auto& l) { return merger.acronym_pair(s, l); });
  merger.merge_pairs([&](const NameGroup& g) { return words(g) > 0; },
                     [&](const auto& s, const auto& l) { return merger.short_name_pair(s, l); });
  merger.merge_pairs([&](const NameGroup& g) { return words(g) == 1 && !acronym(g); },
                     [&](const auto& s, const auto& l) { return merger.person_pair(s, l); });
  std::erase_if(merger.groups, [](const NameGroup& g) { return g.mentions.empty(); });
  return std::move(merger.groups);
}

}  // namespace triplewright::link
