// Claims that cannot both hold. Pure; thread-safe.
#pragma once

#include <functional>

#include "merge/statements.h"
#include "triplewright/ontology.h"

namespace triplewright::merge {

/// Gives pairs of evidence, some of them more than once, that contradict one another:
/// - one denies what the other asserts or reports, about the same subject, property and object;
/// - asserted or reported objects differ for a functional property of one subject at one time;
/// - figures for one quantity at one time (and one unit) exclude one another: a value property of one subject, or the
///   tw:quantity of one subject, property and object. Here predictions and possibilities count, too.
/// Sentences of one article do not contradict one another here: an article that reports two sides is no conflict of
/// sources unless one denies what the other says. Where many sentences stand against many, each is tied only to the
/// first of the other side, so that the number of pairs stays that of the sentences.
void contradictions(const StatementIndex& index, const Ontology& ontology,
                    const std::function<void(NamePool::Id, NamePool::Id)>& found);

}  // namespace triplewright::merge
