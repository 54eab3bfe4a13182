#include "link/names.h"

#include <algorithm>
#include <set>

#include "link/label.h"
#include "link/name_join.h"
#include "link/name_split.h"
#include "link/name_words.h"
#include "link/nominals.h"
#include "text/normalize.h"

namespace triplewright::link {

namespace {

constexpr std::uint32_t kLongestName = 10;  // tokens

// "SN50", "MI325X", "NX2": capitals, then digits; one letter wants two. Fiscal years and formulas are no products.
bool is_model_code(std::string_view form) {
  if (form.ends_with('s')) form.remove_suffix(1);  // "A350s"
  std::size_t letters = 0, digits = 0;
  while (letters < form.size() && form[letters] >= 'A' && form[letters] <= 'Z') ++letters;
  while (letters + digits < form.size() && form[letters + digits] >= '0' && form[letters + digits] <= '9') ++digits;
  const bool ends = letters + digits == form.size() ||
                    (letters + digits + 1 == form.size() && form.back() >= 'A' && form.back() <= 'Z');
  const bool formula = form.substr(0, letters).find_first_not_of("CHNOPS") == std::string_view::npos;  // CO2
  return letters >= 1 && letters <= 5 && (digits >= 2 || (digits == 1 && letters >= 2 && !formula)) && ends &&
         !form.starts_with("FY");
}

// AdX, YouTube: a capital after a small letter.
bool has_inner_capital(std::string_view form) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (form.size() < 3 || !capital(form.front())) return false;
  bool inner = false;
  for (std::size_t i = 1; i < form.size(); ++i) {
    if (!capital(form[i]) && !small(form[i])) return false;
    inner |= capital(form[i]) && small(form[i - 1]);
  }
  return inner;
}

class NameRepair {
 public:
  NameRepair(Document& document, const text::Syntax& syntax, const Kinds& kinds, const EntityBase& base)
      : document_(document), syntax_(syntax), kinds_(kinds), base_(base), words_(document, syntax, kinds, base) {}

  void run() {
    std::vector<FoundName> recognized;
    recognized_.assign(document_.tokens.size(), false);
    for (const Mention& m : document_.mentions) {
      if (m.kind != MentionKind::Named) continue;
      recognized.push_back({m.tokens, m.type, false});
      std::fill(recognized_.begin() + m.tokens.begin, recognized_.begin() + m.tokens.end, true);
    }
    for (const Sentence& s : document_.sentences) scan(s);
    resolve(recognized);
    add_capitalized();
    add_titles();
    add_short();
    complete_companies();
    sort();
    join_names(document_, syntax_, words_, recognized_, names_);
    drop_headline_words();
    std::erase_if(names_, [&](const FoundName& f) { return names_language(f) || is_prefix(f); });
    document_.mentions.clear();
    std::uint32_t end = 0;
    for (const FoundName& f : names_) {
      if (f.tokens.empty() || f.tokens.begin < end) continue;
      end = f.tokens.end;
      document_.mentions.push_back(mention(f));
    }
  }

 private:
  // --- the entity base ---------------------------------------------------------------------------

  void scan(const Sentence& sentence) {
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) {
      std::uint32_t last = 0;
      if (words_.may_start_name(i)) {
        const std::uint32_t limit = std::min(sentence.tokens.end, i + kLongestName);
        for (std::uint32_t j = i + 1; j <= limit; ++j) {
          const std::string key = normalize_label(document_.text({i, j}));
          if (key.empty() ||
              !base_.is_prefix(key.starts_with("the ") ? std::string_view(key).substr(4) : std::string_view(key)))
            break;
          if (words_.is_known({i, j})) last = j;
        }
      }
      if (last == 0) {
        ++i;
        continue;
      }
      const Span span = words_.trimmed({i, last});
      if (!span.empty() && acceptable(span, sentence)) known_.push_back({span, NameType::None, true});
      i = last;
    }
  }

  // A known name of one word may still be an ordinary word: at the start of a sentence or in a headline.
  [[nodiscard]] bool acceptable(Span span, const Sentence& sentence) const {
    if (span.size() > 1) return !words_.only_value(span) && !is_described_by_place(span);
    const std::uint32_t t = span.begin;
    if (words_.in_value(t)) return false;
    if (recognized_[t]) return true;
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
    const bool forced_capital = words_.starts_sentence(t) || sentence.title_case;
    return !forced_capital || token.upos == Upos::PROPN || !words_.occurs_small(t);
  }

