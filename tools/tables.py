"""Writes and seals the tables of dictionaries/vi in the form that src/text/table_reader.h describes.

A table is sealed by the checksum in its second line. Word lists for Hunspell (.dic) have theirs in the first line, which says
how many words there are; the citation styles and locales, which have forms of their own, are sealed by citation/checksums.txt.
"""
import pathlib
import re

DATA = pathlib.Path(__file__).resolve().parents[1] / "dictionaries/vi"
CITATION = "citation/checksums.txt"
HEAD = re.compile(rb"#soat [a-z-]+ [0-9]+\n")
SEAL = re.compile(rb"#checksum [^\n]*\n")
WORDS_HEAD = "\tsoat:words-1 checksum:"
MASK = (1 << 64) - 1
PRIME1, PRIME2, PRIME3 = 0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9


def rotated(value, by):
    return (value << by | value >> (64 - by)) & MASK


def mixed(lane, value):
    return rotated((lane + value * PRIME2) & MASK, 31) * PRIME1 & MASK


def checksum(data):
    """src/text/checksum.cpp in Python: sixteen digits."""
    lanes = [(PRIME1 + PRIME2) & MASK, PRIME2, 0, -PRIME1 & MASK]
    whole = len(data) // 32 * 32
    words = memoryview(data[:whole]).cast("Q") if whole else ()
    for at in range(0, len(words), 4):
        for lane in range(4):
            lanes[lane] = mixed(lanes[lane], words[at + lane])
    value = sum(rotated(lane, by) for lane, by in zip(lanes, (1, 7, 12, 18))) + len(data) & MASK
    eights = len(data) // 8 * 8
    for at in range(whole, eights, 8):
        value = (rotated(value ^ mixed(0, int.from_bytes(data[at:at + 8], "little")), 27) * PRIME1 + PRIME3) & MASK
    for byte in data[eights:]:
        value = rotated(value ^ (byte * PRIME3 & MASK), 11) * PRIME1 & MASK
    value = (value ^ value >> 33) * PRIME2 & MASK
    value = (value ^ value >> 29) * PRIME3 & MASK
    return f"{value ^ value >> 32:016x}"


def table(name, version, rows):
    """A sealed table, as text. rows: text of lines."""
    return f"#soat {name} {version}\n#checksum {checksum(rows.encode())}\n{rows}"


def words(entries):
    """A sealed word list for Hunspell, as text. entries: lines without their ends."""
    body = "".join(entry + "\n" for entry in entries)
    return f"{len(entries)}{WORDS_HEAD}{checksum(body.encode())}\n{body}"


def rows_of(path):
    """The rows of a table, each a list of its cells."""
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def in_form(data):
    """Text as tables want it, whatever an editor made of it: no byte order mark, lines that end in a line feed."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    return (text if text.endswith("\n") else text + "\n").encode()


def sealed(path, folder=DATA):
    """What the file should hold: itself with its checksum renewed. ValueError when it is not sealed in itself."""
    data = path.read_bytes()
    if path == folder / CITATION:
        rows = [f"{file.relative_to(path.parent)}\t{checksum(file.read_bytes())}\n"
                for file in sorted([*path.parent.glob("styles/*.csl"), *path.parent.glob("locales/*.xml")])]
        comment = "# The checksums of the files in this folder whose own forms have no place for one.\n"
        return table("checksums", 1, comment + "".join(rows)).encode()
    if path.suffix == ".dic":
        return words(in_form(data).decode().rstrip("\n").split("\n")[1:]).encode()
    data = in_form(data)
    head = HEAD.match(data)
    if not head:
        raise ValueError('is no table: the first line is not "#soat NAME VERSION"')
    old = SEAL.match(data, head.end())
    body = data[(old or head).end():]
    return head[0] + b"#checksum " + checksum(body).encode() + b"\n" + body


def sealed_files(folder=DATA):
    """All files below a folder of data that carry a checksum which this module writes."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".txt", ".tsv", ".dic", ".aff") and path.parent.name != "source":
            yield path
