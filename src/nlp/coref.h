// Coreference of pronouns and definite nominals, after linking. A deterministic, entity-based resolver in the
// manner of Lee et al. (2013), "Deterministic coreference resolution based on entity-centric, precision-ranked rules",
// with salience weights after Lappin and Leass (1994).
#pragma once

#include "triplewright/document.h"
#include "triplewright/ontology.h"

namespace triplewright::nlp {

/// Gives pronouns and definite nominals ("the company", "these restrictions") the entity they refer to. What has no
/// clear antecedent keeps what it had: a wrong link costs more than a missing one. Entities left without a
/// mention are removed. Pure; thread-safe.
[[nodiscard]] Document resolve_coreference(Document&& document, const Ontology& ontology);

}  // namespace triplewright::nlp
