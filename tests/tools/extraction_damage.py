#!/usr/bin/env python3
"""Damages Vietnamese text as taking it out of PDFs and converting its fonts does, and measures how much of it is repaired.

    extraction_damage.py damage KIND < clean > damaged
    extraction_damage.py measure [--lines N] [--least SHARE] [--seed S] SOAT TEXT

measure cuts TEXT into documents of N lines, damages each in every way, repairs them with the first suggestion of every
garble.extraction finding, and prints for each kind: damaged words, the share that is repaired, and how many intact words
were changed. `none` is the text as it is: every finding is a false alarm. With --least it fails below that share or with a
false alarm.

A "document" stands for what one page or more of a file hold; only the damage is random, and it is the same for a seed.
"""
import argparse
import difflib
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

WORD = re.compile(r"[^\W\d_]+")


def lower_upper(pairs):
    return {**pairs, **{a.upper(): b.upper() for a, b in pairs.items()}}


# Unicode taken for VNI and converted once more.
VNI = lower_upper({"oà": "ồ", "oá": "ố", "oã": "ỗ", "ô": "ơ", "ò": "ị", "ó": "ĩ", "uâ": ""})
# Unicode taken for TCVN3 and converted once more; capitals become small letters there.
TCVN3 = dict(zip("áâãèéêìíòóôõùú", "ỏõóốộờỡớũúụừựỳ")) | dict(zip("ÈÉÊÌÒÓÔÕÝ", "ẩẫấèềểễếí"))
HORN = {"ư": "ƣ", "Ư": "Ƣ"}


def substitute(text, table):
    pattern = "|".join(sorted((re.escape(key) for key in table), key=len, reverse=True))
    return re.sub(pattern, lambda match: table[match.group()], text)


def marked(letter):
    return len(unicodedata.normalize("NFD", letter)) > 1 or letter in "đĐ"


def by_word(change):
    """A damage of words that leaves the blanks alone."""
    return lambda text, rng: WORD.sub(lambda match: change(match.group(), rng), text)


def titles_only(text, rng):
    """A title font alone is converted: every sixth line is in capitals and damaged."""
    return substitute(text, VNI) if text == text.upper() else text


def apart_at_marks(text, rng):
    """A font that lacks letters with two marks: another one is used for them, and blanks appear at the change."""
    def change(word):
        out = ""
        for i, letter in enumerate(word):
            twice = len(unicodedata.normalize("NFD", letter)) > 2 or letter in "ơưăđƠƯĂĐ" and rng.random() < 0.7
            out += (" " if out and twice and not out.endswith(" ") else "") + letter + (" " if twice and i + 1 < len(word) else "")
        return out
    return WORD.sub(lambda match: change(match.group()), text)


def marks_apart(text, rng):
    """A font that draws marks by themselves: grave and acute beside their letter, the dot behind a blank."""
    signs = {"\u0300": "`", "\u0301": "\u00b4", "\u0323": " \u0323"}

    def change(letter):
        parts = unicodedata.normalize("NFD", letter)
        sign = next((signs[mark] for mark in parts if mark in signs), "")
        rest = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in signs))
        return rest + sign
    return "".join(map(change, text))


def apart_everywhere(text, rng):
    """Letter-spaced setting: every letter stands by itself."""
    return WORD.sub(lambda match: " ".join(match.group()), text)


def apart_here_and_there(text, rng):
    """A blank now and then inside a word."""
    def change(word):
        if len(word) < 3 or rng.random() > 0.25:
            return word
        cut = rng.randrange(1, len(word))
        return word[:cut] + " " + word[cut:]
    return WORD.sub(lambda match: change(match.group()), text)


def run_together(share):
    return lambda text, rng: re.sub(r"(?<=[^\W\d_]) (?=[^\W\d_])", lambda match: "" if rng.random() < share else " ", text)


def unknown_font(text, rng):
    """Letters exchanged as no known conversion does it; the table is drawn once for a document."""
    return substitute(text, rng.table)


def draw_table(rng):
    vowels = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứự"
    sources = rng.sample(vowels, 6)
    targets = rng.sample("ÿǎŵçšžłøåæ" "ǒǔĕŏŭ", 6)
    return dict(zip(sources, targets))


