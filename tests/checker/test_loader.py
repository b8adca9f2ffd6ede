"""The strict loader: every second spelling, every wrong type and every oversize is refused, named, and cheap."""

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import ROOT, Verdict, run_isolated_checker
from stillproof_check.entry import loader
from stillproof_check.entry.verdict import Refusal

NAME = "golay11-strange"

SPELLINGS = {
    "duplicate key": (b'{"end":1,"end":1}', "json.keys.distinct"),
    "NaN": (b'{"end":NaN}', "json.float"),
    "Infinity": (b'{"end":-Infinity}', "json.float"),
    "float": (b'{"end":1.0}', "json.float"),
    "exponent": (b'{"end":1e400}', "json.float"),
    "true": (b'{"end":true}', "json.type"),
    "null": (b'{"end":null}', "json.type"),
    "plus": (b'{"end":+1}', "json.syntax"),
    "leading zero": (b'{"end":01}', "json.syntax"),
    "minus zero": (b'{"end":-0}', "json.number"),
    "negative": (b'{"end":-1}', "json.number"),
    "underscore": (b'{"end":1_0}', "json.syntax"),
    "5000 digits": (b'{"end":' + b"9" * 5000 + b"}", "json.number.size"),
    "Arabic digit": ('{"end":"\u0661"}'.encode(), "json.ascii"),
    "lone surrogate": (b'{"end":"\\ud800"}', "json.ascii"),
    "BOM": (b'\xef\xbb\xbf{"end":1}', "json.ascii"),
    "CR": (b'{"end":1}\r', "json.ascii"),
    "tab": (b'{\t"end":1}', "json.ascii"),
    "zero byte": (b'{"end":1}\x00', "json.ascii"),
    "trailing bytes": (b'{"end":1} x', "json.syntax"),
    "two values": (b'{"end":1}{"end":1}', "json.syntax"),
    "unterminated": (b'{"end":', "json.syntax"),
    "nothing": (b"", "json.syntax"),
    "13 levels": (b"[" * 13 + b"]" * 13, "json.depth"),
    "100000 levels": (b"[" * 100_000, "json.depth.parser"),
}


@pytest.mark.parametrize("case", SPELLINGS)
def test_a_second_spelling_is_refused(case: str) -> None:
    data, check = SPELLINGS[case]
    with pytest.raises(Refusal) as caught:
        loader.parse_json(data)
    assert caught.value.check == check


@pytest.mark.parametrize(
    "value", ["+1", "01", "-0", "1_0", " 1", "1 ", "", "\u0661", "0x1", "1.0", "1e3", 1, None, [], "--1"]
)
def test_an_integer_has_one_spelling(value: object) -> None:
    with pytest.raises(Refusal) as caught:
        loader.integer(value)
    assert caught.value.check == "integer.spelling"


@pytest.mark.parametrize(
    "value", ["3/6", "1/1", "2/1", "0/2", "1/-2", "1/0", "-1/-2", "1/2/3", "/2", "1/", " 1/2", "0.5"]
)
def test_a_rational_has_one_spelling(value: str) -> None:
    with pytest.raises(Refusal):
        loader.rational(value)


def test_digits_are_bounded() -> None:
    assert loader.integer("9" * loader.MAX_DIGITS) == 10**loader.MAX_DIGITS - 1
    with pytest.raises(Refusal) as caught:
        loader.integer("9" * (loader.MAX_DIGITS + 1))
    assert caught.value.code == 13


