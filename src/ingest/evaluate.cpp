#include "ingest/evaluate.h"

#include <rapidjson/document.h>
#include <rapidjson/istreamwrapper.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <map>
#include <vector>

#include "text/normalize.h"
#include "text/utf8.h"
#include "triplewright/reader.h"

namespace triplewright::ingest {

namespace {

constexpr std::size_t kShingle = 4;

std::map<std::string, std::size_t> shingles(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = text::decode(text, at);
    if (text::is_letter(c) || text::is_digit(c) || c == U'_') {
      word.append(text, begin, at - begin);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  std::map<std::string, std::size_t> counts;
  if (words.empty()) return counts;
  for (std::size_t i = 0; i < std::max<std::size_t>(1, words.size() - std::min(words.size(), kShingle - 1)); ++i) {
    std::string key;
    for (std::size_t k = i; k < std::min(i + kShingle, words.size()); ++k) key += words[k] + ' ';
    ++counts[key];
  }
  return counts;
}

}  // namespace

PageScore score_text(std::string_view expected, std::string_view found) {
  const auto truth = shingles(expected), guess = shingles(found);
  double both = 0, expected_count = 0, found_count = 0;
  for (const auto& [key, count] : truth) {
    expected_count += static_cast<double>(count);
    if (const auto it = guess.find(key); it != guess.end()) both += static_cast<double>(std::min(count, it->second));
  }
  for (const auto& [key, count] : guess) found_count += static_cast<double>(count);
  PageScore score;
  score.has_precision = found_count > 0;
  score.has_recall = expected_count > 0;
  if (found_count > 0) score.precision = both / found_count;
  if (expected_count > 0) score.recall = both / expected_count;
  return score;
}

IngestScore evaluate_pages(const std::string& data_dir,
                           const std::function<void(const PageScore&, const std::string&)>& page) {
  std::ifstream file(data_dir + "/ground-truth.json");
  if (!file) throw Error("no ground-truth.json in '" + data_dir + "'");
  rapidjson::IStreamWrapper stream(file);
  rapidjson::Document truth;
  truth.ParseStream(stream);
  if (truth.HasParseError() || !truth.IsObject()) throw Error("ground-truth.json is not a JSON object");
  IngestScore total;
  double precision = 0, recall = 0, with_precision = 0, with_recall = 0;
  for (const auto& member : truth.GetObject()) {
    if (!member.value.IsObject() || !member.value.HasMember("articleBody") || !member.value["articleBody"].IsString())
      continue;
    const std::string key = member.name.GetString();
    ReadOptions options;
    options.keep_other_languages = true;
    const std::clock_t start = std::clock();
    const auto reader = open_reader({data_dir + "/html/" + key + ".html.gz"}, options, {});
    std::string text;
    while (const auto article = reader->next()) text += article->text + "\n";
    total.seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    PageScore score = score_text(member.value["articleBody"].GetString(), text);
    score.key = key;
    ++total.pages;
    if (score.has_precision) precision += score.precision, ++with_precision;
    if (score.has_recall) recall += score.recall, ++with_recall;
    if (page) page(score, text);
  }
  if (with_precision > 0) total.precision = precision / with_precision;
  if (with_recall > 0) total.recall = recall / with_recall;
  if (total.precision + total.recall > 0)
    total.f1 = 2 * total.precision * total.recall / (total.precision + total.recall);
  return total;
}

}  // namespace triplewright::ingest
