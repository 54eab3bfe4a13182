#include "extract/frames.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "extract/qualify.h"
#include "extract/vocabulary.h"

namespace triplewright::extract {

namespace {

/// One way to fill an end of a frame: several ends when the filler is coordinated.
struct Choice {
  std::uint32_t token = 0;
  std::string_view construction;
  std::vector<End> ends;
  double cost = 0;
};

/// What keeps a filler from being an end, for --why.
struct Refusal {
  bool any_filler = false;
  bool any_end = false;
};

bool fits_property(const Context& x, const End& end, const std::vector<std::string>& of_property,
                   const std::vector<std::string>& of_sense) {
  return x.resolver.fits(end, of_property) && x.resolver.fits(end, of_sense);
}

/// True for a word of a time expression: *imposed on Monday*.
bool is_time(const Context& x, std::uint32_t token) {
  const std::int32_t v = x.resolver.value_at(token);
  return v >= 0 && x.document.values[static_cast<std::size_t>(v)].kind == ValueKind::Time;
}

/// A thing with a name and a known kind.
bool is_name(const Context& x, const End& end) {
  return end.argument.kind == Argument::Kind::Entity && !end.classes.empty() &&
         x.document.entities[end.argument.index].kind == EntityKind::Named;
}

std::vector<Choice> choices(const Context& x, std::uint32_t predicate, const std::vector<Filler>& fillers,
                            const std::vector<SyntacticArgument>& alternatives, const std::vector<std::string>& wanted,
                            const std::vector<std::string>& narrower, bool names_only, Refusal& refusal) {
  std::vector<Choice> out;
  double preference = 0;
  for (const SyntacticArgument& argument : alternatives) {
    for (const Filler& f : fillers) {
      if (f.function != argument.function || f.marker != argument.marker) continue;
      refusal.any_filler = true;
      if (is_time(x, f.token)) continue;
      Choice choice{f.token, f.construction, {}, preference + f.cost};
      int dearest = 0;
      for (const Alternatives& conjunct : x.resolver.ends(f.token)) {
        refusal.any_end |= !conjunct.empty();
        for (const End& end : conjunct) {
          if (!fits_property(x, end, wanted, narrower)) continue;
          // *suppliers of Acme*, *US officials*: the noun by itself names nobody
          if (f.function == Function::Self && f.token == predicate && !is_name(x, end)) continue;
          if (names_only && f.function == Function::Self && !is_name(x, end)) continue;
          choice.ends.push_back(end);
          dearest = std::max(dearest, end.cost + (end.classes.empty() ? 1 : 0));
          break;
        }
      }
      if (choice.ends.empty()) continue;
      choice.cost += dearest;
      out.push_back(std::move(choice));
    }
    preference += 0.25;
  }
  std::stable_sort(out.begin(), out.end(), [](const Choice& a, const Choice& b) { return a.cost < b.cost; });
  return out;
}

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

Candidate make(const Context& x, std::uint32_t predicate, const EntryMatch& match, const Sense& sense,
               const End& subject, const End& object, double cost, std::string_view construction) {
  Candidate c;
  c.claim.subject = subject.argument;
  c.claim.property = sense.reference;
  c.claim.object = object.argument;
  c.claim.evidence.sentence = x.document.sentence_of(predicate);
  c.claim.evidence.predicate = predicate;
  c.claim.evidence.lexical_entry = match.entry->iri;
  c.claim.evidence.construction = construction;
  c.weight = sense.weight;
  c.cost = static_cast<int>(cost + 0.5);
  c.subject = subject;
  c.object = object;
  return c;
}

bool same_thing(const Argument& a, const Argument& b) {
  return a.kind == b.kind && a.index == b.index && a.iri == b.iri && a.text == b.text;
}

/// Stance of the predicate, changed by the sense's own factuality, onto the claim.
void set_stance(const Context& x, std::uint32_t at, const Sense& sense, Claim& claim) {
  const Stance stance = x.stance.at(at);
  Evidence& e = claim.evidence;
  e.factuality = stance.factuality;
  if (sense.factuality && (e.factuality == Factuality::Asserted || e.factuality == Factuality::Reported)) {
    e.factuality = *sense.factuality;
  }
  if (sense.negated) {
    if (e.factuality == Factuality::Denied)
      e.factuality = Factuality::Asserted;
    else if (e.factuality == Factuality::Asserted || e.factuality == Factuality::Reported)
      e.factuality = Factuality::Denied;
  }
  if (stance.speaker_mention >= 0)
    e.speaker = x.document.mentions[static_cast<std::size_t>(stance.speaker_mention)].entity;
  e.speaker_text = e.speaker >= 0 ? std::string() : stance.speaker_text;
}

/// The verb that supports this noun (*impose* a ban), or the noun. Without one, the subject of its verb is not the
/// noun's.
std::uint32_t support_verb(const Context& x, std::uint32_t noun, const LexicalEntry& entry,
                           std::vector<Filler>& fillers) {
  for (const std::uint32_t v : x.grammar.verbs_with_object(noun)) {
    if (is_support_verb(x, v, entry.support_verbs)) return v;
  }
  std::erase_if(fillers, [](const Filler& f) { return f.function == Function::Subject; });
  return noun;
}

class FrameMatcher {
 public:
  FrameMatcher(const Context& x, std::uint32_t predicate, const EntryMatch& match, std::vector<Candidate>& out)
      : x_(x), predicate_(predicate), match_(match), out_(out), stance_at_(predicate) {
    fillers_ = x.grammar.fillers(predicate, match.pos);
    if (match.pos == PartOfSpeech::Noun) stance_at_ = support_verb(x, predicate, *match.entry, fillers_);
  }

