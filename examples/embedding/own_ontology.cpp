// Shows: another domain by an ontology and entities of one's own. Read first: docs/lexicon.md, examples/ontology.
#include <triplewright/pipeline.h>

#include <iostream>
#include <memory>

int main(int argc, char** argv) {
  using namespace triplewright;
  const std::string folder = argc > 1 ? argv[1] : "examples/ontology";
  const DiagnosticSink complain = [](const Diagnostic& d) {
    std::cerr << d.where.to_string() << ": " << d.message << '\n';
  };
  const Extractor extractor(
      std::make_shared<Ontology>(Ontology::load({folder, data_directory() + "/ontology/core.ttl"}, complain)),
      std::make_shared<EntityBase>(EntityBase::load({folder}, complain)),
      std::make_shared<Models>(Models::load(data_directory() + "/models")), {});
  const Extraction found = extractor.extract(
      article_from_text("Marie Keller coaches Northport United. Rafael Silva plays for Northport United."));
  for (const Claim& claim : found.claims) std::cout << claim.property << '\n';
  return found.claims.empty() ? 1 : 0;
}
