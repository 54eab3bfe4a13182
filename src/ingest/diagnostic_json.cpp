// Diagnostics as lines of JSON.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "text/utf8.h"
#include "triplewright/reader.h"

namespace triplewright {

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void member(Writer& writer, const char* name, const std::string& value) {
  if (value.empty()) return;
  writer.Key(name);
  const std::string valid = text::is_valid(value) ? value : text::repair(value);
  writer.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
}

void place(Writer& writer, const Position& where) {
  member(writer, "source", where.source);
  if (where.line != 0) writer.Key("line"), writer.Uint64(where.line);
  if (where.column != 0) writer.Key("column"), writer.Uint64(where.column);
  if (where.offset != 0) writer.Key("offset"), writer.Uint64(where.offset);
}

}  // namespace

std::string diagnostic_to_json(const Diagnostic& diagnostic) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartObject();
  place(writer, diagnostic.where);
  const char* severity = diagnostic.severity == Severity::Error     ? "error"
                         : diagnostic.severity == Severity::Warning ? "warning"
                                                                    : "note";
  member(writer, "severity", severity);
  member(writer, "code", diagnostic.code);
  member(writer, "message", diagnostic.message);
  writer.EndObject();
  return buffer.GetString();
}

}  // namespace triplewright
