"""Edits as people make them, again and again: for the soak and for measuring memory."""
import random

PARAGRAPHS = ("Mùa nứơc lên thì cả làng ra đồng từ sớm.", "Các nghành nghề ở xã đều khá lên nhiều.", "Mọi chữ trong dòng này đều đúng cả.",
              "Bà con góp ý rất sôi nổi cho bản kế hoạch.", "Việc tóan học không khó như nhiều người nghĩ.", "Trường nằm cạnh một con sông nhỏ.")
WORDS = ("nứơc", "nghành", "tóan", "trừơng", "sông", "làng", "nhiều nguời", "bản đồ", "quyễn sách", "mùa gặt")


class Edits:
    def __init__(self, office, seed=20261127):
        self.office, self.random = office, random.Random(seed)
        self.document = office.new_document(*PARAGRAPHS * 4, hidden=False)
        self.document.getUndoManager().clear()

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

    def memory(self):
        """What of the office is in memory, in MB."""
        with open("/proc/%d/status" % self.office.pid()) as f:
            return next(int(line.split()[1]) for line in f if line.startswith("VmRSS")) / 1024
