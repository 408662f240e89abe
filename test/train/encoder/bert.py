"""The encoder while it learns: BERT's layers, heads for what an item tells, and heads for what products, numbers, documents and places in it mean."""

import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load_file

# Of six. Three tell businesses, dates and tools worse; six learn what is weighed by heart.
LAYERS = 4
ATTENTION_HEADS = 12
LONGEST = 160
KEPT = 0.9
EMBEDDINGS = "embeddings."
FROZEN = (EMBEDDINGS + "word_embeddings.weight", EMBEDDINGS + "position_embeddings.weight")


def begin(base, vocabulary, heads):
    """Weights to begin with, and those that stay: the rows of the words that the vocabulary keeps, and of the places."""
    known = load_file(f"{base}/model.safetensors")
    kept = {
        name: array
        for name, array in known.items()
        if (name.startswith(EMBEDDINGS) and "position_ids" not in name)
        or (name.startswith("encoder.layer.") and int(name.split(".")[2]) < LAYERS)
    }
    words, places = FROZEN
    frozen = {words: jnp.array(kept.pop(words)[vocabulary]), places: jnp.array(kept.pop(places)[:LONGEST])}
    weights = {name: jnp.array(array) for name, array in kept.items()}
    for kind, of_kind in heads.items():
        for head, labels in of_kind.items():
            weights[f"head.{kind}.{head}.w"] = jnp.zeros((2 * frozen[words].shape[1], len(labels)))
            weights[f"head.{kind}.{head}.b"] = jnp.zeros(len(labels))
    for head in heads["items"]:
        weights[f"head.items.{head}.where"] = jnp.zeros(frozen[words].shape[1])
    return weights, frozen


def scores(weights, frozen, batch, key=None):
    """Of each head the scores of its labels; with a key a tenth is dropped, as is done while it learns."""
    keys = iter(jax.random.split(key, 2 * LAYERS + 2)) if key is not None else None

    def drop(x):
        return x if keys is None else jnp.where(jax.random.bernoulli(next(keys), KEPT, x.shape), x / KEPT, 0)

    states = encode(weights, frozen, batch, drop)
    first = states[:, 0]
    span = drop(beside(jnp.einsum("bsn,bnd->bsd", batch["spans"], states), first))
    found = {head: headed(span, weights, "spans", head) for head in heads_of(weights, "spans")}
    # Each head looks where in the item it is told, so that what else is said there takes nothing away.
    looking = heads_of(weights, "items")
    where = jnp.stack([weights[f"head.items.{head}.where"] for head in looking])
    outside = (1 - batch["there"] * batch["own"])[:, None] * -1e9
    looks = jax.nn.softmax(jnp.einsum("hd,bnd->bhn", where, states) / np.sqrt(where.shape[1]) + outside, -1)
    item = drop(beside(jnp.einsum("bhn,bnd->bhd", looks, states), first))
    return found | {head: headed(item[:, at], weights, "items", head) for at, head in enumerate(looking)}


def heads_of(weights, kind):
    return [name.split(".")[2] for name in weights if name.startswith(f"head.{kind}.") and name.endswith(".w")]


def headed(states, weights, kind, head):
    return states @ weights[f"head.{kind}.{head}.w"] + weights[f"head.{kind}.{head}.b"]


def beside(states, first):
    """Of each item, or each place in it, its states and those of the whole."""
    return jnp.concatenate([states, jnp.broadcast_to(first[:, None], states.shape)], -1)


def encode(weights, frozen, batch, drop):
    words, places = FROZEN
    pieces = batch["pieces"]
    x = frozen[words][pieces] + frozen[places][: pieces.shape[1]]
    x = normed(x + weights[EMBEDDINGS + "token_type_embeddings.weight"][batch["own"]], weights, EMBEDDINGS + "LayerNorm")
    beyond = (1 - batch["there"])[:, None, None, :] * -1e9
    size, length, width = x.shape

    def split(y):
        return y.reshape(size, length, ATTENTION_HEADS, width // ATTENTION_HEADS).transpose(0, 2, 1, 3)

    for layer in range(LAYERS):
        at = f"encoder.layer.{layer}."

        def dense(y, name, at=at):
            return y @ weights[f"{at}{name}.weight"].T + weights[f"{at}{name}.bias"]

        query, keys, values = (split(dense(x, f"attention.self.{name}")) for name in ("query", "key", "value"))
        shares = jax.nn.softmax(query @ keys.transpose(0, 1, 3, 2) / np.sqrt(width // ATTENTION_HEADS) + beyond, -1)
        seen = (shares @ values).transpose(0, 2, 1, 3).reshape(size, length, width)
        x = normed(x + drop(dense(seen, "attention.output.dense")), weights, at + "attention.output.LayerNorm")
        thought = jax.nn.gelu(dense(x, "intermediate.dense"), approximate=False)
        x = normed(x + drop(dense(thought, "output.dense")), weights, at + "output.LayerNorm")
    return x


def normed(x, weights, name):
    mean = x.mean(-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) * jax.lax.rsqrt(variance + 1e-12) * weights[name + ".weight"] + weights[name + ".bias"]
