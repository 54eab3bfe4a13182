#include "nlp/train.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "nlp/model_file.h"
#include "nlp/names_data.h"
#include "nlp/train_names.h"
#include "nlp/train_parser.h"
#include "nlp/training.h"
#include "text/hash.h"
#include "triplewright/error.h"

namespace triplewright::nlp {

std::vector<std::string> files_in(const std::string& folder, std::string_view ending) {
  std::vector<std::string> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.is_regular_file() && entry.path().string().ends_with(ending)) files.push_back(entry.path().string());
  }
  if (files.empty()) throw Error("no *" + std::string(ending) + " file", Position{folder, 0, 0, 0});
  std::sort(files.begin(), files.end());
  return files;
}

namespace {

std::vector<std::string> treebank_files(const std::string& data, std::string_view part) {
  std::vector<std::string> files;
  for (const std::string& path : files_in(data + "/syntax", "")) {
    const std::string ending = "-" + std::string(part) + ".conllu";
    if (path.ends_with(ending) || path.ends_with(ending + ".gz") || path.ends_with(ending + ".xz"))
      files.push_back(path);
  }
  if (files.empty()) throw Error("no *-" + std::string(part) + ".conllu file", Position{data + "/syntax", 0, 0, 0});
  return files;
}

}  // namespace

