"""Many edits, undone and redone, while the panel follows: in the end it shows what a fresh check finds, and memory has not grown.

SOAT_SOAK=2000 makes so many edits and measures the office's memory; by default there are few, so that the test is quick."""
import os
import random
import time
import unittest

import support
from support import ReviewPanel

EDITS = int(os.environ.get("SOAT_SOAK", "200"))
BATCH = 40  # edits between two looks
LOOKS = 25  # batches between two fresh checks when there are many
PARAGRAPHS = ("Mùa nứơc lên thì cả làng ra đồng từ sớm.", "Các nghành nghề ở xã đều khá lên nhiều.", "Mọi chữ trong dòng này đều đúng cả.",
              "Bà con góp ý rất sôi nổi cho bản kế hoạch.", "Việc tóan học không khó như nhiều người nghĩ.", "Trường nằm cạnh một con sông nhỏ.")
WORDS = ("nứơc", "nghành", "tóan", "trừơng", "sông", "làng", "nhiều nguời", "bản đồ", "quyễn sách", "mùa gặt")


class SoakTest(support.OfficeTest):
    def setUp(self):
        super().setUp()
        self.random = random.Random(20261127)
        self.document = self.new_document(*PARAGRAPHS * 4, hidden=False)
        self.document.getUndoManager().clear()
        frame = self.document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:check", "_self", 0, ())
        self.panel = ReviewPanel.find(self.office, self.document)

    def paragraphs(self):
        walk, found = self.document.Text.createEnumeration(), []
        while walk.hasMoreElements():
            found.append(walk.nextElement())
        return found

    def edit(self):
        """One of the things that people do to a text."""
        undo = self.document.getUndoManager()
        kind = self.random.choice(("word", "word", "word", "delete", "split", "join", "undo", "redo"))
        if kind == "undo":
            if undo.isUndoPossible():
                undo.undo()
            return
        if kind == "redo":
            if undo.isRedoPossible():
                undo.redo()
            return
        text, paragraphs = self.document.Text, self.paragraphs()
        number = self.random.randrange(len(paragraphs))
        cursor = text.createTextCursorByRange(paragraphs[number].getStart())
        written = paragraphs[number].getString()
        spaces = [i for i, c in enumerate(written) if c == " "] or [0]
        cursor.goRight(self.random.choice(spaces), False)
        if kind == "word":
            text.insertString(cursor, " " + self.random.choice(WORDS), False)
        elif kind == "delete":
            cursor.gotoEndOfWord(False)
            cursor.gotoNextWord(True)
            cursor.setString("")
        elif kind == "split" and len(paragraphs) < 40:
            text.insertControlCharacter(cursor, self.office.constant("com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK"), False)
        elif kind == "join" and number > 0 and len(paragraphs) > 12:
            cursor.gotoRange(paragraphs[number].getStart(), False)
            cursor.goLeft(1, True)
            cursor.setString(" ")

    def rows(self):
        return sorted(self.panel.rows(), key=repr)  # a row that goes meanwhile shows nothing

    def fresh(self):
        """What a check of a new document with the same text lists."""
        other = self.office.new_document(*self.document.Text.getString().split("\n"), hidden=False)
        try:
            frame = other.getCurrentController().getFrame()
            self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:check", "_self", 0, ())
            return sorted(ReviewPanel.find(self.office, other).rows(), key=repr)
        finally:
            other.setModified(False)
            other.close(True)

    def memory(self):
        """What of the office is in memory, in MB."""
        with open("/proc/%d/status" % self.office.pid()) as f:
            return next(int(line.split()[1]) for line in f if line.startswith("VmRSS")) / 1024

    def test_the_panel_shows_what_a_fresh_check_finds(self):
        sizes = []
        for batch in range(max(1, EDITS // BATCH)):
            for _ in range(BATCH):
                self.edit()
                if self.random.random() < 0.05:
                    time.sleep(0.7)  # as long as it takes until what was edited is read and checked, or is being
            self.document.getUndoManager().clear()
            if batch % LOOKS == LOOKS - 1 or EDITS < 1000:  # documents that come and go are the office's own memory
                fresh = self.fresh()
                self.assertTrue(support.until(lambda: self.rows() == fresh, 30), "batch %d: %r, fresh: %r" % (batch, self.rows(), fresh))
            else:
                time.sleep(3)
            sizes.append(self.memory())
        if EDITS >= 1000:
            print("memory after each %d edits: %s MB" % (BATCH, " ".join("%.1f" % size for size in sizes)))


if __name__ == "__main__":
    unittest.main()
