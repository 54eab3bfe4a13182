// Universal features that follow from tag, lemma and attachment. Pure functions; thread-safe.
#pragma once

#include <string>

#include "triplewright/document.h"

namespace triplewright::nlp {

/// "Number=Plur" and the like in the order of UD: of nouns, verbs, auxiliaries, adjectives, adverbs and pronouns.
/// `passive`: a participle with a passive auxiliary, or one that modifies a noun.
[[nodiscard]] std::string universal_features(const Token& token, bool passive);

}  // namespace triplewright::nlp
