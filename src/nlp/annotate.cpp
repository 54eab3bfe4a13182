#include "nlp/annotate.h"

#include <algorithm>
#include <array>

#include "nlp/conllu.h"
#include "nlp/features.h"
#include "nlp/models.h"
#include "text/hash.h"
#include "text/normalize.h"

namespace triplewright::nlp {

struct Scratch::Data {
  Tokenizer::Result tokens;
  ParserScratch parser;
  NamesScratch names;
  std::vector<std::vector<EncoderWord>> parser_words, name_words;
  std::vector<Parse> parses;
  std::vector<std::vector<Name>> found;
  std::vector<std::uint16_t> tags;
};

Scratch::Scratch() : data_(std::make_unique<Data>()) {}
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

namespace {

constexpr std::uint32_t kLongestSentence = 400;  // tokens; beyond it is no prose, and memory must stay bounded
constexpr std::uint32_t kBatchTokens = 96;       // so that a batch's activations stay in the processor's cache

bool is_prose(BlockKind kind) {
  return kind == BlockKind::Title || kind == BlockKind::Heading || kind == BlockKind::Paragraph ||
         kind == BlockKind::ListItem || kind == BlockKind::Quote || kind == BlockKind::Table;
}

// Analyses sentences in batches; every step writes to the document.
class Annotator {
 public:
  Annotator(Document& document, const Models::Data& models, const EntityBase* gazetteer, Scratch::Data& scratch)
      : document_(document), models_(models), gazetteer_(gazetteer), scratch_(scratch) {}

  void run() {
    const std::size_t sentences = document_.sentences.size();
    for (std::size_t begin = 0; begin < sentences;) {
      std::size_t end = begin;
      std::uint32_t tokens = 0;
      while (end < sentences && (end == begin || tokens + document_.sentences[end].tokens.size() <= kBatchTokens)) {
        tokens += document_.sentences[end++].tokens.size();
      }
      batch(begin, end);
      begin = end;
    }
    std::stable_sort(document_.mentions.begin(), document_.mentions.end(), [](const Mention& a, const Mention& b) {
      return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.tokens.end > b.tokens.end;
    });
  }

 private:
  void batch(std::size_t begin, std::size_t end) {
    scratch_.parser_words.assign(end - begin, {});
    scratch_.name_words.assign(end - begin, {});
    for (std::size_t s = begin; s < end; ++s) prepare(s, s - begin);
    models_.parser.run(scratch_.parser_words, models_.vectors, scratch_.parser, scratch_.parses);
    models_.names.run(scratch_.name_words, models_.vectors, scratch_.names, scratch_.found);
    for (std::size_t s = begin; s < end; ++s) {
      syntax(document_.sentences[s], scratch_.parses[s - begin]);
      names(document_.sentences[s], scratch_.found[s - begin]);
    }
  }

  void prepare(std::size_t s, std::size_t at) {
    Sentence& sentence = document_.sentences[s];
    std::vector<std::string_view> forms;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) forms.push_back(document_.form(t));
    sentence.title_case = is_title_case(forms, models_.vectors);
    const std::vector<WordForm> words = word_forms(forms, models_.vectors, sentence.title_case);
    models_.tagger.run(words, scratch_.tags);
    const std::vector<std::uint8_t> flags = models_.names.gazetteer().flags(words);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::uint64_t tag = text::hash64(corrected(forms[i], models_.tagger.labels()[scratch_.tags[i]]));
      scratch_.parser_words[at].emplace_back(words[i], tag, 0);
      scratch_.name_words[at].emplace_back(words[i], tag, flags[i]);
    }
  }

  // "TPUs", "NGOs": plurals, which are rare in treebanks and seldom the same.
  static std::string_view corrected(std::string_view form, std::string_view tag) {
    const bool plural = form.size() > 2 && form.back() == 's' &&
                        std::all_of(form.begin(), form.end() - 1, [](char c) { return c >= 'A' && c <= 'Z'; });
    return plural && !tag.ends_with("NNPS") ? "NOUN|NNS" : tag;
  }

