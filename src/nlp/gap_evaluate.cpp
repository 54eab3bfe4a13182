#include "nlp/gap_evaluate.h"

#include <charconv>
#include <limits>
#include <utility>
#include <vector>

#include "text/utf8.h"

namespace triplewright::nlp {

namespace {

double percentage(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> out;
  while (true) {
    const std::size_t at = line.find(separator);
    out.push_back(line.substr(0, at));
    if (at == std::string_view::npos) return out;
    line.remove_prefix(at + 1);
  }
}

}  // namespace

double GapScores::precision() const {
  return percentage(true_positives, true_positives + false_positives);
}
double GapScores::recall() const {
  return percentage(true_positives, true_positives + false_negatives);
}
double GapScores::f1() const {
  return percentage(2 * true_positives, 2 * true_positives + false_positives + false_negatives);
}
double GapScores::accuracy() const {
  return percentage(right, examples);
}

GapScores evaluate_gap(std::string_view tsv, std::string_view source_name,
                       const std::function<Document(std::string text)>& analyze,
                       const std::function<void(const GapCase&)>& show) {
  GapScores scores;
  std::size_t line_number = 0;
  for (const std::string_view line : split(tsv, '\n')) {
    if (++line_number == 1 || line.empty()) continue;
    const auto cells = split(line, '\t');
    if (cells.size() < 10) throw Error("a GAP record needs ten cells", Position{std::string(source_name), line_number});
    const auto number = [&](std::size_t cell) {
      std::size_t value = 0;
      const auto [end, error] = std::from_chars(cells[cell].data(), cells[cell].data() + cells[cell].size(), value);
      if (error != std::errc() || end != cells[cell].data() + cells[cell].size())
        throw Error("not an offset", Position{std::string(source_name), line_number});
      return value;
    };
    const std::size_t pronoun = number(3), a = number(5), b = number(8);
    const std::string text(cells[1]);
    const Document document = analyze(text);
    const text::CodePointIndex index(document.article.text);
    // The entity of the mention that covers a code point, the shortest one.
    const auto entity_at = [&](std::size_t offset) {
      std::int32_t entity = -1;
      std::uint32_t size = std::numeric_limits<std::uint32_t>::max();
      for (const Mention& m : document.mentions) {
        const Span bytes = document.bytes(m.tokens);
        if (m.entity < 0 || index.at(bytes.begin) > offset || index.at(bytes.end) <= offset || bytes.size() >= size)
          continue;
        size = bytes.size();
        entity = m.entity;
      }
      return entity;
    };
    const std::int32_t entity = entity_at(pronoun);
    GapCase example{cells[0], {}, {}, true};
    if (entity >= 0) example.found = document.entities[static_cast<std::size_t>(entity)].name;
    for (const auto& [offset, answer] : {std::pair{a, cells[6]}, std::pair{b, cells[9]}}) {
      const bool gold = answer == "TRUE" || answer == "True", found = entity >= 0 && entity == entity_at(offset);
      ++(gold ? (found ? scores.true_positives : scores.false_negatives)
              : (found ? scores.false_positives : scores.true_negatives));
      example.right = example.right && gold == found;
      if (gold) example.gold = offset == a ? cells[4] : cells[7];
    }
    ++scores.examples;
    scores.right += example.right ? 1 : 0;
    show(example);
  }
  return scores;
}

}  // namespace triplewright::nlp
