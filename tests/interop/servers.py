"""SPARQL servers on free loopback ports, with their data in a temporary folder."""
import http.server
import os
import signal
import socket
import subprocess
import threading
import time
import urllib.parse
import urllib.request

import pyoxigraph


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wait_for(url, process, seconds=120):
    end = time.time() + seconds
    while time.time() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with status {process.returncode}")
        try:
            urllib.request.urlopen(url, timeout=5).read()
            return
        except urllib.error.HTTPError:
            return  # it answers
        except OSError:
            time.sleep(0.5)
    raise RuntimeError(f"no answer from {url}")


class Process:
    """A server process; `data` takes the Graph Store Protocol, `query` SPARQL over the union of all graphs."""
    environment = {}

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Fuseki(Process):
    name = "Fuseki"

    def __init__(self, jar, folder):
        port = free_port()
        self.process = subprocess.Popen(["java", "-Xmx1g", "-jar", jar, "--localhost", "--mem", "--update", "--port", str(port), "/ds"], cwd=folder,
                                        stdout=open(os.path.join(folder, "fuseki.log"), "w"), stderr=subprocess.STDOUT)
        self.data = f"http://127.0.0.1:{port}/ds/data"
        self.query = f"http://127.0.0.1:{port}/ds/query?default-graph-uri=urn:x-arq:UnionGraph"
        wait_for(f"http://127.0.0.1:{port}/$/ping", self.process)


class Virtuoso(Process):
    name = "Virtuoso"
    environment = {"TRIPLEWRIGHT_STORE_USER": "dba", "TRIPLEWRIGHT_STORE_PASSWORD": "dba"}

    def __init__(self, folder):
        port, sql = free_port(), free_port()
        ini = os.path.join(folder, "virtuoso.ini")
        with open(ini, "w") as out:
            out.write(f"""[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 100000
DefaultGraph =
""")
        self.process = subprocess.Popen(["virtuoso-t", "-f", "-c", ini], cwd=folder, stdout=open(os.path.join(folder, "virtuoso.out"), "w"),
                                        stderr=subprocess.STDOUT)
        self.data = f"http://127.0.0.1:{port}/sparql-graph-crud-auth"
        self.query = f"http://127.0.0.1:{port}/sparql"
        wait_for(self.query, self.process)


class Oxigraph:
    """Oxigraph's store behind a few lines of HTTP: its own server comes with cargo only."""
    name = "Oxigraph"
    environment = {}

    def __init__(self):
        store = pyoxigraph.Store()

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self, status, kind="text/plain", body=b""):
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                url = urllib.parse.urlparse(self.path)
                asked = urllib.parse.parse_qs(url.query, keep_blank_values=True)
                try:
                    if url.path == "/query":
                        query = urllib.parse.parse_qs(body.decode())["query"][0]
                        result = store.query(query, use_default_graph_as_union=True)
                        if isinstance(result, pyoxigraph.QueryTriples):
                            return self.answer(200, "application/n-triples", result.serialize(format=pyoxigraph.RdfFormat.N_TRIPLES))
                        return self.answer(200, "application/sparql-results+json", result.serialize(format=pyoxigraph.QueryResultsFormat.JSON))
                    graph = pyoxigraph.NamedNode(asked["graph"][0]) if "graph" in asked else pyoxigraph.DefaultGraph()
                    if self.command == "PUT":
                        store.clear_graph(graph)
                    store.load(body, format=pyoxigraph.RdfFormat.TURTLE, to_graph=graph)
                    self.answer(204)
                except Exception as problem:  # said to the client
                    self.answer(400, body=str(problem).encode())

            do_PUT = do_POST

            def log_message(self, *arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.data, self.query = base + "/data", base + "/query"

    def stop(self):
        self.server.shutdown()


def started(jar, folder):
    """Starts each server, yields it and stops it."""
    for make in (Oxigraph, lambda: Fuseki(jar, folder), lambda: Virtuoso(folder)):
        server = make()
        try:
            yield server
        finally:
            server.stop()
