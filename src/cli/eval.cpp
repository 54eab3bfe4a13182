// eval: the field's standard scores of each component, on data given by path.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "ingest/evaluate.h"
#include "link/evaluate.h"
#include "link/link.h"
#include "nlp/annotate.h"
#include "nlp/conllu.h"
#include "nlp/coref.h"
#include "nlp/coref_evaluate.h"
#include "nlp/evaluate.h"
#include "nlp/gap_evaluate.h"
#include "nlp/model_file.h"
#include "nlp/names_data.h"
#include "nlp/values/evaluate.h"

namespace triplewright::cli {

namespace {

struct Options {
  std::string component, data;
  EngineOptions engine;
  bool details = false;
  bool every_wording = false;
};

std::vector<std::string> files_of(const std::string& path, const std::string& extension) {
  if (!std::filesystem::is_directory(path)) return {path};
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(extension) || name.ends_with(extension + ".gz")) out.push_back(entry.path().string());
  }
  std::sort(out.begin(), out.end());
  if (out.empty()) throw Error("no " + extension + " files in " + path);
  return out;
}

/// Gold words kept ("syntax"), or from the raw text ("raw").
int eval_syntax(const Options& o, bool raw) {
  Diagnostics diagnostics;
  const Extractor extractor = o.engine.load(diagnostics);
  nlp::Scratch scratch;
  for (const std::string& path : files_of(o.data, ".conllu")) {
    nlp::SyntaxScores scores;
    for (const Document& gold : nlp::documents_from_conllu(nlp::read_file_bytes(path), path)) {
      const Document found = raw ? nlp::annotate(gold.article, extractor.models(), &extractor.entities(), scratch)
                                 : nlp::annotate_tokens(gold, extractor.models(), &extractor.entities(), scratch);
      scores.add(nlp::score_syntax(gold, found));
    }
    std::cout << path << '\n' << scores.table(o.details) << '\n';
  }
  return 0;
}

/// Exact spans of persons, organizations and places in a file of IOB columns.
int eval_names(const Options& o) {
  Diagnostics diagnostics;
  const Extractor extractor = o.engine.load(diagnostics);
  nlp::Scratch scratch;
  nlp::NameScores scores;
  for (const Document& gold : nlp::read_named_documents(o.data)) {
    const Document found = nlp::annotate_tokens(gold, extractor.models(), nullptr, scratch);
    scores.add(nlp::score_names(gold, found, {NameType::Person, NameType::Organization, NameType::Location}));
  }
  std::cout << o.data << '\n' << scores.table() << '\n';
  return 0;
}

int eval_values(const Options& o) {
  nlp::ValueScore all;
  std::cout << std::left << std::setw(36) << "file" << std::right << "  cases   span %  value %  left out\n";
  const auto row = [](const std::string& name, const nlp::ValueScore& s) {
    const double cases = std::max<double>(1, static_cast<double>(s.cases));
    std::cout << std::left << std::setw(36) << name << std::right << std::setw(7) << s.cases << std::fixed
              << std::setprecision(1) << std::setw(9) << 100 * static_cast<double>(s.spans) / cases << std::setw(9)
              << 100 * static_cast<double>(s.values) / cases << std::setw(10) << s.left_out << '\n';
  };
  for (const std::string& path : files_of(o.data, ".json")) {
    const nlp::ValueScore s = nlp::score_values(nlp::read_file_bytes(path), path, o.every_wording);
    row(std::filesystem::path(path).filename().string(), s);
    if (o.details) {
      for (const std::string& mistake : s.mistakes) std::cout << "    " << mistake << '\n';
    }
    all.cases += s.cases;
    all.spans += s.spans;
    all.values += s.values;
    all.left_out += s.left_out;
  }
  row("all", all);
  return 0;
}

int eval_ingest(const Options& o) {
  const ingest::IngestScore s = ingest::evaluate_pages(o.data, [&](const ingest::PageScore& page, const std::string&) {
    if (o.details) std::cout << page.key << "  precision " << page.precision << "  recall " << page.recall << '\n';
  });
  std::cout << std::fixed << std::setprecision(3) << "pages " << s.pages << "  precision " << s.precision << "  recall "
            << s.recall << "  F1 " << s.f1 << std::setprecision(0) << "  pages/s "
            << static_cast<double>(s.pages) / s.seconds << '\n';
  return 0;
}

