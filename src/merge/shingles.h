// Near-duplicate texts by MinHash over word shingles (Broder 1997; b-bit signatures: Li and König 2010). Pure;
// thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "triplewright/article.h"

namespace triplewright::merge {

/// Hashes in a signature, 8 bits each.
inline constexpr std::size_t kSignatureSize = 128;
/// Articles whose shingle sets are estimated to overlap (Jaccard) by at least this are copies or rewrites of one
/// another.
inline constexpr double kNearDuplicate = 0.4;

/// The signature of an article's analysed blocks as hexadecimal digits, or empty for a text of fewer than 20 words.
[[nodiscard]] std::string shingle_signature(const Article& article);

/// Estimated Jaccard similarity of two signatures; 0 when one is malformed.
[[nodiscard]] double similarity(std::string_view a, std::string_view b);

/// Articles that are copies or rewrites of one another, directly or through others.
struct NearDuplicates {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;  ///< indices, first < second, sorted
  std::vector<std::size_t> first;  ///< of each article, the first that it is a copy of, or itself
};

/// Candidates come from banding, so that cost grows with the number of similar texts. In a large group each is paired
/// with the first only.
[[nodiscard]] NearDuplicates near_duplicates(const std::vector<std::string>& signatures);

}  // namespace triplewright::merge
