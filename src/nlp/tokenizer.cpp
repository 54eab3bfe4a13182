#include "nlp/tokenizer.h"

#include <algorithm>
#include <array>

#include "text/hash.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::nlp {

namespace {

enum Class : std::uint8_t { Space, Upper, Lower, Digit, OtherLetter, Symbol, Mark };  // Mark and above: one for each

char32_t mapped(char32_t c) {
  switch (c) {
    case U'\u2018':
    case U'\u2019':
    case U'\u02BC':
    case U'\u2032':
      return U'\'';
    case U'\u201C':
    case U'\u201D':
    case U'\u2033':
      return U'"';
    case U'\u2010':
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2014':
    case U'\u2015':
    case U'\u2212':
      return U'-';
    default:
      return c;
  }
}

std::uint8_t class_of(char32_t c) {
  if (c < 0x80) {
    if (c >= 'a' && c <= 'z') return Lower;
    if (c >= 'A' && c <= 'Z') return Upper;
    if (c >= '0' && c <= '9') return Digit;
    return c <= ' ' ? static_cast<std::uint8_t>(Space) : static_cast<std::uint8_t>(Mark + c);
  }
  if (text::is_upper(c)) return Upper;
  if (text::is_lower(c)) return Lower;
  if (text::is_letter(c)) return OtherLetter;
  if (text::is_digit(c)) return Digit;
  return Symbol;
}

bool is_letter_class(std::uint8_t c) {
  return c == Upper || c == Lower || c == OtherLetter;
}

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  return (hash ^ value) * 0x9FB21C651E98DF25ull + 1;
}

char32_t folded(char32_t c) {
  return c >= 'A' && c <= 'Z' ? c + 32 : c >= '0' && c <= '9' ? U'0' : c;
}

// The word that begins or ends at a character, up to white space.
struct Chunk {
  std::uint32_t begin, end;
};

Chunk chunk_left(const TokenizerText& t, std::uint32_t last) {
  std::uint32_t begin = last + 1;
  while (begin > 0 && last + 1 - begin < 24 && t.classes[begin - 1] != Space) --begin;
  return {begin, last + 1};
}

Chunk chunk_right(const TokenizerText& t, std::uint32_t first) {
  std::uint32_t end = first;
  while (end < t.chars.size() && end - first < 24 && t.classes[end] != Space) ++end;
  return {first, end};
}

std::uint64_t text_hash(const TokenizerText& t, Chunk c) {
  std::uint64_t hash = 1;
  for (std::uint32_t i = c.begin; i < c.end; ++i) hash = mix(hash, folded(t.chars[i]));
  return hash;
}

// Classes with runs of one class cut to two.
std::uint64_t shape_hash(const TokenizerText& t, Chunk c) {
  std::uint64_t hash = 2;
  int run = 0;
  for (std::uint32_t i = c.begin; i < c.end; ++i) {
    run = i > c.begin && t.classes[i] == t.classes[i - 1] ? run + 1 : 0;
    if (run < 2) hash = mix(hash, t.classes[i]);
  }
  return hash;
}

// Abbreviations that keep their full stop. Titles are always followed by a name, "No." by its number; of the others a
// sentence may end.
enum class Abbreviation : std::uint8_t { None, Title, Number, Other };

// What the word before the full stop at `stop` is.
Abbreviation abbreviation(const TokenizerText& t, std::uint32_t stop) {
  static constexpr std::array<std::string_view, 9> kTitles = {"mr",  "mrs", "ms",  "dr", "prof",
                                                              "sen", "rep", "gov", "gen"};
  static constexpr std::array<std::string_view, 7> kOthers = {"corp", "inc", "ltd", "co", "jr", "sr", "vs"};
  std::string word;
  std::uint32_t begin = stop;
  while (begin > 0 && is_letter_class(t.classes[begin - 1]) && stop - begin < 6) --begin;
  if (begin > 0 && t.classes[begin - 1] != Space && t.chars[begin - 1] != U'(') return Abbreviation::None;
  if (begin == stop || t.classes[begin] != Upper) return Abbreviation::None;
  for (std::uint32_t i = begin; i < stop; ++i) text::append(word, folded(t.chars[i]));
  if (std::find(kTitles.begin(), kTitles.end(), word) != kTitles.end()) return Abbreviation::Title;
  const bool numbers = stop + 2 < t.chars.size() && t.classes[stop + 1] == Space && t.classes[stop + 2] == Digit;
  if (word == "no") return numbers ? Abbreviation::Number : Abbreviation::None;
  const bool other = std::find(kOthers.begin(), kOthers.end(), word) != kOthers.end();
  return other ? Abbreviation::Other : Abbreviation::None;
}

