// Training of the linear components: tokenizer, tagger, lemmatizer.
#include <algorithm>
#include <map>
#include <set>

#include "nlp/training.h"
#include "text/hash.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::nlp {

namespace {

std::string percent(std::size_t part, std::size_t all) {
  const auto tenths = all == 0 ? 0 : (part * 10000 + all / 2) / all;
  return std::to_string(tenths / 100) + "." + (tenths % 100 < 10 ? "0" : "") + std::to_string(tenths % 100) + "%";
}

std::string raised(std::string_view form, bool all) {
  std::string out;
  for (char c : form) out += c >= 'a' && c <= 'z' && (all || out.empty()) ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

}  // namespace

std::vector<WordForm> TrainingSentence::words(const WordVectors& vectors) const {
  return word_forms({forms.begin(), forms.end()}, vectors, title_case);
}

std::vector<std::string> headline_forms(const std::vector<std::string>& forms, Random& random) {
  static const std::set<std::string_view> kSmall = {"a",  "an", "the", "of", "in", "on",   "to", "for", "and",
                                                    "by", "at", "as",  "or", "up", "from", "'s", "n't", "with"};
  const bool capitals = random.uniform() < 0.2f;
  std::vector<std::string> out;
  out.reserve(forms.size());
  for (const std::string& form : forms) {
    out.push_back(capitals || !kSmall.contains(form) ? raised(form, capitals) : form);
  }
  return out;
}

std::vector<TrainingSentence> training_sentences(const std::vector<ConlluSentence>& sentences, bool raised_copies,
                                                 Random& random) {
  std::vector<TrainingSentence> out;
  for (const ConlluSentence& sentence : sentences) {
    TrainingSentence one;
    for (const ConlluWord& word : sentence.words) {
      one.forms.push_back(word.form);
      one.tags.push_back(std::string(to_string(word.upos)) + "|" + word.xpos);
      one.heads.push_back(word.head);
      one.deprels.push_back(word.deprel);
    }
    const bool copy = raised_copies && one.forms.size() >= 4 && random.uniform() < 0.1f;
    if (copy) {
      TrainingSentence headline = one;
      headline.forms = headline_forms(headline.forms, random);
      // Headlines end without a full stop.
      const auto last = static_cast<std::int32_t>(headline.forms.size() - 1);
      if (headline.forms.back() == "." &&
          std::find(headline.heads.begin(), headline.heads.end(), last) == headline.heads.end()) {
        headline.forms.pop_back();
        headline.tags.pop_back();
        headline.heads.pop_back();
        headline.deprels.pop_back();
      }
      headline.title_case = true;
      out.push_back(std::move(headline));
    }
    out.push_back(std::move(one));
  }
  return out;
}

class TokenizerTrainer {
 public:
  static Tokenizer run(const std::vector<Document>& documents, const WordVectors& vectors, const TrainOptions& options,
                       const TrainProgress& progress) {
    Tokenizer tokenizer;
    collect_splits(documents, tokenizer);
    struct Example {
      std::vector<Feature> features;
      std::uint8_t gold;
      bool space;
    };
    std::vector<std::vector<Example>> blocks;
    for (const Document& document : documents) {
      std::map<std::uint32_t, std::uint8_t> ends;  // byte -> boundary
      for (const Token& token : document.tokens) ends[token.span.end] = 1;
      for (const Sentence& sentence : document.sentences) ends[document.bytes(sentence.tokens).end] = 2;
      for (const Block& block : document.article.blocks) {
        const std::string_view text =
            std::string_view(document.article.text).substr(block.span.begin, block.span.size());
        const TokenizerText t(text);
        auto& examples = blocks.emplace_back();
        for (const auto& at : tokenizer.candidates(t)) {
          Example& example = examples.emplace_back();
          Tokenizer::features(t, at, vectors, example.features);
          const auto end = ends.find(block.span.begin + t.ends[at.left]);
          example.gold = end == ends.end() ? 0 : end->second;
          example.space = at.space;
        }
      }
    }
    PerceptronTrainer trainer({"none", "token", "sentence"});
    Random random(options.seed);
    constexpr int kEpochs = 8;
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
      random.shuffle(blocks);
      std::size_t wrong = 0;
      std::size_t all = 0;
      for (const auto& examples : blocks) {
        for (const Example& example : examples) {
          std::size_t best = trainer.predict(example.features);
          if (example.space) best = trainer.scores()[1] >= trainer.scores()[2] ? 1 : 2;
          trainer.update(example.features, example.gold, best);
          trainer.step();
          wrong += best != example.gold;
          ++all;
        }
      }
      progress("tokenizer: epoch " + std::to_string(epoch + 1) + " of " + std::to_string(kEpochs) + ", " +
               percent(wrong, all) + " of boundaries wrong");
    }
    tokenizer.model_ = trainer.average(0.02f);
    return tokenizer;
  }

