#include "nlp/values/decimal.h"

#include <algorithm>
#include <cmath>

namespace triplewright::nlp::values {
namespace {
__extension__ typedef __int128 Wide;
constexpr Wide kLimit = 1'000'000'000'000'000'000;

// Normal form, or nullopt when the digits do not fit.
std::optional<Decimal> narrow(Wide mantissa, int exponent) {
  while (mantissa != 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    ++exponent;
  }
  if (mantissa >= kLimit || mantissa <= -kLimit) return std::nullopt;
  return Decimal(static_cast<std::int64_t>(mantissa), mantissa == 0 ? 0 : exponent);
}
}  // namespace

Decimal::Decimal(std::int64_t mantissa, int exponent) : mantissa_(mantissa), exponent_(exponent) {
  while (mantissa_ != 0 && mantissa_ % 10 == 0) {
    mantissa_ /= 10;
    ++exponent_;
  }
  if (mantissa_ == 0) exponent_ = 0;
}

std::optional<Decimal> Decimal::parse(std::string_view digits) {
  Wide mantissa = 0;
  int exponent = 0;
  bool point = false, any = false;
  for (const char c : digits) {
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    any = true;
    mantissa = mantissa * 10 + (c - '0');
    if (mantissa >= kLimit) return std::nullopt;
    if (point) --exponent;
  }
  if (!any) return std::nullopt;
  return narrow(mantissa, exponent);
}

Decimal Decimal::scaled(int power) const {
  return {mantissa_, exponent_ + power};
}

Decimal Decimal::operator-() const {
  return {-mantissa_, exponent_};
}

std::optional<Decimal> Decimal::plus(Decimal other) const {
  const int low = std::min(exponent_, other.exponent_);
  if (exponent_ - low > 18 || other.exponent_ - low > 18) return std::nullopt;
  Wide a = mantissa_, b = other.mantissa_;
  for (int e = low; e < exponent_; ++e) a *= 10;
  for (int e = low; e < other.exponent_; ++e) b *= 10;
  return narrow(a + b, low);
}

std::optional<Decimal> Decimal::times(Decimal other) const {
  return narrow(static_cast<Wide>(mantissa_) * other.mantissa_, exponent_ + other.exponent_);
}

Decimal Decimal::over(std::int64_t divisor) const {
  Wide m = mantissa_;
  int exponent = exponent_;
  while (m != 0 && m < kLimit * 1'000'000 && m > -kLimit * 1'000'000) {
    m *= 10;
    --exponent;
  }
  m /= divisor;
  constexpr Wide kKept = 1'000'000'000'000'000;
  while (m >= kKept || m <= -kKept) {
    const bool last = m < kKept * 10 && m > -kKept * 10;
    if (last) m += m > 0 ? 5 : -5;
    m /= 10;
    ++exponent;
  }
  return *narrow(m, exponent);
}

std::optional<std::int64_t> Decimal::integer() const {
  if (exponent_ < 0 || exponent_ > 18) return std::nullopt;
  Wide m = mantissa_;
  for (int e = 0; e < exponent_; ++e) m *= 10;
  if (m >= kLimit || m <= -kLimit) return std::nullopt;
  return static_cast<std::int64_t>(m);
}

std::string Decimal::lexical() const {
  std::string digits = std::to_string(mantissa_ < 0 ? -mantissa_ : mantissa_);
  if (exponent_ >= 0) {
    digits.append(static_cast<std::size_t>(exponent_), '0');
  } else {
    const auto places = static_cast<std::size_t>(-exponent_);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, ".");
  }
  return (mantissa_ < 0 ? "-" : "") + digits;
}

std::strong_ordering operator<=>(Decimal a, Decimal b) {
  const auto sign = [](Decimal d) { return d.mantissa_ > 0 ? 1 : d.mantissa_ < 0 ? -1 : 0; };
  if (sign(a) != sign(b)) return sign(a) <=> sign(b);
  if (a == b) return std::strong_ordering::equal;
  const long double x = static_cast<long double>(a.mantissa_) * std::pow(10.0L, a.exponent_);
  const long double y = static_cast<long double>(b.mantissa_) * std::pow(10.0L, b.exponent_);
  return x < y ? std::strong_ordering::less : std::strong_ordering::greater;
}

}  // namespace triplewright::nlp::values
