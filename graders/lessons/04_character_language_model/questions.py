"""The questions of 04_character_language_model, in their order, but for the blanks and guesses.

Every wrong option is something that somebody believes; its explanation says to which question it
would be the answer, and how one can see that it is wrong here.
"""

from __future__ import annotations

from graders.question import Question

from . import guesses, memory, paper

names_right = guesses.names_right

bit_behind_the_cut = memory.bit_behind_the_cut
targets_of_a_window = memory.targets_of_a_window
shape_of_a_pick = memory.shape_of_a_pick

p_b, cost_of_a, cost_in_all = paper.p_b, paper.cost_of_a, paper.cost_in_all
wavers, p_b_warm = paper.wavers, paper.p_b_warm

times_faster = guesses.times_faster

which_text_catches = Question.letter(
    "A colleague's embedding_backward uses dE[:, indices] += dout. In which text does the witness "
    "catch it?",
    options={
        "a": "4 2 0",
        "b": "4 2 4",
        "c": "In both.",
        "d": "In neither: a sum is a sum.",
    },
    right="b",
    explanations={
        "a": "All tokens differ, so no column is written twice, and the short way is right. That "
        "is "
        "why it passes so many tests.",
        "b": "Column 4 is copied twice before anything is written. Each copy gets one gradient, "
        "and the second copy is written over the first.",
        "c": "It would be right of a wrong sign or a wrong shape. This fault needs a token that "
        "comes twice.",
        "d": "A sum is a sum, but += with an array of indices is none: it reads all, adds, and "
        "then "
        "writes all.",
    },
    idea="shared_weights_add_up",
)

index_as_input = Question.letter(
    "Instead of a vector she feeds the index itself, divided by V. What does her network begin "
    "with?",
    options={
        "a": "Nothing is lost: the number holds all that the vector holds.",
        "b": "Letters that are neighbours in the vocabulary look alike to it.",
        "c": "The gradients vanish, since the numbers are small.",
        "d": "It cannot tell the letters apart at all.",
    },
    right="b",
    explanations={
        "a": "The number can be turned back into the letter, so it would be right for storing "
        "texts. A sum of weights times inputs cannot do that: it sees how large the number is.",
        "b": "The network has to learn that 7 and 8 have nothing to do with each other. Columns of "
        "their own are told apart from the start.",
        "c": "Small inputs are no harm: larger weights make up for them. What vanishes over steps "
        "is a matter of the recurrent weights.",
        "d": "It can, with enough units: tanh of a steep slope finds borders between neighbours. "
        "But it has to learn each border.",
    },
    idea="names_are_no_numbers",
)

targets_that_count = Question.number(
    "How many targets count in the batch of tom and al?",
    answer=7,
    tolerance=0.1,
    slips={
        8: "That is the whole table, 2 rows of 4. One place is padding.",
        5: "The ends of the line are missing: the network must say them, too.",
        6: "One end of the line is missing: each name has its own.",
        4: "That is the longest row. All rows count.",
    },
    unit="targets",
    idea="padding_is_no_data",
)

knows_nothing = Question.number(
    "What is the perplexity of a network whose parameters are all zero?",
    answer=19,
    tolerance=0.05,
    slips={
        2.944: "That is the loss for each letter, log 19. Perplexity is its exponential.",
        18: "The end of the line is a letter, too: there are 18 and it.",
        27: "The names use 18 letters only, and the end of the line.",
        1: "Perplexity 1 is that of who is always sure and right.",
        0: "No perplexity is below 1: that would be the loss of who is sure and right.",
    },
    unit="letters",
    idea="ignorance_pays_log_n",
)

order_of_a_step = Question.order(
    "In which order does a step of learning happen?",
    items={
        "a": "clip",
        "b": "back through time",
        "c": "the error p - y",
        "d": "divide among the targets that count",
        "e": "forward",
    },
    right="ecbda",
    explanations={
        "ecbad": "Clipped before they are shared out, the gradients are limited at another length "
        "than the one with which the step is taken.",
        "ecabd": "There is nothing to clip yet: the gradients of the weights come out of the way "
        "back.",
        "cebda": "The error needs the predictions, and those come from the way forward.",
        "ebcda": "What goes back through time begins at the outputs, with the error.",
        "ecdba": "That is right, too, if you share out the error itself. Here the functions of "
        "lesson 02 do the first two ways back in one go, and the factor comes after them.",
    },
    idea="clip_keeps_direction",
)

first_move = Question.number(
    "The first gradient of a weight is 0.001, the rate 0.01. By how much does Adam move it?",
    answer=0.01,
    tolerance=0.0002,
    slips={
        0.00001: "That is plain descent, rate times gradient. Adam divides by the size of the "
        "gradient.",
        0.001: "That is the gradient itself, or a mean without its correction. At the first update "
        "both corrected means speak of the same gradient: its size cancels.",
        0.0316: "Only v is not corrected, or only m: the ratio of 0.1 to the root of 0.001 is "
        "3.16. Both are divided.",
        1: "That is mean over root. The rate multiplies it.",
    },
)

wavers_between = guesses.wavers_between
longer_names = guesses.longer_names
rates_that_work = guesses.rates_that_work

