#include "nlp/values/number.h"

#include <cstdlib>

namespace triplewright::nlp::values {
namespace {

// No number phrase has more words than this: a bound on the work at one place.
constexpr std::size_t kLongest = 24;

class NumberParser {
 public:
  NumberParser(const std::vector<Atom>& atoms, bool money) : atoms_(atoms), money_(money) {}

  std::optional<Number> parse(std::size_t at) const {
    bool negative = false;
    std::size_t i = at;
    if (is(i, "-") && i + 1 < atoms_.size() && atoms_[i + 1].glued && atoms_[i + 1].kind == AtomKind::Number &&
        !atoms_[i].glued) {
      negative = true;
      ++i;
    } else if (is(i, "minus") || is(i, "negative")) {
      negative = true;
      ++i;
    }
    std::optional<Number> n = unsigned_number(i);
    if (!n) return std::nullopt;
    if (negative) {
      if (n->vague || n->article) return std::nullopt;
      n->value = -n->value;
      n->bare = false;
    }
    return n;
  }

 private:
  [[nodiscard]] bool is(std::size_t i, std::string_view text) const {
    return i < atoms_.size() && atoms_[i].text == text;
  }
  [[nodiscard]] const WordInfo* info(std::size_t i) const { return i < atoms_.size() ? atoms_[i].word : nullptr; }
  // The atom after an optional hyphen: "three-quarters", "half-million".
  [[nodiscard]] std::size_t past_hyphen(std::size_t i) const { return is(i, "-") ? i + 1 : i; }

  std::optional<Number> unsigned_number(std::size_t i) const {
    if (i >= atoms_.size()) return std::nullopt;
    const Atom& a = atoms_[i];
    if (a.kind == AtomKind::Number) return digits(i);
    if (a.word == nullptr && a.text != "a" && a.text != "an") return std::nullopt;
    if (a.word != nullptr && !a.word->fraction.empty()) return vulgar(i);
    if (std::optional<Number> n = vague(i)) return n;
    if (std::optional<Number> n = half(i)) return n;
    if (a.text == "a" || a.text == "an") return with_article(i);
    if (a.word == nullptr || (a.word->cardinal < 0 && a.word->scale == 0)) return std::nullopt;
    return words(i);
  }

  // Reads numerator and denominator: "¾".
  std::optional<Number> vulgar(std::size_t i) const {
    const std::string_view f = atoms_[i].word->fraction;
    Number n;
    n.value = Decimal(f[0] - '0').over(f[2] - '0');
    n.end = i + 1;
    n.fraction = true;
    return n;
  }

  // "dozens", "hundreds of thousands", "several hundred", "a few thousand", "a couple of".
  std::optional<Number> vague(std::size_t i) const {
    std::size_t j = i;
    if (is(j, "several") || is(j, "few") || ((is(j, "a") || is(j, "the")) && is(j + 1, "few"))) {
      j += is(j, "several") || is(j, "few") ? 1 : 2;
      const WordInfo* w = info(j);
      if (w == nullptr || (w->scale == 0 && !w->dozen) || w->plural_scale) return std::nullopt;
      return make_vague(Decimal(w->dozen ? 24 : 2, w->scale), j + 1);
    }
    const WordInfo* w = info(j);
    if (w == nullptr || !w->plural_scale) return std::nullopt;
    Decimal least = w->dozen ? Decimal(24) : Decimal(2, w->scale);
    ++j;
    if (is(j, "of") && info(j + 1) != nullptr && info(j + 1)->plural_scale) {
      least = least.scaled(info(j + 1)->scale);
      j += 2;
    }
    return make_vague(least, j);
  }

  static Number make_vague(Decimal least, std::size_t end) {
    Number n;
    n.value = least;
    n.end = end;
    n.vague = true;
    return n;
  }

  // "half", "half a million", "half-million", "a half".
  std::optional<Number> half(std::size_t i) const {
    const bool quarter = is(i, "quarter") || (is(i, "a") && is(i + 1, "quarter"));
    if (!quarter && !is(i, "half") && !(is(i, "a") && is(i + 1, "half"))) return std::nullopt;
    Number n;
    n.article = is(i, "a");
    n.end = i + (n.article ? 2 : 1);
    n.value = Decimal(1).over(quarter ? 4 : 2);
    std::size_t j = past_hyphen(n.end);
    if (is(j, "a")) ++j;
    const WordInfo* w = info(j);
    if (w != nullptr && (w->scale > 2 || w->dozen) && !w->plural_scale) {
      n.value = w->dozen ? Decimal(quarter ? 3 : 6) : n.value.scaled(w->scale);
      n.end = j + 1;
      n.scaled = true;
      n.article = false;
      return n;
    }
    if (quarter && !n.article) return std::nullopt;
    n.fraction = true;
    return n;
  }

