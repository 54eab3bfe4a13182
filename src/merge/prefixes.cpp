#include "merge/prefixes.h"

#include <string>
#include <utility>

#include "merge/vocabulary.h"

namespace triplewright::merge {

void set_prefixes(Graph& graph, std::string_view base) {
  for (const auto& [prefix, iri] : {std::pair{"tw", kTw},
                                    {"ttp", kTtp},
                                    {"rdf", kRdf},
                                    {"rdfs", kRdfs},
                                    {"owl", kOwl},
                                    {"skos", kSkos},
                                    {"xsd", kXsd},
                                    {"prov", kProv},
                                    {"nif", kNif},
                                    {"schema", kSchema},
                                    {"kg", base}})
    graph.set_prefix(prefix, std::string(iri));
  for (const std::string_view kind : {"statement", "evidence", "inferred", "value", "concept", "organization", "person",
                                      "product", "place", "policy", "event", "group", "entity", "relation"})
    graph.set_prefix(std::string(kind), std::string(base) + std::string(kind) + "/");
  graph.set_prefix("org", std::string(kOrg));
  graph.set_prefix("id", std::string(kId));
  graph.set_prefix("lex", "https://w3id.org/triplewright/lexicon/en#");
  graph.set_prefix("c", std::string(text::kConcept));
  graph.set_prefix("wd", "http://www.wikidata.org/entity/");
  graph.set_prefix("void", "http://rdfs.org/ns/void#");
  graph.set_prefix("dcterms", std::string(kDcterms));
}

}  // namespace triplewright::merge
