#include <algorithm>
#include <string>
#include <string_view>

#include "extract/operators.h"
#include "extract/repair_pass.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

class WordRepairs : RepairPass {
 public:
  WordRepairs(Document& document, const Ontology& ontology) : RepairPass(document, ontology) {}

  void run() {
    for (std::uint32_t t = 0; t + 1 < d_.tokens.size(); ++t) head_noun(t);
    for (std::uint32_t t = 1; t + 1 < d_.tokens.size(); ++t) {
      retag_verb(t);
      retag_noun(t);
      retag_participle(t);
      attach_infinitive(t);
      attach_receiver(t);
      attach_instances(t);
      attach_gerund(t);
      lower_gerund(t);
      attach_case(t);
      demote_object(t);
      raise_adjective(t);
      attach_content(t);
      attach_apposition(t);
      attach_seat(t);
      lower_worth(t);
    }
    for (const Sentence& sentence : d_.sentences) {
      lower_participle(sentence.tokens);
      raise_infinitive(sentence.tokens);
    }
  }

 private:
  /// *sent a device worth 70 million*, the adjective taken for the object and the noun for its modifier.
  void lower_worth(std::uint32_t t) {
    const std::uint32_t noun = t - 1;
    if (at(t).lemma != "worth" || at(noun).upos != Upos::NOUN || at(noun).head != static_cast<std::int32_t>(t) ||
        !is(at(noun), "compound") || at(t).head < 0)
      return;
    const Span sentence = d_.sentences[d_.sentence_of(t)].tokens;
    for (std::uint32_t c = sentence.begin; c < noun; ++c) {
      if (at(c).head == static_cast<std::int32_t>(t)) at(c).head = static_cast<std::int32_t>(noun);
    }
    at(noun).head = at(t).head;
    at(noun).deprel = at(t).deprel == "xcomp" ? "obj" : at(t).deprel;
    at(t).head = static_cast<std::int32_t>(noun);
    at(t).deprel = "acl";
  }

  /// *Ohio's attorney general*: a noun of two words that the lexicon has, its last word hung on the first.
  void head_noun(std::uint32_t t) {
    const std::uint32_t last = t + 1;
    if (at(last).head != static_cast<std::int32_t>(t) || named_[t] >= 0 || named_[last] >= 0 || is(at(last), "conj") ||
        (at(t).upos != Upos::NOUN && at(t).upos != Upos::PROPN))
      return;
    const auto entries = ontology_.entries(text::lower(at(last).lemma), PartOfSpeech::Noun);
    const bool known = std::any_of(entries.begin(), entries.end(), [&](const LexicalEntry* entry) {
      return entry->lemmas.size() == 2 && entry->lemmas.front() == text::lower(at(t).lemma);
    });
    if (!known) return;
    for (Token& token : d_.tokens) {
      if (token.head == static_cast<std::int32_t>(t)) token.head = static_cast<std::int32_t>(last);
    }
    at(last).head = at(t).head;
    at(last).deprel = at(t).deprel;
    if (at(last).upos == Upos::ADJ) at(last).upos = Upos::NOUN;
    at(t).head = static_cast<std::int32_t>(last);
    at(t).deprel = "compound";
  }

  /// *the San Jose-based firm*, *the Kiel, Holstein-based firm*: the place hung on the firm is the participle's, what
  /// it lies in the place's.
  void attach_seat(std::uint32_t participle) {
    if (participle < 3 || !is(at(participle), "amod") || d_.form(participle - 1) != "-") return;
    const std::int32_t last = named_[participle - 2];
    if (last < 0) return;
    const Mention* place = &d_.mentions[static_cast<std::size_t>(last)];
    const std::uint32_t before = place->tokens.begin;
    const std::int32_t inner = before >= 2 && d_.form(before - 1) == "," ? named_[before - 2] : -1;
    if (inner >= 0 && at(d_.mentions[static_cast<std::size_t>(inner)].head).head == at(participle).head) {
      at(place->head).head = static_cast<std::int32_t>(d_.mentions[static_cast<std::size_t>(inner)].head);
      at(place->head).deprel = "nmod:unmarked";
      place = &d_.mentions[static_cast<std::size_t>(inner)];
    }
    if (at(place->head).head != at(participle).head) return;
    at(place->head).head = static_cast<std::int32_t>(participle);
    at(place->head).deprel = "compound";
  }

