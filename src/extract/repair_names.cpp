#include <algorithm>
#include <string>
#include <string_view>

#include "extract/operators.h"
#include "extract/repair_pass.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

class NameRepairs : RepairPass {
 public:
  NameRepairs(Document& document, const Ontology& ontology) : RepairPass(document, ontology) {}

  void run() {
    for (std::uint32_t t = 0; t + 1 < d_.tokens.size(); ++t) lower_article(t);
    for (const Mention& m : d_.mentions) {
      if (!m.attributive.empty()) raise_country(m);
    }
    for (const Mention& m : d_.mentions) {
      if (m.kind == MentionKind::Named && m.attributive.empty() && m.tokens.begin > 0) attach_title(m);
    }
    for (const Mention& m : d_.mentions) {
      if (m.kind != MentionKind::Named) continue;
      if (m.attributive.empty()) attach_apposition(m);
      attach_outer_place(m);
      attach_fronted(m);
      attach_coordinate(m);
      attach_subject(m);
      detach_from_time(m);
      release_time(m);
      free_inner(m);
    }
    for (const Value& v : d_.values) attach_bound(v);
  }

 private:
  /// True when the noun may be what the name is called: *chipmaker* and a company.
  bool agree(const Mention& noun, const Mention& name) const {
    if (noun.entity >= 0 && noun.entity == name.entity) return true;
    if (name.entity < 0 || noun.classes.empty()) return false;
    const std::vector<std::string>& classes = d_.entities[static_cast<std::size_t>(name.entity)].classes;
    return !classes.empty() && (ontology_.any_is_a(classes, noun.classes) || ontology_.any_is_a(noun.classes, classes));
  }

  /// *the Chinese tech giant*, the country hung on *tech*: it is the last noun's.
  void raise_country(const Mention& country) {
    Token& token = at(country.head);
    if (!is(token, "amod") && !is(token, "compound")) return;
    while (token.head > static_cast<std::int32_t>(country.head)) {
      const Token& part = at(static_cast<std::uint32_t>(token.head));
      if (!is(part, "compound") || part.head <= token.head || named_[static_cast<std::uint32_t>(token.head)] >= 0)
        return;
      token.head = part.head;
    }
  }

