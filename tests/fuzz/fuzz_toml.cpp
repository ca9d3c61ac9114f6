// Any bytes as TOML, checked against the table of model profiles.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "io/model_profile.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto file = drypoint::io::parse_toml(bytes, "fuzz.toml");
    if (!file && file.issues.empty()) std::abort();
    if (file) drypoint::io::check(*file, drypoint::io::profile_rule(), "fuzz.toml");
    return 0;
}
