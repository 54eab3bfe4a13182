#include "extract/frames.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "extract/amounts.h"
#include "extract/choices.h"
#include "extract/content.h"
#include "extract/places.h"
#include "extract/posts.h"
#include "extract/qualify.h"
#include "extract/reading.h"
#include "extract/times.h"
#include "extract/topic.h"
#include "extract/vocabulary.h"

namespace triplewright::extract {

namespace {

void report(const Context& x, std::uint32_t predicate, const EntryMatch& match, const Sense& sense,
            const Refusal& subject, bool has_subject, const Refusal& object) {
  const Refusal& r = has_subject ? object : subject;
  const std::string side = has_subject ? "object" : "subject";
  const std::string reason = !r.any_filler ? "no " + side
                             : !r.any_end  ? side + " unknown"
                             : has_subject ? "range"
                                           : "domain";
  x.drop(predicate, match.entry->iri, reason, sense.reference);
}

class FrameMatcher {
 public:
  FrameMatcher(const Context& x, std::uint32_t predicate, const EntryMatch& match, std::vector<Candidate>& out)
      : x_(x), predicate_(predicate), match_(match), out_(out), clause_(predicate) {
    fillers_ = x.grammar.fillers(predicate, match.pos);
    if (match.pos == PartOfSpeech::Noun) clause_ = support_verb(x, predicate, *match.entry, fillers_);
    if (match.pos == PartOfSpeech::Noun) leave_out_own_words();
    // *a novel published by X* is none by X; *a ban imposed by X* is X's ban
    if (match.pos == PartOfSpeech::Noun && match.entry->support_verbs.empty())
      std::erase_if(fillers_, [](const Filler& f) { return f.marker == "by" && f.construction == kObjectOfVerb; });
    const std::int32_t up = x.tree.head(predicate);  // *would be one of its makers*: said with *one*
    if (clause_ == predicate && up != kNoToken && x.tree.preposition(predicate) == "of" &&
        x.tree.token(static_cast<std::uint32_t>(up)).lemma == "one")
      clause_ = static_cast<std::uint32_t>(up);
  }

  [[nodiscard]] Reading reading() const { return {x_, predicate_, match_, fillers_}; }

