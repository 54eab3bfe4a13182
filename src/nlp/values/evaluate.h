// Scores the value grammars on cases in the format of Recognizers-Text (github.com/microsoft/Recognizers-Text, Specs):
// a JSON array of {Input, Context.ReferenceDateTime, Results: [{Text, Start, Resolution | Value}]}.
// Pure functions; thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace triplewright::nlp {

/// A case is right when every result it expects is found with that span (value), and, where it expects none, nothing of
/// the file's kind is found. A leading article or preposition counts in no span, nor do bound words and rates where the
/// case leaves them out. A time is right when the expected first day (last day) is that of the value found; a point
/// that we give as its year or month ("two years ago") must contain the expected day, and so must an end of an interval
/// that we give as a month or year; either of two readings of a date without a year will do.
struct ValueScore {
  std::string source;
  std::size_t cases = 0;                                     ///< scored
  std::size_t spans = 0;                                     ///< with every span right
  std::size_t values = 0;                                    ///< with every span and value right
  std::size_t left_out = 0;                                  ///< not scored, by `reasons`
  std::vector<std::pair<std::string, std::size_t>> reasons;  ///< kinds that news does not have, and how often each
  std::vector<std::string> mistakes;  ///< one line each: the input, what was expected, what was found
};

/// With `everything`, only what the file itself types as a clock time, recurrence, age, power or relative ordinal is
/// left out, and nothing by its wording: the wordings were chosen on these same cases, so the stricter figure is the
/// one to compare with others. Throws Error with the source name when `json` is not such a file.
[[nodiscard]] ValueScore score_values(std::string_view json, std::string_view source_name, bool everything = false);

}  // namespace triplewright::nlp
