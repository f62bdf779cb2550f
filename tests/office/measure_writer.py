#!/usr/bin/python3
"""How Soát weighs on Writer: what it adds to memory, and how long a long document takes to be checked for the first time while the window
stays usable. Prints figures and judges nothing; a busy machine gives other figures.

    tests/office/measure_writer.py [SYLLABLES] [keys] [check] [others] [restore] [fonts] [tones] [citations]     (300,000; the package is build/release/soat.oxt or SOAT_OXT)

With names of commands only how long these hold up the window: each time that the main loop did not come round, and with `keys` each time that a key
pressed in a real window (Xvfb, see tests/gui) was not heard.
"""
import contextlib
import os
import random
import statistics
import sys
import tempfile
import time

import measure_commands
import support
from probe import ping_of, processes_of

SYLLABLES_A_PARAGRAPH = 120
SLIPS = (("người", "nguời"), ("nước", "nứơc"), ("ngành", "nghành"), ("được", "đuợc"), (", ", " ,"), ("trường", "trừơng"))


def document_text(syllables, seed=7):
    """Paragraphs put together from the sample's sentences, each with numbers of its own and some with a slip, so that none is like another."""
    with open(os.path.join(support.top, "tests/data/sample-vi.txt"), encoding="utf-8") as f:
        sentences = [s.strip() + "." for line in f for s in line.rstrip("\n.").split(". ") if len(s.split()) > 5]
    words = sorted({word for sentence in sentences for word in sentence.split() if word.islower() and word.isalpha()})
    choose = random.Random(seed)
    count = 0
    while count < syllables:
        paragraph = []
        while sum(len(sentence.split()) for sentence in paragraph) < SYLLABLES_A_PARAGRAPH:
            sentence = choose.choice(sentences).split(" ")
            for _ in range(2):
                sentence[choose.randrange(1, len(sentence) - 1)] = choose.choice(words)
            if choose.random() < 0.3:
                sentence.insert(choose.randrange(1, len(sentence)), str(choose.randrange(10, 9999)))
            sentence = " ".join(sentence)
            if choose.random() < 0.1:
                sentence = sentence.replace(*choose.choice(SLIPS), 1)
            paragraph.append(sentence)
        count += sum(len(sentence.split()) for sentence in paragraph)
        yield " ".join(paragraph)


def memory(office):
    """Of the office's process in MB: what it has in memory, its fair share of that, and what is its alone; and the same of the model's file."""
    binary = max(processes_of(office), key=lambda pid: _rollup(pid)["Rss"])
    total = _rollup(binary)
    model, inside = 0, False
    with open("/proc/%d/smaps" % binary) as f:
        for line in f:
            if "-" in line.split()[0] and not line.split()[0].endswith(":"):
                inside = line.rstrip().endswith("soat.model")
            elif inside and line.startswith("Rss:"):
                model += int(line.split()[1])
    return {"RSS": total["Rss"] / 1024, "PSS": total["Pss"] / 1024, "private": (total["Private_Clean"] + total["Private_Dirty"]) / 1024, "model": model / 1024}


def processor_seconds(office):
    seconds = 0
    for pid in processes_of(office):
        with open("/proc/%d/stat" % pid) as f:
            fields = f.read().rpartition(")")[2].split()
        seconds += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return seconds


def _rollup(pid):
    values = {}
    try:
        with open("/proc/%d/smaps_rollup" % pid) as f:
            for line in f.readlines()[1:]:
                name, value = line.split()[:2]
                values[name.rstrip(":")] = int(value)
    except OSError:
        pass
    return {name: values.get(name, 0) for name in ("Rss", "Pss", "Private_Clean", "Private_Dirty")}


def waiting(office, document, kind):
    """Whether a paragraph of the document still waits to be checked; kind: SPELLCHECK or PROOFREADING."""
    only_unchecked = True
    walk = document.getFlatParagraphIterator(office.constant("com.sun.star.text.TextMarkupType." + kind), only_unchecked)
    return walk.getFirstPara() is not None


def first_check(office, path, patience, kinds):
    """Opens a document and waits until nothing is left to check; pings the main loop meanwhile. Gives the document, the seconds for opening, those
    for checking (None if it takes longer than patience), the processor's seconds meanwhile, and the pings."""
    begin = time.monotonic()
    document = office.load(path, hidden=False)
    opened = time.monotonic()
    ping, pings, looked, ended = ping_of(office), [], opened, None
    processor = processor_seconds(office)
    while ended is None and time.monotonic() - opened < patience:
        pings.append(ping())
        time.sleep(0.01)
        if time.monotonic() - looked >= 0.2:
            looked = time.monotonic()
            if not any(waiting(office, document, kind) for kind in kinds):
                ended = time.monotonic() - opened
    return document, opened - begin, ended, processor_seconds(office) - processor, pings


def measure(name, path, with_extension):
    with support.new_office() as office:
        if with_extension:
            office.install()
        office.start()
        if with_extension:
            support.use_our_spell_checker(office)
        office.new_document("Một câu ngắn.", hidden=False)
        time.sleep(2)
        before = memory(office)
        document, opening, seconds, processor, pings = first_check(office, path, 120, ("SPELLCHECK", "PROOFREADING") if with_extension else ("SPELLCHECK",))
        time.sleep(3)
        after = memory(office)
        print("%s: opened in %.1f s, then checked %s (%.1f s of processor time); main loop came round in %.0f ms (median), %.0f ms (99 of 100), %.0f ms (longest) of %d"
              % (name, opening, "in %.1f s" % seconds if seconds else "not to the end", processor, 1000 * statistics.median(pings),
                 1000 * sorted(pings)[int(0.99 * len(pings))], 1000 * max(pings), len(pings)))
        print("   memory in MB, short document: %s; long: %s" % (text(before), text(after)))
        if with_extension:
            checker = office.new("org.soat.TextChecker")
            begin = time.monotonic()
            found = len(checker.checkDocument(document, "normal"))
            unchecked = sum(not paragraph.isChecked(office.constant("com.sun.star.text.TextMarkupType.PROOFREADING")) for paragraph in office.flat_paragraphs(document))
            print("   paragraphs left unchecked: %d" % unchecked)
            print("   checkDocument: %d findings in %.1f s" % (found, time.monotonic() - begin))
        document.setModified(False)
        office.stop()
        return before, after


def text(figures):
    return ", ".join("%s %.1f" % item for item in figures.items())


def main():
    syllables = int(next((argument for argument in sys.argv[1:] if argument.isdigit()), 300000))
    commands = {"check", "others", "restore", "fonts", "tones", "citations"}
    wanted = commands.intersection(sys.argv[1:])
    keys = "keys" in sys.argv[1:]
    screen = contextlib.nullcontext()
    if keys:
        sys.path.append(os.path.join(support.top, "tests/gui"))
        import desktop
        screen = contextlib.closing(desktop.Screen())
    with screen:
        measure_commands.measure(document_text(syllables), wanted or commands, keys=keys)
    if wanted or keys:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "long.txt")
        with open(path, "w", encoding="utf-8") as f:
            f.write("\n".join(document_text(syllables)) + "\n")
        ours = measure("with Soát", path, True)
        bare = measure("without", path, False)
        for name, a, b in (("short", ours[0], bare[0]), ("long", ours[1], bare[1])):
            print("Soát adds, %s document: %s" % (name, text({key: a[key] - b[key] for key in a})))


if __name__ == "__main__":
    main()
