#!/usr/bin/env python3
"""Every path that the documents name is in the tree.

    documented_paths.py [DOCUMENT...]        without arguments: every .md of the tree but the list of changes

A path is what stands in backticks, in a block of code or as the aim of a link and begins with a folder of the tree, or of src (`check/lookup.h`;
there the ending may be left out) or of the document's own folder. `*`, `<name>`, `NAME` and `{a,b}` in it stand for anything that fits.
"""
import pathlib
import re
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
IN_TICKS = re.compile(r"`([^`\n]+)`")
BLOCK = re.compile(r"^(?: {4}|\t)(.*)$|^```.*?^```", re.M | re.S)
LINK = re.compile(r"\]\(([^)#\s]+)")
WORD = re.compile(r"[\w.<>{},*+-]+(?:/[\w.<>{},*+-]+)+/?")


def tree():
    """Files of the repository, those not added yet too, and all folders above them."""
    names = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=TOP, check=True, capture_output=True,
                           text=True).stdout.split("\n")
    known = {name for name in names if name and (TOP / name).exists()}
    return known | {str(folder) for name in known for folder in pathlib.PurePath(name).parents if str(folder) != "."}


def alternatives(path):
    """`a/{b,c}/d` is two paths."""
    found = re.search(r"\{([^{}]*)\}", path)
    if not found:
        return [path]
    return [whole for part in found[1].split(",") for whole in alternatives(path[:found.start()] + part + path[found.end():])]


def fits(path, known, endings):
    pattern = re.escape(path.rstrip("/"))
    pattern = re.sub(r"(?:\\\*)+|<[^<>]*>|(?<![a-z])[A-Z]{4,}(?![a-z])", "[^/]*", pattern)
    whole = re.compile(pattern + "(?:" + "|".join(endings) + ")?" if endings else pattern)
    return path.rstrip("/") in known or any(whole.fullmatch(name) for name in known)


def missing(document, known, folders, modules):
    """(line, path) of each path in a document that is not there."""
    text = document.read_text(encoding="utf-8")
    beside = str(document.parent.relative_to(TOP)) + "/" if TOP in document.parent.parents else ""
    spans = [found for expression in (IN_TICKS, BLOCK) for found in expression.finditer(text)]
    words = [(found.start() + word.start(), word[0]) for found in spans for word in WORD.finditer(found[0].replace("`", " "))]
    for start, word in words:
        before = text[start - 1:start]
        if before in "/.$~:@" and before:  # a part of something longer: an address, a path from elsewhere
            continue
        for path in alternatives(word.rstrip(".,")):
            first = path.split("/")[0]
            if first in folders:
                there = fits(path, known, [])
            elif beside and beside + first in known:  # named as seen from the document's folder
                there = fits(beside + path, known, [])
            elif first in modules:
                there = fits("src/" + path, known, [r"\.h", r"\.cpp"])
            else:
                continue
            if not there:
                yield text.count("\n", 0, start) + 1, path
    for link in LINK.finditer(text):
        aim = link[1]
        if "://" not in aim and not aim.startswith("mailto:") and not (document.parent / aim).exists():
            yield text.count("\n", 0, link.start()) + 1, aim


def main(arguments):
    known = tree()
    folders = {name.split("/")[0] for name in known if "/" in name}
    modules = {name.split("/")[1] for name in known if re.match(r"src/[^/]+/", name)} - folders
    documents = [pathlib.Path(name).resolve() for name in arguments] or sorted(
        TOP / name for name in known if name.endswith(".md") and name not in ("CHANGELOG.md", "THIRD-PARTY.md")
        and not name.startswith("tests/fuzz/seeds/"))
    bad = 0
    for document in documents:
        for line, path in sorted(set(missing(document, known, folders, modules))):
            bad += 1
            print("%s:%d: no %s in the tree" % (document.relative_to(TOP) if TOP in document.parents else document, line, path))
    if not documents or not known:
        sys.exit("documented_paths: nothing to look at")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
