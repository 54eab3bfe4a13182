#include "rdf/modifiers.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "rdf/datatypes.h"
#include "rdf/join_order.h"

namespace triplewright::rdf {
namespace {

struct RowHash {
  std::size_t operator()(const std::vector<TermId>& row) const noexcept {
    std::size_t hash = row.size();
    for (const TermId id : row) hash = (hash ^ id) * 0x9E3779B97F4A7C15ull;
    return hash ^ (hash >> 32);
  }
};

constexpr const char* kOrderColumn = "tw_order_";

std::string order_column(std::size_t i) {
  return kOrderColumn + std::to_string(i);
}

bool is_column(const SparqlShape::Select& select, const std::string& name) {
  return std::any_of(select.columns.begin(), select.columns.end(), [&](const auto& c) { return c.name == name; });
}

// rasqal sorts itself only where its answer has to be sorted before it is projected and "*" hides the columns.
bool order_stays(const SparqlShape::Select& select) {
  return select.all &&
         std::any_of(select.order_by.begin(), select.order_by.end(), [](const auto& k) { return k.variable.empty(); });
}

// Seconds since 1970 in UTC, of the canonical form of a date or time with a date; a year alone is its first day.
std::optional<double> instant(const Term& term) {
  const std::string_view type = term.datatype();
  if (!type.starts_with(kXsd)) return std::nullopt;
  const std::string_view name = type.substr(kXsd.size());
  if (name != "dateTime" && name != "date" && name != "gYear" && name != "gYearMonth") return std::nullopt;
  const std::string& text = term.value();
  const char* at = text.c_str();
  char* end = nullptr;
  const long year = std::strtol(at, &end, 10);
  const auto two = [&](char mark) {
    if (*end != mark) return 0L;
    // A zone after a year or month is a sign and a colon.
    if (mark == '-' && end[1] != 0 && end[2] != 0 && end[3] == ':') return 0L;
    return std::strtol(end + 1, &end, 10);
  };
  const long month = std::max(1L, two('-'));
  const long day = std::max(1L, two('-'));
  using namespace std::chrono;
  const auto days =
      sys_days{std::chrono::year{static_cast<int>(year)} / static_cast<int>(month) / static_cast<int>(day)};
  double seconds = static_cast<double>(days.time_since_epoch().count()) * 86400;
  if (*end == 'T') {
    seconds += 3600.0 * static_cast<double>(std::strtol(end + 1, &end, 10));
    seconds += 60.0 * static_cast<double>(std::strtol(end + 1, &end, 10));
    seconds += std::strtod(end + 1, &end);
  }
  if (*end == '+' || *end == '-') {
    const double sign = *end == '+' ? -1 : 1;
    seconds += sign * 3600 * static_cast<double>(std::strtol(end + 1, &end, 10));
    seconds += sign * 60 * static_cast<double>(std::strtol(end + 1, &end, 10));
  }
  return seconds;
}

std::optional<double> number(const Term& term) {
  const std::string_view type = term.datatype();
  const bool is_number =
      is_integer_type(type) ||
      (type.starts_with(kXsd) && (type.ends_with("#decimal") || type.ends_with("#double") || type.ends_with("#float")));
  return is_number ? std::optional<double>(std::strtod(term.value().c_str(), nullptr)) : std::nullopt;
}

bool holds(double count, const std::string& comparison, double number) {
  if (comparison == "=") return count == number;
  if (comparison == "!=") return count != number;
  if (comparison == "<") return count < number;
  if (comparison == ">") return count > number;
  return comparison == "<=" ? count <= number : count >= number;
}

// The groups in the order in which they first occur.
class Counting {
 public:
  Counting(const Solutions& in, const SparqlShape::Select& select) : in_(in), select_(select) {
    for (const auto& name : select.group_by) keys_.push_back(in.column(name));
    for (const auto& column : select.columns)
      if (!column.function.empty()) counts_.push_back(column);
    for (const auto& condition : select.having) counts_.push_back(condition.count);
  }

  Solutions run(const TripleStore& store) {
    if (keys_.empty()) group({});
    for (const auto& row : in_.rows) {
      std::vector<TermId> key;
      for (const std::size_t i : keys_) key.push_back(i < row.size() ? row[i] : 0);
      count(group(std::move(key)), row);
    }
    Solutions out;
    out.first_extra = in_.first_extra;
    out.extra = in_.extra;
    for (const auto& column : select_.columns) out.variables.push_back(column.name);
    for (const Group& g : groups_)
      if (passes(g)) out.rows.push_back(output(g, out, store));
    return out;
  }

