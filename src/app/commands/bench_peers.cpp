#include "app/commands/bench_peers.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <sstream>

namespace drypoint::app {
namespace fs = std::filesystem;

std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
}

std::optional<std::string> program_beside(const std::string& name, const std::string& without) {
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed).parent_path() / name;
    if (!failed && fs::exists(program, failed)) return program.string();
    std::cerr << "warning: " << name << " is not beside this program: no comparison with " << without
              << " (build it with the tests, where its packages are installed)\n";
    return std::nullopt;
}

std::vector<ComparedRow> rows_of(const std::string& command) {
    std::vector<ComparedRow> rows;
    std::FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return rows;
    std::array<char, 1024> line{};
    while (std::fgets(line.data(), static_cast<int>(line.size()), pipe) != nullptr) {
        std::string text = line.data();
        if (!text.empty() && text.back() == '\n') text.pop_back();
        std::istringstream fields(text);
        std::array<std::string, 9> field;
        for (std::string& one : field) std::getline(fields, one, '\t');
        if (field[5].empty()) continue;  // not a row
        const auto number = [&field](std::size_t i) { return std::strtod(field[i].c_str(), nullptr); };
        ComparedRow row;
        row.row = {field[0], field[1], number(2), number(3), number(4), std::atoi(field[5].c_str()), {}};
        row.peer = field[6];
        if (!row.peer.empty()) row.ratio = number(7);
        if (!field[8].empty()) row.row.processor_ms = number(8);
        rows.push_back(std::move(row));
    }
    if (::pclose(pipe) != 0) std::cerr << "warning: this failed, or found answers that differ: " << command << '\n';
    return rows;
}

std::optional<ProcessUse> run_process(const std::string& command) {
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child < 0) return std::nullopt;
    if (child == 0) {
        ::execl("/bin/sh", "sh", "-c", ("exec " + command + " >/dev/null 2>&1").c_str(), static_cast<char*>(nullptr));
        ::_exit(127);
    }
    int status = 0;
    rusage use{};
    if (::wait4(child, &status, 0, &use) != child || status != 0) return std::nullopt;
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
    const auto ms = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) * 1e-3;
    };
    return ProcessUse{wall.count(), ms(use.ru_utime) + ms(use.ru_stime), static_cast<double>(use.ru_maxrss) / 1024.0};
}

}  // namespace drypoint::app
