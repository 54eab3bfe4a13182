#include "ontology/source.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "ontology/vocabulary.h"
#include "triplewright/article.h"
#include "triplewright/rdf.h"

namespace triplewright::ontology {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kBlank = "urn:triplewright:blank:";

bool is_in_scope(const fs::path& file, Source::Scope scope) {
  if (file.extension() != ".ttl") return false;
  if (scope == Source::Scope::All) return true;
  return file.filename() != "shapes.ttl" && file.parent_path().filename() != "entities";
}

std::vector<std::string> list_files(const std::vector<std::string>& paths, Source::Scope scope) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code fault;
    if (fs::is_directory(path, fault)) {
      for (const auto& entry : fs::recursive_directory_iterator(path)) {
        if (entry.is_regular_file() && is_in_scope(entry.path(), scope)) files.push_back(entry.path().string());
      }
    } else if (fs::exists(path, fault)) {
      files.push_back(path);
    } else {
      throw Error("no such file or directory", {path});
    }
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  if (files.empty()) throw Error("no Turtle file (.ttl) found", {paths.empty() ? "ontology" : paths.front()});
  return files;
}

bool by_content(const Fact& a, const Fact& b) {
  const int order = a.predicate.data() == b.predicate.data() ? 0 : a.predicate.compare(b.predicate);
  return order != 0 ? order < 0 : a.object < b.object;
}

}  // namespace

std::vector<const Fact*> Resource::all(std::string_view predicate) const {
  std::vector<const Fact*> found;
  for (const Fact& fact : facts) {
    if (fact.predicate == predicate) found.push_back(&fact);
  }
  return found;
}

const Fact* Resource::first(std::string_view predicate) const {
  const auto it = std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.predicate == predicate; });
  return it == facts.end() ? nullptr : &*it;
}

std::string_view Resource::value(std::string_view predicate) const {
  const Fact* fact = first(predicate);
  return fact == nullptr ? std::string_view() : std::string_view(fact->object.value());
}

bool Resource::is_a(std::string_view type) const {
  return std::any_of(facts.begin(), facts.end(),
                     [&](const Fact& f) { return f.object.value() == type && f.predicate == rdf::kType; });
}

Source::Source(const std::vector<std::string>& paths, Scope scope, const DiagnosticSink& sink) {
  for (const std::string& path : list_files(paths, scope)) read_file(path, sink);
  index();
}

void Source::read_file(const std::string& path, const DiagnosticSink& sink) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error("cannot be read", {path});
  std::stringstream text;
  text << in.rdbuf();
  const std::string turtle = text.str();
  hashes_.push_back(sha256_hex(turtle));
  read_prefixes(turtle);
  files_.push_back(path);
  const auto file = static_cast<std::uint32_t>(files_.size() - 1);

  const std::string base = std::string(kBlank) + hashes_.back().substr(0, 16) + ":";
  std::size_t subject = resources_.size();
  faults_ += read(
      text, Syntax::Turtle, path, base,
      [&](const Quad& quad, std::size_t line) {
        const std::string& iri = quad.subject.value();
        if (subject >= resources_.size() || resources_[subject].iri != iri) {
          const auto [it, is_new] = index_.try_emplace(iri, static_cast<std::uint32_t>(resources_.size()));
          if (is_new) resources_.push_back({iri, {}});
          subject = it->second;
        }
        resources_[subject].facts.push_back(
            {*predicates_.insert(quad.predicate.value()).first, quad.object, file, static_cast<std::uint32_t>(line)});
      },
      sink);
}

// The reader hands over statements only, and messages and documentation need the prefixes of the files.
void Source::read_prefixes(std::string_view turtle) {
  std::size_t at = 0;
  while (at < turtle.size()) {
    const std::size_t end = std::min(turtle.find('\n', at), turtle.size());
    std::string_view line = turtle.substr(at, end - at);
    at = end + 1;
    if (!line.starts_with("@prefix") && !line.starts_with("PREFIX")) continue;
    const std::size_t open = line.find('<');
    const std::size_t close = line.find('>', open == std::string_view::npos ? 0 : open);
    const std::size_t colon = line.find(':');
    if (open == std::string_view::npos || close == std::string_view::npos || colon > open) continue;
    const std::size_t name = line.find_first_not_of(" \t", 7);
    prefixes_.emplace_back(line.substr(name, colon - name), line.substr(open + 1, close - open - 1));
  }
}

void Source::index() {
  const auto named =
      std::stable_partition(resources_.begin(), resources_.end(), [](const Resource& r) { return !is_blank(r.iri); });
  std::sort(resources_.begin(), named, [](const Resource& a, const Resource& b) { return a.iri < b.iri; });
  for (std::uint32_t i = 0; i < resources_.size(); ++i) {
    Resource& resource = resources_[i];
    index_.find(resource.iri)->second = i;
    std::sort(resource.facts.begin(), resource.facts.end(), by_content);
    const auto same = [](const Fact& a, const Fact& b) { return a.predicate == b.predicate && a.object == b.object; };
    resource.facts.erase(std::unique(resource.facts.begin(), resource.facts.end(), same), resource.facts.end());
    size_ += resource.facts.size();
  }
  std::sort(prefixes_.begin(), prefixes_.end());
  prefixes_.erase(std::unique(prefixes_.begin(), prefixes_.end()), prefixes_.end());
  std::sort(hashes_.begin(), hashes_.end());
  std::string joined;
  for (const std::string& hash : hashes_) joined += hash;
  fingerprint_ = sha256_hex(joined);
}

const Resource* Source::find(std::string_view iri) const {
  const auto it = index_.find(iri);
  return it == index_.end() ? nullptr : &resources_[it->second];
}

Position Source::position(const Fact& fact) const {
  Position where;
  where.source = files_[fact.file];
  where.line = fact.line;
  return where;
}

bool Source::is_blank(std::string_view iri) {
  return iri.starts_with(kBlank);
}

std::string Source::shorten(std::string_view iri) const {
  std::string best(iri);
  for (const auto& [prefix, space] : prefixes_) {
    if (iri.size() > space.size() && iri.starts_with(space) &&
        prefix.size() + 1 + iri.size() - space.size() < best.size())
      best = prefix + ":" + std::string(iri.substr(space.size()));
  }
  return best;
}

}  // namespace triplewright::ontology
