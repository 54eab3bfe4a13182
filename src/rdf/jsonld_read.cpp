#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "rdf/datatypes.h"
#include "rdf/jsonld.h"
#include "rdf/jsonld_context.h"
#include "text/hash.h"

namespace triplewright::rdf {
namespace {

using Json = rapidjson::Value;

std::string_view view(const Json& value) {
  return {value.GetString(), value.GetStringLength()};
}
std::string rdf(std::string_view name) {
  return std::string(kRdf) + std::string(name);
}

// Expansion and conversion to RDF in one walk (JSON-LD 1.1 API, 5.1 and 8.1).
class JsonLdReader {
 public:
  JsonLdReader(std::string_view base, std::string genid, const QuadSink& quads, const PrefixSink& prefixes)
      : base_(base), genid_(std::move(genid)), quads_(quads), prefixes_(prefixes) {}

  void run(const Json& document) {
    JsonLdContext context(base_);
    if (document.IsArray()) {
      for (const Json& node : document.GetArray()) top(node, context);
    } else {
      top(document, context);
    }
  }

 private:
  void top(const Json& node, JsonLdContext context) {
    if (!node.IsObject()) throw JsonLdFault("the document is neither an object nor a list of them");
    // An object of nothing but a context and a graph is not itself a node.
    const bool is_wrapper = node.HasMember("@graph") && !node.HasMember("@id") &&
                            node.MemberCount() <= (node.HasMember("@context") ? 2u : 1u);
    if (!is_wrapper) {
      object(node, context, Term());
      return;
    }
    take_context(node, context);
    each(node["@graph"], [&](const Json& inner) { object(inner, context, Term()); });
  }

  template <typename Action>
  void each(const Json& value, const Action& action) {
    if (!value.IsArray()) return action(value);
    for (const Json& part : value.GetArray()) action(part);
  }

  void take_context(const Json& node, JsonLdContext& context) {
    const auto found = node.FindMember("@context");
    if (found == node.MemberEnd()) return;
    context.add(found->value);
    if (!prefixes_) return;
    for (const auto& [prefix, iri] : context.prefixes())
      if (!iri.empty()) prefixes_(prefix, iri);
  }

  Term iri(const std::string& text) const {
    if (text.starts_with("_:")) return Term::must_iri(genid_ + "u" + text.substr(2));
    const auto term = Term::iri(text);
    if (!term) throw JsonLdFault("not an absolute IRI: \"" + text + "\"");
    return *term;
  }
  Term fresh() { return Term::must_iri(genid_ + "a" + std::to_string(++anonymous_)); }

  void emit(const Term& s, const std::string& p, const Term& o, const Term& graph) {
    quads_(Quad{s, iri(p), o, graph}, 0);
  }

  // A node object; returns its subject.
  Term object(const Json& node, JsonLdContext context, const Term& graph) {
    if (!node.IsObject()) throw JsonLdFault("a node is not an object");
    if (++depth_ > 200) throw JsonLdFault("nested too deep");
    take_context(node, context);
    Term subject;
    for (const auto& member : node.GetObject()) {
      if (context.expand_name(view(member.name)) != "@id") continue;
      if (!member.value.IsString()) throw JsonLdFault("@id is not a string");
      subject = iri(context.expand_id(view(member.value)));
    }
    if (subject.empty()) subject = fresh();
    for (const auto& member : node.GetObject()) property(subject, view(member.name), member.value, context, graph);
    --depth_;
    return subject;
  }

  void property(const Term& subject, std::string_view key, const Json& value, const JsonLdContext& context,
                const Term& graph) {
    const std::string name = context.expand_name(key);
    if (name == "@context" || name == "@id" || name == "@index") return;
    if (name == "@type") {
      each(value, [&](const Json& type) {
        if (!type.IsString()) throw JsonLdFault("@type is not a string");
        emit(subject, rdf("type"), iri(context.expand_name(view(type))), graph);
      });
    } else if (name == "@graph") {
      each(value, [&](const Json& inner) { object(inner, context, subject); });
    } else if (name == "@reverse") {
      for (const auto& member : value.GetObject())
        each(member.value, [&](const Json& other) {
          emit(object(other, context, graph), context.expand_name(view(member.name)), subject, graph);
        });
    } else if (name.starts_with('@')) {
      throw JsonLdFault("\"" + name + "\" is not known here");
    } else if (name.find(':') != std::string::npos) {
      values(subject, name, value, context, context.find(key), graph);
    }
    // A name without an IRI says nothing in RDF.
  }

