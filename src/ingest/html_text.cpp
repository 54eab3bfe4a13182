#include "ingest/html_text.h"

#include <algorithm>
#include <unordered_set>

#include "ingest/dates.h"
#include "ingest/furniture.h"
#include "ingest/html_hints.h"
#include "ingest/lines.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::ingest {

namespace {

/// A run of text between block boundaries.
struct Segment {
  std::string text;        ///< white space collapsed
  std::uint32_t node = 0;  ///< the block element that it stands in
  std::size_t link_bytes = 0;
  Line line;  ///< measures of the text
  LineRole role = LineRole::None;
  bool cell = false;  ///< of a table

  [[nodiscard]] double link_density() const {
    return text.empty() ? 0 : static_cast<double>(link_bytes) / static_cast<double>(text.size());
  }
  [[nodiscard]] bool prose() const {
    const double own_words = static_cast<double>(line.words) * (1 - link_density());
    return link_density() < 0.75 && role != LineRole::Box && role != LineRole::Comments &&
           ((line.ends_sentence && own_words >= 7) || own_words >= 16);
  }
  /// What the block adds to the element that holds it, in bytes.
  [[nodiscard]] double worth() const {
    if (prose()) return static_cast<double>(text.size()) * (1 - link_density());
    if (link_density() > 0.5) return -30;
    if (line.ends_sentence && line.words >= 3) return 0.3 * static_cast<double>(text.size());
    return line.ends_sentence || cell ? 0 : -10;
  }
};

class Extractor {
 public:
  Extractor(const HtmlTree& tree, std::string_view title) : tree_(tree), title_(plain(title)) {}

  MainText run() {
    if (tree_.nodes.empty()) return {};
    read_hints();
    cut_segments();
    weigh();
    drop_doubtful(Doubt::Weak);
    drop_above_headline();
    MainText found = extract();
    // A page that names its parts as nobody else does: then the prose alone must tell.
    constexpr std::size_t kLittle = 200;
    if (found.text.size() < kLittle && prose_[0] > 2 * kLittle) {
      drop_doubtful(Doubt::Sure);
      MainText again = extract();
      if (again.text.size() > found.text.size()) return again;
    }
    return found;
  }

 private:
  using NodeId = std::uint32_t;

  MainText extract() {
    const NodeId root = best_root();
    return root == kNoNode ? MainText{} : emit(root);
  }

  void read_hints() {
    const std::size_t count = tree_.nodes.size();
    hints_.resize(count);
    dropped_.assign(count, 0);
    for (NodeId i = 0; i < count; ++i) {
      const HtmlNode& node = tree_.nodes[i];
      if (node.tag == Tag::Text) continue;
      hints_[i] = hint_of(tree_, node);
      if (hints_[i].doubt == Doubt::Never) {
        i = node.end - 1;
      }
    }
  }

  void cut_segments() {
    Segment open;
    std::vector<NodeId> stack;
    unsigned links = 0, breaks = 0;
    const auto flush = [&] {
      while (!open.text.empty() && open.text.back() == ' ') open.text.pop_back();
      if (!open.text.empty()) segments_.push_back(std::move(open));
      open = {};
      for (auto it = stack.rbegin(); it != stack.rend(); ++it) {
        if (!is_block_tag(tree_.nodes[*it].tag)) continue;
        open.node = *it;
        break;
      }
      breaks = 0;
    };
    const auto leave = [&] {
      const Tag tag = tree_.nodes[stack.back()].tag;
      if (is_block_tag(tag)) flush();
      if (tag == Tag::A) --links;
      stack.pop_back();
      if (is_block_tag(tag)) flush();
    };
    for (NodeId i = 0; i < tree_.nodes.size(); ++i) {
      const HtmlNode& node = tree_.nodes[i];
      while (!stack.empty() && tree_.nodes[stack.back()].end <= i) leave();
      if (node.tag == Tag::Text) {
        append(open, tree_.text(node), links > 0, breaks);
        continue;
      }
      const bool ghost =
          hints_[i].ghost && !is_block_tag(node.tag) && std::size_t{node.end - i} * 5 < tree_.nodes.size();
      if (hints_[i].doubt == Doubt::Never || ghost) {
        i = node.end - 1;
        continue;
      }
      if (node.tag == Tag::Br) {
        const bool ended =
            !open.text.empty() && std::string_view(".!?").find(open.text.back()) != std::string_view::npos;
        if (++breaks == 2 || ended) flush();
        if (!open.text.empty() && open.text.back() != ' ') open.text += ' ';
      }
      stack.push_back(i);
      if (node.tag == Tag::A) ++links;
      if (is_block_tag(node.tag)) flush();
    }
    while (!stack.empty()) leave();
    for (Segment& segment : segments_) {
      auto lines = split_lines(segment.text);
      if (!lines.empty()) segment.line = lines.front();
      segment.role = role_of(segment.line);
      segment.line.text = {};  // segments move
      const Tag tag = tree_.nodes[segment.node].tag;
      segment.cell = tag == Tag::Td || tag == Tag::Th;
    }
  }

