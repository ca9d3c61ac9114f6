#pragma once
// What went wrong, where, and what to do about it, as a value. Readers collect issues instead of throwing.

#include <string>
#include <vector>

namespace drypoint::base {

enum class Severity { warning, error };

// A place in a file. Unknown parts stay empty or 0. `node` names a node of a model instead of a line.
struct Place {
    std::string file;
    int line = 0;    // from 1
    int column = 0;  // from 1, in code points
    std::string node;
};

struct Issue {
    Severity severity = Severity::error;
    Place place;
    std::string message;  // one sentence without a full stop
    std::string hint;     // what to do; may be empty
    std::string code;     // kebab case, stable for scripts; may be empty
};

using Issues = std::vector<Issue>;

Issue error(Place place, std::string message, std::string hint = {}, std::string code = {});
Issue warning(Place place, std::string message, std::string hint = {}, std::string code = {});

// The place of a whole file, a position in it, and a node of it.
Place in_file(std::string file);
Place at(std::string file, int line, int column);
Place at_node(std::string file, std::string node);

// "file:line:column", "file: node \"Name\"", or as much of it as is known.
std::string to_string(const Place& place);

// "place: message (hint)" on one line.
std::string to_string(const Issue& issue);

bool has_error(const Issues& issues);

}  // namespace drypoint::base
