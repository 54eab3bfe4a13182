#include "extract/clause.h"

#include <algorithm>

#include "text/normalize.h"

namespace triplewright::extract {

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string ClauseReader::form(std::uint32_t t) const {
  return text::lower(d_.form(t));
}

bool ClauseReader::is_clause(std::uint32_t t) const {
  if (tree_.is(t, "amod")) return false;
  if (tree_.is_verb(t) || tree_.is_copular(t) || tree_.child(t, "nsubj") >= 0) return true;
  for (const char* relation : {"root", "xcomp", "ccomp", "advcl", "acl", "parataxis", "csubj"}) {
    if (tree_.is(t, relation)) return true;
  }
  return tree_.is(t, "conj") && tree_.head(t) >= 0 && is_clause(static_cast<std::uint32_t>(tree_.head(t)));
}

bool ClauseReader::is_negation(std::uint32_t c) const {
  const std::string word = form(c);
  if (!among(word, {"not", "n't", "n’t", "never", "neither", "nor", "no"})) return false;
  // "not only", "not just"
  return c + 1 >= d_.tokens.size() || !among(form(c + 1), {"only", "just", "merely", "simply", "least"});
}

bool ClauseReader::is_no(std::uint32_t noun) const {
  if (among(form(noun), {"nobody", "nothing", "none", "neither"})) return true;
  for (const std::uint32_t c : tree_.children(noun)) {
    if ((tree_.is(c, "det") || tree_.is(c, "cc")) && c < noun && among(form(c), {"no", "neither", "few"})) return true;
  }
  return false;
}

bool ClauseReader::is_whoever(std::uint32_t noun) const {
  const auto& children = tree_.children(noun);
  const bool any = std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return tree_.is(c, "det") && among(form(c), {"any", "every", "each"});
  });
  if (any || among(form(noun), {"anyone", "anybody", "whoever"})) return true;
  if (d_.tokens[noun].xpos != "NNS" || is_definite(noun) || tree_.child(noun, "nummod") >= 0 ||
      !tree_.is(noun, "nsubj") || tree_.head(noun) < 0)
    return false;
  const auto& clause = tree_.children(static_cast<std::uint32_t>(tree_.head(noun)));
  return std::any_of(clause.begin(), clause.end(),
                     [&](std::uint32_t c) { return tree_.is(c, "aux") && d_.tokens[c].xpos == "MD"; });
}

bool ClauseReader::is_definite(std::uint32_t noun) const {
  for (const std::uint32_t c : tree_.children(noun)) {
    if (d_.tokens[c].deprel == "nmod:poss") return true;
    if (tree_.is(c, "det") && among(form(c), {"the", "this", "that", "these", "those", "both", "all", "such"}))
      return true;
  }
  return d_.tokens[noun].upos == Upos::PROPN || d_.tokens[noun].upos == Upos::PRON;
}

bool ClauseReader::asks(std::uint32_t t) const {
  const Span s = d_.sentences[d_.sentence_of(t)].tokens;
  bool mark = false;
  for (std::uint32_t k = s.end; k > s.begin && k + 3 > s.end; --k) mark = mark || d_.form(k - 1) == "?";
  if (!mark) return false;
  for (std::uint32_t k = s.begin; k < s.end; ++k) {
    const std::string& xpos = d_.tokens[k].xpos;
    const bool wh = xpos == "WRB" || xpos == "WP" || xpos == "WDT" || xpos == "WP$";
    if (wh && !tree_.is_relative_pronoun(k) && form(k) != "whether") return false;
  }
  return true;
}

bool ClauseReader::opens_with(std::uint32_t clause, std::initializer_list<std::string_view> words) const {
  const auto& children = tree_.children(clause);
  return std::any_of(children.begin(), children.end(),
                     [&](std::uint32_t c) { return c < clause && among(form(c), words); });
}