 private:
  // Words of letters alone that are two more often than one: "cannot", "gonna"; "its" is seldom meant for "it's".
  static void collect_splits(const std::vector<Document>& documents, Tokenizer& tokenizer) {
    std::map<std::string, std::map<std::int8_t, int>> seen;
    std::map<std::string, int> whole_words;
    for (const Document& document : documents) {
      for (std::uint32_t i = 0; i < document.tokens.size(); ++i) ++whole_words[normalized_form(document.form(i))];
      for (std::uint32_t i = 0; i + 1 < document.tokens.size(); ++i) {
        const Span a = document.tokens[i].span;
        const Span b = document.tokens[i + 1].span;
        if (a.end != b.begin || a == b) continue;
        const std::string whole =
            normalized_form(std::string_view(document.article.text).substr(a.begin, b.end - a.begin));
        const bool letters = std::all_of(whole.begin(), whole.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (letters && a.size() < 9) ++seen[whole][static_cast<std::int8_t>(a.size())];
      }
    }
    std::vector<std::string> words;
    for (const auto& [word, places] : seen) {
      const auto best = std::max_element(places.begin(), places.end(),
                                         [](const auto& x, const auto& y) { return x.second < y.second; });
      if (best->second < 3 || best->second <= whole_words[word]) continue;
      words.push_back(word);
      tokenizer.split_at_.push_back(best->first);
    }
    tokenizer.splits_ = Vocabulary(std::move(words));
  }
};

Tokenizer train_tokenizer(const std::vector<Document>& documents, const WordVectors& vectors,
                          const TrainOptions& options, const TrainProgress& progress) {
  return TokenizerTrainer::run(documents, vectors, options, progress);
}

class TaggerTrainer {
 public:
  static Tagger run(const std::vector<TrainingSentence>& sentences, const WordVectors& vectors, std::uint64_t seed,
                    int epochs, const TrainProgress& progress) {
    Tagger tagger;
    std::map<std::string, std::size_t> counts;
    std::map<std::string, std::map<std::string, std::size_t>> lexicon;
    for (const TrainingSentence& sentence : sentences) {
      for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
        ++counts[sentence.tags[i]];
        ++lexicon[normalized_form(sentence.forms[i])][sentence.tags[i]];
      }
    }
    std::vector<std::string> labels;
    for (const auto& [tag, count] : counts) {
      if (count >= 4) labels.push_back(tag);
    }
    const auto label_of = [&](const std::string& tag) -> std::int16_t {
      const auto it = std::lower_bound(labels.begin(), labels.end(), tag);
      return it != labels.end() && *it == tag ? static_cast<std::int16_t>(it - labels.begin()) : std::int16_t{-1};
    };
    std::vector<std::string> words;
    for (const auto& [word, tags] : lexicon) {
      std::size_t all = 0;
      std::size_t most = 0;
      std::string common;
      for (const auto& [tag, count] : tags) {
        all += count;
        if (count > most) {
          most = count;
          common = tag;
        }
      }
      if (all < 3) continue;
      std::string ambiguity;
      for (const auto& [tag, count] : tags) {
        if (count * 50 >= all) ambiguity += tag + " ";
      }
      words.push_back(word);
      tagger.ambiguity_.push_back(static_cast<std::uint32_t>(text::hash64(ambiguity)));
      tagger.fixed_.push_back(all >= 100 && most * 500 >= all * 499 ? label_of(common) : std::int16_t{-1});
    }
    tagger.words_ = Vocabulary(std::move(words));

