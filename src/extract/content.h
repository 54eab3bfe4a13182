// What somebody says, asks or promises, as the object of a frame. Pure; thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/context.h"
#include "extract/reading.h"

namespace triplewright::extract {

/// A clause or phrase taken as worded: a tw:Content, and the token that heads it.
struct Content {
  End end;
  std::uint32_t token = 0;
  int cost = 0;
};

/// *promised to build a plant*, *promised $5 million in aid*: the first of these arguments that is there. Nouns must
/// say which (*reports of a delay*; *the plan* could be any) unless `any_noun`.
[[nodiscard]] std::optional<Content> content_at(const Reading& r, const std::vector<SyntacticArgument>& arguments,
                                                bool any_noun);

/// True for a sense whose object is what its own word says of the subject: *was arrested*, *is the largest maker*.
[[nodiscard]] bool is_said_by_itself(const Sense& sense);

/// *calling themselves X*
[[nodiscard]] bool has_reflexive(const Reading& r);

}  // namespace triplewright::extract