// "EVs.", "910C.": a plural or a code, whose full stop is the sentence's.
bool takes_no_stop(const TokenizerText& t, const TokenizerText::Candidate& at) {
  if (t.chars[at.right] != U'.' || at.left < 2) return false;
  if (at.right + 1 < t.chars.size() && t.classes[at.right + 1] != Space) return false;
  const std::uint8_t before = t.classes[at.left - 1];
  if (t.chars[at.left] == U's') return before == Upper && t.classes[at.left - 2] == Upper;
  return t.classes[at.left] == Upper && before == Digit;
}

// "in 2026. Dr": four digits, a full stop and a capital.
bool ends_with_year(const TokenizerText& t, const TokenizerText::Candidate& at) {
  if (t.chars[at.left] != U'.' || at.left < 5 || t.classes[at.right] != Upper || t.classes[at.left - 5] != Space)
    return false;
  return std::all_of(t.classes.begin() + at.left - 4, t.classes.begin() + at.left,
                     [](std::uint8_t c) { return c == Digit; });
}

// "gained 2.2%. LG Chem": no abbreviation ends in a sign.
bool ends_with_percent(const TokenizerText& t, const TokenizerText::Candidate& at) {
  return t.chars[at.left] == U'.' && at.left > 1 && t.chars[at.left - 1] == U'%' && t.classes[at.right] == Upper;
}

// "R21", "G7", "5G", "910C": one or two capitals before figures, or one after them that is no thousand or million.
bool is_inside_code(const TokenizerText& t, const TokenizerText::Candidate& at) {
  if (t.classes[at.left] == Digit && t.classes[at.right] == Upper) {
    const bool last = at.right + 1 >= t.chars.size() ||
                      (!is_letter_class(t.classes[at.right + 1]) && t.classes[at.right + 1] != Digit);
    return last && std::u32string_view(U"KMBT").find(t.chars[at.right]) == std::u32string_view::npos;
  }
  if (t.classes[at.left] != Upper || t.classes[at.right] != Digit) return false;
  std::uint32_t begin = at.left;
  while (begin > 0 && is_letter_class(t.classes[begin - 1])) --begin;
  return at.left - begin < 2 && t.classes[begin] == Upper && (begin == 0 || t.classes[begin - 1] != Digit);
}

WordCase usual_case(const TokenizerText& t, Chunk c, const WordVectors& vectors) {
  std::string word;
  for (std::uint32_t i = c.begin; i < c.end && is_letter_class(t.classes[i]); ++i)
    text::append(word, folded(t.chars[i]));
  return word.empty() ? WordCase::Unknown : vectors.usual_case(vectors.vocabulary().find(word));
}

}  // namespace

TokenizerText::TokenizerText(std::string_view text) {
  chars.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = text::decode(text, at);
    if (text::is_space(c)) {
      if (chars.empty()) continue;
      if (classes.back() == Space) {
        // Two line breaks are an empty line.
        if (c == U'\n') chars.back() = chars.back() == U' ' ? U'\n' : U'\f';
        continue;
      }
      chars.push_back(c == U'\n' ? U'\n' : U' ');
      classes.push_back(Space);
    } else {
      chars.push_back(mapped(c));
      classes.push_back(class_of(chars.back()));
    }
    bytes.push_back(static_cast<std::uint32_t>(begin));
    ends.push_back(static_cast<std::uint32_t>(at));
  }
  if (!classes.empty() && classes.back() == Space) {
    chars.pop_back();
    classes.pop_back();
    bytes.pop_back();
    ends.pop_back();
  }
}

