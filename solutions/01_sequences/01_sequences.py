# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # From text and signals to arrays
#
# A reader has learned its words from one book, the log of a lighthouse: 415 different words and marks.
# Now it meets a new sentence.
#
# > *Keepers Ida Marlowe and Jonas Thornwick relighted the lamphouse overnight.*
#
# Word by word, the reader sees `keepers ? ? and ? ? ? the ? ? .`, and seven of eleven are unknown to it.
# Letter by letter nothing is unknown, but with a mark before each word the sentence is 76 steps long.
# Can one have both, nothing unknown and far fewer steps?
#
# At the end of this lesson your own code learns 400 **pieces of words** from the same log and cuts this
# sentence with them. Run the two cells below, then **guess**: how many pieces will there be, between 11
# and 76? A guess costs nothing, is kept, and comes back beside the outcome.

# %%
import re

import numpy as np

# %% active="ipynb"
# from graders import case, check, guess, hint, progress
# from graders.data import text
# from graders.notebook import plots
# from graders.notebook import scenes_sequences as scenes

# %% active="ipynb" tags=["question"]
# guess(sentence_pieces=40)

# %% [markdown]
# ## Three questions from memory
#
# Python, NumPy and matrices, one of each; all three come back below. Answer before you try them out: put
# your letter in place of each question mark.
#
# **1.** `counts = {"lamp": 2, "oil": 5, "sea": 2}`. What is `sorted(counts, key=counts.get, reverse=True)`?
#
# - **a** `["oil", "lamp", "sea"]`
# - **b** `["oil", "sea", "lamp"]`
# - **c** `[5, 2, 2]`
#
# **2.** `at` is an integer array of shape (3, 2). What is the shape of `np.arange(10)[at]`?
#
# - **a** (6,)
# - **b** (10,)
# - **c** (3, 2)
#
# **3.** $W$ has the shape (4, 6), and $v$ is a column of zeros with a single 1 at position 2. What is $W\,v$?
#
# - **a** row 2 of $W$
# - **b** the sum of all columns of $W$
# - **c** the number in row 2 and column 2 of $W$
# - **d** column 2 of $W$

# %% active="ipynb" tags=["question"]
# check(memory_ties="a", memory_fancy="c", memory_column="d")

# %% [markdown]
# ## The whole lesson in one picture
#
# Networks read numbers. Part 1 gives each **token**, a word or a mark, an **index**. Part 2 turns indices
# into arrays. Part 3 cuts a long text into what is read and what comes next. Part 4 replaces words by
# pieces and answers the puzzle. You write nine functions in about four and a half hours; each part ends
# in something that works, and later lessons feed their networks with it. The picture shows five tokens, of
# which the last is unknown.

# %% active="ipynb"
# scenes.journey(["the", "bell", "and", "the", "goat"], [2, 6, 3, 2, 1], depth=7)

# %% [markdown]
# # Part 1. Words become numbers (60 minutes)
#
# ## On paper, whole
#
# Where did those indices come from? From this text: `the lamp and the sea and the bell`. Count: *the* 3,
# *and* 2, *lamp* 1, *sea* 1, *bell* 1. Two places are reserved: 0 is `<PAD>`, which fills up short
# sequences, and 1 is `<UNK>`, for every unknown token. Then come the most frequent first, and ties in the
# order in which they first appeared:
#
# ```
# <PAD> <UNK>  the  and lamp  sea bell
#     0     1    2    3    4    5    6
# ```
#
# So `the bell and the goat` is encoded as 2 6 3 2 1. Decoded it is `the bell and the <UNK>`, and nobody
# can tell any more that it was a goat. A vocabulary of at most 5 would keep indices 0 to 4; *sea* and
# *bell* would then be unknown, too.

# %% [markdown]
# ## On paper, with blanks
#
# Now you. The text is `no wind no waves no wind but rain`, and the rules are the same. Put numbers in
# place of the dots: how many entries has the vocabulary? Which index has *wind*, and which *rain*? As what
# is *fog* encoded? If the vocabulary may hold at most 5 entries, what is its largest index?

# %% active="ipynb" tags=["question"]
# check(paper_size=7, paper_wind=3, paper_rain=6, paper_fog=1, paper_largest=4)

# %% [markdown]
# ## Exercise 1: the vocabulary
#
# The same as code. Three decisions are yours: how to count, how to sort so that ties keep their order, and
# where to cut. One trap: a text may itself contain `<UNK>` or `<PAD>`, because somebody encoded and decoded
# it before. Both have their index already: they are not counted, and take up no further place.

# %% [markdown]
# Write `build_vocabulary`.


# %%
def build_vocabulary(tokens, max_size=10_000):
    """Give each token an index, the most frequent ones first.

    Args:
        tokens: list of strings, the tokens of a text in their order.
        max_size: how many entries the vocabulary may have, the two reserved ones
            included; at least 2.

    Returns:
        A dict from token to index: "<PAD>" is 0 and "<UNK>" is 1; from 2 on follow the
        other tokens, the most frequent first, ties in the order of first appearance. What
        does not fit into max_size is left out. Tokens that look like the reserved ones are
        not counted.
    """
    ### BEGIN SOLUTION
    reserved = ["<PAD>", "<UNK>"]
    counts = {}
    for token in tokens:
        if token not in reserved:
            counts[token] = counts.get(token, 0) + 1
    ranked = sorted(counts, key=counts.get, reverse=True)  # stable: ties stay in order
    kept = reserved + ranked[: max_size - 2]
    return {token: index for index, token in enumerate(kept)}
    ### END SOLUTION


