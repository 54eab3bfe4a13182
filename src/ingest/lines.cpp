#include "ingest/lines.h"

#include <algorithm>

#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::ingest {

namespace {

bool is_closing(char32_t c) {
  return c == U'"' || c == U'\'' || c == U'”' || c == U'’' || c == U')' || c == U']' || c == U'»' || c == U'*' ||
         c == U'_';
}
bool is_stop(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'…' || c == U'。';
}

void measure(Line& line) {
  bool upper = false, in_word = false;
  std::size_t letters = 0, word_letters = 0, ideographs = 0;
  char32_t last_solid = 0;
  for (std::size_t at = 0; at < line.text.size();) {
    const char32_t c = text::decode(line.text, at);
    if (text::is_space(c)) {
      if (is_stop(last_solid) && word_letters >= 2) ++line.sentence_ends;
      in_word = false;
      continue;
    }
    const bool letter = text::is_letter(c), digit = text::is_digit(c);
    if (!in_word && (letter || digit)) {
      in_word = true;
      word_letters = 0;
      ++line.words;
      if (text::is_upper(c) || digit) ++line.capitalized;
    }
    // Scripts without spaces: two signs to a word.
    if (letter && ((c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF))) {
      line.has_lower = true;
      if (++ideographs % 2 == 0) ++line.words;
    }
    if (letter) {
      ++letters;
      ++word_letters;
      if (text::is_upper(c)) upper = true;
      if (text::is_lower(c)) line.has_lower = true;
    }
    if (!is_closing(c)) last_solid = c;
  }
  if (is_stop(last_solid) && word_letters >= 2) ++line.sentence_ends;
  line.ends_sentence = is_stop(last_solid);
  line.all_caps = upper && !line.has_lower && letters >= 2;
}

std::size_t first_word_size(std::string_view line) {
  return std::min(line.find_first_of(" \t"), line.size());
}

bool starts_item(std::string_view line) {
  return !line.empty() && (line[0] == '-' || line[0] == '*' || line[0] == '#' || line[0] == '>' || line[0] == '|' ||
                           line.starts_with("\u2022"));
}

/// Joins the lines of texts that were wrapped at a fixed width: a line was wrapped when the next line's first word
/// would not have fitted on it.
std::vector<Line> unwrap(std::string_view text, std::vector<Line> lines) {
  std::size_t width = 0, joinable = 0, tried = 0;
  for (const Line& line : lines) width = std::max(width, text::count_code_points(line.text));
  if (width < 40 || width > 110) return lines;
  const auto wrapped = [&](const Line& a, const Line& b) {
    return !b.gap_before && !starts_item(b.text) &&
           text::count_code_points(a.text) + 1 + text::count_code_points(b.text.substr(0, first_word_size(b.text))) >
               width;
  };
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].gap_before) continue;
    ++tried;
    if (wrapped(lines[i - 1], lines[i])) ++joinable;
  }
  if (joinable < 3 || joinable * 2 < tried) return lines;
  std::vector<Line> out;
  const Line* previous = nullptr;
  for (const Line& line : lines) {
    if (previous != nullptr && wrapped(*previous, line)) {
      out.back().span.end = line.span.end;
    } else {
      out.push_back(line);
    }
    previous = &line;
  }
  for (Line& line : out) line.text = text.substr(line.span.begin, line.span.size());
  return out;
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  bool gap = true;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find_first_of("\r\n\f\v", at);
    if (end == std::string_view::npos) end = text.size();
    ++number;
    const std::string_view content = text::trim(text.substr(at, end - at));
    if (content.empty()) {
      gap = true;
    } else {
      Line line;
      line.span.begin = static_cast<std::uint32_t>(content.data() - text.data());
      line.span.end = static_cast<std::uint32_t>(line.span.begin + content.size());
      line.text = content;
      line.gap_before = gap;
      line.number = number;
      lines.push_back(line);
      gap = false;
    }
    at = end + 1;
    if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n') ++at;
  }
  lines = unwrap(text, std::move(lines));
  for (Line& line : lines) measure(line);
  return lines;
}

std::string plain(std::string_view line) {
  std::string out;
  const std::string lower = text::lower(line);
  for (std::size_t at = 0; at < lower.size();) {
    char32_t c = text::decode(lower, at);
    if (c == U'’' || c == U'‘') c = U'\'';
    if (c == U'“' || c == U'”') c = U'"';
    if (c == U'–' || c == U'—' || c == U'\u2011') c = U'-';
    if (c == U'…') {
      out += "...";
      continue;
    }
    if (text::is_space(c)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      text::append(out, c);
    }
  }
  const std::string_view trimmed(out);
  const std::size_t begin = trimmed.find_first_not_of(" *-:>[](){}#_|+=~.\"");
  if (begin == std::string_view::npos) return {};
  const std::size_t end = trimmed.find_last_not_of(" *-:>[](){}#_|+=~.!\"<");
  return out.substr(begin, end + 1 - begin);
}

}  // namespace triplewright::ingest
