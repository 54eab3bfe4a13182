#include "nlp/tagger.h"

#include <algorithm>

#include "text/hash.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::nlp {

namespace {

constexpr std::uint64_t kOutside = 0x5151;

// Upper X, lower x, digit d, else itself; runs cut to two.
std::uint64_t shape_of(std::string_view form) {
  std::uint64_t hash = 7;
  char32_t last = 0;
  int run = 0;
  for (std::size_t at = 0; at < form.size();) {
    char32_t c = text::decode(form, at);
    if (text::is_upper(c)) {
      c = 'X';
    } else if (text::is_lower(c)) {
      c = 'x';
    } else if (text::is_digit(c)) {
      c = 'd';
    }
    run = c == last ? run + 1 : 0;
    last = c;
    if (run < 2) hash = (hash ^ c) * 0x9FB21C651E98DF25ull + 1;
  }
  return hash;
}

// Hyphens and minus signs that the treebanks do not have stand for theirs.
std::string_view known_mark(std::string_view form) {
  for (const std::string_view dash : {"\u2010", "\u2011", "\u2012", "\u2015", "\u2212"}) {
    if (form == dash) return "-";
  }
  return form;
}

}  // namespace

WordForm::WordForm(std::string_view word, const WordVectors& vectors)
    : form(known_mark(word)), normalized(normalized_form(form)) {
  exact = text::hash64(form);
  lower = text::hash64(normalized);
  shape = shape_of(form);
  word_case = case_of(form);
  vector = vectors.vocabulary().find(normalized);
  std::size_t front = 0;
  std::size_t back = normalized.size();
  for (int k = 0; k < 4 && front < normalized.size(); ++k) {
    text::decode(normalized, front);
    do --back;
    while (back > 0 && (static_cast<unsigned char>(normalized[back]) & 0xC0) == 0x80);
    prefixes[k] = text::hash64(std::string_view(normalized).substr(0, front));
    suffixes[k] = text::hash64(std::string_view(normalized).substr(back));
  }
}

bool is_title_case(const std::vector<std::string_view>& forms, const WordVectors& vectors) {
  std::size_t raised = 0;
  std::size_t kept = 0;
  for (std::size_t i = 1; i < forms.size(); ++i) {
    const WordCase here = case_of(forms[i]);
    if (here == WordCase::Unknown) continue;
    const std::string word = normalized_form(forms[i]);
    if (word.size() < 4 || vectors.usual_case(vectors.vocabulary().find(word)) != WordCase::Lower) continue;
    ++(here == WordCase::Lower ? kept : raised);
  }
  return raised >= 2 && raised > 3 * kept;
}

std::vector<WordForm> word_forms(const std::vector<std::string_view>& forms, const WordVectors& vectors,
                                 bool title_case) {
  std::vector<WordForm> words;
  words.reserve(forms.size());
  for (std::string_view form : forms) words.emplace_back(form, vectors);
  if (!title_case) return words;
  for (WordForm& word : words) {
    if (word.word_case != WordCase::Capitalized && word.word_case != WordCase::Upper) continue;
    const WordCase usual = vectors.usual_case(word.vector);
    const bool lower = usual == WordCase::Lower && (word.word_case == WordCase::Capitalized || word.form.size() > 4);
    if (!lower) continue;
    const std::string_view original = word.form;
    const std::string lowered = text::lower(original);
    word.exact = text::hash64(lowered);
    word.shape = shape_of(lowered);
    word.word_case = WordCase::Lower;
  }
  return words;
}

std::int32_t Tagger::lexicon(const WordForm& word) const {
  return words_.find(word.normalized);
}

