# What `cmake --install` puts where, and the package that `find_package(triplewright)` finds.
include(GNUInstallDirs)
if(NOT TARGET triplewright)
  return()
endif()
include(CMakePackageConfigHelpers)

install(TARGETS triplewright_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS triplewright EXPORT triplewright_targets LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/triplewright DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/ontology ${PROJECT_SOURCE_DIR}/models DESTINATION ${CMAKE_INSTALL_DATADIR}/triplewright)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/triplewright)
install(EXPORT triplewright_targets NAMESPACE triplewright:: FILE triplewrightConfig.cmake DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/triplewrightConfigVersion.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/triplewrightConfigVersion.cmake DESTINATION ${package_dir})
