#include "ontology/documentation.h"

#include <algorithm>
#include <map>
#include <ostream>
#include <set>

#include "ontology/names.h"
#include "ontology/page.h"

namespace triplewright::ontology {

namespace {

using Inlines = std::vector<Inline>;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string_view name_of(PartOfSpeech pos) {
  switch (pos) {
    case PartOfSpeech::Verb:
      return "verb";
    case PartOfSpeech::Noun:
      return "noun";
    case PartOfSpeech::Adjective:
      return "adjective";
    case PartOfSpeech::Adverb:
      return "adverb";
    case PartOfSpeech::Preposition:
      return "preposition";
    case PartOfSpeech::Other:
      break;
  }
  return "word";
}

std::string name_of(const SyntacticArgument& argument) {
  switch (argument.function) {
    case Function::Subject:
      return "subject";
    case Function::Object:
      return "object";
    case Function::IndirectObject:
      return "indirect object";
    case Function::Complement:
      return "complement";
    case Function::Xcomp:
      return "infinitive";
    case Function::Ccomp:
      return "clause";
    case Function::Preposition:
      return argument.marker;
    case Function::Possessor:
      return "possessor";
    case Function::Modifier:
      return "modifier";
    case Function::Self:
      return "itself";
    case Function::Apposition:
      return "apposition";
    case Function::Value:
      return "value";
    case Function::Head:
      return "head";
  }
  return {};
}

class Writer {
 public:
  explicit Writer(const Ontology& ontology) : ontology_(ontology) {
    for (const OntologyClass& c : ontology.classes()) claim_anchor(c.iri);
    for (const OntologyProperty& p : ontology.properties()) claim_anchor(p.iri);
    for (const Concept& c : ontology.concepts()) claim_anchor(c.iri);
    for (const OntologyClass& c : ontology.classes()) {
      if (!c.ancestors.empty()) subclasses_[c.ancestors.front()].push_back(c.iri);
    }
    collect_words();
  }

  Page page() {
    Page page;
    page.title = "Ontology";
    blocks_ = &page.blocks;
    paragraph({text((ontology_.version().empty() ? "" : "Version " + ontology_.version() + ": ") +
                    std::to_string(ontology_.classes().size()) + " classes, " +
                    std::to_string(ontology_.properties().size()) + " properties, " +
                    std::to_string(ontology_.concepts().size()) + " concepts, " +
                    std::to_string(ontology_.lexicon().size()) + " lexical entries.")});
    for (const auto& [prefix, space] : ontology_.prefixes())
      item({{Inline::Kind::Code, prefix + ":", {}}, text(" "), {Inline::Kind::Code, space, {}}});
    heading(2, "classes", {text("Classes")});
    for (const OntologyClass& c : ontology_.classes()) describe(c);
    heading(2, "properties", {text("Properties")});
    for (const OntologyProperty& p : ontology_.properties()) describe(p);
    heading(2, "concepts", {text("Concepts")});
    for (const Concept& c : ontology_.concepts()) describe(c);
    return page;
  }

 private:
  static Inline text(std::string words) { return {Inline::Kind::Text, std::move(words), {}}; }

  void claim_anchor(const std::string& iri) {
    std::string anchor(local_name(iri));
    if (!used_.insert(anchor).second) {
      anchor = short_name(ontology_, iri);
      std::replace(anchor.begin(), anchor.end(), ':', '-');
      used_.insert(anchor);
    }
    anchors_.emplace(iri, anchor);
  }

  Inline link(const std::string& iri) const {
    const auto it = anchors_.find(iri);
    const std::string name = short_name(ontology_, iri);
    return {Inline::Kind::Link, name.front() == '<' ? iri : name, it == anchors_.end() ? iri : "#" + it->second};
  }

  void heading(int level, std::string anchor, Inlines inlines) {
    blocks_->push_back({Block::Kind::Heading, level, std::move(anchor), std::move(inlines)});
  }
  void paragraph(Inlines inlines) { blocks_->push_back({Block::Kind::Paragraph, 0, {}, std::move(inlines)}); }
  void item(Inlines inlines, std::string anchor = {}) {
    blocks_->push_back({Block::Kind::Item, 0, std::move(anchor), std::move(inlines)});
  }

