// Reads bytes in memory as an input of a given name.
#pragma once

#include <string>
#include <vector>

#include "ingest/context.h"

namespace triplewright::ingest {

struct Outcome {
  std::vector<Article> articles;
  std::vector<Diagnostic> diagnostics;

  [[nodiscard]] std::vector<std::string> codes() const {
    std::vector<std::string> out;
    for (const Diagnostic& d : diagnostics) out.push_back(d.code);
    return out;
  }
};

inline Outcome read_bytes(std::string bytes, const std::string& name, const ReadOptions& options = {}) {
  Outcome outcome;
  const Context context{options, [&](const Diagnostic& d) { outcome.diagnostics.push_back(d); }};
  Input input;
  input.where.source = name;
  input.stream = std::make_unique<Stream>(open_bytes(std::move(bytes)));
  input.budget = std::make_shared<Budget>(Budget{options.max_expanded_bytes});
  if (const auto reader = make_reader(context, std::move(input))) {
    while (auto article = reader->next()) outcome.articles.push_back(std::move(*article));
  }
  return outcome;
}

/// "kind: text" of every block.
inline std::vector<std::string> outline(const Article& article) {
  static const std::vector<std::string> kNames = {"title", "heading", "paragraph", "item",     "quote",
                                                  "table", "caption", "byline",    "dateline", "furniture"};
  std::vector<std::string> out;
  for (const Block& block : article.blocks) {
    out.push_back(kNames[static_cast<std::size_t>(block.kind)] + ": " +
                  article.text.substr(block.span.begin, block.span.size()));
  }
  return out;
}

}  // namespace triplewright::ingest
