#include <rapidjson/prettywriter.h>

#include <array>
#include <map>
#include <set>

#include "rdf/jsonld.h"
#include "rdf/output.h"
#include "rdf/prefixes.h"

namespace triplewright::rdf {
namespace {

constexpr std::string_view kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

// What all objects of a predicate have in common, for its definition in the context.
struct Objects {
  bool all_iris = true;
  bool one_datatype = true;
  std::string_view datatype;  // empty: plain strings among them
  bool seen = false;
};

// What RapidJSON writes to.
struct JsonStream {
  using Ch = char;
  Output out;
  void Put(char c) { out << c; }
  void Flush() { out.drain(); }
};

class JsonLdWriter {
 public:
  JsonLdWriter(std::ostream& out, const Graph& graph)
      : graph_(graph), stream_{Output(out)}, json_(stream_), prefixes_(usable_prefixes(graph)) {
    json_.SetIndent(' ', 1);
  }

  void run() {
    survey();
    json_.StartObject();
    context();
    key("@graph");
    json_.StartArray();
    const auto& quads = graph_.quads();
    for (std::size_t begin = 0; begin < quads.size();) {
      std::size_t end = begin + 1;
      while (end < quads.size() && quads[end].graph == quads[begin].graph) ++end;
      graph(begin, end);
      begin = end;
    }
    json_.EndArray();
    json_.EndObject();
    stream_.out << '\n';
    stream_.out.flush();
  }

 private:
  // In JSON-LD "urn:x" is a prefixed name if there is a prefix "urn", so a prefix may not be the scheme of an
  // IRI that does not go on with "//".
  static Prefixes usable_prefixes(const Graph& graph) {
    std::set<std::string, std::less<>> schemes;
    const auto note = [&](std::string_view iri) {
      const auto colon = iri.find(':');
      if (colon != std::string_view::npos && !iri.substr(colon + 1).starts_with("//") &&
          !schemes.contains(iri.substr(0, colon)))
        schemes.emplace(iri.substr(0, colon));
    };
    for (const Quad& quad : graph.quads()) {
      note(quad.subject.value());
      note(quad.predicate.value());
      note(quad.graph.value());
      note(quad.object.is_iri() ? std::string_view(quad.object.value()) : quad.object.datatype());
    }
    schemes.emplace();  // there is no empty prefix in JSON-LD
    return Prefixes(graph.prefixes(), schemes);
  }

  void survey() {
    used_.assign(prefixes_.list().size(), false);
    for (const Quad& quad : graph_.quads()) {
      use(quad.graph.value());
      use(quad.subject.value());
      if (quad.predicate.value() != kType) {
        use(quad.predicate.value());
        Objects& objects = objects_of(quad.predicate.value());
        if (quad.object.is_iri()) {
          objects.one_datatype = false;
        } else {
          objects.all_iris = false;
          const std::string_view datatype = quad.object.datatype();
          if (datatype.empty() || (objects.seen && objects.datatype != datatype)) objects.one_datatype = false;
          objects.datatype = datatype;
          use(datatype);
        }
        objects.seen = true;
      }
      if (quad.object.is_iri()) use(quad.object.value());
    }
  }

  // Sorted quads repeat a few predicates in turn.
  Objects& objects_of(const std::string& predicate) {
    auto& recent = recent_[predicate.size() % recent_.size()];
    if (recent == nullptr || recent->first != predicate) recent = &*objects_.try_emplace(predicate).first;
    return recent->second;
  }

  void use(std::string_view iri) {
    if (const auto index = prefixes_.shorten(iri).index; index != Prefixes::kNone) used_[index] = true;
  }

  void context() {
    key("@context");
    json_.StartObject();
    const auto& list = prefixes_.list();
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!used_[i]) continue;
      key(list[i].first);
      // Only a namespace that ends like one is a prefix by itself (JSON-LD 1.1, 4.1.5).
      if (std::string_view(":/?#[]@").find(list[i].second.back()) != std::string_view::npos) {
        string(list[i].second);
        continue;
      }
      json_.StartObject();
      key("@id");
      string(list[i].second);
      key("@prefix");
      json_.Bool(true);
      json_.EndObject();
    }
    for (const auto& [predicate, objects] : objects_) {
      if (!objects.seen || (!objects.all_iris && !objects.one_datatype)) continue;
      key(name(predicate));
      json_.StartObject();
      key("@id");
      string(name(predicate));
      key("@type");
      string(objects.all_iris ? "@id" : name(objects.datatype));
      json_.EndObject();
    }
    json_.EndObject();
  }

