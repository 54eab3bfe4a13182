# tw_report_page(VAR): builds the page of `triplewright report` from web/ and sets VAR to the file; empty without Node.js,
# or when its packages cannot be fetched: then all but the report is built. Packages are those of the lock file, fetched
# once a build folder.
function(tw_report_page out)
  set(${out} "" PARENT_SCOPE)
  find_program(NODE node)
  find_program(NPM npm)
  mark_as_advanced(NODE NPM)
  if(NOT NODE OR NOT NPM)
    message(STATUS "No Node.js: building without `triplewright report`")
    return()
  endif()
  set(source ${PROJECT_SOURCE_DIR}/web)
  set(build ${PROJECT_BINARY_DIR}/web)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source}/package-lock.json)
  file(SHA256 ${source}/package-lock.json wanted)
  set(present "")
  if(EXISTS ${build}/node_modules/.fetched)
    file(READ ${build}/node_modules/.fetched present)
  endif()
  if(NOT present STREQUAL wanted)
    file(COPY ${source}/package.json ${source}/package-lock.json DESTINATION ${build})
    execute_process(COMMAND ${NPM} ci --omit=dev --ignore-scripts --no-audit --no-fund WORKING_DIRECTORY ${build}
                    RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET TIMEOUT 300)
    if(NOT status EQUAL 0)
      message(WARNING "npm could not fetch the packages of the page: building without `triplewright report`")
      return()
    endif()
    file(WRITE ${build}/node_modules/.fetched ${wanted})
  endif()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${source}/src/*)
  add_custom_command(OUTPUT ${build}/page.html
                     COMMAND ${NODE} ${source}/build.mjs ${build}/node_modules ${build}/page.html
                     DEPENDS ${sources} ${source}/build.mjs ${source}/index.html ${source}/package-lock.json
                     COMMENT "Building the page of the report" VERBATIM)
  set(${out} ${build}/page.html PARENT_SCOPE)
endfunction()
