#include "io/review_html.h"

#include <array>
#include <vector>

#include "io/content_hash.h"
#include "io/review_names.h"

namespace drypoint::io {
namespace {

std::string escaped(const std::string& text) {
    std::string html;
    for (const char c : text) {
        if (c == '&') {
            html += "&amp;";
        } else if (c == '<') {
            html += "&lt;";
        } else if (c == '>') {
            html += "&gt;";
        } else if (c == '"') {
            html += "&quot;";
        } else {
            html += c;
        }
    }
    return html;
}

constexpr const char* head = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Drypoint: content for review</title><style>
body { font: 14px/1.4 sans-serif; margin: 2em; color: #111 }
table { border-collapse: collapse; width: 100%; margin-bottom: 1.5em }
th, td { border: 1px solid #999; padding: 4px 6px; text-align: left; vertical-align: top }
th { background: #eee }
.key { width: 16% } .status { width: 14% } .sign { width: 12% }
.weak { border-left: 4px solid #111 }
.note { margin: 0 0 0.4em } .line { height: 2.6em } .line th { width: 24% }
h2 { break-before: page } h3 { margin-bottom: 0.2em; break-after: avoid }
thead { display: table-header-group } tr { break-inside: avoid }
</style></head><body>
<h1>Drypoint: content for review</h1>
)";

constexpr const char* how_to = R"(<p>Not a treatment protocol. Every statement that the program can show, in both wordings, with how it was come by. Mark
each: agreed, changed or struck out, with initials and date. A thick left edge marks what no page or abstract confirms: it needs
the book. Under a heading stands what the program does with the entry and no sentence says, such as where a dot is drawn: correct
it there. Sources are listed at the end, after the block to sign.</p>
)";

constexpr const char* to_sign = R"(<h2 id="sign">To sign</h2>
<p>I have read the parts ticked here, in the version named on the first page.</p>
)";

constexpr const char* signature = R"(<table>
<tr class="line"><th>Name</th><td></td></tr>
<tr class="line"><th>Profession, registration number</th><td></td></tr>
<tr class="line"><th>Agreed as it stands, or with the changes marked</th><td></td></tr>
<tr class="line"><th>What must not be shown until it is changed</th><td></td></tr>
<tr class="line"><th>Place, date, signature</th><td></td></tr>
</table>
)";

bool is_weak(anatomy::Status status) {
    using anatomy::Status;
    return status == Status::unverified || status == Status::claim || status == Status::convention;
}

// What each status means, in the words of anatomy/statement.h.
constexpr std::array<const char*, anatomy::status_count> meanings{
    "read in a web page",
    "read in a paper's abstract or a trial's registration",
    "read in a public repository",
    "worked out from named sources",
    "chosen by this project, so that something can be drawn",
    "standard teaching, not checked against a source",
    "a clinic's own claim",
    "looked for, no figure found"};

std::string counts_table(const anatomy::Content& content) {
    std::array<int, anatomy::status_count> counts{};
    for (const anatomy::StatementAt& at : content.statements) ++counts[static_cast<std::size_t>(at.statement.status)];
    std::string html = "<table><thead><tr><th>Status</th><th>Meaning</th><th>Statements</th></tr></thead>\n";
    for (std::size_t i = 0; i < counts.size(); ++i)
        html += "<tr><td>" + std::string(anatomy::name(static_cast<anatomy::Status>(i))) + "</td><td>" + meanings[i] +
                "</td><td>" + std::to_string(counts[i]) + "</td></tr>\n";
    return html + "</table>\n";
}

std::string row(const anatomy::Content& content, const anatomy::StatementAt& at) {
    std::string status(anatomy::name(at.statement.status));
    for (const base::Id& id : at.statement.sources) status += " <a href=\"#source-" + id + "\">" + id + "</a>";
    return std::string("<tr") + (is_weak(at.statement.status) ? " class=\"weak\"" : "") + "><td>" + escaped(review_key(content, at)) +
           "</td><td>" + escaped(at.statement.professional) + "</td><td>" + escaped(at.statement.plain) + "</td><td>" +
           status + "</td><td></td></tr>\n";
}

constexpr const char* table_head =
    "<table><thead><tr><th class=\"key\">What</th><th>Professional</th><th>Plain</th>"
    "<th class=\"status\">Status, sources</th><th class=\"sign\">Initials, date</th></tr></thead>\n";

std::string sources_list(const anatomy::Content& content) {
    std::string html = "<h2>Sources</h2>\n<dl>\n";
    for (const anatomy::Source& source : content.sources) {
        html += "<dt id=\"source-" + source.id + "\">" + source.id + "</dt><dd>" + escaped(source.citation) +
                " (seen: " + escaped(source.how_seen) + ") " +
                escaped(source.address.empty() ? "address not kept" : source.address) +
                (source.note.empty() ? "" : ". " + escaped(source.note)) + "</dd>\n";
    }
    return html + "</dl>\n";
}

using Statements = std::vector<const anatomy::StatementAt*>;

Statements of_kind(const anatomy::Content& content, const std::string& kind) {
    Statements found;
    for (const anatomy::StatementAt& at : content.statements) {
        if (at.kind == kind) found.push_back(&at);
    }
    return found;
}

std::string entry_head(const anatomy::Content& content, const anatomy::StatementAt& at) {
    std::string html;
    if (!at.owner.empty()) html += "<h3>" + escaped(review_title(content, at)) + "</h3>\n";
    const std::string note = review_note(content, at);
    if (!note.empty()) html += "<p class=\"note\">" + escaped(note) + ".</p>\n";
    return html + table_head;
}

std::string part_html(const anatomy::Content& content, const ReviewPart& part, std::size_t number) {
    const Statements all = of_kind(content, part.kind);
    if (all.empty()) return {};
    std::string html = "<h2 id=\"part-" + std::to_string(number) + "\">" + std::to_string(number) + ". " + part.title +
                       "</h2>\n<p>" + part.about + "</p>\n";
    const anatomy::StatementAt* before = nullptr;
    for (const anatomy::StatementAt* at : all) {
        if (before == nullptr || before->owner != at->owner)
            html += (before != nullptr ? "</table>\n" : "") + entry_head(content, *at);
        html += row(content, *at);
        before = at;
    }
    return html + "</table>\n";
}

// Number, title, how much there is to read, and a box to tick.
std::string parts_table(const anatomy::Content& content) {
    std::string html = "<table><thead><tr><th>Part</th><th>Statements</th><th class=\"sign\">Read</th></tr></thead>\n";
    std::size_t number = 0;
    for (const ReviewPart& part : review_parts()) {
        ++number;
        html += "<tr><td><a href=\"#part-" + std::to_string(number) + "\">" + std::to_string(number) + ". " + part.title +
                "</a></td><td>" + std::to_string(of_kind(content, part.kind).size()) + "</td><td>☐</td></tr>\n";
    }
    return html + "</table>\n";
}

}  // namespace

std::string review_html(const anatomy::Content& content) {
    std::string body;
    std::size_t number = 0;
    for (const ReviewPart& part : review_parts()) body += part_html(content, part, ++number);
    const std::string sources = sources_list(content);
    const std::string version = std::string("<p>Version ") + DRYPOINT_VERSION + ", fingerprint of what follows: " +
                                content_hash(body + sources).substr(0, 16) + "</p>\n";
    return head + version + how_to + parts_table(content) + counts_table(content) + body + to_sign +
           parts_table(content) + signature + sources + "</body></html>\n";
}

}  // namespace drypoint::io
