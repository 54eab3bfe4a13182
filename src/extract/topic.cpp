#include "extract/topic.h"

#include <algorithm>

#include "extract/operators.h"

namespace triplewright::extract {

namespace {

constexpr std::size_t kFewest = 4;  // mentions that make a thing what the article is about
constexpr std::size_t kAgain = 2;   // of one that speaks of itself, where the sentence names nobody else

/// True when the thing, or a noun for such a thing, may own what has owners of these classes.
bool may_own(const Context& x, const Mention& m, const std::vector<std::string>& wanted) {
  if (m.kind == MentionKind::Pronominal) return false;
  if (m.kind == MentionKind::Nominal && !x.tree.is(m.head, "nsubj") && !x.tree.is(m.head, "obj")) return false;
  const std::vector<std::string>& classes =
      m.entity >= 0 ? x.document.entities[static_cast<std::size_t>(m.entity)].classes : m.classes;
  return !classes.empty() && (wanted.empty() || x.ontology.any_is_a(classes, wanted));
}

/// *beating the 3 billion that analysts polled by Zelt expected*: named only to tell something else from others.
bool in_clause_of_noun(const Context& x, std::uint32_t token, std::uint32_t of) {
  for (std::int32_t at = static_cast<std::int32_t>(token); at != kNoToken;
       at = x.tree.head(static_cast<std::uint32_t>(at))) {
    const auto t = static_cast<std::uint32_t>(at);
    if (x.tree.is(t, "acl")) return !x.tree.dominates(t, of);
  }
  return false;
}

/// True when the sentence speaks of a place, of another owner than this, or of what another name than `self` does:
/// *Orbis grew as revenue rose*, though Orbis was taken for a person. Who only reports is no owner.
bool names_other(const Context& x, std::uint32_t token, std::size_t entity, std::int32_t self,
                 const std::vector<std::string>& wanted) {
  const Span sentence = x.document.sentences[x.document.sentence_of(token)].tokens;
  const std::int32_t speaker = x.stance.at(token).speaker_mention;
  return std::any_of(x.document.mentions.begin(), x.document.mentions.end(), [&](const Mention& m) {
    if (!sentence.contains(m.tokens) || m.entity == static_cast<std::int32_t>(entity) ||
        (m.entity >= 0 && m.entity == self) || in_clause_of_noun(x, m.head, token))
      return false;
    if (names_figure(x.ontology, x.document.text(m.tokens))) return false;  // *EBIT*
    const bool speaks = speaker >= 0 && &m == &x.document.mentions[static_cast<std::size_t>(speaker)];
    const bool acts = m.kind == MentionKind::Named && !speaks && x.tree.is(m.head, "nsubj");
    return acts || !m.attributive.empty() || (m.kind == MentionKind::Named && m.type == NameType::Location) ||
           may_own(x, m, wanted);
  });
}

/// The organization that the article is about, when there is one beyond doubt, it has been named before and the
/// sentence names no other.
std::optional<End> central(const Context& x, std::uint32_t token, std::int32_t self,
                           const std::vector<std::string>& wanted) {
  const auto& entities = x.document.entities;
  std::size_t most = 0;
  std::size_t next = 0;
  std::size_t best = 0;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const Entity& e = entities[i];
    if (e.kind != EntityKind::Named || e.classes.empty() ||
        !x.resolver.fits(x.resolver.entity(static_cast<std::uint32_t>(i), {}), wanted))
      continue;
    const std::size_t n = e.mentions.size();
    if (n > most) {
      next = most;
      most = n;
      best = i;
    } else {
      next = std::max(next, n);
    }
  }
  if (most < kFewest || most < 2 * next || names_other(x, token, best, self, wanted)) return std::nullopt;
  const auto& mentions = entities[best].mentions;
  const bool before = std::any_of(mentions.begin(), mentions.end(),
                                  [&](std::uint32_t m) { return x.document.mentions[m].tokens.begin < token; });
  End end = x.resolver.entity(static_cast<std::uint32_t>(best), {});  // inferred: it stands nowhere near
  end.cost = 2;
  if (!before) return std::nullopt;
  return end;
}

}  // namespace

std::optional<End> topic(const Context& x, std::uint32_t token, const std::vector<std::string>& wanted, bool money) {
  const Stance stance = x.stance.at(token);
  if (stance.speaker_mention >= 0) {
    const Mention& m = x.document.mentions[static_cast<std::size_t>(stance.speaker_mention)];
    if (m.entity >= 0) {
      End end = x.resolver.entity(static_cast<std::uint32_t>(m.entity), m.tokens);
      end.cost = 1;
      const Entity& speaker = x.document.entities[static_cast<std::size_t>(m.entity)];  // not an analyst cited once
      const std::size_t n = speaker.mentions.size();
      const bool alone = n >= kAgain && !names_other(x, token, static_cast<std::size_t>(m.entity), -1, wanted);
      const bool central = speaker.kind == EntityKind::Named && (n >= kFewest || alone);
      if (central && !end.classes.empty() && x.resolver.fits(end, wanted)) return end;
    }
  }
  return money ? central(x, token, -1, wanted) : std::nullopt;
}

std::optional<End> protagonist(const Context& x, std::uint32_t token, const End& self,
                               const std::vector<std::string>& wanted) {
  std::optional<End> end = central(x, token, static_cast<std::int32_t>(self.argument.index), wanted);
  if (!end) return std::nullopt;
  const Document& d = x.document;
  const std::uint32_t here = d.sentence_of(token);
  for (const Mention& m : d.mentions) {
    if (m.entity < 0 || m.entity == static_cast<std::int32_t>(end->argument.index) || m.kind == MentionKind::Pronominal)
      continue;
    const Entity& other = d.entities[static_cast<std::size_t>(m.entity)];
    const std::uint32_t s = d.sentence_of(m.head);
    const bool near = s == here || (s < here && d.sentences[s].block == d.sentences[here].block);
    const bool acts = s == here || x.tree.is(m.head, "nsubj");
    if (near && acts && !other.classes.empty() && x.ontology.any_is_a(other.classes, wanted)) return std::nullopt;
  }
  end->argument.tokens = {};  // inferred: it stands nowhere near
  end->cost = 2;
  return end;
}

std::optional<End> counterpart(const Context& x, std::uint32_t token, const End& self,
                               const std::vector<std::string>& wanted) {
  const auto alike = [&](const End& end) {
    return !end.classes.empty() && end.argument.index != self.argument.index && x.resolver.fits(end, wanted) &&
           (x.ontology.any_is_a(end.classes, self.classes) || x.ontology.any_is_a(self.classes, end.classes));
  };
  if (self.argument.kind != Argument::Kind::Entity || self.classes.empty()) return std::nullopt;
  std::uint32_t at = token;
  for (int steps = 0; steps < 10 && x.tree.head(at) != kNoToken; ++steps) {
    at = static_cast<std::uint32_t>(x.tree.head(at));
    if (!x.tree.is_verb(at)) continue;
    for (const std::uint32_t c : x.tree.children(at)) {
      if (!x.tree.is(c, "nsubj")) continue;
      for (End& end : x.resolver.alternatives(c)) {
        const bool name = end.argument.kind == Argument::Kind::Entity && !end.pronoun && !end.nominal &&
                          x.document.entities[end.argument.index].kind == EntityKind::Named;
        if (!name || !alike(end)) continue;
        end.cost = 1;
        return end;
      }
    }
  }
  return std::nullopt;
}

}  // namespace triplewright::extract
