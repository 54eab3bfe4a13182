#include "nlp/values/expected.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "nlp/values/calendar.h"
#include "text/normalize.h"

namespace triplewright::nlp {
namespace {

// Without a leading preposition or article.
Span trimmed(std::string_view text, Span span) {
  while (true) {
    bool changed = false;
    for (const std::string_view word : {"the ", "on ", "in ", "at ", "by ", "from ", "for ", "a ", "this "}) {
      const std::string_view rest = text.substr(span.begin, span.size());
      if (rest.size() > word.size() + 2 && text::lower(rest.substr(0, word.size())) == word) {
        span.begin += static_cast<std::uint32_t>(word.size());
        changed = true;
      }
    }
    if (!changed) return span;
  }
}

bool near(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)) + 1e-12;
}

double number_in(const std::string& text) {
  return std::atof(text.c_str());
}

bool number_right(const Value& v, const std::string& expected) {
  const std::string& given = !v.number.empty() ? v.number : !v.min.empty() ? v.min : v.max;
  if (given.empty()) return false;
  const double want = number_in(expected), have = number_in(given);
  return near(want, have) || (v.kind == ValueKind::Percent && near(want * 100, have));
}

bool unit_right(const Value& v, const std::string& unit) {
  const std::string u = text::lower(unit);
  if (v.kind == ValueKind::Money) return true;  // the number is compared in the main unit
  std::string have = v.unit + (v.per.empty() ? "" : " per " + v.per);
  for (std::string_view from = "metre"; have.find(from) != std::string::npos;)
    have.replace(have.find(from), 5, "meter");
  for (std::string_view from = "litre"; have.find(from) != std::string::npos;)
    have.replace(have.find(from), 5, "liter");
  if (have == "tonne") have = u == "ton" ? "ton" : "metric ton";
  return have == u;
}

// "[20,30)": bounds; equal ends and open sides as the format writes them.
bool range_right(const Value& v, const std::string& expected) {
  const std::size_t comma = expected.find(',');
  if (comma == std::string::npos || expected.size() < 3) return false;
  const std::string low = expected.substr(1, comma - 1), high = expected.substr(comma + 1, expected.size() - comma - 2);
  const std::string min = v.min.empty() ? (v.max.empty() ? v.number : "") : v.min;
  const std::string max = v.max.empty() ? (v.min.empty() ? v.number : "") : v.max;
  const auto same = [](const std::string& want, const std::string& have) {
    return want.empty() == have.empty() && (want.empty() || near(number_in(want), number_in(have)));
  };
  if (low == high && v.bound == Bound::Exact) return same(low, v.number);
  const bool strict_low = expected.front() == '(', strict_high = expected.back() == ')';
  if (!same(low, min) || !same(high, max)) return false;
  if (v.bound == Bound::MoreThan) return strict_low;
  if (v.bound == Bound::AtLeast) return !strict_low;
  if (v.bound == Bound::LessThan) return strict_high;
  if (v.bound == Bound::AtMost) return !strict_high;
  return v.bound == Bound::Between;
}

// First or last day that a lexical form of a date, month or year covers.
std::optional<values::Days> edge(const std::string& lexical, bool last) {
  if (lexical.size() >= 10) return values::parse_date(lexical);
  if (lexical.size() == 7) {
    const values::Period p = values::month_period(std::atoi(lexical.c_str()), std::atoi(lexical.c_str() + 5));
    return last ? p.last : p.first;
  }
  if (lexical.size() == 4) {
    const values::Period p = values::year_period(std::atoi(lexical.c_str()));
    return last ? p.last : p.first;
  }
  return std::nullopt;
}

bool point_right(const Value& v, const std::string& day) {
  const std::optional<values::Days> want = values::parse_date(day), from = edge(v.begin, false), to = edge(v.end, true);
  return want && from && to && *from <= *want && *want <= *to && (v.begin == v.end || v.bound == Bound::AtMost);
}

// An expected end is the first day after the interval, or the first day of its last unit ("to June" is 1 June).
bool interval_right(const Value& v, const std::string& start, const std::string& end) {
  const std::optional<values::Days> from = edge(v.begin, false), last = edge(v.end, true),
                                    last_first = edge(v.end, false);
  const std::optional<values::Days> want_from = values::parse_date(start), want_to = values::parse_date(end);
  if (!start.empty()) {
    // "after 2010" begins with 2011 there, and after the end of 2010 here
    const std::optional<values::Days> begin =
        v.bound == Bound::MoreThan && v.begin.size() < 10 ? edge(v.begin, true) : from;
    const auto shift = std::chrono::days{v.bound == Bound::MoreThan && v.begin.size() < 10 ? 1 : 0};
    const bool fuzzy =
        begin && want_from && v.begin.size() < 10 && *from <= *want_from && *want_from <= *edge(v.begin, true);
    if (!begin || !want_from || (*begin + shift != *want_from && !(fuzzy && v.begin != v.end))) return false;
  }
  if (!end.empty()) {
    if (!last || !want_to) return false;
    const bool fuzzy = v.end.size() < 10 && *last_first <= *want_to && *want_to <= *last && v.begin != v.end;
    if (*last + std::chrono::days{1} != *want_to && *last_first != *want_to && *last != *want_to && !fuzzy)
      return false;
  }
  return !start.empty() || !end.empty();
}