  static void append(Segment& open, std::string_view text, bool link, unsigned& breaks) {
    const std::size_t before = open.text.size();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t c = text::decode(text, at);
      if (c == U'\u200B' || c == U'\u00AD' || c == U'\uFEFF') continue;
      if (c <= 0x20 || c == U'\u00A0' || c == 0x2028 || c == 0x2029 || c == 0x85) {
        if (!open.text.empty() && open.text.back() != ' ') open.text += ' ';
      } else {
        open.text.append(text, begin, at - begin);
        breaks = 0;
      }
    }
    if (link) open.link_bytes += open.text.size() - before;
  }

  /// Sums for every element.
  void weigh() {
    const std::size_t count = tree_.nodes.size();
    prose_.assign(count, 0);
    links_.assign(count, 0);
    bytes_.assign(count, 0);
    quotes_.assign(count, 0);
    for (const Segment& segment : segments_) {
      if (segment.prose()) prose_[segment.node] += segment.worth();
      links_[segment.node] += static_cast<double>(segment.link_bytes);
      bytes_[segment.node] += static_cast<double>(segment.text.size());
    }
    for (std::size_t i = count; i-- > 1;) {
      const NodeId parent = tree_.nodes[i].parent;
      if (parent == kNoNode) continue;
      prose_[parent] += prose_[i];
      links_[parent] += links_[i];
      bytes_[parent] += bytes_[i];
      if (tree_.nodes[i].tag == Tag::Blockquote) quotes_[i] = 1;
      if (quotes_[i] != 0) quotes_[parent] = 1;
    }
  }

  /// Markup that is at least so sure is believed unless too much of the page's prose is where it says there is none.
  void drop_doubtful(Doubt least) {
    const double all = std::max(prose_[0], 1.0);
    for (NodeId i = 0; i < tree_.nodes.size(); ++i) {
      const HtmlNode& node = tree_.nodes[i];
      if (node.parent != kNoNode && dropped_[node.parent] != 0) {
        dropped_[i] = 1;
        continue;
      }
      const Hint& hint = hints_[i];
      const double share = prose_[i] / all;
      const bool poor = prose_[i] < 300 || links_[i] > 0.3 * bytes_[i];
      const bool quoted = hint.embed && quotes_[i] != 0;
      const bool doubtful = (hint.doubt == Doubt::Sure && share < 0.9) ||
                            (hint.doubt == Doubt::Strong && share < 0.6) ||
                            (hint.doubt == Doubt::Weak && share < 0.25 && poor && !quoted);
      const bool picture = hint.caption && share < 0.3 && !quoted;
      dropped_[i] = hint.doubt == Doubt::Never || (doubtful && hint.doubt >= least) || picture ? 1 : 0;
    }
  }

