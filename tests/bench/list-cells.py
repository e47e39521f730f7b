#!/usr/bin/python3
"""Lists every cell of a workbook as bare-workbook reads it.

usage: list-cells.py WORKBOOK OUTPUT
"""
import sys

import openpyxl


def describe(cell, value):
    """Kind, value and formula of @cell, whose cached value is @value."""
    text = "" if value is None else str(value).replace("\t", " ").replace("\n", " ")
    if cell.data_type == "f":
        return "f" if isinstance(value, (int, float)) else "t", text, str(getattr(cell.value, "text", cell.value))
    return "n" if isinstance(cell.value, (int, float)) else "s", text, ""


def main(workbook, output):
    formulas = openpyxl.load_workbook(workbook)
    values = openpyxl.load_workbook(workbook, data_only=True)
    with open(output, "w", encoding="utf-8") as out:
        for name in formulas.sheetnames:
            for row, cached in zip(formulas[name].iter_rows(), values[name].iter_rows()):
                for cell, value in zip(row, cached):
                    if cell.value is not None:
                        fields = [name, str(cell.row - 1), str(cell.column - 1), *describe(cell, value.value)]
                        out.write("\t".join(fields) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
