"""Runs the program and compares what it says with what other tools say. Ends with status 1 when anything differs."""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
from decimal import Decimal

import pyoxigraph as ox
import rdflib

import adversarial
import queries
import servers

PROGRAM, ROOT, JAR = sys.argv[1:4]
failures = []


def check(what, holds, detail=""):
    if not holds:
        failures.append(what)
        print(f"FAILED: {what} {detail}"[:2000])


def run(*arguments, status=0, environment=None):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, env={**os.environ, **(environment or {})})
    if status is not None and done.returncode != status:
        raise RuntimeError(f"{' '.join(arguments)}: status {done.returncode}\n{done.stderr}")
    return done


# --- terms, so that those of two libraries can be compared -------------------------------------------------------------

NUMERIC = {"decimal", "integer", "double", "float"}
XSD = "http://www.w3.org/2001/XMLSchema#"


def term(value):
    """As N-Triples; numbers by value, with decimal and integer as one type (sums of integers come as decimals)."""
    if value is None:
        return ""
    text = str(value)
    found = re.match(r'^"([^"]*)"\^\^<http://www.w3.org/2001/XMLSchema#(\w+)>$', text)
    if found and found[2] in NUMERIC:
        kind = {"integer": "decimal", "float": "double"}.get(found[2], found[2])
        try:
            return f"{kind}:{Decimal(found[1]).normalize():.12g}"
        except ArithmeticError:
            return text
    # The program's readers give blank nodes IRIs.
    return "_" if isinstance(value, ox.BlankNode) or "/genid/" in text else text


def from_oxigraph(path, kind):
    """Quads as tuples of strings."""
    out = set()
    for q in ox.parse(path=path, format=kind):
        out.add((str(q.subject), str(q.predicate), str(q.object), "" if isinstance(q.graph_name, ox.DefaultGraph) else str(q.graph_name)))
    return out


def from_rdflib(path, kind):
    rdflib.NORMALIZE_LITERALS = False
    dataset = rdflib.Dataset()
    dataset.parse(path, format=kind)

    def string(node):
        if isinstance(node, rdflib.URIRef):
            return str(ox.NamedNode(str(node)))
        datatype = str(node.datatype) if node.datatype and not node.language else None
        return str(ox.Literal(str(node), language=node.language) if node.language else ox.Literal(str(node), datatype=ox.NamedNode(datatype)) if datatype
                   else ox.Literal(str(node)))

    out = set()
    for s, p, o, g in dataset.quads():
        name = g if g is None or isinstance(g, rdflib.URIRef) else g.identifier
        is_default = name is None or str(name) in ("urn:x-rdflib:default", str(rdflib.graph.DATASET_DEFAULT_GRAPH_ID))
        out.add((string(s), string(p), string(o), "" if is_default else string(name)))
    return out


def syntaxes(folder):
    for for_xml in (False, True):
        source = os.path.join(folder, "adversarial.in.nq")
        with open(source, "w", encoding="utf-8", newline="") as out:
            out.write(adversarial.nquads(for_xml))
        encoded = os.path.join(folder, "adversarial.in.jsonld")
        with open(encoded, "w", encoding="utf-8") as out:
            out.write(adversarial.jsonld())
        expected = None
        for extension, oxigraph, library in (("nq", ox.RdfFormat.N_QUADS, "nquads"), ("nt", ox.RdfFormat.N_TRIPLES, "nt"), ("ttl", ox.RdfFormat.TURTLE, "turtle"),
                                             ("trig", ox.RdfFormat.TRIG, "trig"), ("jsonld", ox.RdfFormat.JSON_LD, "json-ld"), ("rdf", ox.RdfFormat.RDF_XML, "xml")):
            if (extension == "rdf") != for_xml and extension != "nq":
                continue
            path = os.path.join(folder, "adversarial." + extension)
            run("merge", source, encoded, "-o", path)
            for tool, parse, kind in (("pyoxigraph", from_oxigraph, oxigraph), ("rdflib", from_rdflib, library)):
                try:
                    got = parse(path, kind)
                except Exception as problem:
                    check(f"{tool} reads {extension}", False, str(problem))
                    continue
                if expected is None:
                    expected = got
                want = expected if extension in ("nq", "trig", "jsonld") else {(s, p, o, "") for s, p, o, g in expected}
                check(f"{tool} reads the same from {extension}", got == want,
                      f"\n missing {sorted(want - got)[:5]}\n more {sorted(got - want)[:5]}")
        print(f"syntaxes{' for XML' if for_xml else ''}: {len(expected)} quads")


