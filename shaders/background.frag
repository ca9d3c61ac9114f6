// The viewport's two colours, mixed as they look (in sRGB), with a fine ordered pattern against banding.
uniform vec3 top;
uniform vec3 bottom;
uniform float background;  // 0: a transparent picture
uniform vec2 origin;       // of the picture in its target, pixels

in vec2 across;
out vec4 fragment;

float pattern(ivec2 p) {  // 8 x 8 Bayer, -0.5..0.5
    int x = p.x ^ p.y;
    int y = p.y;
    int rank = ((x & 1) << 5) | ((y & 1) << 4) | ((x & 2) << 2) | ((y & 2) << 1) | ((x & 4) >> 1) | ((y & 4) >> 2);
    return (float(rank) + 0.5) / 64.0 - 0.5;
}

void main() {
    vec3 colour = mix(bottom, top, across.y) + pattern(ivec2(gl_FragCoord.xy - origin)) / 255.0;
    fragment = vec4(max(colour, 0.0) * background, background);
}
