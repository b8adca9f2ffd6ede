"""Forgeries of files, folders, and of the JSON in them."""

from __future__ import annotations

from edits import NINES, built, code
from forge import DECLINED, LIMIT, MALFORMED

FORGERIES = [
    built("file.readable/1", MALFORMED, "one", "statement", "link", "a symbolic link could lead out of the tree"),
    built("file.readable/2", MALFORMED, "one", "code", "absent", "the statement names a code that is not there"),
    built(
        "file.regular/1", MALFORMED, "one", "certificate", "pipe", "a pipe has no end, and its content is not stored"
    ),
    built("file.regular/2", MALFORMED, "one", "statement", "directory", "a folder is not a statement"),
    built("file.size/1", LIMIT, "one", "code", "oversize", "one byte over the bound"),
    built("file.size.read/1", LIMIT, "one", "code", "growing", "a file that grows over the bound while it is read"),
    code("json.ascii/1", MALFORMED, "one", "one site", "\xe9ne site", "a letter outside ASCII"),
    code("json.ascii/2", MALFORMED, "one", "one site", "one\\u0020site", "an escape: a second spelling of a blank"),
    code("json.ascii/3", MALFORMED, "one", "one site", "one\tsite", "a tab"),
    code("json.ascii/4", MALFORMED, "one", "one site", "one\x7fsite", "a control character"),
    code("json.ascii/5", MALFORMED, "one", "one site", "one\x1fsite", "a control character"),
    code("json.keys.distinct/1", MALFORMED, "one", '"n":1,', '"n":1,"n":1,', "two values for one key"),
    code("json.float/1", MALFORMED, "one", '"n":1,', '"n":1.0,', "a float"),
    code("json.float/2", MALFORMED, "one", '"n":1,', '"n":NaN,', "not a number"),
    code("json.float/3", MALFORMED, "one", '"n":1,', '"n":1e400,', "a float that overflows"),
    code("json.number/1", MALFORMED, "one", '"n":1,', '"n":-1,', "a sign"),
    code("json.number.size/1", LIMIT, "one", '"n":1,', '"n":1048577,', "a number over the bound"),
    code("json.number.size/2", LIMIT, "one", '"n":1,', f'"n":{NINES},', "a number over the bound"),
    code("json.syntax/1", MALFORMED, "one", '"n":1,', '"n":01,', "a second spelling of 1"),
    code("json.syntax/2", MALFORMED, "one", '"n":1,', '"n":+1,', "a second spelling of 1"),
    code("json.depth/1", LIMIT, "one", '"n":1,', '"n":[[[[[[[[[[[1]]]]]]]]]]],', "thirteen levels"),
    built(
        "json.depth.parser/1",
        LIMIT,
        "one",
        "code",
        "nested",
        "more levels than the parser of the standard library takes",
    ),
    code("json.type/1", MALFORMED, "one", '"n":1,', '"n":null,', "null"),
    code("json.type/2", MALFORMED, "one", '"n":1,', '"n":true,', "true is 1 in Python"),
    built(
        "folder.suffix/1",
        MALFORMED,
        "one",
        "statement",
        "note",
        "a statement under another suffix would be passed over",
    ),
    built(
        "folder.suffix/2",
        MALFORMED,
        "one",
        "certificate",
        "note",
        "a certificate under another suffix would be passed over",
    ),
    built("folder.stray/1", DECLINED, "one", "certificate", "twice", "a certificate without a statement"),
]
