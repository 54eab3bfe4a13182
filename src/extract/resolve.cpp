#include "extract/resolve.h"

#include <algorithm>

#include "extract/operators.h"
#include "text/marks.h"
#include "text/normalize.h"

namespace triplewright::extract {

namespace {

/// Named before described before pronominal, then longer.
int rank(const Mention& m) {
  const int kind = m.kind == MentionKind::Named ? 2 : m.kind == MentionKind::Nominal ? 1 : 0;
  return (m.entity >= 0 ? 1000 : 0) + kind * 100 + static_cast<int>(std::min<std::uint32_t>(m.tokens.size(), 50));
}

/// *called*, *known as*
bool names_its_object(std::string_view lemma) {
  return lemma == "call" || lemma == "know" || lemma == "name" || lemma == "dub" || lemma == "codename";
}

bool introduces_instances(std::string_view preposition) {
  return preposition == "such as" || preposition == "including" || preposition == "like";
}

/// A noun that the lexicon has for what is done, and for nobody who does it: *acquisition*, *visit*.
bool names_act(const Ontology& ontology, const std::string& lemma) {
  bool any = false;
  for (const LexicalEntry* entry : ontology.entries(text::lower(lemma), PartOfSpeech::Noun)) {
    if (entry->lemmas.size() != 1) continue;
    for (const Sense& sense : entry->senses) {
      const bool self = std::any_of(sense.subject.begin(), sense.subject.end(),
                                    [](const SyntacticArgument& a) { return a.function == Function::Self; });
      if (self) return false;
      any = any || sense.kind == Sense::Kind::Property;
    }
  }
  return any;
}

/// A noun that is the object of certain verbs in some frame: *earned a PhD*.
bool has_support_verbs(const Ontology& ontology, std::string_view form) {
  const auto& entries = ontology.entries(text::lower(form), PartOfSpeech::Noun);
  return std::any_of(entries.begin(), entries.end(), [](const LexicalEntry* entry) {
    return entry->lemmas.size() == 1 && !entry->support_verbs.empty();
  });
}

}  // namespace

Resolver::Resolver(const Tree& tree, const Ontology& ontology, const EntityBase& entities)
    : tree_(&tree), document_(&tree.document()), ontology_(&ontology), entities_(&entities) {
  const std::size_t n = document_->tokens.size();
  mention_at_.assign(n, -1);
  value_at_.assign(n, -1);
  inside_name_.assign(n, 0);
  for (std::size_t i = 0; i < document_->mentions.size(); ++i) {
    const Mention& m = document_->mentions[i];
    if (m.head >= n || is_figure(m)) continue;
    std::int32_t& best = mention_at_[m.head];
    if (best < 0 || rank(m) > rank(document_->mentions[static_cast<std::size_t>(best)]))
      best = static_cast<std::int32_t>(i);
  }
  for (std::size_t i = 0; i < document_->mentions.size(); ++i) {
    const Mention& m = document_->mentions[i];
    if (m.kind != MentionKind::Named || is_figure(m)) continue;
    for (std::uint32_t t = m.tokens.begin; t < m.tokens.end && t < n; ++t) {
      if (mention_at_[t] < 0) mention_at_[t] = static_cast<std::int32_t>(i);
      inside_name_[t] = 1;
    }
  }
  for (std::size_t i = 0; i < document_->values.size(); ++i) {
    const Span span = document_->values[i].tokens;
    for (std::uint32_t t = span.begin; t < span.end && t < n; ++t) value_at_[t] = static_cast<std::int32_t>(i);
  }
}

/// *EBIT*, *GDP*, *PhD*: capitals that the lexicon has as the name of a figure or of what somebody gets, and the entity
/// base not as a name.
bool Resolver::is_figure(const Mention& m) const {
  if (m.kind != MentionKind::Named || m.tokens.size() != 1 || m.entity < 0) return false;
  const Entity& entity = document_->entities[static_cast<std::size_t>(m.entity)];
  const std::string_view form = document_->form(m.head);
  if (!entity.in_base && std::count_if(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) > 1 &&
      has_support_verbs(*ontology_, form))
    return true;
  const bool capitals =
      form.size() > 2 && std::none_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (entity.in_base || !capitals) return false;
  return names_figure(*ontology_, form);
}

End Resolver::entity(std::uint32_t index, Span tokens) const {
  const Entity& e = document_->entities[index];
  End end;
  end.argument = {Argument::Kind::Entity, index, {}, {}, tokens};
  end.classes = e.classes;
  end.link = e.link_confidence;
  if (!e.concept_iri.empty() && e.kind == EntityKind::Concept) {
    if (const Concept* category = ontology_->find_concept(e.concept_iri);
        category != nullptr && !category->entity_class.empty())
      end.classes.push_back(category->entity_class);
  }
  return end;
}

End Resolver::by_iri(const std::string& iri, Span tokens) const {
  for (std::size_t i = 0; i < document_->entities.size(); ++i) {
    if (document_->entities[i].iri == iri) return entity(static_cast<std::uint32_t>(i), tokens);
  }
  End end;
  end.argument = {Argument::Kind::Iri, 0, iri, {}, tokens};
  if (const std::int64_t found = entities_->find(iri); found >= 0) {
    const EntityRecord& record = entities_->record(static_cast<std::uint32_t>(found));
    end.argument.text = record.label;
    end.classes = record.classes;
  } else if (const Concept* found_concept = ontology_->find_concept(iri)) {
    end.argument.text = found_concept->label;
    if (!found_concept->entity_class.empty()) end.classes = {found_concept->entity_class};
  }
  return end;
}

bool Resolver::is_amount(std::uint32_t token) const {
  const std::int32_t v = value_at_[token];
  const ValueKind kind = v < 0 ? ValueKind::Time : document_->values[static_cast<std::size_t>(v)].kind;
  return kind == ValueKind::Percent || kind == ValueKind::Money;
}

bool Resolver::is_transparent(std::uint32_t token) const {
  if (tree_->token(token).upos == Upos::NUM || is_amount(token)) return true;  // *15,000 of its chips*, *14% of Acme*
  return text::has_mark(*ontology_, text::lower(tree_->token(token).lemma), PartOfSpeech::Noun, "TransparentNoun");
}

/// *he* for what the article names as an organization or a place: the antecedent is somebody else.
bool Resolver::misgendered(const Mention& m) const {
  if (m.kind != MentionKind::Pronominal || m.tokens.size() != 1) return false;
  const std::string word = text::lower(document_->form(m.tokens.begin));
  if (word != "he" && word != "she" && word != "him" && word != "his" && word != "her") return false;
  for (const std::uint32_t other : document_->entities[static_cast<std::size_t>(m.entity)].mentions) {
    const Mention& name = document_->mentions[other];
    if (name.kind == MentionKind::Named) return name.type == NameType::Organization || name.type == NameType::Location;
  }
  return false;
}

void Resolver::add_mention(std::uint32_t token, std::int32_t mention, Alternatives& out) const {
  if (mention < 0) return;
  const Mention& m = document_->mentions[static_cast<std::size_t>(mention)];
  if (m.entity >= 0 && !misgendered(m)) {
    End end = entity(static_cast<std::uint32_t>(m.entity), m.tokens);
    end.mention = mention;
    end.pronoun = m.kind == MentionKind::Pronominal;
    end.nominal = m.kind == MentionKind::Nominal;
    // What the noun itself says of the thing counts as well: *the agency*.
    end.classes.insert(end.classes.end(), m.classes.begin(), m.classes.end());
    out.push_back(std::move(end));
  }
  if (!m.attributive.empty()) {
    End end = by_iri(m.attributive, m.tokens);
    end.mention = mention;
    if (out.empty() || !(out.back().argument == end.argument)) out.push_back(std::move(end));
  }
  (void)token;
}

void Resolver::add_name_within(std::uint32_t token, Alternatives& out) const {
  // *the Mate 60 smartphone*, *the TikTok app*, *founder Ren Zhengfei*, *the chipmaker, SMIC*: the name beside the
  // noun, when both are the same kind of thing.
  const std::int32_t own = mention_at_[token];
  for (const std::uint32_t c : tree_->children(token)) {
    if (tree_->is(c, "acl") && names_its_object(tree_->token(c).lemma)) {  // *a rule known as the Orbis Rule*
      for (const std::uint32_t name : tree_->children(c)) {
        const std::int32_t m = name > c && !tree_->is(name, "nsubj") ? mention_at_[name] : -1;
        const std::string preposition = tree_->preposition(name);
        if (m < 0 || !(preposition.empty() || preposition == "as")) continue;
        const Mention& mention = document_->mentions[static_cast<std::size_t>(m)];
        if (mention.kind != MentionKind::Named || mention.entity < 0) continue;
        End end = entity(static_cast<std::uint32_t>(mention.entity), mention.tokens);
        end.mention = m;
        end.cost = 1;
        out.push_back(std::move(end));
      }
    }
    const bool beside =
        tree_->is(c, "compound") || tree_->is(c, "flat") || tree_->is(c, "appos") || tree_->is(c, "nmod:desc");
    if (!beside) continue;
    const std::int32_t m = mention_at_[c];
    if (m < 0 || m == own) continue;
    const Mention& name = document_->mentions[static_cast<std::size_t>(m)];
    if (name.kind != MentionKind::Named || name.entity < 0) continue;
    End end = entity(static_cast<std::uint32_t>(name.entity), name.tokens);
    end.mention = m;
    const bool noun_before_name = tree_->is(c, "flat") && tree_->token(token).upos == Upos::NOUN;
    if (tree_->is(c, "compound") || tree_->is(c, "nmod:desc") || noun_before_name) {
      if (c > token && tree_->token(c).upos != Upos::PROPN) continue;
      if (c < token && name.type == NameType::Organization) continue;  // *a Norvik subsidiary* is not Norvik
      std::vector<std::string> kind;
      if (own >= 0) {
        const Mention& noun = document_->mentions[static_cast<std::size_t>(own)];
        kind = noun.classes;
        if (const Concept* category = ontology_->find_concept(noun.concept_iri);
            category != nullptr && !category->entity_class.empty())
          kind.push_back(category->entity_class);
      }
      // A product by its name, or one of a category that the entity base knows.
      const bool product = name.type == NameType::Product ||
                           !document_->entities[static_cast<std::size_t>(name.entity)].concept_iri.empty();
      if (!(product && kind.empty()) && (kind.empty() || !ontology_->any_is_a(end.classes, kind))) continue;
    }
    end.cost = 1;
    out.push_back(std::move(end));
  }
}

Alternatives Resolver::alternatives(std::uint32_t token) const {
  Alternatives out;
  const std::int32_t m = mention_at_[token];
  const bool named = m >= 0 && document_->mentions[static_cast<std::size_t>(m)].kind == MentionKind::Named;
  if (named) add_mention(token, m, out);
  if (!named) {
    add_name_within(token, out);
    const Upos upos = tree_->token(token).upos;
    if ((upos == Upos::NOUN || upos == Upos::NUM || is_amount(token)) && is_transparent(token)) {
      for (const std::uint32_t c : tree_->children(token)) {
        if (!tree_->is(c, "nmod") || tree_->preposition(c) != "of") continue;
        for (End& end : alternatives(c)) {
          end.cost += 1;
          out.push_back(std::move(end));
        }
      }
    }
    add_mention(token, m, out);
  }
  return out;
}

/// What is of no known kind may be anything, but no name is an act.
bool Resolver::may_be_instance(std::uint32_t noun, const End& end) const {
  const bool name =
      end.argument.kind == Argument::Kind::Entity && document_->entities[end.argument.index].kind == EntityKind::Named;
  if (name && names_act(*ontology_, tree_->token(noun).lemma)) return false;
  if (mention_at_[noun] < 0 || end.classes.empty()) return true;
  const Mention& mention = document_->mentions[static_cast<std::size_t>(mention_at_[noun])];
  std::vector<std::string> kind = mention.classes;
  if (const Concept* category = ontology_->find_concept(mention.concept_iri);
      category != nullptr && !category->entity_class.empty())
    kind.push_back(category->entity_class);
  return kind.empty() || ontology_->any_is_a(end.classes, kind) || ontology_->any_is_a(kind, end.classes);
}

std::vector<Alternatives> Resolver::ends(std::uint32_t token, int depth) const {
  std::vector<Alternatives> result;
  if (depth > 5) return result;
  for (const std::uint32_t t : tree_->conjuncts(token)) {
    bool instances = false;
    if (mention_at_[t] < 0 ||
        document_->mentions[static_cast<std::size_t>(mention_at_[t])].kind != MentionKind::Named) {
      for (const std::uint32_t c : tree_->children(t)) {
        if (c < t || !(tree_->is(c, "nmod") || tree_->is(c, "obl") || tree_->is(c, "acl")) ||
            !introduces_instances(tree_->preposition(c)))
          continue;
        for (Alternatives& alternatives_of_instance : ends(c, depth + 1)) {
          std::erase_if(alternatives_of_instance, [&](const End& end) { return !may_be_instance(t, end); });
          if (alternatives_of_instance.empty()) continue;
          for (End& end : alternatives_of_instance) end.cost += 1;
          result.push_back(std::move(alternatives_of_instance));
          instances = true;
        }
      }
    }
    if (instances) continue;
    const bool described = mention_at_[t] < 0 ||
                           document_->mentions[static_cast<std::size_t>(mention_at_[t])].kind == MentionKind::Nominal;
    if (described && depth < 3 && tree_->is(t, "appos") && tree_->head(t) != kNoToken) {
      // *companies like Acme, a state-backed entity*: the appositive is what it stands beside
      for (Alternatives& beside : ends(static_cast<std::uint32_t>(tree_->head(t)), depth + 1)) {
        for (End& end : beside) end.cost += 1;
        if (beside.empty() || document_->entities.size() <= beside.front().argument.index ||
            beside.front().argument.kind != Argument::Kind::Entity ||
            document_->entities[beside.front().argument.index].kind != EntityKind::Named)
          continue;
        result.push_back(std::move(beside));
        instances = true;
        break;
      }
    }
    if (instances) continue;
    if (described) {  // *customers Acme and Zelt*: each of the names beside the noun
      for (const std::uint32_t c : tree_->children(t)) {
        const bool beside = c > t && (tree_->is(c, "appos") || tree_->is(c, "flat"));
        const std::int32_t name = beside && tree_->child(c, "conj") != kNoToken ? mention_at_[c] : -1;
        if (name < 0 || document_->mentions[static_cast<std::size_t>(name)].kind != MentionKind::Named) continue;
        for (Alternatives& each : ends(c, depth + 1)) {
          for (End& end : each) end.cost += 1;
          result.push_back(std::move(each));
          instances = true;
        }
      }
    }
    if (instances) continue;
    if (is_transparent(t)) {  // *a number of chips and tools*: coordination inside
      for (const std::uint32_t c : tree_->children(t)) {
        if (!tree_->is(c, "nmod") || tree_->preposition(c) != "of") continue;
        for (Alternatives& inner : ends(c, depth + 1)) {
          for (End& end : inner) end.cost += 1;
          result.push_back(std::move(inner));
          instances = true;
        }
      }
      if (instances) continue;
    }
    if (const std::int32_t pair = depth < 2 ? named_pair(t) : kNoToken; pair != kNoToken) {
      for (Alternatives& each : ends(static_cast<std::uint32_t>(pair), depth + 1)) {
        for (End& end : each) end.pronoun = true;
        result.push_back(std::move(each));
      }
    } else if (Alternatives own = alternatives(t); !own.empty()) {
      result.push_back(std::move(own));
    } else if (const std::int32_t named = named_together(t); named != kNoToken && depth < 2) {
      for (Alternatives& each : ends(static_cast<std::uint32_t>(named), depth + 1)) {
        for (End& end : each) end.pronoun = true;
        result.push_back(std::move(each));
      }
    }
  }
  return result;
}

bool Resolver::fits(const End& end, const std::vector<std::string>& wanted) const {
  if (wanted.empty() || end.classes.empty()) return true;
  return ontology_->any_is_a(end.classes, wanted);
}

}  // namespace triplewright::extract
