#include "extract/choices.h"

#include <algorithm>
#include <cmath>

#include "extract/operators.h"
#include "extract/vocabulary.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

/// A noun with nothing that narrows it: no adjective, compound, phrase, clause or number of its own.
bool is_bare(const Context& x, std::uint32_t noun) {
  const auto& children = x.tree.children(noun);
  return std::none_of(children.begin(), children.end(), [&](std::uint32_t c) {
    for (const char* r : {"amod", "compound", "nmod", "acl", "nummod", "flat", "appos"}) {
      if (x.tree.is(c, r)) return true;
    }
    return false;
  });
}

/// True when the noun is the name of a class of the ontology with at most so many classes above it: *company*,
/// *product*, *sector*.
bool names_class(const Context& x, std::uint32_t noun, std::size_t depth) {
  const std::string lemma = text::lower(x.tree.token(noun).lemma);
  const auto& classes = x.ontology.classes();
  return std::any_of(classes.begin(), classes.end(), [&](const OntologyClass& cls) {
    return cls.ancestors.size() <= depth && text::lower(cls.label) == lemma;
  });
}

/// *EBIT totaled 7 billion*: a measure is no owner of a figure.
bool is_measure(const Context& x, std::uint32_t noun) {
  const std::vector<EntryMatch> found = entries_at(x, noun);
  return std::any_of(found.begin(), found.end(),
                     [&](const EntryMatch& match) { return names_figure(x.ontology, *match.entry); });
}

/// *people*, *customers who pay*: nobody in particular (tw:GenericNoun), unless a word before or a phrase narrows it.
bool is_generic(const Context& x, std::uint32_t noun) {
  for (const std::uint32_t c : x.tree.children(noun)) {
    for (const char* r : {"amod", "compound", "nmod", "flat", "appos"}) {
      if (x.tree.is(c, r)) return false;
    }
  }
  const std::vector<EntryMatch> found = entries_at(x, noun);
  return std::any_of(found.begin(), found.end(), [](const EntryMatch& match) {
    return std::any_of(match.entry->senses.begin(), match.entry->senses.end(),
                       [](const Sense& sense) { return is_tw(sense.reference, "GenericNoun"); });
  });
}

/// A common noun that identifies nothing. Policies and events are things of their own, however short their name.
bool says_nothing(const Context& x, const End& end, std::uint32_t token, Side side) {
  const bool statistic = std::any_of(end.classes.begin(), end.classes.end(),
                                     [&](const std::string& cls) { return is_statistic_class(x.ontology, cls); });
  if (side == Side::Owner && is_measure(x, token) && !statistic) return true;
  if (end.argument.kind != Argument::Kind::Entity || x.tree.token(token).upos != Upos::NOUN) return false;
  const EntityKind kind = x.document.entities[end.argument.index].kind;
  if (kind == EntityKind::Named || !end.argument.tokens.contains(token)) return false;
  if (is_generic(x, token)) return true;
  if (!is_bare(x, token)) return false;
  const bool category = kind == EntityKind::Concept;
  if (category && side == Side::Subject) return true;
  const bool agent = std::any_of(end.classes.begin(), end.classes.end(),
                                 [&](const std::string& cls) { return is_agent_class(x.ontology, cls); });
  constexpr std::size_t kBroad = 1;  // *product* says nothing, *medicine* does
  return agent ? names_class(x, token, 9) : category && names_class(x, token, kBroad);
}

bool fits_property(const Context& x, const End& end, const std::vector<std::string>& of_property,
                   const std::vector<std::string>& of_sense) {
  // A name may be of any kind until the base or the context says of which; a noun of no known kind is of none.
  const bool named =
      end.argument.kind != Argument::Kind::Entity || x.document.entities[end.argument.index].kind == EntityKind::Named;
  if (!named && end.classes.empty() && !(of_property.empty() && of_sense.empty())) return false;
  return x.resolver.fits(end, of_property) && x.resolver.fits(end, of_sense);
}

