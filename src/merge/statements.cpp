#include "merge/statements.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <utility>

#include "merge/term_key.h"
#include "merge/vocabulary.h"

namespace triplewright::merge {

namespace {

enum class Field : std::uint8_t {
  Subject,
  Predicate,
  Object,
  Time,
  Quantity,
  Evidence,
  Factuality,
  Source,
  Shingles,
  Published,
  Value,
  Min,
  Max,
  Bound,
  Unit,
  Currency,
  Per
};

const std::unordered_map<std::string, Field>& fields() {
  static const auto* const all = [] {
    const auto in = [](std::string_view ns, std::string_view name) { return std::string(ns) + std::string(name); };
    return new std::unordered_map<std::string, Field>{
        {in(kRdf, "subject"), Field::Subject},
        {in(kRdf, "predicate"), Field::Predicate},
        {in(kRdf, "object"), Field::Object},
        {in(kTw, "time"), Field::Time},
        {in(kTw, "begin"), Field::Time},
        {in(kTw, "end"), Field::Time},
        {in(kTw, "quantity"), Field::Quantity},
        {in(kTw, "evidence"), Field::Evidence},
        {in(kTw, "factuality"), Field::Factuality},
        {in(kProv, "hadPrimarySource"), Field::Source},
        {in(kTw, "shingles"), Field::Shingles},
        {in(kSchema, "datePublished"), Field::Published},
        {in(kSchema, "value"), Field::Value},
        {in(kSchema, "minValue"), Field::Min},
        {in(kSchema, "maxValue"), Field::Max},
        {in(kTw, "bound"), Field::Bound},
        {in(kSchema, "unitText"), Field::Unit},
        {in(kSchema, "currency"), Field::Currency},
        {in(kTw, "per"), Field::Per},
    };
  }();
  return *all;
}

Stance stance_of(std::string_view factuality) {
  if (!factuality.starts_with(kTw)) return Stance::Other;
  const std::string_view name = factuality.substr(kTw.size());
  if (name == "Denied") return Stance::Denied;
  return name == "Asserted" || name == "Reported" ? Stance::Fact : Stance::Other;
}

template <typename List>
void sort_unique(List& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  list.shrink_to_fit();
}

}  // namespace

NamePool::Id StatementIndex::id(const Term& term) {
  key_.clear();
  append_key(key_, term);
  return names.add(key_);
}

Term StatementIndex::term(NamePool::Id id) const {
  return term_of(names[id]);
}

void StatementIndex::observe(const Quad& q) {
  const auto field = fields().find(q.predicate.value());
  if (field == fields().end()) return;
  const NamePool::Id s = id(q.subject);
  const auto number = [&] { return std::strtod(q.object.value().c_str(), nullptr); };
  switch (field->second) {
    case Field::Subject:
      statements[s].subject = id(q.object);
      break;
    case Field::Predicate:
      statements[s].predicate = id(q.object);
      break;
    case Field::Object:
      statements[s].object = id(q.object);
      break;
    case Field::Time:
      statements[s].times.push_back(id(q.object));
      break;
    case Field::Quantity:
      statements[s].quantity = id(q.object);
      break;
    case Field::Evidence:
      statements[s].evidence.push_back(id(q.object));
      break;
    case Field::Factuality:
      evidence[s].stance = stance_of(q.object.value());
      break;
    case Field::Source:
      evidence[s].article = id(q.object);
      break;
    case Field::Shingles:
      articles[s] = q.object.value();
      break;
    case Field::Published:
      articles[s];
      break;
    case Field::Value:
      raw_[s].value = number();
      raw_[s].has_value = true;
      break;
    case Field::Min:
      raw_[s].min = number();
      raw_[s].has_min = true;
      break;
    case Field::Max:
      raw_[s].max = number();
      raw_[s].has_max = true;
      break;
    case Field::Bound:
      raw_[s].about = q.object.value() == "about";
      break;
    case Field::Unit:
      values[s].unit = id(q.object);
      break;
    case Field::Currency:
      values[s].currency = id(q.object);
      break;
    case Field::Per:
      values[s].per = id(q.object);
      break;
  }
}

void StatementIndex::finish() {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  for (const auto& [node, raw] : raw_) {
    ValueRecord& record = values[node];
    record.known = raw.has_value || raw.has_min || raw.has_max;
    if (raw.has_value) {
      const double room = raw.about ? std::abs(raw.value) / 10 : 0;  // "about" leaves a tenth of room on either side
      record.min = raw.value - room;
      record.max = raw.value + room;
    }
    if (raw.has_min || raw.has_max) {
      record.min = raw.has_min ? raw.min : -infinite;
      record.max = raw.has_max ? raw.max : infinite;
    }
  }
  raw_.clear();
  std::erase_if(statements, [](const auto& entry) {
    const StatementRecord& st = entry.second;
    return st.subject == 0 || st.predicate == 0 || st.object == 0;
  });
  for (auto& [node, st] : statements) {
    sort_unique(st.times);
    sort_unique(st.evidence);
  }
}

}  // namespace triplewright::merge