# %% active="ipynb"
# check(build_vocabulary)

# %% [markdown]
# **How the checks help.** A card says what you returned, what was expected, and, for more
# than a hundred known mistakes, which one it is. `hint(build_vocabulary)` shows the next of three hints, and
# `inputs, expected = case(build_vocabulary)` hands you the numbers of the failed case to look at.
# When your notebook is graded, your functions also meet hidden cases of other sizes. No function may change
# what it is given.

# %% [markdown]
# ## Exercise 2: encode
#
# We write $x^{\langle t\rangle}$ for the token at position $t$, counted from 1, and $T_x$ for how many
# there are. In an array the same token stands at position $t-1$. Encoding makes an array of the shape
# $(T_x,)$ from a list of $T_x$ tokens; whatever the vocabulary does not hold becomes the index of `<UNK>`.

# %% [markdown]
# Write `encode`. The type matters: an index is a whole number, and libraries want to see one. NumPy makes
# integers of a list of integers, but floats of an empty list, unless you say `dtype`.


# %%
def encode(tokens, vocabulary):
    """Replace each token by its index.

    Args:
        tokens: list of T strings.
        vocabulary: dict from token to index, with "<UNK>" among its tokens, at any index.

    Returns:
        The indices, an int64 array of shape (T,); other integer types pass, too. A token that
        the vocabulary does not hold, as it is written, gets the index of "<UNK>".
    """
    ### BEGIN SOLUTION
    unknown = vocabulary["<UNK>"]
    return np.array([vocabulary.get(token, unknown) for token in tokens], dtype=np.int64)
    ### END SOLUTION


# %% active="ipynb"
# check(encode)

# %% [markdown]
# ## Exercise 3: decode
#
# The way back. Indices may come from an array, so each of them may be a NumPy integer. What a network says
# later reaches people through this function.

# %% [markdown]
# Write `decode`.


# %%
def decode(indices, vocabulary):
    """Replace each index by its token.

    Args:
        indices: integer array of shape (T,), each an index of the vocabulary.
        vocabulary: dict from token to index; no index stands in it twice.

    Returns:
        A list of T strings.
    """
    ### BEGIN SOLUTION
    tokens = {index: token for token, index in vocabulary.items()}
    return [tokens[int(index)] for index in indices]
    ### END SOLUTION


# %% active="ipynb"
# check(decode)

# %% [markdown]
# **Does it agree with the paper?** The sheet says 2 6 3 2 1, and that the goat is lost.

# %% active="ipynb" tags=["experiment"]
# paper_vocabulary = build_vocabulary("the lamp and the sea and the bell".split())
# paper_indices = encode("the bell and the goat".split(), paper_vocabulary)
# print(paper_vocabulary)
# print(paper_indices, decode(paper_indices, paper_vocabulary))

# %% [markdown]
# ## Question: what does an index say?
#
# In the vocabulary above *lamp* is 4, *sea* is 5 and *bell* is 6. Somebody feeds a network the index
# itself, as one number. What is wrong with that?
#
# - **a** Nothing: every token has a number of its own, so the network can tell them apart.
# - **b** The network is told that *sea* lies halfway between *lamp* and *bell*.
# - **c** Numbers above 1 are too large for a network; they should be divided by the size of the vocabulary.
# - **d** The order is wrong: words that mean similar things should get neighbouring numbers.

# %% active="ipynb" tags=["question"]
# check(what_an_index_says="b")

# %% [markdown]
# ## Experiment: a new year
#
# Now real text. The given function below splits it into tokens: lower case, words and marks by themselves.
# (Lower case hides names and sentence starts; a search for names, as in lesson 09, would rather
# keep them.) The vocabulary
# comes from the log of one year. Then the same keeper writes on, about the same lamp and the same
# goat. **Guess:** how many percent of the tokens of the new year are unknown?

# %% active="ipynb" tags=["question"]
# guess(unknown_percent=5)


# %%
def split_words(text):
    """Return the words and marks of a text, in lower case."""
    return re.findall(r"\w+|[^\w\s]", text.lower())


# %% [markdown]
# The line that matters is yours, in place of the one that raises `NotImplementedError`: return the share of
# tokens in `unread` that `entries` does not know, between 0 and 1.

# %% active="ipynb" tags=["experiment"]
# log_words = split_words(text("grayling", "log"))
# later_words = split_words(text("grayling", "later"))
# garden_words = split_words(text("grayling", "garden"))
#
#
# def unknown_share(unread, entries):
#     ### BEGIN YOURS
#     return np.mean(encode(unread, entries) == entries["<UNK>"])
#     ### END YOURS
#
#
# sizes = [10, 25, 50, 100, 200, 417]
# by_size = [build_vocabulary(log_words, size) for size in sizes]
# plots.lines(
#     {"the log itself": [unknown_share(log_words, v) for v in by_size],
#      "the next year": [unknown_share(later_words, v) for v in by_size],
#      "a text on gardens": [unknown_share(garden_words, v) for v in by_size]},
#     x=sizes, xlabel="entries of the vocabulary", ylabel="share of unknown tokens")
# guess("unknown_percent", outcome=round(100 * unknown_share(later_words, by_size[-1]), 1))

