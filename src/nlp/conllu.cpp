#include "nlp/conllu.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/normalize.h"

namespace triplewright::nlp {

namespace {

constexpr std::array<std::string_view, 6> kNerLabels = {"O", "PER", "ORG", "LOC", "PROD", "MISC"};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

bool has_item(std::string_view misc, std::string_view item) {
  const auto items = split(misc, '|');
  return std::find(items.begin(), items.end(), item) != items.end();
}

std::string_view item_value(std::string_view misc, std::string_view key) {
  for (std::string_view item : split(misc, '|')) {
    if (item.size() > key.size() && item.starts_with(key) && item[key.size()] == '=') {
      return item.substr(key.size() + 1);
    }
  }
  return {};
}

std::string unless_underscore(std::string_view field) {
  return field == "_" ? std::string() : std::string(field);
}

// Reads the sentences of a file line by line.
class ConlluReader {
 public:
  ConlluReader(std::string_view text, std::string_view source) : text_(text), source_(source) {}

  std::vector<ConlluSentence> read() {
    while (!text_.empty()) {
      const std::size_t end = text_.find('\n');
      std::string_view line = text_.substr(0, end);
      text_.remove_prefix(end == std::string_view::npos ? text_.size() : end + 1);
      ++line_;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (text::trim(line).empty()) {
        finish();
      } else if (line.front() == '#') {
        line.remove_prefix(line.starts_with("# ") ? 2 : 1);
        sentence_.comments.emplace_back(line);
      } else {
        word_line(line);
      }
    }
    finish();
    return std::move(sentences_);
  }

 private:
  [[noreturn]] void fail(const std::string& message) const {
    throw Error(message, Position{std::string(source_), line_, 0, 0});
  }

  std::size_t number(std::string_view field, std::string_view name) const {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (error != std::errc() || end != field.data() + field.size() || value > 1'000'000) {
      fail("not a number in " + std::string(name) + ": '" + std::string(field) + "'");
    }
    return value;
  }

  void word_line(std::string_view line) {
    const auto fields = split(line, '\t');
    if (fields.size() != 10) fail("expected 10 columns, found " + std::to_string(fields.size()));
    const std::string_view id = fields[0];
    if (id.find('.') != std::string_view::npos) return;  // an empty node
    if (fields[1].empty()) fail("empty FORM");
    const bool space_after = !has_item(fields[9], "SpaceAfter=No");
    if (const std::size_t dash = id.find('-'); dash != std::string_view::npos) {
      const std::size_t first = number(id.substr(0, dash), "ID");
      const std::size_t last = number(id.substr(dash + 1), "ID");
      if (first != sentence_.words.size() + 1 || last < first) fail("bad range of a multiword token");
      sentence_.surfaces.push_back({std::string(fields[1]), space_after});
      multiword_end_ = last;
      return;
    }
    if (number(id, "ID") != sentence_.words.size() + 1) {
      fail("ID " + std::string(id) + " out of order, expected " + std::to_string(sentence_.words.size() + 1));
    }
    if (sentence_.words.empty()) sentence_.line = line_;
    ConlluWord word;
    word.form = fields[1];
    word.lemma = fields[2] == "_" && fields[1] != "_" ? "" : std::string(fields[2]);
    word.upos = upos_from(fields[3]);
    word.xpos = unless_underscore(fields[4]);
    word.feats = unless_underscore(fields[5]);
    word.head = fields[6] == "_" ? -1 : static_cast<std::int32_t>(number(fields[6], "HEAD")) - 1;
    word.deprel = unless_underscore(fields[7]);
    word.misc = unless_underscore(fields[9]);
    if (sentence_.words.size() >= multiword_end_) sentence_.surfaces.push_back({word.form, space_after});
    word.surface = static_cast<std::uint32_t>(sentence_.surfaces.size() - 1);
    sentence_.words.push_back(std::move(word));
  }

  void finish() {
    if (sentence_.words.size() < multiword_end_) fail("a multiword token goes past the end of its sentence");
    multiword_end_ = 0;
    if (sentence_.words.empty()) return;  // comments before a blank line belong to the next sentence
    const auto size = static_cast<std::int32_t>(sentence_.words.size());
    for (const ConlluWord& word : sentence_.words) {
      if (word.head >= size) fail("HEAD of '" + word.form + "' lies outside its sentence");
    }
    sentences_.push_back(std::move(sentence_));
    sentence_ = {};
  }

