// What a passage is about, for figures whose owner is not named again. Pure; thread-safe.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/context.h"

namespace triplewright::extract {

/// The organization that a figure at this token belongs to when the sentence does not say: whoever reports it (*revenue
/// rose 5%, Acme said*), else, of an amount of `money`, the organization that the article names by far the most, if it
/// has been named before and the sentence names no other.
[[nodiscard]] std::optional<End> topic(const Context& context, std::uint32_t token,
                                       const std::vector<std::string>& wanted, bool money);

/// Whose chief executive *chief executive X* is when the phrase does not say: the one that the article is about beyond
/// doubt, unless the sentence names another or the paragraph has spoken of another before. `token` is the post, `self`
/// X.
[[nodiscard]] std::optional<End> protagonist(const Context& context, std::uint32_t token, const End& self,
                                             const std::vector<std::string>& wanted);

/// Who *rival X* is a rival of when the phrase does not say: the subject by name of a clause around it; a thing of
/// the same kind as `self`.
[[nodiscard]] std::optional<End> counterpart(const Context& context, std::uint32_t token, const End& self,
                                             const std::vector<std::string>& wanted);

}  // namespace triplewright::extract
