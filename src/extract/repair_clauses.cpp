// Clauses on the wrong word: topics, relative clauses, conjuncts.
#include <algorithm>
#include <string>
#include <string_view>

#include "extract/repair_pass.h"
#include "text/marks.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

class ClauseRepairs : RepairPass {
 public:
  ClauseRepairs(Document& document, const Ontology& ontology) : RepairPass(document, ontology) {}

  void run() {
    for (const Sentence& sentence : d_.sentences) {
      detach_topic(sentence);
      raise_clause(sentence.tokens);
    }
    for (std::uint32_t t = 1; t < d_.tokens.size(); ++t) {
      raise_conjunct(t);
      attach_relative(t);
      embed_relative(t);
      return_object(t);
      attach_complement(t);
      lower_ended(t);
      attach_to_name(t);
    }
  }

 private:
  /// *Flood in Ostia: Mayor Doe calls for help*, the topic before the colon taken for the subject and the subject for
  /// its appositive: what stands after the colon is a sentence of its own.
  void detach_topic(const Sentence& s) {
    constexpr std::uint32_t kLongest = 8;  // tokens of a topic
    const Span sentence = s.tokens;
    std::uint32_t colon = sentence.begin;
    while (colon < sentence.end && colon < sentence.begin + kLongest && d_.form(colon) != ":") ++colon;
    if (colon >= sentence.end || colon == sentence.begin || d_.form(colon) != ":") return;
    for (std::uint32_t topic = sentence.begin; topic < colon; ++topic) {
      if (!is(at(topic), "nsubj") || at(topic).head <= static_cast<std::int32_t>(colon)) continue;
      const std::int32_t subject = dependent(topic, "appos", colon + 1, sentence.end);
      if (subject < 0) return;
      for (std::uint32_t c = colon + 1; c < sentence.end; ++c) {
        if (at(c).head == static_cast<std::int32_t>(topic) && at(c).upos != Upos::PUNCT) at(c).head = subject;
      }
      at(static_cast<std::uint32_t>(subject)).head = at(topic).head;
      at(static_cast<std::uint32_t>(subject)).deprel = at(topic).deprel;
      at(topic).deprel = "parataxis";
      return;
    }
  }

  /// *Acme, once the largest maker, trails Brenta*, the appositive taken for the subject of a clause beside a sentence
  /// of the name alone: what stands between the commas tells of the name, which is the subject.
  void raise_clause(Span sentence) {
    const std::int32_t name = named_[sentence.begin];
    if (name < 0) return;
    const Mention& mention = d_.mentions[static_cast<std::size_t>(name)];
    const std::uint32_t root = mention.head;
    if (at(root).head >= 0 || mention.tokens.end >= sentence.end || d_.form(mention.tokens.end) != ",") return;
    for (std::uint32_t verb = mention.tokens.end + 1; verb < sentence.end; ++verb) {
      const bool clause = is(at(verb), "advcl") || is(at(verb), "parataxis");
      if (!clause || at(verb).upos != Upos::VERB || at(verb).head != static_cast<std::int32_t>(root)) continue;
      const std::int32_t noun = dependent(verb, "nsubj", mention.tokens.end + 1, verb);
      if (noun < 0) return;
      const auto appositive = static_cast<std::uint32_t>(noun);
      std::uint32_t comma = appositive;
      while (comma < verb && d_.form(comma) != ",") ++comma;
      if (comma == verb) return;
      for (std::uint32_t c = mention.tokens.end; c <= comma; ++c) {  // *once*
        if (c != appositive && at(c).head == static_cast<std::int32_t>(verb)) {
          at(c).head = noun;
          if (is(at(c), "mark")) at(c).deprel = "advmod";
        }
      }
      for (std::uint32_t c = comma; c < sentence.end; ++c) {
        if (at(c).head == static_cast<std::int32_t>(root)) at(c).head = static_cast<std::int32_t>(verb);
      }
      at(verb).head = -1;
      at(verb).deprel = "root";
      at(root).head = static_cast<std::int32_t>(verb);
      at(root).deprel = "nsubj";
      at(appositive).head = static_cast<std::int32_t>(root);
      at(appositive).deprel = "appos";
      return;
    }
  }

  /// *rejects an offer to leave and vows to stay*, the second taken for a conjunct of the infinitive: a finite verb
  /// without a subject is coordinated with a finite verb of its tense.
  void raise_conjunct(std::uint32_t verb) {
    const std::string& tag = at(verb).xpos;
    if (!is(at(verb), "conj") || at(verb).upos != Upos::VERB || (tag != "VBZ" && tag != "VBD") || at(verb).head < 0)
      return;
    std::int32_t up = at(verb).head;
    const std::string& first = at(static_cast<std::uint32_t>(up)).xpos;
    if (first != "VB" && first != "VBG") return;
    const Span sentence = d_.sentences[d_.sentence_of(verb)].tokens;
    if (dependent(verb, "nsubj", sentence.begin, sentence.end) >= 0) return;
    for (int steps = 0; steps < 8 && up >= 0; ++steps) {
      const auto head = static_cast<std::uint32_t>(up);
      if (at(head).upos == Upos::VERB && at(head).xpos == tag && head < verb) {
        at(verb).head = up;
        return;
      }
      up = at(head).head;
    }
  }