  std::string_view text_;
  std::string_view source_;
  std::size_t line_ = 0;
  std::size_t multiword_end_ = 0;
  ConlluSentence sentence_;
  std::vector<ConlluSentence> sentences_;
};

// Spans of the surface tokens in `text`, or nothing when they do not make it up.
std::vector<Span> align(const ConlluSentence& sentence, std::string_view text) {
  std::vector<Span> spans;
  std::size_t at = 0;
  for (const ConlluSurface& surface : sentence.surfaces) {
    const std::size_t found = text.find(surface.form, at);
    if (found == std::string_view::npos || !text::trim(text.substr(at, found - at)).empty()) return {};
    at = found + surface.form.size();
    spans.push_back({static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(at)});
  }
  if (!text::trim(text.substr(at)).empty()) return {};
  return spans;
}

// Builds one document, sentence by sentence.
class DocumentBuilder {
 public:
  void add(const ConlluSentence& sentence) {
    const bool heading = sentence.comment("newpar_block").starts_with("head");
    const bool newdoc = sentence.has_comment("newdoc");
    if (newdoc || document_.article.blocks.empty() || sentence.has_comment("newpar") ||
        sentence.has_comment("newpar id")) {
      begin_block(heading ? BlockKind::Heading : BlockKind::Paragraph);
    } else if (space_before_) {
      document_.article.text += ' ';
    }
    add_words(sentence);
    document_.article.blocks.back().span.end = static_cast<std::uint32_t>(document_.article.text.size());
  }

  void set_iri(std::string_view iri) { document_.article.iri = iri; }

  Document finish() {
    for (Mention& mention : document_.mentions) mention.head = head_of(document_, mention.tokens);
    return std::move(document_);
  }

 private:
  void begin_block(BlockKind kind) {
    std::string& text = document_.article.text;
    if (!text.empty()) text += "\n\n";
    const auto at = static_cast<std::uint32_t>(text.size());
    document_.article.blocks.push_back({{at, at}, kind});
  }

  void add_words(const ConlluSentence& sentence) {
    std::string& text = document_.article.text;
    const auto base = static_cast<std::uint32_t>(text.size());
    std::string own{text::trim(sentence.comment("text"))};
    std::vector<Span> surfaces = align(sentence, own);
    if (surfaces.empty()) {
      own.clear();
      for (const ConlluSurface& surface : sentence.surfaces) {
        const auto at = static_cast<std::uint32_t>(own.size());
        own += surface.form;
        surfaces.push_back({at, static_cast<std::uint32_t>(own.size())});
        if (surface.space_after && &surface != &sentence.surfaces.back()) own += ' ';
      }
    }
    text += own;
    const auto first = static_cast<std::uint32_t>(document_.tokens.size());
    for (std::size_t i = 0; i < sentence.words.size();) {
      std::size_t end = i;
      std::string joined;
      while (end < sentence.words.size() && sentence.words[end].surface == sentence.words[i].surface) {
        joined += sentence.words[end++].form;
      }
      const ConlluSurface& surface = sentence.surfaces[sentence.words[i].surface];
      const Span whole = surfaces[sentence.words[i].surface];
      std::uint32_t at = whole.begin;
      for (; i < end; ++i) {
        const auto size = static_cast<std::uint32_t>(sentence.words[i].form.size());
        const Span span = joined == surface.form ? Span{at, at + size} : whole;
        at = span.end;
        add_word(sentence.words[i], {base + span.begin, base + span.end}, first, i + 1 == end && surface.space_after);
      }
    }
    document_.sentences.push_back({{first, static_cast<std::uint32_t>(document_.tokens.size())},
                                   static_cast<std::uint32_t>(document_.article.blocks.size() - 1),
                                   false});
    space_before_ = sentence.surfaces.back().space_after;
    open_ = nullptr;
  }

  void add_word(const ConlluWord& word, Span span, std::uint32_t first, bool space_after) {
    Token token;
    token.span = span;
    token.lemma = word.lemma;
    token.upos = word.upos;
    token.xpos = word.xpos;
    token.feats = word.feats;
    token.head = word.head < 0 ? -1 : static_cast<std::int32_t>(first) + word.head;
    token.deprel = word.deprel;
    token.space_after = space_after;
    document_.tokens.push_back(std::move(token));
    const auto index = static_cast<std::uint32_t>(document_.tokens.size() - 1);
    const std::string_view ner = item_value(word.misc, "NER");
    const NameType type = ner.size() > 2 ? name_type_from(ner.substr(2)) : NameType::None;
    if (type == NameType::None) {
      open_ = nullptr;
    } else if (ner.front() == 'I' && open_ != nullptr && open_->type == type) {
      open_->tokens.end = index + 1;
    } else {
      Mention mention;
      mention.tokens = {index, index + 1};
      mention.type = type;
      document_.mentions.push_back(std::move(mention));
      open_ = &document_.mentions.back();
    }
  }

