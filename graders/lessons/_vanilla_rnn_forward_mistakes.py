"""Mistakes of lesson 02 on the way forward: softmax, cells, the loop over time, the losses."""

from __future__ import annotations

from graders.exercise import Mistake

SOFTMAX = (
    Mistake(
        "Nothing, or not the column's largest score, is subtracted before the exponential: exp of "
        "a score beyond 709 overflows. A softmax does not change when every score of a column "
        "moves by the same amount; use that.",
        swap=("np.exp(z - np.max(z, axis=0, keepdims=True))", "np.exp(z)"),
    ),
    Mistake(
        "What is subtracted is the largest score of the whole array. Each example needs its own: a "
        "column far below the largest of all underflows to 0 / 0.",
        swap=("np.max(z, axis=0, keepdims=True)", "np.max(z)"),
        hides_from="one example",
    ),
    Mistake(
        "The exponentials are divided by the sum over the whole array, so all examples share one "
        "distribution. Every column must add up to 1 by itself.",
        swap=("np.sum(e, axis=0, keepdims=True)", "np.sum(e)"),
        hides_from="one example",
    ),
    Mistake(
        "The softmax runs over the examples, not over the classes: here rows add up to 1 instead "
        "of columns. Which axis counts classes in an array of shape (n_y, m)?",
        swap=(("np.max(z, axis=0", "np.max(z, axis=1"), ("np.sum(e, axis=0", "np.sum(e, axis=1")),
    ),
    Mistake(
        "The exponentials are divided by sums over the examples. The sum belongs to the classes of "
        "one example: columns must add up to 1.",
        swap=("np.sum(e, axis=0", "np.sum(e, axis=1"),
    ),
    Mistake(
        "The maximum is taken over the examples of one class. That moves the scores of a column by "
        "different amounts, which changes their softmax; take it over the classes.",
        swap=("np.max(z, axis=0", "np.max(z, axis=1"),
    ),
    Mistake(
        "The exponentials are returned as they are. They are not probabilities until each column "
        "has been divided by its sum.",
        swap=("e / np.sum(e, axis=0, keepdims=True)", "e"),
    ),
    Mistake(
        "This is a sigmoid of each score. A softmax lets the classes of one example compete: its "
        "probabilities add up to 1.",
        source="""
def softmax(z):
    return 1 / (1 + np.exp(-z))
""",
    ),
    Mistake(
        "The scores themselves are divided by their sum; the exponential is missing. With it, "
        "every probability is positive, whatever the sign of the score.",
        source="""
def softmax(z):
    return z / np.sum(z, axis=0, keepdims=True)
""",
    ),
    Mistake(
        "What is returned is the logarithm of the probabilities: the columns' exponentials add up "
        "to 1, not the columns.",
        swap=(
            "return e / np.sum(e, axis=0, keepdims=True)",
            "return np.log(e / np.sum(e, axis=0, keepdims=True))",
        ),
    ),
    Mistake(
        "The scores are divided by their largest instead of lowered by it. Dividing changes the "
        "ratios of the exponentials; subtracting the same number everywhere does not.",
        swap=("z - np.max", "z / np.max"),
    ),
    Mistake(
        "The scores are cut off at a limit to avoid overflow. Scores beyond the limit then look "
        "alike, although one of them should win; shift the scores instead of cutting them.",
        swap=("z - np.max(z, axis=0, keepdims=True)", "np.clip(z, -500, 500)"),
    ),
    Mistake(
        "The scores handed in are overwritten: -= works inside the caller's array. Compute the "
        "shifted scores as a new array.",
        swap=(
            "e = np.exp(z - np.max(z, axis=0, keepdims=True))",
            "z -= np.max(z, axis=0, keepdims=True)\n    e = np.exp(z)",
        ),
    ),
    Mistake(
        "The whole array is treated as one example, with one maximum and one sum for all of it. "
        "Every column is an example of its own and must add up to 1 by itself.",
        swap=(
            ("np.max(z, axis=0, keepdims=True)", "np.max(z)"),
            ("np.sum(e, axis=0, keepdims=True)", "np.sum(e)"),
        ),
        hides_from="one example",
    ),
    Mistake(
        "This is a log-softmax, and a stable one: its exponentials add up to 1. Asked for are the "
        "probabilities themselves.",
        source="""
def softmax(z):
    shifted = z - np.max(z, axis=0, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))
""",
    ),
)

