# Inter and Fork Awesome, where the distribution put them. Missing ones are no error: the program then says so once and
# uses ImGui's own font; DRYPOINT_FONTS names another folder at run time.
find_file(DRYPOINT_FONT_REGULAR Inter-Regular.otf PATHS /usr/share/fonts/opentype/inter NO_DEFAULT_PATH)
find_file(DRYPOINT_FONT_MEDIUM Inter-Medium.otf PATHS /usr/share/fonts/opentype/inter NO_DEFAULT_PATH)
find_file(DRYPOINT_FONT_SEMIBOLD Inter-SemiBold.otf PATHS /usr/share/fonts/opentype/inter NO_DEFAULT_PATH)
find_file(DRYPOINT_FONT_ICONS forkawesome-webfont.ttf
  PATHS /usr/share/fonts/truetype/fork-awesome /usr/share/fonts-fork-awesome/fonts NO_DEFAULT_PATH)

function(drypoint_fonts target)
  foreach(font REGULAR MEDIUM SEMIBOLD ICONS)
    set(path "${DRYPOINT_FONT_${font}}")
    if(NOT path)
      set(path "")
    endif()
    target_compile_definitions(${target} PRIVATE DRYPOINT_FONT_${font}="${path}")
  endforeach()
endfunction()
