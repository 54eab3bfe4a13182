// Ordered parallel map: the calling thread reads and writes, workers extract. A window bounds what is in flight.
#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "triplewright/error.h"
#include "triplewright/pipeline.h"

namespace triplewright {

namespace {

struct Outcome {
  Extraction extraction;
  Graph graph;
  Position source;
  std::string error;  ///< not empty: the article failed
};

Outcome process(const Extractor& extractor, Article article) {
  Outcome out;
  out.source = article.source;
  try {
    out.extraction = extractor.extract(std::move(article));
    out.graph = extractor.graph(out.extraction);
  } catch (const std::exception& e) {
    out.error = e.what();
  }
  return out;
}

/// Articles in, outcomes out under their number.
class Workers {
 public:
  Workers(const Extractor& extractor, unsigned count) {
    try {
      while (threads_.size() < count) threads_.emplace_back([this, &extractor] { work(extractor); });
    } catch (const std::system_error& e) {  // the system has no more threads: fewer will do
      if (threads_.empty()) throw Error(std::string("no thread can be started: ") + e.what());
    }
  }
  ~Workers() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    wake_.notify_all();
    for (std::thread& t : threads_) t.join();
  }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  void submit(std::size_t number, Article article) {
    {
      const std::lock_guard lock(mutex_);
      waiting_.emplace_back(number, std::move(article));
    }
    wake_.notify_one();
  }

  /// Waits for the outcome of article `number`.
  Outcome take(std::size_t number) {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return finished_.contains(number); });
    Outcome out = std::move(finished_.at(number));
    finished_.erase(number);
    return out;
  }

 private:
  void work(const Extractor& extractor) {
    while (true) {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
      if (stopping_) return;
      auto [number, article] = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      Outcome out = process(extractor, std::move(article));
      lock.lock();
      finished_.emplace(number, std::move(out));
      lock.unlock();
      done_.notify_one();
    }
  }

  std::mutex mutex_;
  std::condition_variable wake_, done_;
  std::deque<std::pair<std::size_t, Article>> waiting_;
  std::map<std::size_t, Outcome> finished_;
  std::vector<std::thread> threads_;
  bool stopping_ = false;
};

}  // namespace

RunSummary run(Reader& reader, const Extractor& extractor, unsigned jobs, const ExtractionSink& sink,
               const DiagnosticSink& diagnostics, const ProgressSink& progress) {
  RunSummary summary;
  const auto finish = [&](const Outcome& out) {
    if (out.error.empty()) {
      ++summary.extracted;
      summary.sentences += out.extraction.document.sentences.size();
      summary.tokens += out.extraction.document.tokens.size();
      summary.claims += out.extraction.claims.size();
      sink(out.extraction, out.graph);
    } else {
      ++summary.failed;
      if (diagnostics) diagnostics({Severity::Error, out.source, "extraction-failed", out.error});
    }
    if (progress) progress(summary);
  };

  if (jobs <= 1) {
    while (std::optional<Article> article = reader.next()) {
      ++summary.read;
      finish(process(extractor, std::move(*article)));
    }
    return summary;
  }

  const std::size_t window = std::size_t{jobs} * 4;
  std::size_t next_out = 0;
  bool more = true;
  Workers workers(extractor, jobs);
  while (more || next_out < summary.read) {
    while (more && summary.read - next_out < window) {
      std::optional<Article> article = reader.next();
      if (!article) {
        more = false;
        break;
      }
      workers.submit(summary.read++, std::move(*article));
    }
    if (next_out < summary.read) finish(workers.take(next_out++));
  }
  return summary;
}

}  // namespace triplewright