void Tagger::features(const std::vector<WordForm>& words, std::size_t i, const std::vector<std::uint16_t>& tags,
                      const std::vector<std::int32_t>& entries, std::vector<Feature>& out) const {
  out.clear();
  const auto word = [&](std::ptrdiff_t offset) -> const WordForm* {
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(i) + offset;
    return at < 0 || at >= static_cast<std::ptrdiff_t>(words.size()) ? nullptr : &words[static_cast<std::size_t>(at)];
  };
  const auto lower = [&](std::ptrdiff_t offset) { return word(offset) != nullptr ? word(offset)->lower : kOutside; };
  const auto suffix = [&](std::ptrdiff_t offset) {
    return word(offset) != nullptr ? word(offset)->suffixes[2] : kOutside;
  };
  const auto shape = [&](std::ptrdiff_t offset) { return word(offset) != nullptr ? word(offset)->shape : kOutside; };
  const auto tag = [&](std::size_t back) { return i >= back ? std::uint64_t{tags[i - back]} : kOutside; };
  const auto ambiguity = [&](std::size_t ahead) -> std::uint64_t {
    if (i + ahead >= words.size()) return kOutside;
    const std::int32_t entry = entries[i + ahead];
    return entry < 0 ? suffix(static_cast<std::ptrdiff_t>(ahead)) : ambiguity_[static_cast<std::size_t>(entry)];
  };
  const WordForm& w = words[i];
  std::uint64_t n = 1;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    out.push_back(feature(n++, a, b, c));
  };
  add(0);
  add(w.exact);
  add(w.lower);
  for (int k = 0; k < 4; ++k) add(w.prefixes[k]);
  for (int k = 0; k < 4; ++k) add(w.suffixes[k]);
  add(w.shape);
  add(w.shape, i == 0);
  add(w.suffixes[2], static_cast<std::uint64_t>(w.word_case), i == 0);
  add(w.suffixes[1], w.shape, tag(1));
  add(ambiguity(0));
  add(tag(1));
  add(tag(1), tag(2));
  add(tag(1), w.lower);
  add(tag(2), tag(1), w.lower);
  add(tag(1), tag(2), ambiguity(0));
  add(lower(-1));
  add(lower(-2));
  add(lower(1));
  add(lower(2));
  add(lower(-1), w.lower);
  add(w.lower, lower(1));
  add(lower(-1), lower(1));
  add(suffix(-1));
  add(suffix(1));
  add(shape(1), w.shape);
  add(shape(-1), w.shape, tag(1));
  add(ambiguity(1));
  add(ambiguity(0), ambiguity(1));
  add(ambiguity(1), ambiguity(2));
  add(tag(1), ambiguity(0), ambiguity(1));
  add(tag(1), ambiguity(1));
}

void Tagger::run(const std::vector<WordForm>& words, std::vector<std::uint16_t>& tags) const {
  tags.assign(words.size(), 0);
  std::vector<std::int32_t> entries(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) entries[i] = lexicon(words[i]);
  std::vector<Feature> row;
  std::vector<std::int32_t> scores(model_.labels().size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::int16_t fixed = entries[i] < 0 ? std::int16_t{-1} : fixed_[static_cast<std::size_t>(entries[i])];
    if (fixed >= 0) {
      tags[i] = static_cast<std::uint16_t>(fixed);
      continue;
    }
    features(words, i, tags, entries, row);
    tags[i] = static_cast<std::uint16_t>(model_.best(row, scores));
  }
}

void Tagger::write(ModelWriter& writer) const {
  writer.strings(words_.words());
  writer.i16s(fixed_);
  writer.u32s(ambiguity_);
  model_.write(writer);
}

Tagger Tagger::read(ModelReader& reader) {
  Tagger tagger;
  tagger.words_ = Vocabulary(reader.strings());
  tagger.fixed_ = reader.i16s();
  tagger.ambiguity_ = reader.u32s();
  tagger.model_ = LinearModel::read(reader);
  bool sane = tagger.fixed_.size() == tagger.words_.size() && tagger.ambiguity_.size() == tagger.words_.size();
  for (std::int16_t tag : tagger.fixed_) sane = sane && tag < static_cast<std::int32_t>(tagger.labels().size());
  if (!sane) reader.fail("tagger of inconsistent size");
  return tagger;
}

}  // namespace triplewright::nlp
