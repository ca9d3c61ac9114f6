#include "solids.h"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include "content.h"
#include "joint.h"
#include "loft.h"
#include "parallel.h"
#include "sheet.h"

namespace drypoint::builder {
namespace {

const SectionFigure* find_section(const Figures& figures, const std::string& id) {
    const auto it = std::find_if(figures.sections.begin(), figures.sections.end(),
                                 [&](const SectionFigure& section) { return section.id == id; });
    return it == figures.sections.end() ? nullptr : &*it;
}

using Maker = std::function<Field()>;

struct Order {
    std::string id;
    int rank;
    Maker make;
};

void fill(std::vector<Solid>& solids, const std::vector<Order>& orders, unsigned threads) {
    const std::size_t first = solids.size();
    for (const Order& order : orders) solids.push_back({order.id, order.rank, {}});
    parallel_for(orders.size(), threads, [&](std::size_t n) { solids[first + n].field = orders[n].make(); });
}

const Field* field_of(const std::vector<Solid>& solids, const std::string& id) {
    const auto it = std::find_if(solids.begin(), solids.end(), [&](const Solid& solid) { return solid.id == id; });
    return it == solids.end() ? nullptr : &it->field;
}

std::vector<Order> section_orders(const Figures& figures, const Catalog& catalog, double step) {
    std::vector<Order> orders;
    for (const SectionFigure& figure : figures.sections) {
        const CatalogEntry& entry = *find(catalog, figure.id);
        if (entry.tissue == "skin") continue;
        const int smoothing = entry.tissue == "bone" || entry.tissue == "membrane" ? 1 : 2;
        const SectionFigure* section = &figure;
        const std::optional<Cut> cut = cut_of(entry);
        const Way way = entry.tissue == "bone" ? Way::upright : Way::leaning;
        orders.push_back({figure.id, rank_of(entry.tissue), [=] { return loft(*section, step, cut, smoothing, way); }});
    }
    return orders;
}

std::vector<Order> sheet_orders(const Figures& figures, const Catalog& catalog, const Content& bones, double step) {
    constexpr double gap = 0.1;
    std::vector<Order> orders;
    for (const SheetFigure& figure : figures.sheets) {
        const SheetFigure* sheet_figure = &figure;
        orders.push_back({figure.id, rank_of(find(catalog, figure.id)->tissue), [=, &bones] {
                              Sheet sheet = sheet_of(*sheet_figure);
                              lay_on(sheet, bones, gap);
                              return field_of(sheet, step);
                          }});
    }
    for (const StrapFigure& figure : figures.joint.straps) {
        const StrapFigure* strap = &figure;
        const CatalogEntry* entry = find(catalog, figure.id);
        orders.push_back({figure.id, rank_of(entry->tissue), [=, &bones] {
                              Sheet sheet = strap_of(*strap, entry->across, bones);
                              // Retinacula run outside the joint cavity, which is thinner at the sides of the condyles.
                              if (entry->across == "up-down") lay_on(sheet, bones, 1.7);
                              if (entry->across == "along-bone") lay_on(sheet, bones, gap);
                              return field_of(sheet, step / 2.0);
                          }});
    }
    return orders;
}

std::vector<Order> joint_orders(const Figures& figures, const Catalog& catalog, const std::vector<Solid>& solids, double step) {
    std::vector<Order> orders;
    const double fine = step / 2.0;
    for (const MeniscusFigure& figure : figures.joint.menisci) {
        const MeniscusFigure* meniscus_figure = &figure;
        const Field* tibia = field_of(solids, "tibia");
        if (!tibia) throw std::runtime_error("joint.json: menisci: no bone \"tibia\"");
        orders.push_back({figure.id, rank_of("meniscus"), [=] { return meniscus(*meniscus_figure, *tibia, fine); }});
    }
    for (const CartilageFigure& figure : figures.joint.cartilages) {
        const CartilageFigure* layer = &figure;
        const Field* bone = field_of(solids, figure.on);
        if (!bone) throw std::runtime_error("joint.json: " + figure.id + ": on: no bone \"" + figure.on + "\"");
        orders.push_back({figure.id, rank_of("cartilage"), [=] { return cartilage(*layer, *bone, fine); }});
    }
    const JointFigure* joint = &figures.joint;
    orders.push_back({"infrapatellar-fat-pad", rank_of(find(catalog, "infrapatellar-fat-pad")->tissue),
                      [=] { return fat_pad(*joint, fine); }});
    return orders;
}

double top_of(const SectionFigure& figure) { return figure.levels.back().y; }

std::vector<Order> cavity_orders(const Figures& figures, const std::vector<Solid>& solids, double step) {
    const JointFigure* joint = &figures.joint;
    const Field* femur = field_of(solids, "femur");
    const Field* cartilage = field_of(solids, "femoral-cartilage");
    const SectionFigure* patella = find_section(figures, "patella");
    if (!femur || !cartilage || !patella) return {};
    const double fine = step / 2.0;
    const Distance surface = [=](const glm::dvec3& p) { return std::min(sample(*femur, p), sample(*cartilage, p)); };
    const double base_y = top_of(*patella);
    return {{"joint-cavity", rank_of("joint"), [=] { return cavity_round_condyles(*joint, surface, fine); }},
            {recess_id, recess_rank, [=] { return suprapatellar_recess(*joint, *femur, base_y, fine); }}};
}

}  // namespace

std::optional<Cut> cut_of(const CatalogEntry& entry) {
    if (entry.cut == "ankle") return Cut{ankle_cut_y, true};
    if (entry.cut == "top") return Cut{top_cut_y, false};
    return std::nullopt;
}

int rank_of(const std::string& tissue) {
    if (tissue == "bone") return 0;
    if (tissue == "cartilage" || tissue == "meniscus") return 20;
    if (tissue == "muscle") return 40;
    if (tissue == "fat") return 60;
    if (tissue == "joint") return 70;
    return 30;  // ligament, tendon, fascia, membrane
}

std::vector<Solid> make_solids(const Figures& figures, const Catalog& catalog, double step, unsigned threads) {
    std::vector<Solid> solids;
    solids.reserve(figures.sections.size() + 64);  // fields are pointed at below
    fill(solids, section_orders(figures, catalog, step), threads);
    Content bones;
    for (const Solid& solid : solids) {
        if (solid.rank == 0) bones.add(solid.field);
    }
    fill(solids, sheet_orders(figures, catalog, bones, step), threads);
    fill(solids, joint_orders(figures, catalog, solids, step), threads);
    fill(solids, cavity_orders(figures, solids, step), threads);
    return solids;
}

Field measured_skin(const Figures& figures) {
    const SectionFigure* skin = find_section(figures, "skin");
    if (!skin) throw std::runtime_error("sections.json: structures: no \"skin\"");
    return loft(*skin, 2.0, Cut{-1000.0, true}, 2);
}

}  // namespace drypoint::builder
