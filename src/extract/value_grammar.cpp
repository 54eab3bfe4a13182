// Figures: which verbs give them, and what stands near enough to a word to be one of it.
#include <algorithm>

#include "extract/grammar.h"
#include "extract/vocabulary.h"
#include "text/normalize.h"

namespace triplewright::extract {

bool Grammar::gives_value(std::uint32_t verb) const {
  if (tree_->token(verb).lemma == "be" || tree_->is_copular(verb)) return true;
  for (const std::uint32_t c : tree_->children(verb)) {  // *were last seen down 3%*
    const std::string& lemma = tree_->token(c).lemma;
    if (lemma == "up" || lemma == "down" || lemma == "high" || lemma == "low") return true;
  }
  const auto gives_object = [&](const Sense& sense) {  // *EBIT totaled 3 billion*
    const OntologyProperty* property = ontology_->find_property(sense.reference);
    if (property == nullptr || !property->takes_value || sense.object.size() != 1 || !sense.subject_classes.empty())
      return false;
    const SyntacticArgument& object = sense.object.front();  // *amounted to 3 billion*
    return object.function == Function::Object || (object.function == Function::Preposition && object.marker == "to");
  };
  for (const LexicalEntry* entry : ontology_->entries(text::lower(tree_->token(verb).lemma), PartOfSpeech::Verb)) {
    for (const Sense& sense : entry->senses) {
      if (is_tw(sense.reference, "Decrease") || is_tw(sense.reference, "Multiple")) return true;
      const auto has = [](const std::vector<SyntacticArgument>& list, Function f) {
        return std::any_of(list.begin(), list.end(), [&](const SyntacticArgument& a) { return a.function == f; });
      };
      if (sense.kind == Sense::Kind::Property && has(sense.subject, Function::Subject) &&
          (has(sense.object, Function::Value) || gives_object(sense)))
        return true;
    }
  }
  return false;
}

std::vector<Filler> Grammar::near(std::uint32_t predicate, PartOfSpeech pos) const {
  Fillers out;
  const auto take = [&](std::uint32_t t, int cost) {
    out.push_back({Function::Value, tree_->preposition(t), t, "value", cost});
  };
  // Phrases below a token, two levels deep; clauses with a subject of their own are somebody else's.
  const auto below = [&](std::uint32_t t, std::uint32_t except, int cost) {
    for (const std::uint32_t c : tree_->children(t)) {
      if (c == except || tree_->is(c, "punct") || tree_->is(c, "nsubj") || tree_->is(c, "ccomp") || tree_->is(c, "det"))
        continue;
      if ((tree_->is_verb(c) && !tree_->is(c, "amod")) || has_own_subject(c)) continue;
      take(c, cost);
      for (const std::uint32_t g : tree_->children(c)) {
        if (tree_->is(g, "punct") || tree_->is(g, "nsubj") || tree_->is(g, "acl:relcl")) continue;
        take(g, cost + 1);
        for (const std::uint32_t k : tree_->children(g)) {
          if (tree_->is(k, "nummod") || tree_->is(k, "obl") || tree_->is(k, "nmod")) take(k, cost + 2);
        }
      }
    }
  };
  below(predicate, predicate, 0);
  if (pos == PartOfSpeech::Noun) {
    std::uint32_t at = predicate;
    for (int level = 1; level <= 3; ++level) {
      const std::int32_t up = tree_->head(at);
      if (up == kNoToken) break;
      const auto h = static_cast<std::uint32_t>(up);
      if (tree_->is(at, "nsubj") && tree_->is_verb(h) && !gives_value(h)) break;
      if (in_value(h) && tree_->is(at, "nmod") && tree_->preposition(at) == "in") {  // *its $27.2 billion in revenue*
        take(h, level);
        break;
      }
      if (in_value(h) && !tree_->is(at, "nsubj")) break;  // *15% of revenue* is no figure of it
      const bool climbs = tree_->is(at, "nsubj") || tree_->is(at, "obj") || tree_->is(at, "compound") ||
                          (tree_->is(at, "nmod") && !tree_->is(at, "nmod:poss")) || tree_->is(at, "obl");
      if (!climbs) break;
      if (tree_->is(at, "nsubj")) take(h, level);
      below(h, at, level);
      for (const std::uint32_t c : tree_->children(h)) {  // *revenue rose 5% and came in at 3 billion*
        const bool own = tree_->is_verb(c) && !has_own_subject(c);
        if (tree_->is(at, "nsubj") && tree_->is(c, "conj") && own && tree_->is_verb(h)) below(c, at, level + 1);
        // *expects revenue to reach 3 billion*: what the verb after the object says is of the object
        const bool raised = tree_->is(c, "xcomp") || tree_->is(c, "advcl");
        if (tree_->is(at, "obj") && raised && c > at && own && tree_->is_infinitive(c) && governs_infinitives(h) &&
            gives_value(c))
          below(c, at, level + 1);
        // *left its rate unchanged at 2%*
        const bool state = tree_->is(c, "xcomp") && (tree_->is_participle(c) || tree_->token(c).upos == Upos::ADJ);
        if (tree_->is(at, "obj") && state && c > at && !has_own_subject(c)) below(c, at, level + 1);
      }
      if (tree_->is_verb(h) || tree_->is_copular(h)) break;
      at = h;
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Filler& a, const Filler& b) { return a.cost < b.cost; });
  return out;
}

}  // namespace triplewright::extract
