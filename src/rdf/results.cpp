// Answers of queries: an aligned table for people, and the four W3C formats (SPARQL 1.1 Query Results CSV and TSV,
// JSON, XML). A CONSTRUCT answer is RDF: Turtle, or with the other formats N-Triples, JSON-LD and RDF/XML.
#include <rapidjson/writer.h>

#include <algorithm>
#include <ostream>

#include "rdf/output.h"
#include "rdf/prefixes.h"
#include "rdf/turtle_family.h"
#include "text/utf8.h"
#include "triplewright/rdf.h"

namespace triplewright {
namespace {

using rdf::Output;

struct JsonStream {
  using Ch = char;
  Output& out;
  void Put(char c) { out << c; }
  void Flush() { out.drain(); }
};

std::string cell(const Term& term, const rdf::Prefixes& prefixes) {
  if (term.is_iri()) {
    const auto [index, local] = prefixes.shorten(term.value());
    if (index == rdf::Prefixes::kNone) return "<" + term.value() + ">";
    return prefixes.list()[index].first + ":" + std::string(local);
  }
  std::string out;
  for (const char c : term.value()) {
    if (c == '\n') {
      out += "\\n";
    } else {
      out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

void write_table(Output& out, const QueryResult& result, const rdf::Prefixes& prefixes) {
  // A long cell makes its own line longer, not every line.
  constexpr std::size_t kWidest = 60;
  std::vector<std::vector<std::string>> lines{result.variables};
  for (const auto& row : result.rows) {
    auto& line = lines.emplace_back();
    for (const Term& term : row) line.push_back(cell(term, prefixes));
  }
  std::vector<std::size_t> widths(result.variables.size(), 0);
  for (const auto& line : lines)
    for (std::size_t i = 0; i < line.size(); ++i)
      widths[i] = std::max(widths[i], std::min(kWidest, text::count_code_points(line[i])));
  const auto put = [&](const std::vector<std::string>& line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      out << line[i];
      if (i + 1 == line.size()) break;
      const std::size_t width = text::count_code_points(line[i]);
      out << std::string(width < widths[i] ? widths[i] - width + 2 : 2, ' ');
    }
    out << '\n';
    out.drain();
  };
  put(lines[0]);
  std::string rule;
  for (std::size_t i = 0; i < widths.size(); ++i) rule += (i == 0 ? "" : "  ") + std::string(widths[i], '-');
  out << rule << '\n';
  for (std::size_t i = 1; i < lines.size(); ++i) put(lines[i]);
}

void write_csv(Output& out, const QueryResult& result) {
  const auto put = [&](std::string_view value) {
    if (value.find_first_of(",\"\r\n") == std::string_view::npos) {
      out << value;
      return;
    }
    out << '"';
    for (const char c : value) {
      if (c == '"') out << '"';
      out << c;
    }
    out << '"';
  };
  for (std::size_t i = 0; i < result.variables.size(); ++i) {
    if (i > 0) out << ',';
    put(result.variables[i]);
  }
  out << "\r\n";
  for (const auto& row : result.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out << ',';
      put(row[i].value());
    }
    out << "\r\n";
    out.drain();
  }
}

void write_tsv(Output& out, const QueryResult& result) {
  for (std::size_t i = 0; i < result.variables.size(); ++i) out << (i == 0 ? "?" : "\t?") << result.variables[i];
  out << '\n';
  for (const auto& row : result.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out << '\t';
      if (!row[i].empty()) rdf::append_ntriples(out.buffer(), row[i]);
    }
    out << '\n';
    out.drain();
  }
}

void write_json(Output& out, const QueryResult& result) {
  JsonStream stream{out};
  rapidjson::Writer<JsonStream> json(stream);
  const auto text = [&](std::string_view value) {
    json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  json.StartObject();
  json.Key("head");
  json.StartObject();
  if (result.kind == QueryResult::Kind::Table) {
    json.Key("vars");
    json.StartArray();
    for (const auto& name : result.variables) text(name);
    json.EndArray();
  }
  json.EndObject();
  if (result.kind == QueryResult::Kind::Boolean) {
    json.Key("boolean");
    json.Bool(result.boolean);
  } else {
    json.Key("results");
    json.StartObject();
    json.Key("bindings");
    json.StartArray();
    for (const auto& row : result.rows) {
      json.StartObject();
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i].empty()) continue;
        text(result.variables[i]);
        json.StartObject();
        json.Key("type");
        json.String(row[i].is_iri() ? "uri" : "literal");
        json.Key("value");
        text(row[i].value());
        if (!row[i].language().empty()) {
          json.Key("xml:lang");
          text(row[i].language());
        }
        if (!row[i].datatype().empty()) {
          json.Key("datatype");
          text(row[i].datatype());
        }
        json.EndObject();
      }
      json.EndObject();
      out.drain();
    }
    json.EndArray();
    json.EndObject();
  }
  json.EndObject();
  out << '\n';
}