  void values(const Term& subject, const std::string& predicate, const Json& value, const JsonLdContext& context,
              const JsonLdContext::TermDefinition* term, const Term& graph) {
    if (term != nullptr && term->reverse) {
      each(value, [&](const Json& other) {
        emit(other.IsString() ? iri(context.expand_id(view(other))) : object(other, context, graph), predicate, subject,
             graph);
      });
    } else if (term != nullptr && term->container == "@list") {
      emit(subject, predicate, list(value, context, term, graph), graph);
    } else if (term != nullptr && term->container == "@language" && value.IsObject()) {
      for (const auto& member : value.GetObject())
        each(member.value, [&](const Json& text) {
          if (!text.IsString()) throw JsonLdFault("a language map holds strings");
          const std::string_view tag = view(member.name);
          emit(subject, predicate, tag == "@none" ? Term::string(view(text)) : Term::lang_string(view(text), tag),
               graph);
        });
    } else {
      each(value, [&](const Json& part) {
        if (part.IsObject() && part.HasMember("@set")) {
          values(subject, predicate, part["@set"], context, term, graph);
        } else if (!part.IsNull()) {
          emit(subject, predicate, term_of(part, context, term, graph), graph);
        }
      });
    }
  }

  Term list(const Json& items, const JsonLdContext& context, const JsonLdContext::TermDefinition* term,
            const Term& graph) {
    std::vector<Term> values;
    each(items, [&](const Json& item) { values.push_back(term_of(item, context, term, graph)); });
    Term rest = iri(rdf("nil"));
    for (auto value = values.rbegin(); value != values.rend(); ++value) {
      const Term cell = fresh();
      emit(cell, rdf("first"), *value, graph);
      emit(cell, rdf("rest"), rest, graph);
      rest = cell;
    }
    return rest;
  }

  Term term_of(const Json& value, const JsonLdContext& context, const JsonLdContext::TermDefinition* term,
               const Term& graph) {
    if (value.IsObject()) {
      if (value.HasMember("@list")) return list(value["@list"], context, term, graph);
      if (value.HasMember("@value")) return value_object(value, context);
      return object(value, context, graph);
    }
    const std::string type = term == nullptr ? std::string() : term->type;
    if (value.IsString()) {
      if (type == "@id") return iri(context.expand_id(view(value)));
      if (type == "@vocab")
        return iri(context.expand_name(view(value)).empty() ? context.expand_id(view(value))
                                                            : context.expand_name(view(value)));
      if (!type.empty()) return Term::typed(view(value), type);
      const std::string& language = term != nullptr && term->has_language ? term->language : context.language();
      return language.empty() ? Term::string(view(value)) : Term::lang_string(view(value), language);
    }
    return native(value, type.starts_with('@') ? std::string() : type);
  }

  static Term value_object(const Json& value, const JsonLdContext& context) {
    std::string type;
    std::string_view language;
    for (const auto& member : value.GetObject()) {
      const std::string_view key = view(member.name);
      if (key == "@value" || key == "@index") continue;
      if ((key != "@type" && key != "@language") || !member.value.IsString())
        throw JsonLdFault("\"" + std::string(key) + "\" in a value is not known here");
      if (key == "@type") type = context.expand_name(view(member.value));
      if (key == "@language") language = view(member.value);
    }
    const Json& content = value["@value"];
    if (type == "@json") throw JsonLdFault("@json is not known here");
    if (!content.IsString()) return native(content, type);
    if (!language.empty()) return Term::lang_string(view(content), language);
    return type.empty() ? Term::string(view(content)) : Term::typed(view(content), type);
  }

  static Term native(const Json& value, const std::string& type) {
    const auto typed = [&](std::string_view text, std::string_view name) {
      return Term::typed(text, type.empty() ? std::string(kXsd) + std::string(name) : type);
    };
    if (value.IsBool()) return typed(value.GetBool() ? "true" : "false", "boolean");
    if (value.IsInt64()) return typed(std::to_string(value.GetInt64()), "integer");
    if (value.IsUint64()) return typed(std::to_string(value.GetUint64()), "integer");
    if (!value.IsDouble()) throw JsonLdFault("a list within a list, or null, as a value");
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value.GetDouble()).ptr;
    return typed({buffer.data(), static_cast<std::size_t>(end - buffer.data())}, "double");
  }

  std::string base_;
  std::string genid_;
  const QuadSink& quads_;
  const PrefixSink& prefixes_;
  std::size_t anonymous_ = 0;
  int depth_ = 0;
};

}  // namespace

std::size_t read_jsonld(const std::string& content, std::string_view source_name, std::string_view base,
                        const QuadSink& quads, const DiagnosticSink& sink, const PrefixSink& prefixes) {
  const auto fault = [&](std::string message, std::size_t line) {
    if (sink) sink({Severity::Error, {std::string(source_name), line, 0, 0}, "bad-rdf", std::move(message)});
    return std::size_t{1};
  };
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag |
                 rapidjson::kParseValidateEncodingFlag>(content.data(), content.size());
  if (document.HasParseError()) {
    const auto upto =
        content.begin() + static_cast<std::ptrdiff_t>(std::min(document.GetErrorOffset(), content.size()));
    return fault(rapidjson::GetParseError_En(document.GetParseError()),
                 1 + static_cast<std::size_t>(std::count(content.begin(), upto, '\n')));
  }
  const std::string genid = std::string(base) + "genid/" + text::hash_hex(content).substr(0, 16) + "/";
  try {
    JsonLdReader(base, genid, quads, prefixes).run(document);
  } catch (const JsonLdFault& problem) {
    return fault(problem.what(), 0);
  }
  return 0;
}

}  // namespace triplewright::rdf