 private:
  struct Group {
    std::vector<TermId> key;
    std::vector<std::size_t> counts;
    std::vector<std::unordered_set<TermId>> seen;
  };

  Group& group(std::vector<TermId> key) {
    const auto [at, is_new] = places_.emplace(key, groups_.size());
    if (is_new)
      groups_.push_back({std::move(key), std::vector<std::size_t>(counts_.size(), 0),
                         std::vector<std::unordered_set<TermId>>(counts_.size())});
    return groups_[at->second];
  }

  void count(Group& g, const std::vector<TermId>& row) {
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      const std::size_t column = counts_[i].variable.empty() ? in_.variables.size() : in_.column(counts_[i].variable);
      const TermId id = column < row.size() ? row[column] : 0;
      if (!counts_[i].variable.empty() && id == 0) continue;
      if (counts_[i].distinct && !g.seen[i].insert(id).second) continue;
      ++g.counts[i];
    }
  }

  bool passes(const Group& g) const {
    std::size_t next = static_cast<std::size_t>(std::count_if(select_.columns.begin(), select_.columns.end(),
                                                              [](const auto& c) { return !c.function.empty(); }));
    for (const auto& condition : select_.having)
      if (!holds(static_cast<double>(g.counts[next++]), condition.comparison, condition.number)) return false;
    return true;
  }

  std::vector<TermId> output(const Group& g, Solutions& out, const TripleStore& store) const {
    std::vector<TermId> row;
    std::size_t next = 0;
    for (const auto& column : select_.columns) {
      if (column.function.empty()) {
        const auto at = std::find(select_.group_by.begin(), select_.group_by.end(), column.name);
        row.push_back(g.key[static_cast<std::size_t>(at - select_.group_by.begin())]);
      } else {
        row.push_back(out.add(Term::typed(std::to_string(g.counts[next++]), std::string(kXsd) + "integer"), store));
      }
    }
    return row;
  }

  const Solutions& in_;
  const SparqlShape::Select& select_;
  std::vector<std::size_t> keys_;
  std::vector<SparqlShape::Column> counts_;  // those of the columns, then those of HAVING
  std::vector<Group> groups_;
  std::unordered_map<std::vector<TermId>, std::size_t, RowHash> places_;
};

void sort_rows(Solutions& solutions, const SparqlShape::Select& select, const TripleStore& store) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < select.order_by.size(); ++i) {
    const auto& name = select.order_by[i].variable;
    columns.push_back(solutions.column(name.empty() ? order_column(i) : name));
  }
  std::stable_sort(solutions.rows.begin(), solutions.rows.end(), [&](const auto& a, const auto& b) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i] >= a.size()) continue;
      const TermId x = a[columns[i]];
      const TermId y = b[columns[i]];
      if (x == y) continue;
      const Term& left = solutions.term(x, store);
      const Term& right = solutions.term(y, store);
      if (sorts_before(left, right)) return !select.order_by[i].descending;
      if (sorts_before(right, left)) return select.order_by[i].descending;
    }
    return false;
  });
}

}  // namespace

const Term& Solutions::term(TermId id, const TripleStore& store) const {
  static const Term unbound;
  if (id == 0) return unbound;
  return id < first_extra ? store.term(id) : extra[id - first_extra];
}

TermId Solutions::add(const Term& term, const TripleStore& store) {
  if (term.empty()) return 0;
  if (const TermId known = store.find(term); known != 0) return known;
  const auto place = std::find(extra.begin(), extra.end(), term) - extra.begin();
  if (static_cast<std::size_t>(place) == extra.size()) extra.push_back(term);
  return first_extra + static_cast<TermId>(place);
}

std::size_t Solutions::column(const std::string& name) const {
  return static_cast<std::size_t>(std::find(variables.begin(), variables.end(), name) - variables.begin());
}