# %% [markdown]
# With every word of the log known, 16 % of the new year is unknown, and 43 % of a text about
# gardens. A lower guess is natural, since it is the same keeper on the same rock. But 213 of the 415 words
# and marks occur only once in the log, and each year brings new ones of that sort. George Zipf (1949)
# described it: few words are frequent, and very many are rare.
#
# Andrew Ng's lectures use a vocabulary of 10,000 words, hence our default. Rare names are not in it, either.

# %% [markdown]
# **You can stop here**: text goes in, numbers come out, and back.
#
# # Part 2. Arrays (50 minutes)
#
# ## Exercise 4: one-hot
#
# How does one hand over an index without claiming an order? It becomes a column of $V$ numbers, one for each
# entry of the vocabulary, all zero but a single 1:
#
# $$\underset{(V,\,T_x)}{O}\qquad O_{k,t}=1\text{ if }x^{\langle t\rangle}=k\text{, else }0$$
#
# Any two different columns are equally far apart, so nothing lies halfway. Question 3 from memory comes
# back: in a product, each column **picks** a column.
#
# $$\underset{(n,\,V)}{W}\;\underset{(V,\,T_x)}{O}=\underset{(n,\,T_x)}{\big[\,W_{:,x^{\langle 1\rangle}}\;\cdots\;
# W_{:,x^{\langle T_x\rangle}}\,\big]}$$
#
# In lesson 04 such a $W$ is learned: an embedding.

# %% [markdown]
# Write `one_hot`. For an index outside of 0 to depth - 1 raise `ValueError`. NumPy alone would let some of
# them through: which?


# %%
def one_hot(indices, depth):
    """Turn each index into a column with a single 1.

    Args:
        indices: integer array of shape (T,).
        depth: how many entries a column has.

    Returns:
        A float array of shape (depth, T): 1.0 in row indices[t] of column t, 0.0 elsewhere;
        any width of float passes, and so do integers.

    Raises:
        ValueError: an index is not in 0, ..., depth - 1.
    """
    ### BEGIN SOLUTION
    indices = np.asarray(indices)
    if np.any(indices < 0) or np.any(indices >= depth):
        raise ValueError(f"Every index should lie in 0 to {depth - 1}.")
    columns = np.zeros((depth, len(indices)))  # (depth, T)
    columns[indices, np.arange(len(indices))] = 1.0
    return columns
    ### END SOLUTION


# %% active="ipynb"
# check(one_hot)

# %% [markdown]
# ## Question: what padding does to a mean
#
# Texts have different lengths, and an array has only one. Short rows are therefore filled up at the end,
# mostly with 0: 4 6 becomes 4 6 0 0 beside a row of four. **Predict:** what is the mean over that padded
# row, and what is the mean over what is real?

# %% active="ipynb" tags=["question"]
# check(padded_mean=2.5, real_mean=5)

# %% [markdown]
# ## Exercise 5: pad
#
# A batch of $m$ sequences becomes an array of shape $(m, T_\max)$, where $T_\max$ is the length of the
# longest, and a **mask** of the same shape remembers what is real: `True` for data, `False` for padding.

# %% [markdown]
# Write `pad`. Think of a sequence that really contains the value with which you fill up.


# %%
def pad(sequences, value=0):
    """Put sequences of different lengths into one array, filled up at the end.

    Args:
        sequences: list of m lists of integers, of any lengths from 1 on.
        value: the integer that fills up.

    Returns:
        padded: integer array of shape (m, T_max), where T_max is the length of the longest
            sequence.
        mask: boolean array of shape (m, T_max), True where padded holds a sequence's own
            entry.
    """
    ### BEGIN SOLUTION
    lengths = [len(sequence) for sequence in sequences]
    padded = np.full((len(sequences), max(lengths)), value)  # (m, T_max)
    for row, sequence in zip(padded, sequences, strict=True):
        row[: len(sequence)] = sequence
    mask = np.arange(max(lengths)) < np.array(lengths)[:, None]  # (m, T_max)
    return padded, mask
    ### END SOLUTION


# %% active="ipynb"
# check(pad)

# %% [markdown]
# ## Question: rain
#
# Signals need no vocabulary, since they are numbers already. A rain gauge gives millimetres per day; one
# week is `0 3 0 12 0 0 1`, and the records of 50 stations, of different lengths, are padded with 0. A
# colleague has lost the mask and proposes `mask = padded != 0`. What happens?
#
# - **a** All is well: padding is 0, so this finds it.
# - **b** The mask is too long, because rain is rarely exactly 0.
# - **c** Dry days count as padding, and the mean rain per day comes out too high.
# - **d** Dry days count as padding, which is harmless: zeros add nothing to a mean.

# %% active="ipynb" tags=["question"]
# check(rain_without_mask="c")

# %% [markdown]
# ## Experiment: how much of a batch is padding?
#
# The new year again, one sentence in each row. **Guess:** how many percent of the array are padding? The line
# that matters is yours.

# %% active="ipynb" tags=["question"]
# guess(padding_percent=30)

# %% active="ipynb" tags=["experiment"]
# def padding_share(mask):
#     """Return which share of a batch is padding, between 0 and 1."""
#     ### BEGIN YOURS
#     return 1 - mask.mean()
#     ### END YOURS
#
#
# later_sentences = [split_words(part) for part in text("grayling", "later").split(".") if part.strip()]
# later_entries = build_vocabulary(later_words)
# later_rows = [encode(one, later_entries).tolist() for one in later_sentences]
# later_padded, later_mask = pad(later_rows)
# padding_percent = 100 * padding_share(later_mask)
# print(f"{len(later_rows)} sentences, array {later_padded.shape}, {padding_percent:.0f} % padding")
# guess("padding_percent", outcome=round(padding_percent, 1))

