#include "nlp/values/units.h"

#include <algorithm>

namespace triplewright::nlp::values {
namespace {

bool hyphen(const Context& c, std::size_t i) {
  return c.is(i, "-") && c.glued(i) && c.glued(i + 1);
}

struct Irregular {
  std::string_view plural, singular;
};
constexpr Irregular kIrregular[] = {{"people", "person"},     {"men", "man"},           {"women", "woman"},
                                    {"children", "child"},    {"feet", "foot"},         {"analyses", "analysis"},
                                    {"countries", "country"}, {"companies", "company"}, {"series", "series"},
                                    {"aircraft", "aircraft"}, {"species", "species"},   {"criteria", "criterion"},
                                    {"lives", "life"},        {"knives", "knife"},      {"wafers", "wafer"}};

bool word_in(std::string_view w, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), w) != list.end();
}

}  // namespace

std::string singular(std::string_view w) {
  for (const Irregular& i : kIrregular) {
    if (i.plural == w) return std::string(i.singular);
  }
  if (!looks_plural(w)) return std::string(w);
  if (w.ends_with("ies") && w.size() > 4) return std::string(w.substr(0, w.size() - 3)) + "y";
  if (w.ends_with("xes") || w.ends_with("ches") || w.ends_with("shes") || w.ends_with("sses")) {
    return std::string(w.substr(0, w.size() - 2));
  }
  return std::string(w.substr(0, w.size() - 1));
}

std::optional<Currency> currency_before(const Context& c, std::size_t i) {
  // "US$", "HK $", "u.s $", "cad$", "S$"
  std::size_t sign = i;
  std::string nation;
  if (i < c.size() && c.atoms[i].kind == AtomKind::Word && c.atoms[i].text.size() <= 3) {
    nation = c.atoms[i].text;
    sign = i + 1;
    if (c.is(i + 1, ".") && c.is(i + 2, "s")) {
      nation += c.atoms[i + 2].text;
      sign = i + 3;
      if (c.is(sign, ".")) ++sign;
    }
    if (c.any(sign, {"$", "¥"})) {
      const std::string_view code = national_currency(nation, c.atoms[sign].text);
      // "a $5 billion plan", "as $": the letters stand for a country only next to the sign or in capitals
      const bool letters =
          c.glued(sign) || c.atoms[i].caps || nation == "hk" || nation == "us" || (nation == "c" && c.is(i + 1, "$"));
      if (!code.empty() && letters && !(nation == "a" && !c.glued(sign)))
        return Currency{std::string(code), false, sign + 1};
    }
  }
  const WordInfo* w = c.word(i);
  if (w == nullptr || w->currency.empty() || !w->symbol_before) return std::nullopt;
  std::string code(w->currency);
  if (c.is(i, "¥") && c.renminbi) code = "CNY";
  std::size_t end = i + 1;
  if (c.is(i, "rs") && c.is(end, ".")) ++end;
  if (code == "USD" && c.is(i, "usd") && c.is(end, "$")) ++end;
  return Currency{code, w->cent, end};
}

std::optional<Currency> currency_after(const Context& c, std::size_t i, int& scale) {
  scale = 0;
  if (i >= c.size()) return std::nullopt;
  const Atom& a = c.atoms[i];
  // "30 MUSD"
  if (a.kind == AtomKind::Word && a.text.size() == 4 && (a.text[0] == 'm' || a.text[0] == 'k') && a.capital) {
    const WordInfo* w = find_word(std::string_view(a.text).substr(1));
    if (w != nullptr && !w->currency.empty() && w->symbol_before && a.text.size() == 4) {
      scale = a.text[0] == 'm' ? 6 : 3;
      return Currency{std::string(w->currency), false, i + 1};
    }
  }
  const auto word = [&](std::size_t k) {
    const WordInfo* w = c.word(k);
    return w != nullptr && !w->currency.empty() && !c.is(k, "rs") ? w : nullptr;
  };
  if (const WordInfo* w = word(i)) {
    if (c.is(i, "won") && a.upos == Upos::VERB) {  // "a 2 trillion won order" is money all the same
      const bool scaled = i > 0 && c.any(i - 1, {"million", "billion", "trillion"});
      if (!scaled || c.any(i + 1, {"the", "a", "an", "their", "its"})) return std::nullopt;
    }
    // "3 € 4" belongs to the number after it when written before
    if (w->symbol_before && a.kind == AtomKind::Symbol && c.number(i + 1)) return std::nullopt;
    if (c.is(i, "real") || c.is(i, "rand") || c.is(i, "dong")) {
      if (a.upos != Upos::NOUN) return std::nullopt;
    }
    std::string code(w->currency);
    if (c.is(i, "¥") && c.renminbi) code = "CNY";
    return Currency{code, w->cent, i + 1};
  }
  // "australian dollars", "U.S. dollars", "hong kong dollars", "new taiwan dollars", "swiss francs"
  std::size_t k = i;
  std::string nation = a.text;
  if (c.is(k + 1, ".") && c.is(k + 2, "s")) {
    nation += "s";
    k += c.is(k + 3, ".") ? 3 : 2;
  } else if (c.any(k, {"hong", "new"}) && c.get(k + 1) != nullptr) {
    nation = c.atoms[++k].text;
  } else if (c.is(k, "south") && c.is(k + 1, "korean")) {
    nation = c.atoms[++k].text;
  }
  if (const Atom* currency = c.get(k + 1);
      currency != nullptr && (word(k + 1) != nullptr || c.any(k + 1, {"pound", "pounds"}))) {
    const std::string_view code = national_currency(nation, currency->text);
    if (!code.empty()) return Currency{std::string(code), false, k + 2};
  }
  return std::nullopt;
}