/// The *AI* of *AI chip output*: a word of a longer noun that ends before the predicate.
bool begins_compound(const Context& x, std::uint32_t token) {
  for (std::uint32_t next = token + 1; next < token + 3 && next < x.document.tokens.size(); ++next) {
    const std::int32_t m = x.tree.is(next, "compound") ? x.resolver.mention_at(next) : -1;
    if (m < 0) continue;
    const Mention& mention = x.document.mentions[static_cast<std::size_t>(m)];
    if (mention.kind == MentionKind::Nominal && mention.head == next && mention.tokens.contains(token)) return true;
  }
  return false;
}

/// True for a word of a time expression: *imposed on Monday*.
bool is_time(const Context& x, std::uint32_t token) {
  const std::int32_t v = x.resolver.value_at(token);
  return v >= 0 && x.document.values[static_cast<std::size_t>(v)].kind == ValueKind::Time;
}

}  // namespace

bool is_name(const Context& x, const End& end) {
  return end.argument.kind == Argument::Kind::Entity && !end.classes.empty() &&
         x.document.entities[end.argument.index].kind == EntityKind::Named;
}

std::vector<Choice> choices(const Context& x, std::uint32_t predicate, const std::vector<Filler>& fillers,
                            const std::vector<SyntacticArgument>& alternatives, const std::vector<std::string>& wanted,
                            const std::vector<std::string>& narrower, Side side, bool names_only, Refusal& refusal) {
  std::vector<Choice> out;
  double preference = 0;  // alternatives are in order of preference; prepositions among themselves are not
  Function last = alternatives.empty() ? Function::Subject : alternatives.front().function;
  for (const SyntacticArgument& argument : alternatives) {
    if (argument.function != last) preference += 0.25;
    last = argument.function;
    for (const Filler& f : fillers) {
      if (f.function != argument.function || f.marker != argument.marker) continue;
      refusal.any_filler = true;
      if (is_time(x, f.token) || (f.function == Function::Modifier && begins_compound(x, f.token))) continue;
      // *the US version of the phone*: what is said by a word before a noun that stands for another is said of the noun
      const bool before = names_only && f.function == Function::Self && x.tree.token(predicate).upos != Upos::NOUN;
      if (before && x.resolver.is_transparent(f.token)) continue;
      Choice choice{f.token, f.construction, {}, preference + f.cost};
      int dearest = 0;
      // *member states and Ostia*: who stands beside the noun is none of them
      const bool itself = f.function == Function::Self && f.token == predicate;
      const bool beside = itself && x.tree.child(predicate, "conj") != kNoToken;
      for (const Alternatives& conjunct :
           beside ? std::vector<Alternatives>{x.resolver.alternatives(f.token)} : x.resolver.ends(f.token)) {
        refusal.any_end |= !conjunct.empty();
        for (const End& end : conjunct) {
          if (!fits_property(x, end, wanted, narrower)) continue;
          if (says_nothing(x, end, f.token, side)) continue;
          // *suppliers of Acme*, *US officials*: the noun by itself names nobody
          if (itself && !is_name(x, end)) continue;
          if (names_only && f.function == Function::Self && !is_name(x, end)) continue;
          // *Jo Doe, owner of Acme, the largest firm in Ostia*: a person is no firm
          if (names_only && f.function == Function::Self && !before && !x.resolver.may_be_instance(predicate, end))
            continue;
          choice.ends.push_back(end);
          dearest = std::max(dearest, end.cost + (end.classes.empty() ? 1 : 0));
          break;
        }
      }
      if (choice.ends.empty()) continue;
      // *Senator Ada and congresswoman Eve*, *Ada, an envoy, and Eve*: one post is the first one's
      const Token& noun = x.tree.token(predicate);
      const bool singular = noun.xpos == "NN" || noun.xpos == "NNP";
      const std::int32_t name = x.resolver.mention_at(f.token);  // *Polish envoy Ada and Russian delegate Eve*
      const bool of_name = noun.upos == Upos::ADJ && name >= 0 &&
                           x.document.mentions[static_cast<std::size_t>(name)].kind == MentionKind::Named;
      if (f.function == Function::Self && f.token != predicate && (singular || of_name)) choice.ends.resize(1);
      choice.cost += dearest;
      out.push_back(std::move(choice));
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Choice& a, const Choice& b) { return a.cost < b.cost; });
  return out;
}

