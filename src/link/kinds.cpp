#include "link/kinds.h"

#include <algorithm>

namespace triplewright::link {

namespace {

constexpr std::array<std::string_view, kKinds> kLocalNames = {
    "Person", "Organization", "Collective", "Place", "Offering", "Policy", "Event", "Sector", "Post", ""};
constexpr std::array<std::string_view, kKinds> kPaths = {"person/", "organization/", "group/",  "place/", "product/",
                                                         "policy/", "event/",        "sector/", "post/",  "entity/"};
// Forms of address; posts ("president", "minister") come from the lexicon.
constexpr std::array<std::string_view, 18> kHonorifics = {"mr",  "mrs",  "ms",   "miss", "dr",  "prof",
                                                          "sir", "dame", "lord", "lady", "sen", "rep",
                                                          "gov", "gen",  "col",  "capt", "lt",  "sgt"};

std::string_view local_name(std::string_view iri) {
  const std::size_t at = iri.find_last_of("#/");
  return at == std::string_view::npos ? iri : iri.substr(at + 1);
}

}  // namespace

Kinds::Kinds(const Ontology& ontology) : ontology_(&ontology) {
  for (std::size_t i = 0; i < kKinds; ++i) general_[i] = find(kLocalNames[i]);
  if (general_[static_cast<std::size_t>(Kind::Offering)].empty())
    general_[static_cast<std::size_t>(Kind::Offering)] = find("Product");
  company_ = find("Company");
  country_ = find("Country");
  city_ = find("City");
  geopolitical_ = find("GeopoliticalEntity");
  party_ = find("PoliticalParty");
  agent_ = find("Agent");
}

std::string Kinds::find(std::string_view name) const {
  if (name.empty()) return {};
  const OntologyClass* aligned = nullptr;
  for (const OntologyClass& c : ontology_->classes()) {
    if (local_name(c.iri) == name) return c.iri;
    const auto same = [name](const std::string& iri) {
      return iri.find("schema.org/") != std::string::npos && local_name(iri) == name;
    };
    if (aligned == nullptr && std::any_of(c.external.begin(), c.external.end(), same)) aligned = &c;
  }
  return aligned == nullptr ? std::string() : aligned->iri;
}

Kind Kinds::kind_of(std::string_view class_iri) const {
  // Places that act are places first; platforms are offerings first.
  for (const Kind kind : {Kind::Person, Kind::Organization, Kind::Group, Kind::Place, Kind::Offering, Kind::Policy,
                          Kind::Event, Kind::Sector, Kind::Post}) {
    if (const std::string& wanted = general(kind); !wanted.empty() && ontology_->is_a(class_iri, wanted)) return kind;
  }
  return Kind::Other;
}

Kind Kinds::kind_of(const std::vector<std::string>& classes) const {
  for (const std::string& c : classes) {
    if (const Kind kind = kind_of(c); kind != Kind::Other) return kind;
  }
  return Kind::Other;
}

bool Kinds::any_is_a(const std::vector<std::string>& classes, const std::string& general) const {
  return !general.empty() &&
         std::any_of(classes.begin(), classes.end(), [&](const std::string& c) { return ontology_->is_a(c, general); });
}

std::vector<std::string> Kinds::most_specific(std::vector<std::string> classes) const {
  std::vector<std::string> out;
  for (const std::string& c : classes) {
    const bool general_of_other = std::any_of(classes.begin(), classes.end(),
                                              [&](const std::string& o) { return o != c && ontology_->is_a(o, c); });
    if (!general_of_other && std::find(out.begin(), out.end(), c) == out.end()) out.push_back(c);
  }
  return out;
}

std::string_view Kinds::path(Kind kind) {
  return kPaths[static_cast<std::size_t>(kind)];
}

std::vector<std::string> noun_classes(const Ontology& ontology, const std::vector<std::string>& lemmas) {
  std::vector<std::pair<double, std::string>> found;
  if (lemmas.empty()) return {};
  for (const LexicalEntry* entry : ontology.entries(lemmas.back(), PartOfSpeech::Noun)) {
    if (entry->lemmas != lemmas) continue;
    for (const Sense& sense : entry->senses) {
      if (sense.kind == Sense::Kind::Class) found.emplace_back(-sense.weight, sense.reference);
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> out;
  for (auto& [weight, iri] : found) {
    if (std::find(out.begin(), out.end(), iri) == out.end()) out.push_back(std::move(iri));
  }
  return out;
}

bool is_person_title(const Kinds& kinds, const std::string& word) {
  std::string plain = word;
  if (!plain.empty() && plain.back() == '.') plain.pop_back();
  if (std::find(kHonorifics.begin(), kHonorifics.end(), plain) != kHonorifics.end()) return true;
  const auto classes = noun_classes(kinds.ontology(), {plain});
  return std::any_of(classes.begin(), classes.end(), [&](const std::string& c) {
    const Kind kind = kinds.kind_of(c);
    return kind == Kind::Person || kind == Kind::Post;
  });
}

}  // namespace triplewright::link
