// Part of a function: the light `lit`, not toned yet, that comes back to the eye from a surface of this `colour` and material, from
// n, to_eye, facing, grazing and its cube, gloss, silk, openness and, of fibres, strand.
    // Shade stays warm: tissue hands red light on.
    vec3 open = 1.0 - vec3(0.86, 1.0, 1.0) * (silk.y * (1.0 - rise(-0.1, 1.0 / 0.8, openness)));

    // Where a round body turns away, it sees less of the light around it.
    vec3 lit = colour * diffuse_light(n, gloss.z, open) * mix(0.62, 1.0, rise(0.0, 1.0 / 0.65, facing));
#ifndef XRAY
    vec3 halfway = normalize(key_from + to_eye);
    float mirror = clamp(dot(n, halfway), 0.0, 1.0);
    float mirror2 = mirror * mirror;
    float away = 1.0 - mirror;
    // A power: the logarithm's first terms are enough where anything is left of it.
    float highlight = exp2(-away * (1.442695 + away * (0.721348 + away * 0.480898)) * gloss.y * 255.0) * gloss.x +
                      mirror2 * mirror2 * mirror2 * mirror * silk.x * 0.3;
#ifdef FIBRES
    highlight *= 1.0 + strand.x;
#endif
    lit += highlight * open * (0.6 + 0.4 * grazing);
#endif
    lit += sky_light * (gloss.w * grazing3 * (0.6 + 0.4 * n.y) * open);
    lit = mix(lit, colour_of(item.w) * (0.35 + 0.65 * facing), silk.z * (0.05 + 0.17 * grazing));
