#include "extract/stance.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "text/normalize.h"

namespace triplewright::extract {

namespace {

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Climbs from a predicate to the root of its sentence and composes what it meets.
class Climb {
 public:
  Climb(const Tree& tree, const Operators& operators) : tree_(tree), operators_(operators), d_(tree.document()) {}

  void run(std::uint32_t token) {
    at_ = token;
    if (is_clause(token)) {
      own(token);
    } else {
      own_noun(token);
    }
    for (int steps = 0; steps < 64 && tree_.head(at_) >= 0; ++steps) {
      const auto up = static_cast<std::uint32_t>(tree_.head(at_));
      from_ = static_cast<std::int32_t>(at_);
      step(at_, up);
      at_ = up;
    }
    if (!presupposed_ && asks(at_)) apply(Factuality::Possible);
  }

  [[nodiscard]] Factuality factuality() const {
    return value_ == Factuality::Asserted && reported_ ? Factuality::Reported : value_;
  }
  [[nodiscard]] const Speaker& speaker() const { return speaker_; }
  [[nodiscard]] bool attributed() const { return reported_; }

 private:
  [[nodiscard]] std::string form(std::uint32_t t) const { return text::lower(d_.form(t)); }

  /// True for the predicate of a clause: a verb, what has a copula or subject, a verbless root.
  [[nodiscard]] bool is_clause(std::uint32_t t) const {
    if (tree_.is(t, "amod")) return false;
    if (tree_.is_verb(t) || tree_.is_copular(t) || tree_.child(t, "nsubj") >= 0) return true;
    for (const char* relation : {"root", "xcomp", "ccomp", "advcl", "acl", "parataxis", "csubj"}) {
      if (tree_.is(t, relation)) return true;
    }
    return tree_.is(t, "conj") && tree_.head(t) >= 0 && is_clause(static_cast<std::uint32_t>(tree_.head(t)));
  }

  /// An operator over what has been composed so far.
  void apply(Factuality outer) {
    switch (outer) {
      case Factuality::Asserted:
        break;
      case Factuality::Reported:
        reported_ = true;
        break;
      case Factuality::Denied:
        // A denied denial ("did not refuse to sell") says nothing for sure.
        value_ = value_ == Factuality::Denied ? Factuality::Possible : Factuality::Denied;
        break;
      case Factuality::Possible:
        if (value_ != Factuality::Denied) value_ = Factuality::Possible;
        break;
      default:
        if (value_ == Factuality::Asserted) value_ = outer;
        break;
    }
  }

  /// A report over it: the innermost speaker counts.
  void report(const Sense& sense, const Speaker& speaker) {
    const Factuality kind = sense.factuality.value_or(Factuality::Reported);
    if (kind == Factuality::Asserted) return;
    reported_ = true;
    through_report_ = true;
    if (!speaker_.known()) speaker_ = speaker;
    if (kind != Factuality::Reported) apply(kind);
  }

  /// Negation of the clause, which for the content of a report means that nobody said so.
  void negate() {
    if (through_report_ && value_ == Factuality::Asserted) {
      value_ = Factuality::Possible;
    } else {
      apply(Factuality::Denied);
    }
  }

  [[nodiscard]] bool is_negation(std::uint32_t c) const {
    const std::string word = form(c);
    if (!among(word, {"not", "n't", "n’t", "never", "neither", "nor", "no"})) return false;
    // "not only", "not just"
    return c + 1 >= d_.tokens.size() || !among(form(c + 1), {"only", "just", "merely", "simply", "least"});
  }

  [[nodiscard]] bool is_no(std::uint32_t noun) const {
    if (among(form(noun), {"nobody", "nothing", "none", "neither"})) return true;
    for (const std::uint32_t c : tree_.children(noun)) {
      if ((tree_.is(c, "det") || tree_.is(c, "cc")) && c < noun && among(form(c), {"no", "neither", "few"}))
        return true;
    }
    return false;
  }

