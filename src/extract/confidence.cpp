#include "extract/confidence.h"

#include <algorithm>
#include <cmath>
#include <string_view>

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

/// What reading statements added to those: the log-odds are stretched and moved, and each construction has an offset.
/// Fitted with a ridge penalty on statements judged one by one against their sentences (docs/quality.md); a
/// construction that is not here was right as often as the rest predicts, or was read too rarely to tell.
struct Calibration {
  double intercept = -0.6;
  double slope = 1.45;
};
constexpr Calibration calibration;

struct Offset {
  std::string_view construction;
  double value;
};
constexpr Offset offsets[] = {
    {"participle", -1.2},     {"as", -0.85},
    {"evoked", -0.75},        {"infinitive of a noun", -0.65},
    {"value", -0.55},         {"compound", -0.25},
    {"active", 0.15},         {"relative clause", 0.2},
    {"apposition", 0.3},      {"premodifier", 0.3},
    {"support verb", 0.55},   {"passive", 0.6},
    {"coordination", 0.7},    {"copula", 0.7},
    {"object relative", 0.7}, {"object control", 0.65},
    {"control", 0.8},         {"adverbial clause", 0.75},
};

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
  z = calibration.intercept + calibration.slope * z;
  for (const Offset& offset : offsets) {
    if (offset.construction == e.construction) z += offset.value;
  }
  return 1 / (1 + std::exp(-z));
}

}  // namespace triplewright::extract
