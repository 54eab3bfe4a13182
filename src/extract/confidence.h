// How likely a claim is what the sentence says. Pure; thread-safe.
#pragma once

#include "extract/context.h"

namespace triplewright::extract {

/// A logistic model over how the claim was found; coefficients are in confidence.cpp. In (0, 1).
[[nodiscard]] double confidence(const Context& context, const Candidate& candidate);

}  // namespace triplewright::extract
