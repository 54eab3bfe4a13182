#include "ingest/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>

#include "text/normalize.h"

namespace triplewright::ingest {

std::string language_of(const Article& article) {
  std::string sample;
  constexpr std::size_t kEnough = 16u << 10;
  for (const Block& block : article.blocks) {
    if (block.kind == BlockKind::Furniture || block.kind == BlockKind::Caption || block.kind == BlockKind::Byline)
      continue;
    sample +=
        std::string_view(article.text).substr(block.span.begin, std::min<std::size_t>(block.span.size(), kEnough));
    sample += '\n';
    if (sample.size() > kEnough) break;
  }
  std::string declared = text::lower(article.language.substr(0, 2));
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int bytes = 0, valid_prefix = 0;
  bool reliable = false;
  const CLD2::Language language = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      sample.data(), static_cast<int>(sample.size()), true, &hints, 0, languages.data(), percents.data(), scores.data(),
      nullptr, &bytes, &reliable, &valid_prefix);
  constexpr int kShort = 120;
  const bool sure = language != CLD2::UNKNOWN_LANGUAGE && reliable && (bytes >= kShort || percents[0] >= 90);
  if (sure && languages[0] != CLD2::ENGLISH && percents[0] >= 50) {
    // Names and figures can fool the detector on a short text that says it is English.
    if (declared == "en" && bytes < kShort) return "en";
    return CLD2::LanguageCode(languages[0]);
  }
  if (languages[0] == CLD2::ENGLISH || declared.empty() || declared == "en") return "en";
  return sure ? CLD2::LanguageCode(language) : declared;
}

}  // namespace triplewright::ingest
