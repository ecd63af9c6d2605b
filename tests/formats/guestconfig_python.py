# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells what Python makes of guest files: the peer of the tests for xm's dialect.

Reads lines, each the bytes of a file in hexadecimal digits, and answers each with a line: "refused";
"newer", if Python 2 does not know what stands there; or the assignments of the module to one name, as NAME:LINE:VALUE with blanks between. A value is sHEX
for a string, nDECIMAL for a whole number, f for another number, [...] or (...) for a list or a tuple,
and ? for what only running the file would tell.
"""
import ast
import sys
import warnings

warnings.simplefilter("ignore")


NEWER = (ast.AnnAssign, ast.MatMult, ast.NamedExpr, ast.JoinedStr, ast.Starred, ast.Nonlocal, ast.YieldFrom,
         ast.Match, ast.AsyncFunctionDef, ast.Await)


def described(node):
    if isinstance(node, ast.Constant):
        value = node.value
        if isinstance(value, (str, bytes)):
            text = value if isinstance(value, bytes) else value.encode("latin-1", "replace")
            return "s" + text.hex()
        if isinstance(value, int) and not isinstance(value, bool):
            return "n%d" % value if abs(value) < 2**63 else "f"
        return "f" if isinstance(value, float) else "?"
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        number = node.operand
        if isinstance(number, ast.Constant) and type(number.value) in (int, float):
            text = described(number)
            return "n-" + text[1:] if text[0] == "n" and text != "n0" else text
        return "?"
    if isinstance(node, (ast.List, ast.Tuple)):
        items = ",".join(described(item) for item in node.elts)
        return "[%s]" % items if isinstance(node, ast.List) else "(%s)" % items
    return "?"


def answer(source):
    try:
        module = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return "refused"
    if any(isinstance(node, NEWER) for node in ast.walk(module)):
        return "newer"
    return " ".join(
        "%s:%d:%s" % (statement.targets[0].id, statement.lineno, described(statement.value))
        for statement in module.body
        if isinstance(statement, ast.Assign)
        and len(statement.targets) == 1
        and isinstance(statement.targets[0], ast.Name)
    )


for line in sys.stdin:
    print("=" + answer(bytes.fromhex(line.strip()).decode("latin-1")), flush=True)
