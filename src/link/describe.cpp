#include "link/describe.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "link/label.h"
#include "link/nominals.h"
#include "text/normalize.h"

namespace triplewright::link {

namespace {

// Adjectives that do not tell one policy from another.
constexpr std::array<std::string_view, 26> kEmptyModifiers = {
    "new",       "recent", "latest", "existing",  "current", "additional", "further",       "such",      "certain",
    "other",     "same",   "own",    "various",   "more",    "previous",   "possible",      "potential", "ongoing",
    "so-called", "key",    "major",  "different", "several", "many",       "comprehensive", "stringent"};
constexpr std::array<std::string_view, 8> kDescribingPrepositions = {"on",  "of",   "against", "to",
                                                                     "for", "over", "into",    "with"};
constexpr std::uint32_t kLongestLabel = 12;  // tokens

bool is_empty(std::string_view modifier) {
  return std::find(kEmptyModifiers.begin(), kEmptyModifiers.end(), modifier) != kEmptyModifiers.end();
}

class Describer {
 public:
  Describer(Document& document, const text::Syntax& syntax, const Kinds& kinds, std::string_view base,
            std::string_view hash)
      : document_(document),
        syntax_(syntax),
        kinds_(kinds),
        base_(base),
        hash_(hash),
        mention_at_(document.tokens.size(), -1) {
    for (std::size_t e = 0; e < document.entities.size(); ++e)
      by_iri_.emplace(document.entities[e].iri, static_cast<std::int32_t>(e));
    for (std::size_t i = 0; i < document.mentions.size(); ++i) {
      const Mention& m = document.mentions[i];
      if (m.kind == MentionKind::Named)
        for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) mention_at_[t] = static_cast<std::int32_t>(i);
    }
  }

  void run() {
    for (std::uint32_t i = 0; i < document_.mentions.size(); ++i) {
      Mention& m = document_.mentions[i];
      if (m.kind != MentionKind::Nominal || m.entity >= 0) continue;
      const Kind kind = kinds_.kind_of(m.classes);
      const bool thing = !m.concept_iri.empty() || kind == Kind::Offering || kind == Kind::Sector;
      switch (kind) {
        case Kind::Policy:
        case Kind::Event:
        case Kind::Group:
          unnamed(i, kind);
          break;
        case Kind::Person:
        case Kind::Organization:
        case Kind::Place:
          agent(i, kind);
          break;
        default:
          if (thing)
            topic(i);
          else if (kind == Kind::Other && !m.classes.empty())
            unnamed(i, kind);
      }
    }
  }

 private:
  struct Description {
    std::string label;
    std::vector<std::string> parts;  // discriminating words and names, slugs
    std::string country;
    bool named = false;  // one of the parts is a name
  };

  [[nodiscard]] bool plural(const Mention& m) const { return syntax_.has_feature(m.head, "Number=Plur"); }

  // "a US chipmaker", "Chinese firms", "the government of Japan": described well enough to be something.
  void agent(std::uint32_t index, Kind kind) {
    const Mention& m = document_.mentions[index];
    if (plural(m) && kind != Kind::Place) {
      unnamed(index, Kind::Group);
      return;
    }
    const Description d = describe(m);
    const std::string det = determiner(syntax_, m.head);
    // *opened a plant*, *will close its plant*, *built two plants*
    const bool counted = syntax_.child(m.head, "nummod") >= 0;
    const bool new_place =
        kind == Kind::Place && (det == "a" || det == "an" || det == "another" || is_possessed(m) || counted);
    // "the prime minister of Lebanon" is somebody; who "the minister" is is left to coreference
    if (kind == Kind::Person ? !d.named : d.country.empty() && d.parts.empty() && !new_place) return;
    unnamed(index, kind);
  }

  [[nodiscard]] bool is_possessed(const Mention& m) const {
    const std::int32_t owner = syntax_.child(m.head, "nmod:poss");
    return owner >= 0 && document_.tokens[static_cast<std::size_t>(owner)].xpos == "PRP$";
  }

