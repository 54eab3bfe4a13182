#include "ingest/furniture.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "ingest/dates.h"
#include "ingest/phrases.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace triplewright::ingest {

namespace {

using std::string_view;

template <std::size_t N>
bool among(string_view phrase, const std::array<string_view, N>& list) {
  return std::find(list.begin(), list.end(), phrase) != list.end();
}

bool contains(string_view text, string_view part) {
  return text.find(part) != string_view::npos;
}

template <std::size_t N>
bool starts_with_any(string_view text, const std::array<string_view, N>& list) {
  return std::any_of(list.begin(), list.end(), [&](string_view p) { return text.starts_with(p); });
}

template <std::size_t N>
bool contains_any(string_view text, const std::array<string_view, N>& list) {
  return std::any_of(list.begin(), list.end(), [&](string_view p) { return contains(text, p); });
}

bool is_number(string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789.,") == string_view::npos;
}

/// "12 comments", "3 min read", "16.4 c", "1.2k shares", "5 hours ago".
bool is_counter(string_view phrase) {
  static constexpr auto kUnits = std::to_array<string_view>(
      {"ago",     "c",       "comment", "comments", "day",    "days",   "f",       "hour",    "hours",
       "hr",      "hrs",     "k",       "like",     "likes",  "m",      "min",     "mins",    "minute",
       "minutes", "month",   "months",  "read",     "reads",  "second", "seconds", "sec",     "share",
       "shares",  "view",    "views",   "week",     "weeks",  "year",   "years",   "°c",      "°f",
       "°",       "updated", "listen",  "video",    "photos", "images", "reply",   "replies", "followers"});
  std::size_t words = 0;
  bool number = false;
  for (std::size_t at = 0; at < phrase.size();) {
    std::size_t end = std::min(phrase.find(' ', at), phrase.size());
    string_view word = phrase.substr(at, end - at);
    at = end + 1;
    if (word.empty() || word == "-" || word == "|" || word == "·") continue;
    ++words;
    std::size_t digits = 0;
    while (digits < word.size() && ((word[digits] >= '0' && word[digits] <= '9') || word[digits] == '.' ||
                                    word[digits] == ',' || (digits == 0 && word[digits] == '-'))) {
      ++digits;
    }
    if (digits > 0) number = true;
    word.remove_prefix(digits);
    if (!word.empty() && word[0] == '-') word.remove_prefix(1);
    if (!word.empty() && !among(word, kUnits)) return false;
  }
  return number && words <= 5;
}

/// "10:32 a.m. ET", "09:15 GMT", "14:05".
bool is_clock(string_view phrase) {
  for (const string_view word : {"published ", "updated ", "posted ", "at "}) {
    if (phrase.starts_with(word)) phrase.remove_prefix(word.size());
  }
  std::size_t at = 0;
  std::size_t digits = 0;
  while (at < phrase.size() && phrase[at] >= '0' && phrase[at] <= '9') ++at, ++digits;
  if (digits == 0 || digits > 2 || at + 2 >= phrase.size() || (phrase[at] != ':' && phrase[at] != '.')) return false;
  if (phrase[at + 1] < '0' || phrase[at + 1] > '5' || phrase[at + 2] < '0' || phrase[at + 2] > '9') return false;
  return phrase.size() - at <= 16 && std::count(phrase.begin(), phrase.end(), ' ') <= 3;
}

/// A line that is a date, with no more than a weekday, a clock time, a place or "Published on" around it.
bool is_stamp(const Line& line, string_view phrase) {
  if (line.words > 16 || line.ends_sentence) return false;
  if (is_clock(phrase)) return true;
  const auto date = find_date(phrase);
  if (!date) return false;
  static constexpr auto kAround = std::to_array<string_view>(
      {"published", "updated", "posted",  "on",     "at",      "last",     "modified", "first", "date", "am",
       "pm",        "a.m",     "p.m",     "et",     "est",     "edt",      "pt",       "pst",   "pdt",  "gmt",
       "utc",       "ist",     "cet",     "cest",   "bst",     "jst",      "hkt",      "hours", "hour", "ago",
       "minutes",   "min",     "read",    "sgt",    "release", "released", "created",  "by",    "the",  "local",
       "time",      "eastern", "pacific", "issued", "live",    "edited",   "z"});
  string_view before = phrase.substr(0, date->begin), after = phrase.substr(std::min(date->end, phrase.size()));
  std::size_t foreign = 0;
  for (string_view part : {before, after}) {
    for (std::size_t at = 0; at < part.size();) {
      std::size_t end = std::min(part.find_first_of(" ,|:;·()-/", at), part.size());
      string_view word = part.substr(at, end - at);
      while (!word.empty() && word.back() == '.') word.remove_suffix(1);
      at = end + 1;
      if (word.empty() || is_number(word) || is_weekday(word) || month_number(word) != 0 || among(word, kAround))
        continue;
      ++foreign;
    }
  }
  return foreign <=
         (before.starts_with("published") || before.starts_with("updated") || before.starts_with("posted") ? 3u : 2u);
}

bool is_url(string_view phrase) {
  return (phrase.starts_with("http://") || phrase.starts_with("https://") || phrase.starts_with("www.")) &&
         !contains(phrase, " ");
}

bool is_byline(const Line& line, string_view phrase) {
  static constexpr auto kReporting = std::to_array<string_view>({"additional reporting",
                                                                 "reporting by",
                                                                 "writing by",
                                                                 "editing by",
                                                                 "compiled by",
                                                                 "reporting and writing by",
                                                                 "written by",
                                                                 "story by",
                                                                 "translated by",
                                                                 "edited by",
                                                                 "reviewed by",
                                                                 "fact checked by",
                                                                 "with reporting by",
                                                                 "with additional reporting",
                                                                 "contributed reporting",
                                                                 "about the author",
                                                                 "with inputs from",
                                                                 "with agency inputs",
                                                                 "with files from",
                                                                 "author:",
                                                                 "authors:",
                                                                 "reporter:",
                                                                 "our standards: "});
  if (line.words <= 40 && starts_with_any(phrase, kReporting)) return true;
  if (line.words <= 25 &&
      (contains(phrase, "contributed to this report") || contains(phrase, "contributed reporting") ||
       contains(phrase, "contributed to this story") || contains(phrase, "contributed to this article"))) {
    return true;
  }
  // "By Jane Doe and John Roe, Technology Correspondent"
  if (!phrase.starts_with("by ") || line.words > 16 || line.words < 2 || line.ends_sentence) return false;
  return line.capitalized * 5 >= line.words * 3;
}

bool is_credit(const Line& line, string_view phrase) {
  static constexpr auto kAgencies = std::to_array<string_view>(
      {"getty images",  "shutterstock", "/reuters",      "| reuters",         "reuters/",    "/ap",        "ap photo",
       "| ap",          "afp",          "bloomberg via", "via reuters",       "via ap",      "istock",     "unsplash",
       "pexels",        "wikimedia",    "lightrocket",   "future publishing", "anadolu",     "xinhua/",    "epa-efe",
       "epa/",          "alamy",        "imago",         "picture alliance",  "courtesy of", "file photo", "handout",
       "depositphotos", "pixabay",      "nurphoto",      "sopa images",       "zuma press",  "| bloomberg"});
  static constexpr auto kStarts = std::to_array<string_view>(
      {"photo:", "photo by", "photograph:", "photograph by", "image:", "image by", "image credit", "image source",
       "photo credit", "photo courtesy", "photographer:", "illustration:", "illustration by",
       "picture:", "credit:", "credits:", "source: getty", "graphic:", "video by"});
  if (line.words > 24) return false;
  if (starts_with_any(phrase, kStarts)) return true;
  if (phrase.starts_with("source:") || phrase.starts_with("sources:")) return line.words <= 12;
  if (line.ends_sentence && line.words > 12) return false;
  const bool bars = contains(line.text, " | ") || contains(line.text, "/");
  return contains_any(phrase, kAgencies) && (bars ? line.words <= 14 : line.words <= 8) && !line.ends_sentence;
}

bool is_caption(const Line& line, string_view phrase) {
  static constexpr auto kStarts = std::to_array<string_view>(
      {"file photo", "file -", "file:", "caption:", "pictured:", "figure ", "fig. ", "chart:", "image shows"});
  static constexpr auto kEnds =
      std::to_array<string_view>({"file photo", "getty images", "licensing rights", "photo/ap", "/reuters"});
  if (line.words > 70) return false;
  if (line.words <= 45 &&
      (contains(phrase, "(image:") || contains(phrase, "(photo:") || contains(phrase, "(picture:") ||
       contains(phrase, "(image credit") || contains(phrase, "(photo credit"))) {
    return true;
  }
  // "In this Dec. 12, 2006, file photo, ..."
  if (contains(phrase, "file photo") && (phrase.starts_with("in this ") || phrase.starts_with("this "))) return true;
  if (starts_with_any(phrase, kStarts) && !(phrase.starts_with("figure ") && line.words > 30)) return true;
  if (contains(phrase, "licensing rights") || contains(phrase, "(ap photo") || contains(phrase, "(photo by") ||
      contains(phrase, "[photo")) {
    return true;
  }
  return line.words >= 6 && std::any_of(kEnds.begin(), kEnds.end(), [&](string_view e) { return phrase.ends_with(e); });
}

/// What the editors say about the text itself.
bool is_note(const Line& line, string_view phrase) {
  static constexpr auto kStarts = std::to_array<string_view>(
      {"editor's note", "editors' note", "correction:", "clarification:", "this story has been updated",
       "this article has been updated", "this story was originally", "this article was originally",
       "this article first appeared", "this story first appeared", "this article is republished",
       "an earlier version of this", "disclaimer:", "disclosure:", "the views expressed"});
  return line.words <= 70 && starts_with_any(phrase, kStarts);
}

/// "Follow Wirepress on Facebook."
bool is_follow(const Line& line, string_view phrase) {
  static constexpr auto kPlaces =
      std::to_array<string_view>({" on twitter", " on facebook", " on instagram", " on linkedin", " on telegram",
                                  " on whatsapp", " on youtube", " on x", " on bluesky"});
  return line.words <= 25 &&
         (phrase.starts_with("follow ") || phrase.starts_with("join ") || phrase.starts_with("like ")) &&
         contains_any(phrase, kPlaces);
}

bool is_box(const Line& line, string_view phrase) {
  static constexpr auto kInvite = std::to_array<string_view>({"subscribe to ",
                                                              "sign up for ",
                                                              "sign up to ",
                                                              "join our ",
                                                              "join us on ",
                                                              "follow us on ",
                                                              "follow our ",
                                                              "get our ",
                                                              "get the best ",
                                                              "download our ",
                                                              "download the ",
                                                              "enter your email",
                                                              "by signing up",
                                                              "by subscribing",
                                                              "by clicking",
                                                              "register for ",
                                                              "already a subscriber",
                                                              "already have an account",
                                                              "please select your desired newsletters",
                                                              "thank you for subscribing",
                                                              "this site is protected by recaptcha",
                                                              "this site uses akismet",
                                                              "we use cookies",
                                                              "this website uses cookies",
                                                              "please enable javascript",
                                                              "click here to ",
                                                              "support our ",
                                                              "to continue reading",
                                                              "stay up to date with our",
                                                              "stay informed with our",
                                                              "subscribe for ",
                                                              "read more about ",
                                                              "read the full ",
                                                              "read full ",
                                                              "learn more about ",
                                                              "for more information, visit",
                                                              "get unlimited access",
                                                              "unlock this article",
                                                              "this article is for subscribers",
                                                              "follow me on ",
                                                              "like us on ",
                                                              "never miss a story",
                                                              "save my name, email",
                                                              "notify me of ",
                                                              "stay connected",
                                                              "make sure to follow",
                                                              "outside the uk? sign up"});
  static constexpr auto kParts = std::to_array<string_view>(
      {"in your inbox",           "to your inbox",          "our newsletter",    "our daily newsletter",
       "our weekly newsletter",   "free newsletter",        "delivered to your", "all rights reserved",
       "our privacy policy",      "terms of service apply", "newsletter to get", "our terms of use",
       "google preferred source", "follow us on ",          "follow him on ",    "follow her on ",
       "follow them on ",         "may be reached at",      "can be reached at", "have a tip"});
  if (line.words > 45) return false;
  if (phrase.starts_with("©") || (phrase.starts_with("copyright ") && line.words < 30)) return true;
  if (starts_with_any(phrase, kInvite)) return line.words <= 40;
  return contains_any(phrase, kParts);
}

/// "Related: a headline", "Read more: a headline", "RELATED STORY | a headline".
bool is_pointer(const Line& line, string_view phrase) {
  static constexpr auto kHeads = std::to_array<string_view>({"related:",
                                                             "read more:",
                                                             "also read:",
                                                             "read also:",
                                                             "see also:",
                                                             "read next:",
                                                             "more:",
                                                             "must read:",
                                                             "watch:",
                                                             "listen:",
                                                             "don't miss:",
                                                             "recommended:",
                                                             "related story:",
                                                             "related roundup:",
                                                             "image 1 of",
                                                             "related article:",
                                                             "related stories:",
                                                             "also read |",
                                                             "read more |",
                                                             "related |",
                                                             "watch |",
                                                             "also read -",
                                                             "read also -",
                                                             "explore more:",
                                                             "tags:",
                                                             "topics:",
                                                             "filed under:",
                                                             "tagged:",
                                                             "posted in:",
                                                             "categories:",
                                                             "category:",
                                                             "in this article:",
                                                             "ticker:",
                                                             "tickers:",
                                                             "keywords:",
                                                             "tagged with",
                                                             "filed under",
                                                             "via:",
                                                             "share this:",
                                                             "follow us:",
                                                             "original article:",
                                                             "original source:"});
  return line.words <= 30 && starts_with_any(phrase, kHeads);
}

const std::unordered_map<string_view, LineRole>& known_phrases() {
  static const std::unordered_map<string_view, LineRole> map = [] {
    std::unordered_map<string_view, LineRole> out;
    const auto add = [&out](string_view list, LineRole role) {
      for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = std::min(list.find('|', at), list.size());
        out.emplace(list.substr(at, end - at), role);
        at = end + 1;
      }
    };
    add(phrases::kVideo, LineRole::Video);
    add(phrases::kRelated, LineRole::Related);
    add(phrases::kCredit, LineRole::Credit);
    add(phrases::kSources, LineRole::Sources);
    add(phrases::kComments, LineRole::Comments);
    add(phrases::kBox, LineRole::Box);
    add(phrases::kSingle, LineRole::Single);
    return out;
  }();
  return map;
}

