#include "nlp/values/evaluate.h"

#include <rapidjson/document.h>

#include <map>
#include <regex>

#include "nlp/values/expected.h"
#include "nlp/values/values.h"
#include "nlp/values/words.h"
#include "text/normalize.h"
#include "text/utf8.h"
#include "triplewright/error.h"

namespace triplewright::nlp {
namespace {

// Code point offset to byte offset.
std::uint32_t byte_at(std::string_view text, std::size_t code_points) {
  std::size_t at = 0;
  while (code_points-- > 0 && at < text.size()) text::decode(text, at);
  return static_cast<std::uint32_t>(at);
}

// Kinds of cases that news does not have, by type or by the wording of the case.
struct LeftOut {
  const char* reason;
  const char* text;   // regular expression over the whole expected text, or null
  const char* input;  // regular expression found in the input, or null
};
constexpr LeftOut kLeftOut[] = {
    {"holidays",
     ".*(easter|thanksgiving|halloween|independence day|earth day|black friday|saint patrick|new year day|workers' "
     "day|eid al).*",
     nullptr},
    {"school years", ".*(school year|sy \\d+).*", nullptr},
    {"appointment talk",
     "(the )?(day|week|weekend|month|year|fortnight)( after( the)? next)?|the \\d+(st|nd|rd|th)?|the "
     "second|29th|(between )?week \\d+.*|"
     "w/c .*|(first|third|fifth) (sunday|tuesday)|same year|the (next )?day( after)?|eoy|to date|fiscal year|rest "
     "(this|of my) .*|"
     "for \\d \\w+,? from .*|.* of the 18th|as late as .*|.*weeks in the future|next week between .*|this week from "
     ".*|november between .*|"
     ".*(now|today|15th) on tuesday|thursday, two year.*|sunday 3 weeks.*|.*on friday|\\d+ s|winter",
     nullptr},
    {"dates as decimals, fractions or codes",
     "(from )?(this )?(friday )?\\d{1,2}[./-]\\d{1,2}(-\\d{1,2}[./-]\\d{1,2}.*| to .*)?|from "
     "10-1-2018-10-7-2018|20161016|(mar3|10d|2w)",
     "www\\.|_report"},
    {"arithmetic and nested fractions",
     ".* over .*|.*(twenty firsts|twenty fifths|hundred fifth|thousand fifths|thirty fifths|trillionths?|three "
     "fifths|fifty-four hundredths)|"
     ".* of a million|.*(quarters million|half million)|<-30|.*~.*apiece",
     "=<"},
    {"decimal comma", "\\d,\\d{1,2}", nullptr},
    {"spelled decimals", ".* point .*", "three-nought"},
    {"two measures in one", ".*(ft|feet) (and )?2 in.*|.*years? 1 month.*|2 days 1 month", nullptr},
    {"units in braces", ".*[{<]kg[}>]", "\\{kg"},
    {"dates, telephone numbers and codes as numbers", nullptr, "\\+1-222|5/17/2018|SCP-173|423 0000|29km Road|^1m isn"},
    {"a sign without a number, or after it", "per cent of .*|%", nullptr},
    {"coins after the word", ".*dollars? and (one|\\d+)|17 usd 25|10 \\$ 30 cent|sen .*", nullptr},
    {"ordinals as bounds", ".*the tenth .*", nullptr},
    {"comparison signs on years", "[<>] ?= ?\\d{4}", nullptr},
};

std::string left_out(const Expected& e, const std::string& input, bool everything) {
  for (const auto& [type, reason] : {std::pair{"datetimeV2.time", "clock times"},
                                     {"datetimeV2.timerange", "clock times"},
                                     {"datetimeV2.datetime", "clock times"},
                                     {"datetimeV2.datetimerange", "clock times"},
                                     {"datetimeV2.set", "recurrences"},
                                     {"datetimeV2.timezone", "clock times"},
                                     {"ordinal.relative", "relative ordinals"},
                                     {"age", "ages"}}) {
    if (e.type == type) return reason;
  }
  if (e.resolution != nullptr && text_of(*e.resolution, "subtype") == "power") return "powers";
  const bool missing = e.resolution != nullptr && e.resolution->IsObject() &&
                       member(*e.resolution, "value") != nullptr && member(*e.resolution, "value")->IsNull();
  if (missing) return "a unit without a number";
  if (everything) return {};
  static const std::vector<std::pair<std::regex, std::regex>> patterns = [] {
    std::vector<std::pair<std::regex, std::regex>> list;
    for (const LeftOut& l : kLeftOut) {
      list.emplace_back(l.text == nullptr ? "$^" : l.text, l.input == nullptr ? "$^" : l.input);
    }
    return list;
  }();
  const std::string text = text::lower(e.text);
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    if (std::regex_match(text, patterns[i].first) || std::regex_search(input, patterns[i].second))
      return kLeftOut[i].reason;
  }
  return {};
}

// A day that no calendar has is expected as a span "not resolved"; here it is rightly no value.
bool impossible(const Expected& e) {
  const std::string text = text::lower(e.text);
  return text.starts_with("feb 30") || text.starts_with("2/29/2019");
}

std::string show(const LocatedValue& v) {
  const Value& x = v.value;
  return "<" + x.text + "> " + std::to_string(static_cast<int>(x.kind)) + " " + x.number + "[" + x.min + "," + x.max +
         "] " + x.unit + x.currency + (x.per.empty() ? "" : " per " + x.per) +
         (x.kind == ValueKind::Time ? x.begin + ".." + x.end : "");
}

}  // namespace

