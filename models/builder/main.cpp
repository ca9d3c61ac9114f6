// drypoint-build-model: the figures of data/anatomy to models/knee_thigh.glb.

#include <chrono>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>
#include <thread>

#include <CLI/CLI.hpp>

#include "document.h"
#include "model.h"
#include "report.h"

namespace {

struct Arguments {
    std::string data = "data/anatomy";
    std::string out = "models/knee_thigh.glb";
    drypoint::builder::BuildOptions options;
    bool tables = false;
    bool without_envelope = false;
};

int fail(const drypoint::base::Issues& issues) {
    for (const auto& issue : issues) std::cerr << "drypoint-build-model: " << to_string(issue) << '\n';
    return 1;
}

int run(const Arguments& arguments) {
    const auto start = std::chrono::steady_clock::now();
    const auto inputs = drypoint::builder::read_inputs(arguments.data);
    if (!inputs) return fail(inputs.issues);
    const drypoint::builder::Model model = drypoint::builder::build(*inputs, arguments.options);
    const auto issues = drypoint::io::write_glb(drypoint::builder::to_document(model), arguments.out);
    if (!issues.empty()) return fail(issues);
    report(std::cout, model, arguments.tables);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("%s, %.1f seconds\n", arguments.out.c_str(), seconds.count());
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    Arguments arguments;
    arguments.options.threads = std::max(1u, std::thread::hardware_concurrency());
    CLI::App app("Builds the model from the figures of data/anatomy", "drypoint-build-model");
    app.add_option("--data", arguments.data, "Folder of the figures")->capture_default_str();
    app.add_option("--out", arguments.out, "The file to write (GLB)")->capture_default_str();
    app.add_option("--threads", arguments.options.threads, "Threads; the result is the same for any number")
        ->check(CLI::Range(1, 256));
    app.add_option("--step", arguments.options.step, "Spacing of the lattice in mm")->check(CLI::Range(0.5, 4.0))->capture_default_str();
    app.add_option("--triangles", arguments.options.triangles, "Triangles of the whole model, at most")->capture_default_str();
    app.add_flag("--report", arguments.tables, "Print how every structure, course and landmark compares with its figure");
    app.add_flag("--without-envelope", arguments.without_envelope, "Leave out skin and fat, to look inside");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    arguments.options.envelope = !arguments.without_envelope;
    arguments.options.measure = arguments.tables;
    try {
        return run(arguments);
    } catch (const std::exception& error) {
        std::cerr << "drypoint-build-model: " << error.what() << '\n';
        return 1;
    }
}