bool is_instruction(string_view phrase) {
  static constexpr auto kVerbs =
      std::to_array<string_view>({"add ", "embed ", "image", "include ", "insert ", "photo", "place ", "video"});
  return starts_with_any(phrase, kVerbs);
}

}  // namespace

LineRole role_of(const Line& line) {
  if (line.words == 0) {
    return line.text.find('|') != string_view::npos ? LineRole::None : LineRole::Single;  // a rule, a table's rule
  }
  if (line.words > 80) return LineRole::None;
  const std::string phrase = plain(line.text);
  if (phrase.empty()) return LineRole::Single;
  if (const auto known = known_phrases().find(phrase); known != known_phrases().end()) return known->second;
  if ((phrase.starts_with("leave a reply") || phrase.starts_with("your email address will not") ||
       phrase.starts_with("please enter your ")) &&
      line.words <= 16) {
    return LineRole::Comments;
  }
  if (phrase.starts_with("more ") && line.words <= 6 &&
      (phrase.ends_with(" stories") || phrase.ends_with(" news") || phrase.ends_with(" coverage"))) {
    return LineRole::Related;
  }
  if ((phrase.starts_with("more from ") || phrase.starts_with("more in ") || phrase.starts_with("more about ") ||
       phrase.starts_with("latest from ") || phrase.starts_with("more stories ")) &&
      line.is_label() && line.words <= 8) {
    return LineRole::Related;
  }
  if (phrase.starts_with("advertisement") && line.words <= 4) return LineRole::Single;
  if (is_box(line, phrase) || is_follow(line, phrase)) return LineRole::Box;
  if (is_note(line, phrase)) return LineRole::Single;
  if (is_pointer(line, phrase)) return LineRole::Single;
  if (is_byline(line, phrase)) return LineRole::Byline;
  if (is_caption(line, phrase)) return LineRole::Caption;
  if (is_credit(line, phrase)) return LineRole::Credit;
  if (is_stamp(line, phrase)) return LineRole::Stamp;
  if (is_url(phrase) || is_counter(phrase)) return LineRole::Single;
  // An editor's note to self: "[Insert picture here]".
  if (line.text.front() == '[' && line.text.back() == ']' && (line.words <= 6 || is_instruction(phrase)))
    return LineRole::Single;
  if (phrase.ends_with("icon") && line.words <= 5) return LineRole::Single;
  return LineRole::None;
}

}  // namespace triplewright::ingest