  void match(const Sense& sense) {
    if (lacks_request(reading(), sense)) {
      x_.drop(predicate_, match_.entry->iri, "no complement", sense.reference);
      return;
    }
    const OntologyProperty* property = x_.ontology.find_property(sense.reference);
    static const std::vector<std::string> anything;
    const std::vector<std::string>& domain = property != nullptr ? property->domain : anything;
    const std::vector<std::string>& range = property != nullptr ? property->range : anything;
    Refusal subject_refusal;
    Refusal object_refusal;
    // *the minister*, unnamed, is no holder of posts; nor is anything said by one word of somebody unnamed
    const bool names_only = match_.names_only || names_post(sense) || is_said_by_itself(sense);
    const Side side = property != nullptr && property->takes_value ? Side::Owner : Side::Subject;
    std::vector<Choice> subjects = choices(x_, predicate_, fillers_, sense.subject, domain, sense.subject_classes, side,
                                           names_only, subject_refusal);
    // *parts of X and Y*: what they stand for is no part of it
    if (x_.resolver.is_transparent(predicate_))
      std::erase_if(subjects, [this](const Choice& choice) { return choice.token == predicate_; });
    if (property != nullptr && property->takes_value) {
      match_value(sense, *property, subjects);
      return;
    }
    if (std::find(sense.object_classes.begin(), sense.object_classes.end(), tw("Content")) !=
        sense.object_classes.end()) {
      if (!emit_content(sense, subjects, sense.object))
        x_.drop(predicate_, match_.entry->iri, subjects.empty() ? "no subject" : "no object", sense.reference);
      return;
    }
    std::vector<Choice> objects = choices(x_, predicate_, fillers_, sense.object, range, sense.object_classes,
                                          Side::Object, match_.names_only, object_refusal);
    // *a group on IRC*: a preposition alone tells of no kind
    if (match_.pos == PartOfSpeech::Preposition && !match_.names_only && !sense.object_classes.empty())
      std::erase_if(objects, [](const Choice& choice) { return choice.ends.front().classes.empty(); });
    if (property != nullptr && property->of_named)
      std::erase_if(objects, [this](const Choice& choice) { return !is_name(x_, choice.ends.front()); });
    if (names_post(sense)) prefer_known(x_, objects);
    if (!gives_amount(reading(), sense)) {
      x_.drop(predicate_, match_.entry->iri, "no amount", sense.reference);
      return;
    }
    const Choice* s = nullptr;
    const Choice* o = nullptr;
    double best = std::numeric_limits<double>::max();
    for (const Choice& subject : subjects) {
      for (const Choice& object : objects) {
        if (subject.token == object.token || !differ(subject, object)) continue;
        if (subject.cost + object.cost >= best) continue;
        best = subject.cost + object.cost;
        s = &subject;
        o = &object;
      }
    }
    if (s != nullptr) {
      if (heads_part(reading(), sense, o->token))
        x_.drop(predicate_, match_.entry->iri, "of a part", sense.reference);
      else if (leaves_object(reading(), sense))
        x_.drop(predicate_, match_.entry->iri, "object left over", sense.reference);
      else
        emit(sense, *s, *o, best);
      return;
    }
    // *X and Y agreed*; but *rivals such as X and Y* are somebody else's
    const bool of_verb = std::none_of(sense.subject.begin(), sense.subject.end(),
                                      [](const SyntacticArgument& a) { return a.function == Function::Self; });
    const auto several =
        std::find_if(subjects.begin(), subjects.end(), [&](const Choice& c) { return of_verb && c.ends.size() > 1; });
    if (property != nullptr && property->symmetric && several != subjects.end()) {
      // *X and Y settled claims*: with whom is not said
      if (match_.pos == PartOfSpeech::Verb && !x_.tree.is_passive(predicate_) && x_.tree.child(predicate_, "obj") >= 0)
        x_.drop(predicate_, match_.entry->iri, "object left over", sense.reference);
      else
        emit_among(sense, *several);
    } else if (property != nullptr && property->symmetric && objects.empty() &&
               emit_counterpart(sense, range, subjects)) {
      return;
    } else if (property != nullptr && !object_refusal.any_filler &&
               emit_of_protagonist(sense, *property, range, subjects)) {
      return;
    } else if (const Choice* holder = holder_of_post(sense, subjects); holder != nullptr && objects.empty()) {
      emit_post(sense, *holder, predicate_);
    } else if (const std::int32_t post = post_left(reading(), sense);
               post != kNoToken && objects.empty() && !subjects.empty()) {
      emit_post(sense, subjects.front(), static_cast<std::uint32_t>(post));
    } else if (!objects.empty() || !emit_unaddressed(sense, range, subjects)) {
      report(x_, predicate_, match_, sense, subject_refusal, !subjects.empty(), object_refusal);
    }
  }

 private:
  /// The *defense* of *defense minister* is no modifier of it.
  void leave_out_own_words() {
    std::uint32_t begin = predicate_;
    for (std::size_t words = match_.entry->lemmas.size(); words > 1 && begin > 0; --words) {
      do --begin;
      while (begin > 0 && x_.document.form(begin) == "-");
    }
    std::erase_if(fillers_, [&](const Filler& f) { return f.token >= begin && f.token < predicate_; });
  }

  /// *promised to build a plant*: what is said is the object.
  bool emit_content(const Sense& sense, const std::vector<Choice>& subjects,
                    const std::vector<SyntacticArgument>& arguments, bool any_noun = true) {
    const std::optional<Content> content = content_at(reading(), arguments, any_noun);
    const auto said_of = std::find_if(subjects.begin(), subjects.end(), [&](const Choice& c) {
      return !content || match_.pos != PartOfSpeech::Noun || content->token != predicate_ || is_said_of(*content, c);
    });
    if (said_of == subjects.end() || !content) return false;
    const Choice& s = *said_of;
    for (const End& subject : s.ends) {
      if (is_said_by_itself(sense) && !is_name(x_, subject)) continue;
      finish(sense, subject, content->end, s.cost + content->cost, s.construction, {s.token, content->token},
             content->token);
    }
    return true;
  }

