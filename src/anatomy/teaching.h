#pragma once
// What is explained besides points and conditions: what needling is said to be and do, tests, and claims beside what
// was found.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "anatomy/statement.h"

namespace drypoint::anatomy {

// One number, as it was found. Value and the four numbers are in `unit`.
struct Figure {
    std::string label;
    std::string value;  // "25.3 ± 2.2"; empty: not found
    std::string unit;   // may be empty
    std::optional<double> mean, sd, low, high;
    Status status = Status::not_found;
    std::vector<base::Id> sources;
    std::string note;  // may be empty
};

// A general matter: "What dry needling is".
struct Topic {
    base::Id id;
    std::string group;  // needling, mechanism, plan, risk
    std::string title, plain_title;
    std::vector<Statement> say;   // what is said or taught
    std::vector<Statement> know;  // what was found, also against it
    base::Place place;
};

// A test of the evaluation: how it is done, and its norms as they were found.
struct EvaluationTest {
    base::Id id;
    std::string name, plain_name;
    std::vector<base::Id> muscles;  // that it is said to test; empty: the facts do not say
    std::vector<base::Id> steps;    // of the session, where it is done
    Statement how;
    std::vector<Figure> norms;
    std::vector<Statement> know;  // how well testers agree
    base::Place place;
};

// A claim that the evidence does not bear out, with what was found beside it.
struct Claim {
    base::Id id;
    std::string title, plain_title;
    Statement claimed, found, advice;
    std::vector<base::Id> conditions, steps, points, topics;  // where it must stand
    base::Place place;
};

// What people call things: words that lead to entries of the content.
struct SearchWords {
    std::vector<std::string> words;
    std::vector<base::Id> conditions, points, muscles, zones, topics;
    base::Place place;
};

// What plain texts may hold.
struct Reading {
    std::vector<std::string> names;              // of structures: not counted
    std::vector<std::string> known;              // long words that everyone knows, or that are explained
    std::map<std::string, std::string> instead;  // hard word -> what to write
};

}  // namespace drypoint::anatomy
