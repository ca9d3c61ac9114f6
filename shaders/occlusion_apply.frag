// Darkens the solid picture (multiplied with what is there): openness from the four nearest coarse texels on the
// same surface. Shade stays warm: tissue hands red light on.
uniform sampler2D depth;
uniform sampler2D openness;
uniform vec4 lens;     // as in occlusion.frag
uniform vec2 range;    // nearest and farthest depth mm
uniform vec2 covered;  // coarse texels in use
uniform float sharp;
uniform float coarseness;  // as in occlusion.frag

out vec4 fragment;

void main() {
    ivec2 here = ivec2(gl_FragCoord.xy);
    float window = texelFetch(depth, here, 0).r;
    if (window >= 1.0) discard;
    float ndc = window * 2.0 - 1.0;
    float z = (lens.y - ndc * lens.w) / (ndc * lens.z - lens.x);
    float far = clamp((-z - range.x) / (range.y - range.x), 0.0, 1.0);

    vec2 at = vec2(here) / coarseness;
    ivec2 base = ivec2(floor(at));
    vec2 part = at - vec2(base);
    float sum = 0.0;
    float weights = 0.0;
    for (int i = 0; i < 4; ++i) {
        ivec2 step_to = ivec2(i & 1, i >> 1);
        vec4 other = texelFetch(openness, clamp(base + step_to, ivec2(0), ivec2(covered) - 1), 0);
        vec2 linear = mix(1.0 - part, part, vec2(step_to));
        float near = max(1.0 - abs(other.g + other.b / 255.0 - far) * sharp, 0.001);
        float weight = (linear.x * linear.y + 0.01) * near;
        sum += other.r * weight;
        weights += weight;
    }
    float open = sum / weights;
    fragment = vec4(mix(vec3(0.16, 0.09, 0.085), vec3(1.0), open), 1.0);
}
