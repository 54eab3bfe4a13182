// The RDF statements of a set of ontology files, by subject, each with the place it was read from.
// Thread-safety: const after reading.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "triplewright/error.h"
#include "triplewright/term.h"

namespace triplewright::ontology {

struct Fact {
  std::string_view predicate;  ///< IRI, owned by the source
  Term object;
  std::uint32_t file = 0;
  std::uint32_t line = 0;
};

/// What is said of one subject, sorted by predicate and object, without duplicates.
struct Resource {
  std::string iri;
  std::vector<Fact> facts;

  [[nodiscard]] std::vector<const Fact*> all(std::string_view predicate) const;
  /// The first object of `predicate`, or null.
  [[nodiscard]] const Fact* first(std::string_view predicate) const;
  /// Value of the first object of `predicate`, or empty.
  [[nodiscard]] std::string_view value(std::string_view predicate) const;
  [[nodiscard]] bool is_a(std::string_view type) const;
};

class Source {
 public:
  /// Which files of a directory are read: all, or those that `Ontology` is made from, which are all but the folder
  /// `entities` and the file `shapes.ttl`.
  enum class Scope : std::uint8_t { All, Ontology };

  /// Reads files and, of directories and the folders in them, the .ttl files in scope. A fault of syntax goes to
  /// `sink`; `faults` counts them. Throws Error when a path cannot be read or no file is found.
  Source(const std::vector<std::string>& paths, Scope scope, const DiagnosticSink& sink);

  /// Every subject: those with an IRI sorted by it, then blank nodes, which have IRIs that no other file shares.
  [[nodiscard]] const std::vector<Resource>& resources() const noexcept { return resources_; }
  [[nodiscard]] const Resource* find(std::string_view iri) const;
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& prefixes() const noexcept { return prefixes_; }
  [[nodiscard]] Position position(const Fact& fact) const;
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] std::size_t faults() const noexcept { return faults_; }
  /// SHA-256 over the contents of all files, whatever their names and order.
  [[nodiscard]] const std::string& fingerprint() const noexcept { return fingerprint_; }
  /// True for the node of a blank node.
  [[nodiscard]] static bool is_blank(std::string_view iri);
  /// "prefix:local" where a declared prefix fits, else the IRI. For messages.
  [[nodiscard]] std::string shorten(std::string_view iri) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const noexcept { return std::hash<std::string_view>{}(s); }
  };

  void read_file(const std::string& path, const DiagnosticSink& sink);
  void read_prefixes(std::string_view turtle);
  void index();

  std::vector<std::string> files_;
  std::unordered_set<std::string> predicates_;  // few, and their addresses stay
  std::vector<Resource> resources_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> index_;
  std::vector<std::pair<std::string, std::string>> prefixes_;
  std::vector<std::string> hashes_;
  std::string fingerprint_;
  std::size_t size_ = 0;
  std::size_t faults_ = 0;
};

}  // namespace triplewright::ontology