  /// *Acme finances Brenta*, the verb taken for a noun: one that has a subject and an object.
  void retag_verb(std::uint32_t t) {
    if (at(t).upos != Upos::NOUN || named_[t] >= 0 ||
        ontology_.entries(text::lower(at(t).lemma), PartOfSpeech::Verb).empty())
      return;
    const Span sentence = d_.sentences[d_.sentence_of(t)].tokens;
    bool subject = false;
    bool object = false;
    for (std::uint32_t c = sentence.begin; c < sentence.end; ++c) {
      if (at(c).head != static_cast<std::int32_t>(t)) continue;
      if (is(at(c), "cop")) return;
      subject |= c < t && is(at(c), "nsubj");
      object |= c > t && is(at(c), "obj");
    }
    const bool root = at(t).head < 0 && at(t).xpos == "NNS";  // *Ada calls on Acme*
    if (!subject || !(object || root)) return;
    for (std::uint32_t c = t + 1; root && c < sentence.end; ++c) {
      if (at(c).head != static_cast<std::int32_t>(t)) continue;
      if (is(at(c), "nmod") && has_case(c)) at(c).deprel = "obl";
      if (at(c).deprel == "acl" && at(c).xpos == "VB") at(c).deprel = "xcomp";
    }
    at(t).upos = Upos::VERB;
    at(t).xpos = at(t).xpos == "NNS" ? "VBZ" : "VBP";
  }

  /// *rival Acme*, the noun taken for an adjective: a word that the lexicon has as a noun alone, before a name.
  void retag_noun(std::uint32_t t) {
    if (at(t).upos != Upos::ADJ || !is(at(t), "amod") || named_[t] >= 0 || named_[t + 1] < 0) return;
    const Mention& name = d_.mentions[static_cast<std::size_t>(named_[t + 1])];
    const std::string word = text::lower(at(t).lemma);
    if (at(t).head != static_cast<std::int32_t>(name.head) || !name.attributive.empty() ||
        !ontology_.entries(word, PartOfSpeech::Adjective).empty())
      return;
    const auto nouns = ontology_.entries(word, PartOfSpeech::Noun);
    const bool single =
        std::any_of(nouns.begin(), nouns.end(), [](const LexicalEntry* entry) { return entry->lemmas.size() == 1; });
    if (!single) return;
    at(t).upos = Upos::NOUN;
    at(t).deprel = "compound";
  }

  /// *Founded in 1946, Acme is a bank*, the participle taken for the main clause and the clause for a remark: the other
  /// way round.
  void lower_participle(Span sentence) {
    std::uint32_t participle = sentence.begin;
    while (participle < sentence.end && at(participle).upos == Upos::ADV) ++participle;
    if (participle >= sentence.end || at(participle).upos != Upos::VERB || at(participle).head >= 0 ||
        (at(participle).xpos != "VBN" && at(participle).xpos != "VBG") ||
        dependent(participle, "nsubj", sentence.begin, sentence.end) >= 0 ||
        dependent(participle, "aux", sentence.begin, sentence.end) >= 0)
      return;
    const std::int32_t clause = dependent(participle, "parataxis", participle, sentence.end);
    if (clause < 0) return;
    const auto main = static_cast<std::uint32_t>(clause);
    const std::int32_t subject = dependent(main, "nsubj", participle, main);
    if (subject < 0) return;
    const std::int32_t comma = dependent(main, "punct", participle, static_cast<std::uint32_t>(subject));
    if (comma < 0 || d_.form(static_cast<std::uint32_t>(comma)) != ",") return;
    at(main).head = at(participle).head;
    at(main).deprel = at(participle).deprel;
    at(participle).head = clause;
    at(participle).deprel = "advcl";
  }