void append_xml(Output& out, std::string_view value) {
  for (const char c : value) {
    switch (c) {
      case '&':
        out << "&amp;";
        break;
      case '<':
        out << "&lt;";
        break;
      case '>':
        out << "&gt;";
        break;
      case '"':
        out << "&quot;";
        break;
      case '\r':
        out << "&#xD;";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n')
          throw Error("XML has no way to write the control characters of the answer; ask for another format");
        out << c;
    }
  }
}

void write_xml(Output& out, const QueryResult& result) {
  out << "<?xml version=\"1.0\"?>\n<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n<head>";
  for (const auto& name : result.variables) out << "<variable name=\"" << name << "\"/>";
  out << "</head>\n";
  if (result.kind == QueryResult::Kind::Boolean) {
    out << "<boolean>" << (result.boolean ? "true" : "false") << "</boolean>\n</sparql>\n";
    return;
  }
  out << "<results>\n";
  for (const auto& row : result.rows) {
    out << "<result>";
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].empty()) continue;
      out << "<binding name=\"" << result.variables[i] << "\">";
      if (row[i].is_iri()) {
        out << "<uri>";
        append_xml(out, row[i].value());
        out << "</uri>";
      } else {
        out << "<literal";
        if (!row[i].language().empty()) out << " xml:lang=\"" << row[i].language() << '"';
        if (!row[i].datatype().empty()) {
          out << " datatype=\"";
          append_xml(out, row[i].datatype());
          out << '"';
        }
        out << '>';
        append_xml(out, row[i].value());
        out << "</literal>";
      }
      out << "</binding>";
    }
    out << "</result>\n";
    out.drain();
  }
  out << "</results>\n</sparql>\n";
}

Syntax graph_syntax(ResultFormat format) {
  switch (format) {
    case ResultFormat::Table:
      return Syntax::Turtle;
    case ResultFormat::Csv:
    case ResultFormat::Tsv:
      return Syntax::NTriples;
    case ResultFormat::Json:
      return Syntax::JsonLd;
    case ResultFormat::Xml:
      return Syntax::RdfXml;
  }
  return Syntax::Turtle;
}

}  // namespace

void write(std::ostream& stream, const QueryResult& result, ResultFormat format,
           const std::vector<std::pair<std::string, std::string>>& prefixes) {
  if (result.kind == QueryResult::Kind::Graph) {
    Graph graph = result.graph;
    for (const auto& [prefix, iri] : prefixes) graph.set_prefix(prefix, iri);
    write(stream, graph, graph_syntax(format));
    return;
  }
  Output out(stream);
  const bool is_text = format == ResultFormat::Table || format == ResultFormat::Csv || format == ResultFormat::Tsv;
  if (result.kind == QueryResult::Kind::Boolean && is_text) {
    out << (result.boolean ? "true" : "false") << '\n';
  } else if (format == ResultFormat::Table) {
    write_table(out, result, rdf::Prefixes(prefixes));
  } else if (format == ResultFormat::Csv) {
    write_csv(out, result);
  } else if (format == ResultFormat::Tsv) {
    write_tsv(out, result);
  } else if (format == ResultFormat::Json) {
    write_json(out, result);
  } else {
    write_xml(out, result);
  }
  out.flush();
}

}  // namespace triplewright
