"""Pages for people: feedback for each student, and a report on the class for the instructor.

Each page is one file that needs nothing else: no network, no picture beside it, and no script but
that of the pages of answers. The front door is `write_pages`, which takes what `records_in` yields.
"""

from autograder.reports.pages.records import BadRecords, records_in
from autograder.reports.pages.writing import FeedbackPages, write_pages

__all__ = ["BadRecords", "FeedbackPages", "records_in", "write_pages"]
