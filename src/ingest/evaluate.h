// How well main text is found: the measure of scrapinghub's article-extraction-benchmark. Thread-safety: pure.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace triplewright::ingest {

struct PageScore {
  std::string key;
  double precision = 0, recall = 0;
  bool has_precision = false, has_recall = false;  ///< false when there is nothing to divide by
};

struct IngestScore {
  std::size_t pages = 0;
  double precision = 0, recall = 0, f1 = 0;  ///< means over pages; F1 of the means
  double seconds = 0;                        ///< processor time of reading and extracting, without scoring
};

/// Precision and recall of shingles of four words (runs of letters, digits and '_', case kept), with counts.
[[nodiscard]] PageScore score_text(std::string_view expected, std::string_view found);

/// Reads `data_dir`/ground-truth.json ({key: {articleBody}}) and each page html/KEY.html.gz; throws Error when they are
/// missing. `page` is called with each score and the text found.
[[nodiscard]] IngestScore evaluate_pages(
    const std::string& data_dir, const std::function<void(const PageScore&, const std::string& text)>& page = {});

}  // namespace triplewright::ingest
