// A soft line round what is emphasised, outside its edge.
uniform sampler2D mask;
uniform vec3 accent;   // sRGB
uniform vec4 covered;  // the mask's texels in use: 0 and 1; where they start in the target: 2 and 3
uniform float scale;   // the mask's texels per pixel, each way
uniform float width;   // in the mask's texels

out vec4 fragment;

const int taps = 12;

float mask_at(vec2 at) {
    return texelFetch(mask, clamp(ivec2(floor(at)), ivec2(0), ivec2(covered.xy) - 1), 0).r;
}

void main() {
    vec2 here = (gl_FragCoord.xy - covered.zw) * scale;
    float inside = mask_at(here);
    float strongest = 0.0;
    float sum = 0.0;
    for (int i = 0; i < taps; ++i) {
        float angle = 6.2831853 * (float(i) + 0.5) / float(taps);
        vec2 direction = vec2(cos(angle), sin(angle));
        float outer = mask_at(here + direction * width);
        float inner = mask_at(here + direction * width * 0.5);
        strongest = max(strongest, max(outer, inner));
        sum += outer + inner;
    }
    float line = clamp(sum / float(taps) * 2.4, 0.0, strongest) * clamp(1.0 - inside / max(strongest, 0.01), 0.0, 1.0);
    if (line <= 0.0) discard;
    fragment = vec4(accent * line, line);
}
