"""The questions of 02_vanilla_rnn, in their order, but for the blanks and guesses.

Every wrong option is something that somebody believes; its explanation says to which question it
would be the answer, and how one can see that it is wrong here.
"""

from __future__ import annotations

from graders.question import Question

from . import guesses, paper

names_as_numbers = Question.letter(
    "A text has become the indices of its words. Why do we not feed these integers to a network?",
    options={
        "a": "A network cannot multiply integers.",
        "b": "Their sum over the sentence would overflow.",
        "c": "They are names, and as numbers they would say that word 7 is nearly word 8.",
        "d": "The same word has another index in each sentence.",
    },
    right="c",
    explanations={
        "a": "It can: NumPy turns integers into floats on the way. It would answer why an array of "
        "strings cannot be fed in.",
        "b": "A sentence of 50 words and 10,000 indices sums to half a million at most. Overflow "
        "is the trouble of exponentials, as in exercise 1 below.",
        "c": "An index measures nothing. One-hot columns, which make all words equally far apart, "
        "or learned vectors take its place.",
        "d": "Then no network could learn anything about a word. The vocabulary is one for all "
        "sentences; another index in each would be right for positions.",
    },
    idea="names_are_no_numbers",
)

numbers_in_sum = Question.number(
    "W has the shape (5, 3), X has (3, 7) and b has (5, 1). How many numbers does W X + b hold?",
    answer=35,
    tolerance=0.1,
    slips={
        21: "That is the size of X. The product has the rows of W and the columns of X.",
        15: "That is the size of W. The product has the rows of W and the columns of X.",
        5: "That is the size of b. NumPy copies its one column to all columns of the product.",
        40: "b is added to the product, and not put beside it: its column is copied to all seven.",
    },
    idea="shapes_of_products",
)

slope_at_two = Question.number(
    "With L = (2w - 1)^2, what is dL/dw at w = 2?",
    answer=12,
    tolerance=0.01,
    slips={
        6: "The derivative of what stands inside, 2, is missing: outer times inner.",
        9: "That is L itself. What is asked is how fast it grows with w.",
        3: "That is what stands inside. The outer derivative is twice that, the inner one is 2.",
        24: "One factor of 2 too many: the outer derivative is 2 times 3, the inner one is 2.",
    },
    idea="chain_rule",
)

z1, a1, z2, a2, p2 = paper.z1, paper.a1, paper.z2, paper.a2, paper.p2

jordan_memory = Question.letter(
    "A network answers vowel or consonant at each step (n_y = 2) and has 100 hidden units. Now and "
    "then it must recall which letter stood two steps ago. Why is this hard for Jordan's form?",
    options={
        "a": "Jordan's has fewer hidden units to keep it in.",
        "b": "Jordan's cannot be trained by backpropagation.",
        "c": "Softmax forgets, while tanh does not.",
        "d": "What crosses from step to step is two outputs.",
    },
    right="d",
    explanations={
        "a": "Both have 100 here. It would be the answer if their sizes differed; count instead "
        "how many numbers travel from one step to the next.",
        "b": "It can: unrolled, it is a feed-forward network, and the gradient flows back through "
        "the outputs. It would answer for a network that feeds back a sampled letter.",
        "c": "No function remembers anything by itself. Memory is what one step hands to the next, "
        "and Elman's output goes through the same softmax.",
        "d": "Elman's hands on 100 numbers that training may use as it likes. Jordan's hands on "
        "two probabilities that add up to 1, and they are busy answering the question.",
    },
)

twice_as_long = Question.letter(
    "An RNN was trained on sequences of 20 steps; the new ones have 40. What happens to the number "
    "of parameters?",
    options={
        "a": "It doubles, because every step has its own weights.",
        "b": "It stays as it is.",
        "c": "Only Waa grows, because the state must remember twice as much.",
        "d": "The network must be built anew, because the sizes of its arrays depend on T_x.",
    },
    right="b",
    explanations={
        "a": "It would be right for a feed-forward network over all 40 inputs. Here each step has "
        "no weights of its own: your loop hands the same parameters to every call.",
        "b": "No parameter's shape contains T_x, so the same weights read sequences of any "
        "length. In Part 4 this sharing returns as a sum over time.",
        "c": "Waa has the shape (n_a, n_a), and n_a does not change with the data. It would be "
        "right if you chose more units in order to remember more.",
        "d": "Only x, a and y_pred depend on T_x, and these are made for each batch. It "
        "would be right for layers whose weights have one row per step.",
    },
)

