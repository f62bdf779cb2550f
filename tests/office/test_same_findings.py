"""Check Document, the marks while one types, and the command find the same in the same text."""
import json
import os
import random
import subprocess
import tempfile
import unittest

import support
from support import cut, proofread, units

COMMAND = os.path.join(os.path.dirname(support.OXT), "bin/soat")

# What only the whole document shows, or the whole document shows better than a paragraph by itself; docs/architecture.md says so.
WHOLE_DOCUMENT = ("garble.", "style.", "citation.legal-first-mention", "citation.missing-entry", "residue.repeated", "residue.web",
                  "punctuation.final", "punctuation.unbalanced", "spelling.context", "spelling.joined", "capitalisation.")

FAULTS = ("Các nghành nghề ở xã đều khá lên.", "Vào mùa nứơc lên, ai cũng bận.", "Bà con được mời họp , nghe xong thì về.", "Trẻ em đượcđi học cả.",
          "Chieecs xe ấy đã cũ.", "Ðại hội họp ba ngày.", "Cuộc họp kéo dài,, ai cũng mệt.", "Xem https://vidu.vn/bai-viet-so-12-ve-nguoi-dan để rõ thêm.",
          "Gửi thư về lan.nguyen@vidu.vn trước thứ bảy.", "Căn cứ Nghị định số 30/2020/ND-CP, các xã làm theo.", "Chúng tôi không thích giử của người khác.",
          "Tệp bao-cao-thang-sau.docx nằm ở đó.", "Ông có ký tự ẩn\u200b giữa chữ.", "Cô ấy dạy học ở trường trung học cơ sở.", "Anh nói “thôi được rồi.")


# A note's anchor will stand in the place of its full stop.
UNFINISHED = "Cuộc họp bàn về việc gieo trồng vụ tới ở xã. Bà con góp ý rất sôi nổi cho bản kế hoạch ấy"


def generated(paragraphs=160, seed=11):
    choose = random.Random(seed)
    with open(os.path.join(support.top, "tests/data/sample-vi.txt"), encoding="utf-8") as f:
        plain = [line.strip() for line in f if len(line.split()) > 8]
    for n in range(paragraphs):
        yield " ".join([choose.choice(plain)] + choose.sample(FAULTS, 2) if n % 3 else [choose.choice(FAULTS), choose.choice(plain)])


