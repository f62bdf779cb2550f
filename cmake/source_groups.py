"""Which source files can be compiled as one unit: most of what a unit costs is reading the headers of others.

    source_groups.py SIZE FILE...      prints a line `NUMBER FILE` for each file that stands with others

Files that define the same name outside of any function stay apart, also where one has it from a header of the project; with that a unit means
what its files mean by themselves. #include lines count from the folders src and tests of the project.
"""
import functools
import pathlib
import re
import sys

# A name that is defined outside of any function, as clang-format lays it out; a guess is enough: what is missed does not compile.
DEFINED = re.compile(r"^(?!using namespace|namespace|template|return|class|struct|enum|union)"
                     r"[A-Za-z_][^;(={\n]*?\b(\w+)\s*(?:\[[^\]\n]*\]\s*)*[=({;]|"
                     r"^(?:class|struct|enum(?: class)?|union) (\w+)\b(?!;)", re.M)
# What a file calls by its last name alone: the same in many files is no harm, beside a name that another defines it is.
USED = re.compile(r"^using (?:\w+::)+(\w+);", re.M)
# The same in many files, and no harm.
DECLARED = re.compile(r"^using (?:\w+::)+\w+;|^(?:TEST|TEST_F|TEST_P|INSTANTIATE_TEST_SUITE_P)\(", re.M)
MACRO = re.compile(r"^#define (\w+)", re.M)
INCLUDED = re.compile(r'^#include "([^"]+)"', re.M)
TOP = pathlib.Path(__file__).resolve().parent.parent


@functools.cache
def read(file):
    """(names that a file defines, files of the project that it includes, names that it uses)."""
    whole = file.read_text(encoding="utf-8")
    text = DECLARED.sub("", whole)
    included = [TOP / folder / name for name in INCLUDED.findall(text) for folder in ("src", "tests")]
    names = [a or b for a, b in DEFINED.findall(text)] + MACRO.findall(text)
    return frozenset(names), [header for header in included if header.exists()], frozenset(USED.findall(whole))


def included_names(file):
    """What all headers of the project define that a file reaches."""
    names, seen, ahead = set(), set(), list(read(file)[1])
    while ahead:
        header = ahead.pop()
        if header not in seen:
            seen.add(header)
            names |= read(header)[0]
            ahead += read(header)[1]
    return names


def groups_of(files, size, kind=lambda file: None):
    """Lists of at most `size` paths whose files can be one unit and are of one kind, neighbours together where that goes."""
    groups = []  # (kind, files, names they define, names of their headers, names they use)
    for file in sorted(files):
        own, others, uses = read(file)[0], included_names(file), read(file)[2]
        for its_kind, group, defined, included, used in groups:
            if its_kind == kind(file) and len(group) < size and not own & defined and not own & (included - others) \
                    and not others & (defined - included) and not own & used and not uses & defined:
                break
        else:
            group, defined, included, used = [], set(), set(), set()
            groups.append((kind(file), group, defined, included, used))
        group.append(file)
        defined |= own
        included |= others
        used |= uses
    return [group for _, group, *_ in groups]


if __name__ == "__main__":
    for number, one in enumerate(groups_of([pathlib.Path(file) for file in sys.argv[2:]], int(sys.argv[1]))):
        if len(one) > 1:
            for path in one:
                print(number, path)
