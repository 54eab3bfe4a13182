#include "merge/contradictions.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "merge/term_key.h"

namespace triplewright::merge {

namespace {

constexpr double kTolerance = 0.02;      // figures that differ by less are roundings of one another
constexpr std::size_t kAllPairs = 1024;  // more are not written out

using Id = NamePool::Id;
using Statement = const StatementRecord*;

/// True when no number is in both.
bool exclude(const ValueRecord& a, const ValueRecord& b) {
  if (!a.known || !b.known || a.unit != b.unit || a.currency != b.currency || a.per != b.per) return false;
  const ValueRecord& low = a.max <= b.max ? a : b;
  const ValueRecord& high = a.max <= b.max ? b : a;
  return low.max < high.min && high.min - low.max > kTolerance * std::max(std::abs(low.max), std::abs(high.min));
}

class Finder {
 public:
  Finder(const StatementIndex& index, const Ontology& ontology, const std::function<void(Id, Id)>& found)
      : index_(index), ontology_(ontology), found_(found) {}

  void find() {
    Groups same_claim, same_slot, same_figure;
    for (const auto& [node, st] : index_.statements) {
      if (st.evidence.empty()) continue;  // an inferred statement
      const std::vector<Id> claim = {st.subject, st.predicate, st.object};
      std::vector<Id> slot = {st.subject, st.predicate};
      slot.insert(slot.end(), st.times.begin(), st.times.end());
      same_claim.emplace_back(claim, &st);
      const OntologyProperty* property = ontology_.find_property(value_of_key(index_.names[st.predicate]));
      if (property != nullptr && property->functional) same_slot.emplace_back(slot, &st);
      if (st.times.empty()) continue;  // figures of unknown times may be of different times
      if (index_.values.contains(st.object)) same_figure.emplace_back(slot, &st);
      if (st.quantity == 0) continue;
      std::vector<Id> figure = {st.subject, st.predicate, 0, st.object};
      figure.insert(figure.end(), st.times.begin(), st.times.end());
      same_figure.emplace_back(std::move(figure), &st);
    }
    each_group(same_claim, [this](const Group& group) { denials(group); });
    each_group(same_slot, [this](const Group& group) {
      each_pair(group, [this](Statement x, Statement y) {
        if (x->object != y->object && !index_.values.contains(x->object))
          tie(sayings({x}, is_fact), sayings({y}, is_fact), true);
      });
    });
    each_group(same_figure, [this](const Group& group) {
      each_pair(group, [this](Statement x, Statement y) {
        if (exclude(value_of(*x), value_of(*y))) tie(sayings({x}, is_not_denied), sayings({y}, is_not_denied), true);
      });
    });
  }

 private:
  using Groups = std::vector<std::pair<std::vector<Id>, Statement>>;
  using Group = std::vector<Statement>;
  struct Saying {
    Id evidence, article;
  };
  using Sayings = std::vector<Saying>;

  template <typename Action>
  static void each_group(Groups& groups, const Action& action) {
    std::sort(groups.begin(), groups.end());
    Group group;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      group.push_back(groups[i].second);
      if (i + 1 < groups.size() && groups[i + 1].first == groups[i].first) continue;
      action(group);
      group.clear();
    }
    Groups().swap(groups);
  }

  template <typename Action>
  static void each_pair(const Group& group, const Action& action) {
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (std::size_t j = i + 1; j < group.size(); ++j) action(group[i], group[j]);
    }
  }

  static bool is_fact(Stance stance) { return stance == Stance::Fact; }
  static bool is_denied(Stance stance) { return stance == Stance::Denied; }
  static bool is_not_denied(Stance stance) { return stance != Stance::Denied; }

  /// The sentences that say it in a way that counts, by the IRIs of their evidence.
  Sayings sayings(const Group& group, bool (*counts)(Stance)) const {
    Sayings out;
    for (const Statement st : group) {
      for (const Id e : st->evidence) {
        const auto known = index_.evidence.find(e);
        if (known != index_.evidence.end() && counts(known->second.stance)) out.push_back({e, known->second.article});
      }
    }
    std::sort(out.begin(), out.end(),
              [this](const Saying& a, const Saying& b) { return index_.names[a.evidence] < index_.names[b.evidence]; });
    return out;
  }

  void denials(const Group& group) {
    const Sayings denied = sayings(group, is_denied);
    if (!denied.empty()) tie(denied, sayings(group, is_fact), false);
  }

  void tie(const Sayings& one, const Sayings& other, bool of_two_articles) const {
    const auto pair = [&](const Saying& a, const Saying& b) {
      if (a.evidence != b.evidence && !(of_two_articles && a.article == b.article)) found_(a.evidence, b.evidence);
    };
    if (one.empty() || other.empty()) return;
    if (one.size() * other.size() <= kAllPairs) {
      for (const Saying& a : one) {
        for (const Saying& b : other) pair(a, b);
      }
      return;
    }
    for (const Saying& a : one) pair(a, other.front());
    for (const Saying& b : other) pair(one.front(), b);
  }

  ValueRecord value_of(const StatementRecord& st) const {
    const auto object = index_.values.find(st.object);
    if (object != index_.values.end()) return object->second;
    const auto quantity = index_.values.find(st.quantity);
    return quantity == index_.values.end() ? ValueRecord{} : quantity->second;
  }

  const StatementIndex& index_;
  const Ontology& ontology_;
  const std::function<void(Id, Id)>& found_;
};

}  // namespace

void contradictions(const StatementIndex& index, const Ontology& ontology, const std::function<void(Id, Id)>& found) {
  Finder(index, ontology, found).find();
}

}  // namespace triplewright::merge
