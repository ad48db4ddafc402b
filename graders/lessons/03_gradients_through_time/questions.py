"""The questions of 03_gradients_through_time, in their order, but for the blanks and guesses.

Every wrong option is something that somebody believes; its explanation says to which question it
would be the answer, and how one can see that it is wrong here.
"""

from __future__ import annotations

from graders.question import Question

from . import guesses, paper

cost_when_cut = guesses.cost_when_cut

two_roads = Question.letter(
    "The loss is a sum over all steps. From where does the gradient reach a state in the middle?",
    options={
        "a": "From its own output only.",
        "b": "From the step after it only, since that carries everything.",
        "c": "From its own output and, as one message, from the step after it.",
        "d": "From its own output and, as separate messages, from every later step.",
    },
    right="c",
    explanations={
        "a": "That is all there would be if the state were used for its output alone. It also made "
        "the next state, and so it touched every later loss.",
        "b": "It would be right for a state without an output of its own, as in a network that "
        "answers at the end. Here the state's own loss counts, too.",
        "c": "Two roads lead to it. What later losses have to say has been added up at the state "
        "after it, and comes back as one message.",
        "d": "The sum over all paths is right, and so it would be if each were walked alone. "
        "rnn_backward adds them up at the step after and carries the sum back once.",
    },
    idea="own_and_message",
)

padded_steps = Question.letter(
    "Short sequences are padded with zeros. What does an RNN do with the padding if nobody uses "
    "the "
    "mask?",
    options={
        "a": "Nothing: a zero input leaves the state as it is.",
        "b": "It goes on: the state changes by the recurrent weights and the bias.",
        "c": "It stops there, because zeros have no gradient.",
        "d": "It forgets the sequence and starts from zero.",
    },
    right="b",
    explanations={
        "a": "A zero input adds nothing to the sum, but Waa times the old state and the bias are "
        "still there, and so is the tanh. It would be right of a copied state under a mask.",
        "b": "The state after the padding is another than the one after the last real step. A mask "
        "says which one to read.",
        "c": "A zero input makes the share of Wax zero at that step. Waa and ba still get theirs: "
        "padding without a mask even trains the network.",
        "d": "That is what happens between two sequences, where the start is handed over anew. "
        "Within one, nothing resets the state.",
    },
    idea="padding_is_no_data",
)

share_left = Question.number(
    "A number is multiplied by 0.8, twenty times over. What share of it is left?",
    answer=0.0115,
    tolerance=0.0007,
    slips={
        16.0: "That is 20 times 0.8. Multiplied again and again it is 0.8 to the power of 20.",
        0.04: "That is 0.8 divided by 20. Multiplied again and again it is 0.8 to the power of 20.",
        0.0144: "That is 0.8 to the power of 19: one factor is missing.",
        0.00922: "That is 0.8 to the power of 21: one factor too many.",
        0.107: "That is 0.8 to the power of 10: half of the way.",
        86.7: "That divides by 0.8 each time. A factor below 1 shrinks the number.",
    },
)

da2, da1, dz_first, dwaa = paper.da2, paper.da1, paper.dz_first, paper.dwaa
dwaa_cut = paper.dwaa_cut

best_exponent = guesses.best_exponent
lost_message = guesses.lost_message

no_transpose = Question.letter(
    "Which suspect forgot to transpose Waa?",
    options={
        "a": "Suspect A.",
        "b": "Suspect B.",
        "c": "Suspect C.",
        "d": "One cannot know: a square matrix and its transpose have the same shape.",
    },
    right="a",
    explanations={
        "a": "Even with a single step the message to a0 passes Waa, so da0 is wrong there already. "
        "With one unit, where Waa is its own transpose, A is acquitted.",
        "b": "B has one wrong gradient alone, whatever the length, and it stays wrong with one "
        "unit. "
        "A wrong message would spoil all that hears it.",
        "c": "C is right about a single step, where no message passes between cells. Without the "
        "transpose da0 would be wrong even then.",
        "d": "One cannot know by the shape. But the numbers differ, and the witness compares "
        "numbers.",
    },
    idea="squares_hide_transposes",
)

passes_needed = Question.number(
    "10 units and 3 inputs: how many passes forward does the witness need for Wax, Waa and ba?",
    answer=280,
    tolerance=0.5,
    slips={
        140: "That is how many numbers there are. Each is moved to both sides, two passes each.",
        260: "The biases are missing: 10 numbers more, two passes each.",
        200: "That is Waa alone. Wax and ba have 30 and 10 numbers more.",
        6: "Two passes for each array would move all its entries at once. Every entry is moved by "
        "itself.",
    },
    unit="passes",
)

while_reading = guesses.while_reading
orthogonal_wins = guesses.orthogonal_wins
who_suffers = guesses.who_suffers

