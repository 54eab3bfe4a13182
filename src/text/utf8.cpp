#include "text/utf8.h"

#include <algorithm>
#include <cstring>

namespace triplewright::text {

namespace {
constexpr std::size_t kBlock = 64;

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u;
}
char32_t tail(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]) & 0x3Fu;
}
}  // namespace

char32_t decode(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  if (lead >= 0xC2 && lead <= 0xDF && continues(text, at + 1)) {
    const char32_t c = ((lead & 0x1Fu) << 6) | tail(text, at + 1);
    at += 2;
    return c;
  }
  if (lead >= 0xE0 && lead <= 0xEF && continues(text, at + 1) && continues(text, at + 2)) {
    const char32_t c = ((lead & 0x0Fu) << 12) | (tail(text, at + 1) << 6) | tail(text, at + 2);
    if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) {
      at += 3;
      return c;
    }
  } else if (lead >= 0xF0 && lead <= 0xF4 && continues(text, at + 1) && continues(text, at + 2) &&
             continues(text, at + 3)) {
    const char32_t c =
        ((lead & 0x07u) << 18) | (tail(text, at + 1) << 12) | (tail(text, at + 2) << 6) | tail(text, at + 3);
    if (c >= 0x10000 && c <= 0x10FFFF) {
      at += 4;
      return c;
    }
  }
  ++at;
  return kReplacement;
}

void append(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0u | (c >> 6));
    out += static_cast<char>(0x80u | (c & 0x3Fu));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0u | (c >> 12));
    out += static_cast<char>(0x80u | ((c >> 6) & 0x3Fu));
    out += static_cast<char>(0x80u | (c & 0x3Fu));
  } else {
    out += static_cast<char>(0xF0u | (c >> 18));
    out += static_cast<char>(0x80u | ((c >> 12) & 0x3Fu));
    out += static_cast<char>(0x80u | ((c >> 6) & 0x3Fu));
    out += static_cast<char>(0x80u | (c & 0x3Fu));
  }
}

bool is_valid(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    // Most text is ASCII: eight bytes at a time.
    std::uint64_t eight = 0;
    if (at + sizeof(eight) <= text.size()) {
      std::memcpy(&eight, text.data() + at, sizeof(eight));
      if ((eight & 0x8080808080808080u) == 0) {
        at += sizeof(eight);
        continue;
      }
    }
    const std::size_t before = at;
    if (decode(text, at) == kReplacement && at == before + 1) return false;
  }
  return true;
}

std::string repair(std::string_view text) {
  if (is_valid(text)) return std::string(text);
  std::string out;
  out.reserve(text.size() + 16);
  for (std::size_t at = 0; at < text.size();) append(out, decode(text, at));
  return out;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  std::uint32_t count = 0;
  blocks_.reserve(text.size() / kBlock + 1);
  for (std::size_t at = 0; at <= text.size(); at += kBlock) {
    blocks_.push_back(count);
    count += static_cast<std::uint32_t>(count_code_points(text.substr(at, kBlock)));
  }
}

std::size_t CodePointIndex::at(std::size_t byte) const {
  byte = std::min(byte, text_.size());
  const std::size_t block = byte / kBlock;
  return blocks_[block] + count_code_points(text_.substr(block * kBlock, byte - block * kBlock));
}

}  // namespace triplewright::text
