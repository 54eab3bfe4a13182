// Wordings of page furniture: whole lines as plain() gives them. A modest list: form decides where words do not.
#pragma once

#include <string_view>

namespace triplewright::ingest::phrases {

/// Buttons and labels. Separated by bars.
inline constexpr std::string_view kSingle =
    "ad|ads|advertisement|advertisement - scroll to continue|advertisements|advertising|all|"
    "article continues after ad|article continues below|back|back to top|bookmark|click here|close|"
    "continue|cookie settings|copy link|download|download pdf|email|exit|expand|facebook|feedback|"
    "flipboard|follow|follow us|for immediate release|forward|get app|gift this article|google news|hide|hide "
    "content|home|"
    "image|images|in this article|instagram|instructions|like|linkedin|listen|listen to article|listen to this article|"
    "live|load more|loading|log in|login|mail|menu|messenger|navigation|next|open in app|photo|photos|"
    "pinterest|play|play video|pocket|prev|previous|print|print this page|privacy policy|promoted|reddit|"
    "register|save|save article|scroll to continue|search|see all|share|share on facebook|"
    "share on linkedin|share on twitter|share on x|share this|share this article|share this post|"
    "share this story|show less|show more|sign in|skip ad|skip advertisement|skip to content|"
    "skip to main content|sponsored|story continues|story continues below advertisement|summary|tags|"
    "telegram|terms of use|text size|threads|toggle navigation|topics|translate|tweet|twitter|video|"
    "videos|view all|view comments|whatsapp|x|your browser does not support the video tag|youtube";

/// Buttons of subscription boxes. Separated by bars.
inline constexpr std::string_view kBox =
    "become a member|donate|enter your email|get the newsletter|join now|newsletter|newsletters|sign up|"
    "sign up here|sign up now|start your free trial|subscribe|subscribe now|subscribe today|support us";

/// Heads of lists of other articles. Separated by bars.
inline constexpr std::string_view kRelated =
    "also on this site|also read|around the web|articles you may like|breaking news|continue reading|"
    "discover more|don't miss|editor's pick|editor's picks|editors' picks|explore more|featured|"
    "featured articles|featured stories|from our partners|from the web|further reading|headlines|"
    "in case you missed it|in other news|keep reading|latest|latest articles|latest from us|"
    "latest headlines|latest news|latest posts|latest stories|more|more articles|more for you|"
    "more from author|more from this author|more headlines|more like this|more news|more on this|"
    "more on this story|more on this topic|more stories|most popular|most read|most viewed|must read|"
    "must reads|must-read|next article|next post|next story|next up|other news|other stories|popular|"
    "popular articles|popular news|popular posts|popular stories|previous article|previous post|"
    "read also|read more|read next|read this next|recent articles|recent news|recent posts|"
    "recent stories|recommend|recommended|recommended articles|recommended for you|recommended reading|"
    "recommended stories|related|related articles|related content|related coverage|related links|"
    "related news|related posts|related reading|related stories|related topics|related video|"
    "related videos|see also|similar articles|similar posts|similar stories|sponsored content|"
    "sponsored links|suggested reading|top news|top stories|trending|trending articles|trending news|"
    "trending now|trending stories|trending topics|up next|what to read next|what to watch next|"
    "you may also like|you may have missed|you may like|you might also like|you might be interested in|"
    "you might like";

/// Who took a picture, alone on a line. Separated by bars.
inline constexpr std::string_view kCredit =
    "afp|ap|ap photo|bloomberg|epa|getty|getty images|reuters|shutterstock|xinhua";

/// Heads of lists of sources. Separated by bars.
inline constexpr std::string_view kSources =
    "bibliography|citations|endnotes|external links|footnotes|references|source|source list|sources|"
    "sources and references|works cited";

/// Heads of comment forms. Separated by bars.
inline constexpr std::string_view kComments =
    "add a comment|add comment|add your comment|be the first to comment|cancel reply|comment|comments|"
    "comments are closed|conversation|discussion|discussion about this post|join the conversation|"
    "join the discussion|leave a comment|leave a reply|leave comment|leave your comment|no comments|"
    "no comments yet|please enter your comment|please enter your name here|post a comment|post comment|"
    "reader comments|responses|send comment|share your thoughts|submit a comment|view comments|"
    "what do you think|write a comment|your comment|your email address will not be published|"
    "your email address will not be published. required fields are marked";

/// Buttons under videos. Separated by bars.
inline constexpr std::string_view kVideo =
    "now playing|play video|video player is loading|watch|watch live|watch now|watch the video|"
    "watch video|watch: now";

}  // namespace triplewright::ingest::phrases