  /// *Ada, owner of Norvik, the largest firm*: not of Ada. A noun beside a name is said of the name next to it, and
  /// what somebody calls something (*as the largest*) is no plain fact; nor is whom *the largest firm* means.
  [[nodiscard]] bool is_said_of(const Content& content, const Choice& subject) const {
    if (subject.construction == "as" || subject.token == predicate_) return false;
    if (subject.construction != "apposition") return true;
    const std::int32_t m = x_.resolver.mention_at(subject.token);
    if (m < 0) return false;
    const Span name = x_.document.mentions[static_cast<std::size_t>(m)].tokens;
    const Span words = content.end.argument.tokens;
    return name.end <= words.begin ? words.begin - name.end <= 2
                                   : name.begin >= words.end && name.begin - words.end <= 2;
  }

  /// *urged members to reconsider*: to nobody that is known; what is urged is the object.
  bool emit_unaddressed(const Sense& sense, const std::vector<std::string>& range,
                        const std::vector<Choice>& subjects) {
    if (std::find(range.begin(), range.end(), tw("Content")) == range.end() || has_reflexive(reading())) return false;
    for (const Sense::Role& role : sense.roles) {
      if (is_tw(role.property, "content")) return emit_content(sense, subjects, role.arguments, false);
    }
    return false;
  }

  static bool differ(const Choice& a, const Choice& b) {
    for (const End& s : a.ends) {
      for (const End& o : b.ends) {
        if (!same_thing(s.argument, o.argument)) return true;
      }
    }
    return false;
  }

  void emit(const Sense& sense, const Choice& s, const Choice& o, double cost) {
    std::string_view construction = s.construction;
    if (construction == "active" || construction == "nominal" || construction == "compound")
      construction = o.construction;
    const OntologyProperty* property = x_.ontology.find_property(sense.reference);
    const bool holds_of_whole = property != nullptr && property->holds_of_whole;
    for (const End& subject : s.ends) {
      for (const End& object : o.ends) {
        if (same_thing(subject.argument, object.argument)) continue;
        const bool of_part = is_of_part(reading(), sense, object);
        if (of_part || is_of_another(reading(), sense, subject, object)) {
          x_.drop(predicate_, match_.entry->iri, of_part ? "of a part" : "another's", sense.reference);
          continue;
        }
        finish(sense, subject, object, cost, construction, {s.token, o.token}, o.token);
        if (!holds_of_whole) continue;
        for (const End& whole : containing_places(x_, object.argument.tokens))
          finish(sense, subject, whole, cost, construction, {s.token, o.token}, whole.argument.tokens.begin);
      }
    }
  }

  /// Somebody of whom only the post is said: *economist Jo Doe*, *Jo Doe, the under secretary for trade*.
  const Choice* holder_of_post(const Sense& sense, const std::vector<Choice>& subjects) const {
    if (!names_post(sense) || subjects.empty() || subjects.front().construction == "nominal") return nullptr;
    // *her partner Jo Doe*: whose partner, and no post, where the lexicon has a frame for that
    const bool somebodys = x_.tree.child(predicate_, "nmod:poss") != kNoToken;
    const SyntacticArgument possessor{Function::Possessor, ""};
    const bool relates = std::any_of(match_.entry->senses.begin(), match_.entry->senses.end(), [&](const Sense& s) {
      return s.kind == Sense::Kind::Property && !names_post(s) &&
             std::find(s.object.begin(), s.object.end(), possessor) != s.object.end();
    });
    return somebodys && relates ? nullptr : &subjects.front();
  }

  void emit_post(const Sense& sense, const Choice& holder, std::uint32_t noun) {
    const End post = post_end(x_, noun, holder.token);
    for (const End& person : holder.ends)
      finish(sense, person, post, holder.cost, holder.construction, {holder.token, noun}, noun);
  }

  /// *X and Y agreed*, *talks between X and Y*: a symmetric property among the conjuncts.
  void emit_among(const Sense& sense, const Choice& choice) {
    for (std::size_t i = 0; i < choice.ends.size(); ++i) {
      for (std::size_t j = i + 1; j < choice.ends.size(); ++j) {
        if (same_thing(choice.ends[i].argument, choice.ends[j].argument)) continue;
        finish(sense, choice.ends[i], choice.ends[j], choice.cost + 1, "reciprocal", {choice.token}, choice.token);
      }
    }
  }

