// A patch of a surface: as surface.vert, with the numbers that say what is painted where.
uniform mat4 view;
uniform mat4 projection;

layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normal;
layout(location = 2) in vec4 field;

out vec3 eye_normal;
out vec4 values;

void main() {
    vec4 at = view * vec4(position, 1.0);
    eye_normal = mat3(view) * normal.xyz;
    values = field;
    gl_Position = projection * at;
}
