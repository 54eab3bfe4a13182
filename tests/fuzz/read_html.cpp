#include "read_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  triplewright::ingest::check_input(data, size, triplewright::InputFormat::Html);
  return 0;
}