  void unnamed(std::uint32_t index, Kind kind) {
    Mention& m = document_.mentions[index];
    const Description d = describe(m);
    std::vector<std::string> classes = m.classes;
    const bool group = kind == Kind::Group && kinds_.kind_of(classes) != Kind::Group;
    const std::string head_class = classes.empty() ? std::string() : classes.front();
    if (group && !kinds_.general(Kind::Group).empty()) classes = {kinds_.general(Kind::Group)};
    // Policies of an author and a subject are the same thing in every article; an event, a plant or "the new rules" is
    // this article's own.
    const bool general =
        !d.parts.empty() && kind != Kind::Event && kind != Kind::Other && kind != Kind::Place && kind != Kind::Person;
    std::string slug;
    if (kind == Kind::Policy && general) {
      const std::size_t at = head_class.find_last_of("#/");
      const OntologyClass* c = kinds_.ontology().find_class(head_class);
      slug = text::slug(c != nullptr && !c->label.empty() ? c->label : head_class.substr(at + 1));
    } else {
      slug = text::slug(text::lower(document_.tokens[m.head].lemma));
    }
    for (const std::string& part : d.parts) slug += "-" + part;
    if (!general) slug += "-" + std::string(hash_);
    // two plants of different owners are two
    if (d.parts.empty() && is_possessed(m)) slug += "-" + std::to_string(document_.tokens[m.head].span.begin);
    Entity e;
    e.kind = EntityKind::Unnamed;
    e.iri = std::string(base_) + std::string(Kinds::path(kind)) + slug;
    e.name = d.label;
    e.classes = kinds_.most_specific(classes);
    e.country = d.country;
    e.concept_iri = m.concept_iri;
    e.link_confidence = 0.7;
    attach(index, std::move(e), d.parts.empty());
  }

  void topic(std::uint32_t index) {
    Mention& m = document_.mentions[index];
    std::string label = squeezed(document_.text(m.tokens));
    // "AI chips" and "AI chip" are one concept; the head in the singular, names as written.
    const std::uint32_t last = m.tokens.end - 1;
    if (last == m.head && plural(m)) {
      const std::string form(document_.form(m.head));
      const std::string& lemma = document_.tokens[m.head].lemma;
      const bool acronym =
          form.size() > 2 && text::is_upper(static_cast<unsigned char>(form[1])) && form.ends_with('s');
      if (!lemma.empty() && label.ends_with(form))
        label = label.substr(0, label.size() - form.size()) + (acronym ? form.substr(0, form.size() - 1) : lemma);
    }
    const Concept* exact = kinds_.ontology().concept_by_label(text::lower(label));
    Entity e;
    e.kind = EntityKind::Concept;
    e.name = exact != nullptr ? exact->label : label;
    e.iri = exact != nullptr ? exact->iri : std::string(base_) + "concept/" + text::slug(label);
    e.concept_iri = m.concept_iri.empty() ? e.iri : m.concept_iri;
    e.classes = kinds_.most_specific(m.classes);
    e.country = describe(m).country;
    attach(index, std::move(e), false);
  }

  void attach(std::uint32_t index, Entity entity, bool bare) {
    // What may refer back has an entity of its own until coreference has looked, even if the description is not new.
    const std::string det = determiner(syntax_, document_.mentions[index].head);
    const bool anaphoric = (bare && det.empty()) || det == "the" || det == "this" || det == "that" || det == "these" ||
                           det == "those" || det == "such";
    const auto next = static_cast<std::int32_t>(document_.entities.size());
    const auto [it, inserted] = by_iri_.emplace(entity.iri, next);
    if (inserted || anaphoric) document_.entities.push_back(std::move(entity));
    document_.mentions[index].entity = anaphoric ? next : it->second;
  }

