"""nbgrader's configuration: its folders mapped onto this repository, and our grading steps.

Read by every `nbgrader` command that is called in this folder, by formgrader, and by
`graders build` and `graders grade`, so that all of them do the same.
"""

from graders.authoring.release import CODE_STUB, PREPROCESSORS
from graders.grading.programs import find_programs
from graders.logs import log_visibly, print_visibly

find_programs()
log_visibly()  # names of what students handed in are logged, and printed
print_visibly()

c = get_config()  # nbgrader puts it here

# solutions/ is written, assignments/ is made from it. The lesson's source in solutions/ is a
# Python file with every solution in it: it must never be copied to where students look.
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "assignments"
c.CourseDirectory.ignore = [".ipynb_checkpoints", "__pycache__", "feedback", "*.py", "*.pyc"]

# What `graders build` does to a solved notebook, so that both give the same file.
c.GenerateAssignment.preprocessors = PREPROCESSORS
c.ClearSolutions.code_stub = CODE_STUB

# From a submission to its grades. Observe takes the place of nbgrader's Execute.
c.Autograde.exporter_class = "graders.grading.steps.TolerantExporter"
c.Autograde.sanitize_preprocessors = [
    "graders.grading.steps.Sanitise",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.DeduplicateIds",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.Autograde.autograde_preprocessors = [
    "graders.grading.steps.Observe",
    "nbgrader.preprocessors.LimitOutput",
    "graders.grading.gradebook.saving.SaveGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# Nothing is followed out of what students hand in.
c.ExchangeFactory.collect = "graders.grading.collecting.Collect"
c.ExchangeFactory.list = "graders.grading.lists.List"
c.ZipCollectApp.extractor_plugin = "graders.grading.collecting.Extract"

# grades.csv as nbgrader writes it, with cells that no spreadsheet takes for a formula.
c.ExportApp.plugin_class = "graders.reporting.grades.GradesExport"

# What readers see: our page of feedback, and in formgrader notebooks that are made inert once more.
c.GenerateFeedback.exporter_class = "graders.reporting.page.FeedbackExporter"
c.HTMLExporter.preprocessors = ["graders.reporting.page.Inert"]