  /// What stands in the clause of a predicate itself.
  void own(std::uint32_t t) {
    bool negated = false;
    for (const std::uint32_t c : tree_.children(t)) {
      const bool adjective = tree_.is(c, "amod") && tree_.is_nominal(t);  // "the alleged sale", "is a former supplier"
      if (adjective || tree_.is(c, "advmod") || tree_.is(c, "cc:preconj") || tree_.is(c, "det")) {
        if (c < t && is_negation(c)) {
          negated = true;
        } else if (const Sense* sense = operators_.modifier(c); sense != nullptr && sense->factuality) {
          modify(*sense->factuality);
        }
      } else if (tree_.is(c, "aux")) {
        modal(t, c);
      } else if (tree_.is(c, "cop")) {  // "a would-be supplier", where the hyphenated word comes apart
        for (const std::uint32_t aux : tree_.children(c)) {
          if (tree_.is(aux, "aux")) modal(t, aux);
        }
      } else if (tree_.is(c, "nsubj") || tree_.is(c, "obj") || tree_.is(c, "expl")) {
        // "no" of the phrase that the climb comes from has been counted there
        if (static_cast<std::int32_t>(c) != from_ && is_no(c)) negated = true;
      }
      attribution(c);
    }
    if (negated) negate();
    mark(t);
    condition(t);
    if (tree_.is(t, "root") || tree_.is(t, "parataxis")) {
      if (tree_.is_infinitive(t) && tree_.child(t, "nsubj") != kNoToken) apply(Factuality::Planned);
    }
  }

  void modify(Factuality factuality) {
    if (factuality == Factuality::Denied) {
      negate();
    } else {
      apply(factuality);
    }
  }

  void modal(std::uint32_t t, std::uint32_t aux) {
    if (const Sense* sense = operators_.modifier(aux); sense != nullptr && sense->factuality) {
      apply(*sense->factuality);
    } else if (d_.tokens[aux].xpos == "MD") {
      apply(Factuality::Possible);
    } else if (d_.tokens[aux].lemma == "be" && tree_.is_infinitive(t)) {
      apply(Factuality::Planned);  // "is to acquire"
    }
  }

  /// "X said" beside or after what is said, "according to X", "as X reported".
  void attribution(std::uint32_t c) {
    if (tree_.is(c, "parataxis") || (tree_.is(c, "advcl") && tree_.marker(c) == "as")) {
      const Sense* sense = operators_.report(c);
      const bool empty = tree_.child(c, "ccomp") < 0 && tree_.child(c, "obj") < 0;
      if (sense != nullptr && empty && is_clause(c)) report(*sense, speaker_of(tree_, *sense, c));
    } else {
      cited(c, 0);
    }
  }

  /// "according to X" in a phrase, however deep the parse hangs it: it cites the source of the whole clause.
  void cited(std::uint32_t c, int depth) {
    const bool phrase = tree_.is(c, "obl") || tree_.is(c, "nmod") || tree_.is(c, "advcl");
    if (phrase) {
      const Sense* sense = operators_.preposition(tree_.preposition(c));
      if (sense != nullptr && sense->kind == Sense::Kind::Report) {
        report(*sense, speaker_at(tree_, c));
        return;
      }
    }
    if (depth > 3 || !(phrase || tree_.is(c, "obj") || tree_.is(c, "appos") || tree_.is(c, "conj")) || is_clause(c))
      return;
    for (const std::uint32_t below : tree_.children(c)) {
      if (below > c) cited(below, depth + 1);
    }
  }

  /// "if", "whether", "without", "unless" before the clause.
  void mark(std::uint32_t t) {
    for (const std::uint32_t c : tree_.children(t)) {
      if (c > t || !(tree_.is(c, "mark") || (tree_.is(c, "case") && tree_.is_verb(t)) || tree_.is(c, "advmod")))
        continue;
      std::string words = form(c);
      for (const std::uint32_t f : tree_.children(c)) {
        if (tree_.is(f, "fixed")) words += ' ' + form(f);
      }
      const Sense* sense = operators_.preposition(words);
      if (sense != nullptr && sense->kind == Sense::Kind::Operator && sense->factuality) {
        apply(*sense->factuality);
      } else if (among(words, {"if", "whether", "unless"})) {
        apply(Factuality::Possible);
      }
    }
  }

  /// A clause with a condition ("if", "unless") says only what would be.
  void condition(std::uint32_t t) {
    const std::int32_t subject = tree_.child(t, "nsubj");
    for (const std::uint32_t c : tree_.children(t)) {
      // "Had X bought Y", "Should X buy Y": the auxiliary opens the clause
      const bool opens = tree_.is(c, "aux") && subject >= 0 && c < static_cast<std::uint32_t>(subject) &&
                         (c == d_.sentences[d_.sentence_of(c)].tokens.begin || d_.tokens[c - 1].upos == Upos::PUNCT);
      if (opens) apply(Factuality::Possible);
      if (!tree_.is(c, "advcl")) continue;
      const std::string word = tree_.marker(c);
      if (among(word, {"if", "unless", "provided", "assuming"}) && !(c > 0 && even_if(c))) apply(Factuality::Possible);
    }
  }

  [[nodiscard]] bool even_if(std::uint32_t clause) const {
    for (const std::uint32_t c : tree_.children(clause)) {
      if (tree_.is(c, "mark") && c > 0 && among(form(c - 1), {"even", "as"})) return true;
    }
    return false;
  }

