// Faults of an ontology and lexicon. What the loader itself must leave out is reported by lexicon.cpp; here is what it
// would take as it stands and get wrong.
#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "ontology/lexicon.h"
#include "ontology/prepositions.h"
#include "ontology/schema.h"
#include "ontology/source.h"
#include "ontology/vocabulary.h"
#include "text/normalize.h"
#include "triplewright/ontology.h"

namespace triplewright {

namespace ontology {
namespace {

std::string_view space_of(std::string_view iri) {
  const std::size_t end = iri.find_last_of("#/");
  return end == std::string_view::npos ? std::string_view() : iri.substr(0, end + 1);
}

class Checker {
 public:
  Checker(const Source& source, const DiagnosticSink& sink) : source_(source), sink_(sink) {
    for (const Resource& r : source.resources()) {
      if (is_class(r) || is_property(r) || r.is_a(skos::kConcept) || is_lexical_entry(r))
        spaces_.insert(space_of(r.iri));
    }
    for (const Resource& r : source.resources()) {
      if (is_entity(r)) spaces_.insert(space_of(r.iri));
    }
  }

  void run() {
    for (const Resource& r : source_.resources()) {
      check_terms(r);
      if (is_class(r) || is_property(r) || r.is_a(skos::kConcept)) check_label(r);
      if (is_property(r)) check_inverse(r);
      if (is_property(r)) check_super_properties(r);
      check_cycle(r, rdfs::kSubClassOf);
      check_cycle(r, rdfs::kSubPropertyOf);
      check_cycle(r, skos::kBroader);
      check_sources(r);
    }
    check_concept_labels();
    check_entity_labels();
    check_same();
  }

  void check_senses(const std::vector<LexicalEntry>& entries) {
    std::map<std::tuple<PartOfSpeech, std::vector<std::string>, std::string>, std::string> claimed;
    for (const LexicalEntry& entry : entries) {
      const Resource& resource = *source_.find(entry.iri);
      std::set<std::string> own;  // a noun may get one frame both by itself and from its verb
      for (const Sense& sense : entry.senses) {
        const std::string frame = join(entry.support_verbs) + '|' + describe(sense);
        if (!own.insert(frame).second) continue;
        const auto [it, is_new] = claimed.try_emplace({entry.pos, entry.lemmas, frame}, entry.iri);
        if (!is_new && it->second != entry.iri) {
          fault(resource.facts.front(), "duplicate-sense",
                source_.shorten(entry.iri) + " has the same sense of \"" + join(entry.lemmas) + "\" as " +
                    source_.shorten(it->second) + ": " + source_.shorten(sense.reference));
        }
      }
    }
  }

 private:
  /// Named and typed by a class of ours, and no part of the ontology itself.
  bool is_entity(const Resource& r) const {
    if (r.first(skos::kPrefLabel) == nullptr || r.is_a(skos::kConcept)) return false;
    const auto types = r.all(rdf::kType);
    return std::any_of(types.begin(), types.end(), [&](const Fact* t) { return is_ours(t->object.value()); });
  }
  bool is_ours(std::string_view iri) const { return !Source::is_blank(iri) && spaces_.contains(space_of(iri)); }
  bool declares(std::string_view iri, bool (*kind)(const Resource&)) const {
    const Resource* r = source_.find(iri);
    return r != nullptr && kind(*r);
  }

  void check_terms(const Resource& r) {
    for (const Fact& fact : r.facts) {
      if (is_ours(fact.predicate) && !declares(fact.predicate, is_property)) {
        fault(fact, "unknown-property", source_.shorten(fact.predicate) + " is not a property of the ontology");
      }
      if (!fact.object.is_iri()) {
        if (wants_class(fact.predicate)) fault(fact, "unknown-class", "\"" + fact.object.value() + "\" is not a class");
        continue;
      }
      const std::string& object = fact.object.value();
      if (object.starts_with(kArg)) check_argument(fact);
      if (!is_ours(object)) continue;
      if (wants_class(fact.predicate) && !declares(object, is_class)) {
        fault(fact, "unknown-class", source_.shorten(object) + " is not a class of the ontology");
      } else if (wants_property(fact.predicate) && !declares(object, is_property)) {
        fault(fact, "unknown-property", source_.shorten(object) + " is not a property of the ontology");
      } else if (source_.find(object) == nullptr && fact.predicate != ontolex::kReference &&
                 fact.predicate != tw::kFactuality && fact.predicate != tw::kPastFactuality &&
                 fact.predicate != tw::kNominalizationOf &&
                 fact.predicate != tw::kAgentNounOf) {  // those are reported by the reader of the lexicon
        fault(fact, "unknown-term", source_.shorten(object) + " is not declared");
      }
    }
  }

