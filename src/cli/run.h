// What verbs over articles have in common: load the engine, read the inputs, keep their order,
// report failures and progress, count.

#pragma once

#include <string>

#include "averment/document.h"
#include "averment/engine.h"
#include "averment/result.h"
#include "src/cli/options.h"

namespace averment::cli {

// How a verb prints.  Called from one thread, in the order of the inputs.
class Printer {
 public:
  virtual ~Printer() = default;
  virtual void Begin(std::string& out) { (void)out; }
  virtual void Print(const Document& doc, std::string& out) = 0;
  virtual void End(std::string& out) { (void)out; }
};

// What the engine is to load.
EngineOptions EngineOptionsOf(const Options& options);

// Says why, and returns the exit status.
int Unusable(const Status& status);

// Reads all inputs of the options, prints each document, and returns the exit status.  Without
// `findings` the documents end with the syntax.
int RunOver(const Options& options, bool findings, Printer& printer);
// The same with an engine of the verb's own choice.
int RunOver(const Options& options, const EngineOptions& wanted, Printer& printer);

}  // namespace averment::cli
