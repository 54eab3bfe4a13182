#include "ingest/dates.h"

#include <gtest/gtest.h>

namespace triplewright::ingest {
namespace {

TEST(Dates, FormsThatNewsUses) {
  EXPECT_EQ(date_value("2026-03-31T12:00:01.000Z"), "2026-03-31T12:00:01Z");
  EXPECT_EQ(date_value("2026-03-31T12:00+0800"), "2026-03-31T12:00:00+08:00");
  EXPECT_EQ(date_value("Tue, 03 Mar 2026 10:05:00 GMT"), "2026-03-03T10:05:00Z");
  EXPECT_EQ(date_value("Saturday, June 14, 2025"), "2025-06-14");
  EXPECT_EQ(date_value("Published on Sept. 3rd, 2025 at 5:00 PM ET"), "2025-09-03");
  EXPECT_EQ(date_value("3 March 2025"), "2025-03-03");
  EXPECT_EQ(date_value("2025/3/4"), "2025-03-04");
  EXPECT_EQ(date_value("25/12/2025"), "2025-12-25");
  EXPECT_EQ(date_value("3/4/2025"), "2025-03-04");
  EXPECT_EQ(date_value("2025年3月4日"), "2025-03-04");
  EXPECT_EQ(date_value("20250304"), "2025-03-04");
  EXPECT_EQ(date_value("20250304T101500Z"), "2025-03-04T10:15:00Z");
  EXPECT_EQ(date_value("20250304T1015+0100"), "2025-03-04T10:15:00+01:00");
  EXPECT_EQ(date_value("1767225600"), "2026-01-01T00:00:00Z");
  EXPECT_EQ(date_value("1767225600000"), "2026-01-01T00:00:00Z");
}

TEST(Dates, WhatIsNoDate) {
  EXPECT_EQ(date_value("February 30, 2025"), "");
  EXPECT_EQ(date_value("2025-13-01"), "");
  EXPECT_EQ(date_value("March 2025"), "");
  EXPECT_EQ(date_value("version 1.2.2025.4"), "");
  EXPECT_EQ(date_value("20251304T101500Z"), "");
  EXPECT_EQ(date_value("12345"), "");
  EXPECT_EQ(date_value(""), "");
}

}  // namespace
}  // namespace triplewright::ingest
