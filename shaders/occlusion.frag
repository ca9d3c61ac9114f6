// How much of the ambient light the neighbourhood blocks, from depth alone, on a coarse grid (after McGuire's scalable
// ambient obscurance). Output: openness in red; depth in green and blue, for the passes that smooth.
uniform sampler2D depth;
uniform int coarseness;  // texels of depth per texel here, each way
uniform vec4 lens;       // the projection's [2][2], [3][2], [2][3], [3][3]
uniform vec4 frame;      // texels covered: 0 and 1; where they start in the picture: 2 and 3
uniform vec4 scale;      // picture's size in pixels: 0 and 1; projection's [0][0] and [1][1]
uniform vec4 reach;      // radius mm, most pixels, nearest and farthest depth mm

out vec4 fragment;

const int taps = 16;
const float turns = 7.0;

vec3 eye_at(ivec2 texel) {
    texel = clamp(texel, ivec2(0), ivec2(frame.xy) - 1);
    float ndc = texelFetch(depth, texel, 0).r * 2.0 - 1.0;
    float z = (lens.y - ndc * lens.w) / (ndc * lens.z - lens.x);
    float w = lens.z * z + lens.w;
    vec2 at = (vec2(texel) + 0.5 + frame.zw) / scale.xy * 2.0 - 1.0;
    return vec3(at * w / scale.zw, z);
}

// Of the two neighbours on a line, the one nearer in depth lies on the same surface.
vec3 slope(vec3 before, vec3 here, vec3 after) {
    return abs(after.z - here.z) < abs(here.z - before.z) ? after - here : here - before;
}

void main() {
    ivec2 texel = ivec2(gl_FragCoord.xy) * coarseness;
    float window = texelFetch(depth, min(texel, ivec2(frame.xy) - 1), 0).r;
    if (window >= 1.0) {
        fragment = vec4(1.0);
        return;
    }
    vec3 p = eye_at(texel);
    vec3 right = slope(eye_at(texel - ivec2(1, 0)), p, eye_at(texel + ivec2(1, 0)));
    vec3 up = slope(eye_at(texel - ivec2(0, 1)), p, eye_at(texel + ivec2(0, 1)));
    vec3 n = normalize(cross(right, up));

    float px_per_mm = scale.w * scale.y * 0.5 / (lens.z * p.z + lens.w);
    float radius_px = min(reach.x * px_per_mm, reach.y);
    float radius = radius_px / px_per_mm;
    // Sixteen directions in a 4 x 4 pattern, which the smoothing pass averages away.
    ivec2 cell = ivec2(gl_FragCoord.xy) & 3;
    float start = float((cell.x * 4 + cell.y * 7 + (cell.x ^ cell.y) * 3) & 15) / 16.0;

    float blocked = 0.0;
    for (int i = 0; i < taps; ++i) {
        float along = (float(i) + 0.5) / float(taps);
        float angle = 6.2831853 * (along * turns + start);
        vec3 v = eye_at(texel + ivec2(round(vec2(cos(angle), sin(angle)) * along * radius_px))) - p;
        float vv = dot(v, v);
        float f = max(1.0 - vv / (radius * radius), 0.0);
        blocked += f * f * f * max((dot(v, n) - 0.02 * radius) * inversesqrt(vv + 0.01 * radius * radius), 0.0);
    }
    float open = clamp(1.0 - 5.5 * blocked / float(taps), 0.0, 1.0);
    float far = clamp((-p.z - reach.z) / (reach.w - reach.z), 0.0, 1.0) * 255.0;
    fragment = vec4(open, floor(far) / 255.0, fract(far), 1.0);
}
