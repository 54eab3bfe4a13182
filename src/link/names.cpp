#include "link/names.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "link/label.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::link {

namespace {

constexpr std::uint32_t kLongestName = 10;  // tokens

struct Found {
  Span tokens;
  NameType type = NameType::None;
  bool known = false;  // in the entity base
};

// Days and months, which are capitalized and name nothing here. "March" and "May" are tagged as names only when they
// are months.
bool is_calendar_name(const std::string& word) {
  constexpr std::array<std::string_view, 19> kNames = {
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",  "sunday",  "january",  "february", "march",
      "april",  "may",     "june",      "july",     "august", "september", "october", "november", "december"};
  return std::find(kNames.begin(), kNames.end(), word) != kNames.end();
}

class NameRepair {
 public:
  NameRepair(Document& document, const text::Syntax& syntax, const Kinds& kinds, const EntityBase& base)
      : document_(document), syntax_(syntax), kinds_(kinds), base_(base) {
    in_value_.resize(document.tokens.size(), false);
    for (const Value& v : document.values) {
      if (v.kind != ValueKind::Time && v.kind != ValueKind::Duration && v.kind != ValueKind::Money &&
          v.kind != ValueKind::Percent)
        continue;
      for (std::uint32_t t = v.tokens.begin; t < v.tokens.end; ++t) in_value_[t] = true;
    }
    for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
      if (document.tokens[t].upos == Upos::PROPN && is_calendar_name(syntax.lower(t))) in_value_[t] = true;
      const std::string_view form = document.form(t);
      if (form == text::lower(form)) small_words_.insert(std::string(form));
    }
  }

  void run() {
    std::vector<Found> recognized;
    for (const Mention& m : document_.mentions) {
      if (m.kind == MentionKind::Named) recognized.push_back({m.tokens, m.type, false});
    }
    covered_.assign(document_.tokens.size(), 0);
    for (const Found& f : recognized) mark(f.tokens, 1);
    std::vector<Found> names;
    for (const Sentence& s : document_.sentences) scan(s, known_);
    resolve(recognized, names);
    add_capitalized(names);
    for (Found& f : names) extend(f);
    std::vector<Mention> mentions;
    std::uint32_t end = 0;
    std::sort(names.begin(), names.end(), [](const Found& a, const Found& b) {
      return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.tokens.end > b.tokens.end;
    });
    for (const Found& f : names) {
      if (f.tokens.empty() || f.tokens.begin < end) continue;
      end = f.tokens.end;
      mentions.push_back(mention(f));
    }
    document_.mentions = std::move(mentions);
  }

 private:
  // --- the entity base ---------------------------------------------------------------------------

