#include "merge/contradictions.h"

#include <algorithm>
#include <map>
#include <string>

namespace triplewright::merge {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;
constexpr double kTolerance = 0.02;  // figures that differ by less are roundings of one another

bool is_fact(std::string_view factuality) {
  return factuality == "Asserted" || factuality == "Reported";
}

std::string time_key(const StatementView& st) {
  std::string key;
  for (const Term* t : st.times) key += t->value() + '\x1f';
  return key;
}

/// True when no number is in both.
bool exclude(const ValueView& a, const ValueView& b) {
  if (!a.known || !b.known || a.unit != b.unit || a.currency != b.currency || a.per != b.per) return false;
  const ValueView& low = a.max <= b.max ? a : b;
  const ValueView& high = a.max <= b.max ? b : a;
  return low.max < high.min && high.min - low.max > kTolerance * std::max(std::abs(low.max), std::abs(high.min));
}

class Finder {
 public:
  Finder(const StatementIndex& index, const Ontology& ontology) : index_(index), ontology_(ontology) {}

  std::vector<Pair> find() {
    std::map<std::string, std::vector<const StatementView*>> same_claim, same_slot, same_figure;
    for (const auto& [node, st] : index_.statements) {
      const std::string ends = st.subject->value() + '\x1f' + st.predicate->value();
      const std::string claim = ends + '\x1f' + st.object->value();
      same_claim[claim].push_back(&st);
      const OntologyProperty* property = ontology_.find_property(st.predicate->value());
      if (property != nullptr && property->functional) same_slot[ends + '\x1e' + time_key(st)].push_back(&st);
      if (st.times.empty()) continue;  // figures of unknown times may be of different times
      if (index_.values.contains(st.object->value())) same_figure[ends + '\x1e' + time_key(st)].push_back(&st);
      if (st.quantity != nullptr) same_figure[claim + '\x1e' + time_key(st)].push_back(&st);
    }
    for (const auto& [key, group] : same_claim) compare(group, &Finder::denies);
    for (const auto& [key, group] : same_slot) compare(group, &Finder::differ);
    for (const auto& [key, group] : same_figure) compare(group, &Finder::figures_exclude);
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return std::move(found_);
  }

 private:
  using Test = bool (Finder::*)(const StatementView&, const EvidenceView&, const StatementView&,
                                const EvidenceView&) const;

  void compare(const std::vector<const StatementView*>& group, Test test) {
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (std::size_t j = i; j < group.size(); ++j) {
        for (const std::string_view a : group[i]->evidence) {
          for (const std::string_view b : group[j]->evidence) {
            const auto ea = index_.evidence.find(a);
            const auto eb = index_.evidence.find(b);
            if (a == b || ea == index_.evidence.end() || eb == index_.evidence.end()) continue;
            if ((this->*test)(*group[i], ea->second, *group[j], eb->second))
              found_.emplace_back(std::min(a, b), std::max(a, b));
          }
        }
      }
    }
  }

  bool denies(const StatementView&, const EvidenceView& a, const StatementView&, const EvidenceView& b) const {
    return (a.factuality == "Denied" && is_fact(b.factuality)) || (b.factuality == "Denied" && is_fact(a.factuality));
  }

  bool differ(const StatementView& x, const EvidenceView& a, const StatementView& y, const EvidenceView& b) const {
    if (a.article == b.article || !is_fact(a.factuality) || !is_fact(b.factuality) || *x.object == *y.object)
      return false;
    return !index_.values.contains(x.object->value());
  }

  bool figures_exclude(const StatementView& x, const EvidenceView& a, const StatementView& y,
                       const EvidenceView& b) const {
    if (a.article == b.article || a.factuality == "Denied" || b.factuality == "Denied") return false;
    return exclude(value_of(x), value_of(y));
  }

  ValueView value_of(const StatementView& st) const {
    const auto object = index_.values.find(st.object->value());
    if (object != index_.values.end()) return object->second;
    const auto quantity = st.quantity == nullptr ? index_.values.end() : index_.values.find(st.quantity->value());
    return quantity == index_.values.end() ? ValueView{} : quantity->second;
  }

  const StatementIndex& index_;
  const Ontology& ontology_;
  std::vector<Pair> found_;
};

}  // namespace

std::vector<Pair> contradictions(const StatementIndex& index, const Ontology& ontology) {
  return Finder(index, ontology).find();
}

}  // namespace triplewright::merge
