"""Mistakes of lesson 02 on the way back: gradients through outputs, cells and time; clipping."""

from __future__ import annotations

from graders.exercise import Mistake

OUTPUT_BACKWARD = (
    Mistake(
        "The gradient is not divided by m. The loss is an average over the examples, so every "
        "gradient of it carries a 1/m.",
        swap=("(y_pred - y) / m", "(y_pred - y)"),
        hides_from="one example",
    ),
    Mistake(
        "Truth and prediction are subtracted the wrong way round: every gradient has the opposite "
        "sign, and training would climb the loss.",
        swap=("(y_pred - y) / m", "(y - y_pred) / m"),
    ),
    Mistake(
        "The gradient is divided by m and by T_x. The loss is summed over time, not averaged.",
        swap=("(y_pred - y) / m", "(y_pred - y) / (m * y.shape[2])"),
        hides_from="one step",
    ),
    Mistake(
        "The gradient is divided by n_y as well. Classes are summed over in the loss.",
        swap=("(y_pred - y) / m", "(y_pred - y) / (m * y.shape[0])"),
    ),
    Mistake(
        "The derivative y_pred (1 - y_pred) is multiplied in. It belongs to a squared error "
        "through a sigmoid; with softmax and cross-entropy it cancels.",
        swap=("(y_pred - y) / m", "(y_pred - y) * y_pred * (1 - y_pred) / m"),
    ),
    Mistake(
        "This is the derivative of the loss with respect to y_pred, -y / y_pred. The softmax "
        "stands between y_pred and the scores, and its derivative is missing.",
        swap=("(y_pred - y) / m", "-y / y_pred / m"),
    ),
    Mistake(
        "m is read from the wrong axis: y has shape (n_y, m, T_x).",
        swap=("y.shape[1]", "y.shape[0]"),
        hides_from="square sizes",
    ),
    Mistake(
        "dWya counts the last time step only. The same Wya is used at every step, so its gradient "
        "is a sum over all of them.",
        swap=('np.einsum("ymt,amt->ya", dz, a)', "dz[:, :, -1] @ a[:, :, -1].T"),
        hides_from="one step",
    ),
    Mistake(
        "dby counts the last time step only. The same by is used at every step, so its gradient is "
        "a sum over all of them.",
        swap=(
            "np.sum(dz, axis=(1, 2)).reshape(-1, 1)",
            "np.sum(dz[:, :, -1], axis=1).reshape(-1, 1)",
        ),
        hides_from="one step",
    ),
    Mistake(
        "dby is an average over the examples. The 1/m of the loss is in the gradient already, so "
        "what remains is a sum.",
        swap=(
            "np.sum(dz, axis=(1, 2)).reshape(-1, 1)",
            "np.sum(dz, axis=2).mean(axis=1).reshape(-1, 1)",
        ),
        hides_from="one example",
    ),
    Mistake(
        "dby has lost its second axis: by has shape (n_y, 1), and its gradient the same.",
        swap=("np.sum(dz, axis=(1, 2)).reshape(-1, 1)", "np.sum(dz, axis=(1, 2))"),
    ),
    Mistake(
        "dWya is transposed: it must have the shape of Wya, (n_y, n_a).",
        swap=('"ymt,amt->ya"', '"ymt,amt->ay"'),
    ),
    Mistake(
        "da carries the derivative of tanh. It is the gradient with respect to the state a itself; "
        "the tanh lies further back and belongs to rnn_cell_backward.",
        swap=('parameters["Wya"], dz)  #', 'parameters["Wya"], dz) * (1 - a**2)  #'),
    ),
    Mistake(
        "The gradients are divided by the number of steps. Which axis of y counts the examples?",
        swap=("y.shape[1]", "y.shape[2]"),
        hides_from="square sizes",
    ),
    Mistake(
        "The truth y is missing: the gradient starts from y_pred alone, so a perfect prediction "
        "would still be pushed.",
        swap=("(y_pred - y) / m", "y_pred / m"),
    ),
    Mistake(
        "Only the last step sends a gradient back. Every step has a target, so every step has its "
        "own error.",
        swap=("(y_pred - y) / m", "(y_pred - y) / m * (np.arange(y.shape[2]) == y.shape[2] - 1)"),
        hides_from="one step",
    ),
    Mistake(
        "dby has one axis too many: keepdims keeps both of the axes that are summed. It should "
        "have the shape of by, (n_y, 1).",
        swap=(
            "np.sum(dz, axis=(1, 2)).reshape(-1, 1)",
            "np.sum(dz, axis=(1, 2), keepdims=True)",
        ),
    ),
    Mistake(
        "The predictions handed in are overwritten: -= works inside the caller's array.",
        swap=("dz = (y_pred - y) / m", "y_pred -= y\n    dz = y_pred / m"),
    ),
)