std::vector<TokenizerText::Candidate> Tokenizer::candidates(const TokenizerText& t) const {
  std::vector<TokenizerText::Candidate> found;
  const auto size = static_cast<std::uint32_t>(t.chars.size());
  std::string word;
  for (std::uint32_t i = 0; i < size; ++i) {
    const std::uint8_t here = t.classes[i];
    if (here == Space) {
      found.push_back({i - 1, i + 1, true});
      continue;
    }
    if (is_letter_class(here) && (i == 0 || !is_letter_class(t.classes[i - 1]))) {
      // Words of letters that are written as one: cannot, gonna.
      word.clear();
      std::uint32_t end = i;
      while (end < size && is_letter_class(t.classes[end]) && end - i < 9) text::append(word, folded(t.chars[end++]));
      const std::int32_t split = splits_.find(word);
      if (split >= 0) {
        const auto at =
            static_cast<std::uint8_t>(split_at_[static_cast<std::size_t>(split)]);  // positive, as read checks
        if (i > 0 && t.classes[i - 1] != Space) found.push_back({i - 1, i, false});
        found.push_back({i + at - 1, i + at, false});
        continue;
      }
    }
    if (i == 0 || t.classes[i - 1] == Space) continue;
    const std::uint8_t before = t.classes[i - 1];
    const bool same_kind = is_letter_class(before) ? is_letter_class(here) : before == here;
    const bool clitic =
        folded(t.chars[i]) == U'n' && i + 2 < size && t.chars[i + 1] == U'\'' && folded(t.chars[i + 2]) == U't';
    if (!same_kind || clitic) found.push_back({i - 1, i, false});
  }
  return found;
}

void Tokenizer::features(const TokenizerText& t, const TokenizerText::Candidate& at, const WordVectors& vectors,
                         std::vector<Feature>& out) {
  out.clear();
  const std::uint64_t base = at.space ? 1000 : 0;
  const auto size = static_cast<std::int64_t>(t.chars.size());
  // Characters and classes -4..+4; -1 is left of the boundary, 0 right of it.
  std::uint64_t chars[9];
  std::uint64_t classes[9];
  for (int k = 0; k < 9; ++k) {
    const std::int64_t i =
        k < 4 ? static_cast<std::int64_t>(at.left) - 3 + k : static_cast<std::int64_t>(at.right) + k - 4;
    const bool inside = i >= 0 && i < size;
    chars[k] = inside ? folded(t.chars[static_cast<std::size_t>(i)]) : 1;
    classes[k] = inside ? t.classes[static_cast<std::size_t>(i)] : 255;
  }
  std::uint64_t n = base;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    out.push_back(feature(n++, a, b, c));
  };
  add(0);
  for (int k = 1; k < 8; ++k) add(chars[k]);
  const auto chars_hash = [&](int from, int to) {
    std::uint64_t hash = 3;
    for (int k = from + 4; k <= to + 4; ++k) hash = mix(hash, chars[k]);
    return hash;
  };
  const auto classes_hash = [&](int from, int to) {
    std::uint64_t hash = 4;
    for (int k = from + 4; k <= to + 4; ++k) hash = mix(hash, classes[k]);
    return hash;
  };
  for (const auto& [from, to] : {std::pair{-1, 0}, {-2, -1}, {0, 1}, {-2, 0}, {-1, 1}, {-2, 1}, {-3, -1}, {0, 2}}) {
    add(chars_hash(from, to));
  }
  for (const auto& [from, to] : {std::pair{-1, 0}, {-2, 0}, {-1, 1}, {-2, 1}, {-3, 2}, {-4, 0}, {0, 4}, {-4, 3}}) {
    add(classes_hash(from, to));
  }
  const Chunk left = chunk_left(t, at.left);
  const Chunk right = chunk_right(t, at.right);
  const std::uint64_t left_text = text_hash(t, left);
  const std::uint64_t right_text = text_hash(t, right);
  const std::uint64_t left_shape = shape_hash(t, left);
  const std::uint64_t right_shape = shape_hash(t, right);
  add(left_text);
  add(right_text);
  add(left_shape);
  add(right_shape);
  add(left_shape, right_shape);
  add(left_text, classes[4]);
  if (!at.space) {
    add(left_text, right_text);
    add(classes_hash(-1, 0), left.end - left.begin, right.end - right.begin);
    return;
  }
  const auto next_case = static_cast<std::uint64_t>(usual_case(t, right, vectors));
  const std::uint64_t newline = t.chars[at.left + 1] == U'\n';
  add(newline, chars[3], classes[4]);
  add(next_case, chars[3], classes[4]);
  add(next_case, left_shape, classes[4]);
  add(next_case, left_text, classes[4]);
  add(chars[3], right_text);
  add(chars[3], classes[4], left.end - left.begin);
  add(chars_hash(-2, -1), classes_hash(0, 1));
  // The words beyond.
  const bool more_left = left.begin > 1;
  const Chunk before = more_left ? chunk_left(t, left.begin - 2) : Chunk{0, 0};
  add(text_hash(t, before), chars[3], classes[4]);
  add(shape_hash(t, before), left_shape, classes[4]);
  const bool more_right = right.end + 1 < size;
  const Chunk after = more_right ? chunk_right(t, right.end + 1) : Chunk{0, 0};
  add(text_hash(t, after), chars[3], classes[4]);
  add(shape_hash(t, after), chars[3], right_shape);
}