  void syntax(const Sentence& sentence, const Parse& parse) {
    const std::uint32_t first = sentence.tokens.begin;
    for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
      Token& token = document_.tokens[first + i];
      const std::string_view tag = corrected(document_.form(first + i), models_.parser.tags()[parse.tags[i]]);
      const std::size_t bar = tag.find('|');
      token.upos = upos_from(tag.substr(0, bar));
      token.xpos = bar == std::string::npos ? "" : tag.substr(bar + 1);
      token.lemma = models_.lemmatizer.lemma(document_.form(first + i), tag);
      token.head = parse.heads[i] < 0 ? -1 : static_cast<std::int32_t>(first) + parse.heads[i];
      token.deprel = models_.parser.labels()[parse.labels[i]];
      agree(token);
    }
    for (std::uint32_t i = first; i < sentence.tokens.end; ++i) make_noun(sentence.tokens, i);
    for (std::uint32_t i = first; i < sentence.tokens.end; ++i) {
      Token& token = document_.tokens[i];
      bool passive = token.deprel.starts_with("acl") || token.deprel == "amod";
      for (std::uint32_t j = first; !passive && token.xpos == "VBN" && j < sentence.tokens.end; ++j) {
        passive = document_.tokens[j].head == static_cast<std::int32_t>(i) && document_.tokens[j].deprel == "aux:pass";
      }
      token.feats = universal_features(token, passive);
    }
  }

  // The tag of a function word or modifier as its relation has it, where Universal Dependencies allow no other.
  static void agree(Token& token) {
    struct Rule {
      Upos upos;
      std::string_view relation;
      Upos right;
      std::string_view xpos;
    };
    static constexpr std::array<Rule, 9> kRules = {{{Upos::SCONJ, "case", Upos::ADP, "IN"},
                                                    {Upos::SCONJ, "nsubj", Upos::PRON, "WDT"},
                                                    {Upos::SCONJ, "nsubj:pass", Upos::PRON, "WDT"},
                                                    {Upos::SCONJ, "obj", Upos::PRON, "WDT"},
                                                    {Upos::PRON, "mark", Upos::SCONJ, "IN"},
                                                    {Upos::NOUN, "amod", Upos::ADJ, "JJ"},
                                                    {Upos::ADV, "amod", Upos::ADJ, "JJ"},
                                                    {Upos::ADV, "compound:prt", Upos::ADP, "RP"},
                                                    {Upos::SYM, "punct", Upos::PUNCT, ":"}}};
    for (const Rule& rule : kRules) {
      if (token.upos != rule.upos || token.deprel != rule.relation) continue;
      token.upos = rule.right;
      token.xpos = rule.xpos;
      return;
    }
  }

  // "Spending on tools rose": a subject in -ing with phrases alone is a noun.
  void make_noun(Span sentence, std::uint32_t gerund) {
    Token& token = document_.tokens[gerund];
    if (token.upos != Upos::VERB || token.xpos != "VBG" || (token.deprel != "csubj" && token.deprel != "nsubj")) return;
    const auto hangs = [&](std::uint32_t t) { return document_.tokens[t].head == static_cast<std::int32_t>(gerund); };
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
      const std::string& relation = document_.tokens[t].deprel;
      const bool phrase = relation == "obl" || relation == "nmod" || relation == "conj" || relation == "punct";
      if (hangs(t) && t > gerund && !phrase) return;
    }
    token.upos = Upos::NOUN;
    token.xpos = "NN";
    token.lemma = text::lower(document_.form(gerund));
    token.deprel = "nsubj";
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
      if (hangs(t) && document_.tokens[t].deprel == "obl") document_.tokens[t].deprel = "nmod";
    }
  }

  void names(const Sentence& sentence, std::vector<Name>& found) {
    for (Name& name : found) {
      name.words.begin += sentence.tokens.begin;
      name.words.end += sentence.tokens.begin;
    }
    // Corpora disagree on whether nationalities and abbreviated common nouns ("AI") are names: here they are not.
    std::erase_if(found, [&](const Name& name) {
      const auto begin = document_.tokens.begin();
      return name.type == NameType::Miscellaneous &&
             std::none_of(begin + name.words.begin, begin + name.words.end,
                          [](const Token& token) { return token.upos == Upos::PROPN; });
    });
    if (gazetteer_ != nullptr) add_known(sentence, found);
    for (const Name& name : found) {
      Mention mention;
      mention.tokens = name.words;
      mention.head = head_of(document_, name.words);
      mention.type = name.type;
      document_.mentions.push_back(std::move(mention));
    }
  }

  // Labels of the entity base that were missed, or of which a part was found: the longest at each place.
  void add_known(const Sentence& sentence, std::vector<Name>& found) const {
    for (std::uint32_t begin = sentence.tokens.begin; begin < sentence.tokens.end;) {
      const std::uint32_t end = known_from(begin, sentence.tokens.end);
      if (end == begin) {
        ++begin;
        continue;
      }
      const Span span{begin, end};
      begin = end;
      NameType type = NameType::Miscellaneous;
      bool larger = false;
      for (const Name& name : found) {
        if (name.words.contains(span) || (name.words.overlaps(span) && !span.contains(name.words))) larger = true;
        if (span.contains(name.words)) type = name.type;
      }
      if (larger) continue;
      std::erase_if(found, [&](const Name& name) { return span.contains(name.words); });
      found.push_back({span, type});
    }
  }

  // Where the longest label of the base that begins at this token ends; `begin` when there is none.
  [[nodiscard]] std::uint32_t known_from(std::uint32_t begin, std::uint32_t limit) const {
    constexpr std::uint32_t kLongest = 10;
    std::uint32_t best = begin;
    if (!may_name(begin)) return best;
    for (std::uint32_t end = begin + 1; end <= std::min(limit, begin + kLongest); ++end) {
      const std::string_view surface = document_.text({begin, end});
      if (!gazetteer_->is_prefix(EntityBase::normalize(surface))) break;
      if (!may_name(end - 1)) continue;
      const auto candidates = gazetteer_->candidates(surface);
      const bool name = std::any_of(candidates.begin(), candidates.end(),
                                    [](const EntityCandidate& candidate) { return !candidate.is_demonym; });
      if (name) best = end;
    }
    return best;
  }

  // Whether a name may begin or end with this token: it is a proper noun or number, or is written like a name.
  [[nodiscard]] bool may_name(std::uint32_t t) const {
    const Token& token = document_.tokens[t];
    if (token.upos == Upos::PROPN) return true;
    const std::string_view form = document_.form(t);
    const WordCase written = case_of(form);
    if (written == WordCase::Unknown) return token.upos == Upos::NUM;
    if (written == WordCase::Lower || token.upos == Upos::PRON || token.upos == Upos::DET) return false;
    return models_.vectors.usual_case(models_.vectors.vocabulary().find(normalized_form(form))) != WordCase::Lower;
  }

  Document& document_;
  const Models::Data& models_;
  const EntityBase* gazetteer_;
  Scratch::Data& scratch_;
};

