// The known entities: labels and aliases to records with types and identifiers.
// Thread-safety: const after load; any number of threads may read it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "triplewright/error.h"

namespace triplewright {

/// One known entity, as read from the entity base.
struct EntityRecord {
  std::string iri;  ///< as in the file ("id:huawei" expanded)
  std::string label;
  std::vector<std::string> aliases;                              ///< other names, acronyms, tickers
  std::vector<std::string> demonyms;                             ///< for places: "Chinese"
  std::vector<std::string> classes;                              ///< ontology class IRIs, most specific first
  std::vector<std::string> categories;                           ///< concept IRIs
  std::vector<std::string> same_as;                              ///< owl:sameAs
  std::vector<std::pair<std::string, std::string>> identifiers;  ///< property IRI -> literal (schema:tickerSymbol ...)
  std::vector<std::pair<std::string, std::string>>
      facts;  ///< property IRI -> entity IRI (maker, country, government) for coherence
};

/// A record that a label may mean.
struct EntityCandidate {
  std::uint32_t record = 0;  ///< index for EntityBase::record
  double prior = 0;          ///< 1 preferred label, less for aliases, least for ambiguous ones
  bool is_demonym = false;
  bool is_acronym = false;
};

/// Labels to records. Lookup is by normalized label: Unicode case folding, punctuation and
/// possessive marks dropped, legal forms ("Inc.", "Co., Ltd.") optional.
class EntityBase {
 public:
  /// Reads Turtle, N-Triples, TSV/CSV with a header (id, label, aliases, type, sameAs, demonyms, category, and
  /// identifiers; values separated by "|"; `FILE#id=LEI;label=LegalName;type:=Company` maps other columns) or a
  /// compiled index
  /// (`triplewright index`); of a folder, its files named `entities*` and those of its folder
  /// `entities`, or all of them. Faults go to `sink`; throws Error when a file cannot be read at all.
  static EntityBase load(const std::vector<std::string>& files, const DiagnosticSink& sink);

  EntityBase();
  ~EntityBase();
  EntityBase(EntityBase&&) noexcept;
  EntityBase& operator=(EntityBase&&) noexcept;

  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] const EntityRecord& record(std::uint32_t index) const;
  /// Record with this IRI, or -1.
  [[nodiscard]] std::int64_t find(std::string_view iri) const;
  /// Candidates for a surface form, best prior first. Microseconds; allocates only the result.
  [[nodiscard]] std::vector<EntityCandidate> candidates(std::string_view surface) const;
  /// True when some label starts with these normalized words (for longest-match scanning).
  [[nodiscard]] bool is_prefix(std::string_view normalized) const;
  /// The normal form used as key.
  [[nodiscard]] static std::string normalize(std::string_view surface);
  /// SHA-256 over all files read.
  [[nodiscard]] const std::string& fingerprint() const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

/// Writes all records as a compiled index (conventionally `.twx`), which `load` maps into memory.
/// Throws Error when the file cannot be written.
void write_index(const EntityBase& base, const std::string& path);

}  // namespace triplewright
