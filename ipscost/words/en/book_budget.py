"""The words of the sheets of the budget of a workbook."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "book_month_counted": "{what}, {arm}",
}
