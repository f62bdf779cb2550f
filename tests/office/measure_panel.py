#!/usr/bin/python3
"""How quick the side panel is: until its list begins and is full for a draft of 50 pages, fixing a thousand findings at once, typing beside it, and
how many presses bring a rewritten article to rights. Prints figures and judges nothing; a busy machine gives other figures.

    tests/office/measure_panel.py [draft] [fix] [type] [article]      (all; the package is build/release/soat.oxt or SOAT_OXT)
"""
import difflib
import json
import os
import random
import subprocess
import sys
import tempfile
import time

import support
from measure_writer import document_text
from probe import Probe, on_main_thread, ping_of, settle
from support import Dialog, ReviewPanel

PAGES_50 = 25000  # syllables


class Desk:
    """A document with the panel beside it."""

    def __init__(self, office, paragraphs):
        self.office = office
        self.document = office.new_document(*paragraphs, hidden=False)
        self.frame = self.document.getCurrentController().getFrame()
        self.document.getCurrentController().getViewCursor().gotoStart(False)
        settle(office, 2)

    def dispatch(self, command):
        url = self.office.struct("com.sun.star.util.URL", Complete="vnd.org.soat:" + command)
        self.frame.queryDispatch(url, "_self", 0).dispatch(url, ())

    def open_panel(self):
        self.dispatch("panel")
        self.panel = ReviewPanel.find(self.office, self.document, patience=30)
        self.rows = self.panel.window.getControl("findings").getModel().GridDataModel
        settle(self.office)

    def check(self):
        """Presses Soát; gives the seconds until there are rows, and until all are there."""
        begin, first = time.monotonic(), None
        self.panel.press("Soát")
        while True:
            if first is None and self.rows.RowCount > 0:
                first = time.monotonic() - begin
            if "Còn" in self.panel.status() and self.rows.RowCount > 0:
                return first, time.monotonic() - begin
            time.sleep(0.005)

    def close(self):
        self.document.setModified(False)
        self.document.close(True)


def draft(office):
    desk = Desk(office, list(document_text(PAGES_50)))
    desk.open_panel()
    with Probe(office) as probe:
        first, full = desk.check()
    print("draft of %d pages: first rows in %.2f s, all %d in %.2f s; main loop held up %.0f ms at most"
          % (desk.document.getCurrentController().PageCount, first, desk.rows.RowCount, full, 1000 * probe.worst.own), flush=True)
    with Probe(office) as probe:
        again, full = desk.check()
    print("   once more: first rows in %.2f s, all in %.2f s; main loop held up %.0f ms at most" % (again, full, 1000 * probe.worst.own), flush=True)
    desk.close()


def fix(office):
    choose = random.Random(3)
    texts = list(document_text(PAGES_50, seed=8))
    count = 0
    while count < 1000:
        number = choose.randrange(len(texts))
        words = texts[number].split(" ")
        words.insert(choose.randrange(1, len(words) - 1), choose.choice(("nghành", "nứơc", "trừơng", "đuợc", "nguời")))
        texts[number] = " ".join(words)
        count += 1
    desk = Desk(office, texts)
    desk.open_panel()
    desk.check()
    before = desk.rows.RowCount
    undo = desk.document.getUndoManager()
    undo.clear()
    desk.dispatch("fix-sure")
    dialog = Dialog.find(office, "Sửa mọi chỗ chắc chắn")
    button = next(name for name in dialog.buttons() if name.startswith("Sửa"))
    with Probe(office) as probe:
        begin = time.monotonic()
        dialog.press(button)
        while "Đã sửa" not in desk.panel.text():
            time.sleep(0.02)
        seconds = time.monotonic() - begin
    print("%s of %d: %.2f s, %d undo step(s); main loop held up %.0f ms at most" % (button, before, seconds, len(undo.getAllUndoActionTitles()), 1000 * probe.worst.own), flush=True)
    begin = time.monotonic()
    on_main_thread(office, undo.undo)
    print("   undone in %.2f s" % (time.monotonic() - begin), flush=True)
    desk.close()


