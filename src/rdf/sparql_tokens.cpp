#include <algorithm>

#include "rdf/sparql.h"
#include "triplewright/error.h"

namespace triplewright::rdf {
namespace {

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_name(char c) {
  return is_alpha(c) || is_digit(c) || c == '_' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

class Lexer {
 public:
  Lexer(std::string_view text, std::string_view source) : text_(text), source_(source) {}

  std::vector<SparqlToken> run() {
    while (skip_blank()) token();
    tokens_.push_back({SparqlToken::Kind::End, {}, text_.size(), line_});
    return std::move(tokens_);
  }

 private:
  using Kind = SparqlToken::Kind;

  bool skip_blank() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        if (c == '\n') ++line_;
        ++at_;
      } else {
        return true;
      }
    }
    return false;
  }

  char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  void emit(Kind kind, std::size_t length) {
    tokens_.push_back({kind, text_.substr(at_, length), at_, line_});
    at_ += length;
  }

  // Bytes from at_ + begin on for which `fits` holds.
  template <typename Fits>
  std::size_t span(std::size_t begin, const Fits& fits) const {
    std::size_t end = begin;
    while (at_ + end < text_.size() && fits(text_[at_ + end])) ++end;
    return end;
  }

  void token() {
    const char c = text_[at_];
    if (c == '<' && iri()) return;
    if (c == '"' || c == '\'') return string(c);
    if ((c == '?' || c == '$') && is_name(peek(1)) && peek(1) != '-')
      return emit(Kind::Variable, span(1, [](char x) { return is_name(x) && x != '-'; }));
    if (c == '@' && is_alpha(peek(1))) return emit(Kind::Language, span(1, is_name));
    if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return number();
    if (c == '_' && peek(1) == ':') return emit(Kind::Blank, name_end(2));
    if (is_name(c) || c == ':') return name();
    for (const std::string_view mark : {"^^", "||", "&&", "!=", "<=", ">="})
      if (text_.substr(at_).starts_with(mark)) return emit(Kind::Mark, 2);
    emit(Kind::Mark, 1);
  }

  // "<" opens an IRI when a ">" follows before anything that an IRI has not; else it compares.
  bool iri() {
    const std::size_t end = span(1, [](char x) {
      return static_cast<unsigned char>(x) > 0x20 && std::string_view("<>\"{}|^`").find(x) == std::string_view::npos;
    });
    if (peek(end) != '>') return false;
    emit(Kind::Iri, end + 1);
    return true;
  }

  void string(char quote) {
    const std::string_view rest = text_.substr(at_);
    const bool is_long = rest.size() >= 3 && rest[1] == quote && rest[2] == quote;
    const std::size_t width = is_long ? 3 : 1;
    const std::size_t line = line_;
    for (std::size_t i = width; i < rest.size(); ++i) {
      if (rest[i] == '\\') {
        ++i;
      } else if (rest[i] == '\n') {
        if (!is_long) break;
        ++line_;
      } else if (rest[i] == quote && (!is_long || rest.substr(i).starts_with(rest.substr(0, 3)))) {
        while (is_long && i + 3 < rest.size() && rest[i + 3] == quote) ++i;
        tokens_.push_back({Kind::String, rest.substr(0, i + width), at_, line});
        at_ += i + width;
        return;
      }
    }
    throw Error("a string without end", {std::string(source_), line, 0, 0});
  }

  void number() {
    std::size_t end = span(0, is_digit);
    if (peek(end) == '.' && is_digit(peek(end + 1))) end = span(end + 1, is_digit);
    if (peek(end) == 'e' || peek(end) == 'E') {
      const std::size_t sign = peek(end + 1) == '+' || peek(end + 1) == '-' ? 1 : 0;
      if (is_digit(peek(end + 1 + sign))) end = span(end + 1 + sign, is_digit);
    }
    emit(Kind::Number, end);
  }

  // The end of a local name: it may have dots, colons and escapes within.
  std::size_t name_end(std::size_t begin) const {
    std::size_t end = begin;
    while (at_ + end < text_.size()) {
      const char c = text_[at_ + end];
      if (c == '\\') {
        end += 2;
      } else if (c == '.') {
        const std::size_t dots = span(end, [](char x) { return x == '.'; });
        if (!is_name(peek(dots)) && peek(dots) != ':' && peek(dots) != '%' && peek(dots) != '\\') break;
        end = dots;
      } else if (is_name(c) || c == ':' || c == '%') {
        ++end;
      } else {
        break;
      }
    }
    return std::min(end, text_.size() - at_);
  }

  void name() {
    std::size_t end = span(0, is_name);
    while (peek(end) == '.' && is_name(peek(end + 1))) end = span(end + 1, is_name);
    if (peek(end) == ':') return emit(Kind::Name, name_end(end + 1));
    // No colon: a keyword, which has no dots.
    emit(Kind::Word, std::max<std::size_t>(1, span(0, [](char x) { return is_name(x) && x != '-'; })));
  }

  std::string_view text_;
  std::string_view source_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::vector<SparqlToken> tokens_;
};

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace

bool SparqlToken::is(std::string_view word) const {
  return (kind == Kind::Word || kind == Kind::Mark) && std::equal(text.begin(), text.end(), word.begin(), word.end(),
                                                                  [](char a, char b) { return upper(a) == upper(b); });
}

std::vector<SparqlToken> sparql_tokens(std::string_view query, std::string_view source_name) {
  return Lexer(query, source_name).run();
}

}  // namespace triplewright::rdf
