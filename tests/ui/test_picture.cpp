// What stands over the picture keeps off what else stands there.
#include <doctest/doctest.h>

#include "support/stage.h"

using namespace drypoint;
using test::at;
using test::Case;

namespace {

constexpr Case plate_cases[] = {{{1280, 720}, 1.0f}, {{1920, 1080}, 1.0f}, {{1280, 720}, 1.25f}, {{1280, 720}, 1.5f},
                          {{1280, 720}, 2.0f}, {{1024, 768}, 1.0f},  {{3840, 2160}, 2.0f}};

// A plate over the picture; nothing while it is not drawn.
std::optional<ImRect> plate(const char* name) {
    const ImGuiWindow* window = ImGui::FindWindowByName(name);
    if (window == nullptr || !window->WasActive) return std::nullopt;
    return window->Rect();
}

constexpr const char* plates[] = {"side",  "views",  "tools",      "tools-fold", "banner",
                                  "strip", "needle", "strip-note", "marker",     "layers"};

}  // namespace

TEST_CASE("plates over the picture never cover one another, whatever is isolated") {
    app::Stage stage = test::stage_with_content();
    stage.desk().store.dispatch(session::ChoosePoint{"VM1"});
    for (const char* isolated : {"vastus-medialis", "femoral-artery"}) {
        stage.desk().store.dispatch(session::Isolate{isolated});
        for (const Case& one : plate_cases) {
            at(stage, one);
            INFO(one.size.x << "x" << one.size.y << " at " << one.scale);
            const std::optional<ImRect> banner = plate("banner");
            REQUIRE(banner);
            CHECK(stage.desk().layout(one.size).viewport.Contains(*banner));
            for (const char* a : plates) {
                for (const char* b : plates) {
                    if (a == b || !plate(a) || !plate(b)) continue;
                    INFO(a << " and " << b);
                    CHECK_FALSE(plate(a)->Overlaps(*plate(b)));
                }
            }
        }
    }
}

TEST_CASE("the banner shows all its words") {
    app::Stage stage = test::stage_with_content();
    stage.desk().store.dispatch(session::ChoosePoint{"VM1"});
    stage.desk().store.dispatch(session::Isolate{"vastus-medialis"});
    const ui::Texts& texts = stage.desk().look.texts;
    for (const Case& one : plate_cases) {
        at(stage, one);
        INFO(one.size.x << "x" << one.size.y << " at " << one.scale);
        const ui::Widget* back = stage.desk().registry.find("banner/back");
        REQUIRE(back != nullptr);
        const ImFont* font = stage.desk().gui.fonts(stage.desk().look.fonts, one.scale)[ui::Type::medium14];
        const std::string words = texts("banner.back");
        CHECK(font->CalcTextSizeA(font->FontSize, 1.0e6f, 0, words.c_str()).x <= back->rect.GetWidth());
        CHECK(plate("banner")->Contains(back->rect));
    }
}

TEST_CASE("F12 asks for a picture, with Ctrl for a bare one") {
    app::Stage stage = test::stage_with_content();
    stage.key(ui::parse_chord("f12"));
    auto effects = stage.take_effects();
    REQUIRE(effects.size() == 1);
    CHECK(std::holds_alternative<session::SavePicture>(effects.front()));
    stage.key(ui::parse_chord("ctrl+f12"));
    effects = stage.take_effects();
    REQUIRE(effects.size() == 1);
    CHECK(std::holds_alternative<session::SaveBarePicture>(effects.front()));
}

TEST_CASE("in plain words the picture and the strip speak plainly") {
    app::Stage stage = test::stage_with_content();
    stage.desk().store.dispatch(session::ChoosePoint{"VM1"});
    stage.settle();
    const auto text_of = [&stage](const char* name) { return stage.desk().registry.find(name)->text; };
    CHECK(text_of("label/vastus-medialis-1") == "VM1, Vastus medialis");
    stage.desk().store.dispatch(session::SetWords{session::Words::plain});
    stage.settle();
    const std::string lay = stage.desk().look.texts("lay.vastus-medialis");
    CHECK(text_of("label/vastus-medialis-1") == "VM1, " + lay);
    bool in_strip = false;
    for (const ui::Widget& widget : stage.desk().registry.widgets())
        in_strip = in_strip || (widget.name.rfind("strip/layer/", 0) == 0 && widget.text.rfind(lay, 0) == 0);
    CHECK(in_strip);
}
