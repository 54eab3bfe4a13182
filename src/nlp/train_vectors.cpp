// Structured skip-gram (Ling et al. 2015, Two/Too Simple Adaptations of Word2Vec): a word predicts its neighbours with
// one output matrix for each relative position, by negative sampling.
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "nlp/kernels.h"
#include "nlp/random.h"
#include "nlp/training.h"
#include "nlp/vectors.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::nlp {

namespace {

constexpr std::size_t kDimensions = 96;
constexpr int kWindow = 3;
constexpr auto kOffsets = static_cast<std::size_t>(2 * kWindow);
constexpr std::size_t kNegatives = 5;
constexpr std::size_t kMinCount = 4;
constexpr std::size_t kMaxWords = 300'000;  // trained; fewer are shipped
constexpr std::size_t kShipped = 120'000;
constexpr int kEpochs = 4;
constexpr double kSubsample = 2e-4;
constexpr float kRate = 0.03f;

// Splits prose roughly as the tokenizer does: it only needs to agree on most words.
void split_words(std::string_view line, std::vector<std::string_view>& out) {
  enum class Kind { Space, Word, Other };
  const auto kind_of = [](char32_t c) {
    if (c < 0x80) {
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return Kind::Word;
      return c <= ' ' ? Kind::Space : Kind::Other;
    }
    if (text::is_space(c)) return Kind::Space;
    return text::is_letter(c) || text::is_digit(c) ? Kind::Word : Kind::Other;
  };
  const auto add_word = [&](std::string_view word) {
    if (word.size() > 3 && (word.ends_with("n't") || word.ends_with("N'T"))) {
      out.push_back(word.substr(0, word.size() - 3));
      out.push_back(word.substr(word.size() - 3));
      return;
    }
    const std::size_t quote = word.rfind('\'');
    if (quote != std::string_view::npos && quote > 0 && word.size() - quote <= 3) {
      out.push_back(word.substr(0, quote));
      out.push_back(word.substr(quote));
      return;
    }
    out.push_back(word);
  };
  std::size_t start = 0;
  std::size_t at = 0;
  while (at < line.size()) {
    const std::size_t before = at;
    const Kind kind = kind_of(text::decode(line, at));
    if (kind == Kind::Word) continue;
    // Marks inside a word or number: don't, U.S., 3.5, 1,000.
    const bool inner = before > start && at < line.size() && kind == Kind::Other;
    if (inner) {
      std::size_t next = at;
      const char c = line[before];
      const bool digits = line[before - 1] >= '0' && line[before - 1] <= '9' && line[at] >= '0' && line[at] <= '9';
      if (kind_of(text::decode(line, next)) == Kind::Word &&
          (c == '\'' || (c == '.' && (digits || before - start <= 3)) || (c == ',' && digits))) {
        continue;
      }
    }
    if (before > start) add_word(line.substr(start, before - start));
    if (kind == Kind::Other) out.push_back(line.substr(before, at - before));
    start = at;
  }
  if (line.size() > start) add_word(line.substr(start));
}

struct Corpus {
  std::vector<std::string> words;  // by falling frequency
  std::vector<std::size_t> counts;
  std::vector<std::int8_t> cases;         // WordCase of each word
  std::vector<std::uint32_t> ids;         // all paragraphs
  std::vector<std::uint32_t> paragraphs;  // where each begins
};

// How often a word was seen in which case, in the middle of a sentence.
struct CaseCounts {
  std::uint32_t lower = 0, capitalized = 0, upper = 0;

