#include "link/name_words.h"

#include <algorithm>
#include <array>

#include "link/label.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::link {

namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Days and months, which are capitalized and name nothing here. "March" and "May" are tagged as names only when they
// are months.
constexpr std::array<std::string_view, 19> kCalendar = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",  "sunday",  "january",  "february", "march",
    "april",  "may",     "june",      "july",     "august", "september", "october", "november", "december"};
constexpr std::array<std::string_view, 13> kTitlePrefixes = {"vice",    "under",  "deputy", "assistant", "associate",
                                                             "chief",   "acting", "former", "senior",    "executive",
                                                             "interim", "first",  "prime"};
constexpr std::array<std::string_view, 8> kMinisters = {"minister",   "secretary", "undersecretary", "commissioner",
                                                        "chancellor", "attorney",  "speaker",        "master"};
constexpr std::array<std::string_view, 12> kAddress = {"mr", "mr.", "mrs", "mrs.", "ms",    "ms.",
                                                       "dr", "dr.", "sir", "dame", "prof.", "sen."};

bool is_possessive(std::string_view form) {
  return form == "'s" || form == "\u2019s" || form == "'" || form == "\u2019";
}

}  // namespace

NameWords::NameWords(const Document& document, const text::Syntax& syntax, const Kinds& kinds, const EntityBase& base)
    : document_(document),
      syntax_(syntax),
      kinds_(kinds),
      base_(base),
      in_value_(document.tokens.size(), false),
      is_title_(document.tokens.size(), 0) {
  for (const Value& v : document.values) {
    if (v.kind != ValueKind::Time && v.kind != ValueKind::Duration && v.kind != ValueKind::Money &&
        v.kind != ValueKind::Percent)
      continue;
    for (std::uint32_t t = v.tokens.begin; t < v.tokens.end; ++t) in_value_[t] = true;
  }
  for (std::uint32_t t = static_cast<std::uint32_t>(document.tokens.size()); t-- > 0;) {
    const std::string_view form = document.form(t);
    const std::string word = text::lower(form);
    if (document.tokens[t].upos == Upos::PROPN && among(kCalendar, word)) in_value_[t] = true;
    if (form == word) small_words_.insert(word);
    if (is_person_title(kinds, word))
      is_title_[t] = 1;
    else if (t + 1 < document.tokens.size() && is_title_[t + 1] != 0 &&
             (among(kTitlePrefixes, word) ||
              kinds.kind_of(noun_classes(kinds.ontology(), {word, text::lower(document.form(t + 1))})) ==
                  Kind::Person))  // "Defense" of "Deputy Defense Minister"
      is_title_[t] = 2;
  }
}

bool NameWords::may_start_name(std::uint32_t t) const {
  const std::string_view form = document_.form(t);
  bool upper = false, digit = false;
  for (std::size_t at = 0; at < form.size();) {
    const char32_t c = text::decode(form, at);
    upper = upper || text::is_upper(c);
    digit = digit || text::is_digit(c);
  }
  return upper || (digit && document_.tokens[t].upos != Upos::NUM);
}

bool NameWords::starts_sentence(std::uint32_t t) const {
  if (t == document_.sentences[document_.sentence_of(t)].tokens.begin) return true;
  const std::string_view before = document_.form(t - 1);
  const bool opening = document_.tokens[t - 1].upos == Upos::PUNCT;  // a quotation mark or a bullet
  return before.ends_with('.') || (opening && t - 1 == document_.sentences[document_.sentence_of(t)].tokens.begin);
}

bool NameWords::occurs_small(std::uint32_t t) const {
  return small_words_.contains(syntax_.lower(t));
}

bool NameWords::is_portfolio(std::uint32_t t) const {
  return t >= 2 && syntax_.lower(t - 1) == "of" && is_title(t - 2) && among(kMinisters, syntax_.lower(t - 2));
}

bool NameWords::is_model_number(std::uint32_t t) const {
  const std::string_view form = document_.form(t);
  bool digit = false, letter = false, other = false;
  for (const char c : form) {
    if (c >= '0' && c <= '9')
      digit = true;
    else if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
      letter = true;
    else
      other = true;
  }
  if (!digit || other || form.size() > 6) return false;
  if (letter) {
    const bool ordinal = form.ends_with("th") || form.ends_with("st") || form.ends_with("nd") || form.ends_with("rd");
    return !(form[0] >= '0' && form[0] <= '9' && ordinal);
  }
  const bool year = form.size() == 4 && (form.starts_with("19") || form.starts_with("20"));
  if (form.size() > 4 || year) return false;
  const std::int32_t head = document_.tokens[t].head;
  const bool counts_next = syntax_.relation(t) == "nummod" && head == static_cast<std::int32_t>(t) + 1 &&
                           syntax_.has_feature(t + 1, "Number=Plur");
  return !counts_next;
}

