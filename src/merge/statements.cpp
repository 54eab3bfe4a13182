#include "merge/statements.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <string>

#include "merge/vocabulary.h"

namespace triplewright::merge {

namespace {

std::string_view local(std::string_view iri, std::string_view name_space) {
  return iri.starts_with(name_space) ? iri.substr(name_space.size()) : std::string_view{};
}

struct RawValue {
  const Term *value = nullptr, *min = nullptr, *max = nullptr, *bound = nullptr;
};

double number(const Term* t, double otherwise) {
  return t == nullptr ? otherwise : std::strtod(t->value().c_str(), nullptr);
}

/// An "about" is taken to leave a tenth of room on either side.
void set_range(ValueView& view, const RawValue& raw) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  if (raw.value != nullptr) {
    const double v = number(raw.value, 0);
    const double room = raw.bound != nullptr && raw.bound->value() == "about" ? std::abs(v) / 10 : 0;
    view.min = v - room;
    view.max = v + room;
    view.known = true;
  }
  if (raw.min != nullptr || raw.max != nullptr) {
    view.min = number(raw.min, -infinite);
    view.max = number(raw.max, infinite);
    view.known = true;
  }
}

}  // namespace

StatementIndex index_statements(const Graph& graph) {
  StatementIndex index;
  std::map<std::string_view, RawValue> raw;
  for (const Quad& q : graph.quads()) {
    const std::string_view s = q.subject.value();
    const std::string_view p = q.predicate.value();
    if (const auto name = local(p, kRdf); name == "subject") {
      index.statements[s].subject = &q.object;
    } else if (name == "predicate") {
      index.statements[s].predicate = &q.object;
    } else if (name == "object") {
      index.statements[s].object = &q.object;
    } else if (const auto tw = local(p, kTw); tw == "time" || tw == "begin" || tw == "end") {
      index.statements[s].times.push_back(&q.object);
    } else if (tw == "quantity") {
      index.statements[s].quantity = &q.object;
    } else if (tw == "evidence") {
      index.statements[s].evidence.push_back(q.object.value());
    } else if (tw == "factuality") {
      index.evidence[s].factuality = local(q.object.value(), kTw);
    } else if (tw == "shingles") {
      index.articles[s].shingles = q.object.value();
    } else if (tw == "bound") {
      raw[s].bound = &q.object;
    } else if (tw == "per") {
      index.values[s].per = q.object.value();
    } else if (p == std::string(kProv) + "hadPrimarySource") {
      index.evidence[s].article = q.object.value();
    } else if (const auto schema = local(p, kSchema); schema == "value") {
      raw[s].value = &q.object;
    } else if (schema == "minValue") {
      raw[s].min = &q.object;
    } else if (schema == "maxValue") {
      raw[s].max = &q.object;
    } else if (schema == "unitText") {
      index.values[s].unit = q.object.value();
    } else if (schema == "currency") {
      index.values[s].currency = q.object.value();
    } else if (schema == "datePublished") {
      index.articles[s].published = q.object.value();
    }
  }
  for (const auto& [node, value] : raw) set_range(index.values[node], value);
  std::erase_if(index.statements, [](const auto& entry) {
    const StatementView& st = entry.second;
    return st.subject == nullptr || st.predicate == nullptr || st.object == nullptr;
  });
  for (auto& [node, st] : index.statements) {
    const auto less = [](const Term* a, const Term* b) { return *a < *b; };
    const auto same = [](const Term* a, const Term* b) { return *a == *b; };
    std::sort(st.times.begin(), st.times.end(), less);
    st.times.erase(std::unique(st.times.begin(), st.times.end(), same), st.times.end());
    std::sort(st.evidence.begin(), st.evidence.end());
    st.evidence.erase(std::unique(st.evidence.begin(), st.evidence.end()), st.evidence.end());
  }
  return index;
}

}  // namespace triplewright::merge
