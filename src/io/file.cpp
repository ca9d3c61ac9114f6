#include "io/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace drypoint::io {
namespace {

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    bool valid() const { return fd_ >= 0; }
    int get() const { return fd_; }
    bool close() {
        const int fd = fd_;
        fd_ = -1;
        return fd < 0 || ::close(fd) == 0;
    }

  private:
    int fd_;
};

std::string words_for(int error_number) {
    return std::generic_category().message(error_number);
}

base::Issue read_issue(const std::string& path, std::string message, std::string hint = {}) {
    return base::error(base::in_file(path), std::move(message), std::move(hint), "file");
}

base::Issue open_issue(const std::string& path, int error_number) {
    if (error_number == ENOENT || error_number == ENOTDIR)
        return read_issue(path, "there is no such file", "check the path");
    return read_issue(path, "cannot be opened: " + words_for(error_number));
}

// Reads until the end, also from what does not know its size in advance.
int read_all(int fd, std::string& bytes, std::size_t expected, std::size_t at_most) {
    bytes.resize(expected);
    std::size_t have = 0;
    for (;;) {
        if (have == bytes.size()) {
            char probe = 0;
            const ssize_t more = ::read(fd, &probe, 1);
            if (more < 0 && errno == EINTR) continue;
            if (more < 0) return errno;
            if (more == 0) break;
            if (have == at_most) return EFBIG;
            bytes.resize(std::min(at_most, have * 2 + 4096));
            bytes[have++] = probe;
            continue;
        }
        const ssize_t got = ::read(fd, bytes.data() + have, bytes.size() - have);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return errno;
        if (got == 0) break;
        have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return 0;
}

int write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t done = ::write(fd, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return 0;
}

std::string size_in_words(std::size_t bytes) {
    return bytes >= (std::size_t{1} << 20) ? std::to_string(bytes >> 20) + " MiB" : std::to_string(bytes) + " bytes";
}

base::Issue too_large(const std::string& path, std::size_t at_most) {
    return read_issue(path, "is larger than " + size_in_words(at_most) + ", the most that is read");
}

}  // namespace

base::Result<std::string> read_file(const std::string& path, std::size_t at_most) {
    // Without O_NONBLOCK opening a pipe that nobody writes to would wait forever.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.valid()) return base::failure<std::string>(open_issue(path, errno));
    struct stat about {};
    if (::fstat(file.get(), &about) != 0) return base::failure<std::string>(open_issue(path, errno));
    if (S_ISDIR(about.st_mode)) return base::failure<std::string>(read_issue(path, "is a folder, not a file"));
    if (!S_ISREG(about.st_mode)) return base::failure<std::string>(read_issue(path, "is not a regular file"));
    const auto size = static_cast<std::size_t>(about.st_size);
    if (size > at_most) return base::failure<std::string>(too_large(path, at_most));
    std::string bytes;
    try {
        const int failed = read_all(file.get(), bytes, size, at_most);
        if (failed == EFBIG) return base::failure<std::string>(too_large(path, at_most));
        if (failed != 0) return base::failure<std::string>(read_issue(path, "cannot be read: " + words_for(failed)));
    } catch (const std::bad_alloc&) {
        return base::failure<std::string>(read_issue(path, "does not fit into memory"));
    }
    return base::success(std::move(bytes));
}

base::Issues write_file_atomically(const std::string& path, std::string_view bytes) {
    const auto issue = [&](int error_number) {
        return base::Issues{
            base::error(base::in_file(path), "cannot be written: " + words_for(error_number), {}, "file")};
    };
    // Renaming over a device or a pipe would replace it.
    std::error_code unknown;
    if (std::filesystem::exists(path, unknown) && !std::filesystem::is_regular_file(path, unknown)) {
        return {base::error(base::in_file(path), "is no file that could be written", "name a file", "file")};
    }
    std::string temporary = path + ".XXXXXX";
    Descriptor file(::mkstemp(temporary.data()));
    if (!file.valid()) return issue(errno);
    const mode_t mask = ::umask(0);
    ::umask(mask);
    int failed = ::fchmod(file.get(), 0666 & ~mask) == 0 ? 0 : errno;
    if (failed == 0) failed = write_all(file.get(), bytes);
    if (!file.close() && failed == 0) failed = errno;
    if (failed == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) failed = errno;
    if (failed == 0) return {};
    ::unlink(temporary.c_str());
    return issue(failed);
}

std::string extension_of(const std::string& path) {
    std::string extension = std::filesystem::path(path).extension().string();
    if (!extension.empty()) extension.erase(0, 1);
    for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return extension;
}

}  // namespace drypoint::io
