#include "extract/stance.h"

#include "extract/climb.h"

namespace triplewright::extract {

StanceAnalysis::StanceAnalysis(const Document& document, const Ontology& ontology)
    : tree_(document),
      operators_(tree_, ontology),
      speakers_(tree_, operators_),
      quotations_(tree_, operators_, speakers_) {}

Stance StanceAnalysis::at(std::uint32_t token) const {
  const Composition composed = composition_of(tree_, operators_, speakers_, token);
  Stance stance;
  stance.factuality = composed.factuality();
  Speaker speaker = composed.speaker();
  if (const std::int32_t quotation = quotations_.at(token); quotation >= 0) {
    if (stance.factuality == Factuality::Asserted) stance.factuality = Factuality::Reported;
    if (!speaker.known()) speaker = quotations_.speaker(quotation);
  }
  stance.speaker_mention = speaker.mention;
  stance.speaker_text = speaker.mention >= 0 ? std::string() : speaker.text;
  stance.ended = ended(token);
  return stance;
}

std::int32_t StanceAnalysis::ended(std::uint32_t noun) const {
  const Span sentence = tree_.document().sentences[tree_.document().sentence_of(noun)].tokens;
  if (tree_.is_verb(noun)) return kNoToken;  // "then sold": its tense says when
  std::uint32_t at = noun;
  // "former chairman and chief executive Jo Doe": of the post, of the post before it, or of the name that it titles
  for (int steps = 0; steps < 3; ++steps) {
    for (const std::uint32_t c : tree_.children(at)) {
      const bool modifies = tree_.is(c, "amod") || tree_.is(c, "advmod") || tree_.is(c, "compound");
      if (modifies && c < noun && operators_.is_past(c)) return static_cast<std::int32_t>(c);
    }
    const bool shares = tree_.is(at, "conj") || tree_.is(at, "nmod:desc") || tree_.is(at, "compound");
    if (tree_.is_verb(at) || !shares || tree_.head(at) < 0) break;
    at = static_cast<std::uint32_t>(tree_.head(at));
  }
  // "resigned as head of X", "resigned from her post as head of X"
  at = noun;
  for (int steps = 0; steps < 3 && tree_.head(at) >= 0; ++steps) {
    const std::string preposition = tree_.preposition(at);
    if (preposition != "as" && preposition != "from") break;
    at = static_cast<std::uint32_t>(tree_.head(at));
    if (!tree_.is_verb(at)) continue;
    if (!operators_.is_past(at)) break;
    // who plans to resign has not
    const Factuality resigned = composition_of(tree_, operators_, speakers_, at).factuality();
    if (resigned == Factuality::Asserted || resigned == Factuality::Reported) return static_cast<std::int32_t>(at);
    break;
  }
  // "then-chairman", "ex-minister" where the hyphen comes apart
  for (std::uint32_t back = 1; back <= 2 && noun >= sentence.begin + back; ++back) {
    if (operators_.is_past(noun - back)) return static_cast<std::int32_t>(noun - back);
    if (tree_.document().form(noun - back) != "-") break;
  }
  return kNoToken;
}

bool StanceAnalysis::shades_object(std::uint32_t verb, std::uint32_t noun, bool figure) const {
  const Sense* sense = operators_.governing(verb, {Function::Object, ""}, static_cast<std::int32_t>(noun));
  if (sense == nullptr) return false;
  const Factuality said = sense->factuality.value_or(Factuality::Reported);
  // *threatened sanctions*, *plans an investment*
  if (sense->kind == Sense::Kind::Operator)
    return said == Factuality::Possible || said == Factuality::Planned || said == Factuality::Predicted;
  if (sense->kind != Sense::Kind::Report) return false;
  return figure || said != Factuality::Reported;
}

}  // namespace triplewright::extract
