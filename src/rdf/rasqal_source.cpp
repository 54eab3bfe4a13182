#include "rdf/rasqal_source.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "rdf/datatypes.h"
#include "triplewright/error.h"

namespace triplewright::rdf {

namespace {

constexpr std::string_view kGenid = "https://w3id.org/triplewright/genid/";

unsigned char* copy(std::string_view text) {
  auto* out = static_cast<unsigned char*>(rasqal_alloc_memory(text.size() + 1));
  if (out == nullptr) throw Error("out of memory");
  std::memcpy(out, text.data(), text.size());
  out[text.size()] = 0;
  return out;
}

// The datatype under which rasqal is given a literal. It frees a date twice that it cannot read (years beyond four
// digits or before our era): those get one that it does not know. Integers beyond 32 bits it makes decimals half way.
std::string rasqal_datatype(const Term& term, bool exact) {
  const std::string_view type = term.datatype();
  if (!type.starts_with(kXsd)) return std::string(type);
  const std::string_view name = type.substr(kXsd.size());
  if ((name == "date" || name == "dateTime") && (term.value()[0] == '-' || term.value()[4] != '-')) return "urn:x-date";
  const bool is_whole = is_integer_type(type);
  return std::string(kXsd) + std::string(is_whole && (exact || term.value().size() > 9) ? "decimal" : name);
}

std::string alias_key(const Term& term) {
  return term.value() + '\0' + std::string(term.datatype()) + '\0' + std::string(term.language());
}

}  // namespace

RasqalTerms::RasqalTerms(const TripleStore& store, rasqal_world* world, const RaptorSession& session, bool exact)
    : store_(store), world_(world), session_(session), exact_(exact), literals_(store.term_count() + 1, nullptr) {}

RasqalTerms::~RasqalTerms() {
  for (rasqal_literal* literal : literals_)
    if (literal != nullptr) rasqal_free_literal(literal);
}

rasqal_literal* RasqalTerms::literal(TermId id) {
  if (literals_[id] != nullptr) return literals_[id];
  const Term& term = store_.term(id);
  rasqal_literal* made = nullptr;
  if (term.is_iri()) {
    made = rasqal_new_uri_literal(world_, session_.uri(term.value()).release());
  } else {
    const std::string datatype = rasqal_datatype(term, exact_);
    made = rasqal_new_string_literal(
        world_, copy(term.value()),
        term.language().empty() ? nullptr : reinterpret_cast<const char*>(copy(term.language())),
        datatype.empty() ? nullptr : session_.uri(datatype).release(), nullptr);
  }
  if (made == nullptr) throw Error("rasqal refuses the term " + term.value());
  ids_.emplace(made, id);
  literals_[id] = made;
  // Results come as copies in rasqal's own lexical forms (times in UTC, decimals reformatted).
  if (const Term back = convert(made); back != term && store_.find(back) == 0) aliases_.emplace(alias_key(back), id);
  return made;
}

TermId RasqalTerms::id(rasqal_literal* literal) const {
  const auto found = ids_.find(literal);
  return found != ids_.end() ? found->second : store_.find(term(literal));
}

TermId RasqalTerms::number(rasqal_literal* literal) {
  if (literal == nullptr) return 0;
  if (const auto found = ids_.find(literal); found != ids_.end()) return found->second;
  Term made = term(literal);
  if (made.empty()) return 0;
  if (const TermId known = store_.find(made); known != 0) return known;
  const auto [at, is_new] = extra_ids_.emplace(alias_key(made) + (made.is_iri() ? "i" : "l"), 0);
  if (is_new) {
    extra_.push_back(std::move(made));
    at->second = static_cast<TermId>(store_.term_count() + extra_.size());
  }
  return at->second;
}

Term RasqalTerms::term(rasqal_literal* literal) const {
  if (literal == nullptr) return {};
  if (const auto found = ids_.find(literal); found != ids_.end()) return store_.term(found->second);
  if (literal->type == RASQAL_LITERAL_VARIABLE) return term(literal->value.variable->value);
  Term converted = convert(literal);
  if (const auto found = aliases_.find(alias_key(converted)); found != aliases_.end())
    return store_.term(found->second);
  return converted;
}

Term RasqalTerms::convert(rasqal_literal* literal) {
  std::size_t size = 0;
  int error = 0;
  const unsigned char* text = rasqal_literal_as_counted_string(literal, &size, 0, &error);
  if (text == nullptr || error != 0) return {};
  const std::string_view value(reinterpret_cast<const char*>(text), size);
  switch (literal->type) {
    case RASQAL_LITERAL_URI:
      if (auto iri = Term::iri(value)) return *std::move(iri);
      return Term::string(value);
    case RASQAL_LITERAL_BLANK:
      return Term::must_iri(std::string(kGenid) + "query/" + std::string(value));
    default:
      break;
  }
  if (literal->language != nullptr) return Term::lang_string(value, literal->language);
  if (literal->datatype != nullptr)
    return Term::typed(value, reinterpret_cast<const char*>(raptor_uri_as_string(literal->datatype)));
  const auto xsd = [&](const char* name) { return Term::typed(value, std::string(kXsd) + name); };
  switch (literal->type) {
    case RASQAL_LITERAL_BOOLEAN:
      return xsd("boolean");
    case RASQAL_LITERAL_INTEGER:
    case RASQAL_LITERAL_INTEGER_SUBTYPE:
      return xsd("integer");
    case RASQAL_LITERAL_FLOAT:
      return xsd("float");
    case RASQAL_LITERAL_DOUBLE:
      return xsd("double");
    case RASQAL_LITERAL_DECIMAL:
      return xsd("decimal");
    case RASQAL_LITERAL_DATE:
      return xsd("date");
    case RASQAL_LITERAL_DATETIME:
      return xsd("dateTime");
    default:
      return Term::string(value);
  }
}

/// The matches of one triple pattern under the present bindings.
///
/// Two things are mended here. (1) In a join rasqal evaluates the right side anew for each row of the left, which
/// overwrites the variables that both share; a row of the left that comes later would then hold values of the right. So
/// each time a pattern binds, the patterns before it bind again. (2) The right side is evaluated whole, for a nested
/// loop over all pairs. A row of it can only be used if it agrees with the row of the left, so the values that the left
/// has now are looked up instead of searched for (sideways information passing): the same answer, in linear time.
struct Match {
  Source* source;
  std::size_t pattern;
  std::size_t column;
  std::array<rasqal_variable*, 4> variables{};
  std::array<bool, 4> checked{};  // a part that must equal the first part with the same variable
  std::array<const std::vector<TermId>*, 4> choices{};
  Matches matches;

