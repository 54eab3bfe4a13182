#include "report/subjects.h"

#include <algorithm>
#include <tuple>

namespace triplewright::report {

Subjects::Subjects(const Graph& graph) {
  quads_.reserve(graph.size());
  for (const Quad& quad : graph.quads()) quads_.push_back(&quad);
  std::stable_sort(quads_.begin(), quads_.end(), [](const Quad* a, const Quad* b) {
    return std::tie(a->subject, a->predicate, a->object) < std::tie(b->subject, b->predicate, b->object);
  });
  for (std::size_t begin = 0; begin < quads_.size();) {
    std::size_t end = begin + 1;
    while (end < quads_.size() && quads_[end]->subject == quads_[begin]->subject) ++end;
    const std::string_view subject = quads_[begin]->subject.value();
    index_.emplace(subject, all_.size());
    all_.emplace_back(subject, Quads(quads_).subspan(begin, end - begin));
    begin = end;
  }
}

Subjects::Quads Subjects::of(std::string_view subject) const {
  const auto found = index_.find(subject);
  return found == index_.end() ? Quads() : all_[found->second].second;
}

const Term* Subjects::object(std::string_view subject, std::string_view predicate) const {
  for (const Quad* quad : of(subject)) {
    if (quad->predicate.value() == predicate) return &quad->object;
  }
  return nullptr;
}

std::vector<const Term*> Subjects::objects(std::string_view subject, std::string_view predicate) const {
  std::vector<const Term*> out;
  for (const Quad* quad : of(subject)) {
    if (quad->predicate.value() == predicate && (out.empty() || *out.back() != quad->object))
      out.push_back(&quad->object);
  }
  return out;
}

const Term* Subjects::usual_object(std::string_view subject, std::string_view predicate) const {
  const Term* best = nullptr;
  const Term* current = nullptr;
  std::size_t run = 0;
  std::size_t longest = 0;
  for (const Quad* quad : of(subject)) {
    if (quad->predicate.value() != predicate) continue;
    run = current != nullptr && *current == quad->object ? run + 1 : 1;
    current = &quad->object;
    if (run > longest) longest = run, best = current;
  }
  return best;
}

}  // namespace triplewright::report
