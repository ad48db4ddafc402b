"""What submissions display, in a form that does nothing in a reader's browser.

Pure functions over texts and cells. What a submission displays is shown by whoever opens its
autograded notebook: formgrader, JupyterLab, a page of feedback. So it is made inert once, when the
notebook is written, and no reader has to be careful.
"""

from graders.grading.inert.macros import without_macros
from graders.grading.inert.markdown import rendered
from graders.grading.inert.markup import inert_html
from graders.grading.inert.notebook import make_inert

__all__ = ["inert_html", "make_inert", "rendered", "without_macros"]
