// What was drawn, averaged and laid over the background as light, then encoded for the eye. Output: sRGB, multiplied by
// alpha after encoding.
uniform sampler2D drawn;  // linear light, premultiplied; holds the covered part only. Filtered: of four texels in a pixel
                          // their mean, between four larger than a pixel what lies between them
uniform vec4 place;       // in the texture: of the target's pixel (x, y) at xy * its coordinates + zw
uniform vec4 covered;     // in the texture: centres of the first and the last texel in use
uniform vec3 top;
uniform vec3 bottom;
uniform float background;   // 0: a transparent picture
uniform vec2 heights;       // of the background at the covered part's bottom and top, 0..1

in vec2 across;
out vec4 fragment;

// Both to a fifth of a step of 1/255: a software rasteriser pays dearly for powers.
vec3 to_linear(vec3 c) {
    return c * (c * (c * 0.305306 + 0.682171) + 0.012523);
}

vec3 to_srgb(vec3 c) {
    vec3 s = sqrt(c);
    vec3 bright = (((-0.309535 * s + 0.842757) * s - 0.944875) * s + 1.447916) * s - 0.037007;
    return mix(bright, c * 12.92, lessThan(c, vec3(0.0031308)));
}

void main() {
    vec4 front = texture(drawn, clamp(gl_FragCoord.xy * place.xy + place.zw, covered.xy, covered.zw));
    if (front.a <= 0.0) discard;  // the background stands there already

    vec3 behind = to_linear(mix(bottom, top, mix(heights.x, heights.y, across.y))) * background;
    float clear = 1.0 - front.a;
    float alpha = front.a + clear * background;
    fragment = vec4(to_srgb(clamp((front.rgb + behind * clear) / alpha, 0.0, 1.0)) * alpha, alpha);
}