# %% [markdown]
# One long sentence makes all rows long. A network would spend 44 % of its work on nothing,
# and whatever it averages would be wrong without the mask. Lesson 10 sorts sequences by length before it
# makes batches.

# %% [markdown]
# ## Five kinds of tasks
#
# With $T_x$ steps of input and $T_y$ of output, tasks fall into five kinds, which Andrej Karpathy drew in a
# famous picture in 2015. Here it is in our colours: inputs $x$ below, a state $a$ that is handed on, outputs
# $\hat{y}$ above.

# %% active="ipynb"
# scenes.tasks()

# %% [markdown]
# Finding names is **many-to-many, aligned**: one answer for each token, so $T_y=T_x$. For our sentence:
#
# ```
#   keepers  ida  marlowe        and  jonas thornwick
#         0    1        1          0      1         1
# relighted  the  lamphouse overnight     .
#         0    0          0         0     0
# ```
#
# **Which kind is which?** Put these tasks' kinds into the order of the tasks, as one string of letters: (1)
# Is this review friendly? (2) Which words are names? (3) Write a melody in style number 7. (4)
# Translate a sentence. (5) Is there a lighthouse in this photograph?
#
# The kinds: **a** one-to-one, **b** one-to-many, **c** many-to-one, **d** many-to-many aligned,
# **e** many-to-many unaligned.

# %% active="ipynb" tags=["question"]
# check(kinds_of_tasks="cdbea")

# %% [markdown]
# ## Question: the next word
#
# A network reads a text and predicts, after each word, the next one. Which kind is that, and where do the
# targets come from?
#
# - **a** Aligned: the targets are the same text, one step later.
# - **b** Unaligned: the output is another text than the input, and may be of another length.
# - **c** One-to-many: the first word is the input, and all the others are outputs.
# - **d** Many-to-one: only the word after the last one is predicted.

# %% active="ipynb" tags=["question"]
# check(next_word_kind="a")

# %% [markdown]
# **You can stop here**: a batch of texts is an array with a mask.
#
# # Part 3. One long text becomes training pairs (60 minutes)
#
# ## Question: how many windows?
#
# A text has 10 tokens. We cut windows of length 4 and let each begin 3 later than the one before. For each
# window the target is the same window one step later, and every target must exist. **On paper:** how many
# windows fit? And how many, if each begins 1 later?

# %% active="ipynb" tags=["question"]
# check(windows_by_three=2, windows_by_one=6)

# %% [markdown]
# ## Exercise 6: windows
#
# Nobody has to label such data: the text is its own teacher, and so is a signal. Of a year of rain each day
# is the target of the day before it, which lesson 12 uses to forecast. Question 2 from memory helps here:
# an integer array of shape $(n, L)$ that holds positions gives $n$ windows of length $L$ at once. A loop is
# just as right.

# %% [markdown]
# Write `next_token_windows`. Where no window fits, the shape is (0, length), not an empty list.


# %%
def next_token_windows(indices, length, stride):
    """Cut a text into windows, each with the same window one step later as its target.

    Args:
        indices: integer array of shape (T,).
        length: the length of a window.
        stride: how much later each window begins than the one before.

    Returns:
        inputs: integer array of shape (n, length). The first window begins at 0; there is
            one for every start at which input and target both fit whole.
        targets: integer array of shape (n, length), the token after each token of inputs.
            Both have the shape (0, length) where no window fits, and integers as their type.
    """
    ### BEGIN SOLUTION
    indices = np.asarray(indices)
    starts = np.arange(0, len(indices) - length, stride)  # (n,)
    at = starts[:, None] + np.arange(length)  # (n, length)
    return indices[at], indices[at + 1]
    ### END SOLUTION


# %% active="ipynb"
# check(next_token_windows)

# %% [markdown]
# ## Question: find the fault
#
# A learner wrote this. It runs, but with 10 tokens, length 4 and stride 3 the last targets are shorter than
# their inputs. Which line, counted from 1, has to change?
#
# ```
# 1  def windows(indices, length, stride):
# 2      inputs, targets = [], []
# 3      start = 0
# 4      while start + length <= len(indices):
# 5          inputs.append(indices[start : start + length])
# 6          targets.append(indices[start + 1 : start + length + 1])
# 7          start += stride
# 8      return inputs, targets
# ```

# %% active="ipynb" tags=["question"]
# check(faulty_line=4)

# %% [markdown]
# ## Exercise 7: batches that continue
#
# A recurrent network carries a state from token to token. If its next batch continues where the last one
# stopped, the state can be carried over, and the network remembers further than one window. So each row
# becomes a **lane**: row $r$ of one batch continues row $r$ of the batch before.
#
# Cut the text into as many equal pieces as there are rows, give each row one of them, and then go through all
# rows in steps of `length`. Of a text of 26 tokens, 0 to 25,
# 3 rows and length 4 use these as inputs; 24 is the last target, and 25 is lost.

# %% active="ipynb"
# lane_inputs = np.arange(24).reshape(3, 8)  # (rows, tokens of a lane)
# scenes.lanes([(lane_inputs[:, :4],), (lane_inputs[:, 4:],)])

# %% [markdown]
# Write `stateful_batches`. Decide how long a lane can be: a multiple of `length`, as long as possible, with a
# target for its very last token, too. That target may be the first token of the next lane.