def typing(office):
    """Letters come as the keyboard gives them; meanwhile the main loop is asked how long it takes to come round."""
    text = " Các nghành nghề ở xã đều khá lên, bà con góp ý rất sôi nổi."
    for name, opened in (("panel closed", False), ("panel open", True)):
        desk = Desk(office, list(document_text(PAGES_50)))
        if opened:
            desk.open_panel()
            desk.check()
        settle(office)
        ping, pings = ping_of(office), []
        helper = office.new("com.sun.star.frame.DispatchHelper")
        for letter in text * 4:
            on_main_thread(office, lambda: helper.executeDispatch(desk.frame, ".uno:InsertText", "", 0, office.properties(Text=letter)))
            end = time.monotonic() + 0.1
            while time.monotonic() < end:
                pings.append(ping())
                time.sleep(0.002)
        pings.sort()
        print("typing, %s: main loop came round in %.1f ms (median), %.1f ms (99 of 100), %.1f ms (longest) of %d"
              % (name, 1000 * pings[len(pings) // 2], 1000 * pings[int(0.99 * len(pings))], 1000 * pings[-1], len(pings)), flush=True)
        desk.close()


def rewritten_article(words):
    """(paragraphs, how they read before, damaged places) of a text that a program has rewritten."""
    with tempfile.TemporaryDirectory() as folder:
        plain, gold = os.path.join(folder, "plain.txt"), os.path.join(folder, "gold.jsonl")
        choose, count = random.Random(5), 0
        with open(os.path.join(support.top, "tests/data/sample-vi.txt"), encoding="utf-8") as f:
            lines = [line.strip() for line in f if len(line.split()) > 8]
        with open(plain, "w", encoding="utf-8") as f:
            while count < words:
                line = choose.choice(lines)
                count += len(line.split())
                f.write(line + "\n")
        spinner = os.path.join(support.top, "tests/tools/spinner/spin.py")
        subprocess.run([sys.executable, spinner, "--gold", gold, plain], check=True, stdout=subprocess.DEVNULL)
        with open(gold, encoding="utf-8") as f:
            rows = [json.loads(line) for line in f]
        with open(plain, encoding="utf-8") as f:
            return [row["text"] for row in rows], [line.strip() for line in f], sum(len(row["spans"]) for row in rows)


def article(office):
    """From the opened document: check, ask for all sure ones, fix them."""
    spun, plain, damaged = rewritten_article(4700)
    desk = Desk(office, spun)
    desk.open_panel()  # by its key, which checks as well
    desk.check()
    presses, before = 1, desk.rows.RowCount
    desk.panel.press("Sửa mọi chỗ chắc chắn (N)…")
    dialog = Dialog.find(office, "Sửa mọi chỗ chắc chắn")
    dialog.press(next(name for name in dialog.buttons() if name.startswith("Sửa")))
    presses += 2
    while "Đã sửa" not in desk.panel.text():
        time.sleep(0.02)
    settle(office)
    now = desk.document.Text.getString().split("\n")

    def wrong(texts):
        pairs = [difflib.SequenceMatcher(None, text.split(), right.split(), autojunk=False) for text, right in zip(texts, plain)]
        return sum(max(b - a, d - c) for pair in pairs for kind, a, b, c, d in pair.get_opcodes() if kind != "equal")
    print("rewritten article, %d words, %d places damaged (%d words): %d findings; after %d presses %d words are others than before it was rewritten; %s"
          % (sum(len(one.split()) for one in spun), damaged, wrong(spun), before, presses, wrong(now), desk.panel.status()), flush=True)
    desk.close()


def main():
    wanted = sys.argv[1:] or ["draft", "fix", "type", "article"]
    parts = {"draft": draft, "fix": fix, "type": typing, "article": article}
    with support.new_office() as office:
        office.install()
        office.start()
        support.use_our_spell_checker(office)
        support.wait_for_engine(office)
        for name in wanted:
            parts[name](office)
        office.stop()


if __name__ == "__main__":
    main()