  /// *born in Ostia and educated at a college*: the second participle taken for a past tense, of a verb that the
  /// lexicon has with an object and that has none here.
  void retag_participle(std::uint32_t t) {
    if (at(t).xpos != "VBD" || !is(at(t), "conj") || at(t).head < 0 ||
        at(static_cast<std::uint32_t>(at(t).head)).xpos != "VBN")
      return;
    const Span sentence = d_.sentences[d_.sentence_of(t)].tokens;
    for (const std::string_view relation : {"nsubj", "obj", "ccomp", "xcomp", "compound:prt"}) {
      if (dependent(t, relation, sentence.begin, sentence.end) >= 0) return;
    }
    const auto takes_object = [](const Sense& sense) {
      const auto is_object = [](const SyntacticArgument& a) { return a.function == Function::Object; };
      return std::any_of(sense.subject.begin(), sense.subject.end(), is_object) ||
             std::any_of(sense.object.begin(), sense.object.end(), is_object);
    };
    bool any = false;
    for (const LexicalEntry* entry : ontology_.entries(text::lower(at(t).lemma), PartOfSpeech::Verb)) {
      for (const Sense& sense : entry->senses) {
        if (sense.kind != Sense::Kind::Property) continue;
        if (!takes_object(sense)) return;
        any = true;
      }
    }
    if (any) at(t).xpos = "VBN";
  }

  /// *Acme to buy Brenta*: in a headline the infinitive is the clause, and the name its subject.
  void raise_infinitive(Span sentence) {
    for (std::uint32_t root = sentence.begin; root < sentence.end; ++root) {
      if (at(root).head >= 0) continue;
      const std::int32_t clause = dependent(root, "acl", root, sentence.end);
      if (clause < 0 || at(static_cast<std::uint32_t>(clause)).xpos != "VB" || !is_somebody(root)) return;
      for (const std::string_view relation : {"cop", "nsubj", "det", "case"}) {
        if (dependent(root, relation, sentence.begin, sentence.end) >= 0) return;
      }
      at(static_cast<std::uint32_t>(clause)).head = -1;
      at(static_cast<std::uint32_t>(clause)).deprel = "root";
      at(root).head = clause;
      at(root).deprel = "nsubj";
      return;
    }
  }

  /// *urged the council to revoke it*, the infinitive taken for the noun's: the verb's, if the lexicon gives the verb
  /// one and the noun is somebody.
  void attach_infinitive(std::uint32_t t) {
    if (at(t).xpos != "VB" || at(t).head < 0 || at(t).head > static_cast<std::int32_t>(t)) return;
    auto noun = static_cast<std::uint32_t>(at(t).head);
    if (is(at(t), "advcl")) {  // *urged the council last month to revoke it*
      const std::int32_t asked = dependent(noun, "obj", noun + 1, t);
      if (asked < 0 || dependent(t, "mark", noun, t) < 0 ||
          dependent(t, "mark", noun, t) + 1 != static_cast<std::int32_t>(t))
        return;
      noun = static_cast<std::uint32_t>(asked);
    } else if (!is(at(t), "acl")) {
      return;
    }
    if (!is(at(noun), "obj") || at(noun).head < 0 || noun > t || !is_somebody(noun)) return;
    for (const LexicalEntry* entry :
         ontology_.entries(text::lower(at(static_cast<std::uint32_t>(at(noun).head)).lemma), PartOfSpeech::Verb)) {
      for (const Sense& sense : entry->senses) {
        const auto takes = [](const std::vector<SyntacticArgument>& arguments) {
          return std::any_of(arguments.begin(), arguments.end(),
                             [](const SyntacticArgument& a) { return a.function == Function::Xcomp; });
        };
        if (!takes(sense.object) && std::none_of(sense.roles.begin(), sense.roles.end(),
                                                 [&](const Sense::Role& role) { return takes(role.arguments); }))
          continue;
        at(t).head = at(noun).head;
        at(t).deprel = "xcomp";
        return;
      }
    }
  }

  /// *granted Acme a licence*, both taken for objects: the first, who is somebody, gets the second.
  void attach_receiver(std::uint32_t t) {
    if (!is(at(t), "obj") || at(t).head < 0 || at(t).head > static_cast<std::int32_t>(t) || !is_somebody(t)) return;
    const auto verb = static_cast<std::uint32_t>(at(t).head);
    const Span sentence = d_.sentences[d_.sentence_of(t)].tokens;
    const std::int32_t thing = dependent(verb, "obj", t + 1, sentence.end);
    if (thing < 0 || dependent(static_cast<std::uint32_t>(thing), "cc", t, sentence.end) >= 0) return;
    at(t).deprel = "iobj";
  }