# --- queries -------------------------------------------------------------------------------------------------------------

def ask_program(graphs, query, folder):
    """(variables, rows), a truth value or a set of triples; or an Error's message."""
    path = os.path.join(folder, "query.rq")
    with open(path, "w", encoding="utf-8") as out:
        out.write(query)
    done = run("query", *graphs, path, "--format", "json" if not query_is_graph(query) else "tsv", status=None)
    if done.returncode != 0:
        return done.stderr.strip() or f"status {done.returncode}"
    return parse_answer(done.stdout, query)


def query_is_graph(query):
    return re.search(r"^(?:\s|PREFIX\s+\S+\s+\S+|#[^\n]*\n)*(CONSTRUCT|DESCRIBE)", query, re.I) is not None


def parse_answer(text, query):
    if query_is_graph(query):
        return {tuple(term(x) for x in (q.subject, q.predicate, q.object)) for q in ox.parse(text.encode(), format=ox.RdfFormat.N_TRIPLES)}
    answer = json.loads(text)
    if "boolean" in answer:
        return answer["boolean"]

    def value(cell):
        if cell is None:
            return ""
        if cell["type"] == "uri":
            return term(ox.NamedNode(cell["value"]))
        if cell["type"] == "bnode":
            return "_"
        if "xml:lang" in cell:
            return str(ox.Literal(cell["value"], language=cell["xml:lang"]))
        return term(ox.Literal(cell["value"], datatype=ox.NamedNode(cell.get("datatype", XSD + "string"))))

    names = sorted(answer["head"]["vars"])
    return names, [tuple(value(row.get(name)) for name in names) for row in answer["results"]["bindings"]]


def ask_oxigraph(store, query):
    result = store.query(query)
    if isinstance(result, ox.QueryBoolean):
        return bool(result)
    if isinstance(result, ox.QueryTriples):
        return {tuple(term(x) for x in (t.subject, t.predicate, t.object)) for t in result}
    names = sorted(v.value for v in result.variables)
    return names, [tuple(term(row[name]) for name in names) for row in result]


def same(a, b, ordered):
    if isinstance(a, tuple) and isinstance(b, tuple):
        return a[0] == b[0] and (a[1] == b[1] if ordered else sorted(a[1]) == sorted(b[1]))
    return a == b


def small_queries(folder):
    data = os.path.join(ROOT, "tests/interop/data.trig")
    store = ox.Store()
    store.load(path=data, format=ox.RdfFormat.TRIG)
    for quad in list(store):  # the union of all graphs, each triple once
        store.add(ox.Quad(quad.subject, quad.predicate, quad.object, ox.DefaultGraph()))
    counts = {"same": 0, "refused": 0}
    for ordered, texts in ((False, queries.unordered()), (True, queries.ORDERED)):
        for text in texts:
            got = ask_program([data], queries.PROLOGUE + text, folder)
            if isinstance(got, str):
                # Refused with a message; a crash has none that names the query.
                check(f"refused with a message: {text}", "query.rq" in got, got)
                counts["refused"] += 1
                continue
            try:
                expected = ask_oxigraph(store, queries.PROLOGUE + text)
            except (SyntaxError, OSError, ValueError) as problem:
                expected = f"Oxigraph: {problem}"
            check(f"same answer: {text}", same(got, expected, ordered), f"\n got      {got}\n expected {expected}")
            counts["same"] += same(got, expected, ordered)
    check("100 queries and more are answered", counts["same"] >= 100)
    print(f"small queries: {counts['same']} answered the same, {counts['refused']} refused")


# --- stores -------------------------------------------------------------------------------------------------------------

