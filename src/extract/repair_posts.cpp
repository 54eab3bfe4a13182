#include <algorithm>
#include <string>
#include <string_view>

#include "extract/entry_words.h"
#include "extract/operators.h"
#include "extract/repair_pass.h"
#include "extract/vocabulary.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

/// *Acme named Jo Doe chief executive*: the post is what the verb makes of its object.
class PostRepairs : RepairPass {
 public:
  PostRepairs(Document& document, const Ontology& ontology) : RepairPass(document, ontology) {}

  void run() {
    for (const Mention& m : d_.mentions) {
      if (m.kind != MentionKind::Named || m.tokens.begin == 0) continue;
      join_titles(m.head, m.tokens.begin - 1);
      if (m.tokens.end >= d_.tokens.size()) continue;
      if (!same_sentence(m.tokens.begin - 1, m.tokens.end) || !gives_post(m.tokens.begin - 1)) continue;
      const std::uint32_t post = post_after(m.tokens.end);
      if (post == m.tokens.end) continue;
      attach(m, m.tokens.begin - 1, post - 1);
    }
    for (std::uint32_t t = 0; t < d_.tokens.size(); ++t) join_posts(t);
  }

 private:
  /// *Acme founder and CEO Jo Doe*, taken for a founder and somebody else: the titles are joined, the name is theirs.
  void join_titles(std::uint32_t name, std::uint32_t title) {
    const std::int32_t up = at(name).head;
    if (!is(at(name), "conj") || up < 0 || up >= static_cast<std::int32_t>(title)) return;
    const auto first = static_cast<std::uint32_t>(up);
    // *the president and visiting leader X* are two
    if (at(title).head != static_cast<std::int32_t>(name) || !is_role(first) || !word_before(first, "det").empty())
      return;
    const std::int32_t conjunction = dependent(name, "cc", first, title);
    if (conjunction < 0) return;
    at(static_cast<std::uint32_t>(conjunction)).head = static_cast<std::int32_t>(title);
    at(title).head = up;
    at(title).deprel = "conj";
    at(name).deprel = "appos";
  }

  [[nodiscard]] bool is_role(std::uint32_t t) const {
    return d_.tokens[t].upos == Upos::NOUN && named_[t] < 0 && names_role(ontology_, text::lower(d_.tokens[t].lemma));
  }

  [[nodiscard]] std::string_view word_before(std::uint32_t t, std::string_view relation) const {
    const Span sentence = d_.sentences[d_.sentence_of(t)].tokens;
    const std::int32_t word = dependent(t, relation, sentence.begin, t);
    return word < 0 ? std::string_view() : d_.form(static_cast<std::uint32_t>(word));
  }

  /// *a degree from Acme and a PhD from Zelt*: two things, each with its phrase.
  [[nodiscard]] bool is_parallel(std::uint32_t phrase, std::uint32_t second) const {
    const Token& first = d_.tokens[phrase];
    if (named_[phrase] < 0 || !is(first, "nmod") || first.head < 0) return false;
    const std::string_view preposition = word_before(phrase, "case");
    const auto indefinite = [&](std::uint32_t t) {
      const std::string_view article = word_before(t, "det");
      return article == "a" || article == "an";
    };
    if (preposition.empty() || !indefinite(second) || !indefinite(static_cast<std::uint32_t>(first.head))) return false;
    const Span sentence = d_.sentences[d_.sentence_of(second)].tokens;
    const std::int32_t own = dependent(second, "nmod", second, sentence.end);
    return own >= 0 && word_before(static_cast<std::uint32_t>(own), "case") == preposition;
  }

  /// *publisher of the Post and chief executive of Acme*: of one person, not of the Post and a chief executive.
  void join_posts(std::uint32_t second) {
    if (!is(at(second), "conj") || at(second).head < 0 || is_plural(second)) return;
    auto up = static_cast<std::uint32_t>(at(second).head);
    if (is_parallel(up, second)) at(second).head = at(up).head;
    if (!is_role(second) || is_role(up)) return;
    for (int steps = 0; steps < 3 && (is(at(up), "nmod") || is(at(up), "obl")) && at(up).head >= 0; ++steps) {
      up = static_cast<std::uint32_t>(at(up).head);
      if (!is_role(up)) continue;
      if (!is_plural(up)) at(second).head = static_cast<std::int32_t>(up);
      return;
    }
  }

