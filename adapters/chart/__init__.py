"""Pictures: the progress of goals as lines, the weeks of a programme and the answers to a form as bars."""

from adapters.chart.answers import answers_chart
from adapters.chart.lines import Line, progress_chart
from adapters.chart.weeks import Series, weeks_chart

__all__ = ["Line", "Series", "answers_chart", "progress_chart", "weeks_chart"]