  void own_noun(std::uint32_t t) {
    for (const std::uint32_t c : tree_.children(t)) {
      if (tree_.is(c, "amod") || tree_.is(c, "advmod")) {
        if (const Sense* sense = operators_.modifier(c); sense != nullptr && sense->factuality)
          modify(*sense->factuality);
      } else if (tree_.is(c, "nmod")) {
        const Sense* sense = operators_.preposition(tree_.preposition(c));
        if (sense != nullptr && sense->kind == Sense::Kind::Report) report(*sense, speaker_at(tree_, c));
      }
    }
    if (is_no(t)) negate();
  }

  /// Applies the operator or report that `up` is for what stands in this function. False when it is neither.
  bool govern(std::uint32_t up, const SyntacticArgument& argument) {
    const Sense* sense = operators_.governing(up, argument);
    if (sense == nullptr && tree_.is_verb(up) && tree_.is_passive(up) && argument.function == Function::Xcomp) {
      // "is said to", "is expected to": raised from a that-clause
      sense = operators_.governing(up, {Function::Ccomp, ""});
    }
    if (sense == nullptr) return false;
    if (sense->kind == Sense::Kind::Report) {
      report(*sense, speaker_of(tree_, *sense, up));
    } else if (sense->factuality) {
      modify(*sense->factuality);
    }
    return true;
  }

  /// The clause around a governed one counts with all of its own operators.
  void enter(std::uint32_t up) {
    if (presupposed_) {
      attributions(up);
    } else if (is_clause(up)) {
      own(up);
    } else {
      own_noun(up);
    }
  }

  /// Only who says so, not whether it is so.
  void attributions(std::uint32_t up) {
    for (const std::uint32_t c : tree_.children(up)) attribution(c);
  }

  void presuppose(std::uint32_t up) {
    presupposed_ = true;
    attributions(up);
  }

  void step(std::uint32_t t, std::uint32_t up) {
    if (presupposed_) {
      const bool clausal = tree_.is(t, "ccomp") || tree_.is(t, "parataxis");
      const Sense* sense = clausal ? operators_.governing(up, {Function::Ccomp, ""}) : nullptr;
      if (sense != nullptr && sense->kind == Sense::Kind::Report) {
        attribute_presupposed(*sense, up);
      }
      attributions(up);
      return;
    }
    if (is_clause(t) && !is_argument(t)) {
      step_clause(t, up);
    } else {
      step_noun(t, up);
    }
  }

  /// What a speaker presupposes is the speaker's, but no hedge of the report holds for it.
  void attribute_presupposed(const Sense& sense, std::uint32_t up) {
    if (sense.factuality.value_or(Factuality::Reported) == Factuality::Asserted) return;
    reported_ = true;
    if (!speaker_.known()) speaker_ = speaker_of(tree_, sense, up);
  }

  [[nodiscard]] bool is_argument(std::uint32_t t) const {
    for (const char* r : {"obj", "nsubj", "obl", "nmod", "iobj", "appos", "compound", "flat", "amod"}) {
      if (tree_.is(t, r)) return true;
    }
    return false;
  }

  void step_clause(std::uint32_t t, std::uint32_t up) {
    const std::string marker = tree_.marker(t);
    if (tree_.is(t, "conj")) {
      conjunct(t, up);
    } else if (d_.tokens[t].deprel == "acl:relcl" && is_content_clause(t, up)) {
      if (!govern(up, {Function::Ccomp, ""})) reported_ = true;
      presuppose(up);
    } else if (d_.tokens[t].deprel == "acl:relcl") {
      if (is_no(up)) negate();
      presuppose(up);
    } else if (tree_.is(t, "xcomp")) {
      const bool governed = govern(up, {Function::Xcomp, ""}) || govern(up, {Function::Preposition, marker});
      if (!governed && tree_.is_infinitive(t)) infinitive(up);
      enter(up);
    } else if (tree_.is(t, "ccomp") || tree_.is(t, "csubj")) {
      if (!govern(up, {Function::Ccomp, ""}) && !govern(up, {Function::Xcomp, ""})) {
        if (tree_.is_infinitive(t)) {
          apply(Factuality::Possible);
        } else if (tree_.is_verb(up)) {
          Sense said;
          report(said, speaker_of(tree_, said, up));
        }
      }
      enter(up);
    } else if (tree_.is(t, "acl")) {
      noun_complement(t, up, marker);
    } else if (tree_.is(t, "advcl")) {
      adverbial(t, up, marker);
    } else if (tree_.is(t, "parataxis")) {
      const Sense* sense = operators_.report(up);
      if (sense != nullptr && tree_.is_verb(up) && tree_.child(up, "ccomp") < 0 && operators_.report(t) == nullptr) {
        report(*sense, speaker_of(tree_, *sense, up));
        enter(up);
      } else {
        presuppose(up);
      }
    } else {
      enter(up);
    }
  }

