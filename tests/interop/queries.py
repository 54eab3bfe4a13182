"""Small queries, each of which must be answered as another engine answers it, or refused."""

PROLOGUE = ("PREFIX : <http://e/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
            "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ")

TEXT = """STR(?l)|LANG(?l)|DATATYPE(?l)|UCASE(?l)|LCASE(?l)|STRLEN(?l)|SUBSTR(?l,2)|SUBSTR(?l,2,2)|STRSTARTS(?l,"A")|STRENDS(?l,"a")
CONTAINS(?l,"m")|STRBEFORE(?l,"a")|STRAFTER(?l,"a")|CONCAT(STR(?l),"-x")|REPLACE(STR(?l),"a","Z")|REGEX(?l,"^a","i")|REGEX(STR(?l),"m{2}")
REGEX(STR(?l),"^[A-B]")|REGEX(?l,"^..$")|LANGMATCHES(LANG(?l),"en")|isLITERAL(?l)|isIRI(?x)|isBLANK(?x)|isNUMERIC(?l)|ENCODE_FOR_URI(?l)
MD5(STR(?l))|SHA1(STR(?l))|IRI("http://e/x")|STRDT(STR(?l),<http://e/t>)|STRLANG(STR(?l),"fr")|sameTerm(?l,"Beta")|?l = "Beta"|?l != "Beta"
?l < "Beta"|STR(?l) < "C"|?l IN ("Beta")|?l NOT IN ("Beta","X")|COALESCE(?zz,?l) = "Beta"|COALESCE(?zz,"none")|IF(LANG(?l)="en","E","O")
BOUND(?l)|!BOUND(?zz)|!(LANG(?l) = "en")|STRLEN(?l) > 4|?x = :i1|?x != :i1|?x IN (:i1,:i2)|STRSTARTS(STR(?l),"A") && LANG(?l) = "en"
STRLEN(STR(?l)) = 4 || STRLEN(STR(?l)) = 5|CONTAINS(LCASE(STR(?l)),"be")|REGEX(?l,"BETA","i")|(?l = "Beta") = true|true|1|"a"
STR(?x) = "http://e/i1"|EXISTS { ?x a :T1 }|NOT EXISTS { ?x a :T1 }|URI("http://e/i1") = ?x""".replace("\n", "|").split("|")

NUMBERS = """?r + 1 > 8|?r * 2 = 20|?r - 7 = 0|?r / 2 = 5|-?r < -5|?r > 2 && ?r < 8|?r = 2.5|?r = 5000000000|?r >= 5e9|?r != 7|ABS(?r) = 7
ROUND(?r) = 3|CEIL(?r) = 3|FLOOR(?r) = 2|xsd:integer(?r) = 10|xsd:double(?r) > 5.0|STR(?r) = "10"|isNUMERIC(?r)|?r IN (7,10)|?r = 7.0|?r < 1e1
1 + 2 * 3 = 7|(1 + 2) * 3 = 9|10 / 4 = 2.5|?r * 1000000 > 9000000|2147483647 + 1 > 0|?r * 1000000000 > 0|DATATYPE(?r) = xsd:integer|!(?r > 7)""".replace("\n", "|").split("|")

VALUES = "?r + 1|?r * 1000000000|?r - 1.5|-?r|?r / 4|ROUND(?r)|?r|STR(?r)|1/3".split("|")

AGGREGATES = """COUNT(?r)|SUM(?r)|AVG(?r)|MIN(?r)|MAX(?r)|COUNT(DISTINCT ?r)|COUNT(DISTINCT ?x)|COUNT(*)|SUM(?r) + 1|COUNT(*) * 2|MAX(?n)|MIN(?n)|MAX(?d)|MIN(?d)
SUM(DISTINCT ?r)|AVG(?r) * 2|SUM(?r * 2)|MAX(STR(?n))|COUNT(?n) - COUNT(?r)|GROUP_CONCAT(DISTINCT ?n;SEPARATOR="-")|SAMPLE(1)""".replace("\n", "|").split("|")

