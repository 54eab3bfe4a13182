#include "nlp/prose.h"

#include "nlp/training.h"
#include "text/hash.h"

namespace triplewright::nlp {

namespace {

constexpr std::size_t kShortest = 5, kLongest = 60;  // tokens

// How much of the text each corpus gives: most from news and encyclopedia, the genres that will be read.
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

}  // namespace

void for_each_sentence(const Prose& prose, const TrainProgress& progress,
                       const std::function<void(std::vector<EncoderWord>)>& visit) {
  Tokenizer::Result tokens;
  std::vector<std::uint16_t> tags;
  std::size_t seen = 0;
  const auto add = [&](std::string_view line, std::size_t begin, std::size_t end) {
    if (end - begin < kShortest || end - begin > kLongest) return;
    std::vector<std::string_view> forms;
    for (std::size_t t = begin; t < end; ++t) {
      forms.push_back(line.substr(tokens.tokens[t].begin, tokens.tokens[t].size()));
    }
    if (is_title_case(forms, prose.vectors)) return;
    const std::vector<WordForm> words = word_forms(forms, prose.vectors, false);
    prose.tagger.run(words, tags);
    seen += words.size();
    std::vector<EncoderWord> sentence;
    sentence.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
      sentence.emplace_back(words[i], text::hash64(prose.tagger.labels()[tags[i]]), 0);
    }
    visit(std::move(sentence));
  };
  for (const Share& share : kShares) {
    const std::string corpus = read_file_bytes(prose.data + "/text/" + std::string(share.corpus) + ".txt.xz");
    const auto bytes = static_cast<std::size_t>(share.share * static_cast<double>(prose.words) * kBytesOfWord);
    for_each_line(corpus, [&](std::string_view line) {
      // A paragraph stays or goes by its hash, so that the sample comes from everywhere.
      if (text::hash64(line) % corpus.size() >= bytes) return;
      prose.tokenizer.run(line, prose.vectors, tokens);
      std::size_t begin = 0;
      for (const std::uint32_t end : tokens.sentences) {
        add(line, begin, end);
        begin = end;
      }
    });
    progress("prose: " + std::to_string(seen) + " words, up to " + std::string(share.corpus));
  }
}

}  // namespace triplewright::nlp
