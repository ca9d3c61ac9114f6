// How strongly an item is emphasised.
uniform float emphasis;

out vec4 fragment;

void main() {
    fragment = vec4(emphasis);
}
