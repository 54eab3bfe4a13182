// Loading and asking over HTTP, against a small server on the loopback interface.
#include "triplewright/store.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <deque>
#include <mutex>
#include <thread>

namespace triplewright {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// Gives the answers that it was told, one a request, and keeps the requests.
class Server {
 public:
  struct Request {
    std::string line;     // "POST /data?graph=... HTTP/1.1"
    std::string headers;  // lower case
    std::string body;
  };

  explicit Server(std::deque<std::string> answers)
      : answers_(std::move(answers)), socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(socket_, 8) != 0) std::abort();
    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
  }
  ~Server() {
    ::shutdown(socket_, SHUT_RDWR);
    thread_.join();
    ::close(socket_);
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::string url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }
  std::vector<Request> requests() {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

 private:
  void run() {
    for (;;) {
      const int client = ::accept(socket_, nullptr, nullptr);
      if (client < 0) return;
      serve(client);
      ::close(client);
    }
  }

  // One request a connection.
  void serve(int client) {
    std::string data;
    char buffer[65536];
    std::size_t head = std::string::npos;
    std::size_t length = 0;
    while (head == std::string::npos || data.size() < head + 4 + length) {
      const ssize_t got = ::recv(client, buffer, sizeof buffer, 0);
      if (got <= 0) return;
      data.append(buffer, static_cast<std::size_t>(got));
      if (head == std::string::npos && (head = data.find("\r\n\r\n")) != std::string::npos) {
        for (std::size_t i = 0; i < head; ++i)
          data[i] = i < data.find("\r\n") ? data[i] : static_cast<char>(std::tolower(data[i]));
        const auto at = data.find("content-length: ");
        if (at < head) length = static_cast<std::size_t>(std::atol(data.c_str() + at + 16));
      }
    }
    std::string answer = "HTTP/1.1 500 No more\r\n\r\n";
    {
      const std::lock_guard lock(mutex_);
      const auto line = data.find("\r\n");
      requests_.push_back({data.substr(0, line), data.substr(line, head - line), data.substr(head + 4)});
      if (!answers_.empty()) {
        answer = answers_.front();
        answers_.pop_front();
      }
    }
    if (answer.empty()) return;  // hangs up
    ::send(client, answer.data(), answer.size(), MSG_NOSIGNAL);
  }

  std::deque<std::string> answers_;
  int socket_;
  std::uint16_t port_ = 0;
  std::mutex mutex_;
  std::vector<Request> requests_;
  std::thread thread_;
};