  /// "a report that X bought Y": nothing is missing in the clause that *that* could stand for.
  [[nodiscard]] bool is_content_clause(std::uint32_t t, std::uint32_t noun) const {
    if (tree_.marker(t) == "that") return true;
    int subjects = 0, objects = 0;
    bool that = false, adjunct = false;
    for (const std::uint32_t c : tree_.children(t)) {
      subjects += tree_.is(c, "nsubj") ? 1 : 0;
      objects += tree_.is(c, "obj") ? 1 : 0;
      that = that || (c < t && form(c) == "that");
      adjunct = adjunct || (c < t && form(c) == "that" && (tree_.is(c, "obl") || tree_.is(c, "advmod")));
    }
    return that && subjects == 1 && (objects == 2 || adjunct) &&
           operators_.governing(noun, {Function::Ccomp, ""}) != nullptr;
  }

  void infinitive(std::uint32_t up) { apply(d_.tokens[up].lemma == "go" ? Factuality::Planned : Factuality::Possible); }

  /// "plans to sell", "a report that", "chips made by".
  void noun_complement(std::uint32_t t, std::uint32_t up, const std::string& marker) {
    const bool infinitive_clause = tree_.is_infinitive(t);
    if (infinitive_clause || !marker.empty()) {
      if (govern(up, {infinitive_clause ? Function::Xcomp : Function::Ccomp, ""}) ||
          govern(up, {Function::Preposition, marker})) {
        // The noun is itself an argument: "announced plans to", "has no plans to".
        noun_in_clause_ = true;
        own_noun(up);
        return;
      }
      if (infinitive_clause && !singled_out(up)) apply(Factuality::Possible);
      if (!infinitive_clause && marker == "that") reported_ = true;
    }
    presuppose(up);
  }

  /// "the first company to sell": it did.
  [[nodiscard]] bool singled_out(std::uint32_t noun) const {
    for (const std::uint32_t c : tree_.children(noun)) {
      if (tree_.is(c, "amod") && among(form(c), {"first", "second", "third", "last", "latest", "only", "next"}))
        return true;
    }
    return false;
  }

  void adverbial(std::uint32_t t, std::uint32_t up, const std::string& marker) {
    const bool gerund = tree_.is_gerund(t);
    if (!marker.empty() && governed_by_words(up, {Function::Preposition, marker})) {
      enter(up);
    } else if (tree_.is_infinitive(t)) {
      if (!govern(up, {Function::Xcomp, ""})) apply(Factuality::Planned);  // a purpose
      enter(up);
    } else if (gerund && marker.empty() && is_close(t, up)) {
      // "has ruled out buying": an object that the parse takes for an adverbial
      if (!govern(up, {Function::Xcomp, ""})) govern(up, {Function::Object, ""});
      enter(up);
    } else if (gerund && among(marker, {"from", "to", "of", "about", "against", "on", "at"})) {
      // A complement ("close to buying", "walked away from buying") whose governor the lexicon does not have: with
      // these prepositions none can be said to have happened. "by", "after" and "for" introduce what has.
      apply(Factuality::Possible);
      enter(up);
    } else if (marker.empty() || among(marker, {"by", "when", "once", "until", "till", "before", "in"})) {
      enter(up);  // part of the same course of events
    } else {
      presuppose(up);
    }
  }

  /// No comma between a verb and what follows it.
  [[nodiscard]] bool is_close(std::uint32_t t, std::uint32_t up) const {
    for (std::uint32_t k = up + 1; k < t; ++k) {
      if (d_.tokens[k].upos == Upos::PUNCT) return false;
    }
    return t > up;
  }

  /// Governed by the token, or by the verb that it belongs to ("stop short of", "walk away from").
  bool governed_by_words(std::uint32_t up, const SyntacticArgument& argument) {
    if (govern(up, argument)) return true;
    const bool belongs = tree_.is(up, "xcomp") || tree_.is(up, "advmod") || tree_.is(up, "compound");
    return belongs && tree_.head(up) >= 0 && govern(static_cast<std::uint32_t>(tree_.head(up)), argument);
  }