first_loss = Question.letter(
    "A fresh network with tiny weights tells 4 classes apart over 10 steps, in batches of 32. What "
    "does sequence_loss return before any training?",
    options={
        "a": "About 10 log 4, which is 13.9.",
        "b": "About log 4, which is 1.39.",
        "c": "About 320 log 4, which is 444.",
        "d": "About 0.25.",
    },
    right="a",
    explanations={
        "a": "Every prediction costs -log(1/4) = log 4. The loss sums that over 10 steps and "
        "averages over the examples. A first loss far from this number is a reason to look for a "
        "bug.",
        "b": "This is the loss of a single step, and what other books report, who average over "
        "time. This course sums over the ten steps.",
        "c": "This sums over the 32 examples as well. It would grow with the batch: divide by m.",
        "d": "0.25 is the probability given to the truth. What is paid is its negative logarithm, "
        "at each step.",
    },
)

square_shapes = Question.letter(
    "W = Waa has the shape (3, 3) and X has (3, 7). Which product passes a check of shapes for dX?",
    options={
        "a": "Only W.T @ dZ.",
        "b": "Only W @ dZ.",
        "c": "Both, so shapes decide nothing here.",
        "d": "Neither, since a square matrix has no transpose.",
    },
    right="c",
    explanations={
        "a": "This is the right product, but what was asked is which one passes. W @ dZ has the "
        "shape (3, 7) just as well.",
        "b": "This is the wrong product, and W.T @ dZ has the same shape (3, 7). Write both down "
        "with their sizes.",
        "c": "A right shape is not yet a right gradient. For the one matrix that matters most "
        "only the values tell, which is why Part 4 ends with a test of values.",
        "d": "Every matrix has one; a square one's has the same shape, and that is the trouble.",
    },
)

da1_out, da2_out, dz2 = paper.da1_out, paper.da2_out, paper.dz2
da1_total, dz1, waa_total = paper.da1_total, paper.dz1, paper.waa_total

one_message = Question.words(
    "Why is it enough to carry one message back from each step, although many losses lie behind "
    "it?",
    model="Whatever road a later loss takes back, its last stretch to a state goes through the "
    "same cell and is multiplied by the same factor. So all of them may be added up before that "
    "stretch, and the sum walks it once.",
    look_for=(
        "All later losses reach the state through the same cell, by the same factor.",
        "Multiplying a sum once is the same as multiplying each term.",
    ),
)

why_reverse = Question.letter(
    "rnn_backward visits the steps from the last to the first. Why must it, with this recursion?",
    options={
        "a": "The gradient at a state contains a message from the step after it.",
        "b": "The caches were appended in that order, and a list is read from its end.",
        "c": "It need not: a sum over time does not depend on its order.",
        "d": "It saves memory, since the caches of late steps can be dropped first.",
    },
    right="a",
    explanations={
        "a": "What reaches a state is its own output's gradient plus the message of the step "
        "after it. That message must exist before this step can be sent back.",
        "b": "The caches were appended in order of time, and a list can be read in any order. It "
        "would be right for a stack of which only the top can be reached.",
        "c": "It would be right if the terms were known: the order of the sum is free. But the "
        "term of step t needs the message of step t + 1.",
        "d": "True as a fact, and no reason: it is a consequence. Visited in the other order, the "
        "gradients would be wrong, and not just larger in memory.",
    },
)

find_the_fault = Question.letter(
    "Which line of gradient_of_V is wrong?",
    options={
        "a": "Line 2: the first message is dh_out of the last step.",
        "b": "Line 5: the message belongs to the step before.",
        "c": "Line 6: the gradient needs the state after the step.",
        "d": "Line 7: a transpose is missing.",
    },
    right="d",
    explanations={
        "a": "That would count the last step's own part twice: line 5 adds it already. Behind the "
        "last step there is nothing, so zeros are right.",
        "b": "The message was made in the round before, which is the step after. So it is meant "
        "for this state; it would be right if the loop ran forwards.",
        "c": "On the way forward V was multiplied by the state before. For an output matrix, which "
        "reads the new state, it would be right.",
        "d": "Going back, a matrix acts by its transpose. V is square, so no shape objects; with "
        "one step or one unit not even the values would.",
    },
)

