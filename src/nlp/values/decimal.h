// Decimal numbers as the value grammars compute with them: exact, at most 18 digits.
// Pure functions; thread-safe.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace triplewright::nlp::values {

/// mantissa * 10^exponent, without trailing zeros in the mantissa.
class Decimal {
 public:
  Decimal() = default;
  Decimal(std::int64_t mantissa, int exponent = 0);  // NOLINT: integers are decimals

  /// Digits with an optional point; nullopt beyond 18 significant digits.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view digits);

  [[nodiscard]] Decimal scaled(int power) const;  ///< times 10^power
  [[nodiscard]] Decimal operator-() const;
  [[nodiscard]] std::optional<Decimal> plus(Decimal other) const;   ///< nullopt on overflow
  [[nodiscard]] std::optional<Decimal> times(Decimal other) const;  ///< nullopt on overflow
  /// Rounded to 15 significant digits; `divisor` is not zero.
  [[nodiscard]] Decimal over(std::int64_t divisor) const;

  [[nodiscard]] bool is_integer() const { return exponent_ >= 0; }
  /// The value when it is an integer below 10^18, else nullopt.
  [[nodiscard]] std::optional<std::int64_t> integer() const;
  /// Canonical xsd:decimal (XSD 1.1): "1500000", "0.5", "-3".
  [[nodiscard]] std::string lexical() const;

  friend bool operator==(Decimal, Decimal) = default;
  friend std::strong_ordering operator<=>(Decimal a, Decimal b);

 private:
  std::int64_t mantissa_ = 0;
  int exponent_ = 0;
};

}  // namespace triplewright::nlp::values
