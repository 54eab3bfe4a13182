#include "link/name_join.h"

#include <algorithm>

#include "link/label.h"
#include "text/normalize.h"

namespace triplewright::link {

namespace {

class Joiner {
 public:
  Joiner(const Document& document, const text::Syntax& syntax, const NameWords& words,
         const std::vector<bool>& recognized, std::vector<FoundName>& names)
      : document_(document), syntax_(syntax), words_(words), recognized_(recognized), names_(names) {}

  void run() {
    join();
    for (FoundName& f : names_) {
      extend(f);
      extend_left(f);
    }
    for (FoundName& f : names_) drop_noun(f);
  }

 private:
  // "Lee" "-" "Anne Jones", "TS" "Lombard": pieces of one name.
  void join() {
    for (std::size_t i = 0; i + 1 < names_.size(); ++i) {
      FoundName& a = names_[i];
      FoundName& b = names_[i + 1];
      if (a.tokens.empty() || b.tokens.empty() || (a.known && b.known)) continue;
      const std::uint32_t between = a.tokens.end;
      const bool hyphen = between + 1 == b.tokens.begin && is_hyphen(document_.form(between)) &&
                          !document_.tokens[between - 1].space_after && !document_.tokens[between].space_after;
      const bool adjacent = between == b.tokens.begin && !a.known && !b.known && a.type == b.type &&
                            document_.tokens[between - 1].space_after && document_.tokens[a.tokens.end - 1].head >= 0 &&
                            tied(a.tokens, b.tokens);
      const bool same = a.type == b.type || a.type == NameType::None || b.type == NameType::None;
      // "Detroit News", "China Times": a place that begins the name of something else.
      const bool person = b.type == NameType::Person;  // "Beijing Tianyi": no person, when the place heads the name
      const bool headed = syntax_.relation(syntax_.head_of(b.tokens)) == "flat";
      const bool place = between == b.tokens.begin && a.known && !b.known && (!person || headed) &&
                         !words_.has_digit(b.tokens) && document_.tokens[a.tokens.end - 1].upos == Upos::PROPN &&
                         words_.stands_for(a.tokens, Kind::Place) && !words_.is_demonym(a.tokens) &&
                         tied(a.tokens, b.tokens);
      // "Toronto-Dominion Bank"
      const bool hyphenated = hyphen && !b.known && (a.known ? words_.stands_for(a.tokens, Kind::Place) : same);
      // "Vantel Systems", taken for a product and a company
      const bool company = between == b.tokens.begin && !a.known && !b.known && b.tokens.size() == 1 &&
                           is_droppable(syntax_.lower(b.tokens.begin));
      // "Mistral Medium 3": the maker's name heads the product's
      const bool product =
          between == b.tokens.begin && !b.known && b.type == NameType::Product && headed && tied(a.tokens, b.tokens);
      if (!adjacent && !place && !hyphenated && !company && !product) continue;
      if (company) b.type = NameType::Organization;
      if (place && person) b.type = NameType::Miscellaneous;
      b.tokens.begin = a.tokens.begin;
      if (b.type == NameType::None) b.type = a.type;
      b.known = words_.is_known(b.tokens);
      a.tokens = {};
    }
  }

  // The head of one stands in the other.
  [[nodiscard]] bool tied(Span a, Span b) const {
    const std::int32_t first = document_.tokens[syntax_.head_of(a)].head,
                       second = document_.tokens[syntax_.head_of(b)].head;
    const auto relation =
        syntax_.relation(syntax_.head_of(first >= 0 && b.contains(static_cast<std::uint32_t>(first)) ? a : b));
    const bool name_part = relation == "compound" || relation == "flat" || relation == "nmod" || relation == "amod";
    return name_part && ((first >= 0 && b.contains(static_cast<std::uint32_t>(first))) ||
                         (second >= 0 && a.contains(static_cast<std::uint32_t>(second))));
  }

  // Joins what tokens split: "Ascend 910C", "GPT-5", "USB-C", "ALX Solutions".
  void extend(FoundName& f) const {
    if (f.tokens.empty()) return;
    const Sentence& sentence = document_.sentences[document_.sentence_of(f.tokens.begin)];
    while (f.tokens.end < sentence.tokens.end) {
      const std::uint32_t next = f.tokens.end;
      if (words_.in_value(next) || recognized_[next] || words_.is_score(next)) return;
      const bool space = document_.tokens[next - 1].space_after;
      if (!space && is_hyphen(document_.form(next)) && !document_.tokens[next].space_after &&
          next + 1 < sentence.tokens.end && (is_model_part(document_.form(next + 1)) || is_syllable(f, next + 1)) &&
          !words_.is_known({next + 1, next + 2})) {
        f.tokens.end = next + 2;
      } else if (space && words_.is_model_number(next) &&
                 (f.known ? words_.stands_for(f.tokens, Kind::Offering)
                          : f.type != NameType::Person && f.type != NameType::Location)) {
        f.tokens.end = next + 1;
      } else if (space && !f.known && !sentence.title_case && goes_on(f, next)) {
        f.tokens.end = next + 1;
      } else {
        return;
      }
      f.known = words_.is_known(f.tokens);
    }
  }

