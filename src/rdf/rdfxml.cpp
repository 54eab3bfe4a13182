#include "rdf/rdfxml.h"

#include <algorithm>
#include <array>
#include <exception>
#include <ostream>

#include "rdf/datatypes.h"
#include "rdf/prefixes.h"
#include "rdf/redland.h"
#include "rdf/turtle_family.h"

namespace triplewright::rdf {
namespace {

// Names in the rdf namespace that mean something else as a property element.
constexpr std::array<std::string_view, 12> kReserved = {"RDF",      "Description", "ID",        "about",
                                                        "bagID",    "parseType",   "resource",  "nodeID",
                                                        "datatype", "li",          "aboutEach", "aboutEachPrefix"};

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

bool has_xml_name(std::string_view iri) {
  if (iri.starts_with(kRdf) &&
      std::find(kReserved.begin(), kReserved.end(), iri.substr(kRdf.size())) != kReserved.end())
    return false;
  for (std::size_t at = 1; at < iri.size(); ++at) {
    const std::string name(iri.substr(at));
    if (raptor_xml_name_check(bytes(name), name.size(), 10) != 0) return true;
  }
  return false;
}

bool is_forbidden(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

void check_literal(const Term& term) {
  if (std::any_of(term.value().begin(), term.value().end(), is_forbidden))
    throw Error("XML has no way to write the control characters of the literal \"" + term.value().substr(0, 60) +
                "\"; write another syntax");
  if (term.datatype().starts_with(kRdf) && term.datatype().ends_with("#XMLLiteral"))
    throw Error("literals of type rdf:XMLLiteral are not written as RDF/XML; write another syntax");
}

// raptor calls these to write; exceptions stay within.
int write_bytes(void* context, const void* data, std::size_t size, std::size_t count) {
  auto& out = *static_cast<std::ostream*>(context);
  try {
    out.write(static_cast<const char*>(data), static_cast<std::streamsize>(size * count));
  } catch (...) {
    out.setstate(std::ios::failbit);
  }
  return out ? 0 : 1;
}
int write_byte(void* context, int byte) {
  const char c = static_cast<char>(byte);
  return write_bytes(context, &c, 1, 1);
}

class Statement {
 public:
  explicit Statement(raptor_world* world) : world_(world), statement_(raptor_new_statement(world)) {
    if (!statement_) throw Error("out of memory");
  }
  const raptor_statement* set(const Quad& quad) {
    raptor_statement_clear(statement_.get());
    statement_->subject = iri(quad.subject.value());
    statement_->predicate = iri(quad.predicate.value());
    statement_->object = quad.object.is_iri() ? iri(quad.object.value()) : literal(quad.object);
    return statement_.get();
  }

 private:
  raptor_term* iri(std::string_view text) {
    raptor_term* term = raptor_new_term_from_counted_uri_string(world_, bytes(text), text.size());
    if (term == nullptr) throw Error("raptor refuses the IRI <" + std::string(text) + ">");
    return term;
  }
  raptor_term* literal(const Term& value) {
    Raptor<raptor_uri> datatype;
    if (!value.datatype().empty())
      datatype.reset(raptor_new_uri_from_counted_string(world_, bytes(value.datatype()), value.datatype().size()));
    const std::string language(value.language());
    raptor_term* term = raptor_new_term_from_counted_literal(
        world_, bytes(value.value()), value.value().size(), datatype.get(),
        language.empty() ? nullptr : bytes(language), static_cast<unsigned char>(language.size()));
    if (term == nullptr) throw Error("raptor refuses the literal \"" + value.value().substr(0, 60) + "\"");
    return term;
  }
  raptor_world* world_;
  Raptor<raptor_statement> statement_;
};

}  // namespace

void write_rdfxml(std::ostream& out, const Graph& graph) {
  std::string complaint;
  RaptorSession session([&](raptor_log_level level, std::size_t, const char* message) {
    if (level > RAPTOR_LOG_LEVEL_WARN && complaint.empty()) complaint = message;
  });
  const auto triples = distinct_triples(graph);
  std::string_view last;
  for (const Quad* quad : triples) {
    if (quad->predicate.value() != last && !has_xml_name(quad->predicate.value()))
      throw Error("RDF/XML cannot write the predicate <" + quad->predicate.value() +
                  ">, which ends in no XML name; write another syntax");
    last = quad->predicate.value();
    if (quad->object.is_literal()) check_literal(quad->object);
  }
  raptor_iostream_handler handler{};
  handler.version = 2;
  handler.write_byte = write_byte;
  handler.write_bytes = write_bytes;
  const Raptor<raptor_iostream> stream(raptor_new_iostream_from_handler(session.world(), &out, &handler));
  const Raptor<raptor_serializer> serializer(raptor_new_serializer(session.world(), "rdfxml"));
  if (!stream || !serializer) throw Error("raptor has no RDF/XML serializer");
  raptor_serializer_set_option(serializer.get(), RAPTOR_OPTION_RELATIVE_URIS, nullptr, 0);
  raptor_serializer_set_option(serializer.get(), RAPTOR_OPTION_WRITE_BASE_URI, nullptr, 0);
  const Prefixes prefixes(graph.prefixes());
  for (const auto& [prefix, iri] : prefixes.list()) {
    const auto uri = session.uri(iri);
    // Two prefixes that differ in nothing XML can tell, or one that starts with "xml", are not needed: raptor mints its
    // own.
    if (!prefix.empty() && prefix != "rdf" && !prefix.starts_with("xml"))
      raptor_serializer_set_namespace(serializer.get(), uri.get(), bytes(prefix));
  }
  Statement statement(session.world());
  int failed = raptor_serializer_start_to_iostream(serializer.get(), nullptr, stream.get());
  for (const Quad* quad : triples) {
    if (failed != 0) break;
    failed =
        raptor_serializer_serialize_statement(serializer.get(), const_cast<raptor_statement*>(statement.set(*quad)));
  }
  if (failed == 0) failed = raptor_serializer_serialize_end(serializer.get());
  out.flush();
  if (!out) throw Error("the output could not be written");
  if (failed != 0 || !complaint.empty())
    throw Error("RDF/XML: " + (complaint.empty() ? "raptor cannot write it" : complaint));
}

}  // namespace triplewright::rdf
