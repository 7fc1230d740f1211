// A place in the knowledge: a folder or a file of the built-in knowledge, and the same place in
// each overlay that adds to it or overrides it.
//
//   KnowledgePath knowledge("knowledge");              one folder
//   knowledge.AddOverlay("mine");                      mine/event/... goes before
//   knowledge/event/... LineFile::Load(knowledge / "event" / "status.txt")  reads both; see lines.h
//   for how they merge

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "averment/result.h"

namespace averment {

class KnowledgePath {
 public:
  // The base alone.  Implicit, so that whoever has one folder passes its name.
  KnowledgePath(std::string base) : folders_{std::move(base)} {}
  KnowledgePath(const char* base) : folders_{base} {}

  // What later overlays say goes before what earlier ones and the base say.
  void AddOverlay(std::string folder) { folders_.push_back(std::move(folder)); }

  // A place below this one.
  KnowledgePath operator/(std::string_view name) const;

  // The base first, then the overlays; never empty.
  const std::vector<std::string>& folders() const { return folders_; }
  const std::string& base() const { return folders_.front(); }
  // Of a file that is no list of lines: that of the last overlay that has one, else the base's.
  std::string Last() const;

  // REQUIRES: this is the folder of all topics.  Fails where an overlay is no folder, holds nothing
  // that counts, or holds a file of which the base has none of this name, which nobody would read.
  Status CheckOverlays() const;

 private:
  std::vector<std::string> folders_;
};

}  // namespace averment
