// check: faults of an ontology or lexicon, with file and line; and which known entities have no item of Wikidata.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "triplewright/entity_base.h"

namespace triplewright::cli {

namespace {

int check(const std::vector<std::string>& paths) {
  std::size_t faults = 0;
  const std::size_t checked = check_ontology(paths, [&](const Diagnostic& d) {
    ++faults;
    std::cout << d.where.to_string() << ": " << d.message << " [" << d.code << "]\n";
  });
  std::cout << (faults == 0 ? "no faults" : std::to_string(faults) + " faults") << " in " << checked << " statements\n";
  return faults == 0 ? 0 : 1;
}

std::string_view local_name(std::string_view iri) {
  return iri.substr(iri.find_last_of("#/") + 1);
}

// Of the entities of one class: how many have an item, and those that have none.
struct Linked {
  std::size_t agreed = 0;        // owl:sameAs: two data sets or more have the item
  std::vector<std::string> one;  // skos:closeMatch: one has it
  std::vector<std::string> none;
};

int list_links(const std::vector<std::string>& paths) {
  constexpr std::string_view kWikidata = "http://www.wikidata.org/entity/";
  constexpr std::string_view kCloseMatch = "http://www.w3.org/2004/02/skos/core#closeMatch";
  const EntityBase base = EntityBase::load(paths, [](const Diagnostic&) {});
  std::map<std::string, Linked> by_class;
  Linked all;
  for (std::uint32_t i = 0; i < base.size(); ++i) {
    const EntityRecord& r = base.record(i);
    Linked& of_class = by_class[r.classes.empty() ? "" : std::string(local_name(r.classes.front()))];
    const std::string line = std::string(local_name(r.iri)) + "\t" + r.label;
    const bool agreed = std::any_of(r.same_as.begin(), r.same_as.end(),
                                    [&](const std::string& same) { return same.starts_with(kWikidata); });
    const bool one = std::any_of(r.facts.begin(), r.facts.end(), [&](const auto& fact) {
      return fact.first == kCloseMatch && fact.second.starts_with(kWikidata);
    });
    for (Linked* counts : {&of_class, &all}) {
      if (agreed)
        ++counts->agreed;
      else
        (one ? counts->one : counts->none).push_back(line);
    }
  }
  const auto row = [](const std::string& name, const Linked& l) {
    std::cout << std::left << std::setw(28) << name << std::right << std::setw(8)
              << l.agreed + l.one.size() + l.none.size() << std::setw(10) << l.agreed << std::setw(10) << l.one.size()
              << std::setw(8) << l.none.size() << '\n';
  };
  std::cout << std::left << std::setw(28) << "class" << std::right << std::setw(8) << "known" << std::setw(10)
            << "agreed" << std::setw(10) << "one set" << std::setw(8) << "none" << '\n';
  for (const auto& [name, linked] : by_class) row(name, linked);
  row("all", all);
  for (const auto& [name, linked] : by_class) {
    for (const std::string& line : linked.one) std::cout << name << '\t' << line << "\tone data set\n";
    for (const std::string& line : linked.none) std::cout << name << '\t' << line << "\tno data set\n";
  }
  return 0;
}

}  // namespace

void add_check(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("check", "Errors in an ontology or lexicon, with file and line");
  auto paths = std::make_shared<std::vector<std::string>>();
  auto links = std::make_shared<bool>(false);
  command->add_option("ONTOLOGY", *paths, "Turtle files or folders")->required();
  command->add_flag("--links", *links,
                    "Instead: how many known entities of each class have an item of Wikidata, and which have none");
  command->callback(
      [paths, links, &action] { action = [paths, links] { return *links ? list_links(*paths) : check(*paths); }; });
}

}  // namespace triplewright::cli
