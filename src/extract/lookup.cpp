#include "extract/lookup.h"

#include <algorithm>
#include <array>

#include "extract/entry_words.h"
#include "extract/parentheses.h"
#include "extract/places.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

/// The other words of a verb's entry: a particle or complement in the clause, in order ("take part", "bring to
/// market").
bool verb_words_follow(const Context& x, std::uint32_t verb, const std::vector<std::string>& lemmas) {
  std::uint32_t at = verb + 1;
  const std::uint32_t end =
      std::min<std::uint32_t>(x.document.sentences[x.document.sentence_of(verb)].tokens.end, verb + 9);
  for (std::size_t i = 1; i < lemmas.size(); ++i) {
    bool found = false;
    for (; at < end && !found; ++at) {
      if (!is_word(x.document, at, lemmas[i]) || !x.tree.dominates(verb, at)) continue;
      // A lone particle must belong to the verb itself, not to a phrase: *set up X*, *set X up*.
      // A preposition further on is no particle: *builds chips in Texas* is not *builds in*.
      const bool own = x.tree.head(at) == static_cast<std::int32_t>(verb);
      const bool adjacent = at == verb + 1 && x.tree.head(at) == static_cast<std::int32_t>(at + 1);
      found = own || i > 1 || lemmas.size() > 2 || adjacent;
    }
    if (!found) return false;
  }
  return true;
}

bool words_precede(const Context& x, std::uint32_t head, const std::vector<std::string>& lemmas) {
  std::uint32_t at = head;
  for (std::size_t i = lemmas.size() - 1; i-- > 0;) {
    do {
      if (at == 0) return false;
      --at;
    } while (x.document.form(at) == "-");
    if (!is_word(x.document, at, lemmas[i])) return false;
  }
  return true;
}

void look_up(const Context& x, std::uint32_t t, const std::string& lemma, PartOfSpeech pos,
             std::vector<EntryMatch>& out) {
  for (const LexicalEntry* entry : x.ontology.entries(lemma, pos)) {
    const bool single = entry->lemmas.size() <= 1;
    const bool here = single || (pos == PartOfSpeech::Verb ? verb_words_follow(x, t, entry->lemmas)
                                                           : words_precede(x, t, entry->lemmas));
    const bool known = std::any_of(out.begin(), out.end(), [&](const EntryMatch& m) { return m.entry == entry; });
    if (here && !known) out.push_back({entry, pos, false});
  }
}

/// *supply chain*, *growth forecast*: the first noun of a compound states nothing, unless it is a title before a name.
bool is_part_of_compound(const Context& x, std::uint32_t t) {
  if (!x.tree.is(t, "compound") || x.tree.head(t) <= static_cast<std::int32_t>(t)) return false;
  const auto head = static_cast<std::uint32_t>(x.tree.head(t));
  return x.tree.token(head).upos == Upos::NOUN && !x.resolver.inside_name(head);
}

/// *chief executive Jo Doe*
bool names_follow(const Context& x, std::uint32_t t) {
  return x.tree.head(t) > static_cast<std::int32_t>(t) &&
         x.resolver.inside_name(static_cast<std::uint32_t>(x.tree.head(t)));
}

/// The *chief* of *chief executive*: the next word ends a noun that this one begins.
bool begins_longer_noun(const Context& x, std::uint32_t t) {
  if (t + 1 >= x.document.tokens.size() || x.resolver.inside_name(t + 1)) return false;
  const std::string next = text::lower(x.tree.token(t + 1).lemma);
  for (const LexicalEntry* entry : x.ontology.entries(next, PartOfSpeech::Noun)) {
    if (entry->lemmas.size() > 1 && words_precede(x, t + 1, entry->lemmas)) return true;
  }
  return false;
}

/// Constructions without a word of their own have entries under these: a possessor (*its*, *Acme's*, *the Acme
/// phone*) and a country before a noun (*Chinese*, *US*).
constexpr const char* kPossessive = "'s";
constexpr const char* kCountry = "(country)";
constexpr const char* kGenitive = "(name's)";  ///< a name with *'s*: *Acme's Jo Doe*, *Ostia's Norvik*
constexpr const char* kOfName =
    "(of)";  ///< a name with *of* or in parentheses after a name: *Jo Doe of Acme*, *Jo Doe (Acme)*
constexpr const char* kDemonym = "(demonym)";  ///< one that is an adjective or an abbreviation, not *Japan coach X*

constexpr const char* kLifeDates = "(dates)";  ///< two dates in parentheses after a name: *Jo Doe (1901–1970)*

constexpr const char* kSuperlative = "(superlative)";  ///< a noun that ranks what it is said of: *the largest maker*

/// Superlatives and ordinals that choose by time or amount and rank nothing: *the latest*, *most*.
constexpr std::array<std::string_view, 9> kNoRank = {"good", "late", "latest",  "least", "little",
                                                     "most", "much", "nearest", "slight"};

