#include "extract/stance.h"

#include <algorithm>

#include "text/normalize.h"

namespace triplewright::extract {

StanceAnalysis::StanceAnalysis(const Document& document, const Ontology& ontology)
    : document_(&document), ontology_(&ontology), children_(document.tokens.size()) {
  for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
    const std::int32_t head = document.tokens[i].head;
    if (head >= 0) children_[static_cast<std::size_t>(head)].push_back(i);
  }
}

Stance StanceAnalysis::at(std::uint32_t token) const {
  Stance stance;
  for (const std::uint32_t child : children_[token]) {
    const Token& t = document_->tokens[child];
    const std::string form = text::lower(document_->form(child));
    if (form == "not" || form == "n't" || form == "n’t" || form == "never") {
      stance.factuality = Factuality::Denied;
    } else if (t.xpos == "MD" && stance.factuality == Factuality::Asserted) {
      const bool future = form == "will" || form == "'ll" || form == "’ll" || form == "shall";
      stance.factuality = future ? Factuality::Planned : Factuality::Possible;
    }
  }
  return stance;
}

}  // namespace triplewright::extract