# %%
def stateful_batches(indices, batch, length):
    """Cut a text into batches whose rows continue each other.

    Args:
        indices: integer array of shape (T,).
        batch: how many rows a batch has.
        length: how many tokens a row of one batch has.

    Returns:
        A list of pairs (inputs, targets), each an integer array of shape (batch, length).
        Row r of one batch continues row r of the batch before. The text is cut into `batch`
        lanes of equal length, a multiple of `length` and as long as possible, one after the
        other; only what is left at the text's end is lost. targets hold the token after
        each token of inputs in the text, for a lane's last token, too.
    """
    ### BEGIN SOLUTION
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // (batch * length) * length
    inputs = indices[: batch * lane].reshape(batch, lane)
    targets = indices[1 : batch * lane + 1].reshape(batch, lane)
    starts = range(0, lane, length)
    return [(inputs[:, s : s + length], targets[:, s : s + length]) for s in starts]
    ### END SOLUTION


# %% active="ipynb"
# check(stateful_batches)

# %% [markdown]
# ## Experiment: seams
#
# At the seam between two batches, the last target of each row should be the first input of the same row in
# the next batch. Beside your lanes we put a control that cannot do it: the same windows, shuffled.
# **Guess:** in how many percent of its seams does the shuffled text seem to continue, just by chance? The
# line that matters is yours.

# %% active="ipynb" tags=["question"]
# guess(seams_percent=1)

# %% active="ipynb" tags=["experiment"]
# log_indices = encode(log_words, build_vocabulary(log_words))
# in_lanes = stateful_batches(log_indices, batch=8, length=10)
# log_windows, log_targets = next_token_windows(log_indices, length=10, stride=10)
#
#
# def continued(before, after):
#     """Return the share of rows of the batch `after` that continue the batch `before`."""
#     ### BEGIN YOURS
#     return np.mean(after[0][:, 0] == before[1][:, -1])
#     ### END YOURS
#
#
# mixed = np.random.default_rng(0).permutation(len(log_windows))[:160].reshape(20, 8)
# shuffled = [(log_windows[rows], log_targets[rows]) for rows in mixed]
# for kind, some in (("in lanes", in_lanes), ("shuffled", shuffled)):
#     seams_percent = 100 * np.mean([continued(*pair) for pair in zip(some, some[1:])])
#     print(f"{kind}: {seams_percent:.1f} % of the seams continue")
# guess("seams_percent", outcome=round(seams_percent, 1))

# %% [markdown]
# In lanes every seam continues. Shuffled, 13 of 152 do (3 to 14 in seven other shuffles),
# because *the* and the full stop make up 21 % of the log. Shuffling suits networks that start each window
# from an empty state, as in lesson 08. A state that is carried on needs lanes.
#
# **You can stop here**: any text is training data.

# %% [markdown]
# # Part 4. Pieces of words (60 minutes)
#
# ## On paper, whole
#
# The words are *tea* (4 times), *sea* (3 times) and *seal* (2 times). At first each letter is a piece:
#
# | merge | pairs and how often they stand there | merged | words afterwards |
# |---|---|---|---|
# | 1 | e a: **9**, s e: 5, t e: 4, a l: 2 | e a | t ea, s ea, s ea l |
# | 2 | s ea: **5**, t ea: 4, ea l: 2 | s ea | t ea, sea, sea l |
# | 3 | t ea: **4**, sea l: 2 | t ea | tea, sea, sea l |
# | 4 | sea l: **2** | sea l | tea, sea, seal |
#
# Each word counts as often as it occurs. To cut a new word, apply the merges **in the order learned**:
# *teal* is t e a l, then t ea l, then tea l. *Seat* becomes sea t. Both are new, and neither is unknown.

# %% [markdown]
# ## On paper, with blanks
#
# Now *ebb* (5 times), *web* (2 times) and *webs* (once). How often does the most frequent pair stand there
# before the first merge, and how often before the second? After how many merges is no pair left? Then cut
# the new word *webb* with all of them: how many pieces are there, and how many letters has the first?

# %% active="ipynb" tags=["question"]
# check(bpe_first=8, bpe_second=5, bpe_merges=4, webb_pieces=2, webb_first=1)

# %% [markdown]
# ## Exercise 8: cut a word
#
# In 1994 Philip Gage compressed files by replacing the most frequent pair of bytes by a new byte, again and
# again. In 2016 Rico Sennrich, Barry Haddow and Alexandra Birch merged letters of words instead, so that a
# system could translate words that it had never seen.
#
# First the easy half: somebody has learned the merges, and you apply them. A word begins as its letters;
# then each merge in its turn joins its pair wherever it stands. This goes from left to right, and no piece
# is used twice: with the pair (a, a), *aaa* becomes *aa a*.

# %% [markdown]
# Write `bpe_encode`. Begin with `list(word)`: then your function takes a list of pieces as well as a
# word, and exercise 9 becomes short.


# %%
def bpe_encode(word, merges):
    """Cut a word into pieces by merges that were learned before.

    Args:
        word: a string of at least one character.
        merges: list of pairs of strings, in the order in which they were learned.

    Returns:
        The list of pieces, strings whose concatenation is the word. At first every
        character is a piece; the merges are applied in their order, each from left to right
        to whole pieces, none of them twice.
    """
    ### BEGIN SOLUTION
    cut = list(word)
    for left, right in merges:
        joined, at = [], 0
        while at < len(cut):
            if cut[at : at + 2] == [left, right]:
                joined.append(left + right)
                at += 2
            else:
                joined.append(cut[at])
                at += 1
        cut = joined
    return cut
    ### END SOLUTION


