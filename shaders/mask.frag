// How strongly an item is emphasised.
uniform float emphasis;

#ifdef CUT
in float beyond;
#endif

out vec4 fragment;

void main() {
#ifdef CUT
    if (beyond > 0.0) discard;
#endif
    fragment = vec4(emphasis);
}
