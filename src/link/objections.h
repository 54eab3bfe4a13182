// What an article says against a record of the entity base that bears the right name: a body of another country, a
// place elsewhere, a longer name. Thread-safety: const after construction; what it is made from must outlive it.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "link/cluster.h"

namespace triplewright::link {

class Objections {
 public:
  Objections(const Document& document, const text::Syntax& syntax, const Kinds& kinds, const EntityBase& base);

  /// True when a mention of the group cannot mean the record, whatever its name.
  [[nodiscard]] bool against(const NameGroup& group, const EntityCandidate& candidate) const;
  /// True when the words around a mention tell it from a place.
  [[nodiscard]] bool against_place(const Mention& m, const EntityRecord& place) const;

 private:
  [[nodiscard]] bool lacks_possessive(const NameGroup& group, const EntityRecord& r) const;
  [[nodiscard]] bool lacks_article(const NameGroup& group, const EntityRecord& r) const;
  [[nodiscard]] bool names_a_model(const NameGroup& group, const EntityRecord& r) const;
  [[nodiscard]] bool is_surname(const NameGroup& group, const EntityCandidate& candidate) const;
  [[nodiscard]] bool stands_for_other_words(const NameGroup& group, const EntityRecord& r) const;
  [[nodiscard]] bool is_thing(const Mention& m) const;
  [[nodiscard]] bool is_case(const Mention& m) const;
  [[nodiscard]] bool is_branch(const Mention& m, const EntityRecord& r) const;
  [[nodiscard]] bool of_longer_name(const Mention& m) const;
  [[nodiscard]] bool abroad(const Mention& m, const EntityRecord& r) const;
  [[nodiscard]] bool elsewhere(const Mention& m, const EntityRecord& r) const;

  [[nodiscard]] const Mention* mention_at(std::uint32_t token) const;
  [[nodiscard]] std::vector<std::int64_t> places(const Mention& m) const;
  [[nodiscard]] std::set<std::string> around(const EntityRecord& r) const;
  [[nodiscard]] std::string country(const EntityRecord& r) const;
  [[nodiscard]] bool is_country(const EntityRecord& r) const { return kinds_.any_is_a(r.classes, kinds_.country()); }

  const Document& document_;
  const text::Syntax& syntax_;
  const Kinds& kinds_;
  const EntityBase& base_;
  std::vector<std::int32_t> at_;  // the named mention that a token stands in, or -1
};

/// "the state of Victoria", "Kandahar province": a noun makes the place a region, not the city of that name.
[[nodiscard]] bool is_called_region(const Document& document, const text::Syntax& syntax, const Kinds& kinds,
                                    const Mention& name);

}  // namespace triplewright::link
