#pragma once
// The options of a command. A thin front of the command-line library, which is slow to compile, so that one file
// includes it.

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace drypoint::app {

enum class Needed { no, yes };

// Adds options to one command. The targets must live until the command has run. What a target holds at first is its
// default.
class OptionSet {
  public:
    explicit OptionSet(CLI::App& app) : app_(app) {}

    void positional(const std::string& name, std::string& target, const std::string& help, Needed needed = Needed::no);
    void positionals(const std::string& name, std::vector<std::string>& target, const std::string& help);
    void choice(const std::string& name, std::string& target, const std::string& help,
                const std::vector<std::string>& allowed, Needed needed = Needed::no);
    // `name`: "-o,--output"; `shape`: how a value looks in the help: "WxH".
    void text(const std::string& name, std::string& target, const std::string& help, const std::string& shape = "TEXT",
              Needed needed = Needed::no);
    // A text that is refused, with this sentence, unless the sentence is empty.
    void checked(const std::string& name, std::string& target, const std::string& help, const std::string& shape,
                 const std::function<std::string(const std::string& text)>& why_not);
    void texts(const std::string& name, std::vector<std::string>& target, const std::string& help,
               const std::string& shape);
    // The same, several in one word: a,b,c.
    void list(const std::string& name, std::vector<std::string>& target, const std::string& help,
              const std::string& shape);
    void number(const std::string& name, double& target, const std::string& help, double least, double most);
    void whole_number(const std::string& name, int& target, const std::string& help, int least, int most);
    // X,Y,Z
    void point(const std::string& name, std::vector<double>& target, const std::string& help,
               Needed needed = Needed::no);
    void flag(const std::string& name, bool& target, const std::string& help);

  private:
    CLI::App& app_;
};

}  // namespace drypoint::app