std::optional<Unit> unit_after(const Context& c, std::size_t at) {
  std::size_t i = hyphen(c, at) ? at + 1 : at;
  if (c.any(i, {"%", "percent", "pct", "percentage"}) || (c.is(i, "per") && c.is(i + 1, "cent"))) {
    const std::size_t end = c.is(i, "per") ? i + 2 : i + 1;
    const bool points = c.any(end, {"point", "points"}) || (c.is(end, "-") && c.any(end + 1, {"point", "points"}));
    if (points) return Unit{ValueKind::Percent, "percentage point", c.is(end, "-") ? end + 2 : end + 1};
    return Unit{ValueKind::Percent, "", end};
  }
  if (c.is(i, "basis") && c.any(i + 1, {"point", "points"})) return Unit{ValueKind::Percent, "basis point", i + 2};
  if (c.is(i, "bps")) return Unit{ValueKind::Percent, "basis point", i + 1};
  std::string prefix;
  if (c.any(i, {"square", "sq", "cubic"})) {
    prefix = c.is(i, "cubic") ? "cubic " : "square ";
    i = c.is(i + 1, ".") ? i + 2 : i + 1;
  } else if (c.is(i, "metric") && c.any(i + 1, {"ton", "tons", "tonne", "tonnes"})) {
    return Unit{ValueKind::Quantity, "tonne", i + 2};
  }
  const Atom* a = c.get(i);
  if (a == nullptr) return std::nullopt;
  const WordInfo* w = a->word;
  if (w != nullptr && !w->measure.empty()) {
    // "5 bits of advice" is rare; "200 degree courses" is not worth a rule
    Unit u{ValueKind::Quantity, prefix + std::string(w->measure), i + 1};
    const bool watt = c.any(i, {"kilowatt", "megawatt", "gigawatt", "terawatt"});
    if (watt && c.is(i + 1, "-") && c.any(i + 2, {"hour", "hours"})) {
      u.name += "-hour";
      u.end = i + 3;
    }
    if (c.any(u.end, {"²", "³"}) || (c.number(u.end) && c.glued(u.end) && word_in(c.atoms[u.end].text, {"2", "3"}))) {
      const bool square = c.any(u.end, {"²"}) || c.is(u.end, "2");
      u.name = (square ? "square " : "cubic ") + u.name;
      ++u.end;
    }
    if (c.is(u.end, "/") && c.any(u.end + 1, {"h", "hr", "hour", "s"})) {
      u.name += c.is(u.end + 1, "s") ? " per second" : " per hour";
      u.end += 2;
    }
    return u;
  }
  if (!prefix.empty()) return std::nullopt;
  // "1.8m tall", "2m²", "10 m": metres unless the number grammar took the letter as "million"
  if (c.is(i, "m") && !a->capital && (a->glued || i + 1 == c.size() || !c.atoms[i].capital)) {
    Unit u{ValueKind::Quantity, "metre", i + 1};
    if (c.any(i + 1, {"²", "³"}) || (c.number(i + 1) && c.glued(i + 1) && word_in(c.atoms[i + 1].text, {"2", "3"}))) {
      u.name = c.any(i + 1, {"²", "2"}) ? "square metre" : "cubic metre";
      ++u.end;
    }
    return u;
  }
  return std::nullopt;
}

