#include "ingest/blocks.h"

#include <algorithm>
#include <optional>

#include "ingest/dates.h"
#include "ingest/furniture.h"
#include "ingest/leads.h"
#include "ingest/lines.h"
#include "text/normalize.h"

namespace triplewright::ingest {

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Classifies the lines of one text.
class Classifier {
 public:
  Classifier(std::string_view text, std::string_view known_title, TextFacts& facts)
      : text_(text), known_title_(plain(known_title)), facts_(facts), lines_(split_lines(text)) {
    kinds_.assign(lines_.size(), std::nullopt);
    for (const Line& line : lines_) roles_.push_back(role_of(line));
  }

  std::vector<Block> run() {
    find_first_paragraph();
    read_head();
    read_body();
    read_tail();
    return blocks();
  }

 private:
  using Kind = BlockKind;

  /// A sentence or more of running text.
  [[nodiscard]] bool is_prose(std::size_t i) const {
    const Line& line = lines_[i];
    return roles_[i] == LineRole::None && line.has_lower && !is_table_row(line) &&
           ((line.ends_sentence && line.words >= 3) || line.words >= 22 ||
            (line.text.back() == ':' && line.words >= 6));
  }

  static bool is_table_row(const Line& line) {
    return std::count(line.text.begin(), line.text.end(), '|') >= 2 ||
           std::count(line.text.begin(), line.text.end(), '\t') >= 2;
  }

  /// A headline that ends with a question mark is no paragraph, if longer text follows.
  [[nodiscard]] bool is_question_head(std::size_t i) const {
    const Line& line = lines_[i];
    return line.text.back() == '?' && line.words <= 16 && line.sentence_ends <= 1 && i + 1 < lines_.size() &&
           (lines_[i + 1].words >= 12 || lines_[i + 1].gap_before ||
            (line.words <= 8 && lines_[i + 1].words > line.words));
  }

