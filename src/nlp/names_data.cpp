#include "nlp/names_data.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>

#include "nlp/model_file.h"

namespace triplewright::nlp {

namespace {

constexpr std::size_t kTypes = NameRecognizer::kTypes;
constexpr std::uint32_t kOutside = 1;
constexpr std::uint32_t kAny = (1u << NameRecognizer::kLabels) - 1;

// Sets of types, a bit each, in the order of NameType after None.
constexpr std::uint32_t kPerson = 1, kOrganization = 2, kLocation = 4, kProduct = 8, kOther = 16;

std::uint32_t any_part(std::uint32_t types) {
  std::uint32_t labels = 0;
  for (std::size_t t = 0; t < kTypes; ++t) {
    if ((types >> t & 1) != 0) labels |= 0xFu << NameRecognizer::label_of(t, NameRecognizer::Begin);
  }
  return labels;
}

void allow_name(Span words, std::uint32_t types, std::vector<std::uint32_t>& allowed) {
  for (std::uint32_t i = words.begin; i < words.end; ++i) {
    const auto part = words.size() == 1    ? NameRecognizer::Unit
                      : i == words.begin   ? NameRecognizer::Begin
                      : i + 1 == words.end ? NameRecognizer::Last
                                           : NameRecognizer::In;
    allowed[i] = 0;
    for (std::size_t t = 0; t < kTypes; ++t) {
      if ((types >> t & 1) != 0) allowed[i] |= 1u << NameRecognizer::label_of(t, part);
    }
  }
}

NameType first_type(std::uint32_t types) {
  for (std::size_t t = 0; t < kTypes; ++t) {
    if ((types >> t & 1) != 0) return static_cast<NameType>(t + 1);
  }
  return NameType::None;
}

std::uint32_t types_of_label(std::string_view label) {
  if (label == "PER" || label == "person") return kPerson;
  if (label == "ORG" || label == "corporation" || label == "group") return kOrganization;
  if (label == "LOC" || label == "location") return kLocation;
  if (label == "product" || label == "PROD") return kProduct;
  if (label == "creative-work") return kOther;
  return kOther | kProduct;  // MISC
}

std::vector<std::string_view> columns(std::string_view line) {
  std::vector<std::string_view> fields;
  while (!line.empty()) {
    const std::size_t end = line.find_first_of("\t ");
    if (end != 0) fields.push_back(line.substr(0, end));
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
  }
  return fields;
}

void finish(NamedSentence& sentence, std::vector<std::string>& labels, std::uint32_t outside,
            std::vector<NamedSentence>& out) {
  if (!sentence.forms.empty()) {
    sentence.allowed.assign(labels.size(), outside);
    for (std::uint32_t i = 0; i < labels.size();) {
      if (labels[i].size() < 3) {
        ++i;
        continue;
      }
      const std::string type = labels[i].substr(2);
      std::uint32_t end = i + 1;
      while (end < labels.size() && labels[end] == "I-" + type) ++end;
      const std::uint32_t types = types_of_label(type);
      allow_name({i, end}, types, sentence.allowed);
      sentence.names.push_back({{i, end}, first_type(types)});
      i = end;
    }
    out.push_back(std::move(sentence));
  }
  sentence = {};
  labels.clear();
}

struct GumEntity {
  std::string id, type;
  std::vector<std::uint32_t> name_words;  // indices in the sentence
  std::uint32_t begin = 0, end = 0;
};

// Reads the bracketed entities of a sentence: "(id-type-infstat-salience-centering-minspan-link-identity" ... "id)".
std::vector<GumEntity> entities_of(const ConlluSentence& sentence) {
  std::vector<GumEntity> open;
  std::vector<GumEntity> closed;
  for (std::uint32_t w = 0; w < sentence.words.size(); ++w) {
    const std::string& misc = sentence.words[w].misc;
    const std::size_t at = misc.find("Entity=");
    if (at == std::string::npos || (at > 0 && misc[at - 1] != '|')) continue;
    std::string_view text = std::string_view(misc).substr(at + 7);
    text = text.substr(0, text.find('|'));
    while (!text.empty()) {
      if (text.front() == '(') {
        const std::size_t end = text.find_first_of("()", 1);
        std::vector<std::string> fields(1);
        for (char c : text.substr(1, end == std::string_view::npos ? end : end - 1)) {
          if (c == '-') {
            fields.emplace_back();
          } else {
            fields.back() += c;
          }
        }
        GumEntity entity;
        entity.begin = w;
        if (fields.size() > 5) {
          entity.id = fields[0];
          entity.type = fields[1];
          std::uint32_t number = 0;
          for (char c : fields[5] + ",") {
            if (c >= '0' && c <= '9') {
              number = number * 10 + static_cast<std::uint32_t>(c - '0');
            } else {
              if (number > 0) entity.name_words.push_back(w + number - 1);
              number = 0;
            }
          }
        }
        open.push_back(std::move(entity));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end);
        if (!text.starts_with(')')) continue;
        open.back().end = w + 1;
        closed.push_back(std::move(open.back()));
        open.pop_back();
        text.remove_prefix(1);
        continue;
      }
      const std::size_t end = text.find(')');
      if (end == std::string_view::npos) break;
      const std::string_view id = text.substr(0, end);
      const auto it = std::find_if(open.rbegin(), open.rend(), [&](const GumEntity& e) { return e.id == id; });
      if (it != open.rend()) {
        it->end = w + 1;
        closed.push_back(*it);
        open.erase(std::next(it).base());
      }
      text.remove_prefix(end + 1);
    }
  }
  return closed;
}

std::uint32_t gum_types(std::string_view type) {
  if (type == "person") return kPerson;
  if (type == "place") return kLocation;
  if (type == "organization") return kOrganization;
  if (type == "object" || type == "abstract") return kProduct | kOther;
  return type == "time" ? 0 : kOther;
}

bool is_title(std::string_view form) {
  static const std::set<std::string_view> kTitles = {
      "Mr.",       "Mrs.", "Ms.",  "Dr.",     "Prof.",   "Professor", "President", "Senator", "Sen.",   "Rep.",  "Sir",
      "Secretary", "Gov.", "Gen.", "Captain", "Justice", "Judge",     "King",      "Queen",   "Prince", "Chief", "Mr"};
  return kTitles.contains(form);
}

void for_each_field_row(const std::string& path, std::size_t columns_wanted,
                        const std::function<void(const std::vector<std::string_view>&)>& row) {
  bool header = true;
  for_each_line(read_file_bytes(path), [&](std::string_view line) {
    if (std::exchange(header, false)) return;
    std::vector<std::string_view> fields;
    while (true) {
      const std::size_t tab = line.find('\t');
      fields.push_back(line.substr(0, tab));
      if (tab == std::string_view::npos) break;
      line.remove_prefix(tab + 1);
    }
    if (fields.size() >= columns_wanted) row(fields);
  });
}

}  // namespace

