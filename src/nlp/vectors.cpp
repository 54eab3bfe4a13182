#include "nlp/vectors.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "nlp/kernels.h"
#include "text/hash.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::nlp {

Vocabulary::Vocabulary(std::vector<std::string> words) : words_(std::move(words)) {
  slots_.assign(std::bit_ceil(words_.size() * 2 + 1), 0);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    std::size_t at = text::hash64(words_[i]) & (slots_.size() - 1);
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

std::int32_t Vocabulary::find(std::string_view word) const {
  if (slots_.empty()) return -1;
  for (std::size_t at = text::hash64(word) & (slots_.size() - 1); slots_[at] != 0;
       at = (at + 1) & (slots_.size() - 1)) {
    if (words_[slots_[at] - 1] == word) return static_cast<std::int32_t>(slots_[at] - 1);
  }
  return -1;
}

std::string normalized_form(std::string_view form) {
  std::string out;
  bool ascii = true;
  for (char c : form) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c >= '0' && c <= '9') c = '0';
    ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    out += c;
  }
  if (ascii) return out;
  if (form == "\u2019s") return "'s";
  if (form == "n\u2019t") return "n't";
  if (form == "\u201C" || form == "\u201D") return "\"";
  if (form == "\u2018" || form == "\u2019") return "'";
  if (form == "\u2013" || form == "\u2014") return "-";
  if (form == "\u2026") return "...";
  out = text::lower(form);
  for (char& c : out) {
    if (c >= '0' && c <= '9') c = '0';
  }
  const auto replace = [&out](std::string_view mark, std::string_view by) {
    for (std::size_t at = 0; (at = out.find(mark, at)) != std::string::npos;) out.replace(at, mark.size(), by);
  };
  replace("\u2019", "'");
  replace("\u2010", "-");
  replace("\u2011", "-");  // a hyphen at which no line may break
  return out;
}

WordCase case_of(std::string_view form) {
  std::size_t lower = 0;
  std::size_t upper = 0;
  bool first_upper = false;
  for (std::size_t at = 0; at < form.size();) {
    const char32_t c = text::decode(form, at);
    if (text::is_upper(c)) {
      first_upper = first_upper || lower + upper == 0;
      ++upper;
    } else if (text::is_lower(c)) {
      ++lower;
    }
  }
  if (lower + upper == 0) return WordCase::Unknown;
  if (upper == 0) return WordCase::Lower;
  if (lower == 0) return upper == 1 ? WordCase::Capitalized : WordCase::Upper;
  return first_upper && upper == 1 ? WordCase::Capitalized : WordCase::Mixed;
}

WordVectors::WordVectors(std::vector<std::string> words, std::size_t dimensions, const std::vector<float>& rows,
                         std::vector<std::int8_t> cases)
    : vocabulary_(std::move(words)),
      dimensions_(dimensions),
      scales_(vocabulary_.size()),
      rows_(rows.size()),
      cases_(std::move(cases)) {
  for (std::size_t i = 0; i < vocabulary_.size(); ++i) {
    const float* row = rows.data() + i * dimensions;
    float top = 1e-6f;
    for (std::size_t d = 0; d < dimensions; ++d) top = std::max(top, std::abs(row[d]));
    scales_[i] = top / 127.0f;
    for (std::size_t d = 0; d < dimensions; ++d) {
      rows_[i * dimensions + d] = static_cast<std::int8_t>(std::lround(row[d] / scales_[i]));
    }
  }
}

void WordVectors::add(std::int32_t index, float* out) const {
  const auto at = static_cast<std::size_t>(index);
  kernels().axpy_i8(scales_[at], rows_.data() + at * dimensions_, out, dimensions_);
}

void WordVectors::write(ModelWriter& writer) const {
  writer.u32(static_cast<std::uint32_t>(dimensions_));
  writer.strings(vocabulary_.words());
  writer.halves(scales_);
  writer.i8s(rows_);
  writer.i8s(cases_);
}

WordVectors WordVectors::read(ModelReader& reader) {
  WordVectors vectors;
  vectors.dimensions_ = reader.u32();
  vectors.vocabulary_ = Vocabulary(reader.strings());
  vectors.scales_ = reader.halves();
  vectors.rows_ = reader.i8s();
  vectors.cases_ = reader.i8s();
  const std::size_t words = vectors.vocabulary_.size();
  if (vectors.dimensions_ == 0 || vectors.dimensions_ > 1024 || vectors.scales_.size() != words ||
      vectors.cases_.size() != words || vectors.rows_.size() != words * vectors.dimensions_) {
    reader.fail("word vectors of inconsistent size");
  }
  return vectors;
}

}  // namespace triplewright::nlp
