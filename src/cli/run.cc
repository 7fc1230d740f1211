// Standard output carries documents, standard error everything else: one line for each input that
// failed or was repaired, and at the end the counts.  A reader that goes away (`| head`) ends the
// run quietly: nothing more is read and nothing is said.

#include "src/cli/run.h"

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <deque>

#include "averment/engine.h"
#include "src/cli/inputs.h"
#include "src/cli/progress.h"

namespace averment::cli {
namespace {

// Standard output, without buffers of the library behind our back.
class Output {
 public:
  // Everything that was printed since; the string is emptied.
  void Write(std::string& text) {
    size_t at = 0;
    while (at < text.size() && error_ == 0) {
      const ssize_t written = ::write(STDOUT_FILENO, text.data() + at, text.size() - at);
      if (written >= 0) {
        at += size_t(written);
      } else if (errno != EINTR) {
        error_ = errno;
      }
    }
    text.clear();
  }

  bool failed() const { return error_ != 0; }
  bool closed() const { return error_ == EPIPE; }  // The reader has gone.
  const char* reason() const { return std::strerror(error_); }

 private:
  int error_ = 0;
};

// One run over the inputs.
class Run {
 public:
  Run(const Options& options, const Engine& engine, Printer& printer)
      : options_(options),
        engine_(engine),
        printer_(printer),
        inputs_(options),
        progress_(inputs_.total_bytes()) {}

  int Go() {
    printer_.Begin(text_);
    const auto next = [this] { return Next(); };
    const auto done = [this](Document doc) { Done(doc); };
    if (options_.pairs) {
      engine_.RelateAll(next, done, options_.threads);
    } else {
      engine_.ReadAll(next, done, options_.threads);
    }
    printer_.End(text_);
    output_.Write(text_);
    progress_.Clear();
    if (output_.closed()) return kOk;
    if (output_.failed()) {
      std::fprintf(stderr, "averment: standard output: %s\n", output_.reason());
      return kInternal;
    }
    std::fprintf(stderr, "averment: %llu coded, %llu failed, %llu in all\n", coded_, failed_,
                 coded_ + failed_);
    return failed_ == 0 ? kOk : kSomeFailed;
  }

 private:
  // The next article that can be read; says what is wrong with those that cannot.
  std::optional<Article> Next() {
    while (!output_.failed()) {
      std::optional<Input> input = inputs_.Next();
      if (!input) break;
      if (!input->error.empty()) {
        ++failed_;
        Say(input->place, input->error);
        continue;
      }
      if (!input->warning.empty()) Say(input->place, "warning: " + input->warning);
      if (options_.published) Publish(input->article);
      read_.push_back(inputs_.bytes_read());
      return std::move(input->article);
    }
    return std::nullopt;
  }

  void Publish(Article& article) const {
    article.published_metadata = article.published;
    article.published = options_.published;
    article.published_basis = DateBasis::kGiven;
  }

  void Done(const Document& doc) {
    if (output_.failed()) return;
    printer_.Print(doc, text_);
    output_.Write(text_);
    ++coded_;
    progress_.Show(coded_, read_.front());
    read_.pop_front();
  }

  void Say(const std::string& place, const std::string& what) {
    progress_.Clear();
    std::fprintf(stderr, "%s: %s\n", place.c_str(), what.c_str());
  }

  const Options& options_;
  const Engine& engine_;
  Printer& printer_;
  Inputs inputs_;
  Progress progress_;
  Output output_;
  std::string text_;
  std::deque<uint64_t> read_;  // Of each article under way: the bytes of input up to it.
  unsigned long long coded_ = 0, failed_ = 0;
};

}  // namespace

EngineOptions EngineOptionsOf(const Options& options) {
  EngineOptions wanted;
  wanted.model = options.model;
  wanted.models = options.models;
  wanted.overlays = options.knowledge;
  wanted.learned = options.learned;
  wanted.event_weights = options.weights;
  return wanted;
}

int Unusable(const Status& status) {
  std::fprintf(stderr, "averment: %s\n", status.message().c_str());
  return kNothingToUse;
}

int RunOver(const Options& options, bool findings, Printer& printer) {
  EngineOptions wanted = EngineOptionsOf(options);
  wanted.findings = findings;
  return RunOver(options, wanted, printer);
}

int RunOver(const Options& options, const EngineOptions& wanted, Printer& printer) {
  std::signal(SIGPIPE, SIG_IGN);  // A closed pipe is an error of write, not the end of us.
  Result<Engine> engine = Engine::Load(wanted);
  if (!engine.ok()) return Unusable(engine.status());
  return Run(options, engine.value(), printer).Go();
}

}  // namespace averment::cli
