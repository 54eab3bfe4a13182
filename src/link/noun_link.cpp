#include "link/noun_link.h"

#include <algorithm>
#include <array>

#include "link/nominals.h"

namespace triplewright::link {

namespace {

constexpr std::array<std::string_view, 8> kNamingVerbs = {"know",  "call",  "name",     "dub",
                                                          "brand", "label", "codename", "nickname"};

class Relation {
 public:
  Relation(const Document& document, const text::Syntax& syntax, const Kinds& kinds, const Mention& name,
           const Mention& nominal, Kind kind)
      : document_(document),
        syntax_(syntax),
        ontology_(kinds.ontology()),
        name_(name),
        nominal_(nominal),
        h_(name.head),
        n_(nominal.head),
        kind_(kind),
        noun_kind_(kinds.kind_of(nominal.classes)),
        plural_(syntax.has_feature(nominal.head, "Number=Plur")) {}

  [[nodiscard]] NounLink link() const {
    if (is_member()) return NounLink::Member;
    if (head(h_) == n_ || head(n_) == h_) {
      const std::uint32_t below = head(h_) == n_ ? h_ : n_;
      if (syntax_.relation(below) == "appos" && compatible()) return plural_ ? NounLink::Member : NounLink::Same;
      if (below == h_ && syntax_.relation(h_) == "nsubj" && is_predicate()) return NounLink::Same;
    }
    if (is_title_before() || is_title_with_phrase() || is_thing_after() || is_apposition_by_comma() || is_naming())
      return NounLink::Same;
    return NounLink::None;
  }

 private:
  [[nodiscard]] std::int64_t head(std::uint32_t t) const { return document_.tokens[t].head; }
  [[nodiscard]] bool compatible() const {
    return kind_ == Kind::Other || noun_kind_ == Kind::Other || kind_ == noun_kind_;
  }

  // "chipmakers such as X and Y", "companies like X", "firms including X", "X and other firms"
  [[nodiscard]] bool is_member() const {
    const std::uint32_t first = syntax_.first_conjunct(h_);
    if (head(first) == n_ && (syntax_.relation(first) == "nmod" || syntax_.relation(first) == "obl")) {
      const std::string preposition = syntax_.preposition(first);
      // "acquisitions including Pixar": no company is an act
      if (preposition == "such as" || preposition == "like" || preposition == "including")
        return noun_kind_ != Kind::Event || compatible();
    }
    if (!plural_ || syntax_.relation(n_) != "conj" || head(n_) != h_) return false;
    const auto children = syntax_.children(n_);
    return std::any_of(children.begin(), children.end(),
                       [this](std::uint32_t c) { return syntax_.lower(c) == "other"; });
  }

  [[nodiscard]] bool is_predicate() const {
    const auto children = syntax_.children(n_);
    const bool negated = std::any_of(children.begin(), children.end(),
                                     [this](std::uint32_t c) { return syntax_.has_feature(c, "Polarity=Neg"); });
    return compatible() && !negated && !plural_ && syntax_.child(n_, "cop") >= 0;
  }

  // "chipmaker SMIC", whatever the parse says; people also have titles of other words.
  [[nodiscard]] bool is_title_before() const {
    return nominal_.tokens.end == name_.tokens.begin && !plural_ && compatible() && noun_kind_ != Kind::Offering &&
           noun_kind_ != Kind::Other;
  }

  // "President of Ukraine Volodymyr Zelenskyy": a phrase with "of" stands between the title and the name.
  [[nodiscard]] bool is_title_with_phrase() const {
    constexpr std::uint32_t kLongest = 7;
    if (kind_ != Kind::Person || noun_kind_ != Kind::Person || plural_) return false;
    if (n_ + 2 >= name_.tokens.begin || name_.tokens.begin - n_ > kLongest || syntax_.lower(n_ + 1) != "of")
      return false;
    for (std::uint32_t t = n_ + 2; t < name_.tokens.begin; ++t) {
      const Upos upos = document_.tokens[t].upos;
      if (upos != Upos::PROPN && upos != Upos::NOUN && upos != Upos::ADJ && upos != Upos::DET && upos != Upos::ADP &&
          document_.form(t) != "'s")
        return false;
    }
    return document_.tokens[name_.tokens.begin - 1].upos == Upos::PROPN;
  }

