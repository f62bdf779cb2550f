#!/usr/bin/env python3
"""Checks that docs/rules.md is what the command makes of the table of rules today.

    rules_page.py SOAT
"""
import pathlib, subprocess, sys

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs/rules.md"


def main(soat):
    made = subprocess.run([soat, "rules", "--format", "markdown"], capture_output=True, check=True).stdout
    if PAGE.read_bytes() == made:
        return 0
    print("docs/rules.md is not as texts/rules.txt has it: build/release/bin/soat rules --format markdown > docs/rules.md")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
