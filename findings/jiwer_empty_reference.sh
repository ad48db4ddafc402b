#!/usr/bin/env bash
# jiwer 4.0.0: where nothing was said and something was heard, the "rate" is a count.
#
# - wer("", "a b c") is 3 and cer("", "abc") is 3: numbers of insertions, as integers, no error and no
#   infinity. A single silent clip can so dominate a mean over clips; the rate over a list, errors of
#   all by words of all, is the one to report.
# - Its two rates clean texts differently: wer collapses repeated spaces, cer counts them, so that
#   "a b" heard as "a  b" has a word error rate of 0 and a character error rate of 1/3.
#
# Output seen:
#   empty reference: wer 3 cer 3
#   list of two: 0.75
#   double space: wer 0.0 cer 0.3333333333333333
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check jiwer==4.0.0 rapidfuzz==3.14.6
cat > "$folder/show.py" <<'PYTHON'
import jiwer

empty = jiwer.wer("", "a b c"), jiwer.cer("", "abc")
both = jiwer.wer(["", "a b c d"], ["a b c", "a b c d"])
spaces = jiwer.wer("a b", "a  b"), jiwer.cer("a b", "a  b")
print("empty reference: wer", empty[0], "cer", empty[1])
print("list of two:", both)
print("double space: wer", spaces[0], "cer", spaces[1])
assert empty == (3, 3)
assert both == 0.75
assert spaces == (0.0, 1 / 3)
PYTHON
"$folder/venv/bin/python" "$folder/show.py"
