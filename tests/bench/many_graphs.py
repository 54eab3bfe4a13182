#!/usr/bin/env python3
"""Many article graphs from few, by renaming: a load for `triplewright merge`.

    triplewright extract examples/articles -o few.nq
    tests/bench/many_graphs.py few.nq 10000 > many.nq
    triplewright merge many.nq -o graph.nq

Each copy is another article. It tells of one of a hundred worlds, in which half of the entities have other names, so that
copies of one world share statements and are near duplicates, and those of others are not. The same input gives the same bytes.
"""
import hashlib
import random
import re
import sys
from collections import defaultdict

WORLDS = 100
HASHED = re.compile(r"(/(statement|inferred|evidence)/)([0-9a-f]{32})")
ENTITY = re.compile(r"(https://w3id\.org/triplewright/id/|/(?:person|organization|entity|company|place|product)/)([a-z0-9-]+)")
SHINGLES = re.compile(r'(shingles> ")([0-9a-f]+)')


def digest(*parts):
    return hashlib.md5("|".join(map(str, parts)).encode()).hexdigest()


def copy(lines, article, number):
    world = number % WORLDS
    draw = random.Random(number)

    def entity(match):
        renamed = int(digest(match[2], world)[:2], 16) % 2
        return f"{match[1]}{match[2]}{f'-{world}' if renamed else ''}"

    def hashed(match):
        return match[1] + digest(match[3], world, number if match[2] == "evidence" else "")

    def shingles(match):
        # Of one world nine bytes in ten agree, of two worlds as many as by chance.
        bytes_ = [digest(match[2], world, i)[:2] if draw.random() < 0.9 else f"{draw.randrange(256):02x}" for i in range(128)]
        return match[1] + "".join(bytes_)

    for line in lines:
        line = line.replace(article, f"https://news.example/{number}")
        line = ENTITY.sub(entity, HASHED.sub(hashed, line))
        yield SHINGLES.sub(shingles, line)


def main():
    graphs = defaultdict(list)
    with open(sys.argv[1], encoding="utf-8") as source:
        for line in source:
            graphs[line[line.rindex("<") + 1 : line.rindex(">")]].append(line)
    names = sorted(graphs)
    for number in range(int(sys.argv[2])):
        article = names[number % len(names)]
        sys.stdout.writelines(copy(graphs[article], article, number))


if __name__ == "__main__":
    main()
