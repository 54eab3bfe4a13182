#!/usr/bin/env bash
# Checks the program's RDF, SPARQL and loading against other tools: rdflib, pyoxigraph, pySHACL, Apache Jena Fuseki, Oxigraph
# and Virtuoso. `scripts/setup --interop` installs what this needs from Debian.
#   tests/interop/run.sh PROGRAM [WORK_FOLDER]
# Python packages and Fuseki are fetched once into the work folder [build/interop]. Servers run on free loopback ports with their
# data in a temporary folder and are stopped at the end.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
program=$(realpath "$1")
work=${2:-$root/build/interop}
jena=5.2.0
packages=(rdflib==7.6.0 pyoxigraph==0.5.13 pyshacl==0.40.1)
fail() {
  echo "interop: $1" >&2
  exit 1
}
for tool in python3 java mvn virtuoso-t; do
  command -v $tool >/dev/null || fail "$tool is missing; run scripts/setup --interop"
done
mkdir -p "$work"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check "${packages[@]}" ||
  fail "${packages[*]} cannot be installed; is PyPI within reach?"
jar=$work/jena-fuseki-server-$jena.jar
[ -f "$jar" ] || mvn -q -B dependency:copy -Dartifact=org.apache.jena:jena-fuseki-server:$jena -DoutputDirectory="$work" ||
  fail "Fuseki $jena cannot be fetched; is Maven Central within reach?"
export TRIPLEWRIGHT_DATA=$root LSAN_OPTIONS=suppressions=$root/tests/lsan.supp:print_suppressions=0
exec "$work/venv/bin/python" "$here/interop.py" "$program" "$root" "$jar"
