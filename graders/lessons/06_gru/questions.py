"""The questions of 06_gru, in their order, but for the blanks and guesses.

Every wrong option is something that somebody believes; its explanation says to which question it
would be the answer, and how one can see that it is wrong here.
"""

from __future__ import annotations

from graders.question import Question

from . import guesses, paper

rounds_needed = guesses.rounds_needed

why_cell_state = Question.letter(
    "Along the cell state of an LSTM a gradient can go back over many steps and hardly shrink. "
    "Why?",
    options={
        "a": "Each step passes a tanh, which keeps numbers between -1 and 1.",
        "b": "From step to step the cell state is only multiplied by the forget gate, which can "
        "stay near 1.",
        "c": "The gates are sigmoids, whose slope is steep.",
        "d": "The cell state has no weights, so its gradient is always 1.",
    },
    right="b",
    explanations={
        "a": "A tanh bounds states, and its slope is at most 1: on the way back it can only shrink "
        "a message. The cell state passes none from step to step.",
        "b": "No weight and no tanh lie on this road, one factor only. The network can learn to "
        "hold it near 1, or to let go.",
        "c": "A sigmoid's slope is at most a quarter. It would be a reason for gradients to shrink "
        "on the roads through the gates.",
        "d": "It would be right if the forget gate were always 1, as in the cell of 1997. With a "
        "gate of 0.5 twenty steps leave a millionth.",
    },
    idea="open_path",
)

kept_of_message = Question.number(
    "A gate keeps 0.99 of a message at every step. What share of it is left after 100 steps?",
    answer=0.366,
    tolerance=0.0015,
    slips={
        99.0: "That is 100 times 0.99. Multiplied again and again it is 0.99 to the power of 100.",
        0.0: "Losing a hundredth of what is left, a hundred times over, never loses all.",
        0.0099: "That is 0.99 divided by 100. It is 0.99 to the power of 100.",
        0.37: "Nearly: one over e is the limit. Three decimals were asked for.",
        0.904: "That is ten steps.",
        0.134: "That is two hundred steps.",
    },
    idea="gradients_multiply",
)

which_grouping = Question.letter(
    "A, B and C are square matrices of one size. What holds for all of them?",
    options={
        "a": "A B = B A",
        "b": "(A B) C = A (B C)",
        "c": "Both.",
        "d": "Neither, unless they are diagonal.",
    },
    right="b",
    explanations={
        "a": "That is so for numbers and for diagonal matrices. To turn and then to stretch is not "
        "to stretch and then to turn.",
        "b": "A product may be grouped as one likes, but not reordered. This lesson hangs on just "
        "that.",
        "c": "Grouping is free and order is not. Try A with a single 1 at the upper right and B "
        "with a single 1 at the lower left.",
        "d": "Diagonal matrices may even change places. To group freely no matrix needs to be "
        "diagonal.",
    },
    idea="grouping_of_products",
)

u2, r2, candidate2, state2 = paper.u2, paper.r2, paper.candidate2, paper.state2

when_the_same = guesses.when_the_same

who_is_silent = Question.letter(
    "One reset gate is shut, r of unit 3 is 0, all others are 1. What happens in each form?",
    options={
        "a": "Before: the candidates hear nothing of unit 3. After: the candidate of unit 3 hears "
        "nothing of the past.",
        "b": "Before: the candidate of unit 3 hears nothing of the past. After: the candidates "
        "hear nothing of unit 3.",
        "c": "In both forms unit 3 starts from zero.",
        "d": "In both forms nothing of unit 3 is kept in the new state.",
    },
    right="a",
    explanations={
        "a": "Before the product the gate multiplies what unit 3 tells all others, a column of the "
        "matrix. After it the gate multiplies what unit 3 is told, a row.",
        "b": "These are the two, exchanged. r times a_prev is a column of numbers, and its third "
        "one meets the third column of the matrix.",
        "c": "It would be so if the matrix were diagonal: then unit 3 tells itself alone, and the "
        "two forms are one.",
        "d": "What is kept is up to u: (1 - u) times the old state never meets the reset gate.",
    },
)

keeping_gate = Question.letter(
    "Keras's update gate keeps: it multiplies the old state, and 1 minus it the candidate. Which "
    "weights make it from your Wu and bu?",
    options={
        "a": "Wu and bu, as they are.",
        "b": "1 - Wu and 1 - bu.",
        "c": "-Wu and -bu.",
        "d": "None: the two are different functions.",
    },
    right="c",
    explanations={
        "a": "Then its gate equals your u, and the layer keeps where you take in. It runs without "
        "a complaint.",
        "b": "It is the gate that is 1 - u, not its weights. What stands inside of the sigmoid is "
        "another matter.",
        "c": "Its gate has to be 1 - u, and 1 minus the sigmoid of a number is the sigmoid of "
        "minus that number.",
        "d": "They are one function with other names for its weights. It would be right of reset "
        "before and after.",
    },
)

kept_road, candidate_road = paper.kept_road, paper.candidate_road
update_road, all_roads = paper.update_road, paper.all_roads

