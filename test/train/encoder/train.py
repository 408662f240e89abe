"""Fine-tunes the encoder: python3 train.py BASE TOKENIZER LABELS EXAMPLES OUT [AUTHOR,AUTHOR…]

Without authors it learns from all and writes the graph that is run; with authors it sees nothing of theirs, and writes how likely it holds
each label to be of each of their items.
"""

import json
import sys

import jax
import numpy as np
import optax

import bert
import graph

# Learned twice, in another order each: the mean of the weights is as good as the mean of what the encoders say, and steadier than one.
SEEDS = (0, 1)
# Those that are only read are learned once.
SEEDS_OF_READERS = SEEDS[:1]
ROUNDS = 3
RATE = 3e-4
# Heads begin with nothing and have as few steps as the rest.
HEADS_FASTER = 30
WARMING = 0.1
BATCH = 32
# Items of like length learn together; what is longer than the last cannot be.
LENGTHS = (16, 24, 32, 40, 48, 56, 64, 80, 96, 128, bert.LONGEST)
# Of one item the first so many products, numbers, documents and places are learned from.
MOST_SPANS = 8
# Of the word pieces so many are hidden while it learns: what it leans on is then more than one word.
HIDDEN = 0.12
MASK = "[MASK]"
# So many items are put beside another, where that can be: it has at least so many pieces, both together at most so many.
BESIDE = 0.4
LEAST = 6
MOST_OWN = 80


def main(base, tokenizer, labels, examples, out, held=""):
    heads = read_json(labels)
    cut = read_json(tokenizer)
    vocabulary = rows_of(cut, read_json(f"{base}/tokenizer.json"))
    hide = hiding(cut["model"]["vocab"])
    items = [json.loads(line) for line in open(examples, encoding="utf8")]
    authors = set(held.split(",")) if held else set()
    weights, frozen = bert.begin(base, vocabulary, heads)
    seen = [item for item in items if item["author"] not in authors and teaches(item)]
    seeds = SEEDS_OF_READERS if authors else SEEDS
    all_learned = [learned(weights, frozen, seen, heads, hide, seed) for seed in seeds]
    weights = {name: sum(one[name] for one in all_learned) / len(seeds) for name in weights}
    if not authors:
        graph.write(out, weights, frozen, heads)
        return
    unseen = [item for item in items if item["author"] in authors]
    with open(out, "w", encoding="utf8") as file:
        json.dump(readings(weights, frozen, unseen, heads), file)


def teaches(item):
    return len(item["labels"]) > 0 or any(span["label"] for span in item["spans"])


def read_json(path):
    with open(path, encoding="utf8") as file:
        return json.load(file)


def rows_of(cut, whole):
    """Of each piece of the vocabulary its row in the table that it was cut from."""
    pieces = sorted(cut["model"]["vocab"].items(), key=lambda one: one[1])
    return np.array([whole["model"]["vocab"][piece] for piece, _ in pieces])


def hiding(vocabulary):
    mask = vocabulary[MASK]
    marks = [number for piece, number in vocabulary.items() if piece.startswith("[") and piece.endswith("]")]

    def hide(batch, order):
        pieces = batch["pieces"]
        hidden = (order.random(pieces.shape) < HIDDEN) & ~np.isin(pieces, marks)
        return {**batch, "pieces": np.where(hidden, mask, pieces)}

    return hide


def learned(weights, frozen, items, heads, hide, seed):
    order = np.random.default_rng(seed)
    rounds = [batches(beside_others(items, order), order) for _ in range(ROUNDS)]
    steps = sum(len(some) for some in rounds)
    rate = optax.warmup_cosine_decay_schedule(0, RATE, int(steps * WARMING), steps + 1)
    optimiser = optax.chain(
        optax.clip_by_global_norm(1.0),
        optax.multi_transform(
            {
                "encoder": optax.adamw(rate, weight_decay=0.01),
                "head": optax.adamw(lambda step: HEADS_FASTER * rate(step)),
            },
            {name: "head" if name.startswith("head.") else "encoder" for name in weights},
        ),
    )

    def loss(weights, batch, right, key):
        total = 0.0
        for head, scores in bert.scores(weights, frozen, batch, key).items():
            shares, counts = right[head]
            total -= ((shares * jax.nn.log_softmax(scores)).sum(-1) * counts).sum()
        return total / BATCH

    @jax.jit
    def step(weights, state, batch, right, key):
        value, slopes = jax.value_and_grad(loss)(weights, batch, right, key)
        updates, state = optimiser.update(slopes, state, weights)
        return optax.apply_updates(weights, updates), state, value

    state = optimiser.init(weights)
    key = jax.random.PRNGKey(seed + 1)
    recent = 0.0
    done = 0
    for some in rounds:
        for place in order.permutation(len(some)):
            key, own = jax.random.split(key)
            batch = some[place]
            weights, state, value = step(weights, state, hide(inputs_of(batch), order), labels_of(batch, heads), own)
            recent += 0.02 * (float(value) - recent)
            done += 1
            if done % 100 == 0:
                print(f"{done} of {steps} steps, loss {recent:.3f}", flush=True)
    return weights


