#!/usr/bin/env bash
# Makes reports with the given program and tries them in Chromium.
#   tests/report/run.sh TRIPLEWRIGHT [SCREENSHOT.png]
# Needs Node.js, npm and Chromium; `scripts/setup --interop` installs them. CHROMIUM names another browser.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
program=$(realpath "${1:?usage: run.sh TRIPLEWRIGHT [SCREENSHOT.png]}")
chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
for tool in node npm "$chromium"; do
  if [ -z "$tool" ] || ! command -v "$tool" >/dev/null; then
    echo "report: ${tool:-Chromium} is missing; run scripts/setup --interop" >&2
    exit 1
  fi
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$root/web/package.json" "$root/web/package-lock.json" "$work"
(cd "$work" && npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1) ||
  { cat "$work/npm.log" >&2; echo "report: npm cannot fetch the packages of web/package-lock.json" >&2; exit 1; }
export TRIPLEWRIGHT_DATA=$root LSAN_OPTIONS=suppressions=$root/tests/lsan.supp:print_suppressions=0

"$program" build "$root/examples/articles" -o "$work/example.nq"
"$program" report "$work/example.nq" --text "$root/examples/articles" --queries "$root/examples/queries" -o "$work/example.html"
"$program" report "$root/tests/report/hostile.trig" --queries "$root/examples/queries" --title '<script>window.hacked=14</script>' -o "$work/hostile.html"
node "$root/tests/report/browser_test.mjs" "$work/node_modules" "$chromium" "$work/example.html" "$work/hostile.html" ${2:+"$2"}
