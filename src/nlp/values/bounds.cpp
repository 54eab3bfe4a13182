#include "nlp/values/bounds.h"

#include <string_view>

namespace triplewright::nlp::values {
namespace {

struct Phrase {
  std::string_view words;
  Bound bound;
  bool weak = false;
};

// Longer phrases before those that begin them.
constexpr Phrase kBefore[] = {
    {"in excess of", Bound::MoreThan},
    {"upwards of", Bound::MoreThan},
    {"upward of", Bound::MoreThan},
    {"north of", Bound::MoreThan},
    {"no less than", Bound::AtLeast},
    {"no fewer than", Bound::AtLeast},
    {"not less than", Bound::AtLeast},
    {"no lower than", Bound::AtLeast},
    {"no more than", Bound::AtMost},
    {"not more than", Bound::AtMost},
    {"no higher than", Bound::AtMost},
    {"no later than", Bound::AtMost},
    {"greater than or equal to", Bound::AtLeast},
    {"less than or equal to", Bound::AtMost},
    {"equal to or less than", Bound::AtMost},
    {"equal to or more than", Bound::AtLeast},
    {"equal to or greater than", Bound::AtLeast},
    {"higher or equal than", Bound::AtLeast},
    {"lower or equal than", Bound::AtMost},
    {"smaller or equal than", Bound::AtMost},
    {"larger or equal than", Bound::AtLeast},
    {"more than", Bound::MoreThan},
    {"greater than", Bound::MoreThan},
    {"higher than", Bound::MoreThan},
    {"larger than", Bound::MoreThan},
    {"bigger than", Bound::MoreThan},
    {"longer than", Bound::MoreThan},
    {"less than", Bound::LessThan},
    {"fewer than", Bound::LessThan},
    {"lower than", Bound::LessThan},
    {"smaller than", Bound::LessThan},
    {"shorter than", Bound::LessThan},
    {"just over", Bound::MoreThan},
    {"just above", Bound::MoreThan},
    {"just under", Bound::LessThan},
    {"just below", Bound::LessThan},
    {"well over", Bound::MoreThan},
    {"well above", Bound::MoreThan},
    {"well under", Bound::LessThan},
    {"well below", Bound::LessThan},
    {"at least", Bound::AtLeast},
    {"at a minimum", Bound::AtLeast},
    {"at most", Bound::AtMost},
    {"a minimum of", Bound::AtLeast},
    {"a maximum of", Bound::AtMost},
    {"as many as", Bound::AtMost},
    {"as much as", Bound::AtMost},
    {"as high as", Bound::AtMost},
    {"as few as", Bound::AtLeast},
    {"as little as", Bound::AtLeast},
    {"as low as", Bound::AtLeast},
    {"up to", Bound::AtMost},
    {"close to", Bound::About},
    {"equal to", Bound::Exact},
    {"equals to", Bound::Exact},
    {"equaling to", Bound::Exact},
    {"an estimated", Bound::About},
    {"a whopping", Bound::Exact},
    {"a mere", Bound::Exact},
    {"a record", Bound::Exact},
    {"a total of", Bound::Exact},
    {"an additional", Bound::Exact},
    {"another", Bound::Exact},
    {"something like", Bound::About},
    {"in the region of", Bound::About},
    {"about", Bound::About},
    {"around", Bound::About},
    {"approximately", Bound::About},
    {"roughly", Bound::About},
    {"estimated", Bound::About, true},
    {"nearly", Bound::About},
    {"almost", Bound::About},
    {"circa", Bound::About},
    {"some", Bound::About, true},
    {"over", Bound::MoreThan, true},
    {"above", Bound::MoreThan, true},
    {"exceeding", Bound::MoreThan},
    {"exceeds", Bound::MoreThan},
    {"exceeded", Bound::MoreThan},
    {"exceed", Bound::MoreThan},
    {"surpassing", Bound::MoreThan},
    {"surpass", Bound::MoreThan},
    {"surpassed", Bound::MoreThan},
    {"topping", Bound::MoreThan},
    {"under", Bound::LessThan, true},
    {"below", Bound::LessThan, true},
    {"maximum", Bound::AtMost, true},
    {"minimum", Bound::AtLeast, true},
    {"> =", Bound::AtLeast},
    {"< =", Bound::AtMost},
    {"≥", Bound::AtLeast},
    {"≤", Bound::AtMost},
    {">", Bound::MoreThan},
    {"<", Bound::LessThan},
};

constexpr Phrase kAfter[] = {
    {"or greater than", Bound::AtLeast}, {"or greater", Bound::AtLeast}, {"or more", Bound::AtLeast},
    {"or higher", Bound::AtLeast},       {"or above", Bound::AtLeast},   {"or larger", Bound::AtLeast},
    {"or less", Bound::AtMost},          {"or fewer", Bound::AtMost},    {"or lower", Bound::AtMost},
    {"or below", Bound::AtMost},         {"or so", Bound::About},        {"or thereabouts", Bound::About},
    {"at least", Bound::AtLeast},        {"and above", Bound::AtLeast},
};

// Index after `words` when they stand at `i`, else 0.
std::size_t match(const Context& c, std::size_t i, std::string_view words) {
  while (true) {
    const std::size_t space = words.find(' ');
    if (!c.is(i, words.substr(0, space))) return 0;
    ++i;
    if (space == std::string_view::npos) return i;
    words.remove_prefix(space + 1);
  }
}

std::optional<BoundPhrase> one(const Context& c, std::size_t i) {
  if (i >= c.size() || (c.atoms[i].kind != AtomKind::Word && !c.any(i, {"<", ">", "≥", "≤"}))) return std::nullopt;
  for (const Phrase& p : kBefore) {
    if (p.words.substr(0, p.words.find(' ')) != c.atoms[i].text) continue;
    if (const std::size_t end = match(c, i, p.words); end != 0) return BoundPhrase{p.bound, end, p.weak};
  }
  // "near-28%"
  if (c.is(i, "near") && c.is(i + 1, "-")) return BoundPhrase{Bound::About, i + 2, false};
  return std::nullopt;
}

}  // namespace

std::optional<BoundPhrase> bound_before(const Context& c, std::size_t i) {
  std::optional<BoundPhrase> b = one(c, i);
  if (!b) return std::nullopt;
  // "up to an estimated", "at least another"
  if (const std::optional<BoundPhrase> more = one(c, b->end)) {
    b->end = more->end;
    if (b->bound == Bound::Exact) b->bound = more->bound;
  }
  return b;
}

std::optional<BoundPhrase> bound_after(const Context& c, std::size_t i) {
  if (c.is(i, "+") && c.glued(i) && !(c.glued(i + 1) && c.number(i + 1)))
    return BoundPhrase{Bound::AtLeast, i + 1, false};
  if (c.is(i, "-") && c.is(i + 1, "plus") && c.glued(i + 1)) return BoundPhrase{Bound::AtLeast, i + 2, false};
  for (const Phrase& p : kAfter) {
    const std::size_t end = match(c, i, p.words);
    if (end == 0) continue;
    // "200 or greater than 190" starts a new comparison; "or more than 40" too
    if (c.is(end, "than") || (c.number(end) && c.is(end - 1, "than"))) continue;
    if (p.words == "at least" && end < c.size() && c.atoms[end].kind == AtomKind::Word) continue;
    return BoundPhrase{p.bound, end, false};
  }
  return std::nullopt;
}

}  // namespace triplewright::nlp::values
