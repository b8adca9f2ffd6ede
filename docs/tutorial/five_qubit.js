// Bravyi and Kitaev's five-qubit protocol for T states, exactly: integer polynomials in delta, m = 1 - delta.
const PROTOCOL = "five-qubit-t", INPUTS = 5n;

const add = (p, q) => Array.from({ length: Math.max(p.length, q.length) }, (_, i) => (p[i] ?? 0n) + (q[i] ?? 0n));
const times = (p, q) => p.reduce((sum, c, i) => add(sum, [...Array(i).fill(0n), ...q.map((d) => c * d)]), []);
const power = (k) => (k ? times([1n, -1n], power(k - 1)) : [1n]); // m^k
const terms = (...pairs) => pairs.reduce((sum, [c, k]) => add(sum, times([c], power(k))), []);

const accepted = terms([3n, 0], [5n, 4]); // 3 + 5 m^4
const polarized = terms([10n, 3], [-2n, 5]); // 10 m^3 - 2 m^5
const functions = {
  "success-probability": { num: accepted, den: [48n] },
  "error-map": { num: add(accepted, times([-1n], polarized)), den: accepted },
};

// p(a/b) b^degree, so that a quotient at a/b needs no fractions
const scaled = (p, a, b, degree) => p.reduce((sum, c, i) => sum + c * a ** BigInt(i) * b ** BigInt(degree - i), 0n);

function value(question) {
  const { num, den } = functions[question.quantity] ?? {};
  if (question.protocol !== PROTOCOL) return undefined;
  if (question.quantity === "inputs-per-output") return `${(INPUTS * 48n) / accepted[0]}`;
  if (question.quantity === "leading-term") {
    const { num, den } = functions["error-map"], order = num.findIndex((c) => c !== 0n);
    return { coefficient: `${num[order]}/${den[0]}`, order };
  }
  if (num && question.at) {
    const [a, b] = question.at.delta.split("/").map(BigInt), degree = Math.max(num.length, den.length) - 1;
    return `${scaled(num, a, b, degree)}/${scaled(den, a, b, degree)}`;
  }
  return num && { num: num.map(String), den: den.map(String) };
}

require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const question = JSON.parse(line), said = value(question);
  console.log(JSON.stringify({ id: question.id, ...(said ? { value: said } : { declined: "not computed here" }) }));
});