int eval_coreference(const Options& o) {
  Diagnostics diagnostics;
  const Extractor extractor = o.engine.load(diagnostics);
  nlp::Scratch scratch;
  for (const std::string& path : files_of(o.data, ".conllu")) {
    const nlp::CorefEvaluation found =
        nlp::evaluate_coreference(nlp::read_file_bytes(path), path, [&](Document&& gold) {
          Document d = nlp::annotate_tokens(std::move(gold), extractor.models(), &extractor.entities(), scratch);
          d = link::link(std::move(d), extractor.ontology(), extractor.entities(), extractor.options().base);
          return nlp::resolve_coreference(std::move(d), extractor.ontology());
        });
    std::cout << path << '\n' << found.scores.table() << '\n';
    if (o.details) std::cout << nlp::links_table(found.links) << '\n';
  }
  return 0;
}

int eval_gap(const Options& o) {
  Diagnostics diagnostics;
  const Extractor extractor = o.engine.load(diagnostics);
  const auto analyze = [&](std::string text) { return extractor.analyze(article_from_text(std::move(text))); };
  const auto show = [&](const nlp::GapCase& c) {
    if (o.details)
      std::cout << c.id << '\t' << (c.right ? "right" : "wrong") << '\t' << (c.gold.empty() ? "-" : c.gold) << '\t'
                << (c.found.empty() ? "-" : c.found) << '\n';
  };
  const nlp::GapScores s = nlp::evaluate_gap(nlp::read_file_bytes(o.data), o.data, analyze, show);
  std::cout << std::fixed << std::setprecision(1) << "examples " << s.examples << "  accuracy " << s.accuracy()
            << "  precision " << s.precision() << "  recall " << s.recall() << "  F1 " << s.f1() << '\n';
  return 0;
}

int eval_linking(const Options& o) {
  Diagnostics diagnostics;
  const Extractor extractor = o.engine.load(diagnostics);
  // As one paragraph: single sentences out of their articles would look like bylines and captions.
  const auto analyze = [&](std::string text) {
    Article article;
    article.text = std::move(text);
    article.blocks = {{{0, static_cast<std::uint32_t>(article.text.size())}, BlockKind::Paragraph}};
    return extractor.analyze(std::move(article));
  };
  const auto show = [&](const link::LinkingCase& c) {
    if (o.details)
      std::cout << c.anchor << '\t' << c.gold << '\t' << c.found << '\t' << (c.in_base ? "in base" : "not in base")
                << '\n';
  };
  std::cout << link::evaluate_linking(o.data, extractor.entities(), analyze, show).table();
  return 0;
}

int eval(const Options& o) {
  const std::map<std::string, std::function<int(const Options&)>> components = {
      {"syntax", [](const Options& x) { return eval_syntax(x, false); }},
      {"raw", [](const Options& x) { return eval_syntax(x, true); }},
      {"names", eval_names},
      {"values", eval_values},
      {"coreference", eval_coreference},
      {"gap", eval_gap},
      {"linking", eval_linking},
      {"ingest", eval_ingest}};
  const auto found = components.find(o.component);
  if (found == components.end()) throw Error("unknown component " + o.component + ": see triplewright eval --help");
  return found->second(o);
}

}  // namespace

void add_eval(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("eval", "Scores of a component on gold data");
  auto o = std::make_shared<Options>();
  command
      ->add_option("COMPONENT", o->component,
                   "syntax (gold words) and raw (from text): CoNLL-U; names: IOB columns; coreference: CoNLL-U with "
                   "GUM's entities; gap: GAP's table; values: Recognizers-Text cases; linking: NIF; ingest: pages with "
                   "their text")
      ->required();
  command->add_option("--data", o->data, "File or folder")->required();
  command->add_flag("--details", o->details, "Also scores by relation, page or case");
  command->add_flag("--every-wording", o->every_wording,
                    "values: leave cases out by the type that the data gives them alone, not by their wording");
  o->engine.add_to(*command);
  command->callback([o, &action] { action = [o] { return eval(*o); }; });
}

}  // namespace triplewright::cli
