"""Runs paylint's conformance vectors with nothing but the emitted JSON Schemas.

    python3 run_vectors.py node_modules/paylint/dist

Needs Python 3.9 and the package jsonschema. What a schema cannot say it lists itself, under "x-not-expressed".
"""

import json
import re
import sys
from pathlib import Path

from jsonschema import Draft202012Validator


def place(rule, path):
    return f"{rule} {re.sub(r'/[0-9]+', '/*', path)}"


def run(kind, folder):
    schema = json.loads((folder / "schemas" / f"{kind}.json").read_text("utf-8"))
    vectors = json.loads((folder / "vectors" / f"{kind}.json").read_text("utf-8"))
    beyond = {
        place(one["rule"], path)
        for one in schema["x-not-expressed"]
        for path in one.get("paths", [""])
    }
    part = {
        name: Draft202012Validator({**schema, "$ref": f"#/$defs/{name}"})
        for name in ("any", "pc", "mobile")
    }
    wrong = []
    for vector in vectors:
        errors = [one for one in vector["expect"] if one["severity"] == "error"]
        sayable = [one for one in errors if place(one["rule"], one["path"]) not in beyond]
        if errors and not sayable:
            continue
        environment = vector["options"].get("environment", "any")
        if part[environment].is_valid(vector["payload"]) != (not errors):
            wrong.append(vector["name"])
    return len(vectors), wrong


def main(folder):
    failed = False
    for file in sorted((folder / "vectors").glob("*.json")):
        count, wrong = run(file.stem, folder)
        print(f"{file.stem}: {count} vectors, {len(wrong)} wrong")
        for name in wrong:
            print(f"  {name}")
        failed = failed or bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
