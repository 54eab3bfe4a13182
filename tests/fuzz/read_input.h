// What every reader owes, whatever the bytes: valid UTF-8, blocks in order within the text, and the same articles
// again.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "ingest/context.h"
#include "text/utf8.h"

namespace triplewright::ingest {

inline std::vector<Article> read_all(const std::string& bytes, InputFormat format) {
  ReadOptions options;
  options.format = format;
  options.keep_other_languages = true;
  options.max_record_bytes = 4u << 20;
  options.max_expanded_bytes = 16u << 20;
  const Context context{options, [](const Diagnostic& d) {
                          if (d.code.empty() || !text::is_valid(diagnostic_to_json(d))) std::abort();
                        }};
  Input input;
  input.where.source = "input";
  input.stream = std::make_unique<Stream>(open_bytes(bytes));
  input.budget = std::make_shared<Budget>(Budget{options.max_expanded_bytes});
  std::vector<Article> articles;
  if (const auto reader = make_reader(context, std::move(input))) {
    while (auto article = reader->next()) articles.push_back(std::move(*article));
  }
  return articles;
}

inline void check_input(const std::uint8_t* data, std::size_t size, InputFormat format) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::vector<Article> articles = read_all(bytes, format), again = read_all(bytes, format);
  if (articles.size() != again.size()) std::abort();
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const Article& a = articles[i];
    if (a.text != again[i].text || a.title != again[i].title) std::abort();
    if (!text::is_valid(a.text) || !text::is_valid(a.title) || a.text.find('\0') != std::string::npos) std::abort();
    std::uint32_t last = 0;
    for (const Block& block : a.blocks) {
      if (block.span.begin < last || block.span.end <= block.span.begin || block.span.end > a.text.size()) std::abort();
      if (!text::is_valid(std::string_view(a.text).substr(block.span.begin, block.span.size()))) std::abort();
      last = block.span.end;
    }
  }
}

}  // namespace triplewright::ingest