std::string answer(const std::string& status, const std::string& type = "", const std::string& body = "") {
  return "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + (type.empty() ? "" : "Content-Type: " + type + "\r\n") +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

Graph three_graphs() {
  Graph graph;
  const Term p = Term::must_iri("x:p");
  graph.add(Term::must_iri("x:a"), p, Term::string("one \"quoted\""));
  graph.add(Term::must_iri("x:a"), p, Term::string("two"), Term::must_iri("http://e/g?1&2"));
  graph.add(Term::must_iri("x:b"), p, Term::string("three"), Term::must_iri("http://e/g?1&2"));
  graph.add(Term::must_iri("x:c"), p, Term::string("four"), Term::must_iri("http://e/h"));
  graph.sort();
  return graph;
}

StoreOptions quick() {
  StoreOptions options;
  options.first_wait = std::chrono::milliseconds(1);
  return options;
}

TEST(Load, SendsEachGraphUnderItsName) {
  Server server({answer("200 OK"), answer("201 Created"), answer("204 No Content")});
  StoreOptions options = quick();
  std::vector<std::size_t> steps;
  options.progress = [&](std::size_t arrived, std::size_t all) { steps.push_back(arrived * 10 + all); };
  const auto report = load(three_graphs(), server.url("/ds/data"), options);
  EXPECT_THAT(report.arrived, ElementsAre("", "http://e/g?1&2", "http://e/h"));
  EXPECT_TRUE(report.missing.empty());
  EXPECT_EQ(report.error, "");
  EXPECT_EQ(report.triples, 4u);
  EXPECT_THAT(steps, ElementsAre(13, 23, 33));
  const auto requests = server.requests();
  ASSERT_EQ(requests.size(), 3u);
  EXPECT_EQ(requests[0].line, "POST /ds/data?default HTTP/1.1");
  EXPECT_EQ(requests[0].body, "<x:a> <x:p> \"one \\\"quoted\\\"\" .\n");
  EXPECT_THAT(requests[0].headers, HasSubstr("content-type: text/turtle"));
  EXPECT_EQ(requests[1].line, "POST /ds/data?graph=http%3A%2F%2Fe%2Fg%3F1%262 HTTP/1.1");
  EXPECT_EQ(requests[1].body, "<x:a> <x:p> \"two\" .\n<x:b> <x:p> \"three\" .\n");
}

TEST(Load, TriesAgainWhatMayPass) {
  Server server(
      {answer("503 Busy"), "", answer("429 Slow down"), answer("200 OK"), answer("200 OK"), answer("200 OK")});
  const auto report = load(three_graphs(), server.url("/data"), quick());
  EXPECT_EQ(report.error, "");
  EXPECT_EQ(report.arrived.size(), 3u);
  EXPECT_EQ(server.requests().size(), 6u);
}

TEST(Load, SaysWhichGraphsArrived) {
  Server server({answer("200 OK"), answer("400 Bad Request", "text/plain", "line 1:\nno such thing")});
  const auto report = load(three_graphs(), server.url("/data"), quick());
  EXPECT_THAT(report.arrived, ElementsAre(""));
  EXPECT_THAT(report.missing, ElementsAre("http://e/g?1&2", "http://e/h"));
  EXPECT_EQ(report.error, "HTTP status 400: line 1: no such thing");
  EXPECT_EQ(server.requests().size(), 2u);  // a 400 does not pass, and the rest is not tried
}

TEST(Load, GivesUpAfterItsAttempts) {
  Server server({});
  StoreOptions options = quick();
  options.attempts = 3;
  const auto report = load(three_graphs(), server.url("/data"), options);
  EXPECT_EQ(report.missing.size(), 3u);
  EXPECT_THAT(report.error, HasSubstr("500"));
  EXPECT_EQ(server.requests().size(), 3u);
}

TEST(Load, LargeGraphsGoInParts) {
  Server server({answer("200 OK"), answer("200 OK"), answer("200 OK"), answer("200 OK")});
  StoreOptions options = quick();
  options.max_request_bytes = 1;
  options.replace = true;
  EXPECT_EQ(load(three_graphs(), server.url("/data"), options).error, "");
  const auto requests = server.requests();
  ASSERT_EQ(requests.size(), 4u);
  EXPECT_THAT(requests[0].line, HasSubstr("POST /data?default"));
  EXPECT_THAT(requests[1].line, HasSubstr("PUT /data?graph="));
  EXPECT_THAT(requests[2].line, HasSubstr("POST /data?graph="));
}

TEST(Load, Authentication) {
  Server server(
      {answer("401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"s\""), answer("200 OK"), answer("200 OK")});
  Graph graph;
  graph.add(Term::must_iri("x:a"), Term::must_iri("x:p"), Term::must_iri("x:b"));
  StoreOptions options = quick();
  options.user = "ann";
  options.password = "secret";
  EXPECT_EQ(load(graph, server.url("/data"), options).error, "");
  options = quick();
  options.token = "T0ken";
  EXPECT_EQ(load(graph, server.url("/data"), options).error, "");
  const auto requests = server.requests();
  ASSERT_EQ(requests.size(), 3u);
  EXPECT_THAT(requests[1].headers, HasSubstr("authorization: basic yw5uonnly3jlda=="));  // lower-cased by the server
  EXPECT_THAT(requests[2].headers, HasSubstr("authorization: bearer t0ken"));
}

TEST(Load, CredentialsFromTheEnvironment) {
  ::setenv("TRIPLEWRIGHT_STORE_USER", "u", 1);
  ::setenv("TRIPLEWRIGHT_STORE_PASSWORD", "p", 1);
  ::unsetenv("TRIPLEWRIGHT_STORE_TOKEN");
  const auto options = store_options_from_environment();
  EXPECT_EQ(options.user + options.password + options.token, "up");
}

TEST(Load, NoServerIsSaid) {
  StoreOptions options = quick();
  options.attempts = 1;
  EXPECT_NE(load(three_graphs(), "http://127.0.0.1:1/data", options).error, "");
  EXPECT_THROW((void)load(three_graphs(), "file:///etc/passwd", options), Error);
}

TEST(Endpoint, Select) {
  Server server({answer("200 OK", "application/sparql-results+json; charset=utf-8",
                        R"({"head":{"vars":["a","b"]},"results":{"bindings":[{"a":{"type":"uri","value":"http://e/x"},
                        "b":{"type":"literal","value":"5","datatype":"http://www.w3.org/2001/XMLSchema#integer"}},{"a":{"type":"bnode","value":"b0"}}]}})")});
  const auto result = query_endpoint(server.url("/sparql"), "SELECT * { ?a ?b \"x&y\" }", quick());
  EXPECT_THAT(result.variables, ElementsAre("a", "b"));
  ASSERT_EQ(result.rows.size(), 2u);
  EXPECT_EQ(result.rows[0][1], Term::typed("5", "http://www.w3.org/2001/XMLSchema#integer"));
  EXPECT_TRUE(result.rows[1][0].is_iri());
  EXPECT_TRUE(result.rows[1][1].empty());
  EXPECT_EQ(server.requests()[0].body, "query=SELECT%20%2A%20%7B%20%3Fa%20%3Fb%20%22x%26y%22%20%7D");
}

TEST(Endpoint, AskConstructAndFailure) {
  Server server({answer("200 OK", "application/sparql-results+json", R"({"head":{},"boolean":true})"),
                 answer("200 OK", "application/n-triples", "<x:a> <x:b> _:c .\n"),
                 answer("400 Bad Request", "text/plain", "Parse error"), answer("200 OK", "text/html", "<p>hello"),
                 answer("200 OK", "application/json", "[1]")});
  EXPECT_TRUE(query_endpoint(server.url("/q"), "ASK {}", quick()).boolean);
  EXPECT_EQ(query_endpoint(server.url("/q"), "CONSTRUCT", quick()).graph.size(), 1u);
  for (const char* what : {"Parse error", "text/html", "JSON"}) {
    try {
      (void)query_endpoint(server.url("/q"), "x", quick());
      ADD_FAILURE() << what;
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr(what));
    }
  }
}

}  // namespace
}  // namespace triplewright