# %% active="ipynb"
# check(bpe_encode)

# %% [markdown]
# ## Exercise 9: learn the merges
#
# Now the half that learns. In each round count every pair of neighbours in every word, as often as the word
# occurs; take the most frequent pair; merge it in all words; count again. Ties go to the pair that sorts
# first, as Python sorts tuples of strings. For counting, the pair (a, a) stands in *aaa* twice, although only
# one of them can be merged. Words never merge with each other.

# %% [markdown]
# Write `bpe_train`. Which of your functions can already merge one pair in a list of pieces? Keep the pieces
# from round to round: cutting every word anew is right as well, and takes about a minute in the experiments
# instead of a second.


# %%
def bpe_train(words, merges):
    """Learn byte-pair merges from the words of a text.

    Args:
        words: dict from word to how often it occurs, each at least once.
        merges: how many merges to learn, at most.

    Returns:
        A list of pairs of strings, tuples, in the order learned. At first every character is
        a piece. Each round merges the pair of neighbours that is most frequent in all words
        together (a, a stands in aaa twice), ties to the pair that sorts first. The list is shorter than `merges` where
        no pair is left.
    """
    ### BEGIN SOLUTION
    learned = []
    pieces = {word: list(word) for word in words}
    for _ in range(merges):
        counts = {}
        for word, parts in pieces.items():
            for at in range(len(parts) - 1):
                pair = (parts[at], parts[at + 1])
                counts[pair] = counts.get(pair, 0) + words[word]
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        pieces = {word: bpe_encode(parts, [best]) for word, parts in pieces.items()}
    return learned
    ### END SOLUTION


# %% active="ipynb"
# check(bpe_train)

# %% [markdown]
# **Does it agree with the paper?** The merges should be e a, s ea, t ea, sea l, and *webb*
# should fall into two pieces.

# %% active="ipynb" tags=["experiment"]
# tea_merges = bpe_train({"tea": 4, "sea": 3, "seal": 2}, 10)
# web_merges = bpe_train({"ebb": 5, "web": 2, "webs": 1}, 10)
# print(tea_merges, bpe_encode("teal", tea_merges), bpe_encode("seat", tea_merges))
# print(web_merges, bpe_encode("webb", web_merges))

# %% [markdown]
# **At the edges.** With `max_size=2` everything is unknown. The rest depends on your way, so try it: what do
# your `encode` and `one_hot` give for an empty text, and `bpe_encode` for an empty word? An array solution
# gives empty arrays. A batch without sequences has no longest one, and a stride of 0 gets nowhere: there
# one of Python's own errors comes, and which one depends on your loop.

# %% [markdown]
# ## Experiment: the ribbon
#
# Now the puzzle. Before each word we set the mark `_`, so that pieces know where a word begins, and joining
# them gives the sentence back; SentencePiece (Kudo and Richardson 2018) does likewise. You write both
# functions: one counts the marked words of a text, one cuts each word of a sentence, mark included. The last
# line lays your guess from the first page beside the outcome.

# %% active="ipynb" tags=["experiment"]
# def marked(some_words):
#     """Return a dict from each word, with the mark _ before it, to how often it occurs."""
#     ### BEGIN YOURS
#     counts = {}
#     for word in some_words:
#         counts["_" + word] = counts.get("_" + word, 0) + 1
#     return counts
#     ### END YOURS
#
#
# def cut(sentence, some_merges):
#     """Return a list of pieces for each word of a sentence, with the mark before each word."""
#     ### BEGIN YOURS
#     return [bpe_encode("_" + word, some_merges) for word in sentence]
#     ### END YOURS
#
#
# marked_counts = marked(log_words)
# log_merges = bpe_train(marked_counts, 400)
# new_sentence = split_words(
#     "Keepers Ida Marlowe and Jonas Thornwick relighted the lamphouse overnight.")
# guess("sentence_pieces", outcome=sum(map(len, cut(new_sentence, log_merges))))

# %% [markdown]
# And this is how it came about: words on top, then letters, then letters after more and more
# merges. A question mark is an unknown word, a grey box is a letter by itself, and a raised dot is the
# mark.

# %% active="ipynb" tags=["experiment"]
# ribbons = {"words": [["_" + w] if w in log_words else ["<UNK>"] for w in new_sentence]}
# for count in (0, 20, 50, 100, 200, 400):
#     ribbons[f"{count} merges"] = cut(new_sentence, log_merges[:count])
# scenes.ribbon(ribbons, title="One sentence, cut by what the log teaches")

# %% [markdown]
# From 76 pieces to 31, and nothing is unknown. Look at *lamphouse*: the log never says it,
# but it says *lamp* and *storehouse*. *Relighted* falls into *re*, *light*, *ed*. The names stay in crumbs,
# since nothing in the log resembles them. Words alone cannot do it (7 of 11 unknown), nor can letters alone
# (76 long). Nobody told the program what a word part is: it only counted.

# %% [markdown]
# ## Experiment: what does it owe to what?
#
# A learned thing deserves an ablation and a control. **Ablation:** the same 400 merges, applied in reverse
# order. **Control:** merges learned from the same log with the letters of each word shuffled, so that
# letters are as frequent as before and only their neighbours are lost. **Transfer:** the garden text.
# **Guess** for the ablation: into how many pieces do the reversed merges cut the sentence?

# %% active="ipynb" tags=["question"]
# guess(reversed_pieces=31)

