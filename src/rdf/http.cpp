#include "rdf/http.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <thread>

#include "triplewright/error.h"

namespace triplewright::rdf {
namespace {

constexpr std::size_t kMaxBody = std::size_t{1} << 30;

std::size_t append_body(char* data, std::size_t size, std::size_t count, void* to) {
  auto& body = *static_cast<std::string*>(to);
  if (body.size() + size * count > kMaxBody) return 0;
  body.append(data, size * count);
  return size * count;
}

class Headers {
 public:
  ~Headers() { curl_slist_free_all(list_); }
  Headers() = default;
  Headers(const Headers&) = delete;
  Headers& operator=(const Headers&) = delete;
  void add(const std::string& line) {
    if (line.find_first_of("\r\n") != std::string::npos) throw Error("a line break in an HTTP header");
    curl_slist* more = curl_slist_append(list_, line.c_str());
    if (more == nullptr) throw Error("out of memory");
    list_ = more;
  }
  curl_slist* get() const { return list_; }

 private:
  curl_slist* list_ = nullptr;
};

bool may_pass(long status) {
  return status == 0 || status == 408 || status == 429 || (status >= 500 && status != 501 && status != 505);
}

}  // namespace

struct HttpClient::Handle {
  CURL* curl = nullptr;
  ~Handle() {
    if (curl != nullptr) curl_easy_cleanup(curl);
  }
};

std::string HttpResponse::complaint() const {
  if (status == 0) return error;
  std::string said = body.substr(0, 300);
  std::replace_if(
      said.begin(), said.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return "HTTP status " + std::to_string(status) + (said.empty() ? "" : ": " + said);
}

HttpClient::HttpClient(const std::string& url, const StoreOptions& options)
    : options_(options), handle_(std::make_unique<Handle>()) {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (!url.starts_with("http://") && !url.starts_with("https://")) throw Error("not an http or https URL: " + url);
  if (ready == CURLE_OK) handle_->curl = curl_easy_init();
  if (handle_->curl == nullptr) throw Error("the HTTP library cannot be initialised");
}

HttpClient::~HttpClient() = default;

HttpResponse HttpClient::send(const char* method, const std::string& url, std::string_view content_type,
                              std::string_view accept, const std::string& body) {
  constexpr std::chrono::milliseconds longest{16000};
  std::chrono::milliseconds wait = options_.first_wait;
  for (unsigned attempt = 1;; ++attempt) {
    long retry_after = 0;
    HttpResponse response = send_once(method, url, content_type, accept, body, retry_after);
    if (!may_pass(response.status) || attempt >= options_.attempts) return response;
    std::this_thread::sleep_for(
        std::max<std::chrono::milliseconds>(wait, std::chrono::seconds(std::min(retry_after, 60L))));
    wait = std::min(wait * 2, longest);
  }
}

HttpResponse HttpClient::send_once(const char* method, const std::string& url, std::string_view content_type,
                                   std::string_view accept, const std::string& body, long& retry_after) {
  HttpResponse response;
  CURL* curl = handle_->curl;
  std::array<char, CURL_ERROR_SIZE> message{};
  Headers headers;
  headers.add("Content-Type: " + std::string(content_type));
  headers.add("Accept: " + std::string(accept));
  headers.add("Expect:");
  curl_easy_reset(curl);  // the connection stays open
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "triplewright");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 15L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(options_.timeout.count()));
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, message.data());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &response.body);
  if (!options_.token.empty()) {
    headers.add("Authorization: Bearer " + options_.token);
  } else if (!options_.user.empty()) {
    // Virtuoso asks for digest, most others for basic.
    curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC | CURLAUTH_DIGEST);
    curl_easy_setopt(curl, CURLOPT_USERNAME, options_.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, options_.password.c_str());
  }
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  const CURLcode code = curl_easy_perform(curl);
  if (code != CURLE_OK) {
    response.error = message[0] != 0 ? message.data() : curl_easy_strerror(code);
    return response;
  }
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &response.status);
  char* type = nullptr;
  if (curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type) == CURLE_OK && type != nullptr) {
    response.content_type = type;
    response.content_type.erase(std::min(response.content_type.find_first_of("; "), response.content_type.size()));
  }
  curl_off_t seconds = 0;
  curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &seconds);
  retry_after = static_cast<long>(seconds);
  return response;
}

std::string url_encode(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '_' || c == '.' || c == '~';
    if (plain) {
      out += c;
      continue;
    }
    const auto u = static_cast<unsigned char>(c);
    out += '%';
    out += digits[u >> 4];
    out += digits[u & 15];
  }
  return out;
}

}  // namespace triplewright::rdf