  // "the Solar Impulse": a capitalized word before an unknown name that modifies it. Of an organization it may be a
  // word with a meaning of its own, and modify another word of it: "the Rapid Support Forces".
  void extend_left(FoundName& f) const {
    if (f.tokens.empty() || f.type == NameType::Person || f.tokens.begin == 0) return;
    const std::uint32_t before = f.tokens.begin - 1;
    // "the Social Democratic Party" is not the Democratic Party
    const bool narrowed = f.tokens.size() > 1 && document_.tokens[before].upos == Upos::ADJ &&
                          words_.is_common({f.tokens.end - 1, f.tokens.end});
    if (f.known && !narrowed) return;
    const std::uint32_t own = syntax_.head_of(f.tokens);
    const bool headed = f.type == NameType::Product && syntax_.relation(own) == "flat" &&
                        document_.tokens[own].head == static_cast<std::int32_t>(before);
    const Sentence& sentence = document_.sentences[document_.sentence_of(f.tokens.begin)];
    const Token& token = document_.tokens[before];
    if (before < sentence.tokens.begin || sentence.title_case || words_.starts_sentence(before) ||
        words_.in_value(before) || !words_.may_start_name(before) || words_.is_title_or_prefix(before) ||
        (token.upos != Upos::ADJ && token.upos != Upos::NOUN && token.upos != Upos::PROPN && token.xpos != "VBN") ||
        !token.space_after ||
        (!headed && (words_.is_known({before, before + 1}) ||
                     (f.type != NameType::Organization && words_.is_common({before, before + 1})) || token.head < 0 ||
                     !f.tokens.contains(static_cast<std::uint32_t>(token.head)))))
      return;
    const bool taken = std::any_of(names_.begin(), names_.end(),
                                   [&](const FoundName& other) { return other.tokens.contains(before); });
    if (taken) return;
    f.tokens.begin = before;
    f.known = words_.is_known(f.tokens);
  }

  // A capitalized noun whose modifier the name is.
  [[nodiscard]] bool goes_on(const FoundName& f, std::uint32_t next) const {
    const Token& token = document_.tokens[next];
    if ((token.upos != Upos::PROPN && token.upos != Upos::NOUN) || !words_.may_start_name(next) ||
        words_.is_title_or_prefix(next))
      return false;
    const std::string_view form = document_.form(next);
    if (is_acronym(form) || (form.ends_with('s') && is_acronym(form.substr(0, form.size() - 1)))) return false;
    for (const FoundName& other : names_) {
      if (other.tokens.contains(next)) return false;
    }
    return tied(f.tokens, {next, next + 1});
  }

  // The small second half of a given name: "Jae-in", "Chan-o-cha", not "Biden-led".
  [[nodiscard]] bool is_syllable(const FoundName& f, std::uint32_t t) const {
    const Upos upos = document_.tokens[t].upos;
    const std::string_view form = document_.form(t);
    return f.type != NameType::Location && !f.known && f.tokens.size() > 1 && form.size() <= 5 &&
           std::all_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
           (upos == Upos::PROPN || upos == Upos::ADP || upos == Upos::X);
  }

  static bool is_model_part(std::string_view form) {
    return !form.empty() &&
           ((form[0] >= '0' && form[0] <= '9') || (form[0] >= 'A' && form[0] <= 'Z' && form.size() <= 3));
  }

  // "Drugmaker Norvik" at the start of a sentence, if the article elsewhere has "Norvik" without it.
  void drop_noun(FoundName& f) const {
    if (f.known || f.tokens.size() < 2 || !words_.starts_sentence(f.tokens.begin) ||
        !words_.is_common({f.tokens.begin, f.tokens.begin + 1}))
      return;
    const std::uint32_t first = f.tokens.begin + 1;
    for (std::uint32_t t = 1; t < document_.tokens.size(); ++t) {
      if (t == first || document_.form(t) != document_.form(first) ||
          syntax_.lower(t - 1) == syntax_.lower(f.tokens.begin))
        continue;
      ++f.tokens.begin;
      f.known = words_.is_known(f.tokens);
      return;
    }
  }

  const Document& document_;
  const text::Syntax& syntax_;
  const NameWords& words_;
  const std::vector<bool>& recognized_;
  std::vector<FoundName>& names_;
};

}  // namespace

bool is_hyphen(std::string_view form) {
  return form == "-" || form == "\u2010" || form == "\u2011";
}

void join_names(const Document& document, const text::Syntax& syntax, const NameWords& words,
                const std::vector<bool>& recognized, std::vector<FoundName>& names) {
  Joiner(document, syntax, words, recognized, names).run();
}

}  // namespace triplewright::link
