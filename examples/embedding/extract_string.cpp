// Shows: claims from a string. Read first: include/triplewright/pipeline.h.
#include <triplewright/pipeline.h>
#include <triplewright/rdf.h>

#include <iostream>

int main() {
  using namespace triplewright;
  const Extractor extractor = Extractor::load_default();
  const Extraction found =
      extractor.extract(article_from_text("Huawei supplies its Ascend chips to Baidu, Reuters reported."));
  write(std::cout, extractor.graph(found), Syntax::Turtle);
  return found.claims.empty() ? 1 : 0;
}
