// What was drawn, averaged and laid over the background as light, then encoded for the eye. Output: sRGB, multiplied by
// alpha after encoding.
uniform sampler2D drawn;    // linear light, premultiplied, supersampled; holds the covered part only
uniform int supersampling;  // texels per pixel, each way
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

    ivec2 at = ivec2(gl_FragCoord.xy - origin) * supersampling;
    vec4 front = vec4(0.0);
    for (int y = 0; y < supersampling; ++y) {
        for (int x = 0; x < supersampling; ++x) front += texelFetch(drawn, at + ivec2(x, y), 0);
    }
    front /= float(supersampling * supersampling);
    if (front.a <= 0.0) discard;  // the background stands there already

    vec4 light = front + behind * (1.0 - front.a);
    fragment = vec4(to_srgb(clamp(light.rgb / light.a, 0.0, 1.0)) * light.a, light.a);
}
