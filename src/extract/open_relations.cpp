#include "extract/open_relations.h"

#include "extract/qualify.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

/// The named entity that this filler stands for, alone of its phrase; open relations take no concept.
const End* named(const Context& x, const Alternatives& alternatives) {
  for (const End& end : alternatives) {
    if (end.argument.kind == Argument::Kind::Iri) return &end;
    if (end.argument.kind == Argument::Kind::Entity &&
        x.document.entities[end.argument.index].kind != EntityKind::Concept)
      return &end;
  }
  return nullptr;
}

}  // namespace

void match_open(const Context& x, std::uint32_t verb, std::vector<Candidate>& out) {
  if (x.tree.is(verb, "amod") || x.tree.token(verb).lemma == "be" || x.tree.token(verb).lemma == "have") return;
  const std::vector<Filler> fillers = x.grammar.fillers(verb, PartOfSpeech::Verb);
  std::string lemma = text::lower(x.tree.token(verb).lemma);
  if (const std::int32_t particle = x.tree.child(verb, "compound:prt"); particle != kNoToken)
    lemma += ' ' + text::lower(x.document.form(static_cast<std::uint32_t>(particle)));
  for (const Filler& s : fillers) {
    if (s.function != Function::Subject || s.cost > 1) continue;
    bool had_object = false;
    for (const Filler& o : fillers) {
      const bool object = o.function == Function::Object;
      if (!object && o.function != Function::Preposition) continue;
      if (o.cost > 0 || o.marker.starts_with("object ") || (o.marker == "by") || o.token == s.token) continue;
      if (!object && had_object) break;
      for (const Alternatives& a : x.resolver.ends(s.token)) {
        const End* subject = named(x, a);
        if (subject == nullptr) continue;
        for (const Alternatives& b : x.resolver.ends(o.token)) {
          const End* target = named(x, b);
          if (target == nullptr || target->argument == subject->argument) continue;
          if (target->argument.kind == subject->argument.kind && target->argument.index == subject->argument.index &&
              target->argument.iri == subject->argument.iri)
            continue;
          Candidate c;
          c.claim.open = true;
          c.claim.subject = subject->argument;
          c.claim.object = target->argument;
          c.claim.property = x.options.base + "relation/" + text::slug(object ? lemma : lemma + ' ' + o.marker);
          Evidence& e = c.claim.evidence;
          e.sentence = x.document.sentence_of(verb);
          e.predicate = verb;
          e.construction = s.construction == "active" ? o.construction : s.construction;
          const Stance stance = x.stance.at(verb);
          e.factuality = stance.factuality;
          if (stance.speaker_mention >= 0)
            e.speaker = x.document.mentions[static_cast<std::size_t>(stance.speaker_mention)].entity;
          e.speaker_text = e.speaker >= 0 ? std::string() : stance.speaker_text;
          c.subject = *subject;
          c.object = *target;
          c.cost = s.cost + o.cost + subject->cost + target->cost;
          add_times(x, verb, PartOfSpeech::Verb, c.claim);
          normalize_qualifiers(c.claim);
          out.push_back(std::move(c));
          had_object |= object;
        }
      }
    }
  }
}

}  // namespace triplewright::extract
