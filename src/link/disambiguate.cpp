#include "link/disambiguate.h"

#include <algorithm>
#include <map>
#include <set>

#include "link/label.h"
#include "link/objections.h"

namespace triplewright::link {

namespace {

constexpr double kAccept = 0.5;    // least score of a link
constexpr double kMargin = 0.05;   // over the second best
constexpr double kRelated = 0.15;  // for a fact shared with another name of the article, at most twice
constexpr double kTopic = 0.1;     // for a category that the article speaks of

class Disambiguator {
 public:
  Disambiguator(std::vector<NameGroup>& groups, const Document& document, const text::Syntax& syntax,
                const Kinds& kinds, const EntityBase& base)
      : groups_(groups), kinds_(kinds), base_(base), objections_(document, syntax, kinds, base) {
    for (const Mention& m : document.mentions) {
      if (!m.concept_iri.empty()) topics_.insert(m.concept_iri);
      topics_.insert(m.classes.begin(), m.classes.end());
    }
  }

  void run() {
    std::vector<std::vector<EntityCandidate>> candidates;
    candidates.reserve(groups_.size());
    for (const NameGroup& group : groups_) candidates.push_back(of_group(group));
    // First what is clear, then the rest in its light.
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      if (groups_[i].fixed)
        know(base_.record(static_cast<std::uint32_t>(groups_[i].record)));
      else if (candidates[i].size() == 1 && candidates[i][0].prior > 0.9 &&
               !objections_.against(groups_[i], candidates[i][0]) &&
               country_left_out(groups_[i], base_.record(candidates[i][0].record)).empty())
        know(base_.record(candidates[i][0].record));
    }
    for (std::size_t i = 0; i < groups_.size(); ++i) choose(groups_[i], candidates[i]);
    join();
  }

 private:
  /// An entity that the article surely names, with the countries that it is of.
  void know(const EntityRecord& r) {
    around_.insert(r.iri);
    if (is_country(r)) countries_.insert(r.iri);
    for (const auto& [property, object] : r.facts) {
      const std::int64_t other = base_.find(object);
      if (other >= 0 && is_country(base_.record(static_cast<std::uint32_t>(other)))) countries_.insert(object);
    }
  }

  [[nodiscard]] bool is_country(const EntityRecord& r) const { return kinds_.any_is_a(r.classes, kinds_.country()); }

  /// "the Senate", "the Supreme Court": the country of a public body whose other names say the country before or after
  /// the words that the article has for it; else empty.
  [[nodiscard]] std::string country_left_out(const NameGroup& group, const EntityRecord& r) const {
    const auto of = std::find_if(r.facts.begin(), r.facts.end(),
                                 [](const auto& fact) { return fact.first.ends_with("jurisdiction"); });
    if (of == r.facts.end()) return {};
    if (kinds_.any_is_a(r.classes, kinds_.party())) return of->second;  // many countries have a Democratic Party
    const bool all_short = std::all_of(group.forms.begin(), group.forms.end(), [&](const std::string& form) {
      const std::string key = strip_legal_form(normalize_label(form));
      const auto longer = [&](const std::string& label) {
        const std::string name = normalize_label(label);
        return name.size() > key.size() && (name.ends_with(" " + key) || name.starts_with(key + " of "));
      };
      return !is_acronym(form) && (longer(r.label) || std::any_of(r.aliases.begin(), r.aliases.end(), longer));
    });
    return all_short ? of->second : std::string();
  }

  /// A body of one country is not meant by its bare name where only other countries are spoken of.
  [[nodiscard]] bool of_another_country(const NameGroup& group, const EntityRecord& r) const {
    if (countries_.empty()) return false;
    const std::string country = country_left_out(group, r);
    return !country.empty() && !countries_.contains(country);
  }

  std::vector<EntityCandidate> of_group(const NameGroup& group) const {
    std::vector<EntityCandidate> out;
    if (group.fixed) return out;
    for (const std::string& form : group.forms) {
      // A surname within a full name's group is no evidence of its own.
      const bool part = group.forms.size() > 1 && words(normalize_label(form)).size() == 1 &&
                        words(group.full).size() > 1 && !is_acronym(form);
      for (EntityCandidate c : base_.candidates(form)) {
        if (c.is_demonym) continue;
        if (part) c.prior *= 0.5;
        const auto same =
            std::find_if(out.begin(), out.end(), [&](const EntityCandidate& o) { return o.record == c.record; });
        if (same == out.end())
          out.push_back(c);
        else
          same->prior = std::min(1.0, std::max(same->prior, c.prior) + 0.1);
      }
    }
    return out;
  }

