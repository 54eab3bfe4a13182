// Children and phrases of a document's dependency trees (Universal Dependencies v2), shared by linking, coreference and
// extraction. Thread-safety: const after construction; the document must outlive it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "triplewright/document.h"

namespace triplewright::text {

class Syntax {
 public:
  explicit Syntax(const Document& document);

  [[nodiscard]] const Document& document() const { return *document_; }
  [[nodiscard]] const Token& token(std::uint32_t t) const { return document_->tokens[t]; }
  /// Dependents in text order.
  [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t t) const;
  /// The token that this one depends on, or -1.
  [[nodiscard]] std::int32_t head(std::uint32_t t) const { return document_->tokens[t].head; }
  /// True for this relation or a subtype of it: `is(t, "nsubj")` is true of nsubj and nsubj:pass.
  [[nodiscard]] bool is(std::uint32_t t, std::string_view relation) const;
  /// Relation without its subtype: "nsubj" of "nsubj:pass".
  [[nodiscard]] std::string_view relation(std::uint32_t t) const;
  /// First dependent with this relation (subtype or not), or -1.
  [[nodiscard]] std::int32_t child(std::uint32_t t, std::string_view relation) const;
  /// Lower-case prepositions before a phrase joined by a space ("such as"), or empty.
  [[nodiscard]] std::string preposition(std::uint32_t t) const;
  /// The first conjunct of the coordination that the token stands in; itself when in none.
  [[nodiscard]] std::uint32_t first_conjunct(std::uint32_t t) const;
  /// True when `t` stands below `ancestor` or is it.
  [[nodiscard]] bool dominates(std::uint32_t ancestor, std::uint32_t t) const;
  /// The token of the range whose head lies outside it (the last such one).
  [[nodiscard]] std::uint32_t head_of(Span tokens) const;
  /// Lower-cased form of a token.
  [[nodiscard]] std::string lower(std::uint32_t t) const;
  /// True for a value of FEATS ("Number=Plur"), the first of several ("PronType=Int" of "PronType=Int,Rel").
  [[nodiscard]] bool has_feature(std::uint32_t t, std::string_view feature) const;

 private:
  const Document* document_;
  std::vector<std::uint32_t> first_;  // children of t: children_[first_[t] .. first_[t + 1])
  std::vector<std::uint32_t> children_;
};

}  // namespace triplewright::text
