#include "extract/repair.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "text/normalize.h"

namespace triplewright::extract {

namespace {

class Repairer {
 public:
  Repairer(Document& document, const Ontology& ontology) : d_(document), ontology_(ontology), before_(document.tokens) {
    named_.assign(d_.tokens.size(), -1);
    nominal_.assign(d_.tokens.size(), -1);
    for (std::size_t i = 0; i < d_.mentions.size(); ++i) {
      const Mention& m = d_.mentions[i];
      if (m.kind == MentionKind::Named) {
        for (std::uint32_t t = m.tokens.begin; t < m.tokens.end && t < named_.size(); ++t)
          named_[t] = static_cast<std::int32_t>(i);
      } else if (m.kind == MentionKind::Nominal && m.head < nominal_.size()) {
        nominal_[m.head] = static_cast<std::int32_t>(i);
      }
    }
  }

  void run() {
    for (std::uint32_t t = 0; t + 1 < d_.tokens.size(); ++t) lower_article(t);
    for (const Mention& m : d_.mentions) {
      if (m.kind == MentionKind::Named && m.attributive.empty() && m.tokens.begin > 0) attach_title(m);
    }
    for (const Mention& m : d_.mentions) {
      if (m.kind != MentionKind::Named) continue;
      if (m.attributive.empty()) attach_apposition(m);
      attach_outer_place(m);
    }
    for (const Value& v : d_.values) attach_bound(v);
    for (std::uint32_t t = 1; t + 1 < d_.tokens.size(); ++t) {
      retag_verb(t);
      retag_noun(t);
      attach_instances(t);
      attach_gerund(t);
      attach_case(t);
      attach_apposition(t);
    }
    for (std::uint32_t t = 1; t < d_.tokens.size(); ++t) {
      if (!reports(t)) continue;
      attach_content(t);
      attach_after_time(t);
      attach_comment(t);
    }
    for (const Sentence& sentence : d_.sentences) undo_cycles(sentence.tokens);
  }

 private:
  Token& at(std::uint32_t t) { return d_.tokens[t]; }

  static bool is(const Token& token, std::string_view relation) {
    const std::string_view deprel = token.deprel;
    return deprel.starts_with(relation) && (deprel.size() == relation.size() || deprel[relation.size()] == ':');
  }

  /// Whatever the parser made of the sentence, its repairs leave a tree, or are taken back.
  void undo_cycles(Span sentence) {
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
      std::uint32_t steps = 0;
      for (std::int32_t up = at(t).head; up >= 0 && steps <= sentence.size(); ++steps)
        up = at(static_cast<std::uint32_t>(up)).head;
      if (steps <= sentence.size()) continue;
      std::copy(before_.begin() + sentence.begin, before_.begin() + sentence.end, d_.tokens.begin() + sentence.begin);
      return;
    }
  }

  /// True when the noun may be what the name is called: *chipmaker* and a company.
  bool agree(const Mention& noun, const Mention& name) const {
    if (noun.entity >= 0 && noun.entity == name.entity) return true;
    if (name.entity < 0 || noun.classes.empty()) return false;
    const std::vector<std::string>& classes = d_.entities[static_cast<std::size_t>(name.entity)].classes;
    return !classes.empty() && (ontology_.any_is_a(classes, noun.classes) || ontology_.any_is_a(noun.classes, classes));
  }

