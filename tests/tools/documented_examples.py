#!/usr/bin/env python3
"""Checks that the examples which the documents show are found by the command, each typed alone, in the profile normal.

    documented_examples.py SOAT

An example is what stands in italics in the sections named below; "→ RIGHT" behind it says what the first suggestion makes of it.
Prints what is not so, and exits with 1 then.
"""
import json, os, pathlib, re, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SECTIONS = {
    "README.md": ["What it finds"],
    "docs/user-guide.md": ["While you write", "What Soát finds"],
    "docs/huong-dan.md": ["Trong khi viết", "Những gì Soát tìm"],
}
LEAST = 4  # examples a section: fewer mean that this no longer reads what it should
EXAMPLE = re.compile(r"(?<![*\w])\*([^*\n]+)\*(?!\*)(?: → (\.\.\.|[^;,()|\n]+?)(?= ?[;,()|\n]|\.\s))?")


def section(text, heading):
    found = re.search(r"^## %s\n(.*?)(?=^##+ |\Z)" % re.escape(heading), text, re.M | re.S)
    return found.group(1) if found else ""


def findings(soat, text):
    with tempfile.TemporaryDirectory() as empty:
        environment = {**os.environ, "DICPATH": empty}
        run = subprocess.run([soat, "check", "--profile", "normal", "--format", "jsonl", "-"], input=text.encode(), env=environment,
                             capture_output=True, timeout=60)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr.decode())
    return [entry for entry in map(json.loads, run.stdout.decode().splitlines()) if "rule" in entry]


def complaint(soat, example, right):
    found = findings(soat, example)
    if not found:
        return "is not found"
    if right is None:
        return None
    repaired = [example[:f["start"]] + f["suggestions"][0] + example[f["end"]:] for f in found if f["suggestions"]]
    if not any(right in text and text != example for text in repaired):
        return f"does not become “{right}”: {repaired}"
    return None


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    failed = 0
    for name, headings in SECTIONS.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        for heading in headings:
            examples = [(m.group(1).replace("\\|", "|"), m.group(2)) for m in EXAMPLE.finditer(section(text, heading))]
            if len(examples) < LEAST:
                print(f"{name}, “{heading}”: {len(examples)} examples read")
                failed += 1
            for example, right in examples:
                if why := complaint(sys.argv[1], example, right):
                    print(f"{name}, “{heading}”: “{example}” {why}")
                    failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
