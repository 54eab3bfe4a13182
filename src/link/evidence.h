// What the sentences around a name say of the kind of thing it names. Pure functions; thread-safe.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

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

/// The evidence of one mention: recognizer (with the weight `recognized`), words of the name, title, class nouns,
/// prepositions, what the words around ask for.
[[nodiscard]] Evidence mention_evidence(const Document& document, const text::Syntax& syntax, const Kinds& kinds,
                                        const std::vector<std::int32_t>& nominals, const Mention& name,
                                        double recognized);

}  // namespace triplewright::link
