// One HTTP exchange after the other, through libcurl. Thread-safety: an object belongs to one thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "triplewright/store.h"

namespace triplewright::rdf {

struct HttpResponse {
  long status = 0;           ///< 0: no answer
  std::string content_type;  ///< without parameters
  std::string body;
  std::string error;  ///< why there was no answer

  [[nodiscard]] bool ok() const noexcept { return status >= 200 && status < 300; }
  /// For people: the status and the beginning of what the server said.
  [[nodiscard]] std::string complaint() const;
};

/// Keeps the connection open between requests. http and https only.
class HttpClient {
 public:
  /// Throws Error when the library cannot be initialised or `url` is none of http and https.
  HttpClient(const std::string& url, const StoreOptions& options);
  ~HttpClient();

  /// Sends `body`, again if need be (StoreOptions::attempts).
  HttpResponse send(const char* method, const std::string& url, std::string_view content_type, std::string_view accept,
                    const std::string& body);

 private:
  struct Handle;
  HttpResponse send_once(const char* method, const std::string& url, std::string_view content_type,
                         std::string_view accept, const std::string& body, long& retry_after);
  const StoreOptions& options_;
  std::unique_ptr<Handle> handle_;
};

/// Percent-encoded for a query part.
[[nodiscard]] std::string url_encode(std::string_view text);

}  // namespace triplewright::rdf