WHOLE = {
    "CRLF": (lambda data: data.replace(b"\n", b"\r\n"), 12, "json.ascii"),
    "no last line feed": (lambda data: data[:-1], 12, "certificate.complete"),
    "missing end line": (lambda data: data[: data.rindex(b'{"end"')], 12, "object.keys"),
    "key order": (lambda data: data.replace(b'"claim":"H","witness":{}', b'"witness":{},"claim":"H"'), 12,
                  "certificate.canonical"),
    "a space": (lambda data: data.replace(b'{"claim":"H"', b'{"claim": "H"'), 12, "certificate.canonical"),
    "a blank line": (lambda data: data + b"\n", 12, "json.syntax"),
    "trailing bytes": (lambda data: data + b"x", 12, "certificate.complete"),
    "truncated": (lambda data: data[: len(data) // 2], 12, "certificate.complete"),
    "empty": (lambda data: b"", 12, "certificate.complete"),
}  # fmt: skip


@pytest.mark.parametrize("case", WHOLE)
def test_a_certificate_has_one_spelling(copy: Path, case: str) -> None:
    spoil, code, check = WHOLE[case]
    path = copy / "certificates" / f"{NAME}.jsonl"
    path.write_bytes(spoil(path.read_bytes()))
    verdict = run_isolated_checker(copy / "fixtures", copy / "certificates")
    assert (verdict.code, verdict.first_failure) == (code, check)
    assert verdict.rows[0]["file"] == str(path)


def check_certificate(copy: Path, memory: int | None = None) -> tuple[Verdict, float]:
    """The verdict and the time, with at most this much memory."""
    command = [
        sys.executable,
        "-I",
        "-S",
        str(ROOT / "proofs"),
        str(copy / "fixtures"),
        str(copy / "certificates"),
        "--json",
    ]

    def bound() -> None:
        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    start = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, preexec_fn=bound)
    assert "Traceback" not in done.stderr, done.stderr[-500:]
    return Verdict(done.returncode, done.stdout, done.stderr), time.monotonic() - start


def test_other_kinds_of_files_are_refused_without_waiting(copy: Path) -> None:
    path = copy / "certificates" / f"{NAME}.jsonl"
    good = copy / "elsewhere.jsonl"
    path.rename(good)
    path.symlink_to(good)
    assert check_certificate(copy)[0].first_failure == "file.readable"
    path.unlink()
    os.mkfifo(path)
    assert check_certificate(copy)[0].first_failure == "file.regular"
    path.unlink()
    path.mkdir()
    assert check_certificate(copy)[0].first_failure == "file.regular"


WORST = [
    b"[" * (4 << 20),
    b"[]," * (4 << 18),
    b'{"a":' * (1 << 19),
    b'"' + b"a" * ((4 << 20) - 3) + b'"\n',
    b'{"claim":"x","witness":{"a":[' + b",".join([b"{}"] * (1 << 20)) + b"]}}\n",
    b"0," * (1 << 21),
    b"\n" * (1 << 21),
    b'{"end":1}\n' * (4 << 16),
    b"[" + b",".join(b'"%d"' % i for i in range(300_000)) + b"]\n",
    b"{" + b",".join(b'"%d":0' % i for i in range(200_000)) + b"}\n",
    b"\x00" * (4 << 20),
]


@pytest.mark.parametrize("data", WORST, ids=range(len(WORST)))
def test_memory_and_time_are_bounded_for_the_largest_files(copy: Path, data: bytes) -> None:
    (copy / "certificates" / f"{NAME}.jsonl").write_bytes(data[: loader.MAX_BYTES])
    verdict, seconds = check_certificate(copy, 256 << 20)
    assert verdict.code in (12, 13)
    assert seconds < 20


@pytest.mark.parametrize("size", [loader.MAX_BYTES + 1, 64 << 20])
def test_larger_files_are_not_read(copy: Path, size: int) -> None:
    with (copy / "certificates" / f"{NAME}.jsonl").open("wb") as stream:
        stream.truncate(size)
    verdict, _ = check_certificate(copy, 64 << 20)
    assert (verdict.code, verdict.first_failure) == (13, "file.size")


def test_a_file_that_grows_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"x" * (loader.MAX_BYTES + 1))
    real = os.fstat

    class Small:
        def __init__(self, handle: int):
            self.st_mode, self.st_size = real(handle).st_mode, 1

    monkeypatch.setattr(loader.os, "fstat", Small)
    with pytest.raises(Refusal) as caught:
        loader.read_bytes(str(path))
    assert caught.value.check == "file.size.read"


def test_keys_repeated_many_times_do_not_cost_quadratic_time() -> None:
    data = b"{" + b",".join([b'"a":0'] * 100_000) + b"}"
    start = time.monotonic()
    with pytest.raises(Refusal):
        loader.parse_json(data)
    assert time.monotonic() - start < 5