    struct Example {
      std::vector<WordForm> words;
      std::vector<std::int16_t> gold;
      std::vector<std::int32_t> entries;
    };
    std::vector<Example> examples;
    for (const TrainingSentence& sentence : sentences) {
      Example& example = examples.emplace_back();
      example.words = sentence.words(vectors);
      for (std::size_t i = 0; i < sentence.tags.size(); ++i) {
        example.gold.push_back(label_of(sentence.tags[i]));
        example.entries.push_back(tagger.lexicon(example.words[i]));
      }
    }
    PerceptronTrainer trainer(labels);
    Random random(seed);
    std::vector<Feature> row;
    std::vector<std::uint16_t> tags;
    std::vector<std::uint32_t> order(examples.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int epoch = 0; epoch < epochs; ++epoch) {
      random.shuffle(order);
      std::size_t wrong = 0;
      std::size_t all = 0;
      for (std::uint32_t at : order) {
        const Example& example = examples[at];
        tags.assign(example.words.size(), 0);
        for (std::size_t i = 0; i < example.words.size(); ++i) {
          const std::int32_t entry = example.entries[i];
          if (entry >= 0 && tagger.fixed_[static_cast<std::size_t>(entry)] >= 0) {
            tags[i] = static_cast<std::uint16_t>(tagger.fixed_[static_cast<std::size_t>(entry)]);
            continue;
          }
          tagger.features(example.words, i, tags, example.entries, row);
          const std::size_t best = trainer.predict(row);
          tags[i] = static_cast<std::uint16_t>(best);
          if (example.gold[i] < 0) continue;
          trainer.update(row, static_cast<std::size_t>(example.gold[i]), best);
          trainer.step();
          wrong += best != static_cast<std::size_t>(example.gold[i]);
          ++all;
        }
      }
      progress("tagger: epoch " + std::to_string(epoch + 1) + " of " + std::to_string(epochs) + ", " +
               percent(wrong, all) + " of tags wrong");
    }
    tagger.model_ = trainer.average(0.03f);
    return tagger;
  }
};

Tagger train_tagger(const std::vector<TrainingSentence>& sentences, const WordVectors& vectors, std::uint64_t seed,
                    int epochs, const TrainProgress& progress) {
  return TaggerTrainer::run(sentences, vectors, seed, epochs, progress);
}

std::vector<std::vector<std::uint16_t>> jackknife_tags(const std::vector<TrainingSentence>& sentences,
                                                       const WordVectors& vectors, const Tagger& tagger,
                                                       std::uint64_t seed, std::size_t folds,
                                                       const TrainProgress& progress) {
  constexpr int kFoldEpochs = 5;
  constexpr std::size_t kRun = 50;  // neighbouring sentences stay together: they share names
  std::map<std::string, std::uint16_t> index;
  for (std::size_t i = 0; i < tagger.labels().size(); ++i) index[tagger.labels()[i]] = static_cast<std::uint16_t>(i);
  std::vector<std::vector<std::uint16_t>> tags(sentences.size());
  std::size_t right = 0;
  std::size_t all = 0;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<TrainingSentence> others;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      if (s / kRun % folds != fold) others.push_back(sentences[s]);
    }
    const Tagger part = train_tagger(others, vectors, seed + fold + 1, kFoldEpochs, [](const std::string&) {});
    std::vector<std::uint16_t> found;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      if (s / kRun % folds != fold) continue;
      part.run(sentences[s].words(vectors), found);
      for (std::size_t i = 0; i < found.size(); ++i) {
        const std::string& tag = part.labels()[found[i]];
        const auto it = index.find(tag);
        tags[s].push_back(it == index.end() ? std::uint16_t{0} : it->second);
        right += tag == sentences[s].tags[i];
        ++all;
      }
    }
    progress("tagger: fold " + std::to_string(fold + 1) + " of " + std::to_string(folds) + ", " + percent(right, all) +
             " right so far");
  }
  return tags;
}

