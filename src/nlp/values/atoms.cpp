#include "nlp/values/atoms.h"

#include <array>
#include <utility>

#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::nlp::values {
namespace {

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Typographic symbols as the grammars spell them.
std::string_view fold_symbol(char32_t c, std::string_view as_written) {
  switch (c) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
    case '~':
      return "-";
    case 0x2018:
    case 0x2019:
    case 0x02BC:
      return "'";
    case 0xFF04:
      return "$";
    case 0xFFE5:
      return "¥";
    default:
      return as_written;
  }
}

class Lexer {
 public:
  Lexer(std::string_view text, std::uint32_t offset) : text_(text), offset_(offset) {}

  std::vector<Atom> run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      const bool point = c == '.' && digit_at(at_ + 1) && (at_ == 0 || !digit_at(at_ - 1));
      if (is_ascii_digit(c) || (point && (atoms_.empty() || space_))) {
        number();
      } else {
        other();
      }
    }
    return std::move(atoms_);
  }

 private:
  [[nodiscard]] bool digit_at(std::size_t i) const { return i < text_.size() && is_ascii_digit(text_[i]); }
  [[nodiscard]] std::size_t digits_from(std::size_t i) const {
    std::size_t n = 0;
    while (digit_at(i + n)) ++n;
    return n;
  }

  Atom& add(std::size_t begin, std::size_t end, AtomKind kind) {
    Atom atom;
    atom.bytes = {offset_ + static_cast<std::uint32_t>(begin), offset_ + static_cast<std::uint32_t>(end)};
    atom.kind = kind;
    atom.glued = !space_ && !atoms_.empty();
    space_ = false;
    return atoms_.emplace_back(std::move(atom));
  }

  // Bytes of a thousands separator at `i`: a comma, or a space of any kind when `spaces`.
  [[nodiscard]] std::size_t separator(std::size_t i, bool spaces) const {
    if (i >= text_.size()) return 0;
    if (!spaces) return text_[i] == ',' ? 1 : 0;
    std::size_t next = i;
    return text::is_space(text::decode(text_, next)) && text_[i] != '\n' ? next - i : 0;
  }

  // digits [sep ddd]* [. digits]; Indian grouping (12,34,567) too.
  void number() {
    const std::size_t begin = at_;
    std::string digits;
    std::size_t i = at_ + digits_from(at_);
    digits = text_.substr(begin, i - begin);
    bool grouped = false;
    for (const bool spaces : {false, true}) {
      if (grouped || digits.size() > 3 || digits.empty()) break;
      std::size_t j = i;
      std::string more;
      while (true) {
        const std::size_t width = separator(j, spaces);
        const std::size_t n = width == 0 ? 0 : digits_from(j + width);
        const bool indian = !spaces && n == 2 && separator(j + width + 2, false) == 1;
        if (n != 3 && !indian) break;
        // "5,000,00" is no number, and "12 345 6789" are three
        more += text_.substr(j + width, n);
        j += width + n;
      }
      const std::size_t rest = separator(j, spaces);
      if (!more.empty() && !(rest != 0 && digit_at(j + rest)) && !digit_at(j)) {
        // A list of numbers ("22,124,126") is not told from one number; a zero in front tells a code.
        digits += more;
        i = j;
        grouped = digits.front() != '0' || digits.size() > 6;
      }
    }
    if (i < text_.size() && text_[i] == '.' && digit_at(i + 1)) {
      const std::size_t n = digits_from(i + 1);
      const std::size_t after = i + 1 + n;
      // 3.5.1 is a version and 23.04.2022 a date: their points stay symbols.
      if (!(after < text_.size() && text_[after] == '.' && digit_at(after + 1)) && !continues_dotted()) {
        digits += "." + std::string(text_.substr(i + 1, n));
        i = after;
      }
    }
    Atom& atom = add(begin, i, AtomKind::Number);
    atom.grouped = grouped;
    atom.text = std::move(digits);
    at_ = i;
  }

  [[nodiscard]] bool continues_dotted() const {
    return atoms_.size() >= 2 && !space_ && atoms_.back().text == "." && atoms_.back().glued &&
           atoms_[atoms_.size() - 2].kind == AtomKind::Number;
  }

  void other() {
    std::size_t next = at_;
    const char32_t c = text::decode(text_, next);
    if (text::is_space(c)) {
      space_ = true;
      at_ = next;
      return;
    }
    if (!text::is_letter(c)) {
      const std::size_t begin = std::exchange(at_, next);
      Atom& atom = add(begin, next, AtomKind::Symbol);
      atom.text = fold_symbol(c, text_.substr(begin, next - begin));
      atom.word = find_word(atom.text);
      return;
    }
    const std::size_t begin = at_;
    bool capital = text::is_upper(c);
    bool caps = capital;
    at_ = next;
    while (at_ < text_.size()) {
      std::size_t after = at_;
      const char32_t d = text::decode(text_, after);
      if (!is_ascii_letter(text_[at_]) && !text::is_letter(d)) break;
      const bool upper = text::is_upper(d);
      caps = caps && upper;
      capital = capital || upper;  // "iPhone"
      at_ = after;
    }
    Atom& atom = add(begin, at_, AtomKind::Word);
    atom.capital = capital;
    atom.caps = caps;
    atom.text = text::lower(text_.substr(begin, at_ - begin));
    atom.word = find_word(atom.text);
  }

  std::string_view text_;
  std::uint32_t offset_;
  std::size_t at_ = 0;
  bool space_ = false;
  std::vector<Atom> atoms_;
};

}  // namespace

std::vector<Atom> atoms_of(std::string_view text, std::uint32_t offset) {
  return Lexer(text, offset).run();
}

}  // namespace triplewright::nlp::values
