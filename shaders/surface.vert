// Anatomy: positions in millimetres, lit in eye space.
uniform mat4 view;
uniform mat4 projection;

layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normal;
#ifdef FIBRES
layout(location = 3) in vec2 strand;  // 1/64 mm
#endif
layout(location = 4) in vec2 tendon_openness;

out vec4 eye_normal;  // and openness
#ifdef FIBRES
out vec3 flesh;       // which strand, mm; tendon
#endif
#ifdef CUT
uniform vec4 cut;  // a plane: its normal, and how far along it
out float beyond;  // mm
#endif

void main() {
#ifdef CUT
    beyond = dot(cut.xyz, position) - cut.w;
#endif
    vec4 at = view * vec4(position, 1.0);
    eye_normal = vec4(mat3(view) * normal.xyz, tendon_openness.y);
#ifdef FIBRES
    flesh = vec3(strand / 64.0, tendon_openness.x);
#endif
    gl_Position = projection * at;
}
