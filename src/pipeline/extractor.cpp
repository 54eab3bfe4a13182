// The stages put together: the only place that knows their order.
#include <algorithm>
#include <utility>

#include "extract/extract.h"
#include "link/link.h"
#include "merge/article_graph.h"
#include "nlp/annotate.h"
#include "nlp/coref.h"
#include "nlp/values/values.h"
#include "triplewright/pipeline.h"

namespace triplewright {

Extractor::Extractor(std::shared_ptr<const Ontology> ontology, std::shared_ptr<const EntityBase> entities,
                     std::shared_ptr<const Models> models, ExtractOptions options)
    : ontology_(std::move(ontology)),
      entities_(std::move(entities)),
      models_(std::move(models)),
      options_(std::move(options)) {}

Extractor Extractor::load_default(const ExtractOptions& options, const DiagnosticSink& sink) {
  const DiagnosticSink quiet = [](const Diagnostic&) {};
  const DiagnosticSink& to = sink ? sink : quiet;
  const std::string data = data_directory();
  auto ontology = std::make_shared<const Ontology>(Ontology::load({data + "/ontology"}, to));
  auto entities = std::make_shared<const EntityBase>(EntityBase::load({data + "/ontology"}, to));
  auto models = std::make_shared<const Models>(Models::load(data + "/models"));
  return {std::move(ontology), std::move(entities), std::move(models), options};
}

Document Extractor::analyze(Article article) const {
  thread_local nlp::Scratch scratch;
  Document document = nlp::annotate(std::move(article), *models_, entities_.get(), scratch);
  nlp::find_values(document);
  return nlp::resolve_coreference(link::link(std::move(document), *ontology_, *entities_, options_.base), *ontology_);
}

Extraction Extractor::extract(Article article, bool explain) const {
  Extraction out;
  out.document = analyze(std::move(article));
  out.claims =
      extract::extract_claims(out.document, *ontology_, *entities_, options_, explain ? &out.dropped : nullptr);
  std::erase_if(out.claims, [&](const Claim& c) { return c.evidence.confidence < options_.min_confidence; });
  return out;
}

Graph Extractor::graph(const Extraction& extraction) const {
  return merge::article_graph(extraction, *ontology_, *entities_, options_.base,
                              fingerprint(extraction.document.article), options_.infer);
}

std::string Extractor::fingerprint(const Article& article) const {
  std::string engine = ontology_->fingerprint() + '\x1f' + entities_->fingerprint() + '\x1f' + models_->fingerprint();
  engine +=
      '\x1f' + options_.base + (options_.open_relations ? "\x1fopen" : "") + (options_.infer ? "" : "\x1fno-infer");
  engine += '\x1f' + std::to_string(options_.min_confidence);
  return merge::article_fingerprint(article, engine);
}

}  // namespace triplewright