/// *largest*, *most valuable*
bool is_superlative(const Context& x, std::uint32_t t) {
  const std::string lemma = text::lower(x.tree.token(t).lemma);
  if (x.tree.token(t).xpos == "JJS")
    return std::find(kNoRank.begin(), kNoRank.end(), lemma) == kNoRank.end() &&
           std::find(kNoRank.begin(), kNoRank.end(), text::lower(x.document.form(t))) == kNoRank.end();
  const auto& children = x.tree.children(t);
  return x.tree.token(t).upos == Upos::ADJ && std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
           return x.tree.is(c, "advmod") && text::lower(x.document.form(c)) == "most";
         });
}

bool is_ordinal(const Context& x, std::uint32_t t) {
  const std::string lemma = text::lower(x.tree.token(t).lemma);
  return lemma == "first" || lemma == "second" || lemma == "third" || x.tree.has_feature(t, "NumType=Ord");
}

/// *the first woman to lead Acme*, *the second country in Europe*: an ordinal ranks by what follows the noun.
bool ranks(const Context& x, std::uint32_t noun) {
  if (x.tree.token(noun).lemma == "time") return false;  // *it is the first time that*
  // *the two largest firms, Acme and Zelt*: together; but *one of the largest firms*
  const std::int32_t up = x.tree.head(noun);
  const bool one_of = up != kNoToken && x.tree.token(static_cast<std::uint32_t>(up)).lemma == "one";
  if (x.tree.token(noun).xpos == "NNS" && !one_of) return false;
  const auto& children = x.tree.children(noun);
  const bool among = std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return c > noun && ((x.tree.is(c, "acl") && !x.tree.is_gerund(c)) || x.tree.preposition(c) == "in");
  });
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    if (c > noun || !x.tree.is(c, "amod")) return false;
    return is_superlative(x, c) || (among && is_ordinal(x, c));
  });
}

/// *Jo Doe (Acme)*
bool is_in_parentheses(const Context& x, const Mention& mention) {
  return mention.tokens.begin > 0 && mention.tokens.end < x.document.tokens.size() &&
         x.document.form(mention.tokens.begin - 1) == "(" && x.document.form(mention.tokens.end) == ")";
}

/// *Acme and Zelt devices*: what is listed before the noun owns nothing of the rest of the list.
bool is_listed(const Context& x, const Mention& mention) {
  return mention.tokens.end < x.document.tokens.size() && x.tree.token(mention.tokens.end).upos == Upos::CCONJ;
}

/// *Kiel, Holstein*: what the name before it, of which this one hangs, lies in.
bool is_around_head(const Context& x, const Mention& mention) {
  const std::int32_t whole = x.resolver.mention_at(static_cast<std::uint32_t>(x.tree.head(mention.head)));
  if (whole < 0) return false;
  const std::vector<End> around = containing_places(x, x.document.mentions[static_cast<std::size_t>(whole)].tokens);
  return std::any_of(around.begin(), around.end(),
                     [&](const End& end) { return end.argument.tokens == mention.tokens; });
}

void look_up_construction(const Context& x, std::uint32_t t, std::vector<EntryMatch>& out) {
  const std::int32_t m = x.resolver.mention_at(t);
  if (m < 0 || x.tree.head(t) == kNoToken) return;
  const Mention& mention = x.document.mentions[static_cast<std::size_t>(m)];
  if (mention.head != t) return;
  const bool before = t < static_cast<std::uint32_t>(x.tree.head(t));
  const bool modifier = before && (x.tree.is(t, "compound") || x.tree.is(t, "amod") || x.tree.is(t, "nmod"));
  std::vector<EntryMatch> found;
  if (!mention.attributive.empty() && modifier && !x.tree.is(t, "nmod:poss")) {
    look_up(x, t, kCountry, PartOfSpeech::Adjective, found);
    const std::string_view form = x.document.form(t);
    const bool abbreviated = std::none_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (x.tree.token(t).upos == Upos::ADJ || abbreviated) look_up(x, t, kDemonym, PartOfSpeech::Adjective, found);
  } else if (x.tree.is(t, "nmod:poss") || (modifier && mention.kind == MentionKind::Named &&
                                           x.tree.child(t, "case") == kNoToken && !is_listed(x, mention))) {
    look_up(x, t, kPossessive, PartOfSpeech::Preposition, found);
    if (x.tree.is(t, "nmod:poss") && mention.kind == MentionKind::Named)
      look_up(x, t, kGenitive, PartOfSpeech::Preposition, found);
  } else if (!before && mention.kind == MentionKind::Named &&
             ((x.tree.is(t, "nmod") && x.tree.preposition(t) == "of") || is_in_parentheses(x, mention)) &&
             x.resolver.inside_name(static_cast<std::uint32_t>(x.tree.head(t)))) {
    look_up(x, t, kOfName, PartOfSpeech::Preposition, found);
  } else if (!before && mention.kind == MentionKind::Named && is_around_head(x, mention)) {
    look_up(x, t, kPlaceInPlace, PartOfSpeech::Preposition, found);
  }
  for (EntryMatch& match : found) {
    match.names_only = true;
    out.push_back(match);
  }
}

}  // namespace

