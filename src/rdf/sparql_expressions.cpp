#include <algorithm>
#include <array>

#include "rdf/datatypes.h"
#include "rdf/sparql_reader.h"
#include "triplewright/error.h"

namespace triplewright::rdf {
namespace {

using Kind = ExpressionFacts::Kind;
using Token = SparqlToken::Kind;

struct Function {
  std::string_view name;
  Kind result;
};
// Functions whose answers were the same as another engine's.
constexpr std::array<Function, 33> kFunctions = {
    {{"ABS", Kind::Other},           {"BOUND", Kind::Boolean},    {"CEIL", Kind::Other},
     {"COALESCE", Kind::Other},      {"CONTAINS", Kind::Boolean}, {"ENCODE_FOR_URI", Kind::String},
     {"FLOOR", Kind::Other},         {"IF", Kind::Other},         {"IRI", Kind::Other},
     {"ISBLANK", Kind::Boolean},     {"ISIRI", Kind::Boolean},    {"ISLITERAL", Kind::Boolean},
     {"ISNUMERIC", Kind::Boolean},   {"ISURI", Kind::Boolean},    {"LANG", Kind::String},
     {"LANGMATCHES", Kind::Boolean}, {"LCASE", Kind::String},     {"MD5", Kind::String},
     {"NOW", Kind::Other},           {"REGEX", Kind::Boolean},    {"REPLACE", Kind::String},
     {"ROUND", Kind::Other},         {"SAMETERM", Kind::Boolean}, {"SHA1", Kind::String},
     {"SHA256", Kind::String},       {"STR", Kind::String},       {"STRDT", Kind::Other},
     {"STRENDS", Kind::Boolean},     {"STRLANG", Kind::Other},    {"STRLEN", Kind::Other},
     {"STRSTARTS", Kind::Boolean},   {"SUBSTR", Kind::String},    {"UCASE", Kind::String}}};
constexpr std::array<std::string_view, 7> kAggregates = {"COUNT", "SUM", "AVG", "MIN", "MAX", "SAMPLE", "GROUP_CONCAT"};

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

std::string_view instead_of(std::string_view function) {
  if (function == "CONCAT") return "select the parts as columns of their own";
  if (function == "STRBEFORE" || function == "STRAFTER") return "use SUBSTR, REPLACE or CONTAINS";
  if (function == "YEAR" || function == "MONTH" || function == "DAY")
    return "use SUBSTR(STR(?date), 1, 4) and the like";
  if (function == "DATATYPE") return "use ISNUMERIC, LANG or a comparison";
  return "";
}

}  // namespace

ExpressionFacts ExpressionReader::read(bool condition) {
  const std::size_t line = cursor_.now().line;
  const ExpressionFacts facts = disjunction(condition);
  if (condition) check_truth(facts, line);
  return facts;
}

ExpressionFacts ExpressionReader::read_constraint(bool condition) {
  const std::size_t line = cursor_.now().line;
  const ExpressionFacts facts = primary();
  if (condition) check_truth(facts, line);
  return facts;
}

void ExpressionReader::check_truth(const ExpressionFacts& facts, std::size_t line) {
  if (facts.kind != Kind::Boolean)
    cursor_.refuse("the truth value of something that is not a comparison or a test",
                   "compare it: ?x = true, ?n != 0, STRLEN(?s) > 0", line);
}

ExpressionFacts ExpressionReader::disjunction(bool condition) {
  const std::size_t line = cursor_.now().line;
  ExpressionFacts facts = conjunction(condition);
  while (cursor_.take_if("||")) {
    check_truth(facts, line);
    const ExpressionFacts right = conjunction(true);
    check_truth(right, cursor_.last().line);
    facts.total = facts.total && right.total;
  }
  return facts;
}

ExpressionFacts ExpressionReader::conjunction(bool) {
  const std::size_t line = cursor_.now().line;
  ExpressionFacts facts = relation();
  while (cursor_.take_if("&&")) {
    check_truth(facts, line);
    const ExpressionFacts right = relation();
    check_truth(right, cursor_.last().line);
    facts.total = facts.total && right.total;
  }
  return facts;
}

ExpressionFacts ExpressionReader::relation() {
  typed_constant_.clear();
  const ExpressionFacts left = sum();
  const SparqlToken op = cursor_.now();
  const bool is_in = op.is("IN") || (op.is("NOT") && cursor_.ahead(1).is("IN"));
  if (is_in) {
    cursor_.take_if("NOT");
    cursor_.take();
    arguments();
    return {Kind::Boolean};
  }
  const bool is_equality = op.is("=") || op.is("!=");
  const bool is_order = op.is("<") || op.is(">") || op.is("<=") || op.is(">=");
  if (!is_equality && !is_order) return left;
  cursor_.take();
  const ExpressionFacts right = sum();
  if (!typed_constant_.empty() && !op.is("="))
    cursor_.refuse("comparing values of type " + typed_constant_, "compare STR(?x) with a string", op.line);
  const auto is_text = [](const ExpressionFacts& f) { return f.kind == Kind::StringConstant; };
  const auto may_have_language = [](const ExpressionFacts& f) {
    return f.kind == Kind::Variable || f.kind == Kind::Other;
  };
  if (is_order && ((is_text(left) && may_have_language(right)) || (is_text(right) && may_have_language(left))))
    cursor_.refuse("ordering what may have a language tag", "compare STR(?x) with the string", op.line);
  const auto is_string = [](const ExpressionFacts& f) {
    return f.total && (f.kind == Kind::String || f.kind == Kind::StringConstant);
  };
  return {Kind::Boolean, is_string(left) && is_string(right)};
}

void ExpressionReader::check_overflow(const ExpressionFacts& a, const ExpressionFacts& b, std::size_t line) {
  shape_.calculates = true;
  if (a.kind == Kind::IntegerConstant && b.kind == Kind::IntegerConstant)
    cursor_.refuse("arithmetic on integer constants, which overflows at 32 bits", "write the result", line);
}

ExpressionFacts ExpressionReader::sum() {
  ExpressionFacts facts = product();
  while (cursor_.now().is("+") || cursor_.now().is("-")) {
    const std::size_t line = cursor_.take().line;
    check_overflow(facts, product(), line);
    facts = {};
  }
  return facts;
}

ExpressionFacts ExpressionReader::product() {
  ExpressionFacts facts = unary();
  while (cursor_.now().is("*") || cursor_.now().is("/")) {
    const std::size_t line = cursor_.take().line;
    check_overflow(facts, unary(), line);
    facts = {};
  }
  return facts;
}

ExpressionFacts ExpressionReader::unary() {
  const std::size_t line = cursor_.now().line;
  if (cursor_.take_if("!")) {
    const ExpressionFacts facts = unary();
    check_truth(facts, line);
    return facts;
  }
  if (cursor_.take_if("-") || cursor_.take_if("+")) {
    const ExpressionFacts facts = unary();
    if (facts.kind == Kind::IntegerConstant) return facts;
    shape_.calculates = true;
    return {};
  }
  return primary();
}

ExpressionFacts ExpressionReader::primary() {
  const SparqlToken token = cursor_.now();
  if (++depth_ > 200) cursor_.fail("brackets too deep");
  ExpressionFacts facts;
  if (cursor_.take_if("(")) {
    facts = disjunction(false);
    cursor_.expect(")");
  } else if (token.kind == Token::Variable) {
    cursor_.take();
    const std::string name(token.text.substr(1));
    variables_.insert(name);
    facts = {Kind::Variable, bound_ != nullptr && bound_->contains(name)};
  } else if (token.kind == Token::Word && (token.is("true") || token.is("false"))) {
    cursor_.take();
    facts = {Kind::Boolean, true};
  } else if (token.kind == Token::Word) {
    cursor_.take();
    if (token.is("EXISTS") || (token.is("NOT") && cursor_.now().is("EXISTS")))
      cursor_.refuse("EXISTS and NOT EXISTS", "use OPTIONAL with FILTER(!BOUND(?x))", token.line);
    const std::string name = upper(token.text);
    const bool is_aggregate = std::find(kAggregates.begin(), kAggregates.end(), name) != kAggregates.end();
    facts = is_aggregate ? aggregate(token) : call(token);
  } else if (token.kind == Token::Iri || token.kind == Token::Name) {
    cursor_.take();
    facts = cursor_.now().is("(") ? cast(token) : ExpressionFacts{Kind::Other, true};
  } else {
    facts = literal();
  }
  --depth_;
  return facts;
}

ExpressionFacts ExpressionReader::literal() {
  const SparqlToken token = cursor_.take();
  if (token.kind == Token::Number)
    return {token.text.find_first_of(".eE") == std::string_view::npos ? Kind::IntegerConstant : Kind::Other, true};
  if (token.kind != Token::String) cursor_.fail("an expression cannot have '" + std::string(token.text) + "' here");
  if (cursor_.now().kind == Token::Language) {
    cursor_.take();
    return {Kind::StringConstant, true};
  }
  if (!cursor_.take_if("^^")) return {Kind::StringConstant, true};
  const std::string datatype = cursor_.full_iri(cursor_.take());
  constexpr std::array<std::string_view, 20> compared = {"string",
                                                         "boolean",
                                                         "integer",
                                                         "decimal",
                                                         "double",
                                                         "float",
                                                         "date",
                                                         "dateTime",
                                                         "long",
                                                         "int",
                                                         "short",
                                                         "byte",
                                                         "nonNegativeInteger",
                                                         "positiveInteger",
                                                         "unsignedInt",
                                                         "unsignedLong",
                                                         "unsignedShort",
                                                         "unsignedByte",
                                                         "negativeInteger",
                                                         "nonPositiveInteger"};
  const bool is_xsd = std::string_view(datatype).starts_with(kXsd);
  const std::string_view name = is_xsd ? std::string_view(datatype).substr(kXsd.size()) : std::string_view{};
  if (std::find(compared.begin(), compared.end(), name) == compared.end()) typed_constant_ = "<" + datatype + ">";
  return {name == "boolean" ? Kind::Boolean : Kind::Other, true};
}

std::vector<ExpressionFacts> ExpressionReader::arguments() {
  std::vector<ExpressionFacts> out;
  cursor_.expect("(");
  while (!cursor_.now().is(")")) {
    out.push_back(disjunction(false));
    if (!cursor_.take_if(",")) break;
  }
  cursor_.expect(")");
  return out;
}

ExpressionFacts ExpressionReader::call(const SparqlToken& name) {
  const std::string function = upper(name.text);
  const auto* known =
      std::find_if(kFunctions.begin(), kFunctions.end(), [&](const Function& f) { return f.name == function; });
  const bool is_uri = function == "URI";
  if (known == kFunctions.end() && !is_uri) cursor_.refuse("the function " + function, instead_of(function), name.line);
  shape_.upper_case = shape_.upper_case || function == "UCASE";
  shape_.lower_case = shape_.lower_case || function == "LCASE";
  if (function == "ROUND" || function == "CEIL" || function == "FLOOR" || function == "ABS") shape_.calculates = true;
  if (function == "REGEX" || function == "REPLACE") {
    // The pattern is the second argument.
    std::size_t i = 1;
    for (int level = 0; !(level == 0 && cursor_.ahead(i).is(",")); ++i) {
      const SparqlToken& t = cursor_.ahead(i);
      if (t.kind == Token::End) break;
      if (t.is("(")) ++level;
      if (t.is(")") && --level < 0) break;
    }
    check_pattern(name, cursor_.ahead(i + 1));
  }
  const auto facts = arguments();
  const auto all_total = [&](bool strings) {
    return std::all_of(facts.begin(), facts.end(), [&](const ExpressionFacts& f) {
      const bool fits = f.kind == Kind::String || f.kind == Kind::StringConstant || f.kind == Kind::IntegerConstant;
      return f.total && (!strings || fits);
    });
  };
  if (function == "IF" && !facts.empty()) {
    check_truth(facts[0], name.line);
    const bool is_test = facts.size() == 3 && facts[1].kind == Kind::Boolean && facts[2].kind == Kind::Boolean;
    return {is_test ? Kind::Boolean : Kind::Other, all_total(false)};
  }
  if (function == "COALESCE")
    return {Kind::Other, std::any_of(facts.begin(), facts.end(), [](const auto& f) { return f.total; })};
  const bool takes_anything = function == "STR" || function == "SAMETERM" || function.starts_with("IS");
  return {is_uri ? Kind::Other : known->result, function == "BOUND" || all_total(!takes_anything)};
}

// rasqal matches bytes: a dot or a class is one byte of a letter beyond ASCII.
void ExpressionReader::check_pattern(const SparqlToken& name, const SparqlToken& pattern) {
  const std::string function = upper(name.text);
  if (pattern.kind != Token::String)
    cursor_.refuse(function + " with a pattern that is not a constant", "write the pattern as a string", name.line);
  const std::string_view text = pattern.text;
  const bool is_ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  bool by_bytes = !is_ascii || text.find("[^") != std::string_view::npos || text.find("\\u") != std::string_view::npos;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == '\\') {
      const char next = text[i + 1] == '\\' && i + 2 < text.size() ? text[i + 2] : text[i + 1];
      by_bytes = by_bytes || std::string_view("wWDSbBpPxX").find(next) != std::string_view::npos;
      i += text[i + 1] == '\\' ? 2 : 1;
    } else if (text[i] == '.' && text[i + 1] != '*' && text[i + 1] != '+') {
      by_bytes = true;
    }
  }
  if (by_bytes)
    cursor_.refuse(
        function + " with a pattern that counts characters or names some beyond ASCII (the engine counts bytes)",
        "use .* or .+, CONTAINS, STRSTARTS or STRENDS", name.line);
}

