"""Texts of everything that RDF syntaxes stumble over, as other programs might write it."""
import json


def escape(text):
    out = []
    for c in text:
        if c in '"\\':
            out.append("\\" + c)
        elif ord(c) < 0x20 or ord(c) == 0x7F:
            out.append("\\u%04X" % ord(c))
        else:
            out.append(c)
    return "".join(out)


def jsonld():
    """What no N-Quads parser lets stand in an IRI, and JSON does."""
    iri = 'http://e/ <>"{}|^`\\'
    return json.dumps({"@id": iri, "http://e/ns#is": {"@id": iri}})


def nquads(for_xml):
    texts = ["", " ", '"', '"""', "'''", "\\", "\\u0041 \\n", "a\"\"\"b", "\r\n", "\n", "\t", "]]>", "<b>&amp;</b>", "@en", "^^<x:y>",
             '" . <x:a> <x:b> <x:c> .', "# no comment", "true", "42", "${x}", "x" * 100000, "\u0085 \u00a0 \u2028 \u2029 \ufeff \ufffd"]
    texts += ["a" + chr(c) + "b" for c in (0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0x10000)]
    texts += [chr(plane * 0x10000 + 0x123) for plane in range(1, 17)]
    if not for_xml:
        texts += ["c" + chr(c) + "d" for c in [*range(1, 32), 0x7F]]
    objects = ['"%s"' % escape(t) for t in texts]
    objects += ['"l"@%s' % tag for tag in ("en", "EN-us", "zh-Hant-TW", "x-private", "de-CH-1996", "sl-rozaj-biske")]
    xsd = "http://www.w3.org/2001/XMLSchema#"
    for lexical, name in (("+07", "integer"), ("-0", "integer"), ("99999999999999999999", "integer"), ("1.50", "decimal"), ("1e3", "double"), ("0.1", "float"),
                          ("NaN", "double"), ("-INF", "float"), ("1", "boolean"), ("2026-11-22", "date"), ("2026-02-30", "date"), ("2026-11-22+00:00", "date"),
                          ("2026-11-22T01:02:03.50+02:00", "dateTime"), ("2026-11-22T24:00:00Z", "dateTime"), ("2026", "gYear"), ("2026-11", "gYearMonth"),
                          ("--11-22", "gMonthDay"), ("P1Y", "duration"), ("http://e/a b", "anyURI"), ("0FB7", "hexBinary"), ("x", "integer"), ("300", "byte")):
        objects.append('"%s"^^<%s%s>' % (lexical, xsd, name))
    objects += ['"<b>x</b>"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML>', '"x"^^<http://e/t>']
    iris = ["http://e/ns#a.", "http://e/ns#-a", "http://e/ns#1", "http://e/ns#a.b-c_d", "http://e/ns#", "http://e/ns#a/b", "http://e/ns#a:b", "http://e/a%20b",
            "http://e/caf\u00e9", "http://e/\U0001F600", "http://e/?q=a&b=c;d#f", "http://e/a'b(c)*d,e;f=g!h$i~j", "http://e/%zz%", "http://e/../a/./b", "http://e",
            "http://u:p@e:80/", "http://[2001:db8::1]/", "urn:isbn:1-2", "mailto:a@b.example", "tag:a,2026:x", "HTTP://E.org/%c3%a9", "http://e/a[1]#b[2]",
            "http://e/#a#b", "http://e/\ue000", "a:b", "http://e/\\u0022\\u007B\\u007D\\u007C\\u005E\\u0060\\u005C"]
    lines = []
    for i, o in enumerate(objects):
        lines.append("<http://e/s> <http://e/ns#p%d> %s ." % (i % 17, o))
    for i, iri in enumerate(iris):
        lines.append("<%s> <http://e/ns#is> <%s> <http://e/g%d> ." % (iri, iri, i % 3))
        lines.append("<http://e/s> <http://e/ns#in> \"graph\" <%s> ." % iri)
    predicates = ["http://e/caf\u00e9", "urn:p:q", "http://e/p.q"]
    if not for_xml:
        predicates += ["http://e/123", "http://e/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#li"]
    lines += ['<http://e/s> <%s> "v" .' % p for p in predicates]
    lines.append('<http://e/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/ns#C> .')
    return "\n".join(lines) + "\n"
