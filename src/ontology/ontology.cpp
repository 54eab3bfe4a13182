// Indexes over what schema.cpp and lexicon.cpp read.
#include "triplewright/ontology.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "ontology/lexicon.h"
#include "ontology/schema.h"
#include "ontology/source.h"
#include "ontology/vocabulary.h"
#include "text/normalize.h"

namespace triplewright {

namespace {

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const noexcept { return std::hash<std::string_view>{}(s); }
};
template <typename T>
using Index = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

template <typename T>
Index<std::uint32_t> index_by_iri(const std::vector<T>& list) {
  Index<std::uint32_t> index;
  index.reserve(list.size());
  for (std::uint32_t i = 0; i < list.size(); ++i) index.emplace(list[i].iri, i);
  return index;
}

template <typename T>
const T* look_up(const std::vector<T>& list, const Index<std::uint32_t>& index, std::string_view iri) {
  const auto it = index.find(iri);
  return it == index.end() ? nullptr : &list[it->second];
}

bool contains(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// The version of the domain ontology: that of the engine's own terms only when there is no other.
std::string version_of(const ontology::Source& source) {
  std::string core;
  for (const ontology::Resource& resource : source.resources()) {
    if (!resource.is_a(ontology::owl::kOntology)) continue;
    const std::string_view version = resource.value(ontology::owl::kVersionInfo);
    if (version.empty()) continue;
    if (resource.iri != ontology::tw::kCoreOntology) return std::string(version);
    core = version;
  }
  return core;
}

}  // namespace

struct Ontology::Data {
  std::vector<OntologyClass> classes;
  std::vector<OntologyProperty> properties;
  std::vector<Concept> concepts;
  std::vector<LexicalEntry> lexicon;
  std::vector<std::pair<std::string, std::string>> prefixes;
  std::string version;
  std::string fingerprint;

  Index<std::uint32_t> class_index, property_index, concept_index, label_index;
  std::array<Index<std::vector<const LexicalEntry*>>, 6> entries;  // by PartOfSpeech, by head word
};

struct OntologyBuilder {
  static Ontology build(const ontology::Source& source, const DiagnosticSink& sink) {
    Ontology result;
    Ontology::Data& data = *result.data_;
    data.classes = ontology::read_classes(source);
    data.properties = ontology::read_properties(source);
    data.concepts = ontology::read_concepts(source);
    data.lexicon = ontology::read_lexicon(source, sink);
    data.prefixes = source.prefixes();
    data.version = version_of(source);
    data.fingerprint = source.fingerprint();
    data.class_index = index_by_iri(data.classes);
    data.property_index = index_by_iri(data.properties);
    data.concept_index = index_by_iri(data.concepts);
    // A preferred label wins over an alternative one of another concept.
    for (std::uint32_t i = 0; i < data.concepts.size(); ++i)
      data.label_index.emplace(ontology::concept_key(data.concepts[i].label), i);
    for (std::uint32_t i = 0; i < data.concepts.size(); ++i) {
      for (const std::string& label : data.concepts[i].labels)
        data.label_index.emplace(ontology::concept_key(label), i);
    }
    for (const LexicalEntry& entry : data.lexicon)
      data.entries[static_cast<std::size_t>(entry.pos)][ontology::head_word(entry)].push_back(&entry);
    return result;
  }
};

Ontology::Ontology() : data_(std::make_unique<Data>()) {}
Ontology::~Ontology() = default;
Ontology::Ontology(Ontology&&) noexcept = default;
Ontology& Ontology::operator=(Ontology&&) noexcept = default;

Ontology Ontology::load(const std::vector<std::string>& paths, const DiagnosticSink& sink) {
  Diagnostic first;
  const ontology::Source source(paths, ontology::Source::Scope::Ontology, [&](const Diagnostic& d) {
    if (first.message.empty()) first = d;
    if (sink) sink(d);
  });
  if (source.faults() > 0) throw Error(first.message, first.where);
  Ontology result = OntologyBuilder::build(
      source, sink ? sink : [](const Diagnostic&) {});
  if (result.classes().empty() && result.properties().empty() && result.concepts().empty() && result.lexicon().empty())
    throw Error("no class, property, concept or lexical entry in it", {paths.front()});
  return result;
}

const OntologyClass* Ontology::find_class(std::string_view iri) const {
  return look_up(data_->classes, data_->class_index, iri);
}

const OntologyProperty* Ontology::find_property(std::string_view iri) const {
  return look_up(data_->properties, data_->property_index, iri);
}

const Concept* Ontology::find_concept(std::string_view iri) const {
  return look_up(data_->concepts, data_->concept_index, iri);
}

const Concept* Ontology::concept_by_label(std::string_view label) const {
  return look_up(data_->concepts, data_->label_index, ontology::concept_key(label));
}

bool Ontology::is_a(std::string_view iri, std::string_view ancestor) const {
  if (iri == ancestor) return true;
  if (const OntologyClass* c = find_class(iri)) return contains(c->ancestors, ancestor);
  if (const OntologyProperty* p = find_property(iri)) return contains(p->ancestors, ancestor);
  const Concept* start = find_concept(iri);
  if (start == nullptr) return false;
  std::unordered_set<const Concept*> seen{start};
  std::vector<const Concept*> open{start};
  while (!open.empty()) {
    const Concept* at = open.back();
    open.pop_back();
    for (const std::string& up : at->broader) {
      if (up == ancestor) return true;
      const Concept* next = find_concept(up);
      if (next != nullptr && seen.insert(next).second) open.push_back(next);
    }
  }
  return false;
}

bool Ontology::any_is_a(const std::vector<std::string>& classes, const std::vector<std::string>& wanted) const {
  return std::any_of(classes.begin(), classes.end(), [&](const std::string& c) {
    return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& w) { return is_a(c, w); });
  });
}

const std::vector<const LexicalEntry*>& Ontology::entries(std::string_view head_lemma, PartOfSpeech pos) const {
  static const std::vector<const LexicalEntry*> none;
  const auto& index = data_->entries[static_cast<std::size_t>(pos)];
  auto it = index.find(head_lemma);
  if (it == index.end()) it = index.find(text::lower(head_lemma));
  return it == index.end() ? none : it->second;
}

const std::vector<LexicalEntry>& Ontology::lexicon() const {
  return data_->lexicon;
}
const std::vector<OntologyClass>& Ontology::classes() const {
  return data_->classes;
}
const std::vector<OntologyProperty>& Ontology::properties() const {
  return data_->properties;
}
const std::vector<Concept>& Ontology::concepts() const {
  return data_->concepts;
}
const std::vector<std::pair<std::string, std::string>>& Ontology::prefixes() const {
  return data_->prefixes;
}
const std::string& Ontology::version() const {
  return data_->version;
}
const std::string& Ontology::fingerprint() const {
  return data_->fingerprint;
}

}  // namespace triplewright
