#!/usr/bin/env python3
"""Turns a CSV into a workbook as Excel would save it: texts shared, numbers as numbers. Any Python 3; memory does not grow with the rows.

usage: workbook-from-csv.py IN.csv OUT.xlsx
"""
import csv
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DAY = (2025, 1, 1, 0, 0, 0)


def letters(column):
    return (letters((column - 1) // 26) if column > 26 else "") + chr(65 + (column - 1) % 26)


def entry(name):
    info = zipfile.ZipInfo(name, DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


source, target = sys.argv[1:]
parts = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
        for name, kind in (("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("sharedStrings", "sharedStrings"))
    )
    + "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Segments" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
}
known, count = {}, 0
with zipfile.ZipFile(target, "w", compresslevel=1) as archive, tempfile.TemporaryFile("w+", encoding="utf-8") as texts:
    for name, text in parts.items():
        archive.writestr(entry(name), text)
    with archive.open(entry("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as sheet, open(source, encoding="utf-8", newline="") as table:
        sheet.write(f'<?xml version="1.0"?>\n<worksheet xmlns="{MAIN}"><sheetData>'.encode())
        for number, row in enumerate(csv.reader(table), 1):
            cells = []
            for column, text in enumerate(row, 1):
                place = f"{letters(column)}{number}"
                if text.lstrip("-").isdigit():
                    cells.append(f'<c r="{place}"><v>{text}</v></c>')
                elif text:
                    index = known.get(text)
                    if index is None:
                        index, count = count, count + 1
                        # Passages hardly ever come twice: to remember them would take all memory.
                        if len(text) < 200:
                            known[text] = index
                        texts.write(f'<si><t xml:space="preserve">{escape(text)}</t></si>')
                    cells.append(f'<c r="{place}" t="s"><v>{index}</v></c>')
            sheet.write(f'<row r="{number}">{"".join(cells)}</row>'.encode())
        sheet.write(b"</sheetData></worksheet>")
    with archive.open(entry("xl/sharedStrings.xml"), "w", force_zip64=True) as shared:
        shared.write(f'<?xml version="1.0"?>\n<sst xmlns="{MAIN}" uniqueCount="{count}">'.encode())
        texts.seek(0)
        while piece := texts.read(1 << 20):
            shared.write(piece.encode())
        shared.write(b"</sst>")
