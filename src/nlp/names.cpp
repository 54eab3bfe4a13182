#include "nlp/names.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "nlp/kernels.h"
#include "text/hash.h"

namespace triplewright::nlp {

namespace {

constexpr std::size_t kEdge = NameRecognizer::kLabels;
constexpr float kNever = -1e30f;

// Which labels may stand before each label.
struct Predecessors {
  std::array<std::array<std::uint8_t, NameRecognizer::kLabels>, NameRecognizer::kLabels> labels{};
  std::array<std::size_t, NameRecognizer::kLabels> counts{};

  Predecessors() {
    for (std::size_t to = 0; to < NameRecognizer::kLabels; ++to) {
      for (std::size_t from = 0; from < NameRecognizer::kLabels; ++from) {
        if (NameRecognizer::may_follow(from, to)) labels[to][counts[to]++] = static_cast<std::uint8_t>(from);
      }
    }
  }
};

Feature extend(Feature phrase, std::uint64_t word) {
  return feature(0x6A7, phrase, word);
}

bool is_joint(std::string_view form) {
  return form == "-" || form == "." || form == "\u2013";
}

}  // namespace

void Gazetteer::add(std::string_view name, Kind kind) {
  Feature key = 0;
  std::size_t words = 0;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) {
      key = extend(key, text::hash64(normalized_form(word)));
      ++words;
      word.clear();
    }
  };
  for (char c : name) {
    if (c == ' ' || c == '-' || c == ',' || c == '.') {
      end_word();
    } else {
      word += c;
    }
  }
  end_word();
  if (words == 0 || words > kLongest) return;
  keys_.push_back(key);
  kinds_.push_back(static_cast<std::int8_t>(kind));
}

void Gazetteer::finish() {
  std::vector<std::size_t> order(keys_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return keys_[a] < keys_[b]; });
  Gazetteer sorted;
  for (std::size_t at : order) {
    if (!sorted.keys_.empty() && sorted.keys_.back() == keys_[at]) {
      sorted.kinds_.back() = static_cast<std::int8_t>(sorted.kinds_.back() | kinds_[at]);
    } else {
      sorted.keys_.push_back(keys_[at]);
      sorted.kinds_.push_back(kinds_[at]);
    }
  }
  *this = std::move(sorted);
}

std::uint8_t Gazetteer::find(Feature key) const {
  const auto it = std::lower_bound(keys_.begin(), keys_.end(), key);
  return it == keys_.end() || *it != key
             ? std::uint8_t{0}
             : static_cast<std::uint8_t>(kinds_[static_cast<std::size_t>(it - keys_.begin())]);
}

std::vector<std::uint8_t> Gazetteer::flags(const std::vector<WordForm>& words) const {
  std::vector<std::uint8_t> flags(words.size(), 0);
  for (std::size_t i = 0; i < words.size();) {
    std::size_t longest = i;
    std::uint8_t kinds = 0;
    if (words[i].word_case != WordCase::Lower && words[i].word_case != WordCase::Unknown) {
      Feature key = 0;
      std::size_t count = 0;
      for (std::size_t end = i; end < words.size() && count < kLongest; ++end) {
        if (is_joint(words[end].form)) continue;
        key = extend(key, words[end].lower);
        ++count;
        if (const std::uint8_t found = find(key); found != 0) {
          longest = end + 1;
          kinds = found;
        }
      }
    }
    if (kinds == 0) {
      ++i;
      continue;
    }
    for (std::size_t at = i; at < longest; ++at) flags[at] = static_cast<std::uint8_t>(kinds | (at > i ? Inside : 0));
    i = longest;
  }
  return flags;
}

void Gazetteer::write(ModelWriter& writer) const {
  writer.u32s(keys_);
  writer.i8s(kinds_);
}

Gazetteer Gazetteer::read(ModelReader& reader) {
  Gazetteer gazetteer;
  gazetteer.keys_ = reader.u32s();
  gazetteer.kinds_ = reader.i8s();
  if (gazetteer.keys_.size() != gazetteer.kinds_.size() ||
      !std::is_sorted(gazetteer.keys_.begin(), gazetteer.keys_.end())) {
    reader.fail("gazetteer of inconsistent size");
  }
  return gazetteer;
}

bool NameRecognizer::may_follow(std::size_t before, std::size_t after) {
  const auto inside = [](std::size_t label) {
    return label != 0 && label != kEdge && ((label - 1) % 4 == Begin || (label - 1) % 4 == In);
  };
  const bool continues = after != 0 && after != kEdge && ((after - 1) % 4 == In || (after - 1) % 4 == Last);
  if (inside(before) != continues) return false;
  return !continues || (before - 1) / 4 == (after - 1) / 4;
}