Candidate make_candidate(const Context& x, std::uint32_t predicate, const EntryMatch& match, const Sense& sense,
                         const End& subject, const End& object, double cost, std::string_view construction) {
  Candidate c;
  c.claim.subject = subject.argument;
  c.claim.property = sense.reference;
  c.claim.object = object.argument;
  c.claim.evidence.sentence = x.document.sentence_of(predicate);
  c.claim.evidence.predicate = predicate;
  c.claim.evidence.lexical_entry = match.entry->iri;
  c.claim.evidence.construction = construction;
  c.weight = sense.weight;
  c.cost = static_cast<int>(std::lround(cost));
  c.subject = subject;
  c.object = object;
  return c;
}

bool same_thing(const Argument& a, const Argument& b) {
  return a.kind == b.kind && a.index == b.index && a.iri == b.iri && a.text == b.text;
}

void set_stance(const Context& x, std::uint32_t at, const Sense& sense, Claim& claim) {
  const Stance stance = x.stance.at(at);
  Evidence& e = claim.evidence;
  e.factuality = stance.factuality;
  if (sense.factuality && (e.factuality == Factuality::Asserted || e.factuality == Factuality::Reported)) {
    e.factuality = *sense.factuality;
  }
  // A frame that holds of what is only meant (*controls designed to curb*) says so with tw:Asserted.
  const bool meant = e.factuality == Factuality::Planned || e.factuality == Factuality::Possible;
  if (sense.factuality == Factuality::Asserted && meant && (x.tree.is_infinitive(at) || x.tree.is_gerund(at)))
    e.factuality =
        stance.speaker_mention >= 0 || !stance.speaker_text.empty() ? Factuality::Reported : Factuality::Asserted;
  if (sense.negated) {
    if (e.factuality == Factuality::Denied)
      e.factuality = Factuality::Asserted;
    else if (e.factuality == Factuality::Asserted || e.factuality == Factuality::Reported)
      e.factuality = Factuality::Denied;
  }
  const std::int32_t own = x.resolver.mention_at(at);  // *a former French president* is still French
  const bool names = own >= 0 && x.document.mentions[static_cast<std::size_t>(own)].kind == MentionKind::Named;
  std::int32_t ended = names ? kNoToken : stance.ended;
  if (names && x.tree.is(at, "nmod:poss") && x.tree.head(at) != kNoToken)  // *Acme's former chairman, Jo Doe*
    ended = x.stance.ended(static_cast<std::uint32_t>(x.tree.head(at)));
  if (ended != kNoToken) {
    const auto word = static_cast<std::uint32_t>(ended);
    Argument former{Argument::Kind::Text, 0, {}, std::string(x.document.form(word)), {word, word + 1}};
    claim.qualifiers.push_back({tw("ended"), std::move(former)});
  }
  if (stance.speaker_mention >= 0)
    e.speaker = x.document.mentions[static_cast<std::size_t>(stance.speaker_mention)].entity;
  e.speaker_text = e.speaker >= 0 ? std::string() : stance.speaker_text;
}

std::uint32_t support_verb(const Context& x, std::uint32_t noun, const LexicalEntry& entry,
                           std::vector<Filler>& fillers) {
  const auto keep = [&](bool phrase) {
    std::erase_if(fillers, [&](const Filler& f) {
      return f.function == Function::Subject && (f.construction == kSupportPhrase) != phrase;
    });
  };
  for (const std::uint32_t v : x.grammar.verbs_with_object(noun)) {
    if (!is_support_verb(x, v, entry.support_verbs)) continue;
    keep(false);
    return v;
  }
  if (is_supported_by_phrase(x, noun, entry.support_verbs)) {
    keep(true);
    return static_cast<std::uint32_t>(x.grammar.verb_with_phrase(noun));
  }
  std::erase_if(fillers, [](const Filler& f) { return f.function == Function::Subject; });
  return noun;
}

}  // namespace triplewright::extract
