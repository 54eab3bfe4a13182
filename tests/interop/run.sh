#!/usr/bin/env bash
# Checks the program's RDF, SPARQL and loading against other tools: rdflib, pyoxigraph, pySHACL, Apache Jena Fuseki, Oxigraph, and
# Virtuoso where virtuoso-t is installed.
#   tests/interop/run.sh PROGRAM [WORK_FOLDER]
# Python packages and Fuseki are fetched once into the work folder [build/interop]. Servers run on free loopback ports with their
# data in a temporary folder and are stopped at the end.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
program=$(realpath "$1")
work=${2:-$root/build/interop}
jena=5.2.0
mkdir -p "$work"
if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
fi
"$work/venv/bin/pip" install --quiet --disable-pip-version-check rdflib==7.6.0 pyoxigraph==0.5.13 pyshacl==0.40.1
jar=$work/jena-fuseki-server-$jena.jar
if [ ! -f "$jar" ]; then
  mvn -q -B dependency:copy -Dartifact=org.apache.jena:jena-fuseki-server:$jena -DoutputDirectory="$work" ||
    echo "Fuseki could not be fetched; it is left out" >&2
fi
exec "$work/venv/bin/python" "$here/interop.py" "$program" "$root" "$jar"
