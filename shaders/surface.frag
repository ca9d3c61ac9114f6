// One shader for every tissue, so that a software rasteriser compiles it once; its twin with FIBRES for what has strands or
// tendon. SOLID: both for what nothing shines through. XRAY: both for what is so clear that neither strands nor highlights
// show, a hundred layers of it. The output is linear and premultiplied by its alpha.
#include "light.glsl"

#ifndef SOLID
uniform vec2 clearness;  // its logarithm to base 2: facing the eye; how much more where it is seen edge-on
#endif
uniform vec4 towards;  // direction to the eye from a pixel
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
    float openness = eye_normal.w;
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
#include "lit.glsl"

#ifdef SOLID
    fragment = vec4(tone(lit), 1.0);
#else
    // A layer seen at a slant is thicker: clear in the middle, firm at the edge; the less so, the firmer it is anyway.
    float alpha = 1.0 - exp2(clearness.x + clearness.y * grazing3 * grazing);
#ifdef XRAY
    fragment = vec4(min(lit, 1.0) * alpha, alpha);
#else
    fragment = vec4(tone(lit) * alpha, alpha);
#endif
#endif
}
