// Shortening IRIs to prefixed names. Thread-safety: const after construction.
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace triplewright::rdf {

/// The prefixes of a graph together with those of well-known vocabularies that it does not name itself.
class Prefixes {
 public:
  using List = std::vector<std::pair<std::string, std::string>>;

  /// Prefixes that are not names in Turtle, or whose namespace is no IRI, are left out. Of two prefixes for one
  /// namespace the first in order is used. `unwanted` prefixes are not used at all.
  explicit Prefixes(const List& given, const std::set<std::string, std::less<>>& unwanted = {});

  /// A prefixed name: index of the prefix, and a local name that needs no escape in any syntax. index is
  /// kNone when the IRI has no such name. `local` is a view into `iri`.
  struct Name {
    std::uint32_t index;
    std::string_view local;
  };
  static constexpr std::uint32_t kNone = UINT32_MAX;
  [[nodiscard]] Name shorten(std::string_view iri) const;

  /// prefix -> namespace, sorted by prefix.
  [[nodiscard]] const List& list() const noexcept { return list_; }

 private:
  List list_;
  std::array<std::vector<std::uint32_t>, 64> by_length_;  // of the namespace, modulo 64
  std::vector<std::uint32_t> odd_;  // namespaces that end within a name ("http://example.org/id-")
};

}  // namespace triplewright::rdf
