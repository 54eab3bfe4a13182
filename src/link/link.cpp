#include "link/link.h"

#include <algorithm>

#include "link/cluster.h"
#include "link/describe.h"
#include "link/disambiguate.h"
#include "link/label.h"
#include "link/names.h"
#include "link/nominals.h"
#include "link/noun_link.h"
#include "text/hash.h"
#include "text/normalize.h"

namespace triplewright::link {

namespace {

class Linker {
 public:
  Linker(Document& document, const Ontology& ontology, const EntityBase& entities, std::string_view base)
      : document_(document),
        entities_(entities),
        base_(base),
        hash_(text::hash_hex(article_iri(document.article, base)).substr(0, 8)),
        kinds_(ontology),
        syntax_(document) {}

  void run() {
    repair_names(document_, syntax_, kinds_, entities_);
    add_nominals(document_, syntax_, kinds_);
    std::vector<NameGroup> groups = group_names(document_, syntax_, kinds_, entities_);
    disambiguate(groups, document_, syntax_, kinds_, entities_);
    for (const NameGroup& group : groups) add_entity(group);
    attach_nominals();
    describe_nominals(document_, syntax_, kinds_, base_, hash_);
    add_countries();
    finish();
  }

 private:
  void add_entity(const NameGroup& group) {
    Entity e;
    e.kind = EntityKind::Named;
    if (group.record >= 0) {
      const EntityRecord& r = entities_.record(static_cast<std::uint32_t>(group.record));
      e.iri = r.iri;
      e.name = r.label;
      e.classes = kinds_.most_specific(r.classes);
      if (!r.categories.empty()) e.concept_iri = r.categories.front();
      e.home = home_of(r);
      e.in_base = true;
      e.link_confidence = group.confidence;
    } else {
      e.name = fullest(group.forms);
      e.classes = classes_of(group);
      e.iri = minted(group, e.name);
      e.link_confidence = 0.6;
    }
    const auto same = std::find_if(document_.entities.begin(), document_.entities.end(),
                                   [&](const Entity& other) { return other.iri == e.iri; });
    const auto index = same - document_.entities.begin();
    if (same == document_.entities.end()) document_.entities.push_back(std::move(e));
    for (const std::uint32_t m : group.mentions) {
      document_.mentions[m].entity = static_cast<std::int32_t>(index);
      if (document_.mentions[m].attributive.empty()) {
        document_.entities[static_cast<std::size_t>(index)].surface_forms.push_back(
            squeezed(without_possessive(document_.text(document_.mentions[m].tokens))));
      }
    }
  }

  // The country of a record, by any fact that leads to one, or of the place where it is.
  [[nodiscard]] std::string home_of(const EntityRecord& r) const {
    for (const auto& [property, object] : r.facts) {
      const std::int64_t other = entities_.find(object);
      if (other >= 0 && kinds_.any_is_a(entities_.record(static_cast<std::uint32_t>(other)).classes, kinds_.country()))
        return object;
    }
    return {};
  }

  // The form with most words; of equals, the one that comes first.
  static std::string fullest(const std::vector<std::string>& forms) {
    const std::string* best = &forms.front();
    std::size_t most = 0;
    for (const std::string& form : forms) {
      const std::size_t count = words(normalize_label(form)).size();
      if (count <= most) continue;
      most = count;
      best = &form;
    }
    std::string name = squeezed(without_possessive(*best));
    return name.starts_with("the ") || name.starts_with("The ") ? name.substr(4) : name;
  }

  [[nodiscard]] std::vector<std::string> classes_of(const NameGroup& group) const {
    std::vector<std::string> out;
    double best = 0;
    std::string chosen;
    for (const auto& [iri, weight] : group.evidence.classes) {
      if (kinds_.kind_of(iri) != group.kind || weight <= best) continue;
      best = weight;
      chosen = iri;
    }
    if (chosen.empty()) chosen = kinds_.general(group.kind);
    if (!chosen.empty()) out.push_back(chosen);
    return out;
  }

  [[nodiscard]] std::string minted(const NameGroup& group, const std::string& name) const {
    std::string slug = text::slug(strip_legal_form(normalize_label(name)));
    if (slug.empty()) slug = text::hash_hex(name).substr(0, 12);
    // A bare surname is somebody of this article only.
    if (group.kind == Kind::Person && slug.find('-') == std::string::npos) slug += "-" + hash_;
    return std::string(base_) + std::string(Kinds::path(group.kind)) + slug;
  }