DATES = """?d > "2024-01-01"^^xsd:date|?d = "2024-05-01"^^xsd:date|?d != "2024-05-01"^^xsd:date|YEAR(?d) = 2024|STR(?d) > "2024"|SUBSTR(STR(?d),1,4) = "2024"
STRSTARTS(STR(?d),"2024")|?d >= "2024-05-01"^^xsd:date && ?d < "2025-01-01"^^xsd:date""".replace("\n", "|").split("|")

TIMES = """?d > "2024-01-01T00:00:00Z"^^xsd:dateTime|?d = "2024-05-01T10:00:00+02:00"^^xsd:dateTime|YEAR(?d) = 2024|HOURS(?d) = 8
STR(?d) = "2024-05-01T10:00:00+02:00"|?d >= "2024-05-01T08:00:00Z"^^xsd:dateTime""".replace("\n", "|").split("|")

YEARS = ["?d > \"2023\"^^xsd:gYear", "?d = \"2024\"^^xsd:gYear", "STR(?d) > \"2023\"", "?d != \"2024\"^^xsd:gYear"]

WHOLE = """SELECT * { ?s ?p ?o }
SELECT ?x ?l { ?x a :T1 . ?x rdfs:label ?l }
SELECT ?x ?r { ?x a ?t OPTIONAL { ?x :revenue ?r } }
SELECT ?x ?p ?r { ?x :rel ?p . ?p :col ?c OPTIONAL { ?x :revenue ?r } }
SELECT ?x ?p ?r ?s { ?x :rel ?p . ?p a ?c OPTIONAL { ?x :revenue ?r } OPTIONAL { ?x :says ?s } }
SELECT ?g ?s ?o { GRAPH ?g { ?s :says ?o } }
SELECT ?s ?o { GRAPH :ga { ?s :says ?o } }
SELECT ?s ?o { GRAPH :nope { ?s :says ?o } }
SELECT ?g ?a { GRAPH ?g { ?g :about ?a } }
SELECT ?g ?a ?h { ?a :about ?g . GRAPH ?g { ?h :says ?b } }
SELECT ?g ?a ?l { GRAPH ?g { ?a :says ?b } ?a a ?l }
SELECT ?g ?a ?x { GRAPH ?g { ?a :says ?b OPTIONAL { ?a :num ?x } } }
SELECT ?g ?a ?x { GRAPH ?g { { ?a :says ?x } UNION { ?a :about ?x } } }
SELECT ?a ?x { { ?a :says ?x } UNION { ?a :about ?x } }
SELECT ?a ?x { ?a a ?t { ?a :says ?x } UNION { ?a :about ?x } }
SELECT ?a ?b ?t ?u { { ?a :rel ?b } UNION { ?b :partner ?a } ?b a ?t . ?a a ?u }
SELECT ?a ?b ?t { { ?a :rel ?b } UNION { ?a :opt ?n } ?b a ?t }
SELECT ?a ?b ?n ?t { { ?a :rel ?b } UNION { ?a :opt ?n OPTIONAL { ?a :partner ?b } } ?b a ?t }
SELECT ?a ?b ?c ?t { { ?a :rel ?b } UNION { ?b :rel ?a } { ?b :col ?c } UNION { ?a :yr ?c } ?b a ?t }
SELECT ?a ?b ?n ?t { { ?a :rel ?b FILTER(?b != :i3) } UNION { ?b :rel ?a } OPTIONAL { ?b :opt ?n } ?b a ?t }
SELECT ?a ?b ?c ?t { { { ?a :rel ?b } { ?b :col ?c } } ?b a ?t }
SELECT ?a ?b ?w ?t { { ?a :rel ?b BIND("x" AS ?w) } UNION { ?b :partner ?a BIND("y" AS ?w) } ?a a ?t . ?b :name ?m }
SELECT ?a ?b ?c ?t { ?a a ?t { ?a :rel ?b } UNION { { ?a :partner ?b } UNION { ?b :next ?a } } ?b :col ?c }
SELECT ?a ?b ?c ?g { { ?a :rel ?b } UNION { GRAPH ?g { ?a :says ?b } } ?a :col ?c }
SELECT ?x { ?x :partner ?x }
SELECT (COUNT(?r) AS ?n) { ?x a ?t OPTIONAL {?x :revenue ?r} }
SELECT (COUNT(*) AS ?n) { ?x :nope ?r }
SELECT ?t (COUNT(?x) AS ?n) { ?x a ?t } GROUP BY ?t
SELECT ?t (COUNT(DISTINCT ?x) AS ?n) { ?x a ?t ; ?p ?o } GROUP BY ?t
SELECT ?t (COUNT(?x) AS ?n) { ?x a ?t } GROUP BY ?t HAVING (COUNT(?x) > 1)
SELECT ?t (COUNT(?x) AS ?n) { ?x a ?t } GROUP BY ?t HAVING (?n > 1)
SELECT ?t { ?x a ?t ; :num ?r } GROUP BY ?t HAVING (AVG(?r) > 3)
SELECT ?t (SUM(?r) AS ?n) { ?x a ?t ; :revenue ?r } GROUP BY ?t
SELECT DISTINCT ?t { ?x a ?t }
SELECT REDUCED ?t { ?x a :T1, ?t }
ASK { :i1 :rel :i2 }
ASK { :i1 :rel :q }
ASK { ?a :rel :i3 }
ASK { ?x :num ?r FILTER(?r > 100) }
ASK { GRAPH ?g { ?x :num ?r } }
CONSTRUCT { ?x :soldBy ?a } { ?a :rel ?x }
CONSTRUCT WHERE { ?x :revenue ?a }
CONSTRUCT { ?x :p ?c } { ?x :num ?r OPTIONAL { ?x :col ?c } }
CONSTRUCT { ?x :on ?d ; :at ?a } { ?x :on ?d ; :at ?a }
CONSTRUCT { ?r :p ?x } { ?x :num ?r }
DESCRIBE :i1
SELECT ?x ?y { VALUES (?x) { (:i1) (:i3) } ?x :rel ?y }
SELECT ?x ?y { ?x :rel ?y VALUES (?x ?y) { (:i1 :i2) (:i2 UNDEF) } }
SELECT ?x ?y { ?x :rel ?y } VALUES (?x) { (:i1) }
SELECT ?x { VALUES ?x { :i1 :i2 } ?x :num ?r }
SELECT ?x ?r { VALUES (?t ?r) { (:T1 5) (:T2 UNDEF) } ?x a ?t ; :num ?r }
SELECT ?x { VALUES (?n) { ('ann') ('bob'@en) } ?x :name ?n }
SELECT ?x ?n { { SELECT ?x (COUNT(?y) AS ?n) { ?x :rel ?y } GROUP BY ?x } ?x a :T1 }
SELECT ?x ?n { ?x a :T1 { SELECT ?x (COUNT(?y) AS ?n) { ?x :rel ?y } GROUP BY ?x } }
SELECT ?x ?n { ?x a :T1 { SELECT ?x ?n { ?x :rel ?n } } }
SELECT ?a ?b ?c ?t { ?a :next ?b OPTIONAL { ?b :next ?c OPTIONAL { ?c :tag ?t } } }
SELECT ?a ?b ?t { ?a :next ?b { ?b :next ?c OPTIONAL { ?c :tag ?t } } }
SELECT ?a ?t ?u { ?a :next ?b OPTIONAL { ?a :tag ?t } OPTIONAL { ?b :tag ?u } }
SELECT ?a ?t { ?a :next ?b OPTIONAL { ?a :tag ?t } OPTIONAL { ?b :tag ?t } }
SELECT ?a ?t { ?a :next ?b OPTIONAL { ?a :tag ?t FILTER(?t = "t1") } }
SELECT ?a ?r ?q { ?a a ?t OPTIONAL { ?a :revenue ?r FILTER(?r > 5) } OPTIONAL { ?a :opt ?q } }
SELECT ?a ?r { ?a :opt ?p OPTIONAL { ?b :num ?r FILTER(?r < ?p) } }
SELECT ?a { ?a a ?t OPTIONAL { ?a :revenue ?r } FILTER(!BOUND(?r)) }
SELECT ?a ?v { ?a a ?t OPTIONAL { ?a :revenue ?r } BIND(COALESCE(?r, 0) AS ?v) }
SELECT ?a ?v { ?a :revenue ?r BIND(IF(?r > 5, "big", "small") AS ?v) }
SELECT ?x ?y { ?x :num ?r BIND(?r * 2 AS ?y) }
SELECT ?x ?y { ?x :num ?r BIND(?r AS ?y) FILTER(?y > 3) }
SELECT ?x ?y { BIND(5 AS ?y) ?x :num ?y }
SELECT ?x ?y { ?x :num ?r BIND(?r AS ?y) ?z :num ?y }
SELECT ?t ?x { { SELECT ?t (MAX(?q) AS ?m) { ?s a ?t ; :num ?q } GROUP BY ?t } ?x a ?t ; :num ?m }
SELECT ?x { ?x :num ?r FILTER(?r > ?avg) { SELECT (AVG(?q) AS ?avg) { ?s :num ?q } } }
SELECT ?x ?c { { SELECT ?x { ?x :num ?r } ORDER BY DESC(?r) LIMIT 2 } ?x :col ?c }
SELECT ?x ?c { { SELECT DISTINCT ?c { ?z :col ?c } } ?x :col ?c }
SELECT ?x ?c { ?x a :T1 { SELECT DISTINCT ?c { ?z :col ?c } } }
SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g
SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }
SELECT ?g { GRAPH ?g { :i1 :num 5 } }
SELECT ?g ?h { GRAPH ?g { ?x :num ?r } GRAPH ?h { ?x :name ?n } }
SELECT ?g { GRAPH ?g { ?x :num ?r } GRAPH ?g { ?x :name ?n } }
SELECT ?g ?x { ?x a :T1 GRAPH ?g { ?x :num ?r } }
SELECT ?g ?x { ?x a :T1 OPTIONAL { GRAPH ?g { ?x :num ?r } } }
SELECT ?g ?x { GRAPH ?g { ?x :num ?r FILTER(?r > 2) } }
SELECT ?x ?n { GRAPH :ga { ?x :num ?r } OPTIONAL { GRAPH :gb { ?x :name ?n } } }
SELECT ?x { GRAPH :ga { { ?x :num ?r } UNION { ?x :name ?r } } }
SELECT ?x ?y { GRAPH ?g { ?x :num ?r } GRAPH ?h { ?y :num ?r } FILTER(?g != ?h) }
SELECT ?x ?r { GRAPH ?g { VALUES (?x) { (:i1) } ?x :num ?r } }
SELECT ?x ?c ?d { ?x a ?t OPTIONAL { ?x :col ?c } OPTIONAL { ?x :opt ?d } OPTIONAL { ?x :nope ?e } }
SELECT ?x ?c ?y { ?x a ?t OPTIONAL { ?x :col ?c } OPTIONAL { ?y :col ?c } }
SELECT ?x ?c ?y { ?x :num ?r OPTIONAL { ?x :col ?c . ?y :col ?c . FILTER(?y != ?x) } }
SELECT ?x ?y ?z { ?x :num ?r . ?y :num ?r OPTIONAL { ?x :col ?z . ?y :col ?z } }
SELECT ?x ?n ?r { ?x :tagged ?t . ?x :num ?r OPTIONAL { ?x :name ?n } }
SELECT ?x ?r ?n { ?x a ?ty ; :tagged ?t ; :num ?r OPTIONAL { ?z :num ?r ; :name ?n } }
SELECT ?x { ?x a [] }
SELECT ?x { ?x :rel [ :name ?n ] }
SELECT ?x ?e { ?x :list ( ?e ) }
SELECT ?x ?y ?z { ?x :rel ?y . ?y :rel ?z }
SELECT ?p { :i1 ?p ?o . :i2 ?p ?o }
SELECT ?a ?b { ?a :col ?c . ?b :col ?c FILTER(?a != ?b) }
SELECT ?x { { ?x a :T1 } UNION { ?x a :T2 } UNION { ?x :col 'red' } }
SELECT ?x ?c { { ?x a :T1 } { ?x :col ?c } }
SELECT ?x ?c { { ?x a :T1 OPTIONAL { ?x :col ?c } } ?x :num 5 }
SELECT ?x ?c { ?x :num ?r . { ?x a :T1 } UNION { ?x a :T2 } OPTIONAL { ?x :col ?c } }
SELECT ?x { ?x :num 05 }
SELECT ?x { ?x :on '2024-05-01'^^xsd:date }
SELECT ?d (COUNT(*) AS ?n) { ?x :on ?d } GROUP BY ?d
SELECT ?r (COUNT(*) AS ?n) { ?x :num ?r } GROUP BY ?r
SELECT ?c (COUNT(*) AS ?n) { ?x a ?t OPTIONAL {?x :col ?c} } GROUP BY ?c
SELECT ?t (SUM(?z) AS ?n) { ?x a ?t OPTIONAL {?x :opt ?z} } GROUP BY ?t
SELECT ?s (COUNT(*) AS ?n) { ?x a ?t ; :col ?c } GROUP BY (STR(?t) AS ?s)
SELECT ?t (COUNT(*) AS ?k) (SUM(?r) AS ?s) (MAX(?r) AS ?m) { ?x a ?t ; :num ?r } GROUP BY ?t ORDER BY DESC(?k)
SELECT ?x { ?x :num ?r FILTER NOT EXISTS { ?x :col ?c } }
SELECT ?x { ?x :num ?r MINUS { ?x :col ?c } }
SELECT ?x ?y { ?x :next+ ?y }
SELECT ?x ?y { ?x :next/:next ?y }
SELECT ?x ?y { ?x ^:next ?y }
SELECT ?x ?y { ?x :next|:tag ?y }
SELECT ?x FROM :ga { ?x :num ?r }""".split("\n")

