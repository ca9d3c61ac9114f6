// How light meets a surface. Lights follow the camera: a soft key from the upper left, a weak fill from the right, a sky above
// and a warm ground below. Colours are linear. Part of surface.frag and wall.vert.
// A software rasteriser fetches each number of a uniform for each pixel anew, and divides slowly: so uniforms are packed, and
// constants multiply.
uniform uvec4 item;  // colour; gloss, shininess / 255, softness, rim; sheen, depth of the baked shade, emphasis; accent

vec3 colour_of(uint word) {
    vec3 root = vec3(uvec3(word, word >> 10, word >> 20) & 1023u) * (1.0 / 1023.0);
    return root * root;
}

vec4 shares_of(uint word) {
    return vec4(uvec4(word, word >> 8, word >> 16, word >> 24) & 255u) * (1.0 / 255.0);
}

// 0 at `from`, 1 at from + 1 / slope, smooth.
float rise(float from, float slope, float x) {
    float t = clamp((x - from) * slope, 0.0, 1.0);
    return t * t * (3.0 - 2.0 * t);
}

const vec3 key_from = normalize(vec3(-0.55, 0.55, 0.70));
const vec3 fill_from = normalize(vec3(0.85, -0.05, 0.40));
const vec3 key_light = vec3(1.00, 0.965, 0.92);
const vec3 fill_light = vec3(0.11, 0.125, 0.16);
const vec3 sky_light = vec3(0.27, 0.285, 0.315);
const vec3 ground_light = vec3(0.13, 0.105, 0.095);
// In living tissue red light travels farthest, so that the edge of a shadow is warm.
const vec3 scatter = vec3(1.0, 0.62, 0.52);

// `open`: the share of the light around that gets here.
vec3 diffuse_light(vec3 n, float softness, vec3 open) {
    vec3 wrap = scatter * softness;
    vec3 key = clamp((vec3(dot(n, key_from)) + wrap) / (1.0 + wrap), 0.0, 1.0);
    float fill = clamp(dot(n, fill_from) * 0.6 + 0.4, 0.0, 1.0);
    vec3 around = fill_light * fill + mix(ground_light, sky_light, n.y * 0.5 + 0.5);
    return key_light * key * mix(vec3(1.0), open, 0.75) + around * open;
}

#ifndef XRAY
// Straight up to 0.7, then bending towards 1.
vec3 tone(vec3 c) {
    vec3 over = max(c - 0.7, 0.0);
    return min(c, 0.7) + over / (1.0 + over * (1.0 / 0.3));
}
#endif