bool ClauseReader::is_inverted(std::uint32_t t) const {
  const std::int32_t subject = tree_.child(t, "nsubj");
  const std::int32_t auxiliary = tree_.child(t, "aux");
  return subject >= 0 && auxiliary >= 0 && auxiliary < subject;
}

void ClauseReader::own(std::uint32_t t, std::int32_t from, Composition& out) const {
  bool negated = false;
  for (const std::uint32_t c : tree_.children(t)) {
    if (tree_.is_nominal(t)) relative(c, out);
    const bool adjective = tree_.is(c, "amod") && tree_.is_nominal(t);  // "the alleged sale", "is a would-be supplier"
    if (adjective || tree_.is(c, "advmod") || tree_.is(c, "cc:preconj") || tree_.is(c, "det")) {
      if (c < t && is_negation(c)) {
        negated = true;
      } else if (const Sense* sense = operators_.modifier(c); sense != nullptr && sense->factuality) {
        const bool nearly = sense->factuality == Factuality::Denied && operators_.multiplies(t);
        if (!nearly) out.modify(*sense->factuality);
      }
    } else if (tree_.is(c, "aux")) {
      modal(t, c, out);
    } else if (tree_.is(c, "cop")) {  // "a would-be supplier", where the hyphenated word comes apart
      for (const std::uint32_t aux : tree_.children(c)) {
        if (tree_.is(aux, "aux")) modal(t, aux, out);
      }
    } else if (tree_.is(c, "nsubj") || tree_.is(c, "obj") || tree_.is(c, "expl")) {
      // "no" of the phrase that the climb comes from has been counted there
      if (static_cast<std::int32_t>(c) != from && is_no(c)) negated = true;
    }
    // "at no time did X sell": the auxiliary stands before the subject
    if (tree_.is(c, "obl") && c < t && is_no(c) && is_inverted(t)) negated = true;
    if (static_cast<std::int32_t>(c) != from) attribution(c, out);
  }
  if (negated) out.negate();
  mark(t, out);
  condition(t, out);
  if (tree_.is(t, "root") || tree_.is(t, "parataxis")) {
    if (tree_.is_infinitive(t) && tree_.child(t, "nsubj") != kNoToken) out.apply(Factuality::Planned);
  }
  if (is_imperative(t)) out.apply(Factuality::Possible);
}

/// *"Fund our schools," they chanted*: what is asked for.
bool ClauseReader::is_imperative(std::uint32_t t) const {
  if (d_.tokens[t].xpos != "VB" || tree_.is(t, "conj") || tree_.is(t, "xcomp")) return false;
  const auto& children = tree_.children(t);
  return std::none_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return tree_.is(c, "nsubj") || tree_.is(c, "aux") || tree_.is(c, "cop") || (tree_.is(c, "mark") && c < t);
  });
}

void ClauseReader::modal(std::uint32_t t, std::uint32_t aux, Composition& out) const {
  const std::string& lemma = d_.tokens[aux].lemma;
  if (const Sense* sense = operators_.modifier(aux); sense != nullptr && sense->factuality) {
    bool perfect = false;  // "would have sold" did not
    for (const std::uint32_t c : tree_.children(t)) perfect |= tree_.is(c, "aux") && d_.tokens[c].lemma == "have";
    if (among(lemma, {"would", "'d", "’d"}) && !perfect && is_habit(t)) return;
    if (among(lemma, {"will", "would", "'ll", "’ll", "'d", "’d"}) && !perfect) {
      out.future(*sense->factuality);
    } else {
      out.apply(*sense->factuality);
    }
  } else if (d_.tokens[aux].xpos == "MD") {
    out.apply(Factuality::Possible);
  } else if (lemma == "be" && tree_.is_infinitive(t)) {
    for (const std::uint32_t c : tree_.children(t)) {  // "is to acquire", but not "said to have been acquired"
      if (c > aux && tree_.token(c).upos == Upos::PART && tree_.token(c).lemma == "to") out.apply(Factuality::Planned);
    }
  }
}

