// Claims as text and JSON for people. Pure.
#pragma once

#include <iosfwd>
#include <string>

#include "triplewright/pipeline.h"

namespace triplewright::cli {

/// "Huawei", "at most 200,000 chips", "2025": an argument as a person reads it.
[[nodiscard]] std::string describe(const Document& document, const Argument& argument);

/// Sentences that bear claims, each with its claims below it; with `why`, how each was found and what was dropped.
void print_claims(std::ostream& out, const Extraction& extraction, bool why);

/// The same as one JSON object a claim and line.
void print_claims_json(std::ostream& out, const Extraction& extraction, const std::string& article);

/// An article as one JSON line: id, url, title, published, publisher, author, language, text (without furniture,
/// captions, bylines and datelines unless `all_text`), and its blocks with code point offsets into the whole text if
/// asked for.
void print_article_json(std::ostream& out, const Article& article, bool blocks, bool all_text);

}  // namespace triplewright::cli
