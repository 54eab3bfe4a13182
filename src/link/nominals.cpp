#include "link/nominals.h"

#include <algorithm>
#include <array>

#include "text/normalize.h"

namespace triplewright::link {

namespace {

constexpr std::size_t kLongestNoun = 5;  // words of a class noun or concept label

bool is_hyphen(std::string_view form) {
  return form == "-" || form == "\u2010" || form == "\u2011" || form == "\u2013";
}

// Longest run of words ending at a noun that names a class or concept.
struct NounMatch {
  std::uint32_t begin = 0;
  std::vector<std::string> classes;
  const Concept* topic = nullptr;

  [[nodiscard]] bool found() const { return topic != nullptr || !classes.empty(); }
};

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& w : words) out += (out.empty() ? "" : " ") + w;
  return out;
}

// The end of a noun with a particle that the tokens cut off: "start" "-" "up".
std::uint32_t noun_end(const Document& document, std::uint32_t head) {
  const auto& tokens = document.tokens;
  if (head + 2 >= tokens.size() || tokens[head].space_after || tokens[head + 1].space_after) return head + 1;
  const Upos upos = tokens[head + 2].upos;
  const bool particle = upos == Upos::ADP || upos == Upos::ADV;
  return particle && is_hyphen(document.form(head + 1)) ? head + 3 : head + 1;
}

namespace {

/// *aid* is no AIDS, an *arm* no arms: the concept has the plural alone.
bool is_plural_only(const Concept& concept_, const std::vector<std::string>& words) {
  const auto has = [&](const std::string& label) {
    return std::find(concept_.labels.begin(), concept_.labels.end(), label) != concept_.labels.end();
  };
  return words.size() == 1 && !has(words.front()) && has(words.front() + 's');
}

}  // namespace

NounMatch match_noun(const Document& document, const Ontology& ontology, std::uint32_t head) {
  const std::uint32_t sentence_begin = document.sentences[document.sentence_of(head)].tokens.begin;
  NounMatch best;
  best.begin = head;
  // Words from the head leftwards; a compound's plural ("communications equipment") may be its label.
  std::vector<std::string> lemmas, forms;
  std::size_t class_words = 0, concept_words = 0;
  for (std::uint32_t t = head + 1; t > sentence_begin && lemmas.size() < kLongestNoun;) {
    --t;
    const Token& token = document.tokens[t];
    if (is_hyphen(document.form(t)) && t != head) continue;
    if (token.upos == Upos::PUNCT || token.upos == Upos::DET || token.upos == Upos::VERB || token.upos == Upos::ADP) {
      if (token.upos != Upos::VERB || t == head) break;
    }
    const std::string particle =
        t == head && noun_end(document, head) > head + 1 ? "-" + text::lower(document.form(head + 2)) : std::string();
    lemmas.insert(lemmas.begin(), text::lower(token.lemma) + particle);
    forms.insert(forms.begin(), text::lower(document.form(t)) + particle);
    std::vector<std::string> mixed = forms;
    mixed.back() = lemmas.back();
    for (const auto& words : {lemmas, mixed, forms}) {
      if (auto classes = noun_classes(ontology, words); !classes.empty() && words.size() > class_words) {
        best.classes = std::move(classes);
        class_words = words.size();
      }
      if (const Concept* c = ontology.concept_by_label(joined(words));
          c != nullptr && words.size() > concept_words && !is_plural_only(*c, words)) {
        best.topic = c;
        concept_words = words.size();
      }
    }
    if (class_words == lemmas.size() || concept_words == lemmas.size()) best.begin = t;
  }
  return best;
}

// Adjectives that choose among things and say nothing of their kind.
bool is_selective(std::string_view word) {
  constexpr std::array<std::string_view, 18> kSelective = {
      "own",  "same", "such",   "other",  "certain", "several", "various", "many",    "few",
      "more", "new",  "latest", "recent", "first",   "last",    "next",    "further", "additional"};
  return std::find(kSelective.begin(), kSelective.end(), word) != kSelective.end();
}

// "high-bandwidth memory (HBM) chips": the parenthesis before `begin`, when a premodifier of `noun` stands before it.
std::uint32_t abbreviation_begin(const Document& document, const text::Syntax& syntax, std::uint32_t noun,
                                 std::uint32_t begin) {
  if (begin < 4 || document.form(begin - 1) != ")" || document.form(begin - 3) != "(") return begin;
  const std::uint32_t before = begin - 4;
  const std::string_view relation = syntax.relation(before);
  const bool premodifier = relation == "compound" || relation == "amod" || relation == "nmod";
  return premodifier && document.tokens[before].upos != Upos::ADP && syntax.dominates(noun, before) ? begin - 3 : begin;
}

// "the Secretary of Commerce": the end of what a capital noun is *of*, when that is no name of its own.
std::uint32_t title_end(const Document& document, std::uint32_t head, std::uint32_t end,
                        const std::vector<char>& named) {
  const auto capital = [&](std::uint32_t t) {
    return document.tokens[t].upos == Upos::PROPN && document.form(t).front() >= 'A' && document.form(t).front() <= 'Z';
  };
  const std::uint32_t last = document.sentences[document.sentence_of(head)].tokens.end;
  if (!capital(head) || end + 1 >= last || document.form(end) != "of" ||
      document.sentences[document.sentence_of(head)].title_case)
    return end;
  std::uint32_t t = end + 1;
  while (t < last && capital(t) && named[t] == 0) ++t;
  return t > end + 1 && (t >= last || named[t] == 0) ? t : end;
}