std::vector<NamedSentence> read_name_corpus(const std::string& path) {
  const bool numbered = path.ends_with(".iob2");
  const bool tweets = path.find("wnut") != std::string::npos;
  const std::uint32_t outside = kOutside | (numbered ? any_part(kProduct | kOther)
                                            : tweets ? any_part(kOther)
                                                     : std::uint32_t{0});
  std::vector<NamedSentence> out;
  NamedSentence sentence;
  std::vector<std::string> labels;
  for_each_line(read_file_bytes(path), [&](std::string_view line) {
    if (line.starts_with("# ") || line.starts_with("-DOCSTART-")) return;
    const auto fields = columns(line);
    if (fields.empty()) {
      finish(sentence, labels, outside, out);
    } else if (fields.size() >= (numbered ? 3u : 2u)) {
      sentence.forms.emplace_back(fields[numbered ? 1 : 0]);
      labels.emplace_back(fields[numbered ? 2 : fields.size() - 1]);
    }
  });
  finish(sentence, labels, outside, out);
  return out;
}

std::vector<Document> read_named_documents(const std::string& path) {
  std::vector<Document> documents;
  for (const NamedSentence& sentence : read_name_corpus(path)) {
    Document& document = documents.emplace_back();
    std::string& text = document.article.text;
    for (const std::string& form : sentence.forms) {
      if (!text.empty()) text += ' ';
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += form;
      document.tokens.emplace_back().span = {begin, static_cast<std::uint32_t>(text.size())};
    }
    document.article.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}});
    document.sentences.push_back({{0, static_cast<std::uint32_t>(document.tokens.size())}, 0, false});
    for (const Name& name : sentence.names) {
      Mention& mention = document.mentions.emplace_back();
      mention.tokens = name.words;
      mention.type = name.type;
    }
  }
  return documents;
}

