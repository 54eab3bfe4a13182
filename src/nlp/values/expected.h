// What a case of Recognizers-Text expects, and whether a value that was found is that. Pure functions; thread-safe.
#pragma once

#include <rapidjson/document.h>

#include <string>
#include <string_view>

#include "nlp/values/values.h"

namespace triplewright::nlp {

using Json = rapidjson::Value;

/// A string member of an object, or empty.
[[nodiscard]] std::string text_of(const Json& object, const char* key);
/// A member of an object, or null.
[[nodiscard]] const Json* member(const Json& object, const char* key);

/// One result of a case; `resolution` belongs to the document that it was read from, and may be null.
struct Expected {
  std::string type, text;
  Span span;  ///< bytes of the input
  const Json* resolution = nullptr;
};

/// A value of this kind may be what is expected as `type`.
[[nodiscard]] bool is_of_type(ValueKind kind, std::string_view type);
/// The same span of `text` but for a leading preposition or article, bound words, and rates.
[[nodiscard]] bool span_right(std::string_view text, const LocatedValue& v, const Expected& e);
/// The same number, unit and days, as ValueScore says.
[[nodiscard]] bool value_right(const Value& v, const Expected& e);

}  // namespace triplewright::nlp
