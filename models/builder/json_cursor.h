#pragma once
// A place in a JSON document that knows its own name, so that each fault reads "file: key: what".

#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace drypoint::builder {

// Thrown by Cursor and caught in read_figures(), which turns it into an issue.
struct FigureError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

using Json = nlohmann::ordered_json;  // keeps the order of the file

class Cursor {
  public:
    Cursor(const Json& value, std::string path) : value_(&value), path_(std::move(path)) {}

    [[noreturn]] void fail(const std::string& what) const { throw FigureError(path_ + ": " + what); }

    const Json& json() const { return *value_; }
    bool has(const char* key) const { return value_->is_object() && value_->contains(key); }

    Cursor operator[](const std::string& key) const {
        if (!value_->is_object()) fail("is not an object");
        if (!value_->contains(key)) fail("has no \"" + key + "\"");
        return {(*value_)[key], path_ + ": " + key};
    }

    Cursor at(std::size_t index) const {
        if (!value_->is_array()) fail("is not a list");
        if (index >= value_->size()) fail("has fewer than " + std::to_string(index + 1) + " entries");
        return {(*value_)[index], path_ + "[" + std::to_string(index) + "]"};
    }

    std::size_t size(std::size_t least, std::size_t most) const {
        if (!value_->is_array()) fail("is not a list");
        if (value_->size() < least || value_->size() > most) {
            fail("has " + std::to_string(value_->size()) + " entries, expected " + std::to_string(least) + " to " +
                 std::to_string(most));
        }
        return value_->size();
    }

    double number(double least, double most) const {
        if (!value_->is_number()) fail("is not a number");
        const double number = value_->get<double>();
        if (!std::isfinite(number) || number < least || number > most) {
            fail("is " + value_->dump() + ", expected " + Json(least).dump() + " to " + Json(most).dump());
        }
        return number;
    }

    std::string text() const {
        if (!value_->is_string()) fail("is not a text");
        return value_->get<std::string>();
    }

    // Name and value of each member of an object.
    std::vector<std::pair<std::string, Cursor>> members() const {
        if (!value_->is_object()) fail("is not an object");
        std::vector<std::pair<std::string, Cursor>> result;
        for (auto it = value_->begin(); it != value_->end(); ++it) {
            result.push_back({it.key(), Cursor(it.value(), path_ + ": " + it.key())});
        }
        return result;
    }

  private:
    const Json* value_;
    std::string path_;
};

}  // namespace drypoint::builder