bool is_possessive_determiner(const Token& token) {
  return token.xpos == "PRP$" || token.xpos == "WP$";
}

}  // namespace

std::uint32_t matched_begin(const Document& document, const Ontology& ontology, std::uint32_t head) {
  return match_noun(document, ontology, head).begin;
}

std::string determiner(const text::Syntax& syntax, std::uint32_t head) {
  const std::int32_t det = syntax.child(head, "det");
  return det < 0 ? std::string() : syntax.lower(static_cast<std::uint32_t>(det));
}

void sort_mentions(Document& document) {
  std::stable_sort(document.mentions.begin(), document.mentions.end(), [](const Mention& a, const Mention& b) {
    return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.tokens.end > b.tokens.end;
  });
}

void add_nominals(Document& document, const text::Syntax& syntax, const Kinds& kinds) {
  const std::size_t tokens = document.tokens.size();
  std::vector<char> named(tokens, 0), consumed(tokens, 0);
  for (const Mention& m : document.mentions) {
    for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) named[t] = m.attributive.empty() ? 2 : 1;
  }
  for (const Value& v : document.values) {
    if (v.kind == ValueKind::Number || v.kind == ValueKind::Quantity) continue;  // "200,000 chips" counts chips
    for (std::uint32_t t = v.tokens.begin; t < v.tokens.end; ++t) consumed[t] = v.kind == ValueKind::Money ? 2 : 1;
  }
  for (std::uint32_t t = static_cast<std::uint32_t>(tokens); t-- > 0;) {
    const Token& token = document.tokens[t];
    if (token.upos == Upos::PRON || is_possessive_determiner(token)) {
      Mention m;
      m.tokens = {t, t + 1};
      m.head = t;
      m.kind = MentionKind::Pronominal;
      document.mentions.push_back(std::move(m));
      continue;
    }
    const bool noun = token.upos == Upos::NOUN || token.upos == Upos::PROPN ||
                      (token.upos == Upos::ADJ && token.xpos.starts_with("NN"));
    // "the chief executive", both words taken for adjectives
    const bool as_noun =
        token.upos == Upos::ADJ && (token.head < static_cast<std::int32_t>(t) || token.deprel != "amod" ||
                                    named[static_cast<std::size_t>(token.head)] != 0);
    if ((!noun && !as_noun) || named[t] != 0 || consumed[t] != 0) continue;
    NounMatch match = match_noun(document, kinds.ontology(), t);
    if (!match.found() || (!noun && (match.begin == t || match.classes.empty()))) continue;
    for (std::uint32_t inner = match.begin; inner < t; ++inner) consumed[inner] = 1;

    Mention m;
    m.head = t;
    m.kind = MentionKind::Nominal;
    m.classes = std::move(match.classes);
    if (match.topic != nullptr) {
      m.concept_iri = match.topic->iri;
      const std::string& denoted = match.topic->entity_class;
      if (!denoted.empty() && std::find(m.classes.begin(), m.classes.end(), denoted) == m.classes.end())
        m.classes.push_back(denoted);
    }
    m.tokens = {match.begin, title_end(document, t, noun_end(document, t), named)};
    // Premodifiers: contiguous words that depend, directly or not, on the noun.
    while (m.tokens.begin > 0) {
      if (const std::uint32_t open = abbreviation_begin(document, syntax, t, m.tokens.begin); open < m.tokens.begin) {
        m.tokens.begin = open;
        continue;
      }
      const std::uint32_t left = m.tokens.begin - 1;
      const Token& word = document.tokens[left];
      const std::string_view relation = syntax.relation(left);
      const bool hyphen = is_hyphen(document.form(left));
      const bool premodifier =
          word.upos != Upos::DET && word.upos != Upos::SYM && consumed[left] != 2 &&
          (word.upos != Upos::NUM || is_hyphen(document.form(left + 1))) && word.deprel != "nmod:poss" &&
          word.xpos != "POS" && !is_possessive_determiner(word) &&
          (relation == "amod" || relation == "compound" || relation == "flat" || relation == "advmod" ||
           relation == "nmod" || (relation == "nummod" && word.upos == Upos::NUM) || hyphen);
      if (!premodifier || !syntax.dominates(t, left) || (relation == "nmod" && syntax.child(left, "case") >= 0)) break;
      const bool of_name = named[left] != 0;  // "a New Jersey company"
      if (!of_name && (is_selective(text::lower(word.lemma)) || is_selective(syntax.lower(left)))) break;
      if (relation == "advmod" && word.head == static_cast<std::int32_t>(t)) break;  // "only chips"
      m.tokens.begin = left;
    }
    while (m.tokens.begin < t && is_hyphen(document.form(m.tokens.begin))) ++m.tokens.begin;
    document.mentions.push_back(std::move(m));
  }
  sort_mentions(document);
}

}  // namespace triplewright::link