RNN_CELL_FORWARD = (
    Mistake(
        "The bias ba is missing from the hidden state.",
        swap=("Waa @ a_prev + ba", "Waa @ a_prev"),
        hides_from="zero bias",
    ),
    Mistake(
        "The bias by is missing from the scores of the output.",
        swap=("Wya @ a_next + by", "Wya @ a_next"),
        hides_from="zero bias",
    ),
    Mistake(
        "ba is added after the tanh. It belongs inside, beside the two products; outside, the "
        "state can leave the interval from -1 to 1.",
        swap=("Waa @ a_prev + ba)", "Waa @ a_prev) + ba"),
        hides_from="zero bias",
    ),
    Mistake(
        "The term with a_prev is missing: this cell has no memory. Start from a state of zeros and "
        "you would never notice.",
        swap=("Wax @ xt + Waa @ a_prev + ba", "Wax @ xt + ba"),
        hides_from="zero start",
    ),
    Mistake(
        "The term with the input xt is missing from the hidden state.",
        swap=("Wax @ xt + Waa @ a_prev", "Waa @ a_prev"),
    ),
    Mistake(
        "yt_pred is computed from a_prev: the output must see the new state, otherwise it lags one "
        "step behind the input.",
        swap=("softmax(Wya @ a_next", "softmax(Wya @ a_prev"),
    ),
    Mistake(
        "The tanh is missing: without it the state is linear in the input and can grow without "
        "bound.",
        swap=("np.tanh(Wax @ xt + Waa @ a_prev + ba)", "Wax @ xt + Waa @ a_prev + ba"),
    ),
    Mistake(
        "The hidden state goes through a sigmoid. This cell uses tanh, whose values lie between -1 "
        "and 1.",
        swap=(
            "np.tanh(Wax @ xt + Waa @ a_prev + ba)",
            "1 / (1 + np.exp(-(Wax @ xt + Waa @ a_prev + ba)))",
        ),
    ),
    Mistake(
        "The hidden state goes through a ReLU, which turns every negative value into 0. This cell "
        "uses tanh.",
        swap=(
            "np.tanh(Wax @ xt + Waa @ a_prev + ba)",
            "np.maximum(0, Wax @ xt + Waa @ a_prev + ba)",
        ),
    ),
    Mistake(
        "Waa is transposed. It is square, so the shapes fit either way; row i holds the weights "
        "that lead into unit i.",
        swap=("Waa @ a_prev + ba", "Waa.T @ a_prev + ba"),
        hides_from="one unit",
    ),
    Mistake(
        "The softmax is missing: yt_pred holds scores, not probabilities.",
        swap=("softmax(Wya @ a_next + by)", "Wya @ a_next + by"),
    ),
    Mistake(
        "The output goes through a sigmoid. With n_y classes of which one is right, it takes a "
        "softmax: each column adds up to 1.",
        swap=("softmax(Wya @ a_next + by)", "1 / (1 + np.exp(-(Wya @ a_next + by)))"),
    ),
    Mistake(
        "The softmax runs over the batch, not over the classes: here rows of yt_pred add up to 1 "
        "instead of columns.",
        swap=("softmax(Wya @ a_next + by)", "softmax((Wya @ a_next + by).T).T"),
    ),
    Mistake(
        "The cache has a_prev before a_next. The way back unpacks the new state first; with the "
        "two exchanged it takes the derivative at the wrong state.",
        swap=("cache = (a_next, a_prev,", "cache = (a_prev, a_next,"),
    ),
    Mistake(
        "The cache holds the values before the tanh where the new state belongs. The derivative on "
        "the way back is written in terms of the state itself.",
        swap=("cache = (a_next,", "cache = (np.arctanh(a_next),"),
    ),
    Mistake(
        "The parameters are missing from the cache: the way back needs the weights, too.",
        swap=("cache = (a_next, a_prev, xt, parameters)", "cache = (a_next, a_prev, xt)"),
    ),
    Mistake(
        "The state and the prediction come back in the wrong order: first the state, then the "
        "prediction, then the cache.",
        swap=("return a_next, yt_pred, cache", "return yt_pred, a_next, cache"),
    ),
)