  void graph(std::size_t begin, std::size_t end) {
    const auto& quads = graph_.quads();
    const Term& graph_name = quads[begin].graph;
    if (!graph_name.empty()) {
      json_.StartObject();
      key("@id");
      string(name(graph_name.value()));
      key("@graph");
      json_.StartArray();
    }
    for (std::size_t i = begin; i < end;) {
      std::size_t next = i + 1;
      while (next < end && quads[next].subject == quads[i].subject) ++next;
      subject(i, next);
      stream_.out.drain();
      i = next;
    }
    if (!graph_name.empty()) {
      json_.EndArray();
      json_.EndObject();
    }
  }

  void subject(std::size_t begin, std::size_t end) {
    const auto& quads = graph_.quads();
    json_.StartObject();
    key("@id");
    string(name(quads[begin].subject.value()));
    // rdf:type with a literal is legal RDF, and no @type.
    values(
        begin, end, [](const Quad& q) { return q.predicate.value() == kType && q.object.is_iri(); }, "@type");
    for (std::size_t i = begin; i < end;) {
      std::size_t next = i + 1;
      while (next < end && quads[next].predicate == quads[i].predicate) ++next;
      const bool is_type = quads[i].predicate.value() == kType;
      values(
          i, next, [&](const Quad& q) { return !is_type || !q.object.is_iri(); }, name(quads[i].predicate.value()));
      i = next;
    }
    json_.EndObject();
  }

  template <typename Wanted>
  void values(std::size_t begin, std::size_t end, const Wanted& wanted, std::string_view key_name) {
    const auto& quads = graph_.quads();
    std::size_t count = 0;
    for (std::size_t i = begin; i < end; ++i) count += wanted(quads[i]) ? 1 : 0;
    if (count == 0) return;
    const bool is_type = key_name == "@type";
    key(key_name);  // perhaps a view into name_, which the values overwrite
    if (count > 1) json_.StartArray();
    for (std::size_t i = begin; i < end; ++i) {
      if (!wanted(quads[i])) continue;
      if (is_type) {
        string(name(quads[i].object.value()));
      } else {
        value(quads[i].object, quads[i].predicate.value());
      }
    }
    if (count > 1) json_.EndArray();
  }

  void value(const Term& term, const std::string& predicate) {
    const Objects& objects = objects_of(predicate);
    const bool coerced = objects.seen && (objects.all_iris || objects.one_datatype);
    if (coerced) return string(term.is_iri() ? name(term.value()) : term.value());
    if (term.is_literal() && term.datatype().empty() && term.language().empty()) return string(term.value());
    json_.StartObject();
    key(term.is_iri() ? "@id" : "@value");
    string(term.is_iri() ? name(term.value()) : term.value());
    if (!term.language().empty()) {
      key("@language");
      string(term.language());
    } else if (!term.datatype().empty()) {
      key("@type");
      string(name(term.datatype()));
    }
    json_.EndObject();
  }

  // Valid until the next call.
  std::string_view name(std::string_view iri) {
    const auto [index, local] = prefixes_.shorten(iri);
    if (index == Prefixes::kNone) return iri;
    name_.assign(prefixes_.list()[index].first).append(":").append(local);
    return name_;
  }
  void key(std::string_view text) { json_.Key(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
  void string(std::string_view text) { json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }

  const Graph& graph_;
  JsonStream stream_;
  rapidjson::PrettyWriter<JsonStream> json_;
  Prefixes prefixes_;
  std::vector<bool> used_;
  std::map<std::string_view, Objects> objects_;
  std::array<std::pair<const std::string_view, Objects>*, 64> recent_{};
  std::string name_;
};

}  // namespace

void write_jsonld(std::ostream& out, const Graph& graph) {
  JsonLdWriter(out, graph).run();
}

}  // namespace triplewright::rdf