  void settle() {
    while (!matches.done() && !agrees(matches.quad())) matches.next();
  }
  bool agrees(const IdQuad& quad) const {
    for (std::size_t i = 0; i < 4; ++i)
      for (std::size_t j = 0; checked[i] && j < i; ++j)
        if (variables[i] == variables[j] && quad[i] != quad[j]) return false;
    for (std::size_t i = 0; i < 4; ++i)
      if (choices[i] != nullptr && std::find(choices[i]->begin(), choices[i]->end(), quad[i]) == choices[i]->end())
        return false;
    return true;
  }
  // Binds the match that is next, or again the one that was bound last.
  void bind() {
    bound = matches.quad();
    rebind();
  }
  void rebind() const {
    for (std::size_t i = 0; i < 4; ++i) {
      if (variables[i] == nullptr || bound[i] == 0) continue;
      rasqal_literal* literal = source->terms.literal(bound[i]);
      if (variables[i]->value != literal)
        rasqal_variable_set_value(variables[i], rasqal_new_literal_from_literal(literal));
    }
  }
  TermId value_of(const rasqal_variable* variable) const {
    for (std::size_t i = 0; i < 4; ++i)
      if (variables[i] == variable) return bound[i];
    return 0;
  }
  IdQuad bound{};
};

namespace {

constexpr std::array<rasqal_triple_parts, 4> kParts = {RASQAL_TRIPLE_SUBJECT, RASQAL_TRIPLE_PREDICATE,
                                                       RASQAL_TRIPLE_OBJECT, RASQAL_TRIPLE_ORIGIN};

std::array<rasqal_literal*, 4> parts_of(const rasqal_triple& triple) {
  return {triple.subject, triple.predicate, triple.object, triple.origin};
}

// The value that a pattern evaluated before has for a variable now, or 0.
TermId outer_value(const Source& source, std::size_t pattern, const rasqal_variable* variable) {
  for (const std::size_t outer : source.patterns[pattern].outer)
    for (const Match* match : source.patterns[outer].live)
      if (match != nullptr)
        if (const TermId id = match->value_of(variable); id != 0) return id;
  return 0;
}

Match* new_match(Source& source, rasqal_triple_meta& meta, const rasqal_triple& triple) {
  const auto place = source.places.find(&triple);
  if (place == source.places.end()) throw Error("rasqal asks for a triple pattern that the query has not");
  auto match = std::make_unique<Match>();
  match->source = &source;
  match->pattern = place->second.pattern;
  match->column = place->second.column;
  IdQuad ids{};
  bool possible = true;
  const auto literals = parts_of(triple);
  for (std::size_t i = 0; i < 4; ++i) {
    if (literals[i] == nullptr) continue;
    rasqal_variable* variable = rasqal_literal_as_variable(literals[i]);
    if (i < 3 || variable != nullptr) meta.bindings[i] = variable;
    if (variable == nullptr) {
      ids[i] = source.terms.id(literals[i]);
      possible = possible && ids[i] != 0;
      continue;
    }
    match->variables[i] = variable;
    if (!source.patterns[match->pattern].in_subquery)
      if (const auto found = source.choices.find(reinterpret_cast<const char*>(variable->name));
          found != source.choices.end())
        match->choices[i] = &found->second;
    for (std::size_t j = 0; j < i; ++j)
      if (match->variables[j] == variable) match->checked[i] = true;
    if ((meta.parts & kParts[i]) == 0 && variable->value != nullptr) {
      ids[i] = source.terms.id(variable->value);
      possible = possible && ids[i] != 0;
    } else {
      ids[i] = outer_value(source, match->pattern, variable);
    }
  }
  if (possible) {
    match->matches = literals[3] != nullptr && ids[3] != 0 ? source.terms.store().match_in_graph(ids)
                                                           : source.terms.store().match(ids);
    match->settle();
  }
  source.patterns[match->pattern].live[match->column] = match.get();
  return match.release();
}

int init_match(rasqal_triples_match* rtm, rasqal_triples_source* rts, void*, rasqal_triple_meta* meta,
               rasqal_triple* triple) {
  Source& source = **static_cast<Source**>(rts->user_data);
  rtm->bind_match = [](rasqal_triples_match*, void* data, rasqal_variable**, rasqal_triple_parts parts) {
    auto& match = *static_cast<Match*>(data);
    try {
      const auto& live = match.source->patterns[match.pattern].live;
      for (std::size_t column = 0; column < match.column; ++column)
        if (live[column] != nullptr) live[column]->rebind();
      match.bind();
    } catch (...) {
      match.source->thrown = std::current_exception();
      return static_cast<rasqal_triple_parts>(0);
    }
    return parts;
  };
  rtm->next_match = [](rasqal_triples_match*, void* data) {
    auto& match = *static_cast<Match*>(data);
    match.matches.next();
    match.settle();
  };
  rtm->is_end = [](rasqal_triples_match*, void* data) {
    const auto& match = *static_cast<Match*>(data);
    return match.source->thrown || match.matches.done() ? 1 : 0;
  };
  rtm->finish = [](rasqal_triples_match*, void* data) {
    auto* match = static_cast<Match*>(data);
    Match*& live = match->source->patterns[match->pattern].live[match->column];
    if (live == match) live = nullptr;
    delete match;
  };
  try {
    rtm->user_data = new_match(source, *meta, *triple);
    return 0;
  } catch (...) {
    source.thrown = std::current_exception();
    return 1;
  }
}

int triple_present(rasqal_triples_source* rts, void*, rasqal_triple* triple) {
  Source& source = **static_cast<Source**>(rts->user_data);
  try {
    IdQuad ids{};
    const auto literals = parts_of(*triple);
    for (std::size_t i = 0; i < 4; ++i) {
      if (literals[i] == nullptr) continue;
      rasqal_literal* literal = literals[i];
      if (rasqal_variable* variable = rasqal_literal_as_variable(literal)) literal = variable->value;
      ids[i] = literal == nullptr ? 0 : source.terms.id(literal);
      if (ids[i] == 0) return 0;
    }
    return literals[3] != nullptr ? !source.terms.store().match_in_graph(ids).done()
                                  : !source.terms.store().match(ids).done();
  } catch (...) {
    source.thrown = std::current_exception();
    return 0;
  }
}

int init_source(rasqal_world*, raptor_sequence*, void* factory_data, void* user_data, rasqal_triples_source* rts,
                rasqal_triples_error_handler2, unsigned int) {
  *static_cast<Source**>(user_data) = static_cast<Source*>(factory_data);
  rts->version = 1;
  rts->init_triples_match = init_match;
  rts->triple_present = triple_present;
  rts->free_triples_source = [](void*) {};
  return 0;
}

class Survey {
 public:
  explicit Survey(Source& source) : source_(source) {}