  /// *the rule that bars sales*, the verb hung on the pronoun and the pronoun on the noun: a relative clause of the
  /// noun.
  void attach_relative(std::uint32_t verb) {
    const std::string& tag = at(verb).xpos;
    const std::int32_t up = at(verb).head;
    if (at(verb).upos != Upos::VERB || (tag != "VBZ" && tag != "VBD" && tag != "VBP") || up < 0) return;
    const auto pronoun = static_cast<std::uint32_t>(up);
    const std::int32_t noun = at(pronoun).head;
    if (pronoun >= verb || (at(pronoun).xpos != "WDT" && at(pronoun).xpos != "WP") || noun < 0 || noun >= up) return;
    const Upos upos = at(static_cast<std::uint32_t>(noun)).upos;
    if (upos != Upos::NOUN && upos != Upos::PROPN) return;
    const Span sentence = d_.sentences[d_.sentence_of(verb)].tokens;
    const bool subject = dependent(verb, "nsubj", sentence.begin, sentence.end) < 0;
    at(verb).head = noun;
    at(verb).deprel = "acl:relcl";
    at(pronoun).head = static_cast<std::int32_t>(verb);
    at(pronoun).deprel = subject ? "nsubj" : "obj";
  }

  /// *a report that Acme bought Brenta moved the market*, the second name taken for another subject of the last verb:
  /// it is what the clause before it lacks, which no longer is a relative one.
  void return_object(std::uint32_t noun) {
    if (!is(at(noun), "nsubj") || at(noun).head <= static_cast<std::int32_t>(noun)) return;
    const auto verb = static_cast<std::uint32_t>(at(noun).head);
    const Span sentence = d_.sentences[d_.sentence_of(verb)].tokens;
    const std::int32_t subject = dependent(verb, "nsubj", sentence.begin, noun);
    if (subject < 0) return;
    std::uint32_t first = noun;
    while (first > sentence.begin && at(first - 1).head == static_cast<std::int32_t>(noun)) --first;
    if (first == sentence.begin) return;
    const std::uint32_t clause = first - 1;
    if (at(clause).upos != Upos::VERB || at(clause).deprel != "acl:relcl" || at(clause).head != subject) return;
    const std::int32_t that = dependent(clause, "obj", static_cast<std::uint32_t>(subject), clause);
    if (that < 0 || text::lower(d_.form(static_cast<std::uint32_t>(that))) != "that") return;
    at(static_cast<std::uint32_t>(that)).deprel = "mark";
    at(clause).deprel = "acl";
    at(noun).head = static_cast<std::int32_t>(clause);
    at(noun).deprel = "obj";
  }

  /// *sales of tools to Ostia, which accounted for 31%*, the clause hung on the tools: what stands before the comma is
  /// a name, and the verb is no plural.
  void attach_to_name(std::uint32_t pronoun) {
    if (d_.form(pronoun) != "which" || !is(at(pronoun), "nsubj") || pronoun < 3 || d_.form(pronoun - 1) != "," ||
        at(pronoun).head < 0 || named_[pronoun - 2] < 0)
      return;
    const auto verb = static_cast<std::uint32_t>(at(pronoun).head);
    const Mention& name = d_.mentions[static_cast<std::size_t>(named_[pronoun - 2])];
    const std::int32_t noun = at(verb).head;
    if (at(verb).deprel != "acl:relcl" || noun < 0 || noun >= static_cast<std::int32_t>(name.tokens.begin) ||
        !name.attributive.empty() || named_[static_cast<std::size_t>(noun)] >= 0 ||
        at(static_cast<std::uint32_t>(noun)).xpos != "NNS")
      return;
    for (std::uint32_t t = pronoun + 1; t <= verb; ++t) {
      const std::string form = text::lower(d_.form(t));
      const bool finite = t == verb || at(t).head == static_cast<std::int32_t>(verb);
      if (finite && (at(t).xpos == "VBP" || form == "were" || form == "are" || form == "have")) return;
    }
    at(verb).head = static_cast<std::int32_t>(name.head);
  }

