// Ends and qualifiers that are words of the sentence rather than things. Pure; thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/context.h"

namespace triplewright::extract {

/// The words of a phrase without the preposition that introduces it.
[[nodiscard]] std::string wording(const Context& context, std::uint32_t head);

/// The words of a post: *vice president for sales* of *Acme's vice president for sales Jo Doe*, without the parts
/// headed by `used`.
[[nodiscard]] std::string post_wording(const Context& context, std::uint32_t noun,
                                       const std::vector<std::uint32_t>& used);

/// What somebody says, asks or promises, as worded: the clause or phrase headed by this token without the clauses that
/// a comma sets off after it. `from`: the token at which it begins when it takes words before the phrase along (*urged
/// members to agree*), else the token itself. `not_before`: what stands before it (subject and copula) is left out.
[[nodiscard]] Argument content_argument(const Context& context, std::uint32_t token, std::uint32_t from,
                                        std::uint32_t not_before = 0);

/// One word as the content of a claim: *arrested*, *died*.
[[nodiscard]] Argument word_content(const Context& context, std::uint32_t token);

/// What a noun says of its subject, as worded, without subject, copula and article: *largest maker in Europe*, *one of
/// its suppliers*.
[[nodiscard]] Argument predicate_content(const Context& context, std::uint32_t noun);

}  // namespace triplewright::extract
