#include "extract/qualify.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "extract/amounts.h"
#include "extract/times.h"
#include "extract/vocabulary.h"
#include "extract/wording.h"

namespace triplewright::extract {

namespace {

/// *for months*: how long, not what for.
bool is_time_noun(const Context& x, std::uint32_t t) {
  constexpr std::array<std::string_view, 12> kUnits = {"moment",  "minute", "hour",  "day",  "week",   "weekend",
                                                       "quarter", "period", "month", "year", "decade", "century"};
  return std::find(kUnits.begin(), kUnits.end(), x.tree.token(t).lemma) != kUnits.end();
}

bool is_wording(std::string_view property) {
  return is_tw(property, "content") || is_tw(property, "purpose") || is_tw(property, "role") ||
         is_tw(property, "topic") || is_tw(property, "timeText");
}

bool is_time(std::string_view property) {
  return is_tw(property, "time") || is_tw(property, "begin") || is_tw(property, "end");
}

bool is_time_at(const Context& x, std::uint32_t t) {
  const std::int32_t v = x.resolver.value_at(t);
  return v >= 0 && x.document.values[static_cast<std::size_t>(v)].kind == ValueKind::Time;
}

bool add_quantity(const Context& x, std::uint32_t predicate, PartOfSpeech pos, const std::vector<Filler>& fillers,
                  const Sense::Role& role, const SyntacticArgument& argument, Claim& claim) {
  if (claim.object.kind == Argument::Kind::Value) return false;
  const std::optional<End> value = value_filler(x, predicate, pos, fillers, argument, nullptr);
  if (value) claim.qualifiers.push_back({role.property, value->argument});
  return value.has_value();
}

/// The words of a filler, for a role that takes words: the post itself, what is said, or a phrase.
std::optional<Argument> words_of(const Context& x, std::uint32_t predicate, const Filler& f, const Sense::Role& role,
                                 const std::vector<std::uint32_t>& used, const Claim& claim) {
  if (f.function == Function::Self && is_tw(role.property, "role")) {
    const bool is_object = claim.object.kind == Argument::Kind::Iri && claim.object.tokens.begin == predicate;
    if (is_object) return std::nullopt;
    return Argument{Argument::Kind::Text, 0, {}, post_wording(x, predicate, used), {predicate, predicate + 1}};
  }
  if (std::find(used.begin(), used.end(), f.token) != used.end() || is_time_at(x, f.token) || f.cost > 1)
    return std::nullopt;
  if (is_tw(role.property, "content")) {
    if (f.function == Function::Object) return std::nullopt;               // whose words only ever stand for it
    if (f.function == Function::Ccomp && f.cost > 0) return std::nullopt;  // *..., says X*
    Argument content = content_argument(x, f.token, f.token);
    return content == claim.object ? std::nullopt : std::optional(std::move(content));
  }
  if (is_tw(role.property, "purpose") && is_time_noun(x, f.token)) return std::nullopt;
  return Argument{Argument::Kind::Text, 0, {}, wording(x, f.token), x.tree.phrase(f.token, true)};
}

/// The things that a filler names, one of each conjunct.
std::vector<Argument> things_of(const Context& x, const Filler& f, const Sense::Role& role,
                                const std::vector<std::uint32_t>& used, const Claim& claim) {
  if (std::find(used.begin(), used.end(), f.token) != used.end() || is_time_at(x, f.token)) return {};
  const OntologyProperty* property = x.ontology.find_property(role.property);
  static const std::vector<std::string> anything;
  std::vector<Argument> found;
  for (const Alternatives& conjunct : x.resolver.ends(f.token)) {
    const auto end = std::find_if(conjunct.begin(), conjunct.end(), [&](const End& e) {
      return x.resolver.fits(e, property != nullptr ? property->range : anything) && e.argument != claim.subject &&
             e.argument != claim.object;
    });
    if (end != conjunct.end()) found.push_back(end->argument);
  }
  return found;
}

/// The first filler of this argument that has something for the role.
bool add_filler(const Context& x, std::uint32_t predicate, const std::vector<Filler>& fillers,
                const std::vector<std::uint32_t>& used, const Sense::Role& role, const SyntacticArgument& argument,
                Claim& claim) {
  for (const Filler& f : fillers) {
    if (f.function != argument.function || f.marker != argument.marker) continue;
    std::vector<Argument> found;
    if (is_wording(role.property)) {
      if (auto words = words_of(x, predicate, f, role, used, claim)) found.push_back(std::move(*words));
    } else {
      found = things_of(x, f, role, used, claim);
    }
    for (Argument& filler : found) claim.qualifiers.push_back({role.property, std::move(filler)});
    if (!found.empty()) return true;
  }
  return false;
}

}  // namespace

void add_times(const Context& x, std::uint32_t predicate, PartOfSpeech pos, Claim& claim) {
  const bool of_value = claim.object.kind == Argument::Kind::Value;
  if (of_value && x.document.values[claim.object.index].kind == ValueKind::Time) return;  // a date is its own time
  const std::int32_t time = time_of(x, predicate, pos, of_value ? claim.object.tokens.begin : predicate);
  if (time >= 0) claim.qualifiers.push_back({tw("time"), value_end(x, time, 0).argument});
}

void add_roles(const Context& x, std::uint32_t predicate, PartOfSpeech pos, const Sense& sense,
               const std::vector<Filler>& fillers, const std::vector<std::uint32_t>& used, Claim& claim) {
  for (const Sense::Role& role : sense.roles) {
    if (is_time(role.property)) continue;  // every clause's times are added anyway
    for (const SyntacticArgument& argument : role.arguments) {
      const bool found = is_tw(role.property, "quantity")
                             ? add_quantity(x, predicate, pos, fillers, role, argument, claim)
                             : add_filler(x, predicate, fillers, used, role, argument, claim);
      if (found) break;
    }
  }
}

void normalize_qualifiers(Claim& claim) {
  const auto key = [](const Qualifier& q) {
    return std::tuple(std::string_view(q.property), q.filler.kind, q.filler.index, std::string_view(q.filler.iri),
                      std::string_view(q.filler.text), q.filler.tokens);
  };
  std::sort(claim.qualifiers.begin(), claim.qualifiers.end(),
            [&](const Qualifier& a, const Qualifier& b) { return key(a) < key(b); });
  claim.qualifiers.erase(std::unique(claim.qualifiers.begin(), claim.qualifiers.end()), claim.qualifiers.end());
}

}  // namespace triplewright::extract