ValueScore score_values(std::string_view json, std::string_view source_name, bool everything) {
  if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  rapidjson::Document document;
  document.Parse(json.data(), json.size());
  if (document.HasParseError() || !document.IsArray()) {
    throw Error("not a JSON array of cases", Position{std::string(source_name), 0, 0, document.GetErrorOffset()});
  }
  ValueScore score;
  std::map<std::string, std::size_t> reasons;
  score.source = source_name;
  source_name.remove_prefix(source_name.rfind('/') + 1);  // the file's name tells its kind, not the folders'
  const bool ages = source_name.find("Age") != std::string_view::npos;
  for (const Json& c : document.GetArray()) {
    const std::string input = text_of(c, "Input");
    std::string reference;
    if (const Json* context = member(c, "Context")) reference = text_of(*context, "ReferenceDateTime");
    const Json* results = member(c, "Results");
    if (results == nullptr || !results->IsArray()) continue;
    std::vector<Expected> expected;
    std::string why;
    for (const Json& r : results->GetArray()) {
      Expected e;
      e.type = text_of(r, "TypeName").empty() ? text_of(r, "Type") : text_of(r, "TypeName");
      e.text = text_of(r, "Text");
      e.resolution = member(r, "Resolution") != nullptr ? member(r, "Resolution") : member(r, "Value");
      const Json* start = member(r, "Start");
      const std::uint32_t begin = byte_at(input, start == nullptr ? 0 : start->GetUint());
      e.span = {begin, begin + static_cast<std::uint32_t>(e.text.size())};
      const std::string reason = ages ? "ages" : left_out(e, input, everything);
      if (!reason.empty()) {
        why = reason;
      } else if (!impossible(e)) {
        expected.push_back(e);
      }
    }
    if (why.empty() && results->Empty()) why = left_out({}, input, everything);
    if (expected.empty() && !why.empty()) {
      ++score.left_out;
      ++reasons[why];
      continue;
    }
    ++score.cases;
    const std::vector<LocatedValue> found = find_values_in_text(input, reference);
    bool spans = true, values = true;
    for (const Expected& e : expected) {
      bool span = false, value = false;
      for (const LocatedValue& v : found) {
        if (!is_of_type(v.value.kind, e.type) || !span_right(input, v, e)) continue;
        span = true;
        value = value || value_right(v.value, e);
      }
      spans = spans && span;
      values = values && value;
    }
    if (expected.empty()) {
      std::string kind = "number";
      for (const auto& [file, type] : {std::pair{"Date", "date"},
                                       {"Currency", "currency"},
                                       {"Percent", "percentage"},
                                       {"Ordinal", "ordinal"},
                                       {"Dimension", "dimension"},
                                       {"Duration", "duration"},
                                       {"Range", "numberrange"}}) {
        if (source_name.find(file) != std::string_view::npos) kind = type;
      }
      for (const LocatedValue& v : found) {
        bool of_kind = is_of_type(v.value.kind, kind);
        if (kind == "numberrange") of_kind = v.value.bound != Bound::Exact;
        // A count of things is a quantity here and no dimension there.
        if (kind == "dimension") of_kind = of_kind && values::find_word(v.value.unit) != nullptr;
        if (of_kind) spans = values = false;
      }
    }
    score.spans += spans ? 1 : 0;
    score.values += values ? 1 : 0;
    if (!values) {
      std::string line = input + " ||";
      for (const Expected& e : expected) line += " <" + e.text + ">";
      line += " ||";
      for (const LocatedValue& v : found) line += " " + show(v);
      score.mistakes.push_back(line + " || " + reference.substr(0, reference.find('T')));
    }
  }
  score.reasons.assign(reasons.begin(), reasons.end());
  return score;
}

}  // namespace triplewright::nlp