which_road_survives = Question.words(
    "On which of the four roads can a gradient survive a hundred steps, what must the gate do, and "
    "what does the network give up meanwhile?",
    model="On the road of what is kept: it multiplies by 1 - u alone, with no weight and no slope. "
    "The update gate has to stay near 0 for a hundred steps. Meanwhile the unit takes in next to "
    "nothing: it holds what it has, and is blind for what comes.",
    look_for=(
        "the road of what is kept, by 1 - u",
        "u near 0 at every one of the steps",
        "the unit learns nothing new from its inputs while it holds",
    ),
)

message_left = guesses.message_left

cannot_count = Question.letter(
    "Which of these can a single minimal GRU unit not do, whatever its weights?",
    options={
        "a": "Keep a number over a thousand steps.",
        "b": "Forget everything when a certain input comes.",
        "c": "Take in every second 1 that it reads, and let the others pass.",
        "d": "Take in large inputs and let small ones pass.",
    },
    right="c",
    explanations={
        "a": "A gate of 0 keeps the state untouched, however long, as in a GRU. It would be right "
        "of a gate that never shuts.",
        "b": "The gate sees the input, so it can open wholly when that input comes: the candidate "
        "takes the place of all that was there.",
        "c": "Whether this 1 is the second one stands in the state, at which the gate may not "
        "look. The same input opens it by the same amount, always.",
        "d": "Large and small can be told by the input alone, and that is all that its gate sees. "
        "It would need the state if it had to compare with the input before.",
    },
    idea="memory_is_what_crosses",
)

three_decay, three_value = paper.three_decay, paper.three_value

which_law = Question.letter(
    "What must an operator be like for the scan to work?",
    options={
        "a": "Commutative: the order of two does not matter.",
        "b": "Associative: the grouping of three does not matter.",
        "c": "Both, as addition is.",
        "d": "It needs a pair that changes nothing, as 0 does in a sum.",
    },
    right="b",
    explanations={
        "a": "The scan never exchanges two stretches: the earlier one always stands on the left. "
        "Products of matrices do not commute, and can be scanned.",
        "b": "1 to 8 is made of 1 to 4 and 5 to 8, which the loop never makes. Both give the same "
        "because grouping is free.",
        "c": "Addition has both and needs only one of them here. combine is associative, and with "
        "the two exchanged it gives another value.",
        "d": "It would be handy for filling up to a power of two. Places without a left neighbour "
        "can simply stay as they are.",
    },
    idea="grouping_of_products",
)

breaks_at = guesses.breaks_at

gru_parameters = Question.number(
    "How many parameters has a GRU of 8 units with 2 inputs, without the output?",
    answer=264,
    tolerance=0.5,
    slips={
        240: "The biases are missing: 8 for each of the three products.",
        88: "That is one product with its biases. There are three: two gates and the candidate.",
        176: "Those are the two gates. The candidate has weights, too.",
        352: "That is an LSTM, which has four of them.",
        80: "That is one W without its bias, 8 times 10. There are three, each with a bias.",
        72: "The weights on the old state are missing: each W has 8 + 2 columns.",
        288: "That is Keras's form, which has a second row of biases.",
    },
    unit="parameters",
)

last_in_adding = guesses.last_in_adding
first_in_copying = guesses.first_in_copying
rnn_at_fifteen = guesses.rnn_at_fifteen
needed_gate = guesses.needed_gate
faster_way = guesses.faster_way

parallel_gru = Question.letter(
    "A colleague makes the GRU of exercise 1 parallel, with gates and candidates of all steps from "
    "a_0. His tests pass for T = 1. What is wrong?",
    options={
        "a": "Line 7: tanh is not linear, so pairs cannot be combined.",
        "b": "Line 8: a_0 belongs in the scan.",
        "c": "Lines 1 to 4: gates and candidate of step 2 need the state of step 1, which is not "
        "there yet.",
        "d": "Nothing, since T = 1 passes.",
    },
    right="c",
    explanations={
        "a": "With gates and candidates given, the step is a straight line in the state, and "
        "combine puts such steps together. The tanh stands inside the candidate.",
        "b": "It may stand in either place: decays times a_0 is what the scan would make of it. "
        "Both are right for the minimal GRU.",
        "c": "Every step looks at a_0 as if nothing had happened since. To know the state of step "
        "1 he has to walk, which is what he wanted to avoid.",
        "d": "With one step the old state is a_0, so nothing can show. A test is as strong as its "
        "inputs.",
    },
)

slow_because = Question.words(
    "“Recurrent networks are slow because they are recurrent.” What is right about this, what is "
    "wrong, and what does a cell give up to be fast?",
    model="In an RNN, an LSTM or a GRU the step looks at the old state through a nonlinear "
    "function, so step t cannot begin before step t - 1 has ended: that is right. But a recurrence "
    "as such need not wait: if each step is a straight line in the old state, steps can be put "
    "together in any grouping, and all prefixes take log2 T rounds. For that, gates and candidate "
    "must not look at the state. The cell can no longer decide by what it remembers, in one layer.",
    look_for=(
        "right: a nonlinear step has to wait for the state before it",
        "wrong: what is associative can be done in rounds",
        "the price: gates that see the input alone",
    ),
)