RNN_FORWARD = (
    Mistake(
        "a0 is used at every step: the state never carries over, and the network forgets all but "
        "the current input. What should the cell receive at step t?",
        swap=(
            "rnn_cell_forward(x[:, :, t], a_next, parameters)",
            "rnn_cell_forward(x[:, :, t], a0, parameters)",
        ),
        hides_from="one step",
    ),
    Mistake(
        "The first step starts from zeros and a0 is never used. Note that a[:, :, t - 1] at t = 0 "
        "is the last column, which is still zero then.",
        swap=("a_next = a0", "a_next = np.zeros((n_a, m))"),
        hides_from="zero start",
    ),
    Mistake(
        "The loop counts n_x steps. Time is the last axis of x: there are T_x steps.",
        swap=("for t in range(T_x):", "for t in range(x.shape[0]):"),
        hides_from="square sizes",
    ),
    Mistake(
        "The loop begins at step 1, so the first column of a stays zero. Steps count from 0, and "
        "x[:, :, 0] is an input like any other.",
        swap=("for t in range(T_x):", "for t in range(1, T_x):"),
    ),
    Mistake(
        "The loop ends one step early: the last column of a stays zero. range already leaves its "
        "upper bound out.",
        swap=("for t in range(T_x):", "for t in range(T_x - 1):"),
    ),
    Mistake(
        "The sequence is read from its end to its beginning.",
        swap=("for t in range(T_x):", "for t in reversed(range(T_x)):"),
        hides_from="one step",
    ),
    Mistake(
        "Every step reads the first input, x[:, :, 0]. The index must move along with the loop.",
        swap=("x[:, :, t], a_next", "x[:, :, 0], a_next"),
        hides_from="one step",
    ),
    Mistake(
        "a[:, :, t] holds the state before step t, so a starts with a0 and lacks the last state. "
        "It should hold what the cell returns at step t.",
        swap=("a[:, :, t] = a_next", "a[:, :, t] = cache[1]"),
    ),
    Mistake(
        "Only the last state comes back. a must keep the states of all steps, one per column of "
        "its last axis.",
        swap=("return a, y_pred,", "return a_next, y_pred,"),
    ),
    Mistake(
        "Only the last cell cache survives: the list is overwritten in each step instead of "
        "growing.",
        swap=("cell_caches.append(cache)", "cell_caches = [cache]"),
        hides_from="one step",
    ),
    Mistake(
        "The cell caches are in reversed order. They belong in the order of time; the way back "
        "walks through them from the end.",
        swap=("cell_caches.append(cache)", "cell_caches.insert(0, cache)"),
        hides_from="one step",
    ),
    Mistake(
        "caches is the list of cell caches alone. It should be a pair whose second entry is x.",
        swap=("(cell_caches, x)", "cell_caches"),
    ),
    Mistake(
        "The two entries of caches are exchanged: the list of cell caches comes first, x second.",
        swap=("(cell_caches, x)", "(x, cell_caches)"),
    ),
    Mistake(
        "y_pred repeats the prediction of the last step. Each step has its own, at its own index.",
        swap=("y_pred[:, :, t] = yt_pred", "y_pred[:, :, :] = yt_pred[:, :, None]"),
        hides_from="one step",
    ),
    Mistake(
        "The caller's a0 is overwritten: the new state is written into the same array, and the "
        "caches that point to it change as well. Let the name point to a new array.",
        swap=(
            (
                "a_next, yt_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)",
                "new, yt_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)\n"
                "        a_next[:] = new",
            ),
        ),
    ),
    Mistake(
        "All caches share one array for a_prev: the state is overwritten in place at every step, "
        "so every entry of the list shows the last state. Let the name point to a new array.",
        swap=(
            ("a_next = a0", "a_next = a0.copy()"),
            (
                "a_next, yt_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)",
                "new, yt_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)\n"
                "        a_next[:] = new",
            ),
        ),
    ),
)

