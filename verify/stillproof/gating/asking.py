"""Asking a program: one question per line to its standard input, one answer per line back, none of ours to copy.

A program may hang, crash, answer garbage, or too much; every question has its time, and nothing of that passes.
"""

from __future__ import annotations

import os
import selectors
import shlex
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any

from ..errors import StillproofError
from ..files.text import dumps
from .claim import read_claim
from .judge import Row, judge, unanswered
from .known import Library
from .lines import MAX_LINE, Malformed, WrongFile, parsed, shortened
from .reports.plain import plain
from .sentences import Sentence, say

MAX_FAILURES = 3  # restarts after a crash or a hang; then no more questions are asked
LAST = 1 << 12  # bytes of standard error that are kept, the last ones
LINES = 3  # of them that are shown
SHOWN = 300  # characters of these
ANSWER = ("id", "value", "as", "tolerance", "relative-tolerance", "declined")


class Broken(Exception):
    """The program gave no answer; the fault says why."""

    def __init__(self, fault: Sentence):
        self.fault = fault
        super().__init__(fault)


def words(command: str) -> list[str]:
    """A command with its arguments.  Raises WrongFile if there is no such program."""
    try:
        found = shlex.split(command)
    except ValueError as error:
        raise WrongFile("--run", "a command", error) from None
    if not found:
        raise WrongFile("--run", "a command", "nothing")
    if shutil.which(found[0]) is None:
        raise WrongFile("--run", "a program that can be started", ascii(found[0]))
    return found


class Tail:
    """The end of what a program writes to its standard error, read as it comes, so that the program never waits."""

    def __init__(self, stream: int):
        self.stream, self.kept = stream, b""
        self.reading = threading.Thread(target=self.read, daemon=True)
        self.reading.start()

    def read(self) -> None:
        """Read to the end, and keep the last bytes."""
        try:
            while more := os.read(self.stream, 1 << 16):
                self.kept = (self.kept + more)[-LAST:]
        except OSError:
            pass
        finally:
            os.close(self.stream)

    def shown(self) -> str:
        """The last lines that are not blank, on one line, in printable ASCII; nothing where there are none."""
        self.reading.join(timeout=0.5)  # a child that keeps it open does not hold the gate
        lines = [line.strip() for line in self.kept.decode(errors="replace").splitlines()]
        return plain(" | ".join([line for line in lines if line][-LINES:]))[-SHOWN:]


