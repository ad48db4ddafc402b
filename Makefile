# Everything lives in .venv; nothing outside of this folder is changed.
PYTHON ?= python3
BIN := .venv/bin
OLDEST_KERAS := tensorflow==2.19.0 keras==3.5.0 'numpy>=2.1,<2.2'

.PHONY: setup lab demo test quick bench pictures lock packages wheels release oldest-keras

setup: .venv/.ready  ## make the environment from requirements.lock

.venv/.ready: requirements.lock pyproject.toml tests/installed/newest.lock tests/installed/oldest.lock
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if (3, 11) <= v <= (3, 13) else f"Python {v[0]}.{v[1]} found, 3.11 to 3.13 expected. Name another one: make PYTHON=python3.12 $(MAKECMDGOALS)")'
	@echo "Making the environment in .venv (TensorFlow is large: a few minutes the first time)"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python tests/bare_pythons.py .venv/wheels
	@touch $@

lab: LESSON ?= 01_sequences
lab: setup  ## open JupyterLab on your copy of a lesson
	@test -e work/$(LESSON)/$(LESSON).ipynb || $(BIN)/graders start $(LESSON)
	$(BIN)/jupyter lab --ServerApp.root_dir=. work/$(LESSON)/$(LESSON).ipynb

demo: LESSON ?= 02_vanilla_rnn
demo: setup  ## grade a synthetic class of 14 submissions
	$(BIN)/graders build $(LESSON)
	$(BIN)/graders demo $(LESSON) --course demo

quick: setup  ## what is not slow, without the lessons of which nothing has changed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder -m "not slow and not browser" --near

packages:  ## the system packages that the tests need: as root they are installed, else named
	@PYTHON=$(PYTHON) bash .ci/packages

test: packages  ## everything; exit status 3 where system packages were missing, with what did not run
	@$(MAKE) --no-print-directory setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

wheels: setup  ## build the wheel of learners and the one with the answers into dist/
	$(BIN)/python -m graders.authoring.wheel dist

release: setup  ## the same, but only where graders/publication.py says where it is published
	$(BIN)/python -m graders.authoring.wheel dist --release

oldest-keras:  ## try the lesson with Keras on the oldest versions that are allowed: a large download, Python 3.11 or 3.12
	$(PYTHON) -m venv .venv/oldest-keras
	.venv/oldest-keras/bin/python -m pip install --quiet --disable-pip-version-check $(OLDEST_KERAS)
	TF_CPP_MIN_LOG_LEVEL=3 .venv/oldest-keras/bin/python tests/oldest_keras.py

bench: setup  ## measure, and print ratios
	$(BIN)/python -m benchmarks

pictures: setup  ## make the pictures of the README again (needs Chromium)
	$(BIN)/python -m graders.authoring.pictures docs/images

lock:  ## for maintainers: resolve requirements.lock anew (needs uv)
	uv pip compile pyproject.toml --all-extras --universal --generate-hashes --python-version 3.11 --no-header --no-strip-extras --output-file requirements.lock
	uv pip compile pyproject.toml --constraint requirements.lock --generate-hashes --python-version 3.11 --no-header --no-annotate --output-file tests/installed/newest.lock
	uv pip compile pyproject.toml --resolution lowest-direct --generate-hashes --python-version 3.11 --no-header --no-annotate --output-file tests/installed/oldest.lock
