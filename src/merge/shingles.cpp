#include "merge/shingles.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <numeric>

#include "text/hash.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::merge {

namespace {

constexpr std::size_t kWords = 3;  // in a shingle
constexpr std::size_t kMinWords = 20;
constexpr std::size_t kAllPairs = 32;  // in a larger group, each is paired with the first only
constexpr std::size_t kBand = 4;       // hashes in a band: 32 bands find 87% of pairs at 0.5, 99.9% at 0.7

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

NearDuplicates near_duplicates(const std::vector<std::string>& signatures) {
  NearDuplicates out;
  out.first.resize(signatures.size());
  std::iota(out.first.begin(), out.first.end(), std::size_t{0});
  const auto first_of = [&](std::size_t i) {
    while (out.first[i] != i) i = out.first[i] = out.first[out.first[i]];
    return i;
  };
  std::vector<std::pair<std::string_view, std::size_t>> band(signatures.size());
  for (std::size_t at = 0; at < 2 * kSignatureSize; at += 2 * kBand) {
    band.clear();
    for (std::size_t i = 0; i < signatures.size(); ++i) {
      if (signatures[i].size() == 2 * kSignatureSize)
        band.emplace_back(std::string_view(signatures[i]).substr(at, 2 * kBand), i);
    }
    std::sort(band.begin(), band.end());
    for (std::size_t i = 0; i < band.size(); ++i) {
      for (std::size_t j = i + 1; j < band.size() && band[j].first == band[i].first; ++j) {
        const std::size_t a = first_of(band[i].second);
        const std::size_t b = first_of(band[j].second);
        if (a != b && similarity(signatures[band[i].second], signatures[band[j].second]) >= kNearDuplicate)
          out.first[std::max(a, b)] = std::min(a, b);
      }
    }
  }
  std::map<std::size_t, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < signatures.size(); ++i) {
    out.first[i] = first_of(i);
    groups[out.first[i]].push_back(i);
  }
  for (const auto& [first, members] : groups) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (members.size() > kAllPairs && i != 0) break;
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        if (members.size() > kAllPairs || similarity(signatures[members[i]], signatures[members[j]]) >= kNearDuplicate)
          out.pairs.emplace_back(members[i], members[j]);
      }
    }
  }
  std::sort(out.pairs.begin(), out.pairs.end());
  return out;
}

}  // namespace triplewright::merge