# Answers whose order counts.
ORDERED = """SELECT ?x { ?x :num ?r } ORDER BY ?r
SELECT ?x { ?x :num ?r } ORDER BY DESC(?r)
SELECT ?x { ?x :name ?n } ORDER BY ?n
SELECT ?x { ?x :on ?d } ORDER BY DESC(?d) ?x
SELECT ?x { ?x :at ?d } ORDER BY ?d ?x
SELECT ?x ?c { ?x :num ?r OPTIONAL { ?x :col ?c } } ORDER BY ?c ?x
SELECT ?x { ?x :num ?r } ORDER BY (?r * -1) LIMIT 3
SELECT ?x { ?x a ?t } ORDER BY STR(?x) LIMIT 3 OFFSET 2
SELECT DISTINCT ?t { ?x a ?t } ORDER BY ?t LIMIT 2 OFFSET 1
SELECT ?t (COUNT(*) AS ?n) { ?x a ?t } GROUP BY ?t ORDER BY DESC(?n) ?t LIMIT 3""".split("\n")


def unordered():
    yield from WHOLE
    for f in TEXT:
        yield f"SELECT ?x ?l {{ ?x rdfs:label ?l FILTER({f}) }}"
        yield f"SELECT ?x ?l ({f} AS ?v) {{ ?x rdfs:label ?l }}"
        yield f"SELECT ?x ?l ?v {{ ?x rdfs:label ?l BIND({f} AS ?v) }}"
    for f in NUMBERS:
        yield f"SELECT ?x ?r {{ ?x :revenue ?r FILTER({f}) }}"
    for f in VALUES:
        yield f"SELECT ?x ?r ({f} AS ?v) {{ ?x :revenue ?r }}"
    for a in AGGREGATES:
        for p in ("num", "nope"):
            yield f"SELECT ({a} AS ?v) {{ ?x :{p} ?r ; :name ?n ; :on ?d }}"
            yield f"SELECT ?t ({a} AS ?v) {{ ?x a ?t ; :{p} ?r ; :name ?n ; :on ?d }} GROUP BY ?t"
    for kind, filters in (("on", DATES), ("at", TIMES), ("yr", YEARS)):
        for f in filters:
            yield f"SELECT ?x ?d {{ ?x :{kind} ?d FILTER({f}) }}"
