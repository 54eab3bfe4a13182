// Relations that a text entails, on passages annotated like KnowledgeNet (Mesquita et al. 2019): precision, recall and
// F1 of the properties that the ontology has, each and together.
//
//   knowledgenet_eval PASSAGES.json [--errors]
//
// PASSAGES.json: [{"passageStart", "passageText", "properties": [annotated exhaustively], "facts": [{"property",
// "subjectStart", "subjectEnd", "objectStart", "objectEnd"}]}], offsets in code points of the document.
//
// A statement counts for a property when the passage is annotated for it. It is right when some fact has it between the
// same two things: a mention of each, as the extractor resolved them, overlaps the fact's. What is denied, planned or
// only possible is not counted. Dates are counted apart.
#include <rapidjson/document.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "triplewright/pipeline.h"
#include "triplewright/reader.h"

namespace triplewright {
namespace {

constexpr std::string_view kTtp = "https://w3id.org/triplewright/tech-policy#";

/// How a property of the annotation is written here: subject and object change places when `inverse`.
struct Mapping {
  std::string_view property, ours;
  bool inverse = false;
  std::string_view object_class = {};  ///< only with an object of this class
};
constexpr Mapping kMappings[] = {
    {"CEO", "ceoOf", true},
    {"FOUNDED_BY", "founderOf", true},
    {"FOUNDED_BY", "foundedBy"},
    {"SUBSIDIARY_OF", "subsidiaryOf"},
    {"SUBSIDIARY_OF", "parentOf", true},
    {"SUBSIDIARY_OF", "owns", true, "Organization"},
    {"HEADQUARTERS", "headquarteredIn"},
    {"EMPLOYEE_OR_MEMBER_OF", "worksFor"},
    {"EMPLOYEE_OR_MEMBER_OF", "holdsPosition"},
    {"EMPLOYEE_OR_MEMBER_OF", "ceoOf"},
    {"EMPLOYEE_OR_MEMBER_OF", "leads", false, "Organization"},
    {"EMPLOYEE_OR_MEMBER_OF", "chairs", false, "Organization"},
    {"EMPLOYEE_OR_MEMBER_OF", "memberOf"},
    {"EMPLOYEE_OR_MEMBER_OF", "spokespersonFor"},
    {"EMPLOYEE_OR_MEMBER_OF", "employs", true},
    {"EMPLOYEE_OR_MEMBER_OF", "hires", true},
    {"EDUCATED_AT", "educatedAt"},
    {"NATIONALITY", "nationality"},
    {"PLACE_OF_BIRTH", "birthPlace"},
    {"PLACE_OF_RESIDENCE", "residence"},
    {"POLITICAL_AFFILIATION", "memberOf", false, "PoliticalParty"},
    {"POLITICAL_AFFILIATION", "leads", false, "PoliticalParty"},
    {"POLITICAL_AFFILIATION", "chairs", false, "PoliticalParty"},
    {"SPOUSE", "spouse"},
    {"CHILD_OF", "childOf"},
    {"DATE_OF_BIRTH", "birthDate"},
    {"DATE_OF_DEATH", "deathDate"},
    {"DATE_FOUNDED", "foundingDate"},
};

struct Fact {
  std::string property;
  Span subject, object;  // bytes of the passage
  bool found = false;
};

struct Score {
  int right = 0, predicted = 0, found = 0, facts = 0;

  void print(std::string_view name) const {
    const double p = predicted > 0 ? 100.0 * right / predicted : 0;
    const double r = facts > 0 ? 100.0 * found / facts : 0;
    const double f = p + r > 0 ? 2 * p * r / (p + r) : 0;
    std::printf("%-24s P %5.1f  R %5.1f  F1 %5.1f   statements %4d  facts %4d\n", std::string(name).c_str(), p, r, f,
                predicted, facts);
  }
};

/// Byte offset of each code point, and the end.
std::vector<std::uint32_t> offsets(std::string_view text) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) out.push_back(i);
  }
  out.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

