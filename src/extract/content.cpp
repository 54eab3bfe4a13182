#include "extract/content.h"

#include <algorithm>

#include "extract/vocabulary.h"
#include "extract/wording.h"

namespace triplewright::extract {

namespace {

/// *the tariffs that it threatened to impose*: a part of the content stands before the relative clause.
bool lacks_its_object(const Context& x, std::uint32_t predicate) {
  if (x.tree.token(predicate).deprel != "acl:relcl") return false;
  const auto& children = x.tree.children(predicate);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    const std::string& xpos = x.tree.token(c).xpos;
    return x.tree.is(c, "nsubj") && xpos != "WDT" && xpos != "WP" && x.tree.token(c).lemma != "that";
  });
}

/// A phrase that says which one: *foreign sources*, *reports of a delay*.
bool says_which(const Context& x, std::uint32_t noun) {
  const auto& children = x.tree.children(noun);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t c) {
    return x.tree.is(c, "amod") || x.tree.is(c, "compound") || x.tree.is(c, "nmod") || x.tree.is(c, "acl") ||
           x.tree.is(c, "nummod");
  });
}

/// Where the words begin of whom an infinitive is asked of, when that stands before it as the verb's object.
std::uint32_t addressee(const Reading& r, const Filler& clause) {
  if (clause.function != Function::Xcomp) return clause.token;
  for (const Filler& f : r.fillers) {
    const bool object = f.function == Function::Object || f.function == Function::IndirectObject;
    if (object && f.token > r.predicate && f.token < clause.token) return r.x.tree.phrase(f.token, false).begin;
  }
  return clause.token;
}

bool is_content(const Reading& r, const Filler& f, bool any_noun) {
  const Context& x = r.x;
  if (f.cost > 1) return false;
  if (f.function == Function::Ccomp && f.cost > 0) return false;  // beside the verb and not below it
  if (f.function == Function::Ccomp && x.tree.token(f.token).deprel == "acl:relcl")
    return false;  // *commitments that it made*
  const bool clause = f.function == Function::Ccomp || f.function == Function::Xcomp || x.tree.is_verb(f.token);
  // *called the plan sound*: what something is called, nothing that is asked
  if (f.function == Function::Xcomp && !x.tree.is_verb(f.token) && !x.tree.is_infinitive(f.token)) return false;
  if (clause && lacks_its_object(x, r.predicate)) return false;
  const std::int32_t name = clause ? -1 : x.resolver.mention_at(f.token);  // a name is no wording
  if (name >= 0 && x.document.mentions[static_cast<std::size_t>(name)].kind == MentionKind::Named) return false;
  if (!clause && x.tree.token(f.token).upos == Upos::NUM && !says_which(x, f.token)) return false;  // *with three*
  if (!clause && !any_noun && (!says_which(x, f.token) || x.resolver.value_at(f.token) >= 0)) return false;
  return !x.tree.dominates(f.token, r.predicate) && x.tree.token(f.token).upos != Upos::PRON;
}

}  // namespace

bool is_said_by_itself(const Sense& sense) {
  return sense.object.size() == 1 && sense.object.front().function == Function::Self &&
         std::find(sense.object_classes.begin(), sense.object_classes.end(), tw("Content")) !=
             sense.object_classes.end();
}

std::optional<Content> content_at(const Reading& r, const std::vector<SyntacticArgument>& arguments, bool any_noun) {
  for (const SyntacticArgument& argument : arguments) {
    if (argument.function == Function::Self) {  // the noun, or the participle by itself, that is said of the subject
      Content content;
      content.end.argument =
          r.match.pos == PartOfSpeech::Noun ? predicate_content(r.x, r.predicate) : word_content(r.x, r.predicate);
      content.end.classes = {tw("Content")};
      content.token = r.predicate;
      return content;
    }
    for (const Filler& f : r.fillers) {
      if (f.function != argument.function || f.marker != argument.marker || !is_content(r, f, any_noun)) continue;
      Content content;
      content.end.argument = content_argument(r.x, f.token, addressee(r, f));
      content.end.classes = {tw("Content")};
      content.token = f.token;
      content.cost = f.cost;
      return content;
    }
  }
  return std::nullopt;
}

bool has_reflexive(const Reading& r) {
  return std::any_of(r.fillers.begin(), r.fillers.end(), [&](const Filler& f) {
    const std::string_view form = r.x.document.form(f.token);
    return f.function == Function::Object && (form.ends_with("self") || form.ends_with("selves"));
  });
}

}  // namespace triplewright::extract
