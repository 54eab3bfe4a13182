// The commands of the program, one file each. A command adds its options to a subcommand and sets what runs when it
// is chosen; what runs returns the exit status (0 all well, 1 some inputs failed, 2 usage or set-up).
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace triplewright::cli {

/// What the chosen command does; set by the subcommand's callback.
using Action = std::function<int()>;

void add_build(CLI::App& app, Action& action);
void add_extract(CLI::App& app, Action& action);
void add_load(CLI::App& app, Action& action);
void add_merge(CLI::App& app, Action& action);
void add_retract(CLI::App& app, Action& action);
void add_query(CLI::App& app, Action& action);
void add_claims(CLI::App& app, Action& action);
void add_index(CLI::App& app, Action& action);
void add_ingest(CLI::App& app, Action& action);
void add_parse(CLI::App& app, Action& action);
void add_train(CLI::App& app, Action& action);
void add_eval(CLI::App& app, Action& action);
void add_check(CLI::App& app, Action& action);
void add_doc(CLI::App& app, Action& action);
void add_report(CLI::App& app, Action& action);

}  // namespace triplewright::cli
