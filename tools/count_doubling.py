#!/usr/bin/env python3
"""Make dictionaries/vi/doubling.txt: what Vietnamese doubles on purpose, counted in running text.

    tools/count_doubling.py TEXT [TEXT...] > dictionaries/vi/doubling.txt

Each TEXT (plain or .xz) holds one paragraph a line. Vietnamese reduplicates freely (xanh xanh, từ từ), and two phrases that meet
may repeat a syllable (hành vi | vi phạm); everything else that stands twice is a slip. The three are told apart by counting:

  once A         common, and outside the contexts below doubled so seldom that a doubling is a slip
  left B A       after B the doubled form is a fair share of what stands there: "B A A" is fine (also with A a phrase)
  pair A B       a compound, listed where compounds may meet: in A B B C with A B and B C compounds nothing stands twice
  right A B      the same with the word that follows: "A A B" is fine

A syllable that doubles more often than that, or that is too rare to tell, is left out: the rule says nothing about it. Only counts go
into the file, never a sentence.
"""
import collections
import lzma
import math
import re
import sys
import unicodedata

import tables

MINIMUM_COUNT = 3000      # below this a syllable is too rare to say that it never doubles
MAXIMUM_SHARE = 3e-4      # doubled forms per occurrence, contexts left out; real reduplication is well above
CONTEXT_COUNT = 3         # doubled forms in one context that make it an open one ...
CONTEXT_SHARE = 3e-3      # ... if they are this share of the context
MAIN_CONTEXT = 0.05       # share of a syllable's doublings that makes a context the reason for them
PAIR_COUNT = 100          # two syllables that stand together so often ...
PAIR_ASSOCIATION = 3      # ... and this much more (natural logarithm) than by chance are a compound
PHRASE_COUNT = 4          # doubled phrases of 2 to 4 syllables in one context that make it an open one

# Function words double by slip more often than by grammar, whatever the counts say. Words of number are read out one by one.
FUNCTION_WORDS = set("của các những và với được cho tại trong trên theo đã sẽ đang bị để về vào do bởi khi mà nếu thì hoặc hay cũng vẫn này là".split())
# Nouns that double to say "every": nhà nhà, ngành ngành, lớp lớp.
DISTRIBUTIVE = set("nhà người ngành ngày đêm tháng làng lớp tầng hàng đời kiếp ai đâu nơi chốn sáng chiều tối trưa".split())
NUMBER_WORDS = set("không hai ba bốn năm lăm sáu bảy tám chín mười mươi trăm nghìn ngàn triệu tỷ tỉ".split())
# Particles that carry emphasis when said twice in a phrase: rất nhiều rất nhiều, từng bước từng bước.
EMPHATIC = set("rất thật càng từng mỗi mãi nhiều".split())

RUN_BREAK = re.compile(r"[^\w ]|  +|\d|_")


def lines(names):
    for name in names:
        opened = lzma.open(name, "rt", encoding="utf-8") if name.endswith(".xz") else open(name, encoding="utf-8")
        with opened as f:
            for line in f:
                yield unicodedata.normalize("NFC", line)


def runs(names):
    """Runs of words with nothing but single spaces between them."""
    for line in lines(names):
        for run in RUN_BREAK.split(line):
            words = run.split()
            if words:
                yield words


def is_name(word):
    return word[0].isupper() and not word.isupper()


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    count, pairs = collections.Counter(), collections.Counter()
    doubled = {n: collections.Counter() for n in range(1, 5)}          # phrase -> times doubled
    left = {n: collections.Counter() for n in range(1, 5)}             # (word, phrase)
    right = {n: collections.Counter() for n in range(1, 5)}            # (phrase, word)
    for cased in runs(sys.argv[1:]):
        words = [w.lower() for w in cased]
        count.update(words)
        pairs.update(zip(words, words[1:]))
        for n in range(1, 5):
            for i in range(n, len(words) - n + 1):
                if words[i] != words[i - n] or words[i:i + n] != words[i - n:i]:
                    continue
                if n > 1 and len(set(words[i:i + n])) < n:             # ha ha ha ha
                    continue
                if any(is_name(w) for w in cased[i - n + (i == n):i + n]):
                    continue
                phrase = " ".join(words[i:i + n])
                doubled[n][phrase] += 1
                if i > n:
                    left[n][words[i - n - 1], phrase] += 1
                if i + n < len(words):
                    right[n][phrase, words[i + n]] += 1

    contexts = []
    explained = {"left": collections.Counter(), "right": collections.Counter()}
    for side, table in (("left", left[1]), ("right", right[1])):
        for key, n in table.items():
            if n >= CONTEXT_COUNT and n >= CONTEXT_SHARE * pairs[key]:
                syllable = key[1] if side == "left" else key[0]
                other = key[0] if side == "left" else key[1]
                if other == syllable:
                    continue
                if n >= MAIN_CONTEXT * doubled[1][syllable]:           # true reduplication has no main contexts
                    explained[side][syllable] += n
                contexts.append((syllable, side, other))
    def unexplained(word):
        return doubled[1][word] - max(side[word] for side in explained.values())

    once = {w for w, n in count.items()
            if n >= MINIMUM_COUNT and w not in NUMBER_WORDS | DISTRIBUTIVE and not (len(w) == 1 and w.isascii())
            and (w in FUNCTION_WORDS or unexplained(w) < MAXIMUM_SHARE * n)}

    rows = ["# What may stand doubled and what may not. Made by tools/count_doubling.py; do not edit by hand.",
            "# A tab stands behind the first word.",
            "# once A: A A is a slip; left B A: B A A is fine; right A B: A A B is fine. A may be a phrase in these two.",
            "# pair A B: a compound; A B B C is fine when A B and B C are compounds and B is no function word.",
            "# emphatic A: a phrase with A may be said twice."]

    def add(kind, *words):
        rows.append(kind + "\t" + " ".join(words))

    for w in sorted(once):
        add("once", w)
    total = sum(count.values())
    compounds = {(a, b) for (a, b), n in pairs.items()
                 if n >= PAIR_COUNT and a != b and math.log(n * total / (count[a] * count[b])) >= PAIR_ASSOCIATION}
    meeting = ({a for a, b in compounds} & {b for a, b in compounds} & once) - FUNCTION_WORDS
    for a, b in sorted(compounds):
        if a in meeting or b in meeting:
            add("pair", a, b)
    for w in sorted(EMPHATIC):
        add("emphatic", w)
    for syllable, side, other in sorted(contexts):
        if syllable in once:
            add("left", other, syllable) if side == "left" else add("right", syllable, other)
    for n in range(2, 5):
        for phrase, times in sorted(doubled[n].items()):
            words = phrase.split()
            if not all(w in once or count[w] >= MINIMUM_COUNT for w in words) or EMPHATIC & set(words):
                continue
            by_left = collections.Counter({k[0]: v for k, v in left[n].items() if k[1] == phrase})
            by_right = collections.Counter({k[1]: v for k, v in right[n].items() if k[0] == phrase})
            for w, v in by_left.items():
                if v >= PHRASE_COUNT:
                    add("left", w, phrase)
            for w, v in by_right.items():
                if v >= PHRASE_COUNT:
                    add("right", phrase, w)
    sys.stdout.write(tables.table("doubling", 1, "".join(row + "\n" for row in rows)))


if __name__ == "__main__":
    main()
