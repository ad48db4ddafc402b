"""The questions of 02_vanilla_rnn. Every wrong answer has its own explanation."""

from __future__ import annotations

from graders.question import Question

twice_as_long = Question.letter(
    "An RNN was trained on sequences of 20 steps; the new ones have 40. What happens to "
    "the number of parameters?",
    options={
        "a": "It doubles, because every step has its own weights.",
        "b": "It stays the same.",
        "c": "Only Waa grows, because the state must now remember twice as much.",
        "d": "It stays the same, but the network must be built and trained anew, because the "
        "sizes of its arrays depend on T_x.",
    },
    right="b",
    explanations={
        "a": "The picture shows the network once per step, but it is one network: your rnn_forward "
        "hands the same parameters to every call of the cell.",
        "b": "No parameter's shape contains T_x, so the same weights read sequences of any "
        "length. In Part 3 this sharing returns as a sum over time.",
        "c": "Waa has the shape (n_a, n_a), and n_a does not change with the data. Remembering for "
        "longer may well be harder, but the network has to do it with the weights that it has.",
        "d": "The arrays that depend on T_x are x, a and y_pred, and these are made anew for each "
        "batch. The parameters work on 40 steps as they are, though perhaps not as well as after "
        "training on them.",
    },
)

first_loss = Question.letter(
    "A fresh network with tiny weights tells 4 classes apart over 10 steps, in batches of "
    "32. What will sequence_loss be before any training?",
    options={
        "a": "About 10 log 4, which is 13.9.",
        "b": "About log 4, which is 1.39.",
        "c": "About 320 log 4, which is 444.",
        "d": "About 0.25.",
    },
    right="a",
    explanations={
        "a": "Every prediction costs -log(1/4) = log 4. The loss sums that over 10 steps "
        "and averages over the examples. A first loss far from this number is a reason to look "
        "for a bug.",
        "b": "This is the loss of a single step. This course sums over the time steps, and there "
        "are ten of them.",
        "c": "This sums over the 32 examples as well. The loss is averaged over examples: divide "
        "by m.",
        "d": "0.25 is the probability given to the truth. The loss is its negative logarithm, "
        "summed over the steps.",
    },
)

why_reverse = Question.letter(
    "rnn_backward visits the steps from the last to the first. Why must it?",
    options={
        "a": "Because the caches were appended in that order.",
        "b": "Because the gradient at a state contains a message from the step after it.",
        "c": "It need not: the gradients of the weights are sums, and a sum does not depend on its "
        "order.",
        "d": "To save memory, since the caches of late steps can be dropped first.",
    },
    right="b",
    explanations={
        "a": "The caches were appended in order of time, and a list can be read in any order. The "
        "reason lies in the chain rule, not in the list.",
        "b": "What reaches a state is its own output's gradient plus da_prev of the step "
        "after it. That message must exist before this step can be sent back.",
        "c": "The order of the sum is free indeed, but its terms are not: the term of step t needs "
        "the whole gradient at its state, and part of that comes from step t + 1.",
        "d": "It is true that late caches can be dropped first, but that is a consequence. Visited "
        "in the other order, the gradients would be wrong, not just larger in memory.",
    },
)

jordan_memory = Question.letter(
    "A network answers vowel or consonant at each step (n_y = 2) and has 100 hidden "
    "units. Now and then it must recall which letter stood two steps ago. Why is this hard for "
    "Jordan's form?",
    options={
        "a": "Jordan's network has fewer hidden units.",
        "b": "All that Jordan's network knows of the past must pass through the two outputs.",
        "c": "Jordan's network cannot be trained by backpropagation.",
        "d": "Softmax forgets, while tanh does not.",
    },
    right="b",
    explanations={
        "a": "Both networks have 100 hidden units here. The question is how many numbers travel "
        "from one step to the next.",
        "b": "Elman's network hands on 100 numbers that training may use as it likes. "
        "Jordan's hands on two probabilities that add up to 1, and they are busy answering the "
        "question.",
        "c": "It can: unrolled, it is a feed-forward network as well, and the gradient flows back "
        "through the outputs.",
        "d": "Neither function remembers anything by itself. Memory is what one step hands to the "
        "next, and here the two networks differ.",
    },
)
