#include "rdf/jsonld_context.h"

#include <algorithm>
#include <array>

namespace triplewright::rdf {
namespace {

std::string_view view(const rapidjson::Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

std::string_view text_of(const rapidjson::Value& value, const std::string& what) {
  if (!value.IsString()) throw JsonLdFault(what + " is not a string");
  return view(value);
}

}  // namespace

void JsonLdContext::add(const rapidjson::Value& local) {
  if (local.IsNull()) {
    *this = JsonLdContext(base_);
    return;
  }
  if (local.IsString())
    throw JsonLdFault("the remote context <" + std::string(view(local)) +
                      "> is not fetched; write it into the document");
  if (local.IsArray()) {
    for (const auto& part : local.GetArray()) add(part);
    return;
  }
  if (!local.IsObject()) throw JsonLdFault("@context is neither an object nor a list of them");
  const auto take = [&](const char* keyword, std::string& into) {
    const auto found = local.FindMember(keyword);
    if (found != local.MemberEnd())
      into = found->value.IsNull() ? std::string() : std::string(text_of(found->value, keyword));
  };
  take("@base", base_);
  take("@vocab", vocab_);
  take("@language", language_);
  if (!vocab_.empty()) vocab_ = expand_name(vocab_);
  std::map<std::string, bool, std::less<>> state;
  for (const auto& member : local.GetObject()) {
    const std::string_view name = view(member.name);
    if (name == "@base" || name == "@vocab" || name == "@language" || name == "@version" || name == "@protected")
      continue;
    if (name.starts_with('@')) throw JsonLdFault("\"" + std::string(name) + "\" in a context is not known here");
    define(local, name, state);
  }
}

// `state`: false while a name is being defined, true when it is.
void JsonLdContext::define(const rapidjson::Value& local, std::string_view name,
                           std::map<std::string, bool, std::less<>>& state) {
  if (const auto known = state.find(name); known != state.end()) {
    if (!known->second) throw JsonLdFault("the definition of \"" + std::string(name) + "\" goes round in circles");
    return;
  }
  const std::string key(name);
  state[key] = false;
  const rapidjson::Value& value =
      local.FindMember(rapidjson::Value(rapidjson::StringRef(key.data(), key.size())))->value;
  terms_.erase(key);
  TermDefinition made;
  if (value.IsString()) {
    made.iri = expand_in(local, view(value), state);
    prefixes_[key] = made.iri;
  } else if (value.IsObject()) {
    std::string id = key;
    for (const auto& member : value.GetObject()) {
      const std::string_view keyword = view(member.name);
      if (keyword == "@id" || keyword == "@reverse") {
        id = member.value.IsNull() ? std::string() : std::string(text_of(member.value, std::string(keyword)));
        made.reverse = keyword == "@reverse";
      } else if (keyword == "@type") {
        made.type = expand_in(local, text_of(member.value, "@type"), state);
        if (made.type == "@json" || made.type == "@none")
          throw JsonLdFault("@type " + made.type + " is not known here");
      } else if (keyword == "@language") {
        made.has_language = true;
        if (!member.value.IsNull()) made.language = text_of(member.value, "@language");
      } else if (keyword == "@container") {
        made.container = text_of(member.value, "@container");
        if (made.container != "@list" && made.container != "@set" && made.container != "@language")
          throw JsonLdFault("@container " + made.container + " is not known here");
      } else if (keyword != "@prefix" && keyword != "@protected") {
        throw JsonLdFault("\"" + std::string(keyword) + "\" in the definition of \"" + key + "\" is not known here");
      }
    }
    if (!id.empty())
      made.iri = id == key && id.find(':') == std::string::npos ? vocab_ + id : expand_in(local, id, state);
    if (value.HasMember("@prefix")) prefixes_[key] = made.iri;
  } else if (!value.IsNull()) {
    throw JsonLdFault("the definition of \"" + key + "\" is neither a string nor an object");
  }
  terms_[key] = made;
  state[key] = true;
}

// As expand_name, where names may be defined by the same local context further on.
std::string JsonLdContext::expand_in(const rapidjson::Value& local, std::string_view name,
                                     std::map<std::string, bool, std::less<>>& state) {
  const auto is_defined_here = [&](std::string_view n) {
    const auto member = local.FindMember(rapidjson::Value(rapidjson::StringRef(n.data(), n.size())));
    if (member != local.MemberEnd() && !n.starts_with('@')) define(local, n, state);
  };
  const auto colon = name.find(':');
  if (colon == std::string_view::npos) {
    is_defined_here(name);
  } else if (!name.substr(colon + 1).starts_with("//") && state.find(name) == state.end()) {
    is_defined_here(name.substr(0, colon));
  }
  if (colon != std::string_view::npos) return compact_iri(name);
  return expand_name(name);
}

// "prefix:name", or an IRI as it is.
std::string JsonLdContext::compact_iri(std::string_view name) const {
  const auto colon = name.find(':');
  const std::string_view prefix = name.substr(0, colon);
  const std::string_view rest = name.substr(colon + 1);
  if (prefix != "_" && !rest.starts_with("//"))
    if (const auto found = terms_.find(prefix); found != terms_.end() && !found->second.iri.empty())
      return found->second.iri + std::string(rest);
  return std::string(name);
}

std::string JsonLdContext::expand_name(std::string_view name) const {
  if (name.starts_with('@')) return std::string(name);
  if (const auto found = terms_.find(name); found != terms_.end()) return found->second.iri;
  if (name.find(':') != std::string_view::npos) return compact_iri(name);
  return vocab_.empty() ? std::string() : vocab_ + std::string(name);
}

std::string JsonLdContext::expand_id(std::string_view id) const {
  if (id.find(':') != std::string_view::npos && id.find(':') < id.find_first_of("/?#")) return compact_iri(id);
  if (id.empty()) return base_;
  // RFC 3986, 5.2, for the references that documents use: "#a", "name", "/path".
  const auto scheme = base_.find("://");
  if (id.starts_with('#')) return base_.substr(0, base_.find('#')) + std::string(id);
  if (id.starts_with("//")) return base_.substr(0, base_.find(':') + 1) + std::string(id);
  if (id.starts_with('/'))
    return base_.substr(0, base_.find('/', scheme == std::string::npos ? 0 : scheme + 3)) + std::string(id);
  return base_.substr(0, base_.rfind('/') + 1) + std::string(id);
}

const JsonLdContext::TermDefinition* JsonLdContext::find(std::string_view name) const {
  const auto found = terms_.find(name);
  return found == terms_.end() ? nullptr : &found->second;
}

}  // namespace triplewright::rdf