def beside_others(items, order):
    """The items, some of them in one breath with what was said in another, so that each head learns to pass over what is not its own."""
    found = []
    for item in items:
        other = items[order.integers(len(items))]
        found.append(together(item, other, order.random() < 0.5) if order.random() < BESIDE else item)
    return found


def together(item, other, is_first):
    """What is said in both in the place of the one; the item as it is where both tell something, or it is too long."""
    own, more = (np.flatnonzero(one["own"])[:-1] for one in (item, other))
    length = len(item["pieces"]) + len(more)
    if not (LEAST <= len(more) and 0 < len(own) <= MOST_OWN - len(more)) or length > bert.LONGEST:
        return item
    if not item["labels"].keys() <= other["labels"].keys():
        return item
    labels = {}
    for head in item["labels"]:
        told = [label for one in (item, other) for label in one["labels"][head] if label != "none"]
        if len(set(told)) > 1:
            return item
        labels[head] = told[:1] or ["none"]
    at = own[0] if is_first else own[-1] + 1
    said = [other["pieces"][place] for place in more]

    def moved(spans, far):
        return [{**span, "from": span["from"] + far, "to": span["to"] + far} for span in spans]

    spans = moved(item["spans"], len(more) if is_first else 0)
    spans += moved([span for span in other["spans"] if span["head"] != "counts"], int(at - more[0]))
    return {
        **item,
        "labels": labels,
        "pieces": item["pieces"][:at] + said + item["pieces"][at:],
        "own": item["own"][:at] + [1] * len(said) + item["own"][at:],
        "spans": spans,
    }


def readings(weights, frozen, items, heads):
    """How likely each label is: by lesson and item, of words that are judged by themselves by their first token."""

    @jax.jit
    def read(batch):
        return {head: jax.nn.softmax(scores) for head, scores in bert.scores(weights, frozen, batch).items()}

    found = {}
    for some in batches(items):
        likely = {head: np.array(shares) for head, shares in read(inputs_of(some)).items()}

        def labelled(kind, head, shares):
            return dict(zip(heads[kind][head], (round(float(share), 5) for share in shares)))

        for row, item in enumerate(some):
            spans = {
                f"{span['head']} {span['first']}": labelled("spans", span["head"], likely[span["head"]][row, at])
                for at, span in enumerate(item["spans"][:MOST_SPANS])
            }
            of_item = {head: labelled("items", head, likely[head][row]) for head in heads["items"]}
            found.setdefault(item["lesson"], {})[str(item["item"])] = {"item": of_item, "spans": spans}
    return found


def batches(items, order=None):
    by_length = {}
    for item in items:
        by_length.setdefault(next(most for most in LENGTHS if len(item["pieces"]) <= most), []).append(item)
    found = []
    for most in sorted(by_length):
        some = by_length[most]
        places = range(len(some)) if order is None else order.permutation(len(some))
        some = [some[place] for place in places]
        found += [some[start : start + BATCH] for start in range(0, len(some), BATCH)]
    return found


def inputs_of(items):
    length = next(most for most in LENGTHS if max(len(item["pieces"]) for item in items) <= most)
    batch = {
        "pieces": np.zeros((BATCH, length), np.int32),
        "own": np.zeros((BATCH, length), np.int32),
        "there": np.zeros((BATCH, length), np.float32),
        "spans": np.zeros((BATCH, MOST_SPANS, length), np.float32),
    }
    batch["there"][:, 0] = 1
    for row, item in enumerate(items):
        count = len(item["pieces"])
        batch["pieces"][row, :count] = item["pieces"]
        batch["own"][row, :count] = item["own"]
        batch["there"][row, :count] = 1
        for at, span in enumerate(item["spans"][:MOST_SPANS]):
            batch["spans"][row, at, span["from"] : span["to"]] = 1 / (span["to"] - span["from"])
    return batch


def labels_of(items, heads):
    """Of each head the share of each label, and how much the item counts: nothing where its lesson does not teach it."""
    right = {}
    for kind, more in (("items", ()), ("spans", (MOST_SPANS,))):
        for head, labels in heads[kind].items():
            size = (BATCH, *more)
            right[head] = (np.zeros((*size, len(labels)), np.float32), np.zeros(size, np.float32))
    for row, item in enumerate(items):
        for head, labels in item["labels"].items():
            for label in labels:
                right[head][0][row, heads["items"][head].index(label)] += 1 / len(labels)
            right[head][1][row] = 1
        for at, span in enumerate(item["spans"][:MOST_SPANS]):
            if span["label"]:
                right[span["head"]][0][row, at, heads["spans"][span["head"]].index(span["label"])] = 1
                right[span["head"]][1][row, at] = span["weight"]
    return right


if __name__ == "__main__":
    main(*sys.argv[1:])
