// Ontology files for tests: Turtle text in a folder of its own, removed at the end.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "triplewright/ontology.h"

namespace triplewright {

inline constexpr const char* kPrefixes = R"(
@prefix ex: <http://example.org/o#> .
@prefix lex: <http://example.org/lex#> .
@prefix c: <http://example.org/c#> .
@prefix id: <http://example.org/id#> .
@prefix tw: <https://w3id.org/triplewright/ns#> .
@prefix arg: <https://w3id.org/triplewright/ns/arg#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <http://schema.org/> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix synsem: <http://www.w3.org/ns/lemon/synsem#> .
@prefix lexinfo: <http://www.lexinfo.net/ontology/3.0/lexinfo#> .
)";

class OntologyFiles {
 public:
  OntologyFiles() {
    static int count = 0;
    folder_ = std::filesystem::temp_directory_path() /
              ("triplewright-ontology-" + std::to_string(getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(folder_);
  }
  ~OntologyFiles() { std::filesystem::remove_all(folder_); }
  OntologyFiles(const OntologyFiles&) = delete;
  OntologyFiles& operator=(const OntologyFiles&) = delete;

  /// Writes a file: the prefixes above, then `turtle`. The first line of `turtle` is line `kFirstLine`.
  void add(const std::string& name, const std::string& turtle) const {
    std::ofstream(folder_ / name) << kPrefixes << turtle;
  }
  [[nodiscard]] std::string path(const std::string& name = {}) const { return (folder_ / name).string(); }
  [[nodiscard]] Ontology load() const { return Ontology::load({path()}, nullptr); }
  [[nodiscard]] std::vector<Diagnostic> check() const {
    std::vector<Diagnostic> faults;
    check_ontology({path()}, [&](const Diagnostic& d) { faults.push_back(d); });
    return faults;
  }

  static constexpr std::size_t kFirstLine = 16;

 private:
  std::filesystem::path folder_;
};

}  // namespace triplewright