  [[nodiscard]] bool is_somebody(std::uint32_t t) const {
    const std::int32_t m = named_[t] >= 0 ? named_[t] : nominal_[t];
    if (m < 0) return false;
    const Mention& mention = d_.mentions[static_cast<std::size_t>(m)];
    const std::vector<std::string>& classes =
        mention.entity >= 0 ? d_.entities[static_cast<std::size_t>(mention.entity)].classes : mention.classes;
    return std::any_of(classes.begin(), classes.end(),
                       [this](const std::string& c) { return is_agent_class(ontology_, c); });
  }

  /// *firms, including leading makers like X*: parsed as a clause, *leading* its verb.
  void attach_instances(std::uint32_t including) {
    const std::uint32_t verb = including + 1;
    if (at(including).lemma != "include" || !is(at(including), "mark") ||
        at(including).head != static_cast<std::int32_t>(verb))
      return;
    if (at(verb).xpos != "VBG" || !same_sentence(including, verb)) return;
    std::uint32_t before = including - 1;
    if (before > 0 && at(before).upos == Upos::PUNCT) --before;
    const Span sentence = d_.sentences[d_.sentence_of(verb)].tokens;
    for (std::uint32_t o = verb + 1; o < sentence.end; ++o) {
      if (at(o).head != static_cast<std::int32_t>(verb) || !is(at(o), "obj")) continue;
      if (before < sentence.begin || (at(before).upos != Upos::NOUN && at(before).upos != Upos::PROPN)) return;
      at(o).head = static_cast<std::int32_t>(before);
      at(o).deprel = "nmod";
      at(including).head = static_cast<std::int32_t>(o);
      at(including).deprel = "case";
      at(verb).head = static_cast<std::int32_t>(o);
      at(verb).deprel = "amod";
      return;
    }
  }

  /// *face bans on exporting chips*: the gerund after a noun and *on*, *of*, *against* is the noun's.
  void attach_gerund(std::uint32_t noun) {
    const std::uint32_t marker = noun + 1;
    if (at(noun).upos != Upos::NOUN || !is(at(noun), "obj") || at(noun).head < 0) return;
    const std::string& word = at(marker).lemma;
    if ((word != "on" && word != "of" && word != "against") || at(marker).head < 0) return;
    const auto gerund = static_cast<std::uint32_t>(at(marker).head);
    if (gerund <= marker || at(gerund).xpos != "VBG" || !is(at(gerund), "advcl") || at(gerund).head != at(noun).head)
      return;
    at(gerund).head = static_cast<std::int32_t>(noun);
    at(gerund).deprel = "acl";
  }

  /// *against defending champion Acme*, parsed as a clause with Acme for its object: one person's title takes an
  /// article unless a name follows, so that the gerund is a part of the title.
  void lower_gerund(std::uint32_t gerund) {
    const std::uint32_t title = gerund + 1, preposition = gerund - 1;
    if (at(gerund).xpos != "VBG" || title + 1 >= d_.tokens.size() || at(title).xpos != "NN" || named_[title] >= 0 ||
        named_[title + 1] < 0 || !is_agent_noun(ontology_, at(title).lemma) || at(preposition).upos == Upos::PUNCT ||
        at(preposition).head != static_cast<std::int32_t>(gerund) || !is(at(preposition), "mark") ||
        at(gerund).head < 0)
      return;
    const std::uint32_t name = d_.mentions[static_cast<std::size_t>(named_[title + 1])].head;
    const std::uint32_t object = is(at(name), "obj") ? name : title;
    if (at(object).head != static_cast<std::int32_t>(gerund) || !is(at(object), "obj")) return;
    at(object).head = at(gerund).head;
    at(object).deprel = is(at(gerund), "acl") ? "nmod" : "obl";
    at(preposition).head = static_cast<std::int32_t>(object);
    at(preposition).deprel = "case";
    at(preposition).upos = Upos::ADP;
    at(gerund).head = static_cast<std::int32_t>(object);
    at(gerund).deprel = "amod";
  }