RNN_CELL_BACKWARD = (
    Mistake(
        "The derivative of tanh is taken as 1 - a_next. It is 1 minus the square of the state.",
        swap=("(1 - a_next**2)", "(1 - a_next)"),
    ),
    Mistake(
        "The derivative of tanh is missing: da_next must pass through the tanh before it reaches "
        "any weight.",
        swap=("(1 - a_next**2) * da_next", "da_next"),
    ),
    Mistake(
        "The derivative of tanh is taken at a_prev. The state that came out of this tanh is "
        "a_next.",
        swap=("(1 - a_next**2)", "(1 - a_prev**2)"),
    ),
    Mistake(
        "tanh is applied to a_next once more: a_next is already the tanh, so its square is all "
        "that the derivative needs.",
        swap=("(1 - a_next**2)", "(1 - np.tanh(a_next) ** 2)"),
    ),
    Mistake(
        "The derivative a (1 - a) belongs to the sigmoid; this cell uses tanh.",
        swap=("(1 - a_next**2)", "a_next * (1 - a_next)"),
    ),
    Mistake(
        "The sign between 1 and the square is wrong: the derivative of tanh is never larger than "
        "1.",
        swap=("(1 - a_next**2)", "(1 + a_next**2)"),
    ),
    Mistake(
        "da_prev uses Waa without its transpose. On the way back each weight matrix acts from the "
        "side of its outputs.",
        swap=('parameters["Waa"].T @ dz', 'parameters["Waa"] @ dz'),
    ),
    Mistake(
        "da_prev goes back through Waa but not through the tanh: use the gradient behind the tanh.",
        swap=('parameters["Waa"].T @ dz', 'parameters["Waa"].T @ da_next'),
    ),
    Mistake(
        "dxt goes back through Wax but not through the tanh: use the gradient behind the tanh.",
        swap=('parameters["Wax"].T @ dz', 'parameters["Wax"].T @ da_next'),
    ),
    Mistake(
        "dWaa is built from a_next. Waa was multiplied by a_prev on the way forward, so a_prev is "
        "what its gradient needs.",
        swap=("dz @ a_prev.T", "dz @ a_next.T"),
    ),
    Mistake(
        "dWaa is transposed. Square matrices hide this: only the values show which side the "
        "gradient stands on.",
        swap=("dz @ a_prev.T", "a_prev @ dz.T"),
    ),
    Mistake(
        "dWax is transposed: it must have the shape of Wax, (n_a, n_x).",
        swap=("dz @ xt.T", "xt @ dz.T"),
    ),
    Mistake(
        "dba is an average over the examples. The bias was added to every example, so its gradient "
        "is their sum.",
        swap=("np.sum(dz, axis=1, keepdims=True)", "np.mean(dz, axis=1, keepdims=True)"),
        hides_from="one example",
    ),
    Mistake(
        "dba has lost its second axis: ba has shape (n_a, 1), and its gradient the same.",
        swap=("np.sum(dz, axis=1, keepdims=True)", "np.sum(dz, axis=1)"),
    ),
    Mistake(
        "dba is not summed over the examples: it has a column for each of them, where ba has one.",
        swap=("np.sum(dz, axis=1, keepdims=True)", "dz"),
        hides_from="one example",
    ),
    Mistake(
        "dba is summed over the units instead of the examples.",
        swap=("np.sum(dz, axis=1, keepdims=True)", "np.sum(dz, axis=0, keepdims=True)"),
    ),
    Mistake(
        "dWax and dWaa are divided by m. The average over the examples is part of the loss and "
        "already inside da_next.",
        swap=(
            ("dz @ xt.T", "dz @ xt.T / xt.shape[1]"),
            ("dz @ a_prev.T", "dz @ a_prev.T / xt.shape[1]"),
        ),
        hides_from="one example",
    ),
    Mistake(
        "da_next is multiplied by the tanh's derivative in place, which changes the array of the "
        "caller.",
        swap=("dz = (1 - a_next**2) * da_next", "da_next *= 1 - a_next**2\n    dz = da_next"),
    ),
    Mistake(
        "The slope of tanh is taken as (1 - a_next) squared. Only the state is squared, not the "
        "difference; check the parentheses.",
        swap=("(1 - a_next**2)", "(1 - a_next) ** 2"),
    ),
    Mistake(
        "The cache is unpacked in the wrong order: a_next comes first in it, a_prev second.",
        swap=("a_next, a_prev, xt, parameters = cache", "a_prev, a_next, xt, parameters = cache"),
    ),
    Mistake(
        "dxt and da_prev are computed from da_next. Both lie before the tanh, so they need the "
        "gradient after it has passed the tanh.",
        swap=(
            ('parameters["Wax"].T @ dz', 'parameters["Wax"].T @ da_next'),
            ('parameters["Waa"].T @ dz', 'parameters["Waa"].T @ da_next'),
        ),
    ),
    Mistake(
        "dWax, dWaa and dba are computed from da_next. Weights and bias act before the tanh, so "
        "they need the gradient after it has passed the tanh.",
        swap=(
            ("dz @ xt.T", "da_next @ xt.T"),
            ("dz @ a_prev.T", "da_next @ a_prev.T"),
            ("np.sum(dz,", "np.sum(da_next,"),
        ),
    ),
    Mistake(
        "dWax, dWaa and dba are divided by m. The loss already did that, so da_next carries the "
        "average; here examples are summed.",
        swap=(
            ("dz @ xt.T", "dz @ xt.T / xt.shape[1]"),
            ("dz @ a_prev.T", "dz @ a_prev.T / xt.shape[1]"),
            ("keepdims=True)", "keepdims=True) / xt.shape[1]"),
        ),
        hides_from="one example",
    ),
)

