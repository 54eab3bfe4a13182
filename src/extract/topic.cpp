#include "extract/topic.h"

#include <algorithm>

namespace triplewright::extract {

namespace {

constexpr std::size_t kFewest = 4;  // mentions that make a thing what the article is about

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
  return std::nullopt;
}

}  // namespace triplewright::extract
