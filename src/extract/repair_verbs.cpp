#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "extract/operators.h"
#include "extract/repair_pass.h"
#include "text/marks.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

class VerbRepairs : RepairPass {
 public:
  VerbRepairs(Document& document, const Ontology& ontology) : RepairPass(document, ontology) {}

  void run() {
    for (const Value& v : d_.values) attach_recipient(v);
    for (const Sentence& sentence : d_.sentences) {
      retag_root(sentence);
      retag_nested(sentence);
    }
    for (std::uint32_t t = 1; t < d_.tokens.size(); ++t) {
      exchange_verb(t);
      attach_subject(t);
      free_perfect_gerund(t);
    }
    for (std::uint32_t t = 0; t < d_.tokens.size(); ++t) correct_lemma(t);
  }

 private:
  /// *The army strikes two camps*, the verb taken for the noun that the sentence is: a root between two noun phrases
  /// without a word between, which the lexicon has as a verb. What stood before it is its subject, what stands after it
  /// its object.
  void retag_root(const Sentence& s) {
    const Span sentence = s.tokens;
    if (s.title_case || sentence.size() < 4 || (d_.form(sentence.end - 1) != "." && !is_headline(s))) return;
    std::uint32_t root = sentence.begin;
    while (root < sentence.end && at(root).head >= 0) ++root;
    if (root <= sentence.begin || root + 2 >= sentence.end) return;
    Token& verb = at(root);
    // *police probe the fire*: the parse itself gives it an object, as no noun has one
    const bool transitive = verb.xpos == "NN" && dependent(root, "obj", root + 1, sentence.end) >= 0;
    if ((verb.xpos != "NNS" && !transitive) || named_[root] >= 0) return;
    if (const std::optional<std::string> lemma = verb_lemma(root); !has_verb(root) && lemma)
      verb.lemma = *lemma;  // *supplies*, which as a noun has no singular
    if (!has_verb(root)) return;
    const std::uint32_t subject = root - 1;
    const std::string& tag = at(subject).xpos;
    const bool singular = tag == "NN" || tag == "NNP" || named_[subject] >= 0 || (transitive && tag == "NNS");
    const bool beside = at(subject).head == static_cast<std::int32_t>(root) || named_[subject] >= 0;
    if (!singular || !beside || d_.form(root + 1) == "," || is(at(subject), "conj")) return;
    const auto opens = [&](std::uint32_t t) {
      const Upos upos = at(t).upos;
      return named_[t] >= 0 || upos == Upos::DET || upos == Upos::PROPN || upos == Upos::ADJ || upos == Upos::NUM ||
             upos == Upos::NOUN || upos == Upos::PRON;
    };
    // *a judge rules*: an article that no plural takes
    const std::int32_t article = dependent(root, "det", sentence.begin, root);
    const bool clash = article >= 0 && (at(static_cast<std::uint32_t>(article)).lemma == "a" ||
                                        at(static_cast<std::uint32_t>(article)).lemma == "an");
    // *the court rules that*, *the government appeals for calm*: a sentence of a noun alone has no article, and who
    // acts acts
    const bool acts = article >= 0 && acts_by_itself(subject) &&
                      (at(root + 1).upos == Upos::ADP || at(root + 1).upos == Upos::PART ||
                       dependent(root, "ccomp", root + 1, sentence.end) >= 0);
    // *Acme plans to sell*: a name has no plans beside it, and no sentence is of these alone
    const bool intends = named_[subject] >= 0 && at(root + 1).upos == Upos::PART;
    const bool joins = named_[subject] >= 0 && takes_preposition(root, d_.form(root + 1));  // *Acme partners with*
    if (!clash && !acts && !intends && !joins && !opens(root + 1)) return;
    std::int32_t object = -1;
    for (std::uint32_t c = root + 1; c < sentence.end; ++c) {
      if (at(c).head != static_cast<std::int32_t>(root)) continue;
      if (is(at(c), "cop") || is(at(c), "nsubj")) return;
      const bool noun = is(at(c), "appos") || is(at(c), "obj") || is(at(c), "flat") || is(at(c), "compound") ||
                        is(at(c), "nmod:unmarked") || is(at(c), "dep") || is(at(c), "list") || is(at(c), "parataxis");
      if (object < 0 && noun && at(c).upos != Upos::VERB && !has_case(c)) object = static_cast<std::int32_t>(c);
    }
    if ((object < 0 && !clash && !acts && !intends && !joins) || dependent(root, "cop", sentence.begin, root) >= 0)
      return;
    // the head of what stands before: the noun next to the verb, or the name's head, or a subject that the parse has
    std::uint32_t head = named_[subject] >= 0 ? d_.mentions[static_cast<std::size_t>(named_[subject])].head : subject;
    if (const std::int32_t own = dependent(root, "nsubj", sentence.begin, root); own >= 0)
      head = static_cast<std::uint32_t>(own);
    for (std::uint32_t c = sentence.begin; c < root; ++c) {
      if (c == head || at(c).head != static_cast<std::int32_t>(root) || is(at(c), "punct") || is(at(c), "obl"))
        continue;
      at(c).head = static_cast<std::int32_t>(head);
    }
    if (at(head).head != static_cast<std::int32_t>(root)) at(head).head = static_cast<std::int32_t>(root);
    at(head).deprel = "nsubj";
    if (object >= 0) at(static_cast<std::uint32_t>(object)).deprel = "obj";
    become_verb(root, sentence, transitive ? "VBP" : "VBZ");
  }