class LemmatizerTrainer {
 public:
  static Lemmatizer run(const std::vector<ConlluSentence>& sentences, const TrainOptions& options,
                        const TrainProgress& progress) {
    constexpr int kEpochs = 6;
    struct Example {
      std::string form, tag, script;
      std::size_t count;
    };
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> seen;
    std::map<std::string, std::size_t> counts;
    for (const ConlluSentence& sentence : sentences) {
      for (const ConlluWord& word : sentence.words) {
        // "_" and corrected misspellings teach nothing.
        if (word.lemma.empty() || word.lemma == "_" || word.misc.find("CorrectForm") != std::string::npos) continue;
        const std::string script = LemmaScript::between(word.form, word.lemma).to_string();
        ++seen[{word.form, std::string(to_string(word.upos)) + "|" + word.xpos, script}];
      }
    }
    for (const auto& [key, count] : seen) ++counts[std::get<2>(key)];  // types, not tokens
    std::vector<std::string> labels;
    for (const auto& [script, count] : counts) {
      if (count >= 3 && labels.size() < 255) labels.push_back(script);
    }
    std::vector<Example> examples;
    examples.reserve(seen.size());
    for (const auto& [key, count] : seen)
      examples.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), count});
    PerceptronTrainer trainer(labels);
    Random random(options.seed);
    std::vector<Feature> row;
    std::vector<std::uint32_t> order(examples.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
      random.shuffle(order);
      std::size_t wrong = 0;
      for (std::uint32_t at : order) {
        const Example& example = examples[at];
        const auto gold = std::lower_bound(labels.begin(), labels.end(), example.script);
        if (gold == labels.end() || *gold != example.script) continue;
        Lemmatizer::features(example.form, example.tag, row);
        const std::size_t best = trainer.predict(row);
        trainer.update(row, static_cast<std::size_t>(gold - labels.begin()), best);
        trainer.step();
        wrong += labels[best] != example.script;
      }
      progress("lemmatizer: epoch " + std::to_string(epoch + 1) + " of " + std::to_string(kEpochs) + ", " +
               percent(wrong, order.size()) + " of word types wrong");
    }
    Lemmatizer lemmatizer;
    lemmatizer.model_ = trainer.average(0.02f);
    add_exceptions(seen, lemmatizer);
    return lemmatizer;
  }

 private:
  using Seen = std::map<std::tuple<std::string, std::string, std::string>, std::size_t>;

  // Words whose usual script the model does not find.
  static void add_exceptions(const Seen& seen, Lemmatizer& lemmatizer) {
    lemmatizer.prepare();
    std::map<std::string, std::uint32_t> extra;
    std::vector<std::string> keys;
    for (auto it = seen.begin(); it != seen.end();) {
      const std::string& form = std::get<0>(it->first);
      const std::string& tag = std::get<1>(it->first);
      const std::string* best = nullptr;
      std::size_t most = 0;
      for (; it != seen.end() && std::get<0>(it->first) == form && std::get<1>(it->first) == tag; ++it) {
        if (it->second > most) {
          most = it->second;
          best = &std::get<2>(it->first);
        }
      }
      if (lemmatizer.lemma(form, tag) == LemmaScript::parse(*best).apply(form)) continue;
      const auto [entry, fresh] = extra.emplace(*best, static_cast<std::uint32_t>(lemmatizer.extra_.size()));
      if (fresh) lemmatizer.extra_.push_back(*best);
      keys.push_back(Lemmatizer::key(form, tag));
      lemmatizer.exception_.push_back(entry->second);
    }
    lemmatizer.exceptions_ = Vocabulary(std::move(keys));
    lemmatizer.scripts_.clear();
    lemmatizer.prepare();
  }
};

Lemmatizer train_lemmatizer(const std::vector<ConlluSentence>& sentences, const TrainOptions& options,
                            const TrainProgress& progress) {
  return LemmatizerTrainer::run(sentences, options, progress);
}

}  // namespace triplewright::nlp
