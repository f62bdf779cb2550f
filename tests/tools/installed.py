#!/usr/bin/env python3
"""Installs the command into an empty folder and uses it there, away from the tree it was built in.

    installed.py CMAKE BUILD [EMULATOR...]      EMULATOR: what runs the command where it is for another system
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import licences

ITEM = [{"id": "a", "type": "book", "title": "Đất nước", "author": [{"family": "Lê", "given": "Văn Tám"}]}]


def main(cmake, build, *emulator):
    with tempfile.TemporaryDirectory() as folder:
        prefix = pathlib.Path(folder) / "usr"
        subprocess.run([cmake, "--install", build, "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
        # Moved, because a path into the place of installing would not show otherwise.
        moved = pathlib.Path(folder) / "elsewhere"
        prefix.rename(moved)
        for_windows = (moved / "soat.exe").is_file()
        share = moved if for_windows else moved / "share/soat"
        soat = [*emulator, moved / ("soat.exe" if for_windows else "bin/soat")]
        environment = {key: value for key, value in os.environ.items() if key not in ("SOAT_DATA", "DICPATH")}
        draft = pathlib.Path(folder) / "draft.txt"
        draft.write_text("Các nguời dân đi qua.\n", encoding="utf-8")
        checked = subprocess.run([*soat, "check", "--format", "jsonl", draft], env=environment, capture_output=True, text=True)
        assert checked.returncode == 1, checked
        assert [json.loads(line)["text"] for line in checked.stdout.splitlines()] == ["nguời"], checked.stdout
        items = pathlib.Path(folder) / "items.json"
        items.write_text(json.dumps(ITEM), encoding="utf-8")
        style = share / "vi/citation/styles/apa.csl"
        cited = subprocess.run([*soat, "cite", "format", "--style", style, items], env=environment, capture_output=True, text=True)
        assert cited.returncode == 0 and "Đất nước" in cited.stdout, cited
        for name in ("LICENSE.txt", "THIRD-PARTY.md") if for_windows else \
                ("share/man/man1/soat.1", "share/doc/soat/LICENSE", "share/doc/soat/THIRD-PARTY.md"):
            assert (moved / name).is_file(), name
        documents = moved if for_windows else moved / "share/doc/soat"
        for name in licences.texts(licences.COMMAND_FOR_WINDOWS if for_windows else licences.COMMAND):
            assert (documents / name).stat().st_size > 0, name


main(*sys.argv[1:])
