#include "ingest/context.h"
namespace triplewright::ingest {
std::unique_ptr<Reader> make_warc_reader(const Context& c, Input i) {
  return make_text_reader(c, std::move(i));
}
std::unique_ptr<Reader> make_json_reader(const Context& c, Input i, bool) {
  return make_text_reader(c, std::move(i));
}
std::unique_ptr<Reader> make_xml_reader(const Context& c, Input i) {
  return make_text_reader(c, std::move(i));
}
}  // namespace triplewright::ingest
