// See wall.vert. The output is linear and premultiplied by its alpha.
uniform vec2 clearness;  // as in surface.frag

in vec4 seen;

out vec4 fragment;

void main() {
    float grazing = 1.0 - clamp(seen.w, 0.0, 1.0);
    float grazing2 = grazing * grazing;
    float alpha = 1.0 - exp2(clearness.x + clearness.y * grazing2 * grazing2);
    fragment = vec4(seen.rgb * alpha, alpha);
}
