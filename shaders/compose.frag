// What was drawn, averaged and laid over the background as light, then encoded for the eye. Output: sRGB, multiplied by
// alpha after encoding.
uniform sampler2D drawn;  // linear light, premultiplied; holds the covered part only
uniform float texels;     // per pixel, each way: 1/2, 1 or 2
uniform int taps;         // each way: 1 where a texel is a pixel, else 2
uniform vec2 covered;     // texels in use
uniform vec3 top;
uniform vec3 bottom;
uniform float background;   // 0: a transparent picture
uniform vec2 origin;        // of the covered part in the target, pixels
uniform vec2 heights;       // of the background at the covered part's bottom and top, 0..1

in vec2 across;
out vec4 fragment;

vec3 to_linear(vec3 c) {
    return mix(c / 12.92, pow((c + 0.055) / 1.055, vec3(2.4)), step(0.04045, c));
}

vec3 to_srgb(vec3 c) {
    return mix(c * 12.92, 1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055, step(0.0031308, c));
}

void main() {
    vec3 colour = mix(bottom, top, mix(heights.x, heights.y, across.y));
    vec4 behind = vec4(to_linear(colour), 1.0) * background;

    // Of four texels in a pixel, their mean; between four larger than a pixel, what lies between them.
    vec2 at = (gl_FragCoord.xy - origin) * texels - 0.5;
    ivec2 base = ivec2(floor(at));
    vec2 part = at - vec2(base);
    vec4 front = vec4(0.0);
    for (int y = 0; y < taps; ++y) {
        for (int x = 0; x < taps; ++x) {
            vec2 weight = mix(1.0 - part, part, vec2(float(x), float(y)));
            ivec2 texel = clamp(base + ivec2(x, y), ivec2(0), ivec2(covered) - 1);
            front += weight.x * weight.y * texelFetch(drawn, texel, 0);
        }
    }
    if (front.a <= 0.0) discard;  // the background stands there already

    vec4 light = front + behind * (1.0 - front.a);
    fragment = vec4(to_srgb(clamp(light.rgb / light.a, 0.0, 1.0)) * light.a, light.a);
}
