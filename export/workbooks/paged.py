"""How a worksheet scrolls and prints: panes, repeated header, A4 as wide as the table."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooter, HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_SIDES_INCHES, _ENDS_INCHES, _FOOTER_INCHES = 0.4, 0.7, 0.35
_ZOOM_PERCENT = 90
_PAGES = "— &P / &N —"


def paged(
    sheet: Worksheet,
    rows: tuple[int, int, int, int],
    columns: tuple[int, int],
    *,
    portrait: bool = False,
) -> None:
    """Set up a sheet whose ``rows`` are: head from, head to, first of the table, last printed.

    ``columns`` are how many stay in sight and how many are printed.
    """
    head, head_end, first, last = rows
    kept, printed = columns
    sheet.freeze_panes = f"{get_column_letter(kept + 1)}{first}"
    sheet.print_area = f"A1:{get_column_letter(printed)}{last}"
    sheet.print_title_rows = f"{head}:{head_end}"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "portrait" if portrait else "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = _SIDES_INCHES
    sheet.page_margins.top = sheet.page_margins.bottom = _ENDS_INCHES
    sheet.page_margins.header = sheet.page_margins.footer = _FOOTER_INCHES
    sheet.print_options.horizontalCentered = True
    footer = HeaderFooterItem()
    footer.center.text = _PAGES
    sheet.HeaderFooter = HeaderFooter(oddFooter=footer)
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = _ZOOM_PERCENT
