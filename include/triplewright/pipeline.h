// The whole: articles to graphs, in parallel, in order. Thread-safety: an Extractor is const and
// may be shared by threads.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "triplewright/article.h"
#include "triplewright/claim.h"
#include "triplewright/document.h"
#include "triplewright/entity_base.h"
#include "triplewright/graph.h"
#include "triplewright/models.h"
#include "triplewright/ontology.h"
#include "triplewright/reader.h"

namespace triplewright {

struct ExtractOptions {
  std::string base = "https://example.org/kg/";  ///< namespace of minted IRIs
  bool open_relations = false;
  bool infer = true;
  double min_confidence = 0.0;
};

/// What the extractor saw and left out, for `claims --why`.
struct Dropped {
  std::uint32_t sentence = 0;
  std::uint32_t predicate = 0;  ///< token
  std::string entry;            ///< IRI or empty
  std::string reason;           ///< "no entry", "domain", "range", "no subject", "no object" ...
  std::string detail;
};

/// Claims of one article, with its analysis.
struct Extraction {
  Document document;
  std::vector<Claim> claims;     ///< in text order, without duplicates
  std::vector<Dropped> dropped;  ///< filled only when asked for
};

/// Ontology, entities, models and options, loaded once; every function is pure.
class Extractor {
 public:
  /// Loads what ships with the program (or what the environment variable TRIPLEWRIGHT_DATA names).
  static Extractor load_default(const ExtractOptions& options = {}, const DiagnosticSink& sink = {});

  Extractor(std::shared_ptr<const Ontology> ontology, std::shared_ptr<const EntityBase> entities,
            std::shared_ptr<const Models> models, ExtractOptions options);

  [[nodiscard]] Document analyze(Article article) const;
  [[nodiscard]] Extraction extract(Article article, bool explain = false) const;
  /// The article's named graph, sorted.
  [[nodiscard]] Graph graph(const Extraction& extraction) const;

  /// Changes when the article's text or metadata, or what extracts from it, changes: written as tw:fingerprint.
  [[nodiscard]] std::string fingerprint(const Article& article) const;

  [[nodiscard]] const Ontology& ontology() const { return *ontology_; }
  [[nodiscard]] const EntityBase& entities() const { return *entities_; }
  [[nodiscard]] const Models& models() const { return *models_; }
  [[nodiscard]] const ExtractOptions& options() const { return options_; }

 private:
  std::shared_ptr<const Ontology> ontology_;
  std::shared_ptr<const EntityBase> entities_;
  std::shared_ptr<const Models> models_;
  ExtractOptions options_;
};

/// Figures of a run.
struct RunSummary {
  std::size_t read = 0, extracted = 0, failed = 0;
  std::size_t sentences = 0, tokens = 0, claims = 0;
};

/// Called in input order, on the calling thread.
using ExtractionSink = std::function<void(const Extraction&, const Graph&)>;
using ProgressSink = std::function<void(const RunSummary&)>;

/// Reads, extracts with `jobs` workers, and hands the results over in input order. A failing article
/// becomes a diagnostic. The same input gives the same sequence for any `jobs`.
RunSummary run(Reader& reader, const Extractor& extractor, unsigned jobs, const ExtractionSink& sink,
               const DiagnosticSink& diagnostics, const ProgressSink& progress = {});

/// Where ontology and models are: `TRIPLEWRIGHT_DATA`, else beside the installed program, else the source tree it was
/// built from.
[[nodiscard]] std::string data_directory();

}  // namespace triplewright