void Tokenizer::run(std::string_view text, const WordVectors& vectors, Result& result) const {
  result.tokens.clear();
  result.sentences.clear();
  const TokenizerText t(text);
  if (t.chars.empty()) return;
  std::vector<Feature> row;
  std::vector<std::int32_t> scores(model_.labels().size());
  std::uint32_t begin = 0;
  for (const TokenizerText::Candidate& at : candidates(t)) {
    if (at.left < begin) continue;
    features(t, at, vectors, row);
    auto boundary = static_cast<Boundary>(model_.best(row, scores));
    if (at.space) {
      if (boundary == Boundary::None) boundary = scores[1] >= scores[2] ? Boundary::Token : Boundary::Sentence;
      if (t.chars[at.left + 1] == U'\f') boundary = Boundary::Sentence;
    }
    // Rules for what is too rare in treebanks to be learned: "Acme Corp. (ACM) said".
    if (!at.space && is_inside_code(t, at)) continue;
    if (!at.space && takes_no_stop(t, at)) boundary = Boundary::Token;
    if (!at.space && t.chars[at.right] == U'.' && abbreviation(t, at.right) != Abbreviation::None) continue;
    if (boundary == Boundary::Sentence && t.chars[at.left] == U'.' && t.chars[at.left + 1] != U'\f') {
      const Abbreviation before = abbreviation(t, at.left);
      const bool goes_on = t.classes[at.right] == Lower || t.chars[at.right] == U'(';
      if (before == Abbreviation::Title || before == Abbreviation::Number || (before == Abbreviation::Other && goes_on))
        boundary = Boundary::Token;
    }
    if (at.space && t.chars[at.left + 1] != U'\f' && t.chars[at.left + 1] != U'\n') {
      // "NXQ Systems named": no sentence ends within a line after a letter or a number and before a small letter
      if (boundary == Boundary::Sentence && (is_letter_class(t.classes[at.left]) || t.classes[at.left] == Digit) &&
          t.classes[at.right] == Lower)
        boundary = Boundary::Token;
      if (ends_with_year(t, at) || ends_with_percent(t, at)) boundary = Boundary::Sentence;
    }
    if (boundary == Boundary::None) continue;
    result.tokens.push_back({t.bytes[begin], t.ends[at.left]});
    if (boundary == Boundary::Sentence) result.sentences.push_back(static_cast<std::uint32_t>(result.tokens.size()));
    begin = at.right;
  }
  result.tokens.push_back({t.bytes[begin], t.ends.back()});
  result.sentences.push_back(static_cast<std::uint32_t>(result.tokens.size()));
}

void Tokenizer::write(ModelWriter& writer) const {
  writer.strings(splits_.words());
  writer.i8s(split_at_);
  model_.write(writer);
}

Tokenizer Tokenizer::read(ModelReader& reader) {
  Tokenizer tokenizer;
  tokenizer.splits_ = Vocabulary(reader.strings());
  tokenizer.split_at_ = reader.i8s();
  bool sane = tokenizer.split_at_.size() == tokenizer.splits_.size();
  for (std::size_t i = 0; sane && i < tokenizer.split_at_.size(); ++i) {
    const std::int8_t at = tokenizer.split_at_[i];
    sane = at > 0 && static_cast<std::size_t>(at) < text::count_code_points(tokenizer.splits_.words()[i]);
  }
  if (!sane) reader.fail("tokenizer with a split outside its word");
  tokenizer.model_ = LinearModel::read(reader);
  if (tokenizer.model_.labels().size() != 3) reader.fail("a tokenizer has three labels");
  return tokenizer;
}

}  // namespace triplewright::nlp
