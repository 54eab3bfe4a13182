#include "extract/repair.h"

#include <algorithm>
#include <vector>

#include "extract/repair_pass.h"

namespace triplewright::extract {

RepairPass::RepairPass(Document& document, const Ontology& ontology) : d_(document), ontology_(ontology) {
  named_.assign(d_.tokens.size(), -1);
  nominal_.assign(d_.tokens.size(), -1);
  for (std::size_t i = 0; i < d_.mentions.size(); ++i) {
    const Mention& m = d_.mentions[i];
    if (m.kind == MentionKind::Named) {
      for (std::uint32_t t = m.tokens.begin; t < m.tokens.end && t < named_.size(); ++t)
        named_[t] = static_cast<std::int32_t>(i);
    } else if (m.kind == MentionKind::Nominal && m.head < nominal_.size()) {
      nominal_[m.head] = static_cast<std::int32_t>(i);
    }
  }
}

bool RepairPass::is(const Token& token, std::string_view relation) {
  const std::string_view deprel = token.deprel;
  return deprel.starts_with(relation) && (deprel.size() == relation.size() || deprel[relation.size()] == ':');
}

bool RepairPass::is_plural(std::uint32_t t) const {
  return d_.tokens[t].xpos == "NNS" || d_.tokens[t].feats.find("Number=Plur") != std::string::npos;
}

bool RepairPass::same_sentence(std::uint32_t a, std::uint32_t b) const {
  return d_.sentence_of(a) == d_.sentence_of(b);
}

bool RepairPass::has_case(std::uint32_t t) const {
  for (std::uint32_t c = t; c-- > 0 && t - c < 12;) {
    if (d_.tokens[c].head == static_cast<std::int32_t>(t) && is(d_.tokens[c], "case")) return true;
  }
  return false;
}

bool RepairPass::has_object(std::uint32_t verb) const {
  const Span sentence = d_.sentences[d_.sentence_of(verb)].tokens;
  return dependent(verb, "obj", sentence.begin, sentence.end) >= 0;
}

bool RepairPass::is_below(std::uint32_t t, Span phrase) const {
  std::uint32_t steps = d_.sentences[d_.sentence_of(t)].tokens.size();
  for (std::int32_t up = d_.tokens[t].head; up >= 0 && steps > 0; --steps) {
    if (phrase.contains(static_cast<std::uint32_t>(up))) return true;
    up = d_.tokens[static_cast<std::uint32_t>(up)].head;
  }
  return false;
}

std::int32_t RepairPass::dependent(std::uint32_t of, std::string_view relation, std::uint32_t begin,
                                   std::uint32_t end) const {
  for (std::uint32_t t = begin; t < end; ++t) {
    if (d_.tokens[t].head == static_cast<std::int32_t>(of) && is(d_.tokens[t], relation))
      return static_cast<std::int32_t>(t);
  }
  return -1;
}

namespace {

/// Whatever the parser made of the sentence, its repairs leave a tree, or are taken back.
void undo_cycles(Document& d, const std::vector<Token>& before, Span sentence) {
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    std::uint32_t steps = 0;
    for (std::int32_t up = d.tokens[t].head; up >= 0 && steps <= sentence.size(); ++steps)
      up = d.tokens[static_cast<std::uint32_t>(up)].head;
    if (steps <= sentence.size()) continue;
    std::copy(before.begin() + sentence.begin, before.begin() + sentence.end, d.tokens.begin() + sentence.begin);
    return;
  }
}

}  // namespace

Document repair_trees(Document document, const Ontology& ontology) {
  const std::vector<Token> before = document.tokens;  // as the parser left them
  repair_posts(document, ontology);
  repair_names(document, ontology);
  repair_parentheses(document, ontology);
  repair_verbs(document, ontology);
  repair_clauses(document, ontology);
  repair_words(document, ontology);
  repair_reports(document, ontology);
  for (const Sentence& sentence : document.sentences) undo_cycles(document, before, sentence.tokens);
  return document;
}

}  // namespace triplewright::extract
