// Names and extensions of syntaxes.
#include <algorithm>
#include <array>

#include "triplewright/rdf.h"

namespace triplewright {
namespace {

struct Name {
  std::string_view name;
  Syntax syntax;
  bool is_extension;
};
constexpr std::array<Name, 16> kNames = {{{"nt", Syntax::NTriples, true},
                                          {"ntriples", Syntax::NTriples, false},
                                          {"n-triples", Syntax::NTriples, false},
                                          {"nq", Syntax::NQuads, true},
                                          {"nquads", Syntax::NQuads, false},
                                          {"n-quads", Syntax::NQuads, false},
                                          {"ttl", Syntax::Turtle, true},
                                          {"turtle", Syntax::Turtle, false},
                                          {"trig", Syntax::TriG, true},
                                          {"rdf", Syntax::RdfXml, true},
                                          {"owl", Syntax::RdfXml, true},
                                          {"xml", Syntax::RdfXml, true},
                                          {"rdfxml", Syntax::RdfXml, false},
                                          {"rdf/xml", Syntax::RdfXml, false},
                                          {"jsonld", Syntax::JsonLd, true},
                                          {"json-ld", Syntax::JsonLd, false}}};

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

}  // namespace

std::optional<Syntax> syntax_from_name(std::string_view name) {
  const std::string lower = ascii_lower(name);
  for (const Name& known : kNames)
    if (known.name == lower) return known.syntax;
  return std::nullopt;
}

std::optional<Syntax> syntax_from_path(std::string_view path) {
  const auto dot = path.rfind('.');
  if (dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos) return std::nullopt;
  const std::string extension = ascii_lower(path.substr(dot + 1));
  for (const Name& known : kNames)
    if (known.is_extension && known.name == extension) return known.syntax;
  return std::nullopt;
}

}  // namespace triplewright