  [[nodiscard]] static bool has_role(const Sense& sense, Function filler) {
    return sense.kind == Sense::Kind::Property &&
           std::any_of(sense.roles.begin(), sense.roles.end(), [&](const Sense::Role& role) {
             return is_tw(role.property, "role") &&
                    std::any_of(role.arguments.begin(), role.arguments.end(),
                                [&](const SyntacticArgument& a) { return a.function == filler; });
           });
  }

  /// A verb whose object gets a post by it: *named*, *appointed*.
  [[nodiscard]] bool gives_post(std::uint32_t verb) const {
    if (d_.tokens[verb].upos != Upos::VERB) return false;
    for (const LexicalEntry* entry : ontology_.entries(text::lower(d_.tokens[verb].lemma), PartOfSpeech::Verb)) {
      for (const Sense& sense : entry->senses) {
        if (has_role(sense, Function::Complement)) return true;
      }
    }
    return false;
  }

  /// A noun that says by itself what somebody is: *president*, *chief executive*.
  [[nodiscard]] static bool is_post(const LexicalEntry& entry) {
    return std::any_of(entry.senses.begin(), entry.senses.end(), [](const Sense& sense) {
      const bool self = sense.subject.size() == 1 && sense.subject.front().function == Function::Self;
      return sense.kind == Sense::Kind::Property && self;
    });
  }

  /// The end of the post whose words begin here, or `begin`.
  [[nodiscard]] std::uint32_t post_after(std::uint32_t begin) const {
    constexpr std::uint32_t kLongest = 5;
    const std::uint32_t end = std::min({static_cast<std::uint32_t>(d_.tokens.size()), begin + kLongest,
                                        d_.sentences[d_.sentence_of(begin)].tokens.end});
    std::uint32_t found = begin;
    for (std::uint32_t t = begin; t < end; ++t) {
      const Upos upos = d_.tokens[t].upos;
      if (named_[t] >= 0 || (upos != Upos::NOUN && upos != Upos::ADJ && upos != Upos::PROPN && d_.form(t) != "-"))
        break;
      for (const LexicalEntry* entry : ontology_.entries(text::lower(d_.tokens[t].lemma), PartOfSpeech::Noun)) {
        if (is_post(*entry) && entry->lemmas.size() <= t - begin + 1 && words_end_at(d_, t, entry->lemmas))
          found = t + 1;
      }
    }
    return found;
  }

  void attach(const Mention& name, std::uint32_t verb, std::uint32_t post) {
    make_main_clause(verb);
    at(name.head).head = static_cast<std::int32_t>(verb);
    at(name.head).deprel = "obj";
    at(post).head = static_cast<std::int32_t>(verb);
    at(post).deprel = "xcomp";
    at(post).upos = Upos::NOUN;
    at(post).xpos = "NN";
    for (std::uint32_t t = name.tokens.end; t < post; ++t) {
      at(t).head = static_cast<std::int32_t>(post);
      if (!is(at(t), "punct")) at(t).deprel = "compound";
    }
  }

  /// *Acme named Jo Doe president*, parsed as a noun and a participle: nothing else is the verb of the sentence.
  void make_main_clause(std::uint32_t verb) {
    if (at(verb).deprel != "acl" || at(verb).xpos == "VBG") return;
    const Span sentence = d_.sentences[d_.sentence_of(verb)].tokens;
    std::uint32_t root = sentence.begin;
    while (root < sentence.end && at(root).head >= 0) ++root;
    if (root >= verb || at(root).upos == Upos::VERB || dependent(root, "cop", sentence.begin, sentence.end) >= 0)
      return;
    at(verb).head = -1;
    at(verb).deprel = "root";
    at(verb).xpos = "VBD";
    at(root).head = static_cast<std::int32_t>(verb);
    at(root).deprel = "nsubj";
    for (std::uint32_t t = root + 1; t < sentence.end; ++t) {
      if (at(t).head != static_cast<std::int32_t>(root)) continue;
      if (t > verb || (is(at(t), "nmod") && has_case(t))) at(t).head = static_cast<std::int32_t>(verb);
      if (is(at(t), "nmod")) at(t).deprel = "obl";
    }
  }
};

}  // namespace

void repair_posts(Document& document, const Ontology& ontology) {
  PostRepairs(document, ontology).run();
}

}  // namespace triplewright::extract
