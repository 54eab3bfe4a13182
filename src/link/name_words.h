// What single words and stretches of words say about where names begin and end. Thread-safety: const
// after construction; what it is made from must outlive it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "link/kinds.h"
#include "text/syntax.h"
#include "triplewright/document.h"
#include "triplewright/entity_base.h"

namespace triplewright::link {

class NameWords {
 public:
  NameWords(const Document& document, const text::Syntax& syntax, const Kinds& kinds, const EntityBase& base);

  // --- of a token --------------------------------------------------------------------------------

  /// With a capital, or a digit in a word that is no number.
  [[nodiscard]] bool may_start_name(std::uint32_t token) const;
  /// Within an amount of money, a percentage, a time; days and months.
  [[nodiscard]] bool in_value(std::uint32_t token) const { return in_value_[token]; }
  /// Where a capital says nothing: at the start of a sentence, or after a full stop.
  [[nodiscard]] bool starts_sentence(std::uint32_t token) const;
  /// The article has the word in small letters, too.
  [[nodiscard]] bool occurs_small(std::uint32_t token) const;
  /// A role or title of a person ("president"), or what modifies one ("vice", "under").
  [[nodiscard]] bool is_title(std::uint32_t token) const { return is_title_[token] == 1; }
  [[nodiscard]] bool is_title_or_prefix(std::uint32_t token) const { return is_title_[token] != 0; }
  /// What a minister is minister of: "Commerce" of "Secretary of Commerce", but not "Acme" of "President of Acme".
  [[nodiscard]] bool is_portfolio(std::uint32_t token) const;
  /// A number or letters and digits that belong to the name before: "60" of "Mate 60", not the count of what follows.
  [[nodiscard]] bool is_model_number(std::uint32_t token) const;

  // --- of a stretch ------------------------------------------------------------------------------

  /// The entity base has the name.
  [[nodiscard]] bool is_known(Span span) const;
  /// The best record of the name is of this kind.
  [[nodiscard]] bool stands_for(Span span, Kind kind) const;
  [[nodiscard]] bool is_demonym(Span span) const;
  /// "6-2": two small numbers and a dash between them.
  [[nodiscard]] bool is_score(std::uint32_t t) const;
  /// Without determiners, titles of address, possessive marks and punctuation at the ends.
  [[nodiscard]] Span trimmed(Span span) const;
  /// A class noun or concept in capitals ("AI", "GPUs", "Court"): no name.
  [[nodiscard]] bool is_common(Span span) const;
  [[nodiscard]] bool is_capitalized(Span span) const;
  [[nodiscard]] bool only_value(Span span) const;
  [[nodiscard]] bool only_titles(Span span) const;
  [[nodiscard]] bool all_proper(Span span) const;
  [[nodiscard]] bool has_digit(Span span) const;

 private:
  const Document& document_;
  const text::Syntax& syntax_;
  const Kinds& kinds_;
  const EntityBase& base_;
  std::vector<bool> in_value_;
  std::vector<char> is_title_;  // 1 a title, 2 what modifies one
  std::unordered_set<std::string> small_words_;
};

}  // namespace triplewright::link