  Document document_;
  Mention* open_ = nullptr;
  bool space_before_ = false;
};

std::string one_line(std::string_view text) {
  std::string out{text};
  for (char& c : out) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return out;
}

std::string_view or_underscore(std::string_view field) {
  return field.empty() ? std::string_view("_") : field;
}

std::string_view local_name(std::string_view iri) {
  const std::size_t at = iri.find_last_of("#/:");
  return at == std::string_view::npos ? iri : iri.substr(at + 1);
}

// MISC of every token: names in IOB2; of nested names the outermost is kept.
std::vector<std::string> name_column(const Document& document) {
  std::vector<std::string> column(document.tokens.size());
  for (const Mention& mention : document.mentions) {
    if (mention.kind != MentionKind::Named) continue;
    const Entity* entity = mention.entity < 0 ? nullptr : &document.entities[static_cast<std::size_t>(mention.entity)];
    const bool in_base = entity != nullptr && entity->in_base;
    if ((mention.type == NameType::None && !in_base) || !column[mention.tokens.begin].empty()) continue;
    for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
      if (mention.type != NameType::None)
        column[t] = (t == mention.tokens.begin ? "|NER=B-" : "|NER=I-") + std::string(ner_label(mention.type));
    }
    std::string& first = column[mention.tokens.begin];
    if (in_base) first.insert(0, "|Link=" + entity->iri);
    if (entity != nullptr && !entity->classes.empty())
      first.insert(0, "|Class=" + std::string(local_name(entity->classes.front())));
  }
  for (std::string& misc : column) {
    if (!misc.empty()) misc.erase(0, 1);
  }
  return column;
}

}  // namespace

std::string_view ConlluSentence::comment(std::string_view key) const {
  for (std::string_view entry : comments) {
    const std::size_t equals = entry.find('=');
    if (text::trim(entry.substr(0, equals)) == key) {
      return equals == std::string_view::npos ? std::string_view() : text::trim(entry.substr(equals + 1));
    }
  }
  return {};
}

bool ConlluSentence::has_comment(std::string_view key) const {
  return std::any_of(comments.begin(), comments.end(), [&](std::string_view entry) {
    const std::string_view name = text::trim(entry.substr(0, entry.find('=')));
    return name == key || (name.starts_with(key) && name.size() > key.size() && name[key.size()] == ' ');
  });
}

std::vector<ConlluSentence> read_conllu(std::string_view text, std::string_view source_name) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return ConlluReader(text, source_name).read();
}

Document document_from_conllu(std::string_view text, std::string_view source_name) {
  DocumentBuilder builder;
  for (const ConlluSentence& sentence : read_conllu(text, source_name)) builder.add(sentence);
  return builder.finish();
}

std::vector<Document> documents_from_conllu(std::string_view text, std::string_view source_name) {
  std::vector<Document> documents;
  DocumentBuilder builder;
  bool any = false;
  for (const ConlluSentence& sentence : read_conllu(text, source_name)) {
    if (sentence.has_comment("newdoc")) {
      if (any) documents.push_back(builder.finish());
      builder = {};
      builder.set_iri(sentence.comment("newdoc id"));
    }
    builder.add(sentence);
    any = true;
  }
  if (any) documents.push_back(builder.finish());
  return documents;
}

std::string to_conllu(const Document& document) {
  const std::vector<std::string> names = name_column(document);
  const std::string id = document.article.iri.empty() ? "s" : one_line(document.article.iri) + "-";
  std::string out = "# newdoc";
  if (!document.article.iri.empty()) out += " id = " + one_line(document.article.iri);
  out += '\n';
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    if (s == 0 || document.sentences[s - 1].block != sentence.block) out += "# newpar\n";
    out += "# sent_id = " + id + std::to_string(s + 1) + "\n";
    out += "# text = " + one_line(document.text(sentence.tokens)) + "\n";
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Token& token = document.tokens[t];
      out += std::to_string(t - sentence.tokens.begin + 1) + '\t';
      out += one_line(document.form(t)) + '\t';
      out += or_underscore(token.lemma);
      out += '\t';
      out += to_string(token.upos);
      out += '\t';
      out += or_underscore(token.xpos);
      out += '\t';
      out += or_underscore(token.feats);
      out += '\t';
      out += std::to_string(token.head < 0 ? 0 : token.head - static_cast<std::int32_t>(sentence.tokens.begin) + 1);
      out += '\t';
      out += or_underscore(token.deprel);
      out += "\t_\t";
      std::string misc = names[t];
      if (!token.space_after) misc += misc.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
      out += or_underscore(misc);
      out += '\n';
    }
    out += '\n';
  }
  return out;
}

std::string_view ner_label(NameType type) {
  return kNerLabels[static_cast<std::size_t>(type)];
}

NameType name_type_from(std::string_view label) {
  const auto* it = std::find(kNerLabels.begin(), kNerLabels.end(), label);
  return it == kNerLabels.end() ? NameType::None : static_cast<NameType>(it - kNerLabels.begin());
}

std::uint32_t head_of(const Document& document, Span tokens) {
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const std::int32_t head = document.tokens[t].head;
    if (head < 0 || !tokens.contains(static_cast<std::uint32_t>(head))) return t;
  }
  return tokens.end - 1;
}

}  // namespace triplewright::nlp