bool time_right(const Value& v, const Json& resolution) {
  const auto one = [&](const Json& r) {
    const std::string day = !text_of(r, "value").empty() ? text_of(r, "value") : text_of(r, "date");
    if (day == "not resolved") return !v.begin.empty();
    if (!day.empty()) return point_right(v, day);
    const std::string start = !text_of(r, "start").empty() ? text_of(r, "start") : text_of(r, "startDate");
    const std::string end = !text_of(r, "end").empty() ? text_of(r, "end") : text_of(r, "endDate");
    return interval_right(v, start, end);
  };
  if (const Json* list = member(resolution, "values"); list != nullptr && list->IsArray()) {
    for (const Json& r : list->GetArray()) {
      if (one(r)) return true;
    }
    return false;
  }
  for (const char* reading : {"PastResolution", "FutureResolution"}) {
    const Json* r = member(resolution, reading);
    if (r == nullptr) continue;
    if (r->MemberCount() == 0) return !v.begin.empty();  // seasons are not resolved there
    if (one(*r)) return true;
  }
  return false;
}

double seconds_of(const Value& v) {
  struct Unit {
    std::string_view name;
    double seconds;
  };
  constexpr Unit kUnits[] = {{"second", 1},        {"minute", 60},       {"hour", 3600},     {"day", 86400},
                             {"week", 604800},     {"month", 2592000},   {"year", 31536000}, {"fortnight", 1209600},
                             {"quarter", 7776000}, {"decade", 315360000}};
  const std::string& n = !v.number.empty() ? v.number : !v.min.empty() ? v.min : v.max;
  for (const Unit& u : kUnits) {
    if (u.name == v.unit) return number_in(n) * u.seconds;
  }
  return -1;
}

bool duration_right(const Value& v, const Json& resolution) {
  if (const Json* list = member(resolution, "values"); list != nullptr && list->IsArray() && !list->Empty()) {
    return near(seconds_of(v), number_in(text_of((*list)[0], "value")));
  }
  const Json* r = member(resolution, "PastResolution");
  return r != nullptr && near(seconds_of(v), number_in(text_of(*r, "duration")));
}

}  // namespace

std::string text_of(const Json& object, const char* key) {
  const auto it = object.FindMember(key);
  if (it == object.MemberEnd()) return {};
  if (it->value.IsString()) return {it->value.GetString(), it->value.GetStringLength()};
  return {};
}

const Json* member(const Json& object, const char* key) {
  if (!object.IsObject()) return nullptr;
  const auto it = object.FindMember(key);
  return it == object.MemberEnd() ? nullptr : &it->value;
}

bool is_of_type(ValueKind kind, std::string_view type) {
  if (type.starts_with("datetimeV2.duration") || type == "duration") return kind == ValueKind::Duration;
  if (type.starts_with("date")) return kind == ValueKind::Time;
  if (type == "currency") return kind == ValueKind::Money;
  if (type == "percentage") return kind == ValueKind::Percent;
  if (type == "ordinal") return kind == ValueKind::Ordinal;
  if (type == "dimension") return kind == ValueKind::Quantity || kind == ValueKind::Percent;
  return kind != ValueKind::Time && kind != ValueKind::Ordinal;
}

bool value_right(const Value& v, const Expected& e) {
  if (e.resolution == nullptr) return true;
  if (v.kind == ValueKind::Duration && e.type.find("duration") != std::string::npos)
    return duration_right(v, *e.resolution);
  if (v.kind == ValueKind::Time) return time_right(v, *e.resolution);
  const std::string value = text_of(*e.resolution, "value");
  if (e.type == "numberrange") return range_right(v, value);
  if (e.type == "dimension" && !unit_right(v, text_of(*e.resolution, "unit"))) return false;
  const std::string unit = text_of(*e.resolution, "unit");
  const bool cent = unit == "Cent" || unit == "Pence" || unit == "Sen";
  if (e.type == "currency") {
    const std::string code = text_of(*e.resolution, "isoCurrency");
    if (!code.empty() && code != v.currency) return false;
    if (cent) return near(number_in(value) / 100, number_in(v.number));
  }
  return number_right(v, value);
}

bool span_right(std::string_view text, const LocatedValue& v, const Expected& e) {
  const Span want = trimmed(text, e.span);
  if (trimmed(text, v.bytes) == want || trimmed(text, v.core) == want) return true;
  if (want == trimmed(text, {v.core.begin, v.bytes.end})) return true;  // a speed is its rate too
  // The bare number file asks for the number within "$20".
  return e.type == "number" && v.bytes.contains(want);
}

}  // namespace triplewright::nlp