  void scan(const Sentence& sentence, std::vector<Found>& out) {
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) {
      std::uint32_t last = 0;
      if (may_start_name(i)) {
        const std::uint32_t limit = std::min(sentence.tokens.end, i + kLongestName);
        for (std::uint32_t j = i + 1; j <= limit; ++j) {
          const std::string key = normalize_label(document_.text({i, j}));
          if (key.empty() || !base_.is_prefix(strip_the(key))) break;
          if (is_known({i, j})) last = j;
        }
      }
      if (last == 0) {
        ++i;
        continue;
      }
      const Span span = trimmed({i, last});
      if (!span.empty() && acceptable(span, sentence)) out.push_back({span, NameType::None, true});
      i = last;
    }
  }

  static std::string_view strip_the(std::string_view key) { return key.starts_with("the ") ? key.substr(4) : key; }

  [[nodiscard]] bool is_known(Span span) const { return !base_.candidates(document_.text(span)).empty(); }

  [[nodiscard]] bool may_start_name(std::uint32_t t) const {
    const std::string_view form = document_.form(t);
    bool upper = false, digit = false;
    for (std::size_t at = 0; at < form.size();) {
      const char32_t c = text::decode(form, at);
      upper = upper || text::is_upper(c);
      digit = digit || text::is_digit(c);
    }
    return upper || (digit && document_.tokens[t].upos != Upos::NUM);
  }

  // A known name of one word may still be an ordinary word: at the start of a sentence or in a headline.
  [[nodiscard]] bool acceptable(Span span, const Sentence& sentence) const {
    if (in_value_[span.begin] && span.size() == 1) return false;
    if (span.size() > 1) return true;
    const std::uint32_t t = span.begin;
    if (covered_[t] != 0) return true;
    const Token& token = document_.tokens[t];
    switch (token.upos) {
      case Upos::VERB:
      case Upos::AUX:
      case Upos::DET:
      case Upos::PRON:
      case Upos::ADP:
      case Upos::SCONJ:
      case Upos::CCONJ:
      case Upos::ADV:
      case Upos::INTJ:
      case Upos::PART: {
        const std::string_view form = document_.form(t);
        return is_acronym(form) && form.size() >= 3 && t != sentence.tokens.begin;
      }
      default:
        break;
    }
    const bool forced_capital = t == sentence.tokens.begin || sentence.title_case;
    return !forced_capital || token.upos == Upos::PROPN || !small_words_.contains(syntax_.lower(t));
  }

  // --- recognizer and base together --------------------------------------------------------------

  void resolve(const std::vector<Found>& recognized, std::vector<Found>& out) {
    std::vector<bool> used(known_.size(), false);
    for (const Found& r : recognized) {
      const Found f{trimmed(r.tokens), r.type, false};
      if (f.tokens.empty() || only_value(f.tokens) || !is_capitalized(f.tokens)) continue;
      bool inside_known = false;
      std::vector<Found> parts;
      for (std::size_t k = 0; k < known_.size(); ++k) {
        Found& g = known_[k];
        if (!g.tokens.overlaps(f.tokens)) continue;
        if (g.tokens.contains(f.tokens)) {
          inside_known = true;
          if (g.type == NameType::None || g.tokens == f.tokens) g.type = f.type;
        } else if (f.tokens.contains(g.tokens)) {
          used[k] = true;
          parts.push_back(g);
        } else if (g.tokens.size() > f.tokens.size()) {
          inside_known = true;
        } else {
          used[k] = true;
        }
      }
      if (inside_known) continue;
      split(f, parts, out);
    }
    for (std::size_t k = 0; k < known_.size(); ++k) {
      if (!used[k]) out.push_back(known_[k]);
    }
  }

  // A name has a capital or a digit beside letters somewhere.
  [[nodiscard]] bool is_capitalized(Span span) const {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      if (may_start_name(t)) return true;
    }
    return false;
  }

  [[nodiscard]] bool only_value(Span span) const {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      if (!in_value_[t]) return false;
    }
    return true;
  }

  // A recognized span with known names inside, or with a title: one name or several?
  void split(const Found& f, const std::vector<Found>& parts, std::vector<Found>& out) {
    std::uint32_t title_end = 0, title_begin = 0;
    for (std::uint32_t t = f.tokens.begin; t < f.tokens.end; ++t) {
      if (!is_person_title(kinds_, syntax_.lower(t))) continue;
      if (title_end != t) title_begin = t;
      title_end = t + 1;
    }
    const bool person_after = title_end > f.tokens.begin && title_end < f.tokens.end &&
                              (f.type == NameType::Person || title_begin > f.tokens.begin ||
                               stands_for({title_end, f.tokens.end}, Kind::Person));
    if (person_after) {
      for (const Found& p : parts) {
        if (p.tokens.end <= title_begin) out.push_back(p);
      }
      const bool left_known =
          std::any_of(parts.begin(), parts.end(), [&](const Found& p) { return p.tokens.end <= title_begin; });
      if (!left_known && title_begin > f.tokens.begin && all_proper({f.tokens.begin, title_begin})) {
        out.push_back({trimmed({f.tokens.begin, title_begin}), NameType::Organization, false});
      }
      out.push_back({trimmed({title_end, f.tokens.end}), NameType::Person, false});
      return;
    }
    // "Nvidia H200", "US Commerce Department": names of different kinds side by side.
    if (parts.size() >= 2 && covers(parts, f.tokens)) {
      out.insert(out.end(), parts.begin(), parts.end());
      return;
    }
    // "Chinese Huawei", "Huawei Mate 60": a known maker or country before a name of another kind.
    if (parts.size() == 1 && parts[0].tokens.begin == f.tokens.begin && parts[0].tokens.end < f.tokens.end) {
      const Span rest = trimmed({parts[0].tokens.end, f.tokens.end});
      const bool maker = stands_for(parts[0].tokens, Kind::Organization) && has_digit(rest);
      const bool demonym = is_demonym(parts[0].tokens) && f.type == NameType::Person;
      if (!rest.empty() && (maker || demonym)) {
        out.push_back(parts[0]);
        out.push_back({rest, maker ? NameType::Product : f.type, false});
        return;
      }
    }
    out.push_back(f);
  }

  static bool covers(const std::vector<Found>& parts, Span span) {
    std::uint32_t at = span.begin;
    for (const Found& p : parts) {
      if (p.tokens.begin != at) return false;
      at = p.tokens.end;
    }
    return at == span.end;
  }

  [[nodiscard]] bool stands_for(Span span, Kind kind) const {
    const auto candidates = base_.candidates(document_.text(span));
    return !candidates.empty() && kinds_.kind_of(base_.record(candidates.front().record).classes) == kind;
  }

  [[nodiscard]] bool is_demonym(Span span) const {
    const auto candidates = base_.candidates(document_.text(span));
    return !candidates.empty() && candidates.front().is_demonym;
  }

  [[nodiscard]] bool all_proper(Span span) const {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      if (document_.tokens[t].upos != Upos::PROPN) return false;
    }
    return !span.empty();
  }

  [[nodiscard]] bool has_digit(Span span) const {
    const std::string_view form = document_.text(span);
    return std::any_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  // --- names that neither knows ------------------------------------------------------------------

  void add_capitalized(std::vector<Found>& names) {
    std::vector<bool> taken(document_.tokens.size(), false);
    for (const Found& f : names) {
      for (std::uint32_t t = f.tokens.begin; t < f.tokens.end; ++t) taken[t] = true;
    }
    for (const Sentence& s : document_.sentences) {
      if (s.title_case) continue;
      for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
        const std::uint32_t begin = t;
        while (t < s.tokens.end && !taken[t] && !in_value_[t] && is_new_name_word(t, s)) ++t;
        if (t > begin &&
            !(t < s.tokens.end && taken[t] && t - begin == 1 && is_person_title(kinds_, syntax_.lower(begin)))) {
          const Span span = trimmed({begin, t});
          if (!span.empty() && (document_.text(span).size() > 2 || is_acronym(document_.text(span))))
            names.push_back({span, NameType::None, false});
        }
      }
    }
  }

  [[nodiscard]] bool is_new_name_word(std::uint32_t t, const Sentence& s) const {
    const Token& token = document_.tokens[t];
    if (token.upos != Upos::PROPN || !may_start_name(t) || is_person_title(kinds_, syntax_.lower(t))) return false;
    const std::string word = syntax_.lower(t);
    if (t == s.tokens.begin && small_words_.contains(word)) return false;
    return noun_classes(kinds_.ontology(), {text::lower(token.lemma)}).empty() &&
           kinds_.ontology().concept_by_label(text::lower(token.lemma)) == nullptr;
  }

  // --- edges -------------------------------------------------------------------------------------

  [[nodiscard]] Span trimmed(Span span) const {
    while (!span.empty()) {
      const Token& first = document_.tokens[span.begin];
      const std::string word = syntax_.lower(span.begin);
      const bool edge =
          first.upos == Upos::DET || first.upos == Upos::PUNCT || first.upos == Upos::ADP || first.xpos == "POS";
      if (!edge && !(span.size() > 1 && is_honorific(word))) break;
      if (edge && first.upos != Upos::PUNCT && span.size() > 1 && word != "the" && is_known(span)) break;
      ++span.begin;
    }
    while (!span.empty()) {
      const Token& last = document_.tokens[span.end - 1];
      const std::string_view form = document_.form(span.end - 1);
      if (last.xpos != "POS" && last.upos != Upos::PUNCT && last.upos != Upos::SYM && last.upos != Upos::ADP &&
          form != "'s" && form != "\u2019s")
        break;
      if (form == ")" && std::string_view(document_.text(span)).find('(') != std::string_view::npos) break;
      --span.end;
    }
    return span;
  }

  [[nodiscard]] bool is_honorific(const std::string& word) const {
    return word == "mr." || word == "mr" || word == "mrs." || word == "mrs" || word == "ms." || word == "ms" ||
           word == "dr." || word == "dr" || word == "sir";
  }

  // Joins what tokens split: "Ascend 910C", "GPT-5", "USB-C".
  void extend(Found& f) const {
    if (f.tokens.empty()) return;
    const std::uint32_t sentence_end = document_.sentences[document_.sentence_of(f.tokens.begin)].tokens.end;
    while (f.tokens.end < sentence_end) {
      const std::uint32_t next = f.tokens.end;
      if (in_value_[next]) return;
      const std::string_view form = document_.form(next);
      if (form == "-" && !document_.tokens[next - 1].space_after && !document_.tokens[next].space_after &&
          next + 1 < sentence_end && is_model_part(document_.form(next + 1)) && !is_known({next + 1, next + 2})) {
        f.tokens.end = next + 2;
      } else if (document_.tokens[next - 1].space_after && is_model_number(next) && f.type != NameType::Person &&
                 f.type != NameType::Location && !f.known) {
        f.tokens.end = next + 1;
      } else if (document_.tokens[next - 1].space_after && is_model_number(next) &&
                 stands_for(f.tokens, Kind::Offering)) {
        f.tokens.end = next + 1;
      } else {
        return;
      }
      f.known = is_known(f.tokens);
    }
  }

  static bool is_model_part(std::string_view form) {
    return !form.empty() &&
           ((form[0] >= '0' && form[0] <= '9') || (form[0] >= 'A' && form[0] <= 'Z' && form.size() <= 3));
  }

  // A number that belongs to the name before it: "60" of "Mate 60", not the count of what follows.
  [[nodiscard]] bool is_model_number(std::uint32_t t) const {
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
    if (letter)
      return form[0] >= '0' && form[0] <= '9'
                 ? !(form.ends_with("th") || form.ends_with("st") || form.ends_with("nd") || form.ends_with("rd"))
                 : true;
    if (form.size() > 3) return false;  // years, counts
    const std::int32_t head = document_.tokens[t].head;
    const bool counts_next = syntax_.relation(t) == "nummod" && head == static_cast<std::int32_t>(t) + 1 &&
                             syntax_.has_feature(t + 1, "Number=Plur");
    return !counts_next;
  }

  // --- results -----------------------------------------------------------------------------------

  [[nodiscard]] Mention mention(const Found& f) const {
    Mention m;
    m.tokens = f.tokens;
    m.type = f.type;
    m.kind = MentionKind::Named;
    m.head = syntax_.head_of(f.tokens);
    const auto candidates = base_.candidates(document_.text(f.tokens));
    if (!candidates.empty()) {
      const EntityRecord& r = base_.record(candidates.front().record);
      const bool acts = kinds_.any_is_a(r.classes, kinds_.geopolitical()) && !kinds_.any_is_a(r.classes, kinds_.city());
      const std::string_view relation = syntax_.relation(m.head);
      const bool before_noun = document_.tokens[m.head].head > static_cast<std::int32_t>(m.head);
      const bool modifier =
          before_noun &&
          (relation == "amod" || relation == "compound" ||
           (relation == "nmod" && document_.tokens[m.head].deprel != "nmod:poss" && syntax_.child(m.head, "case") < 0));
      if (candidates.front().is_demonym || (acts && modifier)) m.attributive = r.iri;
    }
    return m;
  }

  void mark(Span span, char value) {
    for (std::uint32_t t = span.begin; t < span.end; ++t) covered_[t] = value;
  }

  Document& document_;
  const text::Syntax& syntax_;
  const Kinds& kinds_;
  const EntityBase& base_;
  std::vector<Found> known_;
  std::vector<char> covered_;
  std::vector<bool> in_value_;
  std::unordered_set<std::string> small_words_;
};

}  // namespace

void repair_names(Document& document, const text::Syntax& syntax, const Kinds& kinds, const EntityBase& base) {
  NameRepair(document, syntax, kinds, base).run();
}

}  // namespace triplewright::link