slope_of_cube = Question.number(
    "What does nudging to both sides give for f(e) = (1 + e)^3 with 0.1?",
    answer=3.01,
    tolerance=0.002,
    slips={
        3.31: "That is one-sided, (f(0.1) - f(0)) / 0.1. To both sides the error falls from 0.31 "
        "to 0.01.",
        6.02: "The two nudges lie 0.2 apart, not 0.1: divide by twice the nudge.",
        3.0: "That is the exact slope. Nudging by 0.1 misses it by a little: put the numbers in.",
        0.602: "That is the difference of the two values. Divide by how far they lie apart, 0.2.",
    },
)

order_of_steps = Question.order(
    "In which order does one update take its steps?",
    items={
        "a": "new weights",
        "b": "rnn_backward",
        "c": "clip_by_norm",
        "d": "rnn_forward",
        "e": "draw a batch",
        "f": "output_backward",
    },
    right="edfbca",
    explanations={
        "edbfca": "rnn_backward needs what each state hears from its own output, and that is what "
        "output_backward returns.",
        "edfbac": "The weights are moved by gradients that were not clipped yet.",
        "edcfba": "There is no gradient yet that could be clipped.",
        "defbca": "There is no batch yet that the network could read.",
    },
)

loss_before = Question.number(
    "The loss of the paper example from a state of zero, before the update?",
    answer=0.6049,
    tolerance=0.0005,
    slips={
        0.5767: "That is the loss from the state 0.2 of the sheet. An update starts from zero.",
        0.3024: "That is the loss per step. sequence_loss sums over both.",
        0.5928: "That is the loss after one update: take what your function returned at first.",
    },
)

loss_after = Question.number(
    "And after one update with rate 0.1 and max_norm 0.2?",
    answer=0.5928,
    tolerance=0.0005,
    slips={
        0.617: "The loss grew: the gradient was added. Descent subtracts it.",
        0.4918: "The step is ten times too long: the rate is missing.",
        0.5689: "The gradient was not clipped: its norm is 0.61, and max_norm is 0.2.",
        0.5829: "Each entry was clipped by itself, which turns the step. Use clip_by_norm.",
        0.586: "Each array was clipped by its own norm. One norm is for all of them together.",
        0.598: "da, dx and da0 went into the norm, too. Only the five gradients of weights belong "
        "there.",
        0.5954: "dx and da0 went into the norm, too. Only the five gradients of weights belong "
        "there.",
        0.5879: "The output's gradients were clipped by one norm, and those of the recurrence by "
        "another. One norm is for all five together.",
        0.6049: "That is the loss of the old weights. Call your function again with the new ones.",
    },
)

parameters = Question.number(
    "How many parameters has a network with n_x = 2, n_a = 16 and n_y = 2?",
    answer=338,
    tolerance=0.1,
    slips={
        320: "The biases are missing: n_a and n_y numbers more.",
        322: "The bias of the hidden state is missing: 16 numbers more.",
        336: "The bias of the output is missing: 2 numbers more.",
        304: "That is the hidden state alone. The output has weights, too.",
        82: "Waa is missing, the largest of all: n_a times n_a.",
    },
)

ignorance = Question.number(
    "What does sequence_loss give for five classes and three steps, if the network knows nothing?",
    answer=4.83,
    tolerance=0.02,
    slips={
        1.61: "That is log 5, the cost of one step. The loss sums over three.",
        8.05: "That is 5 log 5. The loss sums over the steps, and there are three.",
        5.49: "That is 5 log 3. Ignorance pays the logarithm of the number of classes, each step.",
        6.97: "That is in bits. The natural logarithm is meant.",
    },
)

through_tanh = Question.number(
    "A state is 0.9. By what does its tanh multiply the gradient on the way back?",
    answer=0.19,
    tolerance=0.002,
    slips={
        0.1: "That is 1 - 0.9. The state is squared first.",
        0.9: "That is the state itself. The derivative is one minus its square.",
        0.81: "That is the square. One minus it is what the gradient is multiplied by.",
        0.487: "That takes tanh once more. The state is the result of the tanh already.",
        0.09: "0.9 times 0.1 belongs to a sigmoid.",
    },
)

next_bit, echo, wrong_gradients = guesses.next_bit, guesses.echo, guesses.wrong_gradients
best_loss, without_memory = guesses.best_loss, guesses.without_memory
without_clipping, own_unit = guesses.without_clipping, guesses.own_unit
beat_found_after = guesses.beat_found_after
