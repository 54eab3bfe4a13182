#include "extract/places.h"

#include <optional>

namespace triplewright::extract {

namespace {

/// The name of a thing that begins at this token.
std::optional<End> name_from(const Context& x, std::uint32_t t) {
  if (t >= x.document.tokens.size()) return std::nullopt;
  const std::int32_t m = x.resolver.mention_at(t);
  if (m < 0) return std::nullopt;
  const Mention& mention = x.document.mentions[static_cast<std::size_t>(m)];
  if (mention.kind != MentionKind::Named || mention.entity < 0 || mention.tokens.begin != t) return std::nullopt;
  return x.resolver.entity(static_cast<std::uint32_t>(mention.entity), mention.tokens);
}

/// True when the lexicon has it that the first may lie in the second: a town in a region, a region in a country.
bool may_lie_in(const Context& x, const End& place, const End& whole) {
  for (const LexicalEntry* entry : x.ontology.entries(kPlaceInPlace, PartOfSpeech::Preposition)) {
    for (const Sense& sense : entry->senses) {
      if (x.ontology.any_is_a(place.classes, sense.subject_classes) &&
          x.ontology.any_is_a(whole.classes, sense.object_classes) &&
          !x.ontology.any_is_a(place.classes, sense.object_classes))
        return true;
    }
  }
  return false;
}

bool is_comma(const Context& x, std::uint32_t t) {
  return t < x.document.tokens.size() && x.document.form(t) == ",";
}

/// The county of *Kiel, Norshire, Norland*: an unknown place that lies in what follows; of a list another may be meant.
bool lies_between(const Context& x, const End& place) {
  const std::uint32_t comma = place.argument.tokens.end;
  if (place.argument.kind != Argument::Kind::Entity || x.document.entities[place.argument.index].in_base ||
      !is_comma(x, comma))
    return false;
  const std::optional<End> whole = name_from(x, comma + 1);
  return whole && may_lie_in(x, place, *whole);
}

/// True for a place that the entity base has and puts nowhere: a continent, a sea.
bool lies_nowhere(const Context& x, const End& place) {
  if (place.argument.kind != Argument::Kind::Entity) return false;
  const EntityBase& base = x.resolver.base();
  const std::int64_t found = base.find(x.document.entities[place.argument.index].iri);
  return found >= 0 && base.record(static_cast<std::uint32_t>(found)).facts.empty();
}

}  // namespace

std::vector<End> containing_places(const Context& x, Span place) {
  std::vector<End> line;  // the place, then what it lies in
  std::uint32_t at = place.end;
  if (std::optional<End> first = place.empty() ? std::nullopt : name_from(x, place.begin)) line.push_back(*first);
  while (!line.empty() && is_comma(x, at)) {
    std::optional<End> next = name_from(x, at + 1);
    if (!next || (!may_lie_in(x, line.back(), *next) && !(line.size() == 1 && lies_between(x, *next)))) break;
    at = next->argument.tokens.end;
    line.push_back(std::move(*next));
  }
  if (line.size() < 2) return {};
  // *Tokyo, Korea and China*, *Africa, Brazil and the Gulf*: a list that begins with a city or a continent
  std::uint32_t after = at;
  const auto joins = [&](std::uint32_t t) {
    const Upos upos = x.tree.token(t).upos;
    const bool after_and = t > at && x.tree.token(t - 1).upos == Upos::CCONJ;
    return is_comma(x, t) || upos == Upos::CCONJ || (after_and && upos == Upos::DET);
  };
  while (after < x.document.tokens.size() && joins(after)) ++after;
  const std::optional<End> other = after > at ? name_from(x, after) : std::nullopt;
  const End& inner = line[line.size() - 2];
  if (other && (may_lie_in(x, inner, *other) || lies_nowhere(x, inner))) return {};
  line.erase(line.begin());
  return line;
}

}  // namespace triplewright::extract
