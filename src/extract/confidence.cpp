#include "extract/confidence.h"

#include <algorithm>
#include <cmath>

namespace triplewright::extract {

namespace {

/// Coefficients of the log-odds. A cost is an inference of grammar or reference; distances are in tokens.
struct Coefficients {
  double intercept = 2.6;
  double cost = -0.55;
  double weak_sense = 1.2;  ///< times log2 of the sense's weight
  double link = 1.5;        ///< times (confidence of the weaker link - 1)
  double pronoun = -0.45;
  double nominal = -0.2;
  double unknown_class = -0.6;
  double long_sentence = -0.02;  ///< a token beyond 30
  double far = -0.05;            ///< a token beyond 12 between the ends
  double title_case = -0.5;
  double open = -1.2;
  double premodifier = -0.2;
};
constexpr Coefficients k;

unsigned gap(Span a, Span b) {
  if (a.empty() || b.empty()) return 0;
  return a.begin >= b.end ? a.begin - b.end : b.begin >= a.end ? b.begin - a.end : 0;
}

}  // namespace

double confidence(const Context& x, const Candidate& c) {
  const Evidence& e = c.claim.evidence;
  const Sentence& sentence = x.document.sentences[e.sentence];
  double z = k.intercept + k.cost * c.cost;
  z += k.weak_sense * std::log2(std::clamp(c.weight, 0.05, 1.0));
  z += k.link * (std::min(c.subject.link, c.object.link) - 1);
  z += k.pronoun * ((c.subject.pronoun ? 1 : 0) + (c.object.pronoun ? 1 : 0));
  z += k.nominal * ((c.subject.nominal ? 1 : 0) + (c.object.nominal ? 1 : 0));
  const bool untyped =
      c.subject.classes.empty() || (c.object.classes.empty() && c.claim.object.kind == Argument::Kind::Entity);
  if (untyped) z += k.unknown_class;
  z += k.long_sentence * std::max(0.0, static_cast<double>(sentence.tokens.size()) - 30);
  z += k.far * std::max(0.0, static_cast<double>(gap(c.claim.subject.tokens, c.claim.object.tokens)) - 12);
  if (sentence.title_case) z += k.title_case;
  if (c.claim.open) z += k.open;
  if (e.construction == "premodifier" || e.construction == "compound") z += k.premodifier;
  return 1 / (1 + std::exp(-z));
}

}  // namespace triplewright::extract
