#include "link/label.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::link {

namespace {

constexpr std::array<std::string_view, 38> kLegalForms = {
    "ab",   "ag",   "as",           "asa", "bhd",  "bv",  "co",      "company", "corp", "corporation",
    "gmbh", "inc",  "incorporated", "kg",  "kgaa", "kk",  "limited", "llc",     "llp",  "lp",
    "ltd",  "ltda", "nv",           "oy",  "oyj",  "plc", "private", "pt",      "pte",  "pty",
    "pvt",  "sa",   "sarl",         "sas", "se",   "spa", "srl",     "sdn"};
constexpr std::array<std::string_view, 3> kGroupForms = {"group", "holding", "holdings"};
// Last words of the names of organizations.
constexpr std::array<std::string_view, 39> kOrganizationWords = {
    "technologies",       "electronics",    "motors",          "systems",      "international", "industries",
    "semiconductor",      "semiconductors", "pharmaceuticals", "airlines",     "airways",       "communications",
    "telecommunications", "software",       "networks",        "laboratories", "labs",          "enterprises",
    "solutions",          "partners",       "capital",         "ventures",     "bank",          "group",
    "holdings",           "securities",     "insurance",       "foundation",   "associates",    "research",
    "robotics",           "aerospace",      "bancorp",         "healthcare",   "financial",     "philharmonic",
    "services",           "records",        "entertainment"};
// Words that a company's everyday name drops.
constexpr std::array<std::string_view, 30> kDroppable = {
    "technologies",    "technology",    "electronics",  "motors",         "motor",
    "systems",         "international", "industries",   "semiconductor",  "semiconductors",
    "pharmaceuticals", "airlines",      "airways",      "communications", "telecommunications",
    "software",        "networks",      "network",      "laboratories",   "labs",
    "enterprises",     "solutions",     "partners",     "capital",        "computer",
    "global",          "pharma",        "therapeutics", "biosciences",    "biotech"};
constexpr std::array<std::string_view, 8> kSmallWords = {"and", "of", "the", "for", "in", "on", "de", "to"};

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019' || c == U'\u02BC' || c == U'`';
}

struct Shape {
  std::size_t upper = 0, lower = 0, digits = 0, words = 0;
  bool initial_upper = false;  // of the first word
};

Shape shape_of(std::string_view s) {
  Shape shape;
  bool inside = false;
  for (std::size_t at = 0; at < s.size();) {
    const char32_t c = text::decode(s, at);
    const bool letter = text::is_letter(c), digit = text::is_digit(c);
    if (letter || digit) {
      if (!inside) {
        ++shape.words;
        if (shape.words == 1) shape.initial_upper = text::is_upper(c) || digit;
      }
      if (digit) ++shape.digits;
      if (letter) (text::is_lower(c) ? shape.lower : shape.upper)++;
      inside = true;
    } else if (c != U'.' && !is_apostrophe(c)) {
      inside = false;
    }
  }
  return shape;
}

}  // namespace

std::string_view without_possessive(std::string_view s) {
  for (const std::string_view mark : {"'s", "\u2019s", "'S", "\u2019S", "'", "\u2019"}) {
    if (s.size() > mark.size() && s.ends_with(mark)) return s.substr(0, s.size() - mark.size());
  }
  return s;
}

namespace {

// "A350s", "Boeing 777s": of a code with digits.
std::string_view without_plural(std::string_view s) {
  const bool plural = s.size() > 2 && s.back() == 's' && s[s.size() - 2] >= '0' && s[s.size() - 2] <= '9';
  return plural ? s.substr(0, s.size() - 1) : s;
}

}  // namespace

std::string normalize_label(std::string_view surface) {
  const std::string folded = text::fold(without_plural(without_possessive(text::trim(surface))));
  std::string out;
  bool gap = false;
  const auto put = [&](char32_t c) {
    if (gap && !out.empty()) out += ' ';
    gap = false;
    text::append(out, c);
  };
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = text::decode(folded, at);
    if (text::is_letter(c) || text::is_digit(c) || c == U'+') {
      put(c);
    } else if (c == U'.') {
      // "3.5" keeps its point; "U.S." and "Inc." lose theirs.
      std::size_t next = at;
      const bool decimal = !out.empty() && !gap && text::is_digit(static_cast<unsigned char>(out.back())) &&
                           next < folded.size() && text::is_digit(text::decode(folded, next));
      if (decimal) put(c);
    } else if (c == U'&') {
      gap = true;
      for (const char32_t letter : {U'a', U'n', U'd'}) put(letter);
      gap = true;
    } else if (!is_apostrophe(c)) {
      gap = true;
    }
  }
  return out;
}

std::vector<std::string_view> words(std::string_view normalized) {
  std::vector<std::string_view> out;
  while (!normalized.empty()) {
    const std::size_t space = normalized.find(' ');
    if (space != 0) out.push_back(normalized.substr(0, space));
    if (space == std::string_view::npos) break;
    normalized.remove_prefix(space + 1);
  }
  return out;
}

std::string strip_legal_form(std::string_view normalized) {
  std::string_view rest = normalized;
  if (rest.starts_with("the ")) rest.remove_prefix(4);
  while (true) {
    const std::size_t space = rest.rfind(' ');
    if (space == std::string_view::npos) break;
    const std::string_view last = rest.substr(space + 1);
    if (std::find(kLegalForms.begin(), kLegalForms.end(), last) == kLegalForms.end() &&
        std::find(kGroupForms.begin(), kGroupForms.end(), last) == kGroupForms.end()) {
      break;
    }
    rest = rest.substr(0, space);
  }
  if (rest.ends_with(" and")) rest.remove_suffix(4);  // "Johnson and Co."
  return std::string(rest);
}

bool is_droppable(std::string_view word) {
  return std::find(kDroppable.begin(), kDroppable.end(), word) != kDroppable.end();
}

bool is_legal_form(std::string_view word) {
  if (word == "co.") return true;
  if (word.ends_with('.')) word.remove_suffix(1);
  static constexpr std::array<std::string_view, 8> kAlsoWords = {"as",      "se",          "pt",      "co",
                                                                 "company", "corporation", "private", "sas"};
  return std::find(kLegalForms.begin(), kLegalForms.end(), word) != kLegalForms.end() &&
         std::find(kAlsoWords.begin(), kAlsoWords.end(), word) == kAlsoWords.end();
}

bool has_legal_form(std::string_view normalized) {
  const std::size_t space = normalized.rfind(' ');
  return space != std::string_view::npos &&
         std::find(kLegalForms.begin(), kLegalForms.end(), normalized.substr(space + 1)) != kLegalForms.end();
}

bool has_organization_word(std::string_view normalized) {
  const std::size_t space = normalized.rfind(' ');
  return space != std::string_view::npos && std::find(kOrganizationWords.begin(), kOrganizationWords.end(),
                                                      normalized.substr(space + 1)) != kOrganizationWords.end();
}

bool is_acronym(std::string_view surface) {
  const Shape shape = shape_of(without_possessive(surface));
  return shape.words == 1 && shape.lower == 0 && shape.upper + shape.digits >= 2 && shape.upper >= 1;
}

bool case_allows(std::string_view label, std::string_view surface) {
  const Shape l = shape_of(label), s = shape_of(without_plural(without_possessive(surface)));
  if (l.upper == 0) return true;  // a name written in small letters, or without case
  if (is_acronym(label)) {
    if (s.lower == 0) return true;
    // "Nasa", "Nvidia" for capitals of four letters or more; "Who", "Us" are words.
    return s.initial_upper && s.upper == 1 && l.upper >= 4;
  }
  if (s.lower == 0 && l.lower > 0) return s.upper + s.digits >= 4 || s.words > 1;  // HEADLINE
  if (!l.initial_upper) return true;                                               // "eBay" as "EBay" or "eBay"
  return s.initial_upper;
}

namespace {

// The first letters of the words.
std::string initials_of(std::string_view normalized, bool skip_small) {
  std::string initials;
  for (const std::string_view w : words(normalized)) {
    if (skip_small && std::find(kSmallWords.begin(), kSmallWords.end(), w) != kSmallWords.end()) continue;
    std::size_t at = 0;
    text::decode(w, at);
    initials += w.substr(0, at);
  }
  return initials;
}

}  // namespace

bool abbreviates(std::string_view acronym, std::string_view name) {
  const std::string a = normalize_label(acronym);
  const std::string n = normalize_label(name);
  if (a.size() < 2 || a.find(' ') != std::string::npos) return false;
  const std::size_t space = n.find(' ');
  // LGES: LG Energy Solution, whose first word is letters already
  if (space != std::string::npos && is_acronym(name.substr(0, name.find(' '))) &&
      a == n.substr(0, space) + initials_of(n.substr(space), false))
    return true;
  const std::string core = strip_legal_form(n);
  return a == initials_of(n, true) || a == initials_of(core, true) || a == initials_of(n, false) ||
         a == initials_of(core, false);
}

}  // namespace triplewright::link
