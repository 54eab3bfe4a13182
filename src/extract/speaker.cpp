#include "extract/speaker.h"

namespace triplewright::extract {

std::int32_t Speakers::subject_of(std::uint32_t verb) const {
  std::uint32_t at = verb;
  for (int steps = 0; steps < 6; ++steps) {
    const std::int32_t s = tree_.child(at, "nsubj");
    // "doubted that the bottleneck would ease, noting ...": nobody notes anything but who doubts
    const bool nobody = s >= 0 && at != verb && !is_somebody(static_cast<std::uint32_t>(s));
    if (s >= 0 && !nobody) return tree_.referent(static_cast<std::uint32_t>(s));
    // "..., citing people", "came out and said": the subject of the clause above
    const bool shares =
        tree_.is(at, "conj") || tree_.is(at, "xcomp") || tree_.is(at, "advcl") || (nobody && tree_.is(at, "ccomp"));
    if (tree_.is(at, "acl")) return tree_.head(at);
    if (!shares || tree_.head(at) < 0) return kNoToken;
    at = static_cast<std::uint32_t>(tree_.head(at));
  }
  return kNoToken;
}

bool Speakers::is_somebody(std::uint32_t noun) const {
  if (tree_.token(noun).upos != Upos::NOUN) return true;
  const std::vector<Mention>& mentions = tree_.document().mentions;
  return operators_.may_speak(noun) &&
         std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.head == noun; });
}

bool Speakers::may_speak(std::uint32_t noun) const {
  const Token& token = tree_.token(noun);
  if (token.upos == Upos::PRON) return tree_.has_feature(noun, "PronType=Prs") || tree_.token(noun).xpos == "PRP";
  if (token.upos == Upos::NUM || token.upos == Upos::SYM || tree_.is_gerund(noun)) return false;
  return token.upos != Upos::NOUN || operators_.may_speak(noun);
}

Speaker Speakers::at(std::uint32_t noun) const {
  const Document& d = tree_.document();
  Speaker speaker;
  std::int32_t best = -1;
  for (std::size_t m = 0; m < d.mentions.size(); ++m) {
    const Mention& mention = d.mentions[m];
    if (mention.tokens.begin > noun) break;
    if (mention.entity < 0 || !mention.tokens.contains(noun)) continue;
    const bool heads = mention.head == noun;
    if (!heads && mention.kind != MentionKind::Named) continue;
    if (best < 0 || heads) best = static_cast<std::int32_t>(m);
  }
  const bool described = best < 0 || d.mentions[static_cast<std::size_t>(best)].kind != MentionKind::Named;
  // "Acme's chief, Ada Byron, said": the name says more than the description
  if (described) {
    for (const std::uint32_t name : tree_.children(noun)) {
      if (!tree_.is(name, "appos")) continue;
      for (std::size_t m = 0; m < d.mentions.size(); ++m) {
        const Mention& mention = d.mentions[m];
        const bool named = mention.kind == MentionKind::Named && mention.entity >= 0;
        if (named && mention.tokens.contains(name)) {
          speaker.mention = static_cast<std::int32_t>(m);
          return speaker;
        }
      }
    }
    if (!may_speak(noun)) return {};
    // "a ministry statement", "Acme's report": whose text it is says more than that it is one
    if (const Sense* report = tree_.token(noun).upos == Upos::NOUN ? operators_.report(noun) : nullptr) {
      if (Speaker author = of(*report, noun); author.mention >= 0) return author;
    }
  }
  speaker.mention = best;
  // A pronoun that refers to nothing known names nobody.
  if (best < 0 && tree_.token(noun).upos != Upos::PRON) speaker.text = std::string(d.text(tree_.phrase(noun, false)));
  return speaker;
}

Speaker Speakers::of(const Sense& report, std::uint32_t token) const {
  const Document& d = tree_.document();
  if (d.tokens[token].upos == Upos::VERB || d.tokens[token].upos == Upos::AUX) {
    std::int32_t who = kNoToken;
    if (tree_.is_passive(token)) {
      for (const std::uint32_t c : tree_.children(token)) {
        if (d.tokens[c].deprel == "obl:agent" || (tree_.is(c, "obl") && tree_.preposition(c) == "by")) {
          who = static_cast<std::int32_t>(c);
        }
      }
    } else {
      who = subject_of(token);
    }
    return who < 0 ? Speaker{} : at(static_cast<std::uint32_t>(who));
  }
  for (const SyntacticArgument& argument : report.subject) {
    for (const std::uint32_t c : tree_.children(token)) {
      const bool fits =
          (argument.function == Function::Possessor && tree_.is(c, "nmod") && d.tokens[c].deprel == "nmod:poss") ||
          (argument.function == Function::Modifier && tree_.is(c, "compound") && d.tokens[c].upos == Upos::PROPN) ||
          (argument.function == Function::Preposition && tree_.is(c, "nmod") &&
           tree_.preposition(c) == argument.marker);
      if (fits) return at(c);
    }
  }
  return {};
}

}  // namespace triplewright::extract
