"""The questions of 01_sequences, in their order, but for the blanks and guesses.

Every wrong option is something that somebody believes; its explanation says to which question it
would be the answer, and how one can see that it is wrong here.
"""

from __future__ import annotations

from graders.question import Question

from . import guesses, paper

memory_ties = Question.letter(
    'counts = {"lamp": 2, "oil": 5, "sea": 2}. What is sorted(counts, key=counts.get, '
    "reverse=True)?",
    options={
        "a": '["oil", "lamp", "sea"]',
        "b": '["oil", "sea", "lamp"]',
        "c": "[5, 2, 2]",
    },
    right="a",
    explanations={
        "a": "Sorting is stable: ties stay in the order in which they came, with reverse=True as "
        "well. Exercise 1 lives on this.",
        "b": "It is what sorted(...)[::-1] gives, which turns ties around. reverse=True compares "
        "the other way and leaves ties as they came.",
        "c": "These are sorted(counts.values(), reverse=True). A loop over a dict, and sorted of "
        "it, give keys; key=counts.get only says by what they are compared.",
    },
    idea="ties_keep_order",
)

memory_fancy = Question.letter(
    "at is an integer array of shape (3, 2). What is the shape of np.arange(10)[at]?",
    options={"a": "(6,)", "b": "(10,)", "c": "(3, 2)"},
    right="c",
    explanations={
        "a": "Six entries are picked, but not strung together; np.arange(10)[at.ravel()] would "
        "give (6,).",
        "b": "The shape of the array that is picked from does not matter: it would be right for "
        "np.arange(10)[:].",
        "c": "The result has the shape of the index array, with the picked entry in each place. "
        "Exercise 6 can use this to cut all windows at once.",
    },
    idea="index_arrays",
)

memory_column = Question.letter(
    "W has the shape (4, 6), and v is a column of zeros with a single 1 at position 2. What is "
    "W v?",
    options={
        "a": "row 2 of W",
        "b": "the sum of all columns of W",
        "c": "the number in row 2 and column 2 of W",
        "d": "column 2 of W",
    },
    right="d",
    explanations={
        "a": "A row comes out where the 1 stands on the left: a row of zeros with a single 1, "
        "times W. Here v stands on the right and has 6 entries, one for each column.",
        "b": "That is W times a column of ones. Here all other columns are multiplied by 0.",
        "c": "One number comes out where a 1 stands on both sides. A product of (4, 6) and (6, 1) "
        "has 4 numbers.",
        "d": "Each column is multiplied by its entry of v and added up, so the single 1 picks one. "
        "Exercise 4 turns this into the way by which words enter a network.",
    },
    idea="a_one_picks_a_column",
)

what_an_index_says = Question.letter(
    "lamp is 4, sea is 5 and bell is 6. Somebody feeds a network the index itself, as one number. "
    "What is wrong with that?",
    options={
        "a": "Nothing: every token has a number of its own, so the network can tell them apart.",
        "b": "The network is told that sea lies halfway between lamp and bell.",
        "c": "Numbers above 1 are too large for a network; they should be divided by the size of "
        "the vocabulary.",
        "d": "The order is wrong: words that mean similar things should get neighbouring numbers.",
    },
    right="b",
    explanations={
        "a": "It would be right for a dict, which only asks whether two keys are equal. A network "
        "multiplies and adds, so 6 counts for more than 4.",
        "b": "An index is a name, and measures nothing. As a number it claims distances that come "
        "from how often a word occurs.",
        "c": "Scaling helps with real quantities, such as millimetres of rain. Divided by 10,000 "
        "the indices still claim the same order and the same distances.",
        "d": "One line has room for one kind of likeness, and words are alike in many ways. What "
        "is meant here are vectors of many numbers, which lesson 04 learns.",
    },
)

padded_mean = Question.number(
    "What is the mean over the padded row 4 6 0 0?",
    answer=2.5,
    tolerance=0.01,
    slips={
        5: "That is the mean of what is real. The padded row has four entries, two of them 0.",
        10: "That is the sum. Divide it by the number of entries of the row.",
    },
)

real_mean = Question.number(
    "What is the mean over what is real?",
    answer=5,
    tolerance=0.01,
    slips={
        2.5: "The two zeros were counted: padding is not neutral in a mean. Divide by the "
        "number of real entries.",
        10: "That is the sum. Divide it by the number of real entries.",
    },
)

rain_without_mask = Question.letter(
    "Records of rain, in millimetres per day, are padded with 0, and the mask is lost. What "
    "happens with mask = padded != 0?",
    options={
        "a": "All is well: padding is 0, so this finds it.",
        "b": "The mask is too long, because rain is rarely exactly 0.",
        "c": "Dry days count as padding, and the mean comes out too high.",
        "d": "Dry days count as padding, which is harmless: zeros add nothing to a mean.",
    },
    right="c",
    explanations={
        "a": "It would be if no day were dry. Indices of texts, where 0 is <PAD> and nothing else, "
        "would survive it; numbers that are measured do not.",
        "b": "Four of the seven days of this week are exactly 0. Of temperatures with two decimals "
        "it would nearly be true.",
        "c": "The week has 16 mm on 7 days, about 2.3 a day; over the 3 wet days alone it is 5.3. "
        "Keep the lengths, or the mask.",
        "d": "They add nothing to a sum, but a mean divides by how many there are. For a total of "
        "the year it would be harmless.",
    },
)

