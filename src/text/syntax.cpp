#include "text/syntax.h"

#include "text/normalize.h"

namespace triplewright::text {

Syntax::Syntax(const Document& document) : document_(&document), first_(document.tokens.size() + 1, 0) {
  for (const Token& token : document.tokens) {
    if (token.head >= 0) ++first_[static_cast<std::size_t>(token.head) + 1];
  }
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  children_.resize(first_.back());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    const std::int32_t head = document.tokens[t].head;
    if (head >= 0) children_[next[static_cast<std::size_t>(head)]++] = t;
  }
}

std::span<const std::uint32_t> Syntax::children(std::uint32_t t) const {
  return std::span(children_).subspan(first_[t], first_[t + 1] - first_[t]);
}

std::string_view Syntax::relation(std::uint32_t t) const {
  const std::string_view full = token(t).deprel;
  return full.substr(0, full.find(':'));
}

bool Syntax::is(std::uint32_t t, std::string_view wanted) const {
  const std::string_view full = token(t).deprel;
  return full.starts_with(wanted) && (full.size() == wanted.size() || full[wanted.size()] == ':');
}

std::int32_t Syntax::child(std::uint32_t t, std::string_view wanted) const {
  for (const std::uint32_t c : children(t)) {
    if (is(c, wanted)) return static_cast<std::int32_t>(c);
  }
  return -1;
}

std::string Syntax::preposition(std::uint32_t t) const {
  std::string out;
  for (const std::uint32_t c : children(t)) {
    if (!is(c, "case") || c > t || token(c).upos == Upos::PART) continue;
    if (!out.empty()) out += ' ';
    out += lower(c);
    for (const std::uint32_t fixed : children(c)) {
      if (is(fixed, "fixed")) out += ' ' + lower(fixed);
    }
  }
  return out;
}

std::uint32_t Syntax::first_conjunct(std::uint32_t t) const {
  while (relation(t) == "conj" && token(t).head >= 0) t = static_cast<std::uint32_t>(token(t).head);
  return t;
}

bool Syntax::dominates(std::uint32_t ancestor, std::uint32_t t) const {
  for (auto at = static_cast<std::int32_t>(t); at >= 0; at = token(static_cast<std::uint32_t>(at)).head) {
    if (static_cast<std::uint32_t>(at) == ancestor) return true;
  }
  return false;
}

std::uint32_t Syntax::head_of(Span tokens) const {
  std::uint32_t found = tokens.end == 0 ? 0 : tokens.end - 1;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const std::int32_t head = token(t).head;
    const bool outside = head < 0 || !tokens.contains(static_cast<std::uint32_t>(head));
    if (outside && relation(t) != "punct") found = t;
  }
  return found;
}

std::string Syntax::lower(std::uint32_t t) const {
  return text::lower(document_->form(t));
}

bool Syntax::has_feature(std::uint32_t t, std::string_view feature) const {
  const std::string& feats = token(t).feats;
  const std::size_t at = feats.find(feature);
  if (at == std::string::npos) return false;
  const std::size_t end = at + feature.size();
  return (at == 0 || feats[at - 1] == '|') && (end == feats.size() || feats[end] == '|' || feats[end] == ',');
}

}  // namespace triplewright::text
