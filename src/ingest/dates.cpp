#include "ingest/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "text/normalize.h"

namespace triplewright::ingest {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool exists(int year, int month, int day) {
  if (year < 1000 || year > 2999 || month < 1 || month > 12 || day < 1) return false;
  constexpr std::array<int, 12> kLengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= kLengths[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

std::string format(const char* pattern, int a, int b, int c) {
  std::array<char, 48> buffer{};
  std::snprintf(buffer.data(), buffer.size(), pattern, a, b, c);
  return buffer.data();
}

/// A word or number of the text; everything else separates.
struct Piece {
  std::size_t begin = 0, end = 0;
  int number = -1;
  int month = 0;
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < text.size();) {
    Piece piece{i, i};
    if (is_digit(text[i])) {
      while (piece.end < text.size() && is_digit(text[piece.end])) ++piece.end;
      // "March 3, 20259:04 AM": the clock glued to the year.
      if ((piece.size() == 5 || piece.size() == 6) && piece.end < text.size() && text[piece.end] == ':')
        piece.end = i + 4;
      if (piece.size() <= 8) std::from_chars(text.data() + i, text.data() + piece.end, piece.number);
    } else if (is_alpha(text[i])) {
      while (piece.end < text.size() && is_alpha(text[piece.end])) ++piece.end;
      piece.month = month_number(text.substr(i, piece.size()));
    } else {
      ++i;
      continue;
    }
    i = piece.end;
    pieces.push_back(piece);
  }
  return pieces;
}

/// Reads "T10:20[:30[.5]][Z|+01:00|+0100]" or, for RFC 822, " 10:20[:30] GMT|+0100", at `at`, and appends it to
/// `found`.
void append_time(std::string_view text, std::size_t at, FoundDate& found) {
  const auto two = [&](std::size_t i) {
    return i + 1 < text.size() && is_digit(text[i]) && is_digit(text[i + 1]) ? (text[i] - '0') * 10 + text[i + 1] - '0'
                                                                             : -1;
  };
  if (at >= text.size() || (text[at] != 'T' && text[at] != 't' && text[at] != ' ')) return;
  ++at;
  const int hour = two(at);
  if (hour < 0 || hour > 23 || at + 2 >= text.size() || text[at + 2] != ':') return;
  const int minute = two(at + 3);
  if (minute < 0 || minute > 59) return;
  at += 5;
  int second = 0;
  if (at < text.size() && text[at] == ':' && two(at + 1) >= 0 && two(at + 1) < 60) {
    second = two(at + 1);
    at += 3;
    if (at < text.size() && text[at] == '.') {
      ++at;
      while (at < text.size() && is_digit(text[at])) ++at;
    }
  }
  std::size_t zone = at;
  while (zone < text.size() && text[zone] == ' ') ++zone;
  const std::string_view rest = text.substr(zone);
  std::string suffix;
  if (rest.starts_with("Z") || rest.starts_with("z") || rest.starts_with("GMT") || rest.starts_with("UTC")) {
    suffix = "Z";
    at = zone + (rest.size() > 1 && (rest[0] == 'G' || rest[0] == 'U') ? 3 : 1);
  } else if (rest.size() >= 3 && (rest[0] == '+' || rest[0] == '-') && two(zone + 1) >= 0 && two(zone + 1) <= 14) {
    const std::size_t minutes = zone + 3 + (rest.size() > 3 && rest[3] == ':' ? 1 : 0);
    const bool has_minutes = two(minutes) >= 0 && two(minutes) < 60;
    suffix = format("%c%02d:%02d", rest[0], two(zone + 1), has_minutes ? two(minutes) : 0);
    if (suffix.substr(1) == "00:00") suffix = "Z";
    at = has_minutes ? minutes + 2 : zone + 3;
  }
  // "10:20 p.m." is a clock time without a zone: the date alone is certain.
  if (suffix.empty() &&
      (rest.starts_with("p") || rest.starts_with("P") || rest.starts_with("a") || rest.starts_with("A"))) {
    return;
  }
  found.value += format("T%02d:%02d:%02d", hour, minute, second) + suffix;
  found.end = at;
}

}  // namespace

int month_number(std::string_view word) {
  if (word.size() < 3) return 0;
  const std::string lower = text::lower(word);
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (lower == kMonths[i] || lower == kMonths[i].substr(0, 3) || (i == 8 && lower == "sept"))
      return static_cast<int>(i) + 1;
  }
  return 0;
}

bool is_weekday(std::string_view word) {
  const std::string lower = text::lower(word);
  for (const std::string_view day : kDays) {
    if (lower == day || (lower.size() >= 3 && lower.size() <= 5 && day.starts_with(lower))) return true;
  }
  return false;
}

