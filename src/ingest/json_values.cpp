#include "ingest/json_values.h"

namespace triplewright::ingest {

bool JsonValues::look(char& c) {
  const std::string_view next = stream_.peek(1);
  if (next.empty()) return false;
  c = next[0];
  return true;
}

bool JsonValues::get(char& c) {
  if (stream_.read(&c, 1) == 0) return false;
  if (c == '\n') {
    ++line_;
    column_ = 1;
  } else {
    ++column_;
  }
  return true;
}

JsonValues::Step JsonValues::next(std::string& value, Position& where) {
  value.clear();
  char c = 0;
  while (look(c)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == '\xEF' || c == '\xBB' ||
                       c == '\xBF' || c == '\x1E';
    if (!blank && c == '[' && !in_array_) {
      in_array_ = true;
    } else if (!blank && c == ']' && in_array_) {
      in_array_ = false;
    } else if (!blank) {
      break;
    }
    get(c);
  }
  if (!look(c)) return Step::End;
  where.line = line_;
  where.column = column_;
  where.offset = stream_.offset();
  std::size_t depth = 0;
  bool quoted = false, escaped = false, large = false;
  while (look(c)) {
    if (depth == 0 && !quoted && !value.empty() && (c == ',' || c == ']' || c == '\n' || c == '{' || c == '[')) break;
    get(c);
    if (value.size() < limit_) {
      value += c;
    } else {
      large = true;
    }
    if (quoted) {
      if (!escaped && c == '"') quoted = false;
      escaped = !escaped && c == '\\';
      continue;
    }
    if (c == '"') quoted = true;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && (depth == 0 || --depth == 0)) break;
  }
  return large ? Step::TooLarge : Step::Value;
}

}  // namespace triplewright::ingest
