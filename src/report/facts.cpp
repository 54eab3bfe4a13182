#include "report/facts.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <unordered_map>

#include "report/describe.h"
#include "report/subjects.h"
#include "report/vocabulary.h"
#include "triplewright/claim.h"

namespace triplewright::report {

namespace {

using Ids = std::unordered_map<std::string_view, std::uint32_t>;

std::uint32_t number(std::string_view digits) {
  std::uint32_t n = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), n);
  return n;
}

/// The range of an IRI "ARTICLE#char=begin,end" (RFC 5147).
Place place_of(std::string_view iri) {
  const std::size_t at = iri.rfind("#char=");
  if (at == std::string_view::npos) return {};
  const std::string_view range = iri.substr(at + 6);
  const std::size_t comma = range.find(',');
  if (comma == std::string_view::npos) return {};
  const Place place{number(range.substr(0, comma)), number(range.substr(comma + 1))};
  return place.begin < place.end ? place : Place{};
}

class FactReader {
 public:
  FactReader(const Graph& graph, const Ontology& ontology)
      : subjects_(graph), ontology_(ontology), claimed_(claimed_properties(subjects_, ontology)) {
    facts_.triples = graph.size();
  }

  Facts read() {
    number_things();
    for (const auto& [iri, id] : ordered(articles_)) read_article(iri, id);
    for (const auto& [iri, id] : ordered(statements_)) read_statement(iri, id);
    for (const auto& [iri, id] : ordered(evidence_)) read_evidence(iri, id);
    // Describing an entity may bring in its categories, so the number of entities may grow while this runs.
    for (std::uint32_t id = 0; id < facts_.entities.size(); ++id) describe_entity(id);
    drop_what_nothing_says();
    return std::move(facts_);
  }

 private:
  static std::vector<std::pair<std::string_view, std::uint32_t>> ordered(const Ids& ids) {
    std::vector<std::pair<std::string_view, std::uint32_t>> out(ids.begin(), ids.end());
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return out;
  }

  void number_things() {
    for (const auto& [subject, quads] : subjects_.all()) {
      for (const Term* type : subjects_.objects(subject, iri_of(kRdf, "type"))) {
        if (is_term(type->value(), kSchema, "NewsArticle")) add(articles_, subject);
        if (is_term(type->value(), kRdf, "Statement")) add(statements_, subject);
        if (is_term(type->value(), kTw, "Evidence")) add(evidence_, subject);
      }
    }
    facts_.articles.resize(articles_.size());
    facts_.statements.resize(statements_.size());
    facts_.evidence.resize(evidence_.size());
  }

  static void add(Ids& ids, std::string_view iri) { ids.emplace(iri, static_cast<std::uint32_t>(ids.size())); }

  static std::uint32_t find(const Ids& ids, std::string_view iri) {
    const auto found = ids.find(iri);
    return found == ids.end() ? kNone : found->second;
  }

  std::string_view text(std::string_view subject, std::string_view name_space, std::string_view name) const {
    const Term* term = subjects_.object(subject, iri_of(name_space, name));
    return term == nullptr ? std::string_view() : std::string_view(term->value());
  }

  std::uint32_t entity(std::string_view iri) {
    const auto [it, fresh] = entities_.emplace(iri, static_cast<std::uint32_t>(facts_.entities.size()));
    if (fresh) facts_.entities.emplace_back().iri = iri;
    return it->second;
  }

  Filler filler(const Term& term) {
    if (term.is_literal()) return {kNone, term.value(), {}};
    if (is_value(term.value(), subjects_)) return value_filler(term.value(), subjects_);
    return {entity(term.value()), {}, {}};
  }

  void read_article(std::string_view node, std::uint32_t id) {
    ArticleFacts& a = facts_.articles[id];
    a.iri = node;
    a.headline = text(node, kSchema, "headline");
    a.date = text(node, kSchema, "datePublished");
    a.publisher = text(node, kSchema, "publisher");
    a.url = text(node, kSchema, "url");
    a.sha256 = text(node, kTw, "sha256");
    for (const Term* author : subjects_.objects(node, iri_of(kSchema, "author")))
      a.authors.emplace_back(author->value());
    for (const Term* thing : subjects_.objects(node, iri_of(kSchema, "mentions")))
      a.mentions.push_back(entity(thing->value()));
    for (const Term* other : subjects_.objects(node, iri_of(kTw, "nearDuplicateOf"))) {
      if (const std::uint32_t copy = find(articles_, other->value()); copy != kNone) a.duplicates.push_back(copy);
    }
  }

  std::uint32_t relation(std::string_view property) {
    const auto [it, fresh] = relations_.emplace(property, static_cast<std::uint32_t>(facts_.relations.size()));
    if (fresh) {
      bool open = false;
      for (const Term* type : subjects_.objects(property, iri_of(kRdf, "type")))
        open = open || is_term(type->value(), kTw, "OpenRelation");
      facts_.relations.push_back({property, property_label(property, ontology_, subjects_), open});
    }
    return it->second;
  }