  NodeId best_root() {
    const std::size_t count = tree_.nodes.size();
    std::vector<double> sum(count, 0);
    for (const Segment& segment : segments_) {
      if (dropped_[segment.node] == 0) sum[segment.node] += segment.worth();
    }
    NodeId best = kNoNode;
    double best_value = 0;
    for (std::size_t i = count; i-- > 0;) {
      const NodeId parent = tree_.nodes[i].parent;
      if (parent != kNoNode) sum[parent] += sum[i];
      if (tree_.nodes[i].tag == Tag::Text || dropped_[i] != 0) continue;
      // An element that calls itself the text of the article gets the benefit of the doubt.
      const double value = sum[i] * (hints_[i].body ? 1.15 : 1.0);
      if (value > best_value) {
        best_value = value;
        best = static_cast<NodeId>(i);
      }
    }
    // One paragraph is not the whole: what stands beside it is of the article, too.
    while (best != kNoNode && tree_.nodes[best].parent != kNoNode && is_part(tree_.nodes[best].tag))
      best = tree_.nodes[best].parent;
    return best == kNoNode ? best : one_article(best);
  }

  static bool is_part(Tag tag) {
    return !is_block_tag(tag) || tag == Tag::P || tag == Tag::Li || tag == Tag::Blockquote || is_heading_tag(tag);
  }

  /// Of the <article>s in the element, the one with the headline, or the one that has most of the prose.
  NodeId one_article(NodeId root) {
    for (NodeId i = root; i != kNoNode; i = tree_.nodes[i].parent) {
      if (tree_.nodes[i].tag == Tag::Article) return root;
    }
    if (headline_ != kNoNode && headline_ > root && headline_ < tree_.nodes[root].end) {
      for (NodeId i = headline_; i != root; i = tree_.nodes[i].parent) {
        if (tree_.nodes[i].tag == Tag::Article && dropped_[i] == 0 && prose_[i] > 0.15 * prose_[root]) return i;
      }
    }
    NodeId best = root;
    double all = 0;
    for (NodeId i = root; i < tree_.nodes[root].end; ++i) {
      if (tree_.nodes[i].tag != Tag::Article || dropped_[i] != 0) continue;
      if (best == root || prose_[i] > prose_[best]) best = i;
      all += prose_[i];
      i = tree_.nodes[i].end - 1;
    }
    if (best != root && prose_[best] * 2 > prose_[root]) return best;
    // Where the text stands outside of them, they are teasers.
    for (NodeId i = root; i < tree_.nodes[root].end && all < 0.4 * prose_[root]; ++i) {
      if (tree_.nodes[i].tag == Tag::Article) std::fill(dropped_.begin() + i, dropped_.begin() + tree_.nodes[i].end, 1);
    }
    return root;
  }

  /// Same as the title, or the longer half of it ("A headline: with what follows").
  [[nodiscard]] bool is_headline(std::string_view heading) const {
    if (title_.empty() || heading.size() > 2 * title_.size() + 40) return false;
    const std::string words = plain(heading);
    if (words == title_) return true;
    return std::min(words.size(), title_.size()) >= 16 && (words.starts_with(title_) || title_.starts_with(words));
  }

