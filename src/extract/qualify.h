// Values and qualifiers: amounts, times, wordings. Pure; thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/context.h"

namespace triplewright::extract {

/// The value that this argument of a frame finds at a predicate, of a kind that the property takes.
[[nodiscard]] std::optional<End> value_filler(const Context& context, std::uint32_t predicate, PartOfSpeech pos,
                                              const std::vector<Filler>& fillers, const SyntacticArgument& argument,
                                              const OntologyProperty* property);

/// True for a property whose values are amounts of money.
[[nodiscard]] bool takes_money(const OntologyProperty& property);

/// The number that modifies this noun ("up to 200,000 chips"), or an empty argument.
[[nodiscard]] Argument quantity_of(const Context& context, std::uint32_t noun);

/// The words of a post: *vice president for sales* of *Acme's vice president for sales Jo Doe*, without the parts
/// headed by `used`.
[[nodiscard]] std::string post_wording(const Context& context, std::uint32_t noun,
                                       const std::vector<std::uint32_t>& used);

/// What somebody says, asks or promises, as worded: the clause or phrase headed by this token without the clauses that
/// a comma sets off after it. `from`: the token at which it begins when it takes words before the phrase along (*urged
/// members to agree*), else the token itself. `not_before`: what stands before it (subject and copula) is left out.
[[nodiscard]] Argument content_argument(const Context& context, std::uint32_t token, std::uint32_t from,
                                        std::uint32_t not_before = 0);

/// Times of the clause of this predicate, as tw:time qualifiers.
void add_times(const Context& context, std::uint32_t predicate, PartOfSpeech pos, Claim& claim);

/// Qualifiers that the roles of a sense ask for. Tokens in `used` are ends of the claim already.
void add_roles(const Context& context, std::uint32_t predicate, PartOfSpeech pos, const Sense& sense,
               const std::vector<Filler>& fillers, const std::vector<std::uint32_t>& used, Claim& claim);

/// Sorted, each once.
void normalize_qualifiers(Claim& claim);

}  // namespace triplewright::extract