void tokenize(Document& document, const Models::Data& models, Scratch::Data& scratch) {
  std::vector<Block>& blocks = document.article.blocks;
  if (blocks.empty()) blocks.push_back({{0, static_cast<std::uint32_t>(document.article.text.size())}});
  for (std::uint32_t b = 0; b < blocks.size(); ++b) {
    if (!is_prose(blocks[b].kind)) continue;
    const Span span = blocks[b].span;
    models.tokenizer.run(std::string_view(document.article.text).substr(span.begin, span.size()), models.vectors,
                         scratch.tokens);
    const auto base = static_cast<std::uint32_t>(document.tokens.size());
    for (Span token : scratch.tokens.tokens) {
      Token& added = document.tokens.emplace_back();
      added.span = {span.begin + token.begin, span.begin + token.end};
    }
    std::uint32_t begin = base;
    for (std::uint32_t end : scratch.tokens.sentences) {
      while (begin < base + end) {
        const std::uint32_t to = std::min(base + end, begin + kLongestSentence);
        document.sentences.push_back({{begin, to}, b, false});
        begin = to;
      }
    }
  }
  for (std::size_t t = 0; t < document.tokens.size(); ++t) {
    document.tokens[t].space_after =
        t + 1 == document.tokens.size() || document.tokens[t + 1].span.begin > document.tokens[t].span.end;
  }
}

}  // namespace

Document annotate(Article article, const Models& models, const EntityBase* gazetteer, Scratch& scratch) {
  Document document;
  document.article = std::move(article);
  tokenize(document, models.data(), scratch.data());
  Annotator(document, models.data(), gazetteer, scratch.data()).run();
  return document;
}

Document annotate_tokens(Document document, const Models& models, const EntityBase* gazetteer, Scratch& scratch) {
  document.values.clear();
  document.mentions.clear();
  document.entities.clear();
  Annotator(document, models.data(), gazetteer, scratch.data()).run();
  return document;
}

}  // namespace triplewright::nlp
