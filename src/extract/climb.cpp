#include "extract/climb.h"

#include <algorithm>
#include <string>
#include <utility>

#include "extract/clause.h"

namespace triplewright::extract {

namespace {

class Climb {
 public:
  Climb(const Tree& tree, const Operators& operators, const Speakers& speakers)
      : tree_(tree),
        operators_(operators),
        speakers_(speakers),
        clauses_(tree, operators, speakers),
        d_(tree.document()) {}

  Composition run(std::uint32_t token) {
    at_ = token;
    role_ = operators_.is_role_noun(token);
    own(token);
    for (int steps = 0; steps < 64 && tree_.head(at_) >= 0; ++steps) {
      const auto up = static_cast<std::uint32_t>(tree_.head(at_));
      from_ = static_cast<std::int32_t>(at_);
      step(at_, up);
      at_ = up;
    }
    if (!presupposed_ && clauses_.asks(at_)) out_.apply(Factuality::Possible);
    return out_;
  }

 private:
  /// What stands in the clause or phrase itself.
  void own(std::uint32_t t) {
    if (clauses_.is_clause(t)) {
      clauses_.own(t, from_, out_);
    } else {
      clauses_.own_noun(t, out_);
    }
  }

  /// Applies the operator or report that `up` is for what stands in this function. False when it is neither.
  bool govern(std::uint32_t up, const SyntacticArgument& argument) {
    const Sense* sense = operators_.governing(up, argument, static_cast<std::int32_t>(at_));
    if (sense == nullptr && tree_.is_verb(up) && tree_.is_passive(up) && argument.function == Function::Xcomp) {
      // "is said to", "is expected to": raised from a that-clause
      sense = operators_.governing(up, {Function::Ccomp, ""});
    }
    if (sense == nullptr) return false;
    if (sense->kind == Sense::Kind::Report) {
      out_.report(*sense, speakers_.of(*sense, up));
    } else if (sense->factuality) {
      const bool past = sense->past_factuality && d_.tokens[up].xpos == "VBD";
      out_.modify(past ? *sense->past_factuality : *sense->factuality);
    }
    return true;
  }

  /// The clause around a governed one counts with all of its own operators.
  void enter(std::uint32_t up) {
    if (presupposed_) {
      clauses_.attributions(up, from_, out_);
    } else {
      own(up);
    }
  }

  void presuppose(std::uint32_t up) {
    presupposed_ = true;
    clauses_.attributions(up, from_, out_);
  }

  void step(std::uint32_t t, std::uint32_t up) {
    if (presupposed_) {
      const bool clausal = tree_.is(t, "ccomp") || tree_.is(t, "parataxis");
      const Sense* sense = clausal && !described_ ? operators_.governing(up, {Function::Ccomp, ""}) : nullptr;
      if (sense != nullptr && sense->kind == Sense::Kind::Report) out_.attribute(*sense, speakers_.of(*sense, up));
      clauses_.attributions(up, from_, out_);
      return;
    }
    if (clauses_.is_clause(t) && !is_argument(t)) {
      step_clause(t, up);
    } else {
      step_noun(t, up);
    }
  }

  [[nodiscard]] bool is_argument(std::uint32_t t) const {
    for (const char* r : {"obj", "nsubj", "obl", "nmod", "iobj", "appos", "compound", "flat", "amod"}) {
      if (tree_.is(t, r)) return true;
    }
    return false;
  }

  /// *A advised B; C paid D*: two sentences in one.
  bool follows_semicolon(std::uint32_t t) const {
    const auto& children = tree_.children(t);
    return std::any_of(children.begin(), children.end(),
                       [&](std::uint32_t c) { return c < t && tree_.is(c, "punct") && d_.form(c) == ";"; });
  }