RNN_BACKWARD = (
    Mistake(
        "What comes back from the step after is not added: each step sees only the gradient from "
        "its own output, so nothing travels through time.",
        swap=("da[:, :, t] + da_prev", "da[:, :, t]"),
        hides_from="one step",
    ),
    Mistake(
        "Only the gradient from the step after is used; what reaches each state from its own "
        "output, da, is left out after the first round.",
        swap=("da[:, :, t] + da_prev", "da[:, :, t] if t == T_x - 1 else da_prev"),
        hides_from="one step",
    ),
    Mistake(
        "The loop runs from the first step to the last. Gradients travel backwards: start at the "
        "end.",
        swap=("reversed(range(T_x))", "range(T_x)"),
        hides_from="one step",
    ),
    Mistake(
        "The loop stops before step 0: the first input has a gradient too.",
        swap=("reversed(range(T_x))", "range(T_x - 1, 0, -1)"),
    ),
    Mistake(
        "The loop leaves out the last step.",
        swap=("reversed(range(T_x))", "reversed(range(T_x - 1))"),
    ),
    Mistake(
        "The cache of the last step is used in every round: each step needs its own.",
        swap=("cell_caches[t]", "cell_caches[-1]"),
        hides_from="one step",
    ),
    Mistake(
        "The caches are read in reverse order: cache t belongs to step t, whichever way you walk.",
        swap=("cell_caches[t]", "cell_caches[T_x - 1 - t]"),
        hides_from="one step",
    ),
    Mistake(
        "The gradient of step 0 is taken from da of the last step in every round: index da with t.",
        swap=("da[:, :, t] + da_prev", "da[:, :, -1] + da_prev"),
        hides_from="one step",
    ),
    Mistake(
        "dWax is overwritten in every round. The weights are shared by all steps, so their "
        "gradients are added up.",
        swap=('dWax += gradients["dWax"]', 'dWax = gradients["dWax"]'),
        hides_from="one step",
    ),
    Mistake(
        "dWaa is overwritten in every round. The weights are shared by all steps, so their "
        "gradients are added up.",
        swap=('dWaa += gradients["dWaa"]', 'dWaa = gradients["dWaa"]'),
        hides_from="one step",
    ),
    Mistake(
        "dba is overwritten in every round. The bias is shared by all steps, so its gradients are "
        "added up.",
        swap=('dba += gradients["dba"]', 'dba = gradients["dba"]'),
        hides_from="one step",
    ),
    Mistake(
        "The gradients of all weights are overwritten in every round, so only the first step is "
        "left of them. Add them up.",
        swap=(
            ('dWax += gradients["dWax"]', 'dWax = gradients["dWax"]'),
            ('dWaa += gradients["dWaa"]', 'dWaa = gradients["dWaa"]'),
            ('dba += gradients["dba"]', 'dba = gradients["dba"]'),
        ),
        hides_from="one step",
    ),
    Mistake(
        "The gradients of the weights are averaged over time. The loss is a sum over the steps, "
        "and so are they.",
        swap=(
            'return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}',
            'return {"dx": dx, "da0": da_prev, "dWax": dWax / T_x, "dWaa": dWaa / T_x, '
            '"dba": dba / T_x}',
        ),
        hides_from="one step",
    ),
    Mistake(
        "da0 stays zero. It is what the first cell sends back to the state before it.",
        swap=('"da0": da_prev', '"da0": np.zeros((n_a, m))'),
    ),
    Mistake(
        "da0 is the gradient at the first state, a<1>, and not at a0: one more cell lies between.",
        swap=(
            (
                "gradients = rnn_cell_backward",
                "reached = da[:, :, t] + da_prev\n        gradients = rnn_cell_backward",
            ),
            ('"da0": da_prev', '"da0": reached'),
        ),
    ),
    Mistake(
        "What reaches a state is counted twice: once in da and once more in what is carried back.",
        swap=('da_prev = gradients["da_prev"]', 'da_prev = gradients["da_prev"] + da[:, :, t]'),
    ),
    Mistake(
        "The gradients are collected in da itself, which changes the array of the caller.",
        swap=(
            "gradients = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])",
            "da[:, :, t] += da_prev\n        gradients = rnn_cell_backward(da[:, :, t], "
            "cell_caches[t])",
        ),
        hides_from="one step",
    ),
    Mistake(
        "The list of caches is reversed in place, so whoever made it finds it turned around.",
        swap=(
            ("cell_caches, x = caches", "cell_caches, x = caches\n    cell_caches.reverse()"),
            ("cell_caches[t]", "cell_caches[len(cell_caches) - 1 - t]"),
        ),
        hides_from="one step",
    ),
    Mistake(
        "The caches are taken out of the list one by one, so whoever made it finds it empty.",
        swap=("cell_caches[t]", "cell_caches.pop()"),
    ),
    Mistake(
        "da never enters: only the gradient from the next step is passed on, and that starts at "
        "zero, so everything stays zero.",
        swap=("da[:, :, t] + da_prev, cell_caches", "da_prev, cell_caches"),
    ),
    Mistake(
        "The last step's da is counted twice: once as the start of da_prev, once inside the loop. "
        "Nothing comes back from beyond the last step.",
        swap=("da_prev = np.zeros((n_a, m))", "da_prev = da[:, :, -1]"),
    ),
    Mistake(
        "The gradient that comes from the next step piles up: each da_prev is added to the ones "
        "before it, though it already contains them.",
        swap=('da_prev = gradients["da_prev"]', 'da_prev = da_prev + gradients["da_prev"]'),
        hides_from="one step",
    ),
    Mistake(
        "The gradient travels only one step: what is handed to step t - 1 holds step t's own da "
        "and nothing from later steps. The whole sum has to move on.",
        source="""
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    n_x = x.shape[0]
    dx = np.zeros((n_x, m, T_x))
    dWax, dWaa, dba = np.zeros((n_a, n_x)), np.zeros((n_a, n_a)), np.zeros((n_a, 1))
    from_next = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        gradients = rnn_cell_backward(da[:, :, t] + from_next, cell_caches[t])
        from_next = rnn_cell_backward(da[:, :, t], cell_caches[t])["da_prev"]
        dx[:, :, t] = gradients["dxt"]
        dWax += gradients["dWax"]
        dWaa += gradients["dWaa"]
        dba += gradients["dba"]
    return {"dx": dx, "da0": gradients["da_prev"], "dWax": dWax, "dWaa": dWaa, "dba": dba}
""",
        hides_from="two steps",
    ),
    Mistake(
        "dx keeps only the gradient of one step: it is overwritten as a whole instead of filled "
        "step by step.",
        swap=("dx[:, :, t] =", "dx ="),
    ),
    Mistake(
        "dx comes back in the order of the loop, the last step first. Its last axis must run "
        "forwards in time, like that of x.",
        swap=("dx[:, :, t] =", "dx[:, :, T_x - 1 - t] ="),
        hides_from="one step",
    ),
)

