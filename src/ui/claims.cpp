#include "ui/claims.h"

#include <algorithm>

#include "ui/type.h"

namespace drypoint::ui {

void draw_claims(Context& c, ImDrawList& draw, Pen& pen, std::vector<base::Id> anatomy::Claim::*where,
                 const base::Id& id) {
    for (const anatomy::Claim& claim : content(c).claims) {
        const std::vector<base::Id>& places = claim.*where;
        if (std::find(places.begin(), places.end(), id) == places.end()) continue;
        pen.skip(8);
        Card card(c, draw, pen);
        Pen& in = card.pen;
        in.paragraph(draw, Type::semibold16, c.theme.t1, words(c, claim.title, claim.plain_title), 22);
        const auto part = [&](const char* key, const anatomy::Statement& statement) {
            in.skip(4);
            in.paragraph(draw, Type::medium12, c.theme.t2, c.t(std::string("claim.") + key), 20);
            draw_statement(c, draw, in, "claim/" + claim.id + "/" + key, statement, c.theme.t1);
        };
        part("claimed", claim.claimed);
        part("found", claim.found);
        part("advice", claim.advice);
    }
}

}  // namespace drypoint::ui
