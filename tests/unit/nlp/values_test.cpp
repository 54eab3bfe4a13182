#include "nlp/values/values.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "nlp/conllu.h"
#include "nlp/values/evaluate.h"
#include "triplewright/error.h"

namespace triplewright::nlp {
namespace {

constexpr const char* kPublished = "2025-06-14T08:00:00Z";  // a Saturday

std::string_view name(ValueKind kind) {
  constexpr std::string_view kNames[] = {"Number", "Percent", "Money", "Quantity", "Time", "Duration", "Ordinal"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name(Bound bound) {
  constexpr std::string_view kNames[] = {"", "about ", ">= ", "> ", "<= ", "< ", "between "};
  return kNames[static_cast<std::size_t>(bound)];
}

// "Money > 25000000000 USD / year", "Time 2019..": a value in one line.
std::string line(const Value& v) {
  std::string out = std::string(name(v.kind)) + " " + std::string(name(v.bound));
  if (v.kind == ValueKind::Time) {
    if (!v.resolved) return out + "?";
    return out + (v.begin == v.end ? v.begin : v.begin + ".." + v.end);
  }
  if (!v.number.empty()) {
    out += v.number;
  } else if (!v.min.empty() && !v.max.empty()) {
    out += v.min + " " + v.max;
  } else {
    out += v.min + v.max;
  }
  if (!v.currency.empty()) out += " " + v.currency;
  if (!v.unit.empty()) out += " " + v.unit;
  if (!v.per.empty()) out += " / " + v.per;
  return out;
}

std::vector<std::string> lines(const char* text, const char* published = kPublished) {
  std::vector<std::string> out;
  for (const LocatedValue& v : find_values_in_text(text, published)) out.push_back(line(v.value));
  return out;
}

struct Case {
  const char* text;
  std::vector<std::string> values;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(lines(c.text), c.values) << c.text;
}

TEST(Values, Money) {
  check({{"The mill cost $25 billion.", {"Money 25000000000 USD"}},
         {"It paid 1.45 billion yuan ($209.8 million) for it.", {"Money 1450000000 CNY", "Money 209800000 USD"}},
         {"Fees of €2.95bn and £750,000 and US$5 bn",
          {"Money 2950000000 EUR", "Money 750000 GBP", "Money 5000000000 USD"}},
         {"NT$30 billion, HK$1.5m, C$7, RMB 40 and ₹500 crore",
          {"Money 30000000000 TWD", "Money 1500000 HKD", "Money 7 CAD", "Money 40 CNY", "Money 5000000000 INR"}},
         {"about 3 trillion won", {"Money about 3000000000000 KRW"}},
         {"12 Hong Kong dollars or 9 Swiss francs", {"Money 12 HKD", "Money 9 CHF"}},
         {"It spends over $25 billion annually.", {"Money > 25000000000 USD / year"}},
         {"A fee of $4 a barrel, $2.10 per share", {"Money 4 USD / barrel", "Money 2.1 USD / share"}},
         {"It costs $35 per kilowatt-hour - less", {"Money 35 USD / kilowatt-hour"}},
         {"It will raise $5-10 million", {"Money between 5000000 10000000 USD"}},
         {"a range of $52.5 bn to $55 bn", {"Money between 52500000000 55000000000 USD"}},
         {"a toll of 50 cents", {"Money 0.5 USD"}},
         {"The bakery in Xiamen paid ¥90 million in yuan", {"Money 90000000 CNY"}},
         {"The bakery in Osaka paid ¥90 million", {"Money 90000000 JPY"}},
         {"millions of dollars", {"Money >= 2000000 USD"}}});
}

TEST(Values, PercentagesAndShares) {
  check({{"It rose 28% and 28 percent and 28 per cent", {"Percent 28", "Percent 28", "Percent 28"}},
         {"three to five percentage points", {"Percent between 3 5 percentage point"}},
         {"cut by 25 basis points", {"Percent 25 basis point"}},
         {"nearly 40%, at least 18-20%", {"Percent about 40", "Percent between 18 20"}},
         {"half of its output", {"Percent 50"}},
         {"two-thirds of the pupils", {"Percent 66.6666666666667"}},
         {"a quarter of the bakers", {"Percent 25"}},
         {"one in five", {"Number 0.2"}}});
}

TEST(Values, CountsTakeTheirNoun) {
  check({{"up to 200,000 advanced ovens by 2025", {"Quantity <= 200000 advanced oven", "Time <= 2025"}},
         {"more than 800,000 lamps", {"Quantity > 800000 lamp"}},
         {"dozens of bakeries", {"Quantity >= 24 bakery"}},
         {"hundreds of thousands of looms", {"Quantity >= 200000 loom"}},
         {"as many as 30 or fewer than 12 boxes", {"Number <= 30", "Quantity < 12 box"}},
         {"twenty-five people", {"Quantity 25 person"}},
         {"3.6m people", {"Quantity 3600000 person"}},
         {"between 70 and 75 aircraft a month", {"Quantity between 70 75 aircraft / month"}},
         {"100 000 looms", {"Quantity 100000 loom"}},
         {"a profit of 68 billion.", {"Number 68000000000"}},
         {"one and a half million eggs", {"Quantity 1500000 egg"}},
         {"at least 20 but no more than 30", {"Number between 20 30"}},
         {"200 or more", {"Number >= 200"}}});
}

TEST(Values, Measures) {
  check({{"5-nm parts", {"Quantity 5 nanometre"}},
         {"3 gigawatts of power", {"Quantity 3 gigawatt"}},
         {"a 2,500 m² hall, 1.8m tall", {"Quantity 2500 square metre", "Quantity 1.8 metre"}},
         {"188 miles an hour", {"Quantity 188 mile / hour"}},
         {"90 GWh", {"Quantity 90 gigawatt-hour"}}});
}

TEST(Values, Durations) {
  check({{"a lag of three to six months", {"Duration between 3 6 month"}},
         {"trails by one to two years", {"Duration between 1 2 year"}},
         {"for more than an hour", {"Duration > 1 hour"}},
         {"a five-year plan of 60 days", {"Duration 5 year", "Duration 60 day"}},
         {"two and a half hours", {"Duration 2.5 hour"}},
         {"up to 20 years in a cell", {"Duration <= 20 year"}},
         {"1 year 6 months", {"Duration 18 month"}}});
}

TEST(Values, Ordinals) {
  check({{"the second-largest baker", {"Ordinal 2"}}, {"its 21st shop", {"Ordinal 21"}}});
}

TEST(Values, CalendarDates) {
  check({{"2 January 2026", {"Time 2026-01-02"}},
         {"on Jan. 2, 2026, in 2026-01-02", {"Time 2026-01-02", "Time 2026-01-02"}},
         {"on 02/22/2016 and 21/04/16", {"Time 2016-02-22", "Time 2016-04-21"}},
         {"on Jan. 2 and in October 2024", {"Time 2025-01-02", "Time 2024-10"}},
         {"Tuesday, March 4, 2025", {"Time 2025-03-04"}},
         {"on the tenth of September 1999", {"Time 1999-09-10"}},
         {"It opened on 29 February 2024 but not on 30 February 2024", {"Time 2024-02-29"}},
         {"nothing on 2/29/2019", {}},
         {"the 2010s and the 1990s", {"Time 2010..2019", "Time 1990..1999"}},
         {"Q4 2025, 4Q25, H1 2024, FY2025, fiscal 2025",
          {"Time 2025-10..2025-12", "Time 2025-10..2025-12", "Time 2024-01..2024-06", "Time 2025", "Time 2025"}},
         {"the first half of 2024", {"Time 2024-01..2024-06"}},
         {"the first nine months of 2024", {"Time 2024-01..2024-09"}},
         {"in late 2022", {"Time about 2022-09..2022-12"}},
         {"the summer of 2021", {"Time 2021-06..2021-08"}}});
}

TEST(Values, Intervals) {
  check({{"from 2019 to 2022", {"Time between 2019..2022"}},
         {"between October 2022 and July 2025", {"Time between 2022-10..2025-07"}},
         {"2019-2022 and 2024/25", {"Time between 2019..2022", "Time between 2024..2025"}},
         {"from 4 to 22 January 1995", {"Time between 1995-01-04..1995-01-22"}},
         {"November 19-20, then May to October 2020",
          {"Time between 2024-11-19..2024-11-20", "Time between 2020-05..2020-10"}},
         {"since 2019", {"Time >= 2019.."}},
         {"until next year", {"Time <= ..2026"}},
         {"before 2018", {"Time < ..2018"}},
         {"after October 2023", {"Time > 2023-10.."}},
         {"by 2025", {"Time <= 2025"}},
         {"by the end of 2027", {"Time <= 2027-12"}}});
}

TEST(Values, RelativeTimes) {
  check({{"around five years ago", {"Time about 2020"}},
         {"next year, this month, last week", {"Time 2026", "Time 2025-06", "Time 2025-06-02..2025-06-08"}},
         {"last Thursday, on Monday, yesterday", {"Time 2025-06-12", "Time 2025-06-09", "Time 2025-06-13"}},
         {"It will open on Monday", {"Time 2025-06-16"}},
         {"in recent years", {"Time about 2020..2025"}},
         {"over the last three years", {"Time 2022..2025"}},
         {"the past 12 months", {"Time 2024-06..2025-06"}},
         {"the first quarter", {"Time 2025-01..2025-03"}},
         {"two weeks ago, a year ago", {"Time 2025-05-31", "Time 2024"}},
         {"It will close in two years", {"Time 2027"}},
         {"its fastest rise in two years", {"Duration 2 year"}},
         {"earlier this month", {"Time 2025-06-01..2025-06-14"}},
         {"within 60 days", {"Time <= 2025-06-14..2025-08-13"}},
         {"three days after May 1, 2025", {"Time 2025-05-04"}},
         {"in December", {"Time 2024-12"}}});
}

TEST(Values, WithoutPublicationDateOnlyAbsoluteTimesResolve) {
  EXPECT_EQ(lines("since 2019 and on Jan. 2, 2026", ""),
            (std::vector<std::string>{"Time >= 2019..", "Time 2026-01-02"}));
  EXPECT_EQ(lines("next year and two weeks ago", ""), (std::vector<std::string>{"Time ?", "Time ?"}));
  EXPECT_EQ(lines("in March", ""), (std::vector<std::string>{"Time ?"}));
}

TEST(Values, NamesAreNoValues) {
  check({{"The new Loom 60 weaves, as the A350-1000 and the T200 do", {}},
         {"under Section 232 of the code", {}},
         {"a 910C part on an HBM3 board", {}},
         {"The phone 17 maker", {"Number 17"}},
         {"the iLoom 17's release", {}},
         {"the 737 Max", {}},
         {"Made in Ruritania 2025 is a plan", {}},
         {"It may march on, as you may like", {}},
         {"at 9 a.m., at 10:30, 3pm", {}},
         {"the call to +1-222-555-0100", {}},
         {"version 3.5.1 of 4:3 screens", {}},
         {"see https://example.com/2025/12/16/deal-5", {}},
         {"one of the largest, the one", {}},
         {"Sun Weaving hired Mon Halder", {}},
         {"24/7 since 9/11", {}}});
}

TEST(Values, ChangeIsNoRange) {
  check({{"sales fell in 2025 to 32 billion yuan", {"Time 2025", "Money 32000000000 CNY"}},
         {"up 4.8% to 72.8 billion yuan", {"Percent 4.8", "Money 72800000000 CNY"}},
         {"up 8% from a year ago", {"Percent 8", "Time 2024"}},
         {"the climb from 20 to 30", {"Number 20", "Number 30"}}});
}

TEST(Values, TextAndSpans) {
  const std::vector<LocatedValue> v = find_values_in_text("It spends over $25 billion annually by 2030.", kPublished);
  ASSERT_EQ(v.size(), 2u);
  EXPECT_EQ(v[0].value.text, "over $25 billion annually");
  EXPECT_EQ(v[0].bytes, (Span{10, 35}));
  EXPECT_EQ(v[0].core, (Span{15, 26}));
  EXPECT_EQ(v[1].value.text, "2030");
}

TEST(Values, OnTokens) {
  Document document = document_from_conllu(
      "# text = It sold up to 1,200 copper lamps.\n"
      "1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n"
      "2\tsold\tsell\tVERB\tVBD\t_\t0\troot\t_\t_\n"
      "3\tup\tup\tADP\tRB\t_\t5\tadvmod\t_\t_\n"
      "4\tto\tto\tADP\tIN\t_\t3\tfixed\t_\t_\n"
      "5\t1,200\t1200\tNUM\tCD\t_\t7\tnummod\t_\t_\n"
      "6\tcopper\tcopper\tNOUN\tNN\t_\t7\tcompound\t_\t_\n"
      "7\tlamps\tlamp\tNOUN\tNNS\t_\t2\tobj\t_\tSpaceAfter=No\n"
      "8\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n");
  find_values(document);
  ASSERT_EQ(document.values.size(), 1u);
  EXPECT_EQ(line(document.values[0]), "Quantity <= 1200 copper lamp");
  EXPECT_EQ(document.values[0].tokens, (Span{2, 5}));
  EXPECT_EQ(document.values[0].text, "up to 1,200");
}

TEST(Values, AScaledWonIsMoneyThoughTaggedAVerb) {
  Document document = document_from_conllu(
      "# text = a 2 trillion won order\n"
      "1\ta\ta\tDET\tDT\t_\t5\tdet\t_\t_\n"
      "2\t2\t2\tNUM\tCD\t_\t3\tcompound\t_\t_\n"
      "3\ttrillion\ttrillion\tNUM\tCD\t_\t4\tnummod\t_\t_\n"
      "4\twon\twin\tVERB\tVBD\t_\t5\tcompound\t_\t_\n"
      "5\torder\torder\tNOUN\tNN\t_\t0\troot\t_\t_\n\n");
  find_values(document);
  ASSERT_EQ(document.values.size(), 1u);
  EXPECT_EQ(line(document.values[0]), "Money 2000000000000 KRW");
}

TEST(Values, HostileTextEndsSoon) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += i % 3 == 0 ? "early " : i % 3 == 1 ? "zero " : "thousand ";
  (void)find_values_in_text(text, kPublished);
  text.clear();
  for (int i = 0; i < 20000; ++i) text += "the end of ";
  (void)find_values_in_text(text, kPublished);
  (void)find_values_in_text("999999999999999999999999999999 99999999999999 trillion years ago \xFF\xC3", kPublished);
  (void)find_values_in_text("in 9999 years, 20000 decades ago, the last 4999 centuries", kPublished);
}

TEST(Values, ScoresCases) {
  const ValueScore score = score_values(R"([
    {"Input": "It cost $20", "Results": [{"Text": "$20", "TypeName": "currency", "Start": 8, "Resolution": {"value": "20", "unit": "Dollar"}}]},
    {"Input": "It cost $20", "Results": [{"Text": "$20", "TypeName": "currency", "Start": 8, "Resolution": {"value": "21", "unit": "Dollar"}}]},
    {"Input": "every week", "Results": [{"Text": "every week", "TypeName": "datetimeV2.set", "Start": 0}]}
  ])",
                                        "CurrencyModel.json");
  EXPECT_EQ(score.cases, 2u);
  EXPECT_EQ(score.spans, 2u);
  EXPECT_EQ(score.values, 1u);
  EXPECT_EQ(score.left_out, 1u);
  EXPECT_EQ(score.mistakes.size(), 1u);
  EXPECT_THROW((void)score_values("{}", "x.json"), Error);
}

}  // namespace
}  // namespace triplewright::nlp