std::string counted_noun(const Context& c, std::size_t at, std::size_t& end, bool vague) {
  std::size_t i = hyphen(c, at) ? at + 1 : at;
  if (c.is(i, "-") || at == 0 || !c.atoms[at - 1].counts) return {};
  if (vague && c.is(i, "of")) ++i;
  // "200,000 of its advanced chips" and "200,000 more chips" count chips too
  if (c.any(i, {"of"}) && c.any(i + 1, {"the", "its", "their", "those", "these", "our"})) i += 2;
  i = c.skip(i, {"more", "additional", "extra", "other", "such", "new"});
  std::string phrase, best;
  for (std::size_t k = i; k < c.size() && k < i + 10; ++k) {
    const Atom& a = c.atoms[k];
    if (a.kind == AtomKind::Symbol && a.text == "-" && a.glued && c.glued(k + 1) && k > i) {
      phrase += "-";
      continue;
    }
    // "H20 chips"
    if (a.kind == AtomKind::Word && a.capital && c.glued(k + 1) && c.number(k + 1)) {
      phrase += (phrase.empty() ? "" : " ") + a.text + c.atoms[k + 1].text;
      ++k;
      if (c.glued(k + 1) && c.atoms[k + 1].kind == AtomKind::Word) phrase += c.atoms[++k].text;
      continue;
    }
    if (a.kind != AtomKind::Word || (a.word != nullptr && (a.word->time_unit != TimeUnit::None || a.word->month != 0)))
      break;
    const bool tagged = a.token >= 0 && a.upos != Upos::X;
    const bool noun =
        tagged ? a.upos == Upos::NOUN || a.upos == Upos::PROPN
               : !a.capital && (looks_plural(a.text) || word_in(a.text, {"people", "aircraft", "staff", "personnel"}));
    const bool modifier =
        tagged ? a.upos == Upos::ADJ || a.upos == Upos::NOUN || a.upos == Upos::PROPN ||
                     (a.upos == Upos::VERB && (a.text.ends_with("ed") || a.text.ends_with("ing")))
               : !word_in(a.text, {"in",    "on",  "at",    "to",   "of",    "for",   "from",   "by",   "with",  "and",
                                   "or",    "as",  "is",    "was",  "are",   "were",  "has",    "have", "had",   "will",
                                   "would", "the", "a",     "an",   "but",   "if",    "not",    "that", "which", "who",
                                   "it",    "he",  "she",   "they", "we",    "i",     "you",    "this", "than",  "more",
                                   "less",  "can", "could", "may",  "times", "looks", "equals", "does", "did"});
    if (!noun && !modifier) break;
    const bool join = phrase.empty() || phrase.back() == '-';
    const std::string surface = a.caps || (tagged && a.upos == Upos::PROPN) ? std::string() : a.text;
    if (noun) {
      best = phrase + (join ? "" : " ") + (surface.empty() ? a.text : singular(a.text));
      end = k + 1;
      if (!tagged) return best;
      // a plural ends the phrase: "chips buyers"
      const bool plural = looks_plural(a.text) && a.upos == Upos::NOUN;
      if (plural) return best;
    }
    phrase += (join ? "" : " ") + a.text;
  }
  return best;
}

std::string rate_after(const Context& c, std::size_t at, std::size_t& end) {
  end = at;
  const auto unit = [&](std::size_t k) -> std::string {
    const Atom* a = c.get(k);
    if (a == nullptr || a->kind != AtomKind::Word) return {};
    if (a->word != nullptr && a->word->time_unit != TimeUnit::None && !a->word->plural_unit)
      return std::string(name_of(a->word->time_unit));
    return {};
  };
  if (c.any(at, {"annually", "yearly"}) || (c.is(at, "per") && c.any(at + 1, {"annum"}))) {
    end = c.is(at, "per") ? at + 2 : at + 1;
    return "year";
  }
  if (c.is(at, "apiece")) {
    end = at + 1;
    return "unit";
  }
  struct Adverb {
    std::string_view word, unit;
  };
  constexpr Adverb kAdverbs[] = {
      {"monthly", "month"}, {"weekly", "week"}, {"daily", "day"}, {"hourly", "hour"}, {"quarterly", "quarter"}};
  for (const Adverb& a : kAdverbs) {
    // "$5 monthly fee": before a noun it is that noun's
    if (c.is(at, a.word) && (c.get(at + 1) == nullptr || c.atoms[at + 1].kind == AtomKind::Symbol ||
                             c.any(at + 1, {"to", "in", "on", "from", "and", "for", "by", "at"}))) {
      end = at + 1;
      return std::string(a.unit);
    }
  }
  if (c.any(at, {"per", "each", "every"}) || (c.is(at, "/") && c.glued(at) && c.glued(at + 1))) {
    if (std::string u = unit(at + 1); !u.empty()) {
      end = at + 2;
      return u;
    }
    const Atom* a = c.get(at + 1);
    if (c.is(at, "per") && a != nullptr && a->kind == AtomKind::Word && !a->capital &&
        !c.any(at + 1, {"cent", "se", "capita"})) {
      end = at + 2;
      const Atom* second = c.get(at + 3);  // "per kilowatt-hour"
      if (c.is(at + 2, "-") && c.glued(at + 2) && c.glued(at + 3) && second != nullptr &&
          second->kind == AtomKind::Word) {
        end = at + 4;
        return a->text + "-" + singular(second->text);
      }
      return singular(a->text);
    }
    return {};
  }
  if (c.any(at, {"a", "an", "the"})) {
    const std::string u = unit(at + 1);
    const bool measured = c.any(
        at + 1, {"share", "barrel", "ton", "tonne", "pound", "ounce", "gallon", "litre", "unit", "piece", "head"});
    if (u.empty() && !measured) return {};
    if (c.is(at, "the") && !measured) return {};
    // "5% a year earlier", "a year ago", "a year after" are times; "a quarter of" a fraction
    if (c.any(at + 2, {"ago", "earlier", "later", "after", "before", "from", "of", "-", "and"}) && !u.empty() &&
        !(c.any(at + 2, {"from", "after", "and", "before"}) && u != "quarter" && c.any(at + 2, {"and"}))) {
      return {};
    }
    end = at + 2;
    return u.empty() ? singular(c.atoms[at + 1].text) : u;
  }
  return {};
}

}  // namespace triplewright::nlp::values
