#pragma once
// From what people say to what the content holds: names, Latin, codes, lay words, symptoms and areas of pain.

#include <string>
#include <string_view>
#include <vector>

#include "anatomy/content.h"

namespace drypoint::anatomy {

enum class Found { condition, muscle, point, zone, topic };

std::string_view name(Found kind);

struct SearchHit {
    Found kind = Found::condition;
    base::Id id;
    // 0: the name begins so; 1: in the name, or just another name; 2: in another name; 3: in symptoms or areas of pain;
    // 4: some of each
    int rank = 0;
};

// Built once per content; a search is a walk over some hundred short entries.
class SearchIndex {
  public:
    SearchIndex() = default;
    explicit SearchIndex(const Content& content);

    // Best first, then conditions, muscles, points, zones, topics, in the content's order. Every word of the query that
    // carries meaning must begin some word of an entry. Empty for an empty query.
    std::vector<SearchHit> find(std::string_view query) const;

  private:
    struct Entry {
        Found kind;
        base::Id id;
        std::string name;                               // lower case
        std::vector<std::string> name_words;            // of the name
        std::vector<std::vector<std::string>> phrases;  // other names, each as its words
        std::vector<std::string> body;                  // symptoms, areas of pain
    };
    void add(Found kind, const base::Id& id, const std::string& name, const std::vector<std::string>& others,
             const std::vector<std::string>& body);

    std::vector<Entry> entries_;
};

// Lower-case words of letters and digits; "jumper's" is one word, jumpers. Bytes above 127 are letters.
std::vector<std::string> search_words_of(std::string_view text);

}  // namespace drypoint::anatomy
