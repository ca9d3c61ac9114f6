// One shader for every tissue, so that a software rasteriser compiles it once. Lights follow the camera: a soft key from
// the upper left, a weak fill from the right, a sky above and a warm ground below. Colours are linear; the output is
// premultiplied by its alpha.
uniform vec4 item[4];   // colour and opacity; gloss, shininess, softness, rim; edge, emphasis, thickness at the edge,
                        // sheen; tendon's colour, depth of the baked shade
uniform vec3 accent;
uniform vec4 towards;   // direction to the eye from a pixel
uniform vec3 finish;    // width of the finest strands, mm; their contrast; sheen of tendon
uniform ivec2 strand_widths;  // which are drawn: from, and up to; see strands()

in vec4 eye_normal;  // and openness
in vec3 flesh;       // which strand, mm; tendon
#ifdef CUT
in float beyond;
#endif

out vec4 fragment;

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

// Straight up to 0.7, then bending towards 1.
vec3 tone(vec3 c) {
    vec3 over = max(c - 0.7, 0.0);
    return min(c, 0.7) + over / (1.0 + over / 0.3);
}

float corner(uint h) {
    h = (h ^ (h >> 15)) * 0x2c1b3c6du;
    return float((h ^ (h >> 13)) & 0xffffu) / 32767.5 - 1.0;
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
// pattern of strands, at three widths; what is finer than the pixels fades before it could flicker.
vec2 strands() {
    float pixel_mm = max(length(dFdx(flesh.xy)), length(dFdy(flesh.xy)));
    vec2 sum = vec2(0.0);
    for (int i = strand_widths.x; i < strand_widths.y; ++i) {
        float width = finish.x * pow(2.9, float(i));
        float seen = 1.0 - smoothstep(0.35, 0.9, pixel_mm / width);
        float strand = (0.62 - 0.13 * float(i)) * seen * noise(flesh.xy / width + float(i) * 7.3);
        sum += vec2(strand, i == 0 ? 0.0 : strand);
    }
    return sum;
}

void main() {
#ifdef CUT
    if (beyond > 0.0) discard;
#endif
    float opacity = item[0].a;
    float edge = item[2].x;
    float emphasis = item[2].y;

    vec3 n = normalize(eye_normal.xyz);
    if (!gl_FrontFacing) n = -n;
    vec3 to_eye = normalize(vec3(gl_FragCoord.xy * towards.xy + towards.zw, 1.0));
    float facing = clamp(dot(n, to_eye), 0.0, 1.0);
    float grazing = 1.0 - facing;
    float grazing3 = grazing * grazing * grazing;

    vec2 strand = strands();
    float tendon = smoothstep(0.2, 0.8, flesh.z + strand.y * 0.35);
    vec3 colour = mix(item[0].rgb, item[3].rgb, tendon);
    colour *= 1.0 + finish.y * strand.x * mix(1.0, 0.5, tendon);
    // Shade stays warm: tissue hands red light on.
    vec3 open = 1.0 - vec3(0.86, 1.0, 1.0) * (item[3].a * (1.0 - smoothstep(-0.1, 0.7, eye_normal.w)));
    float silk = max(item[2].w, finish.z * tendon);

    vec3 halfway = normalize(key_from + to_eye);
    float mirror = clamp(dot(n, halfway), 0.0, 1.0);
    float mirror2 = mirror * mirror;
    float highlight = pow(mirror, item[1].y) * item[1].x + mirror2 * mirror2 * mirror2 * mirror * silk * 0.3;
    highlight *= 1.0 + strand.x;
    // Where a round body turns away, it sees less of the light around it.
    vec3 lit = colour * diffuse_light(n, item[1].z, open) * mix(0.62, 1.0, smoothstep(0.0, 0.65, facing));
    lit += highlight * open * (0.6 + 0.4 * grazing);
    lit += sky_light * (item[1].w * grazing3 * (0.6 + 0.4 * n.y) * open);
    lit = mix(lit, accent * (0.35 + 0.65 * facing), emphasis * (0.05 + 0.17 * grazing));

    // A layer seen at a slant is thicker: clear in the middle, firm at the edge; the less so, the firmer it is anyway.
    float thickness = mix(1.0, mix(mix(0.3, 1.0, opacity), item[2].z, grazing3 * grazing), edge);
    float alpha = 1.0 - pow(1.0 - opacity, thickness);
    fragment = vec4(tone(lit) * alpha, alpha);
}
