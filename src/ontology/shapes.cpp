#include "ontology/shapes.h"

#include <algorithm>
#include <ostream>
#include <set>
#include <string>

#include "ontology/names.h"
#include "ontology/vocabulary.h"

namespace triplewright::ontology {

namespace {

class ShapeWriter {
 public:
  ShapeWriter(std::ostream& out, const Ontology& ontology) : out_(out), ontology_(ontology) {}

  void write() {
    std::set<std::string> classes;
    for (const OntologyProperty& p : ontology_.properties()) {
      if (is_written_by_hand(p)) continue;
      classes.insert(p.domain.begin(), p.domain.end());
      classes.insert(p.range.begin(), p.range.end());
    }
    for (const std::string& cls : classes) {
      if (has_shape(cls) && !cls.starts_with(tw::kNamespace)) write_class(cls);
    }
    for (const OntologyProperty& p : ontology_.properties()) {
      if (!is_written_by_hand(p) && !(p.domain.empty() && p.range.empty())) write_property(p);
    }
  }

 private:
  static bool is_written_by_hand(const OntologyProperty& p) { return p.iri.starts_with(tw::kNamespace); }
  /// Classes of other vocabularies are checked as they are.
  bool has_shape(const std::string& cls) const { return ontology_.find_class(cls) != nullptr; }

  std::string name(std::string_view iri) const { return short_name(ontology_, iri); }
  std::string shape(std::string_view iri) const {
    std::string local = name(iri);
    if (local.front() == '<') return "shape:" + std::string(local_name(iri));
    local[local.find(':')] = '-';
    return "shape:" + local;
  }

  void write_class(const std::string& cls) {
    out_ << shape(cls) << " a sh:NodeShape ; sh:or ( [ sh:class " << name(cls)
         << " ]\n  [ sh:property [ sh:path ( [ sh:zeroOrMorePath skos:broader ] tw:denotesClass [ sh:zeroOrMorePath "
            "rdfs:subClassOf ] ) ;\n    sh:hasValue "
         << name(cls) << " ] ] ) .\n";
  }

  void write_property(const OntologyProperty& p) {
    out_ << '\n' << shape(p.iri) << " a sh:NodeShape ; sh:targetSubjectsOf " << name(p.iri) << " ;\n";
    if (!p.domain.empty()) out_ << "  " << alternatives(p.domain) << " ;\n";
    out_ << "  sh:property [ sh:path " << name(p.iri) << " ; sh:nodeKind " << (is_date(p) ? "sh:Literal" : "sh:IRI");
    if (is_date(p))
      out_ << " ;\n    sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:gYearMonth ] [ sh:datatype xsd:gYear ] )";
    else if (!p.range.empty())
      out_ << " ;\n    " << alternatives(p.range);
    out_ << " ] .\n";
  }

  /// A date is as exact as the text has it.
  static bool is_date(const OntologyProperty& p) {
    return std::find(p.range.begin(), p.range.end(), "http://schema.org/Date") != p.range.end();
  }

  std::string alternatives(const std::vector<std::string>& classes) const {
    std::string text = "sh:or (";
    for (const std::string& cls : classes)
      text += has_shape(cls) ? " [ sh:node " + shape(cls) + " ]" : " [ sh:class " + name(cls) + " ]";
    return text + " )";
  }

  std::ostream& out_;
  const Ontology& ontology_;
};

}  // namespace

void write_shapes(std::ostream& out, const Ontology& ontology) {
  ShapeWriter(out, ontology).write();
}

}  // namespace triplewright::ontology
