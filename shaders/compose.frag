// The picture: the viewport's two colours, mixed as they look (in sRGB) with a fine ordered pattern against banding, and
// over them what was drawn, averaged as light.
uniform sampler2D drawn;      // premultiplied, supersampled; holds the covered part only
uniform vec4 covered;         // pixels: where it starts in the picture, 0 and 1; its size, 2 and 3
uniform int supersampling;    // texels per pixel, each way
uniform vec3 top;
uniform vec3 bottom;
uniform float background;     // 0: a transparent picture

in vec2 across;
out vec4 fragment;

float pattern(ivec2 p) {  // 8 x 8 Bayer, -0.5..0.5
    int x = p.x ^ p.y;
    int y = p.y;
    int rank = ((x & 1) << 5) | ((y & 1) << 4) | ((x & 2) << 2) | ((y & 2) << 1) | ((x & 4) >> 1) | ((y & 4) >> 2);
    return (float(rank) + 0.5) / 64.0 - 0.5;
}

vec3 to_linear(vec3 c) {
    return mix(c / 12.92, pow((c + 0.055) / 1.055, vec3(2.4)), step(0.04045, c));
}

void main() {
    vec3 srgb = mix(bottom, top, across.y) + pattern(ivec2(gl_FragCoord.xy)) / 255.0;
    vec4 behind = vec4(to_linear(max(srgb, 0.0)), 1.0) * background;

    vec4 front = vec4(0.0);
    ivec2 at = ivec2(gl_FragCoord.xy) - ivec2(covered.xy);
    if (all(greaterThanEqual(at, ivec2(0))) && all(lessThan(at, ivec2(covered.zw)))) {
        for (int i = 0; i < supersampling * supersampling; ++i) {
            front += texelFetch(drawn, at * supersampling + ivec2(i % supersampling, i / supersampling), 0);
        }
        front /= float(supersampling * supersampling);
    }
    fragment = front + behind * (1.0 - front.a);
}