  void add(std::string_view word) {
    const WordCase kind = case_of(word);
    lower += kind == WordCase::Lower;
    capitalized += kind == WordCase::Capitalized;
    upper += kind == WordCase::Upper;
  }
  [[nodiscard]] WordCase common() const {
    const std::uint32_t all = lower + capitalized + upper;
    if (all < 3) return WordCase::Unknown;
    if (lower * 10 >= all * 8) return WordCase::Lower;
    if (capitalized * 10 >= all * 8) return WordCase::Capitalized;
    return upper * 10 >= all * 8 ? WordCase::Upper : WordCase::Mixed;
  }
};

Corpus read_corpus(const std::string& data, const TrainProgress& progress) {
  // Word types are numbered as first seen, then renumbered by frequency.
  std::unordered_map<std::string, std::uint32_t> index;
  std::vector<std::string> types;
  std::vector<std::size_t> counts;
  std::vector<CaseCounts> cases;
  Corpus corpus;
  std::vector<std::string_view> words;
  for (const std::string& path : files_in(data + "/text", "")) {
    const bool prose = path.ends_with(".txt") || path.ends_with(".txt.xz");
    if (!prose || path.ends_with(".LICENSE.txt")) continue;
    const std::string text = read_file_bytes(path);
    for_each_line(text, [&](std::string_view line) {
      words.clear();
      split_words(line, words);
      corpus.paragraphs.push_back(static_cast<std::uint32_t>(corpus.ids.size()));
      bool starts = true;  // a word that may begin a sentence says nothing of its case
      for (std::string_view word : words) {
        const auto [it, fresh] = index.emplace(normalized_form(word), static_cast<std::uint32_t>(types.size()));
        if (fresh) {
          types.push_back(it->first);
          counts.push_back(0);
          cases.emplace_back();
        }
        if (!starts) cases[it->second].add(word);
        starts = word.size() == 1 && std::string_view(".!?:\"(").find(word) != std::string_view::npos;
        ++counts[it->second];
        corpus.ids.push_back(it->second);
      }
    });
    progress("vectors: " + std::to_string(corpus.ids.size()) + " words read, " + path);
  }
  if (corpus.ids.empty()) throw Error("no prose", Position{data + "/text", 0, 0, 0});
  std::vector<std::uint32_t> order(types.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return counts[a] > counts[b]; });
  std::vector<std::uint32_t> renumbered(types.size(), UINT32_MAX);
  for (std::uint32_t id : order) {
    if (counts[id] < kMinCount || corpus.words.size() == kMaxWords) break;
    renumbered[id] = static_cast<std::uint32_t>(corpus.words.size());
    corpus.words.push_back(types[id]);
    corpus.counts.push_back(counts[id]);
    corpus.cases.push_back(static_cast<std::int8_t>(cases[id].common()));
  }
  for (std::uint32_t& id : corpus.ids) id = renumbered[id];
  return corpus;
}

class SkipGram {
 public:
  SkipGram(const Corpus& corpus, std::uint64_t seed) : corpus_(corpus), random_(seed) {
    const std::size_t words = corpus.words.size();
    input_.resize(words * kDimensions);
    for (float& x : input_) x = (random_.uniform() - 0.5f) / static_cast<float>(kDimensions);
    output_.assign(words * kOffsets * kDimensions, 0.0f);
    double total = 0;
    for (std::size_t count : corpus.counts) total += static_cast<double>(count);
    for (std::size_t count : corpus.counts) {
      const double f = static_cast<double>(count) / total;
      keep_.push_back(static_cast<float>(std::min(1.0, std::sqrt(kSubsample / f) + kSubsample / f)));
    }
    noise_table();
  }

  void run(const TrainProgress& progress) {
    std::vector<std::uint32_t> order(corpus_.paragraphs.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const double all = static_cast<double>(corpus_.ids.size()) * kEpochs;
    double done = 0;
    double reported = 0;
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
      random_.shuffle(order);
      for (std::uint32_t p : order) {
        const std::size_t begin = corpus_.paragraphs[p];
        const std::size_t end = p + 1 < corpus_.paragraphs.size() ? corpus_.paragraphs[p + 1] : corpus_.ids.size();
        const float rate = kRate * static_cast<float>(std::max(1.0 - done / all, 1e-3));
        paragraph(begin, end, rate);
        done += static_cast<double>(end - begin);
        if (done - reported >= all / 100) {
          reported = done;
          progress("vectors: " + std::to_string(static_cast<int>(100 * done / all)) + "%, loss " +
                   std::to_string(loss_ / static_cast<double>(std::max<std::size_t>(losses_, 1))));
          loss_ = 0;
          losses_ = 0;
        }
      }
    }
  }

  [[nodiscard]] const std::vector<float>& vectors() const { return input_; }