  /// The noun phrase [modifiers title Name]: the name heads it and stands where the phrase stands.
  void attach_title(const Mention& name) {
    const std::uint32_t title = name.tokens.begin - 1;
    if (nominal_[title] < 0 || named_[title] >= 0 || is_plural(title) || !same_sentence(title, name.head)) return;
    const Mention& noun = d_.mentions[static_cast<std::size_t>(nominal_[title])];
    if (!agree(noun, name)) return;
    const std::uint32_t head = name.head;
    if (at(head).head == static_cast<std::int32_t>(title)) return;  // title first: the grammar reads that as well
    // The words before the title that belong to its phrase: attached to it, or names that stand directly before.
    std::uint32_t begin = title;
    while (begin > 0 && same_sentence(begin - 1, title) && is_premodifier(begin - 1)) --begin;
    const Span phrase{begin, name.tokens.end};
    // Where the phrase as a whole hangs: a word with a preposition of its own, else the name's own place.
    std::int32_t outer = -1;
    for (std::uint32_t t = phrase.begin; t < phrase.end; ++t) {
      if (phrase.contains(static_cast<std::uint32_t>(at(t).head)) && at(t).head >= 0) continue;
      if (outer < 0 || (has_case(t) && !has_case(static_cast<std::uint32_t>(outer))))
        outer = static_cast<std::int32_t>(t);
    }
    if (outer < 0) return;
    const auto o = static_cast<std::uint32_t>(outer);
    const bool below = [&] {  // *found minister X taking it*: the name's verb hangs on the title
      for (std::int32_t up = at(head).head; up >= 0; up = at(static_cast<std::uint32_t>(up)).head) {
        if (phrase.contains(static_cast<std::uint32_t>(up))) return true;
      }
      return false;
    }();
    if (!has_case(o) && at(head).head >= 0 && !below) {
      // both hang on their own: the name's place is the phrase's
    } else if (o != head) {
      at(head).head = at(o).head;
      at(head).deprel = at(o).deprel;
    }
    const Span sentence = d_.sentences[d_.sentence_of(head)].tokens;
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
      if (t < phrase.begin || t >= phrase.end) {  // what hung on a word of the phrase now hangs on the name
        const std::int32_t h = at(t).head;
        if (h >= 0 && phrase.contains(static_cast<std::uint32_t>(h)) && static_cast<std::uint32_t>(h) != head &&
            (static_cast<std::uint32_t>(h) == o || static_cast<std::uint32_t>(h) == title) && !is(at(t), "nmod:poss"))
          at(t).head = static_cast<std::int32_t>(head);
        continue;
      }
      if (t == head || t >= name.tokens.begin) continue;
      const bool inside =
          at(t).head >= 0 && Span{phrase.begin, title + 1}.contains(static_cast<std::uint32_t>(at(t).head));
      if (t == title) {
        at(t).head = static_cast<std::int32_t>(head);
        at(t).deprel = "nmod:desc";
      } else if (!inside) {
        at(t).head = static_cast<std::int32_t>(title);
        if (named_[t] >= 0 && !is(at(t), "amod")) at(t).deprel = "compound";
      }
    }
    for (std::uint32_t t = name.tokens.begin; t < name.tokens.end; ++t) {
      if (t != head && !(at(t).head >= 0 && name.tokens.contains(static_cast<std::uint32_t>(at(t).head)))) {
        at(t).head = static_cast<std::int32_t>(head);
        at(t).deprel = "flat";
      }
    }
  }

  /// *Jo Doe, spokesman for Acme, said*: the noun taken for the subject, the name for something else. The noun is the
  /// name's appositive, and the name stands where the noun stood.
  void attach_apposition(const Mention& name) {
    const std::uint32_t comma = name.tokens.end;
    if (comma + 1 >= d_.tokens.size() || d_.form(comma) != "," || !same_sentence(comma, comma + 1)) return;
    std::uint32_t noun = comma + 1;
    const std::uint32_t last = std::min<std::uint32_t>(noun + 6, d_.sentences[d_.sentence_of(comma)].tokens.end);
    while (noun < last && (named_[noun] >= 0 || (nominal_[noun] < 0 && !is(at(noun), "nsubj")))) {
      const Upos upos = at(noun).upos;
      const bool within = upos == Upos::DET || upos == Upos::ADJ || upos == Upos::NOUN || upos == Upos::PROPN ||
                          upos == Upos::NUM || is(at(noun), "amod") || named_[noun] >= 0 || d_.form(noun) == "-";
      if (!within) return;
      ++noun;
    }
    if (noun >= last || is_plural(noun) || !is(at(noun), "nsubj") || at(noun).head < 0) return;
    const bool agrees =
        nominal_[noun] >= 0 ? agree(d_.mentions[static_cast<std::size_t>(nominal_[noun])], name) : names_role(noun);
    if (!agrees) return;
    const std::uint32_t head = name.head;
    const auto verb = static_cast<std::uint32_t>(at(noun).head);
    const bool beside = at(head).head == at(noun).head || at(head).head == static_cast<std::int32_t>(noun);
    if (!beside || verb < noun) return;
    at(head).head = static_cast<std::int32_t>(verb);
    at(head).deprel = at(noun).deprel;
    at(noun).head = static_cast<std::int32_t>(head);
    at(noun).deprel = "appos";
  }