  // The entity that a token's name stands for, or null.
  [[nodiscard]] const Entity* named(std::uint32_t token) const {
    const std::int32_t i = mention_at_[token];
    if (i < 0) return nullptr;
    const std::int32_t e = document_.mentions[static_cast<std::size_t>(i)].entity;
    return e < 0 ? nullptr : &document_.entities[static_cast<std::size_t>(e)];
  }

  void add_name(Description& d, std::uint32_t token, bool may_be_country, std::set<std::int32_t>& seen) const {
    const std::int32_t i = mention_at_[token];
    if (i < 0 || !seen.insert(i).second) return;
    const Entity* e = named(token);
    if (e == nullptr) return;
    if (may_be_country && d.country.empty()) {
      const bool country = std::any_of(e->classes.begin(), e->classes.end(), [this](const std::string& c) {
        return kinds_.ontology().is_a(c, kinds_.geopolitical());
      });
      if (country) d.country = e->iri;
    }
    d.parts.push_back(text::slug(normalize_label(e->name)));
    d.named = true;
  }

  [[nodiscard]] bool is_mentioned(std::uint32_t token) const {
    return mention_at_[token] >= 0 ||
           std::any_of(document_.mentions.begin(), document_.mentions.end(),
                       [&](const Mention& m) { return m.kind == MentionKind::Nominal && m.head == token; });
  }

  // Label and discriminating parts: possessor and premodifiers, then prepositional phrases.
  [[nodiscard]] Description describe(const Mention& m) const {
    Description d;
    std::set<std::int32_t> seen;
    Span label = m.tokens;
    for (const std::uint32_t c : syntax_.children(m.head)) {
      if (document_.tokens[c].deprel == "nmod:poss" && mention_at_[c] >= 0 && c < m.head) {
        add_name(d, c, true, seen);
        label.begin = std::min(label.begin, document_.mentions[static_cast<std::size_t>(mention_at_[c])].tokens.begin);
      }
    }
    const std::uint32_t noun = matched_begin(document_, kinds_.ontology(), m.head);
    for (std::uint32_t t = m.tokens.begin; t < m.head; ++t) {
      if (mention_at_[t] >= 0) {
        add_name(d, t, true, seen);
      } else if (document_.tokens[t].upos != Upos::PUNCT && document_.tokens[t].upos != Upos::CCONJ) {
        const std::string word = text::lower(document_.tokens[t].lemma), form = syntax_.lower(t);
        const bool policy = kinds_.kind_of(m.classes) == Kind::Policy;
        if (!is_empty(word) && !is_empty(form) && (!policy || t < noun)) d.parts.push_back(text::slug(word));
      }
    }
    const Kind kind = kinds_.kind_of(m.classes);
    if (kind == Kind::Person || kind == Kind::Organization || kind == Kind::Group || kind == Kind::Place) {
      // "officials in the U.S.", "a plant in Osaka", "analysts at Acme Research"
      for (const std::uint32_t c : syntax_.children(m.head)) {
        if (c < m.head || syntax_.relation(c) != "nmod" || mention_at_[c] < 0) continue;
        const std::string preposition = syntax_.preposition(c);
        const bool staff = preposition == "at" && (kind == Kind::Person || kind == Kind::Group);
        if (preposition != "in" && preposition != "of" && preposition != "from" && !staff) continue;
        add_name(d, c, true, seen);
        label.end = std::max(label.end, phrase_end(c));
      }
      add_seat(d, m, label, seen);
    }
    if (kind == Kind::Policy || kind == Kind::Event || kind == Kind::Other) {
      for (const std::uint32_t c : syntax_.children(m.head)) {
        if (c < m.head || syntax_.relation(c) != "nmod") continue;
        const std::string preposition = syntax_.preposition(c);
        const bool there = kind == Kind::Other && preposition == "in" && is_mentioned(c);  // *output in Ostia*
        if (!there && std::find(kDescribingPrepositions.begin(), kDescribingPrepositions.end(), preposition) ==
                          kDescribingPrepositions.end())
          continue;
        if (mention_at_[c] >= 0)
          add_name(d, c, false, seen);
        else if (document_.tokens[c].upos == Upos::NOUN)
          d.parts.push_back(text::slug(text::lower(document_.tokens[c].lemma)));
        std::uint32_t end = phrase_end(c);
        for (const std::uint32_t g : syntax_.children(c)) {  // *duties on goods from Ostia*, *on imports of steel*
          const bool adjacent = syntax_.child(g, "case") == static_cast<std::int32_t>(end);
          const bool part = document_.tokens[g].upos == Upos::NOUN && syntax_.preposition(g) == "of";
          if (g < end || mention_at_[c] >= 0 || (mention_at_[g] < 0 && !part) || syntax_.relation(g) != "nmod" ||
              !adjacent)
            continue;
          if (mention_at_[g] >= 0)
            add_name(d, g, false, seen);
          else
            d.parts.push_back(text::slug(text::lower(document_.tokens[g].lemma)));
          end = phrase_end(g);
        }
        if (end > label.end && end - label.begin <= kLongestLabel) label.end = end;
      }
    }
    std::erase(d.parts, std::string());
    d.label = squeezed(document_.text(label));
    if (begins_sentence(label.begin)) d.label.front() = static_cast<char>(d.label.front() - 'A' + 'a');
    return d;
  }

