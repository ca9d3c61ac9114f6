// A thin wall, such as the skin, while it moves: its front stands for its back too, and is lit at its vertices, which is hardly
// seen through so clear a surface.
#include "light.glsl"

uniform mat4 view;
uniform mat4 projection;

layout(location = 0) in vec3 position;
layout(location = 1) in vec4 normal;
layout(location = 4) in vec2 tendon_openness;

out vec4 seen;  // colour; how squarely it faces the eye, below 0 where it turns away

vec3 lit_at(vec3 n, vec3 to_eye, float facing) {
    float grazing = 1.0 - facing;
    float grazing3 = grazing * grazing * grazing;
    vec4 gloss = shares_of(item.y);
    vec4 silk = shares_of(item.z);
    vec3 colour = colour_of(item.x);
    float openness = tendon_openness.y;
#include "lit.glsl"
    return tone(lit);
}

void main() {
    vec4 at = view * vec4(position, 1.0);
    vec3 n = normalize(mat3(view) * normal.xyz);
    vec3 to_eye = projection[3][3] == 0.0 ? normalize(-at.xyz) : vec3(0.0, 0.0, 1.0);
    float facing = dot(n, to_eye);
    // At the contour the back that the front stands for is the far side of the bend, its face to the eye lit as in a mirror.
    vec3 mirrored = 2.0 * facing * to_eye - n;
    float clamped = clamp(facing, 0.0, 1.0);
    vec3 lit = mix(lit_at(n, to_eye, clamped), lit_at(mirrored, to_eye, clamped), 0.4 * (1.0 - rise(0.0, 2.5, clamped)));
    seen = vec4(lit, facing);
    gl_Position = projection * at;
}
