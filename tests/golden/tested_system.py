"""What the command under test runs on, where that is not this system itself (tests/golden/CMakeLists.txt says it)."""
import os
import unittest

EMULATOR = os.environ.get("SOAT_EMULATOR", "")  # the program that runs the command
FOR_WINDOWS = EMULATOR == "wine" or os.name == "nt"
# The C library that Debian's cross compiler brings has no encodings but its own.
KNOWS_ENCODINGS = not EMULATOR.startswith("qemu")
# How many times slower the command is than by itself, at most: under sanitizers or an emulator. What takes long is as much shorter then.
SLOWDOWN = int(os.environ.get("SOAT_SLOWDOWN", "1"))

not_on_windows = unittest.skipIf(FOR_WINDOWS, "Windows has no such thing, or Wine takes it for another")
with_limits_of_memory = unittest.skipIf(EMULATOR, "neither QEMU nor Wine holds a program to its limit of memory")