  /// *Revenue for the quarter ended June 28 rose 6%*, the participle taken for the sentence: it tells of the quarter,
  /// and the finite verb after the date has what hung on it.
  void lower_ended(std::uint32_t ended) {
    if (at(ended).lemma != "end" || at(ended).upos != Upos::VERB || at(ended - 1).upos != Upos::NOUN ||
        !is_time(ended + 1))
      return;
    const Span sentence = d_.sentences[d_.sentence_of(ended)].tokens;
    std::uint32_t verb = ended + 1;
    while (verb < sentence.end && is_time(verb)) ++verb;
    const auto finite = [&](std::uint32_t t) {
      return at(t).xpos == "VBD" || at(t).xpos == "VBZ" || at(t).xpos == "VBP";
    };
    if (verb >= sentence.end || !finite(verb) || at(verb).head != static_cast<std::int32_t>(ended)) return;
    at(verb).head = at(ended).head;
    at(verb).deprel = at(ended).deprel;
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
      if (at(t).head == static_cast<std::int32_t>(ended) && !is_time(t)) at(t).head = static_cast<std::int32_t>(verb);
    }
    at(ended).head = static_cast<std::int32_t>(ended - 1);
    at(ended).deprel = "acl";
  }

  bool is_time(std::uint32_t t) const {
    return std::any_of(d_.values.begin(), d_.values.end(),
                       [&](const Value& value) { return value.kind == ValueKind::Time && value.tokens.contains(t); });
  }

  /// *raised its outlook for revenue*, the phrase hung on the verb: it belongs to the noun before it, which the lexicon
  /// has with that preposition and the verb not.
  void attach_complement(std::uint32_t preposition) {
    const std::uint32_t noun = preposition - 1;
    const std::int32_t complement = at(preposition).head;
    if (!is(at(preposition), "case") || !is(at(noun), "obj") || at(noun).upos != Upos::NOUN || named_[noun] >= 0 ||
        complement <= static_cast<std::int32_t>(preposition))
      return;
    Token& of = at(static_cast<std::uint32_t>(complement));
    if (!is(of, "obl") || of.head != at(noun).head || of.head < 0) return;
    const std::string_view marker = d_.form(preposition);
    const auto verb = static_cast<std::uint32_t>(of.head);
    if (!governs(noun, PartOfSpeech::Noun, marker) || governs(verb, PartOfSpeech::Verb, marker)) return;
    of.head = static_cast<std::int32_t>(noun);
    of.deprel = "nmod";
  }

  /// An entry of the lexicon that takes this preposition: of nouns one that reports, plans or forecasts.
  bool governs(std::uint32_t word, PartOfSpeech pos, std::string_view marker) const {
    const SyntacticArgument argument{Function::Preposition, std::string(marker)};
    return text::any_sense(ontology_, text::lower(d_.tokens[word].lemma), pos, false, [&](const Sense& sense) {
      return (pos != PartOfSpeech::Noun || text::is_stance(sense)) && text::holds(sense.object, argument);
    });
  }

  /// *Acme, in which Brenta owns a stake, makes mirrors*, the clause between the commas taken for the sentence and the
  /// verb after it for its conjunct: the first subject is the later verb's, and the clause tells of it.
  void embed_relative(std::uint32_t verb) {
    const Span sentence = d_.sentences[d_.sentence_of(verb)].tokens;
    const std::int32_t above = at(verb).head;
    if (!is(at(verb), "conj") || at(verb).upos != Upos::VERB || above < 0 || verb == 0 || d_.form(verb - 1) != ",")
      return;
    const auto inner = static_cast<std::uint32_t>(above);
    if (inner > verb || at(inner).upos != Upos::VERB || dependent(verb, "nsubj", sentence.begin, sentence.end) >= 0 ||
        dependent(verb, "cc", inner, verb) >= 0)
      return;
    const std::int32_t first = dependent(inner, "nsubj", sentence.begin, inner);
    if (first < 0) return;
    const auto subject = static_cast<std::uint32_t>(first);
    const std::int32_t second = dependent(inner, "nsubj", subject + 1, inner);
    const std::int32_t pronoun = dependent(inner, "obl", subject + 1, inner);
    if (second < 0 || pronoun < 0 || pronoun > second || at(static_cast<std::uint32_t>(pronoun)).xpos != "WDT" ||
        !has_case(static_cast<std::uint32_t>(pronoun)))
      return;
    at(verb).head = at(inner).head;
    at(verb).deprel = at(inner).deprel;
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
      const bool outside = t <= subject || t > verb;
      if (at(t).head == above && outside) at(t).head = static_cast<std::int32_t>(verb);
    }
    at(inner).head = first;
    at(inner).deprel = "acl:relcl";
  }
};

}  // namespace

void repair_clauses(Document& document, const Ontology& ontology) {
  ClauseRepairs(document, ontology).run();
}

}  // namespace triplewright::extract
