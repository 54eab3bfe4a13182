#include "extract/composition.h"

namespace triplewright::extract {

void Composition::apply(Factuality outer) {
  switch (outer) {
    case Factuality::Asserted:
      return;
    case Factuality::Reported:
      reported_ = true;
      return;
    case Factuality::Denied:
      // A denied denial ("did not refuse to sell") says nothing for sure.
      value_ = value_ == Factuality::Denied ? Factuality::Possible : Factuality::Denied;
      break;
    case Factuality::Possible:
      if (value_ != Factuality::Denied) value_ = Factuality::Possible;
      break;
    case Factuality::Predicted:
      if (value_ == Factuality::Asserted || future_) value_ = outer;
      break;
    default:
      if (value_ == Factuality::Asserted) value_ = outer;
      break;
  }
  future_ = false;
}

void Composition::modify(Factuality factuality) {
  if (factuality == Factuality::Denied) {
    negate();
  } else {
    apply(factuality);
  }
}

void Composition::future(Factuality factuality) {
  const bool plain = value_ == Factuality::Asserted;
  apply(factuality);
  future_ = plain;
}

void Composition::report(const Sense& sense, const Speaker& speaker) {
  const Factuality kind = sense.factuality.value_or(Factuality::Reported);
  if (kind == Factuality::Asserted) return;
  reported_ = true;
  through_report_ = true;
  if (!speaker_.known()) speaker_ = speaker;
  // "said it would sell": a plan told in the past, not a condition
  if (future_ && kind == Factuality::Reported && value_ == Factuality::Possible) value_ = Factuality::Planned;
  if (kind != Factuality::Reported) apply(kind);
}

void Composition::negate() {
  if (through_report_ && value_ == Factuality::Asserted) {
    value_ = Factuality::Possible;
  } else {
    apply(Factuality::Denied);
  }
}

void Composition::attribute(const Sense& sense, const Speaker& speaker) {
  if (sense.factuality.value_or(Factuality::Reported) == Factuality::Asserted) return;
  reported_ = true;
  if (!speaker_.known()) speaker_ = speaker;
}

}  // namespace triplewright::extract
