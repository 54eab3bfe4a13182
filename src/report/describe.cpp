#include "report/describe.h"

#include <algorithm>
#include <array>

#include "report/vocabulary.h"

namespace triplewright::report {

namespace {

struct KindOfClass {
  std::string_view name_space, name;
  Kind kind;
};

// In order of precedence: a country is a place though it can act, a platform a product.
constexpr std::array<KindOfClass, 29> kKinds = {{
    {kTtp, "Policy", Kind::Policy},
    {kTtp, "Agreement", Kind::Policy},
    {kTtp, "Offering", Kind::Product},
    {kTtp, "Technology", Kind::Product},
    {kTtp, "Place", Kind::Place},
    {kTtp, "Person", Kind::Person},
    {kTtp, "Organization", Kind::Organization},
    {kTtp, "Collective", Kind::Group},
    {kTtp, "Event", Kind::Event},
    {kTtp, "Post", Kind::Post},
    {kTtp, "Sector", Kind::Sector},
    {kSchema, "Place", Kind::Place},
    {kSchema, "Country", Kind::Place},
    {kSchema, "City", Kind::Place},
    {kSchema, "Product", Kind::Product},
    {kSchema, "SoftwareApplication", Kind::Product},
    {kSchema, "Person", Kind::Person},
    {kFoaf, "Person", Kind::Person},
    {kSchema, "Organization", Kind::Organization},
    {kSchema, "Corporation", Kind::Organization},
    {kSchema, "GovernmentOrganization", Kind::Organization},
    {kOrg, "Organization", Kind::Organization},
    {kFoaf, "Group", Kind::Group},
    {kSchema, "Legislation", Kind::Policy},
    {kSchema, "Event", Kind::Event},
    {kSchema, "SportsEvent", Kind::Event},
    {kOrg, "Post", Kind::Post},
    {kSchema, "CreativeWork", Kind::Product},
    {kSkos, "Concept", Kind::Topic},
}};

std::string value_of(const Term* term) {
  return term == nullptr ? std::string() : term->value();
}

}  // namespace

std::string_view to_string(Kind kind) {
  constexpr std::array<std::string_view, 11> names = {"organization", "person", "product", "policy", "place", "event",
                                                      "post",         "group",  "sector",  "topic",  "other"};
  return names[static_cast<std::size_t>(kind)];
}

Kind kind_of(const std::vector<const Term*>& types) {
  for (const auto& [name_space, name, kind] : kKinds) {
    for (const Term* type : types) {
      if (is_term(type->value(), name_space, name)) return kind;
    }
  }
  return Kind::Other;
}

std::vector<std::string> specific_classes(const std::vector<const Term*>& types, const Ontology& ontology,
                                          const Subjects& subjects) {
  std::vector<std::string> out;
  for (const Term* type : types) {
    if (ontology.find_class(type->value()) == nullptr) continue;
    const bool has_narrower = std::any_of(types.begin(), types.end(), [&](const Term* other) {
      return other != type && ontology.is_a(other->value(), type->value());
    });
    if (!has_narrower) out.push_back(ontology.find_class(type->value())->label);
  }
  if (!out.empty()) return out;
  for (const Term* type : types) out.push_back(label_of(type->value(), subjects));
  return out;
}

std::string property_label(std::string_view property, const Ontology& ontology, const Subjects& subjects) {
  const OntologyProperty* known = ontology.find_property(property);
  return known != nullptr && !known->label.empty() ? known->label : label_of(property, subjects);
}

std::string label_of(std::string_view thing, const Subjects& subjects) {
  const Term* label = subjects.usual_object(thing, iri_of(kRdfs, "label"));
  return label != nullptr ? label->value() : words_of_iri(thing);
}

bool is_value(std::string_view thing, const Subjects& subjects) {
  for (const Term* type : subjects.objects(thing, iri_of(kRdf, "type"))) {
    if (is_term(type->value(), kSchema, "QuantitativeValue") || is_term(type->value(), kSchema, "MonetaryAmount"))
      return true;
  }
  return false;
}

Filler value_filler(std::string_view value, const Subjects& subjects) {
  const auto get = [&](std::string_view name_space, std::string_view name) {
    return value_of(subjects.object(value, iri_of(name_space, name)));
  };
  Filler filler;
  std::string number = get(kSchema, "value");
  const std::string least = get(kSchema, "minValue");
  const std::string most = get(kSchema, "maxValue");
  if (number.empty() && !least.empty() && !most.empty()) number = least + " to " + most;
  if (number.empty()) number = least.empty() ? most : least;
  const std::string bound = get(kTw, "bound");
  if (!bound.empty() && bound != "between") filler.meaning = bound + " ";
  filler.meaning += number;
  for (const std::string& unit : {get(kSchema, "currency"), get(kSchema, "unitText")}) {
    if (!unit.empty()) filler.meaning += " " + unit;
  }
  if (const std::string per = get(kTw, "per"); !per.empty()) filler.meaning += " per " + per;
  filler.text = get(kTw, "text");
  if (filler.text.empty()) filler.text = filler.meaning.empty() ? words_of_iri(value) : filler.meaning;
  if (filler.text == filler.meaning) filler.meaning.clear();
  return filler;
}

std::set<std::string, std::less<>> claimed_properties(const Subjects& subjects, const Ontology& ontology) {
  std::set<std::string, std::less<>> out;
  for (const auto& [subject, quads] : subjects.all()) {
    if (const Term* property = subjects.object(subject, iri_of(kRdf, "predicate"))) out.insert(property->value());
  }
  std::vector<std::string> others;
  for (const std::string& property : out) {
    const OntologyProperty* known = ontology.find_property(property);
    if (known != nullptr) others.insert(others.end(), known->exact.begin(), known->exact.end());
  }
  out.insert(others.begin(), others.end());
  return out;
}

}  // namespace triplewright::report
