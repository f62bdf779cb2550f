"""What THIRD-PARTY.md says of the licences that go along with what is given away."""
import pathlib
import re

TOP = pathlib.Path(__file__).resolve().parents[2]
EXTENSION, COMMAND, COMMAND_FOR_WINDOWS = "extension", "command", "command for Windows"


def is_in(where, package):
    """Whether a component is in a package, by the table's second column."""
    if re.match(r"(build|tests) only", where):
        return False
    if "command for Windows only" in where:
        return package == COMMAND_FOR_WINDOWS
    return package != EXTENSION or "command only" not in where


def components(package):
    """(component, texts of its licence as `licences/NAME.txt`) of each that is in the package."""
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", (TOP / "THIRD-PARTY.md").read_text(encoding="utf-8"), re.M)
    rows = [row for row in rows if row[0] != "Component" and not row[0].startswith("-")]
    return [(name, re.findall(r"`(licences[a-z-]*/[^`]+\.txt)`", licence)) for name, where, licence in rows if is_in(where, package)]


def texts(package):
    """All these texts."""
    return sorted({text for _, named in components(package) for text in named})
