#!/usr/bin/env bash
# conllu 6.0.0 reads and writes CoNLL-U files, but a file does not come back as it was:
#
# - In MISC (and FEATS) a pair is split at every equals sign and all after the second is lost:
#   `Gloss=a=b` is read as {'Gloss': 'a'} and written as `Gloss=a`. The format splits at the first.
# - Of comments only `key = value` and single words survive. A sentence of free words, which the
#   format allows, and a key without a value are gone; of a key that stands twice the last is kept.
#
# So whoever corrects tags with it and writes the file again loses annotations without a message.
# Glosses of ours hold no equals sign, and a file that matters is compared after a round trip.
#
# Output seen:
#   MISC read: {'Gloss': 'a'}
#   MISC written: Gloss=a
#   comments read: {'sent_id': '2', 'newpar': None}
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check conllu==6.0.0
cat > "$folder/show.py" <<'PYTHON'
import conllu

row = "1\tHaus\tHaus\tNOUN\t_\t_\t0\troot\t_\tGloss=a=b\n\n"
comments = "# sent_id = 1\n# sent_id = 2\n# newpar\n# seen by two annotators\n# note =\n"
sentence = conllu.parse(comments + row)[0]
written = sentence.serialize()
misc = written.split("\t")[-1].strip()
print("MISC read:", sentence[0]["misc"])
print("MISC written:", misc)
print("comments read:", dict(sentence.metadata))
assert sentence[0]["misc"] == {"Gloss": "a"}
assert misc == "Gloss=a"
assert dict(sentence.metadata) == {"sent_id": "2", "newpar": None}
assert "annotators" not in written and "note" not in written
PYTHON
"$folder/venv/bin/python" "$folder/show.py"
