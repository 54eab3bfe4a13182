#include "nlp/silver.h"

#include "nlp/training.h"
#include "text/hash.h"
#include "triplewright/error.h"

namespace triplewright::nlp {

namespace {

constexpr std::size_t kShortest = 5, kLongest = 60;  // tokens

// How much of the silver text each corpus gives: most from news and encyclopedia, the genres that will be read.
struct Share {
  std::string_view corpus;
  double share;
};
constexpr Share kShares[] = {{"wikipedia-current-events", 0.40},
                             {"wikipedia-2019", 0.40},
                             {"us-presidential-speeches", 0.06},
                             {"us-federal-register-2025", 0.05},
                             {"gsa-digitalgov", 0.04},
                             {"openstax-cc-by", 0.03},
                             {"rust-blog", 0.02}};
constexpr double kBytesOfWord = 6.5;

// Calls `visit(words, tags)` for every sentence: prose of a usual length, tagged.
template <class Visit>
void for_each_sentence(const SilverText& text, const TrainProgress& progress, const Visit& visit) {
  Tokenizer::Result tokens;
  std::vector<std::uint16_t> tags;
  std::size_t seen = 0;
  const auto sentence = [&](std::string_view line, std::size_t begin, std::size_t end) {
    if (end - begin < kShortest || end - begin > kLongest) return;
    std::vector<std::string_view> forms;
    for (std::size_t t = begin; t < end; ++t) {
      forms.push_back(line.substr(tokens.tokens[t].begin, tokens.tokens[t].size()));
    }
    if (is_title_case(forms, text.vectors)) return;
    const std::vector<WordForm> words = word_forms(forms, text.vectors, false);
    text.tagger.run(words, tags);
    seen += words.size();
    visit(words, tags);
  };
  for (const Share& share : kShares) {
    const std::string corpus = read_file_bytes(text.data + "/text/" + std::string(share.corpus) + ".txt.xz");
    const auto bytes = static_cast<std::size_t>(share.share * static_cast<double>(text.words) * kBytesOfWord);
    for_each_line(corpus, [&](std::string_view line) {
      // A paragraph stays or goes by its hash, so that the sample comes from everywhere.
      if (text::hash64(line) % corpus.size() >= bytes) return;
      text.tokenizer.run(line, text.vectors, tokens);
      std::size_t begin = 0;
      for (const std::uint32_t end : tokens.sentences) {
        sentence(line, begin, end);
        begin = end;
      }
    });
    progress("silver: " + std::to_string(seen) + " words, up to " + std::string(share.corpus));
  }
}

}  // namespace

std::vector<std::vector<EncoderWord>> silver_sentences(const SilverText& text, const TrainProgress& progress) {
  std::vector<std::vector<EncoderWord>> sentences;
  for_each_sentence(text, progress, [&](const std::vector<WordForm>& words, const std::vector<std::uint16_t>& tags) {
    std::vector<EncoderWord>& sentence = sentences.emplace_back();
    for (std::size_t i = 0; i < words.size(); ++i) {
      sentence.emplace_back(words[i], text::hash64(text.tagger.labels()[tags[i]]), 0);
    }
  });
  return sentences;
}

}  // namespace triplewright::nlp