  // `available`: patterns whose bindings hold for every row that `group` may add to. Returns those of `group` itself:
  // of a union, only the branch that gives the row has a match under way.
  std::vector<std::size_t> visit(rasqal_graph_pattern* group, std::vector<std::size_t> available, bool nested,
                                 bool in_subquery) {
    const auto op = rasqal_graph_pattern_get_operator(group);
    if (op == RASQAL_GRAPH_PATTERN_OPERATOR_BASIC) return {basic(group, available, in_subquery)};
    std::vector<std::size_t> own;
    // An optional part within a nested group is joined to that group before anything outside is, so it may use the
    // bindings of that group only. Nothing goes into a subselect.
    const bool is_select = op == RASQAL_GRAPH_PATTERN_OPERATOR_SELECT;
    for (int i = 0;; ++i) {
      rasqal_graph_pattern* part = rasqal_graph_pattern_get_sub_graph_pattern(group, i);
      if (part == nullptr) break;
      const auto kind = rasqal_graph_pattern_get_operator(part);
      const bool beside = !is_select && op != RASQAL_GRAPH_PATTERN_OPERATOR_UNION;
      std::vector<std::size_t> usable = beside ? own : std::vector<std::size_t>{};
      const bool is_optional = kind == RASQAL_GRAPH_PATTERN_OPERATOR_OPTIONAL;
      if (!is_select && !(is_optional && nested)) usable.insert(usable.end(), available.begin(), available.end());
      const auto added = visit(part, usable, is_optional || nested || kind == RASQAL_GRAPH_PATTERN_OPERATOR_GROUP,
                               is_select || in_subquery);
      own.insert(own.end(), added.begin(), added.end());
    }
    // Rows of the others do not always come with their bindings: an optional part may have none.
    const bool binds = op == RASQAL_GRAPH_PATTERN_OPERATOR_GROUP || op == RASQAL_GRAPH_PATTERN_OPERATOR_UNION;
    return binds ? own : std::vector<std::size_t>{};
  }

