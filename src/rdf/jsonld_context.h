// The @context of JSON-LD 1.1: what names mean. Thread-safety: a value.
#pragma once

#include <rapidjson/document.h>

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace triplewright::rdf {

/// What a document says that is wrong or not known here. Turned into a Diagnostic by read_jsonld.
struct JsonLdFault : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// An active context (JSON-LD 1.1 API, 4). Only inline contexts; a term may have no context of its own.
class JsonLdContext {
 public:
  struct TermDefinition {
    std::string iri;   // empty: the name is to be ignored
    std::string type;  // "@id", "@vocab", a datatype, or empty
    bool has_language = false;
    std::string language;   // when has_language; empty: none
    std::string container;  // "@list", "@set", "@language" or empty
    bool reverse = false;
  };

  explicit JsonLdContext(std::string base) : base_(std::move(base)) {}

  /// Takes in a local context; throws JsonLdFault.
  void add(const rapidjson::Value& local);

  /// The IRI of a property, type or datatype; a keyword as it is; empty when it has none.
  [[nodiscard]] std::string expand_name(std::string_view name) const;
  /// The IRI of an @id: relative to the base.
  [[nodiscard]] std::string expand_id(std::string_view id) const;
  /// Null when the name has no definition.
  [[nodiscard]] const TermDefinition* find(std::string_view name) const;
  [[nodiscard]] const std::string& language() const noexcept { return language_; }
  /// prefix -> namespace, of the definitions that are plain strings.
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& prefixes() const noexcept { return prefixes_; }

 private:
  void define(const rapidjson::Value& local, std::string_view name, std::map<std::string, bool, std::less<>>& state);
  std::string expand_in(const rapidjson::Value& local, std::string_view name,
                        std::map<std::string, bool, std::less<>>& state);
  [[nodiscard]] std::string compact_iri(std::string_view name) const;

  std::string base_;
  std::string vocab_;
  std::string language_;
  std::map<std::string, TermDefinition, std::less<>> terms_;
  std::map<std::string, std::string, std::less<>> prefixes_;
};

}  // namespace triplewright::rdf
