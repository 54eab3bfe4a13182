#include "rdf/turtle_family.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "rdf/datatypes.h"
#include "rdf/order.h"
#include "rdf/output.h"
#include "rdf/prefixes.h"
#include "rdf/reifiers.h"

namespace triplewright::rdf {
namespace {

constexpr std::string_view kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

constexpr std::array<bool, 256> make_escaped() {
  std::array<bool, 256> table{};
  for (unsigned c = 0; c < 0x20; ++c) table[c] = true;
  table['"'] = table['\\'] = table[0x7F] = true;
  return table;
}
constexpr auto kEscaped = make_escaped();

void append_escape(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:  // \b and \f are not known to every parser of N-Triples
      out += "\\u00";
      out += digits[static_cast<unsigned char>(c) >> 4];
      out += digits[static_cast<unsigned char>(c) & 15];
  }
}

void append_iri(std::string& out, std::string_view iri) {
  out += '<';
  out += iri;
  out += '>';
}

/// Writes subjects with their predicates and objects; knows the prefixes.
class TurtleWriter {
 public:
  // `reifiers` may be null.
  TurtleWriter(std::ostream& stream, const Prefixes& prefixes, const Reifiers* reifiers)
      : out_(stream), prefixes_(prefixes), reifiers_(reifiers) {}

  void prefixes(const std::vector<bool>& used) {
    const auto& list = prefixes_.list();
    for (std::size_t i = 0; i < list.size(); ++i)
      if (used[i]) out_ << "@prefix " << list[i].first << ": <" << list[i].second << "> .\n";
  }

  // Quads of one graph, by subject, predicate, object. `at(i)` gives the i-th.
  template <typename At>
  void graph(const Term& name, std::size_t begin, std::size_t end, const At& at) {
    begin_graph(name);
    for (std::size_t i = begin; i < end;) {
      std::size_t next = i + 1;
      while (next < end && at(next).subject == at(i).subject) ++next;
      subject(i, next, at);
      i = next;
    }
    end_graph();
  }

  void begin_graph(const Term& name) {
    named_ = !name.empty();
    if (!named_) return;
    out_ << '\n';
    iri(name.value());
    out_ << " {";
  }

  void end_graph() {
    if (named_) out_ << "}\n";
  }

  // All quads of one subject within the graph.
  template <typename At>
  void subject(std::size_t begin, std::size_t end, const At& at) {
    const std::string_view indent = named_ ? "  " : "";
    out_ << '\n' << indent;
    iri(at(begin).subject.value());
    predicates(begin, end, at, indent);
    out_ << " .\n";
    out_.drain();
  }

  void finish() { out_.flush(); }

 private:
  template <typename At>
  void predicates(std::size_t begin, std::size_t end, const At& at, std::string_view indent) {
    std::size_t type = begin;
    while (type < end && at(type).predicate.value() < kType) ++type;
    std::size_t after = type;
    while (after < end && at(after).predicate.value() == kType) ++after;
    bool first = true;
    const auto some = [&](std::size_t from, std::size_t to) {
      for (std::size_t i = from; i < to; ++i) {
        if (i > from && at(i).predicate == at(i - 1).predicate) {
          out_ << " ,\n" << indent << "    ";
        } else {
          out_ << (first ? "\n" : " ;\n") << indent << "  ";
          if (i >= type && i < after) {
            out_ << 'a';
          } else {
            iri(at(i).predicate.value());
          }
          out_ << ' ';
        }
        first = false;
        object(at(i).object);
        if (reifiers_ != nullptr) reify(at(i));
      }
    };
    some(type, after);
    some(begin, type);
    some(after, end);
  }

  void iri(std::string_view text) {
    const auto [index, local] = prefixes_.shorten(text);
    if (index == Prefixes::kNone) {
      append_iri(out_.buffer(), text);
    } else {
      out_ << prefixes_.list()[index].first << ':' << local;
    }
  }

  void object(const Term& term) {
    if (term.is_iri()) {
      iri(term.value());
      return;
    }
    append_quoted(out_.buffer(), term.value());
    if (!term.language().empty()) out_ << '@' << term.language();
    if (!term.datatype().empty()) {
      out_ << "^^";
      iri(term.datatype());
    }
  }

  void reify(const Quad& quad) {
    for (const auto& entry : reifiers_->of(quad)) {
      out_ << " ~ ";
      iri(entry.statement->value());
    }
  }

  Output out_;
  const Prefixes& prefixes_;
  const Reifiers* reifiers_;
  bool named_ = false;
};

// Which prefixes the graph uses, so that only those are declared.
class Usage {
 public:
  explicit Usage(const Prefixes& prefixes) : prefixes_(prefixes), used_(prefixes.list().size(), false) {}
  void graph(const Quad& quad) { note(quad.graph.value()); }
  void triple(const Quad& quad) {
    note(quad.subject.value());
    if (quad.predicate.value() != kType) note(quad.predicate.value());
    note(quad.object.is_iri() ? std::string_view(quad.object.value()) : quad.object.datatype());
  }
  const std::vector<bool>& used() const { return used_; }

 private:
  void note(std::string_view iri) {
    if (iri.empty()) return;
    if (const auto index = prefixes_.shorten(iri).index; index != Prefixes::kNone) used_[index] = true;
  }
  const Prefixes& prefixes_;
  std::vector<bool> used_;
};

}  // namespace

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!kEscaped[static_cast<unsigned char>(text[at])]) continue;
    out.append(text, done, at - done);
    append_escape(out, text[at]);
    done = at + 1;
  }
  out.append(text, done, text.size() - done);
  out += '"';
}

