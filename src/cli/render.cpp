#include "cli/render.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdio>
#include <ostream>
#include <string_view>

namespace triplewright::cli {

namespace {

std::string local_name(std::string_view iri) {
  return std::string(iri.substr(iri.find_last_of("#/") + 1));
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return out;
}

std::string two_decimals(double value) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%.2f", value);
  return buffer;
}

std::string stance(const Document& d, const Evidence& e) {
  std::string out(to_string(e.factuality));
  if (e.speaker >= 0)
    out += ", says " + d.entities[static_cast<std::size_t>(e.speaker)].name;
  else if (!e.speaker_text.empty())
    out += ", says \"" + e.speaker_text + "\"";
  return out;
}

/// The path of heads from a token up to the predicate, or to the root when it does not pass there.
std::string path(const Document& d, Span tokens, std::uint32_t predicate) {
  if (tokens.empty()) return "-";
  auto at = static_cast<std::int32_t>(tokens.begin);
  while (d.tokens[static_cast<std::size_t>(at)].head >= 0 &&
         tokens.contains(static_cast<std::uint32_t>(d.tokens[static_cast<std::size_t>(at)].head)))
    at = d.tokens[static_cast<std::size_t>(at)].head;
  std::string out(d.form(static_cast<std::uint32_t>(at)));
  for (std::size_t steps = 0; at >= 0 && static_cast<std::uint32_t>(at) != predicate && steps < 64; ++steps) {
    const Token& t = d.tokens[static_cast<std::size_t>(at)];
    out += " <" + t.deprel;
    at = t.head;
    if (at >= 0) out += " " + std::string(d.form(static_cast<std::uint32_t>(at)));
  }
  return out;
}

}  // namespace

std::string describe(const Document& d, const Argument& a) {
  switch (a.kind) {
    case Argument::Kind::Entity:
      return d.entities[a.index].name;
    case Argument::Kind::Value: {
      const Value& v = d.values[a.index];
      std::string out = (a.text == "-" ? "-" : "") + v.text;
      if (v.kind == ValueKind::Time && (!v.begin.empty() || !v.end.empty()))
        out += v.begin == v.end ? " = " + v.begin : " = " + v.begin + ".." + v.end;
      return out;
    }
    case Argument::Kind::Iri:
      return a.text.empty() ? local_name(a.iri) : a.text;
    case Argument::Kind::Text:
      return "\"" + a.text + "\"";
    case Argument::Kind::None:
      break;
  }
  return "?";
}

void print_claims(std::ostream& out, const Extraction& x, bool why) {
  const Document& d = x.document;
  for (std::uint32_t s = 0; s < d.sentences.size(); ++s) {
    bool shown = false;
    const auto show_sentence = [&] {
      if (!shown) out << "\n[" << s << "] " << one_line(d.text(d.sentences[s].tokens)) << '\n';
      shown = true;
    };
    for (const Claim& c : x.claims) {
      if (c.evidence.sentence != s) continue;
      show_sentence();
      out << "    " << describe(d, c.subject) << "  --" << local_name(c.property) << "-->  " << describe(d, c.object);
      for (const Qualifier& q : c.qualifiers) out << "  | " << local_name(q.property) << ": " << describe(d, q.filler);
      out << "    [" << stance(d, c.evidence) << "] " << two_decimals(c.evidence.confidence) << '\n';
      if (why)
        out << "        " << (c.evidence.lexical_entry.empty() ? "-" : local_name(c.evidence.lexical_entry)) << ", "
            << c.evidence.construction << ", at \"" << d.form(c.evidence.predicate)
            << "\"; subject: " << path(d, c.subject.tokens, c.evidence.predicate)
            << "; object: " << path(d, c.object.tokens, c.evidence.predicate) << '\n';
    }
    if (!why) continue;
    for (const Dropped& dropped : x.dropped) {
      if (dropped.sentence != s) continue;
      show_sentence();
      out << "    dropped \"" << d.form(dropped.predicate) << "\": " << dropped.reason
          << (dropped.entry.empty() ? "" : " (" + local_name(dropped.entry) + ")")
          << (dropped.detail.empty() ? "" : ": " + dropped.detail) << '\n';
    }
  }
}

void print_claims_json(std::ostream& out, const Extraction& x, const std::string& article) {
  const Document& d = x.document;
  for (const Claim& c : x.claims) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
    const auto field = [&](const char* name, std::string_view value) {
      json.Key(name);
      json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    };
    json.StartObject();
    field("article", article);
    field("sentence", one_line(d.text(d.sentences[c.evidence.sentence].tokens)));
    field("subject", describe(d, c.subject));
    field("property", c.property);
    field("object", describe(d, c.object));
    json.Key("qualifiers");
    json.StartArray();
    for (const Qualifier& q : c.qualifiers) {
      json.StartObject();
      field("property", q.property);
      field("value", describe(d, q.filler));
      json.EndObject();
    }
    json.EndArray();
    field("factuality", to_string(c.evidence.factuality));
    if (c.evidence.speaker >= 0) field("speaker", d.entities[static_cast<std::size_t>(c.evidence.speaker)].name);
    if (!c.evidence.speaker_text.empty()) field("speaker_text", c.evidence.speaker_text);
    json.Key("confidence");
    json.RawValue(two_decimals(c.evidence.confidence).c_str(), 4, rapidjson::kNumberType);
    field("entry", c.evidence.lexical_entry);
    field("construction", c.evidence.construction);
    json.EndObject();
    out << buffer.GetString() << '\n';
  }
}

}  // namespace triplewright::cli
