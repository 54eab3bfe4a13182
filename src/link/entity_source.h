// Entity records from text formats: RDF (SKOS, RDFS, a Wikidata extract) and tables (TSV, CSV).
// Thread-safety: pure functions; reading RDF is subject to the rule of triplewright/rdf.h.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "triplewright/entity_base.h"

namespace triplewright::link {

/// Collects records of several sources; statements about one IRI are joined in one record.
class EntityCollector {
 public:
  /// Turtle or N-Triples. A subject with a label becomes a record: skos:prefLabel, rdfs:label, schema:name;
  /// skos:altLabel, skos:hiddenLabel; tw:demonym; rdf:type, wdt:P31; tw:category; owl:sameAs; other
  /// literals are identifiers, other IRIs facts. `C rdfs:subClassOf D` or `C skos:broadMatch D` maps a foreign class to
  /// one of the ontology. Throws Error when the file cannot be opened.
  void read_rdf(const std::string& path, const DiagnosticSink& sink);

  /// TSV (or CSV by extension) with a header line: id, label, aliases, type, sameAs, demonyms, category;
  /// every other column is an identifier (a column named `prefix:name` or by an IRI keeps it as property).
  /// `mapping` renames the columns of a foreign table: "id=LEI;label=LegalName;type:=Company" takes the id from the
  /// column LEI and gives every row the type Company; columns that it does not name are left out. Several values of a
  /// cell are separated by "|", aliases also by ";". Throws Error when the file cannot be opened or has no id and label
  /// columns.
  void read_table(const std::string& path, std::string_view mapping, const DiagnosticSink& sink);

  /// The records in order of first appearance; those without a label are left out.
  [[nodiscard]] std::vector<EntityRecord> take();

 private:
  EntityRecord& record(const std::string& iri);

  std::vector<EntityRecord> records_;
  std::unordered_map<std::string, std::size_t> index_;
  std::unordered_map<std::string, std::vector<std::string>> class_map_;
};

}  // namespace triplewright::link
