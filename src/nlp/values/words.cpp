#include "nlp/values/words.h"

#include <array>
#include <string>
#include <unordered_map>

namespace triplewright::nlp::values {
namespace {

struct Numbered {
  std::string_view words;  // separated by spaces
  int value;
};

constexpr Numbered kCardinals[] = {{"zero nought naught nil", 0},
                                   {"one", 1},
                                   {"two", 2},
                                   {"three", 3},
                                   {"four", 4},
                                   {"five", 5},
                                   {"six", 6},
                                   {"seven", 7},
                                   {"eight", 8},
                                   {"nine", 9},
                                   {"ten", 10},
                                   {"eleven", 11},
                                   {"twelve", 12},
                                   {"thirteen", 13},
                                   {"fourteen", 14},
                                   {"fifteen", 15},
                                   {"sixteen", 16},
                                   {"seventeen", 17},
                                   {"eighteen", 18},
                                   {"nineteen", 19},
                                   {"twenty", 20},
                                   {"thirty", 30},
                                   {"forty fourty", 40},
                                   {"fifty", 50},
                                   {"sixty", 60},
                                   {"seventy", 70},
                                   {"eighty", 80},
                                   {"ninety", 90}};

constexpr Numbered kOrdinals[] = {
    {"first", 1},      {"second", 2},       {"third", 3},       {"fourth", 4},        {"fifth", 5},
    {"sixth", 6},      {"seventh", 7},      {"eighth", 8},      {"ninth nineth", 9},  {"tenth", 10},
    {"eleventh", 11},  {"twelfth", 12},     {"thirteenth", 13}, {"fourteenth", 14},   {"fifteenth", 15},
    {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18}, {"nineteenth", 19},   {"twentieth", 20},
    {"thirtieth", 30}, {"fortieth", 40},    {"fiftieth", 50},   {"sixtieth", 60},     {"seventieth", 70},
    {"eightieth", 80}, {"ninetieth", 90},   {"hundredth", 100}, {"thousandth", 1000}, {"millionth", 1000000}};

constexpr Numbered kScales[] = {{"hundred", 2}, {"thousand", 3}, {"lakh", 5},      {"million", 6},
                                {"crore", 7},   {"billion", 9},  {"trillion", 12}, {"quadrillion", 15}};

constexpr Numbered kMonths[] = {{"january jan", 1},  {"february feb", 2},  {"march mar", 3},
                                {"april apr", 4},    {"may", 5},           {"june jun", 6},
                                {"july jul", 7},     {"august aug", 8},    {"september sept sep", 9},
                                {"october oct", 10}, {"november nov", 11}, {"december dec", 12}};

constexpr Numbered kWeekdays[] = {
    {"monday mon", 0}, {"tuesday tue tues", 1}, {"wednesday wed", 2}, {"thursday thu thur thurs", 3},
    {"friday fri", 4}, {"saturday sat", 5},     {"sunday sun", 6}};

constexpr Numbered kSeasons[] = {{"spring", 3}, {"summer", 6}, {"autumn fall", 9}, {"winter", 12}};

constexpr Numbered kDecades[] = {{"tens", 10},    {"twenties", 20},  {"thirties", 30}, {"forties", 40}, {"fifties", 50},
                                 {"sixties", 60}, {"seventies", 70}, {"eighties", 80}, {"nineties", 90}};

struct Named {
  std::string_view words;
  std::string_view name;
};

// Singular and plural names; abbreviations that no ordinary word shares.
constexpr Named kMeasures[] = {
    {"nanometre nanometres nanometer nanometers nm", "nanometre"},
    {"micrometre micrometres micrometer micrometers micron microns µm", "micrometre"},
    {"millimetre millimetres millimeter millimeters mm", "millimetre"},
    {"centimetre centimetres centimeter centimeters cm", "centimetre"},
    {"metre metres meter meters", "metre"},
    {"kilometre kilometres kilometer kilometers km kms", "kilometre"},
    {"inch inches", "inch"},
    {"foot feet ft", "foot"},
    {"yard yards", "yard"},
    {"mile miles", "mile"},
    {"acre acres", "acre"},
    {"hectare hectares", "hectare"},
    {"gram grams gramme grammes", "gram"},
    {"kilogram kilograms kilo kilos kg kgs", "kilogram"},
    {"milligram milligrams mg", "milligram"},
    {"ounce ounces oz", "ounce"},
    {"pound pounds lb lbs", "pound"},
    {"ton tons", "ton"},
    {"tonne tonnes", "tonne"},
    {"litre litres liter liters", "litre"},
    {"millilitre millilitres milliliter milliliters ml", "millilitre"},
    {"gallon gallons", "gallon"},
    {"barrel barrels", "barrel"},
    {"teaspoon teaspoons", "teaspoon"},
    {"bit bits", "bit"},
    {"byte bytes", "byte"},
    {"kilobyte kilobytes kb", "kilobyte"},
    {"megabyte megabytes mb", "megabyte"},
    {"gigabyte gigabytes gb", "gigabyte"},
    {"terabyte terabytes tb", "terabyte"},
    {"petabyte petabytes pb", "petabyte"},
    {"exabyte exabytes", "exabyte"},
    {"gigabit gigabits gbps", "gigabit"},
    {"watt watts", "watt"},
    {"kilowatt kilowatts kw", "kilowatt"},
    {"megawatt megawatts mw", "megawatt"},
    {"gigawatt gigawatts gw", "gigawatt"},
    {"terawatt terawatts tw", "terawatt"},
    {"kwh", "kilowatt-hour"},
    {"mwh", "megawatt-hour"},
    {"gwh", "gigawatt-hour"},
    {"twh", "terawatt-hour"},
    {"hertz hz", "hertz"},
    {"megahertz mhz", "megahertz"},
    {"gigahertz ghz", "gigahertz"},
    {"volt volts", "volt"},
    {"horsepower hp", "horsepower"},
    {"degree degrees °", "degree"},
    {"teraflop teraflops tflops", "teraflop"},
    {"petaflop petaflops pflops", "petaflop"},
    {"exaflop exaflops", "exaflop"},
    {"picometre picometer picometres picometers", "picometre"},
    {"decimetre decimeter decimetres decimeters dm", "decimetre"},
    {"mph", "mile per hour"},
    {"kph kmph kmh", "kilometre per hour"},
};

constexpr std::string_view kUnitNames[] = {"",        "second", "minute",    "hour",  "day",     "business day",
                                           "weekend", "week",   "fortnight", "month", "quarter", "half-year",
                                           "year",    "decade", "century"};

struct UnitWords {
  std::string_view singular, plural;
  TimeUnit unit;
};

constexpr UnitWords kTimeUnits[] = {
    {"second sec", "seconds secs", TimeUnit::Second}, {"minute min", "minutes mins", TimeUnit::Minute},
    {"hour hr", "hours hrs", TimeUnit::Hour},         {"day", "days", TimeUnit::Day},
    {"weekend", "weekends", TimeUnit::Weekend},       {"week", "weeks", TimeUnit::Week},
    {"fortnight", "fortnights", TimeUnit::Fortnight}, {"month", "months", TimeUnit::Month},
    {"quarter", "quarters", TimeUnit::Quarter},       {"year yr", "years yrs", TimeUnit::Year},
    {"decade", "decades", TimeUnit::Decade},          {"century", "centuries", TimeUnit::Century}};

struct CurrencyWords {
  std::string_view words, code;
  bool cent, before;
};

constexpr CurrencyWords kCurrencies[] = {
    {"$ usd", "USD", false, true},
    {"dollar dollars buck bucks", "USD", false, false},
    {"cent cents ¢", "USD", true, false},
    {"€ eur", "EUR", false, true},
    {"euro euros", "EUR", false, false},
    {"£ gbp", "GBP", false, true},
    {"sterling", "GBP", false, false},
    {"pence", "GBP", true, false},
    {"¥", "JPY", false, true},
    {"yen", "JPY", false, false},
    {"jpy", "JPY", false, true},
    {"yuan renminbi 元", "CNY", false, false},
    {"rmb cny", "CNY", false, true},
    {"₩ krw", "KRW", false, true},
    {"won", "KRW", false, false},
    {"₹ inr rs", "INR", false, true},
    {"rupee rupees", "INR", false, false},
    {"₽", "RUB", false, true},
    {"rub", "RUB", false, false},
    {"rouble roubles ruble rubles", "RUB", false, false},
    {"₺", "TRY", false, true},
    {"lira liras", "TRY", false, false},
    {"₫", "VND", false, true},
    {"dong", "VND", false, false},
    {"฿ thb", "THB", false, true},
    {"baht", "THB", false, false},
    {"₪", "ILS", false, true},
    {"shekel shekels", "ILS", false, false},
    {"₱", "PHP", false, true},
    {"franc francs chf", "CHF", false, true},
    {"peso pesos", "MXN", false, false},
    {"peseta pesetas", "ESP", false, false},
    {"krona kronor sek", "SEK", false, true},
    {"krone kroner nok", "NOK", false, true},
    {"dkk", "DKK", false, true},
    {"zloty zlotys", "PLN", false, false},
    {"real reais", "BRL", false, false},
    {"brl", "BRL", false, true},
    {"rand", "ZAR", false, false},
    {"ringgit", "MYR", false, false},
    {"rupiah", "IDR", false, false},
    {"dirham dirhams aed", "AED", false, true},
    {"riyal riyals", "SAR", false, false},
    {"hryvnia hryvnias ₴", "UAH", false, true},
    {"₡", "CRC", false, true},
    {"₾", "GEL", false, true},
    {"₭", "LAK", false, true},
    {"twd ntd", "TWD", false, true},
    {"hkd", "HKD", false, true},
    {"sgd", "SGD", false, true},
    {"aud", "AUD", false, true},
    {"cad", "CAD", false, true},
    {"nzd", "NZD", false, true},
    {"mxn", "MXN", false, true},
};

// nation words before "$", "dollar(s)", "peso(s)" ...; the code depends on the family of the currency.
struct National {
  std::string_view nations, family, code;
};

constexpr National kNational[] = {
    {"us u.s american usd", "dollar", "USD"},
    {"hk hongkong hkd", "dollar", "HKD"},
    {"nt taiwan taiwanese ntd twd", "dollar", "TWD"},
    {"c ca can canadian cad", "dollar", "CAD"},
    {"a au aus australian aud", "dollar", "AUD"},
    {"s sg singapore singaporean sgd", "dollar", "SGD"},
    {"nz zealand nzd", "dollar", "NZD"},
    {"kong", "dollar", "HKD"},
    {"mex mexican mx mxn", "dollar", "MXN"},
    {"r brazilian brl", "dollar", "BRL"},
    {"mexican", "peso", "MXN"},
    {"argentine argentinian", "peso", "ARS"},
    {"chilean", "peso", "CLP"},
    {"colombian", "peso", "COP"},
    {"philippine", "peso", "PHP"},
    {"swiss", "franc", "CHF"},
    {"indian", "rupee", "INR"},
    {"pakistani", "rupee", "PKR"},
    {"turkish", "lira", "TRY"},
    {"british", "pound", "GBP"},
    {"egyptian", "pound", "EGP"},
    {"danish", "krone", "DKK"},
    {"norwegian", "krone", "NOK"},
    {"swedish", "krona", "SEK"},
    {"chinese", "yuan", "CNY"},
    {"japanese", "yen", "JPY"},
    {"korean", "won", "KRW"},
    {"russian", "rouble", "RUB"},
    {"cn chinese", "yen", "CNY"},
    {"jp", "yen", "JPY"},
};

constexpr Named kFractions[] = {{"½", "1/2"}, {"⅓", "1/3"}, {"⅔", "2/3"}, {"¼", "1/4"}, {"¾", "3/4"},
                                {"⅕", "1/5"}, {"⅖", "2/5"}, {"⅗", "3/5"}, {"⅘", "4/5"}, {"⅙", "1/6"},
                                {"⅚", "5/6"}, {"⅛", "1/8"}, {"⅜", "3/8"}, {"⅝", "5/8"}, {"⅞", "7/8"}};

template <typename F>
void each_word(std::string_view list, F&& f) {
  while (!list.empty()) {
    const std::size_t space = list.find(' ');
    f(list.substr(0, space));
    if (space == std::string_view::npos) return;
    list.remove_prefix(space + 1);
  }
}

using Table = std::unordered_map<std::string, WordInfo>;

Table make_table() {
  Table table;
  const auto set = [&](std::string_view words, auto&& f) {
    each_word(words, [&](std::string_view w) { f(table[std::string(w)]); });
  };
  for (const auto& [words, value] : kCardinals) set(words, [v = value](WordInfo& i) { i.cardinal = v; });
  for (const auto& [words, value] : kOrdinals) {
    set(words, [v = value](WordInfo& i) { i.ordinal = v; });
    if (value < 3) continue;
    set(words, [v = value](WordInfo& i) { i.denominator = v; });
    each_word(words, [&, v = value](std::string_view w) {
      WordInfo& i = table[std::string(w) + "s"];
      i.denominator = v;
      i.plural_denominator = true;
    });
  }
  table["half"].denominator = 2;
  table["halves"].denominator = 2;
  table["halves"].plural_denominator = true;
  table["quarter"].denominator = 4;
  table["quarters"].denominator = 4;
  table["quarters"].plural_denominator = true;
  for (const auto& [words, value] : kScales) {
    set(words, [v = value](WordInfo& i) { i.scale = v; });
    WordInfo& plural = table[std::string(words) + "s"];
    plural.scale = value;
    plural.plural_scale = true;
  }
  table["tens"].scale = 1;
  table["tens"].plural_scale = true;
  table["dozen"].dozen = true;
  table["dozens"].dozen = true;
  table["dozens"].plural_scale = true;
  for (const auto& [words, value] : kMonths) set(words, [v = value](WordInfo& i) { i.month = v; });
  for (const auto& [words, value] : kWeekdays) set(words, [v = value](WordInfo& i) { i.weekday = v; });
  for (const auto& [words, value] : kSeasons) set(words, [v = value](WordInfo& i) { i.season = v; });
  for (const auto& [words, value] : kDecades) set(words, [v = value](WordInfo& i) { i.decade = v; });
  for (const UnitWords& u : kTimeUnits) {
    set(u.singular, [&](WordInfo& i) { i.time_unit = u.unit; });
    set(u.plural, [&](WordInfo& i) {
      i.time_unit = u.unit;
      i.plural_unit = true;
    });
  }
  for (const auto& [words, name] : kMeasures) set(words, [n = name](WordInfo& i) { i.measure = n; });
  for (const CurrencyWords& c : kCurrencies) {
    set(c.words, [&](WordInfo& i) {
      i.currency = c.code;
      i.cent = c.cent;
      i.symbol_before = c.before;
    });
  }
  for (const auto& [words, name] : kFractions) set(words, [n = name](WordInfo& i) { i.fraction = n; });
  // Words that only begin a value: bounds, prepositions, directions.
  for (const std::string_view w : {"a",         "an",        "the",        "about",     "above",
                                   "ago",       "all",       "almost",     "another",   "approximately",
                                   "around",    "as",        "at",         "before",    "after",
                                   "beginning", "below",     "between",    "bigger",    "by",
                                   "circa",     "close",     "coming",     "couple",    "current",
                                   "cy",        "earlier",   "early",      "effective", "end",
                                   "equal",     "equaling",  "equals",     "estimated", "exceed",
                                   "exceeded",  "exceeding", "exceeds",    "few",       "fewer",
                                   "final",     "fiscal",    "financial",  "following", "forthcoming",
                                   "from",      "full",      "fy",         "greater",   "h",
                                   "higher",    "http",      "https",      "in",        "its",
                                   "just",      "larger",    "last",       "late",      "later",
                                   "less",      "longer",    "lower",      "maximum",   "mid",
                                   "middle",    "minimum",   "minus",      "more",      "near",
                                   "nearly",    "negative",  "next",       "no",        "north",
                                   "not",       "over",      "past",       "preceding", "present",
                                   "previous",  "prior",     "q",          "recent",    "remainder",
                                   "rest",      "roughly",   "several",    "shorter",   "since",
                                   "smaller",   "some",      "something",  "start",     "starting",
                                   "surpass",   "surpassed", "surpassing", "these",     "this",
                                   "through",   "till",      "today",      "tomorrow",  "tmrw",
                                   "tonight",   "topping",   "under",      "until",     "up",
                                   "upcoming",  "upward",    "upwards",    "us",        "u",
                                   "hk",        "nt",        "c",          "s",         "au",
                                   "ca",        "nz",        "mex",        "cad",       "very",
                                   "well",      "within",    "www",        "yesterday", "calendar",
                                   "year",      "-",         "'",          "<",         ">",
                                   "≤",         "≥"}) {
    table[std::string(w)];
  }
  return table;
}

}  // namespace

const WordInfo* find_word(std::string_view lower) {
  static const Table table = make_table();
  const auto it = table.find(std::string(lower));
  return it == table.end() ? nullptr : &it->second;
}

std::string_view national_currency(std::string_view nation, std::string_view currency_word) {
  std::string_view family = currency_word;
  if (family == "$") family = "dollar";
  if (family == "¥") family = "yen";
  if (family.size() > 4 && family.back() == 's') family.remove_suffix(1);
  if (family == "ruble") family = "rouble";
  for (const National& n : kNational) {
    if (n.family != family) continue;
    bool found = false;
    each_word(n.nations, [&](std::string_view w) { found = found || w == nation; });
    if (found) return n.code;
  }
  return {};
}

std::string_view name_of(TimeUnit unit) {
  return kUnitNames[static_cast<std::size_t>(unit)];
}

bool looks_plural(std::string_view w) {
  return w.size() > 3 && w.back() == 's' && w[w.size() - 2] != 's' && !w.ends_with("us") && !w.ends_with("is");
}

}  // namespace triplewright::nlp::values
