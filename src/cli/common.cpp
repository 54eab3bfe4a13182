#include "cli/common.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <thread>

#include "triplewright/reader.h"

namespace triplewright::cli {

namespace {

constexpr std::size_t kMaxPrinted = 50;
constexpr unsigned kMostJobs = 1024;  // a slip of the keyboard beyond

const std::map<std::string, InputFormat>& formats() {
  static const std::map<std::string, InputFormat> names = {
      {"auto", InputFormat::Auto}, {"text", InputFormat::Text},       {"html", InputFormat::Html},
      {"xml", InputFormat::Xml},   {"json", InputFormat::Json},       {"jsonl", InputFormat::JsonLines},
      {"warc", InputFormat::Warc}, {"archive", InputFormat::Archive}, {"conllu", InputFormat::Conllu}};
  return names;
}

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// The sum, and "10 not-english, 2 no-text".
std::pair<std::size_t, std::string> add_up(const std::map<std::string, std::size_t>& counts) {
  std::pair<std::size_t, std::string> out;
  for (const auto& [code, count] : counts) {
    out.first += count;
    out.second += (out.second.empty() ? "" : ", ") + std::to_string(count) + " " + code;
  }
  return out;
}

}  // namespace

void Diagnostics::write_rejects_to(const std::string& path) {
  rejects_.open(path, std::ios::binary);
  if (!rejects_) throw Error("cannot write " + path);
}

void Diagnostics::take(const Diagnostic& d, Counts& counts) {
  if (d.severity == Severity::Error) ++errors_;
  if (d.severity != Severity::Note || &counts == &skipped_) ++counts[d.code];
  if (d.severity == Severity::Note) return;
  if (rejects_.is_open()) rejects_ << diagnostic_to_json(d) << '\n';
  if (printed_ >= kMaxPrinted) return;
  const std::string place = d.where.to_string();
  std::cerr << (place.empty() ? "" : place + ": ") << (d.severity == Severity::Error ? "error: " : "warning: ")
            << d.message << " [" << d.code << "]\n";
  if (++printed_ == kMaxPrinted) std::cerr << "(more of these are counted, not shown)\n";
}

void Diagnostics::summarize(std::size_t read, std::size_t unchanged) const {
  std::cerr << "read " << read << (read == 1 ? " article" : " articles");
  if (unchanged != 0) std::cerr << ", " << unchanged << " unchanged";
  if (const auto [total, reasons] = add_up(skipped_); total != 0)
    std::cerr << "; skipped " << total << " (" << reasons << ")";
  if (const auto [total, reasons] = add_up(failed_); total != 0)
    std::cerr << "; failed " << total << " (" << reasons << ")";
  std::cerr << '\n';
  summarize();
}

void Diagnostics::summarize() const {
  if (const auto [total, reasons] = add_up(other_); total != 0)
    std::cerr << total << (total == 1 ? " diagnostic: " : " diagnostics: ") << reasons << '\n';
}

void InputOptions::add_to(CLI::App& command) {
  command.add_option("INPUT", inputs, "Files, folders, globs, or - for standard input")->required();
  command.add_option("--input-format", format, "auto text html xml json jsonl warc archive conllu")
      ->capture_default_str();
  command.add_option("--map", map, "Fields of JSON records: text=.article.body,title=.t")
      ->delimiter(',')
      ->allow_extra_args(false);
  command.add_option("--language", read.language, "Take every article to be in this language (BCP 47)");
  command.add_option("--rejects", rejects, "Write what was skipped or failed to this JSON Lines file");
}

std::unique_ptr<Reader> InputOptions::open(Diagnostics& diagnostics) {
  const auto found = formats().find(format);
  if (found == formats().end()) throw Error("unknown --input-format " + format);
  read.format = found->second;
  for (const std::string& pair : map) {
    const auto equals = pair.find('=');
    if (equals == std::string::npos) throw Error("--map wants field=.path, not " + pair);
    read.field_map.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
  }
  if (!rejects.empty()) diagnostics.write_rejects_to(rejects);
  return open_reader(inputs, read, diagnostics.article_sink());
}

void EngineOptions::add_to(CLI::App& command) {
  command.add_option("--ontology", ontology, "Ontology and lexicon: Turtle files or folders [those that ship]")
      ->allow_extra_args(false);
  command.add_option("--entities", entities, "More known entities: Turtle, N-Triples, TSV, CSV or an index")
      ->allow_extra_args(false);
  command.add_option("--models", models, "Folder of the language models [those that ship]");
  command.add_option("--base", extract.base, "Namespace of minted IRIs")->capture_default_str();
  command.add_flag("--open", extract.open_relations, "Also relations whose verb the lexicon does not have");
  command.add_flag("!--no-infer", extract.infer, "No inverses and other derived statements");
  command.add_option("--min-confidence", extract.min_confidence, "Leave out statements below this confidence")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command.add_option("-j,--jobs", jobs, "Worker threads [one a core]")->check(CLI::Range(0U, kMostJobs));
}

Extractor EngineOptions::load(Diagnostics& diagnostics) const {
  const std::string data = data_directory();
  const std::vector<std::string> paths = ontology.empty() ? std::vector<std::string>{data + "/ontology"} : ontology;
  std::vector<std::string> bases = paths;  // an ontology folder brings its entities along
  bases.insert(bases.end(), entities.begin(), entities.end());
  const DiagnosticSink sink = diagnostics.sink();
  return {std::make_shared<const Ontology>(Ontology::load(paths, sink)),
          std::make_shared<const EntityBase>(EntityBase::load(bases, sink)),
          std::make_shared<const Models>(Models::load(models.empty() ? data + "/models" : models)), extract};
}

unsigned EngineOptions::workers() const {
  return jobs != 0 ? jobs : std::max(1u, std::thread::hardware_concurrency());
}

std::size_t for_each_article(Reader& reader, Diagnostics& diagnostics, const std::function<void(Article)>& use) {
  std::size_t read = 0;
  for (; auto article = reader.next(); ++read) {
    const Position source = article->source;
    try {
      use(std::move(*article));
    } catch (const std::exception& e) {
      diagnostics.article_sink()({Severity::Error, source, "extraction-failed", e.what()});
    }
  }
  return read;
}

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {
  if (path_.empty() || path_ == "-") return;
  temporary_ = path_ + ".partial-" + std::to_string(::getpid());
  file_.open(temporary_, std::ios::binary);
  if (!file_) throw Error("cannot write " + path_);
}

OutputFile::~OutputFile() {
  if (temporary_.empty()) return;
  file_.close();
  std::error_code ignored;
  std::filesystem::remove(temporary_, ignored);
}

std::ostream& OutputFile::stream() {
  return temporary_.empty() ? std::cout : file_;
}

void OutputFile::commit() {
  stream().flush();
  if (!stream()) throw Error("cannot write " + (path_.empty() ? "to standard output" : path_));
  if (temporary_.empty()) return;
  file_.close();
  std::error_code error;
  std::filesystem::rename(temporary_, path_, error);
  if (error) throw Error("cannot rename to " + path_ + ": " + error.message());
  temporary_.clear();
}

Progress::Progress() : start_(now()), last_(start_), terminal_(::isatty(STDERR_FILENO) != 0) {}

void Progress::operator()(const RunSummary& s) {
  if (!terminal_ || now() - last_ < 0.25) return;
  last_ = now();
  std::fprintf(stderr, "\r%zu articles, %zu claims, %.1f articles/s\033[K", s.extracted, s.claims,
               static_cast<double>(s.extracted) / (last_ - start_));
}

void Progress::finish() {
  if (terminal_) std::fprintf(stderr, "\r\033[K");
}

Syntax choose_syntax(const std::string& name, const std::string& path, Syntax fallback) {
  if (!name.empty()) {
    if (const auto syntax = syntax_from_name(name)) return *syntax;
    throw Error("unknown syntax " + name + ": use nt, nq, ttl, trig, rdf or jsonld");
  }
  if (path.empty() || path == "-") return fallback;
  if (const auto syntax = syntax_from_path(path)) return *syntax;
  throw Error("the name of " + path + " does not tell a syntax: use --format nt, nq, ttl, trig, rdf or jsonld");
}

WriteOptions write_options(const std::string& annotate) {
  if (!annotate.empty() && annotate != "rdf-star") throw Error("unknown --annotate " + annotate + ": use rdf-star");
  return {.rdf_star = !annotate.empty()};
}

std::string read_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error("cannot read " + path);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

void read_quads(const std::string& path, Diagnostics& diagnostics, const QuadSink& quads, const PrefixSink& prefixes) {
  const auto syntax = syntax_from_path(path);
  if (!syntax) {  // a table, or an error
    const Graph table = read_file(path, diagnostics.sink());
    for (const Quad& quad : table.quads()) quads(quad, 0);
    return;
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error("cannot open " + path);
  read(in, *syntax, path, {}, quads, diagnostics.sink(), prefixes);
}

Graph read_graphs(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
  Graph graph;
  for (const std::string& path : paths) graph.add_all(read_file(path, diagnostics.sink()));
  graph.sort();
  return graph;
}

}  // namespace triplewright::cli
