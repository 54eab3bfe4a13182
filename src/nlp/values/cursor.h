// Small questions about atoms that the grammars share. Thread-safety: const; the atoms must outlive it.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "nlp/values/atoms.h"
#include "nlp/values/calendar.h"

namespace triplewright::nlp::values {

/// The atoms of a sentence and what relative times are measured from.
struct Context {
  const std::vector<Atom>& atoms;
  std::optional<Days> reference;  ///< publication date, or nullopt when unknown
  bool future = false;            ///< the sentence speaks of what will be: a bare "in May" is the next one
  bool renminbi = false;          ///< the text speaks of yuan, so that "¥" is one

  [[nodiscard]] std::size_t size() const { return atoms.size(); }
  [[nodiscard]] const Atom* get(std::size_t i) const { return i < atoms.size() ? &atoms[i] : nullptr; }
  [[nodiscard]] const WordInfo* word(std::size_t i) const { return i < atoms.size() ? atoms[i].word : nullptr; }
  [[nodiscard]] bool is(std::size_t i, std::string_view text) const {
    return i < atoms.size() && atoms[i].text == text;
  }
  [[nodiscard]] bool any(std::size_t i, std::initializer_list<std::string_view> texts) const {
    return i < atoms.size() && std::find(texts.begin(), texts.end(), std::string_view(atoms[i].text)) != texts.end();
  }
  [[nodiscard]] bool glued(std::size_t i) const { return i < atoms.size() && atoms[i].glued; }
  [[nodiscard]] bool number(std::size_t i) const { return i < atoms.size() && atoms[i].kind == AtomKind::Number; }
  /// A hyphen, slash or point glued on both sides.
  [[nodiscard]] bool joint(std::size_t i) const {
    return i + 1 < atoms.size() && any(i, {"-", "/", "."}) && atoms[i].glued && atoms[i + 1].glued;
  }
  [[nodiscard]] std::size_t skip(std::size_t i, std::initializer_list<std::string_view> texts) const {
    return any(i, texts) ? i + 1 : i;
  }
  [[nodiscard]] TimeUnit unit(std::size_t i) const { return word(i) == nullptr ? TimeUnit::None : word(i)->time_unit; }
};

}  // namespace triplewright::nlp::values
