// From names and noun phrases to entities with stable IRIs.
#pragma once

#include <string_view>

#include "triplewright/document.h"
#include "triplewright/entity_base.h"
#include "triplewright/ontology.h"

namespace triplewright::link {

/// Repairs the named mentions, adds nominal and pronominal ones, groups names, decides types, links to
/// the entity base and mints IRIs under `base` for what it lacks. Definite nominals and pronouns are left to
/// nlp::resolve_coreference: pronouns without an entity, definite nominals with one of their own.
/// Pure; thread-safe.
[[nodiscard]] Document link(Document&& document, const Ontology& ontology, const EntityBase& entities,
                            std::string_view base);

}  // namespace triplewright::link