/// "When he'd finish a chapter, he'd send it to X": what used to happen.
bool ClauseReader::is_habit(std::uint32_t t) const {
  const auto when = [this](std::uint32_t clause) { return opens_with(clause, {"when", "whenever"}); };
  const auto& children = tree_.children(t);
  return when(t) || std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
           const std::int32_t aux = tree_.child(c, "aux");
           return tree_.is(c, "advcl") && when(c) && aux >= 0 &&
                  d_.tokens[static_cast<std::size_t>(aux)].lemma == "would";
         });
}

/// "X said" beside or after what is said, "according to X", "as X reported".
void ClauseReader::attribution(std::uint32_t c, Composition& out) const {
  if (tree_.is(c, "parataxis") || (tree_.is(c, "advcl") && tree_.marker(c) == "as")) {
    const Sense* sense = operators_.report(c);
    // "X fell and Y rose, a report said": of what stands before it, the parse may give it the last clause only
    const bool empty = tree_.child(c, "ccomp") < static_cast<std::int32_t>(c) && tree_.child(c, "obj") < 0;
    // "as analysts expected", but not "as investors look for bargains": a verb that takes what is said as a clause
    const bool clausal = sense != nullptr && std::any_of(sense->object.begin(), sense->object.end(),
                                                         [](const auto& a) { return a.function == Function::Ccomp; });
    // "as Acme warns of losses" tells of the warning
    const auto& complements = tree_.children(c);
    const bool own = std::any_of(complements.begin(), complements.end(), [&](std::uint32_t o) {
      return tree_.is(o, "obl") && among(tree_.preposition(o), {"of", "about", "against", "over"});
    });
    // "as fighting is reported" tells of the fighting
    const bool of_another = tree_.is(c, "advcl") && tree_.is_passive(c) && tree_.child(c, "nsubj") >= 0;
    if (sense != nullptr && empty && !own && is_clause(c) && !of_another && (clausal || tree_.is(c, "parataxis")))
      out.report(*sense, speakers_.of(*sense, c));
  } else {
    cited(c, 0, out);
  }
}

/// The report that the preposition of a phrase is; "per Reuters" cites, "per month" counts.
const Sense* ClauseReader::source(std::uint32_t noun) const {
  const std::string words = tree_.preposition(noun);
  const Sense* sense = operators_.preposition(words);
  if (sense == nullptr || sense->kind != Sense::Kind::Report) return nullptr;
  const bool unit = words == "per" && d_.tokens[noun].upos != Upos::PROPN && !is_definite(noun);
  return unit ? nullptr : sense;
}

/// "according to X" in a phrase, however deep the parse hangs it: it cites the source of the whole clause.
void ClauseReader::cited(std::uint32_t c, int depth, Composition& out) const {
  const bool phrase = tree_.is(c, "obl") || tree_.is(c, "nmod") || tree_.is(c, "advcl");
  if (const Sense* sense = phrase ? source(c) : nullptr) {
    out.report(*sense, speakers_.at(c));
    return;
  }
  if (depth > 3 || !(phrase || tree_.is(c, "obj") || tree_.is(c, "appos") || tree_.is(c, "conj")) || is_clause(c))
    return;
  for (const std::uint32_t below : tree_.children(c)) {
    if (below > c) cited(below, depth + 1, out);
  }
}

/// "if", "whether", "without", "unless" before the clause.
void ClauseReader::mark(std::uint32_t t, Composition& out) const {
  for (const std::uint32_t c : tree_.children(t)) {
    if (c > t || !(tree_.is(c, "mark") || (tree_.is(c, "case") && tree_.is_verb(t)) || tree_.is(c, "advmod"))) continue;
    std::string words = form(c);
    for (const std::uint32_t f : tree_.children(c)) {
      if (tree_.is(f, "fixed")) words += ' ' + form(f);
    }
    const Sense* sense = operators_.preposition(words);
    if (sense != nullptr && sense->kind == Sense::Kind::Operator && sense->factuality) {
      out.apply(*sense->factuality);
    } else if (among(words, {"if", "whether", "unless"})) {
      out.apply(Factuality::Possible);
    }
  }
}

