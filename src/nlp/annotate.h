// Text to analysis: tokens, sentences, tags, lemmas, dependencies and names. Thread-safety: models are const and
// shared; each thread has a Scratch of its own. The result depends on the input alone.
#pragma once

#include <memory>

#include "triplewright/document.h"
#include "triplewright/entity_base.h"
#include "triplewright/models.h"

namespace triplewright::nlp {

/// Buffers that are reused from one article to the next.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;

  struct Data;
  [[nodiscard]] Data& data() { return *data_; }

 private:
  std::unique_ptr<Data> data_;
};

/// Analyses the blocks of an article that are prose (Title, Heading, Paragraph, ListItem, Quote, Table; an article
/// without blocks is one paragraph). Named mentions only: entities are the link stage's. `gazetteer` may be null; its
/// labels help to find names.
[[nodiscard]] Document annotate(Article article, const Models& models, const EntityBase* gazetteer, Scratch& scratch);

/// The same for a document whose tokens and sentences are to be kept; all else is replaced.
[[nodiscard]] Document annotate_tokens(Document document, const Models& models, const EntityBase* gazetteer,
                                       Scratch& scratch);

}  // namespace triplewright::nlp