  void read_statement(std::string_view node, std::uint32_t id) {
    StatementFacts s;
    for (const Quad* quad : subjects_.of(node)) {
      const std::string& p = quad->predicate.value();
      const Term& o = quad->object;
      if (is_term(p, kRdf, "subject")) {
        s.subject = entity(o.value());
      } else if (is_term(p, kRdf, "predicate")) {
        s.relation = relation(o.value());
      } else if (is_term(p, kRdf, "object")) {
        s.object = filler(o);
      } else if (is_term(p, kTw, "evidence")) {
        const std::uint32_t e = find(evidence_, o.value());
        if (e == kNone || facts_.evidence[e].statement == id) continue;
        facts_.evidence[e].statement = id;
        s.evidence.push_back(e);
      } else if (is_term(p, kTw, "independentSources")) {
        s.sources = number(o.value());
      } else if (is_term(p, kTw, "time")) {
        s.begin = s.end = o.value();
      } else if (is_term(p, kTw, "begin")) {
        s.begin = o.value();
      } else if (is_term(p, kTw, "end")) {
        s.end = o.value();
      } else if (is_term(p, kTw, "timeText")) {
        s.time_text = o.value();
      } else if (p.starts_with(kTw) && !is_term(p, kTw, "contradicts")) {
        if (!s.qualifiers.empty() && last_qualifier_ == quad->object && last_property_ == p) continue;
        last_property_ = p;
        last_qualifier_ = quad->object;
        s.qualifiers.emplace_back(property_label(p, ontology_, subjects_), filler(o));
      }
    }
    facts_.statements[id] = std::move(s);
  }

  void read_evidence(std::string_view node, std::uint32_t id) {
    EvidenceFacts& e = facts_.evidence[id];
    e.article = find(articles_, text(node, kProv, "hadPrimarySource"));
    e.sentence = sentence(text(node, kProv, "wasQuotedFrom"), e.article);
    const std::string_view stance = text(node, kTw, "factuality");
    for (std::uint8_t f = 0; f <= static_cast<std::uint8_t>(Factuality::Denied); ++f) {
      if (is_term(stance, kTw, to_string(static_cast<Factuality>(f)))) e.factuality = f;
    }
    e.percent = percent(text(node, kTw, "confidence"));
    e.speaker_text = text(node, kTw, "speakerText");
    const std::string_view who = text(node, kProv, "wasAttributedTo");
    if (!who.empty() && e.speaker_text.empty()) e.speaker = entity(who);  // a source in words is no entity
    e.subject = place_of(text(node, kTw, "subjectMention"));
    e.object = place_of(text(node, kTw, "objectMention"));
    for (const Term* other : subjects_.objects(node, iri_of(kTw, "contradicts"))) {
      const std::uint32_t b = find(evidence_, other->value());
      if (b != kNone && id < b) facts_.contradictions.emplace_back(id, b);
    }
  }

  /// "0.87" -> 87: canonical decimals from 0 to 1.
  static std::uint8_t percent(std::string_view decimal) {
    const std::size_t dot = decimal.find('.');
    if (dot == std::string_view::npos) return decimal == "1" ? 100 : 0;
    std::string digits(decimal.substr(dot + 1, 2));
    digits.resize(2, '0');
    return static_cast<std::uint8_t>(
        std::min<std::uint32_t>(100, number(decimal.substr(0, dot)) * 100 + number(digits)));
  }

  std::uint32_t sentence(std::string_view node, std::uint32_t article) {
    if (node.empty()) return kNone;
    const auto [it, fresh] = sentences_.emplace(node, static_cast<std::uint32_t>(facts_.sentences.size()));
    if (fresh) {
      Place place = place_of(node);
      if (const std::string_view begin = text(node, kNif, "beginIndex"); !begin.empty())
        place = {number(begin), number(text(node, kNif, "endIndex"))};
      facts_.sentences.push_back({article, place, text(node, kNif, "anchorOf")});
    }
    return it->second;
  }

  void describe_entity(std::uint32_t id) {
    const std::string_view node = facts_.entities[id].iri;
    EntityFacts e;
    e.iri = node;
    e.label = label_of(node, subjects_);
    const auto types = subjects_.objects(node, iri_of(kRdf, "type"));
    e.kind = kind_of(types);
    e.classes = specific_classes(types, ontology_, subjects_);
    const Quad* before = nullptr;
    for (const Quad* quad : subjects_.of(node)) {
      if (before != nullptr && before->predicate == quad->predicate && before->object == quad->object) continue;
      before = quad;
      const std::string& p = quad->predicate.value();
      const std::string& o = quad->object.value();
      if (is_term(p, kRdfs, "label") || is_term(p, kSkos, "altLabel")) {
        if (o != e.label && std::find(e.names.begin(), e.names.end(), o) == e.names.end()) e.names.emplace_back(o);
      } else if (is_term(p, kOwl, "sameAs")) {
        e.same_as.emplace_back(o);
      } else if (is_term(p, kTw, "category") || is_term(p, kSkos, "broader")) {
        e.categories.push_back(entity(o));
      } else if (quad->object.is_literal() && !claimed_.contains(p)) {
        e.identifiers.emplace_back(property_label(p, ontology_, subjects_), o);
      }
    }
    facts_.entities[id] = std::move(e);
  }

  /// A statement without its parts or without evidence cannot be shown: RDF from elsewhere may have such.
  void drop_what_nothing_says() {
    for (StatementFacts& s : facts_.statements) {
      std::erase_if(s.evidence, [&](std::uint32_t e) { return facts_.evidence[e].sentence == kNone; });
      if (s.subject == kNone || s.relation == kNone) s.evidence.clear();
    }
  }

  Subjects subjects_;
  const Ontology& ontology_;
  std::set<std::string, std::less<>> claimed_;
  Ids articles_, statements_, evidence_, entities_, relations_, sentences_;
  std::string last_property_;
  Term last_qualifier_;
  Facts facts_;
};

}  // namespace

Facts read_facts(const Graph& graph, const Ontology& ontology) {
  return FactReader(graph, ontology).read();
}

}  // namespace triplewright::report