  /// *Paris, France, approved*: the place stands in the sentence, and what it lies in is its appositive.
  void attach_outer_place(const Mention& place) {
    const std::uint32_t comma = place.tokens.end;
    if (place.type != NameType::Location || comma + 1 >= d_.tokens.size() || d_.form(comma) != ",") return;
    const std::int32_t other = named_[comma + 1];
    if (other < 0 || !same_sentence(comma, comma + 1)) return;
    const Mention& outer = d_.mentions[static_cast<std::size_t>(other)];
    if (outer.type != NameType::Location || outer.tokens.end >= d_.tokens.size() || d_.form(outer.tokens.end) != ",")
      return;
    const std::uint32_t inner = place.head;
    if (at(inner).head != static_cast<std::int32_t>(outer.head) && at(inner).head != at(outer.head).head) return;
    if (at(outer.head).head == static_cast<std::int32_t>(inner) || !is(at(outer.head), "nsubj")) return;
    at(inner).head = at(outer.head).head;
    at(inner).deprel = at(outer.head).deprel;
    at(outer.head).head = static_cast<std::int32_t>(inner);
    at(outer.head).deprel = "appos";
  }

  /// A noun by which the lexicon says what somebody is to another: *investor*, *rival*.
  bool names_role(std::uint32_t noun) {
    for (const LexicalEntry* entry : ontology_.entries(text::lower(at(noun).lemma), PartOfSpeech::Noun)) {
      for (const Sense& sense : entry->senses) {
        if (std::any_of(sense.subject.begin(), sense.subject.end(),
                        [](const SyntacticArgument& a) { return a.function == Function::Self; }))
          return true;
      }
    }
    return false;
  }

  bool is_plural(std::uint32_t t) {
    return at(t).xpos == "NNS" || at(t).feats.find("Number=Plur") != std::string::npos;
  }

  bool same_sentence(std::uint32_t a, std::uint32_t b) const { return d_.sentence_of(a) == d_.sentence_of(b); }

  bool has_case(std::uint32_t t) {
    for (std::uint32_t c = t; c-- > 0 && t - c < 12;) {
      if (at(c).head == static_cast<std::int32_t>(t) && is(at(c), "case")) return true;
    }
    return false;
  }

  bool is_premodifier(std::uint32_t t) {
    const Token& token = at(t);
    if (named_[t] >= 0) return true;
    return (token.upos == Upos::NOUN || token.upos == Upos::ADJ || token.upos == Upos::PROPN) &&
           (is(token, "compound") || is(token, "amod"));
  }