void append_ntriples(std::string& out, const Term& term) {
  if (term.is_iri()) {
    append_iri(out, term.value());
    return;
  }
  append_quoted(out, term.value());
  if (!term.language().empty()) {
    out += '@';
    out += term.language();
  } else if (!term.datatype().empty()) {
    out += "^^";
    append_iri(out, term.datatype());
  }
}

namespace {

void append_triple(std::string& out, const Quad& quad) {
  append_iri(out, quad.subject.value());
  out += ' ';
  append_iri(out, quad.predicate.value());
  out += ' ';
  append_ntriples(out, quad.object);
}

void append_end(std::string& out, const Quad& quad, bool with_graphs) {
  if (with_graphs && !quad.graph.empty()) {
    out += ' ';
    append_iri(out, quad.graph.value());
  }
  out += " .\n";
}

bool same_triple(const Quad& a, const Quad& b) {
  return a.subject == b.subject && a.predicate == b.predicate && a.object == b.object;
}

}  // namespace

std::vector<const Quad*> distinct_triples(const Graph& graph) {
  std::vector<const Quad*> quads;
  quads.reserve(graph.size());
  if (!graph.empty() && graph.quads().front().graph != graph.quads().back().graph) {
    for (const std::uint32_t place : sorted_places(graph.quads(), false)) quads.push_back(&graph.quads()[place]);
  } else {
    for (const Quad& quad : graph.quads()) quads.push_back(&quad);
  }
  return quads;
}

void write_lines(std::ostream& stream, const QuadPass& quads, bool with_graphs) {
  Output out(stream);
  Quad before;
  quads([&](const Quad& quad) {
    if (!with_graphs && same_triple(quad, before)) return;
    std::string& buffer = out.buffer();
    append_triple(buffer, quad);
    append_end(buffer, quad, with_graphs);
    out.drain();
    if (!with_graphs) before = quad;
  });
  out.flush();
}

void write_turtle(std::ostream& stream, const QuadPass& quads,
                  const std::vector<std::pair<std::string, std::string>>& given, bool with_graphs) {
  const Prefixes prefixes(given);
  Usage usage(prefixes);
  quads([&](const Quad& quad) {
    usage.triple(quad);
    if (with_graphs) usage.graph(quad);
  });
  TurtleWriter writer(stream, prefixes, nullptr);
  writer.prefixes(usage.used());
  std::vector<Quad> subject;  // its quads, and nothing more, are held
  const auto end_subject = [&] {
    if (!subject.empty()) writer.subject(0, subject.size(), [&](std::size_t i) -> const Quad& { return subject[i]; });
    subject.clear();
  };
  std::optional<Term> graph;
  quads([&](const Quad& quad) {
    const Term& name = with_graphs ? quad.graph : Term();
    if (!subject.empty() && !with_graphs && same_triple(quad, subject.back())) return;
    if (graph != name || (!subject.empty() && subject.back().subject != quad.subject)) end_subject();
    if (graph != name) {
      if (graph) writer.end_graph();
      writer.begin_graph(name);
      graph = name;
    }
    subject.push_back(quad);
  });
  end_subject();
  if (graph) writer.end_graph();
  writer.finish();
}

void write_lines(std::ostream& stream, const Graph& graph, bool with_graphs, bool reify) {
  Output out(stream);
  const auto reifiers = reify ? std::make_unique<Reifiers>(graph, with_graphs) : nullptr;
  const auto line = [&](const Quad& quad) {
    append_triple(out.buffer(), quad);
    append_end(out.buffer(), quad, with_graphs);
    if (reifiers) {
      for (const auto& entry : reifiers->of(quad)) {
        append_iri(out.buffer(), entry.statement->value());
        out << " <" << kRdf << "reifies> <<( ";
        append_triple(out.buffer(), quad);
        out << " )>>";
        append_end(out.buffer(), quad, with_graphs);
      }
    }
    out.drain();
  };
  if (with_graphs) {
    for (const Quad& quad : graph.quads()) line(quad);
  } else {
    for (const Quad* quad : distinct_triples(graph)) line(*quad);
  }
  out.flush();
}

void write_turtle(std::ostream& stream, const Graph& graph, bool with_graphs, bool reify) {
  const Prefixes prefixes(graph.prefixes());
  Usage usage(prefixes);
  for (const Quad& quad : graph.quads()) {
    usage.triple(quad);
    if (with_graphs) usage.graph(quad);
  }
  const auto reifiers = reify ? std::make_unique<Reifiers>(graph, with_graphs) : nullptr;
  TurtleWriter writer(stream, prefixes, reifiers.get());
  writer.prefixes(usage.used());
  if (with_graphs) {
    const auto& quads = graph.quads();
    for (std::size_t begin = 0; begin < quads.size();) {
      std::size_t end = begin + 1;
      while (end < quads.size() && quads[end].graph == quads[begin].graph) ++end;
      writer.graph(quads[begin].graph, begin, end, [&](std::size_t i) -> const Quad& { return quads[i]; });
      begin = end;
    }
  } else {
    const auto quads = distinct_triples(graph);
    writer.graph({}, 0, quads.size(), [&](std::size_t i) -> const Quad& { return *quads[i]; });
  }
  writer.finish();
}

}  // namespace triplewright::rdf
