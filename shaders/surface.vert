// Anatomy: positions in millimetres, lit in eye space.
uniform mat4 view;
uniform mat4 projection;

layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normal;

out vec3 eye_normal;
#ifdef CUT
uniform vec4 cut;  // a plane: its normal, and how far along it
out float beyond;  // mm
#endif

void main() {
#ifdef CUT
    beyond = dot(cut.xyz, position) - cut.w;
#endif
    vec4 at = view * vec4(position, 1.0);
    eye_normal = mat3(view) * normal.xyz;
    gl_Position = projection * at;
}
