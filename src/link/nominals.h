// Nominal and pronominal mentions: what the lexicon's class nouns, the concept scheme and the
// grammar say refers to something. Pure functions; thread-safe.
#pragma once

#include "link/kinds.h"
#include "text/syntax.h"
#include "triplewright/document.h"

namespace triplewright::link {

/// Adds nominal mentions (longest class noun or concept label that ends at a head noun; the span keeps
/// premodifiers, without determiner, possessor and number) and pronominal ones, and sorts all mentions.
void add_nominals(Document& document, const text::Syntax& syntax, const Kinds& kinds);

/// The words of a nominal's class noun or concept before its head, itself included: their first token.
[[nodiscard]] std::uint32_t matched_begin(const Document& document, const Ontology& ontology, std::uint32_t head);

/// Lower-case determiner of a noun ("the", "these", "a"), or empty.
[[nodiscard]] std::string determiner(const text::Syntax& syntax, std::uint32_t head);

/// Sorts mentions by first token, longer first.
void sort_mentions(Document& document);

}  // namespace triplewright::link
