// The verbs of the command line, one file each.  To add one: write its function in a file of its
// own name, declare it here, and add its row to the table in verbs.cc.

#pragma once

#include <span>

#include "src/cli/options.h"

namespace averment::cli {

int RunCode(const Options& options);            // code.cc
int RunExplain(const Options& options);         // explain.cc
int RunParse(const Options& options);           // parse.cc
int RunRelate(const Options& options);          // relate.cc
int RunKnowledgeCheck(const Options& options);  // knowledge.cc
int RunKnowledgeDiff(const Options& options);   // knowledge_diff.cc

std::span<const Verb> Verbs();

}  // namespace averment::cli
