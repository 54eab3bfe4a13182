// How lines begin: datelines, run-in heads, list markers, header fields. Pure functions; thread-safe.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/lines.h"
#include "triplewright/article.h"

namespace triplewright::ingest {

/// What the lines around the paragraphs told.
struct TextFacts {
  std::string title;
  std::string published;  ///< xsd:date or xsd:dateTime
  std::string publisher;
  std::string url;
  std::vector<std::string> authors;
};

/// How a line begins: "SHANGHAI, March 3 (Reuters) - ".
struct Dateline {
  std::size_t size = 0;        ///< bytes up to the first word of the paragraph
  std::string_view agency;     ///< "Reuters", or empty
  std::string_view published;  ///< the part that may hold a full date, or empty
};
[[nodiscard]] std::optional<Dateline> dateline_of(std::string_view line);

/// Bytes of a run-in head ("UPDATE: ", "ADDRESSING THE THREAT: "), all capitals before a colon, or 0.
[[nodiscard]] std::size_t run_in_head(std::string_view line);

/// Bytes of a list marker ("- ", "• ", "3. ", "(b) "), or 0.
[[nodiscard]] std::size_t list_marker(std::string_view line);

/// True for "Key: value" of a header above an article, with a key of one to three words.
[[nodiscard]] bool is_key_value(const Line& line, std::string_view& key, std::string_view& value);

/// Takes the first full date in `text` as the date of publication, unless one is known.
void note_published(std::string_view text, TextFacts& facts);

/// Takes the names of a byline ("By Jo Doe and Ann Roe | March 3") as authors.
void note_authors(std::string_view byline, TextFacts& facts);

/// Splits datelines and run-in heads ("UPDATE: ") off the paragraphs of blocks that are already known.
[[nodiscard]] std::vector<Block> split_leads(std::string_view text, const std::vector<Block>& blocks, TextFacts& facts);

}  // namespace triplewright::ingest
