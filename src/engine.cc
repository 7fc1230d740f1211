// The engine adds two things to the pipeline: it finds the folders (installed.h), and it shares the
// work.
//
// The calling thread takes articles in and gives documents out; workers read.  Short articles
// travel together in a batch, because the parser likes company.  Batches are finished in any order
// and handed out in order, and no more than a bounded number of bytes is under way, so a corpus of
// any size passes through.

#include "averment/engine.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

#include "src/installed.h"
#include "src/pipeline.h"

namespace averment {
namespace {

constexpr size_t kBatchBytes = 32 << 10;     // About ten articles of an agency.
constexpr size_t kBytesUnderWay = 16 << 20;  // One article may be larger; then it travels alone.

// Articles that travel together.
struct Batch {
  std::vector<Article> articles;
  size_t bytes = 0;
  std::vector<Document> documents;
  std::exception_ptr error;  // Out of memory; nothing else throws.
  bool done = false;
};

// Workers over a queue of batches.  Joins them when it goes.
class Workers {
 public:
  using Read = std::function<void(Batch&)>;

  Workers(unsigned count, const std::function<Read()>& make) {
    for (unsigned i = 0; i < count; ++i) {
      threads_.emplace_back([this, read = make()] { Run(read); });
    }
  }

  ~Workers() {
    {
      const std::lock_guard lock(mutex_);
      waiting_.clear();
      closed_ = true;
    }
    work_.notify_all();
  }

  void Add(Batch batch) {
    {
      const std::lock_guard lock(mutex_);
      bytes_ += batch.bytes;
      under_way_.push_back(std::move(batch));
      waiting_.push_back(&under_way_.back());
    }
    work_.notify_one();
  }

  bool empty() const { return under_way_.empty(); }
  // Whether the batch that is next in order can be taken without waiting.
  bool ready() {
    const std::lock_guard lock(mutex_);
    return !under_way_.empty() && under_way_.front().done;
  }
  bool full() const {
    return bytes_ >= kBytesUnderWay || under_way_.size() >= 4 * threads_.size() + 4;
  }

  // The next batch in order, once it is done.  REQUIRES: !empty()
  Batch Take() {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return under_way_.front().done; });
    Batch batch = std::move(under_way_.front());
    under_way_.pop_front();
    bytes_ -= batch.bytes;
    return batch;
  }

 private:
  void Run(const Read& read) {
    std::unique_lock lock(mutex_);
    while (true) {
      work_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
      if (closed_) return;
      Batch& batch = *waiting_.front();  // A deque keeps its elements where they are.
      waiting_.pop_front();
      lock.unlock();
      try {
        read(batch);
      } catch (...) {
        batch.error = std::current_exception();
      }
      lock.lock();
      batch.done = true;
      done_.notify_one();
    }
  }

  std::mutex mutex_;
  std::condition_variable work_, done_;
  std::deque<Batch> under_way_;  // In order; changed by the calling thread alone.
  std::deque<Batch*> waiting_;
  size_t bytes_ = 0;  // Under way; the calling thread's.
  bool closed_ = false;
  std::vector<std::jthread> threads_;
};

// As many articles as travel together; none at the end.
Batch Collect(const std::function<std::optional<Article>()>& next, bool& more) {
  Batch batch;
  while (more && batch.bytes < kBatchBytes) {
    std::optional<Article> article = next();
    if (!article) {
      more = false;
      break;
    }
    batch.bytes += article->text.size() + 1000;  // Something for every article, be it empty.
    batch.articles.push_back(*std::move(article));
  }
  return batch;
}

}  // namespace

struct Engine::Impl {
  Pipeline pipeline;
  std::mutex mutex;
  std::vector<std::unique_ptr<Pipeline::Worker>> idle;  // Guarded by the mutex.

  using Journey = std::vector<Document> (Pipeline::*)(std::vector<Article>,
                                                      Pipeline::Worker&) const;
  void Through(const std::function<std::optional<Article>()>& next,
               const std::function<void(Document)>& done, unsigned threads, Journey journey);

  // A worker is dear (its caches), so it is lent and comes back.
  using Lent = std::shared_ptr<Pipeline::Worker>;
  Lent Borrow() {
    std::unique_ptr<Pipeline::Worker> worker;
    {
      const std::lock_guard lock(mutex);
      if (!idle.empty()) {
        worker = std::move(idle.back());
        idle.pop_back();
      }
    }
    if (!worker) worker = std::make_unique<Pipeline::Worker>(pipeline.MakeWorker());
    return Lent(worker.release(), [this](Pipeline::Worker* w) {
      const std::lock_guard lock(mutex);
      idle.emplace_back(w);
    });
  }
};

Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::Load(const EngineOptions& options) {
  Result<std::string> model = FindModel(options);
  if (!model.ok()) return model.status();
  std::optional<KnowledgePath> knowledge;
  if (options.findings) {
    Result<KnowledgePath> found = FindKnowledge(options);
    if (!found.ok()) return found.status();
    knowledge = std::move(found).value();
  }
  Result<Pipeline> pipeline =
      Pipeline::Load(model.value(), knowledge, {options.learned, options.event_weights});
  if (!pipeline.ok()) return pipeline.status();
  return Engine(std::unique_ptr<Impl>(new Impl{std::move(pipeline).value(), {}, {}}));
}

Document Engine::Read(Article article) const {
  std::vector<Article> one;
  one.push_back(std::move(article));
  return std::move(impl_->pipeline.Read(std::move(one), *impl_->Borrow()).front());
}

Document Engine::Relate(Article article) const {
  std::vector<Article> one;
  one.push_back(std::move(article));
  return std::move(impl_->pipeline.Relate(std::move(one), *impl_->Borrow()).front());
}

void Engine::ReadAll(const std::function<std::optional<Article>()>& next,
                     const std::function<void(Document)>& done, unsigned threads) const {
  impl_->Through(next, done, threads, &Pipeline::Read);
}

void Engine::RelateAll(const std::function<std::optional<Article>()>& next,
                       const std::function<void(Document)>& done, unsigned threads) const {
  impl_->Through(next, done, threads, &Pipeline::Relate);
}

void Engine::Impl::Through(const std::function<std::optional<Article>()>& next,
                           const std::function<void(Document)>& done, unsigned threads,
                           Journey journey) {
  if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
  Workers workers(threads, [&] {
    return [this, journey, worker = Borrow()](Batch& batch) {
      batch.documents = (pipeline.*journey)(std::move(batch.articles), *worker);
    };
  });
  bool more = true;
  while (more || !workers.empty()) {
    const bool take = !more || workers.full() || workers.ready();
    if (!take) {
      Batch batch = Collect(next, more);
      if (!batch.articles.empty()) workers.Add(std::move(batch));
      continue;
    }
    Batch batch = workers.Take();
    if (batch.error) std::rethrow_exception(batch.error);
    for (Document& doc : batch.documents) done(std::move(doc));
  }
}

const Engine::Coder& Engine::coder() const { return impl_->pipeline.coder(); }

}  // namespace averment
