#include "rdf/datatypes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <utility>
#include <vector>

#include "rdf/iri.h"

namespace triplewright::rdf {
namespace {

using Form = std::optional<std::string>;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string_view collapse(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const auto begin = text.find_first_not_of(blank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

struct Signed {
  bool negative = false;
  std::string_view rest;
};
Signed take_sign(std::string_view text) {
  if (text.starts_with('-')) return {true, text.substr(1)};
  if (text.starts_with('+')) return {false, text.substr(1)};
  return {false, text};
}

Form boolean(std::string_view text) {
  if (text == "true" || text == "1") return "true";
  if (text == "false" || text == "0") return "false";
  return std::nullopt;
}

Form integer(std::string_view text) {
  auto [negative, digits] = take_sign(text);
  if (!all_digits(digits)) return std::nullopt;
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
  return (negative && digits != "0" ? "-" : "") + std::string(digits);
}

// Compares integers in canonical form.
bool less(std::string_view a, std::string_view b) {
  const bool a_negative = a.starts_with('-');
  const bool b_negative = b.starts_with('-');
  if (a_negative != b_negative) return a_negative;
  if (a.size() != b.size()) return (a.size() < b.size()) != a_negative;
  return a_negative ? b < a : a < b;
}

Form bounded(std::string_view text, std::string_view lowest, std::string_view highest) {
  Form form = integer(text);
  if (form && ((!lowest.empty() && less(*form, lowest)) || (!highest.empty() && less(highest, *form))))
    return std::nullopt;
  return form;
}

Form decimal(std::string_view text) {
  auto [negative, rest] = take_sign(text);
  const auto point = std::min(rest.find('.'), rest.size());
  std::string_view whole = rest.substr(0, point);
  std::string_view part = point < rest.size() ? rest.substr(point + 1) : std::string_view{};
  if ((whole.empty() && part.empty()) || (!whole.empty() && !all_digits(whole)) || (!part.empty() && !all_digits(part)))
    return std::nullopt;
  whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
  part = part.substr(0, part.find_last_not_of('0') + 1);
  std::string out = whole.empty() ? "0" : std::string(whole);
  if (!part.empty()) out += "." + std::string(part);
  return negative && out != "0" ? "-" + out : out;
}

template <typename Number>
Form floating(std::string_view text) {
  const std::string_view digits = text.starts_with('+') ? text.substr(1) : text;
  // from_chars also takes "inf", "nan" and "infinity", which start with a letter.
  if (digits.empty() || digits.find_first_not_of("0123456789.eE+-") != std::string_view::npos) return std::nullopt;
  Number value{};
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (read.ec == std::errc::result_out_of_range && !std::isfinite(value)) return std::nullopt;
  if (read.ec == std::errc::result_out_of_range) return std::nullopt;
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || !std::isfinite(value)) return std::nullopt;
  std::array<char, 64> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific).ptr;
  const std::string_view shortest(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const auto e = shortest.find('e');
  std::string out(shortest.substr(0, e));
  if (out.find('.') == std::string::npos) out += ".0";
  int exponent = 0;
  std::string_view power = shortest.substr(e + 1);
  if (power.starts_with('+')) power.remove_prefix(1);
  std::from_chars(power.data(), power.data() + power.size(), exponent);
  return out + "E" + std::to_string(exponent);
}

// Reads the parts of dates and times from the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}
  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // A number of exactly two digits within bounds.
  bool two(int& value, int lowest, int highest) {
    if (rest_.size() < 2 || !is_digit(rest_[0]) || !is_digit(rest_[1])) return false;
    value = (rest_[0] - '0') * 10 + (rest_[1] - '0');
    rest_.remove_prefix(2);
    return value >= lowest && value <= highest;
  }
  // Four or more digits, no leading zero beyond four, not 0000 (XSD 1.0 has no such year).
  bool year(std::string& text, int& value) {
    const bool negative = take('-');
    const auto length = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    const std::string_view digits = rest_.substr(0, length);
    if (length < 4 || length > 9 || (length > 4 && digits[0] == '0') || digits == "0000") return false;
    text = (negative ? "-" : "") + std::string(digits);
    std::from_chars(digits.data(), digits.data() + length, value);
    if (negative) value = -value;
    rest_.remove_prefix(length);
    return true;
  }
  bool fraction(std::string& text) {
    if (!take('.')) return true;
    const auto length = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    if (length == 0) return false;
    const std::string_view digits = rest_.substr(0, length);
    const auto last = digits.find_last_not_of('0');
    if (last != std::string_view::npos) text = "." + std::string(digits.substr(0, last + 1));
    rest_.remove_prefix(length);
    return true;
  }
  // An optional time zone, up to the end.
  bool zone(std::string& text) {
    if (rest_.empty()) return true;
    if (rest_ == "Z" || rest_ == "+00:00" || rest_ == "-00:00") {
      text = "Z";
      return true;
    }
    text = std::string(rest_);
    int hours = 0;
    int minutes = 0;
    return (take('+') || take('-')) && two(hours, 0, 14) && take(':') && two(minutes, 0, hours == 14 ? 0 : 59) &&
           rest_.empty();
  }

 private:
  std::string_view rest_;
};

std::string two_digits(int value) {
  const std::string digits = std::to_string(value);
  return digits.size() < 2 ? "0" + digits : digits;
}

bool day_exists(int year, int month, int day) {
  // The calendar repeats every 400 years; chrono knows years of 16 bits only.
  const std::chrono::year_month_day date{std::chrono::year{year % 400},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  return date.ok();
}

Form date(std::string_view text) {
  Scanner in(text);
  std::string year_text, zone;
  int year = 0, month = 0, day = 0;
  if (!in.year(year_text, year) || !in.take('-') || !in.two(month, 1, 12) || !in.take('-') || !in.two(day, 1, 31) ||
      !in.zone(zone) || !day_exists(year, month, day))
    return std::nullopt;
  return year_text + "-" + two_digits(month) + "-" + two_digits(day) + zone;
}

Form time(std::string_view text) {
  Scanner in(text);
  std::string fraction, zone;
  int hour = 0, minute = 0, second = 0;
  if (!in.two(hour, 0, 23) || !in.take(':') || !in.two(minute, 0, 59) || !in.take(':') || !in.two(second, 0, 59) ||
      !in.fraction(fraction) || !in.zone(zone))
    return std::nullopt;
  return two_digits(hour) + ":" + two_digits(minute) + ":" + two_digits(second) + fraction + zone;
}

Form date_time(std::string_view text) {
  const auto split = text.find('T');
  if (split == std::string_view::npos || text.substr(0, split).find_first_of("Z+") != std::string_view::npos)
    return std::nullopt;
  const std::string_view day_text = text.substr(0, split);
  std::string_view clock = text.substr(split + 1);
  Form day = date(day_text);
  // The date may bear no zone of its own: that would be longer than its canonical form without one.
  if (!day || std::count(day_text.begin(), day_text.end(), '-') != (day_text.starts_with('-') ? 3 : 2))
    return std::nullopt;
  if (Form within = time(clock)) return *day + "T" + *within;
  // 24:00:00 is the first moment of the next day.
  if (!clock.starts_with("24:00:00")) return std::nullopt;
  Form midnight = time("00:00:00" + std::string(clock.substr(8)));
  if (!midnight || !midnight->starts_with("00:00:00") || midnight->starts_with("00:00:00.")) return std::nullopt;
  const auto month_at = day->size() - 5;
  int year = 0, month = 0, day_number = 0;
  if (day->size() > 10 || std::from_chars(day->data(), day->data() + month_at - 1, year).ec != std::errc() || year < 0)
    return std::nullopt;
  std::from_chars(day->data() + month_at, day->data() + month_at + 2, month);
  std::from_chars(day->data() + month_at + 3, day->data() + day->size(), day_number);
  const std::chrono::year_month_day next{std::chrono::sys_days{std::chrono::year{year} / month / day_number} +
                                         std::chrono::days{1}};
  const int next_year = static_cast<int>(next.year());
  std::string out = std::to_string(next_year);
  out.insert(0, out.size() < 4 ? 4 - out.size() : 0, '0');
  return out + "-" + two_digits(static_cast<int>(static_cast<unsigned>(next.month()))) + "-" +
         two_digits(static_cast<int>(static_cast<unsigned>(next.day()))) + "T" + *midnight;
}

Form year(std::string_view text) {
  Scanner in(text);
  std::string year_text, zone;
  int value = 0;
  if (!in.year(year_text, value) || !in.zone(zone)) return std::nullopt;
  return year_text + zone;
}

Form year_month(std::string_view text) {
  Scanner in(text);
  std::string year_text, zone;
  int value = 0, month = 0;
  if (!in.year(year_text, value) || !in.take('-') || !in.two(month, 1, 12) || !in.zone(zone)) return std::nullopt;
  return year_text + "-" + two_digits(month) + zone;
}

Form any_uri(std::string_view text) {
  return repair_iri_reference(text);
}

using Canonical = Form (*)(std::string_view);
constexpr std::array<std::pair<std::string_view, Canonical>, 10> kForms = {{{"anyURI", any_uri},
                                                                            {"boolean", boolean},
                                                                            {"date", date},
                                                                            {"dateTime", date_time},
                                                                            {"decimal", decimal},
                                                                            {"double", floating<double>},
                                                                            {"float", floating<float>},
                                                                            {"gYear", year},
                                                                            {"gYearMonth", year_month},
                                                                            {"time", time}}};

struct Bounds {
  std::string_view name, lowest, highest;
};
constexpr std::array<Bounds, 13> kIntegers = {{{"integer", "", ""},
                                               {"long", "-9223372036854775808", "9223372036854775807"},
                                               {"int", "-2147483648", "2147483647"},
                                               {"short", "-32768", "32767"},
                                               {"byte", "-128", "127"},
                                               {"nonNegativeInteger", "0", ""},
                                               {"positiveInteger", "1", ""},
                                               {"nonPositiveInteger", "", "0"},
                                               {"negativeInteger", "", "-1"},
                                               {"unsignedLong", "0", "18446744073709551615"},
                                               {"unsignedInt", "0", "4294967295"},
                                               {"unsignedShort", "0", "65535"},
                                               {"unsignedByte", "0", "255"}}};

bool is_alpha(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_subtag(std::string_view tag, std::size_t shortest, std::size_t longest, bool letters_only = false) {
  return tag.size() >= shortest && tag.size() <= longest &&
         std::all_of(tag.begin(), tag.end(), [&](char c) { return is_alpha(c) || (!letters_only && is_digit(c)); });
}

}  // namespace

std::optional<std::string> canonical_form(std::string_view lexical, std::string_view datatype) {
  if (!datatype.starts_with(kXsd)) return std::string(lexical);
  const std::string_view name = datatype.substr(kXsd.size());
  for (const auto& [known, canonical] : kForms)
    if (known == name) return canonical(collapse(lexical));
  for (const Bounds& b : kIntegers)
    if (b.name == name) return bounded(collapse(lexical), b.lowest, b.highest);
  return std::string(lexical);
}

bool is_integer_type(std::string_view datatype) {
  if (!datatype.starts_with(kXsd)) return false;
  const std::string_view name = datatype.substr(kXsd.size());
  return std::any_of(kIntegers.begin(), kIntegers.end(), [&](const Bounds& b) { return b.name == name; });
}

std::optional<std::string> canonical_language(std::string_view tag) {
  std::string lower(tag);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  std::vector<std::string_view> parts;
  for (std::string_view rest = lower;;) {
    const auto dash = std::min(rest.find('-'), rest.size());
    parts.push_back(rest.substr(0, dash));
    if (dash == rest.size()) break;
    rest.remove_prefix(dash + 1);
  }
  std::size_t at = 0;
  const auto next = [&](std::size_t shortest, std::size_t longest, bool letters_only = false) {
    if (at >= parts.size() || !is_subtag(parts[at], shortest, longest, letters_only)) return false;
    ++at;
    return true;
  };
  if (parts[0] != "x") {
    if (!next(2, 8, true)) return std::nullopt;
    if (parts[0].size() <= 3)
      for (int i = 0; i < 3 && next(3, 3, true); ++i) continue;  // extlang
    next(4, 4, true);                                            // script
    if (!next(2, 2, true) && at < parts.size() && parts[at].size() == 3 &&
        std::all_of(parts[at].begin(), parts[at].end(), is_digit))
      ++at;  // region
    while (at < parts.size() && (is_subtag(parts[at], 5, 8) || (is_subtag(parts[at], 4, 4) && is_digit(parts[at][0]))))
      ++at;                                                                        // variants
    while (at < parts.size() && parts[at] != "x" && is_subtag(parts[at], 1, 1)) {  // extensions
      ++at;
      if (!next(2, 8)) return std::nullopt;
      while (next(2, 8)) continue;
    }
  }
  if (at < parts.size() && parts[at] == "x") {  // private use
    ++at;
    if (!next(1, 8)) return std::nullopt;
    while (next(1, 8)) continue;
  }
  if (at != parts.size()) return std::nullopt;
  return lower;
}

}  // namespace triplewright::rdf