  bool is_headline(const Sentence& s) const {
    const auto& blocks = d_.article.blocks;
    return s.block < blocks.size() && blocks[s.block].kind == BlockKind::Title;
  }

  /// Its dependents with it: phrases, and clauses after it.
  void become_verb(std::uint32_t verb, Span sentence, const char* tag) {
    at(verb).upos = Upos::VERB;
    at(verb).xpos = tag;
    for (std::uint32_t c = verb + 1; c < sentence.end; ++c) {
      if (at(c).head != static_cast<std::int32_t>(verb)) continue;
      if (is(at(c), "nmod") && has_case(c)) at(c).deprel = "obl";
      if (at(c).deprel == "acl") at(c).deprel = at(c).xpos == "VB" ? "xcomp" : "advcl";
    }
  }

  /// A verb of the lexicon that takes an argument with this preposition.
  bool takes_preposition(std::uint32_t verb, std::string_view preposition) const {
    const SyntacticArgument argument{Function::Preposition, std::string(preposition)};
    return text::any_sense(
        ontology_, text::lower(d_.tokens[verb].lemma), PartOfSpeech::Verb, false,
        [&](const Sense& sense) { return sense.kind == Sense::Kind::Property && text::holds(sense.object, argument); });
  }

  /// An organization by its name, or a noun for somebody: *government*, *judge*.
  bool acts_by_itself(std::uint32_t noun) const {
    if (named_[noun] >= 0) return d_.mentions[static_cast<std::size_t>(named_[noun])].type == NameType::Organization;
    return is_agent_noun(ontology_, d_.tokens[noun].lemma);
  }

  /// *A judge in Ostia orders the arrest*, the verb taken for a noun that the name is part of: the sentence is of one
  /// noun, who acts, and what is done stands beside the phrase.
  void retag_nested(const Sentence& s) {
    const Span sentence = s.tokens;
    if (s.title_case || sentence.size() < 6 || d_.form(sentence.end - 1) != ".") return;
    std::uint32_t root = sentence.begin;
    while (root < sentence.end && at(root).head >= 0) ++root;
    if (root + 4 >= sentence.end || (at(root).xpos != "NN" && at(root).xpos != "NNP") || !acts_by_itself(root) ||
        dependent(root, "cop", sentence.begin, root) >= 0)
      return;
    for (std::uint32_t verb = root + 3; verb + 1 < sentence.end; ++verb) {
      const std::uint32_t name = verb - 1;
      if (at(verb).xpos != "NNS" || named_[verb] >= 0 || named_[name] < 0 || !has_verb(verb) ||
          at(verb).head != static_cast<std::int32_t>(root) || !is(at(verb), "nmod"))
        continue;
      const std::uint32_t place = d_.mentions[static_cast<std::size_t>(named_[name])].head;
      const std::int32_t preposition = dependent(verb, "case", root + 1, verb);
      const std::int32_t object = dependent(root, "appos", verb + 1, sentence.end);
      if (at(place).head != static_cast<std::int32_t>(verb) || preposition < 0 || object < 0 ||
          at(verb + 1).upos == Upos::PUNCT)
        continue;
      at(static_cast<std::uint32_t>(preposition)).head = static_cast<std::int32_t>(place);
      at(place).head = static_cast<std::int32_t>(root);
      at(place).deprel = "nmod";
      for (std::uint32_t c = verb + 1; c < sentence.end; ++c) {
        if (at(c).head == static_cast<std::int32_t>(root)) at(c).head = static_cast<std::int32_t>(verb);
      }
      at(static_cast<std::uint32_t>(object)).deprel = "obj";
      at(verb).head = -1;
      at(verb).deprel = "root";
      at(root).head = static_cast<std::int32_t>(verb);
      at(root).deprel = "nsubj";
      become_verb(verb, sentence, "VBZ");
      return;
    }
  }

