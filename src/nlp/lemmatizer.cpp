#include "nlp/lemmatizer.h"

#include <algorithm>
#include <charconv>

#include "text/hash.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::nlp {

namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Typographic apostrophes as ASCII.
std::string plain(std::string_view form) {
  std::string out{form};
  for (std::size_t at = 0; (at = out.find("\u2019", at)) != std::string::npos;) out.replace(at, 3, "'");
  return out;
}

}  // namespace

LemmaScript LemmaScript::between(std::string_view form, std::string_view lemma) {
  LemmaScript best;
  bool found = false;
  for (const bool lower : {true, false}) {
    const std::string from = lower ? text::lower(plain(form)) : plain(form);
    std::size_t common = 0;
    while (common < from.size() && common < lemma.size() && from[common] == lemma[common]) ++common;
    while (common > 0 && ((common < from.size() && is_continuation(from[common])) ||
                          (common < lemma.size() && is_continuation(lemma[common])))) {
      --common;
    }
    LemmaScript script{lower, static_cast<std::uint32_t>(from.size() - common), std::string(lemma.substr(common))};
    if (!found || script.strip + script.suffix.size() < best.strip + best.suffix.size()) best = script;
    found = true;
  }
  return best;
}

std::string LemmaScript::to_string() const {
  return (lower ? "l" : "k") + std::to_string(strip) + "+" + suffix;
}

LemmaScript LemmaScript::parse(std::string_view text) {
  LemmaScript script;
  const std::size_t plus = text.find('+');
  if (plus == std::string_view::npos || plus < 2 || (text[0] != 'l' && text[0] != 'k')) throw Error("bad lemma script");
  script.lower = text[0] == 'l';
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + plus, script.strip);
  if (error != std::errc() || end != text.data() + plus) throw Error("bad lemma script");
  script.suffix = text.substr(plus + 1);
  return script;
}

std::string LemmaScript::apply(std::string_view form) const {
  std::string out = lower ? text::lower(plain(form)) : plain(form);
  std::size_t keep = out.size() - std::min<std::size_t>(strip, out.size());
  while (keep > 0 && keep < out.size() && is_continuation(out[keep])) --keep;
  out.resize(keep);
  out += suffix;
  return out.empty() ? std::string(form) : out;
}

std::string Lemmatizer::key(std::string_view form, std::string_view tag) {
  return plain(form) + '\t' + std::string(tag);
}

void Lemmatizer::features(std::string_view form, std::string_view tag, std::vector<Feature>& out) {
  out.clear();
  const std::string lower = text::lower(plain(form));
  const std::uint64_t t = text::hash64(tag);
  std::uint64_t n = 1;
  const auto add = [&](std::uint64_t a, std::uint64_t b = 0) { out.push_back(feature(n++, a, b, t)); };
  add(0);
  add(text::hash64(lower));
  std::size_t back = lower.size();
  for (int k = 0; k < 6; ++k) {
    if (back > 0) --back;
    while (back > 0 && is_continuation(lower[back])) --back;
    add(text::hash64(std::string_view(lower).substr(back)), back == 0);
  }
  const bool first_upper = !form.empty() && form[0] >= 'A' && form[0] <= 'Z';
  const bool second_upper = form.size() > 1 && form[1] >= 'A' && form[1] <= 'Z';
  add(first_upper, second_upper);
  add(std::min<std::size_t>(lower.size(), 8),
      text::hash64(std::string_view(lower).substr(lower.size() - std::min<std::size_t>(lower.size(), 2))));
}

std::string Lemmatizer::lemma(std::string_view form, std::string_view tag) const {
  const std::int32_t exception = exceptions_.find(key(form, tag));
  if (exception >= 0) return extra_scripts_[exception_[static_cast<std::size_t>(exception)]].apply(form);
  std::vector<Feature> row;
  features(form, tag, row);
  std::vector<std::int32_t> scores(model_.labels().size());
  return scripts_[model_.best(row, scores)].apply(form);
}

void Lemmatizer::prepare() {
  for (const std::string& label : model_.labels()) scripts_.push_back(LemmaScript::parse(label));
  for (const std::string& label : extra_) extra_scripts_.push_back(LemmaScript::parse(label));
}

void Lemmatizer::write(ModelWriter& writer) const {
  model_.write(writer);
  writer.strings(exceptions_.words());
  writer.u32s(exception_);
  writer.strings(extra_);
}

Lemmatizer Lemmatizer::read(ModelReader& reader) {
  Lemmatizer lemmatizer;
  lemmatizer.model_ = LinearModel::read(reader);
  lemmatizer.exceptions_ = Vocabulary(reader.strings());
  lemmatizer.exception_ = reader.u32s();
  lemmatizer.extra_ = reader.strings();
  bool sane = lemmatizer.exception_.size() == lemmatizer.exceptions_.size();
  for (std::uint32_t at : lemmatizer.exception_) sane = sane && at < lemmatizer.extra_.size();
  if (!sane) reader.fail("lemmatizer of inconsistent size");
  try {
    lemmatizer.prepare();
  } catch (const Error& error) {
    reader.fail(error.what());
  }
  return lemmatizer;
}

}  // namespace triplewright::nlp
