// What is painted on a surface. At each place the first tone whose number is large enough is seen; its pattern keeps
// its size on the screen. Colours are linear; the output is premultiplied by its alpha.
uniform vec4 tones[12];  // each: fill and opacity; ink and pattern; channel, least value, edged
uniform int tone_count;
uniform vec4 towards;    // direction to the eye from a pixel
uniform vec3 raster;     // where the canvas begins in the picture, pixels; pixels per unit

in vec3 eye_normal;
in vec4 values;

out vec4 fragment;

const float line_units = 1.2;

// How much of a pixel a mark covers whose border lies so far away, in units; positive inside.
float cover(float inside) {
    return clamp(inside * raster.z + 0.5, 0.0, 1.0);
}

float to_segment(vec2 p, vec2 a, vec2 b) {
    vec2 ab = b - a;
    return length(p - a - ab * clamp(dot(p - a, ab) / dot(ab, ab), 0.0, 1.0));
}

float dots(vec2 p) {
    p /= 5.0;
    p.x += 0.5 * mod(floor(p.y), 2.0);
    return cover(1.3 - length(fract(p) - 0.5) * 5.0);
}

float ticks(vec2 p) {
    vec2 size = vec2(34.0, 27.0);
    p.x += size.x * 0.5 * mod(floor(p.y / size.y), 2.0);
    p = mod(p, size) - size * 0.5;
    float away = min(to_segment(p, vec2(-4.0, 0.5), vec2(-1.2, -2.8)), to_segment(p, vec2(-1.2, -2.8), vec2(4.4, 3.6)));
    return cover(1.0 - away);
}

float hatch(vec2 p) {
    float across = (p.x - p.y) * 0.70710678;
    return cover(1.1 - abs(mod(across, 6.0) - 3.0));
}

float marks(float pattern, vec2 p) {
    if (pattern < 0.5) return 0.0;
    if (pattern < 1.5) return dots(p);
    return pattern < 2.5 ? ticks(p) : hatch(p);
}

void main() {
    vec4 slope = max(fwidth(values), vec4(1e-6));
    int chosen = -1;
    float border = values.w / slope.w;  // pixels of the canvas
    for (int i = 0; i < tone_count; ++i) {
        int channel = int(tones[3 * i + 2].x);
        float over = values[channel] - tones[3 * i + 2].y;
        if (over < 0.0) continue;
        chosen = i;
        border = min(border, over / slope[channel]);
        break;
    }
    if (chosen < 0 || values.w < 0.0) discard;

    vec4 fill = tones[3 * chosen];
    vec4 ink = tones[3 * chosen + 1];
    float edged = tones[3 * chosen + 2].z;

    vec3 to_eye = normalize(vec3(gl_FragCoord.xy * towards.xy + towards.zw, 1.0));
    float facing = clamp(abs(dot(normalize(eye_normal), to_eye)), 0.0, 1.0);
    float shade = mix(0.6, 1.0, facing);

    float mark = marks(ink.a, (gl_FragCoord.xy + raster.xy) / raster.z);
    float line = edged * clamp(line_units * raster.z - border + 0.5, 0.0, 1.0);
    vec3 colour = mix(mix(fill.rgb, ink.rgb, mark), fill.rgb * 0.25, line);
    float alpha = mix(mix(fill.a, 0.95, mark), 0.9, line);
    fragment = vec4(colour * shade * alpha, alpha);
}
