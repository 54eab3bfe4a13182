// What stands in parentheses after a name: who was born and who died when. Pure; thread-safe.
#pragma once

#include <cstdint>
#include <optional>

#include "triplewright/document.h"

namespace triplewright::extract {

/// The name that parentheses follow, and the tokens between them.
struct NameRemark {
  std::uint32_t mention = 0;  ///< index of Document::mentions
  Span inside;
};

/// The parentheses that open at this token, where they follow a name: *Jo Doe (*, *Jo Doe, (*.
[[nodiscard]] std::optional<NameRemark> name_remark(const Document& document, std::uint32_t open);

/// Two dates in parentheses after a name, with a dash between them, as indices of Document::values.
struct LifeDates {
  std::uint32_t born = 0, died = 0;
};

/// *Jo Doe (4 May 1901 – 1970)*, *Jo Doe (1901–1970) was a painter*; but *chairman Jo Doe (1991–1995)* held a post
/// then: years alone are a life's where they are long enough and the name is what the sentence begins with and
/// describes.
[[nodiscard]] std::optional<LifeDates> life_dates(const Document& document, std::uint32_t open);

}  // namespace triplewright::extract