  // "The US bank" is a bank, and not U.S. Bank.
  [[nodiscard]] bool is_described_by_place(Span span) const {
    const Span noun{span.end - 1, span.end};
    const char first = document_.form(noun.begin).front();
    const Span place{span.begin, noun.begin};
    if (first < 'a' || first > 'z' || document_.tokens[noun.begin].upos != Upos::NOUN || !words_.is_common(noun))
      return false;
    const auto candidates = base_.candidates(document_.text(span));
    return !candidates.empty() && kinds_.any_is_a(base_.record(candidates.front().record).classes, kinds_.company()) &&
           (words_.is_demonym(place) || words_.stands_for(place, Kind::Place));
  }

  // --- recognizer and base together --------------------------------------------------------------

  void resolve(const std::vector<FoundName>& recognized) {
    std::vector<bool> used(known_.size(), false);
    for (const FoundName& r : recognized) {
      const Span span = words_.trimmed(r.tokens);
      if (span.empty()) continue;
      bool inside_known = false;
      std::vector<std::size_t> replaced;
      for (std::size_t k = 0; k < known_.size(); ++k) {
        FoundName& g = known_[k];
        if (!g.tokens.overlaps(span)) continue;
        if (g.tokens.contains(span)) {
          inside_known = true;
          if (g.type == NameType::None || g.tokens == span) g.type = r.type;
        } else if (!span.contains(g.tokens) && g.tokens.size() > 1) {
          inside_known = true;  // "Materials and Lam Research" cuts "Applied Materials" in two
        } else {
          replaced.push_back(k);
        }
      }
      if (inside_known) continue;
      for (const std::size_t k : replaced) used[k] = true;
      for (FoundName& f : split_name(document_, syntax_, words_, {span, r.type, false}, known_)) names_.push_back(f);
    }
    for (std::size_t k = 0; k < known_.size(); ++k) {
      if (!used[k]) names_.push_back(known_[k]);
    }
  }

  // --- names that neither knows ------------------------------------------------------------------

