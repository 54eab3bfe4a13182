#include "ingest/leads.h"

#include <algorithm>
#include <array>

#include "ingest/dates.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::ingest {

namespace {

using std::string_view;

/// Names that press agencies bear; what else stands in brackets may be a ticker or an abbreviation.
bool is_agency(string_view name) {
  static constexpr auto kParts = std::to_array<string_view>(
      {"reuters", "bloomberg", "xinhua", "press", "wire", "news", "agency", "times", "yonhap", "kyodo"});
  static constexpr auto kNames = std::to_array<string_view>(
      {"ap", "afp", "ani", "ansa", "cnn", "dpa", "efe", "ians", "pti", "tass", "upi", "bbc"});
  const std::string lower = text::lower(name);
  const auto within = [&](string_view part) { return lower.find(part) != std::string::npos; };
  return std::any_of(kParts.begin(), kParts.end(), within) ||
         std::find(kNames.begin(), kNames.end(), lower) != kNames.end();
}

bool is_digits(string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789.,") == string_view::npos;
}

/// "OSTIA, Norland - May 4, 2025 - ": the date and its dash after the place and its own.
std::size_t dated_part(string_view line) {
  constexpr std::size_t kReach = 40;
  const std::size_t dash = line.find(" - ");
  if (dash == string_view::npos || dash > kReach || !find_date(line.substr(0, dash))) return 0;
  const std::size_t words =
      static_cast<std::size_t>(std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(dash), ' '));
  return words <= 3 ? dash + 3 : 0;
}

}  // namespace

void note_published(std::string_view text, TextFacts& facts) {
  if (!facts.published.empty()) return;
  if (const auto date = find_date(text)) facts.published = date->value;
}

std::optional<Dateline> dateline_of(string_view line) {
  // The dash or the agency's colon must come soon, after capitals, a date and brackets alone.
  constexpr std::size_t kReach = 90;
  Dateline found;
  std::size_t words = 0, caps = 0, titles = 0, dated = 0;
  bool agency = false;
  for (std::size_t at = 0; at < line.size() && at < kReach;) {
    const std::size_t start = at;
    const char32_t c = text::decode(line, at);
    if (text::is_space(c) || c == U',' || c == U'.' || c == U'/' || c == U';') continue;
    const bool spaced = start > 0 && line[start - 1] == ' ' && at < line.size() && line[at] == ' ';
    const bool doubled = line.substr(start).starts_with("--");
    const bool dash = c == U'—' || c == U'–' || (c == U'-' && (spaced || agency || (doubled && start > 0)));
    if (dash) {
      // "PARIS--(BUSINESS WIRE)--..."
      const std::size_t bracket = line.find_first_not_of('-', start);
      if (doubled && !agency && bracket != string_view::npos && line[bracket] == '(') {
        at = bracket;
        continue;
      }
      // "Harbor Foods (HRBR) — a miller — said": brackets alone do not make a dateline, nor do capitals before a comma.
      const bool all_caps = words > 0 && caps == words && words <= 4 && !agency;
      const std::size_t next_word = line.find_first_not_of(" -", at);
      const bool dated_after = caps > 0 && next_word != string_view::npos && dated_part(line.substr(next_word)) > 0;
      if (titles > 6 || !(all_caps || dated_after || (dated > 0 && titles > 0) || is_agency(found.agency)))
        return std::nullopt;
      while (at < line.size()) {
        std::size_t next = at;
        const char32_t d = text::decode(line, next);
        if (!text::is_space(d) && d != U'-' && d != U'–' && d != U'—') break;
        at = next;
      }
      if (at >= line.size()) return std::nullopt;
      std::size_t next = at;
      const char32_t first = text::decode(line, next);
      if (text::is_lower(first)) return std::nullopt;
      found.size = at;
      found.published = line.substr(0, start);
      if (const std::size_t more = dated_part(line.substr(at)); more > 0) {
        found.published = line.substr(0, at + more);
        found.size += more;
      }
      return found;
    }
    if (c == U'(') {
      const std::size_t close = line.find(')', at);
      if (close == string_view::npos || close - at > 40) return std::nullopt;
      if (!agency) found.agency = text::trim(line.substr(at, close - at));
      agency = true;
      at = close + 1;
      continue;
    }
    if (!text::is_letter(c) && !text::is_digit(c)) return std::nullopt;
    std::size_t end = start;
    bool upper_only = true, first = true, upper_first = false;
    while (end < line.size()) {
      std::size_t next = end;
      const char32_t d = text::decode(line, next);
      if (!text::is_letter(d) && !text::is_digit(d) && d != U'\'' && d != U'’' &&
          !(d == U'.' && next < line.size() && line[next] != ' '))
        break;
      if (d == U'—' || d == U'–') break;
      if (first) upper_first = text::is_upper(d) || text::is_digit(d);
      if (text::is_lower(d)) upper_only = false;
      first = false;
      end = next;
    }
    const string_view word = line.substr(start, end - start);
    at = std::max(end, at);
    if (agency) return std::nullopt;
    ++words;
    if (month_number(word) != 0 || is_digits(word) || is_weekday(word)) {
      ++dated;
      if (upper_only && word.size() > 2 && !is_digits(word)) ++caps;
      continue;
    }
    if (!upper_first && word != "de" && word != "of" && word != "and" && word != "the") return std::nullopt;
    ++titles;
    if (upper_only) ++caps;
  }
  return std::nullopt;
}

