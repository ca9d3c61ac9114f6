#include "io/review_html.h"

#include <array>

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
.key { width: 12% } .status { width: 14% } .sign { width: 12% }
.weak { border-left: 4px solid #111 }
h3 { margin-bottom: 0.3em } thead { display: table-header-group } tr { break-inside: avoid }
</style></head><body>
<h1>Drypoint: content for review</h1>
<p>Not a treatment protocol. Every statement with how it was come by. Mark each: agreed, changed or struck out, with initials and
date. A thick left edge marks what no page or abstract confirms: it needs the book. Sources are listed at the end.</p>
)";

bool is_weak(anatomy::Status status) {
    using anatomy::Status;
    return status == Status::unverified || status == Status::claim || status == Status::convention;
}

std::string counts_table(const anatomy::Content& content) {
    std::array<int, anatomy::status_count> counts{};
    for (const anatomy::StatementAt& at : content.statements) ++counts[static_cast<std::size_t>(at.statement.status)];
    std::string html = "<table><thead><tr><th>Status</th><th>Statements</th></tr></thead>\n";
    for (int i = 0; i < anatomy::status_count; ++i)
        html += "<tr><td>" + std::string(anatomy::name(static_cast<anatomy::Status>(i))) + "</td><td>" +
                std::to_string(counts[static_cast<std::size_t>(i)]) + "</td></tr>\n";
    return html + "</table>\n";
}

std::string row(const anatomy::StatementAt& at) {
    std::string status(anatomy::name(at.statement.status));
    for (const base::Id& id : at.statement.sources) status += " <a href=\"#source-" + id + "\">" + id + "</a>";
    return std::string("<tr") + (is_weak(at.statement.status) ? " class=\"weak\"" : "") + "><td>" + escaped(at.key) +
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

}  // namespace

std::string review_html(const anatomy::Content& content) {
    std::string html = head + counts_table(content);
    std::string kind, owner;
    bool open = false;
    for (const anatomy::StatementAt& at : content.statements) {
        if (at.kind != kind || at.owner != owner) {
            if (open) html += "</table>\n";
            if (at.kind != kind) html += "<h2>" + escaped(at.kind) + "</h2>\n";
            if (!at.owner.empty()) html += "<h3>" + escaped(at.owner) + "</h3>\n";
            html += table_head;
            kind = at.kind;
            owner = at.owner;
            open = true;
        }
        html += row(at);
    }
    if (open) html += "</table>\n";
    return html + sources_list(content) + "</body></html>\n";
}

}  // namespace drypoint::io