  /// *relies on memory (RAM) chips*: a preposition before the first noun of a compound introduces the whole.
  void attach_case(std::uint32_t preposition) {
    if (!is(at(preposition), "case") || at(preposition).upos != Upos::ADP || at(preposition).head < 0) return;
    const auto part = static_cast<std::uint32_t>(at(preposition).head);
    if (part < preposition || !is(at(part), "compound") || at(part).head <= static_cast<std::int32_t>(part)) return;
    const auto noun = static_cast<std::uint32_t>(at(part).head);
    if (named_[part] >= 0 || at(noun).head < 0 || at(noun).head > static_cast<std::int32_t>(preposition)) return;
    at(preposition).head = static_cast<std::int32_t>(noun);
    if (is(at(noun), "obj")) at(noun).deprel = "obl";
  }

  /// *is due to meet*, the adjective and its *to* taken for a preposition or adverb of the infinitive.
  void raise_adjective(std::uint32_t adjective) {
    const std::uint32_t to = adjective + 1;
    if (at(adjective).upos != Upos::ADJ || at(to).upos != Upos::PART || !is(at(to), "fixed") ||
        at(to).head != static_cast<std::int32_t>(adjective) || at(adjective).head <= static_cast<std::int32_t>(to))
      return;
    const auto verb = static_cast<std::uint32_t>(at(adjective).head);
    if (at(verb).upos != Upos::VERB) return;
    const Span sentence = d_.sentences[d_.sentence_of(verb)].tokens;
    at(adjective).head = at(verb).head;
    at(adjective).deprel = at(verb).deprel;
    for (std::uint32_t t = sentence.begin; t < adjective; ++t) {
      if (at(t).head != static_cast<std::int32_t>(verb)) continue;
      at(t).head = static_cast<std::int32_t>(adjective);
      if (is(at(t), "nsubj")) at(t).deprel = "nsubj";
      if (at(t).lemma == "be") at(t).deprel = "cop";
    }
    at(verb).head = static_cast<std::int32_t>(adjective);
    at(verb).deprel = "xcomp";
    at(to).head = static_cast<std::int32_t>(verb);
    at(to).deprel = "mark";
  }

  /// *denied reports that Acme will sell*: the clause that a noun has as its content.
  void attach_content(std::uint32_t clause) {
    if (!is(at(clause), "ccomp") || at(clause).head < 0 || at(clause).head >= static_cast<std::int32_t>(clause)) return;
    const auto noun = static_cast<std::uint32_t>(at(clause).head);
    if (at(noun).upos == Upos::NOUN && (is(at(noun), "obj") || is(at(noun), "nsubj") || is(at(noun), "obl")))
      at(clause).deprel = "acl";
  }

  /// *called on Acme to sell*: what has a preposition is no object.
  void demote_object(std::uint32_t noun) {
    if (!is(at(noun), "obj") || at(noun).head < 0 || at(noun).head >= static_cast<std::int32_t>(noun)) return;
    const auto verb = static_cast<std::uint32_t>(at(noun).head);
    if (at(verb).upos != Upos::VERB) return;
    const std::int32_t preposition = dependent(noun, "case", verb, noun);
    if (preposition >= 0 && at(static_cast<std::uint32_t>(preposition)).upos == Upos::ADP) at(noun).deprel = "obl";
  }

  /// *Acme, a maker of chips, said*: parsed as if Acme were spoken to, and the noun the subject.
  void attach_apposition(std::uint32_t comma) {
    if (at(comma).upos != Upos::PUNCT || named_[comma - 1] < 0) return;
    const Mention& name = d_.mentions[static_cast<std::size_t>(named_[comma - 1])];
    const Token& token = at(name.head);
    if (token.head < 0 || !(is(token, "vocative") || is(token, "discourse") || is(token, "dislocated"))) return;
    const Span sentence = d_.sentences[d_.sentence_of(comma)].tokens;
    for (std::uint32_t noun = comma + 1; noun < sentence.end && noun < comma + 12; ++noun) {
      if (at(noun).head != token.head || !is(at(noun), "nsubj") || at(noun).upos != Upos::NOUN) continue;
      at(name.head).deprel = at(noun).deprel;
      at(noun).head = static_cast<std::int32_t>(name.head);
      at(noun).deprel = "appos";
      return;
    }
  }
};

}  // namespace

void repair_words(Document& document, const Ontology& ontology) {
  WordRepairs(document, ontology).run();
}

}  // namespace triplewright::extract