void for_each_line(std::string_view text, const std::function<void(std::string_view)>& line) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    line(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

std::vector<ConlluSentence> read_treebanks(const std::string& data, std::string_view part) {
  std::vector<ConlluSentence> sentences;
  for (const std::string& path : treebank_files(data, part)) {
    auto more = read_conllu(read_file_bytes(path), path);
    sentences.insert(sentences.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  return sentences;
}

std::vector<Document> read_treebank_documents(const std::string& data, std::string_view part) {
  std::vector<Document> documents;
  for (const std::string& path : treebank_files(data, part)) {
    auto more = documents_from_conllu(read_file_bytes(path), path);
    documents.insert(documents.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  return documents;
}

WordVectors read_vectors(const std::string& models) {
  const std::string path = models + "/vectors.model";
  const std::string bytes = read_file_bytes(path);
  ModelReader reader(bytes, "vectors", path);
  return WordVectors::read(reader);
}

namespace {

template <class Part>
Part read_part(const std::string& models, const std::string& kind) {
  const std::string path = models + "/" + kind + ".model";
  const std::string bytes = read_file_bytes(path);
  ModelReader reader(bytes, kind, path);
  return Part::read(reader);
}

std::vector<ParserExample> parser_examples(const std::vector<TrainingSentence>& sentences,
                                           const std::vector<std::vector<std::uint16_t>>& tags, const Tagger& tagger,
                                           const WordVectors& vectors) {
  std::vector<ParserExample> examples;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    ParserExample& example = examples.emplace_back();
    const std::vector<WordForm> words = sentences[s].words(vectors);
    for (std::size_t i = 0; i < words.size(); ++i) {
      example.words.emplace_back(words[i], text::hash64(tagger.labels()[tags[s][i]]), 0);
    }
    example.heads = sentences[s].heads;
    example.deprels = sentences[s].deprels;
    example.tags = sentences[s].tags;
  }
  return examples;
}

std::vector<ConlluSentence> read_silver(const TrainOptions& options) {
  if (options.silver.empty()) return {};
  return read_conllu(read_file_bytes(options.silver), options.silver);
}

Parser train_parser_from(const std::string& data, const TrainOptions& options, const TrainProgress& progress) {
  const WordVectors vectors = read_vectors(options.models);
  const auto tagger = read_part<Tagger>(options.models, "tagger");
  Random random(options.seed);
  const auto train = training_sentences(read_treebanks(data, "train"), true, random);
  const auto dev = training_sentences(read_treebanks(data, "dev"), false, random);
  const auto tags = jackknife_tags(train, vectors, tagger, options.seed, 5, progress);
  std::vector<std::vector<std::uint16_t>> dev_tags(dev.size());
  for (std::size_t s = 0; s < dev.size(); ++s) tagger.run(dev[s].words(vectors), dev_tags[s]);
  ParserOptions parser;
  parser.seed = options.seed;
  if (options.epochs > 0) parser.epochs = options.epochs;
  const auto silver = training_sentences(read_silver(options), true, random);
  std::vector<std::vector<std::uint16_t>> silver_tags(silver.size());
  for (std::size_t s = 0; s < silver.size(); ++s) tagger.run(silver[s].words(vectors), silver_tags[s]);
  return train_parser(parser_examples(train, tags, tagger, vectors),
                      parser_examples(silver, silver_tags, tagger, vectors),
                      parser_examples(dev, dev_tags, tagger, vectors), vectors, parser, progress);
}

std::string joined(const std::vector<std::string>& forms) {
  std::string key;
  for (const std::string& form : forms) key += form + '\n';
  return key;
}

NameRecognizer train_names_from(const std::string& data, const TrainOptions& options, const TrainProgress& progress) {
  const WordVectors vectors = read_vectors(options.models);
  const auto tagger = read_part<Tagger>(options.models, "tagger");
  Random random(options.seed);
  Gazetteer gazetteer = read_gazetteer(data);
  const auto treebank = read_treebanks(data, "train");
  std::vector<NamedSentence> sentences = read_name_corpus(data + "/ner/uner_ewt-train.iob2");
  const auto append = [&](std::vector<NamedSentence> more) {
    sentences.insert(sentences.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  };
  append(read_name_corpus(data + "/ner/wikigold.conll"));
  append(read_name_corpus(data + "/ner/wnut17-train.conll"));
  std::vector<ConlluSentence> gum;
  for (const ConlluSentence& sentence : treebank) {
    const auto has_entity = [](const ConlluWord& word) { return word.misc.find("Entity=") != std::string::npos; };
    if (std::any_of(sentence.words.begin(), sentence.words.end(), has_entity)) gum.push_back(sentence);
  }
  append(names_of_gum(gum));

  // Sentences of the treebanks get tags from taggers that have not seen them.
  const auto plain = training_sentences(treebank, false, random);
  const auto jackknifed = jackknife_tags(plain, vectors, tagger, options.seed, 2, progress);
  std::map<std::string, std::size_t> known;
  for (std::size_t s = 0; s < plain.size(); ++s) known[joined(plain[s].forms)] = s;
  std::vector<std::uint16_t> tags;
  const auto add_examples = [&](std::vector<NamesExample>& examples, const std::vector<NamedSentence>& from,
                                bool copies) {
    for (const NamedSentence& sentence : from) {
      const auto it = known.find(joined(sentence.forms));
      for (int copy = 0; copy < (copies && sentence.forms.size() > 3 && random.uniform() < 0.1f ? 2 : 1); ++copy) {
        const std::vector<std::string> forms = copy == 0 ? sentence.forms : headline_forms(sentence.forms, random);
        const auto words = word_forms({forms.begin(), forms.end()}, vectors, copy == 1);
        if (copy == 0 && it != known.end()) {
          tags = jackknifed[it->second];
        } else {
          tagger.run(words, tags);
        }
        const auto flags = gazetteer.flags(words);
        NamesExample& example = examples.emplace_back();
        for (std::size_t i = 0; i < words.size(); ++i) {
          example.words.emplace_back(words[i], text::hash64(tagger.labels()[tags[i]]), flags[i]);
        }
        example.allowed = sentence.allowed;
        example.names = sentence.names;
      }
    }
  };
  std::vector<NamesExample> train;
  add_examples(train, sentences, true);
  const std::size_t golds = train.size();
  add_examples(train, names_of_silver(read_silver(options)), true);
  std::vector<NamesExample> dev;
  add_examples(dev, read_name_corpus(data + "/ner/uner_ewt-dev.iob2"), false);
  NamesOptions names;
  names.seed = options.seed;
  if (options.epochs > 0) names.epochs = options.epochs;
  return train_names(train, golds, dev, std::move(gazetteer), vectors, names, progress);
}

}  // namespace

const std::vector<std::string>& components() {
  static const std::vector<std::string> names = {"vectors", "tokenizer", "tagger", "lemmatizer", "parser", "names"};
  return names;
}

void train(std::string_view component, const std::string& data, const std::string& output, const TrainOptions& options,
           const TrainProgress& progress) {
  ModelWriter writer;
  Random random(options.seed);
  if (component == "vectors") {
    train_vectors(data, output, options, progress);
    return;
  }
  if (component == "tokenizer") {
    train_tokenizer(read_treebank_documents(data, "train"), read_vectors(options.models), options, progress)
        .write(writer);
  } else if (component == "tagger") {
    const auto sentences = training_sentences(read_treebanks(data, "train"), true, random);
    train_tagger(sentences, read_vectors(options.models), options.seed, 8, progress).write(writer);
  } else if (component == "lemmatizer") {
    train_lemmatizer(read_treebanks(data, "train"), options, progress).write(writer);
  } else if (component == "parser") {
    train_parser_from(data, options, progress).write(writer);
  } else if (component == "names") {
    train_names_from(data, options, progress).write(writer);
  } else {
    throw Error("unknown component '" + std::string(component) + "'");
  }
  write_file_bytes(output, writer.file(component));
}

}  // namespace triplewright::nlp