  /// *Norvik supplies switches to Brenta*, the verb taken for the subject and the object for the verb: a plural does
  /// not agree with one that ends in -s, so it is the other way round.
  void exchange_verb(std::uint32_t verb) {
    const std::uint32_t object = verb + 1;
    if (object >= d_.tokens.size() || at(verb).xpos != "NNS" || at(object).xpos != "VBZ" || !is(at(verb), "nsubj") ||
        at(verb).head != static_cast<std::int32_t>(object) || named_[verb] >= 0 || named_[verb - 1] < 0)
      return;
    const std::uint32_t name = d_.mentions[static_cast<std::size_t>(named_[verb - 1])].head;
    if (at(name).head != static_cast<std::int32_t>(verb)) return;
    const std::optional<std::string> lemma = verb_lemma(verb);
    if (!has_verb(verb) && !lemma) return;
    if (!has_verb(verb)) at(verb).lemma = *lemma;
    const Span sentence = d_.sentences[d_.sentence_of(verb)].tokens;
    for (std::uint32_t c = sentence.begin; c < sentence.end; ++c) {
      if (at(c).head == static_cast<std::int32_t>(object)) at(c).head = static_cast<std::int32_t>(verb);
    }
    at(verb).head = at(object).head;
    at(verb).deprel = at(object).deprel;
    at(verb).upos = Upos::VERB;
    at(verb).xpos = "VBZ";
    at(name).deprel = "nsubj";
    at(object).head = static_cast<std::int32_t>(verb);
    at(object).deprel = "obj";
    at(object).upos = Upos::NOUN;
    at(object).xpos = "NNS";
  }

  /// *An earthquake strikes the town*: a finite verb with an article, the noun before it taken for a part of a
  /// compound.
  void attach_subject(std::uint32_t verb) {
    const std::string& tag = at(verb).xpos;
    const std::uint32_t noun = verb - 1;
    if (at(verb).upos != Upos::VERB || (tag != "VBZ" && tag != "VBD" && tag != "VBP")) return;
    if (!is(at(noun), "compound") || at(noun).head != static_cast<std::int32_t>(verb)) return;
    const Span sentence = d_.sentences[d_.sentence_of(verb)].tokens;
    if (dependent(verb, "nsubj", sentence.begin, sentence.end) >= 0) return;
    at(noun).deprel = "nsubj";
    for (std::uint32_t c = sentence.begin; c < noun; ++c) {
      const bool part = is(at(c), "det") || is(at(c), "amod") || is(at(c), "compound") || is(at(c), "nmod:poss") ||
                        is(at(c), "nummod");
      if (at(c).head == static_cast<std::int32_t>(verb) && part) at(c).head = static_cast<std::int32_t>(noun);
    }
  }

  /// *denies having sold parts*, the participle taken for an attribute: with an auxiliary it is a clause of the verb
  /// before it, whose object is its own.
  void free_perfect_gerund(std::uint32_t participle) {
    if (at(participle).xpos != "VBN" || !is(at(participle), "amod")) return;
    const std::int32_t auxiliary = dependent(participle, "aux", 0, participle);
    if (auxiliary < 0 || at(static_cast<std::uint32_t>(auxiliary)).xpos != "VBG") return;
    const auto noun = static_cast<std::uint32_t>(at(participle).head);
    const std::int32_t verb = at(noun).head;
    if (noun < participle || !is(at(noun), "obj") || verb < 0 || verb >= auxiliary) return;
    at(participle).head = verb;
    at(participle).deprel = "xcomp";
    at(noun).head = static_cast<std::int32_t>(participle);
    for (std::uint32_t c = noun + 1; c < d_.tokens.size() && same_sentence(c, noun); ++c) {
      if (at(c).head != static_cast<std::int32_t>(noun) || !is(at(c), "nmod") || !has_case(c)) continue;
      const std::int32_t preposition = dependent(c, "case", noun, c);
      if (preposition >= 0 && d_.form(static_cast<std::uint32_t>(preposition)) == "of") continue;
      at(c).head = static_cast<std::int32_t>(participle);
      at(c).deprel = "obl";
    }
  }

