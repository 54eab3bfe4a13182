// What follows the pattern of a query: GROUP BY, HAVING, ORDER BY, LIMIT, OFFSET.
#pragma once

#include "rdf/sparql_reader.h"

namespace triplewright::rdf {

/// Reads the modifiers at the cursor into `select`; throws Error for those that rasqal lacks or gets wrong.
void read_modifiers(SparqlCursor& cursor, ExpressionReader& expressions, SparqlShape::Select& select);

/// An aggregate alone in its column or condition.
[[nodiscard]] SparqlShape::Column count_column(const ExpressionReader::Aggregate& aggregate);

}  // namespace triplewright::rdf