/// A clause with a condition ("if", "unless") says only what would be.
void ClauseReader::condition(std::uint32_t t, Composition& out) const {
  const std::int32_t subject = tree_.child(t, "nsubj");
  for (const std::uint32_t c : tree_.children(t)) {
    // "Had X bought Y", "Should X buy Y": the auxiliary opens the clause
    const bool opens = tree_.is(c, "aux") && subject >= 0 && c < static_cast<std::uint32_t>(subject) &&
                       (c == d_.sentences[d_.sentence_of(c)].tokens.begin || d_.tokens[c - 1].upos == Upos::PUNCT);
    if (opens) out.apply(Factuality::Possible);
    if (!tree_.is(c, "advcl")) continue;
    const std::string word = tree_.marker(c);
    if (among(word, {"if", "unless", "provided", "assuming"}) && !(c > 0 && even_if(c)) && !is_done(t))
      out.apply(Factuality::Possible);
  }
}

/// "has rejected X as a mediator if talks are revived": what has been done stands under no condition.
bool ClauseReader::is_done(std::uint32_t t) const {
  bool perfect = false;
  for (const std::uint32_t c : tree_.children(t)) {
    if (!tree_.is(c, "aux")) continue;
    if (d_.tokens[c].xpos == "MD") return false;
    perfect = perfect || (d_.tokens[c].lemma == "have" && d_.tokens[c].xpos != "VBD" && d_.tokens[c].xpos != "VBN");
  }
  return perfect;
}

bool ClauseReader::even_if(std::uint32_t clause) const {
  for (const std::uint32_t c : tree_.children(clause)) {
    if (tree_.is(c, "mark") && c > 0 && among(form(c - 1), {"even", "as"})) return true;
  }
  return false;
}

/// "a tariff that X has threatened": the noun is the object of what its relative clause says of it.
void ClauseReader::relative(std::uint32_t c, Composition& out) const {
  const bool whole = tree_.child(c, "ccomp") >= 0 || tree_.child(c, "xcomp") >= 0 || tree_.is_passive(c);
  if (d_.tokens[c].deprel != "acl:relcl" || whole) return;
  const std::int32_t object = tree_.child(c, "obj");
  if (object >= 0 && !tree_.is_relative_pronoun(static_cast<std::uint32_t>(object))) return;
  const Sense* sense = operators_.governing(c, {Function::Object, ""}, tree_.head(c));
  if (sense != nullptr && sense->kind == Sense::Kind::Operator && sense->factuality) out.modify(*sense->factuality);
}

void ClauseReader::own_noun(std::uint32_t t, Composition& out) const {
  for (const std::uint32_t c : tree_.children(t)) {
    relative(c, out);
    if (tree_.is(c, "amod") || tree_.is(c, "advmod")) {
      if (const Sense* sense = operators_.modifier(c); sense != nullptr && sense->factuality)
        out.modify(*sense->factuality);
    } else if (tree_.is(c, "nmod")) {
      if (const Sense* sense = source(c)) out.report(*sense, speakers_.at(c));
    }
  }
  if (is_no(t)) out.negate();
}

void ClauseReader::attributions(std::uint32_t t, std::int32_t from, Composition& out) const {
  for (const std::uint32_t c : tree_.children(t)) {
    if (static_cast<std::int32_t>(c) != from) attribution(c, out);
  }
}

void ClauseReader::shared_marks(std::uint32_t first, bool shares_subject, Composition& out) const {
  attributions(first, kNoToken, out);
  mark(first, out);
  if (!shares_subject) return;
  for (const std::uint32_t c : tree_.children(first)) {
    // "Neither X nor Y asked or paid", "No bank lent or gave"
    if ((tree_.is(c, "cc:preconj") && is_negation(c)) || (tree_.is(c, "nsubj") && is_no(c))) {
      out.negate();
      return;
    }
  }
}

}  // namespace triplewright::extract