CLIP = (
    Mistake(
        "Only large positive entries are limited. Large negative ones explode as well.",
        swap=("np.clip(g, -max_value, max_value)", "np.minimum(g, max_value)"),
    ),
    Mistake(
        "Only large negative entries are limited. Large positive ones explode as well.",
        swap=("np.clip(g, -max_value, max_value)", "np.maximum(g, -max_value)"),
    ),
    Mistake(
        "Negative entries are cut off at 0. The lower limit is -max_value.",
        swap=("-max_value, max_value", "0, max_value"),
    ),
    Mistake(
        "The arrays are clipped in place, which changes the gradients of the caller.",
        source="""
def clip(gradients, max_value):
    for g in gradients.values():
        np.clip(g, -max_value, max_value, out=g)
    return gradients
""",
    ),
    Mistake(
        "The new arrays are put into the dict that was handed in. Make a new dict.",
        source="""
def clip(gradients, max_value):
    for name in gradients:
        gradients[name] = np.clip(gradients[name], -max_value, max_value)
    return gradients
""",
    ),
    Mistake(
        "Entries beyond the limit are set to 0. They should stop at the limit and keep their sign.",
        swap=("np.clip(g, -max_value, max_value)", "np.where(np.abs(g) > max_value, 0.0, g)"),
    ),
    Mistake(
        "Each array is scaled as a whole, which turns smaller entries down too. Here every entry "
        "is limited by itself.",
        swap=("np.clip(g, -max_value, max_value)", "g * min(1.0, max_value / np.max(np.abs(g)))"),
        hides_from="small entries",
    ),
    Mistake(
        "Every entry is moved to a limit, whichever it is nearer to by sign. Entries within the "
        "limits stay as they are.",
        swap=("np.clip(g, -max_value, max_value)", "max_value * np.sign(g)"),
    ),
    Mistake(
        "Only the gradients of the weights are limited; those of the biases are left as they are.",
        swap=(
            "np.clip(g, -max_value, max_value)",
            "g.copy() if name in ('dba', 'dby') else np.clip(g, -max_value, max_value)",
        ),
        hides_from="small entries",
    ),
    Mistake(
        "Large negative entries come back positive: their size is limited, but the sign is lost.",
        swap=(
            "np.clip(g, -max_value, max_value)",
            "np.where(np.abs(g) > max_value, max_value, g)",
        ),
        hides_from="small entries",
    ),
    Mistake(
        "max_value is ignored: the entries are limited to [-1, 1].",
        swap=("np.clip(g, -max_value, max_value)", "np.clip(g, -1, 1)"),
        hides_from="small entries",
    ),
    Mistake(
        "Nothing is limited. np.clip leaves its argument as it is and returns a new array, which "
        "has to be kept.",
        swap=("np.clip(g, -max_value, max_value)", "g.copy()"),
        hides_from="small entries",
    ),
)

