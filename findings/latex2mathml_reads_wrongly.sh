#!/usr/bin/env bash
# latex2mathml 3.81.1 draws two things that every course on networks writes as something else, without
# an error:
#
# - \operatorname*{arg\,max}: the star becomes the operator's name, and the letters of "argmax" are
#   six variables in italics; without the star, too, a thin space inside the braces has that effect.
# - \arg (of \arg\max): unknown, shown as a variable whose name begins with a backslash, and so is every
#   other unknown command.
#
# Our pages write these as the library knows them, and leave a formula as TeX where a command is left.
#
# Output seen:
#   <mo>&#x0002A;</mo> <mi>a</mi><mi>r</mi><mi>g</mi> ... <mi>m</mi><mi>a</mi><mi>x</mi>
#   \arg is shown: True
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check latex2mathml==3.81.1
cat > "$folder/show.py" <<'PYTHON'
from latex2mathml.converter import convert

starred = convert(r"\operatorname*{arg\,max}_k p_k")
unknown = convert(r"\arg\max_k p_k")
print(starred)
print(r"\arg is shown:", r"<mi>\arg</mi>" in unknown)
assert "<mo>&#x0002A;</mo>" in starred
assert "<mi>a</mi><mi>r</mi><mi>g</mi>" in starred
assert r"<mi>\arg</mi>" in unknown
PYTHON
"$folder/venv/bin/python" "$folder/show.py"