# %% [markdown]
# Your line is the ablation: for each `k` in `steps` take the first `k` merges, turn that list around, and
# measure `per_word(later_words, ...)`.

# %% active="ipynb" tags=["experiment"]
# letters_rng = np.random.default_rng(0)
# shuffled_counts = {"_" + "".join(letters_rng.permutation(list(word[1:]))): count
#                    for word, count in marked_counts.items()}
# from_shuffled = bpe_train(shuffled_counts, 400)
#
#
# def per_word(unread, some_merges):
#     kinds = sorted(set(unread))
#     sizes_of = dict(zip(kinds, map(len, cut(kinds, some_merges))))
#     return np.mean([sizes_of[word] for word in unread])
#
#
# def reversed_rates(steps):
#     """Return the pieces per word of `later_words` for each number of merges, reversed."""
#     ### BEGIN YOURS
#     return [per_word(later_words, log_merges[:k][::-1]) for k in steps]
#     ### END YOURS
#
#
# steps = [0, 20, 50, 100, 200, 400]
# plots.lines(
#     {"next year": [per_word(later_words, log_merges[:k]) for k in steps],
#      "gardens": [per_word(garden_words, log_merges[:k]) for k in steps],
#      "letters shuffled": [per_word(later_words, from_shuffled[:k]) for k in steps],
#      "reversed order": reversed_rates(steps)},
#     x=steps, xlabel="merges", ylabel="pieces per word", levels={"one per word": 1})
# guess("reversed_pieces", outcome=sum(map(len, cut(new_sentence, log_merges[::-1]))))

# %% [markdown]
# In order, 400 merges leave 1.59 pieces of 4.94 in a word of the next year. **Reversed, the
# same merges leave 3.17**, and 50 in our sentence: about half of the gain is gone, although nothing is
# missing from the list. Shuffled letters leave 3.06 (2.71 to 3.12 with six seeds), so the gain is in
# which letters stand side by side. On gardens it is 2.25: a part of what was learned is English, and a part
# is this lighthouse.
#
# **A dial to turn:** with 100 merges the next year has 2.36 pieces per word. With 836, no pair is left:
# each word of the log is one piece, learned by heart, and the next year still has 1.31.

# %% [markdown]
# ## In your own words
#
# The same 400 merges, and yet 50 pieces instead of 31. Why does the order of the merges matter? One or two
# sentences between the quotes; a model answer comes after yours.

# %% active="ipynb" tags=["question"]
# check(why_the_order="A later merge joins pieces that an earlier merge has made, so before the earlier one it finds nothing to join.")

# %% [markdown]
# ## Experiment: letters that were never seen
#
# "Nothing is unknown" was a little too good. Here is a text by a German colleague of the keeper, with ö, ä,
# ü and ß. **Guess:** in how many percent of its tokens is there a letter that the log lacks?

# %% active="ipynb" tags=["question"]
# guess(strange_percent=10)

# %% [markdown]
# The remedy is in the name: byte pairs. A computer stores every text as bytes, of which there
# are only 256. Your line turns a word into a string with one character for each byte of its UTF-8 code:
# `word.encode("utf-8")`, then `.decode("latin-1")`, the methods of strings and not your own functions.

# %% active="ipynb" tags=["experiment"]
# def as_bytes(word):
#     """Return a string with one character, of a code below 256, for each byte of a word."""
#     ### BEGIN YOURS
#     return word.encode("utf-8").decode("latin-1")
#     ### END YOURS
#
#
# german_words = split_words(text("grayling", "hafen"))
# log_letters = set("".join(log_words))
# strange_percent = 100 * np.mean([not log_letters.issuperset(word) for word in german_words])
# print("pieces per word:", round(per_word(german_words, log_merges), 2))
# print("as bytes:       ", round(per_word([as_bytes(word) for word in german_words], log_merges), 2))
# print(as_bytes("möwe"), "->", as_bytes("möwe").encode("latin-1").decode("utf-8"))
# guess("strange_percent", outcome=round(strange_percent, 1))

# %% [markdown]
# 12 % of the tokens hold such a letter. As bytes they are not unknown, and no text of any
# language is, if the vocabulary holds all 256. The price: 3.23 pieces per word instead of 3.11, since each
# ö takes two bytes. Both are about twice the 1.59 of the next year, so merges learned from one language are
# of little help in another. Alec Radford and others (2019) built the pieces of GPT-2 from bytes.

# %% [markdown]
# ## The whole road
#
# From a text to what a network reads, with seven of your functions. You write what the vocabulary is built
# from. **Careful:** the piece *house* was learned, yet in the cut log it never stands by itself, because
# every word with it has grown together. Build from all letters and all learned pieces, and nothing is
# unknown.

# %% active="ipynb" tags=["experiment"]
# def entries_of(letters, some_merges):
#     """Return a vocabulary of all letters and of every piece that the merges can make."""
#     ### BEGIN YOURS
#     made = [left + right for left, right in some_merges]
#     return build_vocabulary(sorted(letters) + made)
#     ### END YOURS
#
#
# log_pieces = [piece for pieces in cut(log_words, log_merges) for piece in pieces]
# piece_entries = entries_of(log_letters | {"_"}, log_merges)
# from_cut_log = build_vocabulary(log_pieces)
# sentence_pieces = [piece for pieces in cut(new_sentence, log_merges) for piece in pieces]
# for kind, entries in (("letters and merges", piece_entries), ("the cut log", from_cut_log)):
#     lost = np.sum(encode(sentence_pieces, entries) == entries["<UNK>"])
#     print(f"vocabulary from {kind}: {len(entries)} entries, {lost} of 31 pieces unknown")
# road = stateful_batches(encode(log_pieces, piece_entries), batch=4, length=16)
# print(len(road), "batches; row 0 begins", decode(road[0][0][0], piece_entries)[:8])
# print("its columns:", one_hot(road[0][0][0], len(piece_entries)).shape)

