#include "merge/article_graph.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "merge/shingles.h"
#include "merge/value_node.h"
#include "merge/vocabulary.h"
#include "text/hash.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::merge {

namespace {

/// xsd datatype of a date as found in metadata, by its form.
Term date_term(const std::string& date) {
  return Term::typed(date, std::string(kXsd) + (date.find('T') != std::string::npos ? "dateTime" : "date"));
}

std::string two_decimals(double value) {
  const int hundredths = std::clamp(static_cast<int>(std::lround(value * 100)), 0, 100);
  const std::string digits = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "." + (digits.size() == 1 ? "0" : "") + digits;
}

class Builder {
 public:
  Builder(const Extraction& extraction, const Ontology& ontology, const EntityBase& entities, std::string_view base,
          bool infer)
      : x_(extraction),
        d_(extraction.document),
        ontology_(ontology),
        entities_(entities),
        base_(base),
        infer_(infer),
        article_(Term::must_iri(article_iri(d_.article, base))),
        offsets_(d_.article.text) {}

  Graph build(std::string_view fingerprint) {
    describe_article(fingerprint);
    for (const Claim& claim : x_.claims) add_claim(claim);
    for (std::size_t i = 0; i < d_.entities.size(); ++i) {
      if (d_.entities[i].kind == EntityKind::Named) mention(static_cast<std::uint32_t>(i));
    }
    for (const std::uint32_t i : used_) describe_entity(d_.entities[i]);
    for (const auto& [prefix, iri] : ontology_.prefixes()) graph_.set_prefix(prefix, iri);
    graph_.set_prefix("kg", base_);
    graph_.sort();
    return std::move(graph_);
  }

 private:
  void add(const Term& s, const Term& p, const Term& o) { graph_.add(s, p, o, article_); }
  void type(const Term& s, const Term& cls) { add(s, term(kRdf, "type"), cls); }

  void describe_article(std::string_view fingerprint) {
    const Article& a = d_.article;
    type(article_, term(kSchema, "NewsArticle"));
    if (!a.title.empty()) add(article_, term(kSchema, "headline"), Term::lang_string(a.title, "en"));
    if (!a.published.empty()) add(article_, term(kSchema, "datePublished"), date_term(a.published));
    if (!a.publisher.empty()) add(article_, term(kSchema, "publisher"), Term::string(a.publisher));
    for (const std::string& author : a.authors) add(article_, term(kSchema, "author"), Term::string(author));
    if (!a.url.empty()) {
      if (const auto url = Term::iri(a.url)) add(article_, term(kSchema, "url"), *url);
    }
    add(article_, term(kSchema, "inLanguage"), Term::string(a.language.empty() ? "en" : a.language));
    add(article_, term(kTw, "sha256"), Term::string(sha256_hex(a.text)));
    add(article_, term(kTw, "fingerprint"), Term::string(fingerprint));
    if (const std::string shingles = shingle_signature(a); !shingles.empty())
      add(article_, term(kTw, "shingles"), Term::string(shingles));
  }

  void mention(std::uint32_t entity) {
    add(article_, term(kSchema, "mentions"), Term::must_iri(d_.entities[entity].iri));
    used_.insert(entity);
  }

  void describe_entity(const Entity& e) {
    const Term node = Term::must_iri(e.iri);
    for (const std::string& cls : e.classes) add_class(node, cls);
    if (e.kind == EntityKind::Concept) type(node, term(kSkos, "Concept"));
    add(node, term(kRdfs, "label"), Term::lang_string(e.name, "en"));
    for (const std::string& form : e.surface_forms) {
      if (form != e.name) add(node, term(kSkos, "altLabel"), Term::lang_string(form, "en"));
    }
    if (!e.concept_iri.empty() && e.concept_iri != e.iri) {
      add(node, e.kind == EntityKind::Concept ? term(kSkos, "broader") : term(kTw, "category"),
          Term::must_iri(e.concept_iri));
      describe_concept(e.concept_iri);
    }
    if (const std::int64_t known = e.in_base ? entities_.find(e.iri) : -1; known >= 0)
      describe_record(node, entities_.record(static_cast<std::uint32_t>(known)), e.name);
  }

