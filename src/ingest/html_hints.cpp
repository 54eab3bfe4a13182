#include "ingest/html_hints.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

namespace triplewright::ingest {

namespace {

using std::string_view;

enum Meaning : std::uint16_t {
  kWeak = 1,
  kStrong = 2,
  kCaption = 4,
  kSubject = 8,
  kBody = 16,
  kEmbed = 32,
  kGhost = 64,
  kPicture = 128,
  kSure = 256
};

// Words of class names and ids. A kSubject word ("article") next to a kBody word ("body") names the text.
constexpr string_view kStrongWords =
    "ad ads advert adverts advertisement advertising adsense adslot breadcrumb breadcrumbs "
    "consent cookie cookies foot gdpr login menu modal nav navbar "
    "navigation newsletter newsletters outbrain pager pagination popup promo promos promoted "
    "promotion recirc recirculation recommend recommended recommendation recommendations recommends "
    "related relatedposts share sharebar sharedaddy sharing shares sidebar signup "
    "sponsor sponsored sponsors subscribe subscription taboola tags taglist teaser teasers toolbar "
    "trending upsell readmore mostread mostpopular mostviewed interstitial masthead addthis "
    "onesignal optin cta pullquote jp zergnet revcontent bio byline bylines dek deck standfirst "
    "subhead subheadline subheading subtitle abstract excerpt slideshow backtotop ";
constexpr string_view kWeakWords =
    "about also author authors badge banner bottom brand button buttons carousel category categories "
    "contact copyright credits date dateline disclaimer disclosure donate donation feedback follow "
    "footnote footnotes header hidden infobox latest links linkback logo membership meta metadata "
    "noprint overlay partner poll popular prev previous profile quiz rail rating search secondary "
    "skip suggest suggested ticker timestamp toc tools topbar topics widget widgets ";
constexpr string_view kSureWords = "comment comments commentlist disqus respond replies footer";
constexpr string_view kCaptionWords = "caption figcaption credit imagecaption photocredit wpcaption cutline";
constexpr string_view kPictureWords = "image images img photo photos picture thumbnail gallery lightbox";
constexpr string_view kEmbedWords = "embed embedded media player social tweet twitter video videos instagram facebook";
constexpr string_view kGhostWords = "hidden popover rollover screenreader tooltip visuallyhidden offscreen invisible";
constexpr string_view kSubjectWords =
    "article story post entry blog news main page single detail articlebody storybody";
constexpr string_view kBodyWords = "body content text copy articlebody storybody paragraphs";

const std::unordered_map<string_view, std::uint16_t>& meanings() {
  static const std::unordered_map<string_view, std::uint16_t> map = [] {
    std::unordered_map<string_view, std::uint16_t> out;
    const auto add = [&out](std::uint16_t meaning, string_view words) {
      for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        const string_view word = words.substr(at, end - at);
        if (!word.empty()) out[word] = static_cast<std::uint16_t>(out[word] | meaning);
        at = end + 1;
      }
    };
    add(kSure, kSureWords);
    add(kStrong, kStrongWords);
    add(kWeak, kWeakWords);
    add(kCaption, kCaptionWords);
    add(kPicture, kPictureWords);
    add(kEmbed, kEmbedWords);
    add(kGhost, kGhostWords);
    add(kSubject, kSubjectWords);
    add(kBody, kBodyWords);
    return out;
  }();
  return map;
}

/// Calls `word` with each lower-case word of a class list or id: "relatedLinks most-read" has four.
template <typename F>
void each_word(string_view names, F&& word) {
  std::string buffer;
  const auto flush = [&] {
    if (!buffer.empty()) word(string_view(buffer));
    buffer.clear();
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    const char c = names[i];
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    if (!letter) {
      flush();
      continue;
    }
    if (upper && i > 0 && names[i - 1] >= 'a' && names[i - 1] <= 'z') flush();
    buffer += static_cast<char>(c | 0x20);
  }
  flush();
}

bool hidden_style(string_view style) {
  std::string compact;
  for (const char c : style) {
    if (c != ' ') compact += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  }
  return compact.find("display:none") != std::string::npos || compact.find("visibility:hidden") != std::string::npos;
}

Doubt doubt_of_tag(Tag tag) {
  switch (tag) {
    case Tag::Script:
    case Tag::Style:
    case Tag::Template:
    case Tag::Svg:
    case Tag::Select:
    case Tag::Textarea:
    case Tag::Option:
    case Tag::Iframe:
    case Tag::Object:
    case Tag::Canvas:
    case Tag::Audio:
    case Tag::Video:
    case Tag::Head:
    case Tag::Title:
    case Tag::Noscript:
      return Doubt::Never;
    case Tag::Nav:
    case Tag::Footer:
      return Doubt::Sure;
    case Tag::Aside:
    case Tag::Button:
    case Tag::Dialog:
      return Doubt::Strong;
    case Tag::Form:
    case Tag::Header:
    case Tag::Address:
    case Tag::Label:
      return Doubt::Weak;
    default:
      return Doubt::None;
  }
}

}  // namespace

Hint hint_of(const HtmlTree& tree, const HtmlNode& node) {
  Hint hint;
  hint.doubt = doubt_of_tag(node.tag);
  if (hint.doubt == Doubt::Never) return hint;
  hint.caption = node.tag == Tag::Figcaption || node.tag == Tag::Figure;
  if (node.first_attribute == node.last_attribute) return hint;
  const auto raise = [&hint](Doubt doubt) { hint.doubt = std::max(hint.doubt, doubt); };
  if (tree.has(node, "hidden") || tree.attribute(node, "aria-hidden") == "true" ||
      hidden_style(tree.attribute(node, "style"))) {
    raise(Doubt::Strong);
    hint.ghost = true;
  }
  const string_view role = tree.attribute(node, "role");
  if (role == "navigation" || role == "complementary" || role == "contentinfo" || role == "search" ||
      role == "dialog" || role == "menu" || role == "toolbar" || role == "alert" || role == "button" ||
      role == "tooltip" || role == "menubar" || role == "tablist") {
    raise(Doubt::Strong);
  }
  const string_view property = tree.attribute(node, "itemprop");
  if (property == "articleBody" || property == "text") hint.body = true;
  if (node.tag == Tag::Html || node.tag == Tag::Body) return hint;
  std::uint16_t seen = 0;
  for (const string_view names : {tree.attribute(node, "id"), tree.attribute(node, "class")}) {
    std::uint16_t previous = 0;
    each_word(names, [&](string_view word) {
      const auto it = meanings().find(word);
      const std::uint16_t meaning = it == meanings().end() ? std::uint16_t{0} : it->second;
      seen = static_cast<std::uint16_t>(seen | meaning);
      if ((meaning & kBody) != 0 && ((previous | meaning) & kSubject) != 0) hint.body = true;
      previous = meaning;
    });
  }
  // Cells and rows of a table bear the names of what they list.
  if (node.tag == Tag::Tr || node.tag == Tag::Td || node.tag == Tag::Th || node.tag == Tag::Tbody) return hint;
  if ((seen & kCaption) != 0 || ((seen & kPicture) != 0 && (seen & (kBody | kSubject)) == 0)) hint.caption = true;
  hint.embed = (seen & kEmbed) != 0;
  if ((seen & kGhost) != 0) hint.ghost = true;
  if ((seen & kSure) != 0) {
    raise(Doubt::Sure);
  } else if ((seen & kStrong) != 0) {
    raise(Doubt::Strong);
  } else if ((seen & (kWeak | kEmbed)) != 0) {
    raise(Doubt::Weak);
  }
  return hint;
}

}  // namespace triplewright::ingest