  /// A word that the lexicon has as a verb by itself.
  bool has_verb(std::uint32_t t) const {
    const auto& verbs = ontology_.entries(text::lower(d_.tokens[t].lemma), PartOfSpeech::Verb);
    return std::any_of(verbs.begin(), verbs.end(), [](const LexicalEntry* e) { return e->lemmas.size() == 1; });
  }

  /// The verb of the lexicon of which this is a regular form, or one of the irregular ones that treebanks hardly have.
  [[nodiscard]] std::optional<std::string> verb_lemma(std::uint32_t t) const {
    struct Ending {
      std::string_view form, lemma;
    };
    static constexpr Ending kEndings[] = {{"ied", "y"}, {"ies", "y"}, {"ed", "e"},  {"ed", ""}, {"es", "e"},
                                          {"es", ""},   {"s", ""},    {"ing", "e"}, {"ing", ""}};
    static constexpr Ending kIrregular[] = {{"upheld", "uphold"},   {"withheld", "withhold"}, {"struck", "strike"},
                                            {"slid", "slide"},      {"fled", "flee"},         {"shed", "shed"},
                                            {"froze", "freeze"},    {"frozen", "freeze"},     {"bound", "bind"},
                                            {"sped", "speed"},      {"underwent", "undergo"}, {"outbid", "outbid"},
                                            {"outdid", "outdo"},    {"leapt", "leap"},        {"vied", "vie"},
                                            {"foresaw", "foresee"}, {"overrode", "override"}, {"undergone", "undergo"}};
    const std::string form = text::lower(d_.form(t));
    for (const Ending& irregular : kIrregular) {
      if (form == irregular.form) return std::string(irregular.lemma);
    }
    for (const Ending& ending : kEndings) {
      if (!form.ends_with(ending.form) || form.size() < ending.form.size() + 2) continue;
      std::string lemma = form.substr(0, form.size() - ending.form.size()).append(ending.lemma);
      const auto& verbs = ontology_.entries(lemma, PartOfSpeech::Verb);
      if (std::any_of(verbs.begin(), verbs.end(), [](const LexicalEntry* e) { return e->lemmas.size() == 1; }))
        return lemma;
    }
    return std::nullopt;
  }

  /// *blamed*, lemma "blam": a form that is regular for a verb of the lexicon is that verb's.
  void correct_lemma(std::uint32_t t) {
    if (at(t).upos != Upos::VERB || !ontology_.entries(text::lower(at(t).lemma), PartOfSpeech::Verb).empty()) return;
    if (std::optional<std::string> lemma = verb_lemma(t)) at(t).lemma = std::move(*lemma);
  }

  /// *awarded Acme $5 billion*, the name taken for a part of the amount: it is who gets it.
  void attach_recipient(const Value& value) {
    const std::uint32_t begin = value.tokens.begin;
    if (value.kind != ValueKind::Money || begin == 0 || named_[begin - 1] < 0 || !same_sentence(begin - 1, begin))
      return;
    Token& name = at(d_.mentions[static_cast<std::size_t>(named_[begin - 1])].head);
    if (!is(name, "compound") || name.head < 0 || !value.tokens.contains(static_cast<std::uint32_t>(name.head))) return;
    const Token& amount = at(static_cast<std::uint32_t>(name.head));
    if (!is(amount, "obj") || amount.head < 0 || at(static_cast<std::uint32_t>(amount.head)).upos != Upos::VERB) return;
    name.head = amount.head;
    name.deprel = "iobj";
  }
};

}  // namespace

void repair_verbs(Document& document, const Ontology& ontology) {
  VerbRepairs(document, ontology).run();
}

}  // namespace triplewright::extract
