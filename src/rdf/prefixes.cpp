#include "rdf/prefixes.h"

#include <algorithm>
#include <array>

#include "text/vocabulary.h"
#include "triplewright/term.h"

namespace triplewright::rdf {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kWellKnown = {{{"dcterms", text::kDcterms},
                                                                                       {"nif", text::kNif},
                                                                                       {"org", text::kOrg},
                                                                                       {"owl", text::kOwl},
                                                                                       {"prov", text::kProv},
                                                                                       {"rdf", text::kRdf},
                                                                                       {"rdfs", text::kRdfs},
                                                                                       {"schema", text::kSchema},
                                                                                       {"skos", text::kSkos},
                                                                                       {"ttp", text::kTtp},
                                                                                       {"tw", text::kTw},
                                                                                       {"xsd", text::kXsd}}};

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
// Of what Turtle takes in a local name, the part on which all parsers agree.
constexpr std::array<bool, 256> make_local() {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."))
    table[static_cast<unsigned char>(c)] = true;
  return table;
}
constexpr auto kLocal = make_local();
bool is_local(char c) {
  return kLocal[static_cast<unsigned char>(c)];
}

bool is_prefix(std::string_view prefix) {
  if (prefix.empty()) return true;
  const char first = prefix.front();
  return is_alphanumeric(first) && !(first >= '0' && first <= '9') && prefix.back() != '.' &&
         std::all_of(prefix.begin(), prefix.end(), is_local);
}

bool is_local_name(std::string_view local) {
  return !local.empty() && (is_alphanumeric(local.front()) || local.front() == '_') && local.back() != '.';
}

}  // namespace

Prefixes::Prefixes(const List& given, const std::set<std::string, std::less<>>& unwanted) {
  for (const auto& [prefix, iri] : given) {
    const auto term = Term::iri(iri);
    if (is_prefix(prefix) && term && term->value() == iri) list_.emplace_back(prefix, iri);
  }
  for (const auto& [prefix, iri] : kWellKnown) {
    if (std::none_of(given.begin(), given.end(), [&prefix = prefix, &iri = iri](const auto& known) {
          return known.first == prefix || known.second == iri;
        }))
      list_.emplace_back(prefix, iri);
  }
  std::erase_if(list_, [&](const auto& known) { return unwanted.contains(known.first); });
  std::sort(list_.begin(), list_.end());
  for (std::uint32_t i = 0; i < list_.size(); ++i) {
    const std::string& iri = list_[i].second;
    auto& same_length = by_length_[iri.size() % by_length_.size()];
    if (std::any_of(same_length.begin(), same_length.end(),
                    [&](std::uint32_t known) { return list_[known].second == iri; }))
      continue;
    same_length.push_back(i);
    if (is_local(iri.back())) odd_.push_back(i);
  }
}

Prefixes::Name Prefixes::shorten(std::string_view iri) const {
  std::size_t at = iri.size();
  while (at > 0 && is_local(iri[at - 1])) --at;
  for (const std::uint32_t i : by_length_[at % by_length_.size()]) {
    if (list_[i].second != iri.substr(0, at)) continue;
    if (is_local_name(iri.substr(at))) return {i, iri.substr(at)};
    break;
  }
  for (const std::uint32_t i : odd_) {
    const std::string& space = list_[i].second;
    if (iri.starts_with(space) && space.size() >= at && is_local_name(iri.substr(space.size())))
      return {i, iri.substr(space.size())};
  }
  return {kNone, {}};
}

}  // namespace triplewright::rdf
