// What the sentences around a name say of the kind of thing it names. Pure functions; thread-safe.
#pragma once

#include <array>
#include <map>
#include <string>

#include "link/kinds.h"
#include "text/syntax.h"
#include "triplewright/document.h"

namespace triplewright::link {

/// Votes for the kind and the class of a name, summed over its mentions.
struct Evidence {
  std::array<double, kKinds> kinds{};
  std::map<std::string, double> classes;  ///< class IRI -> weight

  void vote(const Kinds& of, const std::string& class_iri, double weight);
  void add(const Evidence& other, double factor);
  /// Kind with the most votes, Other when there are none; ties to the first.
  [[nodiscard]] Kind best() const;
  [[nodiscard]] double total() const;
};

/// Nominal mentions by head token: index in Document::mentions, or -1.
[[nodiscard]] std::vector<std::int32_t> nominal_heads(const Document& document);

/// How a nominal stands to a name.
enum class NounLink { None, Same, Member };

/// Same: apposition, "chipmaker SMIC", "Ascend chips", "SMIC is a chipmaker"; Member: "chipmakers such as SMIC".
/// `kind` is what is known of the name so far (Other: nothing).
[[nodiscard]] NounLink noun_link(const Document& document, const text::Syntax& syntax, const Kinds& kinds,
                                 const Mention& name, const Mention& nominal, Kind kind);

/// The evidence of one mention: recognizer, words of the name, title, class nouns, prepositions.
[[nodiscard]] Evidence mention_evidence(const Document& document, const text::Syntax& syntax, const Kinds& kinds,
                                        const std::vector<std::int32_t>& nominals, const Mention& name);

/// Nominals that stand in a tree relation to the head of a name: indices of Document::mentions.
[[nodiscard]] std::vector<std::uint32_t> nominals_near(const Document& document, const text::Syntax& syntax,
                                                       const std::vector<std::int32_t>& nominals, const Mention& name);

}  // namespace triplewright::link
