#include "io/gltf_accessor.h"

#include <tiny_gltf.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

namespace drypoint::io {
namespace {

// A checked window: element i lies at data + i * stride, and all of its bytes are there.
struct Window {
    const unsigned char* data = nullptr;
    std::size_t stride = 0;
    std::size_t count = 0;
};

template <typename Item>
const Item* item_at(const std::vector<Item>& items, int index) {
    return index >= 0 && static_cast<std::size_t>(index) < items.size() ? &items[static_cast<std::size_t>(index)]
                                                                        : nullptr;
}

std::size_t component_size(int type) {
    switch (type) {
        case TINYGLTF_COMPONENT_TYPE_BYTE:
        case TINYGLTF_COMPONENT_TYPE_UNSIGNED_BYTE:
            return 1;
        case TINYGLTF_COMPONENT_TYPE_SHORT:
        case TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT:
            return 2;
        case TINYGLTF_COMPONENT_TYPE_UNSIGNED_INT:
        case TINYGLTF_COMPONENT_TYPE_FLOAT:
            return 4;
        default:
            return 0;
    }
}

// Are count elements of `size` bytes, `stride` apart, within `room` bytes? Written so that nothing can overflow.
bool fits(std::size_t count, std::size_t size, std::size_t stride, std::size_t room) {
    return size <= room && (count - 1) <= (room - size) / stride;
}

Window window_of(const GltfSource& source, const tinygltf::Accessor& accessor, std::size_t components,
                 std::string& problem) {
    Window window;
    const std::size_t unit = component_size(accessor.componentType);
    const tinygltf::BufferView* view = item_at(source.model.bufferViews, accessor.bufferView);
    const std::string_view* buffer = view != nullptr ? item_at(source.buffers, view->buffer) : nullptr;
    if (accessor.sparse.isSparse)
        problem = "is sparse, which Drypoint does not read";
    else if (unit == 0)
        problem = "has an unknown component type";
    else if (view == nullptr)
        problem = "names no buffer view";
    else if (buffer == nullptr)
        problem = "names no buffer";
    else if (accessor.count == 0)
        problem = "is empty";
    if (!problem.empty()) return window;

    const std::size_t size = unit * components;
    const std::size_t stride = view->byteStride == 0 ? size : view->byteStride;
    if (stride < size || stride % unit != 0) {
        problem = "has a stride of " + std::to_string(stride) + " bytes, which does not fit its type";
    } else if (view->byteOffset > buffer->size() || view->byteLength > buffer->size() - view->byteOffset) {
        problem = "has a buffer view that reaches beyond its buffer";
    } else if (accessor.byteOffset > view->byteLength ||
               !fits(accessor.count, size, stride, view->byteLength - accessor.byteOffset)) {
        problem = "reaches beyond its buffer view";
    } else {
        window = {reinterpret_cast<const unsigned char*>(buffer->data()) + view->byteOffset + accessor.byteOffset,
                  stride, accessor.count};
    }
    return window;
}

template <typename T>
T load(const unsigned char* at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

// Element i's components lie one after another from components[i * count] on.
template <typename T>
std::vector<float> components_as(const Window& window, std::size_t count, bool normalised) {
    std::vector<float> read(window.count * count);
    for (std::size_t i = 0; i < window.count; ++i) {
        const unsigned char* at = window.data + i * window.stride;
        for (std::size_t k = 0; k < count; ++k) {
            auto value = static_cast<float>(load<T>(at + k * sizeof(T)));
            if constexpr (std::is_integral_v<T>) {
                if (normalised) value = std::max(value / static_cast<float>(std::numeric_limits<T>::max()), -1.0f);
            }
            read[i * count + k] = value;
        }
    }
    return read;
}

template <typename T>
std::vector<std::uint32_t> integers(const Window& window) {
    std::vector<std::uint32_t> read(window.count);
    for (std::size_t i = 0; i < window.count; ++i) read[i] = load<T>(window.data + i * window.stride);
    return read;
}

bool all_finite(const std::vector<float>& numbers) {
    // A sum of zero times the number is zero, or not a number; without branches it runs at the speed of memory.
    float sum = 0.0f;
    for (const float number : numbers) sum += number * 0.0f;
    return sum == 0.0f;
}

std::vector<float> read_components(const GltfSource& source, int index, int type, std::size_t count, std::string& problem) {
    problem.clear();
    const tinygltf::Accessor* accessor = item_at(source.model.accessors, index);
    if (accessor == nullptr)
        problem = "does not exist";
    else if (accessor->type != type)
        problem = count == 3 ? "does not hold vectors of three" : "does not hold single numbers";
    if (!problem.empty()) return {};
    const Window window = window_of(source, *accessor, count, problem);
    if (!problem.empty()) return {};
    std::vector<float> read;
    switch (accessor->componentType) {
        case TINYGLTF_COMPONENT_TYPE_FLOAT:
            read = components_as<float>(window, count, false);
            break;
        case TINYGLTF_COMPONENT_TYPE_BYTE:
            read = components_as<std::int8_t>(window, count, accessor->normalized);
            break;
        case TINYGLTF_COMPONENT_TYPE_UNSIGNED_BYTE:
            read = components_as<std::uint8_t>(window, count, accessor->normalized);
            break;
        case TINYGLTF_COMPONENT_TYPE_SHORT:
            read = components_as<std::int16_t>(window, count, accessor->normalized);
            break;
        case TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT:
            read = components_as<std::uint16_t>(window, count, accessor->normalized);
            break;
        default:
            problem = count == 3 ? "holds no numbers that can be places" : "holds no numbers that can be read";
            return {};
    }
    if (!all_finite(read)) problem = "holds numbers that are not finite";
    return read;
}

}  // namespace

std::size_t count_of(const GltfSource& source, int index) {
    const tinygltf::Accessor* accessor = item_at(source.model.accessors, index);
    return accessor != nullptr ? accessor->count : 0;
}

std::vector<glm::vec3> read_vectors(const GltfSource& source, int index, std::string& problem) {
    const std::vector<float> flat = read_components(source, index, TINYGLTF_TYPE_VEC3, 3, problem);
    std::vector<glm::vec3> read(flat.size() / 3);
    for (std::size_t i = 0; i < read.size(); ++i) read[i] = {flat[3 * i], flat[3 * i + 1], flat[3 * i + 2]};
    return read;
}

std::vector<float> read_numbers(const GltfSource& source, int index, std::string& problem) {
    return read_components(source, index, TINYGLTF_TYPE_SCALAR, 1, problem);
}

std::vector<std::uint32_t> read_indices(const GltfSource& source, int index, std::size_t limit, std::string& problem) {
    problem.clear();
    const tinygltf::Accessor* accessor = item_at(source.model.accessors, index);
    if (accessor == nullptr)
        problem = "does not exist";
    else if (accessor->type != TINYGLTF_TYPE_SCALAR)
        problem = "does not hold single numbers";
    if (!problem.empty()) return {};
    const Window window = window_of(source, *accessor, 1, problem);
    if (!problem.empty()) return {};
    std::vector<std::uint32_t> read;
    switch (accessor->componentType) {
        case TINYGLTF_COMPONENT_TYPE_UNSIGNED_BYTE:
            read = integers<std::uint8_t>(window);
            break;
        case TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT:
            read = integers<std::uint16_t>(window);
            break;
        case TINYGLTF_COMPONENT_TYPE_UNSIGNED_INT:
            read = integers<std::uint32_t>(window);
            break;
        default:
            problem = "does not hold unsigned integers";
            return {};
    }
    const std::uint32_t largest = *std::max_element(read.begin(), read.end());
    if (largest >= limit) problem = "names vertex " + std::to_string(largest) + " of " + std::to_string(limit);
    return read;
}

}  // namespace drypoint::io
