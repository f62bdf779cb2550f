"""Many edits, undone and redone, while the panel follows: in the end it shows what a fresh check finds, and memory has not grown.

SOAT_SOAK=2000 makes so many edits and measures the office's memory (measure_soak.py compares that with Writer's own); by default there are few, so that
the test is quick."""
import os
import time
import unittest

import support
from soak_edits import Edits
from support import ReviewPanel

EDITS = int(os.environ.get("SOAT_SOAK", "200"))
BATCH = 40  # edits between two looks
LOOKS = 25  # batches between two fresh checks when there are many


class SoakTest(support.OfficeTest):
    def setUp(self):
        super().setUp()
        self.edits = Edits(self.office)
        self.document = self.edits.document
        self._documents.append(self.document)
        frame = self.document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:check", "_self", 0, ())
        self.panel = ReviewPanel.find(self.office, self.document)

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

    def test_the_panel_shows_what_a_fresh_check_finds(self):
        sizes = []
        for batch in range(max(1, EDITS // BATCH)):
            for _ in range(BATCH):
                self.edits.edit()
                if self.edits.random.random() < 0.05:
                    time.sleep(0.7)  # as long as it takes until what was edited is read and checked, or is being
            self.document.getUndoManager().clear()
            if batch % LOOKS == LOOKS - 1 or EDITS < 1000:  # documents that come and go are the office's own memory
                fresh = self.fresh()
                self.assertTrue(support.until(lambda: self.rows() == fresh, 120), "batch %d: %r, fresh: %r" % (batch, self.rows(), fresh))
            else:
                time.sleep(3)
            sizes.append(self.edits.memory())
        if EDITS >= 1000:
            print("memory after each %d edits: %s MB" % (BATCH, " ".join("%.1f" % size for size in sizes)))


if __name__ == "__main__":
    unittest.main()
