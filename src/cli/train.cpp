// train: a component of the language models from data.
#include "nlp/train.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"

namespace triplewright::cli {

namespace {

struct Options {
  std::string component, data, output;
  nlp::TrainOptions train;
};

int train(Options& o) {
  if (o.train.models.empty()) o.train.models = data_directory() + "/models";
  nlp::train(o.component, o.data, o.output, o.train, [](const std::string& line) { std::cerr << line << std::endl; });
  return 0;
}

}  // namespace

void add_train(CLI::App& app, Action& action) {
  std::string names;
  for (const std::string& name : nlp::components()) names += (names.empty() ? "" : " ") + name;
  CLI::App* command = app.add_subcommand("train", "Train a component of the language models");
  auto o = std::make_shared<Options>();
  command->add_option("COMPONENT", o->component, names)->required();
  command->add_option("--data", o->data, "Folder with syntax/, ner/ and text/ (see models/README.md)")->required();
  command->add_option("-o,--output", o->output, "Model file")->required();
  command->add_option("--models", o->train.models, "Folder of the models it builds on [those that ship]");
  command->add_option("--silver", o->train.silver,
                      "parser, names: CoNLL-U of plain text as a better model parses it, to learn from as well");
  command->add_option("--epochs", o->train.epochs, "Rounds over the data [as many as the shipped models]");
  command->add_option("--seed", o->train.seed, "Same data and seed, same bytes")->capture_default_str();
  command->callback([o, &action] { action = [o] { return train(*o); }; });
}

}  // namespace triplewright::cli
