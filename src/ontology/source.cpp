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

std::vector<std::string> list_files(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code fault;
    if (fs::is_directory(path, fault)) {
      for (const auto& entry : fs::recursive_directory_iterator(path)) {
        if (entry.is_regular_file() && entry.path().extension() == ".ttl") files.push_back(entry.path().string());
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

Source::Source(const std::vector<std::string>& paths, const DiagnosticSink& sink) {
  for (const std::string& path : list_files(paths)) read_file(path, sink);
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

  std::unordered_map<std::string, std::uint32_t> subjects;  // within this file; `index` joins the files
  const std::string base = std::string(kBlank) + hashes_.back().substr(0, 16) + ":";
  std::size_t subject = resources_.size();
  faults_ += read(
      text, Syntax::Turtle, path, base,
      [&](const Quad& quad, std::size_t line) {
        const std::string& iri = quad.subject.value();
        if (subject >= resources_.size() || resources_[subject].iri != iri) {
          const auto [it, is_new] = subjects.try_emplace(iri, static_cast<std::uint32_t>(resources_.size()));
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
  std::stable_sort(resources_.begin(), resources_.end(),
                   [](const Resource& a, const Resource& b) { return a.iri < b.iri; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < resources_.size(); ++i) {
    if (kept > 0 && resources_[kept - 1].iri == resources_[i].iri) {
      auto& facts = resources_[kept - 1].facts;
      std::move(resources_[i].facts.begin(), resources_[i].facts.end(), std::back_inserter(facts));
    } else {
      if (kept != i) resources_[kept] = std::move(resources_[i]);
      ++kept;
    }
  }
  resources_.resize(kept);
  for (Resource& resource : resources_) {
    std::sort(resource.facts.begin(), resource.facts.end(), by_content);
    const auto same = [](const Fact& a, const Fact& b) { return a.predicate == b.predicate && a.object == b.object; };
    resource.facts.erase(std::unique(resource.facts.begin(), resource.facts.end(), same), resource.facts.end());
    size_ += resource.facts.size();
  }
  index_.reserve(resources_.size());
  for (std::uint32_t i = 0; i < resources_.size(); ++i) index_.emplace(resources_[i].iri, i);
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
