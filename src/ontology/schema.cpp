#include "ontology/schema.h"

#include <algorithm>
#include <unordered_set>

#include "ontology/vocabulary.h"
#include "text/normalize.h"

namespace triplewright::ontology {

namespace {

void add_once(std::vector<std::string>& list, std::string_view value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.emplace_back(value);
}

std::vector<std::string> values(const Resource& resource, std::initializer_list<std::string_view> predicates) {
  std::vector<std::string> found;
  for (const std::string_view predicate : predicates) {
    for (const Fact* fact : resource.all(predicate)) add_once(found, fact->object.value());
  }
  return found;
}

/// The English text of `predicate`, else any.
std::string text_of(const Resource& resource, std::string_view predicate) {
  const auto facts = resource.all(predicate);
  const auto english = std::find_if(facts.begin(), facts.end(), [](const Fact* f) {
    return f->object.language().substr(0, 2) == "en" || f->object.language().empty();
  });
  if (english != facts.end()) return (*english)->object.value();
  return facts.empty() ? std::string() : facts.front()->object.value();
}

bool declares_class(const Source& source, std::string_view iri) {
  const Resource* resource = source.find(iri);
  return resource != nullptr && is_class(*resource);
}

bool declares_property(const Source& source, std::string_view iri) {
  const Resource* resource = source.find(iri);
  return resource != nullptr && is_property(*resource);
}

std::string singular(std::string_view word) {
  const auto ends = [&](std::string_view suffix) { return word.size() > suffix.size() + 1 && word.ends_with(suffix); };
  if (ends("ss") || ends("us") || ends("is") || !ends("s")) return std::string(word);
  if (ends("ies")) return std::string(word.substr(0, word.size() - 3)) + "y";
  if (ends("ches") || ends("shes") || ends("xes") || ends("sses")) return std::string(word.substr(0, word.size() - 2));
  return std::string(word.substr(0, word.size() - 1));
}

/// Both directions of owl:disjointWith.
std::vector<std::pair<std::string, std::string>> disjoint_pairs(const Source& source) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const Resource& resource : source.resources()) {
    for (const Fact* fact : resource.all(owl::kDisjointWith)) {
      pairs.emplace_back(resource.iri, fact->object.value());
      pairs.emplace_back(fact->object.value(), resource.iri);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace

bool is_class(const Resource& resource) {
  return resource.is_a(owl::kClass) || resource.is_a(rdfs::kClass);
}

bool is_property(const Resource& resource) {
  return resource.is_a(owl::kObjectProperty) || resource.is_a(owl::kDatatypeProperty) || resource.is_a(rdf::kProperty);
}

std::vector<std::string> closure(const Source& source, std::string_view start,
                                 std::initializer_list<std::string_view> predicates) {
  std::vector<std::string> found;
  std::unordered_set<std::string> seen{std::string(start)};
  std::vector<std::string> level{std::string(start)};
  while (!level.empty()) {
    std::vector<std::string> next;
    for (const std::string& iri : level) {
      const Resource* resource = source.find(iri);
      if (resource == nullptr) continue;
      for (std::string& up : values(*resource, predicates)) {
        if (seen.insert(up).second) next.push_back(std::move(up));
      }
    }
    std::sort(next.begin(), next.end());
    found.insert(found.end(), next.begin(), next.end());
    level = std::move(next);
  }
  return found;
}

std::vector<OntologyClass> read_classes(const Source& source) {
  std::vector<OntologyClass> classes;
  const auto pairs = disjoint_pairs(source);
  for (const Resource& resource : source.resources()) {
    if (!is_class(resource)) continue;
    OntologyClass c;
    c.iri = resource.iri;
    c.label = text_of(resource, rdfs::kLabel);
    c.comment = text_of(resource, rdfs::kComment);
    c.close_matches = values(resource, {skos::kCloseMatch});
    c.external = values(resource, {owl::kEquivalentClass});
    std::erase_if(c.external, [&](const std::string& iri) { return declares_class(source, iri); });
    for (const std::string& up : closure(source, resource.iri, {rdfs::kSubClassOf, owl::kEquivalentClass})) {
      if (declares_class(source, up))
        c.ancestors.push_back(up);
      else if (!Source::is_blank(up))
        add_once(c.external, up);
    }
    std::vector<std::string> line = c.ancestors;
    line.insert(line.begin(), c.iri);
    for (const std::string& iri : line) {
      for (auto it = std::lower_bound(pairs.begin(), pairs.end(), std::pair(iri, std::string()));
           it != pairs.end() && it->first == iri; ++it) {
        add_once(c.disjoint, it->second);
      }
    }
    classes.push_back(std::move(c));
  }
  return classes;
}

std::vector<OntologyProperty> read_properties(const Source& source) {
  std::vector<OntologyProperty> properties;
  for (const Resource& resource : source.resources()) {
    if (!is_property(resource)) continue;
    OntologyProperty p;
    p.iri = resource.iri;
    p.label = text_of(resource, rdfs::kLabel);
    p.comment = text_of(resource, rdfs::kComment);
    p.domain = values(resource, {rdfs::kDomain, schema::kDomainIncludes});
    p.takes_value = resource.value(tw::kTakesValue) == "true";
    p.of_named = resource.value(tw::kOfNamed) == "true";
    p.of_whole = resource.value(tw::kOfWhole) == "true";
    p.holds_of_whole = resource.value(tw::kHoldsOfWhole) == "true";
    p.range = values(resource, {rdfs::kRange, schema::kRangeIncludes});
    p.functional = resource.is_a(owl::kFunctional);
    p.symmetric = resource.is_a(owl::kSymmetric);
    p.inverse = resource.value(owl::kInverseOf);
    p.close_matches = values(resource, {skos::kCloseMatch});
    for (std::string& iri : values(resource, {owl::kEquivalentProperty})) {
      if (!declares_property(source, iri)) p.exact.push_back(std::move(iri));
    }
    for (std::string& up : closure(source, resource.iri, {rdfs::kSubPropertyOf})) {
      if (declares_property(source, up))
        p.ancestors.push_back(std::move(up));
      else
        add_once(p.close_matches, up);
    }
    properties.push_back(std::move(p));
  }
  // An inverse may be declared on either of the two.
  for (const OntologyProperty& p : properties) {
    if (p.inverse.empty()) continue;
    const auto it = std::lower_bound(properties.begin(), properties.end(), p.inverse,
                                     [](const OntologyProperty& a, const std::string& iri) { return a.iri < iri; });
    if (it != properties.end() && it->iri == p.inverse && it->inverse.empty()) it->inverse = p.iri;
  }
  return properties;
}

std::vector<Concept> read_concepts(const Source& source) {
  std::vector<Concept> concepts;
  for (const Resource& resource : source.resources()) {
    if (!resource.is_a(skos::kConcept)) continue;
    Concept c;
    c.iri = resource.iri;
    c.label = text_of(resource, skos::kPrefLabel);
    for (const std::string& label : values(resource, {skos::kPrefLabel, skos::kAltLabel})) {
      add_once(c.labels, text::lower(label));
    }
    c.broader = values(resource, {skos::kBroader});
    c.entity_class = resource.value(tw::kDenotesClass);
    concepts.push_back(std::move(c));
  }
  return concepts;
}

std::string concept_key(std::string_view label) {
  const std::string lower = text::lower(label);
  std::string key;
  std::string word;
  const auto flush = [&] {
    if (word.empty()) return;
    if (!key.empty()) key += ' ';
    key += singular(word);
    word.clear();
  };
  for (const char c : lower) {
    if (c == ' ' || c == '-' || c == '\t' || c == '\n')
      flush();
    else
      word += c;
  }
  flush();
  return key;
}

}  // namespace triplewright::ontology
