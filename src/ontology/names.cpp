#include "ontology/names.h"

#include <algorithm>

namespace triplewright::ontology {

namespace {

bool is_plain(std::string_view local) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  return !local.empty() && local.front() != '-' && local.find_first_not_of(kPlain) == std::string_view::npos;
}

}  // namespace

std::string_view local_name(std::string_view iri) {
  const std::size_t end = iri.find_last_of("#/");
  return end == std::string_view::npos ? iri : iri.substr(end + 1);
}

std::string short_name(const Ontology& ontology, std::string_view iri) {
  const std::string_view local = local_name(iri);
  const std::string_view space = iri.substr(0, iri.size() - local.size());
  for (const auto& [prefix, name_space] : ontology.prefixes()) {
    if (name_space == space && is_plain(local)) return prefix + ":" + std::string(local);
  }
  return "<" + std::string(iri) + ">";
}

}  // namespace triplewright::ontology
