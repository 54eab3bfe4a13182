#include <algorithm>

#include "extract/parentheses.h"
#include "extract/repair_pass.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

class ParenthesisRepairs : RepairPass {
 public:
  ParenthesisRepairs(Document& document, const Ontology& ontology) : RepairPass(document, ontology) {}

  void run() {
    for (std::uint32_t t = 1; t < d_.tokens.size(); ++t) {
      const std::optional<NameRemark> remark = name_remark(d_, t);
      if (!remark) continue;
      const std::uint32_t name = d_.mentions[remark->mention].head;
      for (std::uint32_t i = remark->inside.begin; i < remark->inside.end; ++i) {
        if (begins_part(i, remark->inside)) attach_remark(i, name, remark->inside);
      }
      if (life_dates(d_, t)) {  // the mark stands for what has no word: lived from, to
        at(t).head = static_cast<std::int32_t>(name);
        at(t).deprel = "punct";
      }
    }
  }

 private:
  bool begins_part(std::uint32_t t, Span inside) const {
    if (t == inside.begin) return true;
    const std::string_view before = d_.form(t - 1);
    return before == ";" || before == "," || before == "-" || before == "–" || before == "—" || before == "and";
  }

  /// *Jo Doe (born 1951)*, *Jo Doe (b. 1951; died 1999)*: said of the name, whatever the parser made of it.
  void attach_remark(std::uint32_t t, std::uint32_t name, Span inside) {
    const auto date = std::find_if(d_.values.begin(), d_.values.end(), [&](const Value& v) {
      return v.kind == ValueKind::Time && v.tokens.begin > t && v.tokens.begin <= t + 3 && inside.contains(v.tokens);
    });
    const bool short_form = has_entry(text::lower(d_.form(t)), PartOfSpeech::Adjective) && d_.form(t).ends_with('.');
    if (short_form && date != d_.values.end()) {  // *b.*
      at(t).upos = Upos::VERB;
      at(t).xpos = "VBN";
      at(t).feats = "Tense=Past|VerbForm=Part|Voice=Pass";
    }
    if (at(t).upos != Upos::VERB || (at(t).xpos != "VBN" && at(t).xpos != "VBD") ||
        dependent(t, "nsubj", inside.begin, inside.end) >= 0)
      return;
    at(t).head = static_cast<std::int32_t>(name);
    if (short_form || takes_object(t)) {
      at(t).xpos = "VBN";
      at(t).deprel = "acl";
    } else {  // *died*
      at(t).xpos = "VBD";
      at(t).deprel = "acl:relcl";
    }
    if (date == d_.values.end() || date->tokens.begin != t + 1) return;
    std::uint32_t head = t + 1;
    while (at(head).head >= 0 && date->tokens.contains(static_cast<std::uint32_t>(at(head).head)))
      head = static_cast<std::uint32_t>(at(head).head);
    at(head).head = static_cast<std::int32_t>(t);
    at(head).deprel = "obl:unmarked";
    attach_place(t, date->tokens.end, inside);
  }

  /// *(born 4 May 1957, London)*: the comma stands for *in*.
  void attach_place(std::uint32_t verb, std::uint32_t comma, Span inside) {
    if (comma + 1 >= inside.end || d_.form(comma) != "," || named_[comma + 1] < 0) return;
    const Mention& place = d_.mentions[static_cast<std::size_t>(named_[comma + 1])];
    if (place.tokens.begin != comma + 1) return;
    at(place.head).head = static_cast<std::int32_t>(verb);
    at(place.head).deprel = "obl";
    at(comma).head = static_cast<std::int32_t>(place.head);
    at(comma).deprel = "case";
  }

  bool has_entry(const std::string& word, PartOfSpeech pos) const { return !ontology_.entries(word, pos).empty(); }

  /// A verb that the lexicon has with an object: its participle is passive.
  bool takes_object(std::uint32_t verb) const {
    const SyntacticArgument object{Function::Object, ""};
    for (const LexicalEntry* entry : ontology_.entries(text::lower(d_.tokens[verb].lemma), PartOfSpeech::Verb)) {
      for (const Sense& sense : entry->senses) {
        for (const auto* side : {&sense.subject, &sense.object}) {
          if (std::find(side->begin(), side->end(), object) != side->end()) return true;
        }
      }
    }
    return false;
  }
};

}  // namespace

void repair_parentheses(Document& document, const Ontology& ontology) {
  ParenthesisRepairs(document, ontology).run();
}

}  // namespace triplewright::extract