  /// The class with its superclasses, and those of schema.org and ORG that it aligns to, since most stores run without
  /// a reasoner; the ontology says how the others align.
  void add_class(const Term& node, const std::string& iri) {
    type(node, Term::must_iri(iri));
    const OntologyClass* cls = ontology_.find_class(iri);
    if (cls == nullptr) return;
    for (const std::string& ancestor : cls->ancestors) type(node, Term::must_iri(ancestor));
    for (const std::string& external : cls->external) {
      if (external.starts_with(kSchema) || external.starts_with(kOrg)) type(node, Term::must_iri(external));
    }
  }

  void describe_concept(const std::string& iri) {
    const Concept* found = ontology_.find_concept(iri);
    if (found == nullptr) return;
    const Term node = Term::must_iri(iri);
    type(node, term(kSkos, "Concept"));
    add(node, term(kRdfs, "label"), Term::lang_string(found->label, "en"));
  }

  void describe_record(const Term& node, const EntityRecord& record, const std::string& name) {
    for (const std::string& alias : record.aliases) {
      if (alias != name) add(node, term(kSkos, "altLabel"), Term::lang_string(alias, "en"));
    }
    for (const std::string& same : record.same_as) {
      if (const auto iri = Term::iri(same)) add(node, term(kOwl, "sameAs"), *iri);
    }
    // An identifier that a single data set gives ties nothing together, and may still be looked up.
    for (const auto& [property, other] : record.facts) {
      if (property != std::string(kSkos) + "closeMatch") continue;
      if (const auto iri = Term::iri(other)) add(node, term(kSkos, "closeMatch"), *iri);
    }
    for (const auto& [property, value] : record.identifiers) {
      if (const auto p = Term::iri(property)) add(node, *p, Term::string(value));
    }
    for (const std::string& category : record.categories) {
      add(node, term(kTw, "category"), Term::must_iri(category));
      describe_concept(category);
    }
  }

  /// The term of an argument; also makes sure that it is described.
  Term resolve(const Argument& argument) {
    switch (argument.kind) {
      case Argument::Kind::Entity:
        used_.insert(argument.index);
        return Term::must_iri(d_.entities[argument.index].iri);
      case Argument::Kind::Value: {
        const Value& value = d_.values[argument.index];
        if (value.kind == ValueKind::Time) return time_literal(value);
        return add_value_node(graph_, argument.text == "-" ? decreased(value) : value, base_, article_);
      }
      case Argument::Kind::Iri: {
        Term node = Term::must_iri(argument.iri);
        describe_iri(node, argument);
        return node;
      }
      case Argument::Kind::Text:
        return Term::lang_string(text::trim(argument.text), "en");
      case Argument::Kind::None:
        break;
    }
    throw Error("a claim has an empty argument");
  }

  void describe_iri(const Term& node, const Argument& argument) {
    describe_concept(argument.iri);
    if (const std::int64_t known = entities_.find(argument.iri); known >= 0) {
      const EntityRecord& record = entities_.record(static_cast<std::uint32_t>(known));
      for (const std::string& cls : record.classes) add_class(node, cls);
      add(node, term(kRdfs, "label"), Term::lang_string(record.label, "en"));
      describe_record(node, record, record.label);
    } else if (!argument.text.empty() && ontology_.find_concept(argument.iri) == nullptr) {
      add(node, term(kRdfs, "label"), Term::lang_string(argument.text, "en"));
      // A post that is known by its name alone was minted from it.
      if (argument.iri.starts_with(base_ + "post/")) add_class(node, std::string(kTtp) + "Post");
      if (argument.iri.starts_with(base_ + "content/")) add_class(node, std::string(kTw) + "Content");
    }
  }

  using Qualifiers = std::vector<std::pair<Term, Term>>;

