#include "io/reading_check.h"

#include <algorithm>
#include <cstdio>

#include "io/readability.h"

namespace drypoint::io {
namespace {

std::string one_decimal(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

void check_text(const anatomy::StatementAt& at, const std::vector<std::string>& names, const anatomy::Reading& reading,
                base::Issues& issues) {
    const auto warn = [&](std::string message, std::string hint, const char* code) {
        issues.push_back(base::warning(at.place, std::move(message), std::move(hint), code));
    };
    const std::string& plain = at.statement.plain;
    for (const Sentence& sentence : sentences_of(plain)) {
        if (sentence.words <= longest_plain_sentence_words) continue;
        warn("a plain sentence has " + std::to_string(sentence.words) + " words: \"" + sentence.text + "\"",
             "at most 15: make two of it", "long-sentence");
    }
    const std::string counted = without_names(plain, names);
    const double grade = grade_of(counts_of(counted));
    if (grade > highest_plain_grade)
        warn("a plain text has grade " + one_decimal(grade) + ": \"" + plain + "\"",
             "at most 6: shorter words and sentences", "hard-text");
    for (const HardWord& hard : hard_words_in(counted, reading))
        warn("a plain text has the hard word \"" + hard.word + "\"",
             hard.instead.empty() ? "say it in shorter words, or explain it and add it to known in reading.toml"
                                  : "write: " + hard.instead,
             "hard-word");
}

}  // namespace

std::vector<std::string> uncounted_names(const anatomy::Content& content) {
    std::vector<std::string> names = content.reading.names;
    for (const anatomy::Muscle& muscle : content.muscles) names.push_back(muscle.name);
    for (const anatomy::HazardGroup& hazard : content.hazards) names.push_back(hazard.name);
    return names;
}

base::Issues check_reading(const anatomy::Content& content) {
    base::Issues issues;
    const std::vector<std::string> names = uncounted_names(content);
    for (const anatomy::StatementAt& at : content.statements)
        if (!at.is_figure) check_text(at, names, content.reading, issues);
    return issues;
}

ReadingSummary reading_summary(const anatomy::Content& content) {
    ReadingSummary summary;
    const std::vector<std::string> names = uncounted_names(content);
    double sum = 0.0;
    for (const anatomy::StatementAt& at : content.statements) {
        if (at.is_figure) continue;
        ++summary.texts;
        const double grade = grade_of(counts_of(without_names(at.statement.plain, names)));
        sum += grade;
        if (summary.texts == 1 || grade > summary.highest_grade) {
            summary.highest_grade = grade;
            summary.highest_at = at.place;
        }
        for (const Sentence& sentence : sentences_of(at.statement.plain))
            summary.longest_sentence_words = std::max(summary.longest_sentence_words, sentence.words);
    }
    if (summary.texts > 0) summary.mean_grade = sum / summary.texts;
    return summary;
}

}  // namespace drypoint::io
