// Result<T>: a value, or the reason why there is none.  For what the outside world gets wrong
// (files, models, data, requests); language never fails.  No exception crosses the API.

#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>

namespace averment {

// Success, or a message a person can act on ("rules.txt:12: no such action: wekday").
class [[nodiscard]] Status {
 public:
  Status() = default;  // Success.
  // REQUIRES: message is not empty.
  explicit Status(std::string message) : message_(std::move(message)) {}

  bool ok() const { return message_.empty(); }
  const std::string& message() const { return message_; }

 private:
  std::string message_;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  // REQUIRES: !status.ok()
  Result(Status status) : status_(std::move(status)) {}

  bool ok() const { return value_.has_value(); }
  const Status& status() const { return status_; }

  // REQUIRES: ok()
  const T& value() const& {
    assert(ok());
    return *value_;
  }
  T& value() & {
    assert(ok());
    return *value_;
  }
  T&& value() && {
    assert(ok());
    return *std::move(value_);
  }

 private:
  std::optional<T> value_;
  Status status_;
};

}  // namespace averment
