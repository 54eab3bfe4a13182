// The ends that a frame may take at a predicate, and the claims that come of them. Pure; thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/context.h"
#include "extract/lookup.h"

namespace triplewright::extract {

/// One way to fill an end of a frame: several ends when the filler is coordinated.
struct Choice {
  std::uint32_t token = 0;
  std::string_view construction;
  std::vector<End> ends;
  double cost = 0;
};

/// Which end of the statement is looked for; an owner is what a figure is of.
enum class Side : std::uint8_t { Subject, Object, Owner };

/// What keeps a filler from being an end, for --why.
struct Refusal {
  bool any_filler = false;
  bool any_end = false;
};

/// The fillers of these arguments whose ends are of a wanted kind (of the property, and narrower of the sense),
/// cheapest first. This is where a common noun is judged: one that says no more than its class (*companies*,
/// *the product*) is no end, and a class of things without a word that narrows it is no subject.
[[nodiscard]] std::vector<Choice> choices(const Context& context, std::uint32_t predicate,
                                          const std::vector<Filler>& fillers,
                                          const std::vector<SyntacticArgument>& arguments,
                                          const std::vector<std::string>& wanted,
                                          const std::vector<std::string>& narrower, Side side, bool names_only,
                                          Refusal& refusal);

/// The same thing, wherever it stands.
[[nodiscard]] bool same_thing(const Argument& a, const Argument& b);
/// A thing with a name and a known kind.
[[nodiscard]] bool is_name(const Context& context, const End& end);

[[nodiscard]] Candidate make_candidate(const Context& context, std::uint32_t predicate, const EntryMatch& match,
                                       const Sense& sense, const End& subject, const End& object, double cost,
                                       std::string_view construction);

/// Stance of a token, changed by the sense's own factuality, onto the claim.
void set_stance(const Context& context, std::uint32_t at, const Sense& sense, Claim& claim);

/// The verb that supports this noun (*impose* a ban), or the noun. Without one, the subject of its verb is not the
/// noun's, and is taken out of the fillers.
[[nodiscard]] std::uint32_t support_verb(const Context& context, std::uint32_t noun, const LexicalEntry& entry,
                                         std::vector<Filler>& fillers);

}  // namespace triplewright::extract
