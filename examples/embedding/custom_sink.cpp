// Shows: a sink of one's own, here one line of text a claim. Read first: include/triplewright/claim.h.
#include <triplewright/pipeline.h>

#include <iostream>

int main(int argc, char** argv) {
  using namespace triplewright;
  const Extractor extractor = Extractor::load_default();
  const auto reader = open_reader({argc > 1 ? argv[1] : "."}, {}, [](const Diagnostic&) {});
  const ExtractionSink print = [](const Extraction& found, const Graph&) {
    for (const Claim& claim : found.claims)
      std::cout << to_string(claim.evidence.factuality) << '\t' << claim.property << '\t'
                << found.document.text(found.document.sentences[claim.evidence.sentence].tokens) << '\n';
  };
  return run(*reader, extractor, 1, print, [](const Diagnostic&) {}).claims > 0 ? 0 : 1;
}
