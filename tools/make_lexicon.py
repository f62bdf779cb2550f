#!/usr/bin/env python3
"""Make the word list dictionaries/vi/vi_VN.dic.

    make_lexicon.py COUNTS_FOLDER SYLLABLES RARE LOANWORDS RARE_SYLLABLES > vi_VN.dic

COUNTS_FOLDER  the tables of count_words.py
SYLLABLES      the output of list_syllables: every syllable that is possible by rule
RARE           the output of judge_rare_forms.py
LOANWORDS      dictionaries/vi/source/loanwords.txt, written by hand
RARE_SYLLABLES dictionaries/vi/source/syllables.txt, written by hand

What is taken, and why:
* syllables in use: seen often enough, and where they are rare, not explained as slips of a frequent syllable, neither by the company they
  keep nor by how much more frequent that syllable is;
* loanwords: those written by hand, and longer words with Vietnamese letters that come back often, bear no tone that loanwords do not
  bear, and are not two words joined;
* names, foreign words and abbreviations that come back often and are not a misspelt or unmarked Vietnamese word.
The frequency class of a word (field fr:) is the binary logarithm of its count, plus one. Only Python's standard library is used.
"""
import math
import pathlib
import re
import sys
import unicodedata
from collections import Counter, defaultdict

import tables

# How far a text can be trusted for rare words: law and the press are edited; the encyclopedia and the old books hold more slips, and
# the books the spelling of their time. Others count in full.
WEIGHT = {"legal": 1.0, "press-daily": 1.0, "press-mixed": 1.0, "encyclopedia": 0.7, "books-tech": 0.7}
LEAST_SYLLABLE = 4.5        # weighted count below which a syllable is not taken for one in use
SAFE_SYLLABLE = 400         # above it no slip explains so many
OWN_COMPANY = 0.45          # share of explained occurrences below which a rare syllable is a word of its own
COMPANY_OF_A_MODEL = 0.8    # share above which it is taken for a slip unless it is frequent enough
LEAST_UNJUDGED = 8
LEAST_IN_COMPANY = 60
RELAXED = 0.7               # how far the limits on slips give way for a syllable with a company of its own
SLIP_OF_MARK = 1e-4         # share of a syllable's count that slips in its marks may reach
SLIP_OF_LETTER = 4e-5       # the same for slips in one letter
LEAST_LOAN = 4
LEAST_SHORT_LOAN = 10       # for loanwords of one syllable, which are easily taken for slips
LEAST_NAME = 15
LEAST_FOREIGN = 20
LEAST_ABBREVIATION = 30
TONES = "\u0300\u0301\u0303\u0309\u0323"
HATS = "\u0302\u0306\u031b"


def bare(word):
    word = unicodedata.normalize("NFD", word.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in word if c not in TONES and c not in HATS)


def has_marks(word):
    return bare(word) != unicodedata.normalize("NFD", word)


def is_vietnamese(word):
    return re.fullmatch(r"[abcdeghiklmnopqrstuvxy]+", bare(word.lower())) is not None


def is_western(word):
    return re.fullmatch(r"[a-zà-öø-ÿ]+", unicodedata.normalize("NFC", word.lower())) is not None


def tones(word):
    return [c for c in unicodedata.normalize("NFD", word) if c in TONES]


def vowel_groups(word):
    return len(re.findall(r"[aeiouy]+", bare(word.lower())))


def frequency_class(count):
    return max(1, int(math.log2(max(count, 1))) + 1)


def read_counts(folder):
    counts = Counter()
    order = list(WEIGHT)
    names = sorted((path.stem for path in folder.glob("*.counts")), key=lambda name: (order.index(name) if name in WEIGHT else len(order), name))
    for name in names:
        weight = WEIGHT.get(name, 1.0)
        with open(folder / f"{name}.counts", encoding="utf-8") as f:
            for line in f:
                form, count = line.rstrip("\n").split("\t")
                counts[form] += weight * int(count)
    return counts


def deletions(word):
    return {word[:i] + word[i + 1:] for i in range(len(word))}


def read_rare(path):
    """{form: share of its occurrences that a frequent syllable one slip away explains}."""
    explained = {}
    with open(path, encoding="utf-8") as f:
        for line in f:
            form, occurrences, count = line.rstrip("\n").split("\t")
            explained[form] = int(count) / int(occurrences)
    return explained