  void match(const Sense& sense) {
    const OntologyProperty* property = x_.ontology.find_property(sense.reference);
    static const std::vector<std::string> anything;
    const std::vector<std::string>& domain = property != nullptr ? property->domain : anything;
    const std::vector<std::string>& range = property != nullptr ? property->range : anything;
    Refusal subject_refusal;
    Refusal object_refusal;
    const std::vector<Choice> subjects = choices(x_, predicate_, fillers_, sense.subject, domain, sense.subject_classes,
                                                 match_.names_only, subject_refusal);
    if (property != nullptr && property->takes_value) {
      match_value(sense, *property, subjects);
      return;
    }
    const std::vector<Choice> objects =
        choices(x_, predicate_, fillers_, sense.object, range, sense.object_classes, match_.names_only, object_refusal);
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
      emit(sense, *s, *o, best);
      return;
    }
    const auto several =
        std::find_if(subjects.begin(), subjects.end(), [](const Choice& c) { return c.ends.size() > 1; });
    if (property != nullptr && property->symmetric && several != subjects.end()) {
      emit_among(sense, *several);
    } else {
      report(x_, predicate_, match_, sense, subject_refusal, !subjects.empty(), object_refusal);
    }
  }

 private:
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
    for (const End& subject : s.ends) {
      for (const End& object : o.ends) {
        if (same_thing(subject.argument, object.argument)) continue;
        finish(sense, subject, object, cost, construction, {s.token, o.token}, o.token);
      }
    }
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

  void match_value(const Sense& sense, const OntologyProperty& property, const std::vector<Choice>& subjects) {
    if (subjects.empty()) {
      x_.drop(predicate_, match_.entry->iri, "no subject", sense.reference);
      return;
    }
    for (const SyntacticArgument& argument : sense.object) {
      const std::optional<End> value = value_filler(x_, predicate_, match_.pos, fillers_, argument, &property);
      if (!value) continue;
      const Choice& s = subjects.front();
      for (const End& subject : s.ends) {
        finish(sense, subject, *value, s.cost + value->cost, s.construction == "active" ? "value" : s.construction,
               {s.token, value->argument.tokens.begin}, predicate_);
        if (s.ends.size() > 1) break;  // one number is not each of theirs
      }
      return;
    }
    x_.drop(predicate_, match_.entry->iri, "no value", sense.reference);
  }