  /// *rival Zelt*, said in a clause about Acme: Acme's.
  bool emit_counterpart(const Sense& sense, const std::vector<std::string>& range,
                        const std::vector<Choice>& subjects) {
    const bool of_noun = sense.subject.size() == 1 && sense.subject.front().function == Function::Self;
    if (!of_noun || subjects.empty()) return false;
    const Choice& self = subjects.front();
    if (self.ends.size() != 1 || (self.construction != "title" && self.construction != "apposition")) return false;
    const std::optional<End> other =
        counterpart(x_, predicate_, self.ends.front(), sense.object_classes.empty() ? range : sense.object_classes);
    if (!other) return false;
    finish(sense, self.ends.front(), *other, self.cost + other->cost, "topic", {self.token}, predicate_);
    return true;
  }

  /// *chief executive Jo Doe said*, in an article about Acme: Acme's. Of properties that the
  /// ontology places under org:headOf.
  bool emit_of_protagonist(const Sense& sense, const OntologyProperty& property, const std::vector<std::string>& range,
                           const std::vector<Choice>& subjects) {
    const bool of_noun = sense.subject.size() == 1 && sense.subject.front().function == Function::Self;
    const auto heads = [](const std::string& iri) { return iri == "http://www.w3.org/ns/org#headOf"; };
    const bool of_head = std::any_of(property.exact.begin(), property.exact.end(), heads) ||
                         std::any_of(property.close_matches.begin(), property.close_matches.end(), heads);
    if (!of_noun || !of_head || subjects.empty()) return false;
    const Choice& self = subjects.front();
    if (self.ends.size() != 1 || !is_name(x_, self.ends.front())) return false;
    const std::optional<End> whose = protagonist(x_, predicate_, self.ends.front(), range);
    if (!whose) return false;
    finish(sense, self.ends.front(), *whose, self.cost + whose->cost, "topic", {self.token}, predicate_);
    return true;
  }

  bool is_category(const End& end) const {
    return end.argument.kind == Argument::Kind::Entity &&
           x_.document.entities[end.argument.index].kind == EntityKind::Concept;
  }

  /// *analysts expect revenue of 5 billion*: who cites a figure owns it only by name (*Acme reported revenue of*).
  bool only_cites(const Choice& choice) const {
    return clause_ != predicate_ && choice.construction == "support verb" &&
           x_.stance.shades_object(clause_, predicate_, true) && !is_name(x_, choice.ends.front());
  }

  void match_value(const Sense& sense, const OntologyProperty& property, std::vector<Choice> subjects) {
    std::erase_if(subjects, [&](const Choice& choice) { return only_cites(choice); });
    std::optional<End> value;
    for (const SyntacticArgument& argument : sense.object) {
      if (!value)
        value = takes_date(property) ? date_filler(x_, predicate_, match_.pos, argument)
                                     : value_filler(x_, predicate_, match_.pos, fillers_, argument, &property);
    }
    if (miscounts(reading(), sense, property)) value.reset();
    if (!value) {
      x_.drop(predicate_, match_.entry->iri, "no value", sense.reference);
      return;
    }
    const bool owned = !subjects.empty() && !is_category(subjects.front().ends.front());
    if (owned || match_.pos != PartOfSpeech::Noun) {
      if (subjects.empty()) {
        x_.drop(predicate_, match_.entry->iri, "no subject", sense.reference);
        return;
      }
      const Choice& s = subjects.front();  // of several subjects, one number is not each one's
      finish(sense, s.ends.front(), *value, s.cost + value->cost + static_cast<double>(s.ends.size() - 1),
             s.construction == "active" ? "value" : s.construction, {s.token, value->argument.tokens.begin},
             predicate_);
      return;
    }
    // *Revenue rose 5%*, *cloud revenue rose 5%*: whose it is was said before.
    const std::vector<std::string>& wanted = sense.subject_classes.empty() ? property.domain : sense.subject_classes;
    const bool general =
        std::any_of(x_.ontology.properties().begin(), x_.ontology.properties().end(), [&](const OntologyProperty& p) {
          return std::find(p.ancestors.begin(), p.ancestors.end(), property.iri) != p.ancestors.end();
        });  // *growth* of what the topic does not say
    if (const std::optional<End> owner =
            general ? std::nullopt : topic(x_, predicate_, wanted, names_money(reading()))) {
      finish(sense, *owner, *value, value->cost + owner->cost, "topic", {value->argument.tokens.begin}, predicate_);
      if (!subjects.empty()) {
        Claim& claim = out_.back().claim;
        claim.qualifiers.push_back({tw("product"), subjects.front().ends.front().argument});
        normalize_qualifiers(claim);
      }
    } else if (!subjects.empty() && general) {  // *cloud growth*; but *cloud costs* are somebody's
      const Choice& s = subjects.front();
      finish(sense, s.ends.front(), *value, s.cost + value->cost, s.construction, {s.token}, predicate_);
    } else {
      x_.drop(predicate_, match_.entry->iri, "no subject", sense.reference);
    }
  }

