#!/usr/bin/env python3
"""Checks that the examples which the documents show are found by the command in the profile normal: each typed alone as all of a document, and
each as it stands in a sentence of a few words, but for the leftovers of pages, which are lines of their own.

    documented_examples.py SOAT

An example is what stands in italics in the sections named below; "→ RIGHT" behind it says what the first suggestion makes of it when it is alone.
Prints what is not so, and exits with 1 then.
"""
import json, os, pathlib, re, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SECTIONS = {
    "README.md": ["What it finds"],
    "docs/user-guide.md": ["While you write", "What Soát finds"],
    "docs/huong-dan.md": ["Trong khi viết", "Những gì Soát tìm"],
}
LINES = "| `residue`"  # the row of a table whose examples are lines
SENTENCES = ["Ở đây có {} rồi.", "{} là thế."]  # an example need fit into one of them only
LEAST = 4  # examples a section: fewer mean that this no longer reads what it should
EXAMPLE = re.compile(r"(?<![*\w])\*([^*\n]+)\*(?!\*)(?: → (\.\.\.|[^;,()|\n]+?)(?= ?[;,()|\n]|\.\s))?")


def section(text, heading):
    found = re.search(r"^## %s\n(.*?)(?=^##+ |\Z)" % re.escape(heading), text, re.M | re.S)
    return found.group(1) if found else ""


def findings(soat, texts):
    """What is found in each text by itself, a list for each."""
    lines = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts))
    with tempfile.TemporaryDirectory() as empty:
        environment = {**os.environ, "DICPATH": empty}
        run = subprocess.run([soat, "check", "--profile", "normal", "--input", "jsonl", "--format", "jsonl", "-"], input=lines.encode(),
                             env=environment, capture_output=True, timeout=60)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr.decode())
    found = [[] for _ in texts]
    for entry in map(json.loads, run.stdout.decode().splitlines()):
        if "rule" in entry:
            found[int(entry["id"])].append(entry)
    return found


def found_within(soat, examples):
    """Whether each example is found in one of the sentences at least, all of them documents of their own."""
    texts = [(sentence.index("{}"), example, sentence.replace("{}", example)) for example in examples for sentence in SENTENCES]
    hits = [any(f["start"] < at + len(example) and at < f["end"] for f in found)
            for (at, example, _), found in zip(texts, findings(soat, [text for _, _, text in texts]))]
    return [any(hits[i:i + len(SENTENCES)]) for i in range(0, len(hits), len(SENTENCES))]


def complaint(example, right, found):
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
    examples = []  # (where it stands, the example, what is right)
    in_sentences = []  # (where it stands, the example)
    for name, headings in SECTIONS.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        for heading in headings:
            place = f"{name}, “{heading}”"
            here = []
            for line in section(text, heading).splitlines():
                in_line = [(place, m.group(1).replace("\\|", "|"), m.group(2)) for m in EXAMPLE.finditer(line)]
                here += in_line
                in_sentences += [] if line.startswith(LINES) else [(place, example) for _, example, _ in in_line]
            if len(here) < LEAST:
                print(f"{place}: {len(here)} examples read")
                failed += 1
            examples += here
    for (place, example, right), found in zip(examples, findings(sys.argv[1], [example for _, example, _ in examples])):
        if why := complaint(example, right, found):
            print(f"{place}: “{example}” {why}")
            failed += 1
    for (place, example), is_found in zip(in_sentences, found_within(sys.argv[1], [example for _, example in in_sentences])):
        if not is_found:
            print(f"{place}: “{example}” is not found in a sentence")
            failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
