#!/usr/bin/env python3
"""Tests of spin.py: what it says was damaged, repaired, gives the text back."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import spin  # noqa: E402

CLEAN = """\
Sáng nay, Ủy ban nhân dân xã họp bàn kế hoạch phát triển kinh tế và xã hội của địa phương trong năm tới.
ĐẢNG ỦY XÃ lãnh đạo nhân dân xây dựng nông thôn mới; Bí thư chi bộ thôn kiểm tra tiến độ công trình.

Bệnh nhân được bác sĩ khám, điều trị tại bệnh viện. Sức khỏe của chị đã tốt hơn nhiều.
"""
TABLE = """\
# a comment
xã > làng|thôn xóm
hội > lễ hội
thư > lá thư
kế hoạch > dự tính
nhiều|vô số
bệnh nhân|người ốm
"""


class SpinTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.table = self.write("table.txt", TABLE)

    def write(self, name, text):
        path = os.path.join(self.folder.name, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def spin(self, *arguments, text=CLEAN, table=None):
        gold = os.path.join(self.folder.name, "gold.jsonl")
        result = subprocess.run([sys.executable, os.path.join(HERE, "spin.py"), "--gold", gold, *arguments, "--table",
                                 "test=" + (table or self.table), self.write("clean.txt", text)],
                                check=True, capture_output=True, text=True, encoding="utf-8")
        with open(gold, encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        self.assertEqual([line for line in result.stdout.split("\n") if line], [row["text"] for row in rows])
        return rows

    def repaired(self, row):
        text = row["text"]
        for span in reversed(row["spans"]):
            self.assertEqual(text[span["start"]:span["end"]], span["text"])
            text = text[:span["start"]] + span["right"] + text[span["end"]:]
        return text

    def test_repairing_gives_the_text_back(self):
        for seed in range(20):
            rows = self.spin("--density", "0.8", "--soft", "1", "--leftovers", "0.2", "--seed", str(seed))
            self.assertEqual([self.repaired(row) for row in rows], [line for line in CLEAN.split("\n") if line])
            self.assertTrue(any(row["spans"] for row in rows))

    def test_a_syllable_of_a_word_is_broken_and_one_by_itself_may_be_not(self):
        rows = self.spin("--density", "1", "--soft", "1", "--lost-capitals", "0")
        spans = [span for row in rows for span in row["spans"]]
        found = {(span["right"].lower(), span["types"][0]) for span in spans}
        self.assertLessEqual(found, {("xã", "SPUN_A"), ("hội", "SPUN_A"), ("xã", "SPUN_B"), ("thư", "SPUN_A"),
                                     ("kế hoạch", "SPUN_A"), ("nhiều", "SPUN_B"), ("bệnh nhân", "SPUN_B")})
        broken = [span for span in spans if span["right"] == "thư"]
        self.assertEqual([span["text"] for span in broken], ["lá thư"])
        self.assertEqual(broken[0]["types"], ["SPUN_A"])

    def test_case_is_kept_or_lost(self):
        texts = {span["text"] for row in self.spin("--density", "1", "--soft", "1", "--lost-capitals", "0")
                 for span in row["spans"]}
        self.assertTrue(texts & {"LÀNG", "THÔN XÓM"})
        self.assertIn("Người ốm", texts)
        lost = [span for row in self.spin("--density", "1", "--soft", "1", "--lost-capitals", "1")
                for span in row["spans"] if span["right"] == "Bệnh nhân"]
        self.assertEqual((lost[0]["text"], lost[0]["types"]), ("người ốm", ["CAPITAL"]))

    def test_the_seed_decides(self):
        self.assertEqual(self.spin("--seed", "7"), self.spin("--seed", "7"))
        self.assertNotEqual([self.spin("--seed", str(seed)) for seed in range(6)], [self.spin("--seed", "7")] * 6)

    def test_clean_documents_stay_clean(self):
        rows = self.spin("--clean-share", "1", "--density", "1")
        self.assertEqual([row["spans"] for row in rows], [[], [], []])
        self.assertEqual([row["doc"] for row in rows], ["00000", "00000", "00001"])

    def test_parts_are_disjoint(self):
        def pairs(part):
            return {span["pair"] for row in self.spin("--part", part, "--density", "1", "--soft", "1") for span in row["spans"]}
        self.assertFalse(pairs("0/2") & pairs("1/2"))
        self.assertTrue(pairs("0/2") | pairs("1/2"))

    def test_pairs_of_another_table_can_be_left_out(self):
        other = self.write("other.txt", "xã > làng|thôn xóm|buôn\n")
        pairs = {span["pair"] for row in self.spin("--unlike", other, "--density", "1", "--soft", "1")
                 for span in row["spans"]}
        self.assertTrue(pairs)
        self.assertFalse(any(pair.startswith("xã >") for pair in pairs))

    def test_its_table_is_not_the_detectors(self):
        detector = spin.pairs_of(spin.read_table(os.path.join(HERE, "../../../dictionaries/vi/substitutions.txt")))
        own = spin.pairs_of(spin.read_table(os.path.join(HERE, "pairs.txt")))
        self.assertGreater(len(own), 300)
        self.assertLess(len(own & detector), len(own) / 10)


if __name__ == "__main__":
    unittest.main()
