// Those whom a text names together, and then speaks of by one word: *they*, *the pair*, *the two companies*.
#include <algorithm>

#include "extract/operators.h"
#include "extract/resolve.h"
#include "text/normalize.h"

namespace triplewright::extract {

/// *Jo Doe and Al Roe live there with their son*: those whom the clause is about, named together before.
std::int32_t Resolver::named_together(std::uint32_t pronoun) const {
  const std::string word = text::lower(document_->form(pronoun));
  if (word != "they" && word != "their" && word != "them") return kNoToken;
  for (std::int32_t up = tree_->head(pronoun); up != kNoToken; up = tree_->head(static_cast<std::uint32_t>(up))) {
    const std::int32_t subject = tree_->child(static_cast<std::uint32_t>(up), "nsubj");
    if (subject == kNoToken || static_cast<std::uint32_t>(subject) >= pronoun) continue;
    const auto& several = tree_->children(static_cast<std::uint32_t>(subject));
    const bool named =
        mention_at_[static_cast<std::size_t>(subject)] >= 0 && inside_name_[static_cast<std::size_t>(subject)] != 0;
    const bool together =
        std::any_of(several.begin(), several.end(), [&](std::uint32_t c) { return tree_->is(c, "conj"); });
    return named && together ? subject : kNoToken;
  }
  return kNoToken;
}

/// *the pair*, *the two companies*, *both men*
bool Resolver::means_two(std::uint32_t noun) const {
  const std::int32_t det = tree_->child(noun, "det");
  if (det == kNoToken) return false;
  const std::string article = text::lower(document_->form(static_cast<std::uint32_t>(det)));
  const std::string& lemma = tree_->token(noun).lemma;
  for (const char* modifier : {"nmod", "amod", "acl", "compound"}) {  // *the French duo*, *the two firms that failed*
    if (tree_->child(noun, modifier) != kNoToken) return false;
  }
  if (lemma == "pair" || lemma == "duo") return article == "the";
  if (!tree_->has_feature(noun, "Number=Plur")) return false;
  const std::int32_t number = tree_->child(noun, "nummod");
  const bool two = number != kNoToken && text::lower(document_->form(static_cast<std::uint32_t>(number))) == "two";
  return (article == "the" && two) || (article == "both" && number == kNoToken);
}

/// The first of the two names that were last spoken of together, of the kind that the noun tells.
std::int32_t Resolver::named_pair(std::uint32_t noun) const {
  constexpr std::uint32_t kSentences = 3;  // how far back to look
  if (!means_two(noun)) return kNoToken;
  const std::uint32_t here = document_->sentence_of(noun);
  const std::uint32_t begin = document_->sentences[here - std::min(here, kSentences)].tokens.begin;
  const auto name_at = [&](std::uint32_t t) -> const Mention* {
    const std::int32_t m = mention_at_[t];
    if (m < 0 || document_->mentions[static_cast<std::size_t>(m)].head != t) return nullptr;
    const Mention& mention = document_->mentions[static_cast<std::size_t>(m)];
    return mention.kind == MentionKind::Named && mention.entity >= 0 && mention.attributive.empty() ? &mention
                                                                                                    : nullptr;
  };
  const std::int32_t own = mention_at_[noun];
  const std::vector<std::string> kind =
      own < 0 ? std::vector<std::string>{} : document_->mentions[static_cast<std::size_t>(own)].classes;
  const auto fits_kind = [&](const Mention& m) {
    const std::vector<std::string>& classes = document_->entities[static_cast<std::size_t>(m.entity)].classes;
    const std::string& lemma = tree_->token(noun).lemma;
    const auto is_agent = [&](const std::string& c) { return is_agent_class(*ontology_, c); };
    if (lemma == "pair" || lemma == "duo") return std::any_of(classes.begin(), classes.end(), is_agent);
    return std::any_of(kind.begin(), kind.end(), is_agent) && !classes.empty() && ontology_->any_is_a(classes, kind);
  };
  for (std::uint32_t t = noun; t-- > begin;) {
    const Mention* const first = name_at(t);
    if (first == nullptr || tree_->is(t, "conj")) continue;
    const std::vector<std::uint32_t> several = tree_->conjuncts(t);
    if (several.size() != 2) continue;
    const Mention* const second = name_at(several.back());
    if (second != nullptr && fits_kind(*first) && fits_kind(*second)) return static_cast<std::int32_t>(t);
  }
  return kNoToken;
}

}  // namespace triplewright::extract