ExpressionFacts ExpressionReader::cast(const SparqlToken& name) {
  const std::string type = cursor_.full_iri(name);
  const auto facts = arguments();
  if (type == std::string(kXsd) + "string") return {Kind::String, !facts.empty() && facts[0].total};
  for (const std::string_view number : {"integer", "decimal", "double", "float"})
    if (type == std::string(kXsd) + std::string(number)) {
      // Only text becomes a number rightly: xsd:integer(2.5) is an error to rasqal.
      if (facts.size() == 1 && facts[0].kind == Kind::String) {
        shape_.calculates = true;
        return {};
      }
      cursor_.refuse("the cast " + std::string(name.text) + " of a value that may be a number",
                     "cast its STR(), or use ROUND, FLOOR, CEIL", name.line);
    }
  cursor_.refuse("the function " + std::string(name.text), "", name.line);
}

ExpressionFacts ExpressionReader::aggregate(const SparqlToken& name) {
  Aggregate found{upper(name.text), {}, name.line};
  const std::set<std::string> before = std::exchange(variables_, {});
  cursor_.expect("(");
  found.distinct = cursor_.take_if("DISTINCT");
  if (cursor_.take_if("*")) {
    found.simple = !found.distinct;
  } else {
    found.simple = disjunction(false).kind == Kind::Variable;
  }
  if (cursor_.now().is(";"))
    cursor_.refuse("GROUP_CONCAT with a SEPARATOR (the engine ignores it)", "leave it out: a space separates",
                   name.line);
  cursor_.expect(")");
  found.end = cursor_.last().offset;
  found.variables = variables_;
  variables_.insert(before.begin(), before.end());
  aggregates_.push_back(std::move(found));
  shape_.calculates = true;
  return {Kind::Aggregate};
}

}  // namespace triplewright::rdf
