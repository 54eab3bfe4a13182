#include "merge/value_node.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "merge/vocabulary.h"
#include "text/hash.h"

namespace triplewright::merge {

namespace {
constexpr std::array<std::string_view, 7> kBounds = {"exact",   "about",     "at least", "more than",
                                                     "at most", "less than", "between"};
}

Term calendar_term(std::string_view lexical) {
  const auto dashes = std::count(lexical.begin() + (lexical.empty() ? 0 : 1), lexical.end(), '-');
  const std::string_view type = dashes == 0 ? "gYear" : dashes == 1 ? "gYearMonth" : "date";
  return Term::typed(lexical, std::string(kXsd) + std::string(type));
}

Term time_literal(const Value& value) {
  if (value.resolved && !value.begin.empty() && value.begin == value.end) return calendar_term(value.begin);
  return Term::lang_string(value.text, "en");
}

Value decreased(Value value) {
  const auto negate = [](std::string& number) {
    if (number.starts_with('-'))
      number.erase(0, 1);
    else if (!number.empty() && number.find_first_not_of("0.") != std::string::npos)
      number.insert(0, 1, '-');
  };
  negate(value.number);
  negate(value.min);
  negate(value.max);
  std::swap(value.min, value.max);
  switch (value.bound) {
    case Bound::AtLeast:
      value.bound = Bound::AtMost;
      break;
    case Bound::MoreThan:
      value.bound = Bound::LessThan;
      break;
    case Bound::AtMost:
      value.bound = Bound::AtLeast;
      break;
    case Bound::LessThan:
      value.bound = Bound::MoreThan;
      break;
    default:
      break;
  }
  return value;
}

Term add_value_node(Graph& graph, const Value& value, std::string_view base, const Term& graph_name) {
  const bool money = value.kind == ValueKind::Money;
  const std::string unit = value.kind == ValueKind::Percent ? "percent" : value.unit;
  const std::string_view bound = kBounds[static_cast<std::size_t>(value.bound)];
  std::string key = money ? "money" : "quantity";
  for (const std::string_view part :
       {std::string_view(value.number), std::string_view(value.min), std::string_view(value.max),
        std::string_view(unit), std::string_view(value.currency), std::string_view(value.per), bound}) {
    key += '\x1f';
    key += part;
  }
  Term node = Term::must_iri(std::string(base) + "value/" + text::hash_hex(key));
  const auto add = [&](Term p, Term o) { graph.add(node, std::move(p), std::move(o), graph_name); };
  const auto decimal = [](std::string_view v) { return Term::typed(v, std::string(kXsd) + "decimal"); };
  add(term(kRdf, "type"), term(kSchema, money ? "MonetaryAmount" : "QuantitativeValue"));
  if (!value.number.empty()) add(term(kSchema, "value"), decimal(value.number));
  if (!value.min.empty()) add(term(kSchema, "minValue"), decimal(value.min));
  if (!value.max.empty()) add(term(kSchema, "maxValue"), decimal(value.max));
  if (!unit.empty()) add(term(kSchema, "unitText"), Term::string(unit));
  if (!value.currency.empty()) add(term(kSchema, "currency"), Term::string(value.currency));
  if (!value.per.empty()) add(term(kTw, "per"), Term::string(value.per));
  if (value.bound != Bound::Exact) add(term(kTw, "bound"), Term::string(bound));
  add(term(kTw, "text"), Term::lang_string(value.text, "en"));
  return node;
}

}  // namespace triplewright::merge
