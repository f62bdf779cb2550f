#!/usr/bin/env python3
"""Checks that every kind of finding stands in what some golden folder expects.

    rules_shown.py

The ids are those that src/check/rules names. Prints those that no expected output shows, and exits with 1 then.
"""
import pathlib, re, sys

HERE = pathlib.Path(__file__).resolve().parent
RULES = HERE.parents[1] / "src/check/rules"
ID = re.compile(r'"((?:spelling|garble|residue|encoding|capitalisation|punctuation|style|citation)\.[a-z-]+)"')
# Never shown, and why. An id that is shown after all must not stand here.
SILENT = {
    "spelling.known-right": "reports nothing: it keeps other rules from doubting phrases that are right",
    "garble.missing": "the decision that the data holds today takes no place for one where a word is missing",
}


def main():
    issued = {found for file in RULES.rglob("*.cpp") for found in ID.findall(file.read_text(encoding="utf-8"))}
    expected = "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in HERE.glob("*/expected.out"))
    shown = {found for found in issued if re.search(r"(?<![\w.-])%s(?![\w-])" % re.escape(found), expected)}
    missing = sorted(issued - shown - SILENT.keys())
    stale = sorted(id for id in SILENT if id in shown or id not in issued)
    for id in missing:
        print(f"{id}: no golden folder shows it")
    for id in stale:
        print(f"{id}: listed as silent, but shown or gone")
    if len(issued) < 30:
        print(f"only {len(issued)} ids read from {RULES}")
    return 1 if missing or stale or len(issued) < 30 else 0


if __name__ == "__main__":
    sys.exit(main())