/// Bytes of every place where the document speaks of an argument.
std::vector<Span> places(const Document& document, const Argument& argument) {
  std::vector<Span> out;
  const auto add = [&](Span tokens) {
    if (!tokens.empty())
      out.push_back({document.tokens[tokens.begin].span.begin, document.tokens[tokens.end - 1].span.end});
  };
  add(argument.tokens);
  if (argument.kind == Argument::Kind::Entity) {
    for (const std::uint32_t m : document.entities[argument.index].mentions) add(document.mentions[m].tokens);
  }
  return out;
}

bool overlap(const std::vector<Span>& places, Span with) {
  return std::any_of(places.begin(), places.end(), [&](Span s) { return s.begin < with.end && with.begin < s.end; });
}

class Evaluation {
 public:
  explicit Evaluation(bool errors) : extractor_(Extractor::load_default()), errors_(errors) {}

  void passage(const rapidjson::Value& record) {
    const std::string text = record["passageText"].GetString();
    const std::vector<std::uint32_t> at = offsets(text);
    const int start = record["passageStart"].GetInt();
    const auto byte = [&](const char* key, const rapidjson::Value& fact) {
      const int offset = std::clamp(fact[key].GetInt() - start, 0, static_cast<int>(at.size()) - 1);
      return at[static_cast<std::size_t>(offset)];
    };
    std::set<std::string> annotated;
    for (const auto& property : record["properties"].GetArray()) annotated.insert(property.GetString());
    std::vector<Fact> facts;
    for (const auto& fact : record["facts"].GetArray()) {
      facts.push_back({fact["property"].GetString(),
                       {byte("subjectStart", fact), byte("subjectEnd", fact)},
                       {byte("objectStart", fact), byte("objectEnd", fact)}});
    }
    const Extraction extraction = extractor_.extract(article_from_text(text));
    std::set<std::string> seen;  // a property between two things, however it is worded, is one statement
    for (const Claim& claim : extraction.claims) {
      if (claim.evidence.factuality != Factuality::Asserted && claim.evidence.factuality != Factuality::Reported)
        continue;
      for (const Mapping& mapping : kMappings) judge(extraction.document, claim, mapping, annotated, seen, facts, text);
    }
    for (const Fact& fact : facts) {
      if (!has(fact.property)) continue;
      Score& score = scores_[fact.property];
      ++score.facts;
      if (fact.found) ++score.found;
      if (!is_date(fact.property) && is_name(slice(text, fact.subject)) && is_name(slice(text, fact.object))) {
        ++named_.facts;
        if (fact.found) ++named_.found;
      }
      if (errors_ && !fact.found)
        std::printf("missed %s  %s (%s) | %s (%s)  <- %s\n", fact.property.c_str(), slice(text, fact.subject).c_str(),
                    found_as(extraction.document, fact.subject).c_str(), slice(text, fact.object).c_str(),
                    found_as(extraction.document, fact.object).c_str(), text.c_str());
    }
  }

  void print() const {
    Score all;
    for (const auto& [property, score] : scores_) {
      score.print(property);
      if (is_date(property)) continue;
      all.right += score.right;
      all.predicted += score.predicted;
      all.found += score.found;
      all.facts += score.facts;
    }
    all.print("together");
    Score named = named_;  // a passage out of its text leaves most pronouns without anybody whom they could stand for
    named.right = all.right;
    named.predicted = all.predicted;
    named.print("of facts between names");
  }

 private:
  static bool has(std::string_view property) {
    return std::any_of(std::begin(kMappings), std::end(kMappings),
                       [&](const Mapping& m) { return m.property == property; });
  }

  static bool is_date(std::string_view property) { return property.starts_with("DATE_"); }

  /// False for pronouns, which are written small or are one of these.
  static bool is_name(const std::string& words) {
    static const std::set<std::string> kPronouns = {"I",   "He", "She",  "It", "His", "Her",
                                                    "Its", "We", "They", "My", "Our", "Their"};
    return std::any_of(words.begin(), words.end(), [](char c) { return c < 'a' || c > 'z'; }) &&
           !kPronouns.contains(words);
  }

