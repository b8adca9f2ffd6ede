"""The verdict channel: the same verdict in every environment, and nothing that is not a verdict reads as success."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import ROOT

COMMAND = [str(ROOT / "proofs"), str(ROOT / "fixtures"), str(ROOT / "proofs" / "certificates"), "golay11-strange"]
VERDICTS = {0, 10, 11, 12, 13}


def run(flags: list[str], environment: dict[str, str] | None = None, cwd: Path = ROOT) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, *flags, *COMMAND], capture_output=True, text=True, check=False, cwd=cwd,
        env={**os.environ, **(environment or {})},
    )  # fmt: skip
    return done.returncode, done.stdout


@pytest.fixture(scope="module")
def reference() -> tuple[int, str]:
    code, out = run(["-I", "-S"])
    assert code == 0
    assert out.splitlines()[-1].startswith("CERTIFIED: ")
    return code, out


@pytest.mark.parametrize("flags", [["-O"], ["-OO"], ["-B"], ["-X", "dev"], ["-X", "int_max_str_digits=640"], ["-E"]])
def test_interpreter_flags_do_not_change_the_verdict(flags: list[str], reference: tuple[int, str]) -> None:
    assert run(flags) == reference


@pytest.mark.parametrize(
    "environment",
    [{"PYTHONINTMAXSTRDIGITS": "640"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONHASHSEED": "1"},
     {"PYTHONHASHSEED": "4242"}, {"LC_ALL": "tr_TR.UTF-8"}, {"PYTHONIOENCODING": "utf-16"}],
)  # fmt: skip
def test_the_environment_does_not_change_the_verdict(environment: dict[str, str], reference: tuple[int, str]) -> None:
    done = subprocess.run([sys.executable, *COMMAND], capture_output=True, check=False, cwd=ROOT,
                          env={**os.environ, **environment})  # fmt: skip
    encoding = "utf-16" if "PYTHONIOENCODING" in environment else "ascii"
    assert (done.returncode, done.stdout.decode(encoding)) == reference


def test_a_read_only_directory_does_not_change_the_verdict(tmp_path: Path, reference: tuple[int, str]) -> None:
    tmp_path.chmod(0o555)
    assert run(["-I", "-S"], cwd=tmp_path) == reference
    assert list(tmp_path.iterdir()) == []


def test_a_closed_pipe_is_not_success() -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as stream:
        done = subprocess.run(
            [sys.executable, "-I", "-S", *COMMAND], stdout=stream, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode not in VERDICTS
    assert b"Traceback" not in done.stderr


def test_no_stdout_is_not_success() -> None:
    done = subprocess.run(["sh", "-c", 'exec "$@" >&-', "sh", sys.executable, "-I", "-S", *COMMAND],
                          capture_output=True, check=False)  # fmt: skip
    assert done.returncode not in VERDICTS


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_not_success() -> None:
    with Path("/dev/full").open("wb") as stream:
        done = subprocess.run(
            [sys.executable, "-I", "-S", *COMMAND], stdout=stream, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode not in VERDICTS
    assert b"Traceback" not in done.stderr


def test_killed_and_out_of_memory_are_not_success() -> None:
    import resource

    with subprocess.Popen([sys.executable, "-I", "-S", *COMMAND], stdout=subprocess.DEVNULL) as process:
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL

    def starve() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (24 << 20, 24 << 20))

    done = subprocess.run([sys.executable, "-I", "-S", *COMMAND], capture_output=True, check=False, preexec_fn=starve)
    assert done.returncode not in VERDICTS


@pytest.mark.parametrize("arguments", [[], ["x"], ["--wrong", "a", "b"]])
def test_misuse_is_not_a_verdict(arguments: list[str]) -> None:
    done = subprocess.run([sys.executable, "-I", "-S", str(ROOT / "proofs"), *arguments], capture_output=True,
                          text=True, check=False)  # fmt: skip
    assert done.returncode == 2
    assert done.stdout == ""
    assert "usage" in done.stderr


def test_a_name_without_a_statement_is_not_success() -> None:
    done = subprocess.run([sys.executable, "-I", "-S", *COMMAND, "golay11-strang"], capture_output=True, check=False)
    assert done.returncode == 12
    for name in ("../statements/golay11-strange", "/etc/passwd", ""):
        done = subprocess.run([sys.executable, "-I", "-S", *COMMAND, name], capture_output=True, check=False)
        assert done.returncode == 12


def test_modules_in_the_current_folder_are_not_used(tmp_path: Path, reference: tuple[int, str]) -> None:
    for name in ("json", "hashlib", "re", "stillproof_check"):
        (tmp_path / f"{name}.py").write_text("import sys\nsys.exit(0)\n")
    assert run(["-I", "-S"], {"PYTHONPATH": str(tmp_path)}, cwd=tmp_path) == reference


def test_a_name_cannot_write_into_the_report(tmp_path: Path) -> None:
    folder = tmp_path / "statements"
    folder.mkdir()
    (folder / "x\nCERTIFIED: 29 of 29 claims, statements read: 1.json").write_text("{}")
    (folder / "\u03b4.json").write_text("{}")
    for locale in ("C", "C.UTF-8"):
        command = [sys.executable, "-I", "-S", str(ROOT / "proofs"), str(tmp_path), str(tmp_path / "c")]
        environment = {**os.environ, "LC_ALL": locale}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        assert done.returncode == 12, done.stderr
        assert not [line for line in done.stdout.splitlines() if line.startswith("CERTIFIED")]


def kill_certify(folder: Path, times: int, seed: int) -> int:
    """Kill `certify -o` this many times at random moments; every file is old or new, never a part.

    Returns the kills: fewer than asked for when too many runs were over before they could be killed.
    """
    chance = random.Random(seed)
    out = folder / "out"
    command = [sys.executable, "-m", "stillproof", "certify", str(ROOT / "fixtures" / "codes" / "golay11.json"),
               "--state", "strange", "-o", str(out)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    good = {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert len(good) == 4
    start = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    usual = time.monotonic() - start
    kills = 0
    for _ in range(4 * times):
        if kills == times:
            break
        for path in list(good):
            if chance.random() < 0.5:
                (out / path).write_bytes(b"an older file\n")
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(chance.uniform(0.5, 1.05) * usual)
            process.kill()
            kills += process.wait() == -signal.SIGKILL
        for path, content in good.items():
            assert (out / path).read_bytes() in (content, b"an older file\n"), path
    return kills


def test_a_killed_producer_leaves_whole_files(tmp_path: Path) -> None:
    assert kill_certify(tmp_path, 5, 1) == 5


if __name__ == "__main__":  # `make kills`: 200 of them
    import tempfile

    with tempfile.TemporaryDirectory() as scratch:
        killed = kill_certify(Path(scratch), 200, 20)
    print(f"certify killed {killed} times: no file was half-written")
    sys.exit(0 if killed >= 200 else 1)


def test_only_statements_that_are_read_are_counted(tmp_path: Path) -> None:
    """What is refused as a whole is no claim, and counted apart."""
    fixtures, certificates, golay = COMMAND[1:]
    shutil.copytree(Path(fixtures) / "statements", tmp_path / "statements")
    (tmp_path / "statements" / "five-qubit-t.json").write_text("{")
    golays = len(json.loads((Path(fixtures) / "statements" / f"{golay}.json").read_text())["claims"])
    for names, said in (
        ([golay], f": {golays} of {golays} claims, statements read: 1"),
        (["none"], ": 0 of 0 claims checked, statements read: 0, refused as a whole: 1"),
        ([golay, "none"], f": {golays} of {golays} claims checked, statements read: 1, refused as a whole: 1"),
    ):
        done = subprocess.run(
            [sys.executable, "-I", "-S", *COMMAND[:3], *names], capture_output=True, text=True, check=False
        )
        assert done.stdout.splitlines()[-1].endswith(said), names
    for name, read in ((golay, 1), ("five-qubit-t", 0)):  # without code and state; not of the format
        done = subprocess.run(
            [sys.executable, "-I", "-S", COMMAND[0], str(tmp_path), certificates, name],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        last = f": 0 of 0 claims checked, statements read: {read}, refused as a whole: 1"
        assert done.stdout.splitlines()[-1].endswith(last), name