std::size_t run_in_head(string_view line) {
  const std::size_t colon = line.find(": ");
  if (colon == string_view::npos || colon > 120 || colon < 4 || colon + 2 >= line.size()) return 0;
  bool letters = false;
  for (std::size_t at = 0; at < colon;) {
    const char32_t c = text::decode(line, at);
    if (text::is_lower(c)) return 0;
    if (text::is_letter(c)) letters = true;
  }
  return letters ? colon + 2 : 0;
}

std::size_t list_marker(string_view line) {
  static constexpr auto kBullets =
      std::to_array<string_view>({"•", "‣", "▪", "◦", "●", "■", "·", "–", "—", "-", "*", "+", "→", "✓", "✔", "➤"});
  for (const string_view bullet : kBullets) {
    if (!line.starts_with(bullet)) continue;
    std::size_t at = bullet.size();
    const std::size_t gap = at;
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
    const bool strong = bullet.size() > 1 && bullet != "–" && bullet != "—";
    return at < line.size() && (at > gap || strong) ? at : 0;
  }
  std::size_t at = 0;
  if (at < line.size() && line[at] == '(') ++at;
  const std::size_t begin = at;
  while (at < line.size() && line[at] >= '0' && line[at] <= '9') ++at;
  if (at == begin && at < line.size() && line[at] >= 'a' && line[at] <= 'h') ++at;
  if (at == begin || at - begin > 2 || at + 1 >= line.size()) return 0;
  if ((line[at] != '.' && line[at] != ')') || line[at + 1] != ' ') return 0;
  return at + 2;
}

bool is_key_value(const Line& line, string_view& key, string_view& value) {
  const std::size_t colon = line.text.find(':');
  if (colon == string_view::npos || colon == 0 || colon > 30 || colon + 1 >= line.text.size() ||
      line.text[colon + 1] != ' ')
    return false;
  key = line.text.substr(0, colon);
  value = text::trim(line.text.substr(colon + 1));
  return std::count(key.begin(), key.end(), ' ') <= 2 && !value.empty();
}

void note_authors(std::string_view byline, TextFacts& facts) {
  constexpr std::size_t kMost = 8;
  if (!text::lower(byline).starts_with("by ")) return;
  std::size_t end = byline.size();
  for (const std::string_view mark : {"|", ",", "•", "·", ";", "("}) end = std::min(end, byline.find(mark, 3));
  std::string_view names = byline.substr(3, end - 3);
  while (!names.empty()) {
    const std::size_t cut = names.find(" and ");
    const std::string_view name = text::trim(names.substr(0, cut));
    if (!name.empty() && facts.authors.size() < kMost) facts.authors.emplace_back(name);
    if (cut == std::string_view::npos) break;
    names.remove_prefix(cut + 5);
  }
}

std::vector<Block> split_leads(std::string_view text, const std::vector<Block>& blocks, TextFacts& facts) {
  std::vector<Block> out;
  bool opened = false;
  for (Block block : blocks) {
    const auto split = [&](std::size_t size, BlockKind kind) {
      out.push_back({{block.span.begin, static_cast<std::uint32_t>(block.span.begin + size)}, kind});
      block.span.begin = out.back().span.end;
    };
    if (block.kind == BlockKind::Paragraph) {
      const std::string_view line = text.substr(block.span.begin, block.span.size());
      if (const auto dateline = opened ? std::nullopt : dateline_of(line)) {
        split(dateline->size, BlockKind::Dateline);
        if (facts.publisher.empty()) facts.publisher = std::string(dateline->agency);
        note_published(dateline->published, facts);
      } else if (const std::size_t head = run_in_head(line); head > 0) {
        // "UPDATE: ", or "NEW DELHI: " at the beginning; longer ones are heads.
        const auto spaces = std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(head), ' ');
        split(head, spaces <= 1              ? BlockKind::Furniture
                    : spaces <= 2 && !opened ? BlockKind::Dateline
                                             : BlockKind::Heading);
      }
      opened = true;
    }
    out.push_back(block);
  }
  return out;
}

}  // namespace triplewright::ingest
