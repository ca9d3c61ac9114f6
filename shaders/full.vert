// One triangle over the whole viewport.
out vec2 across;  // 0..1 from the bottom left

void main() {
    across = vec2(float((gl_VertexID << 1) & 2), float(gl_VertexID & 2));
    gl_Position = vec4(across * 2.0 - 1.0, 0.0, 1.0);
}
