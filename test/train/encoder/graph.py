"""The encoder as it is run: an ONNX graph for one item at a time, weights of eight bits that are made floats when it is loaded."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from bert import ATTENTION_HEADS, EMBEDDINGS, FROZEN, LAYERS


def write(path, weights, frozen, heads):
    graph = Graph()
    words, places = FROZEN
    # Only the rows that are looked up are made floats.
    table, step = graph.eight_bits(words, frozen[words], axis=1)
    rows = graph.add("Cast", graph.add("Gather", table, "pieces"), to=TensorProto.FLOAT)
    x = graph.add("Mul", rows, graph.add("Gather", step, "pieces"))
    x = graph.add("Add", x, graph.add("Gather", graph.kept(places, frozen[places]), "places"))
    types = EMBEDDINGS + "token_type_embeddings.weight"
    x = graph.add("Add", x, graph.add("Gather", graph.kept(types, weights[types]), "own"))
    x = graph.normed(x, weights, EMBEDDINGS + "LayerNorm")
    for layer in range(LAYERS):
        x = layer_of(graph, x, weights, f"encoder.layer.{layer}.")
    first = graph.add("Slice", x, graph.kept("zero", [0]), graph.kept("one", [1]), graph.kept("rows", [0]))
    looks = looked(graph, x, weights, heads["items"])

    def headed(states, kind, name):
        beside = graph.add("Concat", states, graph.add("Expand", first, graph.add("Shape", states)), axis=1)
        matrix, bias = (
            np.concatenate([weights[f"head.{kind}.{head}.{part}"] for head in heads[kind]], -1) for part in ("w", "b")
        )
        return graph.headed(beside, name, matrix, bias)

    # A row for each head, of which only its own labels count.
    own_labels = np.repeat(np.eye(len(heads["items"])), [len(labels) for labels in heads["items"].values()], axis=1)
    rows = graph.add("Mul", headed(looks, "items", "item_labels"), graph.kept("own_labels", own_labels))
    graph.add_named("item", graph.add("ReduceSum", rows, graph.kept("down", [0]), keepdims=1))
    graph.add_named("span", headed(graph.add("MatMul", "spans", x), "spans", "span_labels"))
    graph.save(path)


def looked(graph, x, weights, heads):
    """What each head sees where it looks in the item."""
    where = np.stack([weights[f"head.items.{head}.where"] for head in heads], -1)
    inside = graph.add("Unsqueeze", graph.add("Cast", "own", to=TensorProto.FLOAT), graph.kept("columns", [1]))
    outside = graph.add("Mul", graph.add("Sub", inside, graph.kept("all", [1.0])), graph.kept("far", [1e9]))
    looks = graph.add("Add", graph.add("MatMul", x, graph.kept("where", where / np.sqrt(len(where)))), outside)
    shares = graph.add("Transpose", graph.add("Softmax", looks, axis=0), perm=[1, 0])
    return graph.add("MatMul", shares, x)


def layer_of(graph, x, weights, at):
    def dense(y, name):
        return graph.dense(y, at + name, weights[f"{at}{name}.weight"].T, weights[f"{at}{name}.bias"])

    width = weights[at + "attention.self.query.bias"].shape[0]
    apart = graph.kept(at + "apart", [0, ATTENTION_HEADS, width // ATTENTION_HEADS])
    query, key, value = (graph.add("Reshape", dense(x, f"attention.self.{name}"), apart) for name in ("query", "key", "value"))
    alike = graph.add(
        "MatMul", graph.add("Transpose", query, perm=[1, 0, 2]), graph.add("Transpose", key, perm=[1, 2, 0])
    )
    scaled = graph.add("Mul", alike, graph.kept(at + "scale", np.float32(1 / np.sqrt(width // ATTENTION_HEADS))))
    seen = graph.add("MatMul", graph.add("Softmax", scaled, axis=-1), graph.add("Transpose", value, perm=[1, 0, 2]))
    seen = graph.add("Reshape", graph.add("Transpose", seen, perm=[1, 0, 2]), graph.kept(at + "whole", [0, width]))
    x = graph.normed(graph.add("Add", x, dense(seen, "attention.output.dense")), weights, at + "attention.output.LayerNorm")
    thought = graph.add("Gelu", dense(x, "intermediate.dense"))
    return graph.normed(graph.add("Add", x, dense(thought, "output.dense")), weights, at + "output.LayerNorm")


class Graph:
    def __init__(self):
        self.nodes = []
        self.tensors = []

    def add(self, kind, *inputs, **attributes):
        name = f"t{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def add_named(self, name, value):
        self.nodes.append(helper.make_node("Identity", [value], [name]))

    def kept(self, name, values):
        array = np.asarray(values)
        array = array.astype(np.int64) if array.dtype.kind == "i" else array.astype(np.float32)
        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def eight_bits(self, name, values, axis):
        """The values, and what a step of them stands for in each row or column."""
        values = np.asarray(values)
        step = np.maximum(np.abs(values).max(axis=axis, keepdims=True) / 127, 1e-12).astype(np.float32)
        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(np.round(values / step).astype(np.int8)), name))
        return name, self.kept(name + ".step", step)

    def dense(self, x, name, matrix, bias):
        table, step = self.eight_bits(name, matrix, axis=0)
        floats = self.add("Mul", self.add("Cast", table, to=TensorProto.FLOAT), step)
        return self.add("Add", self.add("MatMul", x, floats), self.kept(name + ".bias", bias))

    def headed(self, x, name, matrix, bias):
        return self.add("Add", self.add("MatMul", x, self.kept(name + ".w", matrix)), self.kept(name + ".b", bias))

    def normed(self, x, weights, name):
        scale, bias = (self.kept(f"{name}.{part}", weights[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self.add("LayerNormalization", x, scale, bias, axis=-1, epsilon=1e-12)

    def save(self, path):
        def value(name, kind, shape):
            return helper.make_tensor_value_info(name, kind, shape)

        graph = helper.make_graph(
            self.nodes,
            "encoder",
            [value(name, TensorProto.INT32, ["n"]) for name in ("pieces", "places", "own")]
            + [value("spans", TensorProto.FLOAT, ["m", "n"])],
            [value("item", TensorProto.FLOAT, [1, "item_labels"]), value("span", TensorProto.FLOAT, ["m", "span_labels"])],
            self.tensors,
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)])
        model.ir_version = 9
        onnx.checker.check_model(model)
        onnx.save(model, path)
