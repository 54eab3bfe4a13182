#include "rdf/redland.h"

#include <redland.h>

#include <cstring>
#include <utility>

#include "triplewright/error.h"

namespace triplewright::rdf {
namespace {

std::mutex& world_mutex() {
  static std::mutex mutex;
  return mutex;
}

// librdf makes raptor's world: where a program that embeds this library uses librdf too, both rest on the same set-up.
raptor_world* the_world() {
  static librdf_world* const world = [] {
    librdf_world* made = librdf_new_world();
    if (made == nullptr) return made;
    librdf_world_set_raptor_init_handler(made, nullptr, [](void*, raptor_world* raptor) {
      // libxml2's error handlers are the process's, not ours.
      raptor_world_set_flag(raptor, RAPTOR_WORLD_FLAG_LIBXML_GENERIC_ERROR_SAVE, 0);
      raptor_world_set_flag(raptor, RAPTOR_WORLD_FLAG_LIBXML_STRUCTURED_ERROR_SAVE, 0);
      // A search tree of all IRIs costs more than it saves.
      raptor_world_set_flag(raptor, RAPTOR_WORLD_FLAG_URI_INTERNING, 0);
    });
    librdf_world_open(made);
    return made;
  }();
  return world == nullptr ? nullptr : librdf_world_get_raptor(world);
}

}  // namespace

RaptorSession::RaptorSession(Log log) : lock_(world_mutex()), world_(the_world()), log_(std::move(log)) {
  if (world_ == nullptr) throw Error("the raptor RDF library cannot be initialised");
  raptor_world_set_log_handler(world_, this, on_log);
  raptor_world_set_generate_bnodeid_handler(world_, this, name_blank_node);
}

RaptorSession::~RaptorSession() {
  // The default handler prints uninitialised memory.
  raptor_world_set_log_handler(world_, nullptr, [](void*, raptor_log_message*) {});
  raptor_world_set_generate_bnodeid_handler(world_, nullptr, nullptr);
}

Raptor<raptor_uri> RaptorSession::uri(const std::string& text) const {
  Raptor<raptor_uri> uri(
      raptor_new_uri_from_counted_string(world_, reinterpret_cast<const unsigned char*>(text.data()), text.size()));
  if (!uri) throw Error("raptor refuses the IRI <" + text + ">");
  return uri;
}

// A label of the document and a number of ours must not meet, so each has a letter of its own.
unsigned char* RaptorSession::name_blank_node(void* self, unsigned char* label) {
  const std::string name = label != nullptr ? "u" + std::string(reinterpret_cast<char*>(label))
                                            : "a" + std::to_string(++static_cast<RaptorSession*>(self)->anonymous_);
  if (label != nullptr) raptor_free_memory(label);
  auto* copy = static_cast<unsigned char*>(raptor_alloc_memory(name.size() + 1));
  if (copy != nullptr) std::memcpy(copy, name.c_str(), name.size() + 1);
  return copy;
}

void RaptorSession::on_log(void* self, raptor_log_message* message) {
  const auto& log = static_cast<RaptorSession*>(self)->log_;
  const bool placed = message->locator != nullptr && message->locator->line > 0;
  if (log) log(message->level, placed ? static_cast<std::size_t>(message->locator->line) : 0, message->text);
}

}  // namespace triplewright::rdf
