#include <algorithm>
#include <string>
#include <string_view>

#include "extract/operators.h"
#include "extract/repair_pass.h"
#include "text/marks.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

class ReportRepairs : RepairPass {
 public:
  ReportRepairs(Document& document, const Ontology& ontology) : RepairPass(document, ontology) {}

  void run() {
    for (std::uint32_t t = 1; t < d_.tokens.size(); ++t) {
      free_speaker(t);
      if (cites(t)) make_finite(t);
      if (!reports(t)) continue;
      attach_content(t);
      attach_after_time(t);
      attach_told(t);
      attach_comment(t);
      invert(t);
    }
  }

 private:
  /// True for a finite verb by which the lexicon cites somebody.
  bool reports(std::uint32_t t) const {
    const std::string& tag = d_.tokens[t].xpos;
    return (tag == "VBD" || tag == "VBZ" || tag == "VBP") && cites(t);
  }

  bool cites(std::uint32_t t) const {
    const Token& token = d_.tokens[t];
    return token.upos == Upos::VERB &&
           text::any_sense(ontology_, text::lower(token.lemma), PartOfSpeech::Verb, true,
                           [](const Sense& sense) { return sense.kind == Sense::Kind::Report; });
  }

  /// *"It will grow," Jo Doe told analysts, adding*, the verb taken for what describes the analysts: they are told.
  void make_finite(std::uint32_t report) {
    if (!is(at(report), "amod") || at(report).head <= static_cast<std::int32_t>(report)) return;
    const auto noun = static_cast<std::uint32_t>(at(report).head);
    const Span sentence = d_.sentences[d_.sentence_of(report)].tokens;
    if (dependent(report, "nsubj", sentence.begin, report) < 0 || dependent(noun, "cop", sentence.begin, noun) >= 0)
      return;
    at(report).head = at(noun).head;
    at(report).deprel = at(noun).deprel;
    at(report).xpos = "VBD";
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
      if (at(t).head != static_cast<std::int32_t>(noun) || (t > report && t < noun)) continue;
      const bool clause = at(t).deprel == "acl" && t > noun && d_.form(t - 1) == ",";
      if (clause) at(t).deprel = "advcl";
      if (clause || is(at(t), "punct")) at(t).head = static_cast<std::int32_t>(report);
    }
    at(noun).head = static_cast<std::int32_t>(report);
    at(noun).deprel = "obj";
  }

  /// *That surplus, said analyst Jo Doe, will force them*, what speaks taken for who speaks: the speaker stands after
  /// the report, between commas.
  void invert(std::uint32_t report) {
    const Span sentence = d_.sentences[d_.sentence_of(report)].tokens;
    if (report <= sentence.begin + 1 || d_.form(report - 1) != ",") return;
    const std::int32_t before = dependent(report, "nsubj", sentence.begin, report - 1);
    const std::int32_t said = dependent(report, "ccomp", report + 1, sentence.end);
    if (before < 0 || said < 0) return;
    const auto verb = static_cast<std::uint32_t>(said);
    const std::int32_t after = dependent(verb, "nsubj", report + 1, verb);
    if (after < 0 || dependent(verb, "mark", report + 1, verb) >= 0) return;
    for (std::uint32_t t = sentence.begin; t + 1 < report; ++t) {
      if (d_.form(t) == ",") return;  // *The Herald, a newspaper, reports*
    }
    std::uint32_t comma = static_cast<std::uint32_t>(after) + 1;
    while (comma < verb &&
           is_below(comma, {static_cast<std::uint32_t>(after), static_cast<std::uint32_t>(after) + 1}) &&
           d_.form(comma) != ",")
      ++comma;
    if (comma >= verb || d_.form(comma) != ",") return;
    at(verb).head = at(report).head;
    at(verb).deprel = at(report).deprel;
    at(static_cast<std::uint32_t>(before)).head = said;
    at(static_cast<std::uint32_t>(after)).head = static_cast<std::int32_t>(report);
    at(report).head = said;
    at(report).deprel = "parataxis";
  }

  /// *documents allege the cargo included chips*, parsed as a clause with two subjects and the report verb between
  /// them: the first is the report's, and the clause what it says.
  void attach_content(std::uint32_t report) {
    const std::int32_t h = at(report).head;
    if (h < 0 || static_cast<std::uint32_t>(h) < report) return;
    const auto verb = static_cast<std::uint32_t>(h);
    const Span sentence = d_.sentences[d_.sentence_of(report)].tokens;
    if (is(at(report), "advcl") || dependent(report, "nsubj", sentence.begin, sentence.end) >= 0) return;
    const std::int32_t speaker = dependent(verb, "nsubj", sentence.begin, report);
    if (speaker < 0 || dependent(verb, "nsubj", report + 1, verb) < 0) return;
    at(report).head = at(verb).head;
    at(report).deprel = at(verb).deprel;
    at(static_cast<std::uint32_t>(speaker)).head = static_cast<std::int32_t>(report);
    at(verb).head = static_cast<std::int32_t>(report);
    at(verb).deprel = "ccomp";
  }

  /// *denied reports that ...*: the clause is what the noun says.
  bool names_report(std::uint32_t noun) const {
    for (const LexicalEntry* entry : ontology_.entries(text::lower(d_.tokens[noun].lemma), PartOfSpeech::Noun)) {
      for (const Sense& sense : entry->senses) {
        if (sense.kind == Sense::Kind::Report || sense.kind == Sense::Kind::Operator) return true;
      }
    }
    return false;
  }

  /// *told analysts that it would grow*, parsed as a clause of *analysts*.
  void attach_told(std::uint32_t report) {
    const Span sentence = d_.sentences[d_.sentence_of(report)].tokens;
    if (dependent(report, "ccomp", sentence.begin, sentence.end) >= 0) return;
    for (const char* relation : {"iobj", "obj"}) {
      const std::int32_t told = dependent(report, relation, report + 1, sentence.end);
      if (told < 0 || names_report(static_cast<std::uint32_t>(told))) continue;
      const auto after = static_cast<std::uint32_t>(told) + 1;
      const std::int32_t clause = dependent(after - 1, "acl", after, sentence.end);
      if (clause < 0) continue;
      const auto verb = static_cast<std::uint32_t>(clause);
      const std::int32_t mark = dependent(verb, "mark", after, verb), subject = dependent(verb, "nsubj", after, verb);
      if (mark != static_cast<std::int32_t>(after) || at(after).lemma != "that" || subject < 0) continue;
      at(verb).head = static_cast<std::int32_t>(report);
      at(verb).deprel = "ccomp";
      return;
    }
  }

  /// *said on Friday the maker had broken the law*, parsed as a relative clause of *Friday* although nothing is missing
  /// in it.
  void attach_after_time(std::uint32_t report) {
    const Span sentence = d_.sentences[d_.sentence_of(report)].tokens;
    if (dependent(report, "ccomp", sentence.begin, sentence.end) >= 0) return;
    const std::int32_t time = dependent(report, "obl", report + 1, sentence.end);
    if (time < 0) return;
    const std::int32_t clause = dependent(static_cast<std::uint32_t>(time), "acl", report + 1, sentence.end);
    if (clause < 0) return;
    const auto verb = static_cast<std::uint32_t>(clause);
    const std::int32_t subject = dependent(verb, "nsubj", static_cast<std::uint32_t>(time), verb);
    const bool whole = subject >= 0 && !at(static_cast<std::uint32_t>(subject)).xpos.starts_with("W") &&
                       dependent(verb, "obj", verb, sentence.end) >= 0;
    if (!whole) return;
    at(verb).head = static_cast<std::int32_t>(report);
    at(verb).deprel = "ccomp";
  }

  /// *hired Jo Doe as chief, the firm announced.*, the report taken for a participle of who reports, and that for an
  /// appositive: the noun is its subject.
  void free_speaker(std::uint32_t report) {
    const std::uint32_t noun = report - 1;
    if (at(report).deprel != "acl" || at(report).head != static_cast<std::int32_t>(noun) || !cites(report) ||
        !is_agent_noun(ontology_, at(noun).lemma))
      return;
    const Span sentence = d_.sentences[d_.sentence_of(report)].tokens;
    if (!is(at(noun), "appos") || dependent(report, "obj", report, sentence.end) >= 0 ||
        dependent(report, "obl:agent", report, sentence.end) >= 0)
      return;
    const std::int32_t article = dependent(noun, "det", sentence.begin, noun);
    if (article <= 0 || d_.form(static_cast<std::uint32_t>(article) - 1) != ",") return;
    at(report).xpos = "VBD";
    at(report).feats.clear();
    at(report).head = at(noun).head;
    at(noun).head = static_cast<std::int32_t>(report);
    at(noun).deprel = "nsubj";
  }

  /// *..., a statement said.* — parsed as a relative clause of what it comments on.
  void attach_comment(std::uint32_t report) {
    const bool beside = is(at(report), "conj") && dependent(report, "cc", 0, report) < 0;
    const bool loose = beside || at(report).deprel == "acl:relcl" || at(report).deprel == "acl" ||
                       is(at(report), "advcl") || is(at(report), "appos");
    const Span sentence = d_.sentences[d_.sentence_of(report)].tokens;
    const std::int32_t subject = dependent(report, "nsubj", sentence.begin, report);
    if (!loose || subject < 0) return;
    std::uint32_t begin = static_cast<std::uint32_t>(subject);
    for (std::uint32_t t = sentence.begin; t < report; ++t) {
      const bool inner = at(t).head >= 0 && (t == begin || at(t).head == subject);
      if (at(t).head == static_cast<std::int32_t>(report) && (is(at(t), "mark") || is(at(t), "advmod"))) return;
      if (inner && t < begin && !is(at(t), "punct")) begin = t;
    }
    if (at(begin).xpos.starts_with("W") || begin <= sentence.begin || at(begin - 1).upos != Upos::PUNCT) return;
    if (dependent(report, "ccomp", report, sentence.end) >= 0 || dependent(report, "obj", report, sentence.end) >= 0)
      return;
    // the clause that the comment interrupts or ends
    std::int32_t root = at(report).head;
    for (int steps = 0; steps < 64 && root >= 0 && !is(at(static_cast<std::uint32_t>(root)), "root"); ++steps)
      root = at(static_cast<std::uint32_t>(root)).head;
    if (root < 0) return;
    at(report).head = root;
    at(report).deprel = "parataxis";
  }
};

}  // namespace

void repair_reports(Document& document, const Ontology& ontology) {
  ReportRepairs(document, ontology).run();
}

}  // namespace triplewright::extract
