#include "rdf/turtle_lines.h"

#include <algorithm>

namespace triplewright::rdf {
namespace {

class LineReader {
 public:
  explicit LineReader(std::string_view text) : text_(text) {
    frames_.push_back({Frame::Kind::Top, Place::Subject, {}, 0});
  }

  std::vector<std::uint32_t> run() {
    while (at_ < text_.size()) token();
    return std::move(lines_);
  }

 private:
  enum class Place : std::uint8_t { Subject, Verb, Object };
  struct Frame {
    enum class Kind : std::uint8_t { Top, Properties, Collection };
    Kind kind;
    Place place;                         // what the next term is
    std::vector<std::uint32_t> objects;  // lines
    std::uint32_t opened;                // line of the bracket
  };

  void token() {
    const char c = text_[at_];
    switch (c) {
      case '\n':
        ++line_;
        ++at_;
        return;
      case ' ':
      case '\t':
      case '\r':
      case ',':
        ++at_;
        return;
      case '#':
        at_ = std::min(text_.find('\n', at_), text_.size());
        return;
      case ';':
        ++at_;
        frames_.back().place = Place::Verb;
        return;
      case '.':
        if (at_ + 1 < text_.size() && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9') {  // ".5"
          word();
        } else {
          ++at_;
          end_of_statement(false);
        }
        return;
      case '{':
      case '}':
        ++at_;
        end_of_statement(c == '{');
        return;
      case '[':
      case '(':
        ++at_;
        frames_.push_back({c == '[' ? Frame::Kind::Properties : Frame::Kind::Collection,
                           c == '[' ? Place::Verb : Place::Object,
                           {},
                           line_});
        return;
      case ']':
      case ')':
        ++at_;
        close();
        return;
      case '"':
      case '\'':
        string(c);
        return;
      case '<':
        at_ = std::min(text_.find('>', at_), text_.size() - 1) + 1;
        term(line_);
        return;
      case '^':  // "^^": the datatype belongs to the string before it
        at_ += 2;
        after_caret_ = true;
        return;
      case '@':
        word();
        return;
      default:
        word();
    }
  }

  void term(std::uint32_t line) {
    if (after_caret_) {
      after_caret_ = false;
      return;
    }
    if (skip_terms_ > 0) {
      --skip_terms_;
      return;
    }
    Frame& frame = frames_.back();
    if (frame.place == Place::Object) {
      frame.objects.push_back(line);
    } else {
      frame.place = frame.place == Place::Subject ? Place::Verb : Place::Object;
    }
  }

  void close() {
    if (frames_.size() < 2) return;
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    if (frame.kind == Frame::Kind::Collection) {
      // raptor builds a list from its end; each item has rdf:first and rdf:rest.
      for (auto item = frame.objects.rbegin(); item != frame.objects.rend(); ++item)
        lines_.insert(lines_.end(), 2, *item);
    } else {
      lines_.insert(lines_.end(), frame.objects.begin(), frame.objects.end());
    }
    term(frame.opened);
  }

  void end_of_statement(bool graph_opens) {
    Frame& top = frames_.front();
    frames_.resize(1);
    if (!graph_opens) lines_.insert(lines_.end(), top.objects.begin(), top.objects.end());
    top.objects.clear();
    top.place = Place::Subject;
    skip_terms_ = 0;
  }

  void string(char quote) {
    const std::uint32_t start = line_;
    const std::string_view rest = text_.substr(at_);
    const bool is_long = rest.size() >= 3 && rest[1] == quote && rest[2] == quote;
    const std::size_t width = is_long ? 3 : 1;
    for (at_ += width; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\n') ++line_;
      if (c == '\\') {
        ++at_;
      } else if (c == quote && (!is_long || text_.substr(at_).starts_with(rest.substr(0, 3)))) {
        // Of four or five quotes in a row the last three close.
        while (is_long && at_ + 3 < text_.size() && text_[at_ + 3] == quote) ++at_;
        at_ += width;
        break;
      }
    }
    term(start);
  }

  // A prefixed name, blank node, number, keyword, directive or language tag.
  void word() {
    const std::size_t begin = at_++;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\\') {
        at_ += 2;
        continue;
      }
      if (std::string_view(" \t\r\n;,[](){}<>\"'#^").find(c) != std::string_view::npos) break;
      // A full stop within a word is part of it only when something of the word follows.
      if (c == '.' && (at_ + 1 >= text_.size() ||
                       std::string_view(" \t\r\n;,[](){}<>\"'#.@").find(text_[at_ + 1]) != std::string_view::npos))
        break;
      ++at_;
    }
    const std::string_view word = text_.substr(begin, std::min(at_, text_.size()) - begin);
    if (word == "@prefix") {
      skip_terms_ = 2;
    } else if (word == "@base") {
      skip_terms_ = 1;
    } else if (word.starts_with('@')) {
      return;  // a language
    } else if (is_keyword(word, "PREFIX")) {
      skip_terms_ = 2;
    } else if (is_keyword(word, "BASE")) {
      skip_terms_ = 1;
    } else if (!is_keyword(word, "GRAPH")) {
      term(line_);
    }
  }

  bool is_keyword(std::string_view word, std::string_view keyword) const {
    return frames_.size() == 1 && frames_.front().place == Place::Subject &&
           std::equal(word.begin(), word.end(), keyword.begin(), keyword.end(),
                      [](char a, char b) { return (a >= 'a' && a <= 'z' ? a - 'a' + 'A' : a) == b; });
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::vector<Frame> frames_;
  std::vector<std::uint32_t> lines_;
  bool after_caret_ = false;
  int skip_terms_ = 0;
};

}  // namespace

std::vector<std::uint32_t> triple_lines(std::string_view turtle) {
  return LineReader(turtle).run();
}

}  // namespace triplewright::rdf
