"""How a workbook of the office looks: fonts every Windows has, thin lines, quiet fills."""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from domain.rules import Light

TITLE = Font(name="黑体", size=16)
HEAD = Font(name="黑体", size=10)
BODY = Font(name="宋体", size=10)
STRONG = Font(name="宋体", size=10, bold=True)
SMALL = Font(name="宋体", size=9, color="FF595959")
MARK = Font(name="黑体", size=10, color="FFC00000")
QUIET = Font(name="宋体", size=10, color="FF7F7F7F")

_LINE = Side(style="thin", color="FF7F7F7F")
LINES = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)

CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
ONE_LINE = Alignment(horizontal="left", vertical="center")
RIGHT = Alignment(horizontal="right", vertical="center")

HEAD_FILL = PatternFill("solid", start_color="FFDCE6F1")
TOTAL_FILL = PatternFill("solid", start_color="FFF2F2F2")
INPUT_FILL = PatternFill("solid", start_color="FFFFFDE7")
LOCKED_FILL = PatternFill("solid", start_color="FFEDEDED")

# The word says it; the colour only helps to find it.
LIGHT_FILLS = {
    Light.GREEN: PatternFill("solid", start_color="FFC6E5D3"),
    Light.YELLOW: PatternFill("solid", start_color="FFFFE8A6"),
    Light.RED: PatternFill("solid", start_color="FFF5B7B1"),
    Light.DONE: PatternFill("solid", start_color="FFC5DCF1"),
    Light.NOT_DUE: PatternFill("solid", start_color="FFF0F0F0"),  # grey too: neither is judged
    Light.UNREPORTED: PatternFill("solid", start_color="FFCFCFCF"),
}
