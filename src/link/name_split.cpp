#include "link/name_split.h"

#include <algorithm>

#include "link/label.h"

namespace triplewright::link {

namespace {

class Splitter {
 public:
  Splitter(const Document& document, const text::Syntax& syntax, const NameWords& words,
           const std::vector<FoundName>& known)
      : document_(document), syntax_(syntax), words_(words), known_(known) {}

  std::vector<FoundName> names;

  void run(FoundName f) {
    f.tokens = words_.trimmed(without_score(f.tokens));
    // "White House Press" before "Secretary"
    while (f.tokens.size() > 1 && f.tokens.end < document_.tokens.size() && words_.is_title(f.tokens.end) &&
           words_.is_title_or_prefix(f.tokens.end - 1) && !words_.is_title(f.tokens.end - 1))
      --f.tokens.end;
    if (f.tokens.empty() || words_.only_value(f.tokens) || !words_.is_capitalized(f.tokens)) return;
    if (words_.is_known(f.tokens)) {
      names.push_back({f.tokens, f.type, true});
      return;
    }
    // "startup Zelt": the noun before a name is no part of it
    const std::uint32_t first = f.tokens.begin;
    const bool small = !words_.may_start_name(first) || words_.starts_sentence(first);
    if (f.tokens.size() > 1 && document_.tokens[first].upos == Upos::NOUN && small &&
        words_.is_common({first, first + 1})) {
      run({{first + 1, f.tokens.end}, f.type, false});
      return;
    }
    // "Secretary of State Jo Doe", of which the recognizer found the end
    if (f.tokens.size() > 2 && is_part_of_title({first, first + 1}) && words_.is_common({first, first + 1})) {
      run({{first + 1, f.tokens.end}, NameType::Person, false});
      return;
    }
    const bool letter = f.tokens.size() == 1 && document_.form(first).size() == 1 && first > 0 &&
                        document_.form(first - 1) == "(";  // "Jo Doe (R)"
    if (letter || abbreviates_title(f.tokens) || words_.only_titles(f.tokens) || is_part_of_title(f.tokens) ||
        is_cut_short(f.tokens))
      return;
    if (at_separator(f) || at_noun(f) || at_title(f) || at_known(f)) return;
    strip(f);
    if (f.tokens.empty() || words_.is_common(f.tokens)) return;
    f.known = words_.is_known(f.tokens);
    names.push_back(f);
  }

 private:
  [[nodiscard]] std::vector<FoundName> inside(Span span) const {
    std::vector<FoundName> out;
    for (const FoundName& k : known_) {
      if (span.contains(k.tokens)) out.push_back(k);
    }
    return out;
  }

  // "the agency's Inspector General (IG)": the post by its letters, and nobody's name.
  [[nodiscard]] bool abbreviates_title(Span span) const {
    if (span.size() != 1 || span.begin < 2 || document_.form(span.begin - 1) != "(") return false;
    const std::string_view form = document_.form(span.begin);
    if (span.begin < form.size() + 1 || !words_.is_title_or_prefix(span.begin - 2)) return false;
    for (std::uint32_t i = 0; i < form.size(); ++i) {
      if (document_.form(span.begin - 2 - i).front() != form[form.size() - 1 - i]) return false;
    }
    return true;
  }

  // "Doe 6-2": a score is no part of who won it.
  [[nodiscard]] Span without_score(Span span) const {
    for (std::uint32_t t = span.begin + 1; t < span.end; ++t) {
      if (words_.is_score(t) && document_.tokens[t - 1].space_after) span.end = t;
    }
    return span;
  }

  // "Commerce" of "Secretary of Commerce".
  [[nodiscard]] bool is_part_of_title(Span span) const { return span.size() == 1 && words_.is_portfolio(span.begin); }

  // "AI-as-" of "AI-as-a-service".
  [[nodiscard]] bool is_cut_short(Span span) const {
    const std::string_view form = document_.text(span);
    return form.ends_with("-") || form.ends_with("\u2010") || form.ends_with("\u2011");
  }

  // A determiner, a comma, a parenthesis, an "and" or, of organizations, an "at" between names; after a person's, an
  // "of".
  bool at_separator(const FoundName& f) {
    for (std::uint32_t t = f.tokens.begin + 1; t + 1 < f.tokens.end; ++t) {
      const Token& token = document_.tokens[t];
      const Span left{f.tokens.begin, t}, right{t + 1, f.tokens.end};
      bool cut = (token.upos == Upos::DET && syntax_.lower(t) == "the") || document_.form(t) == "(" ||
                 (f.type == NameType::Organization && syntax_.lower(t) == "at");
      if (document_.form(t) == ",") cut = !has_legal_form("x " + normalize_label(document_.text({t + 1, t + 2})));
      if (token.upos == Upos::CCONJ && document_.form(t) != "&") {
        cut = f.type == NameType::Person || words_.is_known(words_.trimmed(left)) ||
              words_.is_known(words_.trimmed(right));
      }
      // "Jo Doe of Acme", but "Catherine of Aragon"
      const bool of = f.type == NameType::Person && left.size() >= 2 && syntax_.lower(t) == "of";
      if (!cut && !of) continue;
      run({left, f.type, false});
      run({right, of ? NameType::None : f.type, false});
      return true;
    }
    return false;
  }