  void add_capitalized() {
    std::vector<bool> taken(document_.tokens.size(), false);
    for (const FoundName& f : names_) std::fill(taken.begin() + f.tokens.begin, taken.begin() + f.tokens.end, true);
    for (const Sentence& s : document_.sentences) {
      if (s.title_case) continue;
      for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
        const std::uint32_t begin = t;
        while (t < s.tokens.end && !taken[t] && is_new_name_word(t)) ++t;
        if (t == begin) continue;
        const Span span = words_.trimmed({begin, t});
        if (span.empty() || (document_.text(span).size() <= 2 && !is_acronym(document_.text(span)))) continue;
        if (span.size() == 1 && words_.starts_sentence(span.begin) && !capitalized_elsewhere(span.begin) &&
            !is_defined(span.begin) && !is_singular_subject(span.begin))
          continue;
        names_.push_back({span, NameType::None, false});
      }
      if (const Span span = introduced(s); !span.empty() && !taken[span.begin] && !taken[span.end - 1])
        names_.push_back({span, NameType::None, false});
    }
  }

  // *Drax, which runs a plant, expects*: a subject that the tagger takes for a name, and no plural or title.
  [[nodiscard]] bool is_singular_subject(std::uint32_t t) const {
    const Token& token = document_.tokens[t];
    return token.xpos == "NNP" && token.head > static_cast<std::int32_t>(t) && !words_.occurs_small(t) &&
           (syntax_.relation(t) == "nsubj" || token.deprel == "nmod:poss") && document_.form(t).size() > 2;
  }

  // *Public Citizen, a watchdog group, said*: capitals at the start of a sentence, common words or not, that an
  // appositive says to be something.
  [[nodiscard]] Span introduced(const Sentence& s) const {
    std::uint32_t end = s.tokens.begin;
    while (end < s.tokens.end && words_.may_start_name(end) && !words_.is_title_or_prefix(end) &&
           document_.tokens[end].upos != Upos::DET && document_.tokens[end].upos != Upos::ADP &&
           document_.tokens[end].upos != Upos::PRON)
      ++end;
    const Span span{s.tokens.begin, end};
    if (span.size() < 2 || end + 2 >= s.tokens.end || document_.form(end) != ",") return {};
    const std::string article = syntax_.lower(end + 1);
    if (article != "a" && article != "an" && article != "the") return {};
    const std::uint32_t head = syntax_.head_of(span);
    const std::int32_t appositive = syntax_.child(head, "appos");
    const bool names = document_.tokens[head].upos == Upos::PROPN && syntax_.relation(head) == "nsubj";
    return names && appositive > static_cast<std::int32_t>(end) ? span : Span{};
  }

  // *Norvik is a subsidiary of Acme*: the first word of a sentence that says what it is.
  [[nodiscard]] bool is_defined(std::uint32_t t) const {
    const std::int32_t up = document_.tokens[t].head;
    if (up < 0 || syntax_.relation(t) != "nsubj" || words_.occurs_small(t)) return false;
    const auto noun = static_cast<std::uint32_t>(up);
    const std::string det = determiner(syntax_, noun);
    return document_.tokens[noun].upos == Upos::NOUN && syntax_.child(noun, "cop") >= 0 &&
           (det == "a" || det == "an" || det == "the");
  }

  [[nodiscard]] bool is_new_name_word(std::uint32_t t) const {
    const Token& token = document_.tokens[t];
    const std::string_view form = document_.form(t);
    if ((token.upos != Upos::PROPN && !is_model_code(form) && !has_inner_capital(form)) || recognized_[t] ||
        words_.in_value(t) || !words_.may_start_name(t) || words_.is_title_or_prefix(t))
      return false;
    // "Head of Sales": a word that nothing else in the text says is a name
    if (t >= 2 && syntax_.lower(t - 1) == "of" && words_.is_title(t - 2) &&
        (words_.is_portfolio(t) || !capitalized_elsewhere(t)))
      return false;
    return !words_.is_common({t, t + 1});
  }

  // "Der Weg ins Licht" is a song: words between quotation marks of which a sentence says what they are.
  void add_titles() {
    constexpr std::uint32_t kLongestTitle = 12;
    for (const Sentence& s : document_.sentences) {
      std::uint32_t t = s.tokens.begin;
      if (!is_quote(t)) continue;
      const std::uint32_t begin = ++t;
      while (t < s.tokens.end && t - begin < kLongestTitle && !is_quote(t)) ++t;
      const bool ends = t > begin && t + 2 < s.tokens.end && is_quote(t);
      if (!ends || document_.tokens[t + 1].lemma != "be" || document_.tokens[t + 2].upos != Upos::DET ||
          !words_.may_start_name(begin))
        continue;
      const Span span{begin, t};
      std::erase_if(names_, [&](const FoundName& f) { return f.tokens.overlaps(span); });
      names_.push_back({span, NameType::None, false});
    }
  }

  [[nodiscard]] bool is_quote(std::uint32_t t) const {
    const std::string_view form = document_.form(t);
    return form == "\"" || form == "\u201C" || form == "\u201D" || form == "``" || form == "''";
  }

  // "Zelt Communications won. Zelt sued", "Jo Brick, who": the first word of a longer name, or the last of a person's,
  // at the beginning of a sentence as its subject or an owner, where the text has no such word in small letters.
  void add_short() {
    std::set<std::string> first_words;
    for (const FoundName& f : names_) {
      if (f.tokens.size() > 1 && !f.known && f.type != NameType::Location)
        first_words.insert(std::string(document_.form(f.tokens.begin)));
      if (f.tokens.size() > 1 && f.type == NameType::Person)
        first_words.insert(std::string(document_.form(f.tokens.end - 1)));
    }
    for (const Sentence& s : document_.sentences) {
      const std::uint32_t t = s.tokens.begin;
      if (s.title_case || t + 1 >= s.tokens.end || !first_words.contains(std::string(document_.form(t))) ||
          words_.occurs_small(t) || words_.may_start_name(t + 1))
        continue;
      const bool alone = syntax_.relation(t) == "nsubj" || document_.tokens[t].deprel == "nmod:poss";
      const auto taken = [&](const FoundName& f) { return f.tokens.contains(t); };
      if (alone && std::none_of(names_.begin(), names_.end(), taken))
        names_.push_back({{t, t + 1}, NameType::None, false});
    }
  }

  // The same word as a name within another sentence.
  [[nodiscard]] bool capitalized_elsewhere(std::uint32_t t) const {
    for (std::uint32_t o = 0; o < document_.tokens.size(); ++o) {
      if (o != t && document_.form(o) == document_.form(t) && !words_.starts_sentence(o) &&
          !document_.sentences[document_.sentence_of(o)].title_case)
        return true;
    }
    return false;
  }

  // "Digital Tools Inc.", "Doe & Company, LLC": the capitalized words before a legal form and the form are one name,
  // whatever was found of them.
  void complete_companies() {
    for (const Sentence& s : document_.sentences) {
      if (s.title_case) continue;
      for (std::uint32_t t = s.tokens.begin + 1; t < s.tokens.end; ++t) {
        if (!words_.may_start_name(t) || !is_legal_form(syntax_.lower(t))) continue;
        while (t + 1 < s.tokens.end && words_.may_start_name(t + 1) && is_legal_form(syntax_.lower(t + 1))) ++t;
        const Span span = words_.trimmed({start_of_company(s, t), t + 1});
        if (span.size() < 2) continue;
        std::erase_if(names_, [&](const FoundName& f) { return f.tokens.overlaps(span); });
        names_.push_back({span, NameType::Organization, words_.is_known(span)});
      }
    }
  }

  [[nodiscard]] std::uint32_t start_of_company(const Sentence& sentence, std::uint32_t form) const {
    std::uint32_t begin = form;
    const auto capital = [&](std::uint32_t t) {
      return words_.may_start_name(t) && !words_.is_title_or_prefix(t) && document_.tokens[t].upos != Upos::DET &&
             document_.tokens[t].upos != Upos::ADP;
    };
    while (begin > sentence.tokens.begin && form - begin < kLongestName) {
      const std::uint32_t before = begin - 1;
      const bool inside = before > sentence.tokens.begin && capital(before - 1);
      const std::string_view word = document_.form(before);
      if (inside && (word == "&" || is_hyphen(word) || (word == "," && begin == form)))
        begin = before - 1;
      else if (capital(before))
        begin = before;
      else
        break;
    }
    return begin;
  }

  void sort() {
    std::stable_sort(names_.begin(), names_.end(), [](const FoundName& a, const FoundName& b) {
      return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.tokens.end > b.tokens.end;
    });
  }

  // In a headline every word is capitalized: an unknown name there is one only if the text has it, too.
  void drop_headline_words() {
    std::set<std::string> in_text;
    for (const FoundName& f : names_) {
      if (!f.tokens.empty() && !document_.sentences[document_.sentence_of(f.tokens.begin)].title_case)
        in_text.insert(normalize_label(document_.text(f.tokens)));
    }
    std::erase_if(names_, [&](const FoundName& f) {
      if (f.tokens.empty()) return true;
      const std::string key = normalize_label(document_.text(f.tokens));
      const bool person = f.type == NameType::Person && f.tokens.size() > 1;
      return !f.known && !person && !has_legal_form(key) &&
             document_.sentences[document_.sentence_of(f.tokens.begin)].title_case && !in_text.contains(key);
    });
  }

  // "She teaches English": what is called after a country and neither describes a noun nor means its people.
  [[nodiscard]] bool names_language(const FoundName& f) const {
    if (f.tokens.size() != 1 || !words_.is_demonym(f.tokens) || document_.form(f.tokens.begin).ends_with('s'))
      return false;
    const std::string_view relation = syntax_.relation(f.tokens.begin);
    const bool argument = relation == "obj" || relation == "obl" || relation == "nsubj" || relation == "nmod";
    return argument && syntax_.child(f.tokens.begin, "det") < 0 &&
           document_.tokens[f.tokens.begin].deprel != "nmod:poss" && !precedes_noun(f.tokens.begin);
  }

  // "Co-" of "Co-Prince"
  [[nodiscard]] bool is_prefix(const FoundName& f) const {
    return f.tokens.size() == 1 && document_.form(f.tokens.begin).ends_with('-');
  }

  [[nodiscard]] bool precedes_noun(std::uint32_t t) const {
    return document_.tokens[t].head == static_cast<std::int32_t>(t) + 1;
  }

  // --- results -----------------------------------------------------------------------------------

  [[nodiscard]] Mention mention(const FoundName& f) const {
    Mention m;
    m.tokens = f.tokens;
    m.type = f.type;
    m.kind = MentionKind::Named;
    m.head = syntax_.head_of(f.tokens);
    const auto candidates = base_.candidates(document_.text(f.tokens));
    if (candidates.empty()) return m;
    const EntityRecord& r = base_.record(candidates.front().record);
    const bool acts = kinds_.any_is_a(r.classes, kinds_.geopolitical()) && !kinds_.any_is_a(r.classes, kinds_.city());
    const std::string_view relation = syntax_.relation(m.head);
    const bool before_noun = document_.tokens[m.head].head > static_cast<std::int32_t>(m.head);
    const bool bare = document_.tokens[m.head].deprel != "nmod:poss" && syntax_.child(m.head, "case") < 0;
    const bool modifier = before_noun && (relation == "amod" || relation == "compound" || (relation == "nmod" && bare));
    if (candidates.front().is_demonym || (acts && modifier)) m.attributive = r.iri;
    return m;
  }

  Document& document_;
  const text::Syntax& syntax_;
  const Kinds& kinds_;
  const EntityBase& base_;
  NameWords words_;
  std::vector<FoundName> known_, names_;
  std::vector<bool> recognized_;  // tokens within a span of the recognizer
};

}  // namespace

void repair_names(Document& document, const text::Syntax& syntax, const Kinds& kinds, const EntityBase& base) {
  NameRepair(document, syntax, kinds, base).run();
}

}  // namespace triplewright::link
