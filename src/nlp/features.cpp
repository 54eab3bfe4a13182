#include "nlp/features.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace triplewright::nlp {

namespace {

using Entry = std::pair<std::string_view, std::string_view>;

// By Penn tag.
constexpr std::array<Entry, 22> kByTag = {{
    {"NN", "Number=Sing"},
    {"NNS", "Number=Plur"},
    {"NNP", "Number=Sing"},
    {"NNPS", "Number=Plur"},
    {"VB", "VerbForm=Inf"},
    {"VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"},
    {"VBG", "Tense=Pres|VerbForm=Part"},
    {"VBN", "Tense=Past|VerbForm=Part"},
    {"VBP", "Mood=Ind|Tense=Pres|VerbForm=Fin"},
    {"VBZ", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"},
    {"MD", "VerbForm=Fin"},
    {"JJ", "Degree=Pos"},
    {"JJR", "Degree=Cmp"},
    {"JJS", "Degree=Sup"},
    {"RBR", "Degree=Cmp"},
    {"RBS", "Degree=Sup"},
    {"CD", "NumType=Card"},
    {"WP", "PronType=Int,Rel"},
    {"WDT", "PronType=Int,Rel"},
    {"WRB", "PronType=Int,Rel"},
    {"WP$", "Poss=Yes|PronType=Int,Rel"},
    {"EX", "PronType=Dem"},
}};

// By lemma, of pronouns and determiners.
constexpr std::array<Entry, 18> kByLemma = {{
    {"I", "Number=Sing|Person=1|PronType=Prs"},
    {"you", "Person=2|PronType=Prs"},
    {"he", "Gender=Masc|Number=Sing|Person=3|PronType=Prs"},
    {"she", "Gender=Fem|Number=Sing|Person=3|PronType=Prs"},
    {"it", "Gender=Neut|Number=Sing|Person=3|PronType=Prs"},
    {"we", "Number=Plur|Person=1|PronType=Prs"},
    {"they", "Number=Plur|Person=3|PronType=Prs"},
    {"my", "Number=Sing|Person=1|Poss=Yes|PronType=Prs"},
    {"your", "Person=2|Poss=Yes|PronType=Prs"},
    {"his", "Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs"},
    {"her", "Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs"},
    {"its", "Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs"},
    {"our", "Number=Plur|Person=1|Poss=Yes|PronType=Prs"},
    {"their", "Number=Plur|Person=3|Poss=Yes|PronType=Prs"},
    {"the", "Definite=Def|PronType=Art"},
    {"a", "Definite=Ind|PronType=Art"},
    {"this", "Number=Sing|PronType=Dem"},
    {"that", "Number=Sing|PronType=Dem"},
}};

template <std::size_t N>
std::string_view look_up(const std::array<Entry, N>& table, std::string_view key) {
  const auto it = std::find_if(table.begin(), table.end(), [&](const Entry& entry) { return entry.first == key; });
  return it == table.end() ? std::string_view() : it->second;
}

}  // namespace

std::string universal_features(const Token& token, bool passive) {
  if (token.lemma == "not") return "Polarity=Neg";
  if (token.upos == Upos::PRON || token.upos == Upos::DET) {
    const std::string_view found = look_up(kByLemma, token.lemma);
    if (!found.empty()) return std::string(found);
  }
  std::string features{look_up(kByTag, token.xpos)};
  if (passive && token.xpos == "VBN") features += "|Voice=Pass";
  return features;
}

}  // namespace triplewright::nlp