def stores(folder):
    graph = os.path.join(folder, "examples.nq")
    run("extract", os.path.join(ROOT, "examples/articles"), "-o", graph)
    sizes = {}
    for _, _, _, name in from_oxigraph(graph, ox.RdfFormat.N_QUADS):
        sizes[name] = sizes.get(name, 0) + 1
    quads = sum(sizes.values())
    ours = {}
    for path in sorted(glob.glob(os.path.join(ROOT, "examples/queries/*.rq"))):
        with open(path, encoding="utf-8") as text:
            query = text.read()
        ours[path] = (query, ask_program([graph], query, folder))
        check(f"answered: {path}", not isinstance(ours[path][1], str), str(ours[path][1]))
    for server in servers.started(JAR, folder):
        done = run("load", graph, "--to", server.data, environment=server.environment, status=None)
        check(f"{server.name} takes the graph", done.returncode == 0, done.stderr)
        counting = os.path.join(folder, "count.rq")
        with open(counting, "w") as out:
            out.write("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
        rows = parse_answer(run("query", "--endpoint", server.query.split("?")[0], counting, "--format", "json").stdout, "SELECT")[1]
        there = {name: count for name, count in rows if name in sizes}  # Virtuoso has graphs of its own
        check(f"{server.name} has every quad", there == {name: term(ox.Literal(size)) for name, size in sizes.items()}, str(there))
        for path, (query, answer) in ours.items():
            done = run("query", "--endpoint", server.query, path, "--format", "json", status=None)
            theirs = parse_answer(done.stdout, query) if done.returncode == 0 else done.stderr
            check(f"{server.name} answers {os.path.basename(path)} the same", same(answer, theirs, False), f"\n ours   {answer}\n theirs {theirs}")
        print(f"{server.name}: {quads} quads, {len(ours)} queries")


# --- RDF 1.2 and other data ----------------------------------------------------------------------------------------------

def annotated(folder):
    """Direct triples annotated with their statements, in the four syntaxes that have a way to say it."""
    graph = os.path.join(folder, "annotated.nq")
    run("extract", os.path.join(ROOT, "examples/articles"), "-o", graph)
    plain = os.path.join(folder, "plain.nt")
    run("merge", graph, "-o", plain)
    expected = from_oxigraph(plain, ox.RdfFormat.N_TRIPLES)
    reifies = str(ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies"))
    found = set()
    for extension, kind in (("nt", ox.RdfFormat.N_TRIPLES), ("ttl", ox.RdfFormat.TURTLE), ("nq", ox.RdfFormat.N_QUADS), ("trig", ox.RdfFormat.TRIG)):
        path = os.path.join(folder, "annotated.out." + extension)
        run("merge", graph, "--annotate", "rdf-star", "-o", path)
        quads = {(s, p, o, "") for s, p, o, g in from_oxigraph(path, kind)}
        check(f"pyoxigraph reads annotated {extension}: the triples", {q for q in quads if q[1] != reifies} == expected)
        found.add(frozenset(q for q in quads if q[1] == reifies))
    check("the same annotations in every syntax", len(found) == 1 and len(next(iter(found))) > 50)
    print(f"annotated: {len(next(iter(found)))} of RDF 1.2")


def joining(folder):
    """The example that joins the graph with other data, beside another engine."""
    here = os.path.join(ROOT, "examples/joining")
    graph, table, links = (os.path.join(folder, name) for name in ("joining.nq", "sanctions.nt", "links.nt"))
    run("extract", os.path.join(ROOT, "examples/articles"), "-o", graph)
    files = [graph, os.path.join(here, "wikidata.nt"), os.path.join(here, "sanctions.csv")]
    run("merge", files[2], "-o", table)
    run("query", *files, os.path.join(here, "links.rq"), "--format", "csv", "-o", links)
    store = ox.Store()
    for path in (graph, files[1], table, links):
        for quad in ox.parse(path=path):
            store.add(ox.Quad(quad.subject, quad.predicate, quad.object, ox.DefaultGraph()))
    for name in ("background", "links", "listed"):
        with open(os.path.join(here, name + ".rq"), encoding="utf-8") as text:
            query = text.read()
        got = ask_program([*files, links], query, folder)
        size = len(got if isinstance(got, set) else got[1])
        check(f"joining: {name}.rq", same(got, ask_oxigraph(store, query), False) and size > 0, str(got)[:500])
        print(f"joining: {name}.rq, {size} rows")


def shapes(folder):
    paths = sorted(glob.glob(os.path.join(ROOT, "ontology/shapes*.ttl")))
    import pyshacl
    graph = os.path.join(folder, "examples.ttl")
    run("build", os.path.join(ROOT, "examples/articles"), "-o", graph)
    rules = rdflib.Graph()
    for path in paths + sorted(set(glob.glob(os.path.join(ROOT, "ontology/*.ttl"))) - set(paths)):
        rules.parse(path)
    conforms, _, text = pyshacl.validate(rdflib.Graph().parse(graph), shacl_graph=rules, ont_graph=rules, inference="none")
    check("the examples conform to the shapes", conforms, text)
    print("SHACL: conforms" if conforms else "SHACL: does not conform")


with tempfile.TemporaryDirectory() as temporary:
    for part in (syntaxes, small_queries, annotated, joining, stores, shapes):
        if len(sys.argv) <= 4 or part.__name__ in sys.argv[4:]:
            part(temporary)
print(f"{len(failures)} failures" if failures else "all the same")
sys.exit(1 if failures else 0)