# %% [markdown]
# ## Question: which model is better?
#
# A model pays a loss for each token, the more the less it held the right one to be likely (lesson 02).
# Two language models read the same text. One predicts words and pays 5.0 per token on average, one predicts
# pieces and pays 3.2 per token. A word has 2 pieces on average. Which is better at this text?
#
# - **a** The second: it pays less per token.
# - **b** The second: it has no unknown words, so its loss is the honest one.
# - **c** The first: for a word it pays 5.0, where the second pays about 6.4.
# - **d** They are equally good, since both read the same text.

# %% active="ipynb" tags=["question"]
# check(which_model_is_better="c")

# %% [markdown]
# ## Summary
#
# Answer each question aloud before you open it.
#
# <details><summary>Why are two indices of a vocabulary reserved?</summary>
# 0 for padding, so that arrays can be filled up; 1 for unknown tokens, so that every text can be
# encoded.</details>
#
# <details><summary>Why one-hot columns, and not the index itself?</summary>
# An index claims an order and distances. Between columns every distance is the same, and a matrix picks one
# of its columns with each.</details>
#
# <details><summary>Why a mask beside a padded array?</summary>
# Because the value that fills up can also be a real one, and a mean over padding is a wrong mean.</details>
#
# <details><summary>What may you do with windows and not with lanes, and the other way round?</summary>
# Windows can be shuffled. Lanes keep their order, so that a state can be carried from one batch to the
# next.</details>
#
# <details><summary>What do byte pairs buy, and what do they cost?</summary>
# No unknown words, for sequences that are longer than one token per word; merges from another language help
# less.</details>
#
# **What comes next.** All arrays are ready, and nothing has read them yet. Lesson `02_vanilla_rnn` writes
# the network that does: step by step, with a state that remembers. Lesson 04 trains it on letters, lesson
# 08 on words with Keras, where your `next_token_windows` and the price of unknown words come back.

# %% [markdown]
# This is your score card.

# %% active="ipynb"
# progress()

# %% [markdown]
# ## Sources
#
# - Zipf, George Kingsley (1949): *Human behavior and the principle of least effort.* Addison-Wesley.
# - Gage, Philip (1994): *A new algorithm for data compression.* The C Users Journal 12. He merged the bytes of
#   any file; words played no part.
# - Karpathy, Andrej (2015): *The unreasonable effectiveness of recurrent neural networks.* A blog, for the
#   picture of the five kinds.
# - Sennrich, Rico, Barry Haddow, Alexandra Birch (2016): *Neural machine translation of rare words with
#   subword units.* ACL. They mark the end of a word; we mark its beginning.
# - Ng, Andrew (2018): *Sequence models.* An online course, for the notation and the vocabulary of 10,000 words.
# - Kudo, Taku, John Richardson (2018): *SentencePiece: a simple and language independent subword tokenizer and
#   detokenizer for neural text processing.* EMNLP, system demonstrations.
# - Radford, Alec, and others (2019): *Language models are unsupervised multitask learners.* OpenAI.

# %% tags=["author"]
# Symbols, each with its one meaning:
#
# - x<t>: the token, or its index, at position t, counted from 1
# - T_x: the number of tokens of a text
# - T_y: the number of outputs
# - T_max: the length of the longest sequence of a batch
# - m: the number of sequences in a batch
# - V: the number of entries of a vocabulary
# - k: an index of the vocabulary
# - O: the one-hot columns of a text
# - W: any matrix that a one-hot column is multiplied with
# - v: a column in the third question from memory
# - n: the number of rows of W, and the number of windows
# - L: the length of a window
# - r: a row of a batch
#
# Decisions that the learner takes:
#
# - build_vocabulary: how to count
# - build_vocabulary: how to sort so that ties keep their order
# - build_vocabulary: where to cut, since two places are taken
# - build_vocabulary: what not to count
# - encode: what an unknown token becomes, and how to look it up without an error
# - encode: the type of the result
# - decode: how to turn the dict around
# - one_hot: which axis counts the entries
# - one_hot: which wrong indices NumPy would let through, and how to catch them
# - one_hot: a loop, a comparison, or an index array
# - pad: the length of a row
# - pad: where the mask comes from, if a value can be data and padding
# - next_token_windows: the last start at which a target fits
# - next_token_windows: a loop or an array of positions
# - next_token_windows: the shape where nothing fits
# - stateful_batches: how long a lane can be
# - stateful_batches: where the target of a lane's last token comes from
# - stateful_batches: cut by lanes first, by steps second
# - bpe_encode: how far to move on after a merge
# - bpe_encode: merges outside, places inside
# - bpe_train: what a word's count does
# - bpe_train: how ties are broken
# - bpe_train: where the loop ends early
# - bpe_train: what is counted again after a merge
# - unknown_share: what to compare with what
# - padding_share: which entries of a mask are meant
# - marked: what is counted
# - continued: which column of which batch
# - reversed_rates: which merges are reversed, all or the first so many
# - entries_of: what a vocabulary is built from