  /// The noun phrase [modifiers title Name]: the name heads it and stands where the phrase stands.
  void attach_title(const Mention& name) {
    const std::uint32_t title = name.tokens.begin - 1;
    if (nominal_[title] < 0 || named_[title] >= 0 || is_plural(title) || !same_sentence(title, name.head)) return;
    const Mention& noun = d_.mentions[static_cast<std::size_t>(nominal_[title])];
    if (!agree(noun, name)) return;
    const std::uint32_t head = name.head;
    if (at(head).head == static_cast<std::int32_t>(title)) return;  // title first: the grammar reads that as well
    if (is(at(title), "conj") && at(head).head == at(title).head) return;  // *president and CEO X*: as well
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
    // *found minister X taking it*: the name's verb hangs on the title
    if (!has_case(o) && at(head).head >= 0 && !is_below(head, phrase)) {
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
    const bool agrees = nominal_[noun] >= 0
                            ? agree(d_.mentions[static_cast<std::size_t>(nominal_[noun])], name)
                            : names_role(noun) && name.type != NameType::Location;  // *In Germany, supplier Acme sold*
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

  /// *The former head of Acme, Jo Doe was named adviser*: both taken for the subject, which is the name.
  void attach_fronted(const Mention& name) {
    if (name.tokens.begin < 2 || !is(at(name.head), "nsubj") || at(name.head).head < 0) return;
    const Span sentence = d_.sentences[d_.sentence_of(name.head)].tokens;
    const auto verb = static_cast<std::uint32_t>(at(name.head).head);
    const std::int32_t first = dependent(verb, "nsubj", sentence.begin, name.tokens.begin);
    if (first < 0) return;
    const auto noun = static_cast<std::uint32_t>(first);
    // or *Minister of Health Jo Doe was named adviser*
    const bool directly = name.type == NameType::Person && names_role(noun) &&
                          is_below(name.tokens.begin - 1, {noun, noun + 1}) && same_sentence(noun, name.head);
    // or *linesman Jo Doe died*: no verb has two subjects side by side
    if (noun + 1 == name.tokens.begin && at(noun).upos == Upos::NOUN && named_[noun] < 0) {
      at(noun).head = static_cast<std::int32_t>(name.head);
      at(noun).deprel = "nmod:desc";
      return;
    }
    if (d_.form(name.tokens.begin - 1) != "," && !directly) return;
    const bool agrees = nominal_[noun] >= 0 && agree(d_.mentions[static_cast<std::size_t>(nominal_[noun])], name);
    if (named_[noun] >= 0 || is_plural(noun) || (!agrees && !names_role(noun))) return;
    at(noun).head = static_cast<std::int32_t>(name.head);
    at(noun).deprel = "appos";
  }

  /// *Born in Ostia, Jo Doe won*, the name taken for an appositive of what stands before it: a finite verb that has no
  /// subject gets the name that it follows.
  void attach_subject(const Mention& name) {
    const Span sentence = d_.sentences[d_.sentence_of(name.head)].tokens;
    if (name.tokens.begin < 2 || d_.form(name.tokens.begin - 1) != ",") return;
    attach_copular_subject(name, sentence);
    if (!is(at(name.head), "appos")) return;
    std::uint32_t verb = name.tokens.end;
    while (verb < sentence.end && (at(verb).upos == Upos::ADV || at(verb).upos == Upos::AUX)) ++verb;
    if (verb >= sentence.end || at(verb).upos != Upos::VERB || at(verb).head >= 0 ||
        dependent(verb, "nsubj", sentence.begin, sentence.end) >= 0)
      return;
    const std::int32_t participle = dependent(verb, "advcl", sentence.begin, name.tokens.begin);
    if (participle < 0 || dependent(verb, "mark", sentence.begin, verb) >= 0) return;
    const bool finite = at(verb).xpos == "VBD" || at(verb).xpos == "VBZ" || at(verb).xpos == "VBP";
    const bool passive = dependent(verb, "aux:pass", name.tokens.end, verb) >= 0;
    if (!finite && !passive && dependent(verb, "aux", name.tokens.end, verb) < 0) return;
    at(name.head).head = static_cast<std::int32_t>(verb);
    at(name.head).deprel = passive ? "nsubj:pass" : "nsubj";
  }

  /// *In addition to running Acme, Jo Doe is chairman of Brenta*, the name taken for a conjunct of the one before.
  void attach_copular_subject(const Mention& name, Span sentence) {
    const std::uint32_t copula = name.tokens.end;
    if (copula >= sentence.end || !is(at(copula), "cop") || at(copula).head <= static_cast<std::int32_t>(copula))
      return;
    const auto predicate = static_cast<std::uint32_t>(at(copula).head);
    if (dependent(predicate, "nsubj", sentence.begin, sentence.end) >= 0) return;
    for (std::uint32_t t = name.tokens.begin; t < name.tokens.end; ++t) {
      if (dependent(t, "cc", sentence.begin, name.tokens.begin) >= 0) return;
      if (t == name.head) continue;
      at(t).head = static_cast<std::int32_t>(name.head);
      at(t).deprel = "flat";
    }
    at(name.head).head = static_cast<std::int32_t>(predicate);
    at(name.head).deprel = "nsubj";
  }

  /// *bought Norvik Pay for 5 million euros*, the price hung on a word of the name that the parser took for a verb:
  /// what stands outside the name hangs on its head, and an oblique on the verb above.
  void free_inner(const Mention& name) {
    const Span sentence = d_.sentences[d_.sentence_of(name.head)].tokens;
    const std::int32_t above = at(name.head).head;
    const bool of_verb = above >= 0 && at(static_cast<std::uint32_t>(above)).upos == Upos::VERB;
    for (std::uint32_t t = name.tokens.end; t < sentence.end; ++t) {
      const std::int32_t inner = at(t).head;
      if (inner < 0 || !is(at(t), "obl") || !name.tokens.contains(static_cast<std::uint32_t>(inner))) continue;
      at(t).head = of_verb ? above : static_cast<std::int32_t>(name.head);
      if (!of_verb) at(t).deprel = "nmod";
    }
  }

  /// *Earlier this month, Acme reported*, the name taken for an appositive of the time: nobody is a time, and the verb
  /// that the time is of gets its subject.
  void detach_from_time(const Mention& name) {
    const std::int32_t time = at(name.head).head;
    if (time < 0 || time >= static_cast<std::int32_t>(name.tokens.begin) || !is(at(name.head), "appos")) return;
    const auto noun = static_cast<std::uint32_t>(time);
    if (!is_time(noun) || at(noun).head < static_cast<std::int32_t>(name.tokens.end)) return;
    const auto verb = static_cast<std::uint32_t>(at(noun).head);
    if (lacks_subject(verb)) become_subject(name, verb);
  }

  /// *Over the past year Acme Systems sold chips*, the time taken for a part of the name: the same.
  void release_time(const Mention& name) {
    if (name.tokens.begin == 0 || !(is(at(name.head), "obl") || is(at(name.head), "nsubj"))) return;
    const std::uint32_t noun = name.tokens.begin - 1;
    if (at(noun).head != static_cast<std::int32_t>(name.head) || !is_time(noun) ||
        at(name.head).head < static_cast<std::int32_t>(name.tokens.end))
      return;
    const auto verb = static_cast<std::uint32_t>(at(name.head).head);
    if (!lacks_subject(verb)) return;
    const Span sentence = d_.sentences[d_.sentence_of(verb)].tokens;
    for (std::uint32_t t = sentence.begin; t < noun; ++t) {
      if (at(t).head == static_cast<std::int32_t>(name.head)) at(t).head = static_cast<std::int32_t>(noun);
    }
    at(noun).head = static_cast<std::int32_t>(verb);
    at(noun).deprel = "obl";
    become_subject(name, verb);
  }

  [[nodiscard]] bool is_time(std::uint32_t noun) const {
    return std::any_of(d_.values.begin(), d_.values.end(), [&](const Value& value) {
      return (value.kind == ValueKind::Time || value.kind == ValueKind::Duration) && value.tokens.contains(noun);
    });
  }

  [[nodiscard]] bool lacks_subject(std::uint32_t verb) const {
    const Span sentence = d_.sentences[d_.sentence_of(verb)].tokens;
    return d_.tokens[verb].upos == Upos::VERB && dependent(verb, "nsubj", sentence.begin, sentence.end) < 0;
  }

  void become_subject(const Mention& name, std::uint32_t verb) {
    at(name.head).head = static_cast<std::int32_t>(verb);
    at(name.head).deprel = dependent(verb, "aux:pass", name.tokens.end, verb) >= 0 ? "nsubj:pass" : "nsubj";
  }

  /// *both Acme Design and Brenta Systems*, parsed as one compound: two names with *and* between them are coordinate.
  void attach_coordinate(const Mention& first) {
    const std::uint32_t conjunction = first.tokens.end;
    if (conjunction + 1 >= d_.tokens.size() || at(conjunction).upos != Upos::CCONJ ||
        !same_sentence(first.head, conjunction + 1) || named_[conjunction + 1] < 0)
      return;
    const Mention& second = d_.mentions[static_cast<std::size_t>(named_[conjunction + 1])];
    if (second.tokens.begin != conjunction + 1) return;
    const auto hangs_in = [&](Span from, Span to, bool conjunct) {
      for (std::uint32_t t = from.begin; t < from.end; ++t) {
        if (at(t).head >= 0 && to.contains(static_cast<std::uint32_t>(at(t).head)) && is(at(t), "conj") == conjunct)
          return true;
      }
      return false;
    };
    if (!hangs_in(first.tokens, second.tokens, false) && !hangs_in(second.tokens, first.tokens, false)) return;
    const Span both{first.tokens.begin, second.tokens.end};
    std::int32_t outer = -1;
    for (std::uint32_t t = both.begin; t < both.end; ++t) {
      if (at(t).head >= 0 && both.contains(static_cast<std::uint32_t>(at(t).head))) continue;
      if (outer >= 0 && t != conjunction) return;  // two places in the tree: nothing to tell them by
      if (t != conjunction) outer = static_cast<std::int32_t>(t);
    }
    if (outer < 0) return;
    const auto top = static_cast<std::uint32_t>(outer);
    const std::int32_t above = at(top).head;
    const std::string relation = at(top).deprel;
    const Span sentence = d_.sentences[d_.sentence_of(top)].tokens;
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
      const bool below = at(t).head >= 0 && both.contains(static_cast<std::uint32_t>(at(t).head));
      if (!both.contains(t) && below)
        at(t).head = static_cast<std::int32_t>(t > both.end ? second.head : first.head);
      else if (both.contains(t) && t != first.head && t != second.head && t != conjunction) {
        at(t).head = static_cast<std::int32_t>(first.tokens.contains(t) ? first.head : second.head);
        at(t).deprel = "compound";
      }
    }
    at(first.head).head = above;
    at(first.head).deprel = relation;
    at(second.head).head = static_cast<std::int32_t>(first.head);
    at(second.head).deprel = "conj";
    at(conjunction).head = static_cast<std::int32_t>(second.head);
    at(conjunction).deprel = "cc";
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

  bool names_role(std::uint32_t noun) { return extract::names_role(ontology_, text::lower(at(noun).lemma)); }

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
};

}  // namespace

void repair_names(Document& document, const Ontology& ontology) {
  NameRepairs(document, ontology).run();
}

}  // namespace triplewright::extract
