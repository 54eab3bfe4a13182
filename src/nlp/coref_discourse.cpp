#include "nlp/coref_discourse.h"

#include <cmath>
#include <string>
#include <string_view>

namespace triplewright::nlp {

namespace {

// Weights of salience, in the order of their size.
constexpr double kSubject = 1.5, kObject = 0.6, kPossessor = 0.5, kNamed = 0.4;
constexpr double kModifier = 0.6;      // "the Boeing jets"
constexpr double kFrequent = 0.35;     // times log2(1 + mentions so far)
constexpr double kSentenceBack = 1.2;  // for each sentence between
constexpr double kMentionBack = 0.08;  // for each mention between

enum class Mark : std::uint8_t { None, Open, Close, Either };

Mark mark_of(std::string_view form) {
  if (form == "\u201c" || form == "``" || form == "\u201e" || form == "\u00ab") return Mark::Open;
  if (form == "\u201d" || form == "''" || form == "\u00bb") return Mark::Close;
  return form == "\"" ? Mark::Either : Mark::None;
}

}  // namespace

Discourse::Discourse(Document& of, const Ontology& by)
    : document(of),
      ontology(by),
      syntax(of),
      topic(of, syntax, by),
      seen(of.entities.size(), 0),
      head_mention(of.tokens.size(), -1),
      quoted_(of.tokens.size(), false) {
  agreements.reserve(of.entities.size());
  for (const Entity& e : of.entities) agreements.push_back(agreement_of(of, syntax, by, e));
  for (std::size_t i = 0; i < of.mentions.size(); ++i) {
    std::int32_t& at = head_mention[of.mentions[i].head];
    if (at < 0 || of.mentions[i].entity >= 0) at = static_cast<std::int32_t>(i);
  }
  collect();
  find_quotations();
}

// Mentions and other nouns in order of their heads.
void Discourse::collect() {
  std::vector<bool> covered(document.tokens.size(), false);
  for (std::uint32_t i = 0; i < document.mentions.size(); ++i) {
    const Mention& m = document.mentions[i];
    referents.push_back({m.head, static_cast<std::int32_t>(i)});
    covered[m.head] = true;
    if (m.kind == MentionKind::Named) std::fill(covered.begin() + m.tokens.begin, covered.begin() + m.tokens.end, true);
  }
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    const std::string_view relation = syntax.relation(t);
    const bool noun = document.tokens[t].upos == Upos::NOUN || document.tokens[t].upos == Upos::PROPN;
    if (noun && !covered[t] && relation != "compound" && relation != "flat" && relation != "fixed" &&
        relation != "amod")
      referents.push_back({t, -1});
  }
  std::stable_sort(referents.begin(), referents.end(),
                   [](const Referent& a, const Referent& b) { return a.head < b.head; });
}

double Discourse::salience(const Referent& c, double distance, std::uint32_t between) const {
  double score = -kSentenceBack * distance - kMentionBack * between;
  const std::string_view relation = syntax.relation(syntax.first_conjunct(c.head));
  if (relation == "nsubj")
    score += is_aside(c.head) ? kObject : kSubject;
  else if (relation == "obj" || relation == "iobj")
    score += kObject;
  else if (document.tokens[c.head].deprel == "nmod:poss")
    score += kPossessor;
  else if (relation == "compound")
    score -= kModifier;
  if (topic.in_passing(c.head)) score -= kInPassing;
  if (const Mention* m = mention(c); m != nullptr && m->kind == MentionKind::Named) score += kNamed;
  if (const std::int32_t e = entity(c); e >= 0) score += kFrequent * std::log2(1.0 + seen[static_cast<std::size_t>(e)]);
  return score;
}

std::uint32_t Discourse::phrase_of(std::uint32_t name) const {
  while (head(name) >= 0 && (syntax.relation(name) == "flat" || syntax.relation(name) == "appos" ||
                             document.tokens[name].deprel == "nmod:desc"))
    name = static_cast<std::uint32_t>(head(name));
  return name;
}

// The subject of a relative clause, or of an adverbial one that comes after: what it says is said by the way.
bool Discourse::is_aside(std::uint32_t subject) const {
  const std::int32_t verb = head(syntax.first_conjunct(subject));
  if (verb < 0) return false;
  const Token& clause = document.tokens[static_cast<std::size_t>(verb)];
  return clause.deprel == "acl:relcl" || (clause.deprel == "advcl" && clause.head < verb);
}

bool Discourse::is_coordinated(std::uint32_t noun) const {
  return syntax.relation(noun) == "conj" || syntax.child(noun, "conj") >= 0;
}

bool Discourse::is_report(std::uint32_t subject) const {
  const std::int32_t verb = document.tokens[subject].head;
  if (verb < 0) return false;
  for (const LexicalEntry* entry :
       ontology.entries(document.tokens[static_cast<std::size_t>(verb)].lemma, PartOfSpeech::Verb)) {
    const auto reports = [](const Sense& sense) { return sense.kind == Sense::Kind::Report; };
    if (entry->lemmas.size() == 1 && std::any_of(entry->senses.begin(), entry->senses.end(), reports)) return true;
  }
  return false;
}

bool Discourse::may_be_organization(std::int32_t entity) const {
  if (entity < 0) return false;
  const Entity& e = document.entities[static_cast<std::size_t>(entity)];
  const Agreement& a = agreements[static_cast<std::size_t>(entity)];
  if (e.kind != EntityKind::Named || e.in_base || a.animacy != Animacy::Person || a.gender != Gender::Unknown)
    return false;
  return std::none_of(e.surface_forms.begin(), e.surface_forms.end(),
                      [](const std::string& form) { return form.find(' ') != std::string::npos; });
}

void Discourse::find_quotations() {
  bool inside = false;
  std::uint32_t block = 0;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.block != block) inside = false;  // a quotation of several paragraphs opens each anew
    block = sentence.block;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Mark mark = mark_of(document.form(t));
      if (mark == Mark::None)
        quoted_[t] = inside;
      else
        inside = mark == Mark::Open || (mark == Mark::Either && !inside);
    }
  }
}

std::int32_t Discourse::speaker_at(std::uint32_t token) const {
  const std::int32_t subject = speaker_noun(token);
  return subject < 0 ? -1 : entity_at(static_cast<std::uint32_t>(subject));
}

std::int32_t Discourse::speaker_noun(std::uint32_t token) const {
  if (!quoted_[token]) return -1;
  const std::uint32_t here = document.sentence_of(token);
  const auto speaker_in = [&](std::uint32_t s) {
    const Span tokens = document.sentences[s].tokens;
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (!quoted_[t] && syntax.relation(t) == "nsubj" && is_report(t)) return static_cast<std::int32_t>(t);
    }
    return std::int32_t{-1};
  };
  if (const std::int32_t t = speaker_in(here); t >= 0) return t;
  if (here > 0 && same_block(here - 1, here)) {
    if (const std::int32_t t = speaker_in(here - 1); t >= 0) return t;
  }
  return here + 1 < document.sentences.size() && same_block(here, here + 1) ? speaker_in(here + 1) : -1;
}

}  // namespace triplewright::nlp
