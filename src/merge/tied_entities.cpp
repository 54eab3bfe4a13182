#include "merge/tied_entities.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "merge/vocabulary.h"

namespace triplewright::merge {

namespace {

/// Properties whose value names one entity only.
constexpr std::array<std::string_view, 4> kIdentifiers = {
    "http://schema.org/leiCode", "http://schema.org/globalLocationNumber", "http://schema.org/iso6523Code",
    "https://w3id.org/triplewright/ns#cik"};

}  // namespace

void EntityTies::observe(const Quad& q) {
  static const Term label = term(kRdfs, "label");
  static const Term same = term(kOwl, "sameAs");
  if (q.predicate == label) {
    const NamePool::Id entity = names_.add(q.subject.value());
    if (described_.size() <= entity) described_.resize(entity + 1);
    described_[entity] = true;
  } else if (q.predicate == same) {
    same_.emplace_back(names_.add(q.subject.value()), names_.add(q.object.value()));
  } else if (std::find(kIdentifiers.begin(), kIdentifiers.end(), q.predicate.value()) != kIdentifiers.end()) {
    shared_.emplace_back(names_.add(q.subject.value()), names_.add(q.predicate.value() + ' ' + q.object.value()));
  }
  for (auto* list : {&same_, &shared_}) {  // every article says it again
    if (list->size() < 4096 || list->size() != list->capacity()) continue;
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
    list->reserve(list->size() * 2);
  }
}

void EntityTies::finish() {
  described_.resize(names_.size());
  std::unordered_map<NamePool::Id, NamePool::Id> holder;
  for (const auto& [entity, other] : same_) {
    if (!described_[entity]) continue;
    if (described_[other]) tie(entity, other);
    tie(entity, holder.try_emplace(other, entity).first->second);
  }
  for (const auto& [entity, identifier] : shared_) {
    if (described_[entity]) tie(entity, holder.try_emplace(identifier, entity).first->second);
  }
  same_ = {};
  shared_ = {};
}

NamePool::Id EntityTies::find(NamePool::Id entity) const {
  for (auto it = canonical_.find(entity); it != canonical_.end(); it = canonical_.find(entity)) entity = it->second;
  return entity;
}

void EntityTies::tie(NamePool::Id a, NamePool::Id b) {
  const NamePool::Id x = find(a);
  const NamePool::Id y = find(b);
  if (x == y) return;
  const bool known_x = names_[x].starts_with(kId);
  const bool x_first = known_x != names_[y].starts_with(kId) ? known_x : names_[x] < names_[y];
  canonical_[x_first ? y : x] = x_first ? x : y;
}

void EntityTies::add_ties(const Triple& out) const {
  const Term same = term(kOwl, "sameAs");
  for (const auto& [member, lesser] : canonical_)
    out(Term::must_iri(names_[member]), same, Term::must_iri(names_[find(lesser)]));
}

void EntityTies::add_direct(const Quad& q, const Ontology& ontology, const Triple& out) const {
  const auto canonical = [this](const Term& t) -> std::optional<Term> {
    const std::optional<NamePool::Id> known = t.is_iri() ? names_.find(t.value()) : std::nullopt;
    const NamePool::Id least = known ? find(*known) : 0;
    return known && least != *known ? Term::must_iri(names_[least]) : std::optional<Term>();
  };
  const std::optional<Term> subject = canonical(q.subject);
  const std::optional<Term> object = canonical(q.object);
  if ((subject || object) && ontology.find_property(q.predicate.value()) != nullptr)
    out(subject.value_or(q.subject), q.predicate, object.value_or(q.object));
}

}  // namespace triplewright::merge