bool NameWords::is_known(Span span) const {
  return !base_.candidates(document_.text(span)).empty();
}

bool NameWords::stands_for(Span span, Kind kind) const {
  const auto candidates = base_.candidates(document_.text(span));
  return !candidates.empty() && kinds_.kind_of(base_.record(candidates.front().record).classes) == kind;
}

bool NameWords::is_demonym(Span span) const {
  const auto candidates = base_.candidates(document_.text(span));
  return !candidates.empty() && candidates.front().is_demonym;
}

bool NameWords::is_score(std::uint32_t t) const {
  if (t + 2 >= document_.tokens.size()) return false;
  const auto number = [&](std::uint32_t k) {
    const std::string_view form = document_.form(k);
    return form.size() <= 2 && std::all_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  const std::string_view dash = document_.form(t + 1);
  return number(t) && number(t + 2) && (dash == "-" || dash == "\u2013") && !document_.tokens[t].space_after;
}

Span NameWords::trimmed(Span span) const {
  while (!span.empty()) {
    const Token& first = document_.tokens[span.begin];
    const std::string word = syntax_.lower(span.begin);
    const bool function_word =
        first.upos == Upos::DET || first.upos == Upos::ADP || first.upos == Upos::CCONJ || first.xpos == "POS";
    if (!function_word && first.upos != Upos::PUNCT && !(span.size() > 1 && among(kAddress, word))) break;
    if (function_word && span.size() > 1 && word != "the" && is_known(span)) break;
    ++span.begin;
  }
  while (!span.empty()) {
    const Token& last = document_.tokens[span.end - 1];
    const std::string_view form = document_.form(span.end - 1);
    const bool function_word = last.upos == Upos::PUNCT || last.upos == Upos::SYM || last.upos == Upos::ADP ||
                               last.upos == Upos::CCONJ || last.xpos == "POS";
    if (!function_word && !is_possessive(form)) break;
    if (form == ")" && document_.text(span).find('(') != std::string_view::npos) break;
    if (form.ends_with("!") && is_known(span)) break;  // "Yahoo!"
    --span.end;
  }
  return span;
}

bool NameWords::is_common(Span span) const {
  if (span.empty() || is_known(span)) return false;
  std::string label;
  std::vector<std::string> lemmas;
  for (std::uint32_t t = span.begin; t < span.end; ++t) {
    std::string lemma = text::lower(document_.tokens[t].lemma);
    const std::string_view form = document_.form(t);
    // The lemma of "GPUs" may have kept its plural.
    if (form.size() > 2 && form.ends_with('s') && text::is_upper(static_cast<unsigned char>(form[form.size() - 2])) &&
        lemma.ends_with('s'))
      lemma.pop_back();
    label += (label.empty() ? "" : " ") + lemma;
    lemmas.push_back(std::move(lemma));
  }
  return kinds_.ontology().concept_by_label(label) != nullptr || !noun_classes(kinds_.ontology(), lemmas).empty();
}

bool NameWords::is_capitalized(Span span) const {
  for (std::uint32_t t = span.begin; t < span.end; ++t) {
    if (may_start_name(t)) return true;
  }
  return false;
}

bool NameWords::only_value(Span span) const {
  for (std::uint32_t t = span.begin; t < span.end; ++t) {
    if (!in_value_[t]) return false;
  }
  return true;
}

bool NameWords::only_titles(Span span) const {
  for (std::uint32_t t = span.begin; t < span.end; ++t) {
    if (is_title_[t] == 0) return false;
  }
  return true;
}

bool NameWords::all_proper(Span span) const {
  for (std::uint32_t t = span.begin; t < span.end; ++t) {
    if (document_.tokens[t].upos != Upos::PROPN) return false;
  }
  return !span.empty();
}

bool NameWords::has_digit(Span span) const {
  const std::string_view form = document_.text(span);
  return std::any_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace triplewright::link
