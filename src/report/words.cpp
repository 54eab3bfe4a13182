#include "report/vocabulary.h"

namespace triplewright::report {

std::string words_of_iri(std::string_view iri) {
  const std::size_t cut = iri.find_last_of("/#:");
  std::string_view name = cut == std::string_view::npos ? iri : iri.substr(cut + 1);
  if (name.empty()) name = iri;
  std::string out;
  bool lower_before = false;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper && lower_before) out += ' ';
    lower_before = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    out += c == '-' || c == '_' ? ' ' : upper && out.size() > 0 && out.back() == ' ' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

}  // namespace triplewright::report
