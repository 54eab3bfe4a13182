// Values as RDF: schema:QuantitativeValue, schema:MonetaryAmount and calendar literals. Pure; thread-safe.
#pragma once

#include <string_view>

#include "triplewright/document.h"
#include "triplewright/graph.h"

namespace triplewright::merge {

/// A calendar lexical form as xsd:date, xsd:gYearMonth or xsd:gYear, by its shape.
[[nodiscard]] Term calendar_term(std::string_view lexical);

/// A time value as one literal: its calendar unit, or its wording when it is an interval or unresolved.
[[nodiscard]] Term time_literal(const Value& value);

/// The value below zero: *fell 3%* is a change of -3%.
[[nodiscard]] Value decreased(Value value);

/// Describes a number, amount or measure in `graph` and returns its IRI: a hash of the normalized value, so that two
/// wordings of one value are one node.
Term add_value_node(Graph& graph, const Value& value, std::string_view base, const Term& graph_name);

}  // namespace triplewright::merge