CLIP_BY_NORM = (
    Mistake(
        "Each array is shortened by its own norm, which changes the direction of the step. Take "
        "one norm over all entries of all arrays.",
        source="""
def clip_by_norm(gradients, max_norm):
    return {
        name: g * min(1.0, max_norm / np.sqrt(np.sum(g**2))) for name, g in gradients.items()
    }
""",
        hides_from="an even batch",
    ),
    Mistake(
        "The gradients are scaled to max_norm even when they are shorter. Only a norm beyond the "
        "limit is cut.",
        swap=("min(1.0, max_norm / norm)", "max_norm / norm"),
    ),
    Mistake(
        "The norm is not a root: the sum of squares is compared with the limit.",
        swap=(
            "np.sqrt(sum(np.sum(g**2) for g in gradients.values()))",
            "sum(np.sum(g**2) for g in gradients.values())",
        ),
    ),
    Mistake(
        "The scale is upside down: gradients beyond the limit must become shorter.",
        swap=("min(1.0, max_norm / norm)", "max(1.0, norm / max_norm)"),
        hides_from="an even batch",
    ),
    Mistake(
        "This is the sum of absolute values. The Euclidean norm takes the root of the sum of "
        "squares.",
        swap=(
            "np.sqrt(sum(np.sum(g**2) for g in gradients.values()))",
            "sum(np.sum(np.abs(g)) for g in gradients.values())",
        ),
    ),
    Mistake(
        "The norms of the arrays are added up. The norm of all entries together is the root of the "
        "sum of all squares, which is smaller.",
        swap=(
            "np.sqrt(sum(np.sum(g**2) for g in gradients.values()))",
            "sum(np.sqrt(np.sum(g**2)) for g in gradients.values())",
        ),
    ),
    Mistake(
        "The arrays are scaled in place, which changes the gradients of the caller.",
        swap=(
            "return {name: scale * g for name, g in gradients.items()}",
            "for g in gradients.values():\n        g *= scale\n    return dict(gradients)",
        ),
        hides_from="an even batch",
    ),
    Mistake(
        "Entries are limited one by one, as in clip. Here the whole gradient keeps its direction.",
        swap=(
            "return {name: scale * g for name, g in gradients.items()}",
            "return {name: np.clip(g, -max_norm, max_norm) for name, g in gradients.items()}",
        ),
        hides_from="an even batch",
    ),
    Mistake(
        "A gradient beyond the limit is divided by its norm and not multiplied by the limit: its "
        "length becomes 1, not max_norm.",
        swap=("min(1.0, max_norm / norm)", "min(1.0, 1.0 / norm) if norm > max_norm else 1.0"),
        hides_from="an even batch",
    ),
    Mistake(
        "The norm is the largest entry. The Euclidean norm counts all entries: it is the root of "
        "the sum of their squares.",
        swap=(
            "np.sqrt(sum(np.sum(g**2) for g in gradients.values()))",
            "max(np.max(np.abs(g)) for g in gradients.values())",
        ),
        hides_from="small entries",
    ),
)
