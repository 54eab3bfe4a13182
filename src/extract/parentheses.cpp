#include "extract/parentheses.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace triplewright::extract {

namespace {

constexpr std::uint32_t kLongest = 60;  ///< tokens of a remark: names in other scripts, sounds, places

bool is_dash(std::string_view form) {
  return form == "-" || form == "–" || form == "—" || form == "−";
}

int year_of(const std::string& date) {
  return date.size() >= 4 && date.front() != '-' ? std::stoi(date.substr(0, 4)) : 0;
}

bool is_year(const Value& v) {
  return v.begin.size() == 4;
}

}  // namespace

std::optional<NameRemark> name_remark(const Document& document, std::uint32_t open) {
  if (open == 0 || document.form(open) != "(") return std::nullopt;
  const Span sentence = document.sentences[document.sentence_of(open)].tokens;
  std::uint32_t depth = 1;
  std::uint32_t close = open + 1;
  while (close < sentence.end && close - open < kLongest) {
    const std::string_view form = document.form(close);
    if (form == "(") ++depth;
    if (form == ")" && --depth == 0) break;
    ++close;
  }
  if (depth != 0) return std::nullopt;
  const std::uint32_t before = document.form(open - 1) == "," ? open - 1 : open;
  for (std::uint32_t m = 0; m < document.mentions.size(); ++m) {
    const Mention& mention = document.mentions[m];
    if (mention.kind == MentionKind::Named && mention.tokens.end == before && mention.tokens.begin >= sentence.begin)
      return NameRemark{m, {open + 1, close}};
  }
  return std::nullopt;
}

std::optional<LifeDates> life_dates(const Document& document, std::uint32_t open) {
  const std::optional<NameRemark> remark = name_remark(document, open);
  if (!remark) return std::nullopt;
  std::vector<std::uint32_t> dates;
  for (std::uint32_t v = 0; v < document.values.size(); ++v) {
    const Value& value = document.values[v];
    if (value.kind == ValueKind::Time && remark->inside.contains(value.tokens)) dates.push_back(v);
  }
  if (dates.size() != 2) return std::nullopt;
  const Value& born = document.values[dates.front()];
  const Value& died = document.values[dates.back()];
  for (const Value* v : {&born, &died}) {
    if (!v->resolved || v->begin.empty() || v->begin != v->end || v->bound != Bound::Exact) return std::nullopt;
  }
  bool dash = false;
  for (std::uint32_t t = remark->inside.begin; t < remark->inside.end; ++t) {
    if (document.tokens[t].upos == Upos::VERB || document.tokens[t].upos == Upos::AUX) return std::nullopt;
    if (t >= born.tokens.end && t < died.tokens.begin && is_dash(document.form(t))) dash = true;
  }
  const int years = year_of(died.begin) - year_of(born.begin);
  if (!dash || years < 12 || years > 115) return std::nullopt;
  if (is_year(born) && is_year(died)) {
    const Span sentence = document.sentences[document.sentence_of(open)].tokens;
    const bool first = document.mentions[remark->mention].tokens.begin == sentence.begin;
    std::uint32_t after = remark->inside.end + 1;
    if (after < sentence.end && document.form(after) == ",") ++after;
    const bool describes = after < sentence.end && document.tokens[after].lemma == "be" &&
                           (document.form(after) == "was" || document.form(after) == "is");
    if (!first || !describes || years < 20) return std::nullopt;
  }
  return LifeDates{dates.front(), dates.back()};
}

}  // namespace triplewright::extract