  void finish(const Sense& sense, const End& subject, const End& object, double cost, std::string_view construction,
              const std::vector<std::uint32_t>& used, std::uint32_t object_token) {
    Candidate c = make(x_, predicate_, match_, sense, subject, object, cost, construction);
    set_stance(x_, stance_at_, sense, c.claim);
    add_roles(x_, predicate_, match_.pos, sense, fillers_, used, c.claim);
    add_times(x_, stance_at_, match_.pos, c.claim);
    const bool has_quantity = std::any_of(c.claim.qualifiers.begin(), c.claim.qualifiers.end(),
                                          [](const Qualifier& q) { return is_tw(q.property, "quantity"); });
    if (!has_quantity && c.claim.object.kind != Argument::Kind::Value) {
      if (Argument quantity = quantity_of(x_, object_token); quantity.kind != Argument::Kind::None)
        c.claim.qualifiers.push_back({tw("quantity"), std::move(quantity)});
    }
    normalize_qualifiers(c.claim);
    out_.push_back(std::move(c));
  }

  const Context& x_;
  std::uint32_t predicate_;
  const EntryMatch& match_;
  std::vector<Candidate>& out_;
  std::uint32_t stance_at_;
  std::vector<Filler> fillers_;
};

}  // namespace

void match_frames(const Context& x, std::uint32_t predicate, const EntryMatch& match, std::vector<Candidate>& out) {
  std::optional<FrameMatcher> matcher;
  for (const Sense& sense : match.entry->senses) {
    if (sense.kind != Sense::Kind::Property) continue;
    if (!matcher) matcher.emplace(x, predicate, match, out);
    matcher->match(sense);
  }
}

void match_evoked(const Context& x, std::uint32_t noun, const EntryMatch& match, std::vector<Candidate>& out) {
  const std::int32_t m = x.resolver.mention_at(noun);
  if (m < 0 || match.pos != PartOfSpeech::Noun) return;
  const Mention& mention = x.document.mentions[static_cast<std::size_t>(m)];
  if (mention.entity < 0 || mention.kind != MentionKind::Nominal) return;
  End self = x.resolver.entity(static_cast<std::uint32_t>(mention.entity), mention.tokens);
  if (x.document.entities[static_cast<std::size_t>(mention.entity)].kind == EntityKind::Concept) return;
  self.mention = m;
  std::vector<Filler> fillers = x.grammar.fillers(noun, PartOfSpeech::Noun);
  const std::uint32_t stance_at = support_verb(x, noun, *match.entry, fillers);
  for (const Sense& sense : match.entry->senses) {
    if (sense.kind != Sense::Kind::Class) continue;
    for (const Sense::Role& role : sense.roles) {
      const OntologyProperty* property = x.ontology.find_property(role.property);
      if (property == nullptr) continue;
      if (property->takes_value) {
        for (const SyntacticArgument& argument : role.arguments) {
          const std::optional<End> value = value_filler(x, noun, match.pos, fillers, argument, property);
          if (!value) continue;
          Sense of_role;
          of_role.reference = role.property;
          Candidate c = make(x, noun, match, of_role, self, *value, value->cost, "evoked");
          set_stance(x, stance_at, of_role, c.claim);
          out.push_back(std::move(c));
          break;
        }
        continue;
      }
      Refusal refusal;
      const std::vector<Choice> found = choices(x, noun, fillers, role.arguments,
                                                role.inverse ? property->domain : property->range, {}, false, refusal);
      for (const Choice& choice : found) {
        if (choice.cost > found.front().cost + 0.6) break;
        Sense of_role;
        of_role.reference = role.property;
        of_role.weight = sense.weight;
        for (const End& end : choice.ends) {
          if (same_thing(end.argument, self.argument)) continue;
          Candidate c = role.inverse ? make(x, noun, match, of_role, end, self, choice.cost, "evoked")
                                     : make(x, noun, match, of_role, self, end, choice.cost, "evoked");
          set_stance(x, stance_at, of_role, c.claim);
          add_times(x, noun, PartOfSpeech::Noun, c.claim);
          normalize_qualifiers(c.claim);
          out.push_back(std::move(c));
        }
        if (!role.inverse) continue;
        break;
      }
    }
  }
}

}  // namespace triplewright::extract