std::vector<NamedSentence> names_of_gum(const std::vector<ConlluSentence>& sentences) {
  std::vector<NamedSentence> out;
  for (const ConlluSentence& sentence : sentences) {
    NamedSentence& named = out.emplace_back();
    const auto proper = [&](std::uint32_t w) { return sentence.words[w].upos == Upos::PROPN; };
    for (std::uint32_t w = 0; w < sentence.words.size(); ++w) {
      const ConlluWord& word = sentence.words[w];
      named.forms.push_back(word.form);
      const bool raised = word.upos == Upos::ADJ && !word.form.empty() && word.form[0] >= 'A' && word.form[0] <= 'Z';
      named.allowed.push_back(proper(w) ? kAny : raised ? kOutside | any_part(kOther) : kOutside);
    }
    std::vector<Name> found;
    std::vector<std::uint32_t> types;
    for (const GumEntity& entity : entities_of(sentence)) {
      if (entity.name_words.empty()) continue;
      Span span{entity.name_words.front(), std::min(entity.name_words.back() + 1, entity.end)};
      if (span.empty()) continue;
      const bool headed = std::any_of(entity.name_words.begin(), entity.name_words.end(), [&](std::uint32_t w) {
        return w < entity.end && proper(w) &&
               (sentence.words[w].head < static_cast<std::int32_t>(entity.begin) ||
                sentence.words[w].head >= static_cast<std::int32_t>(entity.end));
      });
      if (!headed) continue;
      while (!span.empty() && (!proper(span.begin) || is_title(sentence.words[span.begin].form))) ++span.begin;
      while (!span.empty() && !proper(span.end - 1) && sentence.words[span.end - 1].upos != Upos::NUM) --span.end;
      if (span.empty()) continue;
      found.push_back({span, NameType::None});
      types.push_back(gum_types(entity.type));
    }
    for (std::size_t a = 0; a < found.size(); ++a) {
      const bool inner = std::any_of(found.begin(), found.end(), [&](const Name& other) {
        return other.words.overlaps(found[a].words) && other.words.size() > found[a].words.size();
      });
      const bool taken = std::any_of(named.names.begin(), named.names.end(),
                                     [&](const Name& other) { return other.words.overlaps(found[a].words); });
      if (inner || taken) continue;
      if (types[a] == 0) {
        for (std::uint32_t w = found[a].words.begin; w < found[a].words.end; ++w) named.allowed[w] = kOutside;
      } else {
        allow_name(found[a].words, types[a], named.allowed);
        named.names.push_back({found[a].words, first_type(types[a])});
      }
    }
  }
  return out;
}

std::vector<NamedSentence> names_of_silver(const std::vector<ConlluSentence>& sentences) {
  std::vector<NamedSentence> out;
  for (const ConlluSentence& sentence : sentences) {
    NamedSentence& named = out.emplace_back();
    std::vector<std::string> labels;
    for (const ConlluWord& word : sentence.words) {
      named.forms.push_back(word.form);
      labels.push_back(word.misc.starts_with("NER=") ? word.misc.substr(4) : "O");
    }
    named.allowed.assign(labels.size(), kOutside);
    const auto unsure = [&](std::size_t w) { return w < labels.size() && labels[w] == "_"; };
    for (std::uint32_t i = 0; i < labels.size();) {
      if (unsure(i)) named.allowed[i] = kAny;
      if (labels[i].size() < 3) {
        ++i;
        continue;
      }
      const std::string type = labels[i].substr(2);
      std::uint32_t end = i + 1;
      while (end < labels.size() && labels[end] == "I-" + type) ++end;
      const std::uint32_t types = types_of_label(type);
      if (unsure(i - 1) || unsure(end)) {
        // The name may go on.
        std::fill(named.allowed.begin() + i, named.allowed.begin() + end, any_part(types));
      } else {
        allow_name({i, end}, types, named.allowed);
      }
      i = end;
    }
  }
  return out;
}

Gazetteer read_gazetteer(const std::string& data) {
  Gazetteer gazetteer;
  const std::string folder = data + "/entities/";
  for_each_line(read_file_bytes(folder + "first_names_en.txt"),
                [&](std::string_view line) { gazetteer.add(line, Gazetteer::FirstName); });
  const auto add_all = [&](std::string_view names, Gazetteer::Kind kind) {
    while (!names.empty()) {
      const std::size_t end = names.find('|');
      if (names.substr(0, end).size() > 2) gazetteer.add(names.substr(0, end), kind);
      names.remove_prefix(end == std::string_view::npos ? names.size() : end + 1);
    }
  };
  for_each_field_row(folder + "territories.tsv", 7, [&](const auto& fields) {
    gazetteer.add(fields[2], Gazetteer::Place);
    gazetteer.add(fields[3], Gazetteer::Place);
    add_all(fields[6], Gazetteer::Place);
    add_all(fields[5], Gazetteer::Demonym);
  });
  for_each_field_row(folder + "us_agencies.tsv", 2, [&](const auto& fields) {
    gazetteer.add(fields[0], Gazetteer::Organization);
    add_all(fields[1], Gazetteer::Organization);
  });
  for_each_field_row(folder + "orgs_ror.tsv", 4, [&](const auto& fields) {
    gazetteer.add(fields[2], Gazetteer::Organization);
    add_all(fields[3], Gazetteer::Organization);
  });
  for_each_field_row(folder + "chips_epoch.tsv", 2, [&](const auto& fields) {
    gazetteer.add(fields[0], Gazetteer::Product);
    add_all(fields[1], Gazetteer::Organization);
  });
  gazetteer.finish();
  return gazetteer;
}

}  // namespace triplewright::nlp
