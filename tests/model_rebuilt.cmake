# Builds the model again and compares its bytes with the one that is shipped.
# Called with -DBUILDER=program -DSOURCE=repository -DOUT=file
execute_process(COMMAND ${BUILDER} --data ${SOURCE}/data/anatomy --out ${OUT} RESULT_VARIABLE failed OUTPUT_VARIABLE said)
if(failed)
  message(FATAL_ERROR "the model could not be built")
endif()
if(said MATCHES "remark: ([^\n]*)")
  message(FATAL_ERROR "the model did not come out as asked: ${CMAKE_MATCH_1}")
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${OUT} ${SOURCE}/models/knee_thigh.glb RESULT_VARIABLE differs)
if(differs)
  message(FATAL_ERROR "models/knee_thigh.glb is not what data/anatomy gives: copy ${OUT} over it")
endif()