  /// A conjunct without subject and auxiliary shares those of the first.
  void conjunct(std::uint32_t t, std::uint32_t up) {
    const bool nominal = !tree_.is_verb(t);
    bool own_subject = false, own_auxiliary = false;
    for (const std::uint32_t c : tree_.children(t)) {
      own_subject = own_subject || tree_.is(c, "nsubj");
      own_auxiliary = own_auxiliary || tree_.is(c, "aux") || tree_.is(c, "cop") || tree_.is(c, "mark");
    }
    const std::string &mine = d_.tokens[t].xpos, &first = d_.tokens[up].xpos;
    const bool finite = mine == "VBD" || mine == "VBZ" || mine == "VBP";
    const bool shares = !own_subject && !own_auxiliary && (nominal || !finite || mine == first);
    if (shares && !(finite && mine == first)) {
      own(up);
    } else {
      shared_marks(up);
    }
  }

  /// Of a first conjunct with a tense of its own only attribution and conditions hold for the others.
  void shared_marks(std::uint32_t up) {
    for (const std::uint32_t c : tree_.children(up)) attribution(c);
    mark(up);
  }

  void step_noun(std::uint32_t t, std::uint32_t up) {
    const bool governed_complement = std::exchange(noun_in_clause_, false);
    const bool of_verb = tree_.is_verb(up) || tree_.is_copular(up);
    if (tree_.is(t, "conj")) {
      if (!is_clause(up)) return;
      presuppose(up);
      return;
    }
    if (of_verb) {
      const bool object = tree_.is(t, "obj") || d_.tokens[t].deprel == "nsubj:pass";
      SyntacticArgument argument{Function::Subject, ""};
      if (object) argument = {Function::Object, ""};
      if (tree_.is(t, "obl")) argument = {Function::Preposition, tree_.preposition(t)};
      const bool governed = !operators_.is_role_noun(t) && govern(up, argument);
      if (governed || governed_complement || (!operators_.is_role_noun(t) && !is_definite(t))) {
        enter(up);
      } else {
        presuppose(up);
      }
      return;
    }
    const bool phrase = tree_.is(t, "nmod") || tree_.is(t, "obl");
    const std::string preposition = phrase ? tree_.preposition(t) : std::string();
    if (!preposition.empty() && !operators_.is_role_noun(t) &&
        governed_by_words(up, {Function::Preposition, preposition})) {
      own_noun(up);
      noun_in_clause_ = true;
    } else if (tree_.is(t, "nmod") && d_.tokens[t].deprel != "nmod:poss" && !is_definite(t) &&
               !operators_.is_role_noun(t)) {
      own_noun(up);
    } else {
      presuppose(up);
    }
  }

  [[nodiscard]] bool is_definite(std::uint32_t noun) const {
    for (const std::uint32_t c : tree_.children(noun)) {
      if (d_.tokens[c].deprel == "nmod:poss") return true;
      if (tree_.is(c, "det") && among(form(c), {"the", "this", "that", "these", "those", "both", "all", "such"}))
        return true;
    }
    return d_.tokens[noun].upos == Upos::PROPN || d_.tokens[noun].upos == Upos::PRON;
  }

  [[nodiscard]] bool asks(std::uint32_t t) const {
    const Span s = d_.sentences[d_.sentence_of(t)].tokens;
    for (std::uint32_t k = s.end; k > s.begin && k + 3 > s.end; --k) {
      if (d_.form(k - 1) == "?") return true;
    }
    return false;
  }

  const Tree& tree_;
  const Operators& operators_;
  const Document& d_;
  std::uint32_t at_ = 0;
  std::int32_t from_ = kNoToken;  // the child that the climb comes from
  Factuality value_ = Factuality::Asserted;
  bool reported_ = false;
  bool through_report_ = false;
  bool presupposed_ = false;
  bool noun_in_clause_ = false;  // the noun just left carries the clause below with it
  Speaker speaker_;
};

}  // namespace

StanceAnalysis::StanceAnalysis(const Document& document, const Ontology& ontology)
    : tree_(document), operators_(tree_, ontology), quotations_(tree_, operators_) {}

Stance StanceAnalysis::at(std::uint32_t token) const {
  Climb climb(tree_, operators_);
  climb.run(token);
  Stance stance;
  stance.factuality = climb.factuality();
  Speaker speaker = climb.speaker();
  if (const std::int32_t quotation = quotations_.at(token); quotation >= 0) {
    if (stance.factuality == Factuality::Asserted) stance.factuality = Factuality::Reported;
    if (!speaker.known()) speaker = quotations_.speaker(quotation);
  }
  stance.speaker_mention = speaker.mention;
  stance.speaker_text = speaker.mention >= 0 ? std::string() : speaker.text;
  return stance;
}

}  // namespace triplewright::extract
