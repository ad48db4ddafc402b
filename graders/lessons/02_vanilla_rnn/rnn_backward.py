"""Back through time: what `rnn_backward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles, rungs
from .rarer.rnn_backward import RARER

rnn_backward = Exercise(
    title="Back through time",
    cases=cases.rnn_backward_cases,
    returns={
        "dx": "n_x m T_x",
        "da0": "n_a m",
        "dWax": "n_a n_x",
        "dWaa": "n_a n_a",
        "dba": "n_a 1",
    },
    as_dict=True,
    builds_on=("rnn_cell_backward",),
    oracle=Oracle(twin=oracles.rnn_backward, scalars=oracles.through_time),
    rungs=rungs.THROUGH_TIME,
    hints=(
        "By which two roads does the loss reach the state of a step in the middle?",
        "Walk from the last step to the first. What a cell receives is da at its step plus what "
        "the cell after it sent back; its gradients of the weights are added to a running sum.",
        "Start with da_prev = zeros. In round t call rnn_cell_backward(da[:, :, t] + da_prev, "
        "cache t), store its dxt, replace da_prev by its da_prev, and add its dWax, dWaa and dba. "
        "After the loop da_prev is da0.",
    ),
    after_success="This is backpropagation through time (Werbos, 1990). Notice that da_prev "
    "passed through the same Waa once per step: the next lesson asks what becomes of a "
    "number that is multiplied by the same thing fifty times. Also right: a recursion over "
    "the caches, or keep all dz and sum the weights' gradients by one einsum at the end.",
    mistakes=(
        Mistake(
            "next_step_not_added",
            "What comes back from the step after is not added: each step sees only the gradient "
            "from its own output, so nothing travels through time.",
            swap=("da[:, :, t] + da_prev", "da[:, :, t]"),
            hides_from="one step",
        ),
        Mistake(
            "own_output_left_out",
            "Only the gradient from the step after is used; what reaches each state from its own "
            "output, da, is left out after the first round.",
            swap=("da[:, :, t] + da_prev", "da[:, :, t] if t == T_x - 1 else da_prev"),
            hides_from="one step",
        ),
        Mistake(
            "loop_forwards",
            "The loop runs from the first step to the last. Gradients travel backwards: start at "
            "the end.",
            swap=("reversed(range(T_x))", "range(T_x)"),
            hides_from="one step",
        ),
        Mistake(
            "first_step_left_out",
            "The loop stops before step 0: the first input has a gradient too.",
            swap=("reversed(range(T_x))", "range(T_x - 1, 0, -1)"),
        ),
        Mistake(
            "last_step_left_out",
            "The loop leaves out the last step.",
            swap=("reversed(range(T_x))", "reversed(range(T_x - 1))"),
        ),
        Mistake(
            "last_cache_only",
            "The cache of the last step is used in every round: each step needs its own.",
            swap=("cell_caches[t]", "cell_caches[-1]"),
            hides_from="one step",
        ),
        Mistake(
            "caches_reversed",
            "The caches are read in reverse order: cache t belongs to step t, whichever way you "
            "walk.",
            swap=("cell_caches[t]", "cell_caches[T_x - 1 - t]"),
            hides_from="one step",
        ),
        Mistake(
            "last_da_everywhere",
            "The gradient of step 0 is taken from da of the last step in every round: index da "
            "with t.",
            swap=("da[:, :, t] + da_prev", "da[:, :, -1] + da_prev"),
            hides_from="one step",
        ),
        Mistake(
            "dwax_overwritten",
            "dWax is overwritten in every round. The weights are shared by all steps, so their "
            "gradients are added up.",
            swap=('dWax += gradients["dWax"]', 'dWax = gradients["dWax"]'),
            hides_from="one step",
        ),
        Mistake(
            "dwaa_overwritten",
            "dWaa is overwritten in every round. The weights are shared by all steps, so their "
            "gradients are added up.",
            swap=('dWaa += gradients["dWaa"]', 'dWaa = gradients["dWaa"]'),
            hides_from="one step",
        ),
        Mistake(
            "dba_overwritten",
            "dba is overwritten in every round. The bias is shared by all steps, so its gradients "
            "are added up.",
            swap=('dba += gradients["dba"]', 'dba = gradients["dba"]'),
            hides_from="one step",
        ),
        Mistake(
            "weights_overwritten",
            "The gradients of all weights are overwritten in every round, so only the first step "
            "is left of them. Add them up.",
            swap=(
                ('dWax += gradients["dWax"]', 'dWax = gradients["dWax"]'),
                ('dWaa += gradients["dWaa"]', 'dWaa = gradients["dWaa"]'),
                ('dba += gradients["dba"]', 'dba = gradients["dba"]'),
            ),
            hides_from="one step",
        ),
        Mistake(
            "averaged_over_time",
            "The gradients of the weights are averaged over time. The loss is a sum over the "
            "steps, and so are they.",
            swap=(
                'return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}',
                'return {"dx": dx, "da0": da_prev, "dWax": dWax / T_x, "dWaa": dWaa / T_x, '
                '"dba": dba / T_x}',
            ),
            hides_from="one step",
        ),
        Mistake(
            "da0_zero",
            "da0 stays zero. It is what the first cell sends back to the state before it.",
            swap=('"da0": da_prev', '"da0": np.zeros((n_a, m))'),
        ),
        Mistake(
            "da0_of_first_state",
            "da0 is the gradient at the first state, a<1>, and not at a0: one more cell lies "
            "between.",
            swap=(
                (
                    "gradients = rnn_cell_backward",
                    "reached = da[:, :, t] + da_prev\n        gradients = rnn_cell_backward",
                ),
                ('"da0": da_prev', '"da0": reached'),
            ),
        ),
        Mistake(
            "da0_with_own_output",
            "da0 holds da of step 0 as well. The state before the first step has no output of its "
            "own: only what the first cell sends back reaches it.",
            swap=('"da0": da_prev', '"da0": da[:, :, 0] + da_prev'),
        ),
        Mistake(
            "da_counted_twice",
            "What reaches a state is counted twice: once in da and once more in what is carried "
            "back.",
            swap=('da_prev = gradients["da_prev"]', 'da_prev = gradients["da_prev"] + da[:, :, t]'),
        ),
        Mistake(
            "da_overwritten",
            "The gradients are collected in da itself, which changes the array of the caller.",
            swap=(
                "gradients = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])",
                "da[:, :, t] += da_prev\n        gradients = rnn_cell_backward(da[:, :, t], "
                "cell_caches[t])",
            ),
            hides_from="one step",
        ),
        Mistake(
            "caches_reversed_in_place",
            "The list of caches is reversed in place, so whoever made it finds it turned around.",
            swap=(
                ("cell_caches, x = caches", "cell_caches, x = caches\n    cell_caches.reverse()"),
                ("cell_caches[t]", "cell_caches[len(cell_caches) - 1 - t]"),
            ),
            hides_from="one step",
        ),
        Mistake(
            "caches_emptied",
            "The caches are taken out of the list one by one, so whoever made it finds it empty.",
            swap=("cell_caches[t]", "cell_caches.pop()"),
        ),
        Mistake(
            "da_left_out",
            "da never enters: only the gradient from the next step is passed on, and that starts "
            "at zero, so everything stays zero.",
            swap=("da[:, :, t] + da_prev, cell_caches", "da_prev, cell_caches"),
        ),
        Mistake(
            "last_da_counted_twice",
            "The last step's da is counted twice: once as the start of da_prev, once inside the "
            "loop. Nothing comes back from beyond the last step.",
            swap=("da_prev = np.zeros((n_a, m))", "da_prev = da[:, :, -1]"),
        ),
        Mistake(
            "messages_pile_up",
            "The gradient that comes from the next step piles up: each da_prev is added to the "
            "ones before it, though it already contains them.",
            swap=('da_prev = gradients["da_prev"]', 'da_prev = da_prev + gradients["da_prev"]'),
            hides_from="one step",
        ),
        Mistake(
            "one_step_only",
            "The gradient travels only one step: what is handed to step t - 1 holds step t's own "
            "da and nothing from later steps. The whole sum has to move on.",
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
            "dx_overwritten",
            "dx keeps only the gradient of one step: it is overwritten as a whole instead of "
            "filled step by step.",
            swap=("dx[:, :, t] =", "dx ="),
        ),
        Mistake(
            "dx_reversed",
            "dx comes back in the order of the loop, the last step first. Its last axis must run "
            "forwards in time, like that of x.",
            swap=("dx[:, :, t] =", "dx[:, :, T_x - 1 - t] ="),
            hides_from="one step",
        ),
        *RARER,
    ),
)
