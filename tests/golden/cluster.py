#!/usr/bin/env python3
"""The recipe for GNU parallel: a run whose shards are killed midway and that is run again gives each document one status.

    cluster.py SOAT
"""
import collections, json, os, pathlib, shutil, signal, subprocess, sys, tempfile, time, unittest

from tested_system import not_on_windows

SOAT = os.path.abspath(sys.argv.pop(1))
RECIPE = pathlib.Path(__file__).resolve().parents[2] / "packaging/cluster/soat-parallel"
DOCUMENTS = int(os.environ.get("SOAT_CLUSTER_DOCUMENTS", "2000"))


class Cluster(unittest.TestCase):
    @not_on_windows
    @unittest.skipUnless(shutil.which("parallel"), "no GNU parallel")
    def test_each_document_has_one_status(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            for i in range(DOCUMENTS):
                file = folder / "documents" / f"{i % 20:02}" / f"{i}.txt"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text("Uống nướcc.\n" if i % 7 == 0 else "Hôm nay trời đẹp.\n", encoding="utf-8")
            environment = {**os.environ, "SOAT": SOAT, "DICPATH": str(folder)}
            command = [RECIPE, "4", folder / "documents", folder / "results", "--jobs", "2"]
            first = subprocess.Popen(command, env={**environment, "LLVM_PROFILE_FILE": "/dev/null"}, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while first.poll() is None and not any(file.stat().st_size > 2000 for file in folder.glob("results/*.jsonl")):
                time.sleep(0.02)
            os.killpg(first.pid, signal.SIGKILL)
            first.wait()
            deadline = time.monotonic() + 60  # until the killed ones' locks are gone
            while subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, timeout=600).returncode != 0:
                self.assertLess(time.monotonic(), deadline)
                time.sleep(0.5)
            lines = [json.loads(line) for file in folder.glob("results/*.jsonl") for line in file.read_text(encoding="utf-8").splitlines()]
            statuses = collections.Counter(line["file"] for line in lines if "status" in line)
            self.assertEqual(len(statuses), DOCUMENTS)
            self.assertEqual(set(statuses.values()), {1})
            self.assertEqual(sum("rule" in line for line in lines), -(-DOCUMENTS // 7))
            merged = subprocess.run([SOAT, "report", "--format", "json", *folder.glob("results/*.jsonl")], check=True, capture_output=True)
            self.assertEqual(json.loads(merged.stdout)["documents"], DOCUMENTS)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
