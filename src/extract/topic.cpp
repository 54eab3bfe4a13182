#include "extract/topic.h"

#include <algorithm>

namespace triplewright::extract {

namespace {

constexpr std::size_t kFewest = 4;  // mentions that make a thing what the article is about
constexpr std::uint32_t kSentencesBack = 2;

/// The entity with most mentions, when it has half as many again as the next.
std::int32_t most_named(const Context& x, const std::vector<std::string>& wanted) {
  std::int32_t best = -1;
  std::size_t first = 0;
  std::size_t second = 0;
  for (std::size_t i = 0; i < x.document.entities.size(); ++i) {
    const Entity& e = x.document.entities[i];
    if (e.kind != EntityKind::Named || e.classes.empty() || !x.ontology.any_is_a(e.classes, wanted)) continue;
    if (e.mentions.size() > first) {
      second = first;
      first = e.mentions.size();
      best = static_cast<std::int32_t>(i);
    } else {
      second = std::max(second, e.mentions.size());
    }
  }
  return first >= kFewest && 2 * first >= 3 * second ? best : -1;
}

/// True when the clause is about somebody else by name: *Acme put 5 million of debt into X* says nothing of X's debt.
bool has_other_subject(const Context& x, std::uint32_t token, std::int32_t entity) {
  std::uint32_t at = token;
  for (int steps = 0; steps < 6 && !x.tree.is_verb(at) && x.tree.head(at) != kNoToken; ++steps)
    at = static_cast<std::uint32_t>(x.tree.head(at));
  if (!x.tree.is_verb(at)) return false;
  for (const Filler& f : x.grammar.fillers(at, PartOfSpeech::Verb)) {
    if (f.function != Function::Subject) continue;
    for (const End& end : x.resolver.alternatives(f.token)) {
      const bool named = end.argument.kind == Argument::Kind::Entity &&
                         x.document.entities[end.argument.index].kind == EntityKind::Named;
      if (named && static_cast<std::int32_t>(end.argument.index) != entity) return true;
    }
  }
  return false;
}

}  // namespace

std::optional<End> topic(const Context& x, std::uint32_t token, const std::vector<std::string>& wanted) {
  const Stance stance = x.stance.at(token);
  if (stance.speaker_mention >= 0) {
    const Mention& m = x.document.mentions[static_cast<std::size_t>(stance.speaker_mention)];
    if (m.entity >= 0) {
      End end = x.resolver.entity(static_cast<std::uint32_t>(m.entity), m.tokens);
      end.cost = 2;
      const Entity& speaker = x.document.entities[static_cast<std::size_t>(m.entity)];  // not an analyst cited once
      const bool central = speaker.kind == EntityKind::Named && speaker.mentions.size() >= kFewest;
      if (central && !end.classes.empty() && x.resolver.fits(end, wanted)) return end;
    }
  }
  const std::int32_t entity = most_named(x, wanted);
  if (entity < 0 || has_other_subject(x, token, entity)) return std::nullopt;
  const std::uint32_t here = x.document.sentence_of(token);
  for (const std::uint32_t m : x.document.entities[static_cast<std::size_t>(entity)].mentions) {
    const Mention& mention = x.document.mentions[m];
    const std::uint32_t there = x.document.sentence_of(mention.head);
    if (there > here || there + kSentencesBack < here) continue;
    End end = x.resolver.entity(static_cast<std::uint32_t>(entity), mention.tokens);
    end.cost = 2;
    return end;
  }
  return std::nullopt;
}

}  // namespace triplewright::extract