std::optional<FoundDate> find_date(std::string_view text) {
  const std::vector<Piece> pieces = pieces_of(text);
  const auto between = [&](std::size_t i) { return text.substr(pieces[i].end, pieces[i + 1].begin - pieces[i].end); };
  const auto loose = [](std::string_view gap) {
    return gap.size() <= 3 && gap.find_first_not_of(" .,-/\t") == std::string_view::npos;
  };
  const auto ordinal = [&](std::size_t i) {
    const std::string_view word = text.substr(pieces[i].begin, pieces[i].size());
    return word == "st" || word == "nd" || word == "rd" || word == "th" || word == "of" || word == "de";
  };
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    // Three parts; an ordinal ending may stand after the day.
    std::array<std::size_t, 3> at{};
    std::size_t next = i;
    bool ok = true;
    for (std::size_t part = 0; part < 3 && ok; ++part) {
      if (part > 0) {
        if (next < pieces.size() && ordinal(next)) ++next;
        ok = next < pieces.size();
        if (!ok) break;
      }
      at[part] = next++;
    }
    if (!ok) continue;
    const Piece &a = pieces[at[0]], &b = pieces[at[1]], &c = pieces[at[2]];
    int year = 0, month = 0, day = 0;
    bool numeric = false;
    if (a.month != 0 && b.number > 0 && b.size() <= 2 && c.size() == 4 && c.number > 0) {
      year = c.number, month = a.month, day = b.number;
    } else if (b.month != 0 && a.number > 0 && a.size() <= 2 && c.size() == 4 && c.number > 0) {
      year = c.number, month = b.month, day = a.number;
    } else if (a.number > 0 && b.number > 0 && c.number > 0 && a.size() == 4 && b.size() <= 2 && c.size() <= 2) {
      const std::string_view gap = between(at[0]);
      numeric = gap == between(at[1]) && (gap == "-" || gap == "/" || gap == ".");
      const bool chinese = gap == "\u5e74" && between(at[1]) == "\u6708";
      if (numeric || chinese) year = a.number, month = b.number, day = c.number;
    } else if (a.number > 0 && b.number > 0 && c.size() == 4 && c.number > 0 && a.size() <= 2 && b.size() <= 2) {
      const std::string_view gap = between(at[0]);
      if (gap == between(at[1]) && (gap == "/" || gap == "." || gap == "-")) {
        year = c.number, month = a.number, day = b.number;
        if (month > 12) std::swap(month, day);
      }
    }
    const bool version = c.end + 1 < text.size() && text[c.end] == '.' && is_digit(text[c.end + 1]);
    if (year == 0 || version || !exists(year, month, day)) continue;
    if (a.month != 0 || b.month != 0) {
      bool close = true;
      for (std::size_t k = i; k < at[2]; ++k) close = close && loose(between(k));
      if (!close) continue;
    }
    FoundDate found{format("%04d-%02d-%02d", year, month, day), a.begin, c.end};
    append_time(text, c.end, found);
    return found;
  }
  return std::nullopt;
}

std::string date_value(std::string_view text) {
  text = text::trim(text);
  if (const auto found = find_date(text)) return found->value;
  // "20250303T101500Z", the basic form of ISO 8601 in NITF: as the extended form.
  if (text.size() > 8 && text[8] == 'T' && text.find_first_not_of("0123456789") == 8) {
    std::string extended(text.substr(0, 4));
    (extended += '-').append(text.substr(4, 2)) += '-';
    extended.append(text.substr(6, 5));
    for (std::size_t at = 11; at + 2 <= text.size() && is_digit(text[at]); at += 2)
      (extended += ':').append(text.substr(at, 2));
    extended.append(text.substr(std::min(text.find_first_not_of("0123456789", 9), text.size())));
    const auto found = find_date(extended);
    return found ? found->value : std::string();
  }
  if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return {};
  std::int64_t number = 0;
  if (std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc()) return {};
  if (text.size() == 8) {
    const int year = static_cast<int>(number / 10000), month = static_cast<int>(number / 100 % 100);
    const int day = static_cast<int>(number % 100);
    return exists(year, month, day) ? format("%04d-%02d-%02d", year, month, day) : std::string();
  }
  if (text.size() == 13) number /= 1000;
  if (text.size() != 10 && text.size() != 13) return {};
  // Days since 1970 to a civil date (H. Hinnant, "chrono-compatible low-level date algorithms").
  const std::int64_t days = number / 86400 + 719468, seconds = number % 86400;
  const std::int64_t era = days / 146097, doe = days % 146097;
  const std::int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
  const std::int64_t day = doy - (153 * mp + 2) / 5 + 1, month = mp < 10 ? mp + 3 : mp - 9;
  const std::int64_t year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return format("%04d-%02d-%02d", static_cast<int>(year), static_cast<int>(month), static_cast<int>(day)) +
         format("T%02d:%02d:%02dZ", static_cast<int>(seconds / 3600), static_cast<int>(seconds / 60 % 60),
                static_cast<int>(seconds % 60));
}

}  // namespace triplewright::ingest
