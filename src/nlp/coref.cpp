#include "nlp/coref.h"

#include <map>

#include "nlp/coref_definite.h"
#include "nlp/coref_noun.h"
#include "nlp/coref_pronoun.h"

namespace triplewright::nlp {

namespace {

class Resolver {
 public:
  Resolver(Document& document, const Ontology& ontology)
      : document_(document), discourse_(document, ontology), nouns_(document, discourse_.syntax, ontology) {}

  void run() {
    for (std::size_t at = 0; at < discourse_.referents.size(); ++at) {
      const std::int32_t i = discourse_.referents[at].mention;
      if (i < 0) continue;
      Mention& m = document_.mentions[static_cast<std::size_t>(i)];
      if (m.kind == MentionKind::Pronominal && m.entity < 0)
        resolve_pronoun(discourse_, at, m);
      else if (m.kind == MentionKind::Nominal)
        resolve_definite(discourse_, nouns_, at, m);
      if (m.entity >= 0) ++discourse_.seen[static_cast<std::size_t>(m.entity)];
    }
    rebuild();
  }

 private:
  void rebuild() {
    for (Entity& e : document_.entities) e.mentions.clear();
    for (std::uint32_t i = 0; i < document_.mentions.size(); ++i) {
      if (const std::int32_t e = document_.mentions[i].entity; e >= 0)
        document_.entities[static_cast<std::size_t>(e)].mentions.push_back(i);
    }
    // Without those that lost their mentions; what has one IRI is one entity.
    std::vector<std::int32_t> moved(document_.entities.size(), -1);
    std::vector<Entity> kept;
    std::map<std::string, std::int32_t> by_iri;
    for (std::size_t e = 0; e < document_.entities.size(); ++e) {
      if (document_.entities[e].mentions.empty()) continue;
      const auto [it, inserted] = by_iri.emplace(document_.entities[e].iri, static_cast<std::int32_t>(kept.size()));
      moved[e] = it->second;
      if (inserted) kept.push_back(std::move(document_.entities[e]));
    }
    document_.entities = std::move(kept);
    for (Entity& e : document_.entities) e.mentions.clear();
    for (std::uint32_t i = 0; i < document_.mentions.size(); ++i) {
      Mention& m = document_.mentions[i];
      if (m.entity < 0) continue;
      m.entity = moved[static_cast<std::size_t>(m.entity)];
      document_.entities[static_cast<std::size_t>(m.entity)].mentions.push_back(i);
    }
  }

  Document& document_;
  Discourse discourse_;
  NounReader nouns_;
};

}  // namespace

Document resolve_coreference(Document&& document, const Ontology& ontology) {
  Document out = std::move(document);
  Resolver(out, ontology).run();
  return out;
}

}  // namespace triplewright::nlp