class Program:
    """A running program that answers."""

    def __init__(self, command: str, timeout: float):
        self.timeout, self.pending = timeout, b""
        parts = words(command)
        read, written = os.pipe()
        try:
            self.process = subprocess.Popen(
                parts, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=written, start_new_session=True
            )
        except OSError as error:
            os.close(read)
            raise WrongFile("--run", "a program that can be started", f"{parts[0]}: {error.strerror}") from None
        finally:
            os.close(written)
        self.tail = Tail(read)
        os.set_blocking(self.process.stdin.fileno(), False)  # type: ignore[union-attr]

    def __enter__(self) -> Program:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End the program and all that it started."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            self.process.kill()
        for stream in (self.process.stdin, self.process.stdout):
            try:
                if stream is not None:
                    stream.close()
            except OSError:
                pass
        self.process.wait()

    def ask(self, question: Mapping[str, Any]) -> bytes:
        """The line that answers a question.  Raises Broken."""
        end = time.monotonic() + self.timeout
        self.send(dumps(question).encode() + b"\n", end)
        return self.line(end)

    def send(self, data: bytes, end: float) -> None:
        """Write a line, in time.  Raises Broken."""
        stdin = self.process.stdin
        assert stdin is not None  # noqa: S101 - it is a pipe
        with selectors.DefaultSelector() as selector:
            selector.register(stdin, selectors.EVENT_WRITE)
            while data:
                if not selector.select(max(0.0, end - time.monotonic())):
                    raise Broken(say("program-question", seconds=f"{self.timeout:g}"))
                try:
                    data = data[os.write(stdin.fileno(), data) :]
                except BlockingIOError:
                    continue
                except OSError:
                    raise Broken(self.ending()) from None

    def line(self, end: float) -> bytes:
        """Read a line, in time.  Raises Broken."""
        while b"\n" not in self.pending:
            if len(self.pending) > MAX_LINE:
                raise Broken(say("program-long", limit=MAX_LINE))
            more = self.read(end)
            if more is None:
                raise Broken(say("program-late", seconds=f"{self.timeout:g}"))
            if not more:
                raise Broken(self.ending())
            self.pending += more
        found, _, self.pending = self.pending.partition(b"\n")
        return found

    def read(self, end: float) -> bytes | None:
        """What the program wrote: nothing at its end, None if it wrote nothing in time."""
        stdout = self.process.stdout
        assert stdout is not None  # noqa: S101 - it is a pipe
        with selectors.DefaultSelector() as selector:
            selector.register(stdout, selectors.EVENT_READ)
            if not selector.select(max(0.0, end - time.monotonic())):
                return None
        return os.read(stdout.fileno(), 1 << 16)

    def ending(self) -> Sentence:
        """How the program ended."""
        try:
            code = self.process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            return say("program-closed")
        return say("program-code", code=code) if code >= 0 else say("program-signal", signal=-code)

    def finish(self) -> Sentence | None:
        """After the last question: what is wrong, if the program says more, stays, or fails."""
        end = time.monotonic() + self.timeout
        if self.process.stdin is not None:
            self.process.stdin.close()
        more = self.pending or self.read(end)
        if more is None:
            return say("program-stays", seconds=f"{self.timeout:g}")
        if more:
            return say("program-more", text=ascii(more[:40]))
        try:
            code = self.process.wait(timeout=max(0.1, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            return say("program-stays", seconds=f"{self.timeout:g}")
        return None if code == 0 else self.ending()


def answers(
    command: str, questions: Sequence[Mapping[str, Any]], timeout: float, library: Library, errors: list[Sentence]
) -> Iterator[Row]:
    """A row for every question; what is wrong with the program as a whole goes to `errors`."""
    failures, program = 0, None
    try:
        for number, question in enumerate(questions, 1):
            name = question["id"]
            if failures == MAX_FAILURES:
                text = say("program-not-asked", count=failures)
                yield Row(number, name, "malformed", text, protocol=question["protocol"], where="answer")
                continue
            program = program or Program(command, timeout)
            try:
                line = program.ask(question)
            except Broken as error:
                failures += 1
                program.stop()
                text = broken(error.fault, program)
                program = None
                yield Row(number, name, "malformed", text, protocol=question["protocol"], where="answer")
                continue
            yield judged(number, question, line, library)
        wrong = program.finish() if program else None
        if program and wrong:
            program.stop()
            errors.append(broken(wrong, program))
    finally:
        if program:
            program.stop()


def broken(fault: Sentence, program: Program) -> Sentence:
    """What is said of a program that failed, with the end of what it wrote to its standard error."""
    text = program.tail.shown()
    return say("program-broken-saying", fault=fault, text=text) if text else say("program-broken", fault=fault)


def judged(number: int, question: Mapping[str, Any], line: bytes, library: Library) -> Row:
    """The row of one answer."""
    name, protocol = question["id"], question["protocol"]
    try:
        found = parsed(line)
        for key in found:
            if key not in ANSWER:
                raise Malformed("answer", f"the keys {', '.join(ANSWER)}", key)
        if found.get("id") != name:
            raise Malformed("id", f'"{name}", the id of the question', found.get("id"))
        if "declined" in found:
            if "value" in found:
                raise Malformed("answer", "a value or declined", "both")
            reason = shortened(ascii(found["declined"])) if isinstance(found["declined"], str) else "without a reason"
            return Row(number, name, "declined", say("program-declines", reason=reason), protocol=protocol)
        claim = read_claim(number, {**question, "as": "exact", **found})
    except Malformed as error:
        return Row(number, name, "malformed", error.reason, protocol=protocol, where=error.field)
    except StillproofError as error:
        outcome = unanswered(error)
        return Row(number, name, outcome.verdict, outcome.reason, protocol=protocol)
    return judge(claim, library)