  // "Ascend chips", "Mate 60 smartphone"; not "Apple supplier" or "Nvidia chips".
  [[nodiscard]] bool is_thing_after() const {
    const bool thing = noun_kind_ == Kind::Offering || noun_kind_ == Kind::Event;
    if (!thing || (kind_ != noun_kind_ && kind_ != Kind::Other) || name_.tokens.end > n_) return false;
    if (head(h_) == n_) {
      const std::string_view relation = syntax_.relation(h_);
      const bool bare = document_.tokens[h_].deprel != "nmod:poss" && syntax_.child(h_, "case") < 0;
      if (bare && (relation == "compound" || relation == "flat" || relation == "nmod" || relation == "nummod"))
        return true;
    }
    return kind_ == noun_kind_ && name_.tokens.end == matched_begin(document_, ontology_, n_);
  }

  // "Baidu, another search giant," where the parse made something else of it.
  [[nodiscard]] bool is_apposition_by_comma() const {
    const std::uint32_t comma = name_.tokens.end;
    if (plural_ || kind_ == Kind::Other || kind_ != noun_kind_ || comma + 1 >= n_ || document_.form(comma) != ",")
      return false;
    const std::string det = determiner(syntax_, n_);
    if (det != "the" && det != "a" && det != "an" && det != "another") return false;
    if (comma + 2 != nominal_.tokens.begin) return false;
    const std::string_view relation = syntax_.relation(n_);
    return relation == "appos" || relation == "conj" || relation == "parataxis" || relation == "dep" ||
           relation == "nmod" || relation == "list";
  }

  // "a chip known as Ascend", "a model called Qwen"
  [[nodiscard]] bool is_naming() const {
    const std::int64_t verb = head(h_);
    if (verb < 0 || head(static_cast<std::uint32_t>(verb)) != n_ || !compatible()) return false;
    const auto v = static_cast<std::uint32_t>(verb);
    const bool names =
        std::find(kNamingVerbs.begin(), kNamingVerbs.end(), document_.tokens[v].lemma) != kNamingVerbs.end();
    if (!names || syntax_.relation(v) != "acl" || h_ < v) return false;
    const std::string preposition = syntax_.preposition(h_);
    return preposition.empty() || preposition == "as";
  }

  const Document& document_;
  const text::Syntax& syntax_;
  const Ontology& ontology_;
  const Mention& name_;
  const Mention& nominal_;
  std::uint32_t h_, n_;
  Kind kind_, noun_kind_;
  bool plural_;
};

}  // namespace

std::vector<std::int32_t> nominal_heads(const Document& document) {
  std::vector<std::int32_t> out(document.tokens.size(), -1);
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    if (document.mentions[i].kind == MentionKind::Nominal)
      out[document.mentions[i].head] = static_cast<std::int32_t>(i);
  }
  return out;
}

std::vector<std::uint32_t> nominals_near(const Document& document, const text::Syntax& syntax,
                                         const std::vector<std::int32_t>& nominals, const Mention& name) {
  constexpr std::uint32_t kReach = 7;  // tokens after the name, for appositions that the parse missed
  std::vector<std::uint32_t> out;
  const auto add = [&](std::int64_t token) {
    if (token >= 0 && nominals[static_cast<std::size_t>(token)] >= 0)
      out.push_back(static_cast<std::uint32_t>(nominals[static_cast<std::size_t>(token)]));
  };
  const auto head = [&](std::int64_t token) {
    return token < 0 ? std::int64_t{-1} : std::int64_t{document.tokens[static_cast<std::size_t>(token)].head};
  };
  const std::uint32_t first = syntax.first_conjunct(name.head);
  add(head(name.head));
  add(head(head(name.head)));
  if (first != name.head) add(head(first));
  for (const std::uint32_t c : syntax.children(name.head)) add(c);
  const Span sentence = document.sentences[document.sentence_of(name.tokens.begin)].tokens;
  if (name.tokens.begin > sentence.begin) add(name.tokens.begin - 1);
  if (name.tokens.begin >= sentence.begin + 3 && document.form(name.tokens.begin - 2) == "-")
    add(name.tokens.begin - 3);  // "start-up Acme"
  for (std::uint32_t t = name.tokens.end; t < std::min(sentence.end, name.tokens.end + kReach); ++t) add(t);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

NounLink noun_link(const Document& document, const text::Syntax& syntax, const Kinds& kinds, const Mention& name,
                   const Mention& nominal, Kind kind) {
  return Relation(document, syntax, kinds, name, nominal, kind).link();
}

}  // namespace triplewright::link