  /// The heading that says what the metadata gives as title: the first <h1>, else the first heading.
  [[nodiscard]] std::size_t find_headline() const {
    std::size_t found = segments_.size();
    if (title_.size() < 8) return found;
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      const Tag tag = tree_.nodes[segments_[i].node].tag;
      if (!is_heading_tag(tag) || !is_headline(segments_[i].text)) continue;
      if (tag == Tag::H1) return i;
      found = std::min(found, i);
    }
    return found;
  }

  /// What stands above the headline is not of the article, when enough of the prose stands below it.
  void drop_above_headline() {
    const std::size_t at = find_headline();
    if (at == segments_.size()) return;
    headline_ = segments_[at].node;
    constexpr std::size_t kNear = 12;
    for (std::size_t i = at + 1; i < segments_.size() && i <= at + kNear && published_.empty(); ++i) {
      if (segments_[i].role != LineRole::Stamp && segments_[i].role != LineRole::Byline) continue;
      if (const auto date = find_date(segments_[i].text)) published_ = date->value;
    }
    double before = 0, all = 0;
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      const Segment& segment = segments_[i];
      if (segment.prose() && dropped_[segment.node] == 0) all += segment.worth();
      if (i == at) before = all;
    }
    if (before < 0.6 * all) segments_.erase(segments_.begin(), segments_.begin() + static_cast<std::ptrdiff_t>(at));
  }

  [[nodiscard]] bool within(NodeId node, NodeId root) const { return node >= root && node < tree_.nodes[root].end; }

  [[nodiscard]] Tag tag_around(NodeId node, NodeId root) const {
    for (NodeId i = node; i != kNoNode && i >= root; i = tree_.nodes[i].parent) {
      const Tag tag = tree_.nodes[i].tag;
      if (is_heading_tag(tag) || tag == Tag::Li || tag == Tag::Blockquote || tag == Tag::Td || tag == Tag::Th ||
          tag == Tag::Pre || tag == Tag::Dd || tag == Tag::Dt) {
        return tag;
      }
    }
    return Tag::P;
  }

  MainText emit(NodeId root) {
    std::vector<const Segment*> kept;
    std::vector<BlockKind> kinds;
    bool related = false, opened = false;
    for (const Segment& segment : segments_) {
      if (!within(segment.node, root) || dropped_[segment.node] != 0) continue;
      const Tag tag = tag_around(segment.node, root);
      const bool prose = segment.prose() && !is_heading_tag(tag);
      // A list of other articles ends where running text comes back.
      if (segment.role == LineRole::Related) related = true;
      if (related && prose && tag != Tag::Li && segment.link_density() < 0.2) related = false;
      if (related || unwanted(segment, tag)) continue;
      // Above the first paragraph: headline, deck, names and dates.
      if (!opened && !prose && segment.line.words <= 12 && kind_of(tag) != BlockKind::ListItem &&
          kind_of(tag) != BlockKind::Table)
        continue;
      opened = true;
      kept.push_back(&segment);
      kinds.push_back(kind_of(tag));
    }
    // Heads that nothing follows belong to what was left out.
    while (!kept.empty() && kinds.back() == BlockKind::Heading) kept.pop_back(), kinds.pop_back();
    MainText out;
    out.published = published_;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      if (!out.text.empty())
        out.text += kinds[i] == BlockKind::ListItem && kinds[i - 1] == BlockKind::ListItem ? "\n" : "\n\n";
      const auto begin = static_cast<std::uint32_t>(out.text.size());
      out.text += kept[i]->text;
      out.blocks.push_back({{begin, static_cast<std::uint32_t>(out.text.size())}, kinds[i]});
    }
    return out;
  }

  static BlockKind kind_of(Tag tag) {
    if (is_heading_tag(tag)) return BlockKind::Heading;
    switch (tag) {
      case Tag::Li:
      case Tag::Dd:
      case Tag::Dt:
        return BlockKind::ListItem;
      case Tag::Blockquote:
        return BlockKind::Quote;
      case Tag::Td:
      case Tag::Th:
        return BlockKind::Table;
      default:
        return BlockKind::Paragraph;
    }
  }

  [[nodiscard]] bool unwanted(const Segment& segment, Tag tag) const {
    // Who wrote a quoted message, and when, belongs to the quotation.
    if (segment.role != LineRole::None && tag != Tag::Blockquote && !segment.cell) return true;
    const bool sentence = segment.line.ends_sentence && segment.line.words >= 12 && segment.link_density() < 0.97;
    if (sentence) return false;
    if (segment.link_density() > 0.8 || (segment.link_density() > 0.6 && !segment.prose())) return true;
    return is_heading_tag(tag) && is_headline(segment.text);
  }

  const HtmlTree& tree_;
  std::string title_;
  std::vector<Hint> hints_;
  std::vector<char> dropped_;
  std::vector<Segment> segments_;
  NodeId headline_ = kNoNode;
  std::string published_;
  std::vector<double> prose_, links_, bytes_;  ///< of each element: bytes of prose, in links, of all text
  std::vector<char> quotes_;                   ///< has a <blockquote> in it
};

}  // namespace

MainText main_text(const HtmlTree& tree, std::string_view title) {
  return Extractor(tree, title).run();
}

}  // namespace triplewright::ingest