  /// "Name: a, b, c" when there are any.
  void list(const std::string& name, const std::vector<std::string>& iris) {
    if (iris.empty()) return;
    Inlines inlines = {text(name + ": ")};
    add_links(inlines, iris);
    item(std::move(inlines));
  }
  void add_links(Inlines& inlines, const std::vector<std::string>& iris) const {
    for (std::size_t i = 0; i < iris.size(); ++i) {
      if (i > 0) inlines.push_back(text(", "));
      inlines.push_back(link(iris[i]));
    }
  }

  void title(const std::string& iri, const std::string& label, const std::string& comment) {
    heading(3, anchors_.at(iri), {text(std::string(local_name(iri)))});
    paragraph({{Inline::Kind::Emphasis, label.empty() ? std::string(local_name(iri)) : label, {}},
               text(comment.empty() ? " " : ": " + comment + " "),
               {Inline::Kind::Code, iri, {}}});
  }

  void describe(const OntologyClass& c) {
    title(c.iri, c.label, c.comment);
    list("Superclasses", c.ancestors);
    if (const auto it = subclasses_.find(c.iri); it != subclasses_.end()) list("Subclasses", it->second);
    list("Disjoint with", c.disjoint);
    list("In other vocabularies", c.external);
    list("Related", c.close_matches);
    list_words(c.iri);
  }

  void describe(const OntologyProperty& p) {
    title(p.iri, p.label, p.comment);
    list("Subject", p.domain);
    list(p.takes_value ? "Value" : "Object", p.range);
    if (!p.inverse.empty()) list("Inverse", {p.inverse});
    list("Follows from it", p.ancestors);
    if (p.symmetric) item({text("Symmetric")});
    if (p.functional) item({text("Functional")});
    list("The same as", p.exact);
    list("Related", p.close_matches);
    list_words(p.iri);
  }

  void describe(const Concept& c) {
    Inlines inlines = {{Inline::Kind::Emphasis, c.label, {}}};
    std::string others;
    std::vector<std::string> labels = c.labels;
    std::sort(labels.begin(), labels.end());
    for (const std::string& label : labels) {
      if (label != c.label) others += (others.empty() ? " (" : ", ") + label;
    }
    inlines.push_back(text(others.empty() ? "" : others + ")"));
    if (!c.broader.empty()) {
      inlines.push_back(text("; under "));
      add_links(inlines, c.broader);
    }
    if (!c.entity_class.empty()) {
      inlines.push_back(text("; a "));
      inlines.push_back(link(c.entity_class));
    }
    item(std::move(inlines), anchors_.at(c.iri));
  }

  /// What expresses a term, as "supply (verb: subject, object)": the first way to each of the two ends.
  void collect_words() {
    for (const LexicalEntry& entry : ontology_.lexicon()) {
      for (const Sense& sense : entry.senses) {
        std::string frame(name_of(entry.pos));
        const auto add = [&](const std::vector<SyntacticArgument>& ends, const char* before) {
          if (!ends.empty()) frame += before + name_of(ends.front());
        };
        add(sense.subject, ": ");
        add(sense.object, ", ");
        words_[sense.reference].insert(joined(entry.lemmas) + " (" + frame + ")");
      }
    }
  }
  void list_words(const std::string& iri) {
    const auto it = words_.find(iri);
    if (it == words_.end()) return;
    std::string all;
    for (const std::string& word : it->second) all += (all.empty() ? "" : "; ") + word;
    item({text("Words: " + all)});
  }

  const Ontology& ontology_;
  std::set<std::string> used_;
  std::map<std::string, std::string> anchors_;
  std::map<std::string, std::vector<std::string>> subclasses_;
  std::map<std::string, std::set<std::string>> words_;
  std::vector<Block>* blocks_ = nullptr;
};

}  // namespace

void write_documentation(std::ostream& out, const Ontology& ontology, DocumentationFormat format) {
  const Page page = Writer(ontology).page();
  if (format == DocumentationFormat::Html)
    write_html(out, page);
  else
    write_markdown(out, page);
}

}  // namespace triplewright::ontology
