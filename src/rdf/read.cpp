// Reading through raptor's own parsers: librdf's would drop the graphs of N-Quads and TriG.
#include <algorithm>
#include <exception>
#include <fstream>
#include <istream>
#include <iterator>
#include <limits>

#include "rdf/http.h"
#include "rdf/jsonld.h"
#include "rdf/redland.h"
#include "rdf/table.h"
#include "rdf/turtle_lines.h"
#include "text/hash.h"
#include "triplewright/rdf.h"

namespace triplewright {
namespace {

constexpr std::string_view kBase = "https://w3id.org/triplewright/";

const char* raptor_name(Syntax syntax) {
  switch (syntax) {
    case Syntax::NTriples:
      return "ntriples";
    case Syntax::NQuads:
      return "nquads";
    case Syntax::Turtle:
      return "turtle";
    case Syntax::TriG:
      return "trig";
    default:
      return "rdfxml";
  }
}

std::string_view view(const unsigned char* text, std::size_t size) {
  return {reinterpret_cast<const char*>(text), size};
}
std::string_view view(raptor_uri* uri) {
  std::size_t size = 0;
  const unsigned char* text = raptor_uri_as_counted_string(uri, &size);
  return view(text, size);
}

class RaptorReading {
 public:
  RaptorReading(Syntax syntax, std::string_view source_name, std::string_view base, const QuadSink& quads,
                const DiagnosticSink& sink, const PrefixSink& prefixes)
      : syntax_(syntax),
        source_name_(source_name),
        base_(base.empty() ? kBase : base),
        quads_(quads),
        sink_(sink),
        prefixes_(prefixes),
        session_([this](raptor_log_level level, std::size_t line, const char* message) {
          if (level >= RAPTOR_LOG_LEVEL_WARN) report(level > RAPTOR_LOG_LEVEL_WARN, line, message);
        }) {}

