"""The questions of 05_lstm, in their order, but for the blanks and guesses.

Every wrong option is something that somebody believes; its explanation says to which question it
would be the answer, and how one can see that it is wrong here.
"""

from __future__ import annotations

from graders.question import Question

from . import guesses, paper

who_remembers = guesses.who_remembers

alone = Question.letter(
    "A language model is trained on true text, and then writes by itself. What does it meet when "
    "it writes that it never met in training?",
    options={
        "a": "Its own mistakes: it reads what it wrote itself.",
        "b": "Letters that are not in its vocabulary.",
        "c": "A gradient that has vanished.",
        "d": "Nothing: the steps are the same.",
    },
    right="a",
    explanations={
        "a": "In training each input was true text, whatever the model had predicted. Alone, one "
        "odd letter leads to states that no true text ever led to.",
        "b": "It can only write letters of its vocabulary. It would be right of a reader of new "
        "texts.",
        "c": "Nothing is learned while it writes, so there is no gradient at all. It is a trouble "
        "of training.",
        "d": "The formulas are the same, and that is why nothing warns you. Their inputs are not: "
        "they are the model's own.",
    },
    idea="teacher_forcing",
)
where_memory = Question.letter(
    "A recurrent network has read a thousand letters. Where is what it remembers of them?",
    options={
        "a": "In its weights, which each letter has changed a little.",
        "b": "In the list of caches.",
        "c": "In the state that crosses to the next step, and nowhere else.",
        "d": "In the outputs of all steps so far.",
    },
    right="c",
    explanations={
        "a": "Reading changes no weight; training does. It would be right of what it has learned "
        "from all its texts.",
        "b": "The caches are kept for the way back. The way forward never looks at them.",
        "c": "Whatever does not cross to the next step is lost to it. This lesson adds a second "
        "state that crosses.",
        "d": "It would be right of a Jordan network, which feeds its output back. Here outputs "
        "leave the network.",
    },
    idea="memory_is_what_crosses",
)
sigmoid_slope = Question.number(
    "s is the sigmoid of z, and s = 0.9. What is ds/dz there?",
    answer=0.09,
    tolerance=0.0005,
    slips={
        0.19: "That is 1 - s squared, the slope of tanh. A sigmoid's is s (1 - s).",
        0.1: "That is 1 - s. It is multiplied by s as well.",
        0.25: "That is the slope at s = 0.5, where it is largest.",
        0.2055: "That takes 0.9 for z. It is s: the slope is s (1 - s).",
    },
    idea="chain_rule",
)

kept, let_in, candidate = paper.kept, paper.let_in, paper.candidate
new_c, new_a = paper.new_c, paper.new_a

while_hidden = guesses.while_hidden

only_a_handed_on = Question.letter(
    "Only the hidden state is handed on to the next sentence, with a cell state of zero. What "
    "happens?",
    options={
        "a": "Nothing: a is computed from c, so it holds the same.",
        "b": "Only the output gate's memory is lost.",
        "c": "What was kept and not shown is lost.",
        "d": "An error: the shapes do not fit.",
    },
    right="c",
    explanations={
        "a": "It is computed from c, but through the output gate. Where that is shut, a is 0 "
        "whatever c holds, as in your picture. It would be right if all output gates were open.",
        "b": "A gate has no memory: it is made anew in each step from a and x.",
        "c": "The next step multiplies its forget gate with a zero. Keras returns both states for "
        "this reason.",
        "d": "Both states are (n_a, m), so nothing complains. That is what makes the fault hard "
        "to find.",
    },
)
left_after_20 = Question.number(
    "Forget bias 1: how much is left after 20 steps?",
    answer=0.0019,
    tolerance=0.00006,
    slips={
        14.62: "That is 20 times 0.7311. Each step multiplies: 0.7311 to the power of 20.",
        0.0026: "That is 19 steps: one factor is missing.",
        0.0436: "That is 10 steps.",
        0.0366: "That is 0.7311 divided by 20. Each step multiplies what is left.",
        0.2689: "That is what is lost in one step.",
        0.7311: "That is what is left after one step. After two it is 0.7311 squared.",
    },
    idea="gradients_multiply",
)
keras_biases = Question.letter(
    "What does a fresh keras.layers.LSTM(2) hold in its array of biases?",
    options={
        "a": "[1, 1, 0, 0, 0, 0, 0, 0]",
        "b": "[0, 0, 1, 1, 0, 0, 0, 0]",
        "c": "[0, 1, 0, 0, 0, 1, 0, 0]",
        "d": "[1, 1, 1, 1, 1, 1, 1, 1]",
    },
    right="b",
    explanations={
        "a": "That has the forget gate first, which is our order. Keras begins with the input "
        "gate.",
        "b": "Two units, four gates: the second pair belongs to the forget gate.",
        "c": "That has the units outside and the gates inside. Keras has all units of one gate "
        "side by side.",
        "d": "unit_forget_bias concerns the forget gate alone. Open input gates would write noise.",
    },
)
echo_left = guesses.echo_left
largest_1997 = guesses.largest_1997