  // Nominals that name what a name names: "the Chinese chipmaker SMIC", "Ascend chips", "Baidu, a search giant".
  void attach_nominals() {
    const auto nominals = nominal_heads(document_);
    for (std::size_t i = 0; i < document_.mentions.size(); ++i) {
      const Mention name = document_.mentions[i];
      if (name.kind != MentionKind::Named || name.entity < 0 || !name.attributive.empty()) continue;
      Entity& entity = document_.entities[static_cast<std::size_t>(name.entity)];
      const Kind kind = kinds_.kind_of(entity.classes);
      for (const std::uint32_t n : nominals_near(document_, syntax_, nominals, name)) {
        Mention& nominal = document_.mentions[n];
        if (nominal.entity >= 0) continue;
        const NounLink link = noun_link(document_, syntax_, kinds_, name, nominal, kind);
        if (link == NounLink::None) continue;
        if (link == NounLink::Same) nominal.entity = name.entity;
        if (entity.concept_iri.empty() && kinds_.kind_of(nominal.classes) == kind) {
          entity.concept_iri = nominal.concept_iri;
        }
        if (!entity.in_base) refine(entity, nominal.classes);
      }
    }
  }

  // A class noun may be more specific than what is known.
  void refine(Entity& entity, const std::vector<std::string>& classes) const {
    for (const std::string& c : classes) {
      const bool narrower = entity.classes.empty() ||
                            std::any_of(entity.classes.begin(), entity.classes.end(), [&](const std::string& own) {
                              return own != c && kinds_.ontology().is_a(c, own);
                            });
      if (!narrower || kinds_.kind_of(c) == Kind::Group) continue;
      entity.classes.insert(entity.classes.begin(), c);
      entity.classes = kinds_.most_specific(std::move(entity.classes));
      return;
    }
  }

  // "Chinese chipmaker SMIC": the country of what the modified noun stands for.
  void add_countries() {
    for (const Mention& m : document_.mentions) {
      if (m.attributive.empty()) continue;
      const std::int32_t head = document_.tokens[m.head].head;
      if (head < 0) continue;
      for (const Mention& other : document_.mentions) {
        if (other.entity < 0 || other.kind == MentionKind::Pronominal || other.head != static_cast<std::uint32_t>(head))
          continue;
        Entity& e = document_.entities[static_cast<std::size_t>(other.entity)];
        if (e.country.empty() && !kinds_.any_is_a(e.classes, kinds_.geopolitical())) e.country = m.attributive;
      }
    }
  }

  /// The words with the percentage before them.
  [[nodiscard]] Span with_rate(Span words) const {
    for (const Value& v : document_.values) {
      if (v.kind == ValueKind::Percent && v.tokens.end == words.begin) return {v.tokens.begin, words.end};
    }
    return words;
  }

  void finish() {
    for (const Mention& m : document_.mentions) {  // a kind of things is found by the words that the article has for it
      if (m.entity < 0 || m.kind != MentionKind::Nominal) continue;
      Entity& e = document_.entities[static_cast<std::size_t>(m.entity)];
      if (e.kind == EntityKind::Concept) e.surface_forms.push_back(squeezed(document_.text(m.tokens)));
      // *25% tariff* of what is labelled *tariff on chips from the north*; the bare noun would tell it from nothing.
      if (e.kind == EntityKind::Unnamed) {
        const Span words = with_rate(m.tokens);
        if (words.size() > 1) e.surface_forms.push_back(squeezed(document_.text(words)));
      }
    }
    for (Entity& e : document_.entities) {
      std::sort(e.surface_forms.begin(), e.surface_forms.end());
      e.surface_forms.erase(std::unique(e.surface_forms.begin(), e.surface_forms.end()), e.surface_forms.end());
    }
    for (std::uint32_t i = 0; i < document_.mentions.size(); ++i) {
      if (const std::int32_t e = document_.mentions[i].entity; e >= 0)
        document_.entities[static_cast<std::size_t>(e)].mentions.push_back(i);
    }
  }

  Document& document_;
  const EntityBase& entities_;
  std::string_view base_;
  std::string hash_;
  Kinds kinds_;
  text::Syntax syntax_;
};

}  // namespace

Document link(Document&& document, const Ontology& ontology, const EntityBase& entities, std::string_view base) {
  Document out = std::move(document);
  Linker(out, ontology, entities, base).run();
  return out;
}

}  // namespace triplewright::link
