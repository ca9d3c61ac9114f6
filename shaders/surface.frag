// One shader for every tissue, so that a software rasteriser compiles it once. Lights follow the camera: a soft key from
// the upper left, a weak fill from the right, a sky above and a warm ground below. Colours are linear; the output is
// premultiplied by its alpha.
uniform vec4 item[3];    // colour and opacity; gloss, shininess, softness, rim; edge, emphasis, thickness at the edge
uniform vec3 accent;
uniform vec4 towards;  // direction to the eye from a pixel

in vec3 eye_normal;

out vec4 fragment;

const vec3 key_from = normalize(vec3(-0.55, 0.55, 0.70));
const vec3 fill_from = normalize(vec3(0.85, -0.05, 0.40));
const vec3 key_light = vec3(1.00, 0.965, 0.92);
const vec3 fill_light = vec3(0.11, 0.125, 0.16);
const vec3 sky_light = vec3(0.27, 0.285, 0.315);
const vec3 ground_light = vec3(0.13, 0.105, 0.095);
// In living tissue red light travels farthest, so that the edge of a shadow is warm.
const vec3 scatter = vec3(1.0, 0.62, 0.52);

vec3 diffuse_light(vec3 n, float softness) {
    vec3 wrap = scatter * softness;
    vec3 key = clamp((vec3(dot(n, key_from)) + wrap) / (1.0 + wrap), 0.0, 1.0);
    float fill = clamp(dot(n, fill_from) * 0.6 + 0.4, 0.0, 1.0);
    return key_light * key + fill_light * fill + mix(ground_light, sky_light, n.y * 0.5 + 0.5);
}

// Straight up to 0.7, then bending towards 1.
vec3 tone(vec3 c) {
    vec3 over = max(c - 0.7, 0.0);
    return min(c, 0.7) + over / (1.0 + over / 0.3);
}

void main() {
    vec3 colour = item[0].rgb;
    float opacity = item[0].a;
    float edge = item[2].x;
    float emphasis = item[2].y;

    vec3 n = normalize(eye_normal);
    if (!gl_FrontFacing) n = -n;
    vec3 to_eye = normalize(vec3(gl_FragCoord.xy * towards.xy + towards.zw, 1.0));
    float facing = clamp(dot(n, to_eye), 0.0, 1.0);
    float grazing = 1.0 - facing;
    float grazing3 = grazing * grazing * grazing;

    float highlight = pow(clamp(dot(n, normalize(key_from + to_eye)), 0.0, 1.0), item[1].y) * item[1].x;
    // Where a round body turns away, it sees less of the light around it.
    vec3 lit = colour * diffuse_light(n, item[1].z) * mix(0.62, 1.0, smoothstep(0.0, 0.65, facing));
    lit += vec3(highlight) * (0.6 + 0.4 * grazing);
    lit += sky_light * (item[1].w * grazing3 * (0.6 + 0.4 * n.y));
    lit = mix(lit, accent * (0.35 + 0.65 * facing), emphasis * (0.05 + 0.17 * grazing));

    // A layer seen at a slant is thicker: clear in the middle, firm at the edge; the less so, the firmer it is anyway.
    float thickness = mix(1.0, mix(mix(0.3, 1.0, opacity), item[2].z, grazing3 * grazing), edge);
    float alpha = 1.0 - pow(1.0 - opacity, thickness);
    fragment = vec4(tone(lit) * alpha, alpha);
}