  void step_clause(std::uint32_t t, std::uint32_t up) {
    const std::string marker = tree_.marker(t);
    if (tree_.is(t, "conj")) {
      conjunct(t, up);
    } else if (d_.tokens[t].deprel == "acl:relcl" && is_content_clause(t, up)) {
      if (!govern(up, {Function::Ccomp, ""})) out_.hearsay();
      presuppose(up);
    } else if (d_.tokens[t].deprel == "acl:relcl") {
      if (clauses_.is_no(up)) out_.negate();
      if (clauses_.is_whoever(up)) out_.apply(Factuality::Possible);
      described_ = true;
      presuppose(up);
    } else if (tree_.is(t, "xcomp")) {
      // *called Acme a leader* says what Acme is, as *described Acme as a leader* does; *called to do* asks for a deed.
      const bool said = !tree_.is_verb(t) && tree_.child(t, "cop") < 0 && tree_.child(up, "obj") >= 0;
      const bool governed = said ? govern(up, {Function::Preposition, "as"})
                                 : govern(up, {Function::Xcomp, ""}) || govern(up, {Function::Preposition, marker});
      if (!governed && tree_.is_infinitive(t)) infinitive(t, up);
      enter(up);
    } else if (tree_.is(t, "ccomp") || tree_.is(t, "csubj")) {
      if (!govern(up, {Function::Ccomp, ""}) && !govern(up, {Function::Xcomp, ""})) {
        if (tree_.is_infinitive(t)) {
          out_.apply(Factuality::Possible);
        } else if (tree_.is_verb(up)) {
          out_.hearsay();  // a verb that the lexicon does not have need not be one of saying
        }
      }
      enter(up);
    } else if (tree_.is(t, "acl")) {
      noun_complement(t, up, marker);
    } else if (tree_.is(t, "advcl")) {
      adverbial(t, up, marker);
    } else if (tree_.is(t, "parataxis")) {
      const Sense* sense = operators_.report(up);
      if (sense != nullptr && tree_.is_verb(up) && tree_.child(up, "ccomp") < 0 && operators_.report(t) == nullptr &&
          !follows_semicolon(t)) {
        out_.report(*sense, speakers_.of(*sense, up));
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
      that = that || (c < t && clauses_.form(c) == "that");
      adjunct = adjunct || (c < t && clauses_.form(c) == "that" && (tree_.is(c, "obl") || tree_.is(c, "advmod")));
    }
    const bool gap = tree_.child(t, "obj") == kNoToken || has_relative(t);
    return subjects == 1 && (that ? objects == 2 || adjunct : !gap) &&
           operators_.governing(noun, {Function::Ccomp, ""}) != nullptr;
  }

  /// A relative pronoun among its arguments, which makes it say something of the noun and not what the noun reports.
  [[nodiscard]] bool has_relative(std::uint32_t clause) const {
    const auto& children = tree_.children(clause);
    return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) { return tree_.is_relative_pronoun(c); });
  }

  void infinitive(std::uint32_t t, std::uint32_t up) {
    for (const std::uint32_t c : tree_.children(t)) {  // "is confirmed to have bought": somebody says that it did
      if (tree_.is(c, "aux") && d_.tokens[c].lemma == "have") return out_.hearsay();
    }
    out_.apply(d_.tokens[up].lemma == "go" ? Factuality::Planned : Factuality::Possible);
  }

  /// "plans to sell", "a report that", "chips made by".
  void noun_complement(std::uint32_t t, std::uint32_t up, const std::string& marker) {
    const bool infinitive_clause = tree_.is_infinitive(t);
    if (infinitive_clause || !marker.empty()) {
      if (govern(up, {infinitive_clause ? Function::Xcomp : Function::Ccomp, ""}) ||
          govern(up, {Function::Preposition, marker})) {
        // The noun is itself an argument: "announced plans to", "has no plans to".
        noun_in_clause_ = true;
        clauses_.own_noun(up, out_);
        return;
      }
      // "accuses X of being", hung on X
      if (!infinitive_clause && tree_.is(up, "obj") && tree_.head(up) >= 0 &&
          govern(static_cast<std::uint32_t>(tree_.head(up)), {Function::Preposition, marker})) {
        noun_in_clause_ = true;
        return;
      }
      if (infinitive_clause && !singled_out(up)) out_.apply(Factuality::Possible);
      // "talks about selling", "a ban on selling": a governor that the lexicon does not have; none of it has happened
      if (!infinitive_clause && among(marker, {"about", "on", "against", "for", "over", "to", "from"}))
        out_.apply(Factuality::Possible);
      if (!infinitive_clause && marker == "that") out_.hearsay();
    }
    presuppose(up);
  }