  // A common word whose capital is the sentence's.
  [[nodiscard]] bool begins_sentence(std::uint32_t t) const {
    const Sentence& sentence = document_.sentences[document_.sentence_of(t)];
    const std::string_view form = document_.form(t);
    const Upos upos = document_.tokens[t].upos;
    return t == sentence.tokens.begin && (upos == Upos::NOUN || upos == Upos::ADJ) && mention_at_[t] < 0 &&
           form.front() >= 'A' && form.front() <= 'Z' &&
           std::none_of(form.begin() + 1, form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // "companies based in Ostia": the participle's place tells them from others.
  void add_seat(Description& d, const Mention& m, Span& label, std::set<std::int32_t>& seen) const {
    for (const std::uint32_t participle : syntax_.children(m.head)) {
      if (participle != label.end || syntax_.relation(participle) != "acl") continue;
      for (const std::uint32_t place : syntax_.children(participle)) {
        if (syntax_.preposition(place) != "in" || mention_at_[place] < 0) continue;
        add_name(d, place, true, seen);
        label.end = phrase_end(place);
      }
    }
  }

  // End of a prepositional phrase with what is coordinated in it, before clauses and appositions.
  [[nodiscard]] std::uint32_t phrase_end(std::uint32_t head) const {
    std::uint32_t end = head + 1;
    for (const Value& v : document_.values) {  // *a penalty of $5 million*
      if (v.tokens.contains(head)) end = std::max(end, v.tokens.end);
    }
    if (mention_at_[head] >= 0)
      end = std::max(end, document_.mentions[static_cast<std::size_t>(mention_at_[head])].tokens.end);
    for (const std::uint32_t c : syntax_.children(head)) {  // *controls on chips and tools*
      if (c >= end && c - end <= 6 && syntax_.relation(c) == "conj" && document_.tokens[c].upos != Upos::VERB)
        end = std::max(end, phrase_end(c));
    }
    return end;
  }

  Document& document_;
  const text::Syntax& syntax_;
  const Kinds& kinds_;
  std::string_view base_, hash_;
  std::vector<std::int32_t> mention_at_;  // named mention of a token, or -1
  std::map<std::string, std::int32_t> by_iri_;
};

}  // namespace

std::string squeezed(std::string_view s) {
  std::string out;
  bool gap = false;
  for (const char c : s) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      gap = !out.empty();
    } else {
      if (gap) out += ' ';
      gap = false;
      out += c;
    }
  }
  return out;
}

void describe_nominals(Document& document, const text::Syntax& syntax, const Kinds& kinds, std::string_view base,
                       std::string_view hash) {
  Describer(document, syntax, kinds, base, hash).run();
}

}  // namespace triplewright::link
