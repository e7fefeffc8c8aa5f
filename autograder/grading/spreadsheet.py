"""A table as a spreadsheet, which Excel and LibreOffice open rightly in any language and script.

They guess how text tables are encoded, separated, and write decimals, and guess wrong in many
countries. This is the smallest workbook of Office Open XML (ECMA-376) that they take.
"""

from __future__ import annotations

import io
import re
import zipfile
from numbers import Number
from xml.sax.saxutils import escape, quoteattr

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# Always the same, so that the same table is the same file.
_TIME = (1980, 1, 1, 0, 0, 0)
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    '+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/sheet.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship '
    f'Id="r1" Type="{_DOCUMENT}/worksheet" Target="sheet.xml"/></Relationships>',
}


def spreadsheet(name, rows):
    """Return a workbook with one sheet.

    Parameters
    ----------
    name : str
        The name of the sheet.
    rows : iterable of iterable
        Its cells: numbers are numbers, all else is text and never a formula; "" is an empty cell.

    Returns
    -------
    data : bytes
        An ``.xlsx`` file.
    """
    sheets = f'<sheets><sheet name={quoteattr(name)} sheetId="1" r:id="r1"/></sheets>'
    cells = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    parts = _PARTS | {
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}">{sheets}</workbook>',
        "xl/sheet.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData></worksheet>',
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for path, text in parts.items():
            made.writestr(zipfile.ZipInfo(path, _TIME), _HEAD + text, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def _cell(value):
    if isinstance(value, Number):
        return f"<c><v>{value}</v></c>"
    text = escape(_NO_XML.sub("?", value))
    return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>' if text else "<c/>"