which_cell = Question.letter(
    "Its cell state never leaves (-1, 1), and it cannot count: to write more it must forget more.",
    options={
        "a": "The cell of 1997.",
        "b": "The cell with peepholes.",
        "c": "The coupled cell.",
        "d": "Any LSTM, since tanh bounds it.",
    },
    right="c",
    explanations={
        "a": "It only adds, so it counts well, and it has no bound: see your picture.",
        "b": "Its two gates are independent, so both may be near 1: it adds up, and can count to "
        "more than 1.",
        "c": "The new state is a mean of the old one and of the candidate, both inside (-1, 1).",
        "d": "The tanh bounds the hidden state, which is what is shown. What is kept has no tanh.",
    },
)
exp_of_800 = Question.letter(
    "What is the exponential of 800 in float64?",
    options={
        "a": "A large number that is exact enough.",
        "b": "An error.",
        "c": "Infinity, and then infinity over infinity is not a number.",
        "d": "0, by underflow.",
    },
    right="c",
    explanations={
        "a": "It would be right up to 709. The largest float64 is about 1.8e308, and that is the "
        "exponential of 709.8.",
        "b": "Python's own math.exp raises one. NumPy warns and goes on with infinity.",
        "c": "As with scores in softmax, the numbers themselves are the trouble and only their "
        "ratio is wanted: shift both.",
        "d": "That is the exponential of -800. It does no harm here: such a share is 0.",
    },
    idea="shift_of_scores",
)
after_overwrite = guesses.after_overwrite

dc_in_all, dc_sent = paper.dc_in_all, paper.dc_sent
dz_forget, dz_output = paper.dz_forget, paper.dz_output

why_two_roads = Question.words(
    "Why must dc_next be added to what comes through the hidden state, and why does it not pass "
    "the output gate?",
    model="The new cell state is used twice: it makes this step's hidden state, and it is handed "
    "to the next cell. A number that is used twice gets the sum of both gradients. The output gate "
    "and its tanh lie between the cell state and the hidden state; what the next cell says arrives "
    "at the cell state itself, in front of both.",
    look_for=(
        "the cell state is used twice, so gradients add",
        "the output gate lies on the way to the hidden state only",
    ),
    idea="own_and_message",
)
wrong_of_ten = guesses.wrong_of_ten

eight_lines_back = Question.letter(
    "In which of the eight lines is the first fault?",
    options={
        "a": "Line 1: the messages must start from da of the last step.",
        "b": "Line 3: da_prev is kept and never used.",
        "c": "Line 5: the gradients must be averaged over time.",
        "d": "Line 8: da0 needs dc_prev, too.",
    },
    right="b",
    explanations={
        "a": "Line 3 hands over da of each step, that of the last one too: it would count twice. "
        "Nothing comes back from beyond the last step, so zeros are right.",
        "b": "It must be da[t] + da_prev. Line 6 looks as if the message moved on, which is why "
        "readers pass over it; nudging does not.",
        "c": "The loss is a sum over the steps, and the weights are shared: sums are right. It "
        "would be right for a loss that is a mean.",
        "d": "da0 is the gradient of the hidden state before the first step. dc_prev belongs to "
        "the cell state, which starts at zero and is not asked for.",
    },
    idea="nudging_is_a_witness",
)
can_it_vanish = Question.letter(
    "Can a gradient vanish in an LSTM?",
    options={
        "a": "No: the cell state has an open path, that is the point of it.",
        "b": "Only on the way through a; on the road of c it is never multiplied.",
        "c": "Yes: where the forget gate is below 1, its powers shrink too, only more slowly.",
        "d": "Yes, and always as fast as in an RNN.",
    },
    right="c",
    explanations={
        "a": "The path is as open as the gate. It would be right of the cell of 1997, which "
        "multiplies by exactly 1.",
        "b": "dc_prev is dc times f: once in each step. Only in the cell of 1997 is nothing "
        "multiplied.",
        "c": "0.5 to the power of 20 is a millionth. The network can learn to hold the gate near "
        "1, if it still hears why.",
        "d": "No matrix and no slope of tanh is on that road, so it can be as slow as the gate "
        "allows. It would be right for gates shut as fast as tanh saturates.",
    },
    idea="gradients_multiply",
)
forgets_at = guesses.forgets_at
rnn_at_40 = guesses.rnn_at_40
cost_at_100 = guesses.cost_at_100

what_first = Question.order(
    "An LSTM does not learn what lies 40 steps back. In which order, cheapest and surest first?",
    items={
        "a": "train twice as long",
        "b": "nudge the gradients on a tiny network",
        "c": "look at f to the power of 40 for the starting bias",
        "d": "start the forget bias higher",
    },
    right="bcda",
    explanations={
        "abcd": "Training is the dearest of the four. With a wrong gradient, or a message that "
        "has vanished, more of it does not help.",
        "cbda": "A look at a number is cheap, but it presumes that the gradient is right. Nudging "
        "takes a minute and says so.",
        "dbca": "A change before a diagnosis: if the gradient is wrong, no bias helps.",
        "bdca": "Look before you change: the power says how much higher the bias must start.",
    },
)
solved_it = Question.words(
    "“LSTMs solved the vanishing gradient.” What is right about this, what is wrong, and which "
    "experiment would you show?",
    model="Right: on the road of the cell state the gradient meets the forget gate alone, no "
    "matrix "
    "and no tanh, so it can pass over many steps. Wrong: a gate below 1 shrinks it too, as f to "
    "the power of the gap, and a fresh gate with bias 0 halves it in every step. I would show the "
    "race: over twenty steps the same cell learns nothing with a forget bias of 0 or 1, and learns "
    "the bit with 2.",
    look_for=(
        "right: on the road of c only the forget gate multiplies",
        "wrong: powers of a gate below 1 vanish, too",
        "an experiment with its outcome: the echo, or the race",
    ),
)
