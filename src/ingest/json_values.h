// Cuts a stream of JSON into values, so that a file of any size is read one record at a time. Thread-safety: one
// thread.
#pragma once

#include <string>

#include "ingest/source.h"
#include "triplewright/error.h"

namespace triplewright::ingest {

/// Values one after the other: the elements of a top-level array, or whole values that stand in a row.
class JsonValues {
 public:
  JsonValues(Stream& stream, std::size_t limit) : stream_(stream), limit_(limit) {}

  enum class Step : std::uint8_t { Value, TooLarge, End };
  /// Takes the next value, unparsed; `where` gets its line, column and offset. A value beyond the limit is skipped.
  Step next(std::string& value, Position& where);

 private:
  bool get(char& c);
  bool look(char& c);

  Stream& stream_;
  std::size_t limit_;
  bool in_array_ = false;
  std::size_t line_ = 1, column_ = 1;
};

}  // namespace triplewright::ingest