  /// "the first company to sell": it did.
  [[nodiscard]] bool singled_out(std::uint32_t noun) const {
    for (const std::uint32_t c : tree_.children(noun)) {
      if (tree_.is(c, "amod") &&
          among(clauses_.form(c), {"first", "second", "third", "last", "latest", "only", "next"}))
        return true;
    }
    return false;
  }

  /// A clause with *where* and a tense of its own, after a comma.
  [[nodiscard]] bool is_where(std::uint32_t t) const {
    const std::string& tag = d_.tokens[t].xpos;
    if (tag != "VBD" && tag != "VBZ" && tag != "VBP") return false;
    for (const std::uint32_t c : tree_.children(t)) {
      if (c < t && c > 0 && tree_.is(c, "advmod") && tree_.token(c).lemma == "where" && d_.form(c - 1) == ",")
        return true;
    }
    return false;
  }

  void adverbial(std::uint32_t t, std::uint32_t up, const std::string& marker) {
    const bool gerund = tree_.is_gerund(t);
    if (is_where(t)) {  // *plans to move to Ostia, where it built a plant*: built all the same
      presuppose(up);
    } else if (!marker.empty() && governed_by_words(up, {Function::Preposition, marker})) {
      enter(up);
    } else if (tree_.is_infinitive(t)) {  // a purpose, always so of what is *withheld*, *lacked*
      const Sense* sense = operators_.governing(up, {Function::Xcomp, ""});
      const bool denied = sense != nullptr && sense->factuality == Factuality::Denied && tree_.child(up, "obj") >= 0;
      if (denied || !govern(up, {Function::Xcomp, ""})) out_.apply(Factuality::Planned);
      enter(up);
    } else if (gerund && marker.empty() && is_close(t, up)) {
      // "has ruled out buying": an object that the parse takes for an adverbial
      if (!govern(up, {Function::Xcomp, ""})) govern(up, {Function::Object, ""});
      enter(up);
    } else if (gerund && among(marker, {"from", "to", "of", "about", "against", "on", "at", "into"})) {
      // A complement ("close to buying", "walked away from buying") whose governor the lexicon does not have: with
      // these prepositions none can be said to have happened. "by", "after" and "for" introduce what has.
      out_.apply(Factuality::Possible);
      enter(up);
    } else if (d_.tokens[t].xpos == "VBD" && t > up && tree_.child(up, "aux") == kNoToken &&
               clauses_.opens_with(t, {"when"})) {
      presuppose(up);  // "decided to leave when he lost": he did
    } else if (marker.empty() || among(marker, {"by", "when", "once", "until", "till", "before", "in"}) ||
               (gerund && marker == "while")) {
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
      clauses_.shared_marks(up, !own_subject, out_);
    }
  }

