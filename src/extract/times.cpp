#include "extract/times.h"

#include <algorithm>
#include <string>

#include "extract/amounts.h"
#include "extract/parentheses.h"

namespace triplewright::extract {

namespace {

/// The clause that a token belongs to: itself or the next predicate above it.
std::uint32_t clause_of(const Context& x, std::uint32_t t) {
  std::uint32_t at = t;
  for (int steps = 0; steps < 12; ++steps) {
    const bool predicate =
        (x.tree.is_verb(at) && !x.tree.is(at, "amod") && !x.tree.is(at, "compound")) || x.tree.is_copular(at);
    if (predicate || x.tree.head(at) == kNoToken) return at;
    at = static_cast<std::uint32_t>(x.tree.head(at));
  }
  return at;
}

/// *640 people, up from 280 a year ago*: the time of the number before it.
bool is_of_comparison(const Context& x, const Value& time) {
  return std::any_of(x.document.values.begin(), x.document.values.end(), [&](const Value& v) {
    if (v.kind == ValueKind::Time || v.tokens.end != time.tokens.begin || v.tokens.begin == 0) return false;
    const std::string& before = x.tree.token(v.tokens.begin - 1).lemma;
    return before == "from" || before == "than";
  });
}

/// *Jo Doe (1901–1970) was a painter*: dates in parentheses after somebody are of the person, not of what is said
/// outside.
bool is_of_person(const Context& x, std::uint32_t predicate, const Value& time) {
  const Span sentence = x.document.sentences[x.document.sentence_of(predicate)].tokens;
  for (std::uint32_t t = time.tokens.begin; t > sentence.begin; --t) {
    const std::optional<NameRemark> remark = name_remark(x.document, t - 1);
    if (!remark || !remark->inside.contains(time.tokens)) continue;
    const Mention& name = x.document.mentions[remark->mention];
    return name.type == NameType::Person && (predicate < name.tokens.begin || predicate >= remark->inside.end);
  }
  return false;
}

}  // namespace

std::int32_t time_of(const Context& x, std::uint32_t predicate, PartOfSpeech pos, std::uint32_t from) {
  const Span sentence = x.document.sentences[x.document.sentence_of(predicate)].tokens;
  const std::uint32_t clause = clause_of(x, predicate);
  // A title, an appositive or a possessor says something that holds beyond the clause it stands in.
  const bool own_clause = clause == predicate || pos == PartOfSpeech::Verb;
  std::int32_t best = -1;
  unsigned nearest = 100;
  for (std::size_t i = 0; i < x.document.values.size(); ++i) {
    const Value& value = x.document.values[i];
    if (value.kind != ValueKind::Time || !sentence.contains(value.tokens)) continue;
    if (is_of_person(x, predicate, value)) continue;
    const std::uint32_t head = x.tree.first_head_of(value.tokens);
    if (x.resolver.inside_name(head) && value.text.find_first_of("0123456789") == std::string::npos)
      continue;  // Jan Vos
    const std::int32_t up = x.tree.head(head);
    bool belongs = up != kNoToken && static_cast<std::uint32_t>(up) == predicate;
    if (!belongs && x.tree.dominates(predicate, head) && clause_of(x, head) == clause) belongs = true;
    if (!belongs && own_clause) {
      std::uint32_t c = clause_of(x, head);
      if (c == head && up != kNoToken) c = clause_of(x, static_cast<std::uint32_t>(up));
      std::uint32_t mine = clause;
      belongs = c == mine;
      // *plans to sell X in 2025*, and *began selling X in 2019*: what governs the predicate
      for (int steps = 0; !belongs && steps < 3 && x.tree.is(mine, "xcomp") && x.tree.head(mine) != kNoToken; ++steps) {
        mine = static_cast<std::uint32_t>(x.tree.head(mine));
        belongs = c == mine && head > predicate;
      }
    }
    const std::string preposition = x.tree.preposition(head);  // *from last year*, *last year's 3%* are comparisons
    if (!belongs || preposition == "from" || preposition == "than" || x.tree.is(head, "nmod:poss") ||
        is_of_comparison(x, value))
      continue;
    const unsigned distance = x.tree.distance(from, head);
    if (distance >= nearest) continue;
    nearest = distance;
    best = static_cast<std::int32_t>(i);
  }
  return best;
}

std::optional<End> date_filler(const Context& x, std::uint32_t predicate, PartOfSpeech pos,
                               const SyntacticArgument& argument) {
  if (argument.function == Function::Preposition) {  // *Jo Doe (1901–1970)*: from, to
    const std::optional<LifeDates> dates = life_dates(x.document, predicate);
    if (!dates || (argument.marker != "from" && argument.marker != "to")) return std::nullopt;
    return value_end(x, static_cast<std::int32_t>(argument.marker == "from" ? dates->born : dates->died), 0);
  }
  if (argument.function != Function::Value) return std::nullopt;
  const std::int32_t time = time_of(x, predicate, pos, predicate);
  if (time < 0) return std::nullopt;
  const Value& value = x.document.values[static_cast<std::size_t>(time)];
  if (!value.resolved || value.begin.empty() || value.begin != value.end) return std::nullopt;
  return value_end(x, time, 0);
}

}  // namespace triplewright::extract