  std::size_t run(const std::string& content) {
    if (content.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
      throw Error("raptor reads at most 2 GiB at once; split " + source_name_);
    if (is_turtle()) lines_ = rdf::triple_lines(content);
    // Turtle is read at the end only; the others are given in pieces, which spares them a copy of it all.
    const std::size_t piece = is_turtle() ? content.size() : kPiece;
    std::string_view rest = content;
    return parse(text::hash_hex(content), [&] {
      const std::string_view next = rest.substr(0, piece);
      rest.remove_prefix(next.size());
      return next;
    });
  }

  /// From where the stream is, without holding it. It must be able to go back.
  std::size_t run(std::istream& in) {
    const auto start = in.tellg();
    const std::string hash = text::hash_hex(in);
    in.clear();
    in.seekg(start);
    std::string buffer(kPiece, '\0');
    return parse(hash, [&] {
      in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
      return std::string_view(buffer).substr(0, static_cast<std::size_t>(in.gcount()));
    });
  }

 private:
  static constexpr std::size_t kPiece = std::size_t{1} << 18;

  /// `next` gives piece after piece, in the end an empty one.
  template <typename Next>
  std::size_t parse(const std::string& hash, const Next& next) {
    genid_ = base_ + "genid/" + hash.substr(0, 16) + "/";
    const auto base_uri = session_.uri(base_);
    parser_.reset(raptor_new_parser(session_.world(), raptor_name(syntax_)));
    if (!parser_) throw Error(std::string("this raptor has no parser for ") + raptor_name(syntax_));
    raptor_parser_set_option(parser_.get(), RAPTOR_OPTION_NO_NET, nullptr, 1);
    raptor_parser_set_option(parser_.get(), RAPTOR_OPTION_NO_FILE, nullptr, 1);
    raptor_parser_set_statement_handler(parser_.get(), this, [](void* self, raptor_statement* s) {
      static_cast<RaptorReading*>(self)->guarded([&](RaptorReading& r) { r.on_statement(*s); });
    });
    if (prefixes_) {
      raptor_parser_set_namespace_handler(parser_.get(), this, [](void* self, raptor_namespace* n) {
        static_cast<RaptorReading*>(self)->guarded([&](RaptorReading& r) { r.on_prefix(n); });
      });
    }
    if (raptor_parser_parse_start(parser_.get(), base_uri.get()) != 0)
      throw Error("raptor cannot start reading " + source_name_);
    int failed = 0;
    for (std::string_view piece = next(); !piece.empty() && failed == 0 && !thrown_; piece = next())
      failed = raptor_parser_parse_chunk(parser_.get(), reinterpret_cast<const unsigned char*>(piece.data()),
                                         piece.size(), 0);
    if (failed == 0 && !thrown_) failed = raptor_parser_parse_chunk(parser_.get(), nullptr, 0, 1);
    if (thrown_) std::rethrow_exception(thrown_);
    if (failed != 0 && faults_ == 0) report(true, 0, "the input could not be read");
    return faults_;
  }

  bool is_turtle() const { return syntax_ == Syntax::Turtle || syntax_ == Syntax::TriG; }

  // An exception must not cross raptor's C frames.
  template <typename Action>
  void guarded(const Action& action) noexcept {
    if (thrown_) return;
    try {
      action(*this);
    } catch (...) {
      thrown_ = std::current_exception();
      raptor_parser_parse_abort(parser_.get());
    }
  }

  void on_statement(const raptor_statement& statement) {
    std::size_t line = 0;
    if (is_turtle()) {
      line = count_ < lines_.size() ? lines_[count_] : 0;
    } else if (const raptor_locator* at = raptor_parser_get_locator(parser_.get()); at != nullptr && at->line > 0) {
      line = static_cast<std::size_t>(at->line);
    }
    ++count_;
    Quad& quad = quad_;
    if (!convert(statement.subject, quad.subject, line) || !convert(statement.predicate, quad.predicate, line) ||
        !convert(statement.object, quad.object, line))
      return;
    if (statement.graph == nullptr) {
      quad.graph = Term();
    } else if (!convert(statement.graph, quad.graph, line)) {
      return;
    }
    quads_(quad, line);
  }

  void on_prefix(raptor_namespace* ns) {
    const auto* prefix = raptor_namespace_get_prefix(ns);
    raptor_uri* uri = raptor_namespace_get_uri(ns);
    if (uri != nullptr) prefixes_(prefix == nullptr ? "" : reinterpret_cast<const char*>(prefix), view(uri));
  }

  bool convert(const raptor_term* term, Term& out, std::size_t line) {
    if (term->type == RAPTOR_TERM_TYPE_URI) {
      // The same as in the statement before, as subject and graph mostly are.
      if (out.is_iri() && out.value() == view(term->value.uri)) return true;
      auto iri = Term::iri(view(term->value.uri));
      if (iri) {
        out = *std::move(iri);
        return true;
      }
      report(true, line, "not an absolute IRI: <" + std::string(view(term->value.uri)) + ">");
      return false;
    }
    if (term->type == RAPTOR_TERM_TYPE_BLANK) {
      out = Term::must_iri(genid_ + std::string(view(term->value.blank.string, term->value.blank.string_len)));
      return true;
    }
    const auto& literal = term->value.literal;
    const std::string_view text = view(literal.string, literal.string_len);
    if (literal.language != nullptr && literal.language_len > 0) {
      out = Term::lang_string(text, view(literal.language, literal.language_len));
      if (out.language().empty())
        report(false, line,
               "not a language tag, left out: " + std::string(view(literal.language, literal.language_len)));
    } else if (literal.datatype != nullptr) {
      out = Term::typed(text, view(literal.datatype));
    } else {
      out = Term::string(text);
    }
    return true;
  }

  void report(bool is_fault, std::size_t line, std::string message) {
    if (is_fault) ++faults_;
    if (sink_)
      sink_(
          {is_fault ? Severity::Error : Severity::Warning, {source_name_, line, 0, 0}, "bad-rdf", std::move(message)});
  }

  Syntax syntax_;
  std::string source_name_;
  std::string base_;
  const QuadSink& quads_;
  const DiagnosticSink& sink_;
  const PrefixSink& prefixes_;
  rdf::RaptorSession session_;
  rdf::Raptor<raptor_parser> parser_;
  std::string genid_;
  Quad quad_;
  std::vector<std::uint32_t> lines_;
  std::size_t count_ = 0;
  std::size_t faults_ = 0;
  std::exception_ptr thrown_;
};

}  // namespace

std::size_t read(std::istream& in, Syntax syntax, std::string_view source_name, std::string_view base,
                 const QuadSink& quads, const DiagnosticSink& sink, const PrefixSink& prefixes) {
  const bool in_lines = syntax == Syntax::NTriples || syntax == Syntax::NQuads;
  if (in_lines && in.tellg() != std::istream::pos_type(-1))
    return RaptorReading(syntax, source_name, base, quads, sink, prefixes).run(in);
  in.clear();
  const std::string content{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad()) throw Error("cannot read " + std::string(source_name));
  if (syntax == Syntax::JsonLd)
    return rdf::read_jsonld(content, source_name, base.empty() ? kBase : base, quads, sink, prefixes);
  return RaptorReading(syntax, source_name, base, quads, sink, prefixes).run(content);
}

Graph read_file(const std::string& path, const DiagnosticSink& sink) {
  const auto syntax = syntax_from_path(path);
  const bool is_table = path.ends_with(".csv") || path.ends_with(".tsv");
  if (!syntax && !is_table)
    throw Error("the extension of " + path + " is none of nt, nq, ttl, trig, rdf, owl, xml, jsonld, csv, tsv");
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error("cannot open " + path);
  Graph graph;
  if (is_table) {
    // Its name without the folder, so that the graph does not depend on where the file lies.
    const std::string table = std::string(kBase) + "table/" + rdf::url_encode(path.substr(path.rfind('/') + 1));
    const QuadSink quads = [&](const Quad& quad, std::size_t) { graph.add(quad); };
    rdf::read_table(in, path.ends_with(".csv") ? ',' : '\t', path, table, quads, sink);
    return graph;
  }
  read(
      in, *syntax, path, kBase, [&](const Quad& quad, std::size_t) { graph.add(quad); }, sink,
      [&](std::string_view prefix, std::string_view iri) { graph.set_prefix(std::string(prefix), std::string(iri)); });
  return graph;
}

}  // namespace triplewright
