#include "nlp/values/ordinals.h"

#include "nlp/values/decimal.h"

namespace triplewright::nlp::values {
namespace {

// No ordinal has more words than this: a bound on the work at one place.
constexpr std::size_t kLongest = 24;

}  // namespace

std::optional<SmallNumber> ordinal_at(const std::vector<Atom>& atoms, std::size_t at) {
  if (at >= atoms.size()) return std::nullopt;
  const Atom& a = atoms[at];
  if (a.kind == AtomKind::Number) {
    if (at + 1 >= atoms.size() || !atoms[at + 1].glued || a.text.size() > 4) return std::nullopt;
    const std::string& s = atoms[at + 1].text;
    if (s != "st" && s != "nd" && s != "rd" && s != "th") return std::nullopt;
    const std::optional<Decimal> d = Decimal::parse(a.text);
    const std::optional<std::int64_t> value = d ? d->integer() : std::nullopt;
    if (!value) return std::nullopt;
    return SmallNumber{static_cast<int>(*value), at + 2};
  }
  if (a.word == nullptr) return std::nullopt;
  if (a.word->ordinal > 0) return SmallNumber{a.word->ordinal, at + 1};
  const auto tail = [&](std::size_t i) { return i < atoms.size() && atoms[i].text == "-" ? i + 1 : i; };
  // "twenty-first", "one hundred twenty-fifth", "two hundredth"
  int value = 0;
  std::size_t i = at;
  while (i < atoms.size() && i < at + kLongest && atoms[i].word != nullptr) {
    const WordInfo& w = *atoms[i].word;
    if (w.ordinal > 0) {
      if (w.ordinal >= 100) return SmallNumber{(value == 0 ? 1 : value) * w.ordinal, i + 1};
      if (value % 100 != 0 && (value % 10 != 0 || w.ordinal > 9)) return std::nullopt;
      return SmallNumber{value + w.ordinal, i + 1};
    }
    if (w.cardinal >= 0 && value < 1000) {
      value += w.cardinal;
    } else if (w.scale == 2 && value < 10) {
      value = (value == 0 ? 1 : value) * 100;
    } else {
      return std::nullopt;
    }
    i = tail(i + 1);
  }
  return std::nullopt;
}

std::optional<SmallNumber> small_cardinal_at(const std::vector<Atom>& atoms, std::size_t at) {
  const auto info = [&](std::size_t i) { return i < atoms.size() ? atoms[i].word : nullptr; };
  const WordInfo* tens = info(at);
  if (tens == nullptr || tens->cardinal < 0) return std::nullopt;
  if (tens->cardinal < 20) return SmallNumber{tens->cardinal, at + 1};
  const std::size_t next = at + 1 < atoms.size() && atoms[at + 1].text == "-" ? at + 2 : at + 1;
  const WordInfo* unit = info(next);
  if (unit != nullptr && unit->cardinal > 0 && unit->cardinal < 10)
    return SmallNumber{tens->cardinal + unit->cardinal, next + 1};
  return SmallNumber{tens->cardinal, at + 1};
}

}  // namespace triplewright::nlp::values