STACK_PARAMETERS = (
    Mistake(
        "The order is [Wax | Waa]. The stacked vector will be a_prev above xt, so Waa comes first.",
        swap=('[parameters["Waa"], parameters["Wax"]]', '[parameters["Wax"], parameters["Waa"]]'),
    ),
    Mistake(
        "Waa is transposed. It is square, so no shape complains; leave both matrices as they are.",
        swap=('[parameters["Waa"],', '[parameters["Waa"].T,'),
        hides_from="one unit",
    ),
    Mistake(
        "All entries were strung together and then cut into rows: the shape is right, but each "
        "entry lands elsewhere. Join the matrices row by row, along the axis of columns.",
        source="""
def stack_parameters(parameters):
    Waa, Wax = parameters["Waa"], parameters["Wax"]
    n_a, n_x = Wax.shape
    return np.concatenate([Waa.ravel(), Wax.ravel()]).reshape(n_a, n_a + n_x)
""",
        hides_from="one unit",
    ),
    Mistake(
        "The result is transposed: it has one row per input to the product. Weights act from the "
        "left, so the rows count hidden units.",
        swap=("axis=1)", "axis=1).T"),
    ),
    Mistake(
        "The matrices are multiplied. Stacking puts them side by side without computing anything.",
        swap=(
            'np.concatenate([parameters["Waa"], parameters["Wax"]], axis=1)',
            'parameters["Waa"] @ parameters["Wax"]',
        ),
    ),
    Mistake(
        "Waa stands on both sides and Wax is missing.",
        swap=('[parameters["Waa"], parameters["Wax"]]', '[parameters["Waa"], parameters["Waa"]]'),
    ),
    Mistake(
        "The bias ba is stacked as well. Only Waa and Wax belong into Wa; the bias is handed over "
        "by itself.",
        swap=('parameters["Wax"]]', 'parameters["Wax"], parameters["ba"]]'),
    ),
    Mistake(
        "Two matrices come back as a list. Join them into one array.",
        swap=(
            'np.concatenate([parameters["Waa"], parameters["Wax"]], axis=1)',
            '[parameters["Waa"], parameters["Wax"]]',
        ),
    ),
    Mistake(
        "The matrices are put one below the other, and their widths differ. Both have a row for "
        "every hidden unit: put them side by side.",
        swap=("axis=1)", "axis=0)"),
    ),
)

RNN_CELL_FORWARD_STACKED = (
    Mistake(
        "xt and a_prev are stacked in the wrong order: the columns of Wa that belong to the state "
        "meet the input. Wa is [Waa | Wax], so the state comes first.",
        swap=("[a_prev, xt]", "[xt, a_prev]"),
    ),
    Mistake(
        "The bias ba is missing.",
        swap=("Wa @ stacked + ba", "Wa @ stacked"),
        hides_from="zero bias",
    ),
    Mistake(
        "ba is added after the tanh; it belongs inside.",
        swap=("np.tanh(Wa @ stacked + ba)", "np.tanh(Wa @ stacked) + ba"),
        hides_from="zero bias",
    ),
    Mistake(
        "The state a_prev plays no part: only the columns of Wa that belong to the input are used.",
        swap=("Wa @ stacked", "Wa[:, a_prev.shape[0] :] @ xt"),
        hides_from="zero start",
    ),
    Mistake(
        "The input xt plays no part: only the columns of Wa that belong to the state are used.",
        swap=("Wa @ stacked", "Wa[:, : a_prev.shape[0]] @ a_prev"),
    ),
    Mistake(
        "The tanh is missing.",
        swap=("np.tanh(Wa @ stacked + ba)", "Wa @ stacked + ba"),
    ),
    Mistake(
        "The state goes through a sigmoid. This cell uses tanh.",
        swap=("np.tanh(Wa @ stacked + ba)", "1 / (1 + np.exp(-(Wa @ stacked + ba)))"),
    ),
    Mistake(
        "The state goes through a softmax. Softmax belongs to predictions; the state takes tanh.",
        swap=("np.tanh(Wa @ stacked + ba)", "softmax(Wa @ stacked + ba)"),
    ),
    Mistake(
        "a_prev and xt are put side by side, and their heights differ. Both have a column for "
        "every example: put one on top of the other.",
        swap=("axis=0)", "axis=1)"),
    ),
)

