// Posts as nouns of a frame: *president*, *analyst*, *resigned as chancellor*. Pure; thread-safe.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/choices.h"
#include "extract/context.h"
#include "extract/reading.h"

namespace triplewright::extract {

/// The noun of the frame is the post: *president*, *analyst*.
[[nodiscard]] bool names_post(const Sense& sense);

/// *PR director of Acme*, *research director of VR at Acme*: a post is with what is known to be an organization or
/// place, rather than with a name of no known kind; two unknown letters are a field (*PR*, *IT*).
void prefer_known(const Context& context, std::vector<Choice>& objects);

/// *resigned as chancellor*: the noun of a post that the frame takes as its object when it is at nobody named, or
/// kNoToken.
[[nodiscard]] std::int32_t post_left(const Reading& r, const Sense& sense);

/// A post at nobody named, as worded, as the end of a statement.
[[nodiscard]] End post_end(const Context& context, std::uint32_t noun, std::uint32_t holder);

}  // namespace triplewright::extract
