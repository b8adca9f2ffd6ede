"""What a file leaves open is asked, with the option to give (exit code 11); what is malformed has its place (12)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from stillproof.cli import main

FIVE = "1 0 0 1 0 0 1 1 0 0\n0 1 0 0 1 0 0 1 1 0\n1 0 1 0 0 0 0 0 1 1\n0 1 0 1 0 1 0 0 0 1\n"
MTX = "%%MatrixMarket matrix coordinate integer general\n"
GF4 = "F<w> := GF(4);\n[1,w,w,1,0],[0,1,w,w,1]"

# name of the file, its text, options, exit code, and what the sentence has
ASKED = {
    "p and layout": ("a.txt", FIVE, "", 11, "give --p and --layout xz, zx, interleaved or both"),
    "layout, with what each one is": ("a.txt", FIVE, "--p 2", 11, "as xz it is a [[5,1]]_2 code; as zx it is a [[5,1]]_2"),
    "p of a matrix with its layout": ("a.txt", FIVE, "--layout xz", 11, "the dimension p of a site is not in the file: give --p"),
    "p of rows with a bar": ("a.txt", "[1 0|0 1]", "", 11, "give --p"),
    "p of powers": ("a.txt", "X(1) Z(2)", "", 11, "give --p"),
    "p of exponents": ("a.txt", "X0 Z1^2", "", 11, "give --p"),
    "p of tokens": ("a.txt", "X Z Z X I", "", 11, "give --p"),
    "product": ("a.txt", "X0Z0 X1", "--p 3", 11, "line 1 has X and Z on site 0"),
    "product of letters on qubits": ("a.txt", "X0*Z0*X1*Z1", "", 11, "give --product displacement, xz or zx"),
    "base": ("a.txt", "X1*X2", "", 11, "give --base 0 or 1"),
    "pair": ("a.mtx", MTX + "% Field: GF(2)\n1 4 2\n1 1 1\n1 3 1\n", "", 11, "give --pair 1 or 2"),
    "elements": ("a.m", GF4, "", 11, "give --elements, such as X=1,Z=w"),
    "elements and polynomial": ("a.m", GF4.replace("4", "9"), "", 11, "and --polynomial, such as x^2+2x+2"),
    "additive or linear": ("a.m", GF4, "--elements X=1,Z=w", 11, "additive: a [[5,3]]_2 code; linear: a [[5,1]]_2 code"),
    "GF(4) or GF(9)": ("a.m", "[1 w w 1 0]", "", 11, "GF(4) or of GF(9) is not in the file: give --p 2 or 3"),
    "X alone": ("a.lean", "def hx := !![1, 1, 1, 1]", "--p 2", 11, "--layout both (it is used for X and for Z), or --hz FILE"),
    "one of several": ("a.txt", "stabilizer matrix:\n[1 1|0 0]\nstabilizer matrix:\n[0 0|1 1]", "--p 2", 11, "--index 0 to 1"),
    "p of hx and hz that fit several": ("a.json", '{"hx": [[1,0]], "hz": [[0,1]]}', "", 11, "more than one fits: give --p"),
    "an alist that is two codes": ("a.alist", "4 4\n4 2\n4 4 0 0\n2 2 2 2\n1 2 3 4\n1 2 3 4\n0\n0\n1 2\n1 2\n1 2\n1 2\n",
                                   "--p 2 --layout xz", 11, "the file can be read in two ways, a [[2,1]]_2 code"),
    "stim is needed": ("a.stim", "H 0\nM 0", "", 11, "without stim only MPP is read: pip install stim"),
    "a tag": ("a.stim", "S[T] 0\nMPP X0*X1", "", 11, "may stand for a gate that stim does not know"),
    "phases of odd p": ("a.toml", 'format = "CodingTheory.quantum"\nversion = 1\nkind = "stabilizer"\nfield_order = 3\n'
                        'length = 2\ncharacter_vector = [1,0,0,0]\n[generators]\nrows = 1\ncols = 4\ndata = [1,1,0,0]',
                        "", 11, "no character of the group"),
    "ququarts": ("a.mtx", MTX.replace("integer", "complex") + "% Field: GF(4)\n1 2 1\n1 1 1 0\n", "", 11, "only primes up to 97"),
    "counts": ("a.json", '{"00": 5, "11": 6}', "", 11, "counts of outcomes, not a code"),
    "a resource estimate": ("a.json", '{"distillationUnitSpecifications": []}', "", 11, "not a code"),
    "a routine of qref": ("a.yaml", "version: v1\nprogram:\n  name: x\n", "", 11, "a routine of qref, not a code"),
    "the zoo": ("a.yml", "code_id: x\nname: y\n", "", 11, "an entry of the error correction zoo"),
    "samples": ("a.csv", "shots,errors\n1,2\n", "", 11, "counts of runs by sinter"),
    "a protocol of another gate": ("a.json", json.dumps({
        "schema": "triorthogonal-protocol-witnesses-v2", "outputs": [{"output_id": "q", "representative_gate": "CS"}],
        "protocols": [{"output_id": "q", "k": 1, "generator_matrix_rows": ["11", "00"]}]}), "", 11, "the gate CS"),
    "encodes nothing": ("a.txt", "XX\nZZ", "", 11, "the code encodes nothing: 2 independent stabilizers on 2 sites"),
    "65 sites": ("a.txt", "X" * 65, "", 13, "65 sites; at most 64 are handled"),
    # malformed
    "a letter": ("a.txt", "XZZXI\nIXQZX", "", 12, "a.txt:2:3: expected one of the letters I, X, Y, Z, _, found 'Q'"),
    "an imaginary sign": ("a.txt", "+iXX", "", 12, "a.txt:1: expected a Hermitian operator"),
    "two grammars": ("a.txt", "XZZXI\nX0*Z1", "", 12, "a.txt:2: expected the grammar of the first line (dense)"),
    "two lengths": ("a.txt", "XZZXI\nXZZX", "", 12, "line 2: expected 5 sites, as in the first line, found 4"),
    "a sign of odd p": ("a.txt", "-X0 Z1", "--p 3", 12, "-1 is no power of exp(2 pi i/3)"),
    "Y of odd p": ("a.txt", "X0 Y1", "--p 3", 12, "X and Z only, as p is not 2, found the letter Y"),
    "an exponent beyond p": ("a.txt", "X0^3 Z1", "--p 3", 12, "exponents from -2 to 2, found 3 on 0"),
    "letters twice": ("a.txt", "X0*X0", "", 12, "one power of X on site 0"),
    "a float": ("a.json", "[[1, 0.5]]", "", 12, "row 1, column 2: expected an integer, or a float that is one, found 0.5"),
    "not a number": ("a.json", "[[1, NaN]]", "", 12, "finite numbers, found NaN"),
    "an entry beyond p": ("a.json", '{"p": 3, "matrix": [[1, 3]]}', "--layout xz", 12, "row 1, column 2: expected an entry from -2 to 2"),
    "a key twice": ("a.json", '{"hx": [[1]], "hx": [[1]]}', "", 12, "distinct keys, found "),
    "an odd width": ("a.txt", "1 0 1\n0 1 0", "--p 2 --layout xz", 12, "an even number of columns"),
    "unequal rows": ("a.txt", "1 0\n1 0 1\n", "", 12, "a.txt:2: expected 2 entries, as in the first line, found 3"),
    "a place twice": ("a.mtx", MTX + "1 4 2\n1 1 1\n1 1 1\n", "", 12, "a.mtx:4: expected every place once, found 1 1 twice"),
    "index 0": ("a.mtx", MTX + "1 4 1\n0 1 1\n", "", 12, "a.mtx:3: expected a place in a 1 by 4 matrix, counted from 1"),
    "a symmetric matrix": ("a.mtx", MTX.replace("general", "symmetric") + "1 1 0\n", "", 12, "a general matrix, found symmetric"),
    "too few entries": ("a.mtx", MTX + "1 4 3\n1 1 1\n", "", 12, "3 entries, as this line says, found 1"),
    "alist that differs": ("a.alist", "3 2\n1 2\n1 1 1\n2 1\n1\n1\n2\n1 3\n2\n", "", 12, "one matrix in both lists"),
    "a factor": ("a.g", "M := [[1,0],[0,1]] * Z(3);", "", 12, "a.g:1: expected a matrix without a factor"),
    "two fields": ("a.sage", "matrix(GF(2), [[1,0]]); matrix(GF(3), [[1,0]])", "", 12, "one field|one matrix of every name"),
    "a polynomial": ("a.m", GF4.replace("4", "9"), "--elements X=1,Z=w --polynomial x^2+1", 12, "a primitive polynomial over F_3"),
    "dependent elements": ("a.m", GF4, "--elements X=1,Z=1", 12, "that are no multiples of each other"),
    "an anchor of YAML": ("a.yaml", "stabilizers: &a [X_0]\n", "", 11, "without anchors and tags"),
    "a sign of qodec": ("a.yaml", "stabilizers: [-X_0 X_1]\n", "", 12, "a.yaml:1: expected a Pauli such as X_0 Z_3, without a sign"),
    "logicals of qodec": ("a.yaml", "stabilizers: [X_0 X_1]\nx: [X_0]\nz: [Z_0]\n", "", 12, "stabilizers[0] and logical Z 1: expected commuting"),
    "a toml that is none": ("a.toml", 'format = "CodingTheory.quantum"\nx =', "", 12, "expected TOML"),
    "odd overlaps": ("a.json", json.dumps({"schema": "triorthogonal-x", "protocols": [
        {"k": 1, "generator_matrix_rows": ["111", "110", "011"]}]}), "", 12, "rows 1, 2: expected an overlap in an even number"),
    "nothing": ("a.txt", "\n# only this\n", "", 12, "expected a code, found an empty file"),
    "another language": ("a.txt", "Dear reader,\nhow are you?", "", 12, "docs/howto-import.md"),
    "not UTF-8": ("a.txt", "X\udcff", "", 12, "expected UTF-8 text, found byte 0xff"),
    # answers
    "an answer without use": ("a.txt", "XZZXI", "--pair 1", 12, "--pair: expected no such option, as a.txt (Pauli text) does not need it"),
    "another p": ("a.txt", "[[5, 1]] quantum code over GF(2^2)\n[1 1|0 0]", "--p 3", 12, "--p: expected 2, as in a.txt, found 3"),
    "p that is no prime": ("a.txt", FIVE, "--p 4 --layout xz", 12, "--p: expected a prime up to 97, found 4"),
    "an unknown layout": ("a.txt", FIVE, "--p 2 --layout x", 12, "--layout: expected one of xz, zx, interleaved, both, found x"),
    "too many signs": ("a.txt", "XXII\nZZII", "--signs -++", 12, "--signs: expected 2 signs, one for each row, found 3"),
    "signs twice": ("a.txt", "-XXI\nIXX", "--signs +-", 12, "as a.txt has its own"),
    "too few sites": ("a.txt", "X0*X4", "--n 3", 12, "--n: expected 5 or more"),
    "other sites": ("a.txt", "XXXX", "--n 5", 12, "--n: expected 4, as in a.txt, found 5"),
}  # fmt: skip


@pytest.mark.parametrize("name", ASKED)
def test_one_line_and_an_exit_code(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, text, options, code, sentence = ASKED[name]
    if name == "stim is needed":
        monkeypatch.setitem(__import__("sys").modules, "stim", None)
    monkeypatch.chdir(tmp_path)
    Path(file).write_text(text, errors="surrogateescape")
    done = CliRunner().invoke(main, ["convert", file, "out.json", *options.split()], catch_exceptions=False)
    assert done.exit_code == code, done.output
    assert done.output.startswith("stillproof: ")
    assert done.output.count("\n") == 1
    assert any(part in done.output for part in sentence.split("|")), done.output
    assert not Path("out.json").exists()
    same = CliRunner().invoke(main, ["certify", file, "--state", "t", *options.split()], catch_exceptions=False)
    assert (same.exit_code, same.output) == (done.exit_code, done.output)


def test_the_order_decides_between_two_codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four rows XX, or two rows YY and two of zeros."""
    monkeypatch.chdir(tmp_path)
    Path("a.alist").write_text(
        "4 4\n4 2\n4 4 0 0\n2 2 2 2\n1 2 3 4\n1 2 3 4\n0\n0\n1 2\n1 2\n1 2\n1 2\n", encoding="ascii"
    )
    for order, row in (("columns", [[1, 1], [0, 0]]), ("rows", [[1, 1], [1, 1]])):
        options = ["--p", "2", "--layout", "xz", "--order", order]
        done = CliRunner().invoke(main, ["convert", "a.alist", f"{order}.json", *options], catch_exceptions=False)
        assert done.exit_code == 0, done.output
        assert json.loads(Path(f"{order}.json").read_text())["stabilizers"] == [row]