  // "a million", "a dozen", "a third".
  std::optional<Number> with_article(std::size_t i) const {
    const WordInfo* w = info(i + 1);
    if (w == nullptr || w->plural_scale) return std::nullopt;
    if (w->dozen || w->scale > 0) {
      std::optional<Number> n = words(i + 1);
      if (n) n->article = true;
      return n;
    }
    const bool alone =
        i + 2 >= atoms_.size() || is(i + 2, "of") || (atoms_[i + 2].kind == AtomKind::Symbol && !is(i + 2, "-"));
    if (w->denominator > 2 && !w->plural_denominator && alone) {
      Number n;
      n.value = Decimal(1).over(w->denominator);
      n.end = i + 2;
      n.fraction = n.article = true;
      return n;
    }
    return std::nullopt;
  }

  std::optional<Number> digits(std::size_t i) const {
    const Atom& a = atoms_[i];
    const std::optional<Decimal> value = Decimal::parse(a.text);
    if (!value) return std::nullopt;
    Number n;
    n.value = *value;
    n.end = i + 1;
    n.digits = true;
    n.bare = !a.grouped && a.text.find('.') == std::string::npos;
    // "1/4": a proper fraction with a usual denominator, so that 9/11 and 24/7 are none
    if (n.bare && is(i + 1, "/") && atoms_[i + 1].glued && i + 2 < atoms_.size() && atoms_[i + 2].glued &&
        atoms_[i + 2].kind == AtomKind::Number) {
      const std::int64_t over = std::atoll(atoms_[i + 2].text.c_str());
      const std::optional<std::int64_t> above = value->integer();
      const bool usual = over == 2 || over == 3 || over == 4 || over == 5 || over == 8 || over == 10 || over == 16;
      if (!usual || !above || *above >= over || *above == 0 || (is(i + 3, "/") && atoms_[i + 3].glued)) {
        return std::nullopt;
      }
      n.value = Decimal(*above).over(over);
      n.end = i + 3;
      n.bare = false;
      return n;
    }
    scale(n);
    // "2 1/4", "2½"
    if (n.bare) {
      std::optional<Number> part;
      if (info(n.end) != nullptr && !info(n.end)->fraction.empty()) part = vulgar(n.end);
      if (n.end + 1 < atoms_.size() && is(n.end + 1, "/") && !atoms_[n.end].glued &&
          atoms_[n.end].kind == AtomKind::Number) {
        part = digits(n.end);
      }
      const std::optional<Decimal> sum = part ? n.value.plus(part->value) : std::nullopt;
      if (sum) {
        n.value = *sum;
        n.end = part->end;
        n.bare = false;
      }
    }
    add_fraction(n);
    return n;
  }

  // Scale words and suffixes after digits or words: "million", "bn", "k".
  void scale(Number& n) const {
    while (n.end < atoms_.size()) {
      std::size_t j = n.end;
      if (is(j, "-") && info(j + 1) != nullptr && info(j + 1)->scale > 2) ++j;
      const WordInfo* w = info(j);
      int power = 0;
      Decimal factor(1);
      if (w != nullptr && !w->plural_scale && w->scale > 0) {
        power = w->scale;
      } else if (w != nullptr && w->dozen) {
        factor = Decimal(12);
      } else if (!n.scaled && j == n.end) {
        power = suffix(j);
      }
      if (power == 0 && factor == Decimal(1)) return;
      const std::optional<Decimal> value = n.value.times(factor.scaled(power));
      if (!value || n.value.scaled(power).lexical().size() > 30) return;
      n.value = *value;
      n.end = j + 1;
      n.scaled = true;
      n.bare = false;
    }
  }

  [[nodiscard]] int suffix(std::size_t i) const {
    if (i >= atoms_.size()) return 0;
    const std::string& t = atoms_[i].text;
    const bool glued = atoms_[i].glued;
    if (t == "bn" || t == "bln") return 9;
    if (t == "mn" || t == "mln" || t == "mio") return 6;
    if (t == "tn" || t == "trn") return 12;
    if (t == "k" && (glued || !atoms_[i].capital)) return 3;
    if (t == "m" && (glued || money_)) return money_ || counts_something(i + 1) ? 6 : 0;
    if (t == "b" && (glued || money_)) return money_ || counts_something(i + 1) ? 9 : 0;
    if (t == "t" && glued && money_) return 12;
    return 0;
  }

  // "3.6m people" is a count, "1.8m tall" a length.
  [[nodiscard]] bool counts_something(std::size_t i) const {
    if (i >= atoms_.size() || atoms_[i].kind != AtomKind::Word) return false;
    const std::string& t = atoms_[i].text;
    return looks_plural(t) || t == "people" || t == "active" || t == "electric" || t == "new" ||
           atoms_[i].upos == Upos::NOUN;
  }

