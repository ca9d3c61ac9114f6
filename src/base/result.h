#pragma once
// A value, and what is to be said about it. A result may carry a value and warnings at once.

#include <optional>
#include <utility>

#include "base/issue.h"

namespace drypoint::base {

template <typename T>
struct Result {
    std::optional<T> value;
    Issues issues;

    explicit operator bool() const { return value.has_value(); }
    T& operator*() { return *value; }
    const T& operator*() const { return *value; }
    T* operator->() { return &*value; }
    const T* operator->() const { return &*value; }
};

template <typename T>
Result<T> success(T value, Issues issues = {}) {
    return {std::optional<T>(std::move(value)), std::move(issues)};
}

template <typename T>
Result<T> failure(Issue issue) {
    Result<T> result;
    result.issues.push_back(std::move(issue));
    return result;
}

template <typename T>
Result<T> failure(Issues issues) {
    return {std::nullopt, std::move(issues)};
}

}  // namespace drypoint::base