SEQUENCE_LOSS = (
    Mistake(
        "The minus sign is missing. Logarithms of probabilities are negative; a loss is positive "
        "and falls as predictions improve.",
        swap=("-np.sum(", "np.sum("),
    ),
    Mistake(
        "The loss is summed over the examples. It should be averaged over them, so that it does "
        "not grow with the batch.",
        swap=("np.log(y_pred)) / m", "np.log(y_pred))"),
        hides_from="one example",
    ),
    Mistake(
        "The loss is averaged over time as well. Over steps it is summed here: a longer sequence "
        "has more to lose.",
        swap=("/ m)", "/ (m * y.shape[2]))"),
        hides_from="one step",
    ),
    Mistake(
        "The loss is averaged over all entries, classes and steps included. Only the number of "
        "examples belongs below.",
        swap=("np.log(y_pred)) / m", "np.log(y_pred)) / y.size"),
    ),
    Mistake(
        "The sum is divided by the number of classes. Which axis of y counts the examples?",
        swap=("y.shape[1]", "y.shape[0]"),
        hides_from="square sizes",
    ),
    Mistake(
        "The sum is divided by the number of steps. Which axis of y counts the examples?",
        swap=("y.shape[1]", "y.shape[2]"),
        hides_from="square sizes",
    ),
    Mistake(
        "The logarithm is to base 2, which measures the loss in bits. Cross-entropy takes the "
        "natural logarithm here.",
        swap=("np.log(", "np.log2("),
    ),
    Mistake(
        "The logarithm is to base 10. Cross-entropy takes the natural logarithm here.",
        swap=("np.log(", "np.log10("),
    ),
    Mistake(
        "Only the last step counts. Every step has a target, so every step adds to the loss.",
        swap=("y * np.log(y_pred)", "(y * np.log(y_pred))[:, :, -1]"),
        hides_from="one step",
    ),
    Mistake(
        "Only the first example counts.",
        swap=("np.sum(y * np.log(y_pred)) / m", "np.sum((y * np.log(y_pred))[:, 0])"),
        hides_from="one example",
    ),
    Mistake(
        "y and y_pred are exchanged, and the logarithm of the zeros in y is infinite. The "
        "logarithm is taken of what was predicted.",
        swap=("y * np.log(y_pred)", "y_pred * np.log(y)"),
    ),
    Mistake(
        "The wrong classes are counted, too, through log(1 - y_pred). That is the loss of one "
        "sigmoid per class; after a softmax only the true class counts.",
        swap=("y * np.log(y_pred)", "y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)"),
    ),
    Mistake(
        "The logarithm is missing: this sums the probabilities of the true classes.",
        swap=("np.log(y_pred)", "y_pred"),
    ),
    Mistake(
        "This is a squared error. Cross-entropy is minus the logarithm of the probability that the "
        "true class was given.",
        swap=("-np.sum(y * np.log(y_pred))", "np.sum((y - y_pred) ** 2)"),
    ),
    Mistake(
        "One loss per step comes back. Add the steps up, so that a single number remains.",
        swap=(
            "float(-np.sum(y * np.log(y_pred)) / m)",
            "-np.sum(y * np.log(y_pred), axis=(0, 1)) / m",
        ),
    ),
)

BINARY_SEQUENCE_LOSS = (
    Mistake(
        "Only the answers 'yes' count. Where y is 0 the loss should look at the probability of "
        "'no'; without that term, always predicting 'yes' is perfect.",
        swap=(" + (1 - y) * np.log(1 - y_pred)", ""),
    ),
    Mistake(
        "Only the answers 'no' count: the term for y = 1 is missing.",
        swap=("y * np.log(y_pred) + ", ""),
    ),
    Mistake(
        "The second term takes the logarithm of the probability of 'yes'. Where y is 0, what "
        "counts is the probability that was given to 'no'.",
        swap=("np.log(1 - y_pred)", "np.log(y_pred)"),
    ),
    Mistake(
        "Both terms are multiplied by y. Without its 1 - y the second term counts the 'yes' "
        "answers once more and leaves the 'no' answers out.",
        swap=("(1 - y) * np.log", "y * np.log"),
    ),
    Mistake(
        "The minus sign is missing: the loss comes out negative.",
        swap=("-np.sum(", "np.sum("),
    ),
    Mistake(
        "The minus sign reaches only the first term. It belongs before the sum of both; check the "
        "parentheses.",
        swap=(") + (1 - y)", ") - (1 - y)"),
    ),
    Mistake(
        "The loss is summed over the examples. It should be averaged over them, so that it does "
        "not grow with the batch.",
        swap=("np.log(1 - y_pred)) / m", "np.log(1 - y_pred))"),
        hides_from="one example",
    ),
    Mistake(
        "The loss is averaged over time as well. Over steps it is summed here.",
        swap=("/ m)", "/ (m * y.shape[2]))"),
        hides_from="one step",
    ),
    Mistake(
        "The sum is divided by the number of steps. Which axis of y counts the examples?",
        swap=("y.shape[1]", "y.shape[2]"),
        hides_from="square sizes",
    ),
    Mistake(
        "Only the last step counts. Every step has its answer, so every step adds to the loss.",
        swap=(
            "np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))",
            "np.sum((y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))[:, :, -1])",
        ),
        hides_from="one step",
    ),
    Mistake(
        "The logarithms are to base 2. Cross-entropy takes the natural logarithm here.",
        swap=(("np.log(y_pred)", "np.log2(y_pred)"), ("np.log(1 -", "np.log2(1 -")),
    ),
    Mistake(
        "y_pred goes through a sigmoid once more. It is a probability already.",
        swap=("m = y.shape[1]", "m = y.shape[1]\n    y_pred = 1 / (1 + np.exp(-y_pred))"),
    ),
    Mistake(
        "y and y_pred are exchanged, and the logarithm of 0 is infinite. The logarithm is taken of "
        "what was predicted.",
        source="""
def binary_sequence_loss(y_pred, y):
    m = y.shape[1]
    return float(-np.sum(y_pred * np.log(y) + (1 - y_pred) * np.log(1 - y)) / m)
""",
    ),
    Mistake(
        "This is a squared error. Cross-entropy is minus the logarithm of the probability that the "
        "right answer was given.",
        swap=(
            "-np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))",
            "np.sum((y - y_pred) ** 2)",
        ),
    ),
)

