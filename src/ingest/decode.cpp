#include "ingest/decode.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::ingest {

namespace {

std::string finish(std::string text) {
  if (!text::is_valid(text)) text = text::repair(text);
  if (text.find('\0') == std::string::npos) return text;
  std::string out;
  for (const char c : text) c == '\0' ? out.append("\uFFFD") : out.append(1, c);
  return out;
}

/// Empty when there is no such encoding.
std::string converted(std::string_view bytes, const std::string& encoding) {
  if (bytes.size() > std::numeric_limits<std::int32_t>::max() / 4) return {};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return {};
  const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status)) return {};
  std::string out;
  wide.toUTF8String(out);
  return out;
}

std::string sniffed(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
  if (U_FAILURE(status)) return "windows-1252";
  const std::string_view sample = bytes.substr(0, 64u << 10);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr || ucsdet_getConfidence(match, &status) < 40) return "windows-1252";
  std::string name = ucsdet_getName(match, &status);
  // What calls itself Latin 1 on the web is windows-1252 (WHATWG Encoding).
  return name == "ISO-8859-1" ? "windows-1252" : name;
}

/// UTF-16 without a byte order mark: every other byte is zero.
std::string wide_encoding(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, 1024);
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (sample[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  if (sample.size() < 16 || (even + odd) * 5 < sample.size() * 2) return {};
  if (even * 10 < odd) return "UTF-16LE";
  return odd * 10 < even ? "UTF-16BE" : "";
}

}  // namespace

std::string decode(std::string bytes, std::string_view declared) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.erase(0, 3);
    return finish(std::move(bytes));
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    const std::string text = converted(std::string_view(bytes).substr(2), bytes[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE");
    return finish(text);
  }
  if (const std::string wide = wide_encoding(bytes); !wide.empty()) return finish(converted(bytes, wide));
  // Valid UTF-8 beyond ASCII is UTF-8 whatever was declared: other encodings hardly ever look like it.
  if (text::is_valid(bytes)) return finish(std::move(bytes));
  std::string encoding = text::lower(text::trim(declared));
  if (encoding == "iso-8859-1" || encoding == "latin1" || encoding == "ascii" || encoding == "us-ascii")
    encoding = "windows-1252";
  if (encoding == "gb2312" || encoding == "gbk") encoding = "gb18030";
  if (encoding == "utf-8" || encoding == "utf8") {
    // A few broken bytes in a long UTF-8 text are repaired; a text that is mostly broken was never UTF-8.
    std::string repaired = text::repair(bytes);
    std::size_t bad = 0, good = 0;
    for (std::size_t at = 0; at < repaired.size();) {
      const char32_t c = text::decode(repaired, at);
      if (c == text::kReplacement) ++bad;
      if (c >= 0x80 && c != text::kReplacement) ++good;
    }
    if (bad <= good) return finish(std::move(repaired));
    encoding.clear();
  }
  if (!encoding.empty()) {
    std::string text = converted(bytes, encoding);
    if (!text.empty()) return finish(std::move(text));
  }
  std::string text = converted(bytes, sniffed(bytes));
  return finish(text.empty() ? std::move(bytes) : std::move(text));
}

std::string declared_encoding(std::string_view head) {
  const std::string lower = text::lower(head.substr(0, 4096));
  for (const std::string_view key : {"charset=", "encoding="}) {
    for (std::size_t at = lower.find(key); at != std::string::npos; at = lower.find(key, at + 1)) {
      std::size_t begin = at + key.size();
      while (begin < lower.size() && (lower[begin] == '"' || lower[begin] == '\'' || lower[begin] == ' ')) ++begin;
      const std::size_t end = lower.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_:.", begin);
      if (end != std::string::npos && end > begin) return lower.substr(begin, end - begin);
    }
  }
  return {};
}

}  // namespace triplewright::ingest
