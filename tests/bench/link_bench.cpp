// The entity index: a million labels written, mapped and looked up. What it is asked for is drawn from all labels.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "triplewright/entity_base.h"

namespace {

using namespace triplewright;

constexpr std::uint32_t kEntities = 500'000;  // of two labels each

// Names of two made-up words and a number, so that most first words are shared.
std::string name_of(std::uint32_t i) {
  static const std::vector<std::string> first = {"Aldale", "Belmont", "Corford", "Danwick", "Elstad", "Fenberg"};
  static const std::vector<std::string> second = {"Steel", "Foods",     "Motors", "Energy",
                                                  "Media", "Logistics", "Capital"};
  std::string name = first[i % first.size()];
  name.append(" ").append(second[i % second.size()]).append(" ").append(std::to_string(i));
  return name;
}

const std::string& index_path() {
  static const std::string path = [] {
    const auto folder = std::filesystem::temp_directory_path() / "triplewright-link-bench";
    std::filesystem::create_directories(folder);
    const std::string table = (folder / "entities.tsv").string();
    {
      std::ofstream out(table, std::ios::binary);
      out << "id\tlabel\taliases\ttype\n";
      for (std::uint32_t i = 0; i < kEntities; ++i)
        out << 'e' << i << '\t' << name_of(i) << " Inc.\tThe " << name_of(i) << " Group\tCompany\n";
    }
    std::string index = (folder / "entities.twx").string();
    write_index(EntityBase::load({table}, {}), index);
    return index;
  }();
  return path;
}

void load_index(benchmark::State& state) {
  const std::string& path = index_path();
  for (auto _ : state) benchmark::DoNotOptimize(EntityBase::load({path}, {}).size());
}
BENCHMARK(load_index)->Unit(benchmark::kMillisecond);

void candidates(benchmark::State& state) {
  const EntityBase base = EntityBase::load({index_path()}, {});
  std::uint32_t i = 1;
  for (auto _ : state) {
    i = (i * 48271u) % 0x7FFFFFFFu;  // Park and Miller's generator
    benchmark::DoNotOptimize(base.candidates(name_of(i % kEntities)));
  }
}
BENCHMARK(candidates);

}  // namespace

BENCHMARK_MAIN();
