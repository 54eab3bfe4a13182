// Owning handles for raptor, and the one Redland world of the process.
#pragma once

#include <raptor2.h>

#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace triplewright::rdf {

struct RaptorDeleter {
  void operator()(raptor_parser* p) const { raptor_free_parser(p); }
  void operator()(raptor_serializer* p) const { raptor_free_serializer(p); }
  void operator()(raptor_uri* p) const { raptor_free_uri(p); }
  void operator()(raptor_statement* p) const { raptor_free_statement(p); }
  void operator()(raptor_iostream* p) const { raptor_free_iostream(p); }
  void operator()(raptor_namespace* p) const { raptor_free_namespace(p); }
};
template <typename T>
using Raptor = std::unique_ptr<T, RaptorDeleter>;

/// Exclusive use of librdf's world, of which raptor is used here, while it lives. There is one world, opened at the
/// first use and never freed, because creating and freeing worlds in threads corrupts the heap, and because freeing one
/// cleans up libxml2 under the feet of every other user in the process. Messages of raptor go to `log` (line 0 when
/// unknown).
/// Blank nodes are named "u" + label, or "a" + a number counted within the session when they have none.
class RaptorSession {
 public:
  using Log = std::function<void(raptor_log_level level, std::size_t line, const char* message)>;
  explicit RaptorSession(Log log);
  ~RaptorSession();
  RaptorSession(const RaptorSession&) = delete;
  RaptorSession& operator=(const RaptorSession&) = delete;

  [[nodiscard]] raptor_world* world() const noexcept { return world_; }
  [[nodiscard]] Raptor<raptor_uri> uri(const std::string& text) const;

 private:
  std::unique_lock<std::mutex> lock_;
  raptor_world* world_ = nullptr;
  Log log_;
  std::size_t anonymous_ = 0;

  static unsigned char* name_blank_node(void* self, unsigned char* label);
  static void on_log(void* self, raptor_log_message* message);
};

}  // namespace triplewright::rdf
