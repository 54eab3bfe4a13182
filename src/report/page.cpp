#include <ostream>

#include "report/report.h"

#ifdef TW_REPORT_PAGE
// The built page, as it is, in the read-only data of the program.
__asm__(
    ".section .rodata\n"
    ".globl tw_report_page_begin\n.hidden tw_report_page_begin\ntw_report_page_begin:\n"
    ".incbin \"" TW_REPORT_PAGE
    "\"\n"
    ".globl tw_report_page_end\n.hidden tw_report_page_end\ntw_report_page_end:\n"
    ".byte 0\n"
    ".previous\n");
extern "C" {
extern const char tw_report_page_begin[] __attribute__((visibility("hidden")));
extern const char tw_report_page_end[] __attribute__((visibility("hidden")));
}
#endif

namespace triplewright::report {

namespace {

std::string_view page() {
#ifdef TW_REPORT_PAGE
  return {tw_report_page_begin, static_cast<std::size_t>(tw_report_page_end - tw_report_page_begin)};
#else
  return {};
#endif
}

constexpr std::string_view kData = "{{DATA}}";  // where web/index.html wants the data

}  // namespace

bool has_page() {
  return !page().empty();
}

void write_page(std::ostream& out, std::string_view json) {
  const std::size_t at = page().find(kData);
  if (at == std::string_view::npos)
    throw Error(
        "this triplewright was built without Node.js and so has no report: install nodejs and npm, build again");
  out << page().substr(0, at) << json << page().substr(at + kData.size());
  out.flush();
  if (!out) throw Error("cannot write the report");
}

}  // namespace triplewright::report
