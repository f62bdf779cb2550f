#!/usr/bin/env python3
"""That tools/retrain makes every trained file from a small corpus, of sentences of our own, and that the command checks text with them.

    retrained.py PROGRAMS      the folder with soat, context-trainer, garble-trainer, list_syllables, mend-texts
"""
import hashlib
import importlib.machinery
import importlib.util
import lzma
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAMS = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else TOP / "build/release/bin").resolve()

WHO = ["Chính quyền xã", "Hội đồng nhân dân tỉnh", "Ủy ban nhân dân huyện", "Công ty tư nhân", "Trường đại học", "Các giáo viên", "Học sinh", "Sinh viên",
       "Nông dân trong vùng", "Văn phòng chính phủ", "Các nghệ sĩ", "Cán bộ quản lý", "Bác sĩ", "Nhân viên của công ty", "Người dân địa phương"]
DOES = ["đã tổ chức", "sẽ bàn về", "quan tâm đến", "muốn phát triển", "nói nhiều về", "đang thực hiện", "chưa nghe nói đến", "đã công bố", "vẫn chờ đợi", "góp ý cho"]
WHAT = ["chương trình giáo dục", "kế hoạch kinh tế", "công trình văn hóa", "nền nông nghiệp sạch", "dịch vụ du lịch", "tài liệu khoa học", "chính sách xã hội",
        "dự án nghệ thuật", "hội nghị quốc tế", "kỹ thuật trồng lúa", "đời sống của nhân dân", "việc bảo vệ rừng", "cuộc thi nấu ăn", "buổi chợ phiên"]
WHEN = ["trong năm nay", "vào mùa xuân", "ở nhiều địa phương", "từ tháng sau", "cùng với các đơn vị khác", "mỗi khi trời mưa", "theo quyết định mới",
        "để mọi người cùng biết", "như đã hứa", "sau kỳ nghỉ hè"]


def sentences(count, seed):
    choose = random.Random(seed).choice
    return "".join("%s %s %s %s.\n" % tuple(map(choose, (WHO, DOES, WHAT, WHEN))) for _ in range(count)).encode()


def retrain_module():
    loader = importlib.machinery.SourceFileLoader("retrain", str(TOP / "tools/retrain"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("retrain", loader))
    loader.exec_module(module)
    return module


class Retraining(unittest.TestCase):
    def run_it(self, corpus, out, *more):
        done = subprocess.run([sys.executable, "-B", TOP / "tools/retrain", corpus, "--out", out, "--programs", PROGRAMS, "--block", "20", "--every", "3",
                               *more], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def test_every_trained_file_comes_out_of_a_corpus(self):
        trained = retrain_module().TRAINED
        with tempfile.TemporaryDirectory() as folder:
            corpus, out = pathlib.Path(folder, "corpus"), pathlib.Path(folder, "out")
            corpus.mkdir()
            misspelt = "Hai xã đã sát nhập từ năm ngoái.\n" * 5
            (corpus / "one.txt").write_bytes(sentences(2000, 1) + misspelt.encode())
            (corpus / "two.txt.xz").write_bytes(lzma.compress(sentences(2000, 2), preset=0))
            (corpus / "SOURCES.tsv").write_text("source\tfile\na\ttwo.txt.xz\nb\tone.txt\n", encoding="utf-8")
            said = self.run_it(corpus, out)
            self.assertNotIn("as it was", said)

            # The model does not see what everybody misspells, and all else as it stands.
            self.assertEqual((out / "texts/one.txt").read_bytes(), sentences(2000, 1) + misspelt.replace("sát", "sáp").encode())
            self.assertEqual((out / "texts/one.tsv").read_text(encoding="utf-8"), "sát nhập\tsáp nhập\t5\n")

            # The decision of the context rule is calibrated on drafts, of which there are none here.
            for name in set(trained) - {"context-decision.txt"}:
                self.assertNotEqual((out / "data" / name).read_bytes(), (TOP / "dictionaries/vi" / name).read_bytes(), name)
            rows = [line.split("\t") for line in (out / "trained-from.tsv").read_text(encoding="utf-8").splitlines()[1:]]
            came_in = {name: digest for kind, name, digest in rows if kind == "in"}
            came_out = {name: digest for kind, name, digest in rows if kind == "out"}
            self.assertEqual(came_in["one.txt"], hashlib.sha256((corpus / "one.txt").read_bytes()).hexdigest())
            self.assertEqual(set(came_out), set(trained))
            for name, digest in came_out.items():
                self.assertEqual(digest, hashlib.sha256((out / "data" / name).read_bytes()).hexdigest(), name)

            # The command takes the new data: it says nothing of files that it cannot use.
            draft = pathlib.Path(folder, "draft.txt")
            draft.write_text("Chính quyền xã đã tổ chức chương trình giáo dụk trong năm nay.\n", encoding="utf-8")
            checked = subprocess.run([PROGRAMS / "soat", "check", draft], capture_output=True, text=True, check=False,
                                     env=dict(os.environ, SOAT_DATA=str(out / "data")))
            self.assertEqual((checked.returncode, checked.stderr), (1, ""))
            self.assertIn("dụk", checked.stdout)

            # Once more: nothing to be done; and from the same texts elsewhere, the same bytes.
            said = self.run_it(corpus, out)
            self.assertEqual([line for line in said.splitlines()[:-1] if not line.endswith("as it was")], [])
            self.run_it(corpus, pathlib.Path(folder, "again"), "--only", "context.vectors", "--only", "context-trees.txt")
            for name in ("soat.model", "context-slips.tsv", "context.vectors", "context-trees.txt"):
                self.assertEqual((out / "data" / name).read_bytes(), (pathlib.Path(folder, "again/data") / name).read_bytes(), name)

    def test_texts_come_in_the_order_of_their_table_and_others_behind(self):
        with tempfile.TemporaryDirectory() as folder:
            corpus = pathlib.Path(folder)
            for name in ("a.txt", "b.txt.xz", "c.txt"):
                (corpus / name).touch()
            (corpus / "SOURCES.tsv").write_text("source\tfile\nx\tc.txt\ny\tb.txt.xz (a part)\nz\tgone.txt\n", encoding="utf-8")
            self.assertEqual([text.name for text in retrain_module().texts_of(corpus)], ["c.txt", "b.txt.xz", "a.txt"])

    def test_what_is_held_out_is_in_no_text_to_fit_on(self):
        split = retrain_module().split
        with tempfile.TemporaryDirectory() as folder:
            names = [pathlib.Path(folder, name) for name in ("text", "kept", "some", "some-kept", "context", "spun-1", "spun-2")]
            names[0].write_bytes(b"".join(b"%d\n" % i for i in range(600)))
            split([names[0]], *names[1:5], names[5:], 10, 4)
            text, kept, some, some_kept, context, *spun = [set(path.read_bytes().split()) for path in names]
            held_out = context.union(*spun)
            self.assertEqual(kept | held_out, text)
            self.assertEqual(len(kept) + len(context) + sum(map(len, spun)), len(text))
            self.assertEqual(len(held_out), 150)
            self.assertTrue(some_kept <= kept and some_kept == some - held_out)
            self.assertTrue(context and all(spun))
            with self.assertRaisesRegex(SystemExit, "600 lines are too few"):
                split([names[0]], *names[1:5], names[5:], 100, 4)


if __name__ == "__main__":
    unittest.main()