def attested_syllables(counts, spellings, explained):
    """spellings: {written form: canonical form}. Gives {canonical form: count} of the syllables in use."""
    total = defaultdict(float)
    for form, count in counts.items():
        canonical = spellings.get(form.lower())
        if canonical:
            total[canonical] += count
    family = defaultdict(float)      # the most frequent syllable with these letters, marks left out
    nearby = defaultdict(float)      # the most frequent syllable with these letters less one (marks kept)
    for syllable, count in total.items():
        key = bare(syllable)
        family[key] = max(family[key], count)
        for shorter in deletions(syllable) | {syllable}:
            nearby[shorter] = max(nearby[shorter], count)
    attested = {}
    for syllable, count in total.items():
        if count < LEAST_SYLLABLE:
            continue
        model = family[bare(syllable)]
        near = max(nearby[s] for s in deletions(syllable) | {syllable})
        share = explained.get(syllable)
        unexplained = count >= SLIP_OF_MARK * model and count >= SLIP_OF_LETTER * near
        if count >= SAFE_SYLLABLE:
            own = True
        elif share is None:
            own = unexplained and count >= LEAST_UNJUDGED
        elif share < OWN_COMPANY:
            own = unexplained or count >= RELAXED * SLIP_OF_MARK * model
        elif share < COMPANY_OF_A_MODEL:
            own = unexplained and count >= LEAST_UNJUDGED
        else:
            own = unexplained and count >= LEAST_IN_COMPANY
        if not own:
            continue
        attested[syllable] = count
    return attested


def splits(word, spellings, attested):
    """Whether the word is two syllables in use that were joined."""
    for i in range(1, len(word)):
        a, b = spellings.get(word[:i]), spellings.get(word[i:])
        if a in attested and b in attested and len(a) > 1 and len(b) > 1:
            return True
    return False


def main():
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    counts = read_counts(pathlib.Path(sys.argv[1]))
    spellings = {}
    with open(sys.argv[2], encoding="utf-8") as f:
        for line in f:
            old, new = line.rstrip("\n").split("\t")
            spellings[old] = spellings[new] = old
    new_style = {}
    for written, old in spellings.items():
        if written != old:
            new_style[old] = written
    explained = read_rare(sys.argv[3])
    attested = attested_syllables(counts, spellings, explained)
    unmarked = defaultdict(float)
    for syllable, count in attested.items():
        unmarked[bare(syllable)] += count

    entries = {}  # word: (kind, count)

    def count_of(word):
        return counts[word] + counts[word.capitalize()] + counts[word.upper()] if word.islower() else counts[word] + counts[word.upper()]

    for syllable, count in attested.items():
        for written in {syllable, new_style.get(syllable, syllable)}:
            entries[written] = ("syllable", count)
    with open(sys.argv[5], encoding="utf-8") as f:
        for line in f:
            for syllable in () if line.startswith("#") else line.split():
                entries.setdefault(syllable, ("syllable", 1))
    by_hand = set()
    with open(sys.argv[4], encoding="utf-8") as f:
        for line in f:
            if not line.startswith("#"):
                by_hand.update(line.split())
    for word in by_hand:
        if word.lower() not in entries and (word.islower() or word not in entries):
            entries[word] = ("loan" if word.islower() else "name", count_of(word))

    def misspelt(word, count):
        """A form whose letters, marks left out, are those of far more frequent syllables."""
        return has_marks(word) and unmarked.get(bare(word.lower()), 0) * 0.01 > count

    for form in counts:
        lower = form.lower()
        if "-" in form or len(form) < 2 or form in entries or lower in entries:
            continue
        count = count_of(form)
        if form.islower():
            if lower in spellings:
                continue  # a possible syllable that is not in use
            if has_marks(form) and is_vietnamese(form):
                if (count >= LEAST_LOAN and vowel_groups(form) > 1 and set(tones(form)) <= {"\u0301"} and not splits(form, spellings, attested)
                        and not misspelt(form, count) and not unicodedata.normalize("NFD", form).count("\u031b") > 1):
                    entries[form] = ("loan", count)
                elif count >= LEAST_SHORT_LOAN and explained.get(form, 1) < OWN_COMPANY and not misspelt(form, count):
                    entries[form] = ("loan", count)
            elif not has_marks(form) and is_western(form):
                # Letters alone: an unmarked Vietnamese word, or two joined, is not a foreign word.
                if count >= LEAST_FOREIGN and unmarked.get(form, 0) * 0.01 < count:
                    entries[form] = ("foreign", count)
            elif is_western(form) and count >= LEAST_FOREIGN and not is_vietnamese(form):
                entries[form] = ("foreign", count)
        elif form[0].isupper() and form[1:].islower():
            if count < LEAST_NAME or lower in spellings and spellings[lower] in attested or misspelt(form, count):
                continue
            if not has_marks(form) and unmarked.get(lower, 0) * 0.002 > count and lower not in spellings:
                continue
            if has_marks(form) and is_vietnamese(form) and splits(lower, spellings, attested):
                continue
            entries[form] = ("name" if is_vietnamese(form) and has_marks(form) else "foreign", count)
        elif form.isupper():
            if count >= LEAST_ABBREVIATION and vowel_groups(form) == 0 and (is_vietnamese(form) or is_western(form)):
                entries[form] = ("abbreviation", count)

    out = [f"{word}\tpo:{kind} fr:{frequency_class(count)}" for word, (kind, count) in sorted(entries.items())]
    sys.stdout.write(tables.words(out))


if __name__ == "__main__":
    main()