std::vector<EntryMatch> entries_at(const Context& x, std::uint32_t t) {
  std::vector<EntryMatch> out;
  const Token& token = x.tree.token(t);
  // *cutting-edge*, *export-restricted*: the first part of a hyphenated word is no predicate
  if (t + 1 < x.document.tokens.size() && !token.space_after && x.document.form(t + 1) == "-") return out;
  if (life_dates(x.document, t)) {
    look_up(x, t, kLifeDates, PartOfSpeech::Preposition, out);
    for (EntryMatch& match : out) match.names_only = true;
    return out;
  }
  look_up_construction(x, t, out);
  if (!out.empty()) return out;
  const std::string lemma = text::lower(token.lemma);
  if (t >= 2 && x.document.form(t - 1) == "-" && !x.document.tokens[t - 2].space_after && !x.resolver.inside_name(t)) {
    look_up(x, t, text::lower(x.document.form(t - 2)) + "-" + lemma, PartOfSpeech::Noun, out);  // *the go-ahead*
    if (!out.empty()) return out;
  }
  switch (token.upos) {
    case Upos::VERB:
    case Upos::AUX: {
      if (!x.tree.is_verb(t)) return out;
      look_up(x, t, lemma, PartOfSpeech::Verb, out);
      if (x.tree.is_participle(t) || x.tree.is_gerund(t) || x.tree.is(t, "amod")) {
        std::vector<EntryMatch> adjectives;
        look_up(x, t, text::lower(x.document.form(t)), PartOfSpeech::Adjective, adjectives);
        // An entry of its own for the participle (*based*, *headquartered*) says more than the verb.
        if (!adjectives.empty() && (x.tree.is(t, "amod") || out.empty()))
          out = std::move(adjectives);
        else
          out.insert(out.end(), adjectives.begin(), adjectives.end());
      }
      break;
    }
    case Upos::NOUN:
    case Upos::PROPN:
      if (x.resolver.inside_name(t) || is_part_of_compound(x, t) || begins_longer_noun(x, t)) return out;
      look_up(x, t, lemma, PartOfSpeech::Noun, out);
      break;
    case Upos::ADJ:
      look_up(x, t, lemma, PartOfSpeech::Adjective, out);
      if (out.empty()) look_up(x, t, text::lower(x.document.form(t)), PartOfSpeech::Adjective, out);
      // *the chief executive*, both words tagged as adjectives: only a noun of several words is told from one
      if (!x.tree.is(t, "amod") || names_follow(x, t)) {
        std::vector<EntryMatch> nouns;
        look_up(x, t, lemma, PartOfSpeech::Noun, nouns);
        std::erase_if(nouns, [](const EntryMatch& m) { return m.entry->lemmas.size() < 2; });
        if (!nouns.empty()) out = std::move(nouns);
      }
      break;
    case Upos::ADP:
    case Upos::SCONJ:
      look_up(x, t, lemma, PartOfSpeech::Preposition, out);
      break;
    default:
      break;
  }
  std::size_t longest = 1;
  for (const EntryMatch& m : out) longest = std::max(longest, m.entry->lemmas.size());
  if (longest > 1) std::erase_if(out, [&](const EntryMatch& m) { return m.entry->lemmas.size() < longest; });
  if (token.upos == Upos::NOUN && !x.resolver.inside_name(t) && !is_part_of_compound(x, t) && ranks(x, t)) {
    std::vector<EntryMatch> rank;
    look_up(x, t, kSuperlative, PartOfSpeech::Noun, rank);
    for (EntryMatch& match : rank) {
      match.names_only = true;
      out.push_back(match);
    }
  }
  return out;
}

bool is_support_verb(const Context& x, std::uint32_t verb, const std::vector<std::string>& verbs) {
  std::string lemma = text::lower(x.tree.token(verb).lemma);
  if (std::find(verbs.begin(), verbs.end(), lemma) != verbs.end()) return true;
  const std::int32_t particle = x.tree.child(verb, "compound:prt");
  if (particle == kNoToken) return false;
  lemma += ' ' + text::lower(x.document.form(static_cast<std::uint32_t>(particle)));
  return std::find(verbs.begin(), verbs.end(), lemma) != verbs.end();
}

bool is_supported_by_phrase(const Context& x, std::uint32_t noun, const std::vector<std::string>& verbs) {
  const std::int32_t verb = x.grammar.verb_with_phrase(noun);
  if (verb == kNoToken) return false;
  const bool copular = verb == static_cast<std::int32_t>(noun);
  const std::string lemma = copular ? "be" : text::lower(x.tree.token(static_cast<std::uint32_t>(verb)).lemma);
  return std::find(verbs.begin(), verbs.end(), lemma + ' ' + x.tree.preposition(noun)) != verbs.end();
}

}  // namespace triplewright::extract