bool sorts_before(const Term& a, const Term& b) {
  if (a.kind() != b.kind()) return a.kind() < b.kind();
  if (!a.is_literal()) return a.value() < b.value();
  const auto rank = [](const Term& t) { return number(t) ? 0 : instant(t) ? 1 : 2; };
  const int left = rank(a);
  const int right = rank(b);
  if (left != right) return left < right;
  if (left == 0) return *number(a) < *number(b);
  if (left == 1) return *instant(a) < *instant(b);
  if (a.value() != b.value()) return a.value() < b.value();
  return a < b;
}

bool only_counts(const SparqlShape::Select& select) {
  bool counts = false;
  for (const auto& column : select.columns) {
    counts = counts || !column.function.empty();
    const auto& keys = select.group_by;
    const bool is_key = column.function.empty() && std::find(keys.begin(), keys.end(), column.name) != keys.end();
    if (!is_key && !(column.simple && !column.function.empty())) return false;
  }
  const auto is_column = [&](const SparqlShape::OrderKey& key) {
    return std::any_of(select.columns.begin(), select.columns.end(),
                       [&](const auto& c) { return c.name == key.variable; });
  };
  return counts && select.having_is_simple && std::all_of(select.order_by.begin(), select.order_by.end(), is_column);
}

std::string without_modifiers(std::string_view query, const SparqlShape& shape, const TripleStore& store) {
  const SparqlShape::Select& select = shape.select;
  std::vector<Edit> edits = order_patterns(shape, store);
  if (!select.present) return apply(query, std::move(edits));
  std::string projection;
  if (only_counts(select)) {
    std::set<std::string> names(select.group_by.begin(), select.group_by.end());
    for (const auto& column : select.columns)
      if (!column.variable.empty()) names.insert(column.variable);
    for (const auto& condition : select.having)
      if (!condition.count.variable.empty()) names.insert(condition.count.variable);
    if (names.empty() && !select.some_variable.empty()) names.insert(select.some_variable);
    for (const auto& name : names) projection += "?" + name + " ";
    edits.push_back({select.projection.begin, select.projection.end, names.empty() ? "* " : projection});
    edits.push_back({select.grouping.begin, select.grouping.end, ""});
    edits.push_back({select.slice.begin, select.slice.end, ""});
  } else if (!order_stays(select)) {
    std::set<std::string> added;
    for (std::size_t i = 0; i < select.order_by.size() && !select.all; ++i) {
      const auto& key = select.order_by[i];
      if (key.variable.empty()) projection += " (" + key.text + " AS ?" + order_column(i) + ") ";
      if (!key.variable.empty() && !is_column(select, key.variable) && added.insert(key.variable).second)
        projection += " ?" + key.variable + " ";
    }
    edits.push_back({select.projection.end, select.projection.end, projection});
    edits.push_back({select.slice.begin, select.slice.end, ""});
    if (select.distinct)
      edits.push_back({select.projection.begin, select.projection.begin + std::string_view("DISTINCT").size(), ""});
  }
  return apply(query, std::move(edits));
}

void apply_modifiers(Solutions& solutions, const SparqlShape& shape, const TripleStore& store) {
  const SparqlShape::Select& select = shape.select;
  if (!select.present || (order_stays(select) && !only_counts(select))) return;
  if (only_counts(select)) solutions = Counting(solutions, select).run(store);
  if (!select.order_by.empty()) sort_rows(solutions, select, store);
  // The columns of the query, in its order.
  std::vector<std::string> names;
  if (select.all) {
    for (const auto& name : shape.variables)
      if (solutions.column(name) < solutions.variables.size()) names.push_back(name);
    if (solutions.rows.empty()) names = shape.variables;
  } else {
    for (const auto& column : select.columns) names.push_back(column.name);
  }
  std::vector<std::size_t> places;
  places.reserve(names.size());
  for (const auto& name : names) places.push_back(solutions.column(name));
  std::unordered_set<std::vector<TermId>, RowHash> seen;
  std::vector<std::vector<TermId>> rows;
  std::size_t skipped = 0;
  for (const auto& row : solutions.rows) {
    if (rows.size() >= select.limit) break;
    std::vector<TermId> out;
    out.reserve(places.size());
    for (const std::size_t place : places) out.push_back(place < row.size() ? row[place] : 0);
    if (select.distinct && !seen.insert(out).second) continue;
    if (skipped++ >= select.offset) rows.push_back(std::move(out));
  }
  solutions.variables = std::move(names);
  solutions.rows = std::move(rows);
}

}  // namespace triplewright::rdf