 private:
  void noise_table() {
    double sum = 0;
    for (std::size_t count : corpus_.counts) sum += std::pow(static_cast<double>(count), 0.75);
    noise_.reserve(1 << 22);
    double so_far = 0;
    for (std::size_t w = 0; w < corpus_.counts.size(); ++w) {
      so_far += std::pow(static_cast<double>(corpus_.counts[w]), 0.75) / sum;
      while (static_cast<double>(noise_.size()) < so_far * (1 << 22)) noise_.push_back(static_cast<std::uint32_t>(w));
    }
  }

  void paragraph(std::size_t begin, std::size_t end, float rate) {
    for (std::size_t at = begin; at < end; ++at) {
      const std::uint32_t word = corpus_.ids[at];
      if (word == UINT32_MAX || (keep_[word] < 1 && random_.uniform() > keep_[word])) continue;
      for (std::uint32_t& n : negatives_) n = noise_[random_.below(noise_.size())];
      float* center = input_.data() + word * kDimensions;
      float gradient[kDimensions] = {};
      for (int offset = -kWindow; offset <= kWindow; ++offset) {
        if (offset == 0) continue;
        const auto other = static_cast<std::ptrdiff_t>(at) + offset;
        if (other < static_cast<std::ptrdiff_t>(begin) || other >= static_cast<std::ptrdiff_t>(end)) continue;
        const std::uint32_t context = corpus_.ids[static_cast<std::size_t>(other)];
        if (context == UINT32_MAX) continue;
        const auto slot = static_cast<std::size_t>(offset < 0 ? offset + kWindow : offset + kWindow - 1);
        update(center, context, slot, 1, rate, gradient);
        for (std::uint32_t negative : negatives_) {
          if (negative != context) update(center, negative, slot, 0, rate, gradient);
        }
      }
      kernels().axpy(1.0f, gradient, center, kDimensions);
    }
  }

  void update(const float* center, std::uint32_t word, std::size_t slot, float target, float rate, float* gradient) {
    float* out = output_.data() + (word * kOffsets + slot) * kDimensions;
    const float score = kernels().dot(center, out, kDimensions);
    const float probability = 1.0f / (1.0f + std::exp(-score));
    loss_ -= std::log(std::max(target > 0 ? probability : 1.0f - probability, 1e-6f));
    ++losses_;
    const float step = (target - probability) * rate;
    kernels().axpy(step, out, gradient, kDimensions);
    kernels().axpy(step, center, out, kDimensions);
  }

  const Corpus& corpus_;
  Random random_;
  std::vector<float> input_;
  std::vector<float> output_;  // words x offsets x dimensions: one word's rows lie together
  std::vector<float> keep_;
  std::vector<std::uint32_t> noise_;
  std::uint32_t negatives_[kNegatives] = {};
  double loss_ = 0;
  std::size_t losses_ = 0;
};

}  // namespace

void train_vectors(const std::string& data, const std::string& output, const TrainOptions& options,
                   const TrainProgress& progress) {
  const Corpus corpus = read_corpus(data, progress);
  progress("vectors: " + std::to_string(corpus.words.size()) + " word types, " + std::to_string(corpus.ids.size()) +
           " words");
  SkipGram model(corpus, options.seed);
  model.run(progress);
  const std::size_t shipped = std::min(kShipped, corpus.words.size());
  // Scaled to unit variance over all dimensions, as the encoder's other inputs are.
  std::vector<float> rows(model.vectors().begin(),
                          model.vectors().begin() + static_cast<std::ptrdiff_t>(shipped * kDimensions));
  double squares = 0;
  for (float x : rows) squares += static_cast<double>(x) * x;
  const float scale = static_cast<float>(1.0 / std::sqrt(squares / static_cast<double>(rows.size())));
  for (float& x : rows) x *= scale;
  ModelWriter writer;
  WordVectors({corpus.words.begin(), corpus.words.begin() + static_cast<std::ptrdiff_t>(shipped)}, kDimensions, rows,
              {corpus.cases.begin(), corpus.cases.begin() + static_cast<std::ptrdiff_t>(shipped)})
      .write(writer);
  write_file_bytes(output, writer.file("vectors"));
}

}  // namespace triplewright::nlp