  static bool wants_class(std::string_view predicate) {
    return predicate == rdf::kType || predicate == rdfs::kSubClassOf || predicate == rdfs::kDomain ||
           predicate == rdfs::kRange || predicate == schema::kDomainIncludes || predicate == schema::kRangeIncludes ||
           predicate == owl::kDisjointWith || predicate == owl::kEquivalentClass || predicate == tw::kDenotesClass ||
           predicate == tw::kSubjectClass || predicate == tw::kObjectClass;
  }
  static bool wants_property(std::string_view predicate) {
    return predicate == rdfs::kSubPropertyOf || predicate == owl::kInverseOf || predicate == owl::kEquivalentProperty ||
           predicate == tw::kProperty;
  }

  void check_argument(const Fact& fact) {
    const auto argument = syntactic_argument(fact.object.value());
    if (argument && argument->function == Function::Preposition && !is_preposition(argument->marker)) {
      fault(fact, "unknown-argument",
            source_.shorten(fact.object.value()) + " is neither a grammatical function nor a preposition");
    }
  }

  void check_label(const Resource& r) {
    const std::string_view predicate = r.is_a(skos::kConcept) ? skos::kPrefLabel : rdfs::kLabel;
    if (r.first(predicate) == nullptr) fault(r.facts.front(), "no-label", source_.shorten(r.iri) + " has no label");
  }

  /// The other property may leave its inverse unsaid, but not name another one; and their ends must be crosswise the
  /// same.
  void check_inverse(const Resource& r) {
    const Fact* fact = r.first(owl::kInverseOf);
    if (fact == nullptr) return;
    const Resource* other = source_.find(fact->object.value());
    if (other == nullptr) return;
    const std::string_view back = other->value(owl::kInverseOf);
    if (!back.empty() && back != r.iri) {
      fault(*fact, "inverse-mismatch",
            "the inverse of " + source_.shorten(other->iri) + " is " + source_.shorten(back) + ", not " +
                source_.shorten(r.iri));
    } else if (ends(r, rdfs::kDomain, schema::kDomainIncludes) != ends(*other, rdfs::kRange, schema::kRangeIncludes) ||
               ends(r, rdfs::kRange, schema::kRangeIncludes) != ends(*other, rdfs::kDomain, schema::kDomainIncludes)) {
      fault(*fact, "inverse-mismatch",
            "domain and range of " + source_.shorten(r.iri) + " and of its inverse " + source_.shorten(other->iri) +
                " differ");
    }
  }
  static std::set<std::string> ends(const Resource& r, std::string_view one, std::string_view several) {
    std::set<std::string> found;
    for (const Fact* f : r.all(one)) found.insert(f->object.value());
    for (const Fact* f : r.all(several)) found.insert(f->object.value());
    return found;
  }

  /// What follows from a more special property must hold of the more general one as well.
  void check_super_properties(const Resource& r) {
    for (const Fact* fact : r.all(rdfs::kSubPropertyOf)) {
      const Resource* above = source_.find(fact->object.value());
      if (above == nullptr || !is_property(*above)) continue;
      for (const auto& [what, one, several] : {std::tuple("domain", rdfs::kDomain, schema::kDomainIncludes),
                                               std::tuple("range", rdfs::kRange, schema::kRangeIncludes)}) {
        const std::set<std::string> wide = ends(*above, one, several);
        const std::set<std::string> narrow = ends(r, one, several);
        if (wide.empty()) continue;
        for (const std::string& cls : narrow) {
          const auto up = closure(source_, cls, {rdfs::kSubClassOf});
          if (wide.contains(cls) || std::any_of(up.begin(), up.end(), [&](const auto& c) { return wide.contains(c); }))
            continue;
          fault(*fact, "wider-than-super",
                source_.shorten(cls) + " is in the " + what + " of " + source_.shorten(r.iri) + " but not in that of " +
                    source_.shorten(above->iri));
        }
      }
    }
    if (r.is_a(owl::kSymmetric) &&
        ends(r, rdfs::kDomain, schema::kDomainIncludes) != ends(r, rdfs::kRange, schema::kRangeIncludes)) {
      fault(r.facts.front(), "inverse-mismatch",
            source_.shorten(r.iri) + " is symmetric, but its domain is not its range");
    }
  }

  void check_cycle(const Resource& r, std::string_view predicate) {
    const Fact* fact = r.first(predicate);
    if (fact == nullptr) return;
    for (const std::string& up : closure(source_, r.iri, {predicate})) {
      const Resource* above = source_.find(up);
      if (above == nullptr) continue;
      const auto facts = above->all(predicate);
      if (std::any_of(facts.begin(), facts.end(), [&](const Fact* f) { return f->object.value() == r.iri; })) {
        fault(*fact, "cycle", source_.shorten(r.iri) + " is above itself through " + source_.shorten(up));
        return;
      }
    }
    if (fact->object.value() == r.iri) fault(*fact, "cycle", source_.shorten(r.iri) + " is above itself");
  }