class SameFindingsTest(support.OfficeTest):
    def setUp(self):
        super().setUp()
        paragraphs = list(generated())
        paragraphs[60:63] = ["CÁC NGHÀNH KINH TẾ QUỐC DÂN", "Ủy ban mời các nguờiDân đến họp.", UNFINISHED]
        self.document = self.new_document(*paragraphs[:120])
        text = self.document.Text
        table = self.document.createInstance("com.sun.star.text.TextTable")
        table.initialize(5, 4)
        text.insertTextContent(text.getEnd(), table, False)
        for name, paragraph in zip(table.getCellNames(), paragraphs[120:140]):
            table.getCellByName(name).setString(paragraph)
        walk = text.createEnumeration()
        at_ends = [walk.nextElement() for _ in range(63)]
        for number, paragraph in zip([*range(19), 62], paragraphs[140:]):
            note = self.document.createInstance("com.sun.star.text.Footnote")
            text.insertTextContent(at_ends[number].getEnd(), note, False)
            note.setString(paragraph)
        self.checker = self.office.new("org.soat.TextChecker")

    def checked(self):
        """Of Check Document: (paragraph's text, start, end, rule)."""
        paragraphs = self.checker.paragraphsOf(self.document)
        return {(paragraphs[f.paragraph], f.start, f.end, f.rule) for f in self.checker.checkDocument(self.document, "normal")}

    def test_the_command_finds_what_the_office_finds(self):
        paragraphs = [p.replace("\ufffc", "") for p in self.checker.paragraphsOf(self.document)]
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "a.txt")
            with open(path, "w", encoding="utf-8") as f:
                f.write("\n".join(paragraphs))
            done = subprocess.run([COMMAND, "check", "--format", "jsonl", path], stdout=subprocess.PIPE)
            lines = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
            found = sorted((line["paragraph"] if "paragraph" in line else line["line"], line["rule"]) for line in lines if "rule" in line)
        first = min(number for number, _ in found)
        office = sorted((f.paragraph, f.rule) for f in self.checker.check("\n".join(paragraphs), "normal"))
        shift = first - office[0][0]
        self.assertEqual([(number - shift, rule) for number, rule in found], office)
        whole = sorted((f.paragraph, f.rule) for f in self.checker.checkDocument(self.document, "normal"))
        self.assertEqual(whole, office)

    def test_the_marks_stand_where_the_check_finds_something(self):
        checked = self.checked()
        spelling = self.office.new("org.soat.SpellChecker")
        dictionary_marks = []
        for text in set(self.checker.paragraphsOf(self.document)):
            if "\ufffc" in text:
                continue
            marks = {(e.nErrorStart, e.nErrorStart + e.nErrorLength) for e in proofread(self.office, text).aErrors}
            reds = self.red_waves(spelling, text)
            found = {(start, end): rule for (paragraph, start, end, rule) in checked if paragraph == text}
            for (start, end), rule in found.items():
                if rule.startswith(WHOLE_DOCUMENT):
                    continue
                covered = (start, end) in marks or any(a >= start and b <= end for a, b in reds)
                self.assertTrue(covered, (text, cut(text, start, end - start), rule))
            for start, end in reds:
                covered = any(a < end and start < b for a, b in found)
                if not covered:
                    dictionary_marks.append(cut(text, start, end - start))
        self.assertEqual(dictionary_marks, [])

    def test_text_in_fields(self):
        said = "nghành ấy và nghành kia"
        document = self.new_document("Bà con bàn về ", hidden=False)
        document.DocumentProperties.Title = said
        kinds = {"Input": {"Content": said}, "DropDown": {"Items": (said, "x"), "SelectedItem": said}, "docinfo.Title": {},
                 "ConditionalText": {"Condition": "TRUE", "TrueContent": said, "FalseContent": said}, "User": None, "PageNumber": {"SubType": 1, "NumberingType": 4}}
        for kind, values in kinds.items():
            end = document.Text.createTextCursorByRange(document.Text.getEnd())
            field = document.createInstance("com.sun.star.text.textfield." + kind)
            if values is None:
                master = document.createInstance("com.sun.star.text.fieldmaster.User")
                master.Name, master.Content = "ten", said
                field.attachTextFieldMaster(master)
            for name, value in (values or {}).items():
                setattr(field, name, value)
            document.Text.insertTextContent(end, field, False)
            end.gotoEnd(False)
            document.Text.insertString(end, " của nghành ta.", False)
            document.Text.insertControlCharacter(document.Text.getEnd(), 0, False)
            document.Text.insertString(document.Text.getEnd(), "Bà con bàn về ", False)
        document.TextFields.refresh()
        wanted = 3 * (len(kinds) - 1) + 1

        def count(texts_and_places):
            return sum(cut(text, start, end - start) == "nghành" for text, start, end in texts_and_places)
        paragraphs = self.checker.paragraphsOf(document)
        self.assertEqual(count((paragraphs[f.paragraph], f.start, f.end) for f in self.checker.checkDocument(document, "normal")), wanted, paragraphs)
        spelling, live = self.office.new("org.soat.SpellChecker"), 0
        for paragraph in self.office.flat_paragraphs(document):
            positions = self.office.properties(FieldPositions=self.office.uno.Any("[]long", paragraph.getPropertyValue("FieldPositions")))
            text = paragraph.getText()
            marks = {(e.nErrorStart, e.nErrorStart + e.nErrorLength) for e in proofread(self.office, text, properties=positions).aErrors}
            live += count((text, start, end) for start, end in marks | self.red_waves(spelling, text))
        self.assertEqual(live, wanted)
        with tempfile.TemporaryDirectory() as folder:
            for ending, filter_name in (("odt", "writer8"), ("fodt", "OpenDocument Text Flat XML"), ("docx", "MS Word 2007 XML")):
                with self.subTest(ending=ending):
                    path = os.path.join(folder, "a." + ending)
                    document.storeToURL(self.office.uno.systemPathToFileUrl(path), self.office.properties(FilterName=filter_name))
                    done = subprocess.run([COMMAND, "check", "--format", "jsonl", path], stdout=subprocess.PIPE)
                    lines = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
                    self.assertEqual(sum(line.get("text") == "nghành" for line in lines), wanted)
                    again = self.office.load(path)
                    try:
                        paragraphs = self.checker.paragraphsOf(again)
                        found = [(paragraphs[f.paragraph], f.start, f.end) for f in self.checker.checkDocument(again, "normal")]
                        self.assertEqual(count(found), wanted, paragraphs)
                    finally:
                        again.close(True)

    def red_waves(self, spelling, text):
        """The words as Writer's own word break gives them to the spell checker."""
        breaks = self.office.new("com.sun.star.i18n.BreakIterator")
        at, found, kind = 0, set(), self.office.constant("com.sun.star.i18n.WordType.DICTIONARY_WORD")
        while at < units(text):
            word = breaks.nextWord(text, at, self.office.locale(), kind) if at else breaks.getWordBoundary(text, 0, self.office.locale(), kind, True)
            if word.startPos < at or word.endPos <= word.startPos:
                break
            part = cut(text, word.startPos, word.endPos - word.startPos)
            if part.strip() and not spelling.isValid(part, self.office.locale(), ()):
                found.add((word.startPos, word.endPos))
            at = max(word.startPos, at + 1) if word.startPos > at else word.endPos
        return found


if __name__ == "__main__":
    unittest.main()