  /// What the document has at the bytes of `place`: the class of the entity, "pronoun" and the like, or "none".
  static std::string found_as(const Document& document, Span place) {
    for (const Mention& m : document.mentions) {
      const Span bytes{document.tokens[m.tokens.begin].span.begin, document.tokens[m.tokens.end - 1].span.end};
      if (bytes.begin >= place.end || place.begin >= bytes.end) continue;
      if (m.entity < 0) return m.kind == MentionKind::Named ? "name" : "unresolved";
      const std::vector<std::string>& classes = document.entities[static_cast<std::size_t>(m.entity)].classes;
      return classes.empty() ? "unclassed" : classes.front().substr(classes.front().find('#') + 1);
    }
    return "none";
  }

  static std::string slice(const std::string& text, Span s) { return text.substr(s.begin, s.end - s.begin); }

  void judge(const Document& document, const Claim& claim, const Mapping& mapping,
             const std::set<std::string>& annotated, std::set<std::string>& seen, std::vector<Fact>& facts,
             const std::string& text) {
    const std::string property(mapping.property);
    if (claim.property != std::string(kTtp).append(mapping.ours) || !annotated.contains(property)) return;
    const Argument& subject = mapping.inverse ? claim.object : claim.subject;
    const Argument& object = mapping.inverse ? claim.subject : claim.object;
    if (!mapping.object_class.empty()) {
      const Argument& narrowed = mapping.inverse ? subject : object;
      if (narrowed.kind != Argument::Kind::Entity ||
          !extractor_.ontology().any_is_a(document.entities[narrowed.index].classes,
                                          {std::string(kTtp).append(mapping.object_class)}))
        return;
    }
    const std::vector<Span> subjects = places(document, subject);
    const std::vector<Span> objects = places(document, object);
    if (subjects.empty() || objects.empty()) return;  // a post by itself has no place of its own
    if (object.kind == Argument::Kind::Iri && object.iri.find("/post/") != std::string::npos) return;
    const std::string key =
        property + ' ' + std::to_string(subjects.back().begin) + ' ' + std::to_string(objects.back().begin);
    if (!seen.insert(key).second) return;
    Score& score = scores_[property];
    ++score.predicted;
    bool right = false;
    const OntologyProperty* ours = extractor_.ontology().find_property(claim.property);
    const bool symmetric = ours != nullptr && ours->symmetric;  // the graph says it both ways
    for (Fact& fact : facts) {
      if (fact.property != property) continue;
      const bool same = overlap(subjects, fact.subject) && overlap(objects, fact.object);
      const bool turned = symmetric && overlap(objects, fact.subject) && overlap(subjects, fact.object);
      if (!same && !turned) continue;
      fact.found = true;
      right = true;
    }
    if (right) ++score.right;
    if (errors_ && !right)
      std::printf("wrong %s  %s | %s (%s)  <- %s\n", property.c_str(), slice(text, subjects.front()).c_str(),
                  slice(text, objects.front()).c_str(), claim.evidence.lexical_entry.c_str(), text.c_str());
  }

  Extractor extractor_;
  bool errors_;
  std::map<std::string, Score> scores_;
  Score named_;
};

int evaluate(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: knowledgenet_eval PASSAGES.json [--errors]\n");
    return 2;
  }
  std::ifstream in(argv[1]);
  const std::string json{std::istreambuf_iterator<char>(in), {}};
  rapidjson::Document passages;
  if (passages.Parse(json.c_str()).HasParseError() || !passages.IsArray()) {
    std::fprintf(stderr, "%s: not an array of passages\n", argv[1]);
    return 2;
  }
  Evaluation evaluation(argc > 2 && std::string_view(argv[2]) == "--errors");
  for (const auto& passage : passages.GetArray()) evaluation.passage(passage);
  evaluation.print();
  return 0;
}

}  // namespace
}  // namespace triplewright

int main(int argc, char** argv) {
  return triplewright::evaluate(argc, argv);
}
