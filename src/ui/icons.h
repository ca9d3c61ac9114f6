#pragma once
// Fork Awesome's codes, as UTF-8.

namespace drypoint::ui::icon {

inline constexpr const char* search = "\xef\x80\x82";         // f002
inline constexpr const char* undo = "\xef\x83\xa2";           // f0e2
inline constexpr const char* redo = "\xef\x80\x9e";           // f01e
inline constexpr const char* labels = "\xef\x80\xac";         // f02c
inline constexpr const char* fade = "\xef\x81\x82";           // f042
inline constexpr const char* eye = "\xef\x81\xae";            // f06e
inline constexpr const char* eye_slash = "\xef\x81\xb0";      // f070
inline constexpr const char* crosshairs = "\xef\x81\x9b";     // f05b
inline constexpr const char* dot_circle = "\xef\x86\x92";     // f192
inline constexpr const char* text_size = "\xef\x80\xb4";      // f034
inline constexpr const char* help = "\xef\x8a\x9c";           // f29c
inline constexpr const char* settings = "\xef\x80\x93";       // f013
inline constexpr const char* question = "\xef\x84\xa8";       // f128
inline constexpr const char* close = "\xef\x80\x8d";          // f00d
inline constexpr const char* check = "\xef\x80\x8c";          // f00c
inline constexpr const char* menu = "\xef\x83\x89";           // f0c9
inline constexpr const char* list = "\xef\x80\xba";           // f03a
inline constexpr const char* info = "\xef\x84\xa9";           // f129
inline constexpr const char* clone = "\xef\x89\x8d";          // f24d
inline constexpr const char* camera = "\xef\x80\xb0";         // f030
inline constexpr const char* minus = "\xef\x81\xa8";          // f068
inline constexpr const char* plus = "\xef\x81\xa7";           // f067
inline constexpr const char* chevron_right = "\xef\x81\x94";  // f054
inline constexpr const char* cube = "\xef\x86\xb2";           // f1b2
inline constexpr const char* page = "\xef\x83\xb6";  // f0f6
inline constexpr const char* abstract = "\xef\x80\xb6";  // f036
inline constexpr const char* code = "\xef\x84\xa1";  // f121
inline constexpr const char* calculator = "\xef\x87\xac";  // f1ec
inline constexpr const char* scales = "\xef\x89\x8e";  // f24e
inline constexpr const char* bullhorn = "\xef\x82\xa1";  // f0a1
inline constexpr const char* ban = "\xef\x81\x9e";  // f05e
inline constexpr const char* arrow_up = "\xef\x81\xa2";  // f062
inline constexpr const char* arrow_down = "\xef\x81\xa3";  // f063
inline constexpr const char* play = "\xef\x81\x8b";  // f04b
inline constexpr const char* chevron_left = "\xef\x81\x93";  // f053
inline constexpr const char* paint_brush = "\xef\x87\xbc";  // f1fc
inline constexpr const char* scissors = "\xef\x83\x84";  // f0c4
inline constexpr const char* comment = "\xef\x83\xa5";  // f0e5

inline constexpr const char* ruler = "\xef\x81\xbd";  // f07d

inline constexpr const char* map = "\xef\x89\xb8";  // f278

}  // namespace drypoint::ui::icon