  /// Times become tw:time, or tw:begin and tw:end; what cannot be resolved keeps its wording only.
  void qualify(const Qualifier& qualifier, Qualifiers& identity, Qualifiers& wording) {
    const bool is_time =
        qualifier.filler.kind == Argument::Kind::Value && d_.values[qualifier.filler.index].kind == ValueKind::Time;
    if (!is_time) {
      identity.emplace_back(Term::must_iri(qualifier.property), resolve(qualifier.filler));
      return;
    }
    const Value& value = d_.values[qualifier.filler.index];
    const bool known = value.resolved && !(value.begin.empty() && value.end.empty());
    (known ? wording : identity).emplace_back(term(kTw, "timeText"), Term::lang_string(value.text, "en"));
    if (!known) return;
    if (value.begin == value.end) {
      identity.emplace_back(term(kTw, "time"), calendar_term(value.begin));
    } else {
      if (!value.begin.empty()) identity.emplace_back(term(kTw, "begin"), calendar_term(value.begin));
      if (!value.end.empty()) identity.emplace_back(term(kTw, "end"), calendar_term(value.end));
    }
  }

  void add_claim(const Claim& claim) {
    const Term subject = resolve(claim.subject);
    const Term predicate = Term::must_iri(claim.property);
    const Term object = resolve(claim.object);
    Qualifiers identity;
    Qualifiers wording;
    for (const Qualifier& q : claim.qualifiers) qualify(q, identity, wording);
    std::sort(identity.begin(), identity.end());
    identity.erase(std::unique(identity.begin(), identity.end()), identity.end());

    std::string key = subject.value() + '\x1f' + predicate.value() + '\x1f' + key_of(object);
    for (const auto& [p, o] : identity) key += '\x1f' + p.value() + '\x1f' + key_of(o);
    const Term statement = Term::must_iri(base_ + "statement/" + text::hash_hex(key));

    type(statement, term(kRdf, "Statement"));
    add(statement, term(kRdf, "subject"), subject);
    add(statement, term(kRdf, "predicate"), predicate);
    add(statement, term(kRdf, "object"), object);
    for (const auto& [p, o] : identity) add(statement, p, o);
    for (const auto& [p, o] : wording) add(statement, p, o);
    add(statement, term(kTw, "evidence"), add_evidence(claim, key));

    if (claim.open) {
      type(predicate, term(kTw, "OpenRelation"));
      add(predicate, term(kRdfs, "label"), Term::lang_string(open_label(claim.property), "en"));
    }
    const Factuality f = claim.evidence.factuality;
    const bool ended = std::any_of(claim.qualifiers.begin(), claim.qualifiers.end(),
                                   [](const Qualifier& q) { return q.property == term(kTw, "ended").value(); });
    if (!ended && (f == Factuality::Asserted || f == Factuality::Reported)) {
      add_direct(subject, predicate, object);
      if (infer_) add_inferred(subject, predicate, object, statement);
    }
  }

  void add_direct(const Term& subject, const Term& predicate, const Term& object) {
    add(subject, predicate, object);
    if (const OntologyProperty* property = ontology_.find_property(predicate.value())) {
      for (const std::string& exact : property->exact) add(subject, Term::must_iri(exact), object);
    }
  }

  void add_inferred(const Term& subject, const Term& predicate, const Term& object, const Term& statement) {
    const OntologyProperty* property = ontology_.find_property(predicate.value());
    if (property == nullptr) return;
    for (const std::string& more_general : property->ancestors)
      add_derived(subject, Term::must_iri(more_general), object, statement);
    if (!object.is_iri()) return;
    if (!property->inverse.empty()) add_derived(object, Term::must_iri(property->inverse), subject, statement);
    if (property->symmetric) add_derived(object, predicate, subject, statement);
  }

  void add_derived(const Term& subject, const Term& predicate, const Term& object, const Term& from) {
    const std::string key = subject.value() + '\x1f' + predicate.value() + '\x1f' + key_of(object);
    const Term node = Term::must_iri(base_ + "inferred/" + text::hash_hex(key));
    type(node, term(kTw, "InferredStatement"));
    add(node, term(kRdf, "subject"), subject);
    add(node, term(kRdf, "predicate"), predicate);
    add(node, term(kRdf, "object"), object);
    add(node, term(kProv, "wasDerivedFrom"), from);
    add_direct(subject, predicate, object);
  }

  static std::string key_of(const Term& t) {
    return t.value() + '\x1e' + std::string(t.datatype()) + '\x1e' + std::string(t.language());
  }

  static std::string open_label(std::string_view iri) {
    std::string label(iri.substr(iri.find_last_of('/') + 1));
    std::replace(label.begin(), label.end(), '-', ' ');
    return label;
  }