kinds_of_tasks = Question.order(
    "Put the kinds into the order of the tasks: (1) Is this review friendly? (2) Which words are "
    "names? (3) Write a melody in style number 7. (4) Translate a sentence. (5) Is there a "
    "lighthouse in this photograph?",
    items={
        "a": "one-to-one",
        "b": "one-to-many",
        "c": "many-to-one",
        "d": "many-to-many, aligned",
        "e": "many-to-many, unaligned",
    },
    right="cdbea",
    explanations={
        "cebda": "Names and translations are mixed up. A name tag stands at each word, so it is "
        "aligned; a translation may be longer or shorter than its source.",
        "adbec": "The review and the photograph are mixed up. A review is a sequence of words with "
        "one answer; the photograph is one thing with one answer.",
        "bdcea": "Many-to-one and one-to-many are mixed up. What stands first is the input: a "
        "review is many words, a style is one number.",
    },
)

next_word_kind = Question.letter(
    "A network reads a text and predicts, after each word, the next one. Which kind is that, and "
    "where do the targets come from?",
    options={
        "a": "Aligned: the targets are the same text, one step later.",
        "b": "Unaligned: the output is another text than the input, and may be of another length.",
        "c": "One-to-many: the first word is the input, and all the others are outputs.",
        "d": "Many-to-one: only the word after the last one is predicted.",
    },
    right="a",
    explanations={
        "a": "One answer at each position, and the text itself is the teacher. Exercise 6 cuts "
        "such pairs.",
        "b": "This is translation. Here each position has exactly one target: the token that "
        "follows.",
        "c": "This is how a trained network writes by itself, as in lesson 04. While it learns it "
        "is shown the real word at each step.",
        "d": "That would be right for a model that answers only at the end of its window. Here "
        "there is an answer after each word, and each of them can be learned from.",
    },
)

windows_by_three = Question.number(
    "How many windows of length 4 fit into 10 tokens, with their targets, each 3 later?",
    answer=2,
    tolerance=0,
    slips={
        3: "The third one would begin at 6 and end at 9, and its last target would be token "
        "10, which the text does not have.",
        1: "The starts are 0 and 3: the second window ends at 6, and its last target is 7.",
        4: "These are the starts 0, 3, 6, 9. Two of them have no room for a window and its "
        "targets.",
    },
)

windows_by_one = Question.number(
    "And how many, if each begins 1 later?",
    answer=6,
    tolerance=0,
    slips={
        7: "The seventh would begin at 6, and its last target would be token 10. Seven windows "
        "fit without targets.",
        10: "Not every token can begin a window: it needs 4 tokens and one more target.",
        5: "The starts are 0 to 5: the last one reads tokens 5 to 8, and its last target is 9.",
    },
)
faulty_line = Question.number(
    "Targets at the end are shorter than their inputs. Which line, from 1, has to change?",
    answer=4,
    tolerance=0,
    slips={
        6: "The targets are cut rightly. The trouble is that the loop comes here for a start at "
        "which the text has no token left for the last target.",
        5: "The inputs are cut rightly. Ask for which starts the loop should run.",
        7: "The starts are a stride apart, as they should be. Ask which start is the last.",
        3: "The first window begins at 0, as it should. Ask which start is the last.",
        8: "Arrays would be better than lists, but lists are not too short. Ask which start is the "
        "last.",
        2: "Empty lists are a good beginning. Ask which start is the last.",
        1: "The names of the arguments are right. Ask which start is the last.",
    },
)

why_the_order = Question.words(
    "The same 400 merges in reverse order give 50 pieces instead of 31. Why does their order "
    "matter?",
    model="A later merge joins pieces that earlier merges have made. Before these exist it finds "
    "nothing, and once they exist its turn is over: applied from the last to the first, only "
    "merges of single letters still find their pair.",
    look_for=(
        "later merges are made of the results of earlier ones",
        "a merge that comes too early finds nothing",
        "each merge has its turn only once",
    ),
)

which_model_is_better = Question.letter(
    "One model pays 5.0 per word, another 3.2 per piece, and a word has 2 pieces on average. Which "
    "is better at this text?",
    options={
        "a": "The second: it pays less per token.",
        "b": "The second: it has no unknown words, so its loss is the honest one.",
        "c": "The first: for a word it pays 5.0, where the second pays about 6.4.",
        "d": "They are equally good, since both read the same text.",
    },
    right="c",
    explanations={
        "a": "Its tokens are smaller, so there are more of them to pay for. Per token one can "
        "compare models that share a vocabulary.",
        "b": "A model can indeed save by calling hard words <UNK>, which lesson 08 counts. "
        "But 5.0 and 3.2 are prices for different things, and must be made alike first.",
        "c": "Compare the price of the same text: 2 times 3.2 is 6.4. Who says that it is better "
        "says per what.",
        "d": "The same text is what makes a comparison possible, and it does not make the result "
        "equal.",
    },
)

sentence_pieces, unknown_percent = guesses.sentence_pieces, guesses.unknown_percent
padding_percent, seams_percent = guesses.padding_percent, guesses.seams_percent
reversed_pieces, strange_percent = guesses.reversed_pieces, guesses.strange_percent

paper_size, paper_wind, paper_rain = paper.paper_size, paper.paper_wind, paper.paper_rain
paper_fog, paper_largest = paper.paper_fog, paper.paper_largest

bpe_first, bpe_second, bpe_merges = paper.bpe_first, paper.bpe_second, paper.bpe_merges
webb_pieces, webb_first = paper.webb_pieces, paper.webb_first
