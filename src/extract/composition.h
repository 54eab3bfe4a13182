// What the words on the way from a predicate to the root of its sentence make of it: a factuality and a speaker.
// Operators compose from the inside out, in the manner of Saurí and Pustejovsky (2012).
// Thread-safety: a value of its thread.
#pragma once

#include <cstdint>

#include "extract/speaker.h"
#include "triplewright/claim.h"
#include "triplewright/ontology.h"

namespace triplewright::extract {

class Composition {
 public:
  /// An operator over what has been composed so far.
  void apply(Factuality outer);
  /// The same; denial is negation.
  void modify(Factuality factuality);
  /// *will* and *would*: a plan, or a prediction when somebody predicts it (*X is expected to say it will*).
  void future(Factuality factuality);
  /// A report over it: the innermost speaker counts.
  void report(const Sense& sense, const Speaker& speaker);
  /// Negation of the clause, which for the content of a report means that nobody said so.
  void negate();
  /// Said by somebody, who stands for what they take for granted; no hedge of the report holds for it.
  void attribute(const Sense& sense, const Speaker& speaker);
  /// Said, without a word by whom.
  void hearsay() { reported_ = true; }

  [[nodiscard]] Factuality factuality() const {
    return value_ == Factuality::Asserted && reported_ ? Factuality::Reported : value_;
  }
  [[nodiscard]] const Speaker& speaker() const { return speaker_; }

 private:
  Factuality value_ = Factuality::Asserted;
  bool future_ = false;  // nothing but *will* or *would* has made it what it is
  bool reported_ = false;
  bool through_report_ = false;
  Speaker speaker_;
};

}  // namespace triplewright::extract
