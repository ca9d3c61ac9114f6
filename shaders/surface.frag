// One shader for every tissue, so that a software rasteriser compiles it once; its twin with FIBRES for what has strands or
// tendon. XRAY: both for what is so clear that neither strands nor highlights show, a hundred layers of it. Lights follow the
// camera: a soft key from the upper left, a weak fill from the right, a sky above and a warm ground below. Colours are linear;
// the output is premultiplied by its alpha.
// A software rasteriser fetches each number of a uniform for each pixel anew, and divides slowly: so uniforms are packed, and
// constants multiply.
uniform uvec4 item;      // colour; gloss, shininess / 255, softness, rim; sheen, depth of the baked shade, emphasis; accent
uniform vec2 clearness;  // its logarithm to base 2: facing the eye; how much more where it is seen edge-on
uniform vec4 towards;    // direction to the eye from a pixel
#ifdef FIBRES
uniform uvec2 fibres;           // colour of tendon; contrast of strands, sheen of tendon, first width of strands / 255
uniform float strands_per_mm;   // of that width
#endif

in vec4 eye_normal;  // and openness
#ifdef FIBRES
in vec3 flesh;       // which strand, mm; tendon
#endif
#ifdef CUT
in float beyond;
#endif

out vec4 fragment;

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

#if defined(FIBRES) && !defined(XRAY)
float corner(uint h) {
    h = (h ^ (h >> 15)) * 0x2c1b3c6du;
    return float((h ^ (h >> 13)) & 0xffffu) * (1.0 / 32767.5) - 1.0;
}

const uvec2 primes = uvec2(0x9e3779b1u, 0x85ebca77u);

// Smooth random numbers, -1 to 1, one for each whole place of the plane.
float noise(vec2 at) {
    vec2 cell = floor(at);
    vec2 part = at - cell;
    part *= part * (3.0 - 2.0 * part);
    uvec2 low = uvec2(ivec2(cell)) * primes;
    uvec2 high = low + primes;
    float near = mix(corner(low.x ^ low.y), corner(high.x ^ low.y), part.x);
    float far = mix(corner(low.x ^ high.y), corner(high.x ^ high.y), part.x);
    return mix(near, far, part.y);
}

// How much lighter or darker than their muscle the strands are here: all of them, and the wide ones alone. A random
// pattern of strands, at up to three widths; what is finer than the pixels fades before it could flicker.
vec2 strands(int first) {
    float pixel_mm = max(length(dFdx(flesh.xy)), length(dFdy(flesh.xy)));
    float per_mm = strands_per_mm;
    vec2 sum = vec2(0.0);
    for (int i = first; i < 3; ++i) {
        float seen = 1.0 - rise(0.35, 1.0 / 0.55, pixel_mm * per_mm);
        float strand = (0.62 - 0.13 * float(i)) * seen * noise(flesh.xy * per_mm + float(i) * 7.3);
        sum += vec2(strand, i == 0 ? 0.0 : strand);
        per_mm *= 1.0 / 2.9;
    }
    return sum;
}
#endif

void main() {
#ifdef CUT
    if (beyond > 0.0) discard;
#endif
    vec3 n = normalize(eye_normal.xyz);
    if (!gl_FrontFacing) n = -n;
    vec3 to_eye = normalize(vec3(gl_FragCoord.xy * towards.xy + towards.zw, 1.0));
    float facing = clamp(dot(n, to_eye), 0.0, 1.0);
    float grazing = 1.0 - facing;
    float grazing3 = grazing * grazing * grazing;

    vec4 gloss = shares_of(item.y);  // and shininess, softness, rim
    vec4 silk = shares_of(item.z);   // and shade, emphasis
    vec3 colour = colour_of(item.x);
#ifdef FIBRES
#ifdef XRAY
    colour = mix(colour, colour_of(fibres.x), rise(0.2, 1.0 / 0.6, flesh.z));
#else
    vec4 fibre = shares_of(fibres.y);
    vec2 strand = strands(int(fibre.z * 255.0 + 0.5));
    float tendon = rise(0.2, 1.0 / 0.6, flesh.z + strand.y * 0.35);
    colour = mix(colour, colour_of(fibres.x), tendon) * (1.0 + fibre.x * strand.x * mix(1.0, 0.5, tendon));
    silk.x = max(silk.x, fibre.y * tendon);
#endif
#endif
    // Shade stays warm: tissue hands red light on.
    vec3 open = 1.0 - vec3(0.86, 1.0, 1.0) * (silk.y * (1.0 - rise(-0.1, 1.0 / 0.8, eye_normal.w)));

    // Where a round body turns away, it sees less of the light around it.
    vec3 lit = colour * diffuse_light(n, gloss.z, open) * mix(0.62, 1.0, rise(0.0, 1.0 / 0.65, facing));
#ifndef XRAY
    vec3 halfway = normalize(key_from + to_eye);
    float mirror = clamp(dot(n, halfway), 0.0, 1.0);
    float mirror2 = mirror * mirror;
    float away = 1.0 - mirror;
    // A power: the logarithm's first terms are enough where anything is left of it.
    float highlight = exp2(-away * (1.442695 + away * (0.721348 + away * 0.480898)) * gloss.y * 255.0) * gloss.x +
                      mirror2 * mirror2 * mirror2 * mirror * silk.x * 0.3;
#ifdef FIBRES
    highlight *= 1.0 + strand.x;
#endif
    lit += highlight * open * (0.6 + 0.4 * grazing);
#endif
    lit += sky_light * (gloss.w * grazing3 * (0.6 + 0.4 * n.y) * open);
    lit = mix(lit, colour_of(item.w) * (0.35 + 0.65 * facing), silk.z * (0.05 + 0.17 * grazing));

    // A layer seen at a slant is thicker: clear in the middle, firm at the edge; the less so, the firmer it is anyway.
    float alpha = 1.0 - exp2(clearness.x + clearness.y * grazing3 * grazing);
#ifdef XRAY
    fragment = vec4(min(lit, 1.0) * alpha, alpha);
#else
    fragment = vec4(tone(lit) * alpha, alpha);
#endif
}