JORDAN_CELL_FORWARD = (
    Mistake(
        "The term with y_prev is missing: nothing is fed back, so this network has no memory.",
        swap=("Wax @ xt + Way @ y_prev", "Wax @ xt"),
        hides_from="zero start",
    ),
    Mistake(
        "y_prev is fed back through the transposed Wya. The way out and the way back have weights "
        "of their own: Way carries the output to the hidden units.",
        swap=("Way @ y_prev", "Wya.T @ y_prev"),
        hides_from="zero start",
    ),
    Mistake(
        "Only the most probable class of y_prev is fed back, as a one-hot vector. A Jordan network "
        "feeds back the whole output as it is.",
        swap=("Way @ y_prev", "Way @ (y_prev == np.max(y_prev, axis=0))"),
    ),
    Mistake(
        "y_prev is added to the scores of the output. It belongs into the hidden state, through "
        "Way.",
        source="""
def jordan_cell_forward(xt, y_prev, parameters):
    a_next = np.tanh(parameters["Wax"] @ xt + parameters["ba"])
    yt_pred = softmax(parameters["Wya"] @ a_next + parameters["by"] + y_prev)
    return a_next, yt_pred
""",
        hides_from="zero start",
    ),
    Mistake(
        "The bias ba is missing from the hidden state.",
        swap=(' + parameters["ba"]', ""),
        hides_from="zero bias",
    ),
    Mistake(
        "The bias by is missing from the scores of the output.",
        swap=(' + parameters["by"]', ""),
        hides_from="zero bias",
    ),
    Mistake(
        "The tanh is missing from the hidden state.",
        swap=(
            'np.tanh(Wax @ xt + Way @ y_prev + parameters["ba"])',
            'Wax @ xt + Way @ y_prev + parameters["ba"]',
        ),
    ),
    Mistake(
        "The hidden state goes through a sigmoid. This cell uses tanh.",
        swap=(
            'np.tanh(Wax @ xt + Way @ y_prev + parameters["ba"])',
            '1 / (1 + np.exp(-(Wax @ xt + Way @ y_prev + parameters["ba"])))',
        ),
    ),
    Mistake(
        "The softmax is missing: yt_pred holds scores, not probabilities.",
        swap=('softmax(Wya @ a_next + parameters["by"])', 'Wya @ a_next + parameters["by"]'),
    ),
    Mistake(
        "The softmax runs over the batch, not over the classes: here rows of yt_pred add up to 1 "
        "instead of columns.",
        swap=(
            'softmax(Wya @ a_next + parameters["by"])',
            'softmax((Wya @ a_next + parameters["by"]).T).T',
        ),
    ),
    Mistake(
        "The two results come back in the wrong order: first the state, then the prediction.",
        swap=("return a_next, yt_pred", "return yt_pred, a_next"),
    ),
)
