#!/usr/bin/env python3
"""Turns what tests/tools/spinner/spin.py --gold writes into the lines that garble-trainer reads.

    spun_lines.py [--synonyms PERCENT] GOLD.jsonl... > SPUN.tsv

PERCENT: how sure a reader would be that something is wrong where a near-synonym stands (SPUN_B); 100 otherwise.
"""
import argparse
import json


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--synonyms", type=int, default=100)
    parser.add_argument("gold", nargs="+")
    args = parser.parse_args()
    for path in args.gold:
        with open(path, encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                cells = [f"{path}:{row['doc']}", row["text"].replace("\t", " ").replace("\n", " ")]
                for span in row["spans"]:
                    if span["types"][0].startswith("SPUN"):
                        percent = 100 if span["types"] == ["SPUN_A"] else args.synonyms
                        cells.append(f"{span['start']}:{span['end']}:{percent}:{span['right']}")
                print("\t".join(cells))


if __name__ == "__main__":
    main()
