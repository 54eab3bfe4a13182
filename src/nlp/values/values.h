// Values of a text: counts, percentages, money, measures, durations, ordinals and times with their meaning.
// Pure functions; thread-safe.
#pragma once

#include <string_view>
#include <vector>

#include "triplewright/document.h"

namespace triplewright::nlp {

/// Fills `document.values`, in text order, without overlaps, from the tokens of each sentence. Uses forms, and the
/// part-of-speech tags where there are any. Relative times are resolved against `document.article.published`; without
/// it they are kept with `resolved` false. Quarters and fiscal years resolve as those of the calendar.
void find_values(Document& document);

/// A value of a plain text; `value.tokens` is empty.
struct LocatedValue {
  Value value;
  Span bytes;  ///< of the text: what `value.text` holds
  Span core;   ///< of the text: without bound words ("more than") and rate ("a year")
};

/// The values of one piece of text that is not tokenized. `published` is an xsd:date or xsd:dateTime, or empty.
[[nodiscard]] std::vector<LocatedValue> find_values_in_text(std::string_view text, std::string_view published);

}  // namespace triplewright::nlp
