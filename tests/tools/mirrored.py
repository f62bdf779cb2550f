#!/usr/bin/env python3
"""tests/unit mirrors src: src/X/Y.cpp is tested by tests/unit/X/Y_test.cpp, and nothing else stands there but tests of headers.

    mirrored.py

A test of several files together is listed below, with what it tests; so is each file of src that has no test of its own, with the reason.
"""
import fnmatch
import pathlib
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent.parent

TOGETHER = {
    "check/ngram/feature_vectors": "what the trees of context and of garble are given for sample texts, to the last bit",
    "check/classic_misspellings": "what everybody misspells, and right uses of the same words, by all rules together",
    "citation/csl/golden_styles": "the styles that come with the package, item by item against citeproc in node",
    "citation/exchange/legal_forms": "legal references of all forms as items of citation styles",
    "citation/exchange/round_trip": "sources written in each format and read again",
    "citation/session/golden_styles": "documents put together command by command against citeproc in node",
    "document/named_ranges": "reading around a place, in every format",
    "lexicon/hunspell_dictionary": "the word list in Hunspell's own library",
    "model/output_file_posix": "output_file with rights, links, pipes and devices, which Windows lacks",
    "model/batch_scores": "the model's many ways to score, each against the plain one",
}

# Patterns of files below src without a unit test, and why.
WITHOUT = {
    "writer/*": "the office runs it: tests/office and tests/gui",
    "cli/*_command": "options and what they set off: tests/golden runs the command",
    "cli/cite_add": "a command: tests/golden/cite_add.py",
    "cli/cite_check": "a command: tests/golden/cite-check-*",
    "cli/cite_writings": "how cite add and cite convert write: tests/golden/cite_add.py",
    "citation/lookup/fetch": "the network: tests/golden/cite_add.py asks services on this machine",
    "citation/lookup/http": "the network: tests/golden/cite_add.py asks services on this machine",
    "citation/lookup/zotero_local": "the network: tests/golden/cite_add.py asks a Zotero on this machine",
    "cli/main": "a program: tests/golden",
    "citation/tools/*": "programs of the build and of tests",
    "platform/*/*": "the functions of src/platform/*.h, for one system: tests/unit/platform, on whichever system it runs",
    "check/rule": "functions that do nothing until a rule has its own",
}


def main():
    tests = {str(path.relative_to(TOP / "tests/unit"))[:-len("_test.cpp")] for path in (TOP / "tests/unit").rglob("*_test.cpp")}
    bad = []
    for name in sorted(tests):
        mirrored = any((TOP / "src" / (name + ending)).exists() for ending in (".h", ".cpp"))
        if not mirrored and name not in TOGETHER:
            bad.append("tests/unit/%s_test.cpp: no src/%s.h or .cpp; name it after what it tests, or say in %s what that is"
                       % (name, name, pathlib.Path(__file__).relative_to(TOP)))
        if mirrored and name in TOGETHER:
            bad.append("tests/unit/%s_test.cpp mirrors src/%s and need not be listed" % (name, name))
    bad += ["tests/unit/%s_test.cpp is listed and not there" % name for name in sorted(set(TOGETHER) - tests)]
    used = set()
    for path in sorted((TOP / "src").rglob("*.cpp")):
        name = str(path.relative_to(TOP / "src"))[:-len(".cpp")]
        pattern = next((one for one in WITHOUT if fnmatch.fnmatch(name, one)), None)
        if name in tests:
            if pattern == name:
                bad.append("src/%s.cpp has a test and need not be listed" % name)
            continue
        if pattern is None:
            bad.append("src/%s.cpp: no tests/unit/%s_test.cpp" % (name, name))
        used.add(pattern)
    bad += ["%s: no file of src without a test is like it" % pattern for pattern in sorted(set(WITHOUT) - used)]
    for path in sorted((TOP / "tests/unit").rglob("*.cpp")):
        if "TEST(" in path.read_text(encoding="utf-8") and not path.name.endswith("_test.cpp"):
            bad.append("%s holds tests: its name must end in _test.cpp" % path.relative_to(TOP))
    print("\n".join(bad) or "%d files of tests" % len(tests))
    return 1 if bad or not tests else 0


if __name__ == "__main__":
    sys.exit(main())
