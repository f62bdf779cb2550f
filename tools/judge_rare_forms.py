#!/usr/bin/env python3
"""Tell rare words from slips by the company they keep.

    judge_rare_forms.py COUNTS_FOLDER SYLLABLES TEXT[.xz]... > rare.tsv

A slip stands where the word that was meant stands: "đàu tiên", "bắt đàu" are "đầu tiên", "bắt đầu". A rare word has neighbours of its own.
For each form that is rare, bears Vietnamese marks and resembles a frequent syllable, the neighbours of all its occurrences are compared with
those of the frequent syllables one slip away. Half of a set phrase (vườn tược) also keeps to itself: most of its occurrences have the same
neighbour, as those of the frequent syllable have not. Writes "form TAB occurrences TAB explained", explained being the number of occurrences in
which a frequent syllable fits better than chance. COUNTS_FOLDER and SYLLABLES are as for make_lexicon.py. Only Python's standard library
is used.
"""
import math
import pathlib
import sys
import unicodedata
from collections import Counter, defaultdict

from count_words import FORM, lines
from make_lexicon import bare, deletions, has_marks, is_vietnamese, read_counts, vowel_groups

LEAST = 4
MOST = 600          # more frequent forms need no judging
KEPT = 150          # occurrences looked at for each form
MODELS = 6          # frequent syllables that a form is compared with
RATIO = 20          # how much more frequent such a syllable must be
BLOCK = 1 << 22
BOUND = 0.5         # share of the occurrences with the same neighbour that makes half of a set phrase
TIMES_BOUND = 3     # how many times the share that neighbour has among those of the frequent syllable


def blocks(paths):
    for path in paths:
        block, size = [], 0
        for line in lines(pathlib.Path(path)):
            block.append(line)
            size += len(line)
            if size > BLOCK:
                yield FORM.findall(unicodedata.normalize("NFC", "".join(block)).lower())
                block, size = [], 0
        yield FORM.findall(unicodedata.normalize("NFC", "".join(block)).lower())


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    total = Counter()
    for form, count in read_counts(pathlib.Path(sys.argv[1])).items():
        total[form.lower()] += count
    with open(sys.argv[2], encoding="utf-8") as f:
        possible = {s for line in f for s in line.rstrip("\n").split("\t")}
    rare = {w for w, n in total.items()
            if LEAST <= n < MOST and len(w) <= 8 and has_marks(w) and is_vietnamese(w) and vowel_groups(w) == 1}
    near = defaultdict(set)
    for w, n in total.items():
        if w in possible and n > LEAST * RATIO:
            for key in {bare(w), *map(bare, deletions(w))}:
                near[key].add(w)
    models = {}
    for w in rare:
        keys = {bare(w), *map(bare, deletions(w))}
        similar = {m for k in keys for m in near[k] if m != w and total[m] > RATIO * total[w]}
        models[w] = sorted(similar, key=lambda m: -total[m])[:MODELS]
    occurrences = defaultdict(list)
    for words in blocks(sys.argv[3:]):
        for i, w in enumerate(words):
            if w in rare and len(occurrences[w]) < KEPT and 0 < i < len(words) - 1:
                occurrences[w].append((words[i - 1], words[i + 1]))
    wanted = {}
    for w, places in occurrences.items():
        for left, right in places:
            for m in models[w]:
                wanted[(left, m)] = 0
                wanted[(m, right)] = 0
    for words in blocks(sys.argv[3:]):
        for pair in zip(words, words[1:]):
            if pair in wanted:
                wanted[pair] += 1
    size = sum(total.values())

    def fits(left, right, m):
        expected_left = total[left] * total[m] / size
        expected_right = total[right] * total[m] / size
        a, b = wanted[(left, m)], wanted[(m, right)]
        if a + b < 5:
            return False
        return math.log((a + 0.5) / (expected_left + 0.5)) + math.log((b + 0.5) / (expected_right + 0.5)) > 0.5

    def is_bound(w):
        for side in (0, 1):
            neighbour, count = Counter(place[side] for place in occurrences[w]).most_common(1)[0]
            share = count / len(occurrences[w])
            if share < BOUND or not neighbour.isalpha():
                continue
            if all(wanted[(neighbour, m) if side == 0 else (m, neighbour)] / total[m] * TIMES_BOUND < share for m in models[w]):
                return True
        return False

    for w in sorted(occurrences):
        explained = 0
        if not is_bound(w):
            explained = sum(any(fits(left, right, m) for m in models[w]) for left, right in occurrences[w])
        sys.stdout.write(f"{w}\t{len(occurrences[w])}\t{explained}\n")


if __name__ == "__main__":
    main()
