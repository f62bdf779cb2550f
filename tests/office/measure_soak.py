#!/usr/bin/python3
"""How the office's memory grows over many edits, undone and redone: with Soát's panel open, with Soát but no panel, and without Soát. Prints figures and
judges nothing.

    tests/office/measure_soak.py [EDITS]      (2,000; the package is build/release/soat.oxt or SOAT_OXT)
"""
import sys
import time

import support
from probe import settle
from soak_edits import Edits

BATCH = 100


def measure(name, edits, extension, panel):
    with support.new_office() as office:
        if extension:
            office.install()
        office.start()
        if extension:
            support.use_our_spell_checker(office)
            support.wait_for_engine(office)
        made = Edits(office)
        if panel:
            frame = made.document.getCurrentController().getFrame()
            office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:check", "_self", 0, ())
            support.ReviewPanel.find(office, made.document)
        sizes = []
        for _ in range(edits // BATCH):
            for _ in range(BATCH):
                made.edit()
                if made.random.random() < 0.05:
                    time.sleep(0.7)  # as long as it takes until what was edited is read and checked, or is being
            made.document.getUndoManager().clear()
            settle(office)
            sizes.append(made.memory())
        print("%-22s %s MB; the second half grew by %.1f MB" % (name, " ".join("%.1f" % size for size in sizes), sizes[-1] - sizes[len(sizes) // 2]), flush=True)
        made.document.setModified(False)
        office.stop()


def main():
    edits = int(next((argument for argument in sys.argv[1:] if argument.isdigit()), 2000))
    for name, extension, panel in (("Soát, panel open", True, True), ("Soát, panel closed", True, False), ("without Soát", False, False)):
        measure(name, edits, extension, panel)


if __name__ == "__main__":
    main()