  /// The IRI of a stretch of the article's text, in code points (RFC 5147).
  Term place(Span bytes) const {
    return Term::must_iri(article_.value() + "#char=" + std::to_string(offsets_.at(bytes.begin)) + "," +
                          std::to_string(offsets_.at(bytes.end)));
  }

  Term add_sentence(const Sentence& sentence) {
    const Span bytes = d_.bytes(sentence.tokens);
    Term node = place(bytes);
    type(node, term(kNif, "Sentence"));
    add(node, term(kNif, "anchorOf"), Term::string(d_.text(sentence.tokens)));
    const std::string integer = std::string(kXsd) + "nonNegativeInteger";
    add(node, term(kNif, "beginIndex"), Term::typed(std::to_string(offsets_.at(bytes.begin)), integer));
    add(node, term(kNif, "endIndex"), Term::typed(std::to_string(offsets_.at(bytes.end)), integer));
    return node;
  }

  Term add_evidence(const Claim& claim, const std::string& statement_key) {
    const Evidence& e = claim.evidence;
    const Term sentence = add_sentence(d_.sentences[e.sentence]);
    std::string key =
        statement_key + '\x1f' + sentence.value() + '\x1f' + std::string(to_string(e.factuality)) + '\x1f';
    key += e.speaker >= 0 ? d_.entities[static_cast<std::size_t>(e.speaker)].iri : e.speaker_text;
    Term node = Term::must_iri(base_ + "evidence/" + text::hash_hex(key));
    type(node, term(kTw, "Evidence"));
    add(node, term(kProv, "wasQuotedFrom"), sentence);
    add(node, term(kProv, "hadPrimarySource"), article_);
    if (e.speaker >= 0) {
      used_.insert(static_cast<std::uint32_t>(e.speaker));
      add(node, term(kProv, "wasAttributedTo"), Term::must_iri(d_.entities[static_cast<std::size_t>(e.speaker)].iri));
    } else if (!e.speaker_text.empty()) {
      add(node, term(kTw, "speakerText"), Term::lang_string(e.speaker_text, "en"));
      add(node, term(kProv, "wasAttributedTo"), add_source(e.speaker_text));
    }
    add(node, term(kTw, "factuality"), term(kTw, to_string(e.factuality)));
    add(node, term(kTw, "confidence"), Term::typed(two_decimals(e.confidence), std::string(kXsd) + "decimal"));
    if (!e.lexical_entry.empty()) add(node, term(kTw, "lexicalEntry"), Term::must_iri(e.lexical_entry));
    if (!e.construction.empty()) add(node, term(kTw, "construction"), Term::string(e.construction));
    if (!claim.subject.tokens.empty()) add(node, term(kTw, "subjectMention"), place(d_.bytes(claim.subject.tokens)));
    if (!claim.object.tokens.empty()) add(node, term(kTw, "objectMention"), place(d_.bytes(claim.object.tokens)));
    return node;
  }

  /// A source known by words alone: the analysts of one article are not those of another.
  Term add_source(const std::string& wording) {
    Term node = Term::must_iri(base_ + "source/" + text::hash_hex(article_.value() + '\x1f' + wording));
    type(node, term(kTw, "Source"));
    type(node, term(kProv, "Agent"));
    add(node, term(kRdfs, "label"), Term::lang_string(wording, "en"));
    return node;
  }

  const Extraction& x_;
  const Document& d_;
  const Ontology& ontology_;
  const EntityBase& entities_;
  std::string base_;
  bool infer_;
  Term article_;
  text::CodePointIndex offsets_;
  Graph graph_;
  std::set<std::uint32_t> used_;
};

}  // namespace

Graph article_graph(const Extraction& extraction, const Ontology& ontology, const EntityBase& entities,
                    std::string_view base, std::string_view fingerprint, bool infer) {
  return Builder(extraction, ontology, entities, base, infer).build(fingerprint);
}

std::string article_fingerprint(const Article& article, std::string_view engine) {
  const std::string key = sha256_hex(article.text) + '\x1f' + article.title + '\x1f' + article.published + '\x1f' +
                          article.publisher + '\x1f' + std::string(engine);
  return text::hash_hex(key);
}

}  // namespace triplewright::merge
