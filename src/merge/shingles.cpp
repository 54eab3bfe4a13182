#include "merge/shingles.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <set>

#include "text/hash.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::merge {

namespace {

constexpr std::size_t kWords = 3;  // in a shingle
constexpr std::size_t kMinWords = 20;
constexpr std::size_t kBand = 4;  // hashes in a band: 32 bands find 87% of pairs at 0.5, 99.9% at 0.7

bool is_analysed(BlockKind kind) {
  return kind == BlockKind::Paragraph || kind == BlockKind::ListItem || kind == BlockKind::Quote;
}

std::vector<std::string> words_of(const Article& article) {
  std::vector<std::string> words;
  for (const Block& block : article.blocks) {
    if (!is_analysed(block.kind)) continue;
    const std::string folded = text::fold(std::string_view(article.text).substr(block.span.begin, block.span.size()));
    std::string word;
    for (std::size_t at = 0; at < folded.size();) {
      const char32_t c = text::decode(folded, at);
      if (text::is_letter(c) || text::is_digit(c)) {
        text::append(word, c);
      } else if (!word.empty()) {
        words.push_back(std::move(word));
        word.clear();
      }
    }
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

/// A bijection of 64-bit words (the finalizer of SplitMix64): one a hash function when `seed` differs.
std::uint64_t mix(std::uint64_t x, std::uint64_t seed) {
  x += (seed + 1) * 0x9E3779B97F4A7C15ull;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
  return x ^ (x >> 31);
}

}  // namespace

std::string shingle_signature(const Article& article) {
  const std::vector<std::string> words = words_of(article);
  if (words.size() < kMinWords) return {};
  std::array<std::uint64_t, kSignatureSize> least;
  least.fill(std::numeric_limits<std::uint64_t>::max());
  for (std::size_t i = 0; i + kWords <= words.size(); ++i) {
    std::string shingle;
    for (std::size_t j = i; j < i + kWords; ++j) shingle += words[j] + ' ';
    const std::uint64_t hash = text::hash64(shingle);
    for (std::size_t k = 0; k < kSignatureSize; ++k) least[k] = std::min(least[k], mix(hash, k));
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const std::uint64_t value : least) {
    out += digits[(value >> 4) & 15];
    out += digits[value & 15];
  }
  return out;
}

double similarity(std::string_view a, std::string_view b) {
  if (a.size() != 2 * kSignatureSize || b.size() != a.size()) return 0;
  std::size_t equal = 0;
  for (std::size_t i = 0; i < a.size(); i += 2) equal += a.substr(i, 2) == b.substr(i, 2) ? 1 : 0;
  const double agreement = static_cast<double>(equal) / kSignatureSize;
  return std::max(0.0, (agreement - 1.0 / 256) / (1 - 1.0 / 256));  // one value in 256 agrees by chance
}

std::vector<std::pair<std::size_t, std::size_t>> near_duplicates(const std::vector<std::string>& signatures) {
  std::map<std::string, std::vector<std::size_t>> bands;
  for (std::size_t i = 0; i < signatures.size(); ++i) {
    if (signatures[i].size() != 2 * kSignatureSize) continue;
    for (std::size_t at = 0; at < signatures[i].size(); at += 2 * kBand)
      bands[std::to_string(at) + ':' + signatures[i].substr(at, 2 * kBand)].push_back(i);
  }
  std::set<std::pair<std::size_t, std::size_t>> found;
  for (const auto& [key, members] : bands) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        if (!found.contains({members[i], members[j]}) &&
            similarity(signatures[members[i]], signatures[members[j]]) >= kNearDuplicate)
          found.emplace(members[i], members[j]);
      }
    }
  }
  return {found.begin(), found.end()};
}

}  // namespace triplewright::merge