  /// *could lift its share to 20%*: a figure that the verb gives is as sure as what the verb says.
  [[nodiscard]] std::uint32_t clause_of_figure(Span value) const {
    const std::uint32_t head = x_.tree.first_head_of(value);
    if (clause_ != predicate_ || match_.pos != PartOfSpeech::Noun || x_.tree.dominates(predicate_, head))
      return clause_;
    std::int32_t up = x_.tree.head(predicate_);
    while (up != kNoToken && !x_.tree.is_verb(static_cast<std::uint32_t>(up)))
      up = x_.tree.head(static_cast<std::uint32_t>(up));
    const bool gives = up != kNoToken && x_.tree.dominates(static_cast<std::uint32_t>(up), head);
    return gives ? static_cast<std::uint32_t>(up) : clause_;
  }

  void finish(const Sense& sense, const End& subject, const End& object, double cost, std::string_view construction,
              const std::vector<std::uint32_t>& used, std::uint32_t object_token) {
    Candidate c = make_candidate(x_, predicate_, match_, sense, subject, object, cost, construction);
    const bool figure = object.argument.kind == Argument::Kind::Value;  // and is of the time of its clause
    const std::uint32_t at = figure ? clause_of_figure(object.argument.tokens) : clause_;
    // *cut its forecast for revenue to 3 billion*: no surer than the forecast
    const bool forecast = figure && at != predicate_ && match_.pos == PartOfSpeech::Noun &&
                          x_.stance.at(predicate_).factuality == Factuality::Predicted;
    const bool shaded =
        forecast || (sense.factuality != Factuality::Asserted && x_.stance.shades_object(at, predicate_, figure));
    set_stance(x_, shaded ? predicate_ : at, sense, c.claim);
    add_roles(x_, predicate_, match_.pos, sense, fillers_, used, c.claim);
    add_times(x_, clause_, figure ? PartOfSpeech::Verb : match_.pos, c.claim);
    const std::uint32_t own = conjunct_of(x_, c.claim.object, object_token);
    if (own != object_token)
      std::erase_if(c.claim.qualifiers, [](const Qualifier& q) { return is_tw(q.property, "quantity"); });
    const bool has_quantity = std::any_of(c.claim.qualifiers.begin(), c.claim.qualifiers.end(),
                                          [](const Qualifier& q) { return is_tw(q.property, "quantity"); });
    if (!has_quantity && c.claim.object.kind != Argument::Kind::Value && c.claim.object.kind != Argument::Kind::Iri) {
      if (Argument quantity = quantity_of(x_, own); quantity.kind != Argument::Kind::None)
        c.claim.qualifiers.push_back({tw("quantity"), std::move(quantity)});
    }
    normalize_qualifiers(c.claim);
    out_.push_back(std::move(c));
  }

  const Context& x_;
  std::uint32_t predicate_;
  const EntryMatch& match_;
  std::vector<Candidate>& out_;
  std::uint32_t clause_;  // the support verb, or the predicate
  std::vector<Filler> fillers_;
};

}  // namespace

void match_frames(const Context& x, std::uint32_t predicate, const EntryMatch& match, std::vector<Candidate>& out) {
  std::optional<FrameMatcher> matcher;
  for (const Sense& sense : match.entry->senses) {
    if (sense.kind != Sense::Kind::Property) continue;
    if (!matcher) matcher.emplace(x, predicate, match, out);
    if (is_told_by_another(matcher->reading(), sense))
      x.drop(predicate, match.entry->iri, "another sense tells more", sense.reference);
    else
      matcher->match(sense);
  }
}

}  // namespace triplewright::extract