where_it_is_sure = Question.letter(
    "Where in a name is the trained network surest?",
    options={
        "a": "At the first letter: all names begin alike.",
        "b": "At a vowel, since there are only three of a kind.",
        "c": "At the last letter, since the first one decides it.",
        "d": "At the end of the line.",
    },
    right="d",
    explanations={
        "a": "Eight letters begin a name, all equally often: log 8 is 2.08 nats, and nothing that "
        "was read helps.",
        "b": "After a consonant comes a vowel or, behind a vowel, perhaps another consonant. Even "
        "if "
        "it knows the kind, about a nat is left: the three are not equally likely.",
        "c": "The first letter leaves two of four: log 2 is 0.69 nats, and it pays 0.8. That is "
        "much better than without memory, but more than nothing.",
        "d": "Behind the last letter nothing else ever comes. Who has counted three syllables pays "
        "nearly nothing.",
    },
    idea="loss_shows_structure",
)

eight_lines = Question.letter(
    "Right at temperature 1, but at 2 hardly a letter behind l: what is wrong?",
    options={
        "a": "Line 3 must not hand the old state on.",
        "b": "Line 4: the powers must be divided by their sum.",
        "c": "Line 4 must multiply by the temperature.",
        "d": "Line 7 must add the new letter to the old ones.",
    },
    right="b",
    explanations={
        "a": "The state is the memory, and must go on. It would be right between two names.",
        "b": "The powers of probabilities add up to 1 at temperature 1 alone. At 2 they add up to "
        "more: their sum passes the random number before the last letters come.",
        "c": "p to the power of 2 would be temperature 0.5. The division belongs there, in the "
        "exponent; what is missing comes after.",
        "d": "The network reads one letter at a time; what came before is in its state. With a "
        "pile "
        "of letters it would fail at temperature 1, too.",
    },
)

best_temperature = guesses.best_temperature

colder_is_better = Question.letter(
    "“At temperature 0.3 it makes fewer mistakes, so it is the better model.” What do you answer?",
    options={
        "a": "Right: fewer mistakes is what better means.",
        "b": "It writes what it is surest of, and gives the rest of the truth too small a chance.",
        "c": "Wrong: a high temperature is better, since it is more creative.",
        "d": "The temperature changes nothing, since the weights stay the same.",
    },
    right="b",
    explanations={
        "a": "It is what better means for a single text that somebody must like. A model of the "
        "names must also expect those that are rare, and its perplexity says that it does not.",
        "b": "The same network, colder, has a higher perplexity on true names. It is a choice of "
        "how to write, not a better knowledge.",
        "c": "At 2 most names broke the rules, and the perplexity rose, too. It would be right to "
        "say that they differ more.",
        "d": "The weights stay, and so does what it knows. What it says changes: the scores are "
        "divided.",
    },
)

copied = guesses.copied

low_loss = Question.letter(
    "“The training loss of my model of poems is very low, so it has understood poems.” What would "
    "you ask to see first?",
    options={
        "a": "A lower training loss still.",
        "b": "The same loss at a lower temperature.",
        "c": "The loss on unseen poems, and how many of its lines are copies.",
        "d": "The number of its parameters.",
    },
    right="c",
    explanations={
        "a": "The parrot had the lowest loss of all on its own list. The lower it is, the more a "
        "copy is to be feared.",
        "b": "A temperature changes how it writes. Neither loss speaks of unseen poems.",
        "c": "Only what it never saw tells knowing from remembering, and copies can be counted.",
        "d": "Many parameters make copying easy, and few make it hard; whether it copies is seen "
        "in "
        "what it writes.",
    },
)

best_unit = guesses.best_unit
mixed_without_it = guesses.mixed_without_it

letters_or_pieces = Question.letter(
    "5.1 per letter, 48 per piece of three letters on average, on the same streets. Which model "
    "gives them the higher probability?",
    options={
        "a": "The one for letters: 5.1 is less than 48.",
        "b": "The one for pieces: three letters cost it less.",
        "c": "Neither: perplexity is the same for all vocabularies.",
        "d": "That cannot be known without their losses on the training streets.",
    },
    right="b",
    explanations={
        "a": "It would be right if both counted the same things. A piece is three letters: bring "
        "both to one unit first.",
        "b": "log 48 is 3.87 nats for a piece, and three letters at 5.1 cost 3 log 5.1, which is "
        "4.89.",
        "c": "The loss of a whole text can be compared, if both give it a probability. A mean per "
        "token depends on what a token is.",
        "d": "Training losses say what was remembered. Both numbers are from streets that were "
        "held "
        "out.",
    },
    idea="pieces_of_words",
)

hears_itself = Question.words(
    "Why does the network that hears itself write some names that break the rules, although it met "
    "none in training? And why does a lower temperature help?",
    model="In training it always read true letters; when it writes it reads its own. Each unlikely "
    "letter has a small chance, and over eight letters small chances add up. After such a letter "
    "its state is one that training never showed it, so it may go on badly. A lower temperature "
    "takes chance away from unlikely letters, and with them from true names that are rare.",
    look_for=(
        "it reads its own letters, and not the truth",
        "small chances add up, or one slip leads to states that training never showed",
        "a low temperature takes chance away from the unlikely, right and wrong alike",
    ),
)