  // "Acme rival Zelt", "Zelt parent Qorin": a common noun in small letters between names.
  bool at_noun(const FoundName& f) {
    for (std::uint32_t t = f.tokens.begin + 1; t + 1 < f.tokens.end; ++t) {
      const bool small = document_.tokens[t].upos == Upos::NOUN && !words_.may_start_name(t) && !words_.is_title(t);
      if (!small || document_.form(t).size() < 4 || !document_.tokens[t].space_after ||
          !document_.tokens[t - 1].space_after)
        continue;
      run({{f.tokens.begin, t}, NameType::None, false});
      run({{t + 1, f.tokens.end}, NameType::None, false});
      return true;
    }
    return false;
  }

  // "Nvidia CEO Jensen Huang": what is before the title, and who has it.
  bool at_title(const FoundName& f) {
    std::uint32_t begin = 0, end = 0;
    for (std::uint32_t t = f.tokens.begin; t < f.tokens.end; ++t) {
      if (!words_.is_title_or_prefix(t)) continue;
      if (end != t) begin = t;
      end = t + 1;
    }
    if (end <= f.tokens.begin) return false;
    const Span before{f.tokens.begin, begin}, after = words_.trimmed({end, f.tokens.end});
    const std::vector<FoundName> parts = inside(f.tokens);
    // "Secretary of State Mary Jones", "Secretary of Commerce": the title goes on.
    if (end < f.tokens.end && syntax_.lower(end) == "of") {
      std::uint32_t last = 0;
      for (const FoundName& p : parts) {
        if (p.tokens.begin > end || p.tokens.end <= begin) names.push_back(p);
        last = std::max(last, p.tokens.end);
      }
      if (last > end && last < f.tokens.end)
        run({{last, f.tokens.end}, NameType::Person, false});  // "Governor of Ohio Jo Doe"
      return true;
    }
    // "the General Services Administration": what ends in a noun for a body is no person with a title
    if (!after.empty() && f.type == NameType::Organization && words_.is_common({after.end - 1, after.end}))
      return false;
    const bool person =
        !after.empty() && (f.type == NameType::Person || !before.empty() || words_.stands_for(after, Kind::Person));
    if (!person && !(after.empty() && !before.empty() && f.type == NameType::Person)) return false;
    const bool known_before =
        std::any_of(parts.begin(), parts.end(), [&](const FoundName& p) { return p.tokens.end <= begin; });
    for (const FoundName& p : parts) {
      if (p.tokens.end <= begin) names.push_back(p);
    }
    if (!known_before && before.size() >= 2 && words_.all_proper(before)) run({before, NameType::Organization, false});
    if (!after.empty()) run({after, NameType::Person, false});
    return true;
  }

  bool at_known(const FoundName& f) {
    const std::vector<FoundName> parts = inside(f.tokens);
    // "Nvidia H200", "US Commerce Department": known names side by side.
    if (parts.size() >= 2) {
      std::uint32_t at = f.tokens.begin;
      for (const FoundName& p : parts) at = p.tokens.begin == at ? p.tokens.end : 0;
      if (at == f.tokens.end) {
        names.insert(names.end(), parts.begin(), parts.end());
        return true;
      }
    }
    // "Huawei Pura 70", "Chinese Ren Wu": a known maker or a country before a name of another kind.
    if (parts.empty() || parts[0].tokens.begin != f.tokens.begin) return false;
    const Span first = parts[0].tokens, rest = words_.trimmed({first.end, f.tokens.end});
    const bool maker = words_.stands_for(first, Kind::Organization) && words_.has_digit(rest);
    const bool demonym = words_.is_demonym(first) && f.type == NameType::Person;
    if (rest.empty() || (!maker && !demonym)) return false;
    names.push_back(parts[0]);
    run({rest, maker ? NameType::Product : f.type, false});
    return true;
  }

  // Common nouns after the name: "Acme chips", "H200 GPUs", "Ascend 910C AI".
  void strip(FoundName& f) const {
    while (f.tokens.size() > 1 && !words_.is_known(f.tokens)) {
      const std::uint32_t last = f.tokens.end - 1;
      const Span rest = words_.trimmed({f.tokens.begin, last});
      const std::string_view form = document_.form(last);
      const bool plural_acronym = form.size() > 2 && form.ends_with('s') && is_acronym(form.substr(0, form.size() - 1));
      const bool small = !words_.may_start_name(last) && document_.tokens[last].upos == Upos::NOUN;
      const bool common = words_.is_common({last, last + 1});
      const bool acronym = is_acronym(form) && (words_.is_known(rest) || words_.has_digit(rest));
      if (!small && !(common && (plural_acronym || acronym))) return;
      f.tokens = rest;
    }
  }

  const Document& document_;
  const text::Syntax& syntax_;
  const NameWords& words_;
  const std::vector<FoundName>& known_;
};

}  // namespace

std::vector<FoundName> split_name(const Document& document, const text::Syntax& syntax, const NameWords& words,
                                  const FoundName& span, const std::vector<FoundName>& known) {
  Splitter splitter(document, syntax, words, known);
  splitter.run(span);
  return std::move(splitter.names);
}

}  // namespace triplewright::link
