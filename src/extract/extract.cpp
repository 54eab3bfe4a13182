#include "extract/extract.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "extract/confidence.h"
#include "extract/frames.h"
#include "extract/lookup.h"
#include "extract/open_relations.h"
#include "extract/repair.h"

namespace triplewright::extract {

namespace {

/// Below this a claim is noise, whatever confidence its reader asks for.
constexpr double kLeast = 0.3;

using EndKey = std::tuple<int, std::uint32_t, std::string, std::string>;

EndKey key(const Argument& a) {
  return {static_cast<int>(a.kind), a.index, a.iri, a.text};
}

bool is_analysed(const Document& document, const Sentence& sentence) {
  if (sentence.block >= document.article.blocks.size()) return true;
  switch (document.article.blocks[sentence.block].kind) {
    case BlockKind::Title:
    case BlockKind::Heading:
    case BlockKind::Paragraph:
    case BlockKind::ListItem:
    case BlockKind::Quote:
      return true;
    default:
      return false;
  }
}

/// How likely a sense is meant. Of a property and one above it (*targets*, *restricts*), the narrower is said of a kind
/// of things, the broader of a thing.
double preference(const Context& x, const Candidate& c) {
  const OntologyProperty* property = x.ontology.find_property(c.claim.property);
  const Argument& o = c.claim.object;
  const bool category = o.kind == Argument::Kind::Entity && x.document.entities[o.index].kind == EntityKind::Concept;
  const double depth = property != nullptr ? static_cast<double>(property->ancestors.size()) : 0;
  return c.weight - 0.3 * c.cost + (category ? 0.01 : -0.01) * depth;
}

/// Of several senses of one predicate that relate the same two things, the one meant most likely.
void choose_senses(const Context& x, std::vector<Candidate>& found) {
  std::stable_sort(found.begin(), found.end(),
                   [&](const Candidate& a, const Candidate& b) { return preference(x, a) > preference(x, b); });
  std::vector<Candidate> kept;
  for (Candidate& c : found) {
    const EndKey s = key(c.claim.subject);
    const EndKey o = key(c.claim.object);
    const bool taken = std::any_of(kept.begin(), kept.end(), [&](const Candidate& k) {
      return (key(k.claim.subject) == s && key(k.claim.object) == o) ||
             (key(k.claim.subject) == o && key(k.claim.object) == s);
    });
    if (!taken) kept.push_back(std::move(c));
  }
  found = std::move(kept);
}

/// *its best-selling car*, *long-delayed talks*: one adjective in several tokens, which tells of no sale.
bool is_end_of_adjective(const Context& x, std::uint32_t t) {
  if (t < 2 || !x.tree.is_verb(t) || x.document.form(t - 1) != "-" || x.document.tokens[t - 2].space_after)
    return false;
  const Token& first = x.tree.token(t - 2);
  const char initial = x.document.form(t - 2).front();  // *Turkish-backed*
  return initial >= 'a' && initial <= 'z' && (first.upos == Upos::ADV || first.upos == Upos::ADJ);
}

/// *2.61 dollars per share*: what a figure is measured by.
bool is_unit(const Context& x, std::uint32_t t) {
  if (t == 0 || x.tree.token(t).upos != Upos::NOUN || x.resolver.value_at(t) < 0) return false;
  const std::string& before = x.tree.token(t - 1).lemma;
  return before == "per" || before == "a" || before == "each";
}

void extract_token(const Context& x, std::uint32_t t, std::vector<Candidate>& out) {
  std::vector<Candidate> found;
  if (is_end_of_adjective(x, t) || is_unit(x, t)) return;
  for (const EntryMatch& match : entries_at(x, t)) {
    match_frames(x, t, match, found);
    match_evoked(x, t, match, found);
  }
  choose_senses(x, found);
  if (x.options.open_relations && found.empty()) {
    const Upos upos = x.tree.token(t).upos;
    if (upos == Upos::VERB && x.tree.is_verb(t)) match_open(x, t, found);
    if (upos == Upos::NOUN) match_open_noun(x, t, found);
  }
  for (Candidate& c : found) {
    c.claim.evidence.confidence = confidence(x, c);
    if (c.claim.evidence.confidence < kLeast) {
      x.drop(t, c.claim.evidence.lexical_entry, "unlikely", c.claim.property);
      continue;
    }
    out.push_back(std::move(c));
  }
}

/// One claim a sentence for the same content: the one that is surest; its twins' qualifiers are kept when it has none.
std::vector<Claim> unite(std::vector<Candidate> found) {
  std::vector<Claim> claims;
  std::map<std::tuple<std::uint32_t, EndKey, std::string, EndKey>, std::size_t> index;
  for (Candidate& c : found) {
    const auto id = std::tuple(c.claim.evidence.sentence, key(c.claim.subject), c.claim.property, key(c.claim.object));
    const auto [at, fresh] = index.try_emplace(id, claims.size());
    if (fresh) {
      claims.push_back(std::move(c.claim));
      continue;
    }
    Claim& kept = claims[at->second];
    // Of two ways to say it, a fact before an intention (*controls designed to curb*).
    const auto is_fact = [](const Claim& k) {
      return k.evidence.factuality == Factuality::Asserted || k.evidence.factuality == Factuality::Reported;
    };
    if (is_fact(kept) != is_fact(c.claim) && kept.evidence.factuality != Factuality::Denied &&
        c.claim.evidence.factuality != Factuality::Denied) {
      if (is_fact(c.claim)) kept = std::move(c.claim);
      continue;
    }
    if (kept.qualifiers.empty() != c.claim.qualifiers.empty() ? kept.qualifiers.empty()
                                                              : c.claim.evidence.confidence > kept.evidence.confidence)
      kept = std::move(c.claim);
  }
  return claims;
}

}  // namespace

std::vector<Claim> extract_claims(const Document& analysed, const Ontology& ontology, const EntityBase& entities,
                                  const ExtractOptions& options, std::vector<Dropped>* dropped) {
  const Document document = repair_trees(analysed, ontology);
  Context x(document, ontology, entities, options);
  x.dropped = dropped;
  std::vector<Candidate> found;
  for (const Sentence& sentence : document.sentences) {
    if (!is_analysed(document, sentence)) continue;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) extract_token(x, t, found);
  }
  return unite(std::move(found));
}

}  // namespace triplewright::extract
