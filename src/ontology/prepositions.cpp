#include "ontology/prepositions.h"

#include <string>

namespace triplewright::ontology {

namespace {

// Participles that stand where prepositions do ("rules governing exports") are among them.
constexpr std::string_view kPrepositions =
    "|aboard|about|above|according to|across|after|against|ahead of|along|along with|alongside|amid|amidst|"
    "among|amongst|apart from|around|as|as of|as part of|as to|as well as|aside from|at|away from|because of|"
    "before|behind|below|beneath|beside|besides|between|beyond|but|by|by means of|close to|compared to|"
    "compared with|concerning|considering|covering|despite|down|due to|during|except|except for|excluding|"
    "following|for|from|given|governing|in|in addition to|in case of|in exchange for|in favor of|in favour of|"
    "in front of|in light of|in line with|in response to|in spite of|in terms of|including|inside|instead of|"
    "into|like|near|next to|notwithstanding|of|off|on|on behalf of|on top of|onto|opposite|out of|outside|"
    "outside of|over|owing to|past|pending|per|prior to|regarding|regardless of|round|since|such as|than|"
    "thanks to|through|throughout|till|to|together with|toward|towards|under|underneath|unlike|until|up|up to|"
    "upon|versus|via|with|with regard to|with respect to|within|without|";

bool is_word(std::string_view marker) {
  return kPrepositions.find('|' + std::string(marker) + '|') != std::string_view::npos;
}

}  // namespace

bool is_preposition(std::string_view marker) {
  if (is_word(marker)) return true;
  const std::size_t space = marker.find(' ');
  if (space == std::string_view::npos) return false;
  const std::string_view first = marker.substr(0, space);
  const std::string_view rest = marker.substr(space + 1);
  if (first == "subject") return rest == "possessor";
  if (first != "object" && first != "xcomp" && !is_word(first)) return false;
  return rest == "object" || rest == "possessor" || is_word(rest);
}

}  // namespace triplewright::ontology