  /// Where an entity base says from which data sets an item of Wikidata is taken, one data set makes no owl:sameAs.
  void check_sources(const Resource& r) {
    const Fact* source = r.first(dcterms::kSource);
    if (source == nullptr || source->object.value().find(';') != std::string::npos) return;
    for (const Fact* same : r.all(owl::kSameAs)) {
      if (same->object.value().starts_with("http://www.wikidata.org/entity/")) {
        fault(*same, "one-source",
              "only " + source->object.value() + " says that " + source_.shorten(r.iri) + " is " +
                  source_.shorten(same->object.value()) + ": skos:closeMatch, or a second source");
      }
    }
  }

  void check_concept_labels() {
    std::map<std::string, const Resource*> claimed;
    for (const Resource& r : source_.resources()) {
      if (!r.is_a(skos::kConcept)) continue;
      for (const std::string_view predicate : {skos::kPrefLabel, skos::kAltLabel}) {
        for (const Fact* fact : r.all(predicate)) claim(claimed, concept_key(fact->object.value()), r, *fact);
      }
    }
  }

  /// Aliases may be shared, and context decides; a preferred label and a class tell one entity from all others.
  void check_entity_labels() {
    std::map<std::string, const Resource*> claimed;
    for (const Resource& r : source_.resources()) {
      if (!is_entity(r)) continue;
      for (const Fact* fact : r.all(skos::kPrefLabel)) {
        for (const Fact* type : r.all(rdf::kType))
          claim(claimed, type->object.value() + '\n' + text::fold(fact->object.value()), r, *fact);
      }
    }
  }

  /// One thing elsewhere is one entity here.
  void check_same() {
    std::map<std::string, const Resource*> claimed;
    for (const Resource& r : source_.resources()) {
      for (const Fact* same : r.all(owl::kSameAs)) {
        const auto [it, is_new] = claimed.try_emplace(same->object.value(), &r);
        if (is_new || it->second == &r) continue;
        fault(*same, "duplicate-item",
              source_.shorten(it->second->iri) + " and " + source_.shorten(r.iri) + " are both " +
                  source_.shorten(same->object.value()));
      }
    }
  }

  void claim(std::map<std::string, const Resource*>& claimed, std::string key, const Resource& r, const Fact& fact) {
    const auto [it, is_new] = claimed.try_emplace(std::move(key), &r);
    if (is_new || it->second == &r) return;
    fault(fact, "duplicate-label",
          "\"" + fact.object.value() + "\" is a label of " + source_.shorten(it->second->iri) + " and of " +
              source_.shorten(r.iri));
  }

  static std::string describe(const Sense& sense) {
    std::string text = sense.reference;
    const auto add = [&](const std::vector<SyntacticArgument>& list) {
      text += '|';
      for (const SyntacticArgument& a : list) {
        text += static_cast<char>('a' + static_cast<int>(a.function)) + a.marker + ',';
      }
    };
    add(sense.subject);
    add(sense.object);
    for (const Sense::Role& role : sense.roles) {
      text += '|' + role.property + (role.inverse ? "-" : "+");
      add(role.arguments);
    }
    for (const auto& classes : {sense.subject_classes, sense.object_classes}) text += '|' + join(classes);
    return text;
  }

  static std::string join(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
  }

  void fault(const Fact& where, std::string code, std::string message) const {
    sink_({Severity::Error, source_.position(where), std::move(code), std::move(message)});
  }

  const Source& source_;
  const DiagnosticSink& sink_;
  std::set<std::string_view> spaces_;  // namespaces in which something is declared
};

}  // namespace
}  // namespace ontology

std::size_t check_ontology(const std::vector<std::string>& paths, const DiagnosticSink& sink) {
  std::vector<Diagnostic> faults;
  const DiagnosticSink collect = [&](const Diagnostic& d) { faults.push_back(d); };
  const ontology::Source source(paths, ontology::Source::Scope::All, collect);
  ontology::Checker checker(source, collect);
  checker.run();
  checker.check_senses(ontology::read_lexicon(source, collect));
  std::stable_sort(faults.begin(), faults.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.where.source, a.where.line, a.code, a.message) <
           std::tie(b.where.source, b.where.line, b.code, b.message);
  });
  for (const Diagnostic& fault : faults) sink(fault);
  return source.size();
}

}  // namespace triplewright
