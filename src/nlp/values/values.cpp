#include "nlp/values/values.h"

#include <algorithm>
#include <string>

#include "nlp/values/quantities.h"
#include "nlp/values/times.h"

namespace triplewright::nlp {
namespace {

using values::Atom;
using values::Context;

// A sentence that speaks of what is to come: a bare "in May" or "on Friday" is then the next one.
bool speaks_of_future(const std::vector<Atom>& atoms) {
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    const std::string& t = atoms[i].text;
    if (t == "will" || t == "ll" || t == "shall" || t == "upcoming" || t == "scheduled" || t == "slated") return true;
    const bool to_follows = i + 1 < atoms.size() && atoms[i + 1].text == "to";
    if (to_follows && (t == "expected" || t == "expects" || t == "plans" || t == "planned" || t == "due" ||
                       t == "set" || t == "aims" || t == "intends" || t == "hopes" || t == "likely" || t == "going")) {
      return true;
    }
  }
  return false;
}

bool speaks_of_renminbi(std::string_view text) {
  for (const std::string_view word : {"yuan", "RMB", "renminbi", "Chinese", "China", "Beijing"}) {
    if (text.find(word) != std::string_view::npos) {
      return text.find("yen") == std::string_view::npos && text.find("Japan") == std::string_view::npos;
    }
  }
  return false;
}

// Only these can begin a value.
bool may_begin(const Atom& a) {
  return a.kind == values::AtomKind::Number || a.word != nullptr;
}

LocatedValue make(const Context& c, std::string_view text, std::uint32_t offset, Value value, std::size_t begin,
                  std::size_t end, std::size_t core_begin, std::size_t core_end) {
  LocatedValue v;
  v.bytes = {c.atoms[begin].bytes.begin, c.atoms[end - 1].bytes.end};
  v.core = {c.atoms[core_begin].bytes.begin, c.atoms[core_end - 1].bytes.end};
  v.value = std::move(value);
  v.value.text = text.substr(v.bytes.begin - offset, v.bytes.size());
  return v;
}

// The leftmost, longest values of a sentence. `text` is what atoms' offsets count in, less `offset`.
std::vector<LocatedValue> scan(const Context& c, std::string_view text, std::uint32_t offset) {
  std::vector<LocatedValue> found;
  std::size_t i = 0;
  while (i < c.size()) {
    if (!may_begin(c.atoms[i])) {
      ++i;
      continue;
    }
    const std::optional<values::TimeMatch> time = values::time_at(c, i);
    const std::optional<values::QuantityMatch> quantity = values::quantity_at(c, i);
    if (time && time->end > i && (!quantity || time->end >= quantity->end)) {
      if (!time->nothing) {
        Value v;
        v.kind = ValueKind::Time;
        v.bound = time->bound;
        v.begin = time->from;
        v.end = time->to;
        v.resolved = time->resolved;
        found.push_back(
            make(c, text, offset, std::move(v), time->begin, time->end, std::max(time->begin, time->core), time->end));
      }
      i = time->end;
    } else if (quantity && quantity->end > i) {
      if (!quantity->nothing) {
        found.push_back(make(c, text, offset, quantity->value, quantity->begin, quantity->end, quantity->core_begin,
                             quantity->core_end));
      }
      i = quantity->end;
    } else {
      ++i;
    }
  }
  return found;
}

/// *Jo Doe (1901–1970)*: no span of time but two dates, where they end the parentheses after the name of a person.
bool add_life(Document& document, const Value& range, const Sentence& sentence) {
  const Span tokens = range.tokens;
  if (range.kind != ValueKind::Time || range.bound != Bound::Between || tokens.end >= sentence.tokens.end ||
      document.form(tokens.end) != ")")
    return false;
  std::uint32_t open = tokens.begin;
  while (open > sentence.tokens.begin && document.form(open) != "(" && document.form(open) != ")") --open;
  if (document.form(open) != "(" || open == 0) return false;
  const std::uint32_t before = document.form(open - 1) == "," ? open - 1 : open;
  const bool of_person = std::any_of(document.mentions.begin(), document.mentions.end(), [&](const Mention& mention) {
    return mention.type == NameType::Person && mention.tokens.end == before;
  });
  if (!of_person) return false;
  std::vector<Value> dates;
  for (std::uint32_t t = tokens.begin + 1; t + 1 < tokens.end; ++t) {
    const std::string_view form = document.form(t);
    if (form != "-" && form != "–" && form != "—") continue;
    for (const Span half : {Span{tokens.begin, t}, Span{t + 1, tokens.end}}) {
      std::vector<LocatedValue> found = find_values_in_text(document.text(half), document.article.published);
      if (found.size() != 1 || found.front().value.kind != ValueKind::Time) return false;
      dates.push_back(std::move(found.front().value));
      dates.back().tokens = half;
    }
    break;
  }
  document.values.insert(document.values.end(), dates.begin(), dates.end());
  return !dates.empty();
}

}  // namespace

std::vector<LocatedValue> find_values_in_text(std::string_view text, std::string_view published) {
  const std::vector<Atom> atoms = values::atoms_of(text);
  const Context c{atoms, values::parse_date(published), speaks_of_future(atoms), speaks_of_renminbi(text)};
  return scan(c, text, 0);
}

void find_values(Document& document) {
  document.values.clear();
  const std::optional<values::Days> reference = values::parse_date(document.article.published);
  const bool renminbi = speaks_of_renminbi(document.article.text);
  for (const Sentence& sentence : document.sentences) {
    if (sentence.tokens.empty()) continue;
    const Span bytes = document.bytes(sentence.tokens);
    const std::string_view text = std::string_view(document.article.text).substr(bytes.begin, bytes.size());
    std::vector<Atom> atoms = values::atoms_of(text, bytes.begin);
    std::uint32_t t = sentence.tokens.begin;
    for (Atom& a : atoms) {
      while (t + 1 < sentence.tokens.end && document.tokens[t].span.end <= a.bytes.begin) ++t;
      a.token = t;
      a.upos = document.tokens[t].upos;
      const std::string& relation = document.tokens[t].deprel;
      a.counts = relation.empty() || relation.starts_with("nummod") || relation == "compound" || relation == "amod" ||
                 relation == "flat" || relation == "advmod";
    }
    const Context c{atoms, reference, speaks_of_future(atoms), renminbi};
    t = sentence.tokens.begin;
    for (LocatedValue& v : scan(c, text, bytes.begin)) {
      while (t + 1 < sentence.tokens.end && document.tokens[t].span.end <= v.bytes.begin) ++t;
      std::uint32_t end = t;
      while (end < sentence.tokens.end && document.tokens[end].span.begin < v.bytes.end) ++end;
      v.value.tokens = {t, std::max(end, t + 1)};
      if (!add_life(document, v.value, sentence)) document.values.push_back(std::move(v.value));
    }
  }
}

}  // namespace triplewright::nlp