  // "3 million and a quarter", "one million and a half", "five and a half million".
  void add_fraction(Number& n) const {
    if (!is(n.end, "and")) return;
    std::size_t j = n.end + 1;
    Decimal part;
    if (is(j, "half")) {
      part = Decimal(1).over(2);
      ++j;
    } else if ((is(j, "a") || is(j, "one")) && info(j + 1) != nullptr && info(j + 1)->denominator > 0 &&
               !info(j + 1)->plural_denominator) {
      part = Decimal(1).over(info(j + 1)->denominator);
      j += 2;
    } else if (info(j) != nullptr && info(j)->cardinal > 1 && info(j)->cardinal < 20 && info(j + 1) != nullptr &&
               info(j + 1)->plural_denominator && !n.scaled) {
      part = Decimal(info(j)->cardinal).over(info(j + 1)->denominator);
      j += 2;
    } else {
      return;
    }
    // "one million and a half" means half a million more
    if (n.scaled) {
      int zeros = 0;
      for (const char c : n.value.lexical()) zeros = c == '0' ? zeros + 1 : 0;
      part = part.scaled(zeros / 3 * 3);
    }
    const std::optional<Decimal> sum = n.value.plus(part);
    if (!sum) return;
    n.value = *sum;
    n.end = j;
    n.bare = false;
    if (!n.scaled) scale(n);
  }

  // English number words by the usual grammar of groups: below 100, hundreds, scales.
  std::optional<Number> words(std::size_t at) const {
    Decimal total(0);
    std::int64_t current = 0;
    int last_scale = 99;
    bool any = false, group = false;
    std::size_t i = at, end = at;
    while (i < atoms_.size() && i < at + kLongest) {
      const WordInfo* w = info(i);
      if (w == nullptr || w->plural_scale) break;
      if (w->cardinal >= 0) {
        const int c = w->cardinal;
        const bool fits = !group || (current % 100 == 0 && c < 100 && current != 0) ||
                          (current % 10 == 0 && current % 100 >= 20 && c > 0 && c < 10);
        if (!fits) break;
        current += c;
        group = true;
      } else if (w->dozen) {
        current = (group ? current : 1) * 12;
        group = true;
        end = ++i;
        any = true;
        break;
      } else if (w->scale == 2) {
        if (group && current >= 100) break;
        current = (group ? current : 1) * 100;
        group = true;
      } else if (w->scale > 2) {
        if (w->scale >= last_scale) {
          // "a thousand billion", "three lakh crore"
          if (group || !any) break;
          total = total.scaled(w->scale);
        } else {
          const std::optional<Decimal> sum = total.plus(Decimal(group ? current : 1, w->scale));
          if (!sum || (!group && any)) break;
          total = *sum;
        }
        last_scale = w->scale;
        current = 0;
        group = false;
      } else {
        break;
      }
      any = true;
      end = ++i;
      // "twenty-five", "one hundred and three"
      const WordInfo* after = info(i + 1);
      if (is(i, "-") && after != nullptr && (after->cardinal > 0 || (after->scale > 0 && !after->plural_scale))) {
        ++i;
      } else if (is(i, "and") && after != nullptr && after->cardinal > 0 && (current >= 100 || last_scale != 99) &&
                 !fraction_follows(i + 1)) {
        ++i;
      }
    }
    if (!any) return std::nullopt;
    const std::optional<Decimal> sum = total.plus(Decimal(current));
    if (!sum) return std::nullopt;
    Number n;
    n.value = *sum;
    n.end = end;
    n.scaled = last_scale != 99;
    // "two-thirds", "one fifth", "five - eighths"
    const std::size_t j = past_hyphen(end);
    const WordInfo* d = info(j);
    if (!n.scaled && d != nullptr && d->denominator > 0 && d->time_unit != TimeUnit::Second) {
      const bool one = n.value == Decimal(1);
      const bool quarters = d->denominator == 4 && d->time_unit == TimeUnit::Quarter;
      if (one != d->plural_denominator && !(quarters && !is(end, "-") && !is(j + 1, "of") && j + 1 < atoms_.size())) {
        const std::optional<std::int64_t> above = n.value.integer();
        n.value = n.value.over(d->denominator);
        n.end = j + 1;
        n.fraction = above && *above < d->denominator;
        return n;
      }
    }
    if (!n.scaled) scale(n);
    add_fraction(n);
    return n;
  }

  [[nodiscard]] bool fraction_follows(std::size_t i) const {
    const WordInfo* d = info(past_hyphen(i + 1));
    return d != nullptr && d->denominator > 0 && (d->plural_denominator || info(i)->cardinal == 1);
  }

  const std::vector<Atom>& atoms_;
  bool money_;
};

}  // namespace

std::optional<Number> number_at(const std::vector<Atom>& atoms, std::size_t at, bool money) {
  return NumberParser(atoms, money).parse(at);
}

}  // namespace triplewright::nlp::values