 private:
  std::size_t basic(rasqal_graph_pattern* pattern, std::vector<std::size_t> outer, bool in_subquery) {
    const std::size_t number = source_.patterns.size();
    std::size_t column = 0;
    for (;; ++column) {
      rasqal_triple* triple = rasqal_graph_pattern_get_triple(pattern, static_cast<int>(column));
      if (triple == nullptr) break;
      source_.places.emplace(triple, Source::Place{number, column});
    }
    source_.patterns.push_back({std::vector<Match*>(column, nullptr), std::move(outer), in_subquery});
    return number;
  }
  Source& source_;
};

}  // namespace

void Source::survey(rasqal_query* query) {
  rasqal_graph_pattern* root = rasqal_query_get_query_graph_pattern(query);
  if (root != nullptr) Survey(*this).visit(root, {}, false, false);
}

void register_source(rasqal_world* world, Source& source) {
  const auto factory = [](rasqal_triples_source_factory* made) {
    made->version = 3;
    made->user_data_size = sizeof(Source*);  // NOLINT(bugprone-sizeof-expression): a pointer is what is kept
    made->init_triples_source2 = init_source;
    return 0;
  };
  if (rasqal_set_triples_source_factory(world, factory, &source) != 0) throw Error("rasqal refuses the triples source");
}

}  // namespace triplewright::rdf
