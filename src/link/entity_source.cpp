#include "link/entity_source.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "text/normalize.h"
#include "text/table.h"
#include "text/vocabulary.h"
#include "triplewright/rdf.h"

namespace triplewright::link {

namespace {

using text::kId, text::kSchema, text::kSkos, text::kTtp, text::kTw;
constexpr std::string_view kRdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
constexpr std::string_view kRdfsLabel = "http://www.w3.org/2000/01/rdf-schema#label";
constexpr std::string_view kSubClassOf = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
constexpr std::string_view kSameAs = "http://www.w3.org/2002/07/owl#sameAs";
constexpr std::string_view kWikidata = "http://www.wikidata.org/entity/";
constexpr std::string_view kInstanceOf = "http://www.wikidata.org/prop/direct/P31";

// Where a statement about an entity says something for people, not of the entity.
constexpr std::array<std::string_view, 6> kNotes = {"http://www.w3.org/2000/01/rdf-schema#comment",
                                                    "http://www.w3.org/2000/01/rdf-schema#seeAlso",
                                                    "http://purl.org/dc/terms/",
                                                    "http://www.w3.org/ns/prov#",
                                                    "http://schema.org/description",
                                                    "http://www.w3.org/2004/02/skos/core#note"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kPrefixes = {
    {{"schema", kSchema},
     {"skos", kSkos},
     {"tw", kTw},
     {"ttp", kTtp},
     {"id", kId},
     {"wd", kWikidata},
     {"wdt", "http://www.wikidata.org/prop/direct/"},
     {"org", text::kOrg}}};

void add_once(std::vector<std::string>& list, std::string value) {
  if (!value.empty() && std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
}

bool is_note(std::string_view property) {
  return std::any_of(kNotes.begin(), kNotes.end(),
                     [property](std::string_view note) { return property.starts_with(note); });
}

// "prefix:name" and full IRIs as they are; a bare name within `ns`.
std::string expand(std::string_view name, std::string_view ns) {
  if (name.empty() || name.find("://") != std::string_view::npos || name.starts_with("urn:")) return std::string(name);
  for (const auto& [prefix, iri] : kPrefixes) {
    if (name.size() > prefix.size() && name.starts_with(prefix) && name[prefix.size()] == ':')
      return std::string(iri) + std::string(name.substr(prefix.size() + 1));
  }
  return std::string(ns) + std::string(name);
}

std::vector<std::string> split_values(std::string_view cell, std::string_view separators) {
  std::vector<std::string> out;
  while (true) {
    const std::size_t bar = cell.find_first_of(separators);
    if (const std::string_view value = text::trim(cell.substr(0, bar)); !value.empty()) out.emplace_back(value);
    if (bar == std::string_view::npos) return out;
    cell.remove_prefix(bar + 1);
  }
}

// What the cells of a table become: our columns with the index of theirs, and columns of one value.
struct Columns {
  std::vector<std::pair<std::string, std::size_t>> cells;
  std::vector<std::pair<std::string, std::string>> constants;
};

Columns columns_of(const std::vector<std::string>& header, std::string_view mapping, const std::string& path) {
  Columns out;
  if (mapping.empty()) {
    for (std::size_t i = 0; i < header.size(); ++i) out.cells.emplace_back(header[i], i);
  }
  while (!mapping.empty()) {
    const std::size_t end = std::min(mapping.find(';'), mapping.size());
    const std::string_view pair = mapping.substr(0, end);
    mapping.remove_prefix(std::min(end + 1, mapping.size()));
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos || equals == 0)
      throw Error("a column mapping is written column=their column: " + std::string(pair), Position{path});
    const bool constant = pair[equals - 1] == ':';
    std::string column(pair.substr(0, constant ? equals - 1 : equals));
    const std::string value(pair.substr(equals + 1));
    if (constant) {
      out.constants.emplace_back(std::move(column), value);
      continue;
    }
    const auto at = std::find(header.begin(), header.end(), value);
    if (at == header.end()) throw Error("the table has no column " + value, Position{path, 1, 1});
    out.cells.emplace_back(std::move(column), static_cast<std::size_t>(at - header.begin()));
  }
  const auto has = [&out](std::string_view name) {
    return std::any_of(out.cells.begin(), out.cells.end(), [name](const auto& c) { return c.first == name; });
  };
  if (!has("id") || !has("label")) throw Error("an entity table needs the columns id and label", Position{path, 1, 1});
  return out;
}

// Adds the values of a cell to a record.
void put(EntityRecord& r, const std::string& column, std::string_view cell) {
  if (column == "id") return;
  // Public lists separate other names with semicolons.
  for (std::string& value : split_values(cell, column == "aliases" ? "|;" : "|")) {
    if (column == "label" && r.label.empty())
      r.label = std::move(value);
    else if (column == "label" || column == "aliases") {
      if (value != r.label) add_once(r.aliases, std::move(value));
    } else if (column == "demonyms")
      add_once(r.demonyms, std::move(value));
    else if (column == "type")
      add_once(r.classes, expand(value, kTtp));
    else if (column == "sameAs")
      add_once(r.same_as, expand(value, kWikidata));
    else if (column == "category")
      add_once(r.categories, expand(value, text::kConcept));
    else if (value.find("://") != std::string::npos)
      r.facts.emplace_back(expand(column, kTtp), std::move(value));
    else
      r.identifiers.emplace_back(expand(column, kSchema), std::move(value));
  }
}

std::ifstream open(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error("cannot open the entity file", Position{path});
  return in;
}

}  // namespace

EntityRecord& EntityCollector::record(const std::string& iri) {
  const auto [it, inserted] = index_.try_emplace(iri, records_.size());
  if (inserted) records_.emplace_back().iri = iri;
  return records_[it->second];
}

void EntityCollector::read_rdf(const std::string& path, const DiagnosticSink& sink) {
  std::ifstream in = open(path);
  const Syntax syntax = syntax_from_path(path).value_or(Syntax::Turtle);
  // rdfs:label yields to skos:prefLabel, other languages to English.
  std::unordered_map<std::string, int> rank;
  const auto label = [&](EntityRecord& r, const Term& object, int property_rank) {
    const std::string_view language = object.language();
    const int value = property_rank + (language.empty() || language == "en" ? 10 : language.starts_with("en") ? 5 : 0);
    int& best = rank[r.iri];
    if (r.label.empty() || value > best) {
      if (!r.label.empty()) add_once(r.aliases, std::move(r.label));
      r.label = object.value();
      best = value;
    } else if (object.value() != r.label) {
      add_once(r.aliases, object.value());
    }
  };
  const auto take_quad = [&](const Quad& quad, std::size_t) {
    const std::string_view p = quad.predicate.value();
    const Term& o = quad.object;
    if (p == kSubClassOf || p == std::string(kSkos) + "broadMatch") {
      if (o.is_iri()) class_map_[quad.subject.value()].push_back(o.value());
      return;
    }
    if (is_note(p)) return;
    EntityRecord& r = record(quad.subject.value());
    if (o.is_literal()) {
      if (p == std::string(kSkos) + "prefLabel")
        label(r, o, 2);
      else if (p == kRdfsLabel || p == "http://schema.org/name" || p == "https://schema.org/name")
        label(r, o, 1);
      else if (p == std::string(kSkos) + "altLabel" || p == std::string(kSkos) + "hiddenLabel")
        add_once(r.aliases, o.value());
      else if (p == std::string(kTw) + "demonym")
        add_once(r.demonyms, o.value());
      else
        r.identifiers.emplace_back(p, o.value());
    } else if (p == kRdfType || p == kInstanceOf) {
      add_once(r.classes, o.value());
    } else if (p == kSameAs) {
      add_once(r.same_as, o.value());
    } else if (p == std::string(kTw) + "category") {
      add_once(r.categories, o.value());
    } else {
      r.facts.emplace_back(p, o.value());
    }
  };
  read(in, syntax, path, kId, take_quad, sink);
}

void EntityCollector::read_table(const std::string& path, std::string_view mapping, const DiagnosticSink& sink) {
  std::ifstream in = open(path);
  const char separator = path.ends_with(".csv") ? ',' : '\t';
  std::vector<std::string> header, cells;
  std::size_t line = 0;
  if (!text::next_header(in, separator, header, line)) throw Error("the entity table is empty", Position{path});
  const Columns columns = columns_of(header, mapping, path);
  const auto id =
      std::find_if(columns.cells.begin(), columns.cells.end(), [](const auto& c) { return c.first == "id"; });

  while (text::next_row(in, separator, cells, line)) {
    if (cells.size() == 1 && text::trim(cells[0]).empty()) continue;
    if (cells.size() > header.size() || id->second >= cells.size() || text::trim(cells[id->second]).empty()) {
      if (sink)
        sink({Severity::Warning, Position{path, line}, "bad-row",
              "a row without id or with more cells than the header; left out"});
      continue;
    }
    EntityRecord& r = record(expand(text::trim(cells[id->second]), kId));
    for (const auto& [column, cell] : columns.cells) {
      if (cell < cells.size()) put(r, column, cells[cell]);
    }
    for (const auto& [column, value] : columns.constants) put(r, column, value);
  }
}

std::vector<EntityRecord> EntityCollector::take() {
  std::vector<EntityRecord> out;
  out.reserve(records_.size());
  for (EntityRecord& r : records_) {
    if (r.label.empty()) continue;
    std::vector<std::string> classes;
    for (const std::string& c : r.classes) {
      const auto it = class_map_.find(c);
      if (it == class_map_.end())
        add_once(classes, c);
      else
        for (const std::string& target : it->second) add_once(classes, target);
    }
    r.classes = std::move(classes);
    out.push_back(std::move(r));
  }
  records_.clear();
  index_.clear();
  return out;
}

}  // namespace triplewright::link