KINDS = {
    "none": lambda text, rng: text,
    "vni": lambda text, rng: substitute(text, VNI),
    "tcvn3": lambda text, rng: substitute(text, TCVN3),
    "horn": lambda text, rng: substitute(text, HORN),
    "unknown-font": unknown_font,
    "titles": titles_only,
    "apart-at-marks": apart_at_marks,
    "marks-apart": marks_apart,
    "apart-everywhere": apart_everywhere,
    "apart-here-and-there": apart_here_and_there,
    "together-some": run_together(0.3),
    "together-all": run_together(1.0),
}


def damage(kind, lines, seed):
    rng = random.Random(seed)
    rng.table = draw_table(rng)
    return [KINDS[kind](line, rng) for line in lines]


def repair(soat, documents):
    """The documents with first suggestions put in, and the number of findings in each."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, lines in enumerate(documents):
            names.append(f"{folder}/{i:05d}.txt")
            pathlib.Path(names[-1]).write_text("\n".join(lines), encoding="utf-8")
        result = subprocess.run([soat, "check", "--format", "jsonl", "--profile", "strict", *names],
                                capture_output=True, text=True, check=False)
    if result.returncode not in (0, 1):
        sys.exit(result.stderr)
    repaired = [list(lines) for lines in documents]
    counts = [0] * len(documents)
    findings = [json.loads(line) for line in result.stdout.splitlines()]
    for finding in sorted(findings, key=lambda f: (f["file"], f["paragraph"], -f["start"])):
        if finding["rule"] != "garble.extraction":
            continue
        i = int(pathlib.Path(finding["file"]).stem)
        counts[i] += 1
        line = repaired[i][finding["paragraph"]]
        repaired[i][finding["paragraph"]] = line[:finding["start"]] + finding["suggestions"][0] + line[finding["end"]:]
    return repaired, counts


def damaged_words(clean, harmed):
    """For every word of the clean line, whether the damage has touched it."""
    words, shown = WORD.findall(clean), WORD.findall(harmed)
    touched = [True] * len(words)
    for block in difflib.SequenceMatcher(None, words, shown, autojunk=False).get_matching_blocks():
        for k in range(block.size):
            touched[block.a + k] = False
    return touched


def measure(soat, documents, seed, show):
    for kind in KINDS:
        clean = [[line.upper() if kind == "titles" and i % 6 == 0 else line for i, line in enumerate(lines)] for lines in documents]
        harmed = [damage(kind, lines, f"{seed}-{i}") for i, lines in enumerate(clean)]
        repaired, counts = repair(soat, harmed)
        touched = right = broken = 0
        for before, bad, after in zip(clean, harmed, repaired):
            for line, harmed_line, mended in zip(before, bad, after):
                marks = damaged_words(line, harmed_line)
                still = damaged_words(line, mended)
                touched += sum(marks)
                right += sum(was and not now for was, now in zip(marks, still))
                broken += sum(now and not was for was, now in zip(marks, still))
                if show and show == kind and any(still):
                    print(line, "|", harmed_line, "|", mended, sep="\n  ")
        share = right / touched if touched else 1.0
        print(f"{kind:22} damaged {touched:7}  repaired {share:.4f}  intact words changed {broken:5}  findings {sum(counts)}", flush=True)
        yield kind, share, touched, sum(counts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("damage")
    one.add_argument("kind", choices=KINDS)
    many = commands.add_parser("measure")
    many.add_argument("--lines", type=int, default=60)
    many.add_argument("--documents", type=int, default=0, help="the first so many only")
    many.add_argument("--least", type=float)
    many.add_argument("--show", choices=KINDS, help="prints the lines of a kind that are not as they were")
    many.add_argument("soat")
    many.add_argument("text")
    for each in (one, many):
        each.add_argument("--seed", default="1")
    arguments = parser.parse_args()
    if arguments.command == "damage":
        sys.stdout.write("\n".join(damage(arguments.kind, sys.stdin.read().split("\n"), arguments.seed)))
        return 0
    text = unicodedata.normalize("NFC", pathlib.Path(arguments.text).read_text(encoding="utf-8"))
    lines = [line for line in text.split("\n") if line.strip()]
    documents = [lines[i:i + arguments.lines] for i in range(0, len(lines), arguments.lines)]
    if arguments.documents:
        documents = documents[:arguments.documents]
    failed = False
    for kind, share, touched, findings in measure(arguments.soat, documents, arguments.seed, arguments.show):
        if arguments.least is not None:
            failed |= findings > 0 if kind == "none" else touched == 0 or share < arguments.least
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