  void step_noun(std::uint32_t t, std::uint32_t up) {
    const bool governed_complement = std::exchange(noun_in_clause_, false);
    if (tree_.is(t, "conj")) {
      if (!clauses_.is_clause(up)) return;
      presuppose(up);
      return;
    }
    const bool role = role_ || operators_.is_role_noun(t);
    if (role && takes_post(t, up)) return;
    if (!role && tree_.is(t, "obl")) lacking(t);
    if (tree_.is_verb(up) || tree_.is_copular(up)) {
      const bool object = tree_.is(t, "obj") || d_.tokens[t].deprel == "nsubj:pass";
      if (object && !role && operators_.takes_as_given(up)) {
        presuppose(up);
        return;
      }
      SyntacticArgument argument{Function::Subject, ""};
      if (object) argument = {Function::Object, ""};
      if (tree_.is(t, "obl")) argument = {Function::Preposition, tree_.preposition(t)};
      if (tree_.is(t, "obl") && among(argument.marker, {"after", "following", "amid", "during", "despite", "since",
                                                        "over", "due to", "because of"})) {
        presuppose(up);  // "applied to join after a meeting": there was one
        return;
      }
      const bool governed = !role && (govern(up, argument) || (tree_.is(t, "nsubj") && judged(up)));
      if (governed || governed_complement || (!role && !clauses_.is_definite(t))) {
        enter(up);
      } else {
        described_ = !tree_.is(t, "nsubj") && !tree_.is(t, "obj");
        presuppose(up);
      }
      return;
    }
    const bool phrase = tree_.is(t, "nmod") || tree_.is(t, "obl");
    const std::string preposition = phrase ? tree_.preposition(t) : std::string();
    if (!preposition.empty() && !role && governed_by_words(up, {Function::Preposition, preposition})) {
      clauses_.own_noun(up, out_);
      noun_in_clause_ = true;
    } else if (tree_.is(t, "nmod") && d_.tokens[t].deprel != "nmod:poss" && !clauses_.is_definite(t) && !role) {
      clauses_.own_noun(up, out_);
    } else {
      described_ = true;
      presuppose(up);
    }
  }

  /// "sold chips without a license from X": there was none.
  void lacking(std::uint32_t t) {
    const Sense* sense = operators_.preposition(tree_.preposition(t));
    const SyntacticArgument complement{Function::Complement, ""};
    if (sense == nullptr || sense->kind != Sense::Kind::Operator || sense->factuality != Factuality::Denied) return;
    if (std::find(sense->object.begin(), sense->object.end(), complement) != sense->object.end()) out_.negate();
  }

  /// "nominated X as chairman": who is given a post has it when that happens; "resigned as chairman" had it before.
  bool takes_post(std::uint32_t post, std::uint32_t up) {
    if (!(tree_.is(post, "obl") || tree_.is(post, "nmod")) || tree_.preposition(post) != "as") return false;
    const bool governed = govern(up, {Function::Preposition, "as"});
    if (!governed && (!tree_.is_verb(up) || operators_.is_past(up))) return false;
    enter(up);
    noun_in_clause_ = !tree_.is_verb(up);
    return true;
  }

  /// "A ban is likely", "a ban remains possible": the adjective is the operator of its subject.
  bool judged(std::uint32_t up) {
    std::uint32_t adjective = up;
    if (const std::int32_t x = tree_.child(up, "xcomp"); x >= 0) adjective = static_cast<std::uint32_t>(x);
    if (d_.tokens[adjective].upos != Upos::ADJ) return false;
    const Sense* sense = operators_.modifier(adjective);
    if (sense == nullptr || !sense->factuality) return false;
    out_.modify(*sense->factuality);
    return true;
  }

  const Tree& tree_;
  const Operators& operators_;
  const Speakers& speakers_;
  const ClauseReader clauses_;
  const Document& d_;
  Composition out_;
  std::uint32_t at_ = 0;
  std::int32_t from_ = kNoToken;  // the child that the climb comes from
  bool role_ = false;             // the climb starts from a post, which its bearer has whatever else is said
  bool presupposed_ = false;
  bool described_ = false;       // the article's own words about a thing, within what somebody says of it
  bool noun_in_clause_ = false;  // the noun just left carries the clause below with it
};

}  // namespace

Composition composition_of(const Tree& tree, const Operators& operators, const Speakers& speakers,
                           std::uint32_t token) {
  return Climb(tree, operators, speakers).run(token);
}

}  // namespace triplewright::extract
