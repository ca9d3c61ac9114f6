// Averages the 4 x 4 pattern of directions, within one surface.
uniform sampler2D openness;
uniform vec2 covered;  // texels in use
uniform float sharp;   // 1 / (depth difference that separates surfaces)

out vec4 fragment;

float depth_of(vec4 texel) {
    return texel.g + texel.b / 255.0;
}

void main() {
    ivec2 here = ivec2(gl_FragCoord.xy);
    vec4 centre = texelFetch(openness, here, 0);
    float sum = 0.0;
    float weights = 0.0;
    for (int y = -2; y < 2; ++y) {
        for (int x = -2; x < 2; ++x) {
            ivec2 at = clamp(here + ivec2(x, y), ivec2(0), ivec2(covered) - 1);
            vec4 other = texelFetch(openness, at, 0);
            float weight = max(1.0 - abs(depth_of(other) - depth_of(centre)) * sharp, 0.001);
            sum += other.r * weight;
            weights += weight;
        }
    }
    fragment = vec4(sum / weights, centre.g, centre.b, 1.0);
}
