#include "rdf/iri.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/utf8.h"

namespace triplewright::rdf {
namespace {

// Where a character may stand (RFC 3986, 3.2 to 3.5), as bits.
enum : std::uint8_t { kUser = 1, kHost = 2, kPath = 4, kQuery = 8, kFragment = 16, kPlain = 32 };

constexpr std::array<std::uint8_t, 128> make_table() {
  std::array<std::uint8_t, 128> table{};
  const std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  for (const char c : unreserved)
    table[static_cast<unsigned char>(c)] = kUser | kHost | kPath | kQuery | kFragment | kPlain;
  for (const char c : std::string_view("!$&'()*+,;="))
    table[static_cast<unsigned char>(c)] = kUser | kHost | kPath | kQuery | kFragment;
  table[':'] = kUser | kPath | kQuery | kFragment;
  table['@'] = table['/'] = kPath | kQuery | kFragment;
  table['?'] = kQuery | kFragment;
  return table;
}
constexpr auto kTable = make_table();

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool allowed(char c, std::uint8_t part) {
  const auto u = static_cast<unsigned char>(c);
  return u < 128 && (kTable[u] & part) != 0;
}

// ucschar, without the bidirectional controls that RFC 3987, 4.1 forbids.
bool is_ucs(char32_t c) {
  if (c < 0xA0 || (c & 0xFFFE) == 0xFFFE) return false;
  if (c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return false;
  return c <= 0xD7FF || (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFEF) ||
         (c >= 0x10000 && c <= 0xDFFFF) || (c >= 0xE1000 && c <= 0xEFFFF);
}
bool is_private(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || (c >= 0x100000 && c <= 0x10FFFD);
}

void encode_byte(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto u = static_cast<unsigned char>(c);
  out += '%';
  out += digits[u >> 4];
  out += digits[u & 15];
}

void append_part(std::string& out, std::string_view part, std::uint8_t where) {
  for (std::size_t at = 0; at < part.size();) {
    const char c = part[at];
    if (static_cast<unsigned char>(c) >= 0x80) {
      const char32_t code = text::decode(part, at);
      std::string bytes;
      text::append(bytes, code);
      if (is_ucs(code) || (where == kQuery && is_private(code))) {
        out += bytes;
      } else {
        for (const char b : bytes) encode_byte(out, b);
      }
      continue;
    }
    const bool escape = c == '%' && at + 2 < part.size() && is_hex(part[at + 1]) && is_hex(part[at + 2]);
    if (escape || allowed(c, where)) {
      out += c;
    } else {
      encode_byte(out, c);
    }
    ++at;
  }
}

bool is_ip_literal(std::string_view host) {
  if (host.size() < 4 || host.front() != '[' || host.back() != ']') return false;
  in6_addr address{};
  return inet_pton(AF_INET6, std::string(host.substr(1, host.size() - 2)).c_str(), &address) == 1;
}

void append_authority(std::string& out, std::string_view authority) {
  if (const auto at = authority.rfind('@'); at != std::string_view::npos) {
    append_part(out, authority.substr(0, at), kUser);
    out += '@';
    authority.remove_prefix(at + 1);
  }
  std::string_view port;
  if (const auto colon = authority.rfind(':'); colon != std::string_view::npos) {
    const std::string_view digits = authority.substr(colon + 1);
    if (std::all_of(digits.begin(), digits.end(), is_digit)) {
      port = authority.substr(colon);
      authority = authority.substr(0, colon);
    }
  }
  if (is_ip_literal(authority)) {
    out += authority;
  } else {
    append_part(out, authority, kHost);
  }
  out += port;
}

bool has_dot_segment(std::string_view path) {
  for (std::size_t at = 0; at < path.size(); ++at) {
    const auto end = std::min(path.find('/', at), path.size());
    const std::string_view segment = path.substr(at, end - at);
    if (segment == "." || segment == "..") return true;
    at = end;
  }
  return false;
}

// RFC 3986, 5.2.4: some parsers do it and some do not, so that "/a/../b" would be two things.
std::string without_dot_segments(std::string_view path, bool has_authority) {
  std::string out;
  while (!path.empty()) {
    // A segment with the "/" before it, or the first one of a path without.
    const auto end = std::min(path.find('/', 1), path.size());
    const std::string_view segment = path.substr(0, end);
    const std::string_view name = segment.starts_with('/') ? segment.substr(1) : segment;
    const bool is_last = end == path.size();
    if (name == "..") out.resize(out.rfind('/') == std::string::npos ? 0 : out.rfind('/'));
    if (name != "." && name != "..") {
      out += segment;
    } else if (is_last && segment.starts_with('/')) {
      out += '/';
    }
    path.remove_prefix(end);
  }
  // "x:/..//y" must not come to have an authority.
  while (!has_authority && out.starts_with("//")) out.erase(0, 1);
  return out;
}

// What follows the scheme, or a relative reference, whose dot segments mean something.
void append_rest(std::string& out, std::string_view rest, bool is_relative) {
  const bool has_authority = rest.starts_with("//");
  if (has_authority) {
    const auto end = std::min(rest.find_first_of("/?#", 2), rest.size());
    out += "//";
    append_authority(out, rest.substr(2, end - 2));
    rest.remove_prefix(end);
  }
  const auto hash = std::min(rest.find('#'), rest.size());
  const auto question = std::min(rest.substr(0, hash).find('?'), hash);
  const std::string_view path = rest.substr(0, question);
  append_part(out, !is_relative && has_dot_segment(path) ? without_dot_segments(path, has_authority) : path, kPath);
  if (question < hash) {
    out += '?';
    append_part(out, rest.substr(question + 1, hash - question - 1), kQuery);
  }
  if (hash < rest.size()) {
    out += '#';
    append_part(out, rest.substr(hash + 1), kFragment);
  }
}

std::size_t scheme_length(std::string_view text) {
  if (text.empty() || !is_alpha(text.front())) return 0;
  std::size_t at = 1;
  while (at < text.size() &&
         (is_alpha(text[at]) || is_digit(text[at]) || text[at] == '+' || text[at] == '-' || text[at] == '.'))
    ++at;
  return at < text.size() && text[at] == ':' ? at : 0;
}

// Most IRIs need no repair; this finds out in one pass. False may be wrong, true is not.
bool is_plainly_valid(std::string_view text, std::size_t scheme) {
  std::size_t at = scheme + 1;
  if (text.substr(at).starts_with("//")) {
    for (at += 2; at < text.size() && text[at] != '/'; ++at)
      if (!allowed(text[at], kPlain)) return false;
  }
  bool fragment = false;
  bool query = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    const bool may_be_dots = c == '.' && !query && !fragment && (text[at - 1] == '/' || at == scheme + 1);
    if (may_be_dots) return false;
    if (allowed(c, kPath)) continue;
    if (c == '?' && (query || fragment)) continue;
    if (c == '?') {
      query = true;
    } else if (c == '#' && !fragment) {
      fragment = true;
    } else {
      return false;
    }
  }
  return true;
}

std::string_view trim(std::string_view text) {
  const auto is_blank = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<std::string> repair_iri(std::string_view text) {
  text = trim(text);
  const std::size_t scheme = scheme_length(text);
  if (scheme == 0) return std::nullopt;
  if (is_plainly_valid(text, scheme)) return std::string(text);
  std::string out(text.substr(0, scheme + 1));
  append_rest(out, text.substr(scheme + 1), false);
  return out;
}

std::string repair_iri_reference(std::string_view text) {
  text = trim(text);
  if (scheme_length(text) != 0) return *repair_iri(text);
  std::string out;
  append_rest(out, text, true);
  return out;
}

}  // namespace triplewright::rdf
