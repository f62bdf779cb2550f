#!/usr/bin/python3
"""How Soát weighs on Writer: what it adds to memory, and how long a long document takes to be checked for the first time while the window
stays usable. Prints figures and judges nothing; a busy machine gives other figures.

    tests/office/measure_writer.py [SYLLABLES] [commands]     (300,000; commands: only how long each command of the menu holds up the window; the package is build/release/soat.oxt or SOAT_OXT)
"""
import os
import random
import statistics
import sys
import tempfile
import threading
import time

import support

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
    binary = max(_processes(office.process.pid), key=lambda pid: _rollup(pid)["Rss"])
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
    for pid in _processes(office.process.pid):
        with open("/proc/%d/stat" % pid) as f:
            fields = f.read().rpartition(")")[2].split()
        seconds += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return seconds


def _processes(group):
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                if os.getpgid(int(entry)) == group:
                    yield int(entry)
            except OSError:
                pass


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


def ping_of(office):
    """Gives a function that measures how long the main loop takes to come round, in seconds."""
    import unohelper  # the bridge must have been loaded by the driver before
    from com.sun.star.awt import XCallback

    class Answer(unohelper.Base, XCallback):
        at = None

        def notify(self, _):
            self.at = time.monotonic()

    loop = office.new("com.sun.star.awt.AsyncCallback")

    def ping(patience=60):
        answer, sent = Answer(), time.monotonic()
        loop.addCallback(answer, None)
        while answer.at is None and time.monotonic() - sent < patience:
            time.sleep(0.001)
        return (answer.at or time.monotonic()) - sent

    return ping


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


class Probe:
    """Measures on a thread of its own, while it lives, how long the main loop takes to come round."""

    def __init__(self, office):
        self._ping, self._ended, self.longest, self.at, self.count = ping_of(office), threading.Event(), 0.0, 0.0, 0

    def __enter__(self):
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        return self

    def _run(self):
        begin = time.monotonic()
        while not self._ended.is_set():
            sent = time.monotonic()
            took = self._ping()
            if took > self.longest:
                self.longest, self.at = took, sent - begin
            self.count += 1
            time.sleep(0.003)

    def __exit__(self, *_):
        self._ended.set()
        self._thread.join()


TITLE = "Soát tài liệu"


def long_document(office, syllables):
    """A document of text, tables and notes in a window; every tenth paragraph is marked English."""
    document = office.new_document(hidden=False)
    document.lockControllers()
    text, cursor = document.Text, document.Text.createTextCursor()
    for n, paragraph in enumerate(document_text(syllables)):
        cursor.CharLocale = office.locale("en-US" if n % 10 == 9 else "vi-VN")
        text.insertString(cursor, paragraph, False)
        if n % 20 == 5:
            note = document.createInstance("com.sun.star.text.Footnote")
            text.insertTextContent(cursor, note, False)
            note.setString("Xem nghành và mùa nứơc ở mục %d." % n)
        text.insertControlCharacter(cursor, 0, False)
        if n % 50 == 7:
            table = document.createInstance("com.sun.star.text.TextTable")
            table.initialize(4, 3)
            text.insertTextContent(cursor, table, False)
            for name in table.getCellNames():
                table.getCellByName(name).setString("Ô %s của mục %d: các nghành nghề." % (name, n))
            cursor.gotoEnd(False)
    document.unlockControllers()
    document.setModified(False)
    return document


def settle(office):
    """Until Writer's own idle work (layout, spelling) leaves the main loop alone."""
    ping, quiet, begin = ping_of(office), 0, time.monotonic()
    while quiet < 40 and time.monotonic() - begin < 180:
        quiet = quiet + 1 if ping() < 0.03 else 0
        time.sleep(0.05)


def measure_commands(syllables):
    """How long each command of the menu holds up the window of a long document, at most."""
    from support import Dialog
    with support.new_office() as office:
        office.install()
        office.start()
        support.use_our_spell_checker(office)
        support.wait_for_engine(office)
        document = long_document(office, syllables)
        settle(office)
        frame = document.getCurrentController().getFrame()
        document.getCurrentController().getViewCursor().gotoStart(False)
        print("commands on %d pages, %d paragraphs" % (document.getCurrentController().PageCount, document.ParagraphCount))

        def probe(name, action, ready):
            with Probe(office) as probe:
                begin = time.monotonic()
                action()
                first = time.monotonic() - begin
                while not ready() and time.monotonic() - begin < 120:
                    time.sleep(0.05)
                seconds = time.monotonic() - begin
            print("   %-44s %6.2f s (%.2f s until it returns), main loop held up %4.0f ms at most of %d, %.2f s after the start"
                  % (name, seconds, first, 1000 * probe.longest, probe.count, probe.at))
            settle(office)

        def dispatch(command):
            url = office.struct("com.sun.star.util.URL", Complete="vnd.org.soat:" + command)
            frame.queryDispatch(url, "_self", 0).dispatch(url, ())

        def said():
            dialog = Dialog.find(office, TITLE, patience=0.01)
            return dialog.text() if dialog else ""

        def press(button, title=TITLE):
            Dialog.find(office, title).press(button)

        def shows(*words):
            return lambda: any(word in said() for word in words)

        probe("check: first finding", lambda: dispatch("check"), lambda: "«" in said())
        probe("check: all", lambda: None, shows("Còn "))
        for button in ("Chỗ tiếp theo", "Sửa", "Bỏ qua chỗ này", "Luôn bỏ qua cách viết này", "Sửa mọi chỗ giống thế này"):
            before = said()
            probe(button, lambda: press(button), lambda: said() != before and "«" in said())
        probe("Tắt quy tắc", lambda: (press("Tắt quy tắc này…"), press("Tắt quy tắc", "Soát")), lambda: "«" in said())
        probe("Undo", lambda: document.getUndoManager().undo(), lambda: True)
        probe("Đặt tiếng Việt và soát", lambda: press("Đặt tiếng Việt và soát"), lambda: "Còn " in said() and "Không soát" not in said())
        probe("check: closed at once", lambda: (dispatch("check"), press("Đóng")), lambda: not said())
        document.getCurrentController().select(document.Text)
        begun = len(document.getUndoManager().getAllUndoActionTitles())
        probe("restore diacritics (all)", lambda: dispatch("restore"), lambda: Dialog.find(office, "Thêm dấu tiếng Việt", 0.01) or len(document.getUndoManager().getAllUndoActionTitles()) > begun)
        document.getCurrentController().getViewCursor().gotoStart(False)
        probe("clear the ignore list", lambda: (dispatch("reset-ignored"), press("Xóa danh sách", "Soát")), lambda: True)
        probe("bare: a paragraph selected far away", lambda: document.getCurrentController().getViewCursor().gotoEnd(False), lambda: True)
        document.setModified(False)
        office.stop()


def text(figures):
    return ", ".join("%s %.1f" % item for item in figures.items())


def main():
    syllables = int(next((argument for argument in sys.argv[1:] if argument.isdigit()), 300000))
    measure_commands(syllables)
    if "commands" in sys.argv[1:]:
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