std::vector<std::uint8_t> NameRecognizer::decode(const float* scores, std::size_t size) const {
  const std::size_t stride = output_.outputs;
  constexpr std::size_t kSide = kLabels + 1;
  static const Predecessors before;
  std::vector<std::uint8_t> back(size * kLabels);
  std::array<float, kLabels> best{};
  std::array<float, kLabels> next{};
  for (std::size_t to = 0; to < kLabels; ++to) {
    best[to] = may_follow(kEdge, to) ? transitions_[kEdge * kSide + to] + scores[to] : kNever;
  }
  for (std::size_t i = 1; i < size; ++i) {
    for (std::size_t to = 0; to < kLabels; ++to) {
      float top = kNever;
      std::uint8_t choice = 0;
      for (std::size_t b = 0; b < before.counts[to]; ++b) {
        const std::uint8_t from = before.labels[to][b];
        const float score = best[from] + transitions_[from * kSide + to];
        if (score > top) {
          top = score;
          choice = from;
        }
      }
      back[i * kLabels + to] = choice;
      next[to] = top + scores[i * stride + to];
    }
    best = next;
  }
  std::size_t label = 0;
  float top = kNever;
  for (std::size_t from = 0; from < kLabels; ++from) {
    const float score = best[from] + transitions_[from * kSide + kEdge];
    if (score > top && may_follow(from, kEdge)) {
      top = score;
      label = from;
    }
  }
  std::vector<std::uint8_t> labels(size);
  for (std::size_t i = size; i-- > 0;) {
    labels[i] = static_cast<std::uint8_t>(label);
    label = back[i * kLabels + label];
  }
  return labels;
}

void NameRecognizer::run(const std::vector<std::vector<EncoderWord>>& sentences, const WordVectors& vectors,
                         NamesScratch& scratch, std::vector<std::vector<Name>>& out) const {
  out.assign(sentences.size(), {});
  scratch.batch.clear();
  std::vector<std::size_t> first_rows;
  first_rows.reserve(sentences.size());
  for (const auto& sentence : sentences) first_rows.push_back(scratch.batch.add(sentence));
  encoder_.run(scratch.batch, vectors);
  const std::size_t rows = scratch.batch.words.size();
  scratch.scores.resize(rows * output_.outputs);
  output_.apply(rows, scratch.batch.small.data(), encoder_.width(), scratch.scores.data(), output_.outputs);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    if (sentences[s].empty()) continue;
    float* scores = scratch.scores.data() + first_rows[s] * output_.outputs;
    for (std::size_t i = 0; i < sentences[s].size(); ++i) {
      kernels().axpy(1.0f, bias_.data(), scores + i * output_.outputs, output_.outputs);
    }
    const std::vector<std::uint8_t> labels = decode(scores, sentences[s].size());
    for (std::uint32_t i = 0; i < labels.size();) {
      if (labels[i] == 0) {
        ++i;
        continue;
      }
      const auto begin = i;
      const std::size_t type = (labels[i] - 1u) / 4;
      while (i < labels.size() && (labels[i] - 1) % 4 != Last && (labels[i] - 1) % 4 != Unit) ++i;
      i = std::min(i + 1, static_cast<std::uint32_t>(labels.size()));
      out[s].push_back({{begin, i}, static_cast<NameType>(type + 1)});
    }
  }
}

void NameRecognizer::compress() {
  encoder_.compress();
  output_.compress();
}

void NameRecognizer::write(ModelWriter& writer) const {
  gazetteer_.write(writer);
  encoder_.write(writer);
  output_.write(writer);
  writer.halves(bias_);
  writer.halves(transitions_);
}

NameRecognizer NameRecognizer::read(ModelReader& reader) {
  NameRecognizer names;
  names.gazetteer_ = Gazetteer::read(reader);
  names.encoder_ = Encoder::read(reader);
  names.output_ = Weights::read(reader);
  names.bias_ = reader.halves();
  names.transitions_ = reader.halves();
  if (names.output_.inputs != names.encoder_.width() || names.output_.outputs != padded(kLabels) ||
      names.bias_.size() != padded(kLabels) || names.transitions_.size() != (kLabels + 1) * (kLabels + 1)) {
    reader.fail("name recognizer of inconsistent size");
  }
  return names;
}

}  // namespace triplewright::nlp