  [[nodiscard]] double agreement(const NameGroup& group, const EntityRecord& r) const {
    // What says only that it is some agent says nothing.
    const double total = group.evidence.total() - group.evidence.kinds[static_cast<std::size_t>(Kind::Other)];
    if (total <= 0 || r.classes.empty()) return 0;
    double agreeing = 0;
    const bool acts = kinds_.any_is_a(r.classes, kinds_.geopolitical());  // the EU and China act as organizations do
    for (std::size_t k = 0; k + 1 < kKinds; ++k) {
      const Kind kind = static_cast<Kind>(k);
      const std::string& general = kinds_.general(kind);
      const bool same = std::any_of(r.classes.begin(), r.classes.end(), [&](const std::string& c) {
        return kinds_.kind_of(c) == kind || (!general.empty() && kinds_.ontology().is_a(c, general));
      });
      if (same || (acts && kind == Kind::Organization)) agreeing += group.evidence.kinds[k];
    }
    // The recognizer alone is weak (one vote a mention); class nouns and titles are strong.
    const double strength = std::min(1.0, total / 3.0);
    return strength * (agreeing / total - 0.5);
  }

  [[nodiscard]] double coherence(const EntityRecord& r) const {
    double score = 0;
    int related = 0;
    for (const auto& [property, object] : r.facts) related += around_.contains(object) && object != r.iri ? 1 : 0;
    for (const std::string& iri : around_) {
      if (related >= 2) break;
      const std::int64_t other = base_.find(iri);
      if (other < 0 || iri == r.iri) continue;
      for (const auto& [property, object] : base_.record(static_cast<std::uint32_t>(other)).facts)
        related += object == r.iri ? 1 : 0;
    }
    score += kRelated * std::min(related, 2);
    if (std::any_of(r.categories.begin(), r.categories.end(),
                    [this](const std::string& c) { return topics_.contains(c); }))
      score += kTopic;
    return score;
  }

  void choose(NameGroup& group, const std::vector<EntityCandidate>& candidates) const {
    if (group.fixed) {
      group.confidence = 0.9;
      group.kind = kinds_.kind_of(base_.record(static_cast<std::uint32_t>(group.record)).classes);
      return;
    }
    double best = 0, second = 0;
    std::int64_t chosen = -1;
    for (const EntityCandidate& c : candidates) {
      const EntityRecord& r = base_.record(c.record);
      if (of_another_country(group, r) || objections_.against(group, c)) continue;
      const double score = c.prior + agreement(group, r) + coherence(r);
      if (score > best) {
        second = best;
        best = score;
        chosen = c.record;
      } else {
        second = std::max(second, score);
      }
    }
    if (chosen < 0 || best < kAccept || best - second < kMargin) return;
    group.record = chosen;
    group.confidence = std::clamp(best - second / 2, 0.3, 0.99);
    if (const Kind kind = kinds_.kind_of(base_.record(static_cast<std::uint32_t>(chosen)).classes); kind != Kind::Other)
      group.kind = kind;
  }

  void join() {
    std::map<std::int64_t, std::size_t> first;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      if (groups_[i].record < 0) continue;
      const auto [it, inserted] = first.try_emplace(groups_[i].record, i);
      if (inserted) continue;
      NameGroup& a = groups_[it->second];
      NameGroup& b = groups_[i];
      a.mentions.insert(a.mentions.end(), b.mentions.begin(), b.mentions.end());
      std::sort(a.mentions.begin(), a.mentions.end());
      for (const auto& form : b.forms) {
        if (std::find(a.forms.begin(), a.forms.end(), form) == a.forms.end()) a.forms.push_back(form);
      }
      a.evidence.add(b.evidence, 1.0);
      a.confidence = std::max(a.confidence, b.confidence);
      b.mentions.clear();
    }
    std::erase_if(groups_, [](const NameGroup& g) { return g.mentions.empty(); });
  }

  std::vector<NameGroup>& groups_;
  const Kinds& kinds_;
  const EntityBase& base_;
  Objections objections_;
  std::set<std::string> topics_;
  std::set<std::string> around_;     // IRIs of records that the article surely names
  std::set<std::string> countries_;  // and of the countries that they are of
};

}  // namespace

void disambiguate(std::vector<NameGroup>& groups, const Document& document, const text::Syntax& syntax,
                  const Kinds& kinds, const EntityBase& base) {
  Disambiguator(groups, document, syntax, kinds, base).run();
}

}  // namespace triplewright::link