  void find_first_paragraph() {
    first_ = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_prose(i) || (i <= 2 && is_question_head(i) && followed_by_prose(i))) continue;
      first_ = i;
      break;
    }
  }

  [[nodiscard]] bool followed_by_prose(std::size_t i) const {
    for (std::size_t k = i + 1; k < lines_.size() && k < i + 4; ++k) {
      if (is_prose(k)) return true;
    }
    return false;
  }

  void set(std::size_t i, Kind kind) {
    if (!kinds_[i]) kinds_[i] = kind;
  }

  void note_date(std::string_view text) { note_published(text, facts_); }

  /// Lines before the first paragraph: headline, decks, stamps, header fields, pictures, buttons.
  void read_head() {
    std::size_t title = kNone;
    for (std::size_t i = 0; i < first_; ++i) {
      const Line& line = lines_[i];
      if (read_header_field(i)) {
        if (kinds_[i] == Kind::Title) title = i;
        continue;
      }
      switch (roles_[i]) {
        case LineRole::Byline:
          set(i, Kind::Byline), note_authors(line.text, facts_), note_date(line.text);
          continue;
        case LineRole::Stamp:
          set(i, Kind::Dateline), note_date(line.text);
          continue;
        case LineRole::Credit:
        case LineRole::Caption:
          set(i, Kind::Caption);
          continue;
        case LineRole::None:
          break;
        default:
          set(i, Kind::Furniture);
          continue;
      }
      if (!known_title_.empty() && plain(line.text) == known_title_) {
        set(i, Kind::Title);
        title = i;
      }
    }
    // Of what is left, the first line long enough to be a headline is the headline.
    for (std::size_t i = 0; i < first_ && title == kNone; ++i) {
      const Line& line = lines_[i];
      if (kinds_[i] || is_table_row(line) || list_marker(line.text) > 0 || line.words < 3) continue;
      title = i;
    }
    if (title == kNone && first_ > 0 && first_ < lines_.size() && !kinds_[0] && !is_table_row(lines_[0])) title = 0;
    if (title != kNone && !kinds_[title]) {
      // A text of one line, or of labels only, is not a headline without an article.
      kinds_[title] = first_ < lines_.size() ? Kind::Title : Kind::Paragraph;
    }
    if (title != kNone && facts_.title.empty() && kinds_[title] == Kind::Title) {
      facts_.title = std::string(without_heading_marks(lines_[title].text));
    }
    if (first_ == lines_.size()) return;
    for (std::size_t i = 0; i < first_; ++i) {
      const Line& line = lines_[i];
      if (kinds_[i] || is_table_row(line)) continue;
      const bool after_title = title != kNone && i > title;
      if (after_title && roles_[i + 1] == LineRole::Credit) set(i, Kind::Caption);
      const bool opens = i + 1 == first_ && line.words >= 2;
      set(i, after_title && (line.words >= 4 || opens) ? Kind::Heading : Kind::Furniture);
    }
  }

  static std::string_view without_heading_marks(std::string_view line) {
    const std::size_t begin = line.find_first_not_of("#*_ ");
    if (begin == std::string_view::npos) return line;
    const std::size_t end = line.find_last_not_of("#*_ ");
    return line.substr(begin, end + 1 - begin);
  }

  /// "Title: ...", "Source: https://...", "Finance: 8".
  bool read_header_field(std::size_t i) {
    std::string_view key, value;
    if (!is_key_value(lines_[i], key, value)) return false;
    const std::string name = text::lower(key);
    const bool number = value.find_first_not_of("0123456789.,%/ ") == std::string_view::npos;
    if (name == "title" || name == "headline") {
      facts_.title = std::string(value);
      kinds_[i] = Kind::Title;
    } else if (name == "date" || name == "published" || name == "publication date" || name == "publish date" ||
               name == "posted") {
      if (facts_.published.empty()) facts_.published = date_value(value);
      kinds_[i] = Kind::Dateline;
    } else if (name == "author" || name == "authors" || name == "byline") {
      facts_.authors.emplace_back(value);
      kinds_[i] = Kind::Byline;
    } else if (name == "url" || name == "link" || name == "source" || name == "publisher" || name == "site") {
      // "Source: ..." under a picture is a credit, in a header it is the publisher.
      if (i > 0 && !lines_[i - 1].text.starts_with("Title:") && kinds_[i - 1] != Kind::Furniture &&
          kinds_[i - 1] != Kind::Dateline) {
        return false;
      }
      if (value.starts_with("http")) {
        facts_.url = std::string(value);
      } else if (facts_.publisher.empty() && (name == "publisher" || name == "source")) {
        facts_.publisher = std::string(value);
      }
      kinds_[i] = Kind::Furniture;
    } else if (number || value.starts_with("http")) {
      kinds_[i] = Kind::Furniture;
    } else {
      return false;
    }
    return true;
  }

  /// From the first paragraph on. Lists of links swallow lines until real paragraphs come back.
  void read_body() {
    enum class Inside { Article, Related, Sources, Closed, Comments } inside = Inside::Article;
    for (std::size_t i = first_; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (kinds_[i]) continue;
      const LineRole role = roles_[i];
      if (inside == Inside::Comments) {
        kinds_[i] = Kind::Furniture;
        continue;
      }
      if (role == LineRole::Comments) {
        inside = Inside::Comments;
        kinds_[i] = Kind::Furniture;
        continue;
      }
      if (inside != Inside::Article) {
        const bool back = inside == Inside::Related  ? resumes(i, 1)
                          : inside == Inside::Closed ? resumes(i, 2)
                                                     : resumes(i, 1) && lines_[i].sentence_ends >= 3;
        if (!back) {
          kinds_[i] = Kind::Furniture;
          continue;
        }
        inside = Inside::Article;
      }
      switch (role) {
        case LineRole::Related:
        case LineRole::Sources:
          kinds_[i] = Kind::Furniture;
          inside = role == LineRole::Related ? Inside::Related : Inside::Sources;
          continue;
        case LineRole::Single:
          kinds_[i] = Kind::Furniture;
          continue;
        case LineRole::Box:
          kinds_[i] = Kind::Furniture;
          // The pitch before the button, in the same group of lines.
          if (!line.gap_before && i > 0 && i - 1 >= first_ && lines_[i - 1].is_label()) kinds_[i - 1] = Kind::Furniture;
          if (ends_with_tags(i)) inside = Inside::Closed;
          continue;
        case LineRole::Video:
          kinds_[i] = Kind::Furniture;
          if (i > first_ && lines_[i - 1].words <= 25 &&
              !(lines_[i - 1].sentence_ends > 0 && lines_[i - 1].ends_sentence)) {
            kinds_[i - 1] = Kind::Furniture;
          }
          continue;
        case LineRole::Credit:
          kinds_[i] = Kind::Caption;
          caption_before(i);
          continue;
        case LineRole::Caption:
          kinds_[i] = Kind::Caption;
          continue;
        case LineRole::Byline:
          kinds_[i] = Kind::Byline, note_authors(line.text, facts_);
          continue;
        case LineRole::Stamp:
          kinds_[i] = Kind::Dateline;
          continue;
        default:
          break;
      }
      if (is_table_row(line)) {
        kinds_[i] = Kind::Table;
      } else if (list_marker(line.text) > 0 && line.words > 0) {
        kinds_[i] = Kind::ListItem;
      } else if (line.text.front() == '>') {
        kinds_[i] = Kind::Quote;
      } else if (line.text.front() == '#' || is_question_head(i)) {
        kinds_[i] = Kind::Heading;
      } else if (is_prose(i) || (line.ends_sentence && line.has_lower)) {
        kinds_[i] = Kind::Paragraph;
      } else if (line.words == 1 && line.all_caps) {
        kinds_[i] = Kind::Furniture;  // a ticker, a tag
      } else if (i == first_ + 1 && is_name_of_photographer(i)) {
        kinds_[i] = Kind::Caption;
        kinds_[first_] = Kind::Caption;
      } else {
        kinds_[i] = Kind::Heading;
      }
    }
  }

  /// The sentence before a picture credit is its caption when it opens the text or stands alone between blank lines.
  void caption_before(std::size_t i) {
    if (i == 0 || !kinds_[i - 1] || lines_[i - 1].words > 60) return;
    const bool opening = i - 1 == first_;
    const bool label = kinds_[i - 1] == Kind::Heading;
    const bool tied = !lines_[i].gap_before && lines_[i - 1].gap_before && lines_[i - 1].words <= 40;
    if (opening || label || tied) kinds_[i - 1] = Kind::Caption;
  }

  /// One or two names alone under the first sentence: who took the picture above.
  [[nodiscard]] bool is_name_of_photographer(std::size_t i) const {
    const Line& line = lines_[i];
    const Line& before = lines_[i - 1];
    return line.words <= 2 && line.capitalized == line.words && before.sentence_ends <= 1 && before.words <= 30 &&
           i + 2 < lines_.size() && is_prose(i + 1) && i > 1 && kinds_[i - 2] == Kind::Title && is_prose(i + 2);
  }

  /// True when the article goes on at line i after a list of links: a long paragraph, or several in a row.
  [[nodiscard]] bool resumes(std::size_t i, std::size_t more) const {
    if (!is_prose(i) || !lines_[i].ends_sentence || list_marker(lines_[i].text) > 0) return false;
    if (lines_[i].words >= 40 && lines_[i].sentence_ends >= 2) return true;
    std::size_t long_ones = 0;
    for (std::size_t k = i + 1; k < lines_.size() && k <= i + 2; ++k) {
      if (is_prose(k) && lines_[k].words >= 20 && lines_[k].ends_sentence) ++long_ones;
    }
    return lines_[i].words >= 28 && long_ones >= more;
  }

  /// A subscription box under the line of tags closes the article; one between paragraphs does not.
  [[nodiscard]] bool ends_with_tags(std::size_t box) {
    std::size_t i = box;
    while (i > first_ && kinds_[i - 1] == Kind::Furniture) --i;
    if (i <= first_ || kinds_[i - 1] != Kind::Heading || lines_[i - 1].words > 8) return false;
    if (lines_[i - 1].capitalized < lines_[i - 1].words) return false;
    // A head that opens the next section is followed by text of the article: long paragraphs.
    std::size_t prose = 0, words = 0;
    for (std::size_t k = box + 1; k < lines_.size(); ++k) {
      if (is_prose(k)) ++prose, words += lines_[k].words;
    }
    if (prose > 0 && words / prose > 30) return false;
    kinds_[i - 1] = Kind::Furniture;
    return true;
  }

  /// After the last paragraph, short lines are tags, buttons and links; runs of headlines between paragraphs are links.
  void read_tail() {
    std::size_t last = kNone;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (kinds_[i] == Kind::Paragraph || kinds_[i] == Kind::ListItem || kinds_[i] == Kind::Quote ||
          kinds_[i] == Kind::Table)
        last = i;
    }
    if (last == kNone) return;
    const bool introduces = lines_[last].text.back() == ':';
    for (std::size_t i = last + 1; i < lines_.size(); ++i) {
      if (kinds_[i] == Kind::Heading) kinds_[i] = introduces ? Kind::ListItem : Kind::Furniture;
    }
    for (std::size_t i = first_; i <= last;) {
      std::size_t end = i;
      while (end <= last && kinds_[end] == Kind::Heading && lines_[end].text.front() != '#') ++end;
      if (end - i >= 3) run_of_labels(i, end);
      i = std::max(end, i + 1);
    }
    for (std::size_t i = last + 1; i < lines_.size(); ++i) {
      if (kinds_[i] == Kind::Dateline) note_date(lines_[i].text);
    }
  }

  void run_of_labels(std::size_t begin, std::size_t end) {
    std::size_t words = 0;
    for (std::size_t i = begin; i < end; ++i) words += lines_[i].words;
    const bool headlines = words >= 5 * (end - begin);
    const bool listed = begin > 0 && lines_[begin - 1].text.back() == ':';
    for (std::size_t i = begin; i < end; ++i) {
      // The last of the run is the head of the section that follows, unless the list was announced.
      if (i + 1 == end && !listed) break;
      if (i == begin && !listed && !headlines) continue;
      kinds_[i] = headlines && !listed ? Kind::Furniture : Kind::ListItem;
    }
  }

  [[nodiscard]] std::vector<Block> blocks() {
    std::vector<Block> out;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      Block block{line.span, kinds_[i].value_or(is_table_row(line) ? Kind::Table : Kind::Paragraph)};
      if (block.kind == Kind::Title || block.kind == Kind::Heading || block.kind == Kind::ListItem ||
          block.kind == Kind::Quote) {
        trim_marks(line, block, out);
      }
      out.push_back(block);
    }
    return split_leads(text_, out, facts_);
  }

  /// List markers, heading signs and "Title:" are furniture before the words they mark.
  void trim_marks(const Line& line, Block& block, std::vector<Block>& out) const {
    std::size_t skip = 0;
    if (block.kind == Kind::ListItem) {
      skip = list_marker(line.text);
    } else if (block.kind == Kind::Title && !facts_.title.empty() && line.text.ends_with(facts_.title)) {
      skip = line.text.size() - facts_.title.size();
    } else {
      skip = line.text.find_first_not_of("#> ");
    }
    if (skip == 0 || skip >= line.text.size()) return;
    out.push_back({{line.span.begin, static_cast<std::uint32_t>(line.span.begin + skip)}, Kind::Furniture});
    block.span.begin = out.back().span.end;
  }

  std::string_view text_;
  std::string known_title_;
  TextFacts& facts_;
  std::vector<Line> lines_;
  std::vector<LineRole> roles_;
  std::vector<std::optional<Kind>> kinds_;
  std::size_t first_ = 0;  ///< the first paragraph
};

}  // namespace

std::vector<Block> find_blocks(std::string_view text, std::string_view known_title, TextFacts& facts) {
  return Classifier(text, known_title, facts).run();
}

}  // namespace triplewright::ingest
