#!/usr/bin/env python3
"""soat check as offices and archives run it: documents that come one by one, documents that hang, crash or take all memory, runs that are
broken off, settings, baselines, the cache.

    pipeline.py SOAT
"""
import json, os, pathlib, subprocess, sys, tempfile, time, unittest, zipfile

from tested_system import EMULATOR, SLOWDOWN, not_on_windows, with_limits_of_memory

SOAT = os.path.abspath(sys.argv.pop(1))
WRONG, RIGHT = "Uống nướcc.\n", "Uống nước.\n"
LONG = WRONG * 1_000_000  # takes many seconds
LIMIT = 5 * min(SLOWDOWN, 4)  # seconds, in which a document that does not hang is done


def odt(file, body):
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
                      'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>' + body +
                      "</office:text></office:body></office:document-content>")


class Pipeline(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.environment = {**os.environ, "DICPATH": str(self.folder)}

    def soat(self, *arguments, status=None, **options):
        result = subprocess.run([SOAT, *map(str, arguments), "--lang-ui", "en"], cwd=self.folder, env=self.environment, timeout=120,
                                **{"capture_output": True, **options})
        if status is not None:
            self.assertEqual(result.returncode, status, result.stderr.decode() + result.stdout.decode())
        return result

    def write(self, name, text):
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return name

    def lines(self, result):
        return [json.loads(line) for line in result.stdout.splitlines()]

    def statuses(self, result):
        return [(one.get("file", one.get("id")), one["status"]) for one in self.lines(result) if "status" in one]

    # ---- documents that come one by one ----

    def test_json_lines_in_and_out_in_order(self):
        self.write("a.txt", WRONG)
        given = "".join(json.dumps(one) + "\n" for one in
                        [{"id": "một", "text": WRONG}, {"id": 2, "path": "a.txt"}, {"id": "x"}, {"id": 4, "path": "none.txt"},
                         {"id": 5, "text": RIGHT}]) + "not json\n\n"
        result = self.soat("check", "--input", "jsonl", "--format", "jsonl", "--status", "-j", 2, "-", input=given.encode(), status=2)
        lines = self.lines(result)
        found = [one for one in lines if "status" not in one]
        self.assertEqual([(one["id"], one["text"]) for one in found], [("một", "nướcc"), (2, "nướcc")])
        self.assertEqual([one.get("file") for one in found], [None, "a.txt"])
        self.assertEqual([(one["id"], one["status"]) for one in lines if "status" in one],
                         [("một", "checked"), (2, "checked"), ("x", "failed"), (4, "failed"), (5, "checked"), (None, "failed")])
        self.assertIn("line 6", result.stderr.decode())

    @unittest.skipIf(EMULATOR == "wine", "Wine does not tell whether a pipe from outside has something")
    def test_an_answer_comes_before_the_next_document(self):
        run = subprocess.Popen([SOAT, "check", "--input", "jsonl", "--format", "jsonl", "--status", "-"], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, env=self.environment, cwd=self.folder)
        for number in range(3):
            run.stdin.write((json.dumps({"id": number, "text": RIGHT}) + "\n").encode())
            run.stdin.flush()
            self.assertEqual(json.loads(run.stdout.readline())["id"], number)
        run.stdin.close()
        self.assertEqual(run.stdout.read(), b"")
        run.stdout.close()
        self.assertEqual(run.wait(timeout=60), 0)

    def test_files_from_a_list(self):
        for name in ("a.txt", "b.txt"):
            self.write(name, WRONG)
        self.write("list", "b.txt\na.txt\n")
        want = [("b.txt", "checked"), ("a.txt", "checked")]
        for given, options in (("list", {}), ("-", {"input": b"b.txt\na.txt"})):
            result = self.soat("check", "--format", "jsonl", "--status", "--files-from", given, status=1, **options)
            self.assertEqual(self.statuses(result), want)
        self.assertIn("none: No such file", self.soat("check", "--files-from", "none", status=2).stderr.decode())
        self.soat("check", status=2)

    # ---- documents that cost more than they should ----

    @not_on_windows
    def test_a_hang_costs_that_document_only(self):
        self.write("a.txt", WRONG)
        os.mkfifo(self.folder / "b.txt")  # nobody writes to it
        self.write("c.txt", WRONG)
        result = self.soat("check", "--format", "jsonl", "--status", "--time-limit", LIMIT, "a.txt", "b.txt", "c.txt", status=2)
        self.assertEqual(self.statuses(result), [("a.txt", "checked"), ("b.txt", "failed"), ("c.txt", "checked")])
        self.assertIn(f"b.txt: took more than {LIMIT} seconds", result.stderr.decode())

    @with_limits_of_memory
    def test_a_glutton_costs_that_document_only(self):
        self.write("a.txt", WRONG)
        odt(self.folder / "b.odt", "<text:p>" + "a " * 8_000_000 + "</text:p>")
        self.write("c.txt", WRONG)
        result = self.soat("check", "--format", "jsonl", "--status", "--memory-limit", 200, "a.txt", "b.odt", "c.txt", status=2)
        self.assertEqual(self.statuses(result), [("a.txt", "checked"), ("b.odt", "failed"), ("c.txt", "checked")])

    @with_limits_of_memory
    def test_a_text_that_repeats_itself_takes_little_memory(self):
        # Without marks nearly each word may have been meant otherwise.
        odt(self.folder / "a.odt", "<text:p>Nguoi dan o thanh pho dang xay nha</text:p>" * 60_000)
        result = self.soat("check", "--format", "jsonl", "--status", "--only", "spelling", "--memory-limit", 160, "a.odt", status=1)
        self.assertEqual(self.statuses(result), [("a.odt", "checked")])

    def test_a_limit_of_time_holds_for_a_single_document_when_given(self):
        self.write("a.txt", LONG)
        self.assertIn("a.txt: took more than 1 seconds", self.soat("check", "--time-limit", 1, "a.txt", status=2).stderr.decode())
        self.assertIn("standard input: took more than 1 seconds",
                      self.soat("check", "--time-limit", 1, "-", input=LONG.encode(), status=2).stderr.decode())

    # ---- standard input, which workers may not have ----

    def test_standard_input_is_a_document_of_a_worker(self):
        self.write("a.txt", RIGHT)
        large = b"<!-- " + b"a" * 20_000_000 + b" --><p>" + WRONG.encode() + b"</p>"
        for given in (WRONG.encode(), large):
            for arguments in (["--time-limit", 100, "-"], ["-j", 2, "a.txt", "-", "a.txt"], ["--cache", "kept", "--time-limit", 100, "-"]):
                result = self.soat("check", "--format", "jsonl", "--status", *arguments, input=given, status=1)
                names = [name for name in map(str, arguments) if name in ("-", "a.txt")]
                self.assertEqual(self.statuses(result), [(name, "checked") for name in names])
                self.assertEqual([(one["file"], one["text"]) for one in self.lines(result) if "text" in one], [("-", "nướcc")])

    def test_standard_input_that_does_not_end_is_refused(self):
        for piece, reason in ((b"\0" * 4096, "zero byte"), (b"a" * (1 << 20), "larger than 1 GiB")):
            run = subprocess.Popen([SOAT, "check", "--time-limit", "100", "-", "--lang-ui", "en"], cwd=self.folder, env=self.environment,
                                   stdin=subprocess.PIPE, stderr=subprocess.PIPE)
            try:
                while True:
                    run.stdin.write(piece)
            except OSError:  # nobody reads it any more
                pass
            self.assertIn(reason, run.communicate(timeout=100)[1].decode())
            self.assertEqual(run.returncode, 2)

    def test_standard_input_is_no_document_of_its_own_list(self):
        for arguments, given in ((["--files-from", "-"], "-\n"), (["--input", "jsonl", "-"], '{"id": 1, "path": "-"}\n')):
            self.assertIn("is the list of documents already", self.soat("check", *arguments, input=given.encode(), status=2).stderr.decode())
        self.write("list", "-\n")
        self.soat("check", "--files-from", "list", input=WRONG.encode(), status=1)

    @with_limits_of_memory
    def test_a_limit_of_memory_holds_for_a_single_document_when_given(self):
        odt(self.folder / "b.odt", "<text:p>" + "a " * 8_000_000 + "</text:p>")
        result = self.soat("check", "--format", "jsonl", "--status", "--memory-limit", 200, "b.odt", status=2)
        self.assertEqual(self.statuses(result), [("b.odt", "failed")])

    @not_on_windows
    def test_a_crash_costs_that_document_only(self):
        self.write("a.txt", WRONG)
        os.mkfifo(self.folder / "b.txt")
        self.write("c.txt", WRONG)
        run = subprocess.Popen([SOAT, "check", "--format", "jsonl", "--status", "a.txt", "b.txt", "c.txt", "--lang-ui", "en"], cwd=self.folder,
                               env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        deadline = time.monotonic() + 110
        writer = None
        while writer is None and time.monotonic() < deadline:  # until a process waits at the pipe
            try:
                writer = os.open(self.folder / "b.txt", os.O_WRONLY | os.O_NONBLOCK)
            except OSError:
                time.sleep(0.02)
        os.kill(int(pathlib.Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()[0]), 11)
        out, err = run.communicate(timeout=60)
        os.close(writer)
        self.assertEqual(run.returncode, 2)
        self.assertEqual([json.loads(line)["status"] for line in out.splitlines() if b"status" in line], ["checked", "failed", "checked"])
        self.assertIn("b.txt: the program crashed on this document (signal 11)", err.decode())

    # ---- long runs ----

    def test_a_run_goes_on_where_it_was_broken_off(self):
        names = [self.write(f"{i:02}.txt", WRONG) for i in range(6)]
        run = ["check", "--format", "jsonl", "--status", "-o", "out.jsonl"]
        whole = self.soat(*run, *names, status=1)
        whole = (self.folder / "out.jsonl").read_bytes()
        self.assertIn("is there already", self.soat(*run, *names, status=2).stderr.decode())
        for cut in (0, 10, len(whole) // 2, len(whole) - 3, len(whole)):
            (self.folder / "out.jsonl").write_bytes(whole[:cut])
            self.soat(*run, "--resume", *names, status=1)
            self.assertEqual((self.folder / "out.jsonl").read_bytes(), whole)
        (self.folder / "out.jsonl").write_bytes(b"damaged\n" + whole)
        self.assertIn("out.jsonl:1: no result of soat", self.soat(*run, "--resume", *names, status=2).stderr.decode())
        self.assertEqual((self.folder / "out.jsonl").read_bytes(), b"damaged\n" + whole)

    def test_two_runs_do_not_write_one_file(self):
        self.write("a.txt", WRONG)
        self.write("b.txt", LONG)
        arguments = ["check", "--format", "jsonl", "--status", "-o", "out.jsonl"]
        first = subprocess.Popen([SOAT, *arguments, "a.txt", "b.txt"], cwd=self.folder, env=self.environment, stderr=subprocess.PIPE)
        try:
            while not (self.folder / "out.jsonl").exists() or not (self.folder / "out.jsonl").read_bytes():
                time.sleep(0.05)
            self.assertIn("another run", self.soat(*arguments, "--resume", "a.txt", status=2).stderr.decode())
        finally:
            first.terminate()
            first.communicate(timeout=60)

    def test_shards_have_each_document_once(self):
        names = [self.write(f"{i}.txt", RIGHT) for i in range(20)]
        seen = []
        for shard in ("1/3", "2/3", "3/3"):
            result = self.soat("check", "--format", "jsonl", "--status", "--shard", shard, *names, status=0)
            self.assertEqual(self.lines(result)[-1], {"shard": shard, "documents": len(self.lines(result)) - 1})
            seen += [name for name, status in self.statuses(result)]
        self.assertEqual(sorted(seen), sorted(names))
        for wrong in ("0/3", "4/3", "x", "1/"):
            self.assertIn("--shard", self.soat("check", "--shard", wrong, "1.txt", status=2).stderr.decode())

    def test_results_are_added_up(self):
        for month in ("2024/05", "2024/06"):
            self.write(f"{month}/a.txt", WRONG)
            self.write(f"{month}/b.txt", RIGHT)
        self.write("2024/06/c.txt", WRONG * 2)
        for shard in ("1", "2"):
            self.soat("check", "-r", "--format", "jsonl", "--status", "--shard", shard + "/2", "-o", shard + ".jsonl", "2024")
        totals = json.loads(self.soat("report", "--format", "json", "1.jsonl", "2.jsonl", status=0).stdout)
        self.assertEqual((totals["documents"], totals["failed"], totals["findings"]), (5, 0, 4))
        self.assertEqual(totals["months"], {"2024-05": {"documents": 2, "findings": 1}, "2024-06": {"documents": 3, "findings": 3}})
        self.assertEqual(totals["worst"][0], {"file": "2024/06/c.txt", "findings": 2})
        self.assertEqual(totals["rules"], {"spelling.non-syllable": {"documents": 3, "findings": 4}})
        page = self.soat("report", "--format", "html", "1.jsonl", "2.jsonl", status=0).stdout.decode()
        self.assertIn('class="bar spelling"', page)
        self.assertIn("2024/06/c.txt", self.soat("report", "1.jsonl", "2.jsonl", status=0).stdout.decode())
        twice = self.soat("report", "--format", "json", "1.jsonl", "2.jsonl", "1.jsonl", status=0)
        self.assertEqual(json.loads(twice.stdout), totals)
        self.assertIn("counted once", twice.stderr.decode())
        self.assertIn("shard 2/2 are missing", self.soat("report", "1.jsonl", status=2).stderr.decode())
        whole = (self.folder / "2.jsonl").read_bytes()
        (self.folder / "2.jsonl").write_bytes(b"".join(whole.splitlines(keepends=True)[:-1]))
        self.assertIn("2.jsonl: this run has not ended", self.soat("report", "1.jsonl", "2.jsonl", status=2).stderr.decode())
        (self.folder / "2.jsonl").write_bytes(whole + b"damaged\n")
        self.assertIn("2.jsonl:%d:" % (whole.count(b"\n") + 1), self.soat("report", "1.jsonl", "2.jsonl", status=2).stderr.decode())
        self.assertIn("No such file", self.soat("report", "none", status=2).stderr.decode())

    def test_the_cache_tells_the_same(self):
        names = [self.write("a.txt", WRONG), self.write("b.txt", RIGHT)]
        run = ["check", "--format", "jsonl", "--status", "--cache", "kept", *names]
        first = self.soat(*run, status=1).stdout
        self.assertEqual(self.soat(*run, status=1).stdout, first)
        entries = [file for file in (self.folder / "kept").rglob("*") if file.is_file()]
        self.assertEqual(len(entries), 2)
        for file in entries:
            file.write_bytes(file.read_bytes()[:-1] + b"?")
        again = self.soat(*run, status=1)
        self.assertEqual(again.stdout, first)
        self.assertIn("2 kept results were damaged", again.stderr.decode())
        self.write("a.txt", RIGHT)
        self.soat(*run, status=0)
        self.soat(*run, "--profile", "strict", status=0)

    def test_a_full_disk_keeps_what_is_done(self):
        import resource, signal
        names = [self.write(f"{i}.txt", WRONG) for i in range(20)]

        def small_files():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        run = ["check", "--format", "jsonl", "--status", "-o", "out.jsonl", *names]
        self.assertIn("--resume", self.soat(*run, status=2, preexec_fn=small_files).stderr.decode())
        self.soat(*run, "--resume", status=1)
        self.assertEqual([json.loads(line)["file"] for line in (self.folder / "out.jsonl").read_text().splitlines() if '"status"' in line], names)

    # ---- an office's settings ----

    def test_settings_are_found_upwards(self):
        self.write("soat.toml", 'profile = "strict"\nonly = ["spelling"]\nhouse-list = "house.txt"\nexclude = ["old/**", "*.tmp.txt"]\n'
                                "[rules]\n\"spelling.non-syllable\" = false\n")
        self.write("house.txt", "never\tnướcc\t\t\n")
        self.write("in/a.txt", WRONG)
        self.write("in/b.tmp.txt", WRONG)
        self.write("old/c.txt", WRONG)
        result = self.soat("check", "-r", "--format", "jsonl", "--status", ".", status=0)
        self.assertEqual([name for name, status in self.statuses(result) if name.endswith("c.txt") or name.endswith("b.tmp.txt")], [])
        self.assertIn(("./in/a.txt", "checked"), self.statuses(result))
        self.soat("check", "--no-config", "in/a.txt", status=1)

    def test_gitignore_holds_in_folders(self):
        self.write(".gitignore", "*.txt\n!keep.txt\nbuild/\n")
        for name in ("a.txt", "keep.txt", "build/keep.txt", "in/keep.txt"):
            self.write(name, WRONG)
        result = self.soat("check", "-r", "--format", "jsonl", "--status", ".", status=1)
        self.assertEqual(self.statuses(result), [("./in/keep.txt", "checked"), ("./keep.txt", "checked")])
        self.write("soat.toml", "gitignore = false\n")
        self.assertEqual(len(self.statuses(self.soat("check", "-r", "--format", "jsonl", "--status", ".", status=1))), 4)

    def test_wrong_settings_are_named(self):
        self.write("a.txt", WRONG)
        self.write("b.txt", WRONG)
        for text, *parts in (("# x\nprofil = 1\n", "soat.toml:2:", "“profil”", "did you mean “profile”"),
                             ('[rules]\n"style.tne" = false\n', "soat.toml:2:", "did you mean “style.tone”"),
                             ("profile = \"lax\"\n", "soat.toml:1:", "normal, strict"), ("gitignore = 1\n", "soat.toml:1:", "true or false"),
                             ("least-confidence = 2\n", "soat.toml:1:", "0 to 1"), ("a = \n", "soat.toml:1:", "no TOML"),
                             ("house-list = \"none.txt\"\n", "soat.toml:1:", "none.txt")):
            self.write("soat.toml", text)
            for files in (["a.txt"], ["a.txt", "b.txt"]):
                result = self.soat("check", *files, status=2)
                self.assertEqual(result.stdout, b"")
                self.assertEqual(result.stderr.count(b"\n"), 1, result.stderr)
                for part in parts:
                    self.assertIn(part, result.stderr.decode())

    def test_one_style_of_tones_is_wanted(self):
        self.write("a.txt", "Hoà bình và thủy điện.\n")
        self.soat("check", "--only", "style", "a.txt", status=0)
        for style, word, right in (("old", "Hoà", "Hòa"), ("new", "thủy", "thuỷ")):
            self.write("soat.toml", f'tones = "{style}"\n')
            found = self.lines(self.soat("check", "--format", "jsonl", "--only", "style", "a.txt", status=1))
            self.assertEqual([(one["text"], one["suggestions"]) for one in found], [(word, [right])])

    def test_what_the_text_says_to_pass_over(self):
        self.write("a.md", "Uống nướcc. <!-- soat-ignore -->\n\n<!-- soat-ignore spelling -->\nUống nướcc.\n\n<!-- soat-ignore-start -->\n"
                           "Uống nướcc.\n\nUống nướcc.\n<!-- soat-ignore-end -->\n\nUống nướcc. <!-- soat-ignore style -->\n")
        found = self.lines(self.soat("check", "--format", "jsonl", "a.md", status=1))
        self.assertEqual([one["paragraph"] for one in found if one["text"] == "nướcc"], [11])
        self.write("a.html", "<p>Uống nướcc.</p><!-- soat-ignore spelling --><p>Uống nướcc.</p><p>Uống <!-- soat-ignore -->nướcc.</p>"
                             "<!-- soat-ignore-start --><p>Uống nướcc.</p><p>Uống nướcc.</p><!-- soat-ignore-end --><p>Uống nướcc.</p>"
                             "<!-- soat-ignore -->")
        found = self.lines(self.soat("check", "--format", "jsonl", "a.html", status=1))
        self.assertEqual([one["paragraph"] for one in found if one["text"] == "nướcc"], [0, 5])
        self.write("b.html", "<!-- soat-ignore-file spelling.non-syllable --><!doctype html><body><p>Uống nướcc.")
        self.soat("check", "b.html", status=0)
        self.write("b.md", "Uống nướcc.\n\n<!-- soat-ignore-file spelling.non-syllable -->\n")
        self.soat("check", "b.md", status=0)
        self.write("a.tex", "Uống nướcc. % soat-ignore\n\n  % soat-ignore spelling\nUống nướcc.\n\n% soat-ignore-start\nUống nướcc.\n\n"
                            "Uống nướcc.\n% soat-ignore-end\n\nUống nướcc. % soat-ignore style\n\n5\\% soat-ignore nướcc\n")
        found = self.lines(self.soat("check", "--format", "jsonl", "a.tex", status=1))
        self.assertEqual([one["paragraph"] for one in found if one["text"] == "nướcc"], [11, 13])
        self.write("c.md", "Viết `<!-- soat-ignore-file -->` ở đầu.\n\nUống nướcc.\n")
        self.soat("check", "c.md", status=1)
        self.write("b.tex", "% soat-ignore-file spelling.non-syllable\n\\begin{document}\nUống nướcc.\n\\end{document}\n")
        self.soat("check", "b.tex", status=0)

    def test_only_what_is_new(self):
        self.write("a.txt", WRONG + "Tôi gặp nguời bạn.\n")
        self.soat("check", "--write-baseline", "known", "a.txt", status=0)
        self.soat("check", "--baseline", "known", "a.txt", status=0)
        self.write("a.txt", "Một dòng mới.\n" + WRONG + "Tôi gặp nguời bạn.\nAnh ấy là nguời tốt.\n")
        found = self.lines(self.soat("check", "--format", "jsonl", "--baseline", "known", "a.txt", status=1))
        self.assertEqual([(one["paragraph"], one["text"]) for one in found], [(3, "nguời")])
        text = (self.folder / "known").read_text(encoding="utf-8")
        for damaged, reason in ((text[:-3], "damaged"), (text.replace("1\t", "2\t"), "damaged"), ("x\n", "not written by")):
            self.write("bad", damaged)
            self.assertIn(reason, self.soat("check", "--baseline", "bad", "a.txt", status=2).stderr.decode())

    def test_a_baseline_that_is_written_anew_keeps_what_is_known(self):
        self.write("a.txt", WRONG)
        self.soat("check", "--write-baseline", "known", "a.txt", status=0)
        self.write("a.txt", WRONG + "Tôi gặp nguời bạn.\n")
        self.soat("check", "--baseline", "known", "--write-baseline", "known", "a.txt", status=0)
        self.soat("check", "--baseline", "known", "a.txt", status=0)

    def test_the_house_list_of_the_settings(self):
        self.write("soat.toml", 'house-list = "house.txt"\n')
        house = "bogus\tx\nprefer\ttrung học phổ thông\tTHPT\navoid\tbuổi lễ\tlễ\n"
        self.write("house.txt", house)
        for name in ("a.txt", "b.txt"):
            self.write(name, "Trường THPT có buổi lễ.\n")
        result = self.soat("check", "-r", "--format", "jsonl", ".", status=1)
        self.assertEqual([(one["file"], one["text"]) for one in self.lines(result)],
                         [(f"./{name}", word) for name in ("a.txt", "b.txt") for word in ("THPT", "buổi lễ")])
        self.assertEqual(result.stderr.decode().count("house.txt:1: "), 1)
        self.assertEqual(self.soat("fix", "-r", "-i", ".", status=0).stderr.decode().count("house.txt"), 1)
        self.assertEqual((self.folder / "house.txt").read_text(encoding="utf-8"), house)

    def test_what_a_run_writes_is_no_document_of_its_folder(self):
        self.write("a.txt", WRONG)
        reports = []
        for _ in range(2):
            self.soat("check", "-r", "--format", "html", "-o", "all.html", "--write-baseline", "known.txt", ".", status=0)
            reports.append((self.folder / "all.html").read_text(encoding="utf-8"))
        self.assertEqual(reports[0].count("nướcc"), reports[1].count("nướcc"))

    def test_what_makes_it_fail(self):
        self.write("a.txt", WRONG)
        for what, status in (("spelling", 1), ("style", 0), ("error", 1), ("0.5", 1), ("garble,style", 0), ("spelling,1", 0), ("lots", 2)):
            self.soat("check", "--fail-on", what, "a.txt", status=status)

    # ---- other formats, people ----

    def test_sarif(self):
        self.write("a b.txt", WRONG)
        self.write("c.txt", RIGHT)
        self.write("d.txt", WRONG)
        run = json.loads(self.soat("check", "--format", "sarif", "c.txt", "a b.txt", "c.txt", "d.txt", status=1).stdout)["runs"][0]
        self.assertEqual([one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]], ["a%20b.txt", "d.txt"])
        self.assertEqual(run["results"][0]["locations"][0]["physicalLocation"]["region"], {"startLine": 1, "startColumn": 6, "endColumn": 11})
        self.assertIn(run["results"][0]["ruleId"], [rule["id"] for rule in run["tool"]["driver"]["rules"]])
        self.assertEqual(json.loads(self.soat("check", "--format", "sarif", "c.txt", status=0).stdout)["runs"][0]["results"], [])

    def test_github(self):
        self.write("a,b.txt", WRONG)
        self.assertTrue(self.soat("check", "--format", "github", "a,b.txt", status=1).stdout.decode().startswith(
            "::error file=a%2Cb.txt,line=1,col=6,endColumn=11,title=spelling.non-syllable::"))

    @not_on_windows
    def test_progress_and_summary_on_a_terminal_only(self):
        import pty
        names = [self.write(f"{i}.txt", WRONG) for i in range(3)]
        master, slave = pty.openpty()
        run = subprocess.Popen([SOAT, "check", "--lang-ui", "en", *names], cwd=self.folder, env={**self.environment, "TERM": "xterm"},
                               stdout=subprocess.DEVNULL, stderr=slave)
        os.close(slave)
        said = b""
        try:
            while piece := os.read(master, 4096):
                said += piece
        except OSError:
            pass
        run.wait(timeout=60)
        os.close(master)
        self.assertRegex(said.decode(), r"3 documents checked in [0-9.]+ seconds, 3 places found: .* 3\r?\n$")
        self.assertEqual(self.soat("check", *names, status=1).stderr, b"")

    def test_did_you_mean(self):
        self.assertIn("did you mean check?", self.soat("chek", "a.txt", status=2).stderr.decode())
        self.assertIn("did you mean --format?", self.soat("check", "--fromat", "json", "a.txt", status=2).stderr.decode())
        self.assertIn("did you mean strict?", self.soat("check", "--profile", "stritc", "a.txt", status=2).stderr.decode())

    def test_completions(self):
        script = self.soat("completions", "bash", status=0).stdout.decode()

        def completed(*words):
            line = "COMP_WORDS=(%s); COMP_CWORD=%d; _soat; printf '%%s\\n' \"${COMPREPLY[@]}\"" % (" ".join(f"'{w}'" for w in words), len(words) - 1)
            return subprocess.run(["bash", "-c", script + line], capture_output=True, text=True, check=True).stdout.split()
        self.assertEqual(completed("soat", "che"), ["check"])
        self.assertEqual(sorted(completed("soat", "check", "--format", "js")), ["json", "jsonl"])
        self.assertIn("--files-from", completed("soat", "check", "--fi"))
        self.assertEqual(completed("soat", "cite", "conv"), ["convert"])
        self.assertEqual(completed("soat", "rules", "spelling.conf"), ["spelling.confusable"])
        self.assertEqual(completed("soat", "completions", "z"), ["zsh"])
        self.assertEqual(completed("soat", "check", "--only", "gar"), ["garble"])
        self.assertEqual(sorted(completed("soat", "check", "--fail-on", "wa")), ["warning"])
        self.assertEqual(sorted(completed("soat", "convert", "--from", "v")), ["viqr", "vni"])
        for shell in ("zsh", "fish"):
            self.assertIn("fail-on", self.soat("completions", shell, status=0).stdout.decode())
        self.soat("completions", "csh", status=2)

    def test_the_manual_has_every_option(self):
        manual = (pathlib.Path(__file__).resolve().parents[2] / "docs/man/soat.1").read_text(encoding="utf-8")
        script = self.soat("completions", "fish", status=0).stdout.decode()
        import re
        for option in set(re.findall(" -l ([a-z-]+)", script)):
            self.assertRegex(manual, r"(Fl |, )-" + option.replace("-", r"\\?-") + r"\b", option)
        for command in re.findall(r"-n __?'?__fish_use_subcommand'? -f -a ([a-z]+)", script):
            self.assertIn("Cm " + command, manual)

    def test_the_synopsis_has_the_options_of_each_command(self):
        import re
        manual = (pathlib.Path(__file__).resolve().parents[2] / "docs/man/soat.1").read_text(encoding="utf-8")
        synopsis = manual[manual.index(".Sh SYNOPSIS"):manual.index(".Sh DESCRIPTION")]
        commands = re.findall(r"^\.Nm\n\.Cm ([a-z ]+)\n((?:(?!\.Nm).*\n)*)", synopsis, re.M)
        helped = {name for command in ("", "cite ") for name in
                  re.findall(r"^  ([a-z]+)  ", self.soat(*command.split(), "--help", status=0).stdout.decode().split("Subcommands:")[1], re.M)}
        self.assertEqual(helped - {"cite"}, {command.split()[-1] for command, _ in commands})
        for command, lines in commands:
            page = self.soat(*command.split(), "--help", status=0).stdout.decode()
            options = [set(found) - {""} for found in re.findall(r"^  (?:(-[a-z]),)?(--[a-z-]+)", page, re.M)]
            named = {"-" + name for line in lines.splitlines() if re.match(r"\.(Op )?Fl ", line)
                     for name in re.findall(r"(?:Fl |\| )(-[a-z-]+|[a-z]\b)(?= |$)", line)}
            for option in options:
                self.assertTrue(option & named or "--help" in option, f"the synopsis of {command} lacks {option}")
            self.assertLessEqual(named, set().union(*options), command)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
