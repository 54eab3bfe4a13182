#include "nlp/models.h"

#include "triplewright/article.h"

namespace triplewright {

namespace {

template <class Part>
Part load_part(const std::string& directory, const std::string& kind, std::string& checksums) {
  const std::string path = directory + "/" + kind + ".model";
  const std::string bytes = nlp::read_file_bytes(path);
  checksums += sha256_hex(bytes);
  nlp::ModelReader reader(bytes, kind, path);
  Part part = Part::read(reader);
  reader.finish();
  return part;
}

}  // namespace

Models::Models() : data_(std::make_unique<Data>()) {}
Models::~Models() = default;
Models::Models(Models&&) noexcept = default;
Models& Models::operator=(Models&&) noexcept = default;

Models Models::load(const std::string& directory) {
  Models models;
  Data& data = *models.data_;
  std::string checksums;
  data.vectors = load_part<nlp::WordVectors>(directory, "vectors", checksums);
  data.tokenizer = load_part<nlp::Tokenizer>(directory, "tokenizer", checksums);
  data.tagger = load_part<nlp::Tagger>(directory, "tagger", checksums);
  data.lemmatizer = load_part<nlp::Lemmatizer>(directory, "lemmatizer", checksums);
  data.parser = load_part<nlp::Parser>(directory, "parser", checksums);
  data.names = load_part<nlp::NameRecognizer>(directory, "names", checksums);
  const std::size_t dimensions = data.vectors.dimensions();
  if (data.parser.encoder().vector_width() != dimensions || data.names.encoder().vector_width() != dimensions) {
    throw Error("parser or names were trained with other word vectors", Position{directory, 0, 0, 0});
  }
  data.fingerprint = sha256_hex(checksums);
  return models;
}

const std::string& Models::fingerprint() const {
  return data_->fingerprint;
}

}  // namespace triplewright
