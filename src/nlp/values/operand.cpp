#include "nlp/values/operand.h"

#include <vector>

#include "nlp/values/amounts.h"
#include "nlp/values/dates.h"
#include "nlp/values/units.h"

namespace triplewright::nlp::values {
namespace {

std::optional<Operand> money(const Context& c, std::size_t i) {
  const std::optional<Currency> before = currency_before(c, i);
  if (!before) return std::nullopt;
  const std::optional<Number> n = number_at(c.atoms, before->end, true);
  if (!n || n->fraction) return std::nullopt;
  Operand o;
  o.number = *n;
  o.kind = ValueKind::Money;
  o.currency = before->code;
  o.money_sign = true;
  o.end = n->end;
  if (before->cent) o.number.value = o.number.value.over(100);
  // "US$5 dollars", "$10 dollars"
  int scale = 0;
  if (const std::optional<Currency> after = currency_after(c, o.end, scale);
      after && after->code == o.currency && scale == 0 && !after->cent)
    o.end = after->end;
  return o;
}

// "15 dollars 50 cents", "15 dollars and 50", "10 $ 30 cent".
void add_cents(const Context& c, Operand& o) {
  const std::size_t j = c.skip(o.end, {"and"});
  const std::optional<Number> cents = number_at(c.atoms, j);
  if (!cents || cents->scaled || cents->vague || cents->fraction || !(cents->value < Decimal(100)) ||
      cents->value < Decimal(1))
    return;
  if (o.number.scaled || !o.number.value.is_integer()) return;
  int scale = 0;
  const std::optional<Currency> unit = currency_after(c, cents->end, scale);
  if (!unit || !unit->cent) return;
  const std::optional<Decimal> sum = o.number.value.plus(cents->value.over(100));
  if (!sum) return;
  o.number.value = *sum;
  o.end = unit->end;
}

// "one in five", "2 in 5".
std::optional<Operand> ratio(const Context& c, std::size_t i) {
  const std::optional<Number> part = number_at(c.atoms, i);
  if (!part || part->scaled || part->vague || part->article || part->fraction ||
      !(c.is(part->end, "in") || c.is(part->end, "out")) || Decimal(9) < part->value || part->value < Decimal(1)) {
    return std::nullopt;
  }
  const std::size_t j = c.is(part->end, "out") ? c.skip(part->end + 1, {"of"}) : part->end + 1;
  if (c.is(part->end, "out") && j == part->end + 1) return std::nullopt;
  const std::optional<Number> whole = number_at(c.atoms, j);
  if (!whole || whole->digits != part->digits || whole->article || whole->vague || whole->fraction ||
      !(part->value < whole->value) || Decimal(1000) < whole->value || c.unit(whole->end) != TimeUnit::None ||
      month_at(c, whole->end) != 0 || unit_after(c, whole->end)) {
    return std::nullopt;
  }
  const std::optional<std::int64_t> over = whole->value.integer();
  if (!over) return std::nullopt;
  Operand o;
  o.number.value = part->value.over(*over);
  o.number.fraction = true;
  o.end = whole->end;
  return o;
}

}  // namespace

std::optional<Operand> operand_at(const Context& c, std::size_t i) {
  if (std::optional<Operand> m = money(c, i)) return m;
  if (std::optional<Operand> r = ratio(c, i)) return r;
  // durations: "five years", "3-month"
  const std::vector<TimeAmount> amounts = time_amounts_at(c, i);
  if (!amounts.empty() && !amounts.front().article) {
    const TimeAmount& first = amounts.front();
    std::optional<Decimal> total = first.count;
    TimeUnit unit = first.unit;
    std::size_t end = first.end;
    // "1 year 6 months" is 18 months; what has no common unit keeps its first part
    if (amounts.size() == 2) {
      const TimeAmount& second = amounts[1];
      const int factor = first.unit == TimeUnit::Year && second.unit == TimeUnit::Month      ? 12
                         : first.unit == TimeUnit::Week && second.unit == TimeUnit::Day      ? 7
                         : first.unit == TimeUnit::Day && second.unit == TimeUnit::Hour      ? 24
                         : first.unit == TimeUnit::Hour && second.unit == TimeUnit::Minute   ? 60
                         : first.unit == TimeUnit::Minute && second.unit == TimeUnit::Second ? 60
                                                                                             : 0;
      const std::optional<Decimal> scaled = factor != 0 ? first.count.times(Decimal(factor)) : std::nullopt;
      const std::optional<Decimal> sum = scaled ? scaled->plus(second.count) : std::nullopt;
      if (sum) {
        total = sum;
        unit = second.unit;
        end = second.end;
      }
    }
    Operand o;
    o.number.value = *total;
    o.number.vague = false;
    o.kind = ValueKind::Duration;
    o.unit = name_of(unit);
    o.end = end;
    // "a few months" counts as three of them, and says so
    o.number.article = first.about;
    return o;
  }
  const std::optional<Number> n = number_at(c.atoms, i);
  if (!n) return std::nullopt;
  Operand o;
  o.number = *n;
  o.end = n->end;
  int scale = 0;
  std::size_t j = n->end;
  if (c.is(j, "-") && c.glued(j) && c.glued(j + 1) && currency_after(c, j + 1, scale)) ++j;
  if (const std::optional<Currency> after = currency_after(c, c.is(j, "of") && n->vague ? j + 1 : j, scale);
      after && !n->fraction) {
    o.kind = ValueKind::Money;
    o.currency = after->code;
    if (scale != 0) o.number.value = o.number.value.scaled(scale);
    if (after->cent) o.number.value = o.number.value.over(100);
    o.end = after->end;
    if (!after->cent) add_cents(c, o);
    o.number.bare = false;
    return o;
  }
  // "1.5 m shares", "300 m" before a currency word: handled by the suffix when a noun follows
  if (const std::optional<Unit> u = unit_after(c, n->end)) {
    const bool quantity = u->kind == ValueKind::Quantity;
    if (!(quantity && n->article && !n->scaled)) {
      o.kind = u->kind;
      o.unit = u->name;
      o.end = u->end;
      o.number.bare = false;
    }
  }
  if (o.kind == ValueKind::Number && n->fraction && !c.any(n->end, {"point", "mile"})) {
    // a share of something: "half of its sales", "a two-thirds stake"
    const std::size_t next = c.skip(n->end, {"a", "the"});
    const bool share = c.is(n->end, "of") || c.any(next, {"stake", "share", "interest", "majority", "ownership"});
    if (share) {
      o.kind = ValueKind::Percent;
      o.number.value = o.number.value.scaled(2);
    }
  }
  return o;
}

std::optional<Operand> unit_at(const Context& c, std::size_t i, bool bounded) {
  if (!bounded && (i == 0 || !c.any(i - 1, {"for", "within", "lasted", "took", "takes", "lasts"}))) return std::nullopt;
  const std::optional<TimeAmount> a = time_amount_at(c, i);
  if (!a || !a->article || c.any(a->end, {"-", "of", "ago", "earlier", "later"})) return std::nullopt;
  Operand o;
  o.number.value = a->count;
  o.kind = ValueKind::Duration;
  o.unit = name_of(a->unit);
  o.end = a->end;
  return o;
}

}  // namespace triplewright::nlp::values