  /// *up to 200 chips*, *more than 5*: the words of the bound belong to the number, and its noun is no oblique.
  void attach_bound(const Value& value) {
    if (value.kind == ValueKind::Time || value.bound == Bound::Exact || value.tokens.size() < 2) return;
    std::uint32_t number = value.tokens.end;
    for (std::uint32_t t = value.tokens.begin; t < value.tokens.end && number == value.tokens.end; ++t) {
      if (at(t).upos == Upos::NUM || at(t).upos == Upos::SYM) number = t;
    }
    if (number == value.tokens.end || number == value.tokens.begin) return;
    for (std::uint32_t t = value.tokens.begin; t < number; ++t) {
      const std::int32_t h = at(t).head;
      const bool preposition = is(at(t), "case");
      if (preposition && h >= 0) {
        Token& noun = at(static_cast<std::uint32_t>(h));
        if (is(noun, "obl") || is(noun, "nmod")) {
          const bool of_verb = noun.head >= 0 && at(static_cast<std::uint32_t>(noun.head)).upos == Upos::VERB;
          if (of_verb && !has_object(static_cast<std::uint32_t>(noun.head))) noun.deprel = "obj";
        }
      }
      if (preposition || is(at(t), "compound") || is(at(t), "advmod") || is(at(t), "obl") || is(at(t), "fixed")) {
        at(t).head = static_cast<std::int32_t>(number);
        at(t).deprel = "advmod";
      }
    }
  }

  /// *launched the Norvik 60*: the article as the head of what it stands before.
  void lower_article(std::uint32_t t) {
    const std::string& lemma = at(t).lemma;
    if (at(t).upos != Upos::DET || (lemma != "the" && lemma != "a" && lemma != "an") || is(at(t), "det")) return;
    const Span sentence = d_.sentences[d_.sentence_of(t)].tokens;
    std::uint32_t noun = t + 1;
    while (noun < sentence.end && at(noun).head != static_cast<std::int32_t>(t)) ++noun;
    if (noun >= sentence.end || (at(noun).upos != Upos::NOUN && at(noun).upos != Upos::PROPN)) return;
    at(noun).head = at(t).head;
    at(noun).deprel = at(t).deprel;
    for (std::uint32_t c = sentence.begin; c < sentence.end; ++c) {
      if (at(c).head == static_cast<std::int32_t>(t)) at(c).head = static_cast<std::int32_t>(noun);
    }
    at(t).head = static_cast<std::int32_t>(noun);
    at(t).deprel = "det";
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
    if (!subject || !object) return;
    at(t).upos = Upos::VERB;
    at(t).xpos = at(t).xpos == "NNS" ? "VBZ" : "VBP";
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

  /// True for a finite verb by which the lexicon cites somebody.
  bool reports(std::uint32_t t) const {
    const Token& token = d_.tokens[t];
    if (token.upos != Upos::VERB || (token.xpos != "VBD" && token.xpos != "VBZ" && token.xpos != "VBP")) return false;
    for (const LexicalEntry* entry : ontology_.entries(text::lower(token.lemma), PartOfSpeech::Verb)) {
      if (entry->lemmas.size() != 1) continue;
      for (const Sense& sense : entry->senses) {
        if (sense.kind == Sense::Kind::Report) return true;
      }
    }
    return false;
  }

  std::int32_t dependent(std::uint32_t of, std::string_view relation, std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end; ++t) {
      if (d_.tokens[t].head == static_cast<std::int32_t>(of) && is(d_.tokens[t], relation))
        return static_cast<std::int32_t>(t);
    }
    return -1;
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

  /// *..., a statement said.* — parsed as a relative clause of what it comments on.
  void attach_comment(std::uint32_t report) {
    const bool loose = at(report).deprel == "acl:relcl" || at(report).deprel == "acl" || is(at(report), "advcl") ||
                       is(at(report), "appos");
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

  bool has_object(std::uint32_t verb) const {
    const Span sentence = d_.sentences[d_.sentence_of(verb)].tokens;
    return std::any_of(d_.tokens.begin() + sentence.begin, d_.tokens.begin() + sentence.end,
                       [&](const Token& t) { return t.head == static_cast<std::int32_t>(verb) && is(t, "obj"); });
  }

  Document& d_;
  const Ontology& ontology_;
  std::vector<Token> before_;          // as the parser left them
  std::vector<std::int32_t> named_;    // mention that covers a token
  std::vector<std::int32_t> nominal_;  // mention that a token heads
};

}  // namespace

Document repair_trees(Document document, const Ontology& ontology) {
  Repairer(document, ontology).run();
  return document;
}

}  // namespace triplewright::extract
