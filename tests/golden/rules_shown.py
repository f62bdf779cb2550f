#!/usr/bin/env python3
"""Checks that every kind of finding stands in what some golden folder expects.

    rules_shown.py SOAT

The ids are those that `soat rules` lists. Prints those that no expected output shows, and exits with 1 then.
"""
import json, pathlib, re, subprocess, sys

HERE = pathlib.Path(__file__).resolve().parent


def main(soat):
    issued = {rule["id"] for rule in json.loads(subprocess.run([soat, "rules", "--format", "json"], capture_output=True, check=True).stdout)}
    expected = "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in HERE.glob("*/expected.out")
                         if not file.parent.name.startswith("rules-"))
    shown = {found for found in issued if re.search(r"(?<![\w.-])%s(?![\w-])" % re.escape(found), expected)}
    for id in sorted(issued - shown):
        print(f"{id}: no golden folder shows it")
    if len(issued) < 40:
        print(f"only {len(issued)} ids listed")
    return 1 if shown != issued or len(issued) < 40 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