clip_for_vanishing = Question.letter(
    "A network of radius 0.5 reads 50 steps and never learns what depends on the first one. Will "
    "clipping its gradients by their norm help?",
    options={
        "a": "Yes: clipping keeps all gradients in a healthy range.",
        "b": "No: the message from far away is too short already.",
        "c": "No, but a larger learning rate will, since it makes up for the shrinking.",
        "d": "Yes, if the gradient of every step is clipped by itself.",
    },
    right="b",
    explanations={
        "a": "Clipping has an upper limit only. It would be right for a network that explodes; "
        "here "
        "nothing ever reaches the limit.",
        "b": "Clipping shortens and never lengthens. From the last state to the first a message "
        "passes 49 cells. At about half each, or less, some 10 to the -15 is left of it, and it "
        "drowns in what the loss says about the last step.",
        "c": "A larger rate multiplies the near shares as much as the far ones. The far ones stay "
        "about 10 to the 15 times smaller, and the near ones explode.",
        "d": "Each step's own share would have to be lengthened for that. Clipping by step would "
        "cut "
        "the near ones, and make the direction wrong.",
    },
    idea="clip_keeps_direction",
)

clipped_updates = guesses.clipped_updates
sensitivity_2 = paper.sensitivity_2

why_forwards_works = Question.words(
    "Why does rtrl give the same gradients as rnn_backward, although it never goes back?",
    model="Both add up the same products: on every path from a use of a parameter to a loss, the "
    "slopes and weights on the way. rnn_backward multiplies from the loss's end and stops at each "
    "use; rtrl multiplies from the use's end and stops at each loss. A product of matrices may be "
    "multiplied out from either end.",
    look_for=(
        "the same paths, or products, or the same sum",
        "only the order of multiplying is another",
        "da_out meets S at each step, so nothing later is needed",
    ),
)

crossing = guesses.crossing

millions_kept = Question.number(
    "512 units and 64 inputs: how many numbers does S hold for one example, in millions?",
    answer=151.3,
    tolerance=1.0,
    slips={
        134.2: "That is n_a cubed: the sensitivities by Waa alone. Wax and ba come to it.",
        0.295: "That counts the parameters. S holds a number for each of them and for each unit.",
        151257088: "That is the number itself. It was asked for in millions.",
    },
    unit="million",
)

fixed_blocks = Question.letter(
    "A library sets the message to zero at every k-th step, counted from the end. What does it do "
    "for k = 4 that truncated_bptt does not?",
    options={
        "a": "Nothing: it is the same, only faster.",
        "b": "It lets some messages pass more than 4 cells.",
        "c": "It counts the messages at the edge of a block twice.",
        "d": "It cuts in fixed blocks: few messages pass 4 cells.",
    },
    right="d",
    explanations={
        "a": "It would be, for k = 1 and for k as large as T_x. For k = 4 look at the first step "
        "of "
        "a block: its own message passes one cell and is set to zero.",
        "b": "None passes more: a block has 4 steps. It would be right if the message were set to "
        "zero every 5 steps.",
        "c": "Line 6 hands each da to one cell, once. Twice would need a line that adds da to the "
        "message as well.",
        "d": "Only the message of a block's last step passes 4 cells; those of the others pass 3, "
        "2 "
        "and 1. A test at both ends of k does not see it.",
    },
)

cost_outputs_only = guesses.cost_outputs_only

seasons = Question.letter(
    "Trained on daily temperatures, cut after 30 steps, a network turns out to use the season. "
    "What "
    "follows?",
    options={
        "a": "The state carried something from further back, and was read.",
        "b": "The cut must be broken: no gradient can know of seasons after 30 days.",
        "c": "The network has memorised the calendar in its biases.",
        "d": "For messages that vanish, a cut at 30 gives the same gradient as no cut.",
    },
    right="a",
    explanations={
        "a": "What lies behind the cut gets no gradient, but its trace in the state does: the last "
        "30 cells learn to use it. As with the bit of this lesson, nothing guarantees it.",
        "b": "That is the belief that this lesson tested: a bit was learned six steps behind a "
        "cut. "
        "The gradient need not reach the past if the state brings the past to it.",
        "c": "A bias is the same on every day of the year, so it can hold no date. It would "
        "explain "
        "a mean temperature that is right.",
        "d": "It may be true of this network, and it explains how little is lost, not how a season "
        "90 days long was found.",
    },
)

truncate_at_ten = Question.words(
    "“My gradients vanish after ten steps, so I truncate at ten and lose nothing.” What is right "
    "about this, what is wrong, and what would you measure?",
    model="Where messages have shrunk to nothing, cutting them changes the gradient by next to "
    "nothing, and memory is saved. But they shrink on average and today: some examples carry "
    "further, training changes how far, and many small messages together need not be small. I "
    "would "
    "plot gradient_norms against distance on real data, and compare truncated and whole gradients "
    "by relative_error at several moments of training.",
    look_for=(
        "right: what has vanished cannot be lost by cutting",
        "wrong: how far messages reach changes with the data and during training",
        "a measurement: norms by distance, or the relative error of the cut gradient",
    ),
)
